// The browser's half of the vault, in Node: run by tests/vault/test_unlock.py, which hands it vectors that Python made.
import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Duplex } from "node:stream";
import { test } from "node:test";
import { runInThisContext } from "node:vm";
import { createInflateRaw } from "node:zlib";

// What every browser has, and an older Node has elsewhere: Debian's is one.
globalThis.crypto ??= webcrypto;
try {
  new DecompressionStream("deflate-raw");
} catch {
  globalThis.DecompressionStream = function inflating() {
    return Duplex.toWeb(createInflateRaw());
  };
}

const { AFTERWORD_UNLOCK, AFTERWORD_VECTORS } = process.env;
const vector = (name) => readFileSync(join(AFTERWORD_VECTORS, name));
for (const name of ["crypto.js", "listing.js", "site.js", "page.js"]) {
  runInThisContext(readFileSync(join(AFTERWORD_UNLOCK, name), "utf-8"), name);
}
const get = (name) => runInThisContext(name);
const [Site, readHeader, contentKey, openingKey, forms] = ["Site", "readHeader", "contentKey", "openingKey", "forms"].map(get);
const [folders, target, SAYINGS] = ["folders", "target", "SAYINGS"].map(get);

const facts = JSON.parse(vector("facts.json"));
const written = vector("sealed/vault.json").toString();
const blob = async (name) => new Uint8Array(vector(`sealed/b/${name}`));
const header = readHeader(written);
const wrapping = await openingKey(facts.passphrase, header);

const opened = async (change = (name) => blob(name)) =>
  new Site(header, await contentKey(header, wrapping), change).open();

const refused = (kind) => (error) => error.kind === kind;

test("every file that Python sealed opens, and Python finds each byte as it was", async () => {
  const site = await opened();
  for (const path of site.files.keys()) {
    const target = join(AFTERWORD_VECTORS, "opened", path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, await site.content(path));
  }
  assert.deepEqual([...site.files.keys()].sort(), facts.paths);
});

test("the forms of a passphrase are those that Python tries", () => {
  for (const [typed, tried] of facts.forms) assert.deepEqual(forms(typed), tried);
});

test("a passphrase opens in any case, with any blanks and hyphens between its words", async () => {
  for (const spelled of facts.spelled) assert.ok(await contentKey(header, await openingKey(spelled, header)));
});

test("a vault from before that opens with the passphrase as it was typed", async () => {
  const older = readHeader(vector("older/vault.json").toString());
  assert.ok(await contentKey(older, await openingKey(facts.older, older)));
});

test("a wrong passphrase opens no slot", async () => {
  await assert.rejects(openingKey("Another", header), refused("wrong"));
});

test("a header that was altered is no wrong passphrase", async () => {
  const text = header.text.replace(header.blobs[0], "0".repeat(32));
  await assert.rejects(openingKey(facts.passphrase, { ...header, text }), refused("altered"));
});

test("keys cannot be read out of the browser", async () => {
  assert.equal(wrapping.extractable, false);
  assert.equal((await contentKey(header, wrapping)).extractable, false);
});

test("a header that was altered is noticed", async () => {
  const text = JSON.stringify({ ...JSON.parse(header.text), blobs: [...header.blobs].reverse() });
  const seal = JSON.parse(written).seal;
  const altered = readHeader(JSON.stringify({ header: text, seal }));
  await assert.rejects(contentKey(altered, wrapping), refused("altered"));
});

for (const [name, change] of Object.entries({
  "fewer rounds": (one) => (one.kdf.iterations = 599999),
  "a day of rounds": (one) => (one.kdf.iterations = 10000001),
  "half a round": (one) => (one.kdf.iterations = 600000.5),
  "another derivation": (one) => (one.kdf.name = "MD5"),
  "another format": (one) => (one.format = "x"),
  "another chunk": (one) => (one.chunk = 1),
  "fewer slots": (one) => one.slots.pop(),
  "a short slot": (one) => (one.slots[0] = "AAAA"),
  "a slot that is no base64": (one) => (one.slots[0] = "!"),
  "a name that leaves the folder": (one) => (one.blobs[0] = "../../x"),
  "a name twice": (one) => (one.blobs[1] = one.blobs[0]),
  "no blobs": (one) => delete one.blobs,
})) {
  test(`a header with ${name} is refused`, () => {
    const outer = JSON.parse(written);
    const inner = JSON.parse(outer.header);
    change(inner);
    assert.throws(() => readHeader(JSON.stringify({ ...outer, header: JSON.stringify(inner) })), refused("altered"));
  });
}

