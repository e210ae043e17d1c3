"""What every page of one build shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from afterword.model import Application, Journal


@dataclass(frozen=True, slots=True)
class Edition:
    """A journal as it stands on one day, and how its pages are addressed.

    `directory_urls` is MkDocs' `use_directory_urls`: whether timeline.md becomes timeline/ or timeline.html. `holidays` are
    days that do not count as business days; `feedback_delay` the business days to wait before asking for feedback.
    """

    journal: Journal
    today: date
    directory_urls: bool = True
    holidays: frozenset[date] = frozenset()
    feedback_delay: int = 2

    def theme_name(self, key: str) -> str:
        """The name that people read for a theme's key."""
        return self.journal.theme_names.get(key, key)

    def application_of(self, path: str) -> Application:
        """The application that the entry at `path` belongs to."""
        return next(one for one in self.journal.applications if path in one.paths)
