// The unlock page: finds the vault that this address belongs to, tries a passphrase, and hands the key to the worker.
"use strict";

const SAYINGS = {
  wrong: "That passphrase does not open this. Look for a missing or misspelt word, and whether it is the one for this address. Capitals, blanks and hyphens do not matter.",
  fetch: "The sealed pages could not be fetched. Check your connection, then try again.",
  altered: "What was fetched is not what was published. Do not type your passphrase again; tell whoever gave you this link.",
  worker: "This browser does not let the page open anything here. A private window may be why: try an ordinary one.",
  insecure: "This address is not secure, so nothing can be opened here. Use the one that begins with https.",
  base: "There is nothing to open at this address. Check the link, or ask whoever gave it to you.",
};

const HANDED = "It is open. What this link leads to is no page: look among your downloads.";

// The folders that this address lies in, the nearest first.
function folders(href) {
  const { origin, pathname } = new URL(href);
  const parts = pathname.split("/").slice(1, -1);
  return Array.from({ length: parts.length + 1 }, (_, index) => {
    const path = parts.slice(0, parts.length - index).join("/");
    return path ? `${origin}/${path}/` : `${origin}/`;
  });
}

// Where to go once it is open: a shared link carries its path behind the #, which no browser sends to a host.
function target(href, base) {
  const { hash } = new URL(href);
  if (hash.startsWith("#!/")) {
    const shared = new URL(base + hash.slice(3)).href;
    return shared.startsWith(base) ? shared : base;
  }
  return href.startsWith(`${base}__lock`) ? base : href;
}

async function fetchedHeader(base) {
  const response = await fetch(`${base}vault.json`, { cache: "no-store" }).catch(() => {
    throw new Refusal("fetch");
  });
  if (response.ok) return readHeader(await response.text());
  if (response.status === 404) return null;
  throw new Refusal("fetch");
}

async function vaultHere() {
  const registered = await navigator.serviceWorker.getRegistration();
  for (const base of registered ? [registered.scope] : folders(location.href)) {
    const header = await fetchedHeader(base);
    if (header) return { base, header };
  }
  throw new Refusal("base");
}

function asked(worker, message) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(message, [port2]);
  });
}

async function activeWorker(base) {
  try {
    const options = { scope: base, updateViaCache: "none" };
    const registration = await navigator.serviceWorker.register(`${base}sw.js`, options);
    const coming = registration.installing ?? registration.waiting;
    while (coming && !["activated", "redundant"].includes(coming.state)) {
      await new Promise((changed) => coming.addEventListener("statechange", changed, { once: true }));
    }
    if (!registration.active) throw new Refusal("worker");
    return registration.active;
  } catch {
    throw new Refusal("worker");
  }
}

function requireBrowser() {
  if (!window.isSecureContext) throw new Refusal("insecure");
  if (!navigator.serviceWorker) throw new Refusal("worker");
}

async function unlock(passphrase, remember) {
  requireBrowser();
  const { base, header } = await vaultHere();
  const key = await openingKey(passphrase, header);
  const reply = await asked(await activeWorker(base), { unlock: key, remember });
  if (reply.refused) throw new Refusal(reply.refused);
  go(base);
}

// A file that is handed over leaves this page where it is.
function go(base) {
  history.replaceState(null, "", target(location.href, base));
  setTimeout(() => (document.getElementById("said").textContent = HANDED), 3000);
  location.reload();
}

// Where the site is open already, in another tab or because this device remembers, nobody is asked again.
async function goIfOpen() {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration?.active) return;
  navigator.serviceWorker.addEventListener("message", ({ data, ports }) => {
    if (data.unlocked) go(registration.scope);
    if (data.asks) ports[0].postMessage({});
  });
  navigator.serviceWorker.startMessages();
  if ((await asked(registration.active, { status: true })).open) go(registration.scope);
}

function start() {
  const [form, field, show, remember, open, said] = ["form", "passphrase", "show", "remember", "open", "said"].map((id) =>
    document.getElementById(id),
  );
  // In somebody else's frame a passphrase would be typed under their eyes.
  if (window.top !== window.self) return form.remove();
  show.addEventListener("change", () => (field.type = show.checked ? "text" : "password"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (open.disabled) return;
    open.disabled = true;
    said.textContent = "Opening\u2026";
    try {
      await unlock(field.value, remember.checked);
    } catch (error) {
      said.textContent = SAYINGS[error.kind] ?? SAYINGS.fetch;
      open.disabled = false;
      field.focus();
      field.select();
    }
  });
  try {
    requireBrowser();
    goIfOpen();
  } catch (error) {
    said.textContent = SAYINGS[error.kind];
  }
  field.focus();
}

if (typeof document !== "undefined") start();
