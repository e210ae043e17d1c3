// Altered, cut, mixed and wicked vaults against the browser's half, in Node: run by tests/attacks/test_altered_in_browser_code.py.
import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Duplex } from "node:stream";
import { test } from "node:test";
import { runInThisContext } from "node:vm";
import { createInflateRaw, deflateRawSync } from "node:zlib";

globalThis.crypto ??= webcrypto;
try {
  new DecompressionStream("deflate-raw");
} catch {
  globalThis.DecompressionStream = function inflating() {
    return Duplex.toWeb(createInflateRaw());
  };
}

const { AFTERWORD_UNLOCK, AFTERWORD_VECTORS } = process.env;
for (const name of ["crypto.js", "listing.js", "site.js"]) {
  runInThisContext(readFileSync(join(AFTERWORD_UNLOCK, name), "utf-8"), name);
}
const [Site, readHeader, contentKey, openingKey] = ["Site", "readHeader", "contentKey", "openingKey"].map((name) => runInThisContext(name));
const [readList, inflated, CHUNK] = ["readList", "inflated", "CHUNK"].map((name) => runInThisContext(name));

const vector = (name) => readFileSync(join(AFTERWORD_VECTORS, name));
const facts = JSON.parse(vector("facts.json"));
const written = vector("one/vault.json");
const header = readHeader(written.toString());
const wrapping = await openingKey(facts.passphrase, header);
const content = await contentKey(header, wrapping);
const blobs = new Map(header.blobs.map((name) => [name, new Uint8Array(vector(`one/b/${name}`))]));

// Why it is refused; an empty word where it opens. Whatever else is thrown is a fault of ours.
async function refusal(opening) {
  try {
    await opening();
    return "";
  } catch (error) {
    return error.kind ?? `a fault: ${error}`;
  }
}

async function every(headerBytes, blobOf = async (name) => blobs.get(name)) {
  const read = readHeader(new TextDecoder().decode(headerBytes));
  const site = await new Site(read, await contentKey(read, wrapping), blobOf).open();
  for (const path of site.files.keys()) await site.content(path);
}

function flipped(bytes, bit) {
  const changed = Uint8Array.from(bytes);
  changed[bit >> 3] ^= 1 << (bit & 7);
  return changed;
}

// Chance that is the same in every run.
function* chance(state) {
  let value = state;
  while (true) {
    value = (Math.imul(value, 1664525) + 1013904223) >>> 0;
    yield value / 2 ** 32;
  }
}

test("the vault opens as long as nobody touched it", async () => {
  assert.equal(await refusal(() => every(written)), "");
});

test("none of four hundred flipped bits of a header opens, and each is refused by name", async () => {
  const numbers = chance(1);
  const said = new Set();
  for (let time = 0; time < 400; time++) {
    const bit = Math.floor(numbers.next().value * 8 * written.length);
    said.add(await refusal(() => every(flipped(written, bit))));
  }
  // A flipped bit in the slot of this reader leaves no slot that opens.
  assert.deepEqual([...said].sort().slice(0, 1), ["altered"]);
  assert.deepEqual([...said].filter((one) => !["altered", "wrong"].includes(one)), []);
});

test("some of those bits pass for a header until its seal is looked at", () => {
  let passing = 0;
  for (let bit = 0; bit < 8 * written.length; bit += 5) {
    try {
      readHeader(new TextDecoder().decode(flipped(written, bit)));
      passing++;
    } catch {}
  }
  assert.equal(passing > 50, true);
});

test("none of sixty flipped bits of the pieces opens", async () => {
  const numbers = chance(2);
  for (let time = 0; time < 60; time++) {
    const name = header.blobs[Math.floor(numbers.next().value * header.blobs.length)];
    const bit = Math.floor(numbers.next().value * 8 * blobs.get(name).length);
    const site = new Site(header, content, async (one) => (one === name ? flipped(blobs.get(one), bit) : blobs.get(one)));
    assert.equal(await refusal(() => site.chunk(header.blobs.indexOf(name))), "altered");
  }
});

test("no cut of a header or a piece opens", async () => {
  for (let at = 0; at < written.length; at += 17) {
    assert.equal(await refusal(() => every(written.subarray(0, at))), "altered");
  }
  for (const size of [0, 1, 11, 12, 27, 28, CHUNK, CHUNK + 27]) {
    assert.equal(await refusal(() => every(written, async (name) => blobs.get(name).subarray(0, size))), "altered");
  }
});

test("no mix of two publishes opens", async () => {
  const other = readHeader(vector("two/vault.json").toString());
  const others = other.blobs.map((name) => new Uint8Array(vector(`two/b/${name}`)));
  assert.equal(await refusal(() => every(written, async (name) => others[header.blobs.indexOf(name)])), "altered");
  const mixed = JSON.stringify({ ...JSON.parse(written), seal: JSON.parse(vector("two/vault.json")).seal });
  assert.equal(await refusal(() => every(new TextEncoder().encode(mixed))), "altered");
});

