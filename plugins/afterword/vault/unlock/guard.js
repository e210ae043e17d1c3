// Stands in every page that the worker serves. It holds the key for the worker, which a browser ends whenever it likes, and it
// takes the page away when the site is locked: in every tab, by itself after half an hour without anybody, and after Back.
"use strict";
(() => {
  const IDLE = 30 * 60 * 1000;
  const base = new URL("./", document.currentScript.src).href;
  const worker = navigator.serviceWorker;
  const root = document.documentElement;
  let key = null;
  let isSession = false;
  let used = Date.now();
  let told = 0;

  function leave() {
    key = null;
    document.documentElement.replaceChildren();
    // The tab with the lock link is on its way already; starting anew at once would stop it.
    setTimeout(() => location.replace(base), 500);
  }

  function tell(message, answered) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answered?.(data);
    worker.controller?.postMessage(message, [port2]);
  }

  function isIdle() {
    return isSession && Date.now() - used > IDLE;
  }

  // Only what is confirmed to be open is shown.
  function confirm() {
    if (isIdle()) return tell({ lock: true });
    tell({ hold: true }, (answer) => {
      if (!answer.open) return leave();
      // Where nobody could tell yet what stands here, the key that this page has stays as it is.
      if ("key" in answer) {
        key = answer.key;
        isSession = Boolean(key);
      }
      document.documentElement.style.visibility = "";
    });
  }

  function active() {
    used = Date.now();
    // Other tabs hear of it, but not at every key.
    if (used - told > 15000) {
      told = used;
      tell({ used });
    }
  }

  // A shared link carries its path behind the #, which no browser sends; here the site is open already.
  function follow() {
    if (!location.hash.startsWith("#!/")) return;
    const target = new URL(base + location.hash.slice(3)).href;
    if (target.startsWith(base)) location.replace(target);
  }

  // What is shown without an origin of its own counts for no tab of the site, and alone it would lock it.
  const ALONE = /\.(?:svg|pdf)$/i;

  // Two links that a site may have in its pages, wherever they lie: one to lock it, one to copy for somebody else.
  function linked(event) {
    const link = event.target.closest?.("a[href]");
    // A theme may have made whole addresses of them.
    if (link?.pathname.endsWith("/__lock")) {
      event.preventDefault();
      event.stopPropagation();
      location.href = `${base}__lock`;
    } else if (link?.hash === "#!") {
      event.preventDefault();
      event.stopPropagation();
      navigator.clipboard.writeText(`${base}#!/${location.href.slice(base.length)}`).then(() => (link.textContent = "Copied"));
    } else if (link?.href.startsWith(base) && ALONE.test(link.pathname)) {
      link.target = "_blank";
    }
  }

  worker.addEventListener("message", ({ data, ports }) => {
    if (data.locked) leave();
    if (data.used) used = Math.max(used, data.used);
    if (data.asks) ports[0].postMessage(key && !isIdle() ? { key, used } : {});
  });
  worker.startMessages();
  for (const kind of ["pointerdown", "keydown", "scroll", "touchstart"]) {
    addEventListener(kind, active, { passive: true, capture: true });
  }
  setInterval(() => isIdle() && confirm(), 20000);
  addEventListener("click", linked, true);
  addEventListener("hashchange", follow);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && confirm());
  // A browser may keep a page that was left, and show it again without asking anybody.
  addEventListener("pagehide", () => {
    key = null;
    root.style.visibility = "hidden";
  });
  addEventListener("pageshow", ({ persisted }) => persisted && confirm());
  follow();
  confirm();
})();
