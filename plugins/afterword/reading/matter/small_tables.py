"""How a small table within front matter is read: the keys that are known in it, and what is said of any other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from afterword.reading.matter.nodes import Mapping, Node, Scalar
from afterword.reading.matter.texts import is_absent
from afterword.reading.problems import FileProblems
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.speaking import meaning_of
from afterword.vocabulary.spelling import normal_key, one_slip_apart, spoken

_Value = TypeVar("_Value")
_IN_ENGLISH = WORDS.meanings("part")


class SmallTable:
    """The cells of a table with these keys; one under any other key is doubted."""

    def __init__(self, node: Mapping, known: Iterable[str], problems: FileProblems) -> None:
        known = tuple(known)
        self._node = node
        self._problems = problems
        self._cells: dict[str, Node] = {}
        for key, value in node.pairs:
            name = _named(key.text, known) if isinstance(key, Scalar) else ""
            if name not in known:
                written = key.text if isinstance(key, Scalar) else "?"
                message = f"'{written}' is not read here."
                problems.doubt(key, "unknown-key", message, f"Known here: {', '.join(known)}.")
            elif not is_absent(value):
                self._cells[name] = value

    def get(self, name: str, read: Callable[[Node, FileProblems], _Value | None]) -> _Value | None:
        """The value of a cell; None where it is empty, or could not be read."""
        node = self._cells.get(name)
        return None if node is None else read(node, self._problems)

    def cell(self, name: str) -> Node | None:
        """A cell as it was written; None where it is empty."""
        return self._cells.get(name)

    def note_missing(self, wanted: str, code: str, message: str, suggestion: str) -> None:
        """Note that the table lacks its first value, once: a key that is a slip for it was noted as unknown before."""
        keys = [key for key, _ in self._node.pairs if isinstance(key, Scalar)]
        places = {(key.line, key.column) for key in keys}
        self._problems.noted[:] = [
            one
            for one in self._problems.noted
            if one.code != "unknown-key" or (one.line, one.column) not in places
        ]
        slipped = any(means(key.text, [wanted]) for key in keys)
        mended = f"Did you mean {wanted}?" if slipped else suggestion
        self._problems.on(self._node, code, message, mended)


def _named(key: str, known: tuple[str, ...]) -> str:
    """The name of a part of such a table, as it is called in any language; the key itself where it is none."""
    name = normal_key(key)
    meant = None if name in known else _IN_ENGLISH.get(spoken(key)) or meaning_of("part", key)
    return meant if meant in known else name


def means(key: str, known: Iterable[str]) -> bool:
    """Whether a key is one of these or a slip away from it."""
    bare = _named(key, tuple(known))
    return any(bare == one or one_slip_apart(bare, one) for one in known)
