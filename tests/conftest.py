"""What holds for every test: a machine that is busy with other things is no fault of ours."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

# One of each for all tests of a process, whichever folder they lie in.
from tests.browser.browsers import browser, firefox, impatient_firefox, playwright

__all__ = ["browser", "firefox", "impatient_firefox", "playwright", "unmeasured"]

settings.register_profile("busy", deadline=None)
settings.load_profile("busy")

# A shell has what it runs in the background ignore an interruption, and whatever that starts inherits it: the programs that tests
# interrupt would wait for ever.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def unmeasured() -> Iterator[None]:
    """No coverage in the programs that a test starts, which takes them nearly twice the time: other tests measure the same lines."""
    told = os.environ.pop("COVERAGE_PROCESS_CONFIG", None)
    yield
    if told is not None:
        os.environ["COVERAGE_PROCESS_CONFIG"] = told
