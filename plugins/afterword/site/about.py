"""Whom a site is about, as it was built: another plugin may have taken entries of the folder out, or have written some.

It lies in no site: `afterword publish` names a file of its own, to look for what the site really says.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from afterword.analysis.names import names
from afterword.edition.naming import application_title, entry_title
from afterword.model import Journal

# Set by `afterword publish` for its build: where to leave it.
VARIABLE = "AFTERWORD_ABOUT"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The companies and people that a site names, every name in it, and what its pages are called."""

    companies: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    every: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


def about(journal: Journal) -> About:
    """Whom the site of a journal is about."""
    found = names(journal)
    titles = [entry_title(one) for one in journal.interviews]
    titles += [application_title(one) for one in journal.applications]
    return About(
        companies=found.companies,
        people=found.people,
        every=found.every,
        titles=tuple(dict.fromkeys(titles)),
    )


def written_about(journal: Journal) -> str:
    """The same as JSON."""
    return json.dumps(asdict(about(journal)), ensure_ascii=False)


def read_about(text: str) -> About:
    """What such a text says."""
    return About(**{name: tuple(words) for name, words in json.loads(text).items()})
