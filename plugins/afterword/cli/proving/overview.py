"""What a profile takes out, counted, and what it may have missed: shown before anything goes out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from afterword.audience.audience import Audience, Profile
from afterword.audience.hiding import company_names, masks_for
from afterword.audience.masking import Masked
from afterword.audience.profiles import seen_by
from afterword.audience.spelling import folded, words_in
from afterword.cli.proving.own_words import own_words
from afterword.frozen import dataclass
from afterword.model import Journal

# So many words before and behind one that is taken out are near it.
_NEAR = 6
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’-][^\W_]+)*")
_ENDS = re.compile(r"[.!?:…]\s*[\"“”'’(]*$|^\W*$")
_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How often each word was taken out, the words with a capital that stand near one and were not, and the companies that
    no text names.
    """

    taken: Counter[str]
    near: Counter[str]
    unnamed: tuple[str, ...]


def overview(whole: Journal, audience: Audience) -> Overview:
    """What is taken out of the texts that an audience reads."""
    masks = masks_for(whole, audience)
    taken: Counter[str] = Counter()
    near: Counter[str] = Counter()
    shown: set[str] = set()

    def change(text: str) -> str:
        seen = folded(text)
        found = masks.found_in(seen)
        taken.update(" ".join(one.word.split()) for one in found)
        shown.update(one.shown for one in found)
        near.update(_near(seen.original, found))
        return masks(text)

    seen_by(whole, audience, change=change)
    letters = company_names(whole) if audience.profile is Profile.COACH else {}
    unnamed = tuple(name for name, letter in letters.items() if letter not in shown)
    return Overview(taken=taken, near=near, unnamed=unnamed)


def _near(text: str, found: tuple[Masked, ...]) -> Iterator[str]:
    """The words with a capital within a few words of one that was taken out, and are not taken out themselves."""
    words = [word for word in _WORD.finditer(text) if not any(_meets(word, one) for one in found)]
    close: dict[int, re.Match[str]] = {}
    for one in found:
        before = [word for word in words if word.end() <= one.start][-_NEAR:]
        behind = [word for word in words if word.start() >= one.end][:_NEAR]
        close |= {word.start(): word for word in (*before, *behind)}
    for word in close.values():
        if word[0][0].isupper() and not _is_usual(text, word):
            yield word[0]


def _meets(word: re.Match[str], one: Masked) -> bool:
    return word.start() < one.end and one.start < word.end()


def _is_usual(text: str, word: re.Match[str]) -> bool:
    """Whether a capital says nothing: it begins a sentence with a word that our own pages use, or it is I."""
    plain = words_in(word[0])
    begins = bool(_ENDS.search(text[: word.start()]))
    return word[0] == "I" or (begins and own_words().issuperset(plain))


def overview_lines(found: Overview, *, named: bool) -> Iterator[str]:
    """The overview as lines; a log hears only how many."""
    yield (
        f"{found.taken.total()} words are taken out, {len(found.taken)} different ones; "
        f"{len(found.near)} with a capital stand near one and stay; "
        f"{len(found.unnamed)} {'company is' if len(found.unnamed) == 1 else 'companies are'} named in no text."
    )
    if not named:
        yield "A log is no place to name them: run this at a terminal, or with --show-names."
        return
    yield from (f"  {count:4} x {word}" for word, count in found.taken.most_common())
    if found.unnamed:
        yield "No text names these companies. Does a note call one otherwise? Then add that to 'private:' in its entry."
        yield from (f"  0 hits: {name}" for name in found.unnamed)
    if found.near:
        yield "These stay. Is one of them somebody's name? Then add it to 'private:' in an entry."
        listed = found.near.most_common(_SHOWN)
        yield from (f"  {count:4} x {word}" for word, count in listed)
        if len(found.near) > len(listed):
            yield f"  and {len(found.near) - len(listed)} more"
