"""Which section a heading, a bold line or a label opens.

"## What went well", "**Pros:**", "Didn't go well:", "👎 Cons" and a lone "+" are read; anything else opens nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from afterword.patterns import seldom
from afterword.reading.body.forms import with_plain_colon
from afterword.vocabulary.days.day_behind import without_day_behind
from afterword.vocabulary.days.named_days import may_name_a_day_abroad
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.languages import ENGLISH, Language
from afterword.vocabulary.outcomes import outcome_kind
from afterword.vocabulary.sections import (
    FACTUAL,
    QUOTING,
    SECTION_WORDS,
    SIDES,
    Section,
    SectionWords,
)
from afterword.vocabulary.speaking import languages_spoken
from afterword.vocabulary.spelling import bare, spoken
from afterword.vocabulary.statements.promising import is_in_touch, promised_by
from afterword.vocabulary.themes import BEGINNING, MARK

# A remark in brackets, and what numbers a heading in Latin or Chinese figures; a Turkish keyboard has two letters more for a Latin one.
_ASIDE = seldom(
    r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|^\s*(?:(?:\d+[.)]|[a-zA-Z\u0130\u0131][.)]|[ivxIVX\u0130\u0131]{2,4}[.)])\s+|(?:[一二三四五六七八九十]{1,2}|\d{1,2})[、．]\s*|[①-⑳]\s*)"
)
# What follows a heading's words without being any: an attribute list, and themes.
_BEHIND = seldom(rf"(?:\s*\{{[:#. ][^{{}}\n]*\}}|\s+{MARK}{BEGINNING}[\w/-]*)+\s*#*\s*$")
_LINK = seldom(r"\[\[(?:[^\[\]|]*[|#])?([^\[\]|]+)\]\]|\[([^\[\]]+)\]\([^()]*\)")
_PARTED = seldom(r":\s+|\s+[-–—|]\s+")
_BOLD_LINE = seldom(r"^(?P<mark>\*\*|__)(?P<words>[^*_\n][^\n]{0,60}?)(?P=mark)\s*:?$")
_BOLD = ("**", "__")
_PLAIN_LABEL = seldom(r"^(?P<words>[^:\n]{1,60}):$")
_BOLD_START = seldom(
    r"^(?P<mark>\*\*|__)(?P<words>[^*_\n]{1,60}?)(?::\s*(?P=mark)|(?P=mark)\s*[:–—])\s*(?P<rest>\S.*)$",
    re.DOTALL,
)
_PLAIN_START = seldom(r"^(?P<words>[^:*_`\[\]\n]{1,60}):\s+(?P<rest>\S.*)$", re.DOTALL)
# "What worked. I stayed calm", "Went well – calm": nothing but its words tells it from a sentence.
_RUN_IN = re.compile(
    r"^(?P<words>[^.?!:;*_`\[\]\n]{1,60}?)(?:(?P<stop>[.?])|\s+[–—-])\s+(?P<rest>\S.*)$", re.DOTALL
)
_RUN_IN_SIGNS = re.compile(r"[.?]\s|\s[–—-]\s")
# A label within a line, behind the end of what stands before it: "calm. Went badly: late".
_INNER = seldom(
    r"(?:^|[.;!?,|/)]\s*|\s[-–—|/]\s+|\s)(?P<mark>\*\*|__)(?P<bold>[^*_\n]{1,60}?)(?::\s*(?P=mark)|(?P=mark)\s*[:–—])\s*"
    r"|(?:[.;!?,|/)]\s+|\s[-–—|/]\s+|\n)(?P<words>[^.;!?,|/:*_`()\[\]\n–—]{1,60}):\s+"
)
_BEFORE_INNER = " \n,;|/–—-"
_LONGEST_LABEL, _ENDS, _STOPS = 62, frozenset(".,;!"), frozenset(".!。！")
# Signs from here on are pictures; those before it part lines.
_FIRST_PICTURE = 0x2600
# What stands in front of their own words, and so many of those tell an outcome.
_THEY_SAID = ENGLISH.spoken("they said")
_MOST_OF_OUTCOME = 4
# What comes from others, and may be headed by their names.
_GIVEN = frozenset({Section.FEEDBACK, Section.QUESTIONS})
_COMMENTS = ENGLISH.spoken("comments")
# Within the draft of a letter nothing is a label, and a fact is told by its key.
_NOTES = frozenset({Section.THANK_YOU_NOTE}) | FACTUAL


class Headings:
    """Tells what opens a section, by the words that open one."""

    def __init__(self, words: SectionWords = SECTION_WORDS) -> None:
        self._words = words
        # A journal says the same few headings over and over.
        self._known = lru_cache(maxsize=4096)(self._section_in)
        self._meant = lru_cache(maxsize=1024)(words.nearest)

    def section_of(self, text: str) -> Section | None:
        """The section whose words a heading says: in any case and punctuation, with a slip in a long one, an aside apart."""
        known = self._known(text, ())
        if known is None and (languages := languages_spoken()):
            return self._known(text, languages)
        return known

    def _section_in(self, text: str, languages: tuple[Language, ...]) -> Section | None:
        if "#" in text or "{" in text:
            text = _BEHIND.sub("", text)
        if "[" in text:
            text = _LINK.sub(r"\1\2", text)
        marked = text.strip().strip("*_#:： ")
        if (section := self._words.sign(marked or text.strip())) is not None:
            return section
        whole = self._words.named(without_aside(text), languages)
        if whole is None and (undated := without_day_behind(text)) != text:
            whole = self._words.named(without_aside(undated), languages, slips=False)
        if whole is None and len(parts := _PARTED.split(text.strip(" :"))) > 1:
            return self._words.named(parts[-1], languages)
        if whole is None and _is_theirs(text, languages):
            return Section.FEEDBACK
        return whole or self._given(without_aside(without_day_behind(text)), languages)

    def _given(self, text: str, languages: tuple[Language, ...]) -> Section | None:
        """The section of what somebody gave me, "Questions from Dana", else the one that is named among small words."""

        def named(words: str) -> Section | None:
            return self._words.named(words, languages, slips=False)

        # The headings of most entries are known as they stand.
        from afterword.vocabulary.from_whom import without_giver  # noqa: PLC0415
        from afterword.vocabulary.small_words import section_among_small_words  # noqa: PLC0415

        given = without_giver(text, languages)
        if given == "":
            return None
        section = named(given) if given else None
        if section in _GIVEN:
            return section
        if given and spoken(given) in _COMMENTS:
            return Section.FEEDBACK
        # With a stop behind it, it is a sentence; and a key is the name of a fact.
        if text.rstrip(" *_")[-1:] in _STOPS or KEYS.field_of(text):
            return None
        return section_among_small_words(text, languages, named)

    def section_meant(self, text: str) -> str | None:
        """The words of a section that a heading of none may be a slip for; None for one that is like none."""
        if any(letter.isdigit() for letter in text) or KEYS.field_of(text):
            return None
        return self._meant(without_aside(text).strip("*_#:： "), languages_spoken())

    def named(self, words: str) -> Section | None:
        """The section that words are the name of to the letter: nothing else tells them from prose."""
        known = self._words.named(words, slips=False)
        if known is None and (languages := languages_spoken()):
            return self._words.named(words, languages, slips=False)
        return known

    def names_section(self, text: str) -> bool:
        """Whether these words alone would open a section as a heading."""
        return self.section_of(text) is not None

    def label_words(self, line: str) -> str | None:
        """The words of a line that is only bold text, or only a section's name and a colon; None for any other line."""
        line = with_plain_colon(line.strip())
        if line.startswith(_BOLD) and (found := _BOLD_LINE.match(line)):
            return found["words"].strip(" :")
        found = _PLAIN_LABEL.match(line) if line.endswith(":") else None
        return found["words"] if found and self.names_section(found["words"]) else None

    def reads_as_label(self, line: str) -> bool:
        """Whether a line stands over what follows, as a heading does."""
        return line[-1:] in ":：*_ " and self.label_words(line) is not None

    def bare_section(self, line: str) -> Section | None:
        """The section that a line is the name of, without a colon: "Went well" above a list."""
        words = line.strip()
        if len(words) > _LONGEST_LABEL or ":" in words or words[-1:] in _ENDS:
            return None
        has_letter = any(letter.isalnum() or ord(letter) > _FIRST_PICTURE for letter in words)
        return self.named(words) if has_letter else None

    def begins_theirs(self, line: str) -> bool:
        """Whether a line begins with what stands in front of their own words: "They said: too slow"."""
        line = with_plain_colon(line)
        found = _label_at_start(line)
        return found is not None and _is_theirs(found["words"], languages_spoken())

    def titled(self, text: str) -> tuple[Section, str] | None:
        """The section that a heading opens, and the words that follow the section's own: "Went well: calm"."""
        if (section := self.section_of(text)) is not None:
            return section, ""
        words, *rest = _PARTED.split(text.strip(" :"), maxsplit=1)
        first = self.named(without_aside(words)) if rest else None
        return (first, rest[0]) if first else None

    def labelled(self, text: str) -> tuple[Section, str] | None:
        """The section and the rest of a text that begins with a section's name: "**Pros:** calm", "What worked. I was calm"."""
        text = with_plain_colon(text)
        found = _label_at_start(text)
        section = self.section_of(found["words"]) if found else None
        if found and section:
            # A fact on one line is told by its key, and "Result: 20 % faster" in a story is none.
            is_fact = section in FACTUAL or (
                _is_theirs(found["words"], languages_spoken()) and tells_fact(found["rest"])
            )
            return None if is_fact else (section, found["rest"])
        return self._run_in(text) if _RUN_IN_SIGNS.search(text, 0, _LONGEST_LABEL) else None

    def _run_in(self, text: str) -> tuple[Section, str] | None:
        """The section that a text's first words name, parted from the rest like a sentence or by a dash."""
        found = _RUN_IN.match(text)
        if found is None or text[:1].islower() or (found["stop"] and " " not in found["words"]):
            return None
        section = self.named(found["words"])
        # "Thank you. We shall be in touch" is theirs.
        return (section, found["rest"]) if section and section not in _NOTES | FACTUAL else None

    def labels_in(self, text: str) -> tuple[tuple[Section, str], ...]:
        """Each section that a text names, with what it says of it: "Went well: calm. Went badly: late" names two."""
        label = self.labelled(text)
        if label is None:
            return ()
        section, rest = label
        found: list[tuple[Section, str]] = []
        start = 0
        for inner in _INNER.finditer(rest) if section not in _NOTES else ():
            words = inner["words"] or inner["bold"]
            named = self.named(words)
            if _is_theirs(words, languages_spoken()) and not tells_fact(rest[inner.end() :]):
                named = Section.FEEDBACK
            is_theirs = section in QUOTING and named in SIDES
            if named is None or named is section or is_theirs or named in FACTUAL:
                continue
            found.append((section, rest[start : inner.start() + 1].rstrip(_BEFORE_INNER)))
            section, start = named, inner.end()
        found.append((section, rest[start:]))
        return tuple((section, said) for section, said in found if said.strip())


