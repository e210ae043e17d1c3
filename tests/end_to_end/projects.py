"""A journal on disk with its configuration, built by the real MkDocs as a process of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.programs import run_program

ROOT = Path(__file__).parents[2]
# The program that builds, `mkdocs` or `properdocs`: `make properdocs` runs the same tests under the fork.
HOST = os.environ.get("AFTERWORD_TEST_HOST", "mkdocs")

CONFIGURATION = """\
site_name: Journal
docs_dir: journal
theme: {name: material, font: false}
plugins:
  - search
  - afterword: {today: 2026-11-20}
"""


@dataclass(frozen=True, slots=True)
class Build:
    """A finished build: its exit status, what it said, and the folder it made."""

    status: int
    said: str
    site: Path

    def read(self, path: str) -> str:
        """The text of one built file."""
        return (self.site / path).read_text(encoding="utf-8")

    @property
    def files(self) -> dict[str, bytes]:
        """Every built file, by its path in the site."""
        found = (path for path in sorted(self.site.rglob("*")) if path.is_file())
        return {path.relative_to(self.site).as_posix(): path.read_bytes() for path in found}


def write_project(
    folder: Path,
    entries: Mapping[str, str | bytes],
    configuration: str = CONFIGURATION,
    *,
    called: str = "mkdocs.yml",
) -> Path:
    """Lay a project down: its configuration, which both programs find under its usual name, and the journal's files."""
    (folder / "journal").mkdir(parents=True, exist_ok=True)
    (folder / called).write_text(configuration, encoding="utf-8")
    for name, text in entries.items():
        path = folder / "journal" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def build(
    project: Path,
    *options: str,
    program: str = HOST,
    environment: Mapping[str, str] | None = None,
) -> Build:
    """Build the project in `folder/site`, as a user would, and hand back what came of it."""
    finished = run_program(
        program,
        "build",
        *options,
        folder=project,
        environment={"NO_MKDOCS_2_WARNING": "1", **(environment or {})},
    )
    return Build(finished.returncode, finished.stdout + finished.stderr, project / "site")
