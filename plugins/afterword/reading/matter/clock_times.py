"""The clock time behind a day, as people write it: with its end, with its zone, in twelve hours or in twenty-four."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from afterword.frozen import dataclass
from afterword.patterns import seldom
from afterword.vocabulary.days.calendar import BEFORE_TIME, BEHIND_TIME

_BEFORE = "|".join(rf"\s+{re.escape(word)}\s+" for word in BEFORE_TIME)
_BEHIND = "|".join(map(re.escape, BEHIND_TIME))
# In hours from UTC; a name that two parts of the world have for their own zones, such as CST, is none.
_HOURS = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2, "eest": 3,
    "edt": -4, "est": -5, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8, "jst": 9, "kst": 9,
}  # fmt: skip
# What is said all year round, whichever of the two it is.
_PLACES = {"et": "America/New_York", "mt": "America/Denver", "pt": "America/Los_Angeles"}
_NAMES = "|".join(sorted((*_HOURS, *_PLACES), key=lambda name: -len(name)))
_TIME = seldom(
    rf"""(?P<lead>[T\s]|,\s*|{_BEFORE})\s*
    (?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}}))?(?::(?P<second>\d{{2}})(?:[.,]\d+)?)?
    \s*(?P<half>[ap]\.?m\.?)?\s*(?P<clock>{_BEHIND})?
    (?P<end>\s*(?:[-–—~〜～]|\b(?:to|until|till|bis|and)\b)\s*
      (?:(?P<end_hour>\d{{1,2}})(?:[:.](?P<end_minute>\d{{2}}))?(?::(?P<end_second>\d{{2}}))?\s*(?P<end_half>[ap]\.?m\.?)?\s*(?P<end_clock>{_BEHIND})?)?)?
    \s*(?P<bracket>\()?(?P<zone>{_NAMES}|(?:UTC|GMT)?[+-]\d{{1,2}}(?::?\d{{2}})?|[A-Za-z]+(?:/[A-Za-z_+-]+)+)?(?(bracket)\))
    (?:(?<=\d)\[[A-Za-z]+(?:/[A-Za-z_+-]+)+\])?$""",
    re.IGNORECASE | re.VERBOSE,
)
_HOUR = 60
# The zones that lie farthest from UTC, behind it and before it.
_FARTHEST, _FARTHEST_BEFORE = 12 * _HOUR, 14 * _HOUR
# What begins so late and ends before so early goes on over midnight.
_LATE, _EARLY = 20 * _HOUR, 6 * _HOUR
# Behind a word such as "at" these hours are a time without minutes: at two may be at night.
_DAYTIME = range(8, 24)
_LONE_FIGURE = 2


@dataclass(frozen=True, slots=True)
class SpokenTime:
    """What a text says behind a day: `before` is the text up to it. Where it says until when it takes, that is left out."""

    before: str
    found: re.Match[str]

    @property
    def has_minutes(self) -> bool:
        """Whether it is a time and no mere number: it has minutes, or a word such as "o'clock" or "pm", or "at" in front of it."""
        names = ("minute", "half", "clock", "end_half", "end_clock")
        is_led = any(letter.isalpha() for letter in self.found["lead"][1:])
        return any(self.found[name] for name in names) or (
            is_led and int(self.found["hour"]) in _DAYTIME
        )

    def on(self, day: date) -> time:
        """The time on that day. Raises ValueError, OSError or KeyError where there is none such."""
        found, zone = self.found, self.found["zone"]
        if zone and self._is_no_zone(zone):
            raise ValueError(zone)
        if zone is None and self._ends_with_offset():
            zone = found["end"].strip()
        elif found["end_hour"]:
            self._end()
        made = time(self._hour(), int(found["minute"] or 0), int(found["second"] or 0))
        return made.replace(tzinfo=_zone(zone, day))

    def _hour(self) -> int:
        hour = int(self.found["hour"])
        if self.found["half"]:
            return _in_day(hour, self.found["half"])
        if not self.found["end_half"]:
            return hour
        # "2-3pm" is at two in the afternoon, "11-1pm" at eleven in the morning.
        end = _in_day(int(self.found["end_hour"]), self.found["end_half"])
        ways = (_in_day(hour, "p"), _in_day(hour, "a"))
        if before := next((one for one in ways if one <= end), None):
            return before
        raise ValueError(self.found["end"])

    def _end(self) -> time:
        hour = int(self.found["end_hour"])
        if self.found["end_half"]:
            hour = _in_day(hour, self.found["end_half"])
        return time(hour % 24 if hour == 24 else hour, int(self.found["end_minute"] or 0))

    def _is_no_zone(self, zone: str) -> bool:
        """Whether what looks like a distance from UTC may be another thing: a third time, the next day, or more than any zone has."""
        if zone[0] not in "+-":
            return False
        is_third = self.found["end_hour"] is not None and zone[0] == "-"
        return is_third or (self.found["bracket"] is not None and len(zone) == _LONE_FIGURE)

    def _ends_with_offset(self) -> bool:
        """Whether what looks like an end is the distance from UTC: "T14:30-08:00", which no span of a day ends with."""
        end = self.found["end"] or ""
        if not re.fullmatch(r"\s*-\d{1,2}(?::\d{2})?", end) or self.found["end_second"]:
            return False
        is_exact = self.found["lead"].upper() == "T" or self.found["second"] is not None
        begin = _HOUR * self._hour() + int(self.found["minute"] or 0)
        until = _HOUR * int(self.found["end_hour"]) + int(self.found["end_minute"] or 0)
        if not is_exact and begin >= _LATE and until <= _EARLY:
            return False
        # No zone lies farther behind UTC, and none by less than an hour.
        return _HOUR <= until <= _FARTHEST and (is_exact or until <= begin)


def time_behind(text: str) -> SpokenTime | None:
    """The time that a text ends with; None where it ends otherwise."""
    found = _TIME.search(text) if any(map(str.isdigit, text)) else None
    return SpokenTime(text[: found.start()].rstrip(" ,"), found) if found else None


def _in_day(hour: int, half: str) -> int:
    """An hour of twelve as one of the day's; one of the afternoon that is written in twenty-four stays."""
    return hour if hour > 12 else hour % 12 + (12 if half[0].lower() == "p" else 0)


def _zone(name: str | None, on: date) -> tzinfo | None:
    """The zone as a fixed distance from UTC on that day, so that a clock time keeps it."""
    if not name:
        return None
    if (hours := _HOURS.get(name.lower())) is not None:
        return timezone(timedelta(hours=hours))
    name = _PLACES.get(name.lower(), name)
    if "/" in name:
        offset = datetime(on.year, on.month, on.day, 12, tzinfo=ZoneInfo(name)).utcoffset()
        return timezone(offset or timedelta())
    sign, digits = re.sub(r"[A-Za-z]", "", name)[0], re.sub(r"\D", "", name)
    hours, minutes = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
    if hours * _HOUR + minutes > (_FARTHEST if sign == "-" else _FARTHEST_BEFORE):
        raise ValueError(name)
    return timezone((-1 if sign == "-" else 1) * timedelta(hours=hours, minutes=minutes))
