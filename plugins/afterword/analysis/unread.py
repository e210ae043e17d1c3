"""How much of what was written could not be read, so that no answer has it."""

from __future__ import annotations

from afterword.kinds import Severity
from afterword.model import Journal


def not_read(journal: Journal) -> int:
    """How many files could not be read at all, without those that only look like interviews."""
    return sum(1 for one in journal.unread if not one.looks_like_one)


def read_in_part(journal: Journal) -> int:
    """How many interviews have a fact that could not be read."""
    troubled = {one.path for one in journal.problems if one.severity is Severity.ERROR}
    return sum(1 for one in journal.interviews if one.path in troubled)
