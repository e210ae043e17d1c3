"""When two keys are the same key, and when one is a slip for another."""

from __future__ import annotations

import re
from functools import lru_cache


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
