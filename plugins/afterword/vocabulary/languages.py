"""Which words each language has for what is read, from one file a language.

A file is lines of words, parted by commas, below names in brackets that say what they mean:

    [section went_well]
    went well, pros

English is read in every entry, and any other language in those that are written in it: see `afterword.vocabulary.speaking`. Its file
is opened when the first entry asks for it, and each part of it looked through when something of its kind is met.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

from afterword.frozen import dataclass
from afterword.patterns import seldom
from afterword.vocabulary.spelling import composed, in_two_letters, spoken, without_accents

# Whatever is no part of a word, in a piece whose words stand on a line each.
_NO_LETTERS = seldom(r"[^\w\n]+|_+")
# Most of that, which is taken out much faster by itself.
_COMMON_SIGNS = (" ", "'", "-", "_", "/", "?", ".", "(", ")")
# What the files of languages are called: two letters. Beside them lies what tells them from each other, and from those not read.
_LANGUAGE_FILES, _EVERYDAY = "??.txt", "everyday.txt"


@dataclass(frozen=True, slots=True)
class Words:
    """The words below each name in brackets, in the order written."""

    parts: Mapping[str, tuple[str, ...]]

    def of(self, name: str) -> tuple[str, ...]:
        """The words below a name; none where it is not there."""
        return self.parts.get(name, ())

    def spoken(self, name: str) -> frozenset[str]:
        """The words below a name as they are compared."""
        return frozenset(map(spoken, self.of(name)))

    def meanings(self, kind: str) -> dict[str, str]:
        """What each word means, as it is compared, below the names that begin with `kind`: of "outcome", "ghosted" is "no answer"."""
        return {
            spoken(word): name.removeprefix(f"{kind} ")
            for name, words in self.parts.items()
            if name.startswith(f"{kind} ")
            for word in words
        }


def _parts(text: str) -> dict[str, str]:
    """What stands below each name in brackets, in one piece. Raises ValueError for a word above the first name."""
    above, *pieces = f"\n{text}".split("\n[")
    if words := _words(above):
        raise ValueError(words[0])
    parts: dict[str, str] = {}
    for piece in pieces:
        name, _, below = piece.partition("]")
        parts[name.strip()] = parts.get(name.strip(), "") + below
    return parts


class Language:
    """One language beside English: its words as they are compared, without blanks, with and without their accents."""

    def __init__(self, text: str) -> None:
        """The words in the text of a language's file, which is looked through when something is asked of it."""
        self._text = f"{text}\n"
        self._meanings: dict[str, dict[str, str]] = {}
        self._compared: dict[str, tuple[str, ...]] = {}

    @cached_property
    def _parts(self) -> Mapping[str, str]:
        return _parts(self._text)

    @cached_property
    def name(self) -> str:
        """What the language is called in English."""
        return self._parts.get("language", "").strip()

    @cached_property
    def has_blanks(self) -> bool:
        """Whether blanks part its words: in Chinese and Japanese a word is looked for anywhere in a text."""
        return "written without blanks" not in self._parts

    @cached_property
    def has_wide_colon(self) -> bool:
        """Whether its keyboards have a colon as wide as a letter, behind which no blank stands."""
        return "wide colon" in self._parts

    @cached_property
    def is_day_first(self) -> bool:
        """Whether everybody who writes it sets the day of a date before its month."""
        return "day first" in self._parts

    @cached_property
    def is_year_first(self) -> bool:
        """Whether a date in figures begins with its year."""
        return "year first" in self._parts

    def has_as_written(self, word: str) -> bool:
        """Whether a word stands in the file in these very letters, which is told sooner than what it means."""
        beginnings = (
            f"{before}{word}{behind}" for before in ("\n", ", ") for behind in (",", "\n")
        )
        return any(one in self._text for one in beginnings)

    def of(self, name: str) -> tuple[str, ...]:
        """The words below a name, as written; none where it is not there."""
        return _words(self._parts.get(name, ""))

    def compared(self, name: str) -> tuple[str, ...]:
        """The words below a name as `spoken` gives them, with and without their accents, and with the star for any ending."""
        if (known := self._compared.get(name)) is None:
            words = [spoken(word) + "*" * word.endswith("*") for word in self.of(name)]
            known = self._compared[name] = tuple(
                dict.fromkeys([*words, *map(without_accents, words)])
            )
        return known

    def said(self, name: str) -> Mapping[str, str]:
        """The words below this one name, as they are compared; each means the name."""
        return self._known(name, (name,))

    def meanings(self, kind: str) -> Mapping[str, str]:
        """What each word means, as it is compared, below the names that begin with `kind`."""
        if (known := self._meanings.get(f"{kind} ")) is not None:
            return known
        names = tuple(name for name in self._parts if name.startswith(f"{kind} "))
        return self._known(f"{kind} ", names)

    def _known(self, kind: str, names: tuple[str, ...]) -> dict[str, str]:
        """The meanings of the words below these names, made once. A spelling without accents counts where it has one meaning."""
        if (known := self._meanings.get(kind)) is not None:
            return known
        known = {}
        plain: dict[str, set[str]] = {}
        for name in names:
            meaning = name.removeprefix(kind)
            small = composed(_lines(self._parts.get(name, "")))
            known.update(dict.fromkeys(_compared(small), meaning))
            for spelling in () if small.isascii() else _without_accents(small):
                plain.setdefault(spelling, set()).add(meaning)
        for spelling, meant in plain.items():
            if len(meant) == 1:
                known.setdefault(spelling, *meant)
        self._meanings[kind] = known
        return known


