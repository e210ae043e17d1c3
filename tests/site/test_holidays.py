"""A build counts business days as every command does: without the holidays of its options."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from tests.end_to_end.projects import build, write_project

from afterword.cli import main

ENTRY = "---\ncompany: Northwind\ndate: 2026-12-22\ndecision_by: 5 business days\n---\n"
OPTIONS = """\
site_name: Journal
docs_dir: journal
theme: {name: mkdocs}
plugins: [afterword: {today: 2026-12-25, holidays: [2026-12-25], plain: true}]
"""


def test_holidays_do_not_count_in_a_build(tmp_path: Path) -> None:
    """Five business days without Christmas are 30 December; two more for the day after theirs and the meeting on it."""
    built = build(write_project(tmp_path, {"a.md": ENTRY}, OPTIONS))
    assert '<time datetime="2027-01-01">' in built.read("a/index.html")


def test_holidays_do_not_count_in_what_is_due(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"a.md": ENTRY}, OPTIONS)
    told = CliRunner().invoke(main, ["due", "--config", str(project / "mkdocs.yml")]).stdout
    assert "Fri  1 Jan 2027   Northwind: Ask how it stands" in told
