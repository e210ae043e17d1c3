"""Puts small faults into the code of a room, one at a time, and counts how many its tests notice.

    make mutation
    python benchmarks/mutation.py vault --sample 300

Of all faults so many are tried as `--sample` says, by chance but by the same one each time, and the share that was noticed is
printed with Wilson's interval of 95 %. First every test file of the room runs once, to learn which tests reach which lines; a fault
is then shown to all that reach its statement, until one notices: first those named after its module, then the quickest others. All of
it happens in a copy, which is removed at the end.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path

import pytest
from coverage import CoverageData
from coverage.exceptions import DataError

from mutants import Mutant, faults_of, mutant
from named_mutants import named_mutants
from worked import VARIABLE

ROOT = Path(__file__).parents[1]
PACKAGE = Path("plugins", "afterword")
# The tests of each room that answer within seconds. Those that publish, kill and serve are too slow to run a thousand times.
TESTS = {
    "vault": (
        "tests/vault",
        "tests/attacks/test_altered_vaults.py",
        "tests/attacks/test_tampered_hosts.py",
        "tests/attacks/test_readers_file.py",
        "tests/attacks/test_where_the_push_goes.py",
        "tests/cli/test_own_place.py",
        "tests/cli/test_vault_verbs.py",
        "tests/house/test_data.py",
    ),
    "site": ("tests/site", "tests/speed", "tests/house/test_data.py"),
    "analysis": (
        "tests/analysis",
        "tests/clock",
        "tests/pages",
        "tests/recount",
        "tests/house/test_data.py",
    ),
    "writing": (
        "tests/writing",
        "tests/cli/test_import.py",
        "tests/cli/test_import_notes.py",
        "tests/cli/test_init.py",
        "tests/cli/test_log.py",
        "tests/cli/test_new.py",
        "tests/cli/test_report.py",
        "tests/cli/test_schema.py",
        "tests/house/test_data.py",
    ),
}
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
# Processor seconds: of tests shown a fault at a time, as they took without it, and before a fault counts as endless; seconds of patience.
_ENOUGH, _WORK, _PATIENCE = 15.0, 60, 240
_RECORDING = """\
[run]
source_pkgs = afterword
parallel = true
patch = subprocess
"""


@dataclass(frozen=True, slots=True)
class Reach:
    """Which tests reach which lines of each module, and how many processor seconds each of them took; a test is `file`, or what pytest calls it."""

    lines: Mapping[str, Mapping[int, frozenset[str]]]
    seconds: Mapping[str, float]

    def tests_for(self, one: Mutant, copy: Path) -> list[list[str]]:
        """The tests that reach the statement, for what runs at import test files: so many at a time as take a quarter of a minute.

        Those named after the module come first, then the quickest.
        """
        lines = self.lines.get(one.path.relative_to(copy).as_posix(), {})
        found = {test for at in range(one.first, one.last + 1) for test in lines.get(at, ())}
        if one.at_import:
            found = {test.partition("::")[0] for tests in lines.values() for test in tests}
        # Of dozens of files that import a module most ask nothing of it.
        own = {
            test for test in found if Path(test.partition("::")[0]).stem == f"test_{one.path.stem}"
        }
        groups: list[list[str]] = []
        spent = _ENOUGH
        for test in (*sorted(own, key=self._cost), *sorted(found - own, key=self._cost)):
            spent += self._cost(test)
            if spent >= _ENOUGH:
                groups.append([])
                spent = self._cost(test)
            groups[-1].append(test)
        return groups

    def _cost(self, test: str) -> float:
        return self.seconds.get(test, 0.0)


@dataclass(slots=True)
class Tally:
    """What became of the faults of a room."""

    room: str
    of: int
    killed: int = 0
    survived: list[str] = field(default_factory=list)

    def line(self) -> str:
        """One line of the table."""
        tried = self.killed + len(self.survived)
        low, high = interval(self.killed, tried)
        return (
            f"{self.room:10} {self.of:7} {tried:6} {self.killed:7} {len(self.survived):9}"
            f" {self.killed / max(tried, 1):7.1%}   {low:.1%} to {high:.1%}"
        )


def interval(k: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's interval of 95 % for a share of k of n."""
    if n == 0:
        return 0.0, 1.0
    share = k / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return middle - reach, middle + reach


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
        (copy / ".coveragerc-mutation").write_text(_RECORDING, encoding="utf-8")
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
_QUIET = (
    *("-p", "no:cacheprovider", "-p", "no:cov", "-p", "no:xdist", "--hypothesis-seed=0"),
    # What is imported before it forks is of no concern to any assertion.
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)


