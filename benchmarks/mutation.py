"""Puts small faults into the code of a room, one at a time, and counts how many its tests notice.

    make mutation
    python benchmarks/mutation.py vault --sample 300 --minutes 20

Of all faults so many are tried as `--sample` says, by chance but by the same one each time, or as many of these as there is time
for, and the share that was noticed is printed with Wilson's interval of 95 %. First every test file of the room runs once, to learn which tests reach which lines; a fault
is then shown to all that reach its statement, until one notices: first those named after its module, then the quickest others. All of
it happens in a copy, which is removed at the end.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import inf, sqrt
from pathlib import Path

from mutants import Mutant, faults_of, mutant
from named_mutants import named_mutants
from reached import Reach, recorded
from trials import copied, import_common, is_killed, status_of

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
    "audience": (
        "tests/audience",
        "tests/attacks/test_names_in_profiles.py",
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


def tried(copy: Path, room: str, reach: Reach, *, sample: int, seed: int, minutes: float) -> Tally:
    """Try so many faults of a room, or all for a sample of 0, or as many of these as there is time for: they come in an order of chance."""
    chance = random.Random(seed)
    paths = sorted((copy / PACKAGE / room).rglob("*.py"))
    faults = [one for path in paths for one in faults_of(path, chance)]
    chosen = chance.sample(faults, min(sample or len(faults), len(faults)))
    tally = Tally(room, len(faults))
    judge(_in_time(filter(None, map(mutant, chosen)), minutes), tally, reach, copy)
    return tally


def _in_time(those: Iterable[Mutant], minutes: float) -> Iterator[Mutant]:
    latest = time.monotonic() + minutes * 60
    for one in those:
        if time.monotonic() > latest:
            return
        yield one


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
    parser.add_argument(
        "--minutes", type=float, default=inf, help="how long the faults of a room are tried at most"
    )
    parser.add_argument("--seed", type=int, default=12)
    parser.add_argument("--no-named", action="store_true", help="leave out the faults with a name")
    given = parser.parse_args()
    import_common()
    with copied() as copy:
        tallies = []
        if not given.no_named:
            tallies.append(_named(copy))
        for room in given.rooms or TESTS:
            reach = recorded(copy, TESTS[room])
            tallies.append(
                tried(
                    copy, room, reach, sample=given.sample, seed=given.seed, minutes=given.minutes
                )
            )
    print("\nroom       mutants  tried  killed  survived   share   95 % interval")
    print("\n".join(one.line() for one in tallies))


def _named(copy: Path) -> Tally:
    """The faults with a name, each with the tests that ought to notice."""
    found = named_mutants(copy / PACKAGE)
    tally = Tally("by name", len(found))
    # Where a test fails as it is, every fault would count as noticed.
    for tests in {tests for _, tests in found}:
        if status_of(tests, copy) != 0:
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
