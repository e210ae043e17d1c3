"""What is published beside the blobs and is the same in every vault: the unlock page, the worker, and what keeps robots away."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

# What the worker is made of: how an opened vault is read, and, with the guard at hand, how it is served.
_READING = ("listing.js", "site.js")
_WORKING = ("tabs.js", "serving.js", "remembering.js", "worker.js")


def _part(name: str) -> str:
    return (files("afterword.vault") / "unlock" / name).read_text(encoding="utf-8")


@cache
def unlock_files() -> Mapping[str, bytes]:
    """Each constant file by its path. `404.html` is the unlock page too, so that a deep link leads to it."""
    page = unlock_page().encode()
    return {
        "index.html": page,
        "404.html": page,
        "sw.js": worker().encode(),
        "robots.txt": b"User-agent: *\nDisallow: /\n",
        ".nojekyll": b"",
    }


def unlock_page() -> str:
    """One page with its script and style inside, which it allows by their hashes and nothing else."""
    script, style = f"{_shared()}\n{_part('page.js')}", _part("page.css")
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "connect-src 'self'; worker-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    page = _part("page.html")
    for name, text in (("policy", policy), ("style", style), ("script", script)):
        page = page.replace(f"{{{{ {name} }}}}", text)
    return page


def worker() -> str:
    """The service worker, with the guard that it puts into every page that the build made."""
    guard = f"const GUARD = {json.dumps(_part('guard.js'))};"
    return "\n".join((_shared(), *map(_part, _READING), guard, *map(_part, _WORKING)))


def _shared() -> str:
    return _part("crypto.js")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
