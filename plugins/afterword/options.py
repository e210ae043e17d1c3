"""What the plugin's section of mkdocs.yml says, the same for the site and for every command."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

from afterword.analysis.follow_ups.kind import FEEDBACK_DELAY
from afterword.days import DayOrder
from afterword.errors import ConfigurationError
from afterword.frozen import dataclass, field

# Set by `afterword publish` for the build of a site that will be sealed: the key that makes its addresses opaque.
SEALED = "AFTERWORD_SEALED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options, read.

    `themes` maps a theme to its other names; `holidays` are not business days; `feedback_delay` counts the business days
    between a rejection and asking for feedback. `today` is None where the options name no day. `plain` says that MkDocs may
    put the site on the internet for everybody to read. `report_roles` are the only words of a role that a published report
    says. `folder` is the journal's below docs_dir, with `/` and without one at its ends, empty where it is docs_dir itself.
    `dates` is the order of the numbers in dates such as 03/04/2026, None where the journal's own dates decide.
    `themes_from_tags` says that the tags of an entry's front matter are themes of what stands in it.
    """

    themes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    today: date | None = None
    holidays: frozenset[date] = frozenset()
    feedback_delay: int = FEEDBACK_DELAY
    plain: bool = False
    report_roles: tuple[str, ...] = ()
    folder: str = ""
    themes_from_tags: bool = False
    dates: DayOrder | None = None


def read_options(section: Mapping[str, object]) -> Options:
    """The options in a section such as `{"today": "2026-11-20", "themes": {"kafka": ["streaming"]}}`.

    Raises ConfigurationError for an option that is not ours or a value that cannot be read.
    """
    known = {
        "themes",
        "themes_from",
        "today",
        "holidays",
        "feedback_delay",
        "plain",
        "report",
        "folder",
        "dates",
    }
    if "passphrase" in section:
        raise ConfigurationError(
            "A passphrase has no place in mkdocs.yml: whoever reads that file could open everything. "
            "Take it out, and take a new one, since it has been written down: afterword passphrase"
        )
    if odd := sorted(set(section) - known):
        raise ConfigurationError(
            f"The afterword plugin has no option '{odd[0]}'. It has: {', '.join(sorted(known))}."
        )
    return Options(
        themes=_themes(section.get("themes") or {}),
        today=_day(section["today"], "today") if section.get("today") else None,
        holidays=_holidays(section.get("holidays") or ()),
        feedback_delay=_delay(section.get("feedback_delay", FEEDBACK_DELAY)),
        plain=_choice(section.get("plain", False), "plain"),
        report_roles=_report_roles(section.get("report") or {}),
        folder=_folder(section.get("folder") or ""),
        themes_from_tags=_themes_from(section.get("themes_from") or ""),
        dates=_order(section.get("dates") or None),
    )


def choose_today(
    typed: date | None, options: Options, environment: Mapping[str, str], clock: date
) -> date:
    """The day to take as today: the one that was typed, AFTERWORD_TODAY, the option, SOURCE_DATE_EPOCH (in UTC), then the clock.

    Raises ConfigurationError for a day that cannot be read.
    """
    if typed:
        return typed
    if named := environment.get("AFTERWORD_TODAY"):
        return _day(named, "AFTERWORD_TODAY")
    if options.today:
        return options.today
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        return _epoch_day(epoch)
    return clock


def _epoch_day(epoch: str) -> date:
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigurationError(
            f"SOURCE_DATE_EPOCH is '{epoch}'. It wants seconds since 1970, such as 1795132800."
        ) from error


def _day(value: object, name: str) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError as error:
        raise ConfigurationError(
            f"{name} is '{value}'. It wants a day such as 2026-11-20."
        ) from error


def _themes(value: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, Mapping):
        raise ConfigurationError(
            "themes wants a theme and its other names on each line, such as kafka: [streaming, consumer groups]."
        )
    return {str(theme): _names(names) for theme, names in value.items()}


def _themes_from(value: object) -> bool:
    if value not in {"", "tags"}:
        raise ConfigurationError(
            f"themes_from is '{value}'. It wants tags, or is left out: themes are then the #words in what you noticed."
        )
    return value == "tags"


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(str(name) for name in value)
    return () if value is None else (str(value),)


def _report_roles(value: object) -> tuple[str, ...]:
    """The words in `report: {roles: [senior, engineer]}`."""
    if not isinstance(value, Mapping) or set(value) - {"roles"}:
        raise ConfigurationError(
            "report wants the words of roles that a report may say, such as roles: [senior, engineer]."
        )
    return _names(value.get("roles"))


def _holidays(value: object) -> frozenset[date]:
    if not isinstance(value, list | tuple):
        raise ConfigurationError("holidays wants a list of days, such as [2026-12-25, 2026-12-26].")
    return frozenset(_day(day, "holidays") for day in value)


def _order(value: object) -> DayOrder | None:
    """The order in `dates: day-first`."""
    if value is None:
        return None
    try:
        return DayOrder(re.sub(r"[\s_]+", "-", str(value).strip().lower()))
    except ValueError as error:
        raise ConfigurationError(
            f"dates is '{value}'. It wants day-first, where 03/04/2026 is in April, or month-first, where it is in March."
        ) from error


def _delay(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ConfigurationError(
            f"feedback_delay is '{value}'. It wants a number of business days, such as 2."
        )
    return value


def _folder(value: object) -> str:
    """The path in `folder: interviews`, below docs_dir."""
    parts = str(value).replace("\\", "/").split("/")
    kept = [part for part in parts if part not in {"", "."}]
    is_path = isinstance(value, str) and not value.startswith(("/", "~")) and ":" not in value
    if not is_path or any(part.startswith(".") for part in kept):
        raise ConfigurationError(
            f"folder is '{value}'. It wants the name of a folder below docs_dir, such as interviews."
        )
    return "/".join(kept)


def _choice(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise ConfigurationError(f"{name} is '{value}'. It wants true or false.")
    return value
