"""What happened in a stretch of the search, what got better in it, what came back, and what to practise next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from afterword.analysis.standing import begun_on, ends_of
from afterword.analysis.statistics.standing_out import Tier, rise_of, tier
from afterword.days import Quarter, quarter_of
from afterword.frozen import NamedTuple, dataclass
from afterword.kinds import OutcomeKind
from afterword.model import Application, Attempt, Feedback, Interview, Journal, Noted, Observation

# From this many notes on each side of the stretch's first day, before and since are compared.
ENOUGH = 3
# So many themes are named to practise; a longer list is no plan.
PRACTISED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Better:
    """A theme of which more went well in the stretch than before it: how many of how many notes, then and since, and how sure that is."""

    theme: str
    well_before: int
    before: int
    well_since: int
    since: tuple[Noted, ...]
    chance: float

    @property
    def tier(self) -> Tier:
        """How sure it is that more than chance has done it."""
        return tier(self.chance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """A theme that went badly before the stretch and in it again, with the items of the stretch."""

    theme: str
    items: tuple[Noted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A theme to practise: where it went badly, the last thing meant to be done about it, and a question that was asked on it."""

    theme: str
    items: tuple[Noted, ...]
    resolve: Noted | None
    question: Noted | None


@dataclass(frozen=True, slots=True)
class Decision:
    """An application that ended or came to an offer, and how."""

    application: Application
    outcome: OutcomeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The stretch from `first` to `last`, both counted in, as far as it had happened on its day.

    `begun` are the applications begun in it, `decided` those that ended in it or came to an offer, whatever has come of them since,
    `tried` the commitments tried in it, and `feedback` what they said after its interviews.
    """

    first: date
    last: date
    interviews: tuple[Interview, ...] = ()
    begun: tuple[Application, ...] = ()
    decided: tuple[Decision, ...] = ()
    better: tuple[Better, ...] = ()
    back: tuple[Back, ...] = ()
    tried: tuple[tuple[Interview, Attempt], ...] = ()
    feedback: tuple[tuple[Interview, Feedback], ...] = ()
    exercises: tuple[Exercise, ...] = ()


_Sides = dict[str, list[tuple[Noted, bool]]]
# Of each theme how many notes went badly, and how many well.
_Counts = dict[str, list[int]]
_NONE = (0, 0)


def review(journal: Journal, first: date, last: date) -> Review:
    """The answer for the days from `first` to `last`."""
    return next(iter(reviews(journal, [(first, last)])))


def reviews(journal: Journal, stretches: Iterable[tuple[date, date]]) -> Iterator[Review]:
    """The answer for each of these stretches, of which each begins after the one before it ends."""
    every, courses = journal.interviews, tuple(map(_course, journal.applications))
    before: _Counts = defaultdict(lambda: [0, 0])
    past = 0
    for first, last in stretches:
        since = past
        while since < len(every) and every[since].when.day < first:
            since += 1
        _count_by_theme(before, every[past:since])
        end = since
        while end < len(every) and every[end].when.day <= last:
            end += 1
        yield _review(courses, _Stretch(first, last, every[since:end], every[:end]), before)
        past = since


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The days from `first` to `last`, the interviews in them, and those with all before them, in date order."""

    first: date
    last: date
    here: tuple[Interview, ...]
    so_far: tuple[Interview, ...]


class _Course(NamedTuple):
    """An application with the day it began, and each end and offer of it with its day."""

    application: Application
    begun: date
    decisions: tuple[tuple[date, OutcomeKind], ...]


def _course(application: Application) -> _Course:
    return _Course(application, begun_on(application), tuple(_decisions(application)))


def _review(courses: Sequence[_Course], stretch: _Stretch, before: _Counts) -> Review:
    first, last, here = stretch.first, stretch.last, stretch.here
    since = _by_theme(here)
    return Review(
        first=first,
        last=last,
        interviews=here,
        begun=tuple(one.application for one in courses if first <= one.begun <= last),
        decided=tuple(
            Decision(one.application, outcome)
            for one in courses
            for day, outcome in one.decisions
            if first <= day <= last
        ),
        better=_better(before, since),
        back=_back(before, since),
        tried=tuple((one, attempt) for one in here for attempt in one.tried),
        feedback=tuple((one, item) for one in here for item in one.feedback),
        exercises=_exercises(since, stretch.so_far),
    )


