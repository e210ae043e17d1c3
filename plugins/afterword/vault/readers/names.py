"""What a reader may be called."""

from __future__ import annotations

import unicodedata

LONGEST = 40


def is_name(name: str) -> bool:
    """Whether it can name a reader: letters with their marks, digits, dots, dashes and single blanks, and nothing unseen.

    Letters are one character each where there is one, so that no two names look alike and differ only in how they were typed.
    """
    kinds = [unicodedata.category(letter)[0] for letter in name]
    return (
        0 < len(name) <= LONGEST
        and kinds[0] in "LN"
        and all(kind in "LMN" or one in " ._-" for kind, one in zip(kinds, name, strict=True))
        and name == " ".join(name.split())
        and name == unicodedata.normalize("NFC", name)
    )
