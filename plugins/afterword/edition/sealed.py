"""What a site that will be sealed has of its own: addresses that say nothing, and a way to lock it."""

from __future__ import annotations

import hashlib
import hmac
import re

from afterword.patterns import seldom

_HEADER_END = seldom(r"</nav>(?=(?:(?!<header|</nav>).)*</header>)", re.DOTALL)
_BODY = seldom(r"<body\b[^>]*>")
# The worker's guard makes both work wherever the page lies: a link is copied without its path reaching any host.
_LINKS = (
    '<span class="aw-vault"><a href="#!" title="Copy a link that tells the host nothing">Copy link</a> '
    '<a href="__lock" title="Close this site in every tab">Lock</a></span>'
)


def opaque_path(path: str, key: bytes) -> str:
    """The place of a page instead of `path`: the same in every build with this key, and telling nothing without it."""
    name = hmac.new(key, path.encode(), hashlib.sha256).hexdigest()[:20]
    return f"p/{name}.md"


def with_lock(page: str) -> str:
    """The page with a lock and a link to share in its header; at its beginning where a theme has no header."""
    marked, count = _HEADER_END.subn(lambda end: _LINKS + end[0], page, count=1)
    if count:
        return marked
    return _BODY.sub(lambda body: body[0] + _LINKS, page, count=1)
