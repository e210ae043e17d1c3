"""What the title of a note, or the name of its file, says of an interview: "Acme - 19 nov - chat w/ Dave", "2026-11-12 Acme technical"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache

from afterword.frozen import dataclass
from afterword.kinds import RoundKind
from afterword.vocabulary.days import named_days
from afterword.vocabulary.days.calendar import WEEKDAY_NUMBERS
from afterword.vocabulary.days.days_in_english import days_in
from afterword.vocabulary.languages import WORDS, in_every_language
from afterword.vocabulary.rounds import counts_rounds, round_kind
from afterword.vocabulary.spelling import bare, spoken
from afterword.writing.importing.title_parts import BRAND, begins_as_name, split_part
from afterword.writing.importing.title_words import (
    counts,
    interview_at,
    is_filling,
    is_no_company,
    is_ordinal,
    is_role,
    leading_word,
    meeting_words,
    plain_company,
)

# What Notion puts behind the name of every file, and what stands around names and tags.
_DIGEST = re.compile(r"\s+[0-9a-f]{32}$")
_MARKS = re.compile(r"[\[\]*_`]{2,}|[*`]|^#+\s+|(?<!\S)#(?!\d)[\w/-]+|#(?=\d)")
_PARTED = re.compile(r"\s+[-–—|/·•→]+\s+|\s*[,;:]\s+|\s*[：、，]\s*|\s+@\s+|\s*[()]\s*|\s*\|\s*")
_AT = re.compile(r"^(?P<role>.+?)\s+(?:at|bei|chez|presso|bij)\s+(?P<company>\S.*)$", re.IGNORECASE)
# A day in brackets, with its weekday: "Round 2 (Thu 24 Sep)".
_BRACKETED = re.compile(r"\s*[(（][^()（）]*\d[^()（）]*[)）]")
# What numbers the headings of a list of rounds.
_NUMBER = re.compile(r"^\d{1,2}[.)]\s+(?=\S{4})")
_BETWEEN = "-–—:,|·"
# Whom one talked to, behind what the meeting was.
_WITH = re.compile(r"(?:^|\s)(?:w/|with|mit|avec|con|com|met)\s.*$", re.IGNORECASE)
_ENDS = re.compile(
    r"\s+(?:on|for the|for a|as an?|re|w/|with|today|yesterday|this|went|at(?=\s+\d))\s.*$|\s+(?:today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$",
    re.IGNORECASE,
)
# Behind these stands whom one talked to, as often as the company: "interview with Dave".
_OF_PEOPLE = re.compile(r"(?<!\w)(?:with(?: the| a)?|w/|mit(?: der| dem)?|avec|con|com(?: a)?|met|z|ze|с|со|مع|với)\s+$", re.IGNORECASE)  # fmt: skip
_FOR_ROLE = re.compile(r"\b(?:for|as(?: an?)?)\s+$", re.IGNORECASE)
# Where such a person, or a role, is at home.
_OF_COMPANY = re.compile(r"\s+(?:at|@|from|of|bei|beim|von|chez|de chez|presso|bij|w|в|из|في)\s+(?:the\s+)?(?=\S)", re.IGNORECASE)  # fmt: skip
_ADDRESSED = re.compile(r"(?:the|a|an|mr|mrs|ms|miss|dr|prof|herr|frau|mme|m|señora?|sr|sra|dott|dottssa|pan|pani)\b", re.IGNORECASE)  # fmt: skip
_JOB = re.compile(r"\s+(?:role|position|job|post|vacancy)$", re.IGNORECASE)
_GRADE = re.compile(r"(?:band|grade|level|stufe)\s?\d", re.IGNORECASE)
_VISITS = frozenset({"onsite", "trial", "tryout", "visit"})
# No interview: one that is played.
_PLAYED = re.compile(
    r"\b(?:mock|practi[cs]e|rehearsal|pretend)[ -]+(?:\w+ )?interview", re.IGNORECASE
)
_IN_WORDS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "ii": "2", "iii": "3", "iv": "4"}  # fmt: skip
_COUNT_IN_WORDS = re.compile(rf"\b(?P<what>round|interview|stage)\s+(?P<count>{'|'.join(_IN_WORDS)})\b", re.IGNORECASE)  # fmt: skip
_CLOCK = re.compile(r"^\d{1,2}(?::\d{2}\s?(?:am|pm)?|\s?(?:am|pm))\s+(?=\S)", re.IGNORECASE)
_OF_MYSELF = re.compile(r"\bmy (?:very )?first\b", re.IGNORECASE)


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
def _sections() -> frozenset[str]:
    """What sections are called, which is never a company: "Interview questions"."""
    names = set(WORDS.meanings("section").values())
    return frozenset().union(*(in_every_language(f"section {name}") for name in names))


def names_interview_at(words: str) -> bool:
    """Whether words say that an interview took place at somebody's: "Interview at Acme"."""
    told = told_by(words)
    return interview_at().search(words) is not None and told.is_meeting


