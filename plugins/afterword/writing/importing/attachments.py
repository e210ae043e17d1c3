"""The pictures and files that a note from elsewhere shows: where each lies in the folder that is imported, and the note's text once it lies beside the entry."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import basename, dirname, join, normpath, splitext
from urllib.parse import quote, unquote

from afterword.reading.folder import is_markdown
from afterword.vocabulary.note_links import NOTE_LINK

# What is copied, by its ending: pictures, recordings and documents, and nothing that could be taken for a page or a program.
_COPIED = frozenset(
    {".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp", ".heic"}
    | {".pdf", ".docx", ".odt", ".pptx", ".xlsx", ".rtf"}
    | {".mp3", ".m4a", ".ogg", ".wav", ".flac", ".mp4", ".webm", ".mov"}
)
# In bytes; a picture is smaller, and whoever films an interview keeps that elsewhere.
LARGEST = 25_000_000
_FENCE = re.compile(r"^\s*(?:[-*+]\s+)?(```+|~~~+)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
# Code, `![[note links]]`, `![words](path "title")`, and `[name]: path`, of which each has its path in a group of its own.
_TARGET = re.compile(
    rf"`+[^`]*`+|{NOTE_LINK}"
    r"|(?P<shown>!?)\[[^\[\]\n]*\]\(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<plain>[^()\s<>]+(?:\([^()\s]*\)[^()\s<>]*)*))(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
    r"|^ {0,3}\[[^\[\]\n]+\]:\s*(?P<defined>[^\s<>]+)"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a note shows, by its path as it is written there: the path of the file in the folder, or why it is not copied."""

    written: str
    file: str = ""
    fault: str = ""


def shown_in(text: str, path: str, folder: Path, files: Iterable[str]) -> list[Shown]:
    """Everything that the note at a path of a folder shows, or links to as a file, each once; `files` are those that the folder has.

    Pages on the internet and other notes are none of it. A file counts where it is a regular one that lies in the folder itself:
    no link is followed.
    """
    by_name: dict[str, list[str]] = {}
    for name in sorted(files, key=lambda one: (one.count("/"), one)):
        by_name.setdefault(basename(name).casefold(), []).append(name)
    found: dict[str, Shown] = {}

    def note(written: str, *, is_shown: bool, is_named: bool) -> str:
        if written not in found and (one := _one(written, is_shown, is_named, path, folder, by_name)):  # fmt: skip
            found[written] = one
        return written

    _each(text, note)
    return list(found.values())


def with_names(text: str, names: Mapping[str, str]) -> str:
    """The text with other paths in place of those that `names` has, each as it is written there."""

    def renamed(written: str, *, is_shown: bool, is_named: bool) -> str:
        del is_shown
        if written not in names:
            return written
        _, mark, place = written.partition("#")
        return names[written] if is_named else f"{quote(names[written])}{mark}{place}"

    return _each(text, renamed)


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


def _each(text: str, change: Callable[..., str]) -> str:
    """The text with each path in it that is no code put through `change`."""
    lines = text.split("\n")
    fence = ""
    for at, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif not fence:
            lines[at] = _TARGET.sub(lambda one: _changed(one, change), line)
    return "\n".join(lines)


def _changed(found: re.Match[str], change: Callable[..., str]) -> str:
    for group in ("target", "angle", "plain", "defined"):
        if written := found[group]:
            is_shown = bool(found["embed"] or found["shown"] or group == "defined")
            begin, end = (place - found.start() for place in found.span(group))
            new = change(written, is_shown=is_shown, is_named=group == "target")
            return f"{found[0][:begin]}{new}{found[0][end:]}"
    return found[0]


def _one(
    written: str,
    is_shown: bool,
    is_named: bool,
    path: str,
    folder: Path,
    by_name: Mapping[str, Sequence[str]],
) -> Shown | None:
    """What is shown by a path as it is written; None for a page, another note, or a link to what is not there."""
    if written.startswith(("#", "//")) or re.match(r"https?:|mailto:|tel:|data:", written, re.IGNORECASE):  # fmt: skip
        return None
    target = written.strip() if is_named else unquote(written.partition("#")[0])
    ending = splitext(target)[1].casefold()
    if is_markdown(target.casefold()) or (is_named and ending not in _COPIED and not is_shown):
        return None
    if is_named and not ending:
        # Another note, shown in place.
        return None
    file = "" if _SCHEME.match(target) else _file(target, path, folder, by_name, is_named=is_named)
    if not file:
        return Shown(written, fault="is not in the folder") if is_shown else None
    if ending not in _COPIED:
        return Shown(written, fault=f"is of a kind that is not copied ({ending or 'no ending'})") if is_shown else None  # fmt: skip
    if (folder / file).stat().st_size > LARGEST:
        return Shown(written, fault=f"is larger than {LARGEST // 1_000_000} MB")
    return Shown(written, file)


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
