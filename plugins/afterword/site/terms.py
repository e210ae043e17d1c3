"""Which edition a site is built from: the journal as it stands today, as far as its audience sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from afterword.audience.audience import Audience, read_audience
from afterword.edition.edition import Edition
from afterword.model import Journal
from afterword.options import SEALED, Options, choose_today
from afterword.reading import ReadingOptions
from afterword.site import about
from afterword.site.host import HostConfig


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


def is_published(command: str, environment: Mapping[str, str], *, plain: bool) -> bool:
    """Whether others will read what this command of the host builds: `afterword publish` has it made, it is pushed at once, or `plain` allows that."""
    by_us = bool(environment.get(about.VARIABLE))
    return command != "serve" and (by_us or plain or command == "gh-deploy")


def reading_options(
    options: Options, config: HostConfig, *, for_publishing: bool, today: date
) -> ReadingOptions:
    """What reading depends on beside the texts, in a build of this configuration."""
    return ReadingOptions(
        synonyms=options.themes,
        extensions=tuple(one for one in config.markdown_extensions if isinstance(one, str)),
        extension_configs=config.mdx_configs or {},
        holidays=options.holidays,
        for_publishing=for_publishing,
        themes_from_tags=options.themes_from_tags,
        dates=options.dates,
        today=today,
    )


def seen(journal: Journal, audience: Audience) -> Journal:
    """What an audience may see of a journal."""
    if audience.sees_all:
        return journal
    # Whoever builds for themselves need not wait until everything that hides names is imported.
    from afterword.audience.profiles import seen_by  # noqa: PLC0415

    return seen_by(journal, audience)


def edition_of(journal: Journal, terms: Edition, moved: Mapping[str, str], below: str) -> Edition:
    """The edition by these terms of a journal as its audience sees it; `moved` are the places that another plugin gave to pages
    of entries, and `below` is the folder of the site that a build of one language goes to, empty where it has none.
    """
    folder = "/".join(filter(None, (below, terms.folder)))
    return replace(terms, journal=journal, moved=moved, folder=folder)
