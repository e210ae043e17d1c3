// How the worker answers for a file, in Node: run by tests/vault/test_unlock.py.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runInThisContext } from "node:vm";

globalThis.BASE = "https://a.example/journal/";
runInThisContext(readFileSync(join(process.env.AFTERWORD_UNLOCK, "serving.js"), "utf-8"), "serving.js");
const [made, saved, withGuard] = ["made", "saved", "withGuard"].map((name) => runInThisContext(name));

const page = { mode: "navigate", destination: "document" };
const content = new TextEncoder().encode("<!doctype html><html><head><title>A</title></head><body></body></html>");
const policy = (response) => response.headers.get("Content-Security-Policy");
const isHandedOver = (response) => response.headers.get("Content-Disposition") === "attachment";

const rules = (response) => Object.fromEntries(policy(response).split("; ").map((rule) => [rule.split(" ", 1)[0], rule.slice(rule.indexOf(" ") + 1)]));

const RUN = [
  "text/html; charset=utf-8",
  "text/javascript; charset=utf-8",
  "application/xml",
  "application/xhtml+xml",
  "application/wasm",
  "application/octet-stream",
  "application/manifest+json",
  "text/markdown; charset=utf-8",
  "text/xml",
  "font/woff",
  "video/mp4",
  "x/unheard-of",
];
const SEEN = ["image/svg+xml", "application/pdf"];
const INERT = ["image/png", "image/x-icon", "text/plain; charset=utf-8", "text/csv; charset=utf-8", "text/css; charset=utf-8", "application/json"];

for (const type of RUN) {
  test(`a saved file of ${type} is handed over, and has no origin`, () => {
    const response = saved(page, type, content);
    assert.equal(isHandedOver(response), true);
    assert.match(policy(response), /^sandbox; default-src 'none';/);
  });
}

for (const type of SEEN) {
  test(`a saved file of ${type} is shown without an origin`, () => {
    const response = saved(page, type, content);
    assert.equal(isHandedOver(response), false);
    assert.match(policy(response), /^sandbox; default-src 'none';/);
    assert.doesNotMatch(policy(response), /allow-|'self'/);
  });
}

for (const type of INERT) {
  test(`a saved file of ${type} is shown, and may load no script`, () => {
    const response = saved(page, type, content);
    assert.equal(isHandedOver(response), false);
    assert.match(policy(response), /^default-src 'none';/);
  });
}

test("no kind of saved file is a script, whoever asks", () => {
  for (const type of [...RUN, ...SEEN, ...INERT]) {
    for (const request of [page, { mode: "no-cors", destination: "" }, { mode: "cors", destination: "image" }]) {
      const response = saved(request, type, content);
      assert.doesNotMatch(response.headers.get("Content-Type"), /javascript/);
      assert.equal(response.headers.get("X-Content-Type-Options"), "nosniff");
      assert.match(policy(response), /frame-ancestors 'none'/);
    }
  }
});

test("a saved file is nothing to whoever would run or frame it", async () => {
  for (const destination of ["script", "worker", "sharedworker", "audioworklet", "paintworklet", "xslt", "iframe", "frame", "object", "embed"]) {
    for (const type of [...RUN, ...SEEN, ...INERT]) {
      const response = saved({ mode: "navigate", destination }, type, content);
      assert.deepEqual([response.status, await response.text()], [403, ""]);
    }
  }
});

test("a picture in a page is its picture", async () => {
  const response = saved({ mode: "no-cors", destination: "image" }, "image/png", content);
  assert.deepEqual([response.status, response.headers.get("Content-Type")], [200, "image/png"]);
  assert.deepEqual(new Uint8Array(await response.arrayBuffer()), content);
});

test("a page that the build made has the guard, and allows no more than it says itself", async () => {
  const own = new TextEncoder().encode("<head><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'\"></head>");
  const response = made(page, "text/html; charset=utf-8", own, 200);
  assert.equal((await response.text()).startsWith('<head><script src="https://a.example/journal/__guard.js"></script><meta'), true);
  assert.doesNotMatch(policy(response), /unsafe-eval|blob:|script-src[^;]*data:/);
});

test("a page of a foreign site that says nothing of it may do what it did", async () => {
  const named = new TextEncoder().encode("<head></head><body><meta http-equiv=\"Content-Security-Policy\" content=\"\"></body>");
  for (const one of [content, named]) assert.match(policy(made(page, "text/html", one, 200)), /'unsafe-eval'.*connect-src 'self'/);
});

test("a page of ours sends no form, embeds no object and loads from its own site alone", () => {
  const own = new TextEncoder().encode('<head><meta http-equiv="Content-Security-Policy" content=""></head>');
  assert.deepEqual(rules(made(page, "text/html", own, 200)), {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "media-src": "'self' data:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "frame-src": "'none'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
  });
});

test("a foreign page may run what it did, and reaches no other host by a form, an object or a request", () => {
  assert.deepEqual(rules(made(page, "text/html", content, 200)), {
    "default-src": "'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  });
});

test("a saved page that is opened by itself has no origin, and loads and sends nothing", () => {
  assert.deepEqual(rules(saved(page, "text/html", content)), {
    sandbox: "sandbox",
    "default-src": "'none'",
    "img-src": "data:",
    "font-src": "data:",
    "style-src": "'unsafe-inline'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
  });
});

test("a picture or a sound that is shown by itself loads itself alone", () => {
  assert.deepEqual(rules(saved(page, "image/png", content)), {
    "default-src": "'none'",
    "img-src": "'self' data:",
    "media-src": "'self'",
    "style-src": "'unsafe-inline'",
    "frame-ancestors": "'none'",
  });
});

test("a page that another page asks for comes as it was built", async () => {
  const response = made({ mode: "cors", destination: "" }, "text/html", content, 200);
  assert.deepEqual(new Uint8Array(await response.arrayBuffer()), content);
});

test("nothing that is served is kept, or says where somebody came from", () => {
  for (const response of [saved(page, "image/png", content), made(page, "text/html", content, 404)]) {
    const said = ["Cache-Control", "Referrer-Policy", "Cross-Origin-Opener-Policy"].map((name) => response.headers.get(name));
    assert.deepEqual(said, ["no-store", "no-referrer", "same-origin"]);
  }
});

test("the guard stands before anything else in a page", () => {
  const tag = '<script src="/g"></script>';
  assert.equal(withGuard('<!doctype html><html><head data-a="b"><title>', "/g"), `<!doctype html><html><head data-a="b">${tag}<title>`);
  assert.equal(withGuard("<html lang=en><p>", "/g"), `<html lang=en>${tag}<p>`);
  assert.equal(withGuard("<!DOCTYPE html><p>", "/g"), `<!DOCTYPE html>${tag}<p>`);
  assert.equal(withGuard("<header>", "/g"), `${tag}<header>`);
});
