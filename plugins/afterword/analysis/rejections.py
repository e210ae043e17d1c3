"""What do the people who turned me down say, and what do I say beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from afterword.analysis.standing import End, counted_end
from afterword.analysis.statistics.durations import middle
from afterword.analysis.statistics.standing_out import Count, Draw, Finding, leading, most_named
from afterword.frozen import dataclass
from afterword.kinds import FeedbackKind, OutcomeKind, RoundKind
from afterword.model import Application, Feedback, Interview, Journal, Observation


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of their feedback with the interview it came after."""

    feedback: Feedback
    interview: Interview
    application: Application


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFeedback:
    """What they said on one theme: how many rejections name it as a gap, how many praise it, and their words."""

    theme: str
    gaps: tuple[Quote, ...]
    praise: tuple[Quote, ...]

    @property
    def gap(self) -> int:
        """The number of applications that name it as a gap."""
        return len({quote.application.id for quote in self.gaps})

    @property
    def praised(self) -> int:
        """The number of applications that praise it."""
        return len({quote.application.id for quote in self.praise})

    @property
    def contradicted(self) -> bool:
        """Whether one company misses what another praises."""
        missed = {quote.application.company for quote in self.gaps}
        praised = {quote.application.company for quote in self.praise}
        return any(one != other for one in missed for other in praised)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A theme in one of the four cells: in how many of my items, and in how many of their rejections, it occurs.

    `unseen` is in how many of these rejections my own notes of the same application do not name it.
    """

    theme: str
    mine: int
    theirs: int
    unseen: int = 0
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """My view held against theirs: a gap both saw, only they saw, only I saw; a strength both saw.

    `blind_spot` is the gap that leads among those that only they saw: of their rejections with a reason, over those in which
    my own notes of the application do not name it.
    """

    both: tuple[Cell, ...] = ()
    only_they: tuple[Cell, ...] = ()
    only_i: tuple[Cell, ...] = ()
    both_praised: tuple[Cell, ...] = ()
    blind_spot: Finding[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejections:
    """The applications that they ended, and what they said.

    `asked` are those I asked for feedback, `answered` those of them that gave any, `days` the days each of these took,
    `rounds` how many interviews of each kind there were. `named` is the theme that leads among those named as a
    gap, over the rejections with feedback, and `ends` the kind of round that most often ends in a rejection.
    """

    applications: tuple[Application, ...]
    with_feedback: tuple[Application, ...]
    asked: tuple[Application, ...]
    answered: tuple[Application, ...]
    days: tuple[int, ...]
    by_round: dict[RoundKind, tuple[Interview, ...]]
    rounds: Counter[RoundKind]
    themes: tuple[ThemeFeedback, ...]
    unthemed: tuple[Quote, ...]
    cells: Cells
    withdrawn: tuple[Application, ...]
    no_answer: tuple[Application, ...]
    cancelled: tuple[Application, ...]
    named: Finding[str] | None = None
    ends: Finding[RoundKind] | None = None

    @property
    def to_ask(self) -> tuple[Application, ...]:
        """Those after which there is something to ask: they neither gave feedback nor said that they give none."""
        return tuple(one for one in self.applications if not (_answered(one) or _refused(one)))

    @property
    def unanswered(self) -> tuple[Application, ...]:
        """Those asked that have not answered."""
        return tuple(one for one in self.asked if one not in self.answered)

    @property
    def silent(self) -> int:
        """How many of those asked have not answered."""
        return len(self.unanswered)

    @property
    def median_days(self) -> float | None:
        """The median of the days between asking and answer."""
        return middle(self.days)


def rejections(journal: Journal, today: date = date.max) -> Rejections:
    """The answer, over all applications that ended in a rejection; withdrawals, silence and jobs that were cancelled are kept apart.

    Among the rounds of each kind, one that is still to come on `today` is no case, unless it was over before it came.

    One that was taken up again stays what it was: a rejection that was counted once is counted for ever.
    """
    ends = [(one, end) for one in journal.applications if (end := counted_end(one))]
    turned_down = [(one, end) for one, end in ends if end.outcome.kind is OutcomeKind.REJECTED]
    ended = [one for one, _ in turned_down]
    quotes = [
        Quote(item, interview, one)
        for one, end in turned_down
        for interview in one.interviews
        if interview.when.day <= end.day
        for item in interview.feedback
    ]
    asked = [one for one in ended if any(interview.feedback_asked for interview in one.interviews)]
    themes = _themes(quotes)
    given = tuple(one for one in ended if _has_feedback(one))
    by_round = _by_round(end.interview for _, end in turned_down)
    ended_with = {end.interview.path for _, end in turned_down}
    rounds = Counter(
        one.kind for one in journal.interviews if one.happened(today) or one.path in ended_with
    )
    draws = _draws(given, themes)
    return Rejections(
        applications=tuple(ended),
        with_feedback=given,
        asked=tuple(asked),
        answered=tuple(one for one in asked if _answered(one)),
        days=tuple(day for one in asked for day in _days(one)),
        by_round=by_round,
        rounds=rounds,
        themes=themes,
        unthemed=tuple(quote for quote in quotes if not quote.feedback.all_themes),
        cells=four_cells(journal, themes, draws),
        withdrawn=_ended_as(ends, OutcomeKind.WITHDRAWN),
        # Who wrote after all has answered.
        no_answer=_ended_as([one for one in ends if not one[0].live], OutcomeKind.NO_ANSWER),
        cancelled=_ended_as(ends, OutcomeKind.CANCELLED),
        named=most_named([Draw(one.named) for one in draws], _every_theme(journal)),
        ends=leading(
            [
                Count(kind, len(by_round.get(kind, ())), rounds[kind])
                for kind in RoundKind
                if rounds[kind]
            ]
        ),
    )


def _draws(given: Iterable[Application], themes: Iterable[ThemeFeedback]) -> tuple[Draw[str], ...]:
    """The themes that each rejection names as a gap; one that my own notes of that application name too is left out."""
    named: dict[str, set[str]] = {}
    for one in themes:
        for quote in one.gaps:
            named.setdefault(quote.application.id, set()).add(one.theme)
    return tuple(
        Draw(
            frozenset(named.get(one.id, ())),
            frozenset(
                [
                    theme
                    for each in one.interviews
                    for item in each.went_badly
                    for theme in item.all_themes
                ]
            ),
        )
        for one in given
    )


def _every_theme(journal: Journal) -> tuple[str, ...]:
    """The themes of my notes and of their feedback: those that a rejection could have named."""
    found = {
        theme
        for one in journal.interviews
        for item in (*one.went_well, *one.went_badly, *one.feedback)
        for theme in item.all_themes
    }
    return tuple(sorted(found))


def _ended_as(
    ends: Iterable[tuple[Application, End]], kind: OutcomeKind
) -> tuple[Application, ...]:
    return tuple(one for one, end in ends if end.outcome.kind is kind)


def _has_feedback(application: Application) -> bool:
    return any(interview.feedback for interview in application.interviews)


def _answered(application: Application) -> bool:
    return _has_feedback(application) or any(
        one.feedback_received for one in application.interviews
    )


def _refused(application: Application) -> bool:
    return any(one.feedback_none for one in application.interviews)


def _days(application: Application) -> Iterable[int]:
    for one in application.interviews:
        if (
            one.feedback_asked
            and one.feedback_received
            and one.feedback_received >= one.feedback_asked
        ):
            yield (one.feedback_received - one.feedback_asked).days


def _by_round(interviews: Iterable[Interview]) -> dict[RoundKind, tuple[Interview, ...]]:
    """The interviews that applications ended with, by their kind of round, in the order of the kinds."""
    last = tuple(interviews)
    by_kind = {kind: tuple(one for one in last if one.kind is kind) for kind in RoundKind}
    return {kind: interviews for kind, interviews in by_kind.items() if interviews}


def _themes(quotes: list[Quote]) -> tuple[ThemeFeedback, ...]:
    gaps: dict[str, list[Quote]] = {}
    praise: dict[str, list[Quote]] = {}
    for quote in quotes:
        side = praise if quote.feedback.kind is FeedbackKind.PRAISE else gaps
        for theme in quote.feedback.all_themes:
            side.setdefault(theme, []).append(quote)
    made = (
        ThemeFeedback(
            theme=theme, gaps=tuple(gaps.get(theme, ())), praise=tuple(praise.get(theme, ()))
        )
        for theme in gaps.keys() | praise.keys()
    )
    return tuple(sorted(made, key=lambda one: (-one.gap, -one.praised, one.theme)))


def four_cells(
    journal: Journal, themes: Iterable[ThemeFeedback], draws: Sequence[Draw[str]]
) -> Cells:
    """My items in the whole journal against the feedback of the rejections.

    A gap is seen by them alone where my notes of the same application do not name it, in more than half of the rejections that do.
    """
    badly = _counts(item for one in journal.interviews for item in one.went_badly)
    well = _counts(item for one in journal.interviews for item in one.went_well)
    unseen = Counter(theme for one in draws for theme in one.named - one.left_out)
    both: list[Cell] = []
    only_they: list[Cell] = []
    praised: list[Cell] = []
    named: set[str] = set()
    for theirs in themes:
        name = theirs.theme
        if theirs.gap:
            named.add(name)
            cell = Cell(
                theme=name,
                mine=badly[name],
                theirs=theirs.gap,
                unseen=unseen[name],
                quotes=theirs.gaps,
            )
            (only_they if cell.unseen * 2 > cell.theirs else both).append(cell)
        if theirs.praise and well[name]:
            praised.append(
                Cell(theme=name, mine=well[name], theirs=theirs.praised, quotes=theirs.praise)
            )
    mine = sorted(badly.items(), key=lambda one: (-one[1], one[0]))
    only_i = (Cell(theme=name, mine=count, theirs=0) for name, count in mine if name not in named)
    return Cells(
        both=tuple(both),
        only_they=tuple(only_they),
        only_i=tuple(only_i),
        both_praised=tuple(praised),
        blind_spot=_blind_spot(draws, _every_theme(journal), {one.theme for one in only_they}),
    )


def _blind_spot(
    draws: Sequence[Draw[str]], everything: Sequence[str], only_they: Collection[str]
) -> Finding[str] | None:
    """What leads among all themes, if it is one that only they see."""
    found = most_named(draws, everything)
    return found if found and set(found.leaders) <= set(only_they) else None


def _counts(items: Iterable[Observation]) -> Counter[str]:
    return Counter(theme for item in items for theme in item.all_themes)
