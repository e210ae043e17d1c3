"""A shell completes the companies of the journal, and what may have happened there."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from tests.end_to_end.projects import write_project

from afterword.cli import main

ENTRY = "---\ncompany: {}\ndate: 2026-11-{}\n---\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    entries = {
        "a.md": ENTRY.format("Northwind", 12),
        "b.md": ENTRY.format("Müller & Söhne", 13),
        "larch.md": "---\ncompany: Larch\napplied: 2026-11-02\n---\n",
    }
    monkeypatch.chdir(write_project(tmp_path, entries))
    return tmp_path


def offered(arguments: list[str], incomplete: str) -> list[str]:
    shell = ShellComplete(main, {}, "afterword", "_AFTERWORD_COMPLETE")
    return [one.value for one in shell.get_completions(arguments, incomplete)]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("arguments", "incomplete", "words"),
    [
        (["new"], "", ["muller-sohne", "northwind", "larch"]),
        (["new"], "No", ["northwind"]),
        (["log"], "m", ["muller-sohne"]),
        (["log", "northwind"], "re", ["rejected", "received"]),
        ([], "sch", ["schema"]),
    ],
)
def test_what_may_follow_is_offered(
    arguments: list[str], incomplete: str, words: list[str]
) -> None:
    assert offered(arguments, incomplete) == words


def test_where_there_is_no_journal_nothing_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered(["new"], "") == []
