"""What is there for speed alone can be taken away, and the site is the same to the byte."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.end_to_end.projects import ROOT, Build
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
