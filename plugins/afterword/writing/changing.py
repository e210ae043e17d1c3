"""Files that are changed in place: at once or not at all, only where nobody else changed them meanwhile, and so that it can be undone."""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import sys
import tempfile
from collections.abc import Callable, Container, Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypedDict

from afterword.errors import OutputError
from afterword.frozen import dataclass

# In a folder that ignores itself, so that git never takes it in.
UNDO = Path(".cache/afterword/undo")
# What `log` and `init` change: entries, the settings of a site, and the types of a vault's properties.
_ENTRIES, _SETTINGS = frozenset({".md", ".markdown"}), frozenset({".yml", ".yaml"})
_TYPES = (".obsidian", "types.json")
_RECORD, _UNDONE = "last.json", "undone"
_BEFORE, _BEHIND = ".afterword-", ".part"


class _Kept(TypedDict):
    """A line of the record: the file, what holds its bytes from before, and the sum of those after."""

    path: str
    kept: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """A file with its bytes before and after."""

    path: Path
    before: bytes
    after: bytes


def apply(changes: Sequence[Change], store: Path) -> None:
    """Make each change, in this order, and keep in `store`, a folder of the project's, what undoes all of them.

    Raises OutputError where a file is not as it was read, or cannot be written; those before it are changed by then, and can be
    undone. Where none was changed, what undoes an earlier change stays. A program that saves a file at this very moment is not
    written over: its version stays.
    """
    try:
        _make(store)
        before = _bytes(store / _RECORD)
        done: list[_Kept] = []
        turn = secrets.token_hex(4)
        for number, one in enumerate(changes):
            kept = f"{turn}-{number}.before"
            done.append({"path": str(one.path.resolve()), "kept": kept, "after": _sum(one.after)})
            try:
                _replaced(one, store / kept, lambda: _note(store, done))
            except BaseException:
                if number == 0:
                    _forget(store, kept, before)
                raise
        _tidy(store, {one["kept"] for one in done})
    except OSError as error:
        raise OutputError(f"Nothing more was changed: {error.filename or 'the file'} could not be written ({error.strerror}).") from error  # fmt: skip


def undo(store: Path) -> list[Path]:
    """Give every file of the last changes its bytes back, and tell which; none where nothing is left to undo.

    Raises OutputError, and changes nothing, where one of them has been changed since. A file that lies outside of the project is not touched, whatever the
    record says.
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


def _make(store: Path) -> None:
    """The store, in the project itself and nowhere that a link leads to. Raises OutputError."""
    store.mkdir(parents=True, exist_ok=True)
    if not store.resolve().is_relative_to(_project(store).resolve()):
        raise OutputError(f"{store} leads out of the project, so nothing was changed.")
    ignored = store / ".gitignore"
    if not os.path.lexists(ignored):
        _lay(ignored, b"*\n")


def _project(store: Path) -> Path:
    """The folder that a store belongs to."""
    return store.absolute().parents[len(UNDO.parts) - 1]


def _lay(path: Path, data: bytes) -> None:
    """Put a file in a place, whatever is there; a link is replaced, not followed."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_BEFORE, suffix=_BEHIND)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(name).replace(path)


def _tidy(store: Path, kept: Container[str]) -> None:
    """Take away what was kept for an earlier change."""
    for old in store.glob("*.before"):
        if old.name not in kept:
            old.unlink()


def _forget(store: Path, kept: str, before: bytes | None) -> None:
    """Have the record of the earlier change again, where nothing has been changed."""
    (store / kept).unlink(missing_ok=True)
    if before is None:
        (store / _RECORD).unlink(missing_ok=True)
    else:
        _lay(store / _RECORD, before)


def _note(store: Path, done: Iterable[_Kept]) -> None:
    """Write down what was changed, before it is: whoever is killed then can still undo it."""
    _lay(store / _RECORD, json.dumps(list(done)).encode())


def _recorded(store: Path) -> list[_Kept]:
    """What the record says, as far as it is one of ours: of entries and settings of this project, and copies in this folder.

    A repository that somebody else made may bring a record with it, which shall reach nothing that runs.
    """
    try:
        record = json.loads((store / _RECORD).read_text(encoding="utf-8"))
        project = _project(store).resolve()
        known = [one for one in record if _is_kept(one, project, store)]
    except (OSError, ValueError, TypeError, RecursionError):
        return []
    return known


def _is_kept(one: object, project: Path, store: Path) -> bool:
    """Whether a line of the record names an entry or the settings of a project, and a plain copy of it."""
    if not isinstance(one, dict) or set(one) != set(_Kept.__annotations__):
        return False
    if not all(isinstance(value, str) for value in one.values()):
        return False
    path = Path(one["path"])
    if not path.is_absolute() or path.resolve() != path or not path.is_relative_to(project):
        return False
    within = path.relative_to(project).parts
    is_ours = path.suffix.casefold() in _ENTRIES or (len(within) == 1 and path.suffix in _SETTINGS)
    is_ours = is_ours or within[-2:] == _TYPES
    kept = store / one["kept"]
    is_named = re.fullmatch(r"[0-9a-f]{8}-\d{1,6}\.before", one["kept"]) is not None
    return is_ours and is_named and not kept.is_symlink() and kept.is_file()


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
        _make_like(beside, path)
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


def _make_like(beside: Path, path: Path) -> None:
    """Give a file the owner, the rights and what else its system keeps of another, each as far as that lets us."""
    found = path.stat()
    if sys.platform != "win32":  # pragma: no branch  there, a file has no group
        for owner, group in ((-1, found.st_gid), (found.st_uid, -1)):
            with suppress(OSError):
                os.chown(beside, owner, group)
    shutil.copymode(path, beside)
    if sys.platform == "linux":  # pragma: no branch  elsewhere Python cannot ask
        with suppress(OSError):
            for name in os.listxattr(path):
                os.setxattr(beside, name, os.getxattr(path, name))


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
