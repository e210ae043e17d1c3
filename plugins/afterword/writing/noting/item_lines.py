"""An item in a section of an entry, a paragraph of notes, and a tick: the ways in which each may be put there, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.reading.outline import Heading, Outline
from afterword.vocabulary.sections import Section
from afterword.writing.entries.headings import notes_title, title_in
from afterword.writing.noting.lines import Lines

_ITEM = re.compile(
    r"^(?P<indent>[ \t]*)(?P<mark>[-*+]|\d{1,3}[.)])(?P<gap>[ \t]+)(?P<box>\[[ xX]\][ \t]+)?(?P<text>.*)$"
)
_EMPTY = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]*(?:\[[ ]\][ \t]*)?$")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)")
# Where a sentence ends, which behind 24.11 is part of a day, and how many lines of a paragraph are looked at for that.
_STOP = re.compile(r"(?<!\d\.\d)(?<!\d\.\d\d)[.!?。][)\"”*_]*(?=\s|$)")
_TALLEST = 12
_BOXED = frozenset({Section.SKILLS})


def with_item(
    lines: Lines, outline: Outline, section: Section, text: str, language: str
) -> Iterator[Lines]:
    """The lines with an item at the end of a section, which is made at the end of the file where there is none."""
    theirs = [one for one in outline.headings if one.section is section]
    for heading in reversed(theirs):
        begin, end = heading.line + 1, _end_of(lines, outline, heading)
        empty = [at for at in range(begin, end) if _EMPTY.match(lines[at])]
        if empty:
            yield lines.with_line(empty[0], f"{lines[empty[0]].rstrip()} {text}")
        items = [at for at in range(begin, end) if _is_top_item(lines, begin, at)]
        if items:
            yield lines.with_new(_last_of(lines, items[-1], end), [_like(lines[items[-1]], text)])
        else:
            last = lines.said_until(begin, end)
            apart = [""] if last > begin or not heading.is_label else []
            yield lines.with_new(last, [*([""] if last > begin else []), f"- {text}"])
            yield lines.with_new(last, [*apart, text])
            label, colon, said = lines[heading.line].partition(":")
            if colon and said.strip():
                yield lines.with_new(last, [f"{label}: {text}"])
    if not theirs:
        # Where too little is said for its language to be told, a title in English is read.
        for titled in dict.fromkeys((outline.language or language, "")):
            yield _with_section(lines, outline, section, text, titled)


def with_note(lines: Lines, outline: Outline, text: str, language: str) -> Iterator[Lines]:
    """The lines with a paragraph of its own above the first heading, or at the end where there is none; else below a heading for notes."""
    first = min((one.line for one in outline.headings), default=len(lines))
    at = lines.said_until(min(outline.body, len(lines)), first)
    before = [""] if at and lines[at - 1].strip() else []
    behind = [""] if at < len(lines) and lines[at].strip() else []
    yield lines.with_new(at, [*before, text, *behind])
    end = lines.said_until(0, len(lines))
    head = f"## {notes_title(outline.language or language)}"
    below = [] if head in [lines[one.line].rstrip() for one in outline.headings[-1:]] else [head]
    yield lines.with_new(end, ["", *below, *([""] if below else []), text])


def with_tick(lines: Lines, at: int, day: str) -> Iterator[Lines]:
    """The lines with an item ticked as done on a day."""
    line = lines[at]
    found = _ITEM.match(line)
    if found is None:
        yield from _with_tick_in_text(lines, at, day)
        return
    if found["box"]:
        ticked = f"{found['indent']}{found['mark']}{found['gap']}[x]{found['box'][3:]}{found['text'].rstrip()} ✅ {day}"
        yield lines.with_line(at, ticked)
    yield lines.with_line(at, f"{line.rstrip()} ✅ {day}")


def _with_tick_in_text(lines: Lines, at: int, day: str) -> Iterator[Lines]:
    """The lines with a sentence of a paragraph ticked: in front of a stop on the next lines, or at the paragraph's end."""
    paragraph = list(_paragraph(lines, at))
    for number in paragraph:
        line = lines[number].rstrip()
        for stop in _STOP.finditer(line):
            before, behind = line[: stop.start()].rstrip(), line[stop.start() :]
            yield lines.with_line(number, f"{before} ✅ {day}{behind}")
    for number in reversed(paragraph):
        yield lines.with_line(number, f"{lines[number].rstrip()} ✅ {day}")


def _paragraph(lines: Lines, at: int) -> Iterator[int]:
    """The lines of a paragraph from this one on."""
    for number in range(at, min(at + _TALLEST, len(lines))):
        if not lines[number].strip() or lines[number].lstrip().startswith("#"):
            return
        yield number


def _end_of(lines: Lines, outline: Outline, heading: Heading) -> int:
    """Where what stands below a heading ends: at the next one."""
    behind = [one.line for one in outline.headings if one.line > heading.line]
    return min(behind, default=len(lines))


def _is_top_item(lines: Lines, begin: int, at: int) -> bool:
    """Whether a line begins an item that is in no other one and in no code."""
    found = _ITEM.match(lines[at])
    if found is None or sum(bool(_FENCE.match(lines[n])) for n in range(begin, at)) % 2:
        return False
    least = min(
        (len(other["indent"]) for n in range(begin, at + 1) if (other := _ITEM.match(lines[n]))),
        default=0,
    )
    return len(found["indent"]) == least


def _last_of(lines: Lines, item: int, end: int) -> int:
    """The line behind an item and all that is indented below it."""
    at = item + 1
    indent = len(lines[item]) - len(lines[item].lstrip())
    for number in range(item + 1, end):
        line = lines[number]
        if not line.strip():
            continue
        is_below = len(line) - len(line.lstrip()) > indent
        is_lazy = number == at and not _ITEM.match(line)
        if not (is_below or is_lazy):
            break
        at = number + 1
    return at


def _like(line: str, text: str) -> str:
    """A new item with the marks of another."""
    found = next(_ITEM.finditer(line))
    mark = found["mark"]
    if mark[:-1].isdigit():
        mark = f"{int(mark[:-1]) + 1}{mark[-1]}"
    box = "[ ] " if found["box"] else ""
    return f"{found['indent']}{mark}{found['gap']}{box}{text}"


def _with_section(
    lines: Lines, outline: Outline, section: Section, text: str, language: str
) -> Lines:
    """The lines with a section at the end, whose heading looks as the others do."""
    title = title_in(section, language)
    real = [one for one in outline.headings if not one.is_label and one.section]
    labels = [one for one in outline.headings if one.is_label]
    if real or not labels:
        head = [f"{'#' * (real[-1].level if real else 2)} {title}"]
    else:
        line = lines[labels[-1].line].strip()
        head = [f"**{title}**", ""] if line.startswith("**") else [f"{title}:"]
    at = lines.said_until(0, len(lines))
    box = "[ ] " if section in _BOXED else ""
    return lines.with_new(at, ["", *head, f"- {box}{text}"])
