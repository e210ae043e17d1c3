"""The table of cases of the clock: what the entries say, which day it is, and what is owed.

Each file in `cases` is a list. A case has `name`, `today` and `entries`: the front matter of each, with the prose below it
as `body` and its file as `path` where these matter. `holidays` and `feedback_delay` are the options of these names.

What is expected stands below the name of each kind that the case speaks of: every follow-up of that kind, in order, as
"(theirs) (to somebody:) (by channel) state from the day it opens (until the day it is due) (done its day)". `what` and `why`
give, for a kind, their words and a piece of each reason. `stands` is how each interview stands, `applications` the title of each
application and how it stands, as pages say it. `said` are pieces of the home page's text, `unsaid` what is not in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any

import yaml

from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.analysis.follow_ups.kinds import KINDS
from afterword.edition.edition import Edition
from afterword.kinds import Party
from afterword.model import Journal, Source
from afterword.pages.today import today_page
from afterword.reading import ReadingOptions, read_journal

NAMES = frozenset(kind.name for kind in KINDS)
_KNOWN = {
    "name",
    "today",
    "entries",
    "holidays",
    "feedback_delay",
    "what",
    "why",
    "said",
    "unsaid",
} | {"stands", "applications"}


@dataclass(frozen=True)
class Case:
    """One row of the table, with everything that is made of it worked out once."""

    name: str
    today: date
    entries: list[dict[str, Any]]
    holidays: frozenset[date] = frozenset()
    feedback_delay: int = 2
    expected: dict[str, list[str]] = field(default_factory=dict)
    what: dict[str, list[str]] = field(default_factory=dict)
    why: dict[str, list[str]] = field(default_factory=dict)
    stands: list[str] = field(default_factory=list)
    applications: list[str] = field(default_factory=list)
    said: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()

    @cached_property
    def edition(self) -> Edition:
        """The journal as its pages see it."""
        return Edition(
            journal_of(*self.entries, holidays=self.holidays, today=self.today),
            self.today,
            holidays=self.holidays,
            feedback_delay=self.feedback_delay,
        )

    @cached_property
    def home(self) -> str:
        """The home page as Markdown and HTML."""
        return today_page(self.edition)

    @property
    def home_text(self) -> str:
        """The words of the home page."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.home)).replace("\\", "").split())


def journal_of(
    *entries: dict[str, Any], holidays: Iterable[date] = (), today: date | None = None
) -> Journal:
    """The journal that entries with these facts make, without any file."""
    sources = [source_of(number, entry) for number, entry in enumerate(entries, 1)]
    return read_journal(sources, ReadingOptions(holidays=frozenset(holidays), today=today))


def source_of(number: int, entry: dict[str, Any]) -> Source:
    """The file of an entry, the one with this number in its case."""
    facts = {key: value for key, value in entry.items() if key not in {"body", "path"}}
    matter = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False)
    body = entry.get("body", "")
    return Source(entry.get("path", f"{number}.md"), f"---\n{matter}---\n\n{body}\n")


def told(one: FollowUp) -> str:
    """A follow-up as the table writes it."""
    parts = [
        "theirs" if one.who is Party.THEM else "",
        f"to {one.to}:" if one.to else "",
        f"by {one.channel}" if one.channel else "",
        f"{one.state} from {one.opens}",
        f"until {one.due}" if one.due else "",
        f"done {one.done}" if one.done else "",
    ]
    return " ".join(filter(None, parts))


def of_kind(found: Iterable[FollowUp], kind: str) -> list[FollowUp]:
    """Those of one kind."""
    return [one for one in found if one.kind.name == kind]


def _case(row: dict[str, Any]) -> Case:
    unknown = row.keys() - _KNOWN - NAMES
    if unknown:
        raise ValueError(f"{row['name']}: {', '.join(sorted(unknown))} is nothing that a case has")
    return Case(
        name=row["name"],
        today=row["today"],
        entries=row["entries"],
        holidays=frozenset(row.get("holidays", ())),
        feedback_delay=row.get("feedback_delay", 2),
        expected={kind: row[kind] for kind in row if kind in NAMES},
        what=row.get("what", {}),
        why=row.get("why", {}),
        stands=row.get("stands", []),
        applications=row.get("applications", []),
        said=tuple(row.get("said", ())),
        unsaid=tuple(row.get("unsaid", ())),
    )


def _read(path: Path) -> list[Case]:
    return [_case(row) for row in yaml.safe_load(path.read_text("utf-8"))]


CASES = [
    case for path in sorted(Path(__file__).with_name("cases").glob("*.yml")) for case in _read(path)
]
