"""What the title of a note, or the name of its file, says of an interview: "Acme - 19 nov - chat w/ Dave", "2026-11-12 Acme technical"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from afterword.frozen import dataclass
from afterword.kinds import RoundKind
from afterword.vocabulary import named_days
from afterword.vocabulary.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS
from afterword.vocabulary.days_in_english import days_in
from afterword.vocabulary.languages import WORDS, in_every_language, written_in_every_language
from afterword.vocabulary.rounds import counts_rounds, round_kind
from afterword.vocabulary.spelling import bare, spoken

# What Notion puts behind the name of every file, and what stands around names and tags.
_DIGEST = re.compile(r"\s+[0-9a-f]{32}$")
_MARKS = re.compile(r"[\[\]*_`]{2,}|[*`]|^#+\s+|(?<!\S)#[\w/-]+")
_PARTED = re.compile(r"\s+[-–—|/·•→]+\s+|\s*[,;:]\s+|\s*[：、，]\s*|\s+@\s+|\s*[()]\s*|\s*\|\s*")
_AT = re.compile(r"^(?P<role>.+?)\s+(?:at|bei|chez|presso|bij)\s+(?P<company>\S.*)$", re.IGNORECASE)
# A day in brackets, with its weekday: "Round 2 (Thu 24 Sep)".
_BRACKETED = re.compile(r"\s*[(（][^()（）]*\d[^()（）]*[)）]")
# What numbers the headings of a list of rounds.
_NUMBER = re.compile(r"^\d{1,2}[.)]\s+(?=\S{4})")
_BETWEEN = "-–—:,|·"
# How a name begins: not in small letters, where a script has any.
_CAPITAL = re.compile(r"[\"'“„«]?(?:[^\W_a-zß-ÿа-яё]|\w*[A-Z])")
# Whom one talked to, behind what the meeting was.
_WITH = re.compile(r"(?:^|\s)(?:w/|with|mit|avec|con|com|met)\s.*$", re.IGNORECASE)
_ENDS = re.compile(
    r"\s+(?:on|for the|for a|as an?|re|w/|with|today|yesterday|this|went|at(?=\s+\d))\s.*$|\s+(?:today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$",
    re.IGNORECASE,
)
# Behind these a name of one word may be a person's: "interview with Dave".
_OF_PEOPLE = re.compile(r"(?:with|w/|mit|avec|con|com|met|z|с)\s+$", re.IGNORECASE)
_FROM = re.compile(r"^\S.*\s(?:from|von|de chez)\s+(?=\S)", re.IGNORECASE)
# Words by which a part is known as a role; what else it is called goes before them.
_ROLES = frozenset({
    "engineer", "developer", "programmer", "analyst", "designer", "manager", "nurse", "teacher", "technician", "electrician", "plumber",
    "carpenter", "welder", "assistant", "consultant", "architect", "scientist", "researcher", "lecturer", "accountant", "clerk",
    "coordinator", "administrator", "specialist", "officer", "representative", "driver", "cook", "chef", "baker", "barista", "cashier",
    "supervisor", "lead", "intern", "trainee", "apprentice", "tutor", "therapist", "pharmacist", "paramedic", "caretaker", "writer", "editor",
    "dev", "swe", "sre", "qa", "entwickler", "entwicklerin", "ingenieur", "ingenieurin", "pflegefachkraft", "lehrer", "lehrerin",
    "développeur", "développeuse", "infirmier", "infirmière", "ingénieur", "ingénieure", "desarrollador", "desarrolladora",
})  # fmt: skip
_OF_ROUNDS = frozenset({
    "system", "live", "hiring", "team", "online", "virtual", "case", "study", "hands", "deep", "dive", "peer", "group", "day", "assessment",
    "test", "exercise", "task", "session", "presentation", "portfolio", "review", "white", "board", "skills", "demo", "lesson", "shift",
    "feedback", "result", "results", "offer", "follow", "up", "thank", "you",
})  # fmt: skip
_VISITS = frozenset({"onsite", "trial", "tryout", "visit"})
_FILLING = frozenset({"notes", "note", "my", "the", "w", "with", "at", "of", "for", "and", "a", "an", "on", "prep", "debrief", "job", "w/", "first", "second", "third", "1st", "2nd", "3rd", "4th", "today", "yesterday", "recap", "reflection", "reflections", "log"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """What a title tells; each is empty where it tells none. `is_meeting` says that it speaks of an interview, `is_sure` that only one part can be the company."""

    company: str = ""
    role: str = ""
    day: str = ""
    round: str = ""
    is_meeting: bool = False
    is_sure: bool = True


@cache
def _day() -> re.Pattern[str]:
    month = named_days.MONTH
    return re.compile(
        rf"(?<!\d)(?:\d{{4}}[-_./]\d{{1,2}}[-_./]\d{{1,2}}|\d{{8}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}年\d{{1,2}}月\d{{1,2}}日"
        rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:{month})\b\.?(?:,?\s+\d{{4}})?|\b(?:{month})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?)(?!\d)",
        re.IGNORECASE,
    )


@cache
def _interview_at() -> re.Pattern[str]:
    ways = (*written_in_every_language("interview at"), "call with", "chat with", "screen with", "interview with", "onsite at", "round with")  # fmt: skip
    words = "|".join(map(re.escape, ways))
    return re.compile(rf"(?<!\w)(?:{words})\s+(?P<rest>\S.*)$", re.IGNORECASE)


@cache
def _meeting_words() -> frozenset[str]:
    phrases = in_every_language("meeting") | in_every_language("interview")
    return frozenset(word for phrase in phrases for word in phrase.split())


@cache
def _sections() -> frozenset[str]:
    """What sections are called, which is never a company: "Interview questions"."""
    names = set(WORDS.meanings("section").values())
    return frozenset().union(*(in_every_language(f"section {name}") for name in names))


def names_interview_at(words: str) -> bool:
    """Whether words say that an interview took place at somebody's: "Interview at Acme"."""
    told = told_by(words)
    return _interview_at().search(words) is not None and told.is_meeting


