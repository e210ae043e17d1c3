"""What I meant to do differently, where I tried it, and whether it helped."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from math import fsum

from afterword.analysis.statistics.before_and_after import better_by_chance
from afterword.frozen import dataclass
from afterword.kinds import Helped
from afterword.model import Attempt, Interview, Journal, Observation
from afterword.vocabulary.spelling import spoken

_Placed = tuple[Interview, Observation]


class State(StrEnum):
    """How a commitment stands after its latest try; `tried` where that try says nothing, `open` without one."""

    HELPED = "helped"
    PARTLY = "partly"
    NO = "no"
    TRIED = "tried"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One interview in which a commitment was tried."""

    path: str
    company: str
    day: date
    helped: Helped | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A do-differently where it was first made, with its tries, oldest first.

    `again` are the places, as (path, line), where the same was resolved once more.
    """

    text: str
    themes: tuple[str, ...]
    made_in: str
    company: str
    made_on: date
    line: int
    tries: tuple[Try, ...]
    state: State
    again: tuple[tuple[str, int], ...] = ()

    def open_for(self, today: date) -> int:
        """The days since it was made; none for one that is made in an interview to come."""
        return max(0, (today - self.made_on).days)


@dataclass(frozen=True, slots=True)
class ThemeNote:
    """One note on a theme: the interview it stands in, the item, and whether it went well."""

    interview: Interview
    item: Observation
    well: bool


NotesByTheme = Mapping[str, Sequence[ThemeNote]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """The notes on a commitment's theme before its first try, and from that day on: a count, and no proof of anything.

    `by_chance` is how often it would go better if trying it had no effect at all: more often than not, since it was resolved after
    a day on which the theme went badly.
    """

    theme: str
    before: tuple[ThemeNote, ...]
    after: tuple[ThemeNote, ...]
    by_chance: float

    @property
    def went_better(self) -> bool:
        """Whether a larger share went well afterwards."""
        return _share(self.after) > _share(self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many commitments were made, how many of them tried, and how many of these helped the last time.

    Of the `told` ones, whose theme has notes before and after, how many went `better` afterwards, and how many would `by_chance`.
    """

    made: int
    tried: int
    helped: int
    told: int
    better: int
    by_chance: float


def tally(made: Sequence[Commitment], told: Sequence[Effect] = ()) -> Tally:
    """What came of all of them together."""
    tried = [one for one in made if one.tries]
    return Tally(
        made=len(made),
        tried=len(tried),
        helped=sum(one.state is State.HELPED for one in tried),
        told=len(told),
        better=sum(one.went_better for one in told),
        by_chance=fsum(one.by_chance for one in told),
    )


def _share(notes: Sequence[ThemeNote]) -> float:
    return sum(one.well for one in notes) / len(notes)


def effects(notes: NotesByTheme, made: Iterable[Commitment]) -> dict[tuple[str, int], Effect]:
    """What came of the themes of tried commitments, by their place; of those whose theme has notes both before and after."""
    by_place: dict[tuple[str, int], Effect] = {}
    for one in made:
        if not one.tries or not one.themes:
            continue
        theme, first = one.themes[0], one.tries[0].day
        told = notes.get(theme, ())
        before = tuple(noted for noted in told if noted.interview.when.day < first)
        after = tuple(noted for noted in told if noted.interview.when.day >= first)
        if before and after:
            by_place[one.made_in, one.line] = Effect(
                theme=theme, before=before, after=after, by_chance=_by_chance(one, before, after)
            )
    return by_place


def _by_chance(one: Commitment, before: Sequence[ThemeNote], after: Sequence[ThemeNote]) -> float:
    """How often it would go better without any effect; the notes of the interviews in which it was resolved stay where they are."""
    resolved_in = {one.made_in, *(path for path, _ in one.again)}
    fixed = [note.well for note in before if note.interview.path in resolved_in]
    others = [note.well for note in before if note.interview.path not in resolved_in]
    return better_by_chance(fixed, others, [note.well for note in after])


def since_made(
    notes: NotesByTheme, made: Iterable[Commitment]
) -> dict[tuple[str, int], tuple[ThemeNote, ...]]:
    """The notes on the theme of each commitment, tried or not, after the day on which it was made, by its place; of those that have any."""
    # A journal is in the order of its days, and so are the notes on a theme.
    days = {theme: [one.interview.when.day for one in told] for theme, told in notes.items()}
    found: dict[tuple[str, int], tuple[ThemeNote, ...]] = {}
    for one in made:
        theme = next(iter(one.themes), "")
        first = bisect_right(days.get(theme, ()), one.made_on)
        if since := tuple(notes.get(theme, ())[first:]):
            found[one.made_in, one.line] = since
    return found


def notes_by_theme(journal: Journal) -> NotesByTheme:
    """The notes on each theme, oldest first."""
    by_theme: dict[str, list[ThemeNote]] = {}
    for interview in journal.interviews:
        for well, items in ((True, interview.went_well), (False, interview.went_badly)):
            for item in items:
                if themes := item.all_themes:
                    note = ThemeNote(interview, item, well)
                    for theme in themes:
                        by_theme.setdefault(theme, []).append(note)
    return by_theme


def commitments(journal: Journal) -> tuple[Commitment, ...]:
    """Every commitment, in the order in which they were first made."""
    made: dict[str, list[_Placed]] = {}
    for interview in journal.interviews:
        for item in interview.do_differently:
            made.setdefault(_words(item.text), []).append((interview, item))
    homes = {_place(one): words for words, places in made.items() for one in places}
    tries = _tries(journal, homes)
    return tuple(_commitment(places, tries.get(words, ())) for words, places in made.items())


def _words(text: str) -> str:
    """The words of a text alone, in small letters; the text itself where it has none."""
    return spoken(text) or text.casefold().strip()


def _place(placed: _Placed) -> tuple[str, int]:
    interview, item = placed
    return interview.path, item.line


def _tries(journal: Journal, homes: dict[tuple[str, int], str]) -> dict[str, list[Try]]:
    """The tries of each commitment by its words, oldest first."""
    by_words: dict[str, list[Try]] = {}
    for interview in journal.interviews:
        for attempt in interview.tried:
            if attempt.commitment in homes:
                by_words.setdefault(homes[attempt.commitment], []).append(_try(interview, attempt))
    return by_words


def _try(interview: Interview, attempt: Attempt) -> Try:
    return Try(
        path=interview.path,
        company=interview.company,
        day=interview.when.day,
        helped=attempt.helped,
        line=attempt.line,
    )


def _commitment(places: Sequence[_Placed], tries: Sequence[Try]) -> Commitment:
    interview, item = places[0]
    themes = (theme for _, one in places for theme in one.all_themes)
    return Commitment(
        text=item.text,
        themes=tuple(dict.fromkeys(themes)),
        made_in=interview.path,
        company=interview.company,
        made_on=interview.when.day,
        line=item.line,
        tries=tuple(tries),
        state=_state(tries),
        again=tuple(_place(one) for one in places[1:]),
    )


def _state(tries: Sequence[Try]) -> State:
    """The state that the latest try leaves."""
    if not tries:
        return State.OPEN
    helped = tries[-1].helped
    return State(helped.value) if helped else State.TRIED
