"""New files, whole or not at all, and never in another's place."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from unicodedata import combining

from afterword.errors import OutputError

# What a file system that knows no second name for a file answers to the wish for one.
_NO_LINKS = frozenset(
    {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EACCES, errno.EMLINK}
)
# Every file system takes names of so many bytes; what stands behind a dot is an ending where it is short.
_LONGEST, _LONGEST_ENDING = 255, 32
# Nothing reads it: a dot before the name and another ending than a page's.
_BEFORE, _BEHIND = ".afterword-", ".part"


def create(path: Path, data: bytes) -> None:
    """Put a new file in place with all of its bytes at once, together with the folders it lies in.

    Raises FileExistsError where one is there already, which stays as it is, and OutputError where it cannot be written. A
    process that is killed leaves the whole file or none, and at most a `.part` beside it that nothing reads.
    """
    try:
        _make_folder(path.parent)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=_BEFORE, suffix=_BEHIND)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.chmod(_mode())
            _into_place(beside, path)
        finally:
            beside.unlink(missing_ok=True)
    except FileExistsError:
        raise
    except OSError as error:
        raise OutputError(
            f"{path} could not be written: {error.strerror}. No file that was there is changed."
        ) from error


def create_apart(path: Path, data: bytes) -> Path:
    """Put a new file in place under its own name, or under the next one that is free: `name-2.md` beside `name.md`. Raises OutputError."""
    number = 1
    while True:
        free = _numbered(path, number)
        with suppress(FileExistsError):
            create(free, data)
            return free
        number += 1


def copy_apart(path: Path, data: bytes) -> Path:
    """Like `create_apart`, but a file that is there already with just these bytes is taken as the copy. Raises OutputError."""
    number = 1
    while True:
        free = _numbered(path, number)
        try:
            create(free, data)
        except FileExistsError:
            if not _holds(free, data):
                number += 1
                continue
        return free


def _numbered(path: Path, number: int) -> Path:
    """The path with a number behind its stem, which is shortened by whole letters where the name would be too long; for 1 the path itself."""
    if number == 1:
        return path
    is_ending = len(path.suffix) <= _LONGEST_ENDING
    stem, ending = (path.stem, path.suffix) if is_ending else (path.name, "")
    behind = f"-{number}{ending}"
    kept = os.fsencode(stem)[: _LONGEST - len(os.fsencode(behind))].decode(errors="ignore")
    # An accent that is a sign of its own goes with its letter.
    while len(kept) < len(stem) and combining(stem[len(kept)]):
        kept = kept[:-1]
    return path.with_name(f"{kept}{behind}")


def _holds(path: Path, data: bytes) -> bool:
    """Whether a regular file has just these bytes; no link is followed."""
    found = path.lstat()
    is_alike = stat.S_ISREG(found.st_mode) and found.st_size == len(data)
    return is_alike and path.read_bytes() == data


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it. Raises NotADirectoryError where a file has its name."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(error.errno, "a file has the name of its folder") from error


def _into_place(beside: Path, path: Path) -> None:
    """Give a finished file its name, unless something has that already."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # The name is taken first, so that of two at once one is refused; then the file is laid over what stands for it.
        path.open("xb").close()
        beside.replace(path)


def _mode() -> int:
    """The rights that a new file of this process has."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
