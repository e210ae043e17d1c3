"""The dataclasses and named tuples, made in a fraction of the time: a build makes almost three hundred before it begins.

The standard library writes up to six methods for each class as text, and compiles them at once. Here that is done for the one
that differs, `__init__` or `__new__`, and only when the first object is made: of one class in four a build makes none. The
others ask for the values of the fields, whichever these are.
"""

from __future__ import annotations

import dataclasses
from collections import namedtuple
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple", "dataclass", "field"]


class _Later:
    """An attribute of a class that is worked out when it is first asked for, and stands in the class from then on."""

    def __init__(self, name: str, work_out: Callable[[type[Any]], Any]) -> None:
        self._name, self._work_out = name, work_out

    def __get__(self, one: object, kind: type[Any]) -> Any:
        # A class that has one of its own may ask for that of the class below it.
        owner = next((base for base in kind.__mro__ if vars(base).get(self._name) is self), None)
        # Another thread may have worked it out meanwhile.
        if owner is None:
            return getattr(kind if one is None else one, self._name)
        made = self._work_out(owner)
        setattr(owner, self._name, made)
        return made.__get__(one, kind) if hasattr(made, "__get__") else made


def _dataclass(
    *, frozen: bool = False, slots: bool = False, kw_only: bool = False
) -> Callable[[type[Any]], type[Any]]:
    """What `dataclasses.dataclass` makes of a class, each of whose annotations is a field."""
    methods = (_FROZEN_SLOTS if slots else _FROZEN) if frozen else _GROWING

    def made(kind: type[Any]) -> type[Any]:
        own = {name: value for name, value in vars(kind).items() if name not in _ROOM}
        names = tuple(own.get("__annotations__", ()))
        # Of each field, those of the bases first, what the class says of it.
        said = {**getattr(kind, "__said__", {}), **{name: own.pop(name, MISSING) for name in names}}
        compared = (name for name, one in said.items() if not _is_apart(one))
        own = {
            **methods,
            **own,
            **({"__slots__": names} if slots else {}),
            "__said__": said,
            "__is_named__": kw_only,
            "__values__": _values(tuple(said)),
            "__compared__": _values(tuple(compared)),
            "__match_args__": () if kw_only else tuple(said),
            "__qualname__": kind.__qualname__,
        }
        make: Callable[..., type[Any]] = type(kind)
        return make(kind.__name__, kind.__bases__, own)

    return made


# What a class has for whatever is set in its objects.
_ROOM = frozenset({"__dict__", "__weakref__"})


def _is_apart(said: object) -> bool:
    """Whether a field has no part in whether two objects are equal."""
    return isinstance(said, Field) and not said.compare


def _values(names: tuple[str, ...]) -> Callable[[object], Any]:
    """What gives the values of these fields of an object, all equal where there are none."""
    asked = names or ("__class__",)
    # Two names at least make it a tuple.
    return attrgetter(*asked, asked[0])


def _init(kind: Any) -> Callable[..., None]:
    """What takes a value for each field, or else what the class says."""
    known: dict[str, Any] = {"_set": object.__setattr__}
    parameters = ["self", "*"] if kind.__is_named__ and kind.__said__ else ["self"]
    lines: list[str] = []
    for name, said in kind.__said__.items():
        value = name
        default, make = _default(said)
        # A default that is made anew stands for itself until then.
        if make is not MISSING:
            known[f"_make_{name}"] = default = make
            value = f"_make_{name}() if {name} is _make_{name} else {name}"
        if default is not MISSING:
            known[f"_default_{name}"] = default
        parameters.append(name if default is MISSING else f"{name}=_default_{name}")
        if kind.__setattr__ is not _refuse:
            lines.append(f"self.{name}={value}")
        elif "__slots__" in vars(kind):
            known[f"_set_{name}"] = getattr(kind, name).__set__
            lines.append(f"_set_{name}(self,{value})")
        else:
            lines.append(f"_set(self,{name!r},{value})")
    if hasattr(kind, "__post_init__"):
        lines.append("self.__post_init__()")
    # As the standard library does; every name in it is one of ours.
    exec(f"def __init__({','.join(parameters)}):{';'.join(lines) or 'pass'}", known)  # noqa: S102
    return known["__init__"]  # type: ignore[no-any-return]


def _default(said: Any) -> tuple[Any, Any]:
    """The default of a field, and what makes one."""
    return (said.default, said.default_factory) if isinstance(said, Field) else (said, MISSING)


