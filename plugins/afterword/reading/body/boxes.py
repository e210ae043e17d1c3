"""Which lines stand together in a quote or in a box: Obsidian's callout, Material's admonition, details and tab."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from afterword.frozen import dataclass
from afterword.patterns import seldom
from afterword.reading.body.forms import INDENT, indentation, spaced

# Deeper than anybody quotes, and less deep than the parser's own end.
DEEPEST = 12
_QUOTED = seldom(r"^ {0,3}>")
_CALLOUT = seldom(r"^ {0,3}> ?\[!(?P<kind>[\w-]+)\][-+]?[ \t]*(?P<title>.*?)[ \t]*$")
_INDENTED = seldom(
    r"^(?P<mark>!!!|\?\?\?\+?|===[!+]*) +(?P<kind>[\w -]*?) *(?:\"(?P<title>[^\"]*)\")?[ \t]*$"
)
# Which extension of Markdown knows which box.
_EXTENSIONS = {"!": "admonition", "?": "pymdownx.details", "=": "pymdownx.tabbed"}


def box_title(line: str) -> str:
    """The title of the box that begins on a line; "" where none does, or it has none."""
    found = _CALLOUT.match(line) or _INDENTED.match(line)
    return (found["title"] or "") if found else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A quote or a box: its lines without what marks them as such, and what marks them.

    `opening` is the line above them, "" where there is none, `title` what is shown there. An `open` box is shown as a title
    with what stands in it below.
    """

    lines: tuple[str, ...]
    prefix: str
    opening: str = ""
    title: str = ""
    open: bool = False
    named: bool = False

    @property
    def height(self) -> int:
        """How many lines of the text it takes."""
        return len(self.lines) + bool(self.opening)

    def outside(self, line: str) -> str:
        """A line of what stands in it as it stands in the text."""
        return f"{self.prefix}{line}" if line.strip() else self.prefix.rstrip()


class Boxes:
    """Tells quotes and boxes, on a site with certain extensions of Markdown.

    A box whose title names a section is opened, so that its items are read; so is one that the site's Markdown does not
    know, which would show its marks.
    """

    def __init__(self, names_section: Callable[[str], bool], extensions: Collection[str]) -> None:
        self._names_section = names_section
        self._extensions = extensions

    def at(self, source: Sequence[str], number: int, *, others_open: bool) -> Box | None:
        """The quote or box that begins on this line; `others_open` says that one above named a section, so that this ends it."""
        line = source[number]
        if _QUOTED.match(line):
            return self._quote(source, number, others_open)
        found = _INDENTED.match(line) if line[:3] in {"!!!", "???", "==="} else None
        if found is None:
            return None
        named, title = found["title"], found["title"] or found["kind"].strip().capitalize()
        inside = _indented_lines(source, number + 1)
        names = bool(named) and (others_open or self._names_section(named))
        if not title or not (inside or names):
            return None
        is_open = names or _EXTENSIONS[line[0]] not in self._extensions
        return Box(
            lines=inside,
            prefix="" if is_open else " " * INDENT,
            opening=line,
            title=title,
            open=is_open,
            named=names,
        )

    def _quote(self, source: Sequence[str], number: int, others_open: bool) -> Box:
        lines = []
        for at in range(number, len(source)):
            line = source[at]
            if not _QUOTED.match(line):
                break
            lines.append(line.lstrip()[1:].removeprefix(" "))
        found = _CALLOUT.match(source[number])
        title = found["title"] if found else ""
        if not (title and (others_open or self._names_section(title))):
            return Box(lines=tuple(lines), prefix="> ")
        return Box(
            lines=tuple(lines[1:]),
            prefix="",
            opening=source[number],
            title=title,
            open=True,
            named=True,
        )


def _indented_lines(source: Sequence[str], first: int) -> tuple[str, ...]:
    """The lines from `first` on that stand four columns to the right, blank ones between them, without those columns."""
    lines: list[str] = []
    for at in range(first, len(source)):
        written = spaced(source[at])
        if written.strip() and indentation(written) < INDENT:
            break
        lines.append(written[INDENT:])
    while lines and not lines[-1].strip():
        lines.pop()
    return tuple(lines)
