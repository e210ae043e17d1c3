"""What is there for speed alone can be taken away, and the site is the same to the byte."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.end_to_end.projects import ROOT, Build, write_project
from tests.end_to_end.projects import build as built

PACKAGE = ROOT / "plugins" / "afterword"


def test_without_speed_the_site_is_the_same(tmp_path: Path, demonstration: Build) -> None:
    slow = tmp_path / "plugins" / "afterword"
    shutil.copytree(PACKAGE, slow, ignore=shutil.ignore_patterns("speed", "__pycache__"))
    project = tmp_path / "project"
    shutil.copytree(ROOT / "journal", project / "journal")
    shutil.copy(ROOT / "mkdocs.yml", project)
    found = built(project, environment={"PYTHONPATH": str(slow.parent)})
    assert found.status == 0, found.said
    assert not (slow / "speed").exists()
    assert found.files == demonstration.files


HOOK = """\
seen = []
def on_post_page(output, page, config):
    return output.replace("</body>", f"<p>{sorted(page.meta)}</p></body>")
"""
SETTINGS = """\
site_name: Journal
docs_dir: journal
theme: {name: material, font: false}
plugins: [search, afterword: {today: 2026-11-20}]
hooks: [hook.py]
"""


def test_what_another_plugin_does_to_a_page_is_the_same_with_it(tmp_path: Path) -> None:
    """Each page is guarded once, and its front matter is what was written there."""
    entry = "---\ncompany: N{0}\ndate: 2026-11-{0:02}\n---\n\n## Went well\n\n- Calm\n"
    entries = {f"{day}.md": entry.format(day) for day in range(1, 9)}
    project = write_project(tmp_path / "project", entries, SETTINGS)
    (project / "hook.py").write_text(HOOK, encoding="utf-8")
    pages = [text.decode() for path, text in built(project).files.items() if path.endswith(".html")]
    assert {page.count("Content-Security-Policy") for page in pages} == {1}
    assert not [page for page in pages if "'search'" in page]
