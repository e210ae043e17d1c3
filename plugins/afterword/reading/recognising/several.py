"""Whether one file holds several interviews: two companies, or a heading for each day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from afterword.kinds import RoundKind, Severity
from afterword.patterns import seldom
from afterword.reading.matter.nodes import Sequence as NodeSequence
from afterword.reading.matter.texts import members, plain_name
from afterword.reading.problems import FileProblems
from afterword.reading.recognising.page import Page
from afterword.reading.recognising.property_lines import Property, outside_code, property_on
from afterword.reading.recognising.section_titles import LABEL, Title
from afterword.vocabulary.days import named_days
from afterword.vocabulary.fields import Keys
from afterword.vocabulary.rounds import counts_rounds, round_kind
from afterword.vocabulary.spelling import spoken

# A day or a role so near to a company belongs to it.
_NEAR = 4
# What stands beside the company of another interview; an outcome may be this one's.
_OWN = frozenset({"date", "role", "round"})
_NEARBY = _OWN | {"outcome"}
_HOW = "Give each interview a file of its own."
_DAY = seldom(r"\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
# A line that stands over others: a heading, or one that begins in bold.
_HEADS_A_PART = seldom(r"^(?:#{1,6}\s|\s*(?:[-*]\s+)?(?:\*\*|__))")
# Headings that may be one of several interviews': whether it pays to look at them one by one.
# A line break in front is found ten times as fast as the beginning of a line.
_HEADS = re.compile(r"\n#(?:[ \t]|#{1,5}[^\n]{0,200}?\d[-./]\d)")


def note_several(page: Page, company: str, problems: FileProblems, keys: Keys) -> int | None:
    """Say where a second interview stands in the file of one at `company`, once; several rounds of one are told elsewhere.

    The line from which on facts are another company's; None where there is none.
    """
    below = [page.line(at) for at in _named_below(page, company, keys, _NEARBY)]
    named = f"Another company stands here, and this file is read as one interview at {company}."
    found = [(line, named) for line in below] or [*_listed(page, keys), *_by_headings(page)]
    if found:
        line, message = found[0]
        problems.at(line, 1, "several-interviews", message, _HOW, severity=Severity.WARNING)
    own = next(_named_below(page, company, keys, _OWN), None) if below else None
    return None if own is None else _first_of_block(page, own)


def dated_rounds(page: Page) -> int:
    """How many lines begin, as a heading or a label does, with a day or a round that has one; 0 for less than two."""
    lines = (line for _, line in outside_code(page.lines) if _HEADS_A_PART.match(line))
    days = {found[0] for line in lines if (found := _day_in(line))}
    return len(days) if len(days) > 1 else 0


def names_day(words: str) -> bool:
    """Whether words name a day of a month, in figures or by the month's name."""
    return _day_in(words) is not None


def _day_in(text: str) -> re.Match[str] | None:
    """The first day in a text; its pattern is looked for where a figure stands, which each has."""
    return _named_day().search(text) if named_days.has_figure(text) else None


@lru_cache(maxsize=1)
def _named_day() -> re.Pattern[str]:
    """A day in figures, or a day of a month."""
    month = named_days.MONTH
    return re.compile(
        rf"{_DAY.pattern}|\b\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:{month})\b|\b(?:{month})\.?\s+\d{{1,2}}\b",
        re.IGNORECASE,
    )


def _first_of_block(page: Page, at: int) -> int:
    """The first line of the file of those that stand together with one of the body, none of them blank."""
    while at and page.lines[at - 1].strip():
        at -= 1
    return page.line(at)


def _listed(page: Page, keys: Keys) -> Iterator[tuple[int, str]]:
    """A list of companies."""
    for pair in page.matter.pairs:
        field = keys.field_of(pair.key.text) if isinstance(pair.value, NodeSequence) else None
        if field is not None and field.name == "company" and len(members(pair.value)) > 1:
            message = "Several companies stand here, and this file is read as one interview."
            yield pair.key.line, message


@lru_cache(maxsize=8)
def _company_line(names: tuple[str, ...]) -> re.Pattern[str]:
    """A line that may name a company as a fact, behind a line break."""
    ways = "|".join(re.escape(name).replace("_", "[ _-]?") for name in names)
    # Most lines end there: looking at their first letter alone takes a fourth of the time.
    first = re.escape("".join({name[0] for name in names}))
    return re.compile(rf"\n[^\w\n]*(?=[{first}])(?:{ways})[*_\"' ]*(?:::?|：|=|\|)", re.IGNORECASE)


def _named_below(page: Page, company: str, keys: Keys, beside: frozenset[str]) -> Iterator[int]:
    """The lines of other companies that stand in the body as facts, with one of these fields nearby."""
    if not _company_line(keys["company"].names).search(f"\n{page.matter.body}"):
        return
    found = [one for at, line in outside_code(page.lines) if (one := property_on(line, at, keys))]
    for one in found:
        is_other = one.field.name == "company" and spoken(plain_name(one.value)) != spoken(company)
        if is_other and any(_is_beside(other, one, beside) for other in found):
            yield one.at


def _is_beside(other: Property, one: Property, fields: frozenset[str]) -> bool:
    is_said = other.field.name != "date" or re.search(r"\d", other.value) is not None
    return other.field.name in fields and 0 < abs(other.at - one.at) <= _NEAR and is_said


def _by_headings(page: Page) -> Iterator[tuple[int, str]]:
    """Headings of one level, each of another day or each the highest, above the same section."""
    if len(_HEADS.findall(f"\n{page.matter.body}")) < 2:
        return
    titles = [one for one in page.titles if one.section or one.level < LABEL]
    heads = [one for one in titles if one.section is None]
    heads = [one for one in heads if not _names_round(one)]
    for kind in (_days(heads), [one for one in heads if one.level == 1]):
        below = [{one.section for one in _below(head, titles)} - {None} for head in kind]
        filled = [sections for sections in below if sections]
        if len(filled) > 1 and set.intersection(*filled[:2]):
            yield (
                page.line(kind[0].at),
                "Several interviews seem to stand here, and are read as one.",
            )
            return


def _names_round(head: Title) -> bool:
    return counts_rounds(head.words) or round_kind(head.words) is not RoundKind.OTHER


def _days(heads: Sequence[Title]) -> list[Title]:
    """The first heading of each day."""
    days: dict[str, Title] = {}
    for one in heads:
        if found := _DAY.search(one.words):
            days.setdefault(found[0], one)
    return list(days.values())


def _below(head: Title, titles: Sequence[Title]) -> Iterator[Title]:
    """What stands below a heading, up to the next one of its level or above."""
    for one in titles:
        if one.at <= head.at:
            continue
        if one.level <= head.level and one.section is None:
            return
        yield one
