"""In which languages the file that is being read is written, and what a word means in them.

English is read everywhere. Which other language a file is in is told by its own words: those that nearly every text of a language
has, and the keys and headings that English lacks. A word that stands alone decides nothing: then the journal's other files do.
Nothing is looked at until a word is met that English does not know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import Context, ContextVar, copy_context
from dataclasses import replace
from functools import cache, cached_property, lru_cache

from afterword.frozen import dataclass
from afterword.vocabulary.languages import (
    ENGLISH,
    Language,
    common_words,
    languages,
)
from afterword.vocabulary.spelling import bare

# What stands where a key, a heading or a label does.
# A text says so within this many letters, and an entry in English at a glance.
_SEEN, _GLANCE = 3000, 700
_FRAME = re.compile(
    r"^(?:#{1,6}[ \t]*|\*\*|__)(?P<heading>[^\n:：*_]{1,60})|^(?P<key>[^\W\d_][^\n:：]{0,40})[:：]",
    re.MULTILINE,
)
_KANA, _HAN, _HANGUL = r"[\u3040-\u30ff]", r"[\u4e00-\u9fff]", r"[\uac00-\ud7a3]"
# The first of them all.
_FAR = "\u3040"
# So many of the words that every text has make a text one of that language; as many English ones say that it is English.
_ENOUGH, _ENGLISH_ENOUGH = 3, 4
_ENGLISH, _COMPANY = "English", "company"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one language in a text: how many of its common words, and which keys and headings that are its own.

    `frames` are those as written, `headings` the ones below the front matter.
    """

    prose: int = 0
    frames: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()

    @property
    def weight(self) -> int:
        """How much it is, to be compared with that for another language."""
        return self.prose + 2 * len(self.frames)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A key or heading that one language has, in a text that is not known to be in it; `is_company` for the key of a company."""

    written: str
    language: Language
    is_company: bool


class Tongue:
    """In which languages one text is written beside English.

    `journal` gives the language of most files of the journal, which counts where this text does not say.
    """

    def __init__(self, text: str, journal: Callable[[], str]) -> None:
        self._text = text
        self._journal = journal

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages beside English, the one that most speaks for first."""
        return self._read_as[0]

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """The keys and headings that would be read if the text, or the journal, said in which language it is; none where nobody asked."""
        return self._read_as[1] if "_read_as" in vars(self) else ()

    @cached_property
    def _read_as(self) -> tuple[tuple[Language, ...], tuple[Doubt, ...]]:
        evidence = evidence_in(self._text)
        if evidence.keys() <= {_ENGLISH}:
            return (), ()
        if certain := _certain(evidence):
            return certain, ()
        if not (possible := _possible(evidence)):
            return (), ()
        if usual := self._journal():
            return tuple(one for one in possible if one.name == usual), ()
        return (), tuple(_doubts(possible, evidence))


def evidence_in(text: str) -> Mapping[str, Evidence]:
    """What speaks for each language in a text, by its name in English, also for those that are not read.

    Where the rest is English, keys and headings count only if the key of a company is in another language.
    """
    glance = _prose_in(text[:_GLANCE])
    if _is_english(glance) and f"\n{_COMPANY}:" in text:
        return {_ENGLISH: Evidence(glance[_ENGLISH])}
    text = text[:_SEEN]
    prose = _prose_in(text)
    written = _written_frames(text)
    below = text.find("\n---", 1)
    if _is_english(prose) and not _has_foreign_company(written, below):
        return {_ENGLISH: Evidence(prose[_ENGLISH])}
    frames: dict[str, list[str]] = {}
    headings: dict[str, list[str]] = {}
    owners = _frames() if _may_be_foreign(written) else {}
    for word, (as_written, at) in written.items():
        for name in (_ENGLISH,) if word in _english_frames() else owners.get(word, ()):
            frames.setdefault(name, []).append(as_written)
            if at > below:
                headings.setdefault(name, []).append(as_written)
    return {
        name: Evidence(
            prose.get(name, 0), tuple(frames.get(name, ())), tuple(headings.get(name, ()))
        )
        for name in prose.keys() | frames.keys()
    }


def _prose_in(text: str) -> dict[str, int]:
    """How many of the common words of each language a text has, or of its letters, by its name in English."""
    found = _letters_in(text)
    owners = _owners_of_common_words()
    for word in owners.keys() & text.casefold().split():
        for name in owners[word]:
            found[name] = found.get(name, 0) + 1
    return found


def _written_frames(text: str) -> dict[str, tuple[str, int]]:
    """What stands in a text where keys, headings and labels do, by itself as it is compared, and where it stands."""
    found = ((one["heading"] or one["key"], one.start()) for one in _FRAME.finditer(text))
    return {bare(written): (written.strip(), at) for written, at in found}


