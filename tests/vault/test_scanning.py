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

from afterword.vault.scanning import found_words, varying

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
