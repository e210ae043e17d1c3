"""A passphrase is made by chance, or is asked for twice over; and one is one, however it is spelled."""

from __future__ import annotations

import sys
import unicodedata
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.errors import VaultError
from afterword.vault.sealed.passphrases import (
    could_be_generated,
    forms,
    generated,
    listed_words,
    require_strong,
    words,
)

HYPHENED = "drop-down felt-tip t-shirt yo-yo abacus"


def test_the_list_has_7776_words() -> None:
    assert len(set(words())) == 7776


def test_a_generated_passphrase_is_six_words_of_the_list_and_good_enough() -> None:
    phrase = generated()
    assert len(phrase.split()) == 6
    assert set(phrase.split()) <= set(words())
    require_strong(phrase)


def test_no_two_are_alike() -> None:
    assert len({generated() for _ in range(200)}) == 200


def test_no_two_words_of_the_list_are_one_however_they_are_spelled() -> None:
    assert len({forms(word)[0] for word in words()}) == 7776


def test_five_words_are_the_floor() -> None:
    require_strong("abacus abdomen abide ablaze able")
    with pytest.raises(VaultError, match="at least 5 words"):
        require_strong("abacus abdomen abide ablaze")


@pytest.mark.parametrize(
    "phrase",
    [
        "abacus abacus abacus abacus abacus",
        "the quick brown fox jumps over the lazy dog",
        "",
        "drop down felt tip t shirt yo yo",
        "drop felt t yo abacus abdomen",
    ],
)
def test_what_was_not_made_by_chance_is_refused(phrase: str) -> None:
    with pytest.raises(VaultError, match="was not made by 'afterword passphrase'"):
        require_strong(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "short but own",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "a------------- B ------------- c",
        "AaBbCcDdEeFfaAbBcCdD",
    ],
)
def test_an_own_one_that_is_plainly_weak_is_refused_all_the_same(phrase: str) -> None:
    with pytest.raises(VaultError, match="at least 20 characters, 10 of them different"):
        require_strong(phrase, own=True)


def test_an_own_one_is_taken_when_it_was_asked_for() -> None:
    require_strong("nobody knows what the heron said on Tuesday", own=True)


@pytest.mark.parametrize(
    "typed",
    [
        "drop down felt tip t shirt yo yo abacus",
        "Drop-Down Felt-Tip T-Shirt Yo-Yo Abacus",
        "DROP-DOWN FELT-TIP T-SHIRT YO-YO ABACUS",
        "\ufeff drop\u2011down\tfelt\u2013tip\n t\u2212shirt \u2014 yo\u00a0yo  abacus\r\n",
        "drop-down-felt-tip-t-shirt-yo-yo-abacus",
        "\uff24\uff32\uff2f\uff30\uff0d\uff24\uff2f\uff37\uff2e\u3000felt-tip t-shirt yo-yo abacus",
    ],
)
def test_words_are_taken_in_any_case_and_with_any_blanks_or_hyphens(typed: str) -> None:
    assert forms(typed)[0] == forms(HYPHENED)[0] == "drop down felt tip t shirt yo yo abacus"
    require_strong(typed)


@pytest.mark.parametrize("hyphen", "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
def test_every_hyphen_and_dash_is_a_blank(hyphen: str) -> None:
    assert forms(f"{hyphen}a{hyphen}{hyphen} b{hyphen}")[0] == "a b"


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("ΟΔΟΣ ΟΔΟΣ", "οδοσ οδοσ"),
        ("οδος", "οδοσ"),
        ("STRASSE", "strasse"),
        ("Straße STRAẞE", "straße straße"),
        ("İstanbul", "i\u0307stanbul"),
        ("ISPARTA", "isparta"),
        ("J\u030cezi \u01f0ezi", "\u01f0ezi \u01f0ezi"),
        ("Cafe\u0301 CAF\u00c9", "caf\u00e9 caf\u00e9"),
        ("\ufb01g", "fig"),
        ("王 明", "王 明"),
    ],
)
def test_other_scripts_have_one_form_too(typed: str, form: str) -> None:
    assert forms(typed)[0] == form


def test_every_capital_is_its_small_letter() -> None:
    letters = [chr(one) for one in range(sys.maxunicode + 1) if not 0xD800 <= one < 0xE000]
    capitals = [one for one in letters if unicodedata.category(one) in ("Lu", "Lt")]
    assert [one for one in capitals if forms(one)[0] != forms(one.lower())[0]] == []


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_what_is_in_its_form_stays_in_it(phrase: str) -> None:
    form = forms(phrase)[0]
    assert forms(form)[0] == form


def test_the_older_form_is_tried_where_it_is_another() -> None:
    assert forms(" The Heron-Bird\n") == ("the heron bird", "The Heron-Bird")
    assert forms("abacus abdomen") == ("abacus abdomen",)


def test_an_own_phrase_that_chance_could_have_made_is_none() -> None:
    assert could_be_generated(generated().title())
    assert not could_be_generated("nobody knows what the heron said on Tuesday")


@pytest.mark.parametrize(
    ("phrase", "is_taken"),
    [
        ("abcdefghij abcdefghi", True),
        ("abcdefghij abcdefgh", False),
        ("abcdefghi abcdefghij", True),
        ("abcdefgh abcdefghabc", False),
    ],
    ids=["20 letters", "19 letters", "10 different", "9 different"],
)
def test_an_own_one_has_20_letters_and_10_different_ones(phrase: str, *, is_taken: bool) -> None:
    try:
        require_strong(phrase, own=True)
        assert is_taken
    except VaultError:
        assert not is_taken


def test_what_was_made_by_chance_needs_no_leave() -> None:
    require_strong("abacus abdomen abide ablaze able")
    require_strong("abacus abdomen abide ablaze able", own=True)


def test_as_many_words_are_made_as_are_wanted() -> None:
    assert [len(generated(count).split()) for count in (1, 7)] == [1, 7]


def test_before_spelling_was_free_blanks_around_it_did_not_count() -> None:
    assert forms("\ufeff\u1680 Drop-Down \u2028") == ("drop down", "Drop-Down")


@pytest.mark.parametrize(
    "text", ["", "11111\tabacus\n", "".join("11111\tabacus\n" for _ in range(7776))]
)
def test_a_list_that_would_make_weaker_passphrases_is_refused(text: str) -> None:
    with pytest.raises(VaultError, match=r"has . words, not 7776"):
        listed_words(text)


def test_the_list_is_the_one_that_earlier_passphrases_were_made_of() -> None:
    """Its digest, so that a passphrase made with any version is known again as one that chance made."""
    assert sha256("\n".join(words()).encode()).hexdigest().startswith("abae49761b88f3f1")
