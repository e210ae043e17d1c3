"""Names as a language bends them: Kowalska is asked of Kowalskiej, Marek of Markiem, and Google is where people googeln."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.audience.common_names import COMMON
from afterword.audience.common_words import FUNCTION
from afterword.audience.spelling import UNSPACED, word_pattern
from afterword.frozen import dataclass

# Folded as texts are: й is и here.
_VOWELS = frozenset("aeiouyаеиоуыэюя")
_ENDINGS = [
    "a",
    "e",
    "i",
    "o",
    "u",
    "y",
    "ie",
    "ia",
    "io",
    "iu",
    "ii",
    "ej",
    "iej",
    "ego",
    "iego",
    "emu",
    "iemu",
    "im",
    "ym",
    "ow",
    "owi",
    "owie",
    "em",
    "iem",
    "om",
    "iom",
    "am",
    "iam",
    "ami",
    "iami",
    "ach",
    "iach",
    "ou",
    "ovi",
    "ova",
    "ovy",
    "ove",
    "а",
    "я",
    "у",
    "ю",
    "е",
    "и",
    "ы",
    "о",
    "ою",
    "ею",
    "ои",
    "еи",
    "еу",
    "ом",
    "ем",
    "ам",
    "ям",
    "ами",
    "ями",
    "ах",
    "ях",
    "ов",
    "ев",
    "ови",
    "ым",
    "ых",
    "ого",
    "ому",
    "ии",
    "ию",
    "ия",
    "ием",
    "иеи",
    "иею",
]
# A short word is bent in these ways alone: more of them would make other words of it.
_CONSONANT_ENDINGS = [
    "a",
    "u",
    "owi",
    "em",
    "iem",
    "ie",
    "om",
    "ovi",
    "ovou",
    "а",
    "у",
    "ом",
    "ем",
    "е",
    "ы",
    "я",
    "ю",
    "ови",
]
_SHORTEST_ENDINGS = [
    "a",
    "e",
    "i",
    "o",
    "y",
    "u",
    "ie",
    "ej",
    "а",
    "е",
    "и",
    "у",
    "ы",
    "ю",
    "ои",
    "еи",
]
# How the last consonant softens before e and i: Huta, w Hucie; Olga, Olze.
_SOFT = {
    "t": ("ci",), "d": ("dzi",), "k": ("c",), "g": ("dz", "z"), "r": ("rz",), "h": ("z", "sz"), "к": ("ц",), "г": ("з",), "х": ("с",),
}  # fmt: skip
_FLEETING = frozenset("kclrnкцлрн")
_LONG = 5
_SHORT = 3
_NO_LETTER = r"(?![^\W\d_])"


@dataclass(frozen=True, slots=True)
class Inflected:
    """A stem of a folded word, the pattern of that stem with its endings, and whether it counts with a capital alone."""

    stem: str
    pattern: str
    capital: bool


def inflections(word: str, *, person: bool) -> Iterator[Inflected]:
    """The ways in which a word of a name is bent, besides those that only add to it."""
    if UNSPACED.search(word) or word in FUNCTION or (word in COMMON and not person):
        return
    yield from _endings(word, person=person)
    if not person:
        yield from _german(word)


def _endings(word: str, *, person: bool) -> Iterator[Inflected]:
    if word[-1] in _VOWELS:
        stem, endings = word[:-1], _ENDINGS
        if len(stem) < _SHORT:
            endings = _SHORTEST_ENDINGS if word[-1] in "aая" else []
    else:
        stem, endings = word, (_CONSONANT_ENDINGS if len(word) < _LONG else [])
        if word[-2:-1] in {"e", "е"} and word[-1] in _FLEETING and len(word) > _SHORT:
            yield _inflected(word[:-2] + word[-1], _ENDINGS, word)
    if len(stem) < 2 or (word[-1] not in _VOWELS and len(stem) < _SHORT):
        return
    is_free = person and word[-1] in _VOWELS and len(stem) >= _LONG and word not in COMMON
    if endings:
        yield _inflected(stem, [*endings, r"[^\W\d_]{1,3}"] if is_free else endings, word)
    for soft in _SOFT.get(stem[-1], ()):
        yield _inflected(stem[:-1] + soft, ("e", "i", "е", "і"), word)


def _german(word: str) -> Iterator[Inflected]:
    """Zürcher of Zürich, Bremer of Bremen, and what people do who googeln."""
    if word.endswith("ich") and len(word) > _LONG:
        yield _inflected(f"{word[:-3]}ch", ("er", "ern", "ers", "erin", "erinnen"), word)
    if word.endswith("en") and len(word) > _LONG:
        bent = [f"{er}{more}" for er in ("er", "ner") for more in ("", "n", "s", "in", "innen")]
        yield _inflected(word[:-2], bent, word)
    if word.endswith("le") and len(word) > _LONG:
        yield _inflected(f"{word[:-2]}el", ("n", "t", "te", "ten", "st"), word)
        yield _inflected(word[:-1], ("ing", "ings", "er", "ers"), word)


def _inflected(stem: str, endings: list[str] | tuple[str, ...], word: str) -> Inflected:
    capital = len(stem) < _LONG or word in COMMON
    ways = "|".join(endings)
    return Inflected(stem, f"{word_pattern(stem)}(?:{ways}){_NO_LETTER}", capital)
