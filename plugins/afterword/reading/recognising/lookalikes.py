"""Which page looks like an interview and is none, because nothing in it is read as a company; and how it becomes one.

A company that is written in another form is enough. Without one it takes two signs that only a page about an interview has, so
that an ordinary page stays one in silence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from posixpath import basename, splitext

from afterword.frozen import NamedTuple
from afterword.patterns import seldom
from afterword.reading.matter.nodes import Scalar
from afterword.reading.recognising.headed import headed
from afterword.reading.recognising.jotted import jotted, place_named
from afterword.reading.recognising.left_alone import (
    has_placeholder,
    interview_words,
    is_declared_other,
    says,
    says_key,
)
from afterword.reading.recognising.near_keys import nearly_company
from afterword.reading.recognising.page import Page
from afterword.reading.recognising.property_lines import Property, properties_at_top, property_on
from afterword.reading.recognising.section_titles import LABEL
from afterword.reading.recognising.several import names_day
from afterword.reading.recognising.told_inside import told_inside
from afterword.vocabulary.fields import Field, Keys
from afterword.vocabulary.languages import WORDS, in_every_language
from afterword.vocabulary.rounds import counts_rounds
from afterword.vocabulary.sections import Section
from afterword.vocabulary.spelling import spoken

HOW = "Begin the file with ---, company: and date:, and another ---."
HOW_BETWEEN = "Add company: and date: between the two lines of --- that the file begins with."
NO_COMPANY = "no-company"
INSIDE = "interview-inside"
_NO_INTERVIEW = "If it is about no interview, add type: page there."
_DATAVIEW = seldom(r"::(?:\s|[*_]+\s)")
# A line that somebody meant as the fence of front matter.
_FENCE_LIKE = seldom(
    r"[-–—]{2,}.*|[–—]|(?:[=*_~+;#] ?){3,}|(?:- ?){2,}|`{3,}.*|<!--.*|\{|%%", re.DOTALL
)
_UNSEEN = "\ufeff\u200b\u200c\u200d\u2060 \t\xa0"
_SIGNS = 2
_COLONS = frozenset({":", "：", "::", "】"})
# A longer value explains a word and is no fact.
_SHORT = 60
# Names of a company that other things have as well.
_BROAD = WORDS.spoken("broad company")
# Facts that only an interview has, wherever they stand.
_SURE = frozenset(
    {
        "interviewers",
        "thank_you",
        "decision_by",
        "feedback_asked",
        "feedback_received",
        "went_well",
        "went_badly",
        "do_differently",
    }
)
# So many lines apart a company and a role belong together.
_NEAR = 6


class Lookalike(NamedTuple):
    """Where and why a page looks like an interview; `body` is what a page may show of it, None where that is all of its text."""

    line: int
    code: str
    message: str
    suggestion: str
    body: str | None = None


def lookalike(page: Page, keys: Keys) -> Lookalike | None:
    """Why a page looks like an interview; None where it does not."""
    if near := nearly_company(page.matter, keys):
        return Lookalike(*near, body=page.matter.body)
    found = properties_at_top(page.lines, keys)
    company = next((one for one in found if _names_company(one)), None)
    if company and (told := _company_in_text(page, company, found, keys)):
        return told
    if told := _dataview(page, keys):
        return told
    is_other = is_called_otherwise(page) or is_declared_other(page)
    if is_other or _has_broken_company(page, keys):
        return None
    return _by_signs(page, found, keys) or _jotted(page) or _inside(page)


def _jotted(page: Page) -> Lookalike | None:
    """A note of an interview with nothing but a first line to say so."""
    if (at := jotted(page)) is None and (at := headed(page)) is None:
        return None
    message = "This looks like notes of an interview, but no line says company: and the name, so it is not read as one."
    return Lookalike(page.line(at), NO_COMPANY, message, f"{_how(page)} {_NO_INTERVIEW}")


def _inside(page: Page) -> Lookalike | None:
    """A line of a page about other things below which an interview is told."""
    if (at := told_inside(page)) is None:
        return None
    message = "An interview is told here among other things, so it is not read as one."
    return Lookalike(page.line(at), INSIDE, message, f"Give it a file of its own. {HOW}")


def _how(page: Page) -> str:
    """How a page is given what it lacks: between the lines of --- that it has, or in lines of its own."""
    return HOW if page.matter.raw is None else HOW_BETWEEN


def _has_broken_company(page: Page, keys: Keys) -> bool:
    """Whether front matter names a company on a line that could not be read, which is told."""
    lines = (page.matter.raw or "").split("\n") if page.matter.broken else ()
    return any(says_key(line, "company", keys) for line in lines)


def _names_company(one: Property) -> bool:
    return one.field.name == "company" and not has_placeholder(one.value)


def _company_in_text(
    page: Page, company: Property, found: Sequence[Property], keys: Keys
) -> Lookalike | None:
    """A company that stands in the text of a page as a fact."""
    lines, at = page.lines, company.at
    first = next(number for number, line in enumerate(lines) if line.strip())
    if (opening := _opening(lines, at, keys)) is not None:
        return _fenced(page, opening, at, is_first=opening == first and page.matter.raw is None)
    if company.mark == "::" and _is_dataview(lines[at], company):
        return _inline(page, at)
    above = range(first, at)
    if page.matter.raw is None and all(_is_property(lines[n], n, keys) for n in above):
        message = "The company stands here without --- above it, so this file is not read as an interview."
        return Lookalike(page.line(first), "no-fence", message, HOW)
    if not is_called_otherwise(page) and _is_interviews(page, company, found, keys):
        message = f"'{company.key}' stands in the text and not between lines of ---, so this file is not read as an interview."
        return Lookalike(page.line(at), "company-in-text", message, _how(page))
    return None


def _is_property(line: str, at: int, keys: Keys) -> bool:
    return not line.strip() or property_on(line, at, keys) is not None


def _is_dataview(line: str, company: Property) -> bool:
    return company.is_boxed or _DATAVIEW.search(line) is not None


def _inline(page: Page, at: int) -> Lookalike:
    message = (
        "The company is written with :: in the text, so this file is not read as an interview."
    )
    return Lookalike(page.line(at), "inline-field", message, _how(page))


def _dataview(page: Page, keys: Keys) -> Lookalike | None:
    """A company as a field of Dataview's, which may stand anywhere."""
    for at, line in enumerate(page.lines):
        one = property_on(line, at, keys) if "::" in line else None
        if one and one.mark == "::" and _names_company(one) and _is_dataview(line, one):
            return _inline(page, at)
    return None


