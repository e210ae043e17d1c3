"""Folders on disk as bytes by path, and the other way round."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from afterword.errors import VaultError


def read_folder(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path with `/`, in order; git's own folder is no part of it.

    Raises VaultError for a link, because what it leads to may be anything on this machine.
    """
    if not folder.is_dir():
        raise VaultError(f"There is no folder {folder}.")
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if ".git" in name.parts:
            continue
        if path.is_symlink():
            raise VaultError(
                f"{path} is a link to elsewhere. Put the file itself there, or take it out."
            )
        if path.is_file():
            found[name.as_posix()] = path.read_bytes()
    return found


def require_room(folder: Path) -> None:
    """Raise VaultError unless the folder is empty or not there yet."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise VaultError(f"{folder} is not empty. Name a folder that does not exist yet.")


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """The files in a new or empty folder. Raises VaultError where something lies in it, or a path would leave it."""
    require_room(folder)
    base = folder.resolve()
    for name, content in files.items():
        path = (base / name).resolve()
        if not path.is_relative_to(base):
            raise VaultError(f"The path {name} would leave the folder. Nothing more was written.")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
