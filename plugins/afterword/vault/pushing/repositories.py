"""A branch of a bare repository on this machine, as the files that it holds."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from afterword.errors import VaultError

_USUAL = "gh-pages"


def is_bare(folder: Path) -> bool:
    """Whether the folder is a repository without files of its own, such as a remote on a disk."""
    return (folder / "HEAD").is_file() and (folder / "objects").is_dir()


def branch_files(repository: Path) -> dict[str, bytes]:
    """The files in the branch gh-pages, or in the repository's own branch where there is no such."""
    has_usual = _git(repository, "rev-parse", "--verify", "--quiet", f"refs/heads/{_USUAL}")
    branch = f"refs/heads/{_USUAL}" if has_usual.returncode == 0 else "HEAD"
    listed = _git(repository, "ls-tree", "-r", "-z", "--name-only", branch)
    paths = listed.stdout.decode(errors="replace").split("\0")[:-1]
    if listed.returncode or not paths:
        raise VaultError(f"There is nothing published in {repository}, as far as git can tell.")
    return {path: _git(repository, "show", f"{branch}:{path}").stdout for path in paths}


def _git(repository: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603  git, with arguments of ours
        ["git", "--git-dir", str(repository), *arguments],  # noqa: S607  whichever git the user has
        # Git needs no passphrase, and its settings may start programs.
        env={name: value for name, value in os.environ.items() if name != "AFTERWORD_PASSPHRASE"},
        capture_output=True,
        check=False,
    )
