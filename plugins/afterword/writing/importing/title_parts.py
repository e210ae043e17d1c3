"""A part of a note's title, told apart into a name and what the meeting is called: "Acme 2nd round", "2차 면접 네이버", "Test Ltd interview"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from afterword.frozen import NamedTuple
from afterword.kinds import RoundKind
from afterword.vocabulary.languages import in_every_language
from afterword.vocabulary.rounds import counts_rounds, round_kind
from afterword.vocabulary.spelling import spoken
from afterword.writing.importing.title_words import (
    counts,
    ends_by_law,
    is_of_meeting,
    is_ordinal,
    is_round_alone,
    says_meeting,
)

# How a name begins: not in small letters, where a script has any.
_CAPITAL = re.compile(r"[\"'“„«]?(?:[^\W_a-zß-ÿа-яё]|\w*[A-Z])")
# Behind what a meeting is called: which one of several it was.
_PART = re.compile(r"\s+(?:teil|part|pt\.?|partie|parte|deel|część|часть|nr\.?|no\.?)\s*\d+$", re.IGNORECASE)  # fmt: skip
# What a round is called where no blanks part the words.
_SIGNS = r"(?:第?[一二三四五六1-6](?:次|轮|輪|차)?|HR|终|終|最終|初|群|复|複|技术|技術|业务|業務|主管|电话|電話|视频|視頻)"
_IN_SIGNS = (
    rf"(?:{_SIGNS}\s?(?:面试|面試|面接|面談|选考|選考|면접|面)|面试|面試|面接|面談|选考|選考|면접)"
)
_BEHIND_NAME = re.compile(rf"^(?P<name>.*?\S)\s*(?P<round>{_IN_SIGNS})$", re.IGNORECASE)
_BEFORE_NAME = re.compile(rf"^(?P<round>{_IN_SIGNS})\s+(?P<name>\S.*)$", re.IGNORECASE)
# A name that begins with a number.
BRAND = re.compile(r"\d+-?[A-Z]")
# With a capital letter before "interview" these are the end of a name: "Eastman Group interview".
_OF_NAMES = frozenset({"group", "team", "teams", "board", "coffee", "study", "live", "test", "day", "skills", "trial"})  # fmt: skip


class Split(NamedTuple):
    """The name in a part of a title, the words of a meeting around it, and whether nothing else can be the name."""

    name: str
    meeting: str
    is_sure: bool = True


def begins_as_name(words: str) -> bool:
    """Whether words begin as a name does: with no small letter."""
    return _CAPITAL.match(words) is not None


def split_part(part: str) -> Split:
    """A part of a title without the words of a meeting at its beginning and end, and these."""
    if end := ends_by_law(part):
        return _by_law(part, end)
    if re.fullmatch(_IN_SIGNS, part, re.IGNORECASE):
        return Split("", part)
    if found := _BEHIND_NAME.match(part) or _BEFORE_NAME.match(part):
        return Split(found["name"], found["round"])
    words = part.split()
    if len(words) > 1 and BRAND.match(words[1]) and spoken(words[0]) in in_every_language("interview"):  # fmt: skip
        return Split(" ".join(words[1:]), words[0], is_sure=False)
    if counts_first(words) or is_round_alone(part):
        return _counted(words)
    which = _PART.search(part)
    words = part[: which.start()].split() if which else words
    end = _end_of_name(words)
    begin = _begin_of_name(words, end, is_round_behind=says_meeting(" ".join(words[end:])))
    meeting = " ".join((*words[:begin], *words[end:]))
    if not says_meeting(meeting):
        return Split(" ".join(part.split()[begin:] if which else words[begin:end]), "")
    is_name_whole = begin or end == 0 or not is_of_meeting(words[0])
    called = f"{meeting}{which[0]}" if which else meeting
    return Split(" ".join(words[begin:end]), called, is_sure=bool(is_name_whole))


def counts_first(words: Sequence[str]) -> bool:
    """Whether words begin with the count of a round."""
    said = " ".join(words)
    return counts_rounds(said) or (bool(words) and is_ordinal(words[0]) and counts(" ".join(words[:2])))  # fmt: skip


def _by_law(part: str, end: int) -> Split:
    """A name that ends in a legal form: what stands in it belongs to it, but for an interview or a count at its beginning."""
    words = part[:end].split()
    interview = in_every_language("interview")
    begin = 0
    while begin < len(words) - 2 and _may_lead(words, begin, interview):
        begin += 1
    meeting = " ".join([*words[:begin], *part[end:].split()])
    return Split(" ".join(words[begin:]), meeting if says_meeting(meeting) else "")


def _may_lead(words: Sequence[str], at: int, interview: Collection[str]) -> bool:
    """Whether a word at the beginning is an interview, its number behind one, or what counts it before one."""
    if at and words[at].isdigit():
        return True
    return spoken(words[at]) in interview or counts(" ".join(words[at : at + 2]))


def _counted(words: Sequence[str]) -> Split:
    """A part that begins with the count of a round: "Round 3 Acme", "2e entretien Orange"."""
    lead = next((at for at in range(1, len(words) + 1) if counts_first(words[:at])), len(words))
    while lead < len(words) and is_of_meeting(words[lead]):
        lead += 1
    name = " ".join(words[lead:])
    if not name or not begins_as_name(name):
        return Split("", " ".join(words))
    return Split(name, " ".join(words[:lead]), is_sure=False)


def _end_of_name(words: Sequence[str]) -> int:
    """Where the name ends behind which nothing stands but the words of a meeting."""
    end = len(words)
    while end and is_of_meeting(words[end - 1]):
        end -= 1
    behind = words[end:]
    is_of_name = len(behind) > 1 and behind[0].istitle() and all(map(str.islower, behind[1:]))
    return end + 1 if end and is_of_name and spoken(behind[0]) in _OF_NAMES else end


def _begin_of_name(words: Sequence[str], end: int, *, is_round_behind: bool) -> int:
    """Where the name begins: a word before it is of a meeting where it says so by itself, and none is named behind the name.

    "Phone screen Acme" is about Acme, "Round Table Pizza" and "First Bank interview" are not about Table Pizza and Bank.
    """
    begin = 0
    while begin < end and is_of_meeting(words[begin]):
        begin += 1
    if begin in {0, end}:
        return begin
    lead = words[:begin]
    says_so = (
        counts(" ".join(lead))
        or not in_every_language("interview").isdisjoint(map(spoken, lead))
        or lead[0].islower()
    )
    is_telling = begin > 1 or round_kind(lead[0]) is not RoundKind.OTHER
    return begin if says_so or (is_telling and not is_round_behind) else 0
