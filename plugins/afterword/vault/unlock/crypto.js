// What the unlock page and the worker both know: how a header is read and a key is found. All cryptography is the browser's own.
"use strict";

const FORMAT = "afterword-vault/1";
const KDF = "PBKDF2-HMAC-SHA-256";
const FLOOR = 600000;
const CEILING = 10000000;
const CHUNK = 256 * 1024;
const NONCE = 12;
const SLOTS = 4;
const NAME = /^[0-9a-f]{32}$/;
// The same blanks that the packer strips; neither language's own idea of a blank is the other's.
const BLANKS = /^[ \t\n\v\f\r\u1680\u2028\u2029\ufeff]+|[ \t\n\v\f\r\u1680\u2028\u2029\ufeff]+$/g;
// What may stand between words: blanks, and each hyphen and dash that somebody's keyboard has for one.
const GAPS = /[ \t\n\v\f\r\u1680\u2028\u2029\ufeff\u2010-\u2015\u2212-]+/g;

// Why something cannot be opened: `kind` is one of wrong, fetch, altered, worker, insecure, base.
class Refusal extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

function normalised(passphrase) {
  return passphrase.normalize("NFKC").replace(BLANKS, "");
}

// The forms in which a passphrase is tried: first the one in which all spellings are one, in small letters with one blank for
// each run of blanks and hyphens, then as it was typed, which is how older vaults took it. Where a word ends, its writing and
// each language say for themselves: so every sigma is the common one.
function forms(passphrase) {
  const lower = passphrase.normalize("NFKC").toLowerCase().replaceAll("\u03c2", "\u03c3");
  const canonical = lower.normalize("NFKC").replace(GAPS, " ").replace(/^ | $/g, "");
  return [...new Set([canonical, normalised(passphrase)])];
}

function bytesOf(base64, size) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  // A base64 text may have letters that stand for nothing; ours has none.
  if (bytes.length !== size || btoa(String.fromCharCode(...bytes)) !== base64) throw new Refusal("altered");
  return bytes;
}

function readHeader(content) {
  try {
    const { header: text, seal } = JSON.parse(content);
    const { format, publish, kdf, chunk, slots, blobs } = JSON.parse(text);
    const isOurs = format === FORMAT && kdf.name === KDF && chunk === CHUNK && slots.length === SLOTS;
    const isBearable = Number.isInteger(kdf.iterations) && kdf.iterations >= FLOOR && kdf.iterations <= CEILING;
    const areNames = [publish, ...blobs].every((name) => NAME.test(name)) && new Set(blobs).size === blobs.length;
    if (!isOurs || !isBearable || !areNames) throw new Refusal("altered");
    return {
      text,
      publish,
      blobs,
      iterations: kdf.iterations,
      salt: bytesOf(kdf.salt, 16),
      slots: slots.map((slot) => bytesOf(slot, NONCE + 32 + 16)),
      seal: bytesOf(seal, NONCE + 16),
    };
  } catch {
    throw new Refusal("altered");
  }
}

// The key that one form of a passphrase stands for. Nobody can read it out of the browser again.
async function wrappingKey(passphrase, header) {
  const secret = new TextEncoder().encode(passphrase);
  const material = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  const kdf = { name: "PBKDF2", hash: "SHA-256", salt: header.salt, iterations: header.iterations };
  return crypto.subtle.deriveKey(kdf, material, { name: "AES-GCM", length: 256 }, false, ["unwrapKey"]);
}

// The key of whichever form of the passphrase opens this vault.
async function openingKey(passphrase, header) {
  for (const form of forms(passphrase)) {
    const key = await wrappingKey(form, header);
    const isRight = await contentKey(header, key).catch((error) => error.kind !== "wrong" && Promise.reject(error));
    if (isRight) return key;
  }
  throw new Refusal("wrong");
}

function sealedWith(box, context) {
  return { name: "AES-GCM", iv: box.subarray(0, NONCE), additionalData: new TextEncoder().encode(`${FORMAT} ${context}`) };
}

// The content key from whichever slot this wrapping key opens, once the seal has shown that the header is as it was written.
async function contentKey(header, wrapping) {
  for (const slot of header.slots) {
    const opening = sealedWith(slot, `slot ${header.publish}`);
    const key = await crypto.subtle
      .unwrapKey("raw", slot.subarray(NONCE), wrapping, opening, "AES-GCM", false, ["decrypt"])
      .catch(() => null);
    if (key) {
      await opened(header.seal, `header ${header.text}`, key);
      return key;
    }
  }
  throw new Refusal("wrong");
}

async function opened(box, context, key) {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(sealedWith(box, context), key, box.subarray(NONCE)));
  } catch {
    throw new Refusal("altered");
  }
}

async function openedChunk(header, name, blob, key) {
  const chunk = await opened(blob, `chunk ${header.publish}/${name}`, key);
  if (chunk.length !== CHUNK) throw new Refusal("altered");
  return chunk;
}
