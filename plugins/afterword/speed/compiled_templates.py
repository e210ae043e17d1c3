"""Templates as compiled code, kept from one run to the next in a folder that is the user's alone.

What is kept there is code, which runs. So a file counts only where it holds, by its digest, what these very programs wrote for this
very template; anything else is a miss, and the template is compiled.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import ModuleType

import jinja2
import markupsafe
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

import afterword
from afterword.edition.rendering import environment

_DIGEST = hashlib.sha256().digest_size
# What the code of a template depends on, beside its text: a constant in it is filtered while it is compiled.
PROGRAMS = (afterword, jinja2, markupsafe)


def keep_compiled_templates(variables: Mapping[str, str]) -> CompiledTemplates | None:
    """Let our templates be kept in the user's folder for caches, which these variables of the environment name, where there is one."""
    folder = cache_folder(variables)
    if not folder or not is_made(folder):
        return None
    kept = CompiledTemplates(folder, stamp(*PROGRAMS))
    environment().bytecode_cache = kept
    return kept


def cache_folder(variables: Mapping[str, str], system: str = sys.platform) -> Path | None:
    """Where a user of this system keeps what a program can make again; None where that cannot be told."""
    local, home = variables.get("LOCALAPPDATA", ""), variables.get("HOME", "")
    usual = {"win32": local, "darwin": home and f"{home}/Library/Caches"}
    known = usual.get(system, home and f"{home}/.cache")
    named = variables.get("XDG_CACHE_HOME", "")
    folder = Path(named if Path(named).is_absolute() else known)
    return folder / "afterword" / "templates" if folder.is_absolute() else None


def is_made(folder: Path) -> bool:
    """Whether a folder is there, made where it was not, and nobody else can have written into it, or put another in its place."""
    try:
        above, base = folder.parent, folder.parent.parent
        nearest = next(one for one in (base, *base.parents) if one.exists())
        if not _is_own(nearest):
            return False
        base.mkdir(mode=0o700, parents=True, exist_ok=True)
        for one in (above, folder):
            one.mkdir(mode=0o700, exist_ok=True)
        return all(_is_own(one) and not one.is_symlink() for one in (above, folder))
    except OSError:
        return False


def _is_own(folder: Path) -> bool:
    """Whether the folder belongs to whoever runs this, who alone may write into it: Windows keeps each user's folder for caches to the user."""
    status = folder.stat()
    return os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)


def stamp(*programs: ModuleType) -> bytes:
    """Packages that have a say in what a template becomes, and Python: its version, and each of their files by its size and its time."""
    files = sorted(one for program in programs for one in _files_of(program.__path__[0]))
    return repr((sys.version, files)).encode()


def _files_of(folder: str) -> Iterator[tuple[str, int, int]]:
    # Hundreds of them: objects for paths would take as long as the looking, and so would a walk that asks of each what it is.
    with os.scandir(folder) as found:
        for one in found:
            if one.name.endswith(".py"):
                state = one.stat()
                yield one.path, state.st_size, state.st_mtime_ns
            elif "." not in one.name and one.name != "__pycache__" and one.is_dir():
                yield from _files_of(one.path)


class CompiledTemplates(BytecodeCache):
    """A folder of compiled templates, each a file: the digest of all that it depends on, and its code."""

    def __init__(self, folder: Path, made_by: bytes) -> None:
        self._folder = folder
        self._made_by = made_by
        # As long as a small book: read once, not again for each template.
        self._begun = hashlib.sha256(made_by)

    def for_theme(self, host: ModuleType, extensions: Collection[str]) -> CompiledTemplates:
        """The same folder for templates of a theme, which use filters of this package and are compiled with these extensions of Jinja's."""
        made_by = self._made_by + stamp(host) + repr(sorted(extensions)).encode()
        return CompiledTemplates(self._folder, made_by)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with the code that was kept for it, where there is any that can be trusted."""
        path = self._folder / bucket.key
        with suppress(OSError):
            # Whoever reads a pipe waits.
            kept = path.read_bytes() if path.is_file() else b""
            if kept[:_DIGEST] == self._digest(bucket, kept[_DIGEST:]):
                bucket.bytecode_from_string(kept[_DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code in a bucket, whole or not at all, where it can be."""
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            number, name = tempfile.mkstemp(dir=self._folder)
            try:
                with os.fdopen(number, "wb") as file:
                    file.write(self._digest(bucket, code) + code)
                Path(name).replace(self._folder / bucket.key)
            except OSError:
                Path(name).unlink(missing_ok=True)

    def _digest(self, bucket: Bucket, code: bytes) -> bytes:
        of = self._begun.copy()
        for part in (bucket.key.encode(), str(bucket.checksum).encode(), code):
            of.update(hashlib.sha256(part).digest())
        return of.digest()
