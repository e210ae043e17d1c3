"""Who may open the next publish, kept where it is worth nothing without the first reader's passphrase."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.vault.sealed import OTHER, PHRASE, SITE

from afterword.errors import VaultError
from afterword.vault import open_vault, seal
from afterword.vault.header import FLOOR
from afterword.vault.readers import (
    Readers,
    new_readers,
    read_readers,
    with_passphrase,
    with_reader,
    without_reader,
    wrapping_keys,
    write_readers,
)


@pytest.fixture(scope="module")
def readers() -> Readers:
    return with_reader(new_readers(PHRASE, iterations=FLOOR), "mentor", OTHER, first=PHRASE)


def published(readers: Readers, phrase: str = PHRASE) -> dict[str, bytes]:
    keys = list(wrapping_keys(readers, phrase).values())
    return seal(SITE, keys, salt=readers.salt, iterations=readers.iterations)


def test_every_reader_opens_what_is_published_with_a_passphrase_of_their_own(
    readers: Readers,
) -> None:
    vault = published(readers)
    assert open_vault(vault, PHRASE) == open_vault(vault, OTHER) == SITE


def test_a_reader_who_was_removed_does_not_open_the_next_publish(readers: Readers) -> None:
    vault = published(without_reader(readers, "mentor"))
    assert open_vault(vault, PHRASE) == SITE
    with pytest.raises(VaultError, match="does not open this"):
        open_vault(vault, OTHER)


def test_another_passphrase_leaves_the_others_as_they_are(readers: Readers) -> None:
    changed = with_passphrase(readers, first=PHRASE, new="six other words for the first")
    vault = published(changed, "six other words for the first")
    assert open_vault(vault, OTHER) == SITE
    with pytest.raises(VaultError, match="does not open this"):
        open_vault(vault, PHRASE)


def test_only_the_first_reader_publishes(readers: Readers) -> None:
    with pytest.raises(VaultError, match="not the passphrase that afterword-readers"):
        wrapping_keys(readers, OTHER)


def test_the_file_brings_the_same_readers_back(readers: Readers, tmp_path: Path) -> None:
    write_readers(tmp_path / "readers.json", readers)
    assert read_readers(tmp_path / "readers.json") == readers


def test_there_is_no_file_before_the_first_publish(tmp_path: Path) -> None:
    assert read_readers(tmp_path / "readers.json") is None


def test_the_file_holds_no_key_and_no_passphrase(readers: Readers, tmp_path: Path) -> None:
    write_readers(tmp_path / "readers.json", readers)
    text = (tmp_path / "readers.json").read_text(encoding="utf-8")
    secrets = [key.hex() for key in wrapping_keys(readers, PHRASE).values()]
    assert [one for one in (*secrets, *PHRASE.split(), *OTHER.split()) if one in text] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": "afterword-readers/1", "readers": {}}',
        '{"format": "afterword-readers/1", "readers": {"me": "x"}, "salt": ""}',
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(tmp_path: Path, text: str) -> None:
    (tmp_path / "readers.json").write_text(text)
    with pytest.raises(VaultError, match="Take it from an earlier commit"):
        read_readers(tmp_path / "readers.json")


def test_a_reader_whose_line_was_altered_is_noticed(readers: Readers) -> None:
    odd = Readers(
        salt=readers.salt,
        iterations=readers.iterations,
        address_key=b"",
        boxes={**readers.boxes, "mentor": readers.boxes["me"]},
    )
    with pytest.raises(VaultError, match="has been altered"):
        wrapping_keys(odd, PHRASE)


@pytest.mark.parametrize(
    ("name", "phrase", "sentence"),
    [
        ("mentor", "x", "a reader mentor already"),
        ("a/b", "x", "wants letters"),
        ("", "x", "wants letters"),
        ("coach", OTHER, "has this passphrase already"),
    ],
)
def test_a_reader_who_cannot_be_added_is_refused(
    readers: Readers, name: str, phrase: str, sentence: str
) -> None:
    with pytest.raises(VaultError, match=sentence):
        with_reader(readers, name, phrase, first=PHRASE)


def test_there_is_room_for_four(readers: Readers) -> None:
    four = readers
    for name in ("coach", "friend"):
        four = with_reader(four, name, f"phrase of {name}", first=PHRASE)
    with pytest.raises(VaultError, match="room for 4"):
        with_reader(four, "fifth", "phrase", first=PHRASE)


@pytest.mark.parametrize(
    ("name", "sentence"), [("me", "cannot remove yourself"), ("x", "no reader x")]
)
def test_a_reader_who_cannot_be_removed_is_refused(
    readers: Readers, name: str, sentence: str
) -> None:
    with pytest.raises(VaultError, match=sentence):
        without_reader(readers, name)


def test_a_passphrase_in_use_is_not_taken_twice(readers: Readers) -> None:
    with pytest.raises(VaultError, match="in use already"):
        with_passphrase(readers, first=PHRASE, new=OTHER)
