"""The demonstration as it is built, for every test that only reads it."""

from __future__ import annotations

import shutil

import pytest
from tests.end_to_end.projects import ROOT, Build, build
from tests.measuring import Measuring


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory, measuring: Measuring) -> Build:
    folder = tmp_path_factory.mktemp("demonstration")
    shutil.copytree(ROOT / "journal", folder / "journal")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    with measuring():
        built = build(folder, "--strict")
    assert built.status == 0, built.said
    return built
