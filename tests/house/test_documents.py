"""What the documents promise is what the code does."""

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner
from tests.end_to_end.projects import ROOT

from afterword.analysis.follow_ups.kinds import KINDS
from afterword.analysis.statistics.standing_out import Tier
from afterword.analysis.themes import Trend
from afterword.cli import main
from afterword.reading.body.headings import HEADINGS
from afterword.vocabulary.fields import FIELDS
from afterword.vocabulary.languages import ENGLISH
from afterword.vocabulary.sections import SECTIONS, Row, Section

FORMAT = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in FORMAT.partition("## Export")[0].splitlines()
    if line.startswith("| ")
]


def test_the_table_of_keys_is_the_table_of_fields() -> None:
    written = [
        (row[0].strip("`"), row[1], tuple(re.findall(r"`([^`]+)`", row[2])))
        for row in ROWS
        if row[0][0] == "`"
    ]
    assert written == [
        (field.name, field.expects, ENGLISH.of(f"key {field.name}")) for field in FIELDS
    ]


def test_the_table_of_the_export_names_each_of_its_keys() -> None:
    config = str(ROOT / "mkdocs.yml")
    exported = json.loads(CliRunner().invoke(main, ["export", "--config", config]).stdout)
    table = FORMAT.partition("## Export")[2].partition("| `problems` |")
    firsts = re.findall(r"^\| (`[^|]*`) \|", f"{table[0]}{table[1]}", re.MULTILINE)
    assert {key for cell in firsts for key in re.findall(r"\w+", cell)} == set(exported)


@pytest.mark.parametrize("value", [*Trend, *Tier], ids=str)
def test_the_document_names_each_trend_and_each_tier(value: str) -> None:
    assert f"`{value}`" in FORMAT.partition("## Export")[2]


@pytest.mark.parametrize("row", SECTIONS, ids=lambda row: row.section)
def test_every_heading_in_the_table_of_sections_is_read(row: Row) -> None:
    others = next(cells[1] for cells in ROWS if cells[0].casefold() == row.title.casefold())
    words = others.partition(":")[0].split(", ")
    assert {HEADINGS.section_of(one) for one in words} == {row.section}


def test_the_table_of_sections_names_every_one_once() -> None:
    at = next(at for at, cells in enumerate(ROWS) if cells[0] == "section")
    titles = [cells[0].casefold() for cells in ROWS[at + 1 :]]
    assert sorted(titles) == sorted(row.title.casefold() for row in SECTIONS)


@pytest.mark.parametrize("row", SECTIONS, ids=lambda row: row.section)
def test_the_title_of_a_section_on_pages_opens_it(row: Row) -> None:
    """Whoever copies it from a page is understood; both sides at once have none."""
    shown = None if row.section is Section.MIXED else row.section
    assert HEADINGS.section_of(row.title) == shown


CLOCK = (ROOT / "docs" / "clock.md").read_text(encoding="utf-8")


def test_the_document_of_the_clock_has_each_row_of_the_table_of_follow_ups() -> None:
    written = [
        [cell.strip(" `") for cell in line.strip("|").split("|")]
        for line in CLOCK.splitlines()
        if line.startswith("| ")
    ]
    said = [(what, key, why, who) for what, _, key, why, who in written[1:]]
    assert said == [
        (kind.words.replace("{to}", "…"), kind.done_by, kind.reason, kind.source) for kind in KINDS
    ]


def test_every_document_that_is_named_is_there() -> None:
    named = re.findall(r"\]\(([a-zA-Z/_.-]+\.md)\)", README)
    assert [name for name in named if not (ROOT / name).is_file()] == []


PRIVACY = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
NOTES = dict(re.findall(r"^\[\^([\w-]+)\]: (.+)$", PRIVACY, re.MULTILINE))
PROMISES = PRIVACY.partition("[^asks-nobody]: ")[0]


def test_every_promise_of_privacy_has_its_note_and_every_note_a_promise() -> None:
    named = set(re.findall(r"\[\^([\w-]+)\](?!:)", PROMISES))
    assert named == set(NOTES)


@pytest.mark.parametrize("note", NOTES)
def test_a_promise_of_privacy_is_held_by_tests_that_there_are(note: str) -> None:
    held = re.findall(r"`([^`]+)::(\w+)`", NOTES[note])
    there = [(path, name) for path, name in held if f"def {name}(" in (ROOT / path).read_text()]
    assert (there, bool(held)) == (held, True)


ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.\w+|[a-z_]+/[a-z_]+)`", ARCHITECTURE)))


@pytest.mark.parametrize("path", NAMED)
def test_every_module_that_the_architecture_names_is_there(path: str) -> None:
    module = ROOT / "plugins" / "afterword" / path
    assert module.exists() or module.with_suffix(".py").exists()
