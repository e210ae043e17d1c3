"""What a writer wrote for nobody but themselves: `%% … %%` as Obsidian has it, and `<!-- … -->`; in code they are code."""

from __future__ import annotations

import re

from afterword.frozen import dataclass
from afterword.patterns import seldom

_TOKEN = seldom(
    r"^(?P<before>[ >]*)(?:(?:[-*+]|\d{1,9}[.)]) +)?(?P<fence>`{3,}|~{3,})[^`\n]*$"
    r"|\\[\\`]|(?P<ticks>`+)|(?P<address>\b[a-z][a-z+.-]*://(?:[^\s<>%]|%(?!%)|%%[0-9A-Fa-f]{2})*)|(?P<open><!--|%%)",
    re.MULTILINE,
)
_CLOSING = {"<!--": "-->", "%%": "%%"}
# A blank line, or one that begins an item, a heading or a row: code within a line goes no further.
_TEXT_END = seldom(r"\n(?=[ \t>]*(?:$|[-*+] |\d{1,9}[.)] |#{1,6} |\|))|\Z", re.MULTILINE)
_LINE_END = seldom(r"$", re.MULTILINE)
_HEADING = seldom(r"[ >]*#{1,6} ")


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


def without_ended_comments(text: str) -> str:
    """The text without those of its comments that end somewhere in it, on the same lines."""
    if "<!--" not in text and "%%" not in text:
        return text
    return _Scan(text, keeps_open=True).result().text


class _Scan:
    """One pass through a text from its comments and its code to the next ones; it may keep a comment that nothing ends."""

    def __init__(self, text: str, *, keeps_open: bool = False) -> None:
        self._text = text
        self._keeps_open = keeps_open
        # The shortest fence of each kind that is known to have no end below.
        self._endless: dict[str, int] = {}

    def result(self) -> Uncommented:
        """The text without its comments."""
        text, kept, at, copied = self._text, [], 0, 0
        while token := _TOKEN.search(text, at):
            opening = token["open"]
            if opening is None:
                is_code = token["fence"] or token["ticks"]
                at = self._behind_code(token) if is_code else token.end()
                continue
            end = text.find(_CLOSING[opening], token.end())
            if opening == "%%" and self._is_percentage(token, end):
                at = token.end()
                continue
            if end < 0 and self._keeps_open:
                break
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
        if text[token.end() : token.end() + 1].isalnum():
            return False
        return end < 0 or "\n" in text[token.end() : end] or text[end - 1].isdigit()

    def _behind_code(self, token: re.Match[str]) -> int:
        """Where the code that begins here ends; where nothing ends it, the place behind its mark."""
        if fence := token["fence"]:
            depth = token["before"].count(">")
            end = self._end_of_quote(token.end()) if depth else len(self._text)
            start, kind, length = token.start("fence"), fence[0], len(fence)
            closing = rf"^[ >]*{kind}{{{length},}} *$"
            if depth or length < self._endless.get(kind, length + 1):
                found = re.compile(closing, re.MULTILINE).search(self._text, token.end(), end)
                if found:
                    return found.end()
                if not depth:
                    self._endless[kind] = length
            # Who quotes code does so to the end of the quote.
            return end if depth else start + length
        line = self._text.rfind("\n", 0, token.start()) + 1
        ends = _LINE_END if _HEADING.match(self._text, line) else _TEXT_END
        behind = ends.search(self._text, token.end())
        closing = rf"(?<!`){token['ticks']}(?!`)"
        end = behind.start() if behind else len(self._text)
        found = re.compile(closing).search(self._text, token.end(), end)
        return found.end() if found else token.end()

    def _end_of_quote(self, at: int) -> int:
        """Where the lines end that begin with a mark of quoting, from the end of one of them on."""
        while (line := self._text.find("\n", at)) >= 0:
            following = self._text.find("\n", line + 1)
            end = following if following >= 0 else len(self._text)
            if not self._text[line + 1 : end].lstrip(" ").startswith(">"):
                return line
            at = end
        return len(self._text)
