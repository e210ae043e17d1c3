"""A copy of the repository with one fault in it, and whether a test notices."""

from __future__ import annotations

import importlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from mutants import Mutant

ROOT = Path(__file__).parents[1]
# Imported before anything forks, because every test would.
_COMMON = (
    "hypothesis",
    "playwright.sync_api",
    "mkdocs.commands.build",
    "cryptography.hazmat.primitives.ciphers.aead",
    "icalendar",
    "jinja2",
    "markdown",
    "pymdownx",
    "xml.dom.minidom",
)
# Processor seconds before a fault counts as endless, and seconds of patience.
_WORK, _PATIENCE = 60, 240


@contextmanager
def copied() -> Iterator[Path]:
    """A copy of the repository's files, whose code whatever is started below it runs."""
    with tempfile.TemporaryDirectory(prefix="afterword-mutation-") as folder:
        copy = Path(folder).resolve()
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        told = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True)
        for name in filter(None, told.stdout.split("\0")):
            if (ROOT / name).is_file():
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, copy / name)
        (copy / ".venv").symlink_to(ROOT / ".venv")
        yield copy


def environment(copy: Path) -> dict[str, str]:
    """What makes every Python below take the copy's code, and find the same examples each time."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join(map(str, (copy / "plugins", copy, copy / "benchmarks"))),
        "NO_MKDOCS_2_WARNING": "1",
    }


# The plugins of pytest that would only cost time, and the same examples from hypothesis each time.
QUIET = (
    *("-p", "no:cacheprovider", "-p", "no:cov", "-p", "no:xdist", "--hypothesis-seed=0"),
    # What is imported before it forks is of no concern to any assertion.
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)


def import_common() -> None:
    """Import what most tests need, as far as it is there."""
    for name in _COMMON:
        with suppress(ImportError):
            importlib.import_module(name)


def is_killed(one: Mutant, tests: Sequence[str], copy: Path, written: Iterator[int]) -> bool:
    """Whether one of the tests fails with that fault, or does not end."""
    before = one.path.read_text(encoding="utf-8")
    try:
        _write(one.path, one.text, next(written))
        return status_of(tests, copy) != 0
    finally:
        _write(one.path, before, next(written))


def _write(path: Path, text: str, at: int) -> None:
    # A time of its own, or Python takes what it compiled of another fault of the same length.
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))


def status_of(tests: Sequence[str], copy: Path) -> int:
    """How pytest ends in a process that has imported what all tests need, and in time."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        _run_tests(tests, copy)
    # Where others work beside it a second is worth less, and a fault that nobody noticed would count as noticed.
    latest = time.monotonic() + _PATIENCE * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    try:
        while time.monotonic() < latest:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                return status
            time.sleep(0.02)
        return 1
    finally:
        # With whatever a test began and left.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(child, 0)


def _run_tests(tests: Sequence[str], copy: Path) -> None:
    os.setsid()
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    resource.setrlimit(resource.RLIMIT_CPU, (_WORK, _WORK))
    os.chdir(copy)
    os.environ.clear()
    os.environ.update(environment(copy))
    sys.path[:0] = [str(copy / "plugins"), str(copy)]
    status: int = 1
    try:
        status = int(pytest.main(["-q", "-x", *QUIET, "-m", "not browser", *tests]))
    finally:
        os._exit(status)
