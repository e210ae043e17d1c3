"""The sentences above the pictures of reflections, each silent where its numbers say nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from afterword.analysis.statistics.chance import at_least, unlikely
from afterword.analysis.statistics.intervals import wilson
from afterword.analysis.themes import Share, ThemeNotes, Trend, changes
from afterword.model import Interview
from afterword.pages.pictures.balance import HeatRow
from afterword.vocabulary.wording import (
    counted,
    counted_words,
    inside,
    listed,
    month_words,
    number_word,
    sentence,
)

Names = Mapping[str, str]
NOTHING_YET = "Nothing stands out yet."
TRENDS = {
    Trend.NEW: "new",
    Trend.RECURRING: "keeps coming back",
    Trend.IMPROVING: "more of it went well lately",
    Trend.RESOLVED: "went well the last three times",
    Trend.STEADY: "steady",
    None: "too few to say",
}


def notes_in(interviews: Sequence[Interview], today: date) -> str:
    """How many notes of what went well or badly, in how many interviews: those to come have none yet."""
    notes = {one.path: len(one.went_well) + len(one.went_badly) for one in interviews}
    behind = sum(1 for one in interviews if notes[one.path] or one.happened(today))
    return f"{counted(sum(notes.values()), 'note')} in {counted(behind, 'interview')}"


def balance_headline(notes: Sequence[ThemeNotes], names: Names) -> str:
    """Where it slips most and what carries, if the intervals of the shares that went badly lie wholly apart from the rest."""
    if not notes:
        return "What goes well and what goes badly will stand here, theme by theme."
    slips = _standing_out(notes, names, badly=True)
    carries = _standing_out(notes, names, badly=False)
    if slips and carries:
        return f"{slips} is where it slips most; {inside(carries)} carries me."
    if slips:
        return f"{slips} is where it slips most."
    return f"{carries} carries me." if carries else NOTHING_YET


def _standing_out(notes: Sequence[ThemeNotes], names: Names, *, badly: bool) -> str | None:
    """The one theme whose share lies wholly apart from that of all the others together, from five notes on."""
    total = sum(len(one.badly) + len(one.well) for one in notes)
    side = sum(len(one.badly if badly else one.well) for one in notes)
    apart = []
    # Many themes are looked at, so each has to stand out further: the interval widens with their number.
    wide = 1.96 if len(notes) < 2 else 2.6 if len(notes) < 8 else 3.0
    for one in notes:
        count, own = len(one.badly if badly else one.well), len(one.badly) + len(one.well)
        if own < 5 or own == total:
            continue
        here, rest = wilson(count, own, wide), wilson(side - count, total - own, wide)
        if here.low > rest.high:
            apart.append((count, one.theme))
    if not apart:
        return None
    _, theme = max(apart, key=lambda found: (found[0], found[1]))
    return names.get(theme, theme)


def share_headline(shares: Sequence[Share]) -> str:
    """Then and now, and whether the ranges overlap; silent with fewer than eight notes on either side."""
    told = [one for one in shares if one.well + one.badly >= 8]
    apart = [one for one in told if _months_between(told[0], one) >= 3] if told else []
    if not apart:
        return "Too few notes to say yet whether more goes well."
    first, last = told[0], apart[-1]
    then, now = f"{first.share:.0%}", f"{last.share:.0%}"
    span = f"{then} in the three months to {month_words(first.first)}, {now} now"
    if last.interval.low > first.interval.high:
        return f"More goes well: {span}."
    if last.interval.high < first.interval.low:
        return f"Less goes well: {span}."
    return f"It went well in {span}; the ranges overlap, so this says little."


def _months_between(first: Share, last: Share) -> int:
    return (last.first.year - first.first.year) * 12 + last.first.month - first.first.month


def smalls_headline(notes: Sequence[ThemeNotes], names: Names) -> str:
    """Which themes go better or worse than they did, beyond what chance would do."""
    found = changes(notes)
    parts = []
    if found.better:
        parts.append(f"{_three(found.better, names)} {_verb(found.better)} getting better")
    if found.worse:
        parts.append(f"{_three(found.worse, names)} {_verb(found.worse)} harder of late")
    if not parts:
        return "No theme has changed enough to name it."
    return sentence("; ".join([parts[0], *map(inside, parts[1:])]))


def _three(notes: Sequence[ThemeNotes], names: Names) -> str:
    first, *others = (names.get(one.theme, one.theme) for one in notes[:3])
    return listed([first, *map(inside, others)])


def _verb(notes: Sequence[ThemeNotes]) -> str:
    return "is" if len(notes) == 1 else "are"


def heat_headline(rows: Sequence[HeatRow], names: Names) -> str:
    """The theme that came back in most months, where chance among so many themes would hardly bring one back so often."""
    if not rows:
        return "Nothing has gone badly often enough to come back."
    first = rows[0]
    if first.months < 3:
        return "Nothing has come back in three months or more."
    span = f"{number_word(first.months)} of {counted_words(len(first.cells), 'month')}"
    total = sum(row.total for row in rows)
    alone = len(rows) == 1 or rows[1].months < first.months
    if alone and unlikely(at_least(first.total, total, 1 / len(rows)), looks=len(rows)):
        name = names.get(first.theme, first.theme)
        return f"{name} is the one that keeps coming back: in {span}."
    return f"What came back most did so in {span}; no one theme stands out."