def _decisions(application: Application) -> Iterator[tuple[date, OutcomeKind]]:
    """Each end of an application and each offer of it, whatever came of that, with the day."""
    for one in ends_of(application):
        yield one.day, one.outcome.kind
    offers = (one for one in application.interviews if one.outcome.kind is OutcomeKind.OFFER)
    for day in sorted({one.heard for one in offers}):
        yield day, OutcomeKind.OFFER


def eventful_days(journal: Journal) -> Iterator[date]:
    """Every day of which a review tells: that of an interview, of an application's beginning, of an end or an offer."""
    for application in journal.applications:
        yield begun_on(application)
        yield from (one.when.day for one in application.interviews)
        yield from (day for day, _ in _decisions(application))


def reviewed_quarters(journal: Journal, today: date) -> tuple[Quarter, ...]:
    """The quarters in which anything had happened by `today`, with an interview or without any, oldest first."""
    return tuple(sorted({quarter_of(day) for day in eventful_days(journal) if day <= today}))


def quarter_reviews(journal: Journal, today: date) -> tuple[tuple[Quarter, Review], ...]:
    """Each quarter in which anything had happened by `today`, oldest first, with what it was, as far as it has come."""
    found = reviewed_quarters(journal, today)
    stretches = ((one.first, min(one.last, today)) for one in found)
    return tuple(zip(found, reviews(journal, stretches), strict=True))


def _count_by_theme(counts: _Counts, interviews: Iterable[Interview]) -> None:
    for interview in interviews:
        for item, went_well in _sides(interview):
            for theme in item.all_themes:
                counts[theme][went_well] += 1


def _by_theme(interviews: Iterable[Interview]) -> _Sides:
    by_theme: _Sides = defaultdict(list)
    for interview in interviews:
        for item, went_well in _sides(interview):
            note = Noted(interview, item), went_well
            for theme in item.all_themes:
                by_theme[theme].append(note)
    return by_theme


def _sides(interview: Interview) -> Iterator[tuple[Observation, bool]]:
    yield from ((item, True) for item in interview.went_well)
    yield from ((item, False) for item in interview.went_badly)


def _better(before: _Counts, since: _Sides) -> tuple[Better, ...]:
    """The themes that clearly or probably went better, the surest first, of those with enough notes before and since; else the one that leads."""
    compared = {
        theme: notes
        for theme, notes in since.items()
        if min(sum(before.get(theme, ())), len(notes)) >= ENOUGH
    }
    made = []
    for theme, notes in compared.items():
        badly, well = before[theme]
        older, newer = (well, badly + well), (sum(good for _, good in notes), len(notes))
        made.append(
            Better(
                theme=theme,
                well_before=well,
                before=badly + well,
                well_since=newer[0],
                since=tuple(noted for noted, _ in notes),
                chance=rise_of(older, newer, looks=len(compared)),
            )
        )
    rose = [one for one in made if one.well_since * one.before > one.well_before * len(one.since)]
    surest = sorted(rose, key=lambda one: (one.chance, one.theme))
    sure = [one for one in surest if one.tier is not Tier.OPEN]
    return tuple(sure or surest[:1])


def _back(before: _Counts, since: _Sides) -> tuple[Back, ...]:
    found = (
        Back(theme=theme, items=_badly(notes))
        for theme, notes in since.items()
        if before.get(theme, _NONE)[False]
    )
    again = [one for one in found if one.items]
    return tuple(sorted(again, key=lambda one: (-_interviews(one.items), one.theme)))


def _badly(notes: Sequence[tuple[Noted, bool]]) -> tuple[Noted, ...]:
    return tuple(noted for noted, well in notes if not well)


def _interviews(notes: Iterable[Noted]) -> int:
    return len({noted.interview.path for noted in notes})


def _exercises(since: _Sides, interviews: Sequence[Interview]) -> tuple[Exercise, ...]:
    slipped = [(theme, items) for theme, notes in since.items() if (items := _badly(notes))]
    slipped.sort(key=lambda one: (-_interviews(one[1]), -len(one[1]), one[0]))
    return tuple(
        Exercise(
            theme=theme,
            items=items,
            resolve=_last_on(theme, interviews, "do_differently"),
            question=_last_on(theme, interviews, "questions"),
        )
        for theme, items in slipped[:PRACTISED]
    )


def _last_on(theme: str, interviews: Sequence[Interview], section: str) -> Noted | None:
    """The last item of a section that is on a theme."""
    found = (
        Noted(interview, item)
        for interview in reversed(interviews)
        for item in reversed(getattr(interview, section))
        if theme in item.all_themes
    )
    return next(found, None)
