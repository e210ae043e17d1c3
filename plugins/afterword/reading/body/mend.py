"""How notes written the natural way are put the way Python-Markdown wants them, for the page and for the reading alike.

A writer sees a CommonMark preview, Obsidian, or the page that was copied from: a list may follow a line at once, two spaces
nest an item, `#kafka` is no heading, `•` begins an item, `> [!note]` a box.
Python-Markdown differs in each. The file is never touched; what is mended here is what the page shows *and* what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from afterword.frozen import dataclass
from afterword.reading.body.boxes import DEEPEST, Box, Boxes
from afterword.reading.body.comments import uncommented
from afterword.reading.body.forms import (
    HEADING,
    INDENT,
    INFO,
    ITEM,
    SETEXT,
    closes_fence,
    fence_on,
    indentation,
    is_rule,
    lone_theme,
    spaced,
)
from afterword.reading.body.headings import HEADINGS, Headings
from afterword.reading.body.kept import kept
from afterword.reading.body.lookahead import (
    begins_table,
    bulleted,
    is_labelled,
    names_promise,
    stands_over,
    states_fact,
)
from afterword.reading.body.mend_state import MendState, OpenItem
from afterword.reading.body.note_marks import without_note_marks
from afterword.reading.marks import FOREIGN
from afterword.vocabulary.days.named_days import may_name_a_day_abroad
from afterword.vocabulary.extensions import BUILT_IN

_BOX_SIGNS = frozenset(">!?=")
_HEADING_INSIDE = re.compile(r"^ +#{1,6} ")
# Deeper than anybody nests, and less deep than the parser's own end.
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Mended:
    """Lines of Markdown as the page shows them; `numbers` gives, for each, the line of the body it came from, from 0.

    `in_code` tells the lines that stand in a fenced block, or begin a box, and can carry no mark. `source` is the body as written, without its comments, `open_comment`
    the line on which one begins that nothing ends. `sections` gives, for each box that names a section, the first of its lines and the
    first below it.
    """

    lines: tuple[str, ...]
    numbers: tuple[int, ...]
    in_code: frozenset[int]
    source: tuple[str, ...] = ()
    open_comment: int | None = None
    sections: tuple[tuple[int, int], ...] = ()


def mend(
    body: str, headings: Headings = HEADINGS, extensions: Collection[str] = BUILT_IN
) -> Mended:
    """The body as Python-Markdown needs it, with the words that open a section as `headings` has them, on a site with these extensions."""
    written = uncommented(FOREIGN.sub("", body))
    source = written.text.split("\n")
    state = MendState(
        source=source, headings=headings, boxes=Boxes(headings.names_section, extensions)
    )
    _mend_all(state)
    shown = without_note_marks(state.lines, state.in_code, extensions)
    lines = kept(shown, state.in_code, extensions)
    return Mended(
        tuple(lines),
        tuple(state.numbers),
        frozenset(state.in_code),
        tuple(source),
        written.open_line,
        tuple(state.sections),
    )


def _mend_all(state: MendState) -> None:
    """Put every line of a state's source in its place."""
    number = 0
    while number < len(state.source):
        line = state.source[number]
        bare = line.lstrip()
        if state.fence:
            _mend_code(state, spaced(line), number)
        elif not bare:
            state.put("", number)
            state.paragraph = state.labelled = False
            state.spread = True
        elif bare[0] in _BOX_SIGNS and (box := _box(state, line, number)):
            _mend_box(state, box, number)
            number += box.height - 1
        else:
            _mend_line(state, bulleted(state.source, spaced(line), number), number)
        number += 1


def _box(state: MendState, line: str, number: int) -> Box | None:
    """The quote or box that begins on a line; one within an item is the item's."""
    if state.depth == DEEPEST:
        return None
    if state.items and indentation(line) >= state.items[-1].text:
        return None
    return state.boxes.at(state.source, number, others_open=state.has_named)


def _mend_box(state: MendState, box: Box, number: int) -> None:
    """Put what stands in a box, mended by itself: below its title where the box is opened, else within its own marks."""
    state.items.clear()
    state.part(number)
    first = len(state.lines)
    if box.opening:
        if not box.open:
            state.in_code.add(len(state.lines))
        state.put(_title_of(box), number)
        if box.open:
            state.put("", number)
    state.has_named |= box.named
    inner = MendState(
        source=list(box.lines),
        headings=state.headings,
        boxes=state.boxes,
        first=state.first + number + bool(box.opening),
        depth=state.depth + 1,
        has_named=state.has_named,
    )
    _mend_all(inner)
    if not box.prefix.startswith(">"):
        state.in_code.update(len(state.lines) + at for at in inner.in_code)
    begin = len(state.lines)
    state.sections += [(start + begin, end + begin) for start, end in inner.sections]
    state.lines.extend(map(box.outside, inner.lines))
    state.numbers.extend(inner.numbers)
    if box.named and any(line.strip() for line in box.lines):
        # Below a title alone stands what it names.
        state.sections.append((first, len(state.lines)))
    # A line directly below goes on from the box's last one.
    state.paragraph = inner.paragraph or bool(inner.items)
    below = number + box.height
    if box.open and below < len(state.source) and state.source[below].strip():
        state.items = inner.items


def _title_of(box: Box) -> str:
    """What is shown above a box: a label where it names a section, its own marks where the site's Markdown knows them."""
    if not box.open:
        return box.opening
    title = box.title.strip("*_ ")
    return f"**{title}**" if box.named else f"*{title}*"


