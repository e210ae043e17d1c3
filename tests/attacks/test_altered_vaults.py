"""A vault that somebody altered, cut, mixed, or wrote with the right key but a wicked mind: a sentence, and nothing opens.

The key is derived once, and what is altered then opened with it, so that hundreds of alterations take no time.
"""

from __future__ import annotations

import json
import random
import tracemalloc
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.vault.sealed import PHRASE, SITE, key_of, sealed

from afterword.errors import VaultError
from afterword.vault.folders import write_files
from afterword.vault.opening import content_key, files_under, key_under
from afterword.vault.paths import is_special
from afterword.vault.sealed.header import (
    CEILING,
    CHUNK,
    FLOOR,
    AlteredError,
    header_text,
    read_header,
)
from afterword.vault.sealed.packing import LARGEST, MEBIBYTE, packed
from afterword.vault.sealed.unpacking import unpacked

KEY = key_of(PHRASE)


@pytest.fixture(scope="module")
def vault() -> dict[str, bytes]:
    return sealed()


@pytest.fixture(scope="module")
def other() -> dict[str, bytes]:
    """A later publish of the same site, for the same reader."""
    return sealed()


def opened(vault: Mapping[str, bytes]) -> dict[str, bytes]:
    """What opens under the key, which is right whatever the header says of it."""
    found = read_header(vault["vault.json"])
    return dict(files_under(vault, found, key_under(found, [KEY])))


def refusal(vault: Mapping[str, bytes]) -> str:
    """The sentence that an altered vault is refused with; nothing where it opens, and whatever else is raised is a fault of ours."""
    try:
        opened(vault)
    except VaultError as error:
        return str(error)
    return ""


def flipped(content: bytes, bit: int) -> bytes:
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def pieces(vault: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in vault.items() if path.startswith("b/")}


def test_the_vault_opens_as_long_as_nobody_touched_it(
    vault: dict[str, bytes], other: dict[str, bytes]
) -> None:
    """The positive control of all that follows: the replayed and the mixed one are refused for being mixed."""
    assert opened(vault) == opened(other) == SITE


def test_none_of_four_hundred_flipped_bits_of_a_header_opens(vault: dict[str, bytes]) -> None:
    header = vault["vault.json"]
    bits = random.Random(1).sample(range(8 * len(header)), 400)
    said = {bit: refusal({**vault, "vault.json": flipped(header, bit)}) for bit in bits}
    assert [bit for bit, sentence in said.items() if not sentence] == []


def test_some_of_those_bits_pass_for_a_header_until_its_seal_is_looked_at(
    vault: dict[str, bytes],
) -> None:
    """The positive control: without the seal, a flipped bit in a blob's name or in a dummy slot would go through."""
    header = vault["vault.json"]
    passing = 0
    for bit in range(0, 8 * len(header), 5):
        try:
            read_header(flipped(header, bit))
        except AlteredError:
            continue
        passing += 1
    assert passing > 50


def test_none_of_sixty_flipped_bits_of_the_pieces_opens(vault: dict[str, bytes]) -> None:
    chance = random.Random(2)
    said = {}
    for _ in range(60):
        path, content = chance.choice(list(pieces(vault).items()))
        bit = chance.randrange(8 * len(content))
        said[path, bit] = refusal({**vault, path: flipped(content, bit)})
    assert {key for key, one in said.items() if f"{key[0]} has been altered" not in one} == set()


def test_no_part_of_a_header_is_one(vault: dict[str, bytes]) -> None:
    header = vault["vault.json"]
    cuts = [header[:at] for at in range(0, len(header), 7)]
    assert [one for one in cuts if not refusal({**vault, "vault.json": one})] == []


def test_no_cut_of_the_pieces_opens(vault: dict[str, bytes]) -> None:
    for path, content in pieces(vault).items():
        gone = {name: one for name, one in vault.items() if name != path}
        assert "is missing" in refusal(gone)
        for size in (0, 1, 12, 27, 28, CHUNK, len(content) - 1):
            assert "has been altered" in refusal({**vault, path: content[:size]})
        assert "has been altered" in refusal({**vault, path: content + b"\0"})


