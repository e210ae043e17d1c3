"""A passphrase is made by chance, or is asked for twice over."""

from __future__ import annotations

import pytest

from afterword.errors import VaultError
from afterword.vault.passphrases import generated, require_strong, words


def test_the_list_has_7776_words() -> None:
    assert len(set(words())) == 7776


def test_a_generated_passphrase_is_six_words_of_the_list_and_good_enough() -> None:
    phrase = generated()
    assert len(phrase.split()) == 6
    assert set(phrase.split()) <= set(words())
    require_strong(phrase)


def test_no_two_are_alike() -> None:
    assert len({generated() for _ in range(200)}) == 200


def test_five_words_are_the_floor() -> None:
    require_strong("abacus abdomen abide ablaze able")
    with pytest.raises(VaultError, match="at least 5 words"):
        require_strong("abacus abdomen abide ablaze")


@pytest.mark.parametrize(
    "phrase",
    ["abacus abacus abacus abacus abacus", "the quick brown fox jumps over the lazy dog", ""],
)
def test_what_was_not_made_by_chance_is_refused(phrase: str) -> None:
    with pytest.raises(VaultError, match="was not made by 'afterword passphrase'"):
        require_strong(phrase)


@pytest.mark.parametrize("phrase", ["short but own", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa"])
def test_an_own_one_that_is_plainly_weak_is_refused_all_the_same(phrase: str) -> None:
    with pytest.raises(VaultError, match="at least 20 characters, 10 of them different"):
        require_strong(phrase, own=True)


def test_an_own_one_is_taken_when_it_was_asked_for() -> None:
    require_strong("nobody knows what the heron said on Tuesday", own=True)
