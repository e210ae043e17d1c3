"""A browser is told what a file is by the names that IANA keeps, or it shows no picture and loads no font."""

from __future__ import annotations

import pytest

from afterword.vault.sealed.media import media_type

# A kind of thing, and the endings whose name is the type's own.
NAMED = {
    "text": "html css csv",
    "image": "png jpeg gif webp avif",
    "font": "woff woff2 ttf otf",
    "application": "json xml wasm pdf",
    "audio": "ogg wav",
    "video": "mp4 webm",
}
OTHER = {
    "htm": "text/html",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "txt": "text/plain",
    "md": "text/markdown",
    "ics": "text/calendar",
    "jpg": "image/jpeg",
    "svg": "image/svg+xml",
    "ico": "image/x-icon",
    "map": "application/json",
    "webmanifest": "application/manifest+json",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
}
TYPES = {one: f"{kind}/{one}" for kind, those in NAMED.items() for one in those.split()} | OTHER


@pytest.mark.parametrize(("ending", "expected"), TYPES.items(), ids=TYPES)
def test_a_type_is_the_registered_one_and_a_text_is_in_utf_8(ending: str, expected: str) -> None:
    encoding = "; charset=utf-8" if expected.startswith("text/") else ""
    assert media_type(f"a.{ending}") == expected + encoding