def begins_as_name(words: str) -> bool:
    """Whether words begin as a name does: with no small letter."""
    return _CAPITAL.match(words) is not None


def day_in(words: str) -> str:
    """The first day that words name, as it is written; empty where there is none."""
    begin, end = _span_of_day(words)
    return words[begin:end].replace("_", "-")


def _span_of_day(words: str) -> tuple[int, int]:
    """From where to where words name a day, in English or German, else in their note's own language; (0, 0) for none."""
    if found := _day().search(words):
        return found.span()
    spans = (
        (begin, _without_lead(words, begin, end))
        for _, begin, end in days_in(words)
        if any(letter.isdigit() for letter in words[begin:end])
    )
    return next(spans, (0, 0))


def _without_lead(words: str, begin: int, end: int) -> int:
    """Where a day ends, without the word that leads to a time in a form that is not read: "19 novembre à 14h"."""
    day, _, last = words[begin:end].rstrip().rpartition(" ")
    return begin + len(day) if day and spoken(last) in in_every_language("before a time") else end


def round_in(heading: str, company: str) -> str:
    """The round that the heading over one names: all its words but its day, where none of them are the company's."""
    told = told_by(heading, [company]).round
    words = _BRACKETED.sub(" ", heading)
    begin, end = _span_of_day(words)
    before, behind = words[:begin].rstrip(), words[end:].lstrip()
    is_parted = before[-1:] in _BETWEEN and behind[:1] in _BETWEEN
    behind = behind.lstrip(f" {_BETWEEN}") if is_parted else behind
    words = " ".join(f"{before} {behind}".split()).strip(f" {_BETWEEN}()")
    is_whole = bool(told) and bare(company) not in bare(words) and counts_rounds(words)
    return words if is_whole and not WEEKDAY_NUMBERS.keys() & set(spoken(words).split()) else told


def told_by(title: str, known: Collection[str] = ()) -> Told:
    """What a title tells, with the names of companies that are `known` from elsewhere."""
    plain = _MARKS.sub(" ", _DIGEST.sub("", title)).strip(" -–—:#")
    day = day_in(plain)
    begin, end = _span_of_day(plain)
    rest = f"{_before_day(plain[:begin])} | {plain[end:]}" if day else plain
    if " " not in rest.strip(" |-_"):
        rest = re.sub(r"[-_]+", " ", rest)
    if found := _interview_at().search(rest):
        before, company = rest[: found.start()], _PARTED.split(found["rest"])[0]
        above = _by_parts(_PARTED.split(before), day, known)
        lead = found[0][: found.start("rest") - found.start()]
        name = above.company or _FROM.sub("", _ENDS.sub("", company)).strip(" .!?-|")
        is_known = bare(name) in set(map(bare, known))
        is_name = is_known or (begins_as_name(name) and not name[:1].isdigit())
        may_be_person = _OF_PEOPLE.search(lead) and " " not in name and name == company.strip()
        is_sure = is_known or (is_name and not may_be_person)
        return Told(
            name, above.role, day, _round(before + lead), is_meeting=is_name, is_sure=is_sure
        )
    return _by_parts(_PARTED.split(rest), day, known)


def _before_day(words: str) -> str:
    """What stands before a day, without what leads to it: "Acme am" before "5. November" is "Acme"."""
    before, _, last = words.rstrip().rpartition(" ")
    leading = in_every_language("beside a day") | in_every_language("on a day")
    return before if before and last.islower() and spoken(last) in leading else words


