"""What either side promised: texts, or small tables of what, by, done and who; and the days that their words name.

Which day "by Friday" is can be told only once the day of the interview is known, so that a promise is read in two steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from contextlib import suppress
from dataclasses import replace
from datetime import date

from afterword.frozen import dataclass
from afterword.kinds import Party, Severity
from afterword.model import Promise
from afterword.patterns import seldom
from afterword.reading.matter.dated import day
from afterword.reading.matter.dates import UnreadableDate
from afterword.reading.matter.days_in_words import (
    NamedDay,
    day_in_file,
    day_named,
    only_ahead,
    weekday_at_end,
)
from afterword.reading.matter.nodes import Mapping, Node, Scalar
from afterword.reading.matter.promise_pieces import pieces_of
from afterword.reading.matter.small_tables import SmallTable, means
from afterword.reading.matter.texts import members, pair_as_text, plain_name, text
from afterword.reading.problems import FileProblems
from afterword.reading.tasks import read_task
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.sides import party
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.statements.promising import begins_as_theirs, promised_by

_KEYS = ("what", "by", "done", "who")
# "Mme Garnier : the plan": who promises it, with what they are called.
_PERSON = seldom(r"^[*_]*(?P<name>[^:：*_\n]{1,40})[*_]*\s*[:：][*_]*\s*(?=\S)")
_SIDE = seldom(r"^[*_]*(?P<side>[^\W\d_]+)[*_]*\s*[:：][*_]*\s*(?=\S)")
_TITLES = WORDS.spoken("title of a person")
# What a text does not end with: "for the week of 7 Dec" is no "for the week of".
_GOES_ON = frozenset({"of", "week", "von", "vom", "de", "del", "du", "van"})
# What may stand around the last words of a promise.
_AROUND = " .,;:!()–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPromise:
    """A promise as written, before anybody knows which days its words name."""

    what: str
    by: Node | None = None
    done: Node | None = None
    who: Party | None = None
    is_kept: bool = False
    line: int
    column: int = 1


def promises(node: Node, problems: FileProblems) -> tuple[WrittenPromise, ...] | None:
    """Promises: texts, or tables of what, by, done and who."""
    made: list[WrittenPromise] = []
    for item in members(node):
        if isinstance(item, Mapping):
            made += _promise(item, problems)
        elif written := text(item, problems):
            made.append(WrittenPromise(what=written, line=item.line, column=item.column))
    return tuple(made)


def _promise(node: Mapping, problems: FileProblems) -> list[WrittenPromise]:
    key = node.pairs[0][0]
    line, column = node.line, node.column
    said = pair_as_text(node, problems)
    if said and isinstance(key, Scalar) and not means(key.text, _KEYS):
        return [WrittenPromise(what=plain_name(said.text), line=line, column=column)]
    table = SmallTable(node, _KEYS, problems)
    what, who = table.get("what", text), table.get("who", _party)
    by, done = table.cell("by"), table.cell("done")
    if what is None:
        message = "It is not said what was promised."
        table.note_missing("what", "no-what", message, "Write what: and the promise.")
        return []
    who = who or Party.ME
    return [WrittenPromise(what=what, by=by, done=done, who=who, line=line, column=column)]


def _party(node: Node, problems: FileProblems) -> Party | None:
    written = node.text.strip() if isinstance(node, Scalar) else "a list"
    if (side := party(written)) is None:
        message = f"'{written}' is neither side of the table."
        problems.on(node, "unknown-party", message, "Write me or them.")
    return side


def settled(
    written: Iterable[WrittenPromise],
    start: date | None,
    problems: FileProblems,
    *,
    holidays: Set[date] = frozenset(),
    names: Iterable[str] = (),
) -> tuple[Promise, ...]:
    """The promises with the days that their words name, reckoned from the day of the interview; those let go are none.

    Without that day, `start`, only days that are written out are read. `names` are those of the people who were met, whose promises
    may begin with them: "Dana Whitfield: the contract".
    """
    met = frozenset(
        spoken(word) for name in names for word in name.split() if not word[:1].islower()
    )
    days = _Days(start, holidays, problems, met)
    made = (_settled(piece, days) for one in written for piece in days.pieces(one))
    return tuple(one for one in made if one)


@dataclass(frozen=True, slots=True)
class _Days:
    """Reads days that are reckoned from that of an interview, and notes those that cannot be told."""

    start: date | None
    holidays: Set[date]
    problems: FileProblems
    met: frozenset[str]

    def cell(self, node: Node | None) -> date | None:
        """The day in a table's cell, in words as well."""
        if node is None:
            return None
        problems = self.problems
        before = len(problems.noted)
        read = day(node, problems)
        if read or len(problems.noted) == before or not isinstance(node, Scalar) or not self.start:
            return read
        try:
            named = day_named(node.text, self.start, holidays=self.holidays, order=problems.order)
        except UnreadableDate as doubt:
            del problems.noted[before:]
            problems.on(node, doubt.code, doubt.message, doubt.suggestion)
            return None
        if named is not None:
            del problems.noted[before:]
        return named

    def pieces(self, promise: WrittenPromise) -> list[WrittenPromise]:
        """The promises that one text makes; those of one side go on to be that side's where they do not say another."""
        task = read_task(promise.what)
        if self.start is None or promise.by or promise.done or task.due or task.done:
            return [promise]
        pieces = pieces_of(task.text, self._day_in)
        if len(pieces) < 2:
            return [promise]
        made: list[WrittenPromise] = []
        for piece in pieces:
            who, what = _side_of(piece, promise.who, self.met)
            is_told = promised_by(piece) is not None or what != piece
            goes_on = made[-1].who if made and not is_told else who
            made.append(replace(promise, what=what, who=goes_on, is_kept=task.is_done))
        return made

    def _day_in(self, text: str) -> NamedDay | None:
        """The one day that a text names. Raises UnreadableDate for a doubt."""
        start = self.start or date.min
        named = day_in_file(text, start, self.problems, holidays=self.holidays)
        return named or weekday_at_end(text, start)

    def marked(self, written: str, promise: WrittenPromise) -> date | None:
        """The day that a mark of a task names."""
        node = Scalar(line=promise.line, column=promise.column, text=written)
        return day(node, self.problems) if written else None

    def known(self, what: str) -> NamedDay | None:
        """The day that a promise's own words name for sure."""
        with suppress(UnreadableDate):
            return self._day_in(what) if self.start else None
        return None

    def named(self, what: str, promise: WrittenPromise) -> NamedDay | None:
        """The day that a promise's own words name; a doubt about it is told."""
        if self.start is None:
            return None
        try:
            return self._day_in(what)
        except UnreadableDate as doubt:
            if ahead := only_ahead(what, self.start, holidays=self.holidays):
                return ahead
            told = f"No day is read for '{what}': {doubt.message}"
            place = promise.line, promise.column
            how = doubt.suggestion
            self.problems.at(*place, doubt.code, told, how, severity=Severity.WARNING)
            return None


