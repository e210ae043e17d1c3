"""One publish of a journal at a time: whoever comes second is told what is running, and a process that ends holds nothing any longer."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from afterword.errors import VaultError
from afterword.frozen import dataclass

# In a folder that ignores itself, so that git never takes it in.
_FOLDER = Path(".cache/afterword")
_FILE = "publish.lock"
# Windows locks bytes, and nobody else can read them then: one beyond all that is written.
_BEYOND = 1 << 20
_TRIES, _SECONDS = 10, 0.02


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that is held. `left` is the folder that the last holder worked in, whether it removed it or not."""

    file: BinaryIO
    left: Path | None

    def note(self, folder: Path) -> None:
        """Write down who holds it, since when, and in which folder they work, for whoever comes after."""
        since = datetime.now().astimezone().isoformat(timespec="seconds")
        _write(self.file, {"process": os.getpid(), "since": since, "folder": str(folder)})

    def let_go(self) -> None:
        """Write down that nobody holds it, and which folder the last one worked in."""
        _write(self.file, {"folder": _held(self.file).get("folder")})


@contextmanager
def only_publish(project: Path) -> Iterator[Lock]:
    """The lock of a journal. Raises VaultError where somebody holds it, and where it cannot be had.

    The system ends it with the process, however that ends, so that there is no lock of the dead to recognise: what stands in
    the file only names the living. No child inherits it.
    """
    try:
        file = _opened(project / _FOLDER)
        is_ours = _hold(file)
    except OSError as error:
        raise VaultError(
            f"Nothing was published: no lock could be had in {project / _FOLDER} ({error.strerror}), "
            "and two publishes at once could spoil each other. Afterword wants to write there; git ignores it."
        ) from error
    with file:
        if not is_ours:
            raise VaultError(_running(file))
        lock = Lock(file, _left(file))
        lock.note(lock.left or Path())
        try:
            yield lock
        finally:
            lock.let_go()


def _opened(folder: Path) -> BinaryIO:
    folder.mkdir(parents=True, exist_ok=True)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", encoding="utf-8")
    return os.fdopen(os.open(folder / _FILE, os.O_RDWR | os.O_CREAT, 0o600), "r+b")


def _hold(file: BinaryIO) -> bool:
    """Whether the lock could be taken, and another process does not have it."""
    try:
        if sys.platform == "win32":  # pragma: no cover  tests run where there is flock
            import msvcrt  # noqa: PLC0415  there is none elsewhere

            file.seek(_BEYOND)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  there is none on Windows

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # the latter on Windows
        return False
    return True


def _write(file: BinaryIO, held: Mapping[str, object]) -> None:
    file.seek(0)
    file.write(json.dumps(held).encode())
    file.truncate()
    file.flush()


def _held(file: BinaryIO) -> dict[str, object]:
    """What the last holder wrote; nothing where that was cut short."""
    file.seek(0)
    try:
        value = json.loads(file.read(_BEYOND))
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _left(file: BinaryIO) -> Path | None:
    folder = _held(file).get("folder")
    return Path(folder) if isinstance(folder, str) and Path(folder).is_absolute() else None


def _running(file: BinaryIO) -> str:
    for _ in range(_TRIES):
        held = _held(file)
        if "process" in held:
            break
        time.sleep(_SECONDS)  # who has it writes that down as the next thing they do
    process, since = held.get("process", "of another terminal"), _hour(held.get("since"))
    begun = f", since {since}" if since else ""
    return (
        f"This journal is being published already, by process {process}{begun}. "
        "Nothing was published by this command: wait until that one ends."
    )


def _hour(since: object) -> str:
    """The time of day here, with the day where that is not today's; nothing for what is no time."""
    try:
        begun = datetime.fromisoformat(str(since)).astimezone()
    except ValueError:
        return ""
    is_today = begun.date() == datetime.now().astimezone().date()
    return f"{begun:%H:%M}" if is_today else f"{begun:%H:%M} on {begun:%Y-%m-%d}"