def is_played(words: str) -> bool:
    """Whether words are about an interview that is only played: "Mock interview"."""
    return _PLAYED.search(words) is not None


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
        # A week is no day.
        and spoken(words[begin:end].split(maxsplit=1)[0]) not in in_every_language("no company")
    )
    return next(spans, (0, 0))


def _without_lead(words: str, begin: int, end: int) -> int:
    """Where a day ends, without the word that leads to a time in a form that is not read: "19 novembre à 14h"."""
    day, _, last = words[begin:end].rstrip().rpartition(" ")
    return begin + len(day) if day and spoken(last) in in_every_language("before a time") else end


def without_day(heading: str) -> str:
    """All words of a heading but its day, and the signs around that."""
    words = _BRACKETED.sub(" ", heading)
    begin, end = _span_of_day(words)
    before, behind = words[:begin].rstrip(), words[end:].lstrip()
    is_parted = before[-1:] in _BETWEEN and behind[:1] in _BETWEEN
    behind = behind.lstrip(f" {_BETWEEN}") if is_parted else behind
    return " ".join(f"{before} {behind}".split()).strip(f" {_BETWEEN}()")


def round_in(heading: str, company: str) -> str:
    """The round that the heading over one names: all its words but its day, where none of them are the company's."""
    told = told_by(heading, [company]).round
    words = without_day(heading)
    is_whole = bool(told) and bare(company) not in bare(words) and counts_rounds(words)
    return words if is_whole and not WEEKDAY_NUMBERS.keys() & set(spoken(words).split()) else told


def told_by(title: str, known: Collection[str] = ()) -> Told:
    """What a title tells, with the names of companies that are `known` from elsewhere."""
    plain = _MARKS.sub(" ", _DIGEST.sub("", title)).strip(" -–—:#")
    plain = _COUNT_IN_WORDS.sub(lambda one: f"{one['what']} {_IN_WORDS[one['count'].lower()]}", plain)  # fmt: skip
    day = day_in(plain)
    begin, end = _span_of_day(plain)
    rest = f"{_before_day(plain[:begin])} | {plain[end:]}" if day else plain
    if " " not in rest.strip(" |-_"):
        rest = re.sub(r"[-_]+", " ", rest)
    if is_played(rest):
        return Told(day=day, is_sure=False)
    if found := interview_at().search(rest):
        return _led_on(rest, found, day, known)
    return _by_parts(_PARTED.split(rest), day, known)


def _led_on(rest: str, found: re.Match[str], day: str, known: Collection[str]) -> Told:
    """What a title tells in which a word leads from the meeting to whose it was, or to whom one talked."""
    lead = rest[: found.start("rest")]
    meeting = leading_word().sub("", lead)
    above = _by_parts(_PARTED.split(meeting), day, known)
    written, *others = _PARTED.split(found["rest"])
    written = _CLOCK.sub("", written.strip())
    whole, written = written, _ENDS.sub("", written).strip(" .!?-|")
    is_person = _OF_PEOPLE.search(lead) is not None
    is_apart = rest[: found.start()].rstrip(" ").endswith(tuple(_BETWEEN)) or is_person
    role, name = _at_home(written, is_person=is_person, is_job=bool(_FOR_ROLE.search(lead)))
    if above.company and is_apart:
        return replace(above, role=above.role or role, is_meeting=True)
    name, behind = _without_round(name)
    is_known = bare(name) in set(map(bare, known))
    may_be_person = is_person and name == whole and _may_be_person(name)
    beside = _by_parts(others, day, known)
    if may_be_person and not is_known and beside.company:
        name, is_known = beside.company, bool(_ADDRESSED.match(name)) or beside.company in known
    name = plain_company(name)
    is_brand = not name[:1].isdigit() or BRAND.match(name) is not None
    is_name = is_known or not name or (begins_as_name(name) and is_brand)
    is_sure = bool(name) and (is_known or (is_name and not may_be_person))
    return Told(
        name,
        role or above.role or beside.role,
        day,
        above.round or _round(behind) or beside.round,
        is_meeting=is_name,
        is_sure=is_sure,
    )


def _may_be_person(name: str) -> bool:
    """Whether a name behind "with" may be that of a person, or begins with what such a one is: "Dave", "Frau Sommer", "HR Acme"."""
    return (
        " " not in name or is_no_company(name.split(maxsplit=1)[0]) or bool(_ADDRESSED.match(name))
    )


