// How a file is answered: what the build made may run; a file that somebody keeps beside an entry is shown or handed over, and
// never runs. A browser would otherwise take a saved page or drawing for a page of the site, which may ask for the key.
"use strict";

const GUARD_PATH = "__guard.js";
const FRAMELESS = "frame-ancestors 'none'";
const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": `default-src 'none'; ${FRAMELESS}`,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};
// For a page that says itself, by hashes, which scripts in it may run: both policies have to agree.
const STRICT =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "media-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; " +
  `base-uri 'none'; form-action 'none'; ${FRAMELESS}`;
// For the pages of a site that somebody else's program built, and for every script, which is there by its digest.
const ORDINARY =
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self'; object-src 'none'; " +
  `base-uri 'self'; form-action 'self'; ${FRAMELESS}`;
// For what a browser shows by itself.
const QUIET = `default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; ${FRAMELESS}`;
// For what a browser would run: nothing of it has an origin, a script, a form, or anything to load.
const SANDBOX = `sandbox; default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; ${FRAMELESS}`;

const INERT = /^(?:image\/(?!svg)|text\/(?:plain|csv|css|calendar)|application\/json$)/;
// What may be looked at all the same.
const SEEN = /^(?:image\/svg\+xml|application\/pdf)$/;
const SCRIPT = /javascript/;
const OWN_POLICY = /<meta\s+http-equiv=["']?content-security-policy\b/i;
// Wherever a browser would run what it is given, or make a page within a page of it.
const RUNNING = new Set(
  "audioworklet embed fencedframe frame iframe object paintworklet script serviceworker sharedworker worker xslt".split(" "),
);

function served(body, type, { status = 200, policy = ORDINARY, ...headers } = {}) {
  return new Response(body, { status, headers: { ...HEADERS, "Content-Security-Policy": policy, "Content-Type": type, ...headers } });
}

function nothing(status) {
  return new Response("", { status, headers: HEADERS });
}

// A file that the build made.
function made(request, type, content, status) {
  if (!type.startsWith("text/html")) return served(content, type, { status });
  const html = new TextDecoder().decode(content);
  const policy = OWN_POLICY.test(html.split(/<\/head|<body/i, 1)[0]) ? STRICT : ORDINARY;
  return served(request.mode === "navigate" ? withGuard(html, BASE + GUARD_PATH) : content, type, { status, policy });
}

// A file that somebody keeps beside an entry. Nothing but a picture, a text and the like is shown; the rest is handed over.
function saved(request, type, content) {
  if (RUNNING.has(request.destination)) return nothing(403);
  const policy = INERT.test(type) ? QUIET : SANDBOX;
  const isHandedOver = request.mode === "navigate" && policy === SANDBOX && !SEEN.test(type);
  const disposition = isHandedOver ? { "Content-Disposition": "attachment" } : {};
  return served(content, SCRIPT.test(type) ? "text/plain; charset=utf-8" : type, { policy, ...disposition });
}

// A page with the guard before anything else in it.
function withGuard(html, address) {
  const tag = `<script src="${address}"></script>`;
  const head = /<head\b[^>]*>/i.exec(html) ?? /<html\b[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = head ? head.index + head[0].length : 0;
  return html.slice(0, at) + tag + html.slice(at);
}
