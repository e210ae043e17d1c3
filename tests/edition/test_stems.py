"""Stems come from a library that only a page with a thank-you note waits for."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import pytest
from snowballstemmer import stemmer
from tests.end_to_end.projects import ROOT
from tests.house.stems_table import stems

from afterword.edition.stems import PACKAGE, WORKED_OUT, stems_of, worked_out
from afterword.vocabulary.note_words import note_words

LOADED = """
import sys
from afterword.cli import main
try:
    main(sys.argv[1:], standalone_mode=False)
finally:
    print([one for one in sys.modules if "snowball" in one], file=sys.stderr)
"""
ONE_LANGUAGE = """
import sys
from afterword.edition.stems import stems_of
print(stems_of("Swedish")("samtalen"), *sorted(one for one in sys.modules if "stemmer" in one))
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


def test_what_was_worked_out_is_what_this_version_gives_or_is_not_used() -> None:
    by, _, _ = WORKED_OUT.read_text(encoding="utf-8").partition("\n")
    expected = {one: stems(one) if version(PACKAGE) == by else {} for one in note_words()}
    found = {one: worked_out(one, version(PACKAGE)) for one in note_words()}
    assert found == expected, "make them anew: python -m tests.house.stems_table"


def test_what_another_version_worked_out_is_not_used() -> None:
    assert worked_out("English", "0.1") == {}


def test_a_language_of_which_nothing_is_worked_out_is_asked_word_by_word() -> None:
    assert worked_out("Swedish", version(PACKAGE)) == {}
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
    assert ran.stderr.splitlines()[-1] == "[]"


def test_a_language_comes_without_the_others() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", ONE_LANGUAGE], capture_output=True, text=True, check=True
    )
    opened = "afterword.edition.snowball"
    assert ran.stdout.split() == [
        "samtal",
        f"{opened}.basestemmer",
        f"{opened}.swedish_stemmer",
    ]


@pytest.mark.parametrize("language", sorted(note_words()))
def test_a_language_by_itself_gives_the_stems_that_the_whole_package_gives(language: str) -> None:
    words = WORKED_OUT.read_text(encoding="utf-8").split()
    assert [*map(stems_of(language), words)] == stemmer(language.casefold()).stemWords(words)


def test_a_language_whose_module_is_called_otherwise_is_asked_of_the_whole_package() -> None:
    words = ("lopende", "gelopen")
    assert [*map(stems_of("Dutch_porter"), words)] == stemmer("dutch_porter").stemWords(words)
