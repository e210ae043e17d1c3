// The files in an opened vault: where each lies among the chunks, and which one an address means.
"use strict";

// Four MiB of opened chunks are kept in memory, and never anywhere else.
const KEPT = 16;

async function inflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

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
    const length = new DataView((await this.bytes(0, 4)).buffer).getUint32(0);
    const list = JSON.parse(new TextDecoder().decode(await inflated(await this.bytes(4, length))));
    this.files = new Map(Object.entries(list.files));
    this.start = 4 + length;
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
    const found = new Uint8Array(length);
    const first = Math.floor(at / CHUNK);
    const last = Math.floor((at + Math.max(length, 1) - 1) / CHUNK);
    if (last >= this.header.blobs.length) throw new Refusal("altered");
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

  async content(path) {
    const [at, length, isDeflated] = this.files.get(path);
    const stored = await this.bytes(this.start + at, length);
    return isDeflated ? inflated(stored) : stored;
  }

  type(path) {
    return this.files.get(path)[3];
  }

  // What a host of plain files would do: a folder's index, a slash where one is missing, a page without its ending, or nothing.
  meant(path) {
    if (this.files.has(path)) return { path };
    if (path === "" || path.endsWith("/")) return this.files.has(`${path}index.html`) ? { path: `${path}index.html` } : {};
    if (this.files.has(`${path}/index.html`)) return { folder: `${path}/` };
    return this.files.has(`${path}.html`) ? { path: `${path}.html` } : {};
  }
}

// A page with the guard before anything else in it.
function withGuard(html, address) {
  const tag = `<script src="${address}"></script>`;
  const head = /<head\b[^>]*>/i.exec(html) ?? /<html\b[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = head ? head.index + head[0].length : 0;
  return html.slice(0, at) + tag + html.slice(at);
}
