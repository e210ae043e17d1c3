"""A plugin of pytest that leaves in a file how many processor seconds each test took, with the programs that it ran."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Generator
from pathlib import Path

import pytest

# Names the file.
VARIABLE = "AFTERWORD_WORKED"
_worked: Counter[str] = Counter()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    before = sum(os.times()[:4])
    done = yield
    _worked[item.nodeid] += sum(os.times()[:4]) - before  # type: ignore[assignment]
    return done


def pytest_sessionfinish() -> None:
    Path(os.environ[VARIABLE]).write_text(json.dumps(_worked), encoding="utf-8")
