"""Resilience: what runs side by side, what was silent for how long, what they answered, and how it felt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from afterword.analysis.rejections import rejections
from afterword.analysis.resilience import (
    Rest,
    Stretch,
    Week,
    felt,
    live_weeks,
    most_live,
    rests,
    stretches,
    this_search,
)
from afterword.analysis.waits import LENGTHS, Wait, by_length, half_within, waits
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.naming import round_name
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple
from afterword.model import Interview
from afterword.pages.parts.figures import Figure, Item, of_applications
from afterword.pages.words.rejections import feedback_headline
from afterword.vocabulary.wording import counted, counted_words, number_word, short_day

# The newest weeks are drawn, a year and a little more.
DRAWN = 60
# From this many on a median is told.
ENOUGH = 3


class WeekView(NamedTuple):
    """A week as a column: where it lies and how high it is, in percent."""

    first: date
    x: str
    width: str
    y: str
    height: str


class Dot(NamedTuple):
    """How one interview felt: where it lies in percent, and its item."""

    x: str
    y: str
    words: str
    item: Item


class ResilienceView(NamedTuple):
    """Everything on the page."""

    headline: str
    rest: str
    rests: tuple[Rest, ...]
    weeks: tuple[WeekView, ...]
    ends: tuple[str, ...]
    stretches: tuple[tuple[Stretch, Figure], ...]
    asked_headline: str
    asked: tuple[tuple[Figure, str], ...]
    silence_headline: str
    silences: tuple[tuple[str, Figure, str], ...]
    felt_headline: str
    dots: tuple[Dot, ...]


def resilience_page(edition: Edition) -> str:
    """The page of resilience, as Markdown."""
    return render(edition, addresses.RESILIENCE, "resilience.md", view=_view(edition))


def _view(edition: Edition) -> ResilienceView:
    journal, today = edition.journal, edition.today
    weeks = live_weeks(journal, today)
    search = this_search(weeks)
    answer, waited = edition.answer_today(rejections), edition.answer_today(waits)
    written = felt(journal)
    return ResilienceView(
        headline=live_headline(weeks),
        rest=rest_words(weeks),
        rests=tuple(reversed(rests(weeks))),
        weeks=_weeks(search[-DRAWN:]),
        ends=_ends(search[-DRAWN:]),
        stretches=tuple(
            (one, of_applications(f"resilience weeks {one.first} live", one.live))
            for one in reversed(stretches(search[-DRAWN:]))
        ),
        asked_headline=feedback_headline(answer),
        asked=(
            (of_applications("rejections asked", answer.asked), "asked"),
            (of_applications("rejections answered", answer.answered), "answered"),
            (of_applications("rejections no_answer", answer.unanswered), "not answered"),
        ),
        silence_headline=silence_headline(waited),
        silences=_silences(waited),
        felt_headline=felt_headline(written),
        dots=_dots(written),
    )


def live_headline(weeks: Sequence[Week]) -> str:
    """How many are in progress now, and the most that ever were in one week."""
    if not weeks:
        return "How many applications run side by side will stand here, week by week."
    now, most = len(weeks[-1].live), most_live(weeks)
    if now == most:
        verb = "is" if now == 1 else "are"
        told = f"{counted_words(now, 'application', capital=True)} {verb} in progress this week"
        return f"{told}, as many as ever." if now > 1 else f"{told}."
    first = counted_words(now, "application", capital=True) if now else "No application"
    verb = "is" if now < 2 else "are"
    return f"{first} {verb} in progress this week; the most in one week was {number_word(most)}."


def rest_words(weeks: Sequence[Week]) -> str:
    """In how many weeks of this search none was in progress: a rest, and no failing. What was searched long before is told apart."""
    search = this_search(weeks)
    before = len(weeks) - len(search)
    told = [_rests_told(search)] if len(search) > 1 else []
    if before:
        between = rests(weeks[:before])[-1].weeks
        told.append(f"Before it lies a rest of {counted(between, 'week')}, between two searches.")
    return " ".join(told)


def _rests_told(search: Sequence[Week]) -> str:
    without = sum(one.weeks for one in rests(search))
    number = counted_words(len(search), "week")
    if not without:
        return f"In each of {number} something was in progress. A rest is allowed."
    return (
        f"In {number_word(without)} of {number} none was in progress. A rest is part of a search."
    )


def _ends(weeks: Sequence[Week]) -> tuple[str, ...]:
    """The first week and the last, as they stand below the picture, with the year where they lie in two."""
    if not weeks:
        return ()
    if len(weeks) == 1:
        return (short_day(weeks[0].first),)
    days = weeks[0].first, weeks[-1].first
    has_year = days[0].year != days[1].year
    return tuple(f"{short_day(day)} {day.year}" if has_year else short_day(day) for day in days)


def silence_headline(waited: Sequence[Wait]) -> str:
    """Within how many days half of all answers come, those that are missing counted, from three answers on."""
    answered = sum(1 for one in waited if one.took is not None)
    spans = sum(1 for one in waited if one.duration)
    if not answered and any(one.unanswered is not None for one in waited):
        return "No answer has come on a day that is written. Silence says little about you."
    if not answered and waited and all(one.ended_by_me is not None for one in waited):
        return "No answer had come by the time you withdrew, so how long silence usually lasts cannot be told."
    half = half_within(waited)
    if half is None and spans >= ENOUGH:
        return "Most answers have not come yet, so how long silence usually lasts cannot be told."
    if half is None or answered < ENOUGH:
        return "From three answers on, how long silence usually lasts is told here."
    return f"Half of all answers come within {counted(half, 'day')}. Silence up to then says nothing yet."


def _silences(waited: Sequence[Wait]) -> tuple[tuple[str, Figure, str], ...]:
    """The silences by length, each bar in percent of the longest."""
    groups = by_length(waited)
    names = [*(f"Up to {_weeks_told(days)}" for days in LENGTHS), "Longer"]
    most = max(map(len, groups)) or 1
    return tuple(
        (
            name,
            Figure(f"resilience silences {at}", tuple(map(_silence, those))),
            f"{100 * len(those) / most:.1f}%",
        )
        for at, (name, those) in enumerate(zip(names, groups, strict=True))
    )


def _weeks_told(days: int) -> str:
    weeks = days // 7
    return "a week" if weeks == 1 else counted_words(weeks, "week")


def _silence(one: Wait) -> Item:
    days = one.duration.days if one.duration else 0
    ends = (
        (one.open_for, ", so far"),
        (one.unanswered, ", and none came"),
        (one.ended_by_me, ", until I withdrew"),
    )
    end = next((words for lasted, words in ends if lasted is not None), "")
    return Item(f"{one.company}: {counted(days, 'day')}{end}", one.path)


def felt_headline(written: Sequence[Interview]) -> str:
    """What I wrote most often about how it felt; no verdict."""
    if not written:
        return (
            "Write feeling: 4 into an entry, from 1 to 5, and how it felt over time is drawn here."
        )
    times = Counter(one.feeling for one in written)
    often = max(times.values())
    most = [feeling for feeling, count in times.items() if count == often]
    total = counted_words(len(written), "interview", capital=True)
    if len(written) < ENOUGH or len(most) > 1:
        return f"{total} {'says' if len(written) == 1 else 'say'} how it felt."
    return f"{total} say how it felt; most often it was {most[0]} of 5."


def _weeks(weeks: Sequence[Week]) -> tuple[WeekView, ...]:
    most = most_live(weeks) or 1
    wide = 100 / max(len(weeks), 1)
    return tuple(
        WeekView(
            first=week.first,
            x=f"{at * wide + wide * 0.08:.2f}%",
            width=f"{wide * 0.84:.2f}%",
            y=f"{100 - 94 * len(week.live) / most:.1f}%",
            height=f"{94 * len(week.live) / most:.1f}%",
        )
        for at, week in enumerate(weeks)
    )


def _dots(written: Sequence[Interview]) -> tuple[Dot, ...]:
    """A dot for each interview, in the order of their days."""
    if not written:
        return ()
    first, last = written[0].when.day, written[-1].when.day
    long = max((last - first).days, 1)
    return tuple(
        Dot(
            x=f"{3 + 94 * (one.when.day - first).days / long:.2f}%",
            y=f"{100 - 22 * ((one.feeling or 1) - 1) - 6:.1f}%",
            words=f"{one.feeling} of 5",
            item=Item(
                f"{one.company}, {round_name(one).lower()}, {short_day(one.when.day)} {one.when.day.year}",
                one.path,
            ),
        )
        for one in written
    )
