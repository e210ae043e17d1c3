"""The words that our pages say whoever's journal it is: a company called Today is not named by a heading that says so."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from afterword import pages
from afterword.audience.spelling import words_in

_PACKAGE = Path(pages.__file__).parent.parent
_SAYING = ("pages", "edition", "analysis", "vocabulary", "model.py")
_TAG = re.compile(r"\{[%#].*?[%#]\}", re.DOTALL)


@cache
def own_words() -> frozenset[str]:
    """Every word in our templates, and in the strings of what words our pages."""
    return frozenset(word for text in _texts() for word in words_in(text))


def _texts() -> Iterator[str]:
    for path in sorted(_PACKAGE.rglob("*")):
        within = path.relative_to(_PACKAGE).parts
        if within[0] not in _SAYING or "__pycache__" in within:
            continue
        if path.suffix == ".py":
            yield from _strings(path.read_text(encoding="utf-8"))
        elif path.suffix in {".md", ".html"}:
            yield _TAG.sub(" ", path.read_text(encoding="utf-8"))


def _strings(source: str) -> Iterator[str]:
    """The strings of a module, but for those that document it."""
    every = list(ast.walk(ast.parse(source)))
    documenting = {id(node.value) for node in every if isinstance(node, ast.Expr)}
    for node in every:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield "" if id(node) in documenting else node.value
