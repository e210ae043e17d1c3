"""Files that are changed in place: at once or not at all, only where nobody else changed them meanwhile, and so that it can be undone."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from afterword.errors import OutputError

# In a folder that ignores itself, so that git never takes it in.
UNDO = Path(".cache/afterword/undo")
_RECORD, _UNDONE = "last.json", "undone"
_BEFORE, _BEHIND = ".afterword-", ".part"


@dataclass(frozen=True, slots=True)
class Change:
    """A file with its bytes before and after."""

    path: Path
    before: bytes
    after: bytes


def apply(changes: Sequence[Change], store: Path) -> None:
    """Make each change, in this order, and keep in `store`, a folder of the project's, what undoes all of them.

    Raises OutputError where a file is not as it was read, or cannot be written; those before it are changed by then, and can be
    undone. A program that saves one of them at this very moment is not written over: its version stays.
    """
    try:
        _begin(store)
        done: list[dict[str, str]] = []
        for number, one in enumerate(changes):
            kept = f"{number}.before"
            done.append({"path": str(one.path.resolve()), "kept": kept, "after": _sum(one.after)})
            _replaced(one, store / kept, lambda: _note(store, done))
    except OSError as error:
        raise OutputError(f"Nothing more was changed: {error.filename or 'the file'} could not be written ({error.strerror}).") from error  # fmt: skip


def undo(store: Path) -> list[Path]:
    """Give every file of the last changes its bytes back, and tell which; none where nothing is left to undo.

    Raises OutputError, and changes nothing, where one of them has been changed since.
    """
    backs = []
    for one in _recorded(store):
        path, kept = Path(one["path"]), store / one["kept"]
        before, now = _bytes(kept), _bytes(path)
        if before is None or now == before:
            continue
        if now is None or _sum(now) != one["after"]:
            raise OutputError(
                f"{path} has been changed since, and undoing would lose that. It stays as it is; what was there before lies in {kept}."
            )
        backs.append(Change(path, now, before))
    try:
        for back in reversed(backs):
            _replaced(back, store / _UNDONE, lambda: None)
        for name in (_RECORD, _UNDONE):
            (store / name).unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"Not everything could be undone: {error.strerror}.") from error
    return [one.path for one in backs]


def _begin(store: Path) -> None:
    """An empty store; what was kept for an earlier change goes."""
    store.mkdir(parents=True, exist_ok=True)
    ignored = store / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", encoding="utf-8")
    (store / _RECORD).unlink(missing_ok=True)
    for old in store.glob("*.before"):
        old.unlink()


def _note(store: Path, done: Iterable[dict[str, str]]) -> None:
    """Write down what was changed, before it is: whoever is killed then can still undo it."""
    beside = store / f"{_RECORD}{_BEHIND}"
    beside.write_text(json.dumps(list(done)), encoding="utf-8")
    beside.replace(store / _RECORD)


def _recorded(store: Path) -> list[dict[str, str]]:
    try:
        record = json.loads((store / _RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return record if isinstance(record, list) else []


def _replaced(change: Change, kept: Path, note: Callable[[], None]) -> None:
    """Put the new bytes in the file's place; the old file keeps a second name until it is sure that nobody wrote into it."""
    path = change.path.resolve()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_BEFORE, suffix=_BEHIND)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(change.after)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, beside)
        _second_name(path, kept, change.before)
        note()
        _require(path, change.before)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    if kept.read_bytes() != change.before:
        # An editor had the file open and saved into it between the look and the change: what it wrote is the file again.
        kept.replace(path)
        _require(path, change.before)
    kept.chmod(0o600)


def _second_name(path: Path, kept: Path, before: bytes) -> None:
    """The file under a second name, or a copy of it where the system knows no such thing."""
    kept.unlink(missing_ok=True)
    try:
        os.link(path, kept)
    except OSError:
        kept.write_bytes(before)


def _require(path: Path, before: bytes) -> None:
    if path.read_bytes() != before:
        raise OutputError(
            f"{path} was saved by another program just now, so it was left as that wrote it. Try again."
        )


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _sum(data: bytes) -> str:
    return sha256(data).hexdigest()
