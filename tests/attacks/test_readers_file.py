"""Somebody who can write to the private repository, or has seen a passphrase, goes for the file of the readers.

Each edit is a row: what is done to the file, what is gained where nothing looks, and the sentence that it is met with. Without the
defence means: read as the first version read it, and signed as it stands.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.vault.sealed import OTHER, PHRASE, SITE

from afterword.edition.sealed import opaque_path
from afterword.errors import VaultError
from afterword.vault import open_vault, seal
from afterword.vault.readers.file import read_readers
from afterword.vault.readers.publishes import Publish
from afterword.vault.readers.readers import (
    FILE,
    FIRST,
    Readers,
    confirmed,
    keys_for,
    new_readers,
    renewed,
    require_untouched,
    with_passphrase,
    with_publish,
    with_reader,
    wrapping_keys,
    written,
)
from afterword.vault.sealed.header import FLOOR, read_header
from afterword.vault.sealed.keys import authentication_code, decrypted, unwrapped, wrapping_key

NEW, MENTORS_NEW = (
    "acorn acre acrobat acronym acting action",
    "ajar alarm album alfalfa algae alibi",
)
ANNAS = "amaze amber amble amends amid amigo"
PLACE = Publish(remote="https://git.example/whole.git", branch="gh-pages", entries=40, files=300)


def signed_readers() -> Readers:
    found = with_reader(
        new_readers(PHRASE, iterations=FLOOR + 1), "mentor", OTHER, first=PHRASE, profile="coach"
    )
    found = with_reader(found, "anna", ANNAS, first=PHRASE, profile="report")
    return with_publish(found, "full", PLACE, key=wrapping_keys(found, PHRASE)[FIRST])


READERS = signed_readers()
KEYS = wrapping_keys(READERS, PHRASE)
# The file of a month ago, when somebody was a reader who has been taken out since.
EARLIER = with_reader(READERS, "old friend", NEW, first=PHRASE)
WROTE = {**written(READERS), "code": READERS.code.hex()}

Value = dict[str, Any]


def read(path: Path) -> Readers:
    found = read_readers(path)
    assert found
    return found


Edit = Callable[[Value], None]


def text_of(edit: Edit) -> str:
    value = json.loads(json.dumps(WROTE))
    edit(value)
    return json.dumps(value, indent=2)


def put(*path: str, to: Any) -> Edit:
    """The value at this path becomes another."""

    def edit(value: Value) -> None:
        for name in path[:-1]:
            value = value[name]
        value[path[-1]] = to

    return edit


def drop(*path: str) -> Edit:
    """What stands at this path is gone."""

    def edit(value: Value) -> None:
        for name in path[:-1]:
            value = value[name]
        del value[path[-1]]

    return edit


def each(*edits: Edit) -> Edit:
    def edit(value: Value) -> None:
        for one in edits:
            one(value)

    return edit


def renamed(name: str, other: str) -> Edit:
    """A reader called otherwise, in both places."""

    def edit(value: Value) -> None:
        for table in ("readers", "profiles"):
            value[table] = {
                other if one == name else one: what for one, what in value[table].items()
            }

    return edit


def careless(text: str) -> Readers:
    """The readers as the first version read them, which looked at next to nothing."""
    value = json.loads(text)
    return Readers(
        salt=bytes.fromhex(value["salt"]),
        iterations=int(value["iterations"]),
        address_key=bytes.fromhex(value["address_key"]),
        boxes={name: bytes.fromhex(box) for name, box in value["readers"].items()},
        profiles={str(name): str(profile) for name, profile in value["profiles"].items()},
        publishes={name: Publish(**one) for name, one in value.get("publishes", {}).items()},
    )


def opening(readers: Readers, profile: str) -> set[str]:
    """Who opens a publish of this profile where nothing looks: no profile is the full one, as the first version took it.

    Even that version noticed a line that does not open.
    """
    keys = {
        name: decrypted(KEYS[FIRST], box, context=f"afterword-readers/1 {name}")
        for name, box in readers.boxes.items()
    }
    assert None not in keys.values()
    return {name for name in keys if name == FIRST or readers.profiles.get(name, "full") == profile}


def mentor_reads_all(found: Readers) -> bool:
    return "mentor" in opening(found, "full")


def mentor_is_shut_out(found: Readers) -> bool:
    return "mentor" not in opening(found, "coach")


def addresses_are_known(found: Readers) -> bool:
    """Somebody who knows an empty key, one byte or the letters that they put there finds out which address is which entry."""
    known = (b"", b"\x00", 32 * b"\xaa")
    entry = "journal/kvistholm.md"
    return opaque_path(entry, found.address_key) in {opaque_path(entry, key) for key in known}


Gain = Callable[[Readers], bool]
# What is done, what it brings where nothing looks, and what it is met with.
EDITS: dict[str, tuple[Edit, Gain, str]] = {
    "a coach is given everything": (
        put("profiles", "mentor", to="full"),
        mentor_reads_all,
        "somebody edited it",
    ),
    "a coach's profile is taken away, and that meant everything": (
        drop("profiles", "mentor"),
        mentor_reads_all,
        "not every reader has a profile",
    ),
    "all profiles are taken away": (
        put("profiles", to={}),
        mentor_reads_all,
        "not every reader has a profile",
    ),
    "it is given out for the earlier format, which has no code": (
        each(
            put("format", to="afterword-readers/1"),
            drop("code"),
            drop("publishes"),
            put("profiles", "mentor", to="full"),
        ),
        mentor_reads_all,
        "written by an earlier version",
    ),
    "a profile is cut short, and a reader left out in silence": (
        put("profiles", "mentor", to="coac"),
        mentor_is_shut_out,
        "profile is none of full, coach, report",
    ),
    "a reader is taken out in silence": (
        each(drop("readers", "mentor"), drop("profiles", "mentor")),
        mentor_is_shut_out,
        "somebody edited it",
    ),
    "a reader who was taken out is put back from an old commit": (
        each(
            put("readers", "old friend", to=EARLIER.boxes["old friend"].hex()),
            put("profiles", "old friend", to="full"),
        ),
        lambda found: "old friend" in opening(found, "full"),
        "somebody edited it",
    ),
    "a profile waits for somebody to come": (
        put("profiles", "old friend", to="full"),
        lambda found: found.profiles.get("old friend") == "full",
        "a profile has no reader",
    ),
    "addresses are made with an empty key": (
        put("address_key", to=""),
        addresses_are_known,
        "its address_key is not 64 hexadecimal digits",
    ),
    "addresses are made with a key of one byte": (
        put("address_key", to="00"),
        addresses_are_known,
        "its address_key is not 64 hexadecimal digits",
    ),
    "addresses are made with a key that the attacker knows": (
        put("address_key", to=64 * "a"),
        addresses_are_known,
        "somebody edited it",
    ),
    "a publish never ends": (
        put("iterations", to=10**9),
        lambda found: found.iterations == 10**9,
        "its iterations are not between 600000 and 10000000",
    ),
    "an empty site is to replace a full one unasked": (
        put("publishes", "full", "entries", to=0),
        lambda found: found.publishes["full"].entries == 0,
        "somebody edited it",
    ),
    "the whole site is said to have gone to the attacker's place": (
        put("publishes", "full", "remote", to="https://evil.example/whole.git"),
        lambda found: found.publishes["full"].remote == "https://evil.example/whole.git",
        "somebody edited it",
    ),
    "it is forgotten where the whole site went, so that a profile may go over it": (
        put("publishes", to={}),
        lambda found: not found.publishes,
        "somebody edited it",
    ),
}


@pytest.mark.parametrize("done", EDITS)
def test_an_edit_of_the_file_is_refused(done: str, tmp_path: Path) -> None:
    edit, gained, sentence = EDITS[done]
    (tmp_path / FILE).write_text(text_of(edit), encoding="utf-8")
    with pytest.raises(VaultError, match=sentence):
        keys_for(read(tmp_path / FILE), PHRASE, profile="full")
    # Without the defence the attack succeeds.
    assert gained(careless(text_of(edit)))


def test_what_nobody_edited_is_taken(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text_of(lambda _value: None), encoding="utf-8")
    assert keys_for(read(tmp_path / FILE), PHRASE, profile="coach") == [
        KEYS[FIRST],
        KEYS["mentor"],
    ]
    assert [
        gained(careless(text_of(lambda _value: None))) for _edit, gained, _ in EDITS.values()
    ] == [False] * len(EDITS)


@pytest.mark.parametrize(
    ("profiles", "reads"), [({"mentor": "full", "anna": "report"}, True), (READERS.profiles, False)]
)
def test_it_is_the_code_that_stops_a_coach_who_was_given_everything(
    profiles: dict[str, str], reads: bool
) -> None:
    """Signed as it stands, the very same edit is taken."""
    signed = confirmed(replace(READERS, profiles=profiles), PHRASE)
    assert (KEYS["mentor"] in keys_for(signed, PHRASE, profile="full")) is reads


# What a line holds on its own, or what would bring nothing yet: refused all the same.
ODD: dict[str, tuple[Edit, str]] = {
    "two readers' lines are exchanged": (
        each(
            put("readers", "mentor", to=READERS.boxes["anna"].hex()),
            put("readers", "anna", to=READERS.boxes["mentor"].hex()),
        ),
        "somebody edited it",
    ),
    "a reader's line is cut short": (
        put("readers", "mentor", to=READERS.boxes["mentor"].hex()[:-2]),
        "a reader's line is not 120 hexadecimal digits",
    ),
    "a reader's line is empty": (put("readers", "mentor", to=""), "a reader's line is not 120"),
    "a reader has a name that hides what it is": (
        renamed("mentor", "mentor\u202eym"),
        "a reader's name is odd",
    ),
    "a reader has no name": (renamed("mentor", ""), "a reader's name is odd"),
    "a reader is called otherwise": (renamed("mentor", "Mentor"), "somebody edited it"),
    "the readers are put in another order": (
        put("readers", to=dict(reversed(WROTE["readers"].items()))),
        "does not begin with me",
    ),
    "the others are put in another order": (
        put("readers", to={one: WROTE["readers"][one] for one in (FIRST, "anna", "mentor")}),
        "somebody edited it",
    ),
    "there are five": (
        put("readers", to=dict.fromkeys(("me", *"abcd"), WROTE["readers"]["me"])),
        "more readers than 4",
    ),
    "there is nobody": (put("readers", to={}), "does not begin with me"),
    "the readers are no table": (put("readers", to=["me"]), "does not begin with me"),
    "the profiles are no table": (put("profiles", to=["mentor", "anna"]), "not every reader has"),
    "a profile is no word": (put("profiles", "mentor", to=[]), "is none of full"),
    "the salt is empty": (put("salt", to=""), "its salt is not 32 hexadecimal digits"),
    "the salt is cut short": (put("salt", to=WROTE["salt"][:-2]), "its salt is not 32"),
    "the salt is in capitals": (put("salt", to=30 * "0" + "AB"), "its salt is not 32"),
    "the salt is a number": (put("salt", to=10**31), "its salt is not 32"),
    "the salt is one that tables are ready for": (put("salt", to=32 * "0"), "not the passphrase"),
    "a guess is made cheaper": (put("iterations", to=FLOOR), "not the passphrase"),
    "a guess costs nothing": (put("iterations", to=1), "its iterations are not between"),
    "the iterations are no whole number": (
        put("iterations", to=float(READERS.iterations)),
        "its iterations are not between",
    ),
    "the iterations are a yes": (put("iterations", to=True), "its iterations are not between"),
    "a publish counts in fractions": (
        put("publishes", "full", "files", to=0.5),
        "says of itself cannot be",
    ),
    "a publish counts backwards": (
        put("publishes", "full", "entries", to=-1),
        "says of itself cannot be",
    ),
    "a publish's address holds a password": (
        put("publishes", "full", "remote", to="https://me:secret@git.example/a"),
        "says of itself cannot be",
    ),
    "a publish has no branch": (
        drop("publishes", "full", "branch"),
        "a publish in it is not complete",
    ),
    "a publish says more than it should": (
        put("publishes", "full", "force", to=True),
        "a publish in it is not complete, or holds too much",
    ),
    "a publish is for nobody": (put("publishes", "boss", to={}), "a publish in it is none of full"),
    "the publishes are no table": (put("publishes", to=[]), "a publish in it is none of full"),
    "something stands in it that a later version might heed": (
        put("everybody", to="full"),
        "stands in it that does not belong there",
    ),
    "the code is taken away": (drop("code"), "something is missing"),
    "the code is empty": (put("code", to=""), "its code is not 64 hexadecimal digits"),
    "the code is another": (put("code", to=64 * "0"), "somebody edited it"),
    "it is given out for a later format": (
        put("format", to="afterword-readers/3"),
        "does not know its format",
    ),
    "it has no format": (drop("format"), "does not know its format"),
}


@pytest.mark.parametrize("done", ODD)
def test_what_could_not_be_ours_is_refused(done: str, tmp_path: Path) -> None:
    edit, sentence = ODD[done]
    (tmp_path / FILE).write_text(text_of(edit), encoding="utf-8")
    with pytest.raises(VaultError, match=sentence):
        keys_for(read(tmp_path / FILE), PHRASE, profile="full")


WHOLE_TEXT = text_of(lambda _value: None)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "not complete"),
        (WHOLE_TEXT[:-30], "not complete"),
        ("\ufeff" + WHOLE_TEXT, "not complete"),
        ("[]", "does not know its format"),
        ("null", "does not know its format"),
        (5000 * "[", "not complete"),
        (f'{{"format": {9999 * "9"}}}', "not complete"),
        (WHOLE_TEXT.replace('"coach"', '"coach", "mentor": "full"'), "stands in it twice"),
        (WHOLE_TEXT.replace('"salt"', '"code": "", "salt"'), "stands in it twice"),
        (WHOLE_TEXT.ljust(100_001), "larger than"),
    ],
)
def test_what_is_no_such_file_is_refused_with_the_way_to_mend_it(
    text: str, sentence: str, tmp_path: Path
) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(VaultError, match=rf"{sentence}.*Take it from an earlier commit"):
        read(tmp_path / FILE)


def test_the_last_of_two_profiles_would_have_been_taken() -> None:
    """Why a key may stand there only once: in a difference that somebody looks over, the first of the two is the one that is seen."""
    text = WHOLE_TEXT.replace('"coach"', '"coach", "mentor": "full"')
    assert careless(text).profiles["mentor"] == "full"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("edited") / FILE


@settings(max_examples=300)
@given(
    at=st.integers(0, len(WHOLE_TEXT) - 1),
    letter=st.characters(codec="utf-8") | st.sampled_from('0123456789abcdef" ,-'),
    kind=st.sampled_from(["exchanged", "put in", "taken out"]),
)
def test_no_letter_of_it_can_be_another(file: Path, at: int, letter: str, kind: str) -> None:
    """One letter anywhere: refused, or it says the very same, as a blank between two values does."""
    middle = "" if kind == "taken out" else letter
    rest = WHOLE_TEXT[at:] if kind == "put in" else WHOLE_TEXT[at + 1 :]
    file.write_bytes((WHOLE_TEXT[:at] + middle + rest).encode())
    try:
        found = read(file)
        require_untouched(found, key=KEYS[FIRST])
    except VaultError:
        return
    assert found == READERS


def opens(vault: dict[str, bytes], *known: str | bytes) -> bool:
    """Whether any of the passphrases or keys that somebody knows opens a vault."""
    header = read_header(vault["vault.json"]).header
    keys = [
        wrapping_key(one, salt=header.salt, iterations=header.iterations)
        if isinstance(one, str)
        else one
        for one in known
    ]
    return any(unwrapped(header.slots, key, publish=header.publish) for key in keys)


def published(readers: Readers, phrase: str) -> dict[str, bytes]:
    keys = list(wrapping_keys(readers, phrase).values())
    return seal(SITE, keys, salt=readers.salt, iterations=readers.iterations)


def everything_known(readers: Readers, phrase: str) -> tuple[bytes, ...]:
    """Every key that somebody has who knows the first passphrase and has a copy of the file."""
    return tuple(wrapping_keys(readers, phrase).values())


def test_a_passphrase_that_leaked_opens_nothing_that_is_published_after_a_change() -> None:
    """The thief has the first passphrase, the file with its salt, and so every reader's key; and the readers' old passphrases too."""
    fresh = renewed(
        READERS,
        {FIRST: NEW, "mentor": MENTORS_NEW, "anna": "x y z"},
        first=PHRASE,
        iterations=FLOOR,
    )
    old: list[str | bytes] = [PHRASE, OTHER, ANNAS, *everything_known(READERS, PHRASE)]
    before, after = published(READERS, PHRASE), published(fresh, NEW)
    assert [opens(before, one) for one in old] == [True] * 6
    assert [opens(after, one) for one in old] == [False] * 6
    assert open_vault(published(fresh, NEW), MENTORS_NEW) == SITE


def test_addresses_that_a_thief_could_make_are_others_after_a_change() -> None:
    fresh = renewed(READERS, {FIRST: NEW}, first=PHRASE, iterations=FLOOR)
    entry = "journal/kvistholm.md"
    assert opaque_path(entry, READERS.address_key) != opaque_path(entry, fresh.address_key)


def test_with_the_readers_kept_a_thief_of_theirs_or_of_the_file_still_reads() -> None:
    """What the help of --keep-readers says, and why it is no answer to a leak."""
    kept = with_passphrase(READERS, first=PHRASE, new=NEW)
    vault = published(kept, NEW)
    assert opens(vault, OTHER)
    assert opens(vault, *everything_known(READERS, PHRASE))
    assert not opens(vault, PHRASE)


def test_a_reader_who_was_removed_opens_and_computes_nothing_new() -> None:
    """They have their passphrase, all that they read, and say a copy of the file; the first passphrase stays as it was."""
    left = renewed(READERS, {FIRST: PHRASE, "anna": NEW}, first=PHRASE, iterations=FLOOR)
    assert opens(published(READERS, PHRASE), OTHER, KEYS["mentor"])
    assert not opens(published(left, PHRASE), OTHER, KEYS["mentor"])
    assert left.address_key != READERS.address_key
    assert not {*everything_known(READERS, PHRASE)} & {*everything_known(left, PHRASE)}


def test_a_line_of_a_removed_reader_does_not_come_back_by_hand() -> None:
    left = renewed(READERS, {FIRST: PHRASE, "anna": NEW}, first=PHRASE, iterations=FLOOR)
    back = replace(
        left,
        boxes={**left.boxes, "mentor": READERS.boxes["mentor"]},
        profiles={**left.profiles, "mentor": "full"},
    )
    with pytest.raises(VaultError, match="somebody edited it"):
        wrapping_keys(back, PHRASE)
    with pytest.raises(VaultError, match="has been altered"):
        confirmed(back, PHRASE)


def test_a_whole_earlier_file_is_refused_once_the_first_passphrase_is_another() -> None:
    """It was signed, so that only another passphrase tells it from today's: with the old one it is taken, as the help of remove says."""
    with pytest.raises(VaultError, match="not the passphrase"):
        wrapping_keys(READERS, NEW)
    assert set(wrapping_keys(READERS, PHRASE)) == {FIRST, "mentor", "anna"}


def test_the_code_is_not_made_with_the_wrapping_key_itself() -> None:
    """A key that wraps a content key signs nothing: the code of another context is another."""
    assert authentication_code(KEYS[FIRST], b"x", context="a") != authentication_code(
        KEYS[FIRST], b"x", context="b"
    )
    plain = HMAC(KEYS[FIRST], SHA256())
    plain.update(b"x")
    assert plain.finalize() != authentication_code(KEYS[FIRST], b"x", context="")