def frames_in(text: str) -> list[str]:
    """What stands in a text where keys, headings and labels do."""
    return [one["key"] or one["heading"] for one in _FRAME.finditer(text[:_SEEN])]


def _letters_in(text: str) -> dict[str, int]:
    """Languages that are told by their letters, and have no blanks to find words by, with how much speaks for each."""
    if text.isascii() or max(text) < _FAR:
        return {}
    kana, hangul, han = (len(re.findall(one, text)) for one in (_KANA, _HANGUL, _HAN))
    return {
        "Japanese": min(kana, 20),
        "Korean": min(hangul, 20),
        "Chinese": 0 if kana else min(han, 20),
    }


@cache
def _owners_of_common_words() -> Mapping[str, tuple[str, ...]]:
    """Which languages have a word in nearly every text."""
    owners: dict[str, tuple[str, ...]] = {}
    for name, words in common_words().items():
        for word in words:
            owners[word] = (*owners.get(word, ()), name)
    return owners


def _may_be_foreign(written: Mapping[str, tuple[str, int]]) -> bool:
    """Whether another language may have one of these keys and headings; beside an English key of a company in its own spelling."""
    unknown = [
        as_written for word, (as_written, _) in written.items() if word not in _english_frames()
    ]
    return bool(unknown) and (_COMPANY not in written or any(map(_stands_in_a_file, unknown)))


@lru_cache(maxsize=1024)
def _stands_in_a_file(word: str) -> bool:
    small = word.casefold()
    return any(one.has_as_written(word) or one.has_as_written(small) for one in every_language())


def _is_english(prose: Mapping[str, int]) -> bool:
    """Whether so many common words are English, and of no other language half as many."""
    english = prose.get(_ENGLISH, 0)
    others = max((count for name, count in prose.items() if name != _ENGLISH), default=0)
    return _ENGLISH_ENOUGH <= english > 2 * others


def _has_foreign_company(written: Mapping[str, tuple[str, int]], below: int) -> bool:
    """Whether one of the keys above the end of the front matter is that of a company in another language."""
    keys = [word for word, (_, at) in written.items() if at < below]
    return not _english_frames().issuperset(keys) and not _companies().isdisjoint(keys)


@cache
def _companies() -> frozenset[str]:
    """What the key of a company is called in other languages."""
    return frozenset(
        word for language in languages().values() for word in language.said("key company")
    )


@cache
def _english_companies() -> frozenset[str]:
    return frozenset(map(bare, (_COMPANY, *ENGLISH.of("key company"))))


@cache
def _english_frames() -> frozenset[str]:
    """The English words for keys and headings, those of other programs among them."""
    return frozenset(
        bare(word)
        for name, words in ENGLISH.parts.items()
        if name.startswith(("key ", "section ")) or name == "foreign keys"
        for word in (name.partition(" ")[2], *words)
    )


@cache
def _frames() -> Mapping[str, tuple[str, ...]]:
    """Which languages have a word for a key or a heading, and English has it for none."""
    english = _english_frames()
    owners: dict[str, tuple[str, ...]] = {}
    for language in languages().values():
        for word in {**language.meanings("key"), **language.meanings("section")}:
            if word not in english:
                owners[word] = (*owners.get(word, ()), language.name)
    return owners


_NONE = Evidence()


def _certain(evidence: Mapping[str, Evidence]) -> tuple[Language, ...]:
    """The languages that a text is surely in, of those that are read."""
    english = evidence.get(_ENGLISH, _NONE)
    sure = [one for one in languages().values() if _is_sure(_own(one, evidence), english)]
    most = max((each.weight for name, each in evidence.items() if name != _ENGLISH), default=0)
    heard = [one for one in sure if evidence.get(one.name, _NONE).weight * 2 >= most]
    if _is_unread(evidence, heard):
        return ()
    return tuple(sorted(heard, key=lambda one: -evidence.get(one.name, _NONE).weight))


def _own(language: Language, evidence: Mapping[str, Evidence]) -> Evidence:
    """What speaks for a language: where the key of the company is English, of its keys and headings only the headings."""
    own = evidence.get(language.name, _NONE)
    english = map(bare, evidence.get(_ENGLISH, _NONE).frames)
    return own if _english_companies().isdisjoint(english) else replace(own, frames=own.headings)


def _is_sure(own: Evidence, english: Evidence) -> bool:
    if own.prose >= _ENOUGH and own.prose * 2 >= english.prose:
        return True
    if english.prose >= _ENGLISH_ENOUGH and own.prose * 2 < english.prose:
        return len(own.frames) > len(english.frames)
    return len(own.frames) > 1 or (own.prose > 1 and bool(own.frames))