def _settled(written: WrittenPromise, days: _Days) -> Promise | None:
    task = read_task(written.what)
    if task.is_let_go or not task.text:
        return None
    who, what = _side_of(task.text, written.who, days.met)
    by = days.cell(written.by) or days.marked(task.due, written)
    done = days.cell(written.done) or days.marked(task.done, written)
    kept = task.is_done or written.is_kept or done is not None
    is_dated = written.by or written.done or task.due
    # Of what is done nothing depends on its day any more: a doubt about it need not be told.
    named = None if is_dated else days.known(what) if kept else days.named(what, written)
    if named is not None:
        by, what = named.day, _without(named, what)
    return Promise(what=what, who=who, by=by, done=done, kept=kept, line=written.line)


def _side_of(what: str, who: Party | None, met: frozenset[str]) -> tuple[Party, str]:
    """Whose promise it is, and its words without the name of that side: "Them: the contract" is theirs, "the contract"."""
    if who:
        return who, what
    if (found := _SIDE.match(what)) and (side := party(found["side"])):
        return side, what[found.end() :]
    if (found := _PERSON.match(what)) and _is_name(found["name"], met):
        said = what[found.end() :]
        is_mine = Party.ME in {party(said.partition(" ")[0]), promised_by(said)}
        return (Party.ME, what) if is_mine else (Party.THEM, said)
    return Party.THEM if begins_as_theirs(what) else Party.ME, what


def _is_name(label: str, met: frozenset[str]) -> bool:
    """Whether a label is the name of somebody who was met and nothing else, but for a title."""
    words = spoken(label).split()
    return not met.isdisjoint(words) and met.union(_TITLES).issuperset(words)


def _without(named: NamedDay, what: str) -> str:
    """The words of a promise without its day, where that stands at their end."""
    before, behind = what[: named.start].rstrip(_AROUND), what[named.end :].strip(_AROUND)
    is_whole = before.rpartition(" ")[2] not in _GOES_ON
    return before if before and is_whole and not behind else what
