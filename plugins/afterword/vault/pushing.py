"""A sealed folder becomes the one commit of a branch, without a past: pushed whole, or not at all."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from afterword.errors import VaultError
from afterword.vault.folders import write_folder
from afterword.vault.sealing import HEADER, strangers

# The commit names nobody, whoever is logged in on this machine.
_NOBODY = "Afterword"
_ADDRESS = "afterword@localhost"
_SECRET = re.compile(r"(?<=://)[^/@\s]+@")
_BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")


class NowhereError(VaultError):
    """There is no remote of that name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A branch of a remote repository, which is named by its URL or its path."""

    url: str
    branch: str

    def __str__(self) -> str:
        """The place for people, without a name or token that the URL may carry."""
        return f"branch {self.branch} of {_SECRET.sub('', self.url)}"


def find_place(remote: str, branch: str, *, project: Path) -> Place:
    """The place that a remote of the project's repository means, or else the URL or path itself.

    Raises VaultError for a branch's name that is none, and for a remote that is not there.
    """
    if not _BRANCH.fullmatch(branch) or ".." in branch:
        raise VaultError(f"{branch} is no name of a branch. The usual one is gh-pages.")
    named = _git(project, "remote", "get-url", "--push", "--", remote)
    if named.returncode == 0:
        return Place(url=named.stdout.strip(), branch=branch)
    if not re.search(r"[:/\\]", remote):
        raise NowhereError(
            f"There is no remote {remote} here. Name the place with --to: a remote's name, a URL or a path."
        )
    local = project / remote
    return Place(url=str(local.resolve()) if local.exists() else remote, branch=branch)


def push(files: Mapping[str, bytes], place: Place, *, folder: Path, sealed: bool = True) -> None:
    """Put the files into the place as one commit without a past. `folder` is an empty one to work in.

    Raises VaultError, with nothing pushed, where the branch holds anything but an earlier publish, and where git refuses.
    """
    write_folder(folder, files)
    require_ours(place, folder=folder, sealed=sealed)
    _required(_git(folder, "add", "--all", "--force"))
    _required(_git(folder, "commit", "--quiet", "--no-verify", "--message", "Publish"))
    _required(
        _git(folder, "push", "--quiet", "--force", "target", f"HEAD:refs/heads/{place.branch}")
    )


def require_ours(place: Place, *, folder: Path, sealed: bool = True) -> None:
    """Raise VaultError where git does not reach the place, or where its branch holds anything but an earlier publish.

    A forced push to the branch that somebody works on would take their work away. `folder` becomes a repository that
    knows the place as its target.
    """
    folder.mkdir(exist_ok=True)
    _required(_git(folder, "init", "--quiet", "--initial-branch", "publish"))
    # By way of a file: an argument would show a token to everybody on this machine.
    with (folder / ".git" / "config").open("a", encoding="utf-8") as config:
        url = place.url.replace("\\", "\\\\").replace('"', '\\"')
        config.write(f'[remote "target"]\n\turl = "{url}"\n')
    listed = _required(_git(folder, "ls-remote", "target", f"refs/heads/{place.branch}"))
    if not listed.strip():
        return
    _required(
        _git(folder, "fetch", "--quiet", "--depth", "1", "target", f"refs/heads/{place.branch}")
    )
    paths = _required(_git(folder, "ls-tree", "-r", "-z", "--name-only", "FETCH_HEAD")).split("\0")
    there = dict.fromkeys(filter(None, paths), b"")
    is_ours = HEADER in there and not strangers(there) if sealed else ".nojekyll" in there
    if not is_ours:
        raise VaultError(
            f"The {place} holds something that Afterword did not publish, and a publish replaces all of it. "
            "Name another branch with --branch, or delete that one yourself."
        )


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What git answers, without hooks, questions, signatures or a template of this machine."""
    settings = (
        "core.hooksPath=",
        "core.attributesFile=",
        "commit.gpgSign=false",
        "core.autocrlf=false",
        "gc.auto=0",
        "init.templateDir=",
    )
    flags = [part for setting in settings for part in ("-c", setting)]
    people = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", _NOBODY), ("EMAIL", _ADDRESS))
    }
    return subprocess.run(  # noqa: S603  git, with arguments of ours
        ["git", *flags, *arguments],  # noqa: S607  whichever git the user has
        cwd=folder,
        env={**_without_repository(os.environ), **people, "GIT_TERMINAL_PROMPT": "0"},
        capture_output=True,
        text=True,
        check=False,
    )


def _without_repository(environment: Mapping[str, str]) -> dict[str, str]:
    """In a hook, git tells its children which repository they are in; ours is another. Nor need it know a passphrase."""
    ours = {
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_OBJECT_DIRECTORY",
        "AFTERWORD_PASSPHRASE",
    }
    return {name: value for name, value in environment.items() if name not in ours}


def _required(answer: subprocess.CompletedProcess[str]) -> str:
    if answer.returncode != 0:
        raise VaultError(
            f"git could not do it, and nothing was published. It said: {reason_in(answer.stderr)}"
        )
    return answer.stdout


def reason_in(said: str) -> str:
    """The one line of git's that says why, without a name or token that a URL may carry; its last lines are advice for anybody."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:", "remote:", "ssh:"))]
    return _SECRET.sub("", next(iter([*telling, *lines]), "nothing"))
