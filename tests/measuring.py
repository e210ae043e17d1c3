"""Coverage in the programs that tests start: only where a line is run in no other way, since it nearly doubles their time.

Whatever is measured in no test shows in the coverage of the whole: mark the test that runs it with the fixture `measured`, or have
the fixture that does so start its programs within `measuring()`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from tests.programs import MEASURED

Measuring = Callable[[], AbstractContextManager[None]]


@pytest.fixture(scope="session", autouse=True)
def measuring() -> Measuring:
    """Coverage in the programs that are started meanwhile; from the first test on, all others are left alone."""
    told = os.environ.pop(MEASURED, None)

    @contextmanager
    def measured() -> Iterator[None]:
        if told is not None:
            os.environ[MEASURED] = told
        yield
        os.environ.pop(MEASURED, None)

    return measured


@pytest.fixture
def measured(measuring: Measuring) -> Iterator[None]:
    """Coverage in the programs that a test starts."""
    with measuring():
        yield
