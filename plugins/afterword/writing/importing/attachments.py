"""The pictures and files that a note from elsewhere shows: where each lies in the folder that is imported, and the note's text once it lies beside the entry."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from pathlib import Path
from posixpath import basename, dirname, join, normpath, splitext
from urllib.parse import quote, unquote

from afterword.frozen import dataclass
from afterword.reading.folder import is_markdown
from afterword.writing.importing.targets import Target, with_targets

# What is copied, by its ending: pictures, recordings and documents, and no page or program. A picture in SVG may hold a program
# all the same: it goes along with a remark (see `active_pictures`).
_COPIED = frozenset(
    {".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp", ".heic"}
    | {".pdf", ".docx", ".odt", ".pptx", ".xlsx", ".rtf"}
    | {".mp3", ".m4a", ".ogg", ".wav", ".flac", ".mp4", ".webm", ".mov"}
)
# In bytes; a picture is smaller, and whoever films an interview keeps that elsewhere.
LARGEST = 25_000_000
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_ELSEWHERE = re.compile(r"#|//|(?:https?|mailto|tel|data):", re.IGNORECASE)
_ENDING = re.compile(r"\.\w{1,8}")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a note shows, or links to where `is_link`, by its path as it is written there: the path of the file in the folder, or why it is not copied."""

    written: str
    file: str = ""
    fault: str = ""
    is_link: bool = False

    @property
    def why_it_stays(self) -> str:
        """The fault as a sentence of the note."""
        verb = "links to" if self.is_link else "shows"
        return f"it {verb} '{self.written}', which {self.fault}, so that stays where it is"


def shown_in(text: str, path: str, folder: Path, files: Iterable[str]) -> list[Shown]:
    """Everything that the note at a path of a folder shows, or links to as a file, each once; `files` are those that the folder has.

    Pages on the internet and other notes are none of it. A file counts where it is a regular one that lies in the folder itself:
    no link is followed.
    """
    by_name: dict[str, list[str]] = {}
    for name in sorted(files, key=lambda one: (one.count("/"), one)):
        by_name.setdefault(basename(name).casefold(), []).append(name)
    found: dict[str, Shown] = {}

    def note(target: Target) -> str:
        known = found.get(target.written)
        if (known is None or known.is_link) and (one := _one(target, path, folder, by_name)):
            found[target.written] = one
        return target.written

    with_targets(text, note)
    return list(found.values())


def with_names(text: str, names: Mapping[str, str]) -> str:
    """The text with other paths in place of those that `names` has, each as it is written there."""

    def renamed(target: Target) -> str:
        if target.written not in names:
            return target.written
        name = names[target.written]
        _, mark, place = unescape(target.written).partition("#")
        return name if target.is_named else f"{quote(name)}{mark}{place}"

    return with_targets(text, renamed)


def paths_of(written: str) -> list[str]:
    """The paths that an address in Markdown may mean: as it is, or without the signs that escape others."""
    plain = _ESCAPED.sub(r"\1", written)
    forms = dict.fromkeys((written, plain, unescape(plain)))
    return [unquote(one.partition("#")[0]).strip() for one in forms]


def is_file_address(address: str, *, is_shown: bool) -> bool:
    """Whether an address is that of a file beside a note: of none on the internet, and of no other note."""
    path = paths_of(address)[-1]
    if _ELSEWHERE.match(address) or not path or is_markdown(path.casefold()):
        return False
    has_ending = _ENDING.fullmatch(splitext(path)[1]) is not None
    return is_shown or (has_ending and not _SCHEME.match(path))


def is_named_file(target: str, *, is_shown: bool) -> bool:
    """Whether what `[[…]]` names is a file, and not another note, whose name may have a full stop in it; `is_shown` in place, or else linked to."""
    ending = splitext(target.strip())[1].casefold()
    return ending in _COPIED or (is_shown and bool(ending))


def content_of(folder: Path, name: str) -> bytes | None:
    """What a file of a folder holds; None where it is none any more, or none that is copied."""
    path = folder / name
    if not _is_inside(path, folder):
        return None
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))  # fmt: skip
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return None
            data = file.read(LARGEST + 1)
    except OSError:
        return None
    return data if len(data) <= LARGEST else None


def _one(
    target: Target, path: str, folder: Path, by_name: Mapping[str, Sequence[str]]
) -> Shown | None:
    """What is shown by a path as it is written; None for a page, another note, or what is no file by its name."""
    written, is_link = target.written, not target.is_shown
    paths = [written.strip()] if target.is_named else paths_of(written)
    if target.is_named and not is_named_file(written, is_shown=target.is_shown):
        return None
    if not is_file_address(written, is_shown=target.is_shown):
        return None
    ways = (_file(one, path, folder, by_name, is_named=target.is_named) for one in paths if not _SCHEME.match(one))  # fmt: skip
    file = next(filter(None, ways), "")
    if not file:
        return Shown(written, fault="is not in the folder", is_link=is_link)
    if (ending := splitext(file)[1].casefold()) not in _COPIED:
        return Shown(written, fault=f"is of a kind that is not copied ({ending or 'no ending'})", is_link=is_link)  # fmt: skip
    if (folder / file).stat().st_size > LARGEST:
        return Shown(written, fault=f"is larger than {LARGEST // 1_000_000} MB", is_link=is_link)
    return Shown(written, file, is_link=is_link)


def _file(
    target: str,
    path: str,
    folder: Path,
    by_name: Mapping[str, Sequence[str]],
    *,
    is_named: bool,
) -> str:
    """The file that a note means: beside it, or from the top of the folder; where it is named and not placed, wherever it lies."""
    ways = [normpath(join(dirname(path), target.lstrip("/"))), normpath(target.lstrip("/"))]
    if is_named:
        end = f"/{target.lstrip('/')}".casefold()
        named = by_name.get(basename(target).casefold(), ())
        ways += [one for one in named if f"/{one}".casefold().endswith(end)]
    return next((one for one in ways if _is_file(folder, one)), "")


def _is_file(folder: Path, name: str) -> bool:
    """Whether a path of a folder is that of a regular file in it, that no program keeps for itself, and to which no link leads."""
    if name.startswith("../") or any(part.startswith(".") for part in name.split("/")):
        return False
    path = folder / name
    try:
        return stat.S_ISREG(path.lstat().st_mode) and _is_inside(path, folder)
    except (OSError, ValueError):
        return False


def _is_inside(path: Path, folder: Path) -> bool:
    """Whether a path lies in a folder with no link on the way."""
    return path.resolve() == folder.resolve() / path.relative_to(folder)