def _lines(piece: str) -> str:
    """The piece below a name without the lines that begin with #, which are for people alone."""
    if "#" not in piece:
        return piece
    return "\n".join(line for line in piece.split("\n") if not line.startswith("#"))


def _words(piece: str) -> tuple[str, ...]:
    """The words in the piece below a name."""
    words = _lines(piece).replace("\n", ",").split(",")
    return tuple(filter(None, map(str.strip, words)))


def _compared(piece: str) -> list[str]:
    """The words in a piece that is composed, as `bare` gives them."""
    for sign in _COMMON_SIGNS:
        piece = piece.replace(sign, "")
    return [word for word in _NO_LETTERS.sub("", piece.replace(",", "\n")).split("\n") if word]


def _without_accents(piece: str) -> list[str]:
    """The words in a piece that is composed, as they look without their accents."""
    plain = _compared(without_accents(piece))
    in_two = in_two_letters(piece)
    return plain if in_two == piece else plain + _compared(without_accents(in_two))


def read_words(text: str) -> Words:
    """The words of one language. Raises ValueError for a word above the first name."""
    return Words({name: _words(piece) for name, piece in _parts(text).items()})


def joined(languages: Iterable[Words]) -> Words:
    """The words of several languages below the same names, those of the first language first."""
    parts: dict[str, tuple[str, ...]] = {}
    for language in languages:
        for name, words in language.parts.items():
            parts[name] = parts.get(name, ()) + words
    return Words(parts)


def _text_of(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


@cache
def languages() -> Mapping[str, Language]:
    """Every language beside English that has a file, by its two letters."""
    names = sorted(path.name for path in Path(__file__).parent.glob(_LANGUAGE_FILES))
    return {name[:2]: Language(_text_of(name)) for name in names if name != "en.txt"}


@cache
def in_every_language(name: str) -> frozenset[str]:
    """The words below a name in every language, as they are compared, for a name or a title whose language nobody can tell."""
    words = (word for language in languages().values() for word in language.compared(name))
    return WORDS.spoken(name).union(words)


@cache
def written_in_every_language(name: str) -> tuple[str, ...]:
    """The words below a name in every language, as they are written in its file, the longest first."""
    words = {*ENGLISH.of(name), *(word for one in languages().values() for word in one.of(name))}
    return tuple(sorted(words, key=len, reverse=True))


@cache
def _everyday() -> Words:
    return read_words(_text_of(_EVERYDAY))


@cache
def unread_languages() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """What the keys of a company and of a day are called in each language that is not read, as they are compared, by its name."""
    words = _everyday()
    named = (name.partition(" ")[2] for name in words.parts if name.startswith("company "))
    return {name: (words.spoken(f"company {name}"), words.spoken(f"date {name}")) for name in named}


@cache
def interviews_unread() -> Mapping[str, frozenset[str]]:
    """What an interview is called in each language that is not read, as it is compared, by the language's name."""
    words = _everyday()
    kind = "interview "
    named = (name.removeprefix(kind) for name in words.parts if name.startswith(kind))
    return {name: words.spoken(f"{kind}{name}") for name in named}


@cache
def common_words() -> Mapping[str, tuple[str, ...]]:
    """The words that nearly every text of a language has, by its name in English; also of languages that are not read."""
    kind, parts = "common words ", _everyday().parts.items()
    return {name.removeprefix(kind): words for name, words in parts if name.startswith(kind)}


def _beginning(text: str, beginnings: tuple[str, ...]) -> Words:
    """The words below the names that begin with one of these, in the text of a language's file."""
    pieces = _parts(text).items()
    return Words({name: _words(piece) for name, piece in pieces if name.startswith(beginnings)})


# German has these in words that are none in English, so that they are read in every entry.
_BESIDE_ENGLISH = (
    "month", "weekday", "before a time", "behind a time", "until a day", "beside a day", "last of a month", "no one day", "day ", "within",
    "count ", "unit ", "common headings", "interview", "other ", "template folder", "application page",
    "party me", "and", "told things", "thing ", "for me", "surely promised", "dated promises", "mail header",
)  # fmt: skip
ENGLISH = read_words(_text_of("en.txt"))
# What is read in every entry, whatever language it is in.
WORDS = joined([ENGLISH, _beginning(_text_of("de.txt"), _BESIDE_ENGLISH)])
