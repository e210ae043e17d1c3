"""The days that options take, in the words that `afterword new --date` takes: "yesterday", "last monday", "12 nov"."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, datetime

from afterword.cli.project.configuration import Configuration
from afterword.days import DayOrder
from afterword.errors import ConfigurationError
from afterword.options import choose_today
from afterword.reading.typed_days import DayError, day_from


def typed_day(written: str, option: str, today: date, order: DayOrder | None) -> date:
    """The day that was typed behind an option. Raises ConfigurationError, which names the option."""
    try:
        return day_from(written, today, order=order)
    except DayError as error:
        raise ConfigurationError(f"{option}: {error}") from error


def today_for(
    configuration: Configuration, typed: str | None, environment: Mapping[str, str] = os.environ
) -> date:
    """The day to take as today: what was typed behind --today, or else what the environment, the options or the clock say."""
    clock = datetime.now().astimezone().date()
    order = configuration.options.dates
    day = typed_day(typed, "--today", clock, order) if typed else None
    return choose_today(day, configuration.options, environment, clock)


def days_between(
    first: str | None, last: str | None, today: date, order: DayOrder | None
) -> tuple[date | None, date | None]:
    """The days behind --from and --until. Raises ConfigurationError for one that cannot be read, and where the last comes first."""
    begins = typed_day(first, "--from", today, order) if first else None
    ends = typed_day(last, "--until", today, order) if last else None
    if begins and ends and begins > ends:
        raise ConfigurationError(
            f"The report would end before it begins: from {begins} until {ends}. Give --from the earlier day."
        )
    return begins, ends
