"""Which tests of a room reach which lines of the code, and how long each of them takes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from coverage import CoverageData
from coverage.exceptions import DataError

from mutants import Mutant
from trials import QUIET, environment, status_of
from worked import VARIABLE

# Processor seconds of tests shown a fault at a time, as they took without it.
_ENOUGH = 15.0
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


def recorded(copy: Path, tests: Iterable[str]) -> Reach:
    """Run each test file once, with whatever it starts, and note what it reaches. A file that fails is left out and named."""
    (copy / ".coveragerc-mutation").write_text(_RECORDING, encoding="utf-8")
    lines: dict[str, dict[int, frozenset[str]]] = {}
    seconds: dict[str, float] = {}
    for name in _files(copy, tests):
        worked = copy / "worked.json"
        said = _run_measured(copy, name, worked)
        # Where a test fails as it is, every fault would count as noticed.
        if not said and status_of([name], copy) != 0:
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
        *QUIET,
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