def without_aside(words: str) -> str:
    """The words of a heading without its number and what stands in brackets: "4. Action items (mine)" is "Action items"."""
    # Most headings are words alone, some with a hyphen: "Thank-you note".
    is_plain = words.replace(" ", "").replace("-", "").isalpha()
    return words if is_plain else _ASIDE.sub(" ", words)


def _label_at_start(text: str) -> re.Match[str] | None:
    """The words in bold, or before a colon, that a text begins with, and the rest; None where it begins with neither."""
    if text.startswith(_BOLD):
        return _BOLD_START.match(text)
    return _PLAIN_START.match(text) if ":" in text else None


def _is_theirs(words: str, languages: tuple[Language, ...]) -> bool:
    """Whether words stand in front of what they said, in English or in these languages."""
    if spoken(words) in _THEY_SAID:
        return True
    compared = bare(words)
    return any(compared in one.said("they said") for one in languages)


def tells_fact(said: str) -> bool:
    """Whether what they said is how it ended, or when they get in touch: that is a fact and no feedback."""
    words = said.split()[:_MOST_OF_OUTCOME]
    heads = (" ".join(words[:end]).strip(" .,;:!") for end in range(1, len(words) + 1))
    if any(outcome_kind(head) for head in heads):
        return True
    return may_name_a_day_abroad(said) and (promised_by(said) is not None or is_in_touch(said))


HEADINGS = Headings()
