"""Marks of a note-taking program that no page knows: ==highlighted words==, and the ^name of a paragraph behind it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from afterword.patterns import seldom

_HIGHLIGHT = seldom(r"(`+)[^`]*\1|(?<![=\w])==(?=[^\s=])(?P<words>[^=\n]*?[^\s=])==(?![=\w])")
# A letter in it tells it from a power of a number.
_NAME = seldom(r"(?:^|(?<=\S))[ \t]*\^(?=[\w-]*[^\W\d_])[\w-]{3,}[ \t]*$")
# The extension of Markdown that knows the one and shows it.
_KNOWN = "pymdownx.mark"


def without_note_marks(
    lines: Sequence[str], in_code: Collection[int], extensions: Collection[str]
) -> list[str]:
    """The lines of a text without these marks; those in code stay."""
    written = list(lines)
    text = "\n".join(written)
    has_highlights = "==" in text and _KNOWN not in extensions
    if not has_highlights and "^" not in text:
        return written
    for at, line in enumerate(written):
        if at in in_code:
            continue
        if has_highlights and "==" in line:
            written[at] = _HIGHLIGHT.sub(lambda found: found["words"] or found[0], line)
        if "^" in line:
            written[at] = _NAME.sub("", written[at])
    return written