def _at_home(written: str, *, is_person: bool, is_job: bool) -> tuple[str, str]:
    """The role and the company in what stands behind an interview: "Nurse at St Thomas", "HR at Acme", "the CTO of Acme"."""
    if not (is_person or is_job):
        return "", written
    found = _OF_COMPANY.search(written)
    before = written[: found.start()] if found else written
    is_of = found is not None and found[0].split()[0].casefold() == "of"
    if is_of and not (is_no_company(before) or _ADDRESSED.match(before) or is_role(before)):
        found, before = None, written
    job = _JOB.sub("", before)
    if found:
        return job if is_job else "", written[found.end() :]
    if is_job and (job != before or is_role(job) or _GRADE.match(job)):
        return job, ""
    return "", written


def _without_round(name: str) -> tuple[str, str]:
    """A name without the round that stands behind it, and that."""
    split = split_part(name)
    is_behind = bool(split.name) and name.startswith(split.name) and split.is_sure
    return (split.name, split.meeting) if is_behind else (name, "")


def _before_day(words: str) -> str:
    """What stands before a day, without what leads to it: "Acme am" before "5. November" is "Acme"."""
    before, _, last = words.rstrip().rpartition(" ")
    leading = in_every_language("beside a day") | in_every_language("on a day")
    return before if before and last.islower() and spoken(last) in leading else words


def _by_parts(parts: list[str], day: str, known: Collection[str]) -> Told:
    companies: list[str] = []
    unsure: list[str] = []
    meetings: list[str] = []
    role = ""
    for written in parts:
        part = _WITH.sub("", written.strip(" -–—_|."))
        at = _AT.match(part)
        if at and is_role(at["role"]):
            role, part = at["role"], at["company"]
        split = split_part(part)
        name = plain_company(split.name)
        is_of_none = bool(split.name) and not name
        meetings += filter(None, [split.meeting.rstrip("0123456789 ") if is_of_none else split.meeting])  # fmt: skip
        is_known = bare(split.name) in set(map(bare, known))
        if split.name and is_role(split.name) and not is_known:
            role = role or split.name
        elif name and spoken(name) not in _sections():
            companies.append(name)
            unsure += [name] * (not split.is_sure or _is_phrase(name))
    is_counted = bool(meetings) and counts(meetings[0])
    called = _round(" ".join(meetings)) if is_counted else next(filter(None, map(_round, meetings)), "")  # fmt: skip
    companies = [one for one in companies if not _ADDRESSED.match(one)] or companies
    named = [one for one in companies if bare(one) in set(map(bare, known))] or companies
    return Told(
        named[0] if named else "",
        role,
        day,
        called,
        is_meeting=bool(meetings),
        is_sure=len(named) == 1 and named[0] not in unsure,
    )


def _is_phrase(name: str) -> bool:
    """Whether words begin in small letters and go on with a name: "in Berlin", "tips from Dana"."""
    first, *others = name.split()
    return first.islower() and any(one[:1].isupper() for one in others)


def _round(meeting: str) -> str:
    """The round that words of a meeting name; empty where they name none."""
    words = [one for one in meeting.split() if is_ordinal(one) or not is_filling(one)]
    whole = " ".join(words).strip(" -–—:|.#")
    name = _NUMBER.sub("", whole)
    is_visit = not _VISITS.isdisjoint(spoken(name).split())
    is_counted = counts(name) and not _OF_MYSELF.search(meeting)
    if round_kind(name) is not RoundKind.OTHER or is_counted or is_visit:
        return name
    # In "1. Phone screen" the number is that of a list, in "3. Runde" that of the round.
    return whole if counts_rounds(whole) else ""


def parts_named(path: str) -> Iterator[str]:
    """The names of the folders above a file, the nearest first, but for years, months and what folders of notes are called."""
    for name in reversed(path.split("/")[:-1]):
        plain = spoken(_DIGEST.sub("", name))
        words = set(plain.split())
        if re.search(r"[^\W\d_]", name) and not words & _GENERIC and not words & meeting_words():
            yield _DIGEST.sub("", name).strip()


_GENERIC = frozenset({
    "notes", "note", "journal", "journals", "pages", "jobs", "job", "applications", "application", "career", "search", "vault", "inbox",
    "daily", "archive", "work", "documents", "export", "private", "shared", "personal", "hunt", "rounds", "companies", "entries",
    "q1", "q2", "q3", "q4", "bewerbungen", "candidatures", "notizen",
})  # fmt: skip