def recorded(copy: Path, tests: Iterable[str]) -> Reach:
    """Run each test file once, with whatever it starts, and note what it reaches. A file that fails is left out and named."""
    lines: dict[str, dict[int, frozenset[str]]] = {}
    seconds: dict[str, float] = {}
    for name in _files(copy, tests):
        worked = copy / "worked.json"
        said = _run_measured(copy, name, worked)
        # Where a test fails as it is, every fault would count as noticed.
        if not said and _status([name], copy) != 0:
            said = "it fails where it is run as for a fault"
        if said:
            print(f"{name} is not used: {said}", flush=True)
        else:
            found = json.loads(worked.read_text(encoding="utf-8"))
            seconds |= {name: sum(found.values()), **found}
            _note(copy, sorted(copy.glob("reach*")), name, lines)
            _require_known(lines, seconds)
        for part in copy.glob("reach*"):
            part.unlink()
    return Reach(lines, seconds)


def _require_known(
    lines: Mapping[str, Mapping[int, frozenset[str]]], seconds: Mapping[str, float]
) -> None:
    """Raises RuntimeError where a test was noted that never ran: pytest would refuse it, and every fault count as noticed."""
    noted = {test for module in lines.values() for tests in module.values() for test in tests}
    if unknown := noted - seconds.keys():
        raise RuntimeError(f"no tests of ours: {', '.join(sorted(unknown))}")


def _run_measured(copy: Path, name: str, worked: Path) -> str:
    """Run a test file under coverage, which leaves its data beside the code; the last line of what was said where it fails."""
    measured = ["-m", "coverage", "run", "--rcfile", ".coveragerc-mutation", "--context", name]
    tested = [
        "-m",
        "pytest",
        "-q",
        "-x",
        *_QUIET,
        "-m",
        "not browser",
        "-p",
        "worked",
        name,
    ]
    done = subprocess.run(
        [sys.executable, *measured, "--data-file", str(copy / "reach"), *tested],
        cwd=copy,
        env={**environment(copy), VARIABLE: str(worked)},
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else (done.stdout.splitlines() or ["it did not run"])[-1]


def _files(copy: Path, tests: Iterable[str]) -> list[str]:
    found = []
    for one in tests:
        path = copy / one
        found += sorted(path.rglob("test_*.py")) if path.is_dir() else [path]
    return [path.relative_to(copy).as_posix() for path in found]


def _note(
    copy: Path, parts: Iterable[Path], name: str, lines: dict[str, dict[int, frozenset[str]]]
) -> None:
    """Add what one test file reached; a context is `file|test`, or `file` outside of any test."""
    for part in parts:
        # Of a process that a test has ended there may be half a file.
        with suppress(DataError):
            _note_part(copy, part, name, lines)


def _note_part(
    copy: Path, part: Path, name: str, lines: dict[str, dict[int, frozenset[str]]]
) -> None:
    data = CoverageData(str(part))
    data.read()
    for measured in data.measured_files():
        path = Path(measured).resolve()
        if path.is_relative_to(copy):
            module = lines.setdefault(path.relative_to(copy).as_posix(), {})
            for line, contexts in data.contexts_by_lineno(measured).items():
                found = {context.partition("|")[2] or name for context in contexts if context}
                module[line] = module.get(line, frozenset()) | found
    data.close()


def is_killed(one: Mutant, tests: Sequence[str], copy: Path, written: Iterator[int]) -> bool:
    """Whether one of the tests fails with that fault, or does not end."""
    before = one.path.read_text(encoding="utf-8")
    try:
        _write(one.path, one.text, next(written))
        return _status(tests, copy) != 0
    finally:
        _write(one.path, before, next(written))


def _write(path: Path, text: str, at: int) -> None:
    # A time of its own, or Python takes what it compiled of another fault of the same length.
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))


