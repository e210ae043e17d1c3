"""What is written openly is the same as ever: vaults and files of readers of earlier versions are read by this one, and the other way round."""

from __future__ import annotations

import json

from afterword.vault.readers.publishes import Publish
from afterword.vault.readers.readers import Readers, new_readers, written
from afterword.vault.sealed.header import Header, header_text, read_header, write_header
from afterword.vault.sealing import chunk_context, header_context

HEADER = Header(
    publish="0f" * 16,
    salt=bytes(range(16)),
    iterations=2_000_000,
    slots=tuple(bytes([at]) * 60 for at in range(4)),
    blobs=("1a" * 16, "2b" * 16),
)


def test_the_header_says_how_its_key_is_derived_and_which_pieces_there_are() -> None:
    said = json.loads(header_text(HEADER))
    assert [len(slot) for slot in said.pop("slots")] == [80, 80, 80, 80]
    assert said == {
        "format": "afterword-vault/1",
        "publish": "0f" * 16,
        "kdf": {
            "name": "PBKDF2-HMAC-SHA-256",
            "iterations": 2_000_000,
            "salt": "AAECAwQFBgcICQoLDA0ODw==",
        },
        "chunk": 262144,
        "blobs": ["1a" * 16, "2b" * 16],
    }


def test_a_header_lies_beside_its_seal_and_is_read_back_whole() -> None:
    content = write_header(header_text(HEADER), bytes(28))
    assert {name: type(one) for name, one in json.loads(content).items()} == {
        "header": str,
        "seal": str,
    }
    found = read_header(content)
    assert (found.header, found.text, found.seal) == (HEADER, header_text(HEADER), bytes(28))


def test_what_is_authenticated_with_a_piece_and_with_a_header_says_what_it_is() -> None:
    assert chunk_context("a", "b") == "afterword-vault/1 chunk a/b"
    assert header_context("{}") == "afterword-vault/1 header {}"


def test_the_readers_are_written_in_hexadecimal_letters_with_all_that_is_known_of_them() -> None:
    publish = Publish(remote="https://git.example/a", branch="gh-pages", entries=3, files=90)
    readers = Readers(
        salt=bytes(16),
        iterations=2_000_000,
        address_key=bytes(32),
        boxes={"me": b"\x01" * 60, "Anna": b"\x02" * 60},
        profiles={"Anna": "coach"},
        publishes={"coach": publish},
    )
    assert written(readers) == {
        "format": "afterword-readers/2",
        "salt": "00" * 16,
        "iterations": 2_000_000,
        "address_key": "00" * 32,
        "readers": {"me": "01" * 60, "Anna": "02" * 60},
        "profiles": {"Anna": "coach"},
        "publishes": {
            "coach": {
                "remote": "https://git.example/a",
                "branch": "gh-pages",
                "entries": 3,
                "files": 90,
            }
        },
    }


def test_new_readers_are_oneself_alone_with_keys_of_their_own_and_two_million_rounds() -> None:
    readers = new_readers("abacus abdomen abide ablaze able abnormal")
    assert (list(readers.boxes), readers.profiles, readers.publishes) == (["me"], {}, {})
    assert (readers.iterations, len(readers.salt), len(readers.address_key)) == (2_000_000, 16, 32)
    assert (len(readers.boxes["me"]), len(readers.code)) == (60, 32)
