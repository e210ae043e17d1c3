"""Which names of files can be written on any machine, and which of them mean something to a system that they should not decide."""

from __future__ import annotations

import re
import unicodedata

from afterword.errors import NamingError

# What file systems allow for one part of a path, in bytes.
_LONGEST = 255
_LONGEST_PATH = 1024
_DEEPEST = 100
_SHOWN = 60
# Names of devices on Windows, whatever their ending, and the short name under which it knows git's own folder.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)", re.IGNORECASE)
_GIT = re.compile(r"git~\d+", re.IGNORECASE)


def require_plain(path: str) -> None:
    """Raise NamingError unless the path stays in its folder and can be written in UTF-8: `a/b.html`, and nothing cleverer."""
    parts = path.split("/")
    if any(part in ("", ".", "..") for part in parts):
        raise _refused(path, "it would leave the folder")
    if "\\" in path or any(unicodedata.category(one) in ("Cc", "Cs") for one in path):
        raise _refused(path, "it holds a backslash, a control character or no Unicode")
    if (
        len(parts) > _DEEPEST
        or len(path.encode()) > _LONGEST_PATH
        or any(len(part.encode()) > _LONGEST for part in parts)
    ):
        raise _refused(path, "it is too long")


def is_special(path: str) -> bool:
    """Whether a system would take a part of the path for something of its own: hidden, git's, a device, or not as it is written.

    Some systems overlook characters that are not seen, so they are not looked at here either.
    """
    return any(
        part.startswith(".")
        or part.endswith((".", " "))
        or ":" in part
        or _GIT.fullmatch(part)
        or _DEVICE.fullmatch(part.partition(".")[0].rstrip())
        for part in _seen(path).split("/")
    )


def shown(path: str) -> str:
    """The path for people: not too long, and without anything that a terminal would obey."""
    plain = "".join(one if one.isprintable() else "?" for one in path)
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN]}..."


def _seen(path: str) -> str:
    return "".join(one for one in path if unicodedata.category(one) != "Cf")


def _refused(path: str, reason: str) -> NamingError:
    return NamingError(
        f"A file is named '{shown(path)}', and no name may be like that: {reason}.",
        nameless=f"A file has a name as none may be: {reason}.",
    )
