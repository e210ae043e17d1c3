"""A text as lines that keep their ends, so that what is not changed stays as it was to the byte."""

from __future__ import annotations

import re
from collections.abc import Sequence

from afterword.frozen import dataclass

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|$)")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text, each with its end; one without an end is the last."""

    lines: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """The lines of a text; a text that ends in a line break has no empty line behind it."""
        return cls(tuple(found[0] for found in _LINE.finditer(text) if found[0]))

    @property
    def text(self) -> str:
        """The text that they are."""
        return "".join(self.lines)

    @property
    def end(self) -> str:
        """How lines end here, as the first does."""
        first = self.lines[0] if self.lines else ""
        return "\r\n" if first.endswith("\r\n") else "\n"

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, at: int) -> str:
        """A line without its end."""
        return self.lines[at].rstrip("\r\n")

    def said_until(self, begin: int, end: int) -> int:
        """Behind the last line between two places that says anything."""
        while end > begin and not self[end - 1].strip():
            end -= 1
        return end

    def with_line(self, at: int, line: str) -> Lines:
        """The lines with another text in place of one, which keeps its end."""
        end = self.lines[at][len(self[at]) :]
        return Lines((*self.lines[:at], f"{line}{end}", *self.lines[at + 1 :]))

    def with_new(self, at: int, new: Sequence[str]) -> Lines:
        """The lines with new ones in front of the one at this place, or behind the last, which gets an end where it lacks one."""
        added = tuple(f"{line}{self.end}" for line in new)
        before = self.lines[:at]
        if before and not before[-1].endswith("\n"):
            before = (*before[:-1], f"{before[-1]}{self.end}")
            added = (*added[:-1], added[-1].removesuffix(self.end))
        return Lines((*before, *added, *self.lines[at:]))
