"""The dataclasses and named tuples that nobody can change, made in a fraction of the time: a build makes more than two hundred before it begins.

The standard library writes six methods for each class as text, and compiles them. Here that is done for the one that differs,
`__init__`; the others ask for the values of the fields, whichever these are. Of a named tuple it compiles what is written of the
type of each field, which nobody asks for.
"""

from __future__ import annotations

import dataclasses
from collections import namedtuple
from collections.abc import Callable
from dataclasses import field
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple", "dataclass", "field"]


def _dataclass(
    *, frozen: bool = False, slots: bool = False, kw_only: bool = False
) -> Callable[[type[Any]], type[Any]]:
    """What `dataclasses.dataclass` makes of a class; one that may change, or has a part in making its objects, is made there."""
    standard = dataclasses.dataclass(frozen=frozen, slots=slots, kw_only=kw_only)
    if not (frozen and slots):
        return standard

    def made(kind: type[Any]) -> type[Any]:
        if hasattr(kind, "__post_init__"):
            return standard(kind)
        bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)
        return _with_methods(bare(kind))

    return made


def _with_methods(kind: type[Any]) -> type[Any]:
    fields = dataclasses.fields(kind)
    names = tuple(one.name for one in fields)
    values, compared = _values(names), _values(tuple(one.name for one in fields if one.compare))

    def equals(self: object, other: object) -> bool:
        is_same = other.__class__ is self.__class__
        return compared(self) == compared(other) if is_same else NotImplemented

    def restore(self: object, state: tuple[object, ...]) -> None:
        for name, value in zip(names, state, strict=False):
            object.__setattr__(self, name, value)

    methods = {
        "__init__": _init(kind, fields),
        "__eq__": equals,
        "__hash__": lambda self: hash(compared(self)),
        "__repr__": _repr,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        # Copies, and what comes from another process, are made by these.
        "__getstate__": values,
        "__setstate__": restore,
    }
    own = vars(kind)
    for name, method in methods.items():
        if name not in own:
            setattr(kind, name, method)
    return kind


def _values(names: tuple[str, ...]) -> Callable[[object], Any]:
    """What gives the values of these fields of an object, all equal where there are none."""

    def none(_: object) -> tuple[()]:
        return ()

    # Two names at least make it a tuple.
    getter = attrgetter(*names, names[0]) if names else none

    def values(self: object) -> Any:
        return getter(self)

    return values


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
    exec("\n".join([f"def __init__({parameters}):", *(lines or [" pass"])]), known)  # noqa: S102
    return known["__init__"]  # type: ignore[no-any-return]


def _repr(self: Any) -> str:
    shown = (one.name for one in dataclasses.fields(self) if one.repr)
    values = (f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{type(self).__qualname__}({', '.join(values)})"


def _refuse(_: object, name: str, __: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change {name!r}")


class _Named(type):
    """Makes a named tuple of each class that says `NamedTuple`."""

    def __new__(cls, name: str, bases: tuple[type, ...], own: dict[str, Any]) -> Any:
        if not bases:
            return super().__new__(cls, name, bases, own)
        fields = own["__annotations__"]
        defaults = [own[field] for field in fields if field in own]
        made = namedtuple(name, fields, defaults=defaults, module=own["__module__"])  # type: ignore[misc]
        for key, value in own.items():
            if key not in fields:
                setattr(made, key, value)
        return made


class _NamedTuple(metaclass=_Named):
    """What `typing.NamedTuple` is to a class."""


if TYPE_CHECKING:
    # To a type checker they are those that it knows.
    from dataclasses import dataclass
    from typing import NamedTuple
else:
    dataclass, NamedTuple = _dataclass, _NamedTuple
