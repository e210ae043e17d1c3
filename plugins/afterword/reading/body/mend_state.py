"""Where the pass that mends some lines of a body stands."""

from __future__ import annotations

from afterword.frozen import NamedTuple, dataclass, field
from afterword.reading.body.boxes import Boxes
from afterword.reading.body.forms import closes_fence
from afterword.reading.body.headings import Headings


class OpenItem(NamedTuple):
    """An open list item: the columns, as written, of its mark and of its text, and whether its mark is a number."""

    mark: int
    text: int
    numbered: bool


@dataclass(slots=True, kw_only=True)
class MendState:
    """Where the pass through some lines stands, of the body or of a box in it.

    `source` are the lines, `first` is the place in the body of the first of them, `depth` says in how many boxes they stand;
    `has_named` whether a box has named a section, `spread` whether a blank line stands in the outermost open item, `labelled` whether the line above goes on from a label; `sections` are as in `afterword.reading.body.mend.Mended`.
    """

    source: list[str]
    headings: Headings
    boxes: Boxes
    first: int = 0
    depth: int = 0
    lines: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    in_code: set[int] = field(default_factory=set)
    items: list[OpenItem] = field(default_factory=list)
    fence: str = ""
    shift: int = 0
    paragraph: bool = False
    spread: bool = False
    has_named: bool = False
    labelled: bool = False
    sections: list[tuple[int, int]] = field(default_factory=list)
    endless: dict[str, int] = field(default_factory=dict)

    def put(self, line: str, number: int) -> None:
        """Add a line of the page."""
        self.lines.append(line)
        self.numbers.append(self.first + number)

    def part(self, number: int) -> None:
        """Leave a blank line, unless there is one."""
        if self.lines and self.lines[-1].strip():
            self.put("", number)

    def close_to(self, column: int) -> None:
        """Close every item whose text begins to the right of this column."""
        while self.items and column < self.items[-1].text:
            self.items.pop()

    def closes(self, fence: str, number: int) -> bool:
        """Whether a line below ends the code that this fence opens; a fence that is left open is text, as on the page."""
        kind, length = fence[0], len(fence)
        if length >= self.endless.get(kind, length + 1):
            return False
        if any(closes_fence(self.source[at], fence) for at in range(number + 1, len(self.source))):
            return True
        self.endless[kind] = length
        return False
