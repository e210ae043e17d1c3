"""Many files become one run of bytes that says nothing of them by its size.

In front lies the list of files, deflated, with its length in four bytes; then their contents, deflated where that helps. Each
file is gone over twice, once to measure it and once to take it along, so that never more than a few pieces are in memory.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from afterword.errors import VaultError
from afterword.frozen import dataclass
from afterword.vault.sealed.header import CHUNK
from afterword.vault.sealed.media import media_type
from afterword.vault.sealed.ordered import in_order

MEBIBYTE = 1024 * 1024
# How many bytes say how long the list of files is.
LENGTH = 4
# More than this is no journal, and no browser would hold it.
LARGEST = 2 * 1024 * MEBIBYTE
_SAMPLE = 16 * 1024
# Packing is not worth a reader's unpacking unless it saves a tenth.
_WORTHWHILE = 0.9
_LEVEL = 4
# What was deflated to be measured is kept for the second time, as long as it is small and there is room.
_KEPT_OF_ONE = 2 * MEBIBYTE
KEPT = 64 * MEBIBYTE

# Brings the content of a path in pieces, of a MiB or so each but for the last.
Read = Callable[[str], Iterable[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a file lies in the run: `at` counts from the end of the list, `length` is what is stored there, `size` what the file has.

    `digest` is the SHA-256, in hexadecimal letters, of a file that may run in a browser; of any other it is empty.
    """

    at: int
    length: int
    is_deflated: bool
    media: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How files will lie in a run: the list as it is written, the place of each, and what is `kept` of them in deflated form."""

    listed: bytes
    places: Mapping[str, Place]
    kept: Mapping[str, bytes]

    @property
    def chunks(self) -> int:
        """How many chunks the run will have."""
        length = LENGTH + len(self.listed) + sum(one.length for one in self.places.values())
        return padded(length) // CHUNK


def padded(length: int) -> int:
    """The length up to the next whole MiB."""
    return length + -length % MEBIBYTE


def planned(
    paths: Collection[str], read: Read, *, runs: Collection[str] = (), room: int = KEPT
) -> Plan:
    """A plan for these files, of which those that `runs` names may run in a browser. It keeps no more than there is room for.

    Raises VaultError for more than any reader would open.
    """
    places: dict[str, Place] = {}
    kept: dict[str, bytes] = {}
    at = 0
    measured = in_order(lambda path: _measured(path, read, may_run=path in runs), paths)
    for path, (place, deflated) in zip(paths, measured, strict=True):
        places[path] = replace(place, at=at)
        at += place.length
        if deflated is not None and len(deflated) <= room:
            kept[path] = deflated
            room -= len(deflated)
    plan = Plan(listed=_listed(places), places=places, kept=kept)
    if max(plan.chunks * CHUNK, sum(place.size for place in places.values())) > LARGEST:
        raise VaultError("This is more than 2 GiB. Leave out recordings and large pictures.")
    return plan


def chunks(plan: Plan, read: Read) -> Iterator[bytes]:
    """The run in chunks of one size. Raises VaultError where a file is no longer what it was when it was measured."""
    waiting = bytearray()
    for piece in _run(plan, read):
        waiting += piece
        while len(waiting) >= CHUNK:
            yield bytes(waiting[:CHUNK])
            del waiting[:CHUNK]


def packed(files: Mapping[str, bytes], *, runs: Collection[str] = ()) -> bytes:
    """The whole run of a few files that are in memory anyway."""

    def read(path: str) -> Iterable[bytes]:
        return (files[path],)

    return b"".join(chunks(planned(files, read, runs=runs), read))


def _listed(places: Mapping[str, Place]) -> bytes:
    files = {
        path: [one.at, one.length, int(one.is_deflated), one.media, one.size, one.digest]
        for path, one in places.items()
    }
    return b"".join(_deflating((json.dumps({"files": files}, ensure_ascii=False).encode(),)))


def _run(plan: Plan, read: Read) -> Iterator[bytes]:
    yield len(plan.listed).to_bytes(LENGTH, "big")
    yield plan.listed
    length = LENGTH + len(plan.listed)
    for path, place in plan.places.items():
        found = 0
        for piece in _stored(plan, path, read):
            found += len(piece)
            yield piece
        if found != place.length:
            raise VaultError("A file was changed while it was being sealed. Begin again.")
        length += found
    yield bytes(padded(length) - length)


def _stored(plan: Plan, path: str, read: Read) -> Iterable[bytes]:
    if path in plan.kept:
        return (plan.kept[path],)
    return _deflating(read(path)) if plan.places[path].is_deflated else read(path)


def _measured(path: str, read: Read, *, may_run: bool) -> tuple[Place, bytes | None]:
    """The place of a file, wherever it will begin, and what it is deflated where that is short enough to keep."""
    size, digest = 0, hashlib.sha256()

    def counted() -> Iterator[bytes]:
        nonlocal size
        for piece in read(path):
            size += len(piece)
            if may_run:
                digest.update(piece)
            yield piece

    pieces = counted()
    deflating = _deflating(pieces)
    head = next(deflating)
    # A large picture is not deflated in vain: its beginning tells.
    is_deflated = len(head) <= _WORTHWHILE * min(size, _SAMPLE)
    length, kept = _gathered(chain((head,), deflating) if is_deflated else pieces)
    place = Place(
        at=0,
        length=length if is_deflated else size,
        is_deflated=is_deflated,
        media=media_type(path),
        size=size,
        digest=digest.hexdigest() if may_run else "",
    )
    return place, kept if is_deflated else None


def _gathered(pieces: Iterable[bytes]) -> tuple[int, bytes | None]:
    """How long they are together, and what they are unless that is too long."""
    length, found = 0, bytearray()
    for piece in pieces:
        length += len(piece)
        if length <= _KEPT_OF_ONE:
            found += piece
    return length, bytes(found) if length <= _KEPT_OF_ONE else None


def _deflating(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces deflated. What comes first is the beginning by itself, which tells whether it is worth it."""
    work = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    following = iter(pieces)
    first = next(following, b"")
    yield work.compress(first[:_SAMPLE]) + work.flush(zlib.Z_SYNC_FLUSH)
    yield work.compress(first[_SAMPLE:])
    for piece in following:
        yield work.compress(piece)
    yield work.flush()