def _status(tests: Sequence[str], copy: Path) -> int:
    """How pytest ends in a process that has imported what all tests need, and in time."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        _run_tests(tests, copy)
    latest = time.monotonic() + _PATIENCE
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
        status = int(pytest.main(["-q", "-x", *_QUIET, "-m", "not browser", *tests]))
    finally:
        os._exit(status)


def tried(copy: Path, room: str, reach: Reach, *, sample: int, seed: int) -> Tally:
    """Try so many faults of a room."""
    chance = random.Random(seed)
    paths = sorted((copy / PACKAGE / room).rglob("*.py"))
    faults = [one for path in paths for one in faults_of(path, chance)]
    chosen = chance.sample(faults, min(sample, len(faults))) if sample else faults
    tally = Tally(room, len(faults))
    judge(filter(None, map(mutant, chosen)), tally, reach, copy)
    return tally


def judge(those: Iterable[Mutant], tally: Tally, reach: Reach, copy: Path) -> None:
    """Show each fault to its tests, and say at once which was not noticed."""
    written = iter(range(1_000_000_000, 2_000_000_000, 2))
    for number, one in enumerate(those, 1):
        groups = reach.tests_for(one, copy)
        if any(is_killed(one, tests, copy, written) for tests in groups):
            tally.killed += 1
        else:
            said = one.shown(copy) + ("" if groups else "  (no test gets there)")
            tally.survived.append(said)
            print(f"survived: {said}", flush=True)
        if number % 50 == 0:
            print(f"{tally.room}: {number} tried, {tally.killed} noticed", flush=True)


def main() -> None:
    """Try the faults with a name, then those of each room, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "rooms", nargs="*", help=f"of {', '.join(TESTS)}; all of them, if none is named"
    )
    parser.add_argument("--sample", type=int, default=300, help="how many faults a room; 0 for all")
    parser.add_argument("--seed", type=int, default=12)
    parser.add_argument("--no-named", action="store_true", help="leave out the faults with a name")
    given = parser.parse_args()
    for name in _COMMON:
        with suppress(ImportError):
            importlib.import_module(name)
    with copied() as copy:
        tallies = []
        if not given.no_named:
            tallies.append(_named(copy))
        for room in given.rooms or TESTS:
            reach = recorded(copy, TESTS[room])
            tallies.append(tried(copy, room, reach, sample=given.sample, seed=given.seed))
    print("\nroom       mutants  tried  killed  survived   share   95 % interval")
    print("\n".join(one.line() for one in tallies))


def _named(copy: Path) -> Tally:
    """The faults with a name, each with the tests that ought to notice."""
    found = named_mutants(copy / PACKAGE)
    tally = Tally("by name", len(found))
    # Where a test fails as it is, every fault would count as noticed.
    for tests in {tests for _, tests in found}:
        if _status(tests, copy) != 0:
            raise RuntimeError(f"{', '.join(tests)}: some test fails as it is.")
    written = iter(range(2_000_000_000, 2_100_000_000, 2))
    for one, tests in found:
        if is_killed(one, tests, copy, written):
            tally.killed += 1
        else:
            tally.survived.append(one.what)
            print(f"survived: {one.what}", flush=True)
    return tally


if __name__ == "__main__":
    main()