const ordinary = () => [0, 4, 0, "text/plain; charset=utf-8", 4, ""];
const changed = (change) => {
  const place = ordinary();
  change(place);
  return { a: place };
};
const after = (place) => ({ a: ordinary(), b: place });

for (const [name, files] of Object.entries({
  "a negative place": changed((one) => (one[0] = -1)),
  "a negative length": changed((one) => (one[1] = -4)),
  "half a place": changed((one) => (one[0] = 0.5)),
  "a place beyond what a number can say": changed((one) => (one[0] = 2 ** 60)),
  "a place that is a word": changed((one) => (one[0] = "0")),
  "a place behind the end": changed((one) => (one[0] = 97)),
  "a length beyond the end": changed((one) => ([one[1], one[4]] = [101, 101])),
  "a size that is not its length": changed((one) => (one[4] = 5)),
  "a size that no deflating reaches": changed((one) => ([one[2], one[4]] = [1, 4 * 1033])),
  "a size above all bounds": changed((one) => ([one[2], one[4]] = [1, 2 ** 33])),
  "another way of packing": changed((one) => (one[2] = 2)),
  "a truth for a number": changed((one) => (one[2] = true)),
  "a type with a line of its own": changed((one) => (one[3] = "text/html\r\nX: y")),
  "a type that is none": changed((one) => (one[3] = "html")),
  "a type that is no word": changed((one) => (one[3] = ["text/html"])),
  "a digest in capitals": changed((one) => (one[5] = "A".repeat(64))),
  "a short digest": changed((one) => (one[5] = "ab")),
  "a digest that is none": changed((one) => (one[5] = null)),
  "a field too many": changed((one) => one.push(0)),
  "a field too few": changed((one) => one.pop()),
  "a file that is nothing": { a: null },
  "a file that is a word": { a: "012345" },
  "two files in one place": after(ordinary()),
  "two files that overlap": after([3, 4, 0, "text/plain", 4, ""]),
  "no files": null,
  "files in a row": [[0]],
})) {
  test(`a list with ${name} is refused`, async () => {
    assert.equal(await refusal(() => readList(JSON.stringify({ files }), 100)), "altered");
  });
}

test("such a list is read as long as nothing is odd in it", () => {
  const files = after([4, 96, 1, "text/html", 96 * 1032, "a".repeat(64)]);
  assert.deepEqual([...readList(JSON.stringify({ files }), 100).keys()], ["a", "b"]);
});

test("a list that promises more than two GiB in all is refused", async () => {
  const length = 2 ** 20;
  const place = (at) => [at * length, length, 1, "text/plain", 2 ** 30, ""];
  const files = (count) => ({ files: Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}`, place(at)])) });
  assert.equal(await refusal(() => readList(JSON.stringify(files(2)), 2 ** 30)), "");
  assert.equal(await refusal(() => readList(JSON.stringify(files(3)), 2 ** 30)), "altered");
});

test("what is no list is refused", async () => {
  for (const text of ["", "{", "[]", "null", "3", '{"files":3}', "[".repeat(100000), '{"files":[]}']) {
    assert.equal(await refusal(() => readList(text, 100)), "altered");
  }
});

test("nothing inflates beyond the size that it was given", async () => {
  const bomb = deflateRawSync(new Uint8Array(50_000_000));
  assert.equal(bomb.length < 60_000, true);
  assert.equal(await refusal(() => inflated(bomb, 1_000_000)), "altered");
  assert.equal((await inflated(bomb, 50_000_000)).length, 50_000_000);
});

test("what was deflated and was cut, or goes on behind its end, is refused", async () => {
  const whole = deflateRawSync(Buffer.from("word ".repeat(100)));
  assert.equal(await refusal(() => inflated(whole.subarray(0, -3), 1000)), "altered");
  assert.equal(await refusal(() => inflated(Buffer.from("no deflate at all"), 1000)), "altered");
});

test("a file that is not what its size or digest says is refused", async () => {
  const site = await new Site(header, content, async (name) => blobs.get(name)).open();
  const path = [...site.files.keys()].find((one) => site.mayRun(one) && site.files.get(one).isDeflated);
  site.files.get(path).size += 1;
  assert.equal(await refusal(() => site.content(path)), "altered");
  site.files.get(path).size -= 2;
  assert.equal(await refusal(() => site.content(path)), "altered");
  site.files.get(path).size += 1;
  assert.equal(await refusal(() => site.content(path)), "");
});

test("a list whose length leads beyond the vault is refused before anything is made ready for it", async () => {
  const site = new Site(header, content, async (name) => blobs.get(name));
  site.chunk = async () => new Uint8Array(CHUNK).fill(255);
  assert.equal(await refusal(() => site.open()), "altered");
});
