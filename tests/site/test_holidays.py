"""A build counts business days as every command does: without the holidays of its options."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

from click.testing import CliRunner
from mkdocs.structure.files import File
from tests.end_to_end.projects import write_project

from afterword.cli import main
from afterword.options import Options
from afterword.site.build import Build

ENTRY = "---\ncompany: Northwind\ndate: 2026-12-22\ndecision_by: 5 business days\n---\n"
CHRISTMAS = date(2026, 12, 25)
# Five business days without Christmas are 30 December; two more for the day after theirs and the meeting on it.
EXPECTED = date(2027, 1, 1)


def test_holidays_do_not_count_in_a_build(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"a.md": ENTRY})
    build, journal = Build(), project / "journal"
    build.options = Options(today=CHRISTMAS, holidays=frozenset({CHRISTMAS}), plain=True)
    config = SimpleNamespace(use_directory_urls=False, markdown_extensions=[], mdx_configs={})
    build.read([(journal / "a.md", "a.md")], config, {}, datetime.now(UTC))
    file = File("a.md", str(journal), str(tmp_path / "site"), use_directory_urls=False)
    build.decide([file], config)
    build.close()
    (asking,) = (one for one in build.site.edition.owed if one.kind.name == "decision")
    assert asking.opens == EXPECTED


def test_holidays_do_not_count_in_what_is_due(tmp_path: Path) -> None:
    options = "plugins: [afterword: {today: 2026-12-25, holidays: [2026-12-25]}]\n"
    project = write_project(tmp_path, {"a.md": ENTRY}, f"docs_dir: journal\n{options}")
    told = CliRunner().invoke(main, ["due", "--config", str(project / "mkdocs.yml")]).stdout
    assert "Fri  1 Jan  Northwind: Ask how it stands" in told
