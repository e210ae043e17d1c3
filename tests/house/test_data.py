"""What is handed from room to room is data that nobody can change, and has room for what it is made of alone."""

from __future__ import annotations

import importlib
from contextlib import suppress
from dataclasses import FrozenInstanceError, fields, is_dataclass
from functools import cached_property

from tests.house.test_house import MODULES, PACKAGE

ROOMS = ("analysis", "audience", "edition", "site", "vault", "writing")
NAMES = [
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    for path in MODULES
    if path.relative_to(PACKAGE).parts[0] in (*ROOMS, "model.py")
]
KINDS = {
    f"{one.__module__}.{one.__name__}": one
    for name in NAMES
    for one in vars(importlib.import_module(name)).values()
    if isinstance(one, type) and is_dataclass(one) and one.__module__ == name
}
# Grow while a site is built, or a row or a note is read.
GROWING = {
    "afterword.site.record.SiteRecord",
    "afterword.writing.importing.note.NoteRead",
    "afterword.writing.importing.note_facts.Head",
    "afterword.writing.importing.rows.Read",
}
FROZEN = {name: one for name, one in KINDS.items() if name not in GROWING}


def test_data_is_frozen() -> None:
    assert {name for name, kind in FROZEN.items() if _takes_changes(kind)} == set()


def _takes_changes(kind: type) -> bool:
    with suppress(FrozenInstanceError):
        setattr(object.__new__(kind), fields(kind)[0].name, None)
        return True
    return False


def test_data_takes_no_more_room_than_its_fields() -> None:
    """But for what remembers an answer."""
    wide = {
        name
        for name, kind in KINDS.items()
        if "__slots__" not in vars(kind)
        and not any(isinstance(value, cached_property) for value in vars(kind).values())
    }
    assert wide == set()
