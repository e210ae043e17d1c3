"""What holds for every test: a machine that is busy with other things is no fault of ours."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

# One of each for all tests of a process, whichever folder they lie in.
from tests.browser.browsers import browser, firefox, impatient_firefox, playwright

__all__ = ["browser", "firefox", "impatient_firefox", "measured", "playwright"]

# Of texts and journals that chance makes, so many are tried where a test names no number, and by `make fuzz` many more.
settings.register_profile("busy", deadline=None, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "busy"))

# A shell has what it runs in the background ignore an interruption, and whatever that starts inherits it: the programs that tests
# interrupt would wait for ever.
signal.signal(signal.SIGINT, signal.default_int_handler)

# By what a program that Python starts knows that coverage measures it too.
MEASURED = "COVERAGE_PROCESS_CONFIG"


@pytest.fixture(scope="session", autouse=True)
def coverage_of_programs() -> str | None:
    """Taken out of the environment: a program takes nearly twice the time while it is measured, and most lines are run without it."""
    return os.environ.pop(MEASURED, None)


@pytest.fixture
def measured(coverage_of_programs: str | None) -> Iterator[None]:
    """Coverage in the programs that a test starts, for the lines that no other test reaches."""
    if coverage_of_programs is not None:
        os.environ[MEASURED] = coverage_of_programs
    yield
    os.environ.pop(MEASURED, None)
