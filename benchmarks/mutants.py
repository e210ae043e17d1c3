"""Small faults for the code of a room: cosmic-ray's, one of a kind at a place, and an element or a call that is left out."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

# A line, counted from one, and a column in characters.
Position = tuple[int, int]
_Placed = ast.expr | ast.stmt | ast.ExceptHandler | ast.arg

# Of a dozen operators that could stand for one, most end in a TypeError and would only flatter the share.
_ONE_OF_A_KIND = ("ReplaceBinaryOperator", "ReplaceComparisonOperator", "ReplaceUnaryOperator")


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a fault may be made: by an operator of cosmic-ray's at its n-th chance, or by what stands there instead."""

    path: Path
    what: str
    start: Position
    end: Position
    occurrence: int = -1
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one fault in it: the lines of the statement that has it, what was done, and the whole text.

    `at_import` says that the statement runs when the module is imported, and not when a function is called.
    """

    path: Path
    first: int
    last: int
    what: str
    text: str
    at_import: bool = False

    def shown(self, root: Path) -> str:
        """Where it is and what stands there now, for a person."""
        before = self.path.read_text(encoding="utf-8").splitlines()
        after = self.text.splitlines()
        at = next((at for at, (old, new) in enumerate(zip(before, after)) if old != new), 0)  # noqa: B905  one may be shorter
        place = f"{self.path.relative_to(root).as_posix()}:{at + 1}"
        return f"{place}  {self.what}:  {before[at].strip()}  ->  {after[at].strip()}"


def faults_of(path: Path, chance: random.Random) -> list[Fault]:
    """Every fault for a module; of those that differ in the operator alone, one by chance."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    silent = list(_never_run(tree))
    found: dict[object, list[Fault]] = {}
    for one in (*_of_cosmic_ray(path, text), *_left_out(path, tree)):
        if not any(start <= one.start < end for start, end in silent):
            kind = next((kind for kind in _ONE_OF_A_KIND if kind in one.what), None)
            found.setdefault((kind or (one.what, one.occurrence), one.start, one.end), []).append(
                one
            )
    return [chance.choice(those) for those in found.values()]


def mutant(fault: Fault) -> Mutant | None:
    """The module with that fault; None where it says the same, or is no Python any more."""
    text = fault.path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    try:
        changed = _changed(fault, text)
        if ast.dump(ast.parse(changed)) == ast.dump(tree):
            return None
    # Its operator for exceptions does not know a name with a dot.
    except (SyntaxError, AttributeError):
        return None
    what = fault.what.partition("/")[2] or fault.what
    first, last = _statement_at(tree, fault.start)
    at_import = not any(
        node.body[0].lineno <= first <= _end(node)[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    )
    return Mutant(fault.path, first, max(last, fault.end[0]), what, changed, at_import)


def _changed(fault: Fault, text: str) -> str:
    if fault.occurrence < 0:
        start, end = (_offset(text, one) for one in (fault.start, fault.end))
        return text[:start] + fault.instead + text[end:]
    return mutate_code(text, get_operator(fault.what)(), fault.occurrence) or text


def _of_cosmic_ray(path: Path, text: str) -> Iterator[Fault]:
    nodes = list(ast_nodes(get_ast(text)))
    for name in operator_names():
        kind = get_operator(name)
        if kind.arguments():
            continue
        operator = kind()
        spots = (spot for node in nodes for spot in operator.mutation_positions(node))
        for occurrence, (start, end) in enumerate(spots):
            yield Fault(path, name, start, end, occurrence)


def _left_out(path: Path, tree: ast.Module) -> Iterator[Fault]:
    """Each element of a list, tuple, set or mapping that is written out, and each call that stands for itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            yield Fault(path, "call left out", _start(node), _end(node), instead="pass")
        if isinstance(node, ast.List | ast.Tuple | ast.Set) and len(node.elts) > 1:
            ends = [*map(_start, node.elts[1:]), _end(node.elts[-1])]
            for one, end in zip(node.elts, ends, strict=True):
                yield Fault(path, "element left out", _start(one), end)
        if isinstance(node, ast.Dict) and len(node.keys) > 1:
            starts = [
                _start(key) if key else _shifted(_start(value), -2)
                for key, value in zip(node.keys, node.values, strict=True)
            ]
            for start, end in zip(starts, [*starts[1:], _end(node.values[-1])], strict=True):
                yield Fault(path, "element left out", start, end)


def _never_run(tree: ast.Module) -> Iterator[tuple[Position, Position]]:
    """What no test can tell apart: annotations and names of types, which nobody evaluates, what stands there for a type checker or
    an import alone, and checks of ourselves that no caller fails: that two lists are of one length, that something is given by its name.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in {"strict", "kw_only"}:
            yield _start(node.value), _end(node.value)
        if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
            yield _start(node.annotation), _end(node.annotation)
        if isinstance(node, ast.FunctionDef) and node.returns:
            yield _start(node.returns), _end(node.returns)
        if isinstance(node, ast.ClassDef) and "'Protocol'" in "".join(map(ast.dump, node.bases)):
            yield _start(node), _end(node)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            yield _start(node), _end(node)
        if isinstance(node, ast.FunctionDef) and node.args.kwonlyargs:
            before: list[_Placed] = [*node.args.posonlyargs, *node.args.args, *node.args.defaults]
            yield max(map(_end, before), default=_start(node)), _start(node.args.kwonlyargs[0])
        if isinstance(node, ast.Assign) and _is_of_names(node):
            yield _start(node), _end(node)


def _is_of_names(node: ast.Assign) -> bool:
    """Whether a statement lists the names of a front door, or gives a type such as `Callable[[str], str]` its own, written as a class's."""
    names = [one.id for one in node.targets if isinstance(one, ast.Name)]
    is_type = isinstance(node.value, ast.Subscript) and all(
        one.lstrip("_")[:1].isupper() and not one.isupper() for one in names
    )
    return names == ["__all__"] or is_type


def _statement_at(tree: ast.Module, position: Position) -> tuple[int, int]:
    """The first and last line of the innermost statement there; of one with a body, of what stands above that."""
    found = (position[0], position[0])
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt | ast.ExceptHandler) and _start(node) <= position < _end(node):
            body = getattr(node, "body", None)
            last = body[0].lineno - 1 if body else _end(node)[0]
            found = (node.lineno, max(node.lineno, last))
    return found


def _start(node: _Placed) -> Position:
    return node.lineno, node.col_offset


def _end(node: _Placed) -> Position:
    return node.end_lineno or node.lineno, node.end_col_offset or node.col_offset


def _shifted(position: Position, by: int) -> Position:
    return position[0], position[1] + by


def _offset(text: str, position: Position) -> int:
    """How many characters stand before a position, whose column counts bytes as `ast` does."""
    lines = text.splitlines(keepends=True)
    line, column = position
    return sum(map(len, lines[: line - 1])) + len(lines[line - 1].encode()[:column].decode())
