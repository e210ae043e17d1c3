"""How a theme is written, and when two themes are one: `#kafka`, `#system-design`, `#sql/joins`."""

from __future__ import annotations

import re
from functools import lru_cache

# What a theme's name begins with, and goes on with.
BEGINNING = r"[^\W\d_]"
NAME = rf"{BEGINNING}(?:[\w/-]*\w)?"
# Its mark, which Markdown wants escaped at the start of a line. Behind a word, an address or a reference it is none.
MARK = r"\\?#"
BEFORE_NO_THEME = r"[\w/#&\\=]"
NO_THEME_BEHIND = rf"(?<!{BEFORE_NO_THEME})"
THEME = re.compile(rf"{NO_THEME_BEHIND}{MARK}(?P<theme>{NAME})")


@lru_cache(maxsize=4096)
def theme_key(name: str) -> str:
    """A theme's name as it is compared: "System_Design" and "system design" are "system-design"."""
    return re.sub(r"[\s_-]+", "-", name.casefold()).strip("-/")
