"""The sentences above the pictures of reflections, each silent where its numbers say nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from afterword.analysis.intervals import wilson
from afterword.analysis.themes import Share, ThemeNotes, Trend
from afterword.pages.pictures.balance import HeatRow
from afterword.pages.wording import counted_words, inside, listed, month_words, number_word

Names = Mapping[str, str]
NOTHING_YET = "Nothing stands out yet."


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
    """Which themes are getting better or are resolved, by the rule for trends."""
    better = [
        names.get(one.theme, one.theme)
        for one in notes
        if one.trend in {Trend.IMPROVING, Trend.RESOLVED}
    ]
    back = [names.get(one.theme, one.theme) for one in notes if one.trend is Trend.RECURRING]
    if better:
        names_better = [better[0], *map(inside, better[1:3])]
        verb = "is" if len(names_better) == 1 else "are"
        return f"{listed(names_better)} {verb} getting better."
    if back:
        verb = "keeps" if len(back[:3]) == 1 else "keep"
        return f"{listed([back[0], *map(inside, back[1:3])])} {verb} coming back."
    return "No theme has changed enough to name it."


def heat_headline(rows: Sequence[HeatRow], names: Names) -> str:
    """The theme that came back in most months, where it is one alone and they are at least three."""
    if not rows:
        return "Nothing has gone badly often enough to come back."
    first = rows[0]
    if first.months < 3:
        return "Nothing has come back in three months or more."
    ties = [row for row in rows if row.months == first.months]
    name = names.get(first.theme, first.theme)
    span = f"{number_word(first.months)} of {counted_words(len(first.cells), 'month')}"
    if len(ties) > 1:
        others = listed([name, *(inside(names.get(row.theme, row.theme)) for row in ties[1:3])])
        return f"{others} each came back in {span}."
    return f"{name} is the one that keeps coming back: in {span}."
