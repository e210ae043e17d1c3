// Opens the vault for the browser: every address below this worker's own is answered from it, and nothing leaves for anywhere else.
"use strict";

const LOCK = "__lock";
const IDLE = 30 * 60 * 1000;
const HEADER_BOUND = 4000;
const RETRIES = [0, 400, 1200, 2500];
const SAYINGS = {
  fetch: "The pages could not be fetched. Something new may just have been published, or the connection is away. Wait a moment, then load this page again.",
  altered: "What was fetched is not what was published. Tell whoever publishes here, and do not type your passphrase until they know why.",
};

// What is known while the site is open. `isSession` says that nothing of it may outlive the site's tabs.
const state = { key: null, isSession: true, used: 0, site: null, opening: null };

const pause = (time) => new Promise((done) => setTimeout(done, time));

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOurs = request.url.startsWith(BASE);
  if (!isOurs || !["GET", "HEAD"].includes(request.method)) event.respondWith(Response.error());
  else event.respondWith(answer(event).catch((error) => notice(event, error)));
});

self.addEventListener("message", (event) => {
  const answered = (reply) => event.ports[0]?.postMessage(reply);
  event.waitUntil(heard(event.data, event.source).then(answered));
});

async function heard(message, source) {
  if (!message || !isWindow(source)) return {};
  if ((message.unlock || message.status) && !shows.has(source.id)) noted(source.id, DOOR);
  if (message.unlock) return unlock(message);
  const isOpen = await awake();
  if (message.status || !isOpen) return { open: isOpen };
  // Without an answer from the host nobody can tell what the window shows. It keeps what it has, and is given nothing.
  const site = await current({ fresh: false }).catch(() => null);
  if (!(await mayHold(source, site))) return { open: isOpen };
  if (message.lock) return lock();
  if (message.used) return used(message.used);
  return message.hold ? { open: true, key: state.isSession ? state.key : null } : { open: true };
}

// Only a key that opens what is published takes the place of another.
async function unlock({ unlock: key, remember }) {
  let site = null;
  try {
    site = await newest(key, null);
  } catch (error) {
    return { refused: error.kind ?? "fetch" };
  }
  Object.assign(state, { key, isSession: !remember, used: Date.now(), site, opening: null });
  if (remember) await keep(key);
  await tellAll({ unlocked: true });
  return { open: true };
}

async function lock() {
  Object.assign(state, { key: null, site: null, opening: null });
  await forget();
  await tellAll({ locked: true });
  return { open: false };
}

function used(time) {
  state.used = time;
  return tellAll({ used: time });
}

// Whether the site is open: by the key in memory, a remembered one, or one that a page of the site holds.
async function awake() {
  if (state.key && state.isSession && Date.now() - state.used > IDLE) await lock();
  if (state.key) return true;
  const key = await kept().catch(() => null);
  if (key) Object.assign(state, { key, isSession: false });
  else await askPages();
  return Boolean(state.key);
}

async function askPages() {
  const asked = await windows({ includeUncontrolled: false });
  const known = asked.map((one) => askWindow(one).then((data) => (data.key ? data : Promise.reject())));
  const found = await Promise.race([Promise.any(known).catch(() => null), pause(500)]);
  if (found && !state.key) Object.assign(state, { key: found.key, isSession: true, used: found.used });
}

async function answer(event) {
  const { request } = event;
  const path = pathOf(request.url);
  const isPage = request.mode === "navigate";
  if (path === LOCK && isPage) return lock().then(() => Response.redirect(BASE));
  if (path === GUARD_PATH) return served(GUARD, "text/javascript; charset=utf-8", { policy: STRICT });
  if (isPage) await closeWithLastTab();
  if (!(await awake())) return closed(event, path, isPage);
  try {
    const site = await current({ fresh: isPage });
    return await found(site, event, path).catch(async (error) => {
      if (error.kind !== "fetch") throw error;
      // The header and its blobs were out of step, as they are for a moment after a publish.
      return found(await current({ fresh: true }), event, path);
    });
  } catch (error) {
    if (error.kind !== "wrong") throw error;
    // Another passphrase since the last publish, or none for this reader any more.
    await lock();
    return closed(event, path, isPage);
  }
}

