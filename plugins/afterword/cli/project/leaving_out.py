"""Which files patterns leave out that are written as in .gitignore, as MkDocs reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

# What MkDocs leaves out by itself: what begins with a dot anywhere, and a folder of templates at the top.
BY_ITSELF = (".*", "/templates/")


def leaves_out(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Whether a file is left out by these patterns, by its path in the folder that they are written for."""
    if not any(patterns):
        return lambda _: False
    if tuple(patterns) == BY_ITSELF:
        return _by_itself
    # A journal without patterns of its own is read without waiting for the library.
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    return GitIgnoreSpec.from_lines(patterns).match_file


def _by_itself(name: str) -> bool:
    return name.startswith((".", "templates/")) or "/." in name
