"""The funnel: rounds reached and passed, with intervals that admit how few there are, and how long answers took."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from afterword.analysis.applied import Applied, applied
from afterword.analysis.funnel import (
    ENOUGH,
    Funnel,
    Stage,
    funnel,
)
from afterword.analysis.standing import Fate
from afterword.analysis.waits import StageWaits, Wait, stage_waits, waits
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.naming import kinds_of_round
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple
from afterword.kinds import RoundKind
from afterword.model import ApplicationNote
from afterword.pages.parts.figures import Figure, Item, of_applications
from afterword.pages.words.tiers import more_wanted, tier_told
from afterword.vocabulary.wording import counted, percent_words, round_word, short_day

# From this many answers on, a median is told.
ANSWERS = 3
_FATES = {
    Fate.PASSED: "passed",
    Fate.ENDED: "ended",
    Fate.OPEN: "open",
    Fate.WITHDRAWN: "withdrawn by me",
    Fate.CANCELLED: "cancelled",
}


class StageView(NamedTuple):
    """A kind of round as a row: its bars in percent of the applications that reached any, and its share in words."""

    name: str
    stage: Stage
    passed_width: str
    ended_x: str
    ended_width: str
    open_x: str
    open_width: str
    share: str
    low: str
    high: str
    reached: Figure
    fates: tuple[tuple[Figure, str], ...]


class WaitView(NamedTuple):
    """A kind of round in the table of waits: two medians in words, and what they are counted from."""

    name: str
    said: str
    took: str
    answered: Figure
    open: Figure
    unanswered: Figure
    ended_by_me: Figure


class AppliedView(NamedTuple):
    """What came of applications: a headline, what is counted, and the two figures with their share."""

    headline: str
    counted: str
    led: Figure
    alone: Figure
    unanswered: int
    low: str
    high: str


class FunnelView(NamedTuple):
    """Everything on the page."""

    headline: str
    counted: str
    stages: tuple[StageView, ...]
    waits_headline: str
    waits: tuple[WaitView, ...]
    applied: AppliedView | None


def funnel_page(edition: Edition) -> str:
    """The page of the funnel, as Markdown."""
    answer = funnel(edition.journal, edition.today)
    waited = edition.answer_today(waits)
    most = max((stage.reached for stage in answer.stages), default=1)
    view = FunnelView(
        headline=funnel_headline(answer),
        counted=f"Each application counts once for each kind of round it reached, {counted(len(edition.journal.applications), 'application')} in all.",
        stages=tuple(_stage(stage, most) for stage in answer.stages),
        waits_headline=waits_headline(waited),
        waits=tuple(_wait(one) for one in stage_waits(waited)),
        applied=applied_view(applied(edition.journal, edition.today)),
    )
    return render(edition, addresses.FUNNEL, "funnel.md", view=view)


def applied_view(answer: Applied) -> AppliedView | None:
    """How many applications led to an interview; None where none is noted that did not."""
    if answer.since is None:
        return None
    what = "application" if answer.sent == 1 else "applications"
    since = answer.since
    return AppliedView(
        headline=f"{len(answer.led)} of {answer.sent} {what} led to an interview.",
        counted=f"Since {short_day(since)} {since.year}, when you first noted an application that led to none; one that you never noted is in no number.",
        led=of_applications("applied led", answer.led),
        alone=Figure(
            "applied alone", tuple(Item(_note_words(one), one.path) for one in answer.alone)
        ),
        unanswered=answer.unanswered,
        low=percent_words(answer.interval.low),
        high=percent_words(answer.interval.high),
    )


def _note_words(note: ApplicationNote) -> str:
    role = f", {note.role}" if note.role else ""
    return f"{note.company}{role}, {short_day(note.applied)} {note.applied.year}"


def funnel_headline(answer: Funnel) -> str:
    """The kind of round where it narrows, and how sure that is; where all ended in silence, that silence says little."""
    decided = answer.decided
    if not answer.stages:
        return "The rounds you reach and pass will stand here."
    if decided and not answer.passed and answer.silent == decided:
        told = f"All {decided} ended" if decided > 1 else "The only one ended"
        return f"{told} without an answer. Silence says little about you."
    most = max(stage.decided for stage in answer.stages)
    if most < ENOUGH:
        return more_wanted(
            ENOUGH - most, "decision on one kind of round", "decisions on one kind of round"
        )
    if answer.narrow is None:
        return f"{answer.passed} of {decided} passed; it narrows nowhere yet."
    return tier_told(
        answer.narrow,
        [kinds_of_round(kind) for kind in answer.narrow.leaders],
        clear="are where it narrows",
        several="are where it narrows",
        counted=f"{answer.narrow.hits} of {answer.narrow.cases} ended there",
    )


def _stage(stage: Stage, most: int) -> StageView:
    width = 100 / max(most, 1)
    passed, ended = stage.passed * width, stage.ended * width
    rest = (stage.open + stage.withdrawn + stage.cancelled) * width
    name = f"funnel {stage.kind.value}"
    everyone = [one for fate in Fate for one in stage.applications.get(fate, ())]
    fates = (
        (of_applications(f"{name} {fate.value}", stage.applications.get(fate, ())), word)
        for fate, word in _FATES.items()
        if stage.applications.get(fate) or fate in {Fate.PASSED, Fate.ENDED}
    )
    return StageView(
        name="Other rounds" if stage.kind is RoundKind.OTHER else round_word(stage.kind),
        stage=stage,
        passed_width=f"{passed:.1f}%",
        ended_x=f"{passed:.1f}%",
        ended_width=f"{ended:.1f}%",
        open_x=f"{passed + ended:.1f}%",
        open_width=f"{rest:.1f}%",
        share="" if stage.share is None else f"{percent_words(stage.share)} of {stage.decided}",
        low=percent_words(stage.interval.low),
        high=percent_words(stage.interval.high),
        reached=of_applications(f"{name} reached", everyone),
        fates=tuple((figure, word) for figure, word in fates),
    )


def waits_headline(waited: Iterable[Wait]) -> str:
    """Whether they keep to their time, over the waits of which that is known, from three on; one past its day is late."""
    known = [one for one in waited if one.late is not None]
    if len(known) < ANSWERS:
        return "Too few answers to say yet whether they keep to their time."
    late = [one for one in known if one.late]
    if len(late) * 2 <= len(known):
        return f"{len(known) - len(late)} of {len(known)} answers came when they said, or sooner."
    missing = ", or have not come at all" if any(one.took is None for one in late) else ""
    return f"{len(late)} of {len(known)} answers came later than they said{missing}."


def _wait(one: StageWaits) -> WaitView:
    name = f"waits {one.kind.value}"
    return WaitView(
        name="Other rounds" if one.kind is RoundKind.OTHER else round_word(one.kind),
        said=_median(one.median_said, [wait.said for wait in one.said]),
        took=_median(one.median, [wait.took for wait in one.answered]),
        answered=_lasted(f"{name} answered", one.answered),
        open=_lasted(f"{name} open", one.open),
        unanswered=_lasted(f"{name} unanswered", one.unanswered),
        ended_by_me=_lasted(f"{name} ended_by_me", one.ended_by_me),
    )


def _lasted(name: str, waited: Iterable[Wait]) -> Figure:
    """A figure that counts waits, each with its days."""
    lasted = ((one, one.duration.days) for one in waited if one.duration)
    items = (Item(f"{one.company}: {counted(days, 'day')}", one.path) for one, days in lasted)
    return Figure(name, tuple(items))


def _median(median: int | None, days: Sequence[int | None]) -> str:
    """The days within which half of them end; only the days where they are too few."""
    known = sorted(day for day in days if day is not None)
    if len(known) < ANSWERS:
        return (
            f"{', '.join(map(str, known))} {'day' if known == [1] else 'days'}"
            if known
            else "not written"
        )
    return "not half of them yet" if median is None else counted(median, "day")
