"""Does a thank-you note say what such a note should, and is it one of its own?

Everything here is looked up word by word. It can be wrong either way, and the page says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from afterword.model import Interview, Journal, Observation

# From this share on, one note is hardly another than the other.
ALIKE = 0.5
# So many words in a row make a run; what two notes share is counted in runs.
_RUN = 4
# A phrase of politeness that hundreds of notes share is compared with so many of them.
_MOST = 50

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_GREETING = re.compile(
    r"^\W*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\s+(?P<names>[^\n,:!]{2,60})",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]+")
_INTEREST = re.compile(
    r"\b(?:excit\w+|interest\w*|enjoy\w*|keen|eager|glad|love|drawn|motivat\w+|impress\w+|look(?:ing)? forward|good fit|great fit)\b",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"https?://[^\s)>\]]+|\bwww\.[^\s)>\]]+|\b(?:write-?up|article|blog|repo(?:sitory)?|portfolio|paper|case study|demo|slides|pull request|code sample)\b",
    re.IGNORECASE,
)
_REMINDER = re.compile(
    r"\b(?:availab\w+|as (?:promised|agreed|discussed)|attached|reach me|next week|start(?:ing)? date|notice period|happy to (?:talk|answer|meet|send|share)|i(?:['’]ll| will) send|free (?:on|from|until|any))\b",
    re.IGNORECASE,
)
# Words too common to tie a note to one conversation.
_COMMON = frozenset(
    [
        "about",
        "after",
        "again",
        "along",
        "asked",
        "because",
        "before",
        "being",
        "better",
        "between",
        "could",
        "doing",
        "during",
        "each",
        "every",
        "first",
        "found",
        "from",
        "going",
        "great",
        "have",
        "having",
        "interview",
        "into",
        "just",
        "know",
        "like",
        "made",
        "make",
        "many",
        "more",
        "most",
        "much",
        "need",
        "other",
        "over",
        "really",
        "role",
        "said",
        "same",
        "should",
        "some",
        "still",
        "such",
        "than",
        "thank",
        "thanks",
        "that",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "thing",
        "things",
        "think",
        "this",
        "those",
        "time",
        "today",
        "took",
        "very",
        "wanted",
        "was",
        "well",
        "went",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "will",
        "with",
        "without",
        "work",
        "worked",
        "would",
        "your",
    ]
)


class CheckKind(StrEnum):
    """What a thank-you note is looked through for."""

    PERSON = "person"
    PLACE = "place"
    REINFORCES = "reinforces"
    REFERENCES = "references"
    REMINDS = "reminds"
    REPAIRS = "repairs"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing looked for, whether it was found, and the words that show it (empty where it was not)."""

    kind: CheckKind
    met: bool
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The other note that a note shares most with: the share of its own runs of words, from 0 to 1, and where it stands."""

    interview: Interview
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ThankYouNote:
    """A note with its checks, and the note that it is most like, if it shares anything with one."""

    text: str
    checks: tuple[Check, ...]
    alike: Likeness | None


def thank_you_notes(journal: Journal) -> dict[str, ThankYouNote]:
    """Every thank-you note that is written, by the path of its entry."""
    written = [(one, one.thank_you_note) for one in journal.interviews if one.thank_you_note]
    runs = {one.path: _runs(one, note) for one, note in written}
    likeness = _likenesses([one for one, _ in written], runs)
    return {
        one.path: ThankYouNote(
            text=note,
            checks=tuple(_checks(one, note, likeness.get(one.path))),
            alike=likeness.get(one.path),
        )
        for one, note in written
    }


def _checks(interview: Interview, note: str, alike: Likeness | None) -> Iterator[Check]:
    words = _words(note)
    yield _check(CheckKind.PERSON, _person(interview, note, words))
    yield _check(CheckKind.PLACE, _place(interview, note))
    interest, tie = _INTEREST.search(note), _tie(interview, words)
    yield _check(CheckKind.REINFORCES, f"{interest[0]}, {tie}" if interest and tie else "")
    yield _check(CheckKind.REFERENCES, _first(_WORK, note))
    yield _check(CheckKind.REMINDS, _reminder(interview, note, words))
    if interview.went_badly:
        yield _check(CheckKind.REPAIRS, _repaired(interview, words))
    yield Check(kind=CheckKind.OWN, met=alike is None or alike.share < ALIKE)


def _check(kind: CheckKind, evidence: str) -> Check:
    return Check(kind=kind, met=bool(evidence), evidence=evidence)


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0].rstrip(".,;") if found else ""


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _person(interview: Interview, note: str, words: Iterable[str]) -> str:
    """The interviewer whose first or last name stands in the note; whoever is greeted, where none is known."""
    there = set(words)
    for one in interview.interviewers:
        # An initial such as the R of "R. Lindqvist" names nobody.
        if any(len(part) > 1 and part in there for part in _words(one.name)):
            return one.name
    if interview.interviewers:
        return ""
    greeting = _GREETING.search(note)
    return " ".join(_NAMED.findall(greeting["names"])) if greeting else ""


def _place(interview: Interview, note: str) -> str:
    spoken = f" {' '.join(_words(note))} "
    for name in filter(None, (interview.company, interview.role)):
        if f" {' '.join(_words(name))} " in spoken:
            return name
    return ""


def _telling(text: str) -> set[str]:
    return {word for word in _words(text) if len(word) > 4 and word not in _COMMON}


def _tie(interview: Interview, words: Iterable[str]) -> str:
    """A word of this conversation that the note uses too: the first of the note's own."""
    items: tuple[Observation, ...] = (
        *interview.went_well,
        *interview.went_badly,
        *interview.questions,
        *interview.questions_asked,
        *interview.takeaways,
    )
    spoken = _telling(interview.summary).union(*(_telling(item.text) for item in items))
    themes = {word for item in items for theme in item.all_themes for word in theme.split("-")}
    spoken |= {word for word in themes if len(word) > 2}
    people = " ".join(one.name for one in interview.interviewers)
    spoken -= {*_words(f"{interview.company} {interview.role or ''} {people}"), *_COMMON}
    return next((word for word in words if word in spoken), "")


