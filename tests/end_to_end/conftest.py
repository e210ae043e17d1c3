"""The demonstration as it is built, for every test that only reads it."""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path

import pytest
from tests.end_to_end.projects import ROOT, Build, build


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Build:
    base = tmp_path_factory.getbasetemp()
    # Each of several processes has a folder of its own, below one of the run.
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    built = built_once(shared / "demonstration")
    assert built.status == 0, built.said
    return built


def built_once(folder: Path) -> Build:
    """The first of pytest's processes builds it, the others wait for it and read the same."""
    folder.mkdir(exist_ok=True)
    with (folder / "said").open("a+", encoding="utf-8") as said:
        fcntl.flock(said, fcntl.LOCK_EX)
        said.seek(0)
        if told := said.read():
            status, _, words = told.partition(" ")
            return Build(int(status), words, folder / "site")
        shutil.copytree(ROOT / "journal", folder / "journal")
        shutil.copy(ROOT / "mkdocs.yml", folder)
        built = build(folder, "--strict")
        said.write(f"{built.status} {built.said}")
    return built
