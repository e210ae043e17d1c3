"""What every page of one build shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.analysis.follow_ups.kind import FEEDBACK_DELAY, Kind
from afterword.analysis.follow_ups.kinds import KINDS
from afterword.analysis.follow_ups.owed import follow_ups
from afterword.analysis.review import Review, quarter_reviews
from afterword.audience.audience import MYSELF, Audience
from afterword.days import Quarter
from afterword.edition.addresses import APPLICATIONS, THEMES, fitting
from afterword.edition.sealed import opaque_path
from afterword.edition.standing import Told, interview_told
from afterword.frozen import dataclass, field
from afterword.model import Application, ApplicationNote, Interview, Journal, Problem, Unread
from afterword.vocabulary.themes import theme_key

_T = TypeVar("_T")


@dataclass(frozen=True)
class Edition:
    """A journal as it stands on one day, and how its pages are addressed.

    `directory_urls` is MkDocs' `use_directory_urls`: whether timeline.md becomes timeline/ or timeline.html. `holidays` are
    days that do not count as business days; `feedback_delay` the business days to wait before asking for feedback.
    `follows_clock` lets the home page go on with the reader's clock; it is off where the day is pinned.
    `address_key` is there for a site that will be sealed: the addresses of entries, applications and themes then tell nothing.
    `audience` is whom the pages are for; the journal is already what they may see of it. `moved` are the places that another
    plugin gave to the pages of entries, by their paths. All paths are those in the journal's `folder`, which is a part of the
    site's; empty where the site has no other pages. `kinds` are the rows of the table of follow-ups, `waiting` is how many
    lines wait in the writer's inbox.
    """

    journal: Journal
    today: date
    directory_urls: bool = True
    holidays: frozenset[date] = frozenset()
    feedback_delay: int = FEEDBACK_DELAY
    follows_clock: bool = False
    address_key: bytes | None = None
    audience: Audience = MYSELF
    moved: Mapping[str, str] = field(default_factory=dict)
    folder: str = ""
    kinds: tuple[Kind, ...] = KINDS
    waiting: int = 0

    def place(self, path: str) -> str:
        """Where the page of the file at `path` lies, as a path of Markdown below the site's root."""
        if path in self.moved:
            return self.moved[path]
        if self.address_key is None or not self._is_named(path):
            place = fitting(path, directory_urls=self.directory_urls)
        else:
            place = opaque_path(path, self.address_key)
        return f"{self.folder}/{place}" if self.folder else place

    def _is_named(self, path: str) -> bool:
        is_entry = path in self.interviews or path in self.unread
        return is_entry or path.startswith((APPLICATIONS, THEMES))

    def theme_name(self, key: str) -> str:
        """The name that people read for a theme's key."""
        return self.journal.theme_names.get(key, key)

    def theme_key(self, written: str) -> str | None:
        """The key of a theme as somebody wrote it; None for one that has no page."""
        key = theme_key(written)
        key = self.journal.theme_aliases.get(key, key)
        return key if key in self.journal.theme_names else None

    def application_of(self, path: str) -> Application:
        """The application that the entry at `path` belongs to."""
        return self._applications[path]

    @cached_property
    def _applications(self) -> dict[str, Application]:
        return self.journal.applications_by_path

    def stands(self, interview: Interview) -> Told:
        """How an interview stands on the day of this edition, as every page shows it."""
        path = interview.path
        if path not in self._told:
            self._told[path] = interview_told(interview, self.application_of(path), self.today)
        return self._told[path]

    @cached_property
    def _told(self) -> dict[str, Told]:
        return {}

    @cached_property
    def interviews(self) -> dict[str, Interview]:
        """Every interview by the path of its entry."""
        return {one.path: one for one in self.journal.interviews}

    @cached_property
    def unread(self) -> dict[str, Unread]:
        """Every entry that could not become an interview, by its path."""
        return {one.path: one for one in self.journal.unread}

    @cached_property
    def notes(self) -> dict[str, ApplicationNote]:
        """Every note on an application, by its path."""
        return {one.path: one for one in self.journal.every_note}

    @cached_property
    def problems(self) -> dict[str, tuple[Problem, ...]]:
        """The problems of each file that has any, by its path, in the order of their lines."""
        found: dict[str, list[Problem]] = {}
        for problem in self.journal.problems:
            found.setdefault(problem.path, []).append(problem)
        return {path: tuple(problems) for path, problems in found.items()}

    @cached_property
    def shared(self) -> dict[int, dict[str, object]]:
        """What templates share on the pages of each depth, which holds as long as the edition does."""
        return {}

    @cached_property
    def owed(self) -> tuple[FollowUp, ...]:
        """Every follow-up, as it stands on the day of this edition."""
        return self.owed_on(self.today)

    def let_go(self) -> None:
        """Do without what was worked out, once nobody asks any more: templates keep an edition in cycles until the program ends."""
        for known in (self.shared, self._answers, self._told):
            known.clear()

    def owed_on(self, day: date, journal: Journal | None = None) -> tuple[FollowUp, ...]:
        """Every follow-up in the journal, or in a part of it, as it stands on a day."""
        return follow_ups(
            journal or self.journal,
            day,
            holidays=self.holidays,
            feedback_delay=self.feedback_delay,
            kinds=self.kinds,
        )

    def answer(self, question: Callable[[Journal], _T]) -> _T:
        """What an analysis says of the journal, worked out once for every page that asks it."""
        if question not in self._answers:
            self._answers[question] = question(self.journal)
        return cast(_T, self._answers[question])

    def answer_today(self, question: Callable[[Journal, date], _T]) -> _T:
        """What an analysis says of the journal on the day of this edition, worked out once."""
        if question not in self._answers:
            self._answers[question] = question(self.journal, self.today)
        return cast(_T, self._answers[question])

    @cached_property
    def _answers(self) -> dict[Callable[..., object], object]:
        return {}

    def owed_in(self, path: str) -> tuple[FollowUp, ...]:
        """The follow-ups of one entry, in the order of their days."""
        return self._owed_by_path.get(path, ())

    @cached_property
    def _owed_by_path(self) -> dict[str, tuple[FollowUp, ...]]:
        found: dict[str, list[FollowUp]] = {}
        for one in self.owed:
            found.setdefault(one.path, []).append(one)
        return {path: tuple(those) for path, those in found.items()}

    @cached_property
    def reviews(self) -> tuple[tuple[Quarter, Review], ...]:
        """Each quarter in which anything had happened by the day of this edition, oldest first, with what it was."""
        return quarter_reviews(self.journal, self.today)