def _reminder(interview: Interview, note: str, words: Iterable[str]) -> str:
    there = set(words)
    for promise in interview.promised:
        telling = _telling(promise.what)
        if telling and telling <= there:
            return promise.what
    return _first(_REMINDER, note)


def _repaired(interview: Interview, words: Iterable[str]) -> str:
    """The first thing that went badly that the note speaks of: by its theme, or by two of its words."""
    there = set(words)
    for item in interview.went_badly:
        themes = (set(theme.split("-")) for theme in item.all_themes)
        if any(theme <= there for theme in themes) or len(_telling(item.text) & there) > 1:
            return item.text
    return ""


def _runs(interview: Interview, note: str) -> frozenset[tuple[str, ...]]:
    """The note as runs of words with every name in it masked, so that notes which differ in names alone are the same."""
    people = " ".join(one.name for one in interview.interviewers)
    greeting = _GREETING.search(note)
    names = set(_words(f"{interview.company} {interview.role or ''} {people}"))
    names |= set(_words(greeting["names"])) if greeting else set()
    masked: list[str] = []
    for word in _words(note):
        # Names of one word and of two are the same mask.
        if word not in names:
            masked.append(word)
        elif masked[-1:] != ["_"]:
            masked.append("_")
    return frozenset(zip(*(masked[at:] for at in range(_RUN)), strict=False))


def _likenesses(
    written: Iterable[Interview], runs: dict[str, frozenset[tuple[str, ...]]]
) -> dict[str, Likeness]:
    """For each note the other that it shares most with, the earliest of several."""
    homes: dict[tuple[str, ...], list[Interview]] = {}
    kept = list(written)
    for one in kept:
        for run in runs[one.path]:
            homes.setdefault(run, []).append(one)
    by_path = {one.path: one for one in kept}
    likest_notes: dict[str, Likeness] = {}
    for one in kept:
        shared = Counter(
            other.path for run in runs[one.path] for other in homes[run][:_MOST] if other is not one
        )
        if shared:
            most = max(shared.values())
            likest = [there for there, count in shared.items() if count == most]
            path = min(likest, key=lambda there: (by_path[there].when.day, there))
            share = most / len(runs[one.path])
            likest_notes[one.path] = Likeness(interview=by_path[path], share=share)
    return likest_notes
