// The files in an opened vault: where each lies among the chunks, and which one an address means.
"use strict";

// Four MiB of opened chunks are kept in memory, and never anywhere else.
const KEPT = 16;

class Site {
  // `fetched` brings the blob of a name, as bytes.
  constructor(header, key, fetched) {
    this.header = header;
    this.key = key;
    this.fetched = fetched;
    this.kept = new Map();
    this.files = new Map();
    this.start = 0;
  }

  async open() {
    const length = new DataView((await this.bytes(0, LENGTH)).buffer).getUint32(0);
    const list = await inflated(await this.bytes(LENGTH, length), LIST_BOUND);
    this.start = LENGTH + length;
    this.files = readList(new TextDecoder().decode(list), this.header.blobs.length * CHUNK - this.start);
    return this;
  }

  chunk(number) {
    const known = this.kept.get(number);
    const name = this.header.blobs[number];
    const found = known ?? this.fetched(name).then((blob) => openedChunk(this.header, name, blob, this.key));
    // The one that was asked for last stands last; what failed is not kept.
    this.kept.delete(number);
    this.kept.set(number, found);
    found.catch(() => this.kept.delete(number));
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value);
    return found;
  }

  async bytes(at, length) {
    // A file of no bytes may stand behind the last of them.
    if (length === 0) return new Uint8Array(0);
    const first = Math.floor(at / CHUNK);
    const last = Math.floor((at + length - 1) / CHUNK);
    if (last >= this.header.blobs.length) throw new Refusal("altered");
    const found = new Uint8Array(length);
    const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const chunks = await Promise.all(numbers.map((number) => this.chunk(number)));
    chunks.forEach((chunk, index) => {
      const start = (first + index) * CHUNK;
      const from = Math.max(at, start);
      const to = Math.min(at + length, start + CHUNK);
      found.set(chunk.subarray(from - start, to - start), from - at);
    });
    return found;
  }

  // The file as it was sealed; what may run is compared with its digest once more.
  async content(path) {
    const { at, length, isDeflated, size, digest } = this.files.get(path);
    const stored = await this.bytes(this.start + at, length);
    const content = isDeflated ? await inflated(stored, size) : stored;
    if (content.length !== size) throw new Refusal("altered");
    if (digest && digest !== (await digestOf(content))) throw new Refusal("altered");
    return content;
  }

  type(path) {
    return this.files.get(path).type;
  }

  // Whether the build made this file itself, and not somebody whose files lie beside the entries.
  mayRun(path) {
    return Boolean(this.files.get(path)?.digest);
  }

  // What a host of plain files would do: a folder's index, a slash where one is missing, a page without its ending, or nothing.
  meant(path) {
    if (this.files.has(path)) return { path };
    if (path === "" || path.endsWith("/")) return this.files.has(`${path}index.html`) ? { path: `${path}index.html` } : {};
    if (this.files.has(`${path}/index.html`)) return { folder: `${path}/` };
    return this.files.has(`${path}.html`) ? { path: `${path}.html` } : {};
  }

  // The file that answers for a path, with the page for what is not there; null where the site has none, or none of its own.
  shown(path) {
    return this.meant(path).path ?? (this.mayRun("404.html") ? "404.html" : null);
  }
}

async function digestOf(content) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
