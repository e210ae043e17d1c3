"""Which names a new folder may have: such that everybody sees all of them, and every file system takes them."""

from __future__ import annotations

import unicodedata

# Control characters, halves of letters, and what breaks a line.
_UNSEEN = frozenset({"Cc", "Cs", "Zl", "Zp"})
# What turns the direction of a text, and so the order in which a name is seen.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# In bytes, for a name as for a path below a folder.
_LONGEST = 255


def has_unseen(name: str) -> bool:
    """Whether a name has a control character, one that turns the direction of a text, or half of a letter."""
    return any(one in _TURNING or unicodedata.category(one) in _UNSEEN for one in name)


def leads_below(path: str) -> bool:
    """Whether a path with `/` between its parts may lead to a new folder below another: none of them is blank or begins with a dot."""
    if has_unseen(path) or len(path.encode()) > _LONGEST or "\\" in path:
        return False
    return all(part.strip() and not part.startswith(".") for part in path.split("/"))
