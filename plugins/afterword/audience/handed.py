"""What an audience sees of a journal as data: written by whoever reads the journal, read by the build, which meets nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, time
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from afterword.audience.audience import read_audience
from afterword.errors import ConfigurationError
from afterword.model import Journal

# Set by `afterword publish` for the build of a profile: the file with what its readers see.
HANDED = "AFTERWORD_HANDED"


def written_journal(journal: Journal) -> str:
    """A journal as JSON, without the fields that say nothing."""
    return json.dumps(_plain(journal), ensure_ascii=False)


def read_handed(text: str | bytes) -> Journal:
    """The journal in such a text. Raises ConfigurationError for any other."""
    try:
        read: Journal = _valued(Journal, json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ConfigurationError(
            f"{HANDED} is set by 'afterword publish', and not by hand. Unset it."
        ) from error
    return read


def require_handed(environment: Mapping[str, str]) -> None:
    """Raise ConfigurationError where a profile is built of a journal's own folder: what stands beside the entries would be in it."""
    if read_audience(environment).sees_part and not environment.get(HANDED):
        raise ConfigurationError(
            "A profile is built by 'afterword publish --profile', and not by hand."
        )


def texts_in(journal: Journal) -> str:
    """Every text in a journal, one on each line: all that a build can say of it."""
    return "\n".join(_leaves(_plain(journal)))


def _leaves(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [leaf for one in inner for leaf in _leaves(one)]


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        said = {one.name: getattr(value, one.name) for one in fields(value) if _says(value, one)}
        return {name: _plain(one) for name, one in said.items()}
    return value


def _says(value: object, field: Field[Any]) -> bool:
    return field.default is MISSING or getattr(value, field.name) != field.default


def _valued(kind: Any, plain: Any) -> Any:
    """The value of a kind that was written so."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return (
            None
            if plain is None
            else _valued(next(one for one in inner if one is not NoneType), plain)
        )
    if origin is tuple:
        kinds = [inner[0]] * len(plain) if inner[1:] == (...,) else inner
        return tuple(_valued(one, part) for one, part in zip(kinds, plain, strict=True))
    if origin is dict:
        return {str(key): _valued(inner[1], one) for key, one in plain.items()}
    if is_dataclass(kind):
        return _record(kind, plain)
    if kind in {date, time}:
        return kind.fromisoformat(plain)
    if isinstance(plain, bool) is not (kind is bool):
        raise TypeError
    return kind(plain)


def _record(kind: Any, plain: Mapping[str, Any]) -> Any:
    kinds = get_type_hints(kind)
    return kind(**{name: _valued(kinds[name], one) for name, one in plain.items()})
