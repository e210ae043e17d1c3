"""The scan finds a word however it is written; so its silence over a sealed folder means something."""

from __future__ import annotations

import base64
import gzip
import io
import zipfile
import zlib
from collections.abc import Callable

import pytest
from tests.vault.sealed import SITE, sealed

from afterword.vault.scanning import found_words, said_by, varying
from afterword.vault.sealed.header import read_header

WORD = "Kvistholm Rail"
NOISE = bytes(range(128, 256)) * 3


def zipped(content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside.txt", content)
    return held.getvalue()


WAYS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda raw: b"about " + raw + b" and more",
    "in another case": lambda raw: b"ABOUT " + raw.upper(),
    "URL-quoted": lambda raw: b"/" + raw.replace(b" ", b"%20"),
    "as HTML writes it": lambda raw: raw.replace(b" ", b"&#32;"),
    "in hexadecimal": lambda raw: raw.hex().encode(),
    "in great hexadecimal": lambda raw: raw.hex().upper().encode(),
    "in base64": base64.b64encode,
    "in base64, one later": lambda raw: base64.b64encode(b"x" + raw + b"y"),
    "in base64, two later": lambda raw: base64.b64encode(b"xx" + raw + b"yy"),
    "in UTF-16": lambda raw: raw.decode().encode("utf-16"),
    "in UTF-16 the other way round": lambda raw: raw.decode().encode("utf-16-be"),
    "gzipped": gzip.compress,
    "deflated": zlib.compress,
    "in an archive": zipped,
    "amid noise": lambda raw: NOISE + raw + NOISE,
    "in base64 amid noise": lambda raw: NOISE + base64.b64encode(raw) + NOISE,
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_word_is_found(way: Callable[[bytes], bytes]) -> None:
    assert found_words(
        {"a.bin": b"nothing", "b.bin": way(WORD.encode())}, [WORD, "absent word"]
    ) == {WORD: "b.bin"}


@pytest.mark.parametrize("path", ["kvistholm rail/index.html", "Kvistholm%20Rail.html"])
def test_a_word_is_found_in_a_name(path: str) -> None:
    assert found_words({path: b""}, [WORD]) == {WORD: path}


def test_a_word_beyond_ascii_is_found_amid_noise() -> None:
    assert found_words({"a": b"\xff" + "Großwörth".encode() + b"\xff"}, ["Großwörth"]) == {
        "Großwörth": "a"
    }


def test_a_short_word_is_found_in_text_and_not_made_out_of_noise() -> None:
    assert found_words({"a": b"uses SQL daily"}, ["sql", "ß"]) == {"sql": "a"}
    assert found_words({"a": NOISE + b"sql" + NOISE}, ["sql", "ß"]) == {}


def test_an_archive_that_is_none_is_searched_as_it_is() -> None:
    broken = {
        "a": b"PK\x03\x04 not one",
        "b": b"\x1f\x8b not one \xff",
        "c": b"\x78 not one",
        "d": b"",
    }
    assert found_words(broken, ["not one", " "]) == {"not one": "a"}


ENCRYPTED = zipped(b"secret").replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01")
ENCRYPTED = ENCRYPTED.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
BROKEN = {
    "an archive with a password": ENCRYPTED,
    "an archive that is packed in a way nobody knows": zipped(b"x").replace(
        b"\x08\x00", b"\x63\x00"
    ),
    "a content that was cut short": gzip.compress(b"word " * 999)[:-20],
    "a content that was altered": gzip.compress(b"word " * 999)[:-8] + bytes(8),
    "what is deflated and altered": b"\x78\x9c" + b"\xff" * 40,
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_opened_stops_no_search(content: bytes) -> None:
    assert found_words({"a": content, "b": b"Pellmoor"}, ["Pellmoor"]) == {"Pellmoor": "b"}


def test_the_name_of_what_an_archive_holds_is_searched_too() -> None:
    assert found_words({"a.zip": zipped(b"x")}, ["inside.txt"]) == {"inside.txt": "a.zip"}


@pytest.mark.parametrize(("word", "found"), [("abcdef", True), ("abcde", False)])
def test_amid_noise_six_letters_are_a_word(word: str, *, found: bool) -> None:
    assert bool(found_words({"a": NOISE + word.encode() + NOISE}, [word])) is found


@pytest.mark.parametrize(("word", "found"), [("\u00fcbcde", True), ("\u00fcbcd", False)])
def test_beyond_ascii_they_are_six_bytes(word: str, *, found: bool) -> None:
    assert bool(found_words({"a": b"\xff" + word.encode() + b"\xff"}, [word])) is found


@pytest.mark.parametrize(("word", "found"), [("abcd", True), ("abc", False)])
def test_in_hexadecimal_letters_four_are(word: str, *, found: bool) -> None:
    assert bool(found_words({"a": word.encode().hex().encode()}, [word])) is found


@pytest.mark.parametrize(("word", "found"), [("abcdefgh", True), ("abcde", False)])
def test_in_base64_eight_of_its_letters_have_to_be_the_words_own(word: str, *, found: bool) -> None:
    written = base64.b64encode(b"xy" + word.encode() + b"z")
    assert bool(found_words({"a": written}, [word])) is found


def test_a_word_is_found_once_and_blanks_around_it_are_none_of_it() -> None:
    files = {"a": b"one two", "b": b"two three"}
    assert found_words(files, ["two", " three ", "", "  "]) == {"two": "a", " three ": "b"}


def test_what_a_path_says_of_itself_may_be_less_than_its_letters() -> None:
    assert found_words({"b/ada0": b""}, ["ada"], said=lambda _path: "") == {}


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("vault.json", ""),
        (f"b/{'0a' * 16}", ""),
        ("b/ada", "b/ada"),
        ("index.html", "index.html"),
    ],
)
def test_a_name_by_chance_says_nothing(path: str, said: str) -> None:
    assert said_by(path) == said


def test_what_a_header_says_is_read_as_the_bytes_that_it_stands_for() -> None:
    vault = sealed()
    found = read_header(vault["vault.json"])
    own = varying(vault)["vault.json"]
    for part in (found.header.salt, found.seal, *found.header.slots):
        assert part in own
    assert own.startswith(bytes.fromhex(found.header.publish + found.header.blobs[0]))


def test_nothing_of_a_site_is_found_once_it_is_sealed_and_all_of_it_before() -> None:
    words = ["Pellmoor", "Straumdal", "Nothing here", "Grüße"]
    assert set(found_words(SITE, words)) == set(words)
    assert found_words(varying(sealed()), words) == {}


def test_what_every_vault_has_is_no_secret_of_this_one() -> None:
    """A theme called passphrase would otherwise stop every publish."""
    own = varying(sealed())
    assert found_words(own, ["passphrase", "worker", "iterations", "robots"]) == {}
    assert {path.partition("/")[0] for path in own} == {"vault.json", "b"}


def test_what_was_added_beside_a_vault_is_scanned() -> None:
    added = {**sealed(), "index.html": b"Pellmoor", "notes.txt": b"Straumdal"}
    assert found_words(varying(added), ["Pellmoor", "Straumdal"]) == {
        "Pellmoor": "index.html",
        "Straumdal": "notes.txt",
    }


def test_a_folder_that_is_no_vault_is_scanned_whole() -> None:
    assert varying(SITE) == SITE
