"""An entry's body with its facts taken out of it, and put to those of the front matter."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace
from datetime import date

from afterword.reading.body.body import Body
from afterword.reading.body.fact_parts import FactPart
from afterword.reading.body.items import Raw
from afterword.reading.body.prose import shortened
from afterword.reading.facts_in_body.lines import fact_lines
from afterword.reading.facts_in_body.own_ending import take_own_ending
from afterword.reading.facts_in_body.prose import take_promises
from afterword.reading.facts_in_body.sections import StatedSections
from afterword.reading.facts_in_body.stated import StatedFacts
from afterword.reading.facts_in_body.thanks import take_sent, without_sent_note
from afterword.reading.facts_in_body.their_ending import doubt_their_ending
from afterword.reading.matter.choices import NO_OUTCOME
from afterword.reading.matter.facts import Facts
from afterword.reading.problems import FileProblems
from afterword.vocabulary.fields import Keys

_NO_OUTCOME = NO_OUTCOME | {"two-boxes"}
# Facts that are counted as items of a section are.
_COUNTED = frozenset({"promised", "said"})


def with_facts_of(
    body: Body,
    facts: Facts,
    problems: FileProblems,
    keys: Keys,
    *,
    holidays: Set[date] = frozenset(),
    end: int | None = None,
) -> Body:
    """The body without the items that are facts; those are put to `facts`, with every doubt noted in `problems`.

    What was taken for a fact still stands in the body's text. From the line `end` of the file on, facts are another interview's.
    """
    parts = body.fact_parts if end is None else _above(body.fact_parts, end)
    prose = [text for text in body.prose if end is None or text.line < end]
    before = len(problems.noted)
    stated = StatedFacts(facts, problems, holidays)
    stated.take_lines(fact_lines(parts, keys))
    stated.read_again()
    body = without_sent_note(body, stated)
    take_sent(stated, [*prose, *(text for part in parts if part.heading for text in part.texts)])
    StatedSections(stated).take(parts)
    take_own_ending(stated, prose)
    doubt_their_ending(stated, prose)
    take_promises(stated, prose)
    stated.finish()
    if facts.outcome.get("outcome") is None:
        doubted = any(one.code in _NO_OUTCOME for one in problems.noted[before:])
        facts.has_unclear_outcome |= doubted or "outcome" in stated.stated
    if not stated.stated.keys().isdisjoint(_COUNTED):
        body = replace(body, uncounted=None)
    return _without(body, stated.taken) if stated.taken else body


def _above(parts: Iterable[FactPart], end: int) -> list[FactPart]:
    """The parts as far as they stand above a line."""
    cut = (
        part._replace(texts=tuple(text for text in part.texts if text.line < end)) for part in parts
    )
    return [part for part in cut if part.texts]


def _without(body: Body, taken: Set[int]) -> Body:
    items = {
        section: [raw for raw in raws if not _is_taken(raw, taken)]
        for section, raws in body.items.items()
    }
    unread = tuple(left for one in body.unread if (left := one.without(taken)))
    return replace(body, items=items, unread=unread, summary=_summary(body, taken))


def _summary(body: Body, taken: Set[int]) -> str:
    """The summary without what was taken for a fact, or the next paragraph where it was all facts."""
    was_facts = False
    for text in body.opening:
        lines = text.text.split("\n")
        prose = "\n".join(line for at, line in enumerate(lines, text.line) if at not in taken)
        if was_facts or shortened(text.text) == body.summary:
            if prose:
                return shortened(prose)
            was_facts = True
    return "" if was_facts else body.summary


def _is_taken(raw: Raw, taken: Set[int]) -> bool:
    """Whether all lines of an item are facts."""
    lines = range(raw.line, raw.line + raw.text.count("\n") + 1)
    return all(line in taken for line in lines)
