"""For whom a site is built: for oneself, or for somebody who shall see only what a profile names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from afterword.errors import ConfigurationError
from afterword.frozen import dataclass

# Set by `afterword publish` for its build; never an option of mkdocs.yml, where it would hold for one's own site as well.
VARIABLE = "AFTERWORD_AUDIENCE"


class Profile(StrEnum):
    """What is named: everything; themes, reflections and follow-ups; or the dated proof of a search."""

    FULL = "full"
    COACH = "coach"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """A profile, and whether others than oneself read it; `first` and `last` are the days that a report is about."""

    profile: Profile = Profile.FULL
    shared: bool = False
    first: date | None = None
    last: date | None = None

    @property
    def sees_all(self) -> bool:
        """Whether nothing at all is kept from them."""
        return self.profile is Profile.FULL and not self.shared

    @property
    def sees_part(self) -> bool:
        """Whether they see only what a profile names."""
        return self.profile is not Profile.FULL


MYSELF = Audience()


def read_audience(environment: Mapping[str, str]) -> Audience:
    """The audience in the environment; oneself where there is none. Raises ConfigurationError for one that cannot be read."""
    text = environment.get(VARIABLE)
    if not text:
        return MYSELF
    try:
        value = json.loads(text)
        days = [
            date.fromisoformat(value[name]) if value[name] else None for name in ("first", "last")
        ]
        profile, shared = Profile(value["profile"]), bool(value["shared"])
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigurationError(
            f"{VARIABLE} is set by 'afterword publish', and not by hand. Unset it."
        ) from error
    return Audience(profile=profile, shared=shared, first=days[0], last=days[1])


def written_audience(audience: Audience) -> str:
    """The audience as `read_audience` reads it."""
    return json.dumps(
        {
            "profile": audience.profile,
            "shared": audience.shared,
            "first": audience.first.isoformat() if audience.first else None,
            "last": audience.last.isoformat() if audience.last else None,
        }
    )