def _opening(lines: Sequence[str], at: int, keys: Keys) -> int | None:
    """The line above the facts around `at` that was meant as a fence; None where there is none."""
    above = at - 1
    while above >= 0 and _is_fact(lines[above], above, keys):
        above -= 1
    if above < 0 or not _FENCE_LIKE.fullmatch(lines[above].strip(_UNSEEN)):
        return None
    # A row of dashes below the head of a table is none.
    return None if "|" in lines[above] else above


def _is_fact(line: str, at: int, keys: Keys) -> bool:
    """Whether a line goes on with facts: a key and a value, a comment, an item, or nothing."""
    bare = line.strip()
    is_key = re.match(r"[\"']?[^\W\d_][\w ./-]{0,40}[\"']?\s*[:=]", bare) is not None
    if _FENCE_LIKE.fullmatch(bare):
        return False
    is_item = bare.startswith(("- ", "# ")) and not line.startswith("# ")
    return is_key or is_item or not bare or property_on(line, at, keys) is not None


def _fenced(page: Page, opening: int, at: int, *, is_first: bool) -> Lookalike:
    """Facts between lines that are no fence of front matter, or are one at another place than the top."""
    lines, line = page.lines, page.line(opening)
    closing = next(
        (n for n in range(at + 1, len(lines)) if _closes(lines[n], lines[opening])), None
    )
    end = at + 1 if closing is None else closing + 1
    below = "\n".join(lines[end:])
    mark = lines[opening].strip(_UNSEEN)
    if not is_first:
        message = "Something stands above the front matter, so that it is not read."
        how = "Put the line --- at the very top of the file."
        body = "\n".join([*lines[:opening], *lines[end:]])
        return Lookalike(line, "front-matter-below", message, how, body)
    if mark.startswith("+++"):
        return Lookalike(
            line, "toml-front-matter", "Front matter between +++ is not read.", HOW, below
        )
    shown = "---" if mark == "---" else mark[:12]
    message = f"The line above the company is '{shown}' and not three plain dashes, so that the front matter is not read."
    if mark == "---":
        message = "There is a character here that cannot be seen beside the dashes, so that the front matter is not read."
    how = "Write three plain dashes, ---, above the company and below the last key."
    return Lookalike(line, "other-fence", message, how, below)


def _closes(line: str, opening: str) -> bool:
    """Whether a line ends what such a line opens."""
    bare, mark = line.strip(_UNSEEN), opening.strip(_UNSEEN)
    if mark[:1] in {"{", "<"}:
        return bare in {"}", "-->"}
    return bool(bare) and _FENCE_LIKE.fullmatch(bare) is not None


def _is_interviews(page: Page, company: Property, found: Sequence[Property], keys: Keys) -> bool:
    """Whether a company in the text is an interview's: beside its day or its role, or on a page that has another sign."""
    if page.is_told or is_called_interview(page):
        return True
    near = [one for one in found if 0 < abs(one.at - company.at) <= _NEAR]
    dated = any(one.field.name == "date" and re.search(r"\d", one.value) for one in near)
    others = {one.field.name for one in near if own_field(one.key, keys)} - {"company"}
    others |= {one.field.name for one in near if one.field.name == "role"}
    if spoken(company.key) in _BROAD:
        return dated and bool(others)
    return dated or bool(others)


