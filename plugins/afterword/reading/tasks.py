"""What the marks of task lists say behind a text: a box, 📅 and ✅ with their days, `[due:: 2026-11-25]`."""

from __future__ import annotations

import re

from afterword.frozen import dataclass
from afterword.patterns import seldom

# A box; a dash in it is the sign of a task that was let go, and any other one of a task that is still to be done.
_BOX = seldom(r"^\s*\[(?P<mark>[ xX✓✔/<>!?*+~=-])\](?:\s+|$)")
# The same in a promise, as a word in capitals with which an outline begins a task: "DONE send the CV".
_WORD = seldom(r"^\s*(?P<word>TO(?:DO)|DONE)\s+(?=\S)")
_KEPT = frozenset("xX✓✔")
# A box stands at the very beginning of its text.
_INDENT = 8
_SIGNS = "📅📆🗓✅⏳🛫➕❌🏁🆔"
_SIGN = seldom(rf"\s*(?P<sign>[{_SIGNS}])\ufe0f?\s*(?P<day>\d{{4}}-\d{{2}}-\d{{2}})?")
_FIELD = seldom(r"\s*[\[(](?P<name>[a-z]+)::\s*(?P<value>[^\])\n]*)[\])]", re.IGNORECASE)
_UNREAD = seldom(rf"\s*[🔺⏫🔼🔽⏬]\ufe0f?|\s*🔁[^{_SIGNS}\[(]*|\s+\^[\w-]+\s*$")
_MARK = rf"\s*[{_SIGNS}]\ufe0f?\s*\d{{4}}-\d{{2}}-\d{{2}}"
_DATED = seldom(_MARK)
_MARKS_FIRST = seldom(rf"(?:{_MARK})+\s*")
# What is left between a text and its full stop where a mark stood.
_BEFORE_A_STOP = seldom(r"\s+(?=[.,;](?:\s|$))")
_BLOCK = seldom(r"(?<=\S)\s+\^[\w-]+\s*$")
_BLOCK_MARK = "^"
_FAR_MARKS = frozenset(f"{_SIGNS}🔺⏫🔼🔽⏬🔁")
_MEANT = {"📅": "due", "📆": "due", "🗓": "due", "✅": "done", "❌": "cancelled"}
_FIELDS = frozenset(
    {
        "due",
        "completion",
        "done",
        "cancelled",
        "scheduled",
        "start",
        "created",
        "priority",
        "repeat",
    }
)


@dataclass(frozen=True, slots=True)
class Task:
    """A text without its marks, and what they say: the days as written, whether it is done or was let go.

    `has_box` tells a task from a text without a box.
    """

    text: str
    due: str = ""
    done: str = ""
    has_box: bool = False
    is_done: bool = False
    is_let_go: bool = False


def read_box(text: str) -> tuple[str, str]:
    """What stands in the box that a text begins with, and the text behind it; nothing and the text where there is none."""
    box = _BOX.match(text) if "[" in text[:_INDENT] else None
    return (box["mark"], text[box.end() :]) if box else ("", text)


def is_ticked(mark: str) -> bool:
    """Whether the mark in a box says that its task is done."""
    return mark in _KEPT


def is_let_go(mark: str) -> bool:
    """Whether the mark in a box says that its task was given up."""
    return mark == "-"


def read_task(text: str) -> Task:
    """The task that a text is."""
    mark, bare = read_box(text)
    if word := _WORD.match(bare):
        mark, bare = "x" if word["word"] == "DONE" else " ", bare[word.end() :]
    marks: dict[str, str] = {}
    if _has_marks(bare) or "::" in bare:
        bare = _without_marks(bare, marks)
    done = marks.get("done") or marks.get("completion") or ""
    is_done = not marks.keys().isdisjoint({"done", "completion"})
    return Task(
        text=" ".join(bare.split()),
        due=marks.get("due", ""),
        done=done,
        has_box=bool(mark),
        is_done=is_done or is_ticked(mark),
        is_let_go="cancelled" in marks or is_let_go(mark),
    )


def _has_marks(text: str) -> bool:
    """Whether a text has a sign of a task's marks, or of a block's name: most texts are plain ASCII without that one."""
    return _BLOCK_MARK in text or not (text.isascii() or _FAR_MARKS.isdisjoint(text))


def _without_marks(text: str, marks: dict[str, str]) -> str:
    """The text without the marks of a task, whose days are put into `marks`."""

    def sign(found: re.Match[str]) -> str:
        if name := _MEANT.get(found["sign"]):
            marks[name] = found["day"] or ""
        return " "

    def field(found: re.Match[str]) -> str:
        name = found["name"].casefold()
        if name not in _FIELDS:
            return found[0]
        marks[name] = found["value"].strip()
        return " "

    bare = _FIELD.sub(field, _SIGN.sub(sign, _UNREAD.sub(" ", text)))
    return _BEFORE_A_STOP.sub("", bare)


def marks_before(text: str) -> int:
    """How many letters of a text the marks of a task with a day take that it begins with."""
    found = _MARKS_FIRST.match(text)
    return found.end() if found else 0


def without_dated_marks(text: str) -> str:
    """The text without the marks of a task that have a day, and the name of a block: what a reader of Obsidian does not count as words."""
    if _has_marks(text):
        text = _BLOCK.sub("", _DATED.sub("", text))
    return text
