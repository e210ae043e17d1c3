"""What stands in the documents to be typed or copied: fenced blocks, and commands between backticks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>\w*)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the line of its fence, its language, and the file that it is, where it says so."""

    line: int
    language: str
    title: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A command line, and what the document shows below it; None where it shows nothing."""

    line: int
    command: str
    shown: str | None = None


def blocks(document: str) -> list[Block]:
    """The fenced blocks in their order."""
    return [
        Block(
            document.count("\n", 0, found.start()) + 1,
            found["language"],
            found["title"],
            re.sub(rf"^{found['indent']}", "", found["text"], flags=re.MULTILINE),
        )
        for found in _FENCE.finditer(document)
    ]


def typed(block: Block) -> Iterator[Typed]:
    """The commands of a block: each line of a shell's, and behind `$` in a console's, with its output."""
    lines = block.text.splitlines()
    if block.language in ("sh", "powershell"):
        for at, line in enumerate(lines, block.line + 1):
            if line.strip() and not line.startswith("#"):
                yield Typed(at, line)
    elif block.language == "console":
        starts = [at for at, line in enumerate(lines) if line.startswith("$ ")]
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            shown = "\n".join(lines[start + 1 : end])
            yield Typed(block.line + 1 + start, lines[start][2:], shown)


def in_prose(document: str) -> list[str]:
    """The commands between backticks."""
    return re.findall(r"`(afterword [a-z][^`\n]*)`", _FENCE.sub("", document))
