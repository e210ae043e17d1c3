"""What the demonstration owes is the same on the page, in `afterword due`, and in the document for other programs. For each case of the clock tests/clock says so."""

from __future__ import annotations

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.end_to_end.projects import ROOT, Build

from afterword.cli import main

_ITEM = re.compile(r'<li class="aw-task aw-task--(\w+)"[^>]*>(.*?)</li>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
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


def test_the_terminal_lists_what_the_document_says() -> None:
    arguments = ["due", "--config", str(ROOT / "mkdocs.yml"), "--days", "400"]
    lines = CliRunner().invoke(main, arguments).stdout.splitlines()
    assert len([line for line in lines if line.startswith("  ")]) == len(owed()) > 5
    for one in owed():
        assert any(f"{one['company']}: {one['what']}"[:60] in line for line in lines)


def test_an_item_that_is_due_leads_to_its_line(page: str) -> None:
    links = [
        href for _, text in _ITEM.findall(page) for href in re.findall(r'href="([^"]*)"', text)
    ]
    assert [href for href in links if "#line-" in href]
    assert Path(ROOT / "journal" / links[0].partition("#")[0]).with_suffix(".md").is_file()
