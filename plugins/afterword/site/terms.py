"""Which edition a site is built from: the journal as it stands today, as far as its audience sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from afterword.audience.audience import read_audience
from afterword.edition.edition import Edition
from afterword.model import Journal
from afterword.options import SEALED, Options, choose_today


def terms_of(
    options: Options, environment: Mapping[str, str], clock: datetime, *, directory_urls: bool
) -> Edition:
    """The edition, as yet of nothing, by the options and by what `afterword publish` says in the environment; `clock` is the
    time here.

    Raises ConfigurationError for a day or an audience that cannot be read.
    """
    return Edition(
        journal=Journal(),
        today=choose_today(None, options, environment, clock.date()),
        directory_urls=directory_urls,
        folder=options.folder,
        holidays=options.holidays,
        feedback_delay=options.feedback_delay,
        follows_clock=options.today is None,
        audience=read_audience(environment),
        address_key=bytes.fromhex(environment.get(SEALED, "")) or None,
    )


def edition_of(seen: Journal, terms: Edition, moved: Mapping[str, str], below: str) -> Edition:
    """The edition by these terms of what its audience sees of a journal; `moved` are the places that another plugin gave to pages
    of entries, and `below` is the folder of the site that a build of one language goes to, empty where it has none.
    """
    folder = "/".join(filter(None, (below, terms.folder)))
    return replace(terms, journal=seen, moved=moved, folder=folder)
