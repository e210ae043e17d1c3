"""What holds for every test: a machine that is busy with other things is no fault of ours."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("busy", deadline=None)
settings.load_profile("busy")


@pytest.fixture
def unmeasured() -> Iterator[None]:
    """No coverage in the programs that a test starts, which takes them nearly twice the time: other tests measure the same lines."""
    told = os.environ.pop("COVERAGE_PROCESS_CONFIG", None)
    yield
    if told is not None:
        os.environ["COVERAGE_PROCESS_CONFIG"] = told
