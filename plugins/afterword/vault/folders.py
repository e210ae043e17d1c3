"""Folders on disk as bytes by path, and the other way round."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from afterword.errors import NamingError, VaultError
from afterword.frozen import dataclass
from afterword.vault.paths import require_plain, shown

_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class FolderFiles(Mapping[str, bytes]):
    """The files below a folder by their paths with `/`, in order, each read when it is asked for; `sizes` are in bytes."""

    folder: Path
    sizes: Mapping[str, int]

    def __getitem__(self, path: str) -> bytes:
        if path not in self.sizes:
            raise KeyError(path)
        return b"".join(self.pieces(path))

    def __contains__(self, path: object) -> bool:
        return path in self.sizes

    def __iter__(self) -> Iterator[str]:
        return iter(self.sizes)

    def __len__(self) -> int:
        return len(self.sizes)

    def pieces(self, path: str) -> Iterator[bytes]:
        """The content of a file, a MiB at a time."""
        try:
            with (self.folder / path).open("rb") as file:
                while piece := file.read(_PIECE):
                    yield piece
        except OSError as error:
            raise _unreadable(self.folder / path, error) from error


def found_files(folder: Path) -> FolderFiles:
    """The files below a folder, not read yet; git's own folder is no part of it.

    Raises VaultError for a link, because what it leads to may be anything on this machine, and for a name that could not be
    written everywhere.
    """
    if not folder.is_dir():
        raise VaultError(f"There is no folder {folder}.")
    sizes = {}
    try:
        for path in _walked(folder):
            name = path.relative_to(folder).as_posix()
            require_plain(name)
            sizes[name] = path.stat().st_size
    except OSError as error:
        raise _unreadable(Path(error.filename or folder), error) from error
    return FolderFiles(folder, sizes)


def read_folder(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, in memory. Raises VaultError as `found_files` does."""
    return dict(found_files(folder))


def require_room(folder: Path) -> None:
    """Raise VaultError unless the folder is empty or not there yet."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise VaultError(f"{folder} is not empty. Name a folder that does not exist yet.")


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """The files in a new or empty folder: all of them, or none. Raises VaultError where something lies in it already."""
    write_files(folder, files.items())


def write_files(
    folder: Path, files: Iterable[tuple[str, bytes]], *, is_private: bool = False
) -> int:
    """How many files were written into a new or empty folder, which only its owner enters where it is private.

    They come to lie in their places when the last is written. Whatever stops it, nothing half-written is left.
    """
    require_room(folder)
    is_new = not folder.exists()
    part = folder / f".unfinished-{secrets.token_hex()}"
    try:
        folder.mkdir(mode=0o700 if is_private else 0o777, parents=True, exist_ok=True)
        part.mkdir(mode=0o700)
        count = _written(part, files)
        for one in sorted(part.iterdir()):
            one.rename(folder / one.name)
        part.rmdir()
    except BaseException as error:
        shutil.rmtree(folder if is_new else part, ignore_errors=True)
        if isinstance(error, OSError):
            reason = error.strerror or "it is not known why"
            raise VaultError(
                f"{folder} could not be written: {reason}. Nothing was left in it."
            ) from error
        raise
    return count


def _written(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    count = 0
    for name, content in files:
        require_plain(name)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError as error:
            raise NamingError(
                f"Two files are named '{shown(name)}', as far as this machine can tell. Nothing was written.",
                nameless="Two files have one name, as far as this machine can tell. Nothing was written.",
            ) from error
        count += 1
    return count


def _walked(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name == ".git":
            continue
        if path.is_symlink():
            raise NamingError(
                f"{path} is a link to elsewhere. Put the file itself there, or take it out.",
                nameless="A file is a link to elsewhere. Put the file itself there, or take it out.",
            )
        if path.is_dir():
            yield from _walked(path)
        elif path.is_file():
            yield path


def _unreadable(path: Path, error: OSError) -> NamingError:
    return NamingError(
        f"{path} could not be read: {error.strerror}.",
        nameless=f"A file could not be read: {error.strerror}.",
    )