// A browser keeps a worker for a while after the last page is gone. Whoever opens the site then is somebody else.
async function closeWithLastTab() {
  const all = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (state.key && state.isSession && !all.some((one) => one.url.startsWith(BASE))) await lock();
}

async function closed({ request, resultingClientId }, path, isPage) {
  if (!isPage) return isOpenly(null, path) ? fetch(request, { cache: "no-store" }) : nothing(403);
  noted(resultingClientId, DOOR);
  return unlockPage();
}

// The unlock page, fetched from the site's own address: the host does not learn which page was wanted. It brings its own policy.
async function unlockPage() {
  const page = await fetch(BASE, { cache: "no-store" }).catch(() => null);
  if (!page?.ok) throw new Refusal("fetch");
  return served(await page.blob(), "text/html; charset=utf-8", { policy: FRAMELESS });
}

// The site as it is published now. `fresh` asks the host; when the host does not answer soon, what is there is used.
async function current({ fresh }) {
  if (state.site && !fresh) return state.site;
  const { key, site } = state;
  state.opening ??= newest(key, site).finally(() => (state.opening = null));
  const next = await state.opening;
  // Somebody may have locked the site meanwhile.
  if (state.key === key) state.site = next;
  return next;
}

// What is published now, opened with this key; `site` where the host does not say, or says the same.
async function newest(key, site) {
  const content = await fetch(`${BASE}vault.json`, { cache: "no-store", signal: AbortSignal.timeout(HEADER_BOUND) })
    .then((response) => (response.ok ? response.text() : null))
    .catch(() => null);
  if (content === null) {
    if (site) return site;
    throw new Refusal("fetch");
  }
  const header = readHeader(content);
  if (site?.header.text === header.text) return site;
  return new Site(header, await contentKey(header, key), fetchedBlob).open();
}

async function fetchedBlob(name) {
  for (const time of RETRIES) {
    await pause(time);
    // A browser may have kept the answer that it is not there.
    const cache = time === 0 ? "default" : "reload";
    const response = await fetch(`${BASE}b/${name}`, { cache }).catch(() => null);
    if (response?.ok) return new Uint8Array(await response.arrayBuffer());
  }
  throw new Refusal("fetch");
}

async function found(site, event, path) {
  const { request, resultingClientId } = event;
  if (isOpenly(site, path)) {
    noted(resultingClientId, SAVED);
    return fetch(request, { cache: "no-store" });
  }
  const { folder, path: meant } = site.meant(path);
  const { search } = new URL(request.url);
  if (folder) return Response.redirect(BASE + folder.split("/").map(encodeURIComponent).join("/") + search);
  const shown = site.shown(path);
  if (!shown) return nothing(404);
  const [content, type] = [await site.content(shown), site.type(shown)];
  const body = request.method === "HEAD" ? null : content;
  noted(resultingClientId, site.mayRun(shown) ? MADE : SAVED);
  return site.mayRun(shown) ? made(request, type, body, meant ? 200 : 404) : saved(request, type, body);
}

function notice(event, error) {
  const words = SAYINGS[error.kind] ?? SAYINGS.fetch;
  const page =
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark">' +
    '<meta name="viewport" content="width=device-width"><title>Private</title>' +
    `<main><h1>Not just now</h1><p role="alert">${words}</p><p><a href="">Try again</a></p></main></html>`;
  noted(event.resultingClientId, MADE);
  // Where the site is open, this page too holds the key, so that nobody is asked again after waiting.
  const body = state.key ? withGuard(page, BASE + GUARD_PATH) : page;
  return served(body, "text/html; charset=utf-8", { status: 503, policy: STRICT });
}
