"""The ids that a link may lead to on a page, as the host asks for them."""

from __future__ import annotations

from typing import Any


class AnchorIds:
    """An attribute of a page that is a set from when somebody asks for it, and None where it was never filled.

    The ids of an entry stand in a row until then: a set of so few takes six times as much, every page keeps its own until the
    build ends, and hardly one is asked.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self._place = f"{name} of {owner.__name__}"

    def __get__(self, page: object, owner: type | None = None) -> Any:
        known = None if page is None else vars(page).get(self._place)
        if isinstance(known, tuple):
            known = vars(page)[self._place] = set(known)
        return known

    def __set__(self, page: object, identities: Any) -> None:
        vars(page)[self._place] = identities
