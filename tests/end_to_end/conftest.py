"""The demonstration as it is built, for every test that only reads it."""

from __future__ import annotations

import shutil

import pytest
from tests.end_to_end.projects import ROOT, Build, build


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("demonstration")
    shutil.copytree(ROOT / "journal", folder / "journal")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    built = build(folder, "--strict")
    assert built.status == 0, built.said
    return built
