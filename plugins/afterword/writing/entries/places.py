"""In which folder of a journal a new entry goes: where its like are."""

from __future__ import annotations

from datetime import date
from posixpath import dirname

from afterword.model import Interview, Journal
from afterword.vocabulary.spelling import bare, slug

# Where `afterword import` puts what it makes, to be looked through and moved at leisure; what somebody writes goes elsewhere.
IMPORTED = "imported"


def folder_for(journal: Journal, company: str, day: date) -> str:
    """The folder below the journal's, with `/` between its parts: that of the newest entry, with its year, month and company as this one's.

    A company that has a folder of its own keeps it. What was imported is no example. Empty for the journal's folder itself.
    """
    written = [one for one in journal.interviews if one.path.split("/")[0] != IMPORTED]
    by_day = sorted(written, key=lambda one: one.when.day)
    if not by_day:
        return ""
    theirs = [one for one in by_day if bare(one.company) == bare(company)]
    like = theirs[-1] if theirs else by_day[-1]
    parts = dirname(like.path).split("/")
    return "/".join(_part(part, like, company, day) for part in parts if part)


def _part(part: str, like: Interview, company: str, day: date) -> str:
    """A part of the path to an entry, as it is for another one."""
    was = like.when.day
    by_day = {f"{was:%Y-%m-%d}": f"{day:%Y-%m-%d}", f"{was:%Y-%m}": f"{day:%Y-%m}", f"{was:%Y}": f"{day:%Y}", f"{was:%m}": f"{day:%m}"}  # fmt: skip
    if part in by_day:
        return by_day[part]
    if bare(company) != bare(like.company) and slug(part) == slug(like.company):
        return slug(company) or part
    return part
