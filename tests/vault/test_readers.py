"""Who may open the next publish, kept where it is worth nothing without the first reader's passphrase."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.sealed import OTHER, PHRASE, SITE

from afterword.errors import VaultError
from afterword.vault import open_vault, seal
from afterword.vault.readers.file import read_readers, replacing_readers, write_readers
from afterword.vault.readers.publishes import Publish, without_credentials
from afterword.vault.readers.readers import (
    FIRST,
    Readers,
    confirmed,
    keys_for,
    keys_of_profile,
    new_readers,
    renewed,
    require_untouched,
    staying_without,
    with_passphrase,
    with_publish,
    with_reader,
    wrapping_keys,
)
from afterword.vault.sealed.header import FLOOR
from afterword.vault.sealed.keys import tried_keys

THIRD = "acorn acre acrobat acronym acting action"
LAST = Publish(remote="https://git.example/coach.git", branch="gh-pages", entries=12, files=90)


@pytest.fixture(scope="module")
def readers() -> Readers:
    alone = new_readers(PHRASE, iterations=FLOOR)
    return with_reader(alone, "mentor", OTHER, first=PHRASE, profile="coach")


def published(readers: Readers, phrase: str = PHRASE) -> dict[str, bytes]:
    keys = list(wrapping_keys(readers, phrase).values())
    return seal(SITE, keys, salt=readers.salt, iterations=readers.iterations)


def opens(vault: dict[str, bytes], phrase: str) -> bool:
    try:
        return open_vault(vault, phrase) == SITE
    except VaultError:
        return False


def test_every_reader_opens_what_is_published_with_a_passphrase_of_their_own(
    readers: Readers,
) -> None:
    vault = published(readers)
    assert open_vault(vault, PHRASE) == open_vault(vault, OTHER) == SITE


def test_a_profile_is_opened_by_the_first_reader_and_by_whoever_is_meant(readers: Readers) -> None:
    keys = wrapping_keys(readers, PHRASE)
    assert keys_for(readers, PHRASE, profile="coach") == [keys[FIRST], keys["mentor"]]
    assert keys_of_profile(readers, keys, profile="full") == [keys[FIRST]]
    with pytest.raises(VaultError, match="no profile coac"):
        keys_of_profile(readers, keys, profile="coac")


def test_only_the_first_reader_publishes(readers: Readers) -> None:
    with pytest.raises(VaultError, match="not the passphrase that afterword-readers"):
        wrapping_keys(readers, OTHER)


def test_a_reader_who_was_removed_does_not_open_the_next_publish(readers: Readers) -> None:
    left = renewed(readers, {FIRST: PHRASE}, first=PHRASE, iterations=FLOOR)
    vault = published(left)
    assert (opens(vault, PHRASE), opens(vault, OTHER), list(left.boxes)) == (True, False, [FIRST])


def test_after_a_leak_everything_is_another_but_who_reads_what(readers: Readers) -> None:
    before = with_publish(readers, "coach", LAST, key=wrapping_keys(readers, PHRASE)[FIRST])
    fresh = renewed(before, {FIRST: THIRD, "mentor": PHRASE}, first=PHRASE, iterations=FLOOR)
    assert (fresh.profiles, fresh.publishes) == (before.profiles, before.publishes)
    assert fresh.salt != before.salt
    assert fresh.address_key != before.address_key
    keys = {*wrapping_keys(fresh, THIRD).values(), *wrapping_keys(before, PHRASE).values()}
    assert len(keys) == 4


def test_two_readers_are_not_given_one_passphrase(readers: Readers) -> None:
    with pytest.raises(VaultError, match="have the same passphrase"):
        renewed(readers, {FIRST: THIRD, "mentor": THIRD}, first=PHRASE, iterations=FLOOR)


def test_a_change_of_mind_leaves_the_others_as_they_are(readers: Readers) -> None:
    changed = with_passphrase(readers, first=PHRASE, new=THIRD)
    vault = published(changed, THIRD)
    assert (opens(vault, OTHER), opens(vault, PHRASE)) == (True, False)
    assert (changed.salt, changed.address_key) == (readers.salt, readers.address_key)


def test_a_passphrase_in_use_is_not_taken_twice(readers: Readers) -> None:
    with pytest.raises(VaultError, match="in use already"):
        with_passphrase(readers, first=PHRASE, new=OTHER.upper())


def test_a_publish_is_remembered_for_its_profile(readers: Readers) -> None:
    key = wrapping_keys(readers, PHRASE)[FIRST]
    first = with_publish(readers, "coach", LAST, key=key)
    both = with_publish(first, "full", replace(LAST, branch="other"), key=key)
    require_untouched(both, key=key)
    assert both.publishes == {"coach": LAST, "full": replace(LAST, branch="other")}


def test_a_publish_is_remembered_by_the_first_reader_alone(readers: Readers) -> None:
    keys = wrapping_keys(readers, PHRASE)
    with pytest.raises(VaultError, match="somebody edited it"):
        with_publish(readers, "coach", LAST, key=keys["mentor"])


@pytest.mark.parametrize("remote", ["", "https://git.example/\u202egit", "/" + 2000 * "x"])
def test_a_publish_that_could_not_be_read_again_is_not_remembered(
    readers: Readers, remote: str
) -> None:
    key = wrapping_keys(readers, PHRASE)[FIRST]
    with pytest.raises(VaultError, match="letters that cannot be seen"):
        with_publish(readers, "coach", replace(LAST, remote=remote), key=key)


@pytest.mark.parametrize(
    ("remote", "kept"),
    [
        ("https://me:secret@git.example/a.git", "https://git.example/a.git"),
        ("https://ghp_secret@github.com/me/a", "https://github.com/me/a"),
        ("HTTPS://me:se@cret@git.example:8443/a?token=secret#x", "HTTPS://git.example:8443/a"),
        ("ext::https://secret@git.example/a", "ext::https://git.example/a"),
        ("ssh://git:secret@git.example:22/a.git", "ssh://git@git.example:22/a.git"),
        ("git+ssh://git@git.example/a.git", "git+ssh://git@git.example/a.git"),
        ("SSH+git://git:secret@git.example/a.git", "SSH+git://git@git.example/a.git"),
        ("git@github.com:me/a.git", "git@github.com:me/a.git"),
        ("/srv/a@b/site.git", "/srv/a@b/site.git"),
        ("file:///srv/a@b#c.git", "file:///srv/a@b#c.git"),
    ],
)
def test_an_address_is_remembered_without_what_lets_somebody_in(remote: str, kept: str) -> None:
    assert without_credentials(remote) == kept


@given(st.text(":/@?#ab", max_size=20), st.sampled_from(["https", "ssh", "file", "ext::http"]))
def test_an_address_without_credentials_stays_as_it_is(rest: str, kind: str) -> None:
    once = without_credentials(f"{kind}://{rest}")
    assert without_credentials(once) == once


def test_the_file_brings_the_same_readers_back(readers: Readers, tmp_path: Path) -> None:
    full = with_publish(readers, "coach", LAST, key=wrapping_keys(readers, PHRASE)[FIRST])
    write_readers(tmp_path / "readers.json", full)
    assert read_readers(tmp_path / "readers.json") == full


def test_there_is_no_file_before_the_first_publish(tmp_path: Path) -> None:
    assert read_readers(tmp_path / "readers.json") is None


def test_a_file_that_is_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="cannot be read: Is a directory"):
        read_readers(tmp_path)


def test_the_file_holds_no_key_and_no_passphrase(readers: Readers, tmp_path: Path) -> None:
    write_readers(tmp_path / "readers.json", readers)
    text = (tmp_path / "readers.json").read_text(encoding="utf-8")
    secrets = [key.hex() for key in wrapping_keys(readers, PHRASE).values()]
    assert [one for one in (*secrets, *PHRASE.split(), *OTHER.split()) if one in text] == []


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(readers: Readers, tmp_path: Path) -> None:
    file, link = tmp_path / "kept.json", tmp_path / "readers.json"
    write_readers(file, new_readers(OTHER, iterations=FLOOR))
    file.chmod(0o640)
    link.symlink_to(file)
    write_readers(link, readers)
    assert (link.is_symlink(), file.stat().st_mode & 0o777) == (True, 0o640)
    assert read_readers(file) == readers


def test_the_old_file_stands_until_the_new_one_is_complete(
    readers: Readers, tmp_path: Path
) -> None:
    path = tmp_path / "readers.json"
    write_readers(path, readers)
    before = path.read_bytes()
    with suppress(KeyboardInterrupt), replacing_readers(path, replace(readers, code=bytes(32))):
        while_it_runs = (path.read_bytes(), len(list(tmp_path.iterdir())))
        raise KeyboardInterrupt
    assert while_it_runs == (before, 2)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (before, [path])


def test_a_file_that_cannot_be_written_is_as_it_was(readers: Readers, tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="could not be written: No such file"):
        write_readers(tmp_path / "nowhere" / "readers.json", readers)


def test_what_is_killed_at_any_step_leaves_a_whole_file(readers: Readers, tmp_path: Path) -> None:
    """A process that dies without a word before its file is in its place, and one that dies right after."""
    path = tmp_path / "readers.json"
    write_readers(path, readers)
    changed = with_passphrase(readers, first=PHRASE, new=THIRD)
    for dies_first, expected in ((True, readers), (False, changed)):
        child = os.fork()
        if child == 0:
            with replacing_readers(path, changed):
                if dies_first:
                    os.kill(os.getpid(), 9)
            os.kill(os.getpid(), 9)
        os.waitpid(child, 0)
        assert read_readers(path) == expected


def test_what_was_sealed_before_spelling_was_free_is_found_by_its_older_form() -> None:
    phrase = "The heron said: on a Tuesday, half-past six"
    new, older = tried_keys(phrase, salt=bytes(16), iterations=FLOOR)
    assert [*tried_keys(phrase.lower().replace("-", " "), salt=bytes(16), iterations=FLOOR)] == [
        new
    ]
    assert new != older


def test_a_passphrase_that_is_no_text_is_said() -> None:
    with pytest.raises(VaultError, match="no text"):
        new_readers("abc\udc80", iterations=FLOOR)


def test_who_stands_in_it_is_signed_by_the_first_reader_alone(readers: Readers) -> None:
    edited = replace(readers, profiles={"mentor": "full"})
    with pytest.raises(VaultError, match="somebody edited it"):
        wrapping_keys(edited, PHRASE)
    with pytest.raises(VaultError, match="not the passphrase"):
        confirmed(edited, OTHER)
    assert len(keys_for(confirmed(edited, PHRASE), PHRASE, profile="full")) == 2


def test_a_reader_whose_line_was_altered_cannot_be_signed(readers: Readers) -> None:
    odd = replace(readers, boxes={**readers.boxes, "mentor": readers.boxes[FIRST]})
    with pytest.raises(VaultError, match="has been altered"):
        confirmed(odd, PHRASE)


@pytest.mark.parametrize(
    ("name", "phrase", "sentence"),
    [
        ("mentor", "x", "a reader mentor already"),
        ("Mentor", "x", "a reader mentor already"),
        ("ME", "x", "a reader me already"),
        ("a/b", "x", "wants letters"),
        ("", "x", "wants letters"),
        (".a", "x", "wants letters"),
        ("a ", "x", "wants letters"),
        ("a  b", "x", "wants letters"),
        ("a\u202eb", "x", "wants letters"),
        ("a: full", "x", "wants letters"),
        ("Zoe\u0308", "x", "wants letters"),
        (41 * "a", "x", "wants letters"),
        ("coach", OTHER, "has this passphrase already"),
        ("coach", "Abacus-Abdomen ABIDE ablaze  able abnormal", "has this passphrase already"),
    ],
)
def test_a_reader_who_cannot_be_added_is_refused(
    readers: Readers, name: str, phrase: str, sentence: str
) -> None:
    with pytest.raises(VaultError, match=sentence):
        with_reader(readers, name, phrase, first=PHRASE)


@pytest.mark.parametrize("name", ["प्रिया", "Zo\u00eb van-der. B", "王", "2nd"])
def test_a_name_may_be_in_any_script(readers: Readers, name: str) -> None:
    assert name in with_reader(readers, name, THIRD, first=PHRASE).boxes


def test_a_reader_is_not_added_for_a_profile_that_there_is_not(readers: Readers) -> None:
    with pytest.raises(VaultError, match="no profile mentor"):
        with_reader(readers, "anna", THIRD, first=PHRASE, profile="mentor")


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
        staying_without(readers, name)


def test_those_stay_who_do_not_leave(readers: Readers) -> None:
    three = with_reader(readers, "anna", THIRD, first=PHRASE)
    assert staying_without(three, "mentor") == ("anna",)
