// A button that copies the text it carries.
(() => {
  const SHOWN_FOR = 2000;

  const say = (button, text) => {
    const usual = button.dataset.awUsual ?? button.textContent;
    button.dataset.awUsual = usual;
    button.textContent = text;
    setTimeout(() => {
      button.textContent = usual;
    }, SHOWN_FOR);
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-aw-copy]");
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.awCopy);
      say(button, "Copied");
    } catch {
      say(button, "Your browser does not let this page copy");
    }
  });
})();
