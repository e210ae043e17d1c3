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
from functools import cache
from operator import attrgetter
from types import CellType, CodeType, FunctionType
from typing import TYPE_CHECKING, Any, cast

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


def _init(kind: type[Any], fields: tuple[dataclasses.Field[Any], ...]) -> FunctionType:
    """What takes a value for each field, or else what the class says."""
    placed = [one for one in fields if not one.kw_only]
    named = [one for one in fields if one.kw_only]
    taken = (*placed, *named)
    names = tuple(one.name for one in taken)
    makers = [one.default_factory for one in taken]
    made = tuple(make is not dataclasses.MISSING for make in makers)
    setters = [getattr(kind, name).__set__ for name in names]
    # A default that is made anew stands for itself until then.
    makers = [make for make, is_made in zip(makers, made, strict=True) if is_made]
    code = _code(len(placed), made).replace(co_varnames=("self", *names))
    init = FunctionType(code, {}, "__init__", None, tuple(map(CellType, (*makers, *setters))))
    init.__defaults__ = tuple(_defaults(placed).values())
    init.__kwdefaults__ = _defaults(named)
    init.__qualname__ = f"{kind.__qualname__}.__init__"
    return init


def _defaults(fields: list[dataclasses.Field[Any]]) -> dict[str, Any]:
    """What stands for each of these fields that nobody gives a value."""
    missing = dataclasses.MISSING
    of = {
        one.name: one.default if one.default_factory is missing else one.default_factory
        for one in fields
    }
    return {name: default for name, default in of.items() if default is not missing}


@cache
def _code(placed: int, made: tuple[bool, ...]) -> CodeType:
    """The code of an `__init__` of so many values, of which those `placed` come first, and the others by name; `made` says for which a default is made.

    It is compiled once for all classes that differ in their names alone, which half the time of making them went into.
    """
    # Figures of one length: the compiler puts what comes from around a function in the order of its name.
    names = [f"field_{number:03}" for number in range(len(made))]
    makers = [f"make_{name}" for name, is_made in zip(names, made, strict=True) if is_made]
    parameters = ["self", *names[:placed], *(["*"] if placed < len(names) else []), *names[placed:]]
    values = [
        f"make_{name}() if {name} is make_{name} else {name}" if is_made else name
        for name, is_made in zip(names, made, strict=True)
    ]
    lines = [
        f"def around({', '.join([*makers, *(f'set_{name}' for name in names)])}):",
        f" def __init__({', '.join(parameters)}):",
        *(f"  set_{name}(self, {value})" for name, value in zip(names, values, strict=True)),
        *([] if names else ["  pass"]),
        " return __init__",
    ]
    known: dict[str, Any] = {}
    # As the standard library does; every name in it is one of ours.
    exec("\n".join(lines), known)  # noqa: S102
    return cast(CodeType, known["around"](*makers, *names).__code__)


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
