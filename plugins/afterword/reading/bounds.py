"""How much of a text is read: more than anybody writes by hand would take minutes to lay out."""

from __future__ import annotations

import re

from afterword.patterns import seldom

# More than a year of notes; so many are read and laid out within seconds.
_MOST_LINES = 20_000
# Markdown goes through the rest of a text for each bracket of a line, and for each heading.
_MOST_BRACKETS, _MOST_HEADINGS = 500, 2_000
_HEADING = seldom(r"^[ >]*#", re.MULTILINE)


def beyond_bounds(text: str) -> str | None:
    """What there is more of in a text than is read, in a sentence; None where it is read."""
    if (lines := text.count("\n")) > _MOST_LINES:
        return f"This entry has {lines:,} lines, and no more than {_MOST_LINES:,} are read."
    if text.count("[") > _MOST_BRACKETS:
        brackets = max(line.count("[") for line in text.split("\n"))
        if brackets > _MOST_BRACKETS:
            return (
                f"A line of this entry has {brackets:,} square brackets, "
                f"and no more than {_MOST_BRACKETS} are read."
            )
    if text.count("#") > _MOST_HEADINGS and (found := len(_HEADING.findall(text))) > _MOST_HEADINGS:
        return f"This entry has {found:,} headings, and no more than {_MOST_HEADINGS:,} are read."
    return None
