"""What somebody says of an interview in a few words: "thanked", "rejected fri", "told Dana", "+ drew before coding"."""

from __future__ import annotations

import re
from datetime import date

from afterword.days import DayOrder
from afterword.errors import AfterwordError
from afterword.frozen import dataclass
from afterword.kinds import OutcomeKind
from afterword.reading.typed_days import DayError, day_from
from afterword.vocabulary.languages import in_every_language
from afterword.vocabulary.outcomes import outcome_kind
from afterword.vocabulary.sections import Section
from afterword.vocabulary.spelling import spoken

SIGNS = {
    "+": Section.WENT_WELL,
    "-": Section.WENT_BADLY,
    "–": Section.WENT_BADLY,
    "—": Section.WENT_BADLY,
    "−": Section.WENT_BADLY,
    "?": Section.QUESTIONS,
    "!": Section.DO_DIFFERENTLY,
}
_NAMED_SECTIONS = {
    "feedback": Section.FEEDBACK,
    "tried": Section.TRIED,
    "takeaway": Section.TAKEAWAYS,
    "take-away": Section.TAKEAWAYS,
    "skill": Section.SKILLS,
    "story": Section.STORIES,
    "promised": Section.PROMISED,
    "said": Section.SAID,
}
# A day that is added to those of a key, or that a key holds alone.
_ADDED = {"thanked": "thank_you", "followed-up": "follow_ups", "followed up": "follow_ups"}
_SET = {
    "asked for feedback": "feedback_asked",
    "feedback asked": "feedback_asked",
    "asked": "feedback_asked",
    "received": "feedback_received",
    "reconnected": "reconnected",
    "connected": "connected",
}
# A day to come that a key holds.
_AHEAD = {"decision-by": "decision_by", "answer-by": "answer_by", "reconnect": "reconnect"}
_NUMBERS = {"confidence": "confidence", "feeling": "feeling"}
_UNDECIDED = OutcomeKind.PENDING
# What parts an outcome from what is said of it, and a way on which it was heard or done, which is no day.
_MARKS = ",;:(–—.!"
_CHANNEL = re.compile(
    r"^(?:by|via|per) (?:e-?mail|mail|phone|letter|post|text|portal|linkedin)\b ?", re.IGNORECASE
)
_ASKED = frozenset({"asked", "asked for", "requested"})
# So many words are a name; none of these is one.
_MOST_OF_NAME = 3
_AND, _NOBODY = (
    frozenset({"and", "&", "und", "et", "y", "e"}),
    frozenset({"me", "them", "him", "her", "us", "that", "they"}),
)
_MOST_WORDS = 4
WHAT = "thanked, followed-up, rejected, offer, no-answer, advanced, asked, told NAME, kept PROMISE, feedback TEXT, + - ? ! TEXT, or a sentence"


class StatementError(AfterwordError):
    """What was typed cannot be understood; the text says what can."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line in a section."""

    section: Section
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A key with its value; `is_added` where it joins the days that are there, `beside` other keys with theirs.

    `is_todays` says that no day was typed, so that its day is today's unless an earlier one is known.
    """

    key: str
    value: date | int | str
    is_added: bool = False
    beside: tuple[tuple[str, date], ...] = ()
    is_todays: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A reference who was told, on a day."""

    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise, by the beginning of its words, that was kept on a day."""

    begins: str
    day: date


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph about the interview as a whole."""

    text: str


Statement = Item | Fact | Told | Kept | Note


def statement_of(typed: str, today: date, *, order: DayOrder | None = None) -> Statement:
    """What a few words say. Raises StatementError where they say nothing, and DayError where the day in them is none."""
    text = " ".join(typed.split())
    for read in (_item, _told, _kept, _day_of_key, _outcome, _number):
        if (said := read(text, today, order)) is not None:
            return said
    first = text.split(" ")[0]
    if first[-1:] in _MARKS and first.rstrip(_MARKS).casefold() in {*_ADDED, *_SET, "kept"}:
        raise StatementError(f"Note one thing a line: '{first.rstrip(_MARKS)}', and then the rest.")
    if " " not in text:
        raise StatementError(
            f"'{text}' is nothing that can be noted. Say {WHAT}."
            if text
            else f"Say what happened: {WHAT}."
        )
    return Note(text)


def _item(text: str, _today: date, _order: DayOrder | None) -> Item | None:
    section = SIGNS.get(text[:1])
    # A sign may be doubled, as a phone writes a dash.
    rest = text.lstrip(text[:1]).strip()
    if section is None:
        word, _, rest = text.partition(" ")
        section = _NAMED_SECTIONS.get(word.casefold().rstrip(":"))
    if section is None or (section is Section.SAID and ":" not in rest):
        return None
    if section is Section.FEEDBACK and spoken(rest) in _ASKED:
        return None
    if not rest.strip():
        raise StatementError(f"Write the words behind {text}.")
    return Item(section, rest.strip())


