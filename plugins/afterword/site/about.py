"""Whom a site is about, as it was built: another plugin may have taken entries of the folder out, or have written some.

It lies in no site: `afterword publish` names a file of its own, to look for what the site really says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from afterword.analysis.names import names
from afterword.edition.naming import application_title, entry_title
from afterword.frozen import dataclass
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


def about(journals: Iterable[Journal]) -> About:
    """Whom a site is about: of each of its languages the journal."""
    companies: list[str] = []
    people: list[str] = []
    every: list[str] = []
    titles: list[str] = []
    for journal in journals:
        found = names(journal)
        companies += found.companies
        people += found.people
        every += found.every
        titles += map(entry_title, journal.interviews)
        titles += map(application_title, journal.applications)
    return About(
        companies=_once(companies), people=_once(people), every=_once(every), titles=_once(titles)
    )


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def written_about(journals: Iterable[Journal]) -> str:
    """The same as JSON."""
    return json.dumps(asdict(about(journals)), ensure_ascii=False)


def read_about(text: str) -> About:
    """What such a text says."""
    return About(**{name: tuple(words) for name, words in json.loads(text).items()})
