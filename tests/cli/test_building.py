"""A build for a publish knows no token, and takes no file of the journal's folder for a module."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CONFIGURATION = "site_name: A\nhooks: [hooks/note.py]\n"
NOTE = """\
import json, os, sys
def on_config(config):
    with open(os.environ["NOTED"], "w") as file:
        json.dump([sorted(os.environ), sys.path], file)
"""
BUILD = """\
import os, sys
from pathlib import Path
from afterword.cli.publishing.building import build
build(Path("mkdocs.yml"), Path(sys.argv[1]), settings={"NOTED": sys.argv[2]})
"""


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str], Path]:
    """The variables and the folders of modules of a build, as a hook sees them, and the folder of the project."""
    folder = tmp_path_factory.mktemp("project")
    for name, text in {
        "mkdocs.yml": CONFIGURATION,
        "docs/index.md": "# A\n",
        "hooks/note.py": NOTE,
        # A journal may well have a file of that name.
        "markdown.py": "raise SystemExit('This is no module.')\n",
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    notes = folder / "notes.json"
    subprocess.run(
        [sys.executable, "-P", "-c", BUILD, str(folder / "site"), str(notes)],
        cwd=folder,
        env={**os.environ, "GH_TOKEN": "t", "SSH_AUTH_SOCK": "s", "GITHUB_REF": "r"},
        check=True,
    )
    names, paths = json.loads(notes.read_text(encoding="utf-8"))
    return names, paths, folder


def test_a_build_is_handed_no_token(noted: tuple[list[str], list[str], Path]) -> None:
    names, _, _ = noted
    assert {"GH_TOKEN", "SSH_AUTH_SOCK", "GITHUB_REF"} & {*names} == {"GITHUB_REF"}


def test_a_build_looks_for_no_module_in_the_folder_of_the_project(
    noted: tuple[list[str], list[str], Path],
) -> None:
    _, paths, folder = noted
    assert {"", str(folder)} & {*paths} == set()
