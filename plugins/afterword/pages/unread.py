"""The page of an entry that could not be read: what is wrong with it, and what it says."""

from __future__ import annotations

from afterword.edition.edition import Edition
from afterword.edition.rendering import render
from afterword.escaping import markdown_safe
from afterword.model import Unread


def unread_title(unread: Unread) -> str:
    """The title of the page of an entry that could not be read: its file's name."""
    return f"Not read: {unread.path.rpartition('/')[2]}"


def unread_markdown(unread: Unread) -> str:
    """The text of an entry that could not be read, below a heading of ours."""
    return f"# {markdown_safe(unread_title(unread))}\n\n{unread.body}"


def unread_card(edition: Edition, unread: Unread) -> str:
    """What is wrong with an entry that could not be read, and its front matter as written, as HTML below its heading."""
    raw = unread.front_matter.rstrip("\n")
    return render(
        edition,
        unread.path,
        "unread.html",
        path=unread.path,
        title="This file looks like an interview and is not read as one yet"
        if unread.looks_like_one
        else "This entry could not be read yet",
        problems=edition.problems.get(unread.path, ()),
        lines=tuple(raw.split("\n")) if raw else (),
    )
