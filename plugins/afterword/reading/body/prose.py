"""What of a body is prose: the summary above its sections, and the draft of a thank-you note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from afterword.patterns import seldom
from afterword.reading.body.blocks import Block, Heading, Paragraph
from afterword.reading.body.headings import Headings
from afterword.reading.body.items import is_placeholder
from afterword.reading.body.mend import Mended
from afterword.reading.body.parts import Part
from afterword.reading.body.plain import plain
from afterword.vocabulary.sections import Section

_SUMMARY = 160
# Where the page has its table of contents; no prose.
_CONTENTS = "[TOC]"
# A line that is only bold, ends in a colon, or begins a callout, is the name of what stands below it.
_LABEL = seldom(r"^(?:(?:\*\*|__)[^*_\n]+(?:\*\*|__)\s*:?|[^\n]{1,60}:|\[![\w-]+\][^\n]*)$")
_BEFORE_LABEL = ("**", "__", "[!")
_LABELLED = seldom(r"\W{0,4}[^\W\d_][^:\n.!?]{0,30}:{1,2}\s+\S")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÄÖÜ“\"'(])")
_UNDERLINE = seldom(r"\A\s*(?:=+|-+)[ \t]*\n")
_FENCED = seldom(r"\A(?P<fence>```+|~~~+)[^\n]*\n(?P<inside>.*)\n(?P=fence)\Z", re.DOTALL)


def note_in(parts: Sequence[Part], mended: Mended) -> tuple[str, int] | None:
    """The draft of the thank-you note as written, and the place of its heading in the mended text; None where there is none."""
    for part in parts:
        if part.section is not Section.THANK_YOU_NOTE or is_placeholder(_words(part)):
            continue
        lines = mended.source
        end = mended.numbers[part.end] if part.end is not None else len(lines)
        below = lines[mended.numbers[part.line] + 1 : end]
        note = _words(part) if part.inline else "\n".join(below)
        if note.lstrip().startswith(("=", "-")):
            note = _UNDERLINE.sub("", f"{note}\n")
        note = note.strip()
        fenced = _FENCED.match(note) if note.startswith(("```", "~~~")) else None
        return (fenced["inside"].strip() if fenced else note), part.line
    return None


def _words(part: Part) -> str:
    """The text of a part's blocks, or a word for one that has blocks without any, such as code."""
    texts = (block.text for block in part.blocks if isinstance(block, Paragraph | Heading))
    has_others = any(not isinstance(block, Paragraph | Heading) for block in part.blocks)
    return "\n".join(texts) or ("…a list" if has_others else "")


def summary_of(blocks: Sequence[Block], parts: Sequence[Part], headings: Headings) -> str:
    """The first sentence or two of the prose above the first section, as far as they fit."""
    first = parts[0].line if parts else None
    labels = ""
    for block in blocks:
        if first is not None and block.line >= first:
            break
        if isinstance(block, Paragraph) and not _is_title(block.text, headings):
            if not _are_labels(block.text):
                return shortened(block.text)
            labels = labels or block.text
    # Where there is no prose, what is told in lines of labels is better than nothing.
    return shortened(labels)


def _is_title(text: str, headings: Headings) -> bool:
    """Whether a paragraph is the name of what follows, and no prose."""
    may_label = text.startswith(_BEFORE_LABEL) or text.rstrip().endswith(":")
    if text == _CONTENTS or (may_label and _LABEL.match(text)):
        return True
    return "\n" not in text and headings.bare_section(text) is not None


def _are_labels(text: str) -> bool:
    """Whether a paragraph is lines of a label and its value each, and no prose: "Salary: 38 000" above "Location: Leeds"."""
    lines = text.split("\n")
    return (len(lines) > 1 or "::" in text) and all(map(_LABELLED.match, lines))


def shortened(text: str) -> str:
    """The first sentence or two of a text, as far as they fit, as they read on the page."""
    text, kept = plain(text), ""
    for sentence in _SENTENCE.split(text):
        longer = f"{kept} {sentence}".strip()
        if len(longer) > _SUMMARY:
            break
        kept = longer
    if kept or len(text) <= _SUMMARY:
        return kept or text
    return f"{text[:_SUMMARY].rsplit(' ', 1)[0].rstrip(' ,;:–—-')} …"
