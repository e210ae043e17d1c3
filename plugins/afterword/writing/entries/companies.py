"""Which company of the journal is meant by what somebody typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from afterword.errors import AfterwordError
from afterword.model import Application, Journal
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.spelling import bare, one_slip_apart, without_accents

# Fewer letters are a name of their own rather than the beginning of one.
_SHORTEST = 3
# Of fewer letters a name is as soon another one than a slip: Meta and Beta.
_TOLD_APART = 5
# Of so many words is the name of a company, at most.
_MOST_WORDS = 6


class WhichError(AfterwordError):
    """What was typed may mean more than one; the text names them."""


def company_meant(typed: str, journal: Journal, *, is_whole: bool = False) -> str | None:
    """The company of the journal with this name or this beginning, in any case and without its accents; None for a new one.

    `is_whole` says that a name is no beginning of a longer one: Meta, where there is a Metaview.

    Raises WhichError where several begin so and none is called so.
    """
    named = (
        *(one.company for one in journal.notes),
        *(one.company for one in journal.applications),
    )
    known = {name: _plain(name) for name in named}
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


def company_and_rest(words: Sequence[str], journal: Journal) -> tuple[str, list[str]] | None:
    """The company that words begin with, and the words behind its name; None where they begin with none.

    The longest whole name is meant, or else the shortest clear beginning of one. Raises WhichError where every beginning is of several.
    """
    named = (one.company for one in journal.notes), (one.company for one in journal.applications)
    known = {_plain(name): name for name in chain(*named)}
    counts = range(1, min(len(words), _MOST_WORDS) + 1)
    for count in reversed(counts):
        if (name := known.get(_plain(" ".join(words[:count])))) is not None:
            return name, list(words[count:])
    doubt: WhichError | None = None
    for count in counts:
        try:
            meant = company_meant(" ".join(words[:count]), journal)
        except WhichError as error:
            doubt = doubt or error
            continue
        if meant is not None:
            return meant, _behind(words, count, _plain(meant))
    if doubt is not None:
        raise doubt
    return None


def nearly_called(typed: str, journal: Journal) -> str | None:
    """The company whose name, or its first word, is a slip away from what words begin with; None where none or several are."""
    words = typed.split()[:_MOST_WORDS]
    ways = (_plain(" ".join(words[:count])) for count in range(1, len(words) + 1))
    begun = [one for one in ways if len(one) >= _TOLD_APART]
    named = chain(
        (one.company for one in journal.notes), (one.company for one in journal.applications)
    )
    known = {name: {_plain(name), _plain(name.split()[0])} for name in named if name.split()}
    near = {
        _plain(name): name
        for name, spellings in known.items()
        if any(one_slip_apart(one, other) for one in begun for other in spellings)
    }
    return next(iter(near.values())) if len(near) == 1 else None


def unread_about(typed: str, journal: Journal) -> str | None:
    """The path of a file that could not be read, and whose front matter names a company that begins like the first word; None where none is."""
    first = _plain(typed.split(maxsplit=1)[0])
    for one in journal.unread:
        lines = (line.partition(":") for line in one.front_matter.splitlines())
        named = {_plain(value) for key, _, value in lines if _is_company(key)}
        if first in named or (
            len(first) >= _SHORTEST and any(name.startswith(first) for name in named)
        ):
            return one.path
    return None


def _is_company(key: str) -> bool:
    """Whether a key is that of a company."""
    field = KEYS.field_of(key.strip().strip("'\""))
    return field is not None and field.name == "company"


def _behind(words: Sequence[str], count: int, company: str) -> list[str]:
    """The words behind the beginning of a name, without those that go on with it: "blue har rejected" is Blue Harbor."""
    while (
        count < len(words)
        and len(words[count]) >= _SHORTEST
        and company.startswith(_plain(" ".join(words[: count + 1])))
    ):
        count += 1
    return list(words[count:])


def applications_at(company: str, journal: Journal) -> list[Application]:
    """The applications at a company, the one of the newest interview last."""
    at = [one for one in journal.applications if bare(one.company) == bare(company)]
    return sorted(at, key=lambda one: one.interviews[-1].when.day)


def _plain(name: str) -> str:
    return without_accents(bare(name))


def _either(names: Iterable[str]) -> str:
    return " or ".join(f"'{name}'" for name in dict.fromkeys(names))
