"""The places that a page keeps for HTML of ours, which no converter and no search index has to see, until the page is laid out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from afterword.errors import AfterwordError

# As it was made, or as a plugin that shrinks pages leaves it.
_PLACE = re.compile(r"""<div class=["']?aw-part-(\d+)["']?\s*></div>""")


class LostPlaceError(AfterwordError):
    """A page came back without a place that it was handed over with: what belongs there would be missing from the site."""


def place(number: int) -> str:
    """What stands in a page for its part of this number, from 0."""
    return f'<div class="aw-part-{number}"></div>'


def has_place(page: str) -> bool:
    """Whether a page still keeps a place for something."""
    return _PLACE.search(page) is not None


def filled_in(page: str, parts: Sequence[str], *, path: str) -> str:
    """A laid out page with each of its parts in place. Raises LostPlaceError where one has no place, naming the page's file."""
    found = set()

    def part(match: re.Match[str]) -> str:
        number = int(match[1])
        found.add(number)
        return parts[number] if number < len(parts) else match[0]

    whole = _PLACE.sub(part, page)
    if not found >= set(range(len(parts))):
        raise LostPlaceError(
            f"The page of {path} came back without what Afterword puts into it, so the site would have been incomplete. "
            "A template of yours that leaves out the page's content may be why, or another plugin that takes empty elements out: "
            "try without it, or list it after afterword in mkdocs.yml."
        )
    return whole