def test_no_mix_of_two_publishes_opens(vault: dict[str, bytes], other: dict[str, bytes]) -> None:
    ours, theirs = pieces(vault), pieces(other)
    for path, content in zip(ours, theirs.values(), strict=True):
        assert "has been altered" in refusal({**vault, path: content})
    assert "is missing" in refusal({**other, "vault.json": vault["vault.json"]})
    assert opened({**ours, **theirs, "vault.json": other["vault.json"]}) == SITE
    mixed = json.loads(vault["vault.json"])
    mixed["seal"] = json.loads(other["vault.json"])["seal"]
    assert "has been altered" in refusal({**vault, "vault.json": json.dumps(mixed).encode()})


def test_the_slots_of_another_publish_do_not_open_this_one(
    vault: dict[str, bytes], other: dict[str, bytes]
) -> None:
    found, theirs = (json.loads(one["vault.json"]) for one in (vault, other))
    header = {**json.loads(found["header"]), "slots": json.loads(theirs["header"])["slots"]}
    altered = json.dumps({**found, "header": json.dumps(header)}).encode()
    assert "does not open this" in refusal({**vault, "vault.json": altered})


ROUNDS = ("-1", "0", "1", str(FLOOR - 1), str(CEILING + 1), "1" + "0" * 400, "1" + "0" * 5000)


@pytest.mark.parametrize(
    "rounds", [*ROUNDS, "7e5", '"700000"', "true"], ids=lambda text: str(text)[:12]
)
def test_no_header_asks_for_too_little_or_too_much_work(
    vault: dict[str, bytes], rounds: str
) -> None:
    """Nobody derives anything before the number is looked at."""
    outer = json.loads(vault["vault.json"])
    before = f'"iterations": {FLOOR}'
    assert before in outer["header"]
    outer["header"] = outer["header"].replace(before, f'"iterations": {rounds}')
    with pytest.raises(AlteredError, match=r"rounds of key derivation|has been altered"):
        content_key(read_header(json.dumps(outer).encode()), PHRASE)


def test_the_bounds_themselves_are_read(vault: dict[str, bytes]) -> None:
    """The positive control: it is the number that was refused, and nothing else about the header."""
    found = read_header(vault["vault.json"])
    assert (CEILING, FLOOR) == (10_000_000, 600_000)
    assert f'"iterations": {FLOOR}' in header_text(found.header)
    for iterations in (FLOOR, CEILING):
        outer = json.loads(vault["vault.json"])
        outer["header"] = outer["header"].replace(str(FLOOR), str(iterations))
        assert read_header(json.dumps(outer).encode()).header.iterations == iterations


def run_of(files: object, contents: bytes = b"") -> memoryview:
    """A run with any list whatever, as somebody who has the key may write one."""
    listed = files if isinstance(files, bytes) else json.dumps({"files": files}).encode()
    index = zlib.compress(listed, 9, -zlib.MAX_WBITS)
    run = len(index).to_bytes(4, "big") + index + contents
    return memoryview(run + bytes(-len(run) % MEBIBYTE))


def strange(run: memoryview) -> str:
    try:
        dict(unpacked(run))
    except AlteredError as error:
        return str(error)
    return ""


def test_a_run_that_was_written_by_hand_opens_where_nothing_is_strange_about_it() -> None:
    """The positive control of the strange ones."""
    deflated = zlib.compress(b"a" * 900, 9, -zlib.MAX_WBITS)
    files = {
        "a.html": [0, len(deflated), 1, "text/html", 900, ""],
        "b": [len(deflated), 2, 0, "x", 2, ""],
    }
    assert dict(unpacked(run_of(files, deflated + b"bb"))) == {"a.html": b"a" * 900, "b": b"bb"}


