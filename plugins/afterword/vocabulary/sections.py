"""The one table of sections: where the items of each land, what it is called, and which words open it.

The words of its headings stand with the other words of a language, below `[section went_well]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from afterword.frozen import dataclass
from afterword.kinds import FeedbackKind
from afterword.model import Interview, Observation
from afterword.vocabulary.fields import FIELDS, Kind
from afterword.vocabulary.languages import WORDS, Language
from afterword.vocabulary.speaking import meaning_in
from afterword.vocabulary.spelling import one_slip_apart, slips_between, spoken

# So long a word may have a slip in it, and is looked for among words at least as long.
_LONG, _LONGEST = 8, 40
# From so many letters on a heading may be one slip from a section's words, or two.
_SHORTEST_SLIP, _LONG_SLIP = 5, 10


class Section(StrEnum):
    """The sections of an entry, named as the interview's fields.

    `mixed` holds both sides, told apart by + and -; `planned` what was got ready beforehand, which is no fact of the interview.
    """

    WENT_WELL = "went_well"
    WENT_BADLY = "went_badly"
    DO_DIFFERENTLY = "do_differently"
    TRIED = "tried"
    TAKEAWAYS = "takeaways"
    SKILLS = "skills"
    QUESTIONS = "questions"
    QUESTIONS_ASKED = "questions_asked"
    STORIES = "stories"
    THANK_YOU_NOTE = "thank_you_note"
    FEEDBACK = "feedback"
    PLANNED = "planned"
    PROMISED = "promised"
    SAID = "said"
    OUTCOME = "outcome"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One section: its title on pages, and the signs that open it beside its words.

    `side` says which side of their feedback it is where it stands within that, and which side its items are on where both
    stand together. `listed` says that its items are those of the interview's field of its name, `quoting` that what stands in
    it are somebody's words as written, `telling` that only a page about an interview has it, `coach` that a coach reads it,
    `factual` that it is named by a fact, which what stands in it tells.
    """

    section: Section
    title: str
    signs: tuple[str, ...] = ()
    side: FeedbackKind | None = None
    listed: bool = True
    quoting: bool = False
    telling: bool = False
    coach: bool = False
    factual: bool = False


_PLUS = ("+", "++", "👍", "✅", "🟢")
_MINUS = ("-", "--", "−", "–", "👎", "❌", "🔴")
_BOTH = ("+/-", "+-", "±", "-/+")

# In the order in which an entry's items are gone through, and in which pages show them.
SECTIONS = (
    Row(section=Section.WENT_WELL, title="Went well", signs=_PLUS, side=FeedbackKind.PRAISE, telling=True, coach=True),
    Row(section=Section.WENT_BADLY, title="Went badly", signs=_MINUS, side=FeedbackKind.GAP, telling=True, coach=True),
    Row(section=Section.DO_DIFFERENTLY, title="Do differently", telling=True, coach=True),
    Row(section=Section.TRIED, title="Tried", coach=True),
    Row(section=Section.TAKEAWAYS, title="Take-aways", coach=True),
    Row(section=Section.SKILLS, title="Skills to develop", coach=True),
    Row(section=Section.QUESTIONS, title="Questions"),
    Row(section=Section.QUESTIONS_ASKED, title="Questions I asked"),
    Row(section=Section.STORIES, title="Stories used"),
    Row(section=Section.FEEDBACK, title="Feedback", quoting=True),
    Row(section=Section.THANK_YOU_NOTE, title="Thank-you note", listed=False, quoting=True),
    Row(section=Section.PLANNED, title="Plans", listed=False),
    Row(section=Section.PROMISED, title="Promised", listed=False, factual=True),
    Row(section=Section.SAID, title="Said", listed=False, factual=True),
    Row(section=Section.OUTCOME, title="Outcome", listed=False, factual=True),
    Row(section=Section.MIXED, title="Both sides at once", signs=_BOTH, listed=False, telling=True),
)  # fmt: skip

