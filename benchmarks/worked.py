"""A plugin of pytest that leaves in a file how many processor seconds each test took, with the programs that it ran.

Where coverage is measured, what a test runs is noted under its name, and what fixtures run under none.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Generator
from pathlib import Path

import pytest
from coverage import Coverage

# Names the file.
VARIABLE = "AFTERWORD_WORKED"
_worked: Counter[str] = Counter()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    before = sum(os.times()[:4])
    done = yield
    _worked[item.nodeid] += sum(os.times()[:4]) - before  # type: ignore[assignment]
    return done


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    # Coverage's own way to tell tests apart takes a function of hypothesis', named test_function, for the test.
    measuring = Coverage.current()
    if measuring is None:
        return (yield)
    measuring.switch_context(item.nodeid)
    try:
        return (yield)
    finally:
        measuring.switch_context("")


def pytest_sessionfinish() -> None:
    Path(os.environ[VARIABLE]).write_text(json.dumps(_worked), encoding="utf-8")
