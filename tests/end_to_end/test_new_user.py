"""Somebody begins a journal, writes an entry and looks at it: in a folder of its own, in a site, in a vault; with nothing but the commands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.end_to_end.projects import Build, build

SITE = """\
site_name: Ben's site
theme:
  name: material
  font: false
plugins:
  - search
  - tags
"""


def typed(*command: str, cwd: Path) -> str:
    """What a command says to other programs, once it has ended well."""
    environment = {**os.environ, "AFTERWORD_TODAY": "2026-11-20"}
    done = subprocess.run([sys.executable, "-m", "afterword.cli", *command], cwd=cwd, env=environment, capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def write_in(path: Path) -> None:
    """Two lines, each behind its bullet, as somebody does who has just come home."""
    text = path.read_text(encoding="utf-8")
    for line in ("Drew before coding #design", "Froze on [[Kafka]] #kafka"):
        text = text.replace("- \n", f"- {line}\n", 1)
    path.write_text(text, encoding="utf-8")


def entry_page(built: Build) -> str:
    """The page of the one entry there is."""
    assert built.status == 0, built.said
    (page,) = [text for path, text in pages(built).items() if "northwind" in path and "applications" not in path]  # fmt: skip
    return page


def pages(built: Build) -> dict[str, str]:
    return {path: text.decode() for path, text in built.files.items() if path.endswith(".html")}


def test_an_own_entry_stands_in_the_browser_after_four_commands(tmp_path: Path) -> None:
    """The second one, cd, is where each of the others is run."""
    typed("init", "jobs", cwd=tmp_path)
    jobs = tmp_path / "jobs"
    write_in(Path(typed("new", "Northwind", cwd=jobs).strip()))
    built = build(jobs, "--strict")
    assert "Drew before coding" in entry_page(built)
    assert "example.html" not in built.files
    # Nothing in it is wrong.
    assert typed("check", cwd=jobs) == ""


def test_in_a_site_of_material_it_is_the_same_and_the_other_pages_stay(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Ben\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    typed("init", "--into", ".", cwd=tmp_path)
    path = Path(typed("new", "Northwind", cwd=tmp_path).strip())
    assert path.parent == tmp_path / "docs" / "interviews"
    write_in(path)
    built = build(tmp_path, "--strict")
    assert "Drew before coding" in entry_page(built)
    assert "<h1" in built.read("index.html")
    assert "Ben" in built.read("index.html")
    assert [path for path in pages(built) if "example" in path or "templates" in path] == []


def test_in_a_vault_of_obsidian_it_is_the_same_and_no_other_note_is_in_the_site(
    tmp_path: Path,
) -> None:
    (tmp_path / ".obsidian").mkdir()
    (tmp_path / "Kafka.md").write_text("# A private note\n", encoding="utf-8")
    typed("init", "--into", ".", cwd=tmp_path)
    path = Path(typed("new", "Northwind", cwd=tmp_path).strip())
    assert path.parent == tmp_path / "Interviews"
    write_in(path)
    in_site = build(tmp_path, "--strict")
    built = Build(in_site.status, in_site.said, tmp_path / ".site")
    # Of two pages called so, that of the theme is on the site.
    assert 'Froze on <a href="themes/kafka.html">Kafka</a>' in entry_page(built)
    assert [path for path, text in pages(built).items() if "A private note" in text] == []
    assert not (tmp_path / "site").exists()
