"""How a row of a table stands where several of its columns say so: a stage beside a result, a status beside an outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from afterword.frozen import dataclass
from afterword.kinds import ENDED, OutcomeKind
from afterword.vocabulary.fields import KEYS
from afterword.writing.importing.meanings import names_interview, round_named
from afterword.writing.importing.statuses import Status

# Which of two says more of how it stands; whatever ends an application says most.
_RANKS = {OutcomeKind.PENDING: 1, OutcomeKind.ADVANCED: 2, OutcomeKind.OFFER: 3}
_ENDING = 4
# So much of a cell is shown in a sentence.
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Told:
    """What one cell says of how a row stands."""

    header: str
    cell: str
    status: Status

    @property
    def shown(self) -> str:
        """The cell on one line, and of a long one its beginning."""
        words = " ".join(self.cell.split())
        return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a row stands by all that is told of it.

    `status` is what counts, `told` what its cells say, `best` the one that counts, `stage` the one that names a round beside another,
    and `against` the words of two that contradict each other.
    """

    status: Status
    told: tuple[Told, ...] = ()
    best: Told | None = None
    stage: Told | None = None
    against: tuple[str, ...] = ()

    @property
    def written(self) -> str:
        """The words of the status that counts; empty where none is told."""
        return self.best.cell if self.best else ""

    def _is_stage(self, one: Told) -> bool:
        """Whether a status says that there was an interview, and none has its day: "Interviewing"."""
        is_open = self.status.outcome is OutcomeKind.PENDING
        return is_open and self.status.interview is None and names_interview(one.cell)

    @property
    def interview(self) -> Status | None:
        """The first status that names an interview and its day."""
        named = (one.status for one in self.told if one.status.interview is not None)
        return next((one for one in named if one.day), None)

    @property
    def round(self) -> str:
        """The round that the stage names; empty where there is none."""
        return round_named(self.stage.cell) if self.stage else ""

    def kept(self, *, has_round: bool) -> Iterator[tuple[str, str]]:
        """What no key of an entry says, with its header, "" for that of the status that counts; with `has_round` the stage is the round."""
        for one in self.told:
            if has_round and one is self.stage:
                continue
            if one is not self.best:
                yield one.header, one.cell
            elif self.status.outcome is None or self.status.more or self._is_stage(one):
                yield "", one.cell


def standing_of(told: Sequence[Told]) -> Standing:
    """What counts of the statuses of one row: an end before an offer, an offer before what goes on. Of two ends that differ none counts."""
    if not told:
        return Standing(Status(outcome=OutcomeKind.PENDING))
    best = max(told, key=_rank)
    ends = {one.status.outcome: one.shown for one in told if one.status.outcome in ENDED}
    if len(ends) > 1:
        against = tuple(ends.values())
        return Standing(Status(outcome=None), tuple(told), best, against=against)
    return Standing(best.status, tuple(told), best, _stage(told) if len(told) > 1 else None)


def _rank(one: Told) -> int:
    outcome = one.status.outcome
    if outcome is None:
        return 0
    return _RANKS.get(outcome, _ENDING)


def _stage(told: Sequence[Told]) -> Told | None:
    """The cell of a column that is called like a round, where it names one: "Stage: phone screen" beside "Result: rejected"."""
    for one in told:
        named = KEYS.field_of(one.header)
        is_round = named is not None and named.name == "round"
        if is_round and one.status.outcome is OutcomeKind.PENDING and names_interview(one.cell):
            return one
    return None
