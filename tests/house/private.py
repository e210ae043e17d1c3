"""Looks whether a file seems to be somebody's own: their journal, the addresses in it, or the keys of what they publish.

Everybody in this repository is invented. Run with the names of files, as a hook before a commit does, it says what it found.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

# Where invented entries lie.
INVENTED = ("journal/", "tests/")
# Names that nobody can own: RFC 2606 and RFC 6761.
_NOBODYS = re.compile(r"(?:^|\.)(?:example|invalid|test|localhost|example\.(?:com|net|org))$")
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]++@([\w-]+(?:\.[\w-]+)+)|https?://([\w.-]+)")
_ENTRY = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?:[^\r\n]*+\r?\n)*?company[ \t]*:", re.IGNORECASE)


def private_looking(path: str, text: str) -> Iterator[str]:
    """What in a file, named as in the repository, may be private: one sentence for each find."""
    if path.rpartition("/")[2] == "afterword-readers.json":
        yield f"{path} opens what somebody publishes. It belongs into the repository of their journal alone."
    if not path.endswith(".md"):
        return
    if _ENTRY.match(text) and not path.startswith(INVENTED):
        yield f"{path} is an entry of a journal. Keep your own outside this repository, and put an invented one into journal/ or tests/."
    if path.startswith(("journal/", "tests/journals/")):
        for found in _ADDRESS.finditer(text):
            if not _NOBODYS.search(found[1] or found[2]):
                line = text.count("\n", 0, found.start()) + 1
                yield f"{path}:{line}: {found[0]} may be somebody's. Invent one that ends in .example."


def main(paths: list[str]) -> int:
    """Print a line for each find, and answer with the status of the program."""
    said = [
        sentence
        for path in paths
        for sentence in private_looking(path, Path(path).read_bytes().decode(errors="replace"))
    ]
    print(*said, sep="\n", end="\n" if said else "")
    return int(bool(said))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
