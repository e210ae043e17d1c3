"""What holds for every test: a machine that is busy with other things is no fault of ours."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from coverage import Coverage
from hypothesis import settings

# One of each for all tests of a process, whichever folder they lie in.
from tests.browser.browsers import browser, firefox, impatient_firefox, playwright, whole_browser
from tests.measuring import measured, measuring
from tests.programs import MEASURED

if TYPE_CHECKING:
    from _typeshed import TraceFunction

__all__ = [
    "browser",
    "firefox",
    "impatient_firefox",
    "measured",
    "measuring",
    "playwright",
    "whole_browser",
]

# Of texts and journals that chance makes, so many are tried where a test names no number, the same ones each time, so that nobody's
# change is held up by what chance finds in another's; `make fuzz` tries many more, and others each time.
settings.register_profile("busy", deadline=None, max_examples=50, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "busy"))

# A shell has what it runs in the background ignore an interruption, and whatever that starts inherits it: the programs that tests
# interrupt would wait for ever.
signal.signal(signal.SIGINT, signal.default_int_handler)


# After Hypothesis has marked what is its own.
@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count no line as run by what chance tried: examples have to reach each, and the rest takes half the time."""
    for item in items:
        if item.get_closest_marker("hypothesis") and not item.get_closest_marker("reaches"):
            item.add_marker("no_cover")


# The trace function of coverage, while it is taken out.
_tracing: list[TraceFunction] = []
Wrapper = Generator[None, object, object]


def _leave_out() -> None:
    """Count no line from now on: Python runs whatever it traces half as fast, though it be none of ours."""
    if trace := sys.gettrace():
        _tracing[:] = [trace]
        sys.settrace(None)


@contextmanager
def _counting(item: pytest.Item) -> Iterator[None]:
    """Count the lines of what a test does or has done for it; none of one that counts none."""
    if _tracing and not item.get_closest_marker("no_cover"):
        sys.settrace(_tracing[0])
    try:
        yield
    finally:
        if _tracing:
            _leave_out()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Wrapper:
    with _counting(item):
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Wrapper:
    with _counting(item):
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Wrapper:
    with _counting(item):
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Wrapper:
    """Measure no program that a later test starts: coverage that begins again tells all of them to be, which they take twice as long for."""
    try:
        return (yield)
    finally:
        if item.get_closest_marker("no_cover"):
            os.environ.pop(MEASURED, None)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Search for no garbage among thousands of tests that are being collected, nor among them later; count what they run from then on."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()
        # A debugger traces as well, and stays.
        if Coverage.current():
            _leave_out()