def _told(text: str, today: date, order: DayOrder | None) -> Told | None:
    """A reference by their name; "told me to wait" is a sentence."""
    if (rest := _behind(text, "told")) is None:
        return None
    name, day = _with_day(rest, today, order)
    if not name:
        raise StatementError("Write whom you told: told Dana.")
    words = name.split()
    if any(word.casefold() in _AND for word in words[1:-1]):
        raise StatementError("Note them one by one: told Dana, and then told Sam.")
    is_name = len(words) <= _MOST_OF_NAME and (
        len(words) == 1 or all(word[:1].isupper() for word in words)
    )
    return Told(name, day) if is_name and name.casefold() not in _NOBODY else None


def _kept(text: str, today: date, order: DayOrder | None) -> Kept | None:
    rest = _behind(text, "kept")
    if rest is None and (rest := _behind(text, "done")) is None:
        return None
    begins, day = _with_day(rest, today, order)
    return Kept(begins, day)


def _day_of_key(text: str, today: date, order: DayOrder | None) -> Fact | None:
    for words, key in {**_ADDED, **_SET, **_AHEAD}.items():
        rest = _behind(text, words)
        if rest is None:
            continue
        is_ahead = words in _AHEAD
        rest = _CHANNEL.sub("", rest)
        if is_ahead and not rest:
            raise StatementError(f"Write the day behind {words}: {words} fri.")
        try:
            if is_ahead:
                day = day_from(rest, today, order=order, ahead=True)
            else:
                day = _past(rest, today, order) if rest else today
        except DayError:
            # "asked about the roadmap" is a sentence.
            if " " in rest and words in _SET:
                return None
            raise
        return Fact(key, day, is_added=words in _ADDED, is_todays=not rest and words in _SET)
    return None


def _outcome(text: str, today: date, order: DayOrder | None) -> Fact | None:
    """An outcome in any spelling of the vocabulary, with the day on which I heard; where nobody answered there is none to hear on.

    Raises StatementError for one with more behind it, which would be lost or hide it. That it is open again is said by that word alone.
    """
    words = text.split(" ")
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        head = " ".join(words[:count])
        kind = outcome_kind(head.rstrip(_MARKS))
        if kind is None or (kind is _UNDECIDED and spoken(text) != _UNDECIDED):
            continue
        rest = _CHANNEL.sub("", " ".join(words[count:])).removeprefix("on ").strip()
        if head[-1] in _MARKS or (rest and rest[0] in _MARKS):
            raise StatementError(
                f"Note it in two: '{head.rstrip(_MARKS)}', and then the rest as a sentence of its own."
            )
        try:
            day = _past(rest, today, order) if rest else today
        except DayError:
            if len(words) > _MOST_WORDS:
                return None
            raise
        is_dated = kind is not _UNDECIDED and (rest or kind is not OutcomeKind.NO_ANSWER)
        beside = (("decided", day),) if is_dated else ()
        return Fact("outcome", kind.value, beside=beside, is_todays=bool(beside) and not rest)
    return None


def _past(text: str, today: date, order: DayOrder | None) -> date:
    """A day that has come. Raises DayError, and StatementError for one to come."""
    return _come(day_from(text, today, order=order), today)


def _come(day: date, today: date) -> date:
    """A day that has come. Raises StatementError for one to come."""
    if day > today:
        raise StatementError(f"{day} is still to come. Note it once it has happened.")
    return day


def _number(text: str, _today: date, _order: DayOrder | None) -> Fact | None:
    found = re.fullmatch(r"(confidence|feeling):? (\d{1,3}) ?%?", text, re.IGNORECASE)
    return Fact(_NUMBERS[found[1].casefold()], int(found[2])) if found else None


def _behind(text: str, words: str) -> str | None:
    """What stands behind these words at the beginning of a text; None where it does not begin so."""
    plain = text.casefold().replace("_", "-")
    if plain != words and not plain.startswith((f"{words} ", f"{words}:")):
        return None
    return text[len(words) :].lstrip(" :")


def _with_day(text: str, today: date, order: DayOrder | None) -> tuple[str, date]:
    """A text without the day at its end, and that day; today where there is none, or where that is the day by which it was promised.

    Raises StatementError for a day to come.
    """
    words = text.split(" ")
    for count in range(1, min(len(words), 3) + 1):
        if count == 1 and _may_be_name(words[-1]):
            continue
        try:
            day = day_from(" ".join(words[-count:]), today, order=order)
        except DayError:
            continue
        before = words[:-count]
        if before and spoken(before[-1]) in in_every_language("until a day"):
            return " ".join(before[:-1]), today
        return " ".join(before), _come(day, today)
    return text, today


def _may_be_name(word: str) -> bool:
    """Whether a word that is a day as well may be somebody's name: Sam, May, April, Don."""
    return word[:1].isupper() and len(word) <= len("April") and word.isalpha()
