"""A verb is added in one place: its module, and a line of the table. Here that is done to a copy of it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from afterword.cli.main import VERBS, Commands

ENTRY = "---\ncompany: Northwind\ndate: 2026-11-12\n---\n"


def test_a_verb_is_a_module_and_a_line(tmp_path: Path) -> None:
    (tmp_path / "entry.md").write_text(ENTRY, encoding="utf-8")
    commands = Commands(verbs={**VERBS, "companies": "tests.house.a_verb:companies"})
    told = CliRunner().invoke(commands, ["companies", "--journal", str(tmp_path)])
    assert told.output == "Northwind\n"
    assert "  companies    Name every company." in CliRunner().invoke(commands, ["--help"]).output
