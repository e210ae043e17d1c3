"""Which company of the journal is meant by what somebody typed."""

from __future__ import annotations

from collections.abc import Iterable

from afterword.errors import AfterwordError
from afterword.model import Application, Journal
from afterword.vocabulary.spelling import bare, without_accents

# Fewer letters are a name of their own rather than the beginning of one.
_SHORTEST = 3


class WhichError(AfterwordError):
    """What was typed may mean more than one; the text names them."""


def company_meant(typed: str, journal: Journal, *, is_whole: bool = False) -> str | None:
    """The company of the journal with this name or this beginning, in any case and without its accents; None for a new one.

    `is_whole` says that a name is no beginning of a longer one: Meta, where there is a Metaview.

    Raises WhichError where several begin so and none is called so.
    """
    known = {one.company: _plain(one.company) for one in journal.applications}
    wanted = _plain(typed)
    if not wanted:
        return typed if typed in known else None
    same = [name for name, plain in known.items() if plain == wanted]
    if same:
        # Of several spellings of one name, that which was written last.
        return same[-1]
    if is_whole:
        return None
    is_long = len(wanted) >= _SHORTEST or not wanted.isascii()
    begins = [name for name, plain in known.items() if is_long and plain.startswith(wanted)]
    plain = {known[name] for name in begins}
    if len(plain) > 1:
        raise WhichError(f"'{typed}' may be {_either(begins)}. Write more of the name.")
    return begins[-1] if begins else None


def applications_at(company: str, journal: Journal) -> list[Application]:
    """The applications at a company, the one of the newest interview last."""
    at = [one for one in journal.applications if bare(one.company) == bare(company)]
    return sorted(at, key=lambda one: one.interviews[-1].when.day)


def _plain(name: str) -> str:
    return without_accents(bare(name))


def _either(names: Iterable[str]) -> str:
    return " or ".join(f"'{name}'" for name in dict.fromkeys(names))
