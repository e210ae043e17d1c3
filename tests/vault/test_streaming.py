"""A folder of any size is sealed piece by piece, and written whole or not at all."""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.vault.sealed import PHRASE, SALT, SITE, key_of

from afterword.errors import VaultError
from afterword.vault import open_vault
from afterword.vault.folders import found_files, read_folder, write_files, write_folder
from afterword.vault.sealed.header import CHUNK, FLOOR
from afterword.vault.sealed.ordered import in_order
from afterword.vault.sealed.packing import LARGEST, MEBIBYTE, Read, chunks, planned
from afterword.vault.sealed.unpacking import unpacked
from afterword.vault.sealing import sealed_files

LARGE = {
    "long.html": b"<p>" + b"a word and another " * 300_000,
    "noise.bin": random.Random(1).randbytes(3_000_000),
    "varied.html": "".join(f"{one} {one * one} " for one in range(400_000)).encode(),
}


def test_a_folder_is_sealed_as_the_same_files_in_memory_are(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", {**SITE, **LARGE})
    files = found_files(tmp_path / "site")
    sealed = sealed_files(files, files.pieces, [key_of(PHRASE)], salt=SALT, iterations=FLOOR)
    write_files(tmp_path / "sealed", sealed)
    assert open_vault(found_files(tmp_path / "sealed"), PHRASE) == {**SITE, **LARGE}


def test_what_was_too_long_to_be_kept_is_deflated_once_more_to_the_same_bytes() -> None:
    read = by_pieces(LARGE, MEBIBYTE)
    plan = planned(LARGE, read)
    assert plan.places["varied.html"].is_deflated
    assert (set(plan.kept), plan.places["varied.html"].length > 2 * MEBIBYTE) == (
        {"long.html"},
        True,
    )
    run = b"".join(chunks(plan, read))
    assert (len(run), dict(unpacked(memoryview(run)))) == (plan.chunks * CHUNK, LARGE)


SEALING = """
import os
from afterword.vault.sealing import seal, sealed_files
noise = os.urandom(2**20)
keys = {"wrapping_keys": [bytes(32)], "salt": bytes(16), "iterations": 600_000}
text = " ".join(map(str, range(300_000))).encode()
"""
PIECEMEAL = """
def read(path):
    return (text for _ in range(10)) if path.endswith("html") else (noise for _ in range(45))
paths = [*(f"{at}.html" for at in range(2)), *(f"{at}.png" for at in range(4))]
print(sum(len(content) for _, content in sealed_files(paths, read, **keys)))
"""
AT_ONCE = """
files = {f"{at}.png": noise * 45 for at in range(4)}
print(sum(map(len, seal(files, **keys).values())))
"""
# A child's child, because a process begins with the memory of the one that began it.
WATCHED = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-c", sys.argv[1]], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


def memory_for(work: str) -> tuple[int, int]:
    """How many MB were sealed, and how many of memory that took in a process of its own."""
    said = subprocess.run(
        [sys.executable, "-c", WATCHED, SEALING + work], capture_output=True, text=True, check=True
    )
    size, most = map(int, said.stdout.split())
    return size // 1_000_000, most


def test_two_hundred_megabytes_are_sealed_in_less_than_256_of_memory() -> None:
    """The positive control: with all of it in memory at once, it takes more than there is of it."""
    size, most = memory_for(PIECEMEAL)
    assert (size > 190, most < 256) == (True, True)
    size, most = memory_for(AT_ONCE)
    assert (size > 180, most > 256) == (True, True)


def by_pieces(files: dict[str, bytes], size: int) -> Read:
    def read(path: str) -> Iterable[bytes]:
        return (files[path][at : at + size] for at in range(0, len(files[path]), size))

    return read


def test_what_there_is_no_room_for_is_not_kept() -> None:
    read = by_pieces(LARGE, MEBIBYTE)
    plan = planned(LARGE, read, room=10)
    assert plan.kept == {}
    assert b"".join(chunks(plan, read)) == b"".join(chunks(planned(LARGE, read), read))


def test_more_than_two_gibibytes_are_not_sealed() -> None:
    assert LARGEST == 2 * 2**30
    noise = LARGE["noise.bin"]
    times = LARGEST // len(noise) + 1
    with pytest.raises(VaultError, match="more than 2 GiB"):
        planned(["a.bin"], lambda _path: (noise for _ in range(times)))


def test_a_file_that_changes_meanwhile_is_noticed() -> None:
    plan = planned(["a.txt"], lambda _path: (b"a",))
    with pytest.raises(VaultError, match="was changed while it was being sealed"):
        list(chunks(plan, lambda _path: (b"ab",)))


def test_few_answers_wait_at_a_time_and_come_in_order() -> None:
    taken: list[int] = []

    def things() -> Iterator[int]:
        for one in range(1000):
            taken.append(one)
            yield one

    answers = in_order(lambda one: -one, things())
    assert (next(answers), len(taken)) == (0, 9)
    assert list(answers) == [-one for one in range(1, 1000)]


def test_a_file_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", SITE)
    files = found_files(tmp_path / "site")
    assert (len(files), dict(files), dict(files.sizes)) == (
        len(SITE),
        SITE,
        {path: len(content) for path, content in SITE.items()},
    )
    assert ("index.html" in files, "nothing" in files, files.get("nothing")) == (True, False, None)
    (tmp_path / "site" / "index.html").unlink()
    with pytest.raises(VaultError, match=r"index\.html could not be read: No such file"):
        files["index.html"]


@contextmanager
def no_room_beyond(size: int) -> Iterator[None]:
    """As on a full disk, no file may become longer."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_on_a_full_disk_nothing_half_written_is_left(tmp_path: Path) -> None:
    with (
        no_room_beyond(1000),
        pytest.raises(VaultError, match=r"could not be written: .*Nothing was left in it"),
    ):
        write_folder(tmp_path / "to", {"a": b"a", "b": bytes(5000)})
    assert list(tmp_path.iterdir()) == []


def test_in_an_empty_folder_that_was_there_nothing_is_left_either(tmp_path: Path) -> None:
    def stopped() -> Iterator[tuple[str, bytes]]:
        yield "a", b"a"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path, stopped())
    assert list(tmp_path.iterdir()) == []


def test_no_name_is_written_twice(tmp_path: Path) -> None:
    """On some systems `A` and `a` are one file."""
    with pytest.raises(VaultError, match="Two files are named 'a'"):
        write_files(tmp_path / "to", [("a", b"1"), ("a", b"2")])
    with pytest.raises(VaultError, match="could not be written"):
        write_files(tmp_path / "to", [("a", b"1"), ("a/b", b"2")])
    assert list(tmp_path.iterdir()) == []


def test_a_private_folder_is_its_owners_alone(tmp_path: Path) -> None:
    assert write_files(tmp_path / "to", [("a/b", b"1")], is_private=True) == 1
    assert (tmp_path / "to").stat().st_mode & 0o777 == 0o700
    assert read_folder(tmp_path / "to") == {"a/b": b"1"}


def test_a_name_that_no_other_machine_could_write_is_not_sealed(tmp_path: Path) -> None:
    (tmp_path / "a\\b.html").write_bytes(b"")
    with pytest.raises(VaultError, match="backslash"):
        found_files(tmp_path)


def test_what_is_no_file_is_left_where_it_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert dict(found_files(tmp_path)) == {}


def test_a_folder_that_cannot_be_looked_into_is_said(tmp_path: Path) -> None:
    """One so deep that no name reaches it."""
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("a" * 250, dir_fd=here)
        deeper = os.open("a" * 250, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = deeper
    os.close(here)
    with pytest.raises(VaultError, match="could not be read: File name too long"):
        found_files(tmp_path)
