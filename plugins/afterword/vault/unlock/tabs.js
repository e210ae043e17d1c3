// The site's tabs: which of them may hold the key or change anything, and what they are told.
"use strict";

const BASE = new URL("./", self.location.href).href;
// What lies on the host, and nothing of what is sealed.
const OPEN = /^(?:sw\.js|vault\.json|robots\.txt|b\/[0-9a-f]{32})$/;
const REMEMBERED = 500;
// What a tab shows: a page that the build made, the page that asks for a passphrase, or a file that somebody keeps here.
const [MADE, DOOR, SAVED] = ["made", "door", "saved"];
// Of each tab that was answered, what it shows. Lost when the browser ends the worker.
const shows = new Map();

function noted(id, what) {
  if (!id) return;
  shows.set(id, what);
  if (shows.size > REMEMBERED) shows.delete(shows.keys().next().value);
}

function pathOf(address) {
  const { origin, pathname } = new URL(address);
  try {
    return decodeURIComponent(`${origin}${pathname}`.slice(BASE.length));
  } catch {
    return "?";
  }
}

// Whether the host answers for a path and no sealed file does.
function isOpenly(site, path) {
  return OPEN.test(path) && !site?.files.has(path);
}

// Whether it is a whole window of this site. Its address is the one that it was made with, whatever it calls itself since.
// Other projects of the same account share the origin, and may well find this worker.
function isWindow(one) {
  return one?.type === "window" && one.frameType !== "nested" && one.url.startsWith(BASE) && shows.get(one.id) !== SAVED;
}

// Whether the build made what a window shows: by what it was answered, or, where the browser ended the worker since, by what
// lies at its address. A window that this worker does not control was not answered by it.
async function mayHold(one, site) {
  if (shows.has(one.id)) return shows.get(one.id) === MADE;
  const controlled = await self.clients.matchAll({ type: "window" });
  const path = pathOf(one.url);
  const shown = isOpenly(site, path) ? null : site?.shown(path);
  return Boolean(shown && site.mayRun(shown) && controlled.some((other) => other.id === one.id));
}

async function windows({ includeUncontrolled = true } = {}) {
  return (await self.clients.matchAll({ type: "window", includeUncontrolled })).filter(isWindow);
}

async function tellAll(message) {
  for (const one of await windows()) one.postMessage(message);
}

function askWindow(one) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    one.postMessage({ asks: true }, [port2]);
  });
}
