"""Whether a picture in SVG holds more than a drawing: a program, or addresses of something that lies elsewhere."""

from __future__ import annotations

import re

_PROGRAM = re.compile(
    r"<(?:[\w.-]+:)?(?:script|iframe)\b|[\s\"'/]on[a-z]+\s*=|javascript\s*:|<!ENTITY", re.IGNORECASE
)
# What begins with `#` lies in the picture itself, and such data as well.
_OWN = r"(?:[\"']|&quot;|&apos;)?\s*(?:#|data:image/(?:png|jpe?g|gif|webp)\b)"
_ELSEWHERE = re.compile(
    rf"\b(?:href|src)\s*=\s*(?!{_OWN})|url\(\s*(?!{_OWN})|@import|<\?xml-stylesheet", re.IGNORECASE
)


def holds_a_program(picture: bytes) -> bool:
    """Whether a picture in SVG has a script or a handler in it, or anything that may become one."""
    return bool(_PROGRAM.search(_text(picture)))


def leads_elsewhere(picture: bytes) -> bool:
    """Whether a picture in SVG names anything that does not lie in itself."""
    return bool(_ELSEWHERE.search(_text(picture)))


def _text(picture: bytes) -> str:
    # Every encoding that browsers take has its marks as in ASCII, those of two bytes with a zero beside each.
    return picture.replace(b"\x00", b"").decode("latin-1")
