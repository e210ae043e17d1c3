"""What Material leaves for an accessible page, put right in the finished HTML; other themes pass through unchanged."""

from __future__ import annotations

import re

from afterword.patterns import seldom

_TOGGLE = re.compile(r'(<input\b[^>]*\btype="checkbox"[^>]*?)\s+autocomplete="[^"]*"')
_AUTOCORRECT = re.compile(r'(<input\b[^>]*?)\s+autocorrect="[^"]*"')
_SEARCH = '<div class="md-search" data-md-component="search" role="dialog"'
_BARE_BOX = seldom(
    r'<input\b(?=[^>]*\btype="checkbox")(?=[^>]*\bdisabled\b)(?![^>]*\baria-label)[^>]*>'
)

# The label of a table of contents that a page leaves out: its control is left out too.
_TOC_LABEL = '<label class="md-nav__title" for="__toc">'


def mended(page: str) -> str:
    """The page with a name on the search dialog and on task boxes, and without attributes that HTML does not allow."""
    page = _AUTOCORRECT.sub(r"\1", _TOGGLE.sub(r"\1", page))
    page = page.replace(f"{_SEARCH}>", f'{_SEARCH} aria-label="Search">')
    if 'id="__toc"' not in page:
        page = page.replace(_TOC_LABEL, '<label class="md-nav__title">')
    return _BARE_BOX.sub(_named_box, page) if "disabled" in page else page


def _named_box(box: re.Match[str]) -> str:
    state = "done" if re.search(r"\bchecked\b", box[0]) else "open"
    return f'{box[0][:-1].rstrip("/ ")} aria-label="{state}">'
