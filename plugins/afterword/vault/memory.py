"""Which folders of a machine lie in its memory, so that a machine that is switched off has forgotten what lay there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

_SHARED = Path("/dev/shm")  # noqa: S108  only folders that nobody else can enter are made there
_MOUNTS = Path("/proc/self/mounts")
_KINDS = frozenset({"tmpfs", "ramfs"})


def memory_folders(environment: Mapping[str, str], *, mounts: Path = _MOUNTS) -> tuple[Path, ...]:
    """The folders that the system keeps in memory and lets us write into: the user's own first, then everybody's."""
    named = environment.get("XDG_RUNTIME_DIR")
    wanted = (*((Path(named),) if named else ()), _SHARED)
    kinds = _kinds(mounts)
    return tuple(one for one in wanted if _kind(one, kinds) in _KINDS and os.access(one, os.W_OK))


def has_room(folder: Path, size: int) -> bool:
    """Whether so many bytes go into it."""
    return shutil.disk_usage(folder).free >= size


def _kinds(mounts: Path) -> dict[str, str]:
    """The kind of file system by the folder that it begins at; empty where a system does not say."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return {}
    return {parts[1]: parts[2] for parts in map(str.split, lines) if len(parts) > 2}


def _kind(folder: Path, kinds: Mapping[str, str]) -> str:
    found = folder.resolve()
    return next((kinds[str(one)] for one in (found, *found.parents) if str(one) in kinds), "")
