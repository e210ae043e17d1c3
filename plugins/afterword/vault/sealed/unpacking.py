"""One run of bytes becomes the files again, as far as its list is one that `packing` writes: it promises nothing it doesn't keep."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from afterword.vault.sealed.header import AlteredError
from afterword.vault.sealed.packing import LARGEST, LENGTH, MEBIBYTE, Place, padded

_LARGEST_LIST = 64 * MEBIBYTE
_DIGEST = re.compile(r"(?:[0-9a-f]{64})?")


def unpacked(run: memoryview) -> Iterator[tuple[str, bytes]]:
    """Each path in such a run with its content, one after the other.

    Raises AlteredError where the run was not packed by Afterword, wherever that shows: before the first file for its list,
    and at a file whose content is not of the size that the list gives it.
    """
    try:
        start, places = _places(run)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error) as error:
        raise _strange() from error
    if sum(place.size for place in places.values()) > LARGEST:
        raise AlteredError(
            "The vault says that it holds more than 2 GiB. Nothing of it was opened."
        )
    for path, place in places.items():
        try:
            yield path, _content(run, start + place.at, place)
        except (ValueError, zlib.error) as error:
            raise _strange() from error


def _strange() -> AlteredError:
    return AlteredError("The vault opens, but what is in it was not packed by Afterword.")


def _places(run: memoryview) -> tuple[int, Mapping[str, Place]]:
    """Where the contents begin, and the place of each file: one begins where the one before ended, and the last ends the run."""
    start = LENGTH + int.from_bytes(run[:LENGTH], "big")
    text = _inflated(run[LENGTH:start], at_most=_LARGEST_LIST)
    found = json.loads(text, object_pairs_hook=_without_twins)["files"]
    places = {path: _place(*entry) for path, entry in found.items()}
    end = 0
    for place in places.values():
        if place.at != end:
            raise ValueError
        end += place.length
    if padded(start + end) != len(run) or bytes(run[start + end :]).strip(b"\0"):
        raise ValueError
    return start, places


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _place(*entry: Any) -> Place:
    at, length, is_deflated, media, size, digest = entry
    if any(type(one) is not int or one < 0 for one in (at, length, size)):
        raise ValueError
    if type(is_deflated) is not int or is_deflated not in (0, 1) or type(media) is not str:
        raise ValueError
    if not _DIGEST.fullmatch(digest) or (not is_deflated and size != length):
        raise ValueError
    return Place(
        at=at, length=length, is_deflated=bool(is_deflated), media=media, size=size, digest=digest
    )


def _content(run: memoryview, at: int, place: Place) -> bytes:
    stored = run[at : at + place.length]
    content = _inflated(stored, at_most=place.size) if place.is_deflated else bytes(stored)
    if len(content) != place.size:
        raise ValueError
    if place.digest and hashlib.sha256(content).hexdigest() != place.digest:
        raise ValueError
    return content


def _inflated(content: memoryview, *, at_most: int) -> bytes:
    """The content inflated, all of it. Raises ValueError where it would be longer, or does not end where it should."""
    work = zlib.decompressobj(-zlib.MAX_WBITS)
    found = work.decompress(content, at_most + 1)
    if len(found) > at_most or not work.eof or work.unused_data:
        raise ValueError
    return found
