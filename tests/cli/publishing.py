"""A small journal with a remote to publish to, and what must never get out of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager, chdir
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from click.testing import CliRunner
from tests.end_to_end.projects import HOST, write_project
from tests.vault.sealed import PHRASE

from afterword.cli import main
from afterword.vault.readers.file import write_readers
from afterword.vault.readers.readers import FILE, Readers, new_readers
from afterword.vault.scanning import found_words
from afterword.vault.scratch import Bases, scratch_folder, scratch_path, usual_bases
from afterword.vault.sealed.header import FLOOR

# A publish builds with the program that the configuration is named after.
CONFIG = f"{HOST}.yml"
CONFIGURATION = """\
site_name: Journal
site_url: https://journal.example/
docs_dir: journal
use_directory_urls: false
theme: {name: material, font: false, features: [navigation.instant, search.share]}
plugins:
  - search
  - afterword: {today: 2026-11-20}
"""
# Half of the work of a small build, for whatever does not hang on the theme. A profile leaves out what a theme's settings say,
# and MkDocs' own theme then loads its colours for code from elsewhere: those are built with the other one.
SMALL_THEME = re.sub("theme: .*", "theme: {name: mkdocs, highlightjs: false}", CONFIGURATION)
ENTRY = """\
---
company: Kvistholm Rail
role: Signal Engineer
date: 2026-11-12
round: technical
interviewers: [{name: Ingeborg Vantaala, role: Lead, email: ingeborg@kvistholm.example}]
outcome: rejected
decided: 2026-11-18
references: [Dagny Whitfield]
private: [knee surgery]
---

## Went badly

- Froze on interlocking tables #interlocking

## Feedback

- Gap: "We wanted more #interlocking after the knee surgery"
"""
OTHER_ENTRY = "---\ncompany: Brackenfold\ndate: 2026-10-02\n---\n\n## Went well\n\n- Calm #nerves\n"
WORDS = (
    "Kvistholm Rail",
    "Brackenfold",
    "Signal Engineer",
    "Ingeborg Vantaala",
    "Dagny Whitfield",
    "ingeborg@kvistholm.example",
    "interlocking",
)


@dataclass(frozen=True, slots=True)
class Project:
    """A journal, the remote it is published to, and a place for temporary files of its own."""

    folder: Path
    remote: Path
    temporary: Path

    @property
    def config(self) -> Path:
        return self.folder / CONFIG

    def published(self, branch: str = "gh-pages") -> dict[str, bytes]:
        """What the branch holds now; nothing where there is no such branch."""
        listed = self.git("ls-tree", "-r", "--name-only", branch)
        return {path: self.git("show", f"{branch}:{path}") for path in listed.decode().split()}

    @property
    def scratch(self) -> Path:
        """Where unsealed pages lie while it is published: in memory, or else in its own place for temporary files."""
        bases = usual_bases(os.environ, size=0)
        return scratch_path(self.folder, base=next(iter(bases.memory), self.temporary))

    def left(self) -> list[Path]:
        """What is left behind anywhere outside the project."""
        return [*self.temporary.iterdir(), *([self.scratch] if self.scratch.exists() else [])]

    def working(self) -> AbstractContextManager[Path]:
        """A folder to publish in, below its own place for temporary files."""
        return scratch_folder(
            self.folder, told=lambda _said: None, bases=Bases(disk=self.temporary)
        )

    def git(self, *arguments: str) -> bytes:
        return subprocess.run(
            ["git", *arguments], cwd=self.remote, capture_output=True, check=False
        ).stdout

    def pushed_objects(self) -> bytes:
        """All that git keeps in the remote, commits and trees included, as it was before git packed it."""
        return self.git("cat-file", "--batch-all-objects", "--batch")

    def leaks(self) -> dict[str, str]:
        """Words of the journal anywhere below this project but in the journal itself, git's objects included."""
        where = {}
        for folder in (self.remote, self.temporary, self.scratch):
            for path in folder.rglob("*"):
                if path.is_file():
                    where[str(path)] = path.read_bytes()
        return found_words(where, (*WORDS, PHRASE))


@cache
def known_readers() -> Readers:
    return new_readers(PHRASE, iterations=FLOOR)


def journal_project(
    folder: Path,
    entries: Mapping[str, str] | None = None,
    *,
    known: bool = True,
    configuration: str = SMALL_THEME,
) -> Project:
    """The project on disk; `known` says that its readers' file is there already."""
    entries = entries or {"kvistholm.md": ENTRY, "2026/brackenfold.md": OTHER_ENTRY}
    write_project(folder / "project", entries, configuration, called=CONFIG)
    (folder / "temporary").mkdir()
    remote = folder / "remote.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(remote)], check=True)
    if known:
        write_readers(folder / "project" / FILE, known_readers())
    return Project(folder / "project", remote, folder / "temporary")


def afterword(
    project: Project, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The command as somebody without a keyboard runs it, with the passphrase in the environment, but in this process.

    What a publish says stands in a log that others may read: it names nobody, however it ends.
    """
    with chdir(project.folder):
        done = CliRunner().invoke(
            main, arguments, env=settings(project, environment), catch_exceptions=False
        )
    return _heard(subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr))


def afterword_started(
    project: Project, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The same as a program of its own, which begins anew without the passphrase in its environment."""
    done = subprocess.run(
        [sys.executable, "-m", "afterword.cli", *arguments],
        cwd=project.folder,
        env={**os.environ, **settings(project, environment)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return _heard(subprocess.CompletedProcess(arguments, done.returncode, done.stdout, done.stderr))


def settings(project: Project, environment: Mapping[str, str] | None) -> dict[str, str]:
    return {
        "TMPDIR": str(project.temporary),
        "AFTERWORD_PASSPHRASE": PHRASE,
        **(environment or {}),
    }


def _heard(done: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
    if done.args[0] == "publish" and "--show-names" not in done.args:
        said = {"said": (done.stdout + done.stderr).encode()}
        assert found_words(said, (*WORDS, "knee surgery", PHRASE)) == {}
    return done
