// The home page on a later day than it was built for: lines move between its lists as the page's own data says, which
// the rules made for each of the coming weeks. No rule is known here but how far away a day is said to be.
(() => {
  const DAY = 24 * 60 * 60 * 1000;

  const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

  const span = (days) => {
    if (days < 14) return counted(days, "day");
    if (days < 61) return counted(Math.floor(days / 7), "week");
    if (days < 730) return counted(Math.round(days / 30.4), "month");
    return counted(Math.floor(days / 365), "year");
  };

  const away = (day, today) => {
    const days = Math.round((Date.parse(day) - Date.parse(today)) / DAY);
    if (days === 0) return "today";
    if (Math.abs(days) === 1) return days > 0 ? "tomorrow" : "yesterday";
    return days > 0 ? `in ${span(days)}` : `${span(-days)} ago`;
  };

  // The reader's day, not that of Greenwich.
  const isoDay = (moment) => {
    const two = (number) => String(number).padStart(2, "0");
    return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const card = ([label, name, text, address]) => {
    const link = element("a", "aw-card-name", name);
    link.setAttribute("href", address);
    const made = element("li", "aw-top-card", "");
    made.append(element("span", "aw-card-label", label), link, element("span", "aw-card-text", text));
    return made;
  };

  const showWords = (page, words, built) => {
    const heading = document.querySelector("article h1, h1");
    // A heading of the user's own stays.
    if (heading?.firstChild && [built, page.dataset.awShown].includes(heading.firstChild.textContent.trim())) {
      heading.firstChild.textContent = words.heading;
      page.dataset.awShown = words.heading;
    }
    page.querySelector(".aw-lead").textContent = words.lead;
    page.querySelector(".aw-cards").replaceChildren(...words.cards.map(card));
    const more = document.querySelector("[data-aw-more]");
    more.hidden = !words.more;
    more.querySelector("span").textContent = words.more;
    document.querySelector("[data-aw-resilience]").textContent = words.resilience;
  };

  const placeLine = (line, today) => {
    const stands = JSON.parse(line.dataset.awMoves).filter((stand) => stand[0] <= today);
    const [, place = "", state, word, words, day, order] = stands.at(-1) ?? [];
    line.dataset.awOrder = order ?? 0;
    const list = place && document.querySelector(`[data-aw-list="${place}"]`);
    if (!list) {
      line.hidden = true;
      return;
    }
    line.hidden = false;
    line.className = `aw-task aw-task--${state}`;
    const time = element("time", "", words);
    time.removeAttribute("class");
    time.dateTime = day;
    line
      .querySelector(".aw-task-day")
      .replaceChildren(`${word} `, time, " ", element("span", "aw-soft", away(day, today)));
    list.append(line);
  };

  const showLists = (today) => {
    const lines = [...document.querySelectorAll("[data-aw-moves]")];
    for (const line of lines) placeLine(line, today);
    for (const list of document.querySelectorAll("[data-aw-list]")) {
      const order = (line) => Number(line.dataset.awOrder ?? Infinity);
      list.append(...[...list.children].sort((one, other) => order(one) - order(other)));
      list.hidden = ![...list.children].some((line) => !line.hidden);
      const nothing = list.nextElementSibling;
      if (nothing?.classList.contains("aw-empty")) nothing.hidden = !list.hidden;
      const folded = list.closest("[data-aw-later]");
      if (folded) folded.hidden = list.hidden;
    }
  };

  const redated = (text, from, to) => {
    const at = text.lastIndexOf(from);
    return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length);
  };

  // What ticks a line off names the day on which it is written.
  const dateTicks = (today) => {
    for (const tick of document.querySelectorAll(".aw-tick")) {
      const from = tick.dataset.awDay;
      for (const code of tick.querySelectorAll("code")) code.textContent = redated(code.textContent, from, today);
      const button = tick.querySelector("[data-aw-copy]");
      button.dataset.awCopy = redated(button.dataset.awCopy, from, today);
      button.setAttribute("aria-label", redated(button.getAttribute("aria-label"), from, today));
      tick.dataset.awDay = today;
    }
  };

  const showToday = () => {
    const page = document.querySelector("[data-aw-days]");
    if (!page) return;
    const days = JSON.parse(page.dataset.awDays);
    const today = isoDay(new Date());
    const isOld = today > days.at(-1).day;
    page.querySelector("[data-aw-old]").hidden = !isOld;
    // A clock that is behind the build changes nothing, nor does one that is too far ahead.
    if (isOld || today < days[0].day) return;
    page.querySelector(".aw-made-for").hidden = true;
    const past = days.filter((one) => one.day <= today);
    showWords(page, Object.assign({}, ...past), days[0].heading);
    showLists(today);
    dateTicks(today);
  };

  // Material exchanges pages without loading them anew and says so here; other themes load each page.
  if (window.document$) window.document$.subscribe(showToday);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", showToday);
  else showToday();
  // A tab that was left open overnight.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") showToday();
  });
})();
