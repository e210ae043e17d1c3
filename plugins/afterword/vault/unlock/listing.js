// The list of files in front of a vault. What is odd in it is refused before anything of it is believed.
"use strict";

// How long the list may be, and all files together, once they are inflated.
const LIST_BOUND = 64 * 1024 * 1024;
const TOTAL_BOUND = 2 ** 31;
// The most that one deflated byte can stand for; and a list begins with its length.
const DENSEST = 1032;
const LENGTH = 4;
const MEDIA = /^[a-z]+\/[a-z0-9.+-]+(?:; charset=utf-8)?$/;
const DIGEST = /^(?:[0-9a-f]{64})?$/;

// What the bytes stand for, as long as that is no more than `most` bytes.
async function inflated(bytes, most) {
  const parts = [];
  let size = 0;
  try {
    const reader = new Response(bytes).body.pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > most) {
        reader.cancel().catch(() => null);
        throw new Refusal("altered");
      }
      parts.push(part.value);
    }
  } catch {
    throw new Refusal("altered");
  }
  const found = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    found.set(part, at);
    at += part.length;
  }
  return found;
}

// Where each file lies by its path, within `room` bytes, one beside the other.
function readList(text, room) {
  try {
    const { files } = JSON.parse(text);
    if (Object.prototype.toString.call(files) !== "[object Object]") throw new Refusal("altered");
    const places = Object.entries(files).map(([path, place]) => [path, readPlace(place)]);
    const inOrder = places.map(([, place]) => place).sort((one, other) => one.at - other.at || one.length - other.length);
    let [end, total] = [0, 0];
    for (const { at, length, size } of inOrder) {
      if (at < end) throw new Refusal("altered");
      end = at + length;
      total += size;
    }
    if (end > room || total > TOTAL_BOUND) throw new Refusal("altered");
    return new Map(places);
  } catch {
    throw new Refusal("altered");
  }
}

function readPlace(place) {
  const [at, length, isDeflated, type, size, digest] = place;
  const areSizes = [at, length, size].every((number) => Number.isSafeInteger(number) && number >= 0);
  const isPossible = isDeflated === 1 ? size <= length * DENSEST : isDeflated === 0 && size === length;
  const areWords = [type, digest].every((word) => typeof word === "string") && MEDIA.test(type) && DIGEST.test(digest);
  if (place.length !== 6 || !areSizes || !isPossible || !areWords) throw new Refusal("altered");
  return { at, length, isDeflated: isDeflated === 1, type, size, digest };
}
