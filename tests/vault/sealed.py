"""A small site and keys for it, at the floor of key derivation, so that tests are quick."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from afterword.vault import seal
from afterword.vault.sealed.header import FLOOR
from afterword.vault.sealed.keys import wrapping_key

PHRASE = "correct horse battery staple unicorn walnut"
OTHER = "abacus abdomen abide ablaze able abnormal"
SALT = bytes(range(16))
SITE = {
    "index.html": b"<!doctype html><html><head><title>Home</title></head><body>Pellmoor</body></html>",
    "404.html": b"<!doctype html><html><head></head><body>Nothing here</body></html>",
    "a/index.html": b"<!doctype html><html><head></head><body>A</body></html>",
    "timeline.html": b"<html><head></head><body>" + b"Straumdal " * 4000 + b"</body></html>",
    "empty.txt": b"",
    "noise.png": bytes((7 * at * at + at // 3) % 251 for at in range(300_000)),
    "with blank/\u00fcber.txt": "Gr\u00fc\u00dfe".encode(),
}


@cache
def key_of(phrase: str) -> bytes:
    return wrapping_key(phrase, salt=SALT, iterations=FLOOR)


def sealed(
    files: Mapping[str, bytes] = SITE, *phrases: str, runs: Collection[str] | None = None
) -> dict[str, bytes]:
    """The files as published; unless it is said what may run, every page and script may."""
    keys = [key_of(phrase) for phrase in phrases or (PHRASE,)]
    made = [path for path in files if path.endswith((".html", ".js"))] if runs is None else runs
    return seal(files, keys, salt=SALT, iterations=FLOOR, runs=made)
