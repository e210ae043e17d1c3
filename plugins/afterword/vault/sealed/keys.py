"""From a passphrase to the key that opens a vault. Everything here is a call of `cryptography`."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from afterword.errors import VaultError
from afterword.vault.sealed.header import FLOOR, FORMAT, SLOT_SIZE, SLOTS
from afterword.vault.sealed.passphrases import forms

KEY_SIZE = 32
NONCE_SIZE = 12
CODE_SIZE = 32


def wrapping_key(passphrase: str, *, salt: bytes, iterations: int) -> bytes:
    """The key that a passphrase stands for, however it is spelled. Takes about half a second, which is its point."""
    return _derived(forms(passphrase)[0], salt, iterations)


def tried_keys(passphrase: str, *, salt: bytes, iterations: int) -> Iterator[bytes]:
    """The keys that a passphrase may stand for, the likely one first: what was sealed before spelling was free may want the other.

    Each is derived when it is asked for, so that stopping at the one that fits costs no more than one.
    """
    for form in forms(passphrase):
        yield _derived(form, salt, iterations)


def encrypted(key: bytes, content: bytes, *, context: str) -> bytes:
    """The content under a key: a fresh nonce, then the ciphertext with its tag. `context` says what it is, and is authenticated."""
    nonce = secrets.token_bytes(NONCE_SIZE)
    return nonce + AESGCM(key).encrypt(nonce, content, context.encode())


def decrypted(key: bytes, box: bytes, *, context: str) -> bytes | None:
    """The content of what `encrypted` made; None when the key, the context or a byte is another."""
    try:
        return AESGCM(key).decrypt(box[:NONCE_SIZE], box[NONCE_SIZE:], context.encode())
    except (InvalidTag, ValueError):  # the latter for a box too short to hold a nonce
        return None


def authentication_code(key: bytes, content: bytes, *, context: str) -> bytes:
    """What only a holder of the key can say of the content. The key itself is not used for it: one made from it for `context` is."""
    own = HKDF(algorithm=SHA256(), length=KEY_SIZE, salt=None, info=context.encode()).derive(key)
    code = HMAC(own, SHA256())
    code.update(content)
    return code.finalize()


def filled_slots(
    content_key: bytes, wrapping_keys: Sequence[bytes], *, publish: str
) -> tuple[bytes, ...]:
    """The content key under each wrapping key, in an order of chance among dummies, so that nobody can count the readers."""
    if not 1 <= len(set(wrapping_keys)) == len(wrapping_keys) <= SLOTS:
        raise VaultError(f"A vault has 1 to {SLOTS} readers, each with a passphrase of their own.")
    slots = [encrypted(key, content_key, context=_slot(publish)) for key in wrapping_keys]
    slots += [secrets.token_bytes(SLOT_SIZE) for _ in range(SLOTS - len(slots))]
    secrets.SystemRandom().shuffle(slots)
    return tuple(slots)


def unwrapped(slots: Sequence[bytes], key: bytes, *, publish: str) -> bytes | None:
    """The content key, from whichever slot this wrapping key opens; None when it opens none."""
    tried = (decrypted(key, slot, context=_slot(publish)) for slot in slots)
    return next((found for found in tried if found is not None), None)


def _derived(form: str, salt: bytes, iterations: int) -> bytes:
    if iterations < FLOOR:
        raise VaultError(
            f"{iterations} rounds of key derivation are too few. The floor is {FLOOR}."
        )
    try:
        secret = form.encode()
    except UnicodeEncodeError:  # whose own words would repeat it
        raise VaultError("The passphrase holds something that is no text. Type it anew.") from None
    derivation = PBKDF2HMAC(algorithm=SHA256(), length=KEY_SIZE, salt=salt, iterations=iterations)
    return derivation.derive(secret)


def _slot(publish: str) -> str:
    return f"{FORMAT} slot {publish}"