LISTED = tuple(row.section for row in SECTIONS if row.listed)
QUOTING = frozenset(row.section for row in SECTIONS if row.quoting)
FACTUAL = frozenset(row.section for row in SECTIONS if row.factual)
TELLING = frozenset(row.section for row in SECTIONS if row.telling)
COACHED = tuple(row.section for row in SECTIONS if row.coach)
# Those whose items may stand in front matter as well.
AS_KEYS = tuple(
    section
    for section in LISTED
    if any(field.name == section and field.kind is Kind.ITEMS for field in FIELDS)
)
SIDES: Mapping[Section, FeedbackKind] = {row.section: row.side for row in SECTIONS if row.side}
TITLES: Mapping[Section, str] = {row.section: row.title for row in SECTIONS}


def items_of(interview: Interview, section: Section) -> tuple[Observation, ...]:
    """The items of an interview's section; none of one whose text is no list."""
    items: tuple[Observation, ...] = getattr(interview, section) if section in LISTED else ()
    return items


def with_items(interview: Interview, items: Mapping[Section, tuple[Observation, ...]]) -> Interview:
    """The interview with these items in place of those of the same sections, one by one of the same class."""
    changed: dict[str, Any] = {section.value: those for section, those in items.items()}
    return replace(interview, **changed) if changed else interview


class SectionWords:
    """Which section a heading's words, or a sign, open."""

    def __init__(self, words: Mapping[Section, Iterable[str]] | None = None) -> None:
        """The words of each section; those of every language where none are given."""
        named = SECTION_SPELLINGS if words is None else words
        self._sections = {
            _bare(word): section for section, spellings in named.items() for word in spellings
        }
        self._long = [word for word in self._sections if len(word) >= _LONG]
        self._written = [
            (word, section) for section, spellings in named.items() for word in spellings
        ]
        self._signs = {sign: row.section for row in SECTIONS for sign in row.signs}

    def sign(self, text: str) -> Section | None:
        """The section that a sign opens: "+" is went well."""
        return self._signs.get(text)

    def named(
        self, text: str, languages: tuple[Language, ...] = (), *, slips: bool = True
    ) -> Section | None:
        """The section that these words are, in English or in these languages: in any case and punctuation, with one slip in a long one where that is allowed."""
        bare = _bare(text)
        if not bare:
            return self.sign(text.strip().replace("\ufe0f", ""))
        if bare in self._sections:
            return self._sections[bare]
        if meant := meaning_in(languages, "section", text):
            return Section(meant)
        if slips and _LONG <= len(bare) <= _LONGEST:
            near = {self._sections[word] for word in self._long if one_slip_apart(bare, word)}
            return near.pop() if len(near) == 1 else None
        return None

    def nearest(self, text: str, languages: tuple[Language, ...] = ()) -> str | None:
        """The words of a section that these may be a slip for, one letter or in longer words two away; None where they are like none, or like two."""
        bare = _bare(text)
        if not _SHORTEST_SLIP <= len(bare) <= _LONGEST:
            return None
        most = 2 if len(bare) >= _LONG_SLIP else 1
        near = [
            (slips_between(bare, _bare(word)), word, section)
            for word, section in self._spellings(languages)
            if _are_near(bare, _bare(word), most)
        ]
        if len({section for _, _, section in near}) != 1:
            return None
        return min(near, key=lambda one: one[0])[1]

    def _spellings(self, languages: tuple[Language, ...]) -> Iterator[tuple[str, Section]]:
        """The words of every section as written, with their section, in English and in these languages."""
        yield from self._written
        for language in languages:
            for section in Section:
                yield from ((word, section) for word in language.of(f"section {section}"))


def _are_near(left: str, right: str, most: int) -> bool:
    """Whether so many slips at most make one word the other; in short ones no letter may be another, as in minutes and minuses."""
    if abs(len(left) - len(right)) > most or len(set(left) ^ set(right)) > 2 * most:
        return False
    if len(left) < _LONG and len(left) == len(right) and sorted(left) != sorted(right):
        return False
    return one_slip_apart(left, right) or (most > 1 and slips_between(left, right) <= most)


def _bare(text: str) -> str:
    return spoken(text).replace(" ", "")


SECTION_SPELLINGS: Mapping[Section, tuple[str, ...]] = {
    section: WORDS.of(f"section {section}") for section in Section
}
SECTION_WORDS = SectionWords()
