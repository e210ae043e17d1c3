"""How many notes of what went well or badly are there, in how many interviews, and how many name no theme?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from afterword.frozen import dataclass
from afterword.model import Interview


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCounts:
    """How many `notes` there are in how many `interviews`; the theme of `inferred` ones is found in their words, `unthemed` have none.

    An interview to come counts once it has a note.
    """

    notes: int
    interviews: int
    inferred: int
    unthemed: int


def note_counts(interviews: Sequence[Interview], today: date) -> NoteCounts:
    """The counts for these interviews."""
    items = [item for one in interviews for item in (*one.went_well, *one.went_badly)]
    return NoteCounts(
        notes=len(items),
        interviews=sum(
            1 for one in interviews if one.went_well or one.went_badly or one.happened(today)
        ),
        inferred=sum(1 for item in items if item.inferred_themes),
        unthemed=sum(1 for item in items if not item.all_themes),
    )
