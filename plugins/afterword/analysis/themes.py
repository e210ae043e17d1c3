"""What keeps going well and what keeps going badly, theme by theme, and is it getting better."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from afterword.analysis.standing import belonging_to_rejections
from afterword.analysis.statistics.intervals import Interval, wilson
from afterword.analysis.statistics.standing_out import (
    MINIMUM,
    Count,
    Finding,
    Tier,
    leading,
    rise,
    tier,
)
from afterword.days import earlier, month_of, months_spanned
from afterword.frozen import dataclass
from afterword.kinds import FeedbackKind
from afterword.model import Interview, Journal, Noted, Observation

# From this many items on a trend is told; below, it is too few to say.
ENOUGH = 4
# A theme is new while all of it lies within this time before the newest interview.
NEW = timedelta(weeks=8)
# So many days, half a year, are of late.
LATELY = 183


class Trend(StrEnum):
    """Where a theme is going, by the rule in `trend`."""

    NEW = "new"
    RECURRING = "recurring"
    IMPROVING = "improving"
    PROBABLY_IMPROVING = "probably improving"
    HARDER = "harder"
    PROBABLY_HARDER = "probably harder"
    RESOLVED = "resolved"
    STEADY = "steady"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeNotes:
    """Everything in the journal on one theme, oldest first; `trend` is None while there is too little to say.

    `well` and `badly` are mine, `praise` and `gaps` theirs. Items whose theme is inferred are among them.
    """

    theme: str
    well: tuple[Noted, ...] = ()
    badly: tuple[Noted, ...] = ()
    praise: tuple[Noted, ...] = ()
    gaps: tuple[Noted, ...] = ()
    do_differently: tuple[Noted, ...] = ()
    tried: tuple[Noted, ...] = ()
    takeaways: tuple[Noted, ...] = ()
    skills: tuple[Noted, ...] = ()
    questions: tuple[Noted, ...] = ()
    trend: Trend | None = None

    @property
    def everything(self) -> tuple[Noted, ...]:
        """Every item, section after section."""
        mine = (*self.well, *self.badly, *self.do_differently, *self.tried, *self.takeaways)
        return (*mine, *self.skills, *self.questions, *self.praise, *self.gaps)

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of the interviews that touch it, in date order, each once."""
        days = {noted.interview.path: noted.day for noted in self.everything}
        return tuple(sorted(days, key=lambda path: (days[path], path)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How much of what I noted in a span of months went well, with the interval that admits how few notes there are.

    `month_well` and `month_badly` are those of its last month alone.
    """

    first: date
    well: int
    badly: int
    interval: Interval
    month_well: int
    month_badly: int

    @property
    def share(self) -> float | None:
        """The share that went well; None without notes."""
        total = self.well + self.badly
        return self.well / total if total else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """The one theme to practise next, and the last thing I meant to do differently about it."""

    notes: ThemeNotes
    resolve: Noted | None

    @property
    def interviews(self) -> int:
        """In how many interviews it went badly."""
        return len({noted.interview.path for noted in self.notes.badly})


def theme_notes(journal: Journal) -> tuple[ThemeNotes, ...]:
    """Every theme that occurs, the one that goes badly most often first."""
    of_rejections = belonging_to_rejections(journal)
    made = _by_theme(journal.interviews, partial(_sections, of_rejections))
    newest = max((one.when.day for one in journal.interviews), default=date.min)
    # Each theme with enough items for a trend is looked at for better and for worse.
    looks = 2 * sum(len(one.well) + len(one.badly) >= ENOUGH for one in made)
    return tuple(
        replace(one, trend=trend(one.well, one.badly, newest, looks=looks)) for one in made
    )


def theme_sides(
    notes: Iterable[ThemeNotes], interviews: Iterable[Interview]
) -> tuple[ThemeNotes, ...]:
    """Of these notes on every theme those of some interviews that went well or badly, in the same order, and no trend."""
    paths = {one.path for one in interviews}

    made = (
        ThemeNotes(theme=one.theme, well=_inside(one.well, paths), badly=_inside(one.badly, paths))
        for one in notes
    )
    return _in_order(one for one in made if one.well or one.badly)


def _inside(side: Iterable[Noted], paths: Set[str]) -> tuple[Noted, ...]:
    return tuple([noted for noted in side if noted.interview.path in paths])


def _in_order(notes: Iterable[ThemeNotes]) -> tuple[ThemeNotes, ...]:
    return tuple(sorted(notes, key=lambda one: (-len(one.badly), -len(one.well), one.theme)))


_Sections = Iterable[tuple[str, Sequence[Observation]]]


def _by_theme(
    interviews: Iterable[Interview], sections: Callable[[Interview], _Sections]
) -> tuple[ThemeNotes, ...]:
    by_theme: dict[str, dict[str, list[Noted]]] = defaultdict(lambda: defaultdict(list))
    for interview in interviews:
        for section, items in sections(interview):
            for item in items:
                if themes := item.all_themes:
                    noted = Noted(interview, item)
                    for theme in themes:
                        by_theme[theme][section].append(noted)
    return _in_order(_theme_notes(theme, sections) for theme, sections in by_theme.items())


def _theme_notes(theme: str, sections: dict[str, list[Noted]]) -> ThemeNotes:
    noted = {section: tuple(items) for section, items in sections.items()}
    return ThemeNotes(theme=theme, trend=None, **noted)


def slipping(notes: Iterable[ThemeNotes], *, minimum: int = MINIMUM) -> Finding[str] | None:
    """The theme that goes badly most, of the notes on it against all others; compared from `minimum` notes on."""
    counts = [Count(one.theme, len(one.badly), len(one.badly) + len(one.well)) for one in notes]
    return leading(counts, minimum=minimum)


def carrying(notes: Iterable[ThemeNotes], *, minimum: int = MINIMUM) -> Finding[str] | None:
    """The theme that goes well most, in the same way."""
    counts = [Count(one.theme, len(one.well), len(one.badly) + len(one.well)) for one in notes]
    return leading(counts, minimum=minimum)


def _sides(interview: Interview) -> _Sections:
    return (("well", interview.went_well), ("badly", interview.went_badly))


def _sections(of_rejections: Set[str], interview: Interview) -> _Sections:
    yield from _sides(interview)
    yield "do_differently", interview.do_differently
    yield "tried", interview.tried
    yield "takeaways", interview.takeaways
    yield "skills", interview.skills
    yield "questions", interview.questions
    if interview.feedback:
        is_of_one = interview.path in of_rejections
        gaps = interview.feedback if is_of_one else interview.gaps
        yield "gaps", [one for one in gaps if one.kind is not FeedbackKind.PRAISE]
        yield "praise", [one for one in interview.feedback if one.kind is FeedbackKind.PRAISE]


# What is counted, and what a theme is called in whose newer half there is clearly or probably more of it.
_CHANGED = (
    (True, Trend.IMPROVING, Trend.PROBABLY_IMPROVING),
    (False, Trend.HARDER, Trend.PROBABLY_HARDER),
)


def trend(
    well: tuple[Noted, ...], badly: tuple[Noted, ...], newest: date, *, looks: int
) -> Trend | None:
    """Where a theme is going, from its items in date order, when so many changes are looked at.

    With fewer than four it is too early to say. *New*: all within eight weeks of the newest interview. *Resolved*: at
    least two went badly, and the last three went well. *Improving*: more of the newer half went well than of the older half,
    clearly or probably; *harder*: less did. *Recurring*: it went badly in at least three interviews, the last two items among them. Else *steady*.
    """
    went = _went(well, badly)
    if len(went) < ENOUGH:
        return None
    half = len(went) // 2
    if newest - min(noted.day for noted in (*well[:1], *badly[:1])) <= NEW:
        return Trend.NEW
    if went.count(False) > 1 and all(went[-3:]):
        return Trend.RESOLVED
    for well_counts, clear, probable in _CHANGED:
        older, newer = (
            [one is well_counts for one in part] for part in (went[:half], went[-half:])
        )
        changed = tier(rise(older, newer, looks=looks))
        if changed is not Tier.OPEN:
            return clear if changed is Tier.CLEAR else probable
    if len({noted.interview.path for noted in badly}) > 2 and not all(went[-2:]):
        return Trend.RECURRING
    return Trend.STEADY


def _went(well: tuple[Noted, ...], badly: tuple[Noted, ...]) -> list[bool]:
    """Whether each item went well, in date order."""
    sides = [(noted.day, noted.interview.path, True) for noted in well]
    sides += [(noted.day, noted.interview.path, False) for noted in badly]
    return [good for _, _, good in sorted(sides)]


def by_month(notes: ThemeNotes) -> dict[date, tuple[list[Noted], list[Noted]]]:
    """What went well and what went badly in each month that has any, the oldest first."""
    sides: dict[date, tuple[list[Noted], list[Noted]]] = {}
    for side, items in enumerate((notes.well, notes.badly)):
        for noted in items:
            sides.setdefault(month_of(noted.day), ([], []))[side].append(noted)
    return dict(sorted(sides.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How a theme's newer half went beside its older half: of so many notes each, how many went well in either.

    `chance` is how likely chance alone changes any of the themes by as much, in either direction.
    """

    notes: ThemeNotes
    older: int
    newer: int
    half: int
    chance: float


@dataclass(frozen=True, slots=True)
class Changes:
    """The themes whose newer half went otherwise than their older half, those first that chance is least likely to have changed."""

    better: tuple[Change, ...]
    worse: tuple[Change, ...]


def changes(notes: Iterable[ThemeNotes]) -> Changes:
    """Which themes have changed, of those with enough items for a trend; each is looked at both ways.

    One that went well the last three times is not told as harder.
    """
    told = [one for one in notes if one.trend]
    better = [_change(one, looks=2 * len(told), well=True) for one in told]
    worse = [
        _change(one, looks=2 * len(told), well=False)
        for one in told
        if one.trend is not Trend.RESOLVED
    ]
    return Changes(
        better=_by_chance(one for one in better if one.newer > one.older),
        worse=_by_chance(one for one in worse if one.newer < one.older),
    )


def _change(notes: ThemeNotes, *, looks: int, well: bool) -> Change:
    """A theme's halves; the middle note of an odd number is in neither."""
    went = _went(notes.well, notes.badly)
    half = len(went) // 2
    older, newer = went[:half], went[-half:]
    chance = rise([one is well for one in older], [one is well for one in newer], looks=looks)
    return Change(notes=notes, older=sum(older), newer=sum(newer), half=half, chance=chance)


def _by_chance(every: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(every, key=lambda one: (one.chance, one.notes.theme)))


def shares_over_time(journal: Journal) -> tuple[Share, ...]:
    """For each month from the first interview to the last, the share that went well in it and the two before."""
    counts: dict[date, list[int]] = {}
    for one in journal.interviews:
        sums = counts.setdefault(month_of(one.when.day), [0, 0])
        sums[0] += len(one.went_well)
        sums[1] += len(one.went_badly)
    made = []
    span = months_spanned(counts)
    for at, first in enumerate(span):
        window = [counts.get(month, [0, 0]) for month in span[max(0, at - 2) : at + 1]]
        well, badly = sum(month[0] for month in window), sum(month[1] for month in window)
        alone = window[-1]
        made.append(
            Share(
                first=first,
                well=well,
                badly=badly,
                interval=wilson(well, well + badly),
                month_well=alone[0],
                month_badly=alone[1],
            )
        )
    return tuple(made)


def practise_next(notes: Iterable[ThemeNotes], today: date) -> Practice | None:
    """The theme to practise: of those that went badly in three interviews or more, the one that did so most of late.

    Of late is the last half year; what is resolved, has gone quiet since or clearly goes well more than the others is left alone.
    """
    notes = tuple(notes)
    best_at = _carries(notes)
    since = earlier(today, LATELY)
    best: tuple[int, int, str] | None = None
    chosen: ThemeNotes | None = None
    for one in notes:
        interviews = {noted.interview.path for noted in one.badly}
        recent = {noted.interview.path for noted in one.badly if noted.day >= since}
        rank = (-len(recent), -len(interviews), one.theme)
        keeps = len(interviews) > 2 and recent and one.trend is not Trend.RESOLVED
        keeps = keeps and one.theme not in best_at
        if keeps and (best is None or rank < best):
            best, chosen = rank, one
    if chosen is None:
        return None
    return Practice(
        notes=chosen, resolve=chosen.do_differently[-1] if chosen.do_differently else None
    )


def keep_doing(notes: Sequence[ThemeNotes]) -> ThemeNotes | None:
    """The theme that clearly goes well more than the others; else the one noted as going well most often, if that is five times and four in five of its notes."""
    best_at = _carries(notes)
    strong = [
        one
        for one in notes
        if one.theme in best_at or (len(one.well) >= 5 and len(one.well) >= 4 * len(one.badly))
    ]
    return max(strong, key=lambda one: (one.theme in best_at, len(one.well)), default=None)


def _carries(notes: Iterable[ThemeNotes]) -> frozenset[str]:
    """What clearly goes well more than the others."""
    found = carrying(notes)
    return frozenset(found.leaders if found and found.tier is Tier.CLEAR else ())
