"""The one folder in which anything unsealed lies while something is published, and which is gone afterwards.

Its name follows from the project, so that what a run left behind when it was killed is found by the next.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from afterword.errors import VaultError


def scratch_path(project: Path, *, base: Path | None = None) -> Path:
    """Where the folder for this project lies: below the machine's folder for temporary things."""
    name = hashlib.sha256(str(project.resolve()).encode()).hexdigest()[:16]
    return (base or Path(tempfile.gettempdir())) / f"afterword-publish-{name}"


@contextmanager
def scratch_folder(
    project: Path,
    *,
    told: Callable[[str], None],
    base: Path | None = None,
    remove: Callable[[Path], None] = shutil.rmtree,
) -> Iterator[Path]:
    """A new folder that only its owner can enter, removed whatever happens; `told` hears of one that was left behind.

    Raises VaultError where there is no telling what lies in its place.
    """
    folder = scratch_path(project, base=base)
    if folder.is_symlink() or folder.is_file():
        raise VaultError(f"{folder} is not a folder of ours. Remove it, then publish again.")
    if folder.exists():
        told(f"An earlier run was ended and left {folder} behind. It is being removed.")
        _removed(folder, remove)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        _removed(folder, remove)


def _removed(folder: Path, remove: Callable[[Path], None]) -> None:
    try:
        remove(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise VaultError(
            f"{folder} could not be removed ({error.strerror}). It may hold readable pages: remove it yourself."
        ) from error
