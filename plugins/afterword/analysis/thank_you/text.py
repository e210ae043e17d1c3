"""A note as sentences of words, each word also by its stem, so that "rebalance" is found where "rebalancing" is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import chain

from afterword.frozen import NamedTuple, dataclass

# A stem of fewer letters ties nothing.
_LONG = 3
_NO_STEM = frozenset({""})
# A word's stem: the part of it that its forms have in common.
Stem = Callable[[str], str]
# The stem of a word in a language, by the language's name in English.
Stems = Callable[[str], Stem]

_WORD = re.compile(r"[^\W_]+")
# The letters and digits of ASCII without case; whatever else there is parts words.
_PLAIN = "".join(one.lower() if one.isalnum() else " " for one in map(chr, range(128)))
# What it may begin with is looked for first: most letters are none of that.
_END = re.compile(
    r"(?=[.!?…\n;])(?:(?<![\s.][A-ZÀ-Þ])(?<!\b(?:Mr|Ms|Dr))(?<!\bMrs)[.!?…]+[\"”’)]*\s+|\n\s*\n|;\s)"
)
_ADDRESS = re.compile(r"https?://[^\s)>\]]+|\bwww\.[^\s)>\]]+")


def unstemmed(_: str) -> Stem:
    """No stems at all: each word is only itself."""
    return str


def words_of(text: str) -> list[str]:
    """The words of a text, without case; an apostrophe parts two."""
    # Most texts are plain, and nothing is read as often as words.
    if text.isascii():
        return text.translate(_PLAIN).split()
    return [*map(str.casefold, _WORD.findall(text))]


def addresses_in(text: str) -> Iterator[str]:
    """The addresses of pages in a text, in its order."""
    may_have = "://" in text or "www." in text
    return (found[0].rstrip(".,;") for found in _ADDRESS.finditer(text if may_have else ""))


class Sentence(NamedTuple):
    """One sentence of a note, with the stem of each of its words, and each of these once."""

    text: str
    stems: tuple[str, ...]
    distinct: frozenset[str]
    is_question: bool = False

    @property
    def spoken(self) -> str:
        """The stems with a blank around each."""
        return f" {' '.join(self.stems)} "

    def written(self, first: int, last: int) -> str:
        """What stands in it from one word to another, as it is written."""
        spans = [one.span() for one in _WORD.finditer(self.text)]
        return " ".join(self.text[spans[first][0] : spans[last][1]].split())


def sentence_of(text: str, stems: Iterable[str], *, is_question: bool = False) -> Sentence:
    """A sentence with these stems."""
    row = tuple(stems)
    return Sentence(text, row, frozenset(row), is_question)


def sentences(text: str, stem: Stem) -> tuple[Sentence, ...]:
    """The sentences of a text; an empty line ends one as well."""
    found: list[Sentence] = []
    start = 0
    ends = [*((one.start(), one.end(), one[0]) for one in _END.finditer(text))]
    for end, behind, sign in (*ends, (len(text), len(text), text.rstrip()[-1:])):
        words = words_of(text[start:end])
        if words:
            stems = map(stem, words)
            found.append(sentence_of(text[start:end], stems, is_question="?" in sign))
        start = behind
    return tuple(found)


class Phrases:
    """Phrases of a language, looked for in a sentence by their stems; a word of `never` is in no gap of one."""

    def __init__(self, phrases: Iterable[str], stem: Stem, never: Iterable[str] = ()) -> None:
        """The phrases as they are written in the file of the language."""
        others = "|".join(map(re.escape, map(stem, never)))
        self._gap = rf"(?:(?!(?:{others}) )[^ ]+ ){{0,3}}" if others else r"(?:[^ ]+ ){0,3}"
        self._stem = stem
        # Each by its longest word, which is the rarest as a rule: most sentences have none, and most phrases wait in vain.
        self._phrases: dict[str, list[str]] = {}
        for one in phrases:
            self._phrases.setdefault(stem(max(words_of(one), key=len)), []).append(one)
        self._longest = frozenset(self._phrases)
        self._ways: dict[str, tuple[tuple[frozenset[str], str], ...]] = {}
        self._patterns: dict[frozenset[str], re.Pattern[str]] = {}

    def without(self, sentence: Sentence) -> Sentence:
        """The sentence with every word of these phrases made unspeakable, so that it is found as nothing else."""
        if (pattern := self._pattern_for(sentence)) is None:
            return sentence
        blank = pattern.sub(lambda one: " " + "¤ " * len(one[0].split()), sentence.spoken)
        return sentence_of(sentence.text, blank.split(), is_question=sentence.is_question)

    def first(self, sentence: Sentence) -> str:
        """The first of them in a sentence, as it is written there; empty where there is none."""
        pattern = self._pattern_for(sentence)
        found = pattern.search(spoken := sentence.spoken) if pattern else None
        if found is None:
            return ""
        begin = spoken.count(" ", 0, found.start())
        return sentence.written(begin, begin + len(found[0].split()) - 1)

    def _pattern_for(self, sentence: Sentence) -> re.Pattern[str] | None:
        """What finds the phrases of which a sentence has every word, in whatever order, the longest first; None without any."""
        there = sentence.distinct
        if there.isdisjoint(self._longest):
            return None
        near = (one for longest in self._longest & there for one in self._near(longest))
        ways = frozenset(way for words, way in near if words <= there)
        if not ways:
            return None
        # A pattern of all the hundreds would take longer to compile than a journal's notes to read.
        if ways not in self._patterns:
            each = "|".join(sorted(ways, key=lambda way: (-len(way), way)))
            self._patterns[ways] = re.compile(f" (?:{each}) ")
        return self._patterns[ways]

    def _near(self, longest: str) -> tuple[tuple[frozenset[str], str], ...]:
        """The stems of each phrase whose longest word this is, and a pattern for it."""
        if (known := self._ways.get(longest)) is None:
            known = self._ways[longest] = tuple(map(self._way, self._phrases[longest]))
        return known

    def _way(self, phrase: str) -> tuple[frozenset[str], str]:
        parts = [[*map(self._stem, words_of(part))] for part in phrase.split("…")]
        way = f" {self._gap}".join(" ".join(map(re.escape, part)) for part in parts)
        return frozenset(chain.from_iterable(parts)), way


@dataclass(frozen=True)
class NoteLanguage:
    """The language of a note: its stems, the words that every note has, and the phrases by which it is judged."""

    name: str
    stem: Stem
    words: Mapping[str, tuple[str, ...]]

    @cached_property
    def common(self) -> frozenset[str]:
        """The stems of the words that nearly every note has."""
        return frozenset(map(self.stem, self.words["common"]))

    @cached_property
    def mine(self) -> frozenset[str]:
        """The stems of the words for whoever writes; none in a language that leaves them out."""
        return frozenset(map(self.stem, self.words.get("i", ())))

    @cached_property
    def yours(self) -> frozenset[str]:
        """The stems of the words for those who are addressed."""
        return frozenset(map(self.stem, self.words["you"]))

    @cached_property
    def manners(self) -> Phrases:
        """What is said out of politeness."""
        return self._phrases("manners")

    @cached_property
    def interest(self) -> Phrases:
        """What draws the writer."""
        return self._phrases("interest")

    @cached_property
    def thanks(self) -> Phrases:
        """Words of thanks and of pleasure."""
        return self._phrases("thanks")

    @cached_property
    def repair(self) -> Phrases:
        """What comes back to a weak answer by itself."""
        return self._phrases("repair")

    @cached_property
    def mend(self) -> Phrases:
        """What does so beside the matter's own words."""
        return self._phrases("mend")

    @cached_property
    def reminder(self) -> Phrases:
        """When and how the writer can be reached, and what they send."""
        return self._phrases("reminder")

    @cached_property
    def work(self) -> Phrases:
        """Pieces of work."""
        return self._phrases("work")

    def _phrases(self, name: str) -> Phrases:
        return Phrases(self.words[name], self.stem, self.words["you"])

    def telling(self, text: str) -> frozenset[str]:
        """The stems of the words in a text that tie it to something."""
        return self.tying(words_of(text))

    def tying(self, words: Iterable[str]) -> frozenset[str]:
        """The stems of those of these words that tie a text to something."""
        return frozenset(map(self._tying, words)) - _NO_STEM

    @cached_property
    def _tying(self) -> Stem:
        """What gives the stem of a word, empty where it ties nothing; each word is looked at once."""

        def tying(word: str) -> str:
            stem = self.stem(word)
            return "" if stem in self.common or len(stem) < _LONG or stem.isdecimal() else stem

        return cache(tying)
