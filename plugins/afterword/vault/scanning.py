"""Whether any of these words can be found in a folder, however they are written there.

A scan proves something only where the same scan finds every word in the folder that should have them.
"""

from __future__ import annotations

import base64
import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import unquote, unquote_to_bytes

from afterword.frozen import dataclass
from afterword.vault.sealed.header import read_header
from afterword.vault.sealing import HEADER, is_blob
from afterword.vault.unlocking import unlock_files

# Chance writes shorter words into a few megabytes of noise.
_FEWEST_IN_NOISE = 6
_FEWEST_IN_BASE64 = 8
_RUNS = re.compile(rb"[\x20-\x7e]{6,}|(?:[\x20-\x7e]\x00){6,}|(?:\x00[\x20-\x7e]){6,}", re.DOTALL)
_LARGEST_INSIDE = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _View:
    """One way of reading a content: as `text` folded to one case, and as the bytes that `noise` may have been written in.

    `whole` is the noise with what is no ASCII.
    """

    text: bytes = b""
    noise: bytes = b""
    whole: bytes = b""


@dataclass(frozen=True, slots=True)
class _Needles:
    """The ways in which a word may be written: in text, encoded, and beyond ASCII."""

    plain: bytes
    encoded: tuple[bytes, ...]
    beyond: tuple[bytes, ...]


def found_words(
    files: Mapping[str, bytes], words: Iterable[str], *, said: Callable[[str], str] = str
) -> dict[str, str]:
    """Each word that occurs, with the path where it does: as it is, in another case, unzipped, URL-quoted, as HTML writes
    it, in UTF-16, base64 or hexadecimal, in a content or in a name; `said` is what a path says of itself.
    """
    wanted = {word: _needles(word.strip()) for word in words if word.strip()}
    found: dict[str, str] = {}
    for path, content in files.items():
        for view in _views(said(path), content):
            for word in [word for word in wanted if _occurs(wanted[word], view)]:
                found[word] = path
                del wanted[word]
    return found


def varying(sealed: Mapping[str, bytes]) -> dict[str, bytes]:
    """What a published folder has of its own: its constant files taken out, and its header's values as the bytes they are.

    The unlock page is in every vault the same, so that a word in it says nothing of this one.
    """
    constant = unlock_files()
    own = {path: content for path, content in sealed.items() if constant.get(path) != content}
    if HEADER in own:
        found = read_header(own[HEADER])
        header = found.header
        names = bytes.fromhex(header.publish + "".join(header.blobs))
        own[HEADER] = b"".join((names, header.salt, *header.slots, found.seal))
    return own


def said_by(path: str) -> str:
    """What the name of a file in a vault says: nothing where every vault has it, or where chance made it.

    Chance writes Ada and Bea into a few hundred digits, and no vault is without its vault.json.
    """
    return "" if path == HEADER or is_blob(path) else path


def _views(path: str, content: bytes) -> Iterator[_View]:
    """The name, the content, and what is packed inside it."""
    yield _View(text=unquote_to_bytes(path).lower())
    for one in (content, *_inside(content)):
        if _is_text(one):
            text = one.decode()
            for form in (text, html.unescape(text), unquote(text)):
                yield _View(text=form.lower().encode(), noise=one)
        else:
            yield _View(noise=b"\n".join(_RUNS.findall(one)), whole=one)


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return b"\x00" not in content


def _inside(content: bytes) -> Iterator[bytes]:
    """What is packed in a content, where it is what it begins like."""
    try:
        if content.startswith(b"\x1f\x8b"):
            yield gzip.decompress(content)[:_LARGEST_INSIDE]
        elif content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                yield "\n".join(archive.namelist()).encode()
                yield from (archive.read(name) for name in archive.namelist())
        elif content.startswith(b"\x78"):
            yield zlib.decompressobj().decompress(content, _LARGEST_INSIDE)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return


def _needles(word: str) -> _Needles:
    raw = word.encode()
    wide = (word.encode("utf-16-le"), word.encode("utf-16-be"))
    digits = (raw.hex().encode(), raw.hex().upper().encode())
    encoded = [*_base64_forms(raw), *(one for one in digits if len(one) >= _FEWEST_IN_BASE64)]
    if len(raw) >= _FEWEST_IN_NOISE:
        encoded += [raw, *wide]
    beyond = () if word.isascii() or len(raw) < _FEWEST_IN_NOISE else (raw, *wide)
    return _Needles(word.lower().encode(), tuple(encoded), beyond)


def _base64_forms(raw: bytes) -> tuple[bytes, ...]:
    """The letters of base64 that are this word's alone, at each of the three places where it may begin."""
    forms = []
    for shift in range(3):
        letters = base64.b64encode(bytes(shift) + raw)
        first, last = -(-shift * 8 // 6), (shift + len(raw)) * 8 // 6
        forms.append(letters[first:last])
    return tuple(form for form in forms if len(form) >= _FEWEST_IN_BASE64)


def _occurs(needles: _Needles, view: _View) -> bool:
    return (
        needles.plain in view.text
        or any(needle in view.noise for needle in needles.encoded)
        or any(needle in view.whole for needle in needles.beyond)
    )
