"""Bare repositories to push to, and a project of somebody's who pushes there."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from secrets import token_hex

from tests.vault.sealed import sealed

from afterword.vault.pushing.places import Place
from afterword.vault.pushing.push import Look, look, push

DAY = date(2026, 11, 20)
SEALED = sealed({"index.html": b"<!doctype html><html><head></head><body>Pellmoor</body></html>"})


def git(folder: Path, *arguments: str) -> str:
    """What git says in a folder, as somebody without settings runs it."""
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@home.example")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def bare(path: Path) -> Path:
    """An empty repository to push to."""
    subprocess.run(["git", "init", "--quiet", "--bare", str(path)], check=True)
    return path


def repository(path: Path, *settings: tuple[str, str]) -> Path:
    """A repository to push from, with these settings."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch", "main", str(path)], check=True)
    for key, value in settings:
        git(path, "config", "--add", key, value)
    return path


def commits(remote: Path, branch: str = "gh-pages") -> list[str]:
    """The commits of a branch, the last first; none where there is no such branch."""
    done = subprocess.run(
        ["git", "rev-list", branch, "--"], cwd=remote, capture_output=True, text=True, check=False
    )
    return done.stdout.split()


def looked(place: Place, folder: Path) -> Look:
    """What lies in a place, seen from a new folder."""
    folder.mkdir(exist_ok=True)
    return look(place, folder=folder / "look")


def published(place: Place, folder: Path, *, seen: Look | None = None) -> None:
    """Look and push, or push onto what was seen before."""
    seen = seen or looked(place, folder)
    push({**SEALED, f"b/{token_hex(16)}": b""}, place, folder=folder / "push", seen=seen, day=DAY)
