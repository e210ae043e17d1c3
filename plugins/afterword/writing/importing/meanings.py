"""What the column of a tracker holds, by the words of its header in any language that is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from afterword.kinds import RoundKind
from afterword.reading.recognising.left_alone import interview_words, says
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.languages import WORDS, in_every_language
from afterword.vocabulary.rounds import round_kind
from afterword.vocabulary.sections import LISTED, SECTION_WORDS, Section
from afterword.vocabulary.speaking import Said, languages_spoken, meaning_of
from afterword.vocabulary.spelling import spoken


class Meaning(StrEnum):
    """What a column holds; `round_day` is the day of an interview whose round its header names, the last ones are sections of an entry."""

    COMPANY = "company"
    ROLE = "role"
    APPLIED = "applied"
    OUTCOME = "outcome"
    DECIDED = "decided"
    SOURCE = "source"
    DATE = "date"
    ROUND = "round"
    INTERVIEWERS = "interviewers"
    ROUND_DAY = "an interview"
    NOTES = "notes"
    KEPT = "kept"
    WENT_WELL = "went_well"
    WENT_BADLY = "went_badly"
    DO_DIFFERENTLY = "do_differently"
    TRIED = "tried"
    TAKEAWAYS = "takeaways"
    QUESTIONS = "questions"
    QUESTIONS_ASKED = "questions_asked"
    FEEDBACK = "feedback"
    PROMISED = "promised"


# Each meaning whose cells are the items of a section, with the section.
SECTION_OF: Mapping[Meaning, Section] = {
    Meaning(section): section for section in (*LISTED, Section.PROMISED) if section in {*Meaning}
}
_BY_SECTION = {section: meaning for meaning, section in SECTION_OF.items()}
# Headers of trackers that are no keys of an entry.
_TRACKERS = WORDS.meanings("tracker")
_THEY_SAID = Said("they said")
_FIELDS = frozenset(
    {
        Meaning.COMPANY,
        Meaning.ROLE,
        Meaning.APPLIED,
        Meaning.OUTCOME,
        Meaning.DECIDED,
        Meaning.SOURCE,
        Meaning.DATE,
        Meaning.ROUND,
        Meaning.INTERVIEWERS,
    }
)
_INTERVIEW = re.compile(r"\binterviews?\b|\bround\b|\bon ?site\b|\bphone screen\b", re.IGNORECASE)
# Where a program that sets no blanks begins a word.
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST = 60


def meaning_of_header(header: str, named: Mapping[str, str]) -> Meaning:
    """What a column holds that is called so; `named` gives the meaning of headers by hand."""
    if header in named:
        return Meaning(named[header])
    header = _HUMP.sub(" ", header)
    words = spoken(header)
    if not words or len(words) > _LONGEST:
        return Meaning.KEPT
    if known := _TRACKERS.get(words) or meaning_of("tracker", words):
        return Meaning(known)
    field = KEYS.field_of(header)
    if field is not None and field.name in _FIELDS:
        return Meaning(field.name)
    if section := _section_named(header, words):
        return section
    return Meaning.ROUND_DAY if names_interview(header) else Meaning.KEPT


def _section_named(header: str, words: str) -> Meaning | None:
    """The section that a header names; what other tables weigh as well, such as pros and cons of a post, is none."""
    if words in in_every_language("common headings"):
        return None
    if words in _THEY_SAID:
        return Meaning.FEEDBACK
    section = SECTION_WORDS.named(header, languages_spoken(), slips=False)
    return _BY_SECTION.get(section) if section else None


def names_interview(text: str) -> bool:
    """Whether a header, or a status, names an interview or its round in any language."""
    if _INTERVIEW.search(text) or round_kind(text) is not RoundKind.OTHER:
        return True
    return says(text, interview_words() | in_every_language("called round"))


def round_named(words: str) -> str:
    """The round that words name: themselves, or "" where they only say that it is an interview."""
    is_plain = spoken(words) in interview_words() and round_kind(words) is RoundKind.OTHER
    return "" if is_plain else words
