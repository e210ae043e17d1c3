"""When two spellings are the same words, the same key or the same address, and when one is a slip for another."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that have no accent to take off, as an address spells them.
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "þ": "th", "ð": "d", "ı": "i"}
)


@lru_cache(maxsize=4096)
def spoken(text: str) -> str:
    """The words of a text alone, in small letters: "In-progress!" is "in progress"."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold().replace("’", "'").replace("'", "")))


@lru_cache(maxsize=4096)
def normal_key(key: str) -> str:
    """A key without case, blanks, `_`, `-` and a plural s: `Date Applied` and `date_applied` are one key."""
    bare = re.sub(r"[\s_-]+", "", key.casefold())
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare


def one_slip_apart(left: str, right: str) -> bool:
    """Whether one letter left out, added, changed or swapped with its neighbour makes one word the other."""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    if len(left) > len(right):
        left, right = right, left
    at = next((at for at, letter in enumerate(left) if letter != right[at]), len(left))
    if len(left) < len(right):
        return left[at:] == right[at + 1 :]
    swapped = left[at : at + 2] == right[at : at + 2][::-1]
    return left[at + 1 :] == right[at + 1 :] or (swapped and left[at + 2 :] == right[at + 2 :])


def slug(name: str) -> str:
    """A name as part of an address: "Müller & Söhne" is "muller-sohne"; empty where it has no letter and no figure."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "-", letters).strip("-")
