"""The words of which the titles of notes are made: what a meeting is called, what counts it, what is a role, and what is nobody's company."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from afterword.kinds import RoundKind
from afterword.vocabulary.days.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS
from afterword.vocabulary.languages import (
    WORDS,
    Language,
    Words,
    in_every_language,
    languages,
    written_in_every_language,
)
from afterword.vocabulary.rounds import counts_rounds, round_kind
from afterword.vocabulary.spelling import spoken

# Words by which a part is known as a role; what else it is called goes before them.
ROLES = frozenset({
    "engineer", "developer", "programmer", "analyst", "designer", "manager", "nurse", "teacher", "technician", "electrician", "plumber",
    "carpenter", "welder", "assistant", "consultant", "architect", "scientist", "researcher", "lecturer", "accountant", "clerk",
    "coordinator", "administrator", "specialist", "officer", "representative", "driver", "cook", "chef", "baker", "barista", "cashier",
    "supervisor", "lead", "intern", "trainee", "apprentice", "tutor", "therapist", "pharmacist", "paramedic", "caretaker", "writer", "editor",
    "copywriter", "waiter", "waitress", "librarian", "receptionist", "secretary", "bookkeeper", "paralegal", "midwife", "mechanic", "postdoc",
    "dev", "swe", "sre", "qa", "entwickler", "entwicklerin", "ingenieur", "ingenieurin", "pflegefachkraft", "lehrer", "lehrerin",
    "développeur", "développeuse", "infirmier", "infirmière", "ingénieur", "ingénieure", "desarrollador", "desarrolladora",
})  # fmt: skip
_OF_ROUNDS = frozenset({
    "system", "live", "hiring", "team", "online", "virtual", "case", "study", "hands", "deep", "dive", "peer", "group", "day", "assessment",
    "test", "exercise", "task", "session", "presentation", "portfolio", "review", "white", "board", "skills", "demo", "lesson", "shift",
    "feedback", "result", "results", "offer", "follow", "up", "thank", "you",
})  # fmt: skip
_FILLING = frozenset({"notes", "note", "my", "the", "w", "with", "at", "of", "for", "and", "a", "an", "on", "prep", "debrief", "job", "w/", "today", "yesterday", "recap", "reflection", "reflections", "log", "from", "by", "about", "after", "before", "post", "pre"})  # fmt: skip
# The forms of companies by law, as they end a name. Other words are written the same in small letters.
_LEGAL = re.compile(
    r"(?<=\s)(?:Ltd|LTD|Limited|GmbH(?: & Co\.? KG)?|gGmbH|mbH|AG|KG|OHG|UG|eG|e\.\s?V|e\.\s?K|Inc|INC|LLC|LLP|PLC|plc|Corp|SARL|SAS|S\.A\.S|S\.A|S\.L|SpA|S\.p\.A|Srl|S\.r\.l|BV|B\.V|NV|N\.V|Oy|AB|A/S|ApS|SE|sp\. z o\. ?o|s\.r\.o|a\.s)\b\.?(?=\s|$)"
)
# A number within a name: 3M, 7-Eleven.
_BRAND = re.compile(r"\d-?[A-Z]")
# A round in one word: "R2", "Zweitgespräch"; and what may stand before its number.
_SHORT_ROUND, _NUMBER_OF = re.compile(r"r\d|(?:erst|zweit|dritt|viert)(?:gespräch|interview|runde|termin)"), re.compile(r"\b(?:no|nr|n[º°])\.?\s*(?=\d)", re.IGNORECASE)  # fmt: skip
# What stands behind a name out of courtesy.
_COURTEOUS = re.compile(r"\s*(?:様|さま|御中|殿)$")


def plain_company(name: str) -> str:
    """A company's name without what is put behind it out of courtesy; empty where its words are nobody's name: "Thoughts", "HR", "Nine"."""
    plain = _COURTEOUS.sub("", name)
    return "" if is_no_company(plain) else plain


def is_no_company(words: str) -> bool:
    """Whether all of these words are such as stand beside a meeting and are no name."""
    if _BRAND.search(words):
        return False
    said = spoken(words)
    known = in_every_language("no company")
    if said in known or re.fullmatch(r"[a-z]{0,3}[ -]?\d{1,4}", words.strip()):
        return True
    return all(one in known or is_filling(one) or is_ordinal(one) or one.isdigit() or one in _months() for one in said.split())  # fmt: skip


@cache
def _months() -> frozenset[str]:
    """What months are called in every language: "Colloqui febbraio" is about none of that name."""
    names = {name for name in WORDS.parts if name.startswith("month ")}
    return frozenset().union(*map(in_every_language, names))


@cache
def meeting_words() -> frozenset[str]:
    """Every word of what a meeting is called, in any language."""
    phrases = in_every_language("meeting") | in_every_language("interview")
    return frozenset(word for phrase in phrases for word in phrase.split())


@cache
def _called_rounds() -> frozenset[str]:
    """What a round or an interview is called, in any language, behind a word that counts it."""
    counted = in_every_language("counted round") | in_every_language("interview")
    return counted | meeting_words()


def is_ordinal(word: str) -> bool:
    """Whether a word counts a round: "2nd", "druga"."""
    return spoken(word) in in_every_language("ordinal")


def counts(words: str) -> bool:
    """Whether words count a round, in figures or in a word before or behind what it is called: "Round 2", "second interview"."""
    said = spoken(_NUMBER_OF.sub("", words)).split()
    if any(counts_rounds(" ".join(said[at:])) or _SHORT_ROUND.fullmatch(one) for at, one in enumerate(said)):  # fmt: skip
        return True
    return counts_rounds(words) or any(
        is_ordinal(one) and other in _called_rounds()
        for pair in pairwise(said)
        for one, other in (pair, pair[::-1])
    )


def is_role(part: str) -> bool:
    """Whether a part of a title is a role."""
    return not ROLES.isdisjoint(spoken(part).split())


def is_filling(word: str) -> bool:
    """Whether a word of a title says nothing by itself: "notes", "the", a weekday."""
    plain = spoken(word)
    return plain in _FILLING or not plain or plain in WEEKDAY_NUMBERS or plain in MONTH_NUMBERS


def is_of_meeting(word: str) -> bool:
    """Whether a word may be part of what a meeting is called."""
    plain = spoken(word)
    if is_filling(word) or plain.isdigit() or plain in meeting_words() | _OF_ROUNDS:
        return True
    if " " in plain or _SHORT_ROUND.fullmatch(plain):
        return all(map(is_of_meeting, plain.split())) if " " in plain else True
    if is_ordinal(word) or plain in _called_rounds():
        return True
    return plain not in ROLES and round_kind(word) is not RoundKind.OTHER


def is_round_alone(part: str) -> bool:
    """Whether a part of a title is a round by all of its words, though one of them may be a role's: "hiring manager round"."""
    words = spoken(part).split()
    if words == ["hiring", "manager"]:
        return True
    known = meeting_words() | _OF_ROUNDS | ROLES
    is_one = len(words) > 1 and words[-1] in meeting_words() and known.issuperset(words)
    return is_one and round_kind(part) is not RoundKind.OTHER


