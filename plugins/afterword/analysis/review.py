"""What happened in a span of days: what improved, what came back, what was tried, and what to practise next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from afterword.model import Application, Attempt, Interview, Journal, Observation

PRACTISE = 3
# A theme is compared with the time before where both have so many notes, and it improved where a third more went well.
ENOUGH = 2
_THIRD = 1 / 3


@dataclass(frozen=True, slots=True)
class Noted:
    """One note: the interview it stands in, the item, and whether it went well."""

    interview: Interview
    item: Observation
    well: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeThen:
    """A theme's notes within the span and before it."""

    theme: str
    now: tuple[Noted, ...]
    before: tuple[Noted, ...]

    @property
    def badly(self) -> tuple[Noted, ...]:
        """What went badly within the span."""
        return tuple(one for one in self.now if not one.well)

    @property
    def improved(self) -> bool:
        """Whether a third more went well than before, where there is enough on both sides to compare."""
        enough = len(self.now) >= ENOUGH and len(self.before) >= ENOUGH
        return enough and _share(self.now) - _share(self.before) >= _THIRD

    @property
    def came_back(self) -> bool:
        """Whether it went badly within the span, and had gone badly before."""
        return bool(self.badly) and any(not one.well for one in self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A theme to practise: what went badly, and the last thing I meant to do differently about it."""

    theme: str
    badly: tuple[Noted, ...]
    resolve: tuple[Interview, Observation] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The answer for the days from `first` to `last`, both among them.

    `ended` are the applications whose outcome was heard in it; of `improved` and `came_back` the most noted stand first.
    """

    first: date
    last: date
    interviews: tuple[Interview, ...]
    ended: tuple[Application, ...]
    well: tuple[Noted, ...]
    badly: tuple[Noted, ...]
    improved: tuple[ThemeThen, ...]
    came_back: tuple[ThemeThen, ...]
    tried: tuple[tuple[Interview, Attempt], ...]
    practise: tuple[Practice, ...]


def review(journal: Journal, first: date, last: date) -> Review:
    """The review of these days, held against everything before them."""
    inside = tuple(one for one in journal.interviews if first <= one.when.day <= last)
    notes = [note for one in inside for note in _notes(one)]
    then = _themes(journal, first, last)
    return Review(
        first=first,
        last=last,
        interviews=inside,
        ended=tuple(one for one in journal.applications if _ended(one, first, last)),
        well=tuple(note for note in notes if note.well),
        badly=tuple(note for note in notes if not note.well),
        improved=tuple(one for one in then if one.improved),
        came_back=tuple(one for one in then if one.came_back),
        tried=tuple((one, attempt) for one in inside for attempt in one.tried),
        practise=_practise(journal, then, last),
    )


def _ended(application: Application, first: date, last: date) -> bool:
    decided = application.outcome.decided
    return not application.live and decided is not None and first <= decided <= last


def _notes(interview: Interview) -> Iterator[Noted]:
    yield from (Noted(interview, item, well=True) for item in interview.went_well)
    yield from (Noted(interview, item, well=False) for item in interview.went_badly)


def _themes(journal: Journal, first: date, last: date) -> list[ThemeThen]:
    """Every theme noted within the span, the most noted first."""
    now: dict[str, list[Noted]] = {}
    before: dict[str, list[Noted]] = {}
    for interview in journal.interviews:
        if interview.when.day > last:
            break
        side = before if interview.when.day < first else now
        for note in _notes(interview):
            for theme in note.item.all_themes:
                side.setdefault(theme, []).append(note)
    made = (
        ThemeThen(theme=theme, now=tuple(notes), before=tuple(before.get(theme, ())))
        for theme, notes in now.items()
    )
    return sorted(made, key=lambda one: (-len(one.now), one.theme))


def _practise(journal: Journal, then: Iterable[ThemeThen], last: date) -> tuple[Practice, ...]:
    """The three themes that went badly in most interviews of the span; it is an offer, and proves nothing."""
    bad = [one for one in then if one.badly]
    ranked = sorted(bad, key=lambda one: (-_interviews(one), _share(one.now), one.theme))
    resolves: dict[str, tuple[Interview, Observation]] = {}
    for interview in journal.interviews:
        if interview.when.day <= last:
            for item in interview.do_differently:
                resolves.update(dict.fromkeys(item.all_themes, (interview, item)))
    return tuple(
        Practice(theme=one.theme, badly=one.badly, resolve=resolves.get(one.theme))
        for one in ranked[:PRACTISE]
    )


def _interviews(one: ThemeThen) -> int:
    return len({noted.interview.path for noted in one.badly})


def _share(notes: tuple[Noted, ...]) -> float:
    return sum(one.well for one in notes) / len(notes)
