"""Each file lies where the list says, deflated where that saves a tenth, and nothing else is kept in memory than what pays."""

from __future__ import annotations

import hashlib
import json
import random
import zlib
from collections.abc import Iterable, Mapping

import pytest

from afterword.errors import VaultError
from afterword.vault.opening import opened_files
from afterword.vault.sealed.header import CHUNK, AlteredError
from afterword.vault.sealed.packing import KEPT, LENGTH, MEBIBYTE, chunks, packed, padded, planned
from afterword.vault.sealed.unpacking import unpacked

NOISE = random.Random(1).randbytes(3 * MEBIBYTE)
TEXT = b"a word and another " * 1000


def whole(files: Mapping[str, bytes]) -> tuple[list[str], dict[str, list[object]], bytes]:
    """The paths, the list and the contents of a run, read as its format says."""
    run = packed(files, runs=["run.js"])
    start = LENGTH + int.from_bytes(run[:LENGTH], "big")
    said = json.loads(zlib.decompress(run[LENGTH:start], -zlib.MAX_WBITS))
    return [*said], said["files"], run[start:]


def test_the_list_says_where_each_file_lies_what_it_is_and_what_it_has_to_be() -> None:
    files = {"a.txt": TEXT, "noise.png": NOISE[:100], "run.js": b"run()", "ü.html": b""}
    keys, listed, contents = whole(files)
    assert keys == ["files"]
    at = 0
    for path, content in files.items():
        begin, length, is_deflated, media, size, digest = listed[path]
        stored = contents[at : at + int(str(length))]
        assert (begin, size) == (at, len(content))
        assert (zlib.decompress(stored, -zlib.MAX_WBITS) if is_deflated else stored) == content
        assert digest == (hashlib.sha256(content).hexdigest() if path == "run.js" else "")
        assert str(media).partition("/")[0] == ("image" if path == "noise.png" else "text")
        at += len(stored)
    assert [listed[path][2] for path in files] == [1, 0, 0, 0]
    assert contents[at:].strip(b"\0") == b""


@pytest.mark.parametrize(
    ("length", "expected"),
    [(0, 0), (1, MEBIBYTE), (MEBIBYTE, MEBIBYTE), (MEBIBYTE + 1, 2 * MEBIBYTE)],
)
def test_a_length_is_padded_to_the_next_whole_mebibyte(length: int, expected: int) -> None:
    assert padded(length) == expected


def test_a_run_is_cut_into_chunks_of_256_kib() -> None:
    files = {"noise.png": NOISE}
    plan = planned(files, lambda path: (files[path],))
    found = list(chunks(plan, lambda path: (files[path],)))
    assert {len(one) for one in found} == {CHUNK} == {256 * 1024}
    assert len(found) == plan.chunks == 16
    assert dict(unpacked(memoryview(b"".join(found)))) == files


def mixed(share: float, size: int = 16 * 1024) -> bytes:
    """Bytes of which so much is noise, that no packing makes smaller."""
    return NOISE[: round(share * size)] + bytes(size - round(share * size))


@pytest.mark.parametrize(("share", "is_deflated"), [(0.8, True), (0.88, True), (0.92, False)])
def test_a_file_is_deflated_where_that_saves_a_tenth(share: float, *, is_deflated: bool) -> None:
    content = mixed(share)
    place = planned(["a"], lambda _path: (content,)).places["a"]
    assert place.is_deflated is is_deflated
    assert (place.length < 0.9 * place.size) is is_deflated


def test_the_beginning_of_a_file_tells_whether_it_is_worth_it() -> None:
    """The first 16 KiB: a picture is not deflated because much of nothing follows it, and the other way round."""
    noise, nothing = NOISE[: 16 * 1024], bytes(16 * 1024)
    files = {"noise": noise + nothing * 9, "nothing": nothing + noise * 9}
    places = planned(files, lambda path: (files[path],)).places
    assert {path: place.is_deflated for path, place in places.items()} == {
        "noise": False,
        "nothing": True,
    }


def deflatable(size: int) -> bytes:
    """What deflates to about so many bytes, and begins like what does."""
    return bytes(CHUNK) + NOISE[:size]


@pytest.mark.parametrize(("size", "is_kept"), [(2 * MEBIBYTE - 2000, True), (2 * MEBIBYTE, False)])
def test_of_one_file_two_mebibytes_are_kept_at_most(size: int, *, is_kept: bool) -> None:
    plan = planned(["a"], lambda _path: (deflatable(size),))
    assert plan.places["a"].is_deflated
    assert ("a" in plan.kept) is is_kept
    read = deflatable(size)
    assert dict(unpacked(memoryview(b"".join(chunks(plan, lambda _path: (read,)))))) == {"a": read}


def test_of_all_files_as_much_is_kept_as_there_is_room_for() -> None:
    files = dict.fromkeys("abc", TEXT)
    one = len(planned(["a"], lambda _path: (TEXT,)).kept["a"])
    for room, expected in ((3 * one, 3), (3 * one - 1, 2), (one, 1), (one - 1, 0)):
        assert len(planned(files, lambda path: (files[path],), room=room).kept) == expected
    assert KEPT == 64 * MEBIBYTE


def test_a_file_may_come_in_pieces_of_any_size() -> None:
    def read(_path: str) -> Iterable[bytes]:
        return (TEXT[at : at + 7] for at in range(0, len(TEXT), 7))

    plan = planned(["a", "empty"], lambda path: read(path) if path == "a" else ())
    run = b"".join(chunks(plan, lambda path: read(path) if path == "a" else ()))
    assert dict(unpacked(memoryview(run))) == {"a": TEXT, "empty": b""}


@pytest.mark.parametrize("now", [b"a", b"abc", b""])
def test_a_file_that_is_longer_or_shorter_by_now_stops_it(now: bytes) -> None:
    plan = planned(["a.txt"], lambda _path: (b"ab",))
    with pytest.raises(VaultError, match="Begin again"):
        list(chunks(plan, lambda _path: (now,)))


def test_a_folder_without_its_header_is_no_vault() -> None:
    with pytest.raises(VaultError, match=r"no vault\.json"):
        next(opened_files({}, "a"))


def test_a_list_of_64_mebibytes_is_the_longest() -> None:
    listed = zlib.compress(b'{"files": {}}' + b" " * (64 * MEBIBYTE - 13), 9, -zlib.MAX_WBITS)
    longer = zlib.compress(b'{"files": {}}' + b" " * (64 * MEBIBYTE - 12), 9, -zlib.MAX_WBITS)
    for one, is_read in ((listed, True), (longer, False)):
        run = len(one).to_bytes(LENGTH, "big") + one
        run += bytes(padded(len(run)) - len(run))
        try:
            assert dict(unpacked(memoryview(run))) == {}
            assert is_read
        except AlteredError:
            assert not is_read
