"""What stands in the sections that are named by a fact: outcomes, promises, and what I told them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from afterword.frozen import dataclass
from afterword.kinds import OutcomeKind
from afterword.model import Outcome, Said
from afterword.reading.body.fact_parts import FactPart, Text
from afterword.reading.body.items import is_placeholder
from afterword.reading.body.plain import plain
from afterword.reading.body.tables import is_number
from afterword.reading.facts_in_body.outcomes import may_differ, stated_outcomes
from afterword.reading.facts_in_body.stated import StatedFacts
from afterword.reading.matter.dates import UnreadableDate
from afterword.reading.matter.nodes import Scalar
from afterword.reading.matter.promises import WrittenPromise
from afterword.reading.matter.said import said_in
from afterword.reading.tasks import read_task
from afterword.vocabulary.fields import Kind
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.sections import Section
from afterword.vocabulary.sides import party
from afterword.vocabulary.spelling import spoken

_SURELY = WORDS.spoken("surely promised")
_BY, _DONE, _WHO = (WORDS.spoken(f"column {name}") for name in ("by", "done", "who"))


@dataclass(slots=True)
class StatedSections:
    """Takes the facts of whole sections, after those on lines of their own."""

    stated: StatedFacts

    def take(self, parts: Sequence[FactPart]) -> None:
        """Take what stands in each of the parts, but for the lines that were taken before."""
        parts = [part._replace(texts=self._untaken(part)) for part in parts if part.heading]
        for part in parts:
            if part.section is Section.PROMISED:
                self._take_promises(part)
            elif part.section is Section.DO_DIFFERENTLY:
                self._take_dated(part)
            elif part.section is Section.SAID:
                self._take_said(part)
        self._take_outcome([part for part in parts if part.section is Section.OUTCOME])

    def _untaken(self, part: FactPart) -> tuple[Text, ...]:
        taken = self.stated.taken
        texts = []
        for text in part.texts:
            lines = enumerate(text.text.split("\n"), text.line)
            if left := [line for number, line in lines if number not in taken]:
                texts.append(text._replace(text="\n".join(left)))
        return tuple(texts)

    def _take_outcome(self, parts: Sequence[FactPart]) -> None:
        """The one outcome that these sections say; several that differ are a doubt, and none is one where nobody else says any."""
        stated, line = self.stated, 0
        outcomes: list[Outcome] = []
        days: list[date] = []
        for part in parts:
            line = line or (part.texts[0].line if part.texts else 0)
            said, named = stated_outcomes(part, stated.start, stated.facts, stated.problems)
            outcomes += said
            days += named
        ended = [one for one in outcomes if one.kind is not OutcomeKind.PENDING] or outcomes
        other = self._other(parts, ended)
        if other:
            told = "Below this heading stand two outcomes, so that neither counts."
            stated.doubt(other, "two-outcomes", told, "Keep the one that holds.")
        elif ended:
            stated.take(Kind.OUTCOME, "outcome", ended[0], ended[0].line or line)
        elif line and "outcome" not in stated.facts.places and not _has_boxes(parts):
            told = "What stands below this heading is no outcome that is known."
            how = "Begin it with a word such as rejected, offer, advanced or pending."
            stated.doubt(line, "unknown-outcome", told, how)
        self._take_decided([one.decided for one in ended if one.decided] or days)

    def _other(self, parts: Sequence[FactPart], outcomes: Sequence[Outcome]) -> int:
        """The line of an outcome that is another one than the first; 0 where there is none."""
        if not outcomes:
            return 0
        facts, problems, kind = self.stated.facts, self.stated.problems, outcomes[0].kind
        told = {one.line for one in outcomes}
        lines = [one.line or 0 for one in outcomes if one.kind is not kind]
        lines += [
            text.line
            for part in parts
            for text in part.texts
            if text.line not in told and may_differ(text, kind, facts, problems)
        ]
        return min(lines, default=0)

    def _take_decided(self, days: Sequence[date]) -> None:
        """The day in the words below the heading, where an outcome is known that was not told on another day."""
        facts = self.stated.facts
        known = facts.outcome.get("outcome")
        is_told = known is None or known.decided or facts.day.get("decided")
        if is_told or (known and known.kind is OutcomeKind.PENDING) or len(set(days)) != 1:
            return
        facts.day.put("decided", days[0])

    def _take_promises(self, part: FactPart) -> None:
        surely = spoken(part.heading) in _SURELY
        has_items = any(text.is_item for text in part.texts)
        for text in part.texts:
            if text.is_item:
                self._take_promise(text)
            elif not has_items and (surely or self._names_day(text)):
                for line in self._lines(text):
                    self._take_promise(line)

    def _lines(self, text: Text) -> list[Text]:
        """The lines of a paragraph by themselves where each of them names a day; else the paragraph."""
        lines = [
            text._replace(text=line, line=number)
            for number, line in enumerate(text.text.split("\n"), text.line)
        ]
        begin = all(map(self._names_day, lines)) and not any(
            one.text[:1].islower() for one in lines
        )
        return lines if begin else [text]

    def _take_dated(self, part: FactPart) -> None:
        """Those items that name a day are promises, and no longer something to do differently."""
        for text in part.texts:
            if text.is_item and self._names_day(text):
                self.stated.taken.update(range(text.line, text.line + text.text.count("\n") + 1))
                self._take_promise(text)

    def _names_day(self, text: Text) -> bool:
        task = read_task(text.text)
        if task.due or task.done:
            return True
        try:
            return self.stated.day_in(task.text) is not None
        except UnreadableDate:
            return True

    def _take_promise(self, text: Text) -> None:
        if is_placeholder(text.text):
            return
        for one in _promises(text):
            self.stated.take(Kind.PROMISES, "promised", (one,), text.line)

    def _take_said(self, part: FactPart) -> None:
        thing = part.heading if spoken(part.heading) in _THINGS else ""
        for text in part.texts:
            for one in _told(text, thing):
                self.stated.take(Kind.SAID, "said", (one,), one.line)


# Headings of what was said that name the thing itself.
_THINGS = WORDS.spoken("told things")


def _told(text: Text, thing: str) -> Iterator[Said]:
    """What an item, a row or each line of a paragraph tells."""
    if text.cells and len(text.cells) > 1:
        words = [cell for _, cell in text.cells if cell]
        yield Said(what=words[0], text=" ".join(words[1:]), line=text.line)
        return
    lines = [" ".join((text.text, *text.below))] if text.is_item else text.text.split("\n")
    for number, line in enumerate(lines, text.line):
        bare = read_task(line).text
        if not is_placeholder(bare):
            yield said_in(plain(bare), number, otherwise=thing)


def _promises(text: Text) -> Iterator[WrittenPromise]:
    """The promise that a text is: an item with its nested words, or a row of a table whose heads say by, done and who."""
    if not text.cells:
        what = plain(" ".join((text.text, *days_below(text))))
        yield WrittenPromise(what=what, line=text.line)
        return
    cells = {spoken(head): cell for head, cell in text.cells if cell}
    by, done, who = (
        next((cells[head] for head in cells if head in names), "") for names in (_BY, _DONE, _WHO)
    )
    others = (cell for head, cell in cells.items() if head not in _BY | _DONE | _WHO)
    what = next((cell for cell in others if not is_number(cell)), "")
    if what:
        yield WrittenPromise(
            what=what,
            by=Scalar(line=text.line, column=1, text=by) if by else None,
            done=Scalar(line=text.line, column=1, text=done) if done else None,
            who=party(who),
            line=text.line,
        )


def days_below(text: Text) -> Iterator[str]:
    """What stands below a promise, where that holds marks of a task."""
    return (below for below in text.below if read_task(below).due or read_task(below).done)


def _has_boxes(parts: Sequence[FactPart]) -> bool:
    return any(read_task(text.text).has_box for part in parts for text in part.texts)
