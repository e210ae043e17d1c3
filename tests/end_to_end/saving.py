"""A program that saves an entry again and again, as under `mkdocs serve`, and prints how large its process is after each.

python -m tests.end_to_end.saving PROJECT ENTRY SAVES
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config


def size() -> int:
    """The memory that this process holds now, in bytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    project, entry, saves = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    text = entry.read_text(encoding="utf-8")
    load_config(str(project / "mkdocs.yml")).plugins.on_startup(command="serve", dirty=False)
    for number in range(saves):
        entry.write_text(f"{text}\n\nSaved {number} times.\n", encoding="utf-8")
        # A server loads its configuration for each build, and keeps the plugin.
        build(load_config(str(project / "mkdocs.yml")), serve_url="http://127.0.0.1:1/")
        print(size(), flush=True)


if __name__ == "__main__":
    main()
