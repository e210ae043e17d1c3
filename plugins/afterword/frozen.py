"""The dataclasses that nobody can change, made in a fourth of the time: a build makes nearly two hundred before it begins.

The standard library writes six methods for each class as text, and compiles them. Here that is done for the one that differs,
`__init__`; the others ask for the values of the fields, whichever these are.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import field
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "field"]


def _dataclass(
    *, frozen: bool = False, slots: bool = False, kw_only: bool = False
) -> Callable[[type[Any]], type[Any]]:
    """What `dataclasses.dataclass` makes of a class; one that may change is made there."""
    if not (frozen and slots):
        return dataclasses.dataclass(frozen=frozen, slots=slots, kw_only=kw_only)

    def made(kind: type[Any]) -> type[Any]:
        bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)
        return _with_methods(bare(kind))

    return made


def _with_methods(kind: type[Any]) -> type[Any]:
    fields = dataclasses.fields(kind)
    names = tuple(one.name for one in fields)
    # Two names at least make it a tuple.
    values = attrgetter(*names, names[0])

    def equals(self: object, other: object) -> bool:
        return (
            values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented
        )

    def state(self: object) -> object:
        return values(self)

    def restore(self: object, state: tuple[object, ...]) -> None:
        for name, value in zip(names, state, strict=False):
            object.__setattr__(self, name, value)

    methods = {
        "__init__": _init(kind, fields),
        "__eq__": equals,
        "__hash__": lambda self: hash(values(self)),
        "__repr__": _repr,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        # Copies, and what comes from another process, are made by these.
        "__getstate__": state,
        "__setstate__": restore,
    }
    for name, method in methods.items():
        setattr(kind, name, method)
    return kind


def _init(kind: type[Any], fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    """What takes a value for each field, or else what the class says."""
    known: dict[str, Any] = {}
    placed: list[str] = []
    named: list[str] = []
    lines: list[str] = []
    for one in fields:
        name, value = one.name, one.name
        known[f"_set_{name}"] = getattr(kind, name).__set__
        # A default that is made anew stands for itself until then.
        if (make := one.default_factory) is not dataclasses.MISSING:
            known[f"_make_{name}"] = known[f"_default_{name}"] = make
            value = f"_make_{name}() if {name} is _default_{name} else {name}"
        elif one.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = one.default
        parameter = f"{name}=_default_{name}" if f"_default_{name}" in known else name
        (named if one.kw_only else placed).append(parameter)
        lines.append(f" _set_{name}(self, {value})")
    parameters = ", ".join(["self", *placed, *(["*", *named] if named else [])])
    # As the standard library does; every name in it is one of ours.
    exec("\n".join([f"def __init__({parameters}):", *lines]), known)  # noqa: S102
    return known["__init__"]  # type: ignore[no-any-return]


def _repr(self: Any) -> str:
    values = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self))
    return f"{type(self).__qualname__}({', '.join(values)})"


def _refuse(_: object, name: str, __: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change {name!r}")


if TYPE_CHECKING:
    # To a type checker it is the one that it knows.
    from dataclasses import dataclass
else:
    dataclass = _dataclass
