"""What a built page may load: itself and its own site, nothing else; and what may run on it: what its theme brings."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from html import unescape

from afterword.site.inlines import SCRIPT, STYLE, Inlines, squeezed

_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_REACHING = re.compile(
    r"<link\b(?=[^>]*\brel\s*=\s*[\"']?(?:preconnect|dns-prefetch|prefetch|prerender|modulepreload|preload)\b)[^>]*>",
    re.IGNORECASE,
)
_REFRESH = re.compile(r"<meta\b[^>]*http-equiv\s*=\s*[\"']?refresh\b[^>]*>", re.IGNORECASE)
# An address of another host, however a browser would take one: with a scheme, or with two slashes of either kind.
_LEAVING = re.compile(
    r"[/\\]\s*[/\\]|(?:url|href)\s*=\s*[\"']?\s*[a-z][a-z0-9+.-]*\s*:", re.IGNORECASE
)
# Before anything that a page can have: where it begins, behind a mark of its encoding and what says that it is HTML.
_BEGIN = re.compile(
    r"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*(?:<!doctype[^>]*>)?",
    re.DOTALL | re.IGNORECASE,
)
_SHUT = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' data:; "
    "media-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; base-uri 'none'; "
    'form-action \'none\'"><meta name="referrer" content="no-referrer">'
)
_CONTROL = re.compile(r"[\x00-\x1f]")


def guarded(page: str, known: Inlines, *, live: bool = False) -> str:
    """The page with a content security policy and a referrer policy before anything that could load.

    Of the scripts and styles that stand in the page itself those alone get leave, by hash, that are `known` to be the
    theme's: wherever else one came from, it does not run. `live` is for `mkdocs serve`, which adds its reload script after
    us, new each time: there, inline scripts may run.
    """
    page = _without_reaching(page)
    scripts = "'unsafe-inline'" if live else _hashes(SCRIPT.findall(page), known.scripts)
    styles = _hashes(STYLE.findall(page), known.styles)
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


def shut(content: bytes) -> bytes:
    """A page that somebody kept beside an entry, as it may be shown: nothing in it runs, and it asks no other host for anything.

    Its letters may be written in any way that has HTML's own in their usual place.
    """
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    encoding = "utf-16" if wide else "latin-1"
    page = _without_reaching(content.decode(encoding, errors="replace"))
    begin = _BEGIN.match(page)
    at = begin.end() if begin else 0
    return f"{page[:at]}{_SHUT}{page[at:]}".encode(encoding, errors="replace")


def _hashes(texts: Iterable[str], known: frozenset[str]) -> str:
    """Leave for each text that is known, as the page writes it."""
    allowed = (text for text in texts if squeezed(text) in known)
    digests = (hashlib.sha256(text.encode()).digest() for text in allowed)
    sources = (f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return " ".join(dict.fromkeys(sources))


def _without_reaching(page: str) -> str:
    """No hint that makes a browser call another host before a policy is asked, and no page that leaves by itself."""
    return _REFRESH.sub(_if_it_stays, _REACHING.sub(_if_it_stays, page))


def _if_it_stays(tag: re.Match[str]) -> str:
    """The tag, unless it leads to another host. A browser resolves references and passes over control characters."""
    read = _CONTROL.sub("", unescape(tag[0]))
    return "" if _LEAVING.search(read) else tag[0]
