"""Which names a new folder may have: such that everybody sees all of them, and every file system takes them."""

from __future__ import annotations

import unicodedata

# Control characters, halves of letters, what breaks a line, and what turns a text or has no width.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Words of Persian and pictures of people have these in them.
_JOINING = frozenset("\u200c\u200d")
# What some file system has a meaning of its own for.
_SIGNS = frozenset('\\:*?"<>|')
# In bytes, for a name as for a path below a folder.
_LONGEST = 255


def has_unseen(name: str) -> bool:
    """Whether a name has a sign that nobody sees: a control character, one that turns the direction of a text, or half of a letter."""
    return any(unicodedata.category(one) in _UNSEEN for one in name if one not in _JOINING)


def leads_below(path: str) -> bool:
    """Whether a path with `/` between its parts may lead to a new folder below another: none of them is blank or begins with a dot."""
    if has_unseen(path) or len(path.encode()) > _LONGEST or not _SIGNS.isdisjoint(path):
        return False
    return all(part.strip() and not part.startswith(".") for part in path.split("/"))
