"""What was read but is probably not what was meant, and what is thin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from afterword.frozen import dataclass
from afterword.kinds import OutcomeKind, RoundKind, Severity
from afterword.model import Application, Interview, Problem
from afterword.reading.entry import Entry
from afterword.reading.joining.related import related
from afterword.reading.joining.uncounted import uncounted
from afterword.reading.problems import hint, warning
from afterword.vocabulary.sections import Section

_AFTER = (
    (
        "decided",
        "decided-before-interview",
        "The decision lies before the interview, which was on {}.",
    ),
    ("thank_you", "sent-before-interview", "The note lies before the interview, which was on {}."),
    (
        "decision_by",
        "decision-before-interview",
        "Their day for deciding lies before the interview, which was on {}.",
    ),
    (
        "answer_by",
        "answer-before-interview",
        "The day for your answer lies before the interview, which was on {}.",
    ),
    (
        "reconnected",
        "written-before-interview",
        "The day on which you wrote again lies before the interview, which was on {}.",
    ),
)


def checked(
    entries: Iterable[Entry], applications: Iterable[Application], *, today: date | None = None
) -> list[Problem]:
    """The doubts and hints about entries that became interviews, one by one and among each other; those from `today` on may be plans."""
    entries, applications = list(entries), list(applications)
    troubled = {one.path for entry in entries for one in entry.problems}
    by_path = {known.interview.path: known for entry in entries if (known := _known(entry))}
    doubts: list[Problem] = []
    for known in by_path.values():
        doubts += _days(known)
        doubts += _rounds(known)
        doubts += _hints(known)
    for application in applications:
        # What one slip brings about is not told as a second one.
        sound = [one for one in application.interviews if one.path not in troubled]
        doubts += _same_round(sound, by_path)
        doubts += _after_acceptance(application, by_path)
    doubts += related(applications, {path: known.places for path, known in by_path.items()})
    told = [*doubts, *(one for entry in entries for one in entry.problems)]
    doubted = {one.path for one in told if one.severity is not Severity.HINT}
    for known in by_path.values():
        is_over = today is None or known.interview.when.day < today
        is_settled = is_over and known.path not in doubted
        doubts += uncounted(known.interview, known.entry, is_settled=is_settled)
    return doubts


@dataclass(frozen=True, slots=True)
class _Known:
    """An entry that became an interview."""

    interview: Interview
    entry: Entry

    @property
    def path(self) -> str:
        """The path of its file."""
        return self.interview.path

    @property
    def places(self) -> Mapping[str, tuple[int, int]]:
        """The line and column of each field's value."""
        return self.entry.places


def _known(entry: Entry) -> _Known | None:
    return _Known(entry.interview, entry) if entry.interview else None


def _days(entry: _Known) -> Iterator[Problem]:
    """Days that lie on the wrong side of the interview."""
    interview = entry.interview
    start = interview.when.day
    for name, code, message in _AFTER:
        day = _day(interview, name)
        if day is not None and day < start:
            yield _problem(
                entry, name, code, message.format(start.isoformat()), "Is the year right?"
            )
    if interview.applied and interview.applied > start and not interview.when.whole_month:
        message = f"The application lies after the interview, which was on {start.isoformat()}."
        yield _problem(entry, "applied", "applied-after-interview", message, "Is the year right?")


# Rounds of one day, which belong into one file.
_ONE_DAY = frozenset({RoundKind.PANEL, RoundKind.FINAL})


def _rounds(entry: _Known) -> Iterator[Problem]:
    """Several rounds in one file, unless they were one after the other on one day."""
    interview, rounds = entry.interview, entry.entry.rounds
    if not rounds or interview.kind in _ONE_DAY or interview.format == "onsite":
        return
    yield warning(
        interview.path,
        (rounds[0], 1),
        "several-rounds",
        "This file seems to hold several rounds, and is read as one interview.",
        "Give each round a file of its own. If all were on one day, write round: panel.",
    )


def _day(interview: Interview, name: str) -> date | None:
    if name == "decided":
        return interview.outcome.decided
    if name == "thank_you":
        return min(interview.thank_you.sent, default=None)
    days = {
        "decision_by": interview.decision_by,
        "answer_by": interview.answer_by,
        "reconnected": interview.reconnected,
    }
    return days[name]


def _hints(entry: _Known) -> Iterator[Problem]:
    interview, read = entry.interview, entry.entry
    for item in interview.went_badly:
        if not item.why:
            yield hint(
                interview.path,
                item.line,
                "no-why",
                "This went badly, and no why is written.",
                "Add - Why: below it.",
            )
    # One that cannot be read is told, and is written.
    if interview.confidence is None and "confidence" not in read.places:
        message = "The chance you gave yourself is not written."
        yield hint(
            interview.path, 1, "no-confidence", message, "Add confidence: 60 before you hear."
        )
    for line in read.sideless:
        message = "This says neither + nor -, so it is counted on no side."
        yield hint(interview.path, line, "no-side", message, "Begin it with + or -.")
    if Section.MIXED in read.sections and not (
        read.sideless or interview.went_well or interview.went_badly
    ):
        message = "What stands under the heading for both sides does not say which side it is on."
        suggestion = "Make it a list, each item with + or -."
        yield hint(interview.path, interview.body_line, "no-side", message, suggestion)


def _same_round(interviews: list[Interview], entries: dict[str, _Known]) -> Iterator[Problem]:
    """Two entries for one conversation."""
    seen: dict[tuple[object, ...], str] = {}
    for one in interviews:
        if one.when.whole_month:
            continue
        place = (one.when.day, one.when.clock, one.round.name.casefold() if one.round else None)
        if place in seen:
            message = f"This has the same application, round and day as {seen[place]}."
            yield _problem(
                entries[one.path], "date", "same-round", message, "Is one of them a copy?"
            )
        seen.setdefault(place, one.path)


def _after_acceptance(application: Application, entries: dict[str, _Known]) -> Iterator[Problem]:
    accepted = ""
    for one in application.interviews:
        if accepted and one.outcome.kind not in {OutcomeKind.ACCEPTED, OutcomeKind.PENDING}:
            message = f"This outcome lies after an offer was accepted in {accepted}."
            yield _problem(entries[one.path], "outcome", "after-acceptance", message)
        if one.outcome.kind is OutcomeKind.ACCEPTED:
            accepted = one.path


def _problem(
    entry: _Known, name: str, code: str, message: str, suggestion: str | None = None
) -> Problem:
    interview, places = entry.interview, entry.places
    line, column = places.get(name, (1, 1))
    lines = interview.front_matter.split("\n")
    excerpt = lines[line - 2] if 1 < line < len(lines) + 2 else ""
    place = line, column
    return warning(interview.path, place, code, message, suggestion, excerpt=excerpt)