def _is_unread(evidence: Mapping[str, Evidence], heard: Iterable[Language]) -> bool:
    """Whether a language that is not read has more of its common words in a text than each of those that are."""
    read = {one.name for one in languages().values()} | {_ENGLISH}
    other = max((each.prose for name, each in evidence.items() if name not in read), default=0)
    return other >= _ENOUGH and all(evidence.get(one.name, _NONE).prose < other for one in heard)


def _possible(evidence: Mapping[str, Evidence]) -> tuple[Language, ...]:
    """The languages that a text may be in, where nothing says that it is in English or in one that is not read."""
    if evidence.get(_ENGLISH, _NONE).prose >= _ENGLISH_ENOUGH or _is_unread(evidence, ()):
        return ()
    return tuple(one for one in languages().values() if evidence.get(one.name, _NONE).frames)


def _doubts(possible: Iterable[Language], evidence: Mapping[str, Evidence]) -> Iterator[Doubt]:
    """The words that would be read: headings, and beside fewer than two keys in English keys as well."""
    for language in possible:
        for word in _own(language, evidence).frames:
            is_company = language.meanings("key").get(bare(word)) == "company"
            yield Doubt(word, language, is_company=is_company)


def language_of_most(texts: Iterable[str]) -> str:
    """The language, by its name in English, that most texts are in, of those that say; empty where none says, or two are in as many."""
    found = Counter(name for text in texts if (name := _language_of(text)))
    (most, count), (_, others) = (*found.most_common(2), ("", 0), ("", 0))[:2]
    return most if count > others else ""


def _language_of(text: str) -> str:
    evidence = evidence_in(text)
    certain = _certain(evidence)
    if certain or evidence.get(_ENGLISH, _NONE).prose < _ENGLISH_ENOUGH:
        return certain[0].name if certain else ""
    return _ENGLISH


_SPOKEN: ContextVar[Tongue | None] = ContextVar("spoken", default=None)


@contextmanager
def speaking(tongue: Tongue) -> Iterator[Tongue]:
    """Have words mean what they mean in these languages, while a file is read."""
    token = _SPOKEN.set(tongue)
    try:
        yield tongue
    finally:
        _SPOKEN.reset(token)


def context_of(tongue: Tongue) -> Context:
    """A context in which these languages are spoken, for what reads a file a step at a time."""
    (context := copy_context()).run(_SPOKEN.set, tongue)
    return context


def languages_spoken() -> tuple[Language, ...]:
    """The languages beside English that the file which is being read is in; every one where none is being read."""
    tongue = _SPOKEN.get()
    return every_language() if tongue is None else tongue.languages


def is_day_first() -> bool:
    """Whether everybody who writes the languages of the file that is being read sets the day of a date before its month."""
    others = languages_spoken()
    return bool(others) and others != every_language() and all(one.is_day_first for one in others)


def is_year_first() -> bool:
    """Whether one of the languages of the file that is being read begins a date in figures with its year."""
    others = languages_spoken()
    return others != every_language() and any(one.is_year_first for one in others)


@cache
def every_language() -> tuple[Language, ...]:
    """Every language beside English."""
    return tuple(languages().values())


def meaning_of(kind: str, text: str) -> str | None:
    """What a text means below the names that begin with `kind`, in the languages spoken; None where they have no or several meanings."""
    others = languages_spoken()
    return meaning_in(others, kind, text) if others else None


def meaning_in(spoken_in: Iterable[Language], kind: str, text: str) -> str | None:
    """What a text means below the names that begin with `kind`, in some languages; None where they have no or several meanings."""
    word = bare(text)
    meant = {found for one in spoken_in if (found := one.meanings(kind).get(word))}
    return meant.pop() if len(meant) == 1 else None


def meaning_anywhere(kind: str, text: str) -> str | None:
    """What a text means in the languages spoken, and where they do not know it, in any other, if it means only one thing in all."""
    if found := meaning_of(kind, text):
        return found
    return meaning_in(languages().values(), kind, text)


class Said:
    """The words below one name, in English and in the languages spoken: a set of words as they are compared."""

    def __init__(self, name: str, *others: str) -> None:
        """The words below this name, and others."""
        self._name = name
        self._english = ENGLISH.spoken(name) | frozenset(others)

    def __contains__(self, word: object) -> bool:
        """Whether these words, as `spoken` gives them, are among them."""
        if word in self._english:
            return True
        if not (others := languages_spoken()) or not isinstance(word, str):
            return False
        compared = bare(word)
        return any(compared in one.said(self._name) for one in others)
