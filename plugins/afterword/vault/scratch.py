"""The one folder in which anything unsealed lies while something is published, and which is gone afterwards.

Its name follows from the project, so that what a run left behind when it was killed is found by the next.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from afterword.errors import VaultError
from afterword.frozen import dataclass, field
from afterword.vault.memory import has_room, memory_folders

_ON_DISK = (
    "There is no folder in this machine's memory with room enough, so the plain pages lie on a disk while the site is built, in {folder}. "
    "They are removed; what a disk has held may be found again by somebody who has it, unless it is encrypted."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bases:
    """Where the folder may lie: `memory` is tried first if `size` bytes go into it; `others` are only looked through for what was left."""

    memory: tuple[Path, ...] = ()
    disk: Path = field(default_factory=lambda: Path(tempfile.gettempdir()))
    others: tuple[Path, ...] = ()
    size: int = 0

    def chosen(self) -> Path:
        """The one with room, in memory if there is one."""
        return next((one for one in self.memory if has_room(one, self.size)), self.disk)


def usual_bases(environment: Mapping[str, str], *, size: int, left: Path | None = None) -> Bases:
    """What this machine has; `left` is where an earlier run says that its folder lay."""
    others = (left.parent,) if left is not None else ()
    return Bases(memory=memory_folders(environment), others=others, size=size)


def scratch_path(project: Path, *, base: Path) -> Path:
    """Where the folder for this project lies below a folder for temporary things."""
    name = hashlib.sha256(str(project.resolve()).encode(errors="surrogateescape")).hexdigest()[:16]
    return base / f"afterword-publish-{name}"


@contextmanager
def scratch_folder(
    project: Path,
    *,
    told: Callable[[str], None],
    bases: Bases,
    noted: Callable[[Path], None] = lambda _path: None,
    remove: Callable[[Path], None] = shutil.rmtree,
) -> Iterator[Path]:
    """A new folder that only its owner can enter, removed whatever happens; `told` hears of one that was left behind.

    `noted` hears where it will lie before it does. Raises VaultError where there is no telling what lies in its place.
    """
    for base in dict.fromkeys((*bases.memory, bases.disk, *bases.others)):
        _remove_left(scratch_path(project, base=base), told, remove)
    base = bases.chosen()
    folder = scratch_path(project, base=base)
    if base == bases.disk:
        told(_ON_DISK.format(folder=folder))
    noted(folder)
    try:
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise VaultError(
            f"A folder for what is being made cannot be written: {folder} ({error.strerror}). Nothing was published."
        ) from error
    try:
        yield folder
    finally:
        _removed(folder, remove)


def _remove_left(folder: Path, told: Callable[[str], None], remove: Callable[[Path], None]) -> None:
    if not os.path.lexists(folder):
        return
    is_ours = folder.is_dir() and not folder.is_symlink() and _is_owned(folder)
    if not is_ours:
        raise VaultError(f"{folder} is not a folder of ours. Remove it, then publish again.")
    told(f"An earlier run was ended and left {folder} behind. It is being removed.")
    _removed(folder, remove)


def _is_owned(folder: Path) -> bool:
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()


def _removed(folder: Path, remove: Callable[[Path], None]) -> None:
    try:
        remove(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise VaultError(
            f"{folder} could not be removed ({error.strerror}). It may hold readable pages: remove it yourself."
        ) from error
