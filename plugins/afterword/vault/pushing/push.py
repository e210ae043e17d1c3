"""A sealed folder becomes the one commit of a branch, without a past: pushed whole, or not at all, and only onto what was seen there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from afterword.errors import VaultError
from afterword.frozen import dataclass
from afterword.vault.folders import write_folder
from afterword.vault.pushing.git import Scratch, required
from afterword.vault.pushing.places import Place
from afterword.vault.sealing import HEADER, strangers

# The commit names nobody, whoever is logged in on this machine.
_NAME, _EMAIL, _MESSAGE = "Afterword", "afterword@localhost", "Publish"
_NOBODY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", _NAME), ("EMAIL", _EMAIL))
}
# Such a commit as git keeps it, which says that it has no parents even where they were not fetched.
_WHO = rf"{_NAME} <{re.escape(_EMAIL)}> \d+ \+0000\n"
_OURS = re.compile(rf"tree [0-9a-f]+\nauthor {_WHO}committer {_WHO}\n{_MESSAGE}\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a branch held when it was looked at: its commit, which is empty where there is no such branch, and the header of a vault.

    `is_ours` says that the commit is one as `push` makes it.
    """

    commit: str = ""
    header: str = ""
    is_ours: bool = True


def look(place: Place, *, folder: Path, sealed: bool = True) -> Look:
    """What the branch holds now. `folder` is a new one to work in.

    Raises VaultError where git does not reach the place, or where its branch holds anything but an earlier publish: a forced
    push to the branch that somebody works on would take their work away. A plain site may be any tool's: then `is_ours` is false.
    """
    git = _repository(place, folder)
    branch = f"refs/heads/{place.branch}"
    if not git.required("ls-remote", "target", branch).strip():
        return Look()
    git.required(
        "fetch", "--quiet", "--no-tags", "--depth=1", "--no-recurse-submodules", "target", branch
    )
    commit = git.required("rev-parse", "FETCH_HEAD").strip()
    paths = git.required("ls-tree", "-r", "-z", "--name-only", commit).split("\0")
    there = dict.fromkeys(filter(None, paths), b"")
    is_site = HEADER in there and not strangers(there) if sealed else ".nojekyll" in there
    if not is_site:
        raise VaultError(
            f"The {place} holds something that Afterword did not publish, and a publish replaces all of it. "
            "Name another branch with --branch, or delete that one yourself."
        )
    header = git.required("show", f"{commit}:{HEADER}") if HEADER in there else ""
    is_ours = bool(_OURS.fullmatch(git.required("cat-file", "commit", commit)))
    return Look(commit=commit, header=header, is_ours=is_ours)


def push(files: Mapping[str, bytes], place: Place, *, folder: Path, seen: Look, day: date) -> None:
    """Put the files into the place as one commit without a past, of a day and of no hour. `folder` is a new one to work in.

    Raises VaultError, with nothing pushed, where the branch holds anything but what was seen there, and where git refuses.
    """
    write_folder(folder, files)
    git = _repository(place, folder)
    here = Scratch(folder=folder)
    here.required("add", "--all", "--force")
    tree = here.required("write-tree").strip()
    midnight = f"{day.isoformat()}T00:00:00+0000"
    dates = {"GIT_AUTHOR_DATE": midnight, "GIT_COMMITTER_DATE": midnight}
    commit = here.required("commit-tree", "-m", _MESSAGE, tree, **_NOBODY, **dates).strip()
    branch = f"refs/heads/{place.branch}"
    lease = f"--force-with-lease={branch}:{seen.commit}"
    answer = git.answer(
        "push",
        "--quiet",
        "--no-verify",
        "--recurse-submodules=no",
        lease,
        "target",
        f"{commit}:{branch}",
    )
    if answer.returncode != 0 and "stale info" in answer.stderr:
        raise VaultError(
            f"While this was being made, somebody else published to the {place}: it is no longer what it was when we looked. "
            "Nothing was published. If that was you, on another machine, publish again."
        )
    required(answer)


def _repository(place: Place, folder: Path) -> Scratch:
    target = ("remote.target.url", place.url)
    git = Scratch(folder=folder, settings=(*place.settings, target), start=place.start)
    git.begin()
    return git
