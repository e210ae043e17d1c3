"""Which passphrase is good enough, where one comes from (chance), and which spellings of one are the same."""

from __future__ import annotations

import re
import secrets
import unicodedata
from functools import cache
from importlib.resources import files

from afterword.errors import VaultError

WORDS = 6
FEWEST_WORDS = 5
# Of the package that brings it.
_LIST, _LISTED = "wordlists/eff_large_wordlist.txt", 7776
_OWN_LENGTH = 20
_OWN_VARIETY = 10
# What the browser's page takes as well, written out: neither language's own idea of a blank is the other's. NFKC makes
# a common blank of the rest.
_BLANKS = " \t\n\v\f\r\u1680\u2028\u2029\ufeff"
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_GAP = re.compile(f"[{re.escape(_BLANKS + _HYPHENS)}]+")


@cache
def words() -> tuple[str, ...]:
    """The EFF's long list: 7776 words, so that each adds 12.9 bits. Raises VaultError where the list is another one."""
    return listed_words((files("dicewarepy") / _LIST).read_text(encoding="utf-8"))


def listed_words(text: str) -> tuple[str, ...]:
    """The words of a list that has one a line behind five throws of a die: "11111 abacus".

    Raises VaultError where they are not as many as each passphrase is counted on.
    """
    found = tuple(line.split()[-1] for line in text.splitlines() if line.strip())
    if len(set(found)) != _LISTED:
        raise VaultError(
            f"The list of words for passphrases has {len(set(found))} words, not {_LISTED}. Install Afterword again: pip install --force-reinstall dicewarepy"
        )
    return found


def generated(count: int = WORDS) -> str:
    """A new passphrase of so many words."""
    return " ".join(secrets.choice(words()) for _ in range(count))


def normalised(passphrase: str) -> str:
    """The passphrase however a keyboard composed it, without blanks around it: what a key was derived from in earlier versions."""
    return unicodedata.normalize("NFKC", passphrase).strip(_BLANKS)


def forms(passphrase: str) -> tuple[str, ...]:
    """What a key may be derived from: first the form in which all spellings are one, then the older one where that is another.

    "Drop-Down  yo–yo" is "drop down yo yo": NFKC, lower case, NFKC again, and one blank for each run of blanks and hyphens.
    Lower case is Unicode's own, which Python and browsers share, but for the sigma at a word's end: where a word ends each of
    them says for itself, so that every sigma is the common one.
    """
    lower = unicodedata.normalize("NFKC", passphrase).lower().replace("ς", "σ")
    # Some letters have a composed form in one case only: ǰ, but no capital of it.
    canonical = _GAP.sub(" ", unicodedata.normalize("NFKC", lower)).strip(" ")
    return tuple(dict.fromkeys((canonical, normalised(passphrase))))


def could_be_generated(passphrase: str) -> bool:
    """Whether it is made of words of the list, however spelled, and of enough different ones."""
    canonical = forms(passphrase)[0]
    for spaced, word in _hyphened().items():
        canonical = re.sub(rf"\b{spaced}\b", word, canonical)
    parts = set(canonical.split(" "))
    return len(parts) >= FEWEST_WORDS and parts <= set(words())


def require_strong(passphrase: str, *, own: bool = False) -> None:
    """Raise VaultError unless the passphrase is one that could have been generated, or `own` was asked for and it is not plainly weak.

    Nothing here can tell that an own phrase is strong: a well-known sentence has length and variety too.
    """
    if could_be_generated(passphrase):
        return
    if not own:
        raise VaultError(
            f"This passphrase was not made by 'afterword passphrase': it wants at least {FEWEST_WORDS} words by chance. "
            "What you publish stays in somebody's archive, so a guess may be tried for ever. "
            "With --own-phrase you can use your own all the same, and it says what that costs."
        )
    plain = forms(passphrase)[0]
    if len(plain) < _OWN_LENGTH or len(set(plain)) < _OWN_VARIETY:
        raise VaultError(
            f"An own passphrase wants at least {_OWN_LENGTH} characters, {_OWN_VARIETY} of them different; capitals, "
            "hyphens and more than one blank do not count. Six words by chance are easier to keep: afterword passphrase"
        )


@cache
def _hyphened() -> dict[str, str]:
    """The list's own words that hold a hyphen, as they look without: none of their halves makes another word's."""
    return {forms(word)[0]: word for word in words() if "-" in word}
