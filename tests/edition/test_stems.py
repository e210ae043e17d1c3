"""Stems come from a library that only a page with a thank-you note waits for."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tests.end_to_end.projects import ROOT

from afterword.edition.stems import stems_of

LOADED = """
import sys
from afterword.cli import main
try:
    main(sys.argv[1:], standalone_mode=False)
finally:
    print("Stemmer" in sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("English", ("rebalancing", "rebalance")),
        ("German", ("Gespräche", "Gespräch")),
        ("French", ("intéressé", "intéresser")),
    ],
)
def test_the_forms_of_a_word_have_one_stem(language: str, words: tuple[str, str]) -> None:
    first, second = (stems_of(language)(word.casefold()) for word in words)
    assert first.startswith(second) or second.startswith(first)


def test_a_language_is_asked_word_by_word() -> None:
    assert [stems_of("Swedish")(word) for word in ("samtalen", "samtal", "samtalen")] == [
        "samtal"
    ] * 3


@pytest.mark.parametrize(
    "arguments", [("--version",), ("due", "--config", str(ROOT / "mkdocs.yml"))]
)
def test_no_verb_of_every_day_loads_them(arguments: tuple[str, ...]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, check=True
    )
    assert ran.stderr.splitlines()[-1] == "False"
