"""The sentences above the pictures of reflections: what leads, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from afterword.analysis.notes import NoteCounts
from afterword.analysis.statistics.standing_out import MINIMUM, Count, Finding, Tier, leading, tier
from afterword.analysis.themes import (
    ENOUGH,
    Change,
    Share,
    ThemeNotes,
    Trend,
    carrying,
    changes,
    slipping,
)
from afterword.days import months_between
from afterword.pages.pictures.balance import HeatRow
from afterword.pages.words.tiers import (
    chance_told,
    more_wanted,
    names_told,
    tier_told,
)
from afterword.vocabulary.wording import (
    counted,
    inside,
    month_words,
    number_word,
    percent_words,
    sentence,
)

Names = Mapping[str, str]
TRENDS = {
    Trend.NEW: "all of it within eight weeks",
    Trend.RECURRING: "still comes up",
    Trend.IMPROVING: "more of it goes well than before",
    Trend.PROBABLY_IMPROVING: "probably more of it goes well than before",
    Trend.HARDER: "less of it goes well than before",
    Trend.PROBABLY_HARDER: "probably less of it goes well than before",
    Trend.RESOLVED: "went well the last three times",
    Trend.STEADY: "no clear change",
    None: "too few to say",
}
# So many months in which a theme went badly make one that came back.
BACK = 3


def notes_in(counts: NoteCounts) -> str:
    """How many notes of what went well or badly, in how many interviews."""
    return f"{counted(counts.notes, 'note')} in {counted(counts.interviews, 'interview')}"


def balance_headline(
    notes: Sequence[ThemeNotes], names: Names, *, unthemed: int = 0, minimum: int = MINIMUM
) -> str:
    """Where it slips most, and how sure that is; what carries, where that is clear.

    A theme is compared from `minimum` notes on; `unthemed` notes are on none.
    """
    if not notes:
        return _without_themes(unthemed, minimum)
    most = max(len(one.badly) + len(one.well) for one in notes)
    if most < minimum:
        return more_wanted(minimum - most, "note on one theme", "notes on one theme")
    slips, carries = slipping(notes, minimum=minimum), carrying(notes, minimum=minimum)
    parts = []
    if carries and carries.tier is Tier.CLEAR:
        parts.append(_carries_told(carries, names))
    if slips and (slips.is_ahead or slips.is_alone or not parts):
        parts.insert(0, _slips_told(slips, names))
    return " ".join(parts) or _none_badly(notes, minimum)


def _without_themes(unthemed: int, minimum: int) -> str:
    if not unthemed:
        return "What goes well and what goes badly will stand here, theme by theme."
    wanted = f"On {number_word(minimum)} of them a word such as #estimation, the same one, makes a pattern visible."
    return f"{counted(unthemed, 'note')}, and no theme yet. {wanted}"


def _none_badly(notes: Sequence[ThemeNotes], minimum: int) -> str:
    """What is said where nothing that can be compared went badly."""
    if not any(one.badly for one in notes):
        return "No note that names a theme is one of what went badly."
    return f"No theme with {minimum} notes or more ever went badly."


def _slips_told(slips: Finding[str], names: Names) -> str:
    return tier_told(
        slips,
        [names.get(theme, theme) for theme in slips.leaders],
        clear="is where it slips most",
        several="are where it slips most",
        counted=f"badly in {slips.hits} of {counted(slips.cases, 'note')}",
    )


def _carries_told(carries: Finding[str], names: Names) -> str:
    return tier_told(
        carries,
        [names.get(theme, theme) for theme in carries.leaders],
        clear="carries me",
        several="carry me",
        counted=f"well in {carries.hits} of {counted(carries.cases, 'note')}",
    )


def among_all(theme: str, slips: Finding[str] | None, carries: Finding[str] | None) -> str:
    """What the page of all reflections says of a theme, if it is the one that is named there; else empty."""
    if slips and theme in slips.leaders and slips.is_ahead and slips.tier is not Tier.OPEN:
        likely = "Probably the" if slips.tier is Tier.PROBABLE else "The"
        return f"{likely} one of all themes where it slips most."
    if carries and theme in carries.leaders and carries.tier is Tier.CLEAR:
        return "The one of all themes that carries me."
    return ""


def share_headline(shares: Sequence[Share]) -> str:
    """Then and now, and whether the ranges overlap; silent with fewer than eight notes on either side."""
    told = [one for one in shares if one.well + one.badly >= 8]
    apart = [one for one in told if months_between(told[0].first, one.first) >= 3] if told else []
    if not apart:
        return "Too few notes to say yet whether more goes well."
    first, last = told[0], apart[-1]
    then, now = percent_words(first.share or 0), percent_words(last.share or 0)
    span = f"{then} in the three months to {month_words(first.first)}, {now} now"
    if last.interval.low > first.interval.high:
        return f"More goes well: {span}."
    if last.interval.high < first.interval.low:
        return f"Less goes well: {span}."
    return f"It went well in {span}; the ranges overlap, so this says little."


def smalls_headline(notes: Sequence[ThemeNotes], names: Names) -> str:
    """Which themes go better or worse than they did, and how sure that is."""
    found = changes(notes)
    better, worse = _of(found.better, Tier.CLEAR), _of(found.worse, Tier.CLEAR)
    parts = []
    if better:
        parts.append(f"{_names(better, names)} {_verb(better)} getting better")
    if worse:
        parts.append(f"{_names(worse, names)} {_verb(worse)} harder of late")
    if parts:
        return sentence("; ".join([parts[0], *map(inside, parts[1:])]))
    either = sorted((*found.better, *found.worse), key=lambda one: one.chance)
    return _changed_most(either[0], names) if either else _unchanged(notes)


def _of(every: Sequence[Change], wanted: Tier) -> list[Change]:
    return [one for one in every if tier(one.chance) is wanted]


def _changed_most(one: Change, names: Names) -> str:
    """The change that chance is least likely to have made, where none is clear."""
    name = inside(names.get(one.notes.theme, one.notes.theme))
    then = f"{one.older} of {one.half} went well, then {one.newer} of {one.half}"
    if tier(one.chance) is Tier.PROBABLE:
        direction = "is getting better" if one.newer > one.older else "is harder of late"
        return f"Probably {name} {direction}: {then}."
    return f"Changed most so far: {name}, {then}; {chance_told(one.chance)}."


def _unchanged(notes: Sequence[ThemeNotes]) -> str:
    most = max((len(one.badly) + len(one.well) for one in notes), default=0)
    if most >= ENOUGH:
        return "No theme goes better or worse than before."
    notes_on_one = ("note on one theme", "notes on one theme")
    return more_wanted(ENOUGH - most, *notes_on_one, so_that="a change can be seen")


def _names(every: Sequence[Change], names: Names) -> str:
    return names_told([names.get(one.notes.theme, one.notes.theme) for one in every])


def _verb(every: Sequence[Change]) -> str:
    return "is" if len(every) == 1 else "are"


def coming_back(rows: Sequence[HeatRow]) -> Finding[str] | None:
    """The theme that leads by the months in which it went badly."""
    return leading([Count(row.theme, row.months, len(row.cells)) for row in rows])


def heat_headline(rows: Sequence[HeatRow], names: Names) -> str:
    """The theme that came back in most months, and how sure it is that chance did not bring it back so often."""
    if not rows:
        return "Nothing has gone badly often enough to come back."
    found = coming_back(rows)
    if found is None or found.hits < BACK:
        return "Nothing has come back in three months or more."
    return tier_told(
        found,
        [names.get(theme, theme) for theme in found.leaders],
        clear="is the one that keeps coming back",
        several="are the ones that keep coming back",
        counted=f"badly in {found.hits} of {counted(found.cases, 'month')}",
    )
