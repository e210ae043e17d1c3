"""What is handed from room to room is data that nobody can change, and has room for what it is made of alone."""

from __future__ import annotations

import importlib
from dataclasses import is_dataclass
from functools import cached_property

import pytest
from tests.house.test_house import MODULES, PACKAGE

ROOMS = ("analysis", "vault")
NAMES = [
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    for path in MODULES
    if path.relative_to(PACKAGE).parts[0] in (*ROOMS, "model.py")
]


def kinds_of(name: str) -> list[type]:
    module = importlib.import_module(name)
    return [one for one in vars(module).values() if isinstance(one, type) and is_dataclass(one)]


@pytest.mark.parametrize("name", NAMES)
def test_data_is_frozen(name: str) -> None:
    assert [one for one in kinds_of(name) if not vars(one)["__dataclass_params__"].frozen] == []


@pytest.mark.parametrize("name", NAMES)
def test_data_takes_no_more_room_than_its_fields(name: str) -> None:
    """But for what remembers an answer."""
    forgetful = [
        one
        for one in kinds_of(name)
        if not any(isinstance(value, cached_property) for value in vars(one).values())
    ]
    assert [one for one in forgetful if "__slots__" not in vars(one)] == []
