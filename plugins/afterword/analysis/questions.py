"""Which questions keep coming up, in whatever wording, and how I answered them each time."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from afterword.frozen import dataclass
from afterword.kinds import Answered
from afterword.model import Interview, Journal, Question

# "why", "when" and "who" are no stop words: "Why did you leave?" is not "When did you leave?".
_STOP_WORDS = frozenset(
    """a about am an and any are as at be been between by can could describe did do does doing explain for from
    give had has have how i id if in into is it its ive lets like many may me might mind much my of on one or
    our please should so some tell that the their them then there these they this those to was we were what
    whats which will with would you youd your youre yours youve""".split()  # noqa: SIM905  eighty quoted words are harder to read
)


_RANKS = {Answered.BADLY: 0, Answered.OK: 1, None: 2, Answered.WELL: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One time a question came up: where, in which wording, and how I answered it."""

    path: str
    company: str
    day: date
    answered: Answered | None
    line: int
    why: str | None
    text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """One question in its latest wording, with the themes of every wording and each time it was asked, oldest first."""

    text: str
    themes: tuple[str, ...]
    asked: tuple[Asked, ...]


def asked_questions(journal: Journal) -> tuple[AskedQuestion, ...]:
    """Every question that was asked, those asked most often first, then those asked latest."""
    asked = [(question, one) for one in journal.interviews for question in one.questions]
    # What is asked again is mostly asked in the same words.
    words = {text: _words(text) for text in {question.text for question, _ in asked}}
    likeness = _Likeness(words[question.text] for question, _ in asked)
    groups: dict[int, list[tuple[Question, Interview]]] = {}
    for number, one in zip(likeness.groups, asked, strict=True):
        groups.setdefault(number, []).append(one)
    made = [_asked_question(those) for those in groups.values()]
    return tuple(sorted(made, key=lambda one: (len(one.asked), one.asked[-1].day), reverse=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCounts:
    """How many questions came up, how many of them more than once, and of the `judged` answers how many went well, so-so and badly."""

    questions: int
    again: int
    judged: int
    well: int
    ok: int
    badly: int


def answer_counts(asked: Sequence[AskedQuestion]) -> AnswerCounts:
    """The counts of all questions."""
    judged = [one.answered for question in asked for one in question.asked if one.answered]
    return AnswerCounts(
        questions=len(asked),
        again=sum(1 for one in asked if len(one.asked) > 1),
        judged=len(judged),
        well=judged.count(Answered.WELL),
        ok=judged.count(Answered.OK),
        badly=judged.count(Answered.BADLY),
    )


def to_practise(asked: Iterable[AskedQuestion]) -> tuple[AskedQuestion, ...]:
    """The questions in the order in which practice pays: those last answered badly, so-so, not judged, well; then by how often."""
    return tuple(sorted(asked, key=_practice))


def _practice(one: AskedQuestion) -> tuple[int, int, int]:
    judged = [time.answered for time in one.asked if time.answered]
    rank = _RANKS[judged[-1] if judged else None]
    return rank, -len(one.asked), -one.asked[-1].day.toordinal()


def _asked_question(asked: list[tuple[Question, Interview]]) -> AskedQuestion:
    themes = (theme for question, _ in asked for theme in question.all_themes)
    return AskedQuestion(
        text=asked[-1][0].text,
        themes=tuple(dict.fromkeys(themes)),
        asked=tuple(_asked(question, interview) for question, interview in asked),
    )


def _asked(question: Question, interview: Interview) -> Asked:
    return Asked(
        path=interview.path,
        company=interview.company,
        day=interview.when.day,
        answered=question.answered,
        line=question.line,
        why=question.why,
        text=question.text,
        notes=question.notes,
    )


def _words(text: str) -> frozenset[str]:
    """The words that make a question: "How would you shard it?" is {"shard"}, "C++?" {"c++"}; never none."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("'", "")
    words = frozenset(re.findall(r"[^\W_]+(?:\+\+|#)?", plain))
    return words - _STOP_WORDS or words or frozenset({plain.strip()})


class _Likeness:
    """The group of each set of words, by the number of the set that began it.

    A set joins the group whose first set it shares most with, if that is three words and three fifths of both together;
    only first sets are compared, so that a group cannot drift. Two sets that like each other so much share one of their
    rarest words, so that only those are indexed.
    """

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        all_sets = list(sets)
        self._often = Counter(word for words in all_sets for word in words)
        self._first: dict[int, frozenset[str]] = {}
        self._index: dict[str, list[int]] = {}
        known: dict[frozenset[str], int] = {}
        for number, words in enumerate(all_sets):
            if words not in known:
                known[words] = self._group(number, words)
        self.groups = tuple(known[words] for words in all_sets)

    def _group(self, number: int, words: frozenset[str]) -> int:
        """The group that a set joins, or its own number."""
        rarest = self._rarest(words)
        near = {group for word in rarest for group in self._index.get(word, ())}
        alike = [group for group in sorted(near) if self._alike(words, self._first[group])]
        if alike:
            return max(alike, key=lambda group: _share(words, self._first[group]))
        self._first[number] = words
        for word in rarest:
            self._index.setdefault(word, []).append(number)
        return number

    def _rarest(self, words: frozenset[str]) -> list[str]:
        """As many of the rarest words as cannot all be missing from a set that is alike."""
        in_order = sorted(words, key=lambda word: (self._often[word], word))
        return in_order[: len(words) * 2 // 5 + 1]

    @staticmethod
    def _alike(some: frozenset[str], others: frozenset[str]) -> bool:
        """Whether two sets of words are one question; counted in whole numbers, since 0.6 is not a sum of halves."""
        shared = len(some & others)
        return shared >= 3 and shared * 5 >= len(some | others) * 3


def _share(some: frozenset[str], others: frozenset[str]) -> float:
    return len(some & others) / len(some | others)
