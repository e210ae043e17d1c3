"""What a page holds for the few who ask for it: its headings, and the ids that a link may lead to on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Unmade(tuple[Any, ...]):
    """A row that an attribute is to be made of, told from the tuples that a hook may put there."""

    __slots__ = ()


class MadeWhenAsked:
    """An attribute of a page that is made of an `Unmade` row when somebody asks for it, and kept from then on; anything else put there stays as it is.

    Until then the row stands there: the ids of an entry as a set take six times as much, its headings as the host has them are twenty
    objects, every page keeps its own until the build ends, and hardly one is asked before it is laid out.
    """

    def __init__(self, make: Callable[[Unmade], object]) -> None:
        """`make` makes it of the row."""
        self._make = make

    def __set_name__(self, owner: type, name: str) -> None:
        # An attribute: asked for its `vars`, a page would keep them in a dictionary of its own.
        self._place = f"{name} of {owner.__name__}"

    def __get__(self, page: object, owner: type | None = None) -> Any:
        known = getattr(page, self._place, None)
        if isinstance(known, Unmade):
            known = self._make(known)
            setattr(page, self._place, known)
        return known

    def __set__(self, page: object, row: Any) -> None:
        setattr(page, self._place, row)
