"""Which passphrase is good enough, and where one comes from: chance."""

from __future__ import annotations

import secrets
import unicodedata
from functools import cache
from importlib.resources import files

from afterword.errors import VaultError

WORDS = 6
FEWEST_WORDS = 5
_OWN_LENGTH = 20
_OWN_VARIETY = 10
# What the browser's page strips as well: neither language's own idea of a blank is the other's.
_BLANKS = " \t\n\v\f\r\u1680\u2028\u2029\ufeff"


@cache
def words() -> tuple[str, ...]:
    """The EFF's long list: 7776 words, so that each adds 12.9 bits."""
    text = (files("xkcdpass") / "static" / "eff-long").read_text(encoding="utf-8")
    return tuple(text.split())


def generated(count: int = WORDS) -> str:
    """A new passphrase of so many words."""
    return " ".join(secrets.choice(words()) for _ in range(count))


def normalised(passphrase: str) -> str:
    """The passphrase however a keyboard composed it, without blanks around it."""
    return unicodedata.normalize("NFKC", passphrase).strip(_BLANKS)


def require_strong(passphrase: str, *, own: bool = False) -> None:
    """Raise VaultError unless the passphrase is one that could have been generated, or `own` was asked for and it is not plainly weak.

    Nothing here can tell that an own phrase is strong: a well-known sentence has length and variety too.
    """
    plain = normalised(passphrase)
    parts = plain.split()
    if len(set(parts)) >= FEWEST_WORDS and set(parts) <= set(words()):
        return
    if not own:
        raise VaultError(
            f"This passphrase was not made by 'afterword passphrase': it wants at least {FEWEST_WORDS} words by chance. "
            "What you publish stays in somebody's archive, so a guess may be tried for ever. "
            "With --own-phrase you can use your own all the same."
        )
    if len(plain) < _OWN_LENGTH or len(set(plain)) < _OWN_VARIETY:
        raise VaultError(
            f"An own passphrase wants at least {_OWN_LENGTH} characters, {_OWN_VARIETY} of them different. "
            "Six words by chance are easier to keep: afterword passphrase"
        )
