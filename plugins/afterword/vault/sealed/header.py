"""What a vault says openly of itself: how its key is derived, its slots, and the names of its blobs in their order.

The header is kept as text, because its exact bytes are authenticated by the seal beside it.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Any

from afterword.errors import VaultError
from afterword.frozen import dataclass

FORMAT = "afterword-vault/1"
KDF = "PBKDF2-HMAC-SHA-256"
ITERATIONS = 2_000_000
# Fewer than this is refused, by us and by the browser, whoever wrote the header.
FLOOR = 600_000
# More than this is somebody's way of keeping a browser busy for ever.
CEILING = 10_000_000
CHUNK = 256 * 1024
SLOTS = 4
SALT_SIZE = 16
SLOT_SIZE = 12 + 32 + 16
SEAL_SIZE = 12 + 16

_NAME = re.compile(r"[0-9a-f]{32}")


class AlteredError(VaultError):
    """Something that was published is not as Afterword sealed it, or is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """`publish` is the id of this publish and `blobs` are the blobs' names, all of them 32 hexadecimal digits."""

    publish: str
    salt: bytes
    iterations: int
    slots: tuple[bytes, ...]
    blobs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedHeader:
    """A header with its text as it was authenticated, and the seal: a nonce and a tag."""

    header: Header
    text: str
    seal: bytes


def header_text(header: Header) -> str:
    """The header as the text that is authenticated."""
    return json.dumps(
        {
            "format": FORMAT,
            "publish": header.publish,
            "kdf": {"name": KDF, "iterations": header.iterations, "salt": _written(header.salt)},
            "chunk": CHUNK,
            "slots": [_written(slot) for slot in header.slots],
            "blobs": list(header.blobs),
        }
    )


def write_header(text: str, seal: bytes) -> bytes:
    """The file `vault.json`."""
    return json.dumps({"header": text, "seal": _written(seal)}).encode()


def read_header(content: bytes) -> SealedHeader:
    """The header in a file `vault.json`. Raises AlteredError for anything but exactly what `write_header` writes."""
    try:
        outer = json.loads(content)
        text, seal = outer["header"], _bytes(outer["seal"], SEAL_SIZE)
        header = _read(json.loads(text))
    except (ValueError, KeyError, TypeError, RecursionError, AttributeError) as error:
        raise AlteredError(
            "vault.json is not what Afterword writes. It has been altered."
        ) from error
    if not FLOOR <= header.iterations <= CEILING:
        raise AlteredError(
            f"vault.json asks for fewer than {FLOOR} rounds of key derivation, or for more than {CEILING}. Afterword writes no such file: it has been altered."
        )
    if write_header(header_text(header), seal) != content:
        raise AlteredError("vault.json is not what Afterword writes. It has been altered.")
    return SealedHeader(header=header, text=text, seal=seal)


def _read(value: dict[str, Any]) -> Header:
    """What is of no known kind is found by writing the header again; here only what could not be used is."""
    kdf = value["kdf"]
    iterations, publish, blobs = kdf["iterations"], value["publish"], value["blobs"]
    if type(iterations) is not int or len(value["slots"]) != SLOTS:
        raise ValueError
    if len(set(blobs)) != len(blobs) or not all(
        _NAME.fullmatch(name) for name in (publish, *blobs)
    ):
        raise ValueError
    return Header(
        publish=publish,
        salt=_bytes(kdf["salt"], SALT_SIZE),
        iterations=iterations,
        slots=tuple(_bytes(slot, SLOT_SIZE) for slot in value["slots"]),
        blobs=tuple(blobs),
    )


def _written(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _bytes(value: str, size: int) -> bytes:
    try:
        found = base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise ValueError from error
    if len(found) != size:
        raise ValueError
    return found
