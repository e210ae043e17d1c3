"""What the facts in a body add to those of the front matter, which speak first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from datetime import date

from afterword.days import later
from afterword.frozen import dataclass, field
from afterword.kinds import OutcomeKind, Severity
from afterword.model import Outcome, Problem, ThankYou
from afterword.patterns import seldom
from afterword.reading.facts_in_body.agreement import agree, is_later, joined
from afterword.reading.facts_in_body.lines import FactLine
from afterword.reading.facts_in_body.outcomes import outcome_in
from afterword.reading.matter.dated import day
from afterword.reading.matter.dates import UnreadableDate
from afterword.reading.matter.days_in_words import (
    NamedDay,
    day_in_file,
    day_named,
    weekday_at_end,
)
from afterword.reading.matter.facts import Facts, Reader, UnreadValue
from afterword.reading.matter.meant_keys import is_decided
from afterword.reading.matter.nodes import Scalar
from afterword.reading.problems import FileProblems
from afterword.vocabulary.fields import KEYS, Kind, suggestion_of
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.statements.sending import days_behind

_PAST = frozenset({Kind.DAY, Kind.DAYS, Kind.DAY_OR_NONE, Kind.DAY_OR_INVITED, Kind.SENT})
_AHEAD = frozenset({Kind.DAY_OR_SPAN, Kind.DAY_OR_NEVER})
_RECKONED = _PAST | _AHEAD | {Kind.OUTCOME}
# Several of these say more together, and do not contradict what the front matter has.
_ADDED = frozenset(
    {Kind.PROMISES, Kind.REFERENCES, Kind.ADVOCATES, Kind.ITEMS, Kind.WORDS, Kind.SAID}
)
# These have several lines in one body as well.
_SEVERAL = _ADDED | {Kind.PEOPLE, Kind.DAYS, Kind.SENT}
_HOW = "Keep the one that holds, or make them the same."
# A day and a month, which the text before them does not lead to.
_FIGURES, _ON = seldom(r"(?<![\w./-])\d{1,2}/\d{1,2}(?![\d./-])"), "on"
_NO_WORDS = frozenset({"true", "yes", "false", "no"})


@dataclass(slots=True)
class StatedFacts:
    """The facts of an entry while those of its body join those of its front matter.

    `taken` are the lines of the file that were taken for facts, `stated` the line of each field that the body speaks for.
    """

    facts: Facts
    problems: FileProblems
    holidays: Set[date] = frozenset()
    taken: set[int] = field(default_factory=set)
    stated: dict[str, int] = field(default_factory=dict)
    _more: dict[tuple[Kind, str], list[object]] = field(default_factory=dict)
    _readers: Mapping[Kind, Reader] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._readers = self.facts.by_kind

    @property
    def start(self) -> date | None:
        """The day of the interview; None where only its month is known, or nothing yet."""
        when = self.facts.moment.get("date")
        return None if when is None or when.whole_month else when.day

    def day_in(self, text: str) -> NamedDay | None:
        """The one day that a text names, reckoned from that of the interview. Raises UnreadableDate for a doubt."""
        if self.start is None:
            return None
        return day_in_file(text, self.start, self.problems, holidays=self.holidays)

    def day_in_figures(self, text: str) -> NamedDay | None:
        """The one day and month in figures of a text that surely has a day: "thanked Chris 10/29". Raises UnreadableDate for a doubt."""
        found = _FIGURES.findall(text)
        return self.day_in(f"{_ON} {found[0]}") if len(found) == 1 else None

    def weekday_at_end(self, text: str) -> NamedDay | None:
        """The next such day where a text ends in the name of a weekday: "They ring Friday"."""
        return weekday_at_end(text, self.start) if self.start else None

    def day_written(self, text: str) -> date | None:
        """The day that a text is, written out."""
        return day(Scalar(line=1, column=1, text=text), self._scratch())

    def take_lines(self, lines: Iterable[FactLine]) -> None:
        """Take the facts of lines: first the day of the interview, from which others are reckoned."""
        empty = [one for one in self.problems.noted if one.code == "no-date"]
        left = self.facts.places.pop("date", None) if empty else None
        by_date = sorted(lines, key=lambda one: one.field.kind is not Kind.MOMENT)
        for one in by_date:
            self._take_line(one)
        if "date" in self.stated:
            self.problems.noted[:] = [one for one in self.problems.noted if one not in empty]
        elif left:
            self.facts.places["date"] = left

    def _meant(self, one: FactLine) -> FactLine:
        """What a line means: a letter that is to be written by a day is a promise, and the day of a decision that has come is past."""
        outcome = self.facts.outcome.get("outcome")
        if one.field.name == "decision_by" and is_decided(one.key, outcome):
            return replace(one, field=KEYS["decided"])
        if one.field.kind is not Kind.DAYS or not self._is_deadline(one.value):
            return one
        return replace(one, field=KEYS["promised"])

    def _is_deadline(self, value: str) -> bool:
        """Whether a value names the last day for something: "send the CV by 4 Dec"."""
        try:
            named = self.day_in(value)
        except UnreadableDate:
            return False
        return named is not None and named.is_last and not value.startswith("(", named.start)

    def _take_line(self, one: FactLine) -> None:
        one = self._meant(one)
        if one.is_slip:
            told = f"'{one.key}' is not a key that is known."
            self.doubt(one.line, "unknown-key", told, suggestion_of(one.field.name))
            return
        scratch = self._scratch()
        read = self._read(one, scratch)
        self.problems.orders |= scratch.orders
        if read is None or read in ((), ThankYou()):
            self._tell(one, scratch)
        elif one.field.name == "company":
            if agree(self.facts.text.get("company"), read):
                self.taken.add(one.line)
        else:
            self.problems.noted += [
                note for note in scratch.noted if note.severity is Severity.HINT
            ]
            self.taken.add(one.line)
            self.take(one.field.kind, one.field.name, read, one.line)

    def read_again(self) -> None:
        """Read what front matter left open without the day of the interview: "rejected on 17 Nov", "Monday"."""
        for one in self.facts.unread if self.start else ():
            scratch = self._scratch()
            line = FactLine(
                field=one.field,
                key=one.field.name,
                value=one.value.text,
                line=one.value.line,
                is_field=True,
                is_surely=True,
            )
            if (line := self._meant(line)).field != one.field:
                self.take(Kind.PROMISES, "promised", self._read(line, scratch), line.line)
                self._tell_instead(one, ())
                continue
            read = self._read(line, scratch) if one.field.kind in _RECKONED else None
            placed = [replace(note, column=one.value.column) for note in scratch.noted]
            if read and read != ThankYou() and not scratch.failed and self._says_more(one, read):
                self._readers[one.field.kind].put(one.field.name, read)
                self._tell_instead(one, placed)
            elif _codes(placed) == {"unclear-outcome"} and "unknown-outcome" in _codes(one.noted):
                # Without its day the word is known, and known to be unclear.
                self._tell_instead(one, placed)

    def _tell_instead(self, one: UnreadValue, noted: Iterable[Problem]) -> None:
        """Say this of a value in place of what was said of it before."""
        left = [note for note in self.problems.noted if note not in one.noted]
        self.problems.noted[:] = [*left, *noted]

    def _says_more(self, one: UnreadValue, read: object) -> bool:
        """Whether a value that was read again says what it did not say before: an outcome, or its day."""
        known = self._readers[one.field.kind].get(one.field.name)
        return not isinstance(known, Outcome) or (isinstance(read, Outcome) and bool(read.decided))

    def finish(self) -> None:
        """Put together the fields of which several lines told a part."""
        for (kind, name), values in self._more.items():
            self._readers[kind].put(name, joined(values))

    def take(self, kind: Kind, name: str, read: object, line: int) -> None:
        """Have a value for a field, unless the front matter speaks for it; what contradicts it is told.

        Of two that the body has, neither counts, unless one of them only says that nothing was known yet.
        """
        values = self._readers[kind]
        known = values.get(name)
        if known is None and name in self.facts.places and name not in self.stated:
            # What the front matter has is not readable, which was told.
            return
        if known is None and name in self.stated:
            # Two lines contradicted each other.
            return
        if known is None:
            values.put(name, read)
            self.stated[name] = line
            self.facts.places[name] = (line, 1)
        elif kind in (_SEVERAL if name in self.stated else _ADDED):
            self._more.setdefault((kind, name), [known]).append(read)
        elif name in self.stated and self._comes_to(name, read, known):
            values.put(name, read)
        elif not agree(known, read) and not self._comes_to(name, known, read):
            self._contradict(kind, name, line)

    def _comes_to(self, name: str, one: object, before: object) -> bool:
        """Whether one outcome is what another came to; of two lines in a body, which nothing puts in order, only an offer or a wait did."""
        is_sure = name not in self.stated or not (
            isinstance(before, Outcome) and before.kind is OutcomeKind.ADVANCED
        )
        return is_sure and is_later(one, before)

    def _contradict(self, kind: Kind, name: str, line: int) -> None:
        known_line = self.facts.places[name][0]
        if name not in self.stated:
            told = f"This says another {name} than line {known_line} in the front matter, which counts."
        else:
            told = f"This says another {name} than line {known_line}, so that neither counts."
            self._readers[kind].forget(name)
        self.doubt(line, "body-disagrees", told, _HOW)

    def _read(self, one: FactLine, scratch: FileProblems) -> object:
        kind = one.field.kind
        if kind is Kind.OUTCOME:
            return outcome_in(one.value, one.line, self.start, self.facts, scratch)
        if kind is Kind.WORDS:
            return self._private_words(one)
        node = Scalar(line=one.line, column=1, text=self._dated(one), quoted=True)
        return self._readers[kind].read(node, scratch)

    def _private_words(self, one: FactLine) -> tuple[str, ...]:
        """Words between commas; a "yes" names none."""
        words = tuple(filter(None, (word.strip() for word in one.value.split(","))))
        if spoken(one.value) not in _NO_WORDS:
            return words
        told = f"'{one.key}' wants the words that nobody else shall read, and there are none."
        self.doubt(one.line, "no-words", told, "Write them here, with commas between.")
        return ()

    def _tell(self, one: FactLine, scratch: FileProblems) -> None:
        """Say why a line that was surely meant as a fact is none, where the front matter does not have it."""
        if one.is_surely and one.field.name not in self.facts.places:
            for problem in scratch.noted:
                self.doubt(one.line, problem.code, problem.message, problem.suggestion)

    def _dated(self, one: FactLine) -> str:
        """The value, with the day that its words name written out: "24 Nov, by phone" is 2026-11-24."""
        kind, start = one.field.kind, self.start
        if start is None or kind not in _PAST | _AHEAD:
            return one.value
        if kind is Kind.SENT and (days := days_behind(one.value)) is not None:
            return later(start, days).isoformat()
        if kind in _PAST and self._is_deadline(one.value):
            return one.value
        scratch = self._scratch()
        node = Scalar(line=one.line, column=1, text=one.value, quoted=True)
        self._readers[kind].read(node, scratch)
        if not scratch.failed:
            return one.value
        order, only = self.problems.order, kind in _PAST
        try:
            named = day_named(
                one.value, start, holidays=self.holidays, order=order, dates_only=only
            )
        except UnreadableDate:
            return one.value
        return named.isoformat() if named else one.value

    def _scratch(self) -> FileProblems:
        return FileProblems(self.problems.path, self.problems.lines, order=self.problems.order)

    def doubt(self, line: int, code: str, message: str, suggestion: str | None) -> None:
        """Note that something in the body is probably not what was meant."""
        self.problems.at(line, 1, code, message, suggestion, severity=Severity.WARNING)


def _codes(noted: Iterable[Problem]) -> set[str]:
    return {note.code for note in noted if note.severity is not Severity.HINT}
