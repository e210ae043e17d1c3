"""A folder of files becomes a folder that may be published: an unlock page, a worker, a header, and blobs of one size."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from afterword.errors import VaultError
from afterword.vault.header import FORMAT, ITERATIONS, Header, header_text, write_header
from afterword.vault.keys import KEY_SIZE, encrypted, filled_slots
from afterword.vault.packing import chunks, packed
from afterword.vault.unlocking import unlock_files

HEADER = "vault.json"
DOMAIN = "CNAME"
_BLOB = re.compile(r"b/[0-9a-f]{32}")


def blob_path(name: str) -> str:
    """Where the blob of this name lies."""
    return f"b/{name}"


def chunk_context(publish: str, name: str) -> str:
    """What is authenticated with a chunk, so that it opens under its own name in its own publish and nowhere else."""
    return f"{FORMAT} chunk {publish}/{name}"


def header_context(text: str) -> str:
    """What the seal beside a header authenticates: every letter of it."""
    return f"{FORMAT} header {text}"


def seal(
    files: Mapping[str, bytes],
    wrapping_keys: Sequence[bytes],
    *,
    salt: bytes,
    iterations: int = ITERATIONS,
    sealed_one: Callable[[int], None] = lambda _size: None,
) -> dict[str, bytes]:
    """The files as a published folder, for whoever holds one of the wrapping keys.

    `salt` and `iterations` are those that the wrapping keys were derived with; `sealed_one` is told the size of each chunk
    as it is done. A file CNAME stays readable beside the vault, because the host has to read it.
    """
    if not files:
        raise VaultError("There is nothing to seal: the folder is empty.")
    content_key, publish = secrets.token_bytes(KEY_SIZE), secrets.token_hex(16)
    run = packed(files)
    pieces = list(chunks(run))
    names = tuple(secrets.token_hex(16) for _ in pieces)

    def closed(name: str, piece: bytes) -> bytes:
        return encrypted(content_key, piece, context=chunk_context(publish, name))

    sealed = {}
    with ThreadPoolExecutor(max_workers=2) as workers:
        for name, blob in zip(names, workers.map(closed, names, pieces), strict=True):
            sealed[blob_path(name)] = blob
            sealed_one(len(blob))
    slots = filled_slots(content_key, wrapping_keys, publish=publish)
    text = header_text(
        Header(publish=publish, salt=salt, iterations=iterations, slots=slots, blobs=names)
    )
    header = write_header(text, encrypted(content_key, b"", context=header_context(text)))
    domain = {DOMAIN: files[DOMAIN]} if DOMAIN in files else {}
    return {**unlock_files(), HEADER: header, **domain, **dict(sorted(sealed.items()))}


def is_blob(path: str) -> bool:
    """Whether a file of a vault is called as chance calls its blobs."""
    return _BLOB.fullmatch(path) is not None


def strangers(sealed: Mapping[str, bytes]) -> tuple[str, ...]:
    """The paths in a sealed folder that have no business in one."""
    known = {*unlock_files(), HEADER, DOMAIN}
    return tuple(path for path in sealed if path not in known and not is_blob(path))
