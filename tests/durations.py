"""Where the time of the tests goes: the processor seconds of each test and file, with all that they start.

make durations, or: tests/run durations tests/vault

Time on a clock says little where several run at once or a machine is busy; this counts only what was worked, by the test's own
process and every one below it. What a test leaves to be worked later, such as in a browser that goes on, counts for the next one.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Generator
from pathlib import Path

import pytest

SECONDS = pytest.StashKey[float]()
SHOWN = 40
TICKS = os.sysconf("SC_CLK_TCK")
_worked: Counter[str] = Counter()
_parents: dict[int, int] = {}


def worked() -> float:
    """The processor seconds of this process, of those below it, and of those of theirs that have ended."""
    there = {int(name) for name in os.listdir("/proc") if name.isdigit()}  # noqa: PTH208  with every test
    for gone in _parents.keys() - there:
        del _parents[gone]
    # Of dozens that have nothing to do with the tests each is looked at once.
    for process in there - _parents.keys():
        _parents[process] = _stat(process)[0]
    below = [os.getpid()]
    for one in below:
        below += [child for child, parent in _parents.items() if parent == one]
    return sum(_stat(one)[1] for one in below) / TICKS


def _stat(process: int) -> tuple[int, int]:
    """Whose child a process is, and how many ticks it and its ended children have worked; zeros where it has ended."""
    try:
        status = Path(f"/proc/{process}/stat").read_bytes()
    except OSError:
        return 0, 0
    fields = status.rpartition(b")")[2].split()
    return int(fields[1]), sum(map(int, fields[11:15]))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    before = worked()
    item.stash[SECONDS] = before
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    now = worked()
    # What a browser's process has worked is forgotten when it ends: such a step counts as none.
    report.user_properties.append(("worked", max(0.0, now - item.stash[SECONDS])))
    item.stash[SECONDS] = now
    return report


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    seconds = [value for name, value in report.user_properties if name == "worked"]
    _worked[report.nodeid] += seconds[-1]  # type: ignore[operator]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    files: Counter[str] = Counter()
    for test, seconds in _worked.items():
        files[test.partition("::")[0]] += seconds
    for title, counts in (("file", files), ("test", _worked)):
        terminalreporter.section(f"processor seconds of each {title}")
        for name, seconds in counts.most_common(SHOWN):
            terminalreporter.write_line(f"{seconds:8.1f}  {name}")
    terminalreporter.write_line(f"{files.total():8.1f}  in all")
