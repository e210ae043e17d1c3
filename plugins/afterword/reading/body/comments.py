"""What a writer wrote for nobody but themselves: `%% … %%` as Obsidian has it, and `<!-- … -->`; in code they are code."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"^[ >]*(?:(?:[-*+]|\d{1,9}[.)]) +)?(?P<fence>`{3,}|~{3,})[^`\n]*$|(?P<ticks>`+)|(?P<open><!--|%%)",
    re.MULTILINE,
)
_CLOSING = {"<!--": "-->", "%%": "%%"}
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n|\Z")


@dataclass(frozen=True, slots=True)
class Uncommented:
    """A text without its comments, on the same lines; `open_line` is that of a comment which nothing ends, from 0."""

    text: str
    open_line: int | None = None


def without_comments(text: str) -> str:
    """The text without its comments, on the same lines."""
    return uncommented(text).text


def uncommented(text: str) -> Uncommented:
    """The text with its comments taken out, their line breaks kept; one that nothing ends goes on to the end of the text."""
    if "<!--" not in text and "%%" not in text:
        return Uncommented(text)
    return _Scan(text).result()


class _Scan:
    """One pass through a text from its comments and its code to the next ones."""

    def __init__(self, text: str) -> None:
        self._text = text
        # The shortest fence of each kind that is known to have no end below.
        self._endless: dict[str, int] = {}

    def result(self) -> Uncommented:
        """The text without its comments."""
        text, kept, at, copied = self._text, [], 0, 0
        while token := _TOKEN.search(text, at):
            opening = token["open"]
            if opening is None:
                at = self._behind_code(token)
                continue
            end = text.find(_CLOSING[opening], token.end())
            if opening == "%%" and self._is_percentage(token, end):
                at = token.end()
                continue
            kept.append(text[copied : token.start()])
            if end < 0:
                kept.append("\n" * text.count("\n", token.start()))
                return Uncommented("".join(kept), text.count("\n", 0, token.start()))
            at = copied = end + len(_CLOSING[opening])
            kept.append("\n" * text.count("\n", token.start(), at))
        return Uncommented("".join((*kept, text[copied:])))

    def _is_percentage(self, token: re.Match[str], end: int) -> bool:
        """Whether two percent signs belong to a figure: "I was 100%% sure, and 50%% glad"."""
        text = self._text
        if not (token.start() and text[token.start() - 1].isdigit()):
            return False
        return end < 0 or "\n" in text[token.end() : end] or text[end - 1].isdigit()

    def _behind_code(self, token: re.Match[str]) -> int:
        """Where the code that begins here ends; where nothing ends it, the place behind its mark."""
        if fence := token["fence"]:
            start, kind, length = token.start("fence"), fence[0], len(fence)
            closing = rf"^[ >]*{kind}{{{length},}} *$"
            if length < self._endless.get(kind, length + 1):
                found = re.compile(closing, re.MULTILINE).search(self._text, token.end())
                if found:
                    return found.end()
                self._endless[kind] = length
            return start + length
        ticks = token["ticks"]
        behind = _PARAGRAPH_END.search(self._text, token.end())
        closing = rf"(?<!`){ticks}(?!`)"
        end = behind.start() if behind else len(self._text)
        found = re.compile(closing).search(self._text, token.end(), end)
        return found.end() if found else token.end()
