"""What a file of the journal says, whatever its bytes."""

from __future__ import annotations

from pathlib import Path

from afterword.model import Source


def read_source(path: Path, name: str) -> Source:
    """The file at `path` as the source called `name`: its text, or the place where it stops being UTF-8.

    A byte order mark is left out and line ends become one character, as MkDocs reads them. A pipe or a socket is never
    opened: whoever reads one waits until somebody writes.
    """
    try:
        return decode(path.read_bytes(), name) if path.is_file() else Source(name, None)
    except OSError:
        return Source(name, None)


def decode(content: bytes, name: str) -> Source:
    """The bytes as a source: `fault` is the line and column of the first byte that is not UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", errors="replace")
        return Source(name, None, (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1))
    return Source(name, text.replace("\r\n", "\n").replace("\r", "\n"))
