"""The house keeps its own style: what a reader of the code may count on, measured."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.end_to_end.projects import ROOT

PACKAGE = ROOT / "plugins" / "afterword"
MODULES = sorted(PACKAGE.rglob("*.py"))
CONTROL = re.compile(r"^\s*(?:#.*)?$")


def names(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """A module as Python reads it, read once for all that is measured."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (
        one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    body = function.body
    documented = ast.get_docstring(function) is not None
    start = body[1].lineno if documented and len(body) > 1 else body[0].lineno
    return (function.end_lineno or start) - start + 2


def code_lines(path: Path) -> int:
    """Lines of a module that are code: no blank, no comment, no docstring."""
    text = path.read_text(encoding="utf-8")
    strings: set[int] = set()
    for node in ast.walk(tree_of(path)):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            strings |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    lines = text.splitlines()
    return sum(
        1 for at, line in enumerate(lines, 1) if at not in strings and not CONTROL.match(line)
    )


def test_no_module_is_crowded() -> None:
    lines = {names(module): code_lines(module) for module in MODULES}
    assert {name: count for name, count in lines.items() if count > 250} == {}


def test_the_adapter_is_no_more_than_hooks() -> None:
    assert code_lines(PACKAGE / "plugin.py") <= 100


def test_no_function_is_long() -> None:
    lengths = [
        (names(module), one.name, length(one))
        for module in MODULES
        for one in functions(tree_of(module))
    ]
    assert [one for one in lengths if one[-1] > 50] == []


def test_nine_functions_in_ten_are_short() -> None:
    lengths = [length(one) for module in MODULES for one in functions(tree_of(module))]
    assert sum(1 for one in lengths if one <= 25) >= 0.9 * len(lengths)


def public_names(tree: ast.Module) -> Iterator[ast.Module | ast.ClassDef | ast.FunctionDef]:
    """A module, its public classes and functions, and what is public in these classes."""
    yield tree
    classes = [one for one in tree.body if isinstance(one, ast.ClassDef)]
    for one in [*tree.body, *(inner for outer in classes for inner in outer.body)]:
        if isinstance(one, ast.ClassDef | ast.FunctionDef) and not one.name.startswith("_"):
            yield one


def test_every_public_name_says_what_it_is() -> None:
    bare = [
        (names(module), getattr(one, "name", ""))
        for module in MODULES
        for one in public_names(tree_of(module))
        if not ast.get_docstring(one)
    ]
    assert bare == []


def test_a_front_door_is_nothing_else() -> None:
    inside = [
        (names(module), type(one).__name__)
        for module in MODULES
        if module.name == "__init__.py"
        for one in tree_of(module).body
        if not isinstance(one, ast.Expr | ast.ImportFrom | ast.Assign)
    ]
    assert inside == []


def kept_files() -> list[Path]:
    """Every text file that the repository keeps."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in found if path.is_file() and path.suffix not in {".png", ".bin"}]


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def test_nothing_kept_names_a_machine_or_leaves_work_behind() -> None:
    """Machines' folders, registries' hosts, and notes to oneself; spelt in pieces, so that this file does not name them."""
    marks = ["/ro" + "ot/", "/ho" + "me/", "pypi" + ".org", "TO" + "DO", "FIX" + "ME", "XX" + "X"]
    found = [
        f"{path.relative_to(ROOT)}: {mark}"
        for path in kept_files()
        for mark in marks
        if mark in read(path) and path.name != "test_house.py"
    ]
    assert found == []


def test_no_markup_brings_its_own_style_or_handler() -> None:
    """A policy without unsafe-inline would not run it."""
    templates = sorted((PACKAGE / "pages" / "templates").iterdir())
    odd = re.compile(r"\sstyle=|\son[a-z]+=|<script|javascript:", re.IGNORECASE)
    assert [path.name for path in templates if odd.search(read(path))] == []
