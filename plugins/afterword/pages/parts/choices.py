"""The parts of a journal that the reflections can be narrowed to: a kind of round, an outcome, or a period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from afterword.analysis.quarters import quarters
from afterword.days import Quarter
from afterword.edition import addresses
from afterword.edition.standing import application_words
from afterword.frozen import NamedTuple
from afterword.kinds import RoundKind
from afterword.model import Interview, Journal
from afterword.pages.words.reviews import quarter_name
from afterword.vocabulary.spelling import slug
from afterword.vocabulary.wording import round_word

# Beyond so many quarters a period is a year.
QUARTERS = 8


class Part(NamedTuple):
    """A part of the journal: what it is called in its group, the page it has, and its interviews."""

    name: str
    title: str
    path: str
    interviews: tuple[Interview, ...]


class Choice(NamedTuple):
    """One way to narrow the reflections, with its parts."""

    name: str
    parts: tuple[Part, ...]


def choices(journal: Journal, today: date) -> tuple[Choice, ...]:
    """Every way to narrow the reflections that leaves something out and something in."""
    found = (
        Choice(name="Round", parts=tuple(_rounds(journal))),
        Choice(name="Outcome", parts=tuple(_outcomes(journal, today))),
        Choice(name="Period", parts=tuple(_periods(quarters(journal)))),
    )
    return tuple(one for one in found if len(one.parts) > 1)


def _rounds(journal: Journal) -> Iterator[Part]:
    for kind in RoundKind:
        name = "Other rounds" if kind is RoundKind.OTHER else round_word(kind)
        yield from _part(
            name, f"round-{kind.value}", (one for one in journal.interviews if one.kind is kind)
        )


def _outcomes(journal: Journal, today: date) -> Iterator[Part]:
    """By how the application stands that an interview belongs to."""
    found: dict[str, list[Interview]] = {}
    for application in journal.applications:
        found.setdefault(application_words(application, today), []).extend(application.interviews)
    for name in sorted(found):
        yield from _part(name, f"outcome-{slug(name)}", found[name])


def _periods(every: Mapping[Quarter, tuple[Interview, ...]]) -> Iterator[Part]:
    if len(every) <= QUARTERS:
        for quarter, those in reversed([*every.items()]):
            yield from _part(quarter_name(quarter), quarter.slug, those)
        return
    for year in sorted({quarter.year for quarter in every}, reverse=True):
        of_year = (one for quarter, those in every.items() if quarter.year == year for one in those)
        yield from _part(str(year), str(year), of_year)


def _part(name: str, identity: str, interviews: Iterable[Interview]) -> Iterator[Part]:
    """The part, where any of its interviews has a note."""
    those = tuple(sorted(interviews, key=lambda one: (one.when.day, one.path)))
    if any(one.went_well or one.went_badly for one in those):
        yield Part(
            name=name,
            title=f"Reflections: {name}",
            path=addresses.narrowed_path(identity),
            interviews=those,
        )
