"""Who else could come to read a folder: a repository around it, that repository's remotes, a program that copies it to the internet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from afterword.errors import VaultError
from afterword.vault.pushing.git import asked

# What a part of a path is called where a program copies what lies in it to its servers.
_SYNCED = {
    "OneDrive": re.compile(r"onedrive\b.*", re.IGNORECASE),
    "Dropbox": re.compile(r"dropbox\b.*", re.IGNORECASE),
    "iCloud": re.compile(r"icloud ?drive\b.*|mobile documents|com~apple~clouddocs", re.IGNORECASE),
    "Google Drive": re.compile(r"google ?drive\b.*|my drive", re.IGNORECASE),
    "a cloud storage": re.compile(r"cloudstorage", re.IGNORECASE),
    "Box": re.compile(r"box(?: sync)?", re.IGNORECASE),
    "Nextcloud": re.compile(r"nextcloud|owncloud", re.IGNORECASE),
    "pCloud": re.compile(r"pcloud ?drive", re.IGNORECASE),
    "MEGA": re.compile(r"mega(?: ?sync)?", re.IGNORECASE),
}
_SECRET = re.compile(r"(?<=://)[^/@\s]+@")
_SHELL_ADDRESS = re.compile(
    r"(?:ssh://)?(?:[\w.-]+@)?(?P<host>[\w.-]+\.\w+)(?::\d+(?=/))?[:/](?P<path>[^:]+?)(?:\.git)?/?"
)
_NO_PATH = re.compile(r"\.{0,2}/|[A-Za-z]:[\\/]|file:")


def has_git() -> bool:
    """Whether git is there."""
    return _said(Path.cwd(), "version") is not None


def repository_of(folder: Path) -> Path | None:
    """The top of the repository that a folder lies in, or would lie in; None where there is none, or no git."""
    there = folder.absolute()
    while not there.is_dir():
        there = there.parent
    said = _said(there, "rev-parse", "--show-toplevel")
    return Path(said) if said else None


def begin_repository(folder: Path) -> bool:
    """Make a folder a repository, in which nothing is committed yet; False where that cannot be."""
    return _said(folder, "init", "--quiet") is not None


def warnings_about(folder: Path) -> Iterator[str]:
    """Sentences, each without its capital letter, on everybody who could come to read what lies in a folder."""
    top = repository_of(folder)
    if top and top.resolve() != folder.resolve():
        yield f"the folder lies inside the repository {top}: whoever gets that gets your diary. Better is a folder outside of it."
    if top:
        for address in remotes_of(top):
            yield f"the repository has the remote {address}. Whether that is private cannot be seen from here: open it in a private window of your browser. If you see the files there, so does everybody."
    if program := synced_by(folder):
        yield f"the folder looks as if {program} copies it to the internet. Move it elsewhere if nobody there shall have it; and git and such a program get into each other's way."


def remotes_of(folder: Path) -> list[str]:
    """The addresses of a repository's remotes as a browser takes them, without any password; those on this machine left out."""
    names = (_said(folder, "remote") or "").split()
    addresses = (_said(folder, "remote", "get-url", name) or "" for name in names)
    shown = (_browsable(one) for one in addresses if one and not _NO_PATH.match(one))
    return list(dict.fromkeys(shown))


def synced_by(folder: Path) -> str | None:
    """The program that copies a folder to its servers, as far as the names above it tell."""
    for part in (*folder.absolute().parts, *folder.resolve().parts):
        for program, name in _SYNCED.items():
            if name.fullmatch(part):
                return program
    return None


def _browsable(address: str) -> str:
    if "://" in address and not address.startswith("ssh:"):
        return _SECRET.sub("", address).removesuffix(".git")
    found = _SHELL_ADDRESS.fullmatch(address)
    return f"https://{found['host']}/{found['path']}" if found else address


def _said(folder: Path, *arguments: str) -> str | None:
    """What git answers; None where it refuses, and where it is not there."""
    try:
        answer = asked(folder, *arguments)
    except VaultError:
        return None
    return answer.stdout.strip() if answer.returncode == 0 else None
