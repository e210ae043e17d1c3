"""What a built page may load: itself and its own site, nothing else; and what may run on it: what its theme brings."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from html.parser import HTMLParser

from afterword.patterns import seldom
from afterword.site.finished.theme_inlines import RUNNING, SCRIPT, STYLE, Inlines, squeezed

_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
# Tags that make a browser go or call somewhere by themselves, and as much behind one as it may be long.
_CALLING = re.compile(r"<(?:meta|link)\b", re.IGNORECASE)
_LONGEST = 4000
_TAG_END = re.compile(">")
_REACHING = frozenset(
    {"preconnect", "dns-prefetch", "prefetch", "prerender", "modulepreload", "preload"}
)
# How long to wait, and where to go then, with or without its name.
_REFRESH = re.compile(r"[\s\d.]*[;,]?\s*(?:url\s*=)?\s*[\"']?(.*)", re.DOTALL | re.IGNORECASE)
# An address that stays in the site, whatever a browser makes of it.
_NEAR = seldom(r"(?!/[/\\])[^:\\]*", re.DOTALL)
# Before anything that a page can have: where it begins, behind a mark of its encoding and what says that it is HTML.
_BEGIN = seldom(
    r"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*(?:<!doctype[^>]*>)?",
    re.DOTALL | re.IGNORECASE,
)
_SHUT = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' data:; "
    "media-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; base-uri 'none'; "
    'form-action \'none\'"><meta name="referrer" content="no-referrer">'
)
_CONTROL = re.compile(r"[\x00-\x20]")


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


def without_leave(page: str, known: Inlines) -> int:
    """How many scripts and styles that stand in a page do not run or count, because no template of the theme wrote them."""
    scripts = (text for text in RUNNING.findall(page) if squeezed(text) not in known.scripts)
    styles = (text for text in STYLE.findall(page) if squeezed(text) not in known.styles)
    return sum(1 for text in (*scripts, *styles) if text.strip())


def shut(content: bytes) -> bytes:
    """A page that somebody kept beside an entry, as it may be shown: nothing in it runs, and it asks no other host for anything.

    Its letters may be written in any way that has HTML's own in their usual place.
    """
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    encoding = "utf-16" if wide else "latin-1"
    page = _without_reaching(content.decode(encoding, errors="replace"))
    page = _BEGIN.sub(lambda begin: begin[0] + _SHUT, page, count=1)
    return page.encode(encoding, errors="replace")


def _hashes(texts: Iterable[str], known: frozenset[str]) -> str:
    """Leave for each text that is known, as the page writes it."""
    allowed = (text for text in texts if squeezed(text) in known)
    digests = (hashlib.sha256(text.encode()).digest() for text in allowed)
    sources = (f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return " ".join(dict.fromkeys(sources))


def _without_reaching(page: str) -> str:
    """No hint that makes a browser call another host before a policy is asked, and no page that leaves by itself."""
    kept, at = [], 0
    for found in _CALLING.finditer(page):
        if found.start() >= at and (
            tag := _first_tag(page[found.start() : found.start() + _LONGEST])
        ):
            written, attributes = tag
            if _leaves(found[0][1:].lower(), attributes):
                kept.append(page[at : found.start()])
                at = found.start() + len(written)
    return "".join((*kept, page[at:]))


def _first_tag(text: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """The tag that a text begins with, as it is written, and its attributes, each read as a browser reads it."""
    # One that stands within a value ends no tag.
    read = (_tag(text[: end.end()]) for end in _TAG_END.finditer(text))
    return next(filter(None, read), None)


@lru_cache(maxsize=4096)
def _tag(text: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    reader = _Reader()
    reader.feed(text)
    return reader.tag


def _leaves(name: str, attributes: tuple[tuple[str, str], ...]) -> bool:
    values = dict(reversed(attributes))
    if name == "meta":
        is_refresh = values.get("http-equiv", "").strip().lower() == "refresh"
        address = _REFRESH.match(values.get("content", ""))
        return is_refresh and address is not None and not _is_near(address[1])
    words = set(values.get("rel", "").lower().split())
    return bool(words & _REACHING) and not _is_near(values.get("href", ""))


def _is_near(address: str) -> bool:
    """Whether an address stays in the site. A browser passes over control characters and blanks within one."""
    return _NEAR.fullmatch(_CONTROL.sub("", address)) is not None


class _Reader(HTMLParser):
    """Keeps the tag that it is handed."""

    tag: tuple[str, tuple[tuple[str, str], ...]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag as it is written, and its attributes."""
        attributes = tuple((name, value or "") for name, value in attrs)
        self.tag = self.get_starttag_text() or "", attributes