def says_meeting(words: str) -> bool:
    """Whether words of a meeting say more than that there was something: "interview", and not "notes"."""
    return any(not is_filling(one) and not is_ordinal(one) for one in words.split())


def ends_by_law(part: str) -> int:
    """Where the legal form of a company ends in a part of a title; 0 where none stands there."""
    found = _LEGAL.search(part)
    return found.end() if found else 0


@cache
def interview_at() -> re.Pattern[str]:
    """What leads from an interview to the company: "Interview at", "Round 3 at", "Собеседование в", "المقابلة الثانية في"."""
    alone = "|".join(map(re.escape, written_in_every_language("interview at")))
    every: tuple[Words | Language, ...] = (WORDS, *languages().values())
    ways = "|".join(
        [*(_ways(one) for one in every), rf"(?:{alone})", r"interview(?:ed)? as(?: an?)?"]
    )
    return re.compile(rf"(?<!\w)(?:{ways})\s+(?P<rest>\S.*)$", re.IGNORECASE)


@cache
def leading_word() -> re.Pattern[str]:
    """The word at the end of what leads on to a company: "at", "bei den", "в"."""
    words = "|".join(map(re.escape, (*written_in_every_language("at a company"), "for")))
    return re.compile(rf"\s+(?:{words})\s*$", re.IGNORECASE)


def _ways(language: Words | Language) -> str:
    """Each word of a language for an interview, with what may count it, and each word that leads on from it."""
    called = {*language.of("interview"), *language.of("counted round"), *language.of("meeting")}
    parts = (called, language.of("ordinal"), language.of("at a company"))
    words, counting, leading = ("|".join(sorted(map(re.escape, one), key=len, reverse=True)) for one in parts)  # fmt: skip
    if not leading:
        return r"(?!)"
    return rf"(?:{words})(?:\s+(?:{counting}|(?:nr|no|n°|#)?\.?\s?\d+))?\s+(?:{leading})"
