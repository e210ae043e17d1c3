"""The page of problems: what could not be read, where, and how to mend it."""

from __future__ import annotations

from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple
from afterword.kinds import Severity
from afterword.model import Problem
from afterword.pages.words.today import lookalikes_told
from afterword.reading.folder import is_markdown
from afterword.vocabulary.wording import counted


class Trouble(NamedTuple):
    """The problems of one file, without their lines as written, which no search index may have; `has_page` when it has a page to go to."""

    path: str
    problems: tuple[Problem, ...]
    has_page: bool


def has_problems(edition: Edition) -> bool:
    """Whether there is an error or a warning."""
    return any(one.severity is not Severity.HINT for one in edition.journal.problems)


def problems_page(edition: Edition) -> str:
    """The page of errors and warnings, as Markdown."""
    files = []
    for path, problems in edition.problems.items():
        if shown := tuple(one for one in problems if one.severity is not Severity.HINT):
            has_page = is_markdown(path)
            files.append(Trouble(path=path, problems=shown, has_page=has_page))
    return render(
        edition, addresses.PROBLEMS, "problems.md", files=tuple(files), lead=problems_lead(edition)
    )


def problems_lead(edition: Edition) -> str:
    """How many facts could not be read, and how many read oddly."""
    severities = [one.severity for one in edition.journal.problems]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    parts = []
    if errors:
        parts.append(f"{counted(errors, 'thing')} could not be read")
    if warnings:
        parts.append(f"{counted(warnings, 'thing')} may not be what you meant")
    if not parts:
        return "Nothing is wrong: everything in your entries counts."
    told = " and ".join(parts)
    lookalikes = lookalikes_told(edition.journal.lookalikes)
    told = f"{told[:1].upper()}{told[1:]}."
    return " ".join(filter(None, (told, lookalikes, "What could be read counts.")))
