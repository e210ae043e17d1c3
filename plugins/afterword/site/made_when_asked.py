"""What a page holds for the few who ask for it: its headings, and the ids that a link may lead to on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class MadeWhenAsked:
    """An attribute of a page that is made of a row of things when somebody asks for it, and kept from then on; anything else put there stays as it is.

    Until then the row stands there: the ids of an entry as a set take six times as much, its headings as the host has them are twenty
    objects, every page keeps its own until the build ends, and hardly one is asked before it is laid out.
    """

    def __init__(self, make: Callable[[tuple[Any, ...]], object]) -> None:
        """`make` makes it of the row."""
        self._make = make

    def __set_name__(self, owner: type, name: str) -> None:
        # An attribute: asked for its `vars`, a page would keep them in a dictionary of its own.
        self._place = f"{name} of {owner.__name__}"

    def __get__(self, page: object, owner: type | None = None) -> Any:
        known = getattr(page, self._place, None)
        if isinstance(known, tuple):
            known = self._make(known)
            setattr(page, self._place, known)
        return known

    def __set__(self, page: object, row: Any) -> None:
        setattr(page, self._place, row)
