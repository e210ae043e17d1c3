"""An entry as a second reader sees it: PyYAML for its front matter, regular expressions for the rest, and nothing of Afterword.

It reads what the demonstration writes and no more. Whoever writes something new into that teaches it here as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

import yaml

_FENCED = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"#{1,6} +(.*)")
_LABEL = re.compile(r"\**([A-Z][\w' ]+):\**")
_ROW = re.compile(r"\|(.*)\|")
_ITEM = re.compile(r"(?:[-*]|\d+\.) +(.*)")
_WHY = re.compile(r"\s+- Why: (.*)")
_TAG = re.compile(r"(?:^|(?<=\s))#([a-z][\w-]*)")
_MARK = re.compile(r"\s*\((well|ok|badly|helped|partly|no)\)\s*$")
_BOX = re.compile(r"\[([ x])\] ")
_SIDE = re.compile(r"(Praise|Gap): ")

_SECTIONS = {
    "went_well": "went well|what went well|pros|good",
    "went_badly": "went badly|what went badly|what didn't go well|cons|bad",
    "do_differently": "do differently|next time",
    "tried": "tried",
    "takeaways": "take-aways|lessons learned",
    "skills": "skills to develop|skills to study",
    "questions": "questions",
    "questions_asked": "questions i asked",
    "stories": "stories used",
    "feedback": "feedback",
}
_KEYS = {
    "job_title": "role",
    "interview_date": "date",
    "interview_type": "round",
    "with": "interviewers",
    "status": "outcome",
}
_OUTCOMES = {
    "advanced": "advanced|next round|passed|through|moved on",
    "offer": "offer",
    "accepted": "accepted",
    "declined": "declined",
    "rejected": "rejected|turned down|declined by them|no",
    "withdrawn": "withdrew|i withdrew",
    "no answer": "ghosted|no answer",
}
# In the order in which they are looked for.
_ROUNDS = {
    "take-home": "take-home",
    "final": "final",
    "panel": "panel",
    "screen": "screen|phone|recruiter|intro",
    "design": "design",
    "behavioural": "behavioural",
    "manager": "manager|founder",
    "technical": "technical",
}
KINDS = [
    "screen",
    "technical",
    "take-home",
    "design",
    "behavioural",
    "manager",
    "panel",
    "final",
    "other",
]
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
ENDED = frozenset(["accepted", "declined", "rejected", "withdrawn", "no answer", "cancelled"])


@dataclass(frozen=True)
class Item:
    """One item of a section: the line it stands on, its text without its marks, and what the marks say."""

    line: int
    text: str
    tags: tuple[str, ...]
    mark: str | None = None
    side: str | None = None
    why: str | None = None
    done: bool = False


@dataclass(frozen=True)
class Entry:
    """One file of the journal, by its path in it."""

    path: str
    facts: dict[str, object]
    items: dict[str, tuple[Item, ...]] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """What its front matter says under a key, as text; empty for nothing."""
        return re.sub(r"\[\[(.*?)\]\]", r"\1", str(self.facts.get(key, "")))

    def day(self, key: str) -> date | None:
        """The day under a key; a span is counted from the interview."""
        return _day(self.text(key), self.when) if self.text(key) else None

    def days(self, key: str) -> list[date]:
        """The days under a key that may hold several."""
        written = self.facts.get(key, [])
        found = [_day(str(one)) for one in (written if isinstance(written, list) else [written])]
        return [one for one in found if one]

    @cached_property
    def when(self) -> date:
        """The day of the interview."""
        day = _day(self.text("date"))
        assert day, self.path
        return day

    @property
    def company(self) -> str:
        """The company."""
        return self.text("company")

    @cached_property
    def kind(self) -> str:
        """Which kind of round it was."""
        words = self.text("round").casefold()
        return next((kind for kind, way in _ROUNDS.items() if re.search(way, words)), "other")

    @cached_property
    def outcome(self) -> str:
        """What the entry says of its outcome."""
        words = self.text("outcome").casefold()
        return next(
            (kind for kind, ways in _OUTCOMES.items() if words in ways.split("|") and words),
            "pending",
        )

    @property
    def confidence(self) -> int | None:
        """The chance I gave myself, of a hundred."""
        written = self.text("confidence").rstrip("%")
        return int(written) if written else None

    @property
    def heard(self) -> date:
        """The day on which it was decided, else that of the interview."""
        return self.day("decided") or self.when

    def of(self, section: str) -> tuple[Item, ...]:
        """The items of a section."""
        return self.items.get(section, ())


def entries_of(folder: Path) -> list[Entry]:
    """Every interview in a folder, in date order."""
    read = (
        _entry(one.relative_to(folder).as_posix(), one.read_text("utf-8"))
        for one in folder.rglob("*.md")
    )
    found = [one for one in read if one.company]
    return sorted(found, key=lambda one: (one.when, one.path))


def _entry(path: str, text: str) -> Entry:
    fenced = _FENCED.match(text)
    if not fenced:
        return Entry(path, {})
    written = yaml.load(fenced[1], Loader=yaml.BaseLoader)
    keys = {key.casefold().replace(" ", "_"): value for key, value in written.items()}
    facts = {_KEYS.get(key, key): value for key, value in keys.items()}
    sections: dict[str, list[Item]] = {}
    for section, item in _items(text.splitlines(), fenced[0].count("\n")):
        sections.setdefault(section, []).append(item)
    return Entry(path, facts, {name: tuple(items) for name, items in sections.items()})


def _items(lines: list[str], first: int) -> Iterator[tuple[str, Item]]:
    section = ""
    for number, line in enumerate(lines[first:], first + 1):
        row = _ROW.fullmatch(line)
        cells = [cell.strip() for cell in row[1].split("|")] if row else []
        title = _HEADING.fullmatch(line) or _LABEL.fullmatch(line)
        if title or (cells and _section(cells[0])):
            section = _section(title[1] if title else cells[0])
        elif cells and section and not set(line) <= set("|-"):
            yield section, _item(number, cells[0], why=cells[1] or None)
        elif section and (item := _ITEM.fullmatch(line)):
            why = _WHY.fullmatch(lines[number]) if number < len(lines) else None
            yield section, _item(number, item[1], why=why[1] if why else None)


def _section(title: str) -> str:
    words = title.casefold()
    return next((name for name, ways in _SECTIONS.items() if words in ways.split("|")), "")


def _item(line: int, text: str, *, why: str | None) -> Item:
    mark, box, side = _MARK.search(text), _BOX.match(text), _SIDE.match(text)
    bare = _SIDE.sub("", _BOX.sub("", _MARK.sub("", text)))
    return Item(
        line=line,
        text=" ".join(_TAG.sub("", bare).split()),
        tags=tuple(_TAG.findall(text)),
        mark=mark[1] if mark else None,
        side=side[1].casefold() if side else None,
        why=why,
        done=bool(box and box[1] == "x"),
    )


def _day(text: str, since: date | None = None) -> date | None:
    if found := re.match(r"(\d{4})-(\d\d)-(\d\d)", text):
        return date(*map(int, found.groups()))
    if found := re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", text):
        return date(*map(int, reversed(found.groups())))
    if found := re.fullmatch(r"(\d+) ([A-Z][a-z]{2})[a-z]* (\d{4})", text):
        return date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
    if since and (found := re.fullmatch(r"(\d+) (weeks?|business days)", text)):
        return _later(since, int(found[1]), in_weeks=found[2].startswith("week"))
    return None


def _later(day: date, count: int, *, in_weeks: bool) -> date:
    if in_weeks:
        return day + timedelta(weeks=count)
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day
