"""Which section a heading, a bold line or a label opens.

"## What went well", "**Pros:**", "Didn't go well:", "👎 Cons" and a lone "+" are read; anything else opens nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from afterword.vocabulary.languages import Language
from afterword.vocabulary.sections import FACTUAL, SECTION_WORDS, Section, SectionWords
from afterword.vocabulary.speaking import languages_spoken
from afterword.vocabulary.themes import BEGINNING, MARK

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|^\s*(?:\d+[.)]|[a-z][.)])\s+", re.IGNORECASE)
# What follows a heading's words without being any: an attribute list, and themes.
_BEHIND = re.compile(rf"(?:\s*\{{[:#. ][^{{}}\n]*\}}|\s+{MARK}{BEGINNING}[\w/-]*)+\s*#*\s*$")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*[|#])?([^\[\]|]+)\]\]|\[([^\[\]]+)\]\([^()]*\)")
_PARTED = re.compile(r":\s+|\s+[-–—|]\s+")
_BOLD_LINE = re.compile(r"^(?P<mark>\*\*|__)(?P<words>[^*_\n][^\n]{0,60}?)(?P=mark)\s*:?$")
_PLAIN_LABEL = re.compile(r"^(?P<words>[^:\n]{1,60}):$")
_BOLD_START = re.compile(
    r"^(?P<mark>\*\*|__)(?P<words>[^*_\n]{1,60}?)(?::\s*(?P=mark)|(?P=mark)\s*[:–—])\s*(?P<rest>\S.*)$",
    re.DOTALL,
)
_PLAIN_START = re.compile(r"^(?P<words>[^:*_`\[\]\n]{1,60}):\s+(?P<rest>\S.*)$", re.DOTALL)


class Headings:
    """Tells what opens a section, by the words that open one."""

    def __init__(self, words: SectionWords = SECTION_WORDS) -> None:
        self._words = words
        # A journal says the same few headings over and over.
        self._known = lru_cache(maxsize=4096)(self._section_in)

    def section_of(self, text: str) -> Section | None:
        """The section whose words a heading says: in any case and punctuation, with a slip in a long one, an aside apart."""
        known = self._known(text, ())
        if known is None and (languages := languages_spoken()):
            return self._known(text, languages)
        return known

    def _section_in(self, text: str, languages: tuple[Language, ...]) -> Section | None:
        text = _LINK.sub(r"\1\2", _BEHIND.sub("", text))
        marked = text.strip().strip("*_#:： ")
        if (section := self._words.sign(marked or text.strip())) is not None:
            return section
        whole = self._words.named(_ASIDE.sub(" ", text), languages)
        if whole is None and len(parts := _PARTED.split(text.strip(" :"))) > 1:
            return self._words.named(parts[-1], languages)
        return whole

    def names_section(self, text: str) -> bool:
        """Whether these words alone would open a section as a heading."""
        return self.section_of(text) is not None

    def label_words(self, line: str) -> str | None:
        """The words of a line that is only bold text, or only a section's name and a colon; None for any other line."""
        line = _with_plain_colon(line.strip())
        if found := _BOLD_LINE.match(line):
            return found["words"].strip(" :")
        found = _PLAIN_LABEL.match(line)
        return found["words"] if found and self.names_section(found["words"]) else None

    def reads_as_label(self, line: str) -> bool:
        """Whether a line stands over what follows, as a heading does."""
        return line[-1:] in ":：*_ " and self.label_words(line) is not None

    def labelled(self, text: str) -> tuple[Section, str] | None:
        """The section and the rest of a text that begins with a section's name: "**Pros:** calm" or "Went well: calm"."""
        text = _with_plain_colon(text)
        found = _BOLD_START.match(text) or _PLAIN_START.match(text)
        section = self.section_of(found["words"]) if found else None
        # A fact on one line is told by its key, and "Result: 20 % faster" in a story is none.
        if found is None or section is None or section in FACTUAL:
            return None
        return section, found["rest"]


def _with_plain_colon(text: str) -> str:
    """A text whose first colon is not the wide one of East Asia, which needs no blank behind it."""
    return text.replace("：", ": ", 1).rstrip(" ") if "：" in text else text


HEADINGS = Headings()
