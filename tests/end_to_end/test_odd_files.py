"""Odd files in a journal's folder: one clear line for each, and the rest is built and read, by MkDocs and by every command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.end_to_end.following import Following
from tests.end_to_end.projects import CONFIGURATION, Build, build, write_project
from tests.end_to_end.test_build import JOURNAL, TWO_MINUTES, WHOLE
from tests.programs import run_program

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")

FLAT = f"{CONFIGURATION}use_directory_urls: false\n"
LONG_ENTRY, LONG_PAGE = f"{'e' * 252}.md", f"{'p' * 252}.md"
# Each odd file, with what is said of it: by the build, by a command, and nothing else.
TOLD = {
    "call.png": "This is a socket and no file.",
    "caf\\xe9.md": "This name is not UTF-8.",
    "caf\\xe9.png": "This name is not UTF-8.",
    "gone.md": "This file could not be opened.",
    "gone.png": "This link leads nowhere.",
    "mem.md": "This file could not be opened.",
    "pipe.md": "This file could not be opened.",
    "pipe.png": "This is a pipe and no file.",
    "round": "This link leads to a folder that it lies in.",
    "zero.md": "This file could not be opened.",
    "zero.png": "This is a device and no file.",
}


def make_odd(folder: Path) -> None:
    (folder / "round").symlink_to(".")
    (folder / "gone.md").symlink_to("nowhere.md")
    (folder / "gone.png").symlink_to("nowhere.png")
    for name in ("zero.md", "zero.png"):
        (folder / name).symlink_to("/dev/zero")
    for name in ("pipe.md", "pipe.png"):
        os.mkfifo(folder / name)
    # Nobody, not even root, can read the beginning of a program's memory.
    (folder / "mem.md").symlink_to("/proc/self/mem")
    for misnamed in (b"caf\xe9.md", b"caf\xe9.png"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + misnamed)).write_text(WHOLE)
    bind = "import socket; socket.socket(socket.AF_UNIX).bind('call.png')"
    subprocess.run([sys.executable, "-c", bind], cwd=folder, check=True)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    entries = {
        **JOURNAL,
        "x.md/inside.md": TWO_MINUTES.replace("Larkspur", "Teal"),
        LONG_ENTRY: TWO_MINUTES.replace("Larkspur", "Heron"),
        LONG_PAGE: "# A page of mine\n",
        "about.md": f"# About\n\n[mine]({LONG_PAGE}) and [theirs]({LONG_ENTRY})\n",
    }
    made = write_project(tmp_path_factory.mktemp("odd"), entries, FLAT)
    make_odd(made / "journal")
    return made


@pytest.fixture(scope="module")
def built(project: Path) -> Build:
    return build(project)


def lines_about(said: str, name: str) -> list[str]:
    return [line for line in said.splitlines() if f" {name}:1:1: " in f" {line}"]


def test_the_rest_is_built(built: Build) -> None:
    assert built.status == 0, built.said
    for company in ("Northwind", "Larkspur", "Teal", "Heron"):
        assert company in built.read("timeline.html")
    assert "round/" not in built.read("timeline.html")


@pytest.mark.parametrize(("name", "message"), TOLD.items())
def test_each_is_told_in_one_line_of_the_build(built: Build, name: str, message: str) -> None:
    (line,) = lines_about(built.said, name)
    assert message in line


def test_a_page_whose_name_would_be_too_long_has_another(built: Build) -> None:
    names = [path for path in built.files if path.startswith(("eeee", "pppp"))]
    assert [len(name) for name in names] == [94, 94]
    assert Following(built.site).lost == []


def run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return run_program("afterword.cli", *command, folder=project)


@pytest.fixture(scope="module")
def checked(project: Path) -> str:
    return run(project, "check").stdout.replace("journal/", "")


@pytest.mark.parametrize(("name", "message"), TOLD.items())
def test_each_is_told_in_one_line_of_a_check(checked: str, name: str, message: str) -> None:
    (line,) = lines_about(checked, name)
    assert message in line


@pytest.mark.parametrize("verb", ["due", "review", "commitments", "export"])
def test_every_command_reads_the_rest(project: Path, verb: str) -> None:
    found = run(project, verb)
    assert found.returncode == 0, found.stderr


def test_an_entry_counts_once_whatever_leads_to_it(project: Path) -> None:
    document = json.loads(run(project, "export").stdout)
    names = sorted(one["company"] for one in document["interviews"])
    assert names == ["Heron", "Larkspur", "Northwind", "Teal"]


@pytest.mark.usefixtures("measured")
def test_a_folder_that_mkdocs_would_never_leave_ends_the_build_at_once(tmp_path: Path) -> None:
    made = write_project(tmp_path, JOURNAL)
    for name in ("one", "two"):
        (made / "journal" / name).symlink_to(".")
    found = build(made)
    assert (found.status, "go round in them without end: one, two." in found.said) == (1, True)


def test_a_page_that_goes_away_during_the_build_says_so(tmp_path: Path) -> None:
    """So does the file of an entry, whose page is whole: it was read before."""
    hook = (
        "from pathlib import Path\n"
        "def on_nav(nav, config, files):\n"
        "    for name in ('about.md', '2026/northwind.md'):\n"
        "        (Path(config.docs_dir) / name).unlink()\n"
    )
    configuration = f"{CONFIGURATION}hooks: [hooks.py]\n"
    made = write_project(tmp_path, {**JOURNAL, "about.md": "# About\n"}, configuration)
    (made / "hooks.py").write_text(hook, encoding="utf-8")
    found = build(made)
    assert found.status == 0, found.said
    assert "This file went away" in found.read("about/index.html")
    assert "Friendly, fast." in found.read("2026/northwind/index.html")
    assert found.said.count("about.md went away while the site was built") == 1
