"""What is owed is the same on the page, in `afterword due`, and in the document for other programs."""

from __future__ import annotations

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.clock.table import CASES, Case, source_of
from tests.end_to_end.projects import ROOT, Build, write_project

from afterword.cli import main

_ITEM = re.compile(r'<li class="aw-task aw-task--(\w+)"[^>]*>(.*?)</li>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# A line of `due`; what ticks it off stands deeper below it.
_DUE = re.compile(r"  \S")
_LISTS = {"due": "due", "overdue": "due", "wait": "wait", "upcoming": "coming"}


@pytest.fixture(scope="module")
def page(demonstration: Build) -> str:
    return demonstration.read("index.html")


def owed() -> list[dict[str, Any]]:
    """What is open on the demonstration's day."""
    result = CliRunner().invoke(main, ["export", "--config", str(ROOT / "mkdocs.yml")])
    every = json.loads(result.stdout)["follow_ups"]
    return [one for one in every if one["state"] in _LISTS]


def test_the_page_lists_what_the_document_says(page: str) -> None:
    lines = [(state, unescape(_TAG.sub("", text))) for state, text in _ITEM.findall(page)]
    assert Counter(state for state, _ in lines) == Counter(one["state"] for one in owed())
    for one in owed():
        assert any(
            state == one["state"] and one["what"] in text and one["company"] in text
            for state, text in lines
        )


@pytest.mark.parametrize("case", CASES[::8], ids=[case.name for case in CASES[::8]])
def test_the_commands_say_what_the_table_of_rules_says(tmp_path: Path, case: Case) -> None:
    """On the page, in the terminal, in the document and in the calendar."""
    today = case.today
    options = f"holidays: {[day.isoformat() for day in sorted(case.holidays)]}, feedback_delay: {case.feedback_delay}"
    written_down = (source_of(number, entry) for number, entry in enumerate(case.entries, 1))
    entries = {one.path: one.text or "" for one in written_down}
    plugins = f"plugins: [search, afterword: {{today: {today}, {options}}}]\n"
    config = write_project(tmp_path, entries, f"docs_dir: journal\n{plugins}") / "mkdocs.yml"

    def run(*arguments: str) -> str:
        return str(CliRunner().invoke(main, [*arguments, "--config", str(config)]).stdout)

    states = Counter(one.state.value for one in case.edition.owed if one.state.value in _LISTS)
    page = case.home
    assert Counter(state for state, _ in _ITEM.findall(page)) == states
    lines = [line for line in run("due", "--days", "9999").splitlines() if _DUE.match(line)]
    assert len(lines) == states.total()
    written = json.loads(run("export"))["follow_ups"]
    assert Counter(one["state"] for one in written if one["state"] in _LISTS) == states
    assert run("export", "--format", "ics").count("STATUS:CONFIRMED") == states.total()


def test_the_terminal_lists_what_the_document_says() -> None:
    arguments = ["due", "--config", str(ROOT / "mkdocs.yml"), "--days", "400"]
    lines = CliRunner().invoke(main, arguments).stdout.splitlines()
    assert len([line for line in lines if _DUE.match(line)]) == len(owed()) > 5
    for one in owed():
        assert any(f"{one['company']}: {one['what']}"[:60] in line for line in lines)


def test_an_item_that_is_due_leads_to_its_line(page: str) -> None:
    links = [
        href for _, text in _ITEM.findall(page) for href in re.findall(r'href="([^"]*)"', text)
    ]
    assert [href for href in links if "#line-" in href]
    assert Path(ROOT / "journal" / links[0].partition("#")[0]).with_suffix(".md").is_file()
