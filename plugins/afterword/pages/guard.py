"""What a built page may load: itself and its own site, nothing else."""

from __future__ import annotations

import base64
import hashlib
import re

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_REACHING = re.compile(
    r"<link\b(?=[^>]*\brel\s*=\s*[\"']?(?:preconnect|dns-prefetch|prefetch|prerender|modulepreload|preload)\b)[^>]*>",
    re.IGNORECASE,
)
_REFRESH = re.compile(r"<meta\b[^>]*http-equiv\s*=\s*[\"']?refresh\b[^>]*>", re.IGNORECASE)


def guarded(page: str, *, content: str = "", live: bool = False) -> str:
    """The page with a content security policy and a referrer policy before anything that could load.

    `content` is the part that came from the journal: a script or style that stands in it gets no leave to run. `live` is
    for `mkdocs serve`, which adds its reload script after us, new each time: there, inline scripts may run.
    """
    page = _without_reaching(page)
    scripts = "'unsafe-inline'" if live else _hashes(_inline_scripts(page), content)
    styles = _hashes(_STYLE.findall(page), content)
    policy = "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {scripts}".strip(),
            f"style-src 'self' {styles}".strip(),
            "img-src 'self' data:",
            "media-src 'self' data:",
            "object-src 'none'",
            "frame-src 'self'",
            "worker-src 'self' blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="referrer" content="no-referrer">'
    )
    return _HEAD.sub(lambda head: head[0] + metas, page, count=1)


def _inline_scripts(page: str) -> list[str]:
    """The text of each script that would run and stands in the page itself."""
    return [
        text
        for attributes, text in _SCRIPT.findall(page)
        if "src=" not in attributes and "application/" not in attributes
    ]


def _hashes(texts: list[str], content: str) -> str:
    """Leave for each inline text, by hash, but for those from the journal."""
    allowed = [text for text in texts if not content or text not in content]
    digests = (hashlib.sha256(text.encode()).digest() for text in allowed)
    sources = (f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return " ".join(dict.fromkeys(sources))


def _without_reaching(page: str) -> str:
    """No hint that makes a browser call another host before a policy is asked, and no page that leaves by itself."""
    page = _REACHING.sub(lambda link: "" if "//" in link[0] else link[0], page)
    return _REFRESH.sub(lambda meta: "" if "//" in meta[0] else meta[0], page)
