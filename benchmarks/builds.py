"""Times a build of the same entries by Afterword and by its peers, in turn, and prints ratios.

    python benchmarks/builds.py --entries 1000 --runs 5

Absolute times hold on no other machine, so each row is a ratio to plain MkDocs with Material, run by run: minimum,
median and maximum. CPU seconds and peak memory are the operating system's own account of each finished process. One build of
each goes before and does not count, so that Python and Jinja have compiled what they keep compiled.
Peers that are not installed are left out and named. With --processors 1 each build has one processor to itself, and so does
all of its work in one process.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from entries import write_journal

THEME = "theme: {name: material, font: false}\n"
PEERS = {
    "plain": f"site_name: Plain\n{THEME}plugins: [search]\nnot_in_nav: '*.md'\n",
    "blog": f"site_name: Blog\n{THEME}plugins: [search, blog]\n",
    "afterword": f"site_name: Journal\n{THEME}plugins:\n  - search\n  - afterword: {{today: 2026-11-20}}\n",
    "hooks": f"site_name: Journal\n{THEME}plugins:\n  - afterword: {{today: 2026-11-20}}\n",
    "no search": f"site_name: Plain\n{THEME}plugins: []\nnot_in_nav: '*.md'\n",
}


@dataclass(frozen=True, slots=True)
class Run:
    """One finished build: CPU and wall seconds, and peak memory in MB."""

    cpu: float
    wall: float
    memory: float


def prepare(folder: Path, peer: str, entries: int) -> None:
    """Lay out a project for one peer: its configuration and the same entries as everybody's."""
    docs = folder / "docs"
    target = docs / "blog" / "posts" if peer == "blog" else docs
    write_journal(target, entries=entries)
    if peer == "blog":
        (docs / "blog" / "index.md").write_text("# Blog\n", encoding="utf-8")
    if peer != "afterword":
        (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(PEERS[peer], encoding="utf-8")


def build(folder: Path, number: int = 0) -> Run:
    """Build the project in `folder` from nothing, as a process of its own.

    Each build has a site folder of its own: some file systems are slow to make files where others were just deleted.
    """
    started = time.monotonic()
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", f"site-{number}"]
    # What is installed is compiled once and for all; a caller's wish to keep nothing would have us compile it each time.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, cwd=folder, env=kept, stderr=subprocess.PIPE)
    errors = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"The build in {folder.name} failed:\n{errors.decode()}")
    wall = time.monotonic() - started
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def limit_to(processors: int) -> None:
    """Run on so many processors alone, and every process begun from here too."""
    allowed = sorted(os.sched_getaffinity(0))[-processors:]
    os.sched_setaffinity(0, allowed)


def compare(peers: list[str], entries: int, runs: int) -> dict[str, list[Run]]:
    """Build every peer's project `runs` times, in turn, after one build that does not count."""
    with tempfile.TemporaryDirectory() as name:
        folders = {peer: Path(name, peer.replace(" ", "-")) for peer in peers}
        for peer, folder in folders.items():
            prepare(folder, peer, entries)
            build(folder)
        found: dict[str, list[Run]] = {peer: [] for peer in peers}
        for number in range(1, runs + 1):
            for peer, folder in folders.items():
                found[peer].append(build(folder, number))
        return found


def spread(values: list[float]) -> str:
    """Minimum, median and maximum in one cell."""
    return f"{min(values):5.2f} {statistics.median(values):5.2f} {max(values):5.2f}"


def main() -> None:
    """Compare, and print one row a peer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peers", default="plain,afterword,blog")
    parser.add_argument("--processors", type=int, default=0)
    wish = parser.parse_args()
    if wish.processors:
        limit_to(wish.processors)
    found = compare(wish.peers.split(","), wish.entries, wish.runs)
    base = next(iter(found.values()))
    print(
        f"{wish.entries} entries, {wish.runs} interleaved runs; ratios to {next(iter(found))}: min median max"
    )
    for peer, runs in found.items():
        cpu = spread([one.cpu / first.cpu for one, first in zip(runs, base, strict=True)])
        wall = spread([one.wall / first.wall for one, first in zip(runs, base, strict=True)])
        memory = statistics.median(one.memory for one in runs)
        share = spread([one.memory / first.memory for one, first in zip(runs, base, strict=True)])
        seconds = statistics.median(one.cpu for one in runs)
        print(
            f"{peer:10} cpu {cpu}   wall {wall}   memory {share}   {seconds:6.2f} CPU s   {memory:5.0f} MB"
        )


if __name__ == "__main__":
    main()
