"""The pieces of a built site in which a word can be read: texts, titles, addresses, and strings in scripts."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

# They hold no words: colours and lengths, and the paths of drawings.
_DRAWN = frozenset({"class", "style", "d", "viewbox", "transform", "points", "integrity", "nonce"})
# Noise in which chance writes short names: addresses of ours, sums of files, and hashes in policies.
_NOISE = re.compile(
    r"\b[0-9a-f]{20}\b|(?<=[.\-_])[0-9a-f]{8}(?=[.\-_])|sha(?:256|384|512)-[A-Za-z0-9+/=]+|data:[^\s,]*,[A-Za-z0-9+/=%]+"
)
_UPWARDS = re.compile(r"^(?:\.{0,2}/)+|^\.\.?$")
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|\'((?:[^\'\\\n]|\\.)*)\'')


def pieces_of(path: str, content: bytes) -> Iterator[str]:
    """Each piece of a file that is text, with its name; nothing more of one that is not."""
    yield _bare(path)
    text = _text(content)
    if text is None:
        return
    if path.endswith((".html", ".htm", ".xml", ".svg", ".xml.gz")):
        yield from map(_bare, _of_page(text))
    elif path.endswith((".json", ".js")):
        yield from map(_bare, _of_script(text))
    else:
        yield text


def _bare(piece: str) -> str:
    """A piece without noise, and without the way up that differs from page to page."""
    return _UPWARDS.sub("", _NOISE.sub(" ", unquote(piece).strip()))


def _text(content: bytes) -> str | None:
    try:
        plain = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
        return plain.decode()
    except (UnicodeDecodeError, OSError, EOFError, zlib.error):
        return None


def _of_page(text: str) -> list[str]:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.found


def _of_script(text: str) -> Iterator[str]:
    """The strings in a script, or in JSON, and what is left without them."""
    for found in _STRING.finditer(text):
        written = found[1] if found[1] is not None else found[2]
        said = _unescaped(written)
        yield from _of_page(said) if "<" in said else (said,)
    yield _STRING.sub('""', text)


def _unescaped(written: str) -> str:
    try:
        return str(json.loads(f'"{written}"'))
    except ValueError:
        return written


class _Reader(HTMLParser):
    """Gathers the pieces of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what its attributes say."""
        self._inside = tag
        self.found += [value for name, value in attrs if value and name not in _DRAWN]

    def handle_endtag(self, tag: str) -> None:
        """A script ends with its element."""
        self._inside = ""

    def handle_data(self, data: str) -> None:
        """Keep the text; of a script, its strings."""
        self.found += _of_script(data) if self._inside == "script" else [data]

    def handle_comment(self, data: str) -> None:
        """A comment can be read as well."""
        self.found.append(data)

    def handle_decl(self, decl: str) -> None:
        """So can a declaration."""
        self.found.append(decl)