def test_a_bomb_is_not_inflated() -> None:
    """A file of 50 MB that says it has a hundred bytes. The positive control: zlib by itself gives all of it."""
    bomb = zlib.compress(bytes(50_000_000), 9, -zlib.MAX_WBITS)
    assert len(zlib.decompress(bomb, -zlib.MAX_WBITS)) == 50_000_000
    run = run_of({"a.html": [0, len(bomb), 1, "text/html", 100, ""]}, bomb)
    tracemalloc.start()
    try:
        sentence = strange(run)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "was not packed by Afterword" in sentence
    assert most < 5_000_000


def test_a_list_that_is_a_bomb_is_not_inflated_either() -> None:
    assert "was not packed by Afterword" in strange(run_of(b" " * (64 * MEBIBYTE + 1)))


def test_more_than_two_gibibytes_are_not_opened() -> None:
    halves = {path: [0, 0, 1, "x", LARGEST // 2 + 1, ""] for path in "ab"}
    assert "more than 2 GiB" in strange(run_of(halves))


def test_nor_are_as_many_pieces_fetched(vault: dict[str, bytes]) -> None:
    found = read_header(vault["vault.json"])
    names = [f"{one:032x}" for one in range(LARGEST // CHUNK + 1)]
    outer = json.loads(vault["vault.json"])
    header = json.dumps({**json.loads(outer["header"]), "blobs": names})
    larger = read_header(json.dumps({**outer, "header": header}).encode())
    with pytest.raises(AlteredError, match="more than 2 GiB"):
        dict(files_under(vault, larger, key_under(found, [KEY])))


GOOD: list[Any] = [0, 2, 0, "text/plain", 2, ""]
STRANGE_LISTS: dict[str, object] = {
    "no list": [],
    "a number": 5,
    "an entry that is none": {"a": None},
    "the entry of an older version": {"a": [0, 2, 0, "text/plain"]},
    "an entry with more": {"a": [*GOOD, ""]},
    "a start before the beginning": {"a": [-1, *GOOD[1:]]},
    "a start that is no whole number": {"a": [0.0, *GOOD[1:]]},
    "a start that is a truth": {"a": [False, *GOOD[1:]]},
    "a start that is text": {"a": ["0", *GOOD[1:]]},
    "a length below nothing": {"a": [0, -2, *GOOD[2:]]},
    "a length beyond the end": {"a": [0, 2 * MEBIBYTE, 0, "x", 2 * MEBIBYTE, ""]},
    "a length that is not the file's": {"a": [0, 2, 0, "x", 3, ""]},
    "a size below nothing": {"a": [0, 2, 1, "x", -1, ""]},
    "a third way of being deflated": {"a": [0, 2, 2, "x", 2, ""]},
    "a truth instead of a number": {"a": [0, 2, True, "x", 2, ""]},
    "no media type": {"a": [0, 2, 0, None, 2, ""]},
    "a digest that is none": {"a": [0, 2, 0, "x", 2, "AB"]},
    "a digest of another kind": {"a": [0, 2, 0, "x", 2, None]},
    "a digest of something else": {"a": [0, 2, 0, "x", 2, "0" * 64]},
    "two files in one place": {"a": GOOD, "b": GOOD},
    "two files that overlap": {"a": GOOD, "b": [1, *GOOD[1:]]},
    "a gap between two files": {"a": GOOD, "b": [3, *GOOD[1:]]},
    "what is not deflated at all": {"a": [0, 2, 1, "x", 2, ""]},
    "one name twice": b'{"files": {"a": [0, 0, 0, "x", 0, ""], "a": [0, 2, 0, "x", 2, ""]}}',
    "a list in a list without end": b"[" * 100_000,
    "no JSON": b"\xff",
    "a number too long to be read": b'{"files": {"a": [' + b"9" * 5000 + b"]}}",
}


@pytest.mark.parametrize("files", STRANGE_LISTS.values(), ids=STRANGE_LISTS)
def test_a_strange_list_is_refused(files: object) -> None:
    assert strange(run_of({"a": GOOD}, b"aa")) == ""
    assert "was not packed by Afterword" in strange(run_of(files, b"aa"))


@pytest.mark.parametrize("run", [b"", b"\0\0", b"\xff\xff\xff\xff" + bytes(100), bytes(MEBIBYTE)])
def test_a_strange_run_is_refused(run: bytes) -> None:
    assert "was not packed by Afterword" in strange(memoryview(run))


def test_nothing_lies_behind_the_last_file_or_is_missing_there() -> None:
    run = packed({"a": b"aa"})
    assert strange(memoryview(run)) == ""
    assert strange(memoryview(run[:-1] + b"x")) != ""
    assert strange(memoryview(run + bytes(MEBIBYTE))) != ""
    assert strange(memoryview(run)[: MEBIBYTE // 2]) != ""


def test_a_content_that_is_shorter_than_it_says_is_refused() -> None:
    deflated = zlib.compress(b"a" * 900, 9, -zlib.MAX_WBITS)
    files = {"a": [0, len(deflated), 1, "x", 901, ""]}
    assert "was not packed by Afterword" in strange(run_of(files, deflated))


def test_a_content_that_goes_on_after_its_end_is_refused() -> None:
    deflated = zlib.compress(b"a" * 900, 9, -zlib.MAX_WBITS) + b"more"
    files = {"a": [0, len(deflated), 1, "x", 900, ""]}
    assert "was not packed by Afterword" in strange(run_of(files, deflated))


REFUSED = {
    "../x": "leave the folder",
    "a/../../x": "leave the folder",
    "/etc/x": "leave the folder",
    "a//x": "leave the folder",
    "./x": "leave the folder",
    "a/": "leave the folder",
    "": "leave the folder",
    "..\\x": "backslash",
    "C:\\x": "backslash",
    "a\0b": "control character",
    "a\x1b[2Jb": "control character",
    "a\ud800b": "no Unicode",
    "a" * 256: "too long",
    "\u00fc" * 128: "too long",
    "/".join("a" * 200 for _ in range(6)): "too long",
    "/".join("a" * 101): "too long",
}


@pytest.mark.parametrize(("name", "reason"), REFUSED.items(), ids=map(ascii, REFUSED))
def test_an_odd_name_is_refused_and_nothing_is_written(
    tmp_path: Path, name: str, reason: str
) -> None:
    with pytest.raises(VaultError, match=reason) as refused:
        write_files(tmp_path / "to" / "it", [("a.html", b"a"), (name, b"x")])
    assert str(refused.value).isprintable()
    assert [path for path in tmp_path.rglob("*") if path.name != "to"] == []


def test_a_careless_opener_would_have_written_elsewhere(tmp_path: Path) -> None:
    """The positive control: joining a folder and a name is enough to leave it."""
    base = tmp_path / "to"
    assert not (base / "../x").resolve().is_relative_to(base)
    assert not (base / "/etc/x").is_relative_to(base)


SPECIAL = (
    ".git/hooks/post-checkout",
    "a/.git/config",
    ".GIT/config",
    "GIT~1/config",
    "\u200c.git/config",
    ".g\u200dit/config",
    ".htaccess",
    "a/.bashrc",
    "CON",
    "con.html",
    "a/aux.tar.gz",
    "COM1",
    "lpt9.txt",
    "nul .txt",
    "a/trailing.",
    "a/trailing ",
    "a:b",
    "file.txt::$DATA",
)
ORDINARY = (
    "a.html",
    "a/b.c/d",
    "conference.html",
    "git/x",
    "a-.b",
    "com.html",
    "\u00fc b.txt",
    "~a",
)


def names_taken_for_a_systems_own(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if is_special(name))


def test_a_name_that_a_system_takes_for_its_own_is_known() -> None:
    assert names_taken_for_a_systems_own((*SPECIAL, *ORDINARY)) == SPECIAL
