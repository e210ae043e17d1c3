"""Our templates as compiled code, kept from one build to the next: no word of a journal is in them.

They lie in the user's folder for what can be made again. Whatever is wrong with one there, it is compiled anew.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from afterword import __version__

# The variables that name such a folder, or one that it lies in, the first that is set first.
_FOLDERS: dict[str, list[tuple[str, ...]]] = {
    "win32": [("LOCALAPPDATA",)],
    "darwin": [("HOME", "Library", "Caches")],
    "linux": [("XDG_CACHE_HOME",), ("HOME", ".cache")],
}
_DIGEST = hashlib.sha256().digest_size


def cache_folder(
    environment: Mapping[str, str] = os.environ, *, platform: str = sys.platform
) -> Path | None:
    """Where programs of this user keep what can be made again; None where the environment names no such place."""
    names = _FOLDERS.get(platform, _FOLDERS["linux"])
    found = (Path(environment[name], *rest) for name, *rest in names if environment.get(name))
    base = next(found, None)
    return base / "afterword" / f"templates-{__version__}" if base and base.is_absolute() else None


class CompiledTemplates(BytecodeCache):
    """Templates compiled, each in a file of its own below a folder that its owner alone can read; None keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code from its file, where that is ours and whole."""
        if self._folder is None:
            return
        with suppress(OSError):
            if not _is_own(self._folder):
                return
            kept = (self._folder / bucket.key).read_bytes()
            digest, code = kept[:_DIGEST], kept[_DIGEST:]
            if digest == hashlib.sha256(code).digest():
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code, whole or not at all; a folder that cannot be written to keeps none."""
        if self._folder is None:
            return
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if _is_own(self._folder):
                _write_whole(self._folder / bucket.key, hashlib.sha256(code).digest() + code)


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file that a program which reads it meanwhile finds as it was before, or whole."""
    with NamedTemporaryFile(dir=path.parent, delete=False) as written:
        written.write(content)
    beside = Path(written.name)
    try:
        beside.replace(path)
    except OSError:
        beside.unlink()


def _is_own(folder: Path) -> bool:
    """Whether nobody else can put code there that we would run."""
    status = folder.stat()
    if sys.platform == "win32":  # pragma: no cover  there, a user's folder is the user's
        return True
    return status.st_uid == os.getuid() and not status.st_mode & 0o022