def _by_parts(parts: list[str], day: str, known: Collection[str]) -> Told:
    companies: list[str] = []
    meetings: list[str] = []
    role = ""
    for written in parts:
        part = _WITH.sub("", written.strip(" -–—_|."))
        at = _AT.match(part)
        if at and _is_role(at["role"]):
            role, part = at["role"], at["company"]
        left, meeting = _without_meeting(part)
        meetings += filter(None, [meeting])
        if left and _is_role(left) and bare(left) not in set(map(bare, known)):
            role = role or left
        elif left and spoken(left) not in _sections():
            companies.append(left)
    is_counted = bool(meetings) and counts_rounds(meetings[0])
    name = _round(" ".join(meetings)) if is_counted else next(filter(None, map(_round, meetings)), "")  # fmt: skip
    named = [one for one in companies if bare(one) in set(map(bare, known))] or companies
    return Told(
        named[0] if named else "",
        role,
        day,
        name,
        is_meeting=bool(meetings),
        is_sure=len(named) == 1,
    )


def _is_role(part: str) -> bool:
    return not _ROLES.isdisjoint(spoken(part).split())


def _without_meeting(part: str) -> tuple[str, str]:
    """A part of a title without the words of a meeting at its beginning and end, and these."""
    words = part.split()
    if len(words) > 1 and _is_only_count(words, len(words) - 1):
        # Where a word alone counts rounds, a name stands before it: "株式会社ひばり 二次面接".
        return " ".join(words[:-1]), words[-1]
    if counts_rounds(part) or _is_round_alone(part):
        return "", part
    end = len(words)
    while end and _is_of_meeting(words[end - 1]):
        end -= 1
    if 1 < end < len(words) and _is_only_count(words, end - 1):
        end -= 1
    begin = 0
    while begin < end and _is_of_meeting(words[begin]):
        begin += 1
    meeting = " ".join((*words[:begin], *words[end:]))
    left = " ".join(words[begin:end])
    is_one = any(not _is_filling(one) for one in meeting.split())
    return left, meeting if is_one else ""


def _is_only_count(words: list[str], at: int) -> bool:
    """Whether from there on words count a round, and what stands before them does not: "Jantar" and "druga rozmowa"."""
    is_name = words[at][:1].isupper()
    return not is_name and counts_rounds(" ".join(words[at:])) and not counts_rounds(" ".join(words[:at]))  # fmt: skip


def _is_round_alone(part: str) -> bool:
    """Whether a part of a title is a round by all of its words, though one of them may be a role's: "hiring manager round"."""
    words = spoken(part).split()
    known = _meeting_words() | _OF_ROUNDS | _ROLES
    is_one = len(words) > 1 and words[-1] in _meeting_words() and known.issuperset(words)
    return is_one and round_kind(part) is not RoundKind.OTHER


def _is_filling(word: str) -> bool:
    plain = spoken(word)
    return plain in _FILLING or not plain or plain in WEEKDAY_NUMBERS or plain in MONTH_NUMBERS


def _is_of_meeting(word: str) -> bool:
    plain = spoken(word)
    if _is_filling(word) or plain.isdigit() or plain in _meeting_words() | _OF_ROUNDS:
        return True
    return plain not in _ROLES and round_kind(word) is not RoundKind.OTHER


def _round(meeting: str) -> str:
    """The round that words of a meeting name; empty where they name none."""
    words = [one for one in meeting.split() if spoken(one) not in _FILLING]
    whole = " ".join(words).strip(" -–—:|.#")
    name = _NUMBER.sub("", whole)
    is_visit = not _VISITS.isdisjoint(spoken(name).split())
    is_round = round_kind(name) is not RoundKind.OTHER or counts_rounds(name) or is_visit
    if is_round:
        return name
    # In "1. Phone screen" the number is that of a list, in "3. Runde" that of the round.
    return whole if counts_rounds(whole) else ""


def parts_named(path: str) -> Iterator[str]:
    """The names of the folders above a file, the nearest first, but for years, months and what folders of notes are called."""
    for name in reversed(path.split("/")[:-1]):
        plain = spoken(_DIGEST.sub("", name))
        words = set(plain.split())
        if re.search(r"[^\W\d_]", name) and not words & _GENERIC and not words & _meeting_words():
            yield _DIGEST.sub("", name).strip()


_GENERIC = frozenset({
    "notes", "note", "journal", "journals", "pages", "jobs", "job", "applications", "application", "career", "search", "vault", "inbox",
    "daily", "archive", "work", "documents", "export", "private", "shared", "personal", "hunt", "rounds", "companies", "entries",
    "q1", "q2", "q3", "q4", "bewerbungen", "candidatures", "notizen",
})  # fmt: skip
