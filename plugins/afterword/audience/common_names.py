"""Names of companies and people that are, or begin, many everyday words: these are masked as words, not inside of others."""

from __future__ import annotations

from pathlib import Path

# Apart from the other words that name nobody: pages for the writer ask for these alone. All of them are small letters of ASCII.
COMMON = frozenset(
    (Path(__file__).parent / "words" / "common.txt").read_text(encoding="utf-8").split()
)
