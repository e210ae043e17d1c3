"""Which extensions of Markdown every site of MkDocs has, whatever else it asks for."""

from __future__ import annotations

BUILT_IN = ("toc", "tables", "fenced_code")
# Those that the library itself has, which are made without a look at everything that is installed.
LIBRARY = frozenset(
    {
        *BUILT_IN,
        "admonition",
        "attr_list",
        "def_list",
        "footnotes",
        "md_in_html",
        "nl2br",
        "sane_lists",
    }
)