def _by_signs(page: Page, found: Sequence[Property], keys: Keys) -> Lookalike | None:
    """A page without any company that has two signs of an interview, one of which no other page has."""
    telling = {one.section: page.line(one.at) for one in page.titles if one.is_telling}
    own = {
        field.name: pair.key.line
        for pair in page.matter.pairs
        if (field := own_field(pair.key.text, keys))
    }
    labels = {
        one.field.name: page.line(one.at)
        for one in found
        if one.mark in _COLONS and len(one.value) <= _SHORT and own_field(one.key, keys)
    }
    signs = len(telling) + len(own) + _weight(labels) + _has_both_sides(page)
    has_rounds = _has_dated_rounds(page)
    signs += _SIGNS * (_names_place(page) or has_rounds) + (bool(own) and _is_filled_in(page, keys))
    if not signs or signs + is_called_interview(page) < _SIGNS:
        return None
    if not (own or has_rounds or is_called_interview(page) or _is_mostly_ours(page)):
        return None
    line = min(
        (*own.values(), *labels.values(), *telling.values()), default=page.line(_first(page))
    )
    message = "This file looks like an interview, and names no company, so it is not read as one."
    return Lookalike(line, NO_COMPANY, message, f"{_how(page)} {_NO_INTERVIEW}")


def _weight(labels: Collection[str]) -> int:
    """How many signs facts in the text are: those that other pages may have as well are one together."""
    sure = _SURE.intersection(labels)
    return len(sure) + (len(sure) < len(labels))


def _has_both_sides(page: Page) -> bool:
    """Whether a page has what went well and badly in words that other pages have as well: with an interview's name, one sign."""
    sections = {one.section for one in page.titles}
    return not page.is_told and {Section.WENT_WELL, Section.WENT_BADLY} <= sections


def _is_filled_in(page: Page, keys: Keys) -> bool:
    """Whether front matter has a day, by whatever key, and the text two of our sections: beside a key of ours, one sign."""
    fields = ((keys.field_of(pair.key.text), pair.source) for pair in page.matter.pairs)
    is_dated = any(field and field.name == "date" and names_day(said) for field, said in fields)
    return is_dated and len({one.section for one in page.titles} - {None}) >= _SIGNS


def _has_dated_rounds(page: Page) -> bool:
    """Whether two headings each name an interview and its day, and below them stands what went well and badly."""
    heads = [one.words for one in page.titles if one.section is None]
    rounds = [words for words in heads if counts_rounds(words) or says(words, interview_words())]
    dated = {words for words in rounds if names_day(words)}
    return len(dated) >= _SIGNS and {Section.WENT_WELL, Section.WENT_BADLY} <= {
        one.section for one in page.titles
    }


def _is_mostly_ours(page: Page) -> bool:
    """Whether at least every second heading below the first names a section: a report has many others."""
    heads = [one for one in page.titles if one.level < LABEL]
    below = heads[1:] if heads and heads[0].section is None else heads
    return 2 * sum(1 for one in below if one.section) >= len(below)


def own_field(key: str, keys: Keys) -> Field | None:
    """The field of a key that only a page about an interview has."""
    field = keys.field_of(key)
    return field if field and not field.common and not keys.is_shared(key) else None


def is_called_interview(page: Page) -> bool:
    """Whether the file's name or its first heading says that it is an interview."""
    return any(says(name, interview_words()) for name in _names(page))


def _names_place(page: Page) -> bool:
    """Whether a title says that an interview took place, or at whose place: "Interview at Tesco", "Asda interview today"."""
    titles = _titles(page)
    told = in_every_language("interview told")
    return any(place_named(title) or says(title, told) for title in titles)


def is_called_otherwise(page: Page) -> bool:
    """Whether the file's name or a title says that it is about something else."""
    return any(says(name, in_every_language("other title")) for name in _names(page))


def _names(page: Page) -> list[str]:
    """What a page is called: its file, and its titles."""
    return [splitext(basename(page.path))[0], *_titles(page)]


def _titles(page: Page) -> list[str]:
    """The first heading of a page, its first line where that is short, and its title."""
    titles = [one.words for one in page.titles[:1] if one.section is None]
    first = page.lines[_first(page)].strip()
    if len(first) <= _SHORT and not any(one.at == _first(page) for one in page.titles):
        titles.append(first)
    titles += [
        pair.value.text
        for pair in page.matter.pairs
        if pair.key.text.casefold() == "title" and isinstance(pair.value, Scalar)
    ]
    return titles


def _first(page: Page) -> int:
    """The place of the first line of a page that says anything, from 0."""
    return next((at for at, line in enumerate(page.lines) if line.strip()), 0)
