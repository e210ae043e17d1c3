"""Which edition a site is built from: the journal as it stands today, as far as its audience sees it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from afterword.analysis.names import names
from afterword.model import Journal
from afterword.options import SEALED, Options, choose_today
from afterword.pages.audience import read_audience
from afterword.pages.edition import Edition
from afterword.pages.profiles import seen_by


def edition_of(
    journal: Journal,
    options: Options,
    environment: Mapping[str, str],
    clock: datetime,
    *,
    directory_urls: bool,
) -> Edition:
    """The edition by the options and by what `afterword publish` says in the environment; `clock` is the time here.

    Raises ConfigurationError for a day or an audience that cannot be read.
    """
    audience = read_audience(environment)
    return Edition(
        journal=seen_by(journal, audience, names=names(journal).people),
        today=choose_today(None, options, environment, clock.date()),
        directory_urls=directory_urls,
        holidays=options.holidays,
        feedback_delay=options.feedback_delay,
        follows_clock=options.today is None,
        audience=audience,
        address_key=bytes.fromhex(environment.get(SEALED, "")) or None,
    )
