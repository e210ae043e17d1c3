"""What every page of one build shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.analysis.follow_ups.owed import follow_ups
from afterword.analysis.quarters import Quarter, quarters
from afterword.analysis.review import Review, reviews
from afterword.analysis.thank_you import ThankYouNote, thank_you_notes
from afterword.analysis.themes import ThemeNotes, theme_notes
from afterword.audience.audience import MYSELF, Audience
from afterword.edition.addresses import APPLICATIONS, THEMES, fitting
from afterword.edition.sealed import opaque_path
from afterword.model import Application, Interview, Journal, Problem, Unread
from afterword.reading.items import theme_key


@dataclass(frozen=True)
class Edition:
    """A journal as it stands on one day, and how its pages are addressed.

    `directory_urls` is MkDocs' `use_directory_urls`: whether timeline.md becomes timeline/ or timeline.html. `holidays` are
    days that do not count as business days; `feedback_delay` the business days to wait before asking for feedback.
    `follows_clock` lets the home page go on with the reader's clock; it is off where the day is pinned.
    `address_key` is there for a site that will be sealed: the addresses of entries, applications and themes then tell nothing.
    `audience` is whom the pages are for; the journal is already what they may see of it. `moved` are the places that another
    plugin gave to the pages of entries, by their paths. All paths are those in the journal's `folder`, which is a part of the
    site's; empty where the site has no other pages.
    """

    journal: Journal
    today: date
    directory_urls: bool = True
    holidays: frozenset[date] = frozenset()
    feedback_delay: int = 2
    follows_clock: bool = False
    address_key: bytes | None = None
    audience: Audience = MYSELF
    moved: Mapping[str, str] = field(default_factory=dict)
    folder: str = ""

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

    @cached_property
    def interviews(self) -> dict[str, Interview]:
        """Every interview by the path of its entry."""
        return {one.path: one for one in self.journal.interviews}

    @cached_property
    def unread(self) -> dict[str, Unread]:
        """Every entry that could not become an interview, by its path."""
        return {one.path: one for one in self.journal.unread}

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

    def owed_on(self, day: date, journal: Journal | None = None) -> tuple[FollowUp, ...]:
        """Every follow-up in the journal, or in a part of it, as it stands on a day."""
        return follow_ups(
            journal or self.journal,
            day,
            holidays=self.holidays,
            feedback_delay=self.feedback_delay,
        )

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
    def theme_notes(self) -> tuple[ThemeNotes, ...]:
        """Every theme that occurs, the one that goes badly most often first."""
        return theme_notes(self.journal)

    @cached_property
    def quarters(self) -> dict[Quarter, tuple[Interview, ...]]:
        """The interviews of each quarter that has any, the oldest first."""
        return quarters(self.journal)

    @cached_property
    def reviews(self) -> tuple[tuple[Quarter, Review], ...]:
        """Each quarter with an interview, oldest first, with what had happened in it by the day of this edition."""
        stretches = ((one.first, min(one.last, self.today)) for one in self.quarters)
        return tuple(zip(self.quarters, reviews(self.journal, stretches), strict=True))

    @cached_property
    def thank_you_notes(self) -> dict[str, ThankYouNote]:
        """Every thank-you note that is written, by the path of its entry."""
        return thank_you_notes(self.journal)
