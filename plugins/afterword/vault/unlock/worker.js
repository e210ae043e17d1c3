// Opens the vault for the browser: every address below this worker's own is answered from it, and nothing leaves for anywhere else.
"use strict";

const BASE = new URL("./", self.location.href).href;
const LOCK = "__lock";
const GUARD_PATH = "__guard.js";
const IDLE = 30 * 60 * 1000;
// What lies on the host, and nothing of what is sealed.
const OPEN = /^(?:sw\.js|vault\.json|robots\.txt|b\/[0-9a-f]{32})$/;
const HEADER_BOUND = 4000;
const RETRIES = [0, 400, 1200, 2500];
const POLICY =
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self'; object-src 'none'; " +
  "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": POLICY,
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};
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
  else event.respondWith(answer(event).catch(notice));
});

self.addEventListener("message", (event) => {
  const answered = (reply) => event.ports[0]?.postMessage(reply);
  event.waitUntil(heard(event.data, event.source).then(answered));
});

async function heard(message, source) {
  // Other projects of the same account share the origin, and may well find this worker.
  if (!source?.url.startsWith(BASE)) return {};
  if (message.unlock) return unlock(message);
  if (message.lock) return lock();
  if (message.used) return used(message.used);
  // Who asks whether the site is open shall not be the one who says so.
  const isOpen = await awake(source.id);
  return isOpen && message.hold ? { open: true, key: state.isSession ? state.key : null } : { open: isOpen };
}

async function unlock({ unlock: key, remember }) {
  Object.assign(state, { key, isSession: !remember, used: Date.now(), site: null, opening: null });
  try {
    await current({ fresh: true });
  } catch (error) {
    state.key = null;
    return { refused: error.kind ?? "fetch" };
  }
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

async function windows() {
  const all = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter((one) => one.url.startsWith(BASE));
}

async function tellAll(message) {
  for (const one of await windows()) one.postMessage(message);
}

// Whether the site is open: by the key in memory, a remembered one, or one that another page of the site holds.
async function awake(exceptFor) {
  if (state.key && state.isSession && Date.now() - state.used > IDLE) await lock();
  if (state.key) return true;
  const key = await kept().catch(() => null);
  if (key) Object.assign(state, { key, isSession: false });
  else await askPages(exceptFor);
  return Boolean(state.key);
}

async function askPages(exceptFor) {
  const asked = (await windows()).filter((one) => one.id !== exceptFor);
  const answers = asked.map(askPage);
  const known = answers.map((one) => one.then((data) => data.key ? data : Promise.reject()));
  const found = await Promise.race([Promise.any(known).catch(() => null), pause(500)]);
  if (found && !state.key) Object.assign(state, { key: found.key, isSession: true, used: found.used });
}

function askPage(page) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    page.postMessage({ asks: true }, [port2]);
  });
}

async function answer(event) {
  const { request } = event;
  const url = new URL(request.url);
  const path = pathOf(url);
  const isPage = request.mode === "navigate";
  if (path === LOCK && isPage) return lock().then(() => Response.redirect(BASE));
  if (path === GUARD_PATH) return served(GUARD, "text/javascript; charset=utf-8");
  if (isPage) await closeWithLastTab();
  if (!(await awake())) return closed(request, path, isPage);
  try {
    const site = await current({ fresh: isPage });
    return await found(site, request, path, url.search).catch(async (error) => {
      if (error.kind !== "fetch") throw error;
      // The header and its blobs were out of step, as they are for a moment after a publish.
      return found(await current({ fresh: true }), request, path, url.search);
    });
  } catch (error) {
    if (error.kind !== "wrong") throw error;
    // Another passphrase since the last publish, or none for this reader any more.
    await lock();
    return closed(request, path, isPage);
  }
}

function pathOf(url) {
  try {
    return decodeURIComponent(`${url.origin}${url.pathname}`.slice(BASE.length));
  } catch {
    return "?";
  }
}

// A browser keeps a worker for a while after the last page is gone. Whoever opens the site then is somebody else.
async function closeWithLastTab() {
  if (state.key && state.isSession && (await windows()).length === 0) await lock();
}

async function closed(request, path, isPage) {
  if (isPage) return unlockPage();
  return OPEN.test(path) ? fetch(request, { cache: "no-store" }) : new Response("", { status: 403, headers: HEADERS });
}

// The unlock page, fetched from the site's own address: the host does not learn which page was wanted.
async function unlockPage() {
  const page = await fetch(BASE, { cache: "no-store" }).catch(() => null);
  if (!page?.ok) throw new Refusal("fetch");
  return new Response(await page.blob(), { headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" } });
}

// The site as it is published now. `fresh` asks the host; when the host does not answer soon, what is there is used.
async function current({ fresh }) {
  if (state.site && !fresh) return state.site;
  state.opening ??= newest().finally(() => (state.opening = null));
  return state.opening;
}

async function newest() {
  const { key, site } = state;
  const content = await fetch(`${BASE}vault.json`, { cache: "no-store", signal: AbortSignal.timeout(HEADER_BOUND) })
    .then((response) => (response.ok ? response.text() : null))
    .catch(() => null);
  if (content === null) {
    if (site) return site;
    throw new Refusal("fetch");
  }
  const header = readHeader(content);
  if (site?.header.text === header.text) return site;
  const opening = new Site(header, await contentKey(header, key), fetchedBlob);
  const next = await opening.open();
  // Somebody may have locked the site meanwhile.
  if (state.key === key) state.site = next;
  return next;
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

async function found(site, request, path, search) {
  if (OPEN.test(path) && !site.files.has(path)) return fetch(request, { cache: "no-store" });
  const { path: meant, folder } = site.meant(path);
  if (folder) return Response.redirect(BASE + folder.split("/").map(encodeURIComponent).join("/") + search);
  const shown = meant ?? (site.files.has("404.html") ? "404.html" : null);
  if (!shown) return new Response("", { status: 404, headers: HEADERS });
  const content = await site.content(shown);
  const isWhole = request.mode === "navigate" && site.type(shown).startsWith("text/html");
  const body = isWhole ? withGuard(new TextDecoder().decode(content), BASE + GUARD_PATH) : content;
  return served(request.method === "HEAD" ? null : body, site.type(shown), meant ? 200 : 404);
}

function served(body, type, status = 200) {
  return new Response(body, { status, headers: { ...HEADERS, "Content-Type": type } });
}

function notice(error) {
  const words = SAYINGS[error.kind] ?? SAYINGS.fetch;
  const page =
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark">' +
    '<meta name="viewport" content="width=device-width"><title>Private</title>' +
    `<main><h1>Not just now</h1><p role="alert">${words}</p><p><a href="">Try again</a></p></main></html>`;
  // Where the site is open, this page too holds the key, so that nobody is asked again after waiting.
  return served(state.key ? withGuard(page, BASE + GUARD_PATH) : page, "text/html; charset=utf-8", 503);
}

// A remembered key lies in a database of its own, which is there only while it is wanted.
const DATABASE = `afterword ${BASE}`;

function database() {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
  return done(opening);
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function keep(key) {
  const store = await database();
  await done(store.transaction("keys", "readwrite").objectStore("keys").put(key, "wrapping"));
  store.close();
}

async function kept() {
  const names = (await indexedDB.databases()).map((one) => one.name);
  if (!names.includes(DATABASE)) return null;
  const store = await database();
  const key = await done(store.transaction("keys").objectStore("keys").get("wrapping"));
  store.close();
  return key ?? null;
}

function forget() {
  return done(indexedDB.deleteDatabase(DATABASE)).catch(() => null);
}