test("what is no header is refused", () => {
  for (const content of ["", "[]", "null", "<!doctype html>"]) assert.throws(() => readHeader(content), refused("altered"));
});

test("a blob that was flipped, cut short or swapped is noticed", async () => {
  const [one, two] = header.blobs;
  const flip = async (name) => (await blob(name)).map((byte, at) => (at === 5000 ? byte ^ 1 : byte));
  await assert.rejects(opened(flip), refused("altered"));
  await assert.rejects(opened(async (name) => (await blob(name)).subarray(0, 20)), refused("altered"));
  await assert.rejects(opened(() => blob(two)), refused("altered"));
  assert.notEqual(one, two);
});

test("what could not be fetched is asked for again", async () => {
  let times = 0;
  const site = await opened();
  site.kept.clear();
  site.fetched = (name) => (times++ ? blob(name) : Promise.reject(new Error("away")));
  await assert.rejects(site.content("index.html"));
  assert.equal((await site.content("index.html")).length > 0, true);
});

test("what may run is what the packer was told, and is compared with its digest", async () => {
  const site = await opened();
  assert.deepEqual([...site.files.keys()].filter((path) => site.mayRun(path)).sort(), facts.runs);
  site.files.get("index.html").digest = "0".repeat(64);
  await assert.rejects(site.content("index.html"), refused("altered"));
});

test("what is not there is answered by the page for it, as long as the build made that", async () => {
  const site = await opened();
  assert.equal(site.shown("nowhere"), "404.html");
  assert.equal(site.shown("timeline"), "timeline.html");
  site.files.get("404.html").digest = "";
  assert.equal(site.shown("nowhere"), null);
});

test("no more than four MiB of what was opened is kept", async () => {
  const site = await opened();
  for (const path of site.files.keys()) await site.content(path);
  assert.equal(header.blobs.length > 16, true);
  assert.equal(site.kept.size, 16);
});

test("a list that points beyond the end is refused", async () => {
  const site = await opened();
  await assert.rejects(site.bytes(header.blobs.length * 262144 - 1, 2), refused("altered"));
});

test("an address means what it means on a host of plain files", async () => {
  const site = await opened();
  assert.deepEqual(site.meant(""), { path: "index.html" });
  assert.deepEqual(site.meant("a/"), { path: "a/index.html" });
  assert.deepEqual(site.meant("a"), { folder: "a/" });
  assert.deepEqual(site.meant("timeline"), { path: "timeline.html" });
  assert.deepEqual(site.meant("timeline.html"), { path: "timeline.html" });
  assert.deepEqual(site.meant("nowhere"), {});
  assert.deepEqual(site.meant("nowhere/"), {});
  assert.equal(site.type("a/index.html"), "text/html; charset=utf-8");
});

test("the vault is looked for in the folders of the address, the nearest first", () => {
  assert.deepEqual(folders("https://a.example/journal/2026/x.html?q#f"), [
    "https://a.example/journal/2026/",
    "https://a.example/journal/",
    "https://a.example/",
  ]);
  assert.deepEqual(folders("https://a.example/"), ["https://a.example/"]);
});

test("a shared link leads to its page, and never out of the site", () => {
  const base = "https://a.example/journal/";
  assert.equal(target(`${base}#!/2026/x.html#line-3`, base), `${base}2026/x.html#line-3`);
  assert.equal(target(`${base}#!/../other/`, base), base);
  assert.equal(target(`${base}#!//evil.example/`, base), `${base}/evil.example/`);
  assert.equal(target(`${base}2026/x.html#line-3`, base), `${base}2026/x.html#line-3`);
  assert.equal(target(`${base}__lock`, base), base);
});

test("six faults are told apart", () => {
  assert.deepEqual(Object.keys(SAYINGS).sort(), ["altered", "base", "fetch", "insecure", "worker", "wrong"]);
  assert.equal(new Set(Object.values(SAYINGS)).size, 6);
});
