"""Whether one file holds several interviews: two companies, or a heading for each day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from afterword.model import RoundKind, Severity
from afterword.reading.matter.nodes import Sequence as NodeSequence
from afterword.reading.matter.texts import members, plain_name
from afterword.reading.page import Page
from afterword.reading.problems import FileProblems
from afterword.reading.property_lines import Property, outside_code, property_on
from afterword.reading.section_titles import LABEL, Title
from afterword.vocabulary.fields import Keys
from afterword.vocabulary.rounds import counts_rounds, round_kind
from afterword.vocabulary.spelling import spoken

# A day or a role so near to a company belongs to it.
_NEAR = 4
_HOW = "Give each interview a file of its own."
_DAY = re.compile(r"\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
# Whether it pays to look at the headings one by one.
_MANY = re.compile(
    r"^#[ \t].*^#[ \t]|^#{2,6}[^\n]*\d[-./]\d.*^#{2,6}[^\n]*\d[-./]\d", re.MULTILINE | re.DOTALL
)


def note_several(page: Page, company: str, problems: FileProblems, keys: Keys) -> None:
    """Say where a second interview stands in the file of one at `company`, once; several rounds of one are told elsewhere."""
    for found in (*_listed(page, keys), *_named_below(page, company, keys), *_by_headings(page)):
        line, message = found
        problems.at(line, 1, "several-interviews", message, _HOW, severity=Severity.WARNING)
        return


def _listed(page: Page, keys: Keys) -> Iterator[tuple[int, str]]:
    """A list of companies."""
    for pair in page.matter.pairs:
        field = keys.field_of(pair.key.text)
        is_company = field is not None and field.name == "company"
        if is_company and isinstance(pair.value, NodeSequence) and len(members(pair.value)) > 1:
            message = "Several companies stand here, and this file is read as one interview."
            yield pair.key.line, message


@lru_cache(maxsize=8)
def _company_line(names: tuple[str, ...]) -> re.Pattern[str]:
    """A line that may name a company as a fact."""
    ways = "|".join(re.escape(name).replace("_", "[ _-]?") for name in names)
    return re.compile(rf"^[^\w\n]*(?:{ways})[*_\"' ]*(?:::?|：|=|\|)", re.IGNORECASE | re.MULTILINE)


def _named_below(page: Page, company: str, keys: Keys) -> Iterator[tuple[int, str]]:
    """Another company that stands in the body as a fact, beside another one of its own."""
    if not _company_line(keys["company"].names).search(page.matter.body):
        return
    found = [one for at, line in outside_code(page.lines) if (one := property_on(line, at, keys))]
    for one in found:
        name = plain_name(one.value)
        is_other = one.field.name == "company" and spoken(name) != spoken(company)
        if is_other and _has_company(one, found):
            yield (
                page.line(one.at),
                f"Another company stands here, and this file is read as one interview at {company}.",
            )


def _has_company(one: Property, found: Sequence[Property]) -> bool:
    near = (other for other in found if 0 < abs(other.at - one.at) <= _NEAR)
    return any(
        other.field.name in {"role", "outcome", "round"}
        or (other.field.name == "date" and re.search(r"\d", other.value))
        for other in near
    )


def _by_headings(page: Page) -> Iterator[tuple[int, str]]:
    """Headings of one level, each of another day or each the highest, above the same section."""
    if not _MANY.search(page.matter.body):
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
