"""Patterns that are compiled when they are first asked for: most runs of a command never meet what the rarer ones find."""

from __future__ import annotations

import re
from typing import Any, cast


class _Later:
    """A pattern before it is compiled, and what was asked of it since."""

    def __init__(self, text: str, flags: int) -> None:
        self._written = text, flags

    def __getattr__(self, name: str) -> Any:
        if "_compiled" not in vars(self):
            self._compiled = re.compile(*self._written)
        # Kept, so that it is not looked for here again.
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def seldom(text: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that few entries have a use for; one that every entry is searched with is better compiled at once."""
    return cast("re.Pattern[str]", _Later(text, flags))