def _fields(kind: Any) -> dict[str, Field[Any]]:
    """What the standard library knows of the fields, for `replace` and the others of its functions."""
    annotations = vars(kind).get("__annotations__", {})
    own = {name: kind.__said__[name] for name in annotations if kind.__said__[name] is not MISSING}
    own |= {"__annotations__": annotations, "__module__": kind.__module__}
    make = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=kind.__is_named__)
    with_fields = tuple(base for base in kind.__bases__ if hasattr(base, "__said__"))
    like: Any = make(type(kind.__name__, with_fields, own))
    kind.__dataclass_params__ = like.__dataclass_params__
    return like.__dataclass_fields__  # type: ignore[no-any-return]


def _equals(self: Any, other: object) -> bool:
    is_same = other.__class__ is self.__class__
    return self.__compared__(self) == self.__compared__(other) if is_same else NotImplemented


def _hash(self: Any) -> int:
    return hash(self.__compared__(self))


def _repr(self: Any) -> str:
    shown = (one.name for one in dataclasses.fields(self) if one.repr)
    values = (f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{type(self).__qualname__}({', '.join(values)})"


def _refuse(_: object, name: str, __: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change {name!r}")


def _state(self: Any) -> Any:
    return self.__values__(self)


def _restore(self: Any, state: tuple[object, ...]) -> None:
    for name, value in zip(self.__said__, state, strict=False):
        object.__setattr__(self, name, value)


_GROWING = {
    "__dataclass_fields__": _Later("__dataclass_fields__", _fields),
    "__init__": _Later("__init__", _init),
    "__eq__": _equals,
    "__hash__": None,
    "__repr__": _repr,
}
_FROZEN = {**_GROWING, "__hash__": _hash, "__setattr__": _refuse, "__delattr__": _refuse}
# Copies, and what comes from another process, are made by these where nothing can be set.
_FROZEN_SLOTS = {**_FROZEN, "__getstate__": _state, "__setstate__": _restore}


class _Named(type):
    """Makes a named tuple of each class that says `NamedTuple`."""

    def __new__(cls, name: str, bases: tuple[type, ...], own: dict[str, Any]) -> Any:
        if not bases:
            return super().__new__(cls, name, bases, own)
        fields: tuple[str, ...] = tuple(own["__annotations__"])
        made = {
            **_TUPLE_METHODS,
            **own,
            **dict(zip(fields, _PLACES[: len(fields)], strict=True)),
            "_fields": fields,
            "_field_defaults": {name: own[name] for name in fields if name in own},
            "__match_args__": fields,
            "__slots__": (),
        }
        return type(name, (tuple,), made)


# What gives the value at a place is the same in every named tuple.
_NAMES = [f"at_{number}" for number in range(32)]
_NUMBERED: Any = namedtuple("_NUMBERED", _NAMES)  # type: ignore[misc]
_PLACES = tuple(getattr(_NUMBERED, name) for name in _NAMES)


def _new(kind: Any) -> Callable[..., Any]:
    """What takes a value for each place, or else what the class says."""
    defaults = kind._field_defaults
    parameters = [f"{one}=_default_{one}" if one in defaults else one for one in kind._fields]
    known = {f"_default_{name}": default for name, default in defaults.items()}
    known["_tuple"] = tuple.__new__
    values = "".join(f"{name}," for name in kind._fields)
    exec(f"def __new__({','.join(['cls', *parameters])}):return _tuple(cls,({values}))", known)  # noqa: S102
    return known["__new__"]  # type: ignore[no-any-return]


def _make(cls: Any, values: Iterable[object]) -> Any:
    made = tuple.__new__(cls, values)
    if len(made) != len(cls._fields):
        raise TypeError(f"{cls.__name__} has {len(cls._fields)} values, and not {len(made)}")
    return made


def _replace(self: Any, /, **changes: object) -> Any:
    made = self._make(map(changes.pop, self._fields, self))
    if changes:
        raise TypeError(f"{type(self).__name__} has no {', '.join(changes)}")
    return made


def _asdict(self: Any) -> dict[str, Any]:
    return dict(zip(self._fields, self, strict=True))


def _given(self: Any) -> tuple[Any, ...]:
    return tuple(self)


def _show(self: Any) -> str:
    values = (f"{name}={value!r}" for name, value in self._asdict().items())
    return f"{type(self).__name__}({', '.join(values)})"


_TUPLE_METHODS = {
    "__new__": _Later("__new__", _new),
    "__repr__": _show,
    "__getnewargs__": _given,
    "_make": classmethod(_make),
    "_replace": _replace,
    "_asdict": _asdict,
}


class _NamedTuple(metaclass=_Named):
    """What `typing.NamedTuple` is to a class."""


if TYPE_CHECKING:
    # To a type checker they are those that it knows.
    from dataclasses import dataclass
    from typing import NamedTuple
else:
    dataclass, NamedTuple = _dataclass, _NamedTuple
