"""Whether the headings of a note each name another company, and whom the heading over a round names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from afterword.vocabulary.channels import FORMATS, interview_format
from afterword.vocabulary.languages import in_every_language
from afterword.writing.importing.note import Understood
from afterword.writing.importing.note_facts import head_of
from afterword.writing.importing.note_naming import FIRST_LINE
from afterword.writing.importing.note_rounds import Part, names_round
from afterword.writing.importing.note_titles import names_interview_at, told_by, without_day
from afterword.writing.importing.title_parts import begins_as_name
from afterword.writing.importing.title_words import is_no_company, is_of_meeting, is_role

_WITH = re.compile(r"(?:^|\s)(?:with|w/|mit|avec|con|com|met|z|с|со)\s+(?P<people>\S.*)$", re.IGNORECASE)  # fmt: skip
_IN_BRACKETS = re.compile(r"[(（](?P<people>[^()（）]+)[)）]$")
_BETWEEN = re.compile(r"\s*[,;/、，]\s*|\s+(?:and|&|\+|und|et|y|e|i|и|en)\s+")
_BRACKETED = re.compile(r"\s*[(（][^()（）]*[)）]")
# A heading is no sentence.
_MOST = 5


def of_several(one: Understood, above: str, parts: Sequence[Part]) -> bool:
    """Whether the headings of a note that names no company each name one, as in "Quill & Co – copywriter – 10 Feb" and "Oakmoss – 12 Feb"."""
    stated = head_of(one.note.path, _with_front_matter(one.head.raw, above)).known
    if "company" in stated | one.head.lines.keys():
        return False
    names = [company_over(part, one) for part in parts]
    titles = (told for where, told in one.titles if told.is_sure and (where != FIRST_LINE or told.is_meeting))  # fmt: skip
    of_titles = {told.company for told in titles if told.company and begins_as_name(told.company)}
    return sum(map(bool, names)) > 1 and not of_titles - set(names)


def company_over(part: Part, one: Understood) -> str:
    """The company that the heading of a part surely names, beside what it says of a round; empty where it may be somebody that took part."""
    told = told_by(part.words, one.companies)
    begins = without_day(part.words).startswith(told.company)
    is_of_company = begins or not names_round(part.words) or names_interview_at(part.words)
    return told.company if told.is_sure and is_of_company else ""


def people_in(heading: str) -> str:
    """Whom a heading names behind "with", or several in brackets at its end; empty where it names nobody."""
    plain = without_day(heading)
    words = f"{plain})" if plain.count("(") > plain.count(")") else plain
    if (found := _WITH.search(words)) and all(map(_is_person, _names(found["people"]))):
        return found["people"].strip()
    if found := _IN_BRACKETS.search(words):
        names = _names(found["people"])
        if len(names) > 1 and all(" " in name and _is_person(name) for name in names):
            return found["people"].strip()
    return ""


def _names(words: str) -> list[str]:
    return [_BRACKETED.sub("", name).strip() for name in _BETWEEN.split(words)]


def _is_person(name: str) -> bool:
    """Whether words may be the name of a person: in capitals, and neither a role, a department, a meeting nor a way of meeting."""
    words = name.split()
    if not 0 < len(words) <= _MOST or is_no_company(name) or is_role(name):
        return False
    names = [word for word in words if word not in in_every_language("name particle")]
    if interview_format(name) in FORMATS or any(map(is_of_meeting, names)):
        return False
    return all(map(begins_as_name, names))


def _with_front_matter(raw: str, above: str) -> str:
    return f"---\n{raw}\n---\n{above}" if raw else above
