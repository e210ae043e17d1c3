"""Many files become one run of bytes that says nothing of them by its size, and the other way round."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from afterword.errors import VaultError
from afterword.vault.header import CHUNK
from afterword.vault.media import media_type

MEBIBYTE = 1024 * 1024
# The length of the list of files, in front of everything.
_LENGTH = 4
_SAMPLE = 64 * 1024
# Packing is not worth a reader's unpacking unless it saves a tenth.
_WORTHWHILE = 0.9
_LEVEL = 4


def packed(files: Mapping[str, bytes], *, runs: Collection[str] = ()) -> bytes:
    """The list of files, deflated, then their contents, deflated where that helps; padded to whole MiB.

    Those that `runs` names may run in a browser: the list has the digest of each.
    """
    with ThreadPoolExecutor(max_workers=2) as workers:
        stored = dict(zip(files, workers.map(_stored, files.values()), strict=True))
    listed, at = {}, 0
    for path, (content, is_deflated) in stored.items():
        whole = files[path]
        digest = hashlib.sha256(whole).hexdigest() if path in runs else ""
        listed[path] = [at, len(content), int(is_deflated), media_type(path), len(whole), digest]
        at += len(content)
    index = _deflated(json.dumps({"files": listed}, ensure_ascii=False).encode())
    run = b"".join(
        (len(index).to_bytes(_LENGTH, "big"), index, *(one for one, _ in stored.values()))
    )
    return run + bytes(-len(run) % MEBIBYTE)


def unpacked(run: bytes) -> dict[str, bytes]:
    """The files in such a run. Raises VaultError where it was not written by `packed`."""
    start = _LENGTH + int.from_bytes(run[:_LENGTH], "big")
    try:
        listed = json.loads(_inflated(run[_LENGTH:start]))["files"]
        return {path: _content(run, start, place) for path, place in listed.items()}
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise VaultError(
            "The vault opens, but what is in it was not packed by Afterword."
        ) from error


def chunks(run: bytes) -> Iterator[bytes]:
    """The run in pieces of one size."""
    return (run[at : at + CHUNK] for at in range(0, len(run), CHUNK))


def _content(run: bytes, start: int, place: list[Any]) -> bytes:
    at, length, is_deflated, *_ = place
    content = run[start + at : start + at + length]
    if len(content) != length:
        raise ValueError
    return _inflated(content) if is_deflated else content


def _stored(content: bytes) -> tuple[bytes, bool]:
    """The content as it is kept. A large picture is not deflated in vain: its beginning tells."""
    sample = content[:_SAMPLE]
    shorter = _deflated(sample)
    if len(shorter) > _WORTHWHILE * len(sample):
        return content, False
    return (shorter if len(sample) == len(content) else _deflated(content)), True


def _deflated(content: bytes) -> bytes:
    work = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return work.compress(content) + work.flush()


def _inflated(content: bytes) -> bytes:
    return zlib.decompress(content, -zlib.MAX_WBITS)
