"""What I told them: each thing, such as salary, notice and reason, by company and round, so that I say the same next time."""

from __future__ import annotations

from afterword.analysis.told import told_things
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.rendering import render
from afterword.pages.words.told import told_headline


def has_told(edition: Edition) -> bool:
    """Whether anything is written of what I told them."""
    return bool(edition.answer(told_things))


def told_page(edition: Edition) -> str:
    """The page of what I told them, as Markdown."""
    things = edition.answer(told_things)
    newest_first = tuple(
        (one.name or "Without a name", tuple(reversed(one.told))) for one in things
    )
    headline = told_headline(things)
    return render(edition, addresses.TOLD, "told.md", headline=headline, things=newest_first)
