"""What was done to find work: a row for each application that went out and each interview, as offices ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from afterword.analysis.standing import (
    LAPSES_AFTER,
    StandingKind,
    standing,
)
from afterword.days import last_of_month
from afterword.frozen import dataclass
from afterword.kinds import ENDED, OutcomeKind, RoundKind
from afterword.model import Application, ApplicationNote, Interview, Journal, Outcome
from afterword.vocabulary.methods import way_found, way_held, way_written
from afterword.vocabulary.wording import outcome_word, round_word, short_day

_NOTHING_NOTED = "No answer noted"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One application that went out, or one interview.

    `day` is the first of its month where `whole_month` says that only this is known. `status` is what it is ("Applied", "Interview: technical"),
    `method` how, empty where that is not told; `result` what came of it, empty while it is `coming`, and `heard` the day of that.
    """

    day: date
    company: str
    position: str
    status: str
    method: str = ""
    result: str = ""
    heard: date | None = None
    whole_month: bool = False
    coming: bool = False


@dataclass(frozen=True, slots=True)
class _Days:
    """The days that a report is about, and the one on which it is made."""

    first: date | None
    last: date | None
    today: date

    @property
    def told_by(self) -> date:
        """The day up to which it says what came of things: nothing after its last day is in it."""
        return min(self.last, self.today) if self.last else self.today

    def hold(self, row: ReportRow) -> bool:
        """Whether a row is of these days; of a month that is known alone, whether any of its days is."""
        end = last_of_month(row.day) if row.whole_month else row.day
        is_late_enough = self.first is None or end >= self.first
        return is_late_enough and (self.last is None or row.day <= self.last)

    def without_later(self, outcome: Outcome) -> Outcome:
        """An outcome, unless it was heard after the last of these days."""
        is_later = self.last and outcome.decided and outcome.decided > self.last
        return Outcome() if is_later else outcome

    def awaited(self, since: date) -> str:
        """The result of what is not answered, as far as anybody noted."""
        if self.told_by < self.today:
            day = self.told_by
            return f"No answer by {short_day(day)} {day.year}"
        is_old = (self.today - since).days > LAPSES_AFTER
        return _NOTHING_NOTED if is_old else outcome_word(OutcomeKind.PENDING)


def report_rows(
    journal: Journal, today: date, *, first: date | None = None, last: date | None = None
) -> tuple[ReportRow, ...]:
    """The rows of the days from `first` to `last`, both among them, in order; what was heard after `last` is in none."""
    days = _Days(first, last, today)
    rows = (row for one in journal.applications for row in _rows(one, days))
    noted = (_row_of_note(one, days) for one in journal.notes)
    held = (row for row in (*rows, *noted) if days.hold(row))
    return tuple(sorted(held, key=lambda row: (row.day, row.company, row.status)))


def _as_known(one: Application, days: _Days) -> Application:
    """An application without what came after the last day."""
    if days.last is None:
        return one
    rounds = [each for each in one.interviews if each.when.day <= days.last]
    kept = tuple(replace(each, outcome=days.without_later(each.outcome)) for each in rounds)
    outcome = days.without_later(one.outcome)
    if len(kept) < len(one.interviews) and outcome not in [each.outcome for each in kept]:
        outcome = Outcome()
    return replace(one, interviews=kept, outcome=outcome)


def _rows(one: Application, days: _Days) -> Iterator[ReportRow]:
    known = _as_known(one, days)
    if one.applied:
        yield _applied_row(one, known, one.applied, days)
    yield from (_interview_row(each, known, days) for each in known.interviews)


def _applied_row(one: Application, known: Application, applied: date, days: _Days) -> ReportRow:
    """The row of an application that went out, of which as much is `known` as these days tell."""
    led = any(
        each.when.day >= applied and not _is_called_off(each, days) for each in known.interviews
    )
    result, heard = ("Interview", None) if led else _result(known.outcome, applied, days)
    contacts = (way_written(each.contact) for each in one.interviews)
    return ReportRow(
        day=applied,
        company=one.company,
        position=one.role or "",
        status="Applied",
        method=way_found(one.source) or next(filter(None, contacts), None) or "",
        result=result,
        heard=heard,
    )


def _row_of_note(one: ApplicationNote, days: _Days) -> ReportRow:
    result, heard = _result(days.without_later(one.outcome), one.applied, days)
    return ReportRow(
        day=one.applied,
        company=one.company,
        position=one.role or "",
        status="Applied",
        method=way_found(one.source) or "",
        result=result,
        heard=heard,
    )


def _result(outcome: Outcome, since: date, days: _Days) -> tuple[str, date | None]:
    """What came of an application without an interview, and the day of it."""
    if outcome.is_unclear:
        return "Unclear", outcome.decided
    if outcome.kind is OutcomeKind.PENDING:
        return ("" if since > days.told_by else days.awaited(since)), None
    return outcome_word(outcome.kind), outcome.decided


def _is_called_off(one: Interview, days: _Days) -> bool:
    """Whether it was over before an interview came, which so will not be held."""
    return one.outcome.kind in ENDED and not one.happened(days.told_by)


def _interview_row(one: Interview, application: Application, days: _Days) -> ReportRow:
    stands = standing(one, application, days.told_by)
    is_coming = stands.kind is StandingKind.COMING
    results = {
        StandingKind.COMING: "",
        StandingKind.TODAY: "",
        StandingKind.UNCLEAR: "Unclear",
        StandingKind.WAITING: days.awaited(days.today),
        StandingKind.LET_GO: _NOTHING_NOTED,
    }
    kind = f": {round_word(one.kind).lower()}" if one.kind is not RoundKind.OTHER else ""
    result = results.get(stands.kind)
    ahead = ", to come" if is_coming else ", called off" if _is_called_off(one, days) else ""
    return ReportRow(
        day=one.when.day,
        company=application.company,
        position=application.role or "",
        status=f"Interview{kind}{ahead}",
        method=way_held(one.format) or "",
        result=outcome_word(stands.outcome) if result is None else result,
        heard=stands.day if result is None else None,
        whole_month=one.when.whole_month,
        coming=is_coming,
    )