def _mend_line(state: MendState, line: str, number: int) -> None:
    if item := _item(state, line):
        _mend_item(state, item, number)
    elif (fence := fence_on(line)) and state.closes(fence, number):
        state.close_to(indentation(line))
        _open_fence(state, fence, _shift(state))
        state.put(INFO.sub(r"\1", _shifted(line, state.shift)), number)
    else:
        _mend_text(state, line, number)


def _item(state: MendState, line: str) -> re.Match[str] | None:
    """The list item that begins on this line; as in CommonMark, a number in the midst of a paragraph begins one only at 1."""
    item = ITEM.match(line)
    if item is None or is_rule(line):
        return None
    if state.items:
        return item
    if state.paragraph and (len(item["indent"]) > 3 or SETEXT.match(line)):
        return None
    if state.paragraph and (not item["rest"].strip() or item["mark"][:-1] not in {"", "1"}):
        return None
    return item


def _mend_item(state: MendState, item: re.Match[str], number: int) -> None:
    """Put an item at four spaces for each level: two to the right of another's mark is inside it."""
    indent, mark, blanks, rest = item.group("indent", "mark", "gap", "rest")
    column, width = len(indent), len(blanks)
    numbered = mark[0].isdigit()
    follows = False
    while state.items and column - state.items[-1].mark < 2:
        follows = state.items.pop().numbered is numbered and not state.spread
        if _HEADING_INSIDE.match(state.lines[-1]):
            state.part(number)
    del state.items[_DEEPEST:]
    # An item right below another one is no paragraph's neighbour: a blank line would make paragraphs of both. Below a text, a mark
    # with nothing behind it is a ruler that makes a heading of that; below a row of a table, an item is another row.
    close = follows and rest.strip() and "|" not in state.lines[-1]
    if not state.items and state.paragraph and not close:
        state.part(number)
    depth = len(state.items)
    gap = width if 0 < width < 5 else 1
    state.items.append(OpenItem(column, column + len(mark) + gap, numbered))
    state.spread &= depth > 0
    if width >= 5:
        rest = rest.strip()
    line = f"{' ' * (INDENT * depth)}{mark.replace(')', '.')} {rest}"
    state.paragraph = bool(rest.strip())
    if (fence := fence_on(rest)) and state.closes(fence, number):
        _open_fence(state, fence, _shift(state))
        state.put(line, number)
    else:
        state.put(_themed(state, line), number)


def _open_fence(state: MendState, fence: str, shift: int) -> None:
    state.fence = fence
    state.shift = shift
    state.paragraph = False
    state.in_code.add(len(state.lines))


def _mend_code(state: MendState, line: str, number: int) -> None:
    state.in_code.add(len(state.lines))
    closing = closes_fence(line, state.fence)
    if closing:
        line = line[: indentation(line)] + state.fence
    state.put(_shifted(line, state.shift) if line.strip() else "", number)
    if closing:
        state.fence = ""


def _mend_text(state: MendState, line: str, number: int) -> None:
    column = indentation(line)
    blank_before = not state.lines or not state.lines[-1].strip()
    inside = bool(state.items) and column >= state.items[-1].text
    outside = column < INDENT and not inside
    is_heading = line[column] == "#" and HEADING.match(line) is not None
    apart = begins = False
    if outside and not is_heading:
        apart = stands_over(state.source, line, number, state.headings, follows=not blank_before)
        is_label = is_labelled(state.headings, line.strip())
        begins = apart or is_label or _states_fact(state, line) or _quotes_them(state, line)
        state.labelled = is_label or (state.labelled and not begins)
    is_ruler = line[column] in "-*_" and is_rule(line)
    parts = is_ruler and not (state.paragraph and not state.items)
    if begins or blank_before or is_heading or parts:
        state.close_to(column)
    # Below what is indented a heading would be the item's.
    is_swallowed = (
        is_heading
        and not state.items
        and not blank_before
        and state.lines[-1].startswith(" " * INDENT)
    )
    if parts or is_swallowed or (not inside and begins_table(state.source, line, number)):
        state.part(number)
    if begins:
        state.items.clear()
        state.part(number)
    if outside:
        line = line.lstrip()
    if inside and state.items:
        further = column - state.items[-1].text
        deep = INDENT * len(state.items) + (further if further >= INDENT else 0)
        line = " " * deep + line.lstrip()
    state.put(_themed(state, line), number)
    state.paragraph = not (apart or is_heading or is_ruler)
    if apart or parts:
        state.put("", number)


def _states_fact(state: MendState, line: str) -> bool:
    """Whether a line right below an item, or below a label's text, is a fact and nothing of theirs."""
    above = state.lines[-1] if state.lines else ""
    if not above.strip():
        return False
    if not (state.items or state.labelled):
        return False
    line = line.strip()
    if names_promise(line, state.headings) and (state.labelled or may_name_a_day_abroad(line)):
        return True
    return states_fact(line, above)


def _quotes_them(state: MendState, line: str) -> bool:
    """Whether a line right below an item, or below a label's text, is what they said and nothing of that."""
    return bool(state.items or state.labelled) and state.headings.begins_theirs(line.strip())


def _shift(state: MendState) -> int:
    """How far a line inside the innermost item moves to the right."""
    return INDENT * len(state.items) - state.items[-1].text if state.items else 0


def _shifted(line: str, shift: int) -> str:
    return " " * shift + line if shift >= 0 else line[min(-shift, indentation(line)) :]


def _themed(state: MendState, line: str) -> str:
    """`#kafka` at the start of a line or an item is a theme, not a heading, unless it names a section."""
    theme = lone_theme(line)
    if theme is None:
        return line
    if not theme["before"].strip() and state.headings.names_section(line.strip().lstrip("#")):
        return line
    return f"{theme['before']}\\#{line[theme.end() :]}"
