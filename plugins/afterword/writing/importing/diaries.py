"""The entries of a diary, as Day One and jrnl export them in JSON and as plain text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from zoneinfo import ZoneInfo

from afterword.reading.matter.dates import UnreadableDate, when
from afterword.writing.importing.note import Note
from afterword.writing.importing.note_titles import day_in

# Day One puts a backslash in front of what Markdown might take for more than it is.
_ESCAPED = re.compile(r"\\([.!()\-+#>{}\[\]_*`])")


# An entry of Day One's as plain text: lines of what the program keeps, each behind a tab, the day first.
_OF_DAY_ONE = re.compile(r"^\t[^\W\d_]+:\t(?P<day>[^\n]*\d[^\n]*)\n(?:\t[^\n]*\n)*", re.MULTILINE)
# An entry of jrnl's: its moment between brackets, and a title that is a sentence or a line.
_OF_JRNL = re.compile(
    r"^\[(?P<day>\d{4}-\d{2}-\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)?\] (?P<title>[^\n]*?(?:[.?!](?=\s)|$))",
    re.MULTILINE,
)
_PROGRAMS = (_OF_DAY_ONE, _OF_JRNL)


def diary_in_text(text: str, name: str) -> list[Note] | None:
    """The entries of a diary as plain text, each under the diary's name with its number; None for any other text."""
    plain = text.lstrip("\n\ufeff")
    pattern = next((one for one in _PROGRAMS if one.match(plain)), None)
    if pattern is None:
        return None
    found = list(pattern.finditer(plain))
    ends = [one.start() for one in found[1:]] + [len(plain)]
    return [
        Note(f"{name}#{at}", _entry(one, plain[one.end() : end]), _written_day(one["day"]))
        for at, (one, end) in enumerate(zip(found, ends, strict=True), 1)
    ]


def _entry(found: re.Match[str], below: str) -> str:
    """The words of an entry, its title as a heading where it has one."""
    title = found.groupdict().get("title")
    head = f"# {title.rstrip('.')}\n\n" if title else ""
    return f"{head}{below.strip()}\n"


def _written_day(written: str) -> date | None:
    """The day that a program writes in whatever order, in a language that is read; None where it may be several."""
    with suppress(UnreadableDate):
        return when(day_in(written)).day
    return None


def diary_in(text: str, name: str) -> list[Note] | None:
    """The entries of a diary in JSON, each under the diary's name with its number; None for any other text."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    entries = value.get("entries") if isinstance(value, dict) else None
    if not isinstance(entries, list):
        return None
    told = [one for one in entries if isinstance(one, dict) and _text(one)]
    return [Note(f"{name}#{at}", _text(one), _day(one)) for at, one in enumerate(told, 1)] or None


def _text(entry: Mapping[str, object]) -> str:
    """The words of an entry: those of Day One's, or the title and the body of jrnl's, with its tags behind."""
    if isinstance(words := entry.get("text"), str):
        return _with_tags(_ESCAPED.sub(r"\1", words), entry)
    title, body = entry.get("title"), entry.get("body")
    if not isinstance(title, str):
        return ""
    below = body if isinstance(body, str) else ""
    return _with_tags(f"# {title.strip().rstrip('.')}\n\n{below.strip()}", entry)


def _with_tags(text: str, entry: Mapping[str, object]) -> str:
    tags = entry.get("tags")
    names = [one.strip("@# ") for one in tags if isinstance(one, str)] if isinstance(tags, list) else []  # fmt: skip
    missing = [f"#{one.replace(' ', '-')}" for one in names if one and one not in text]
    return f"{text}\n\nTags: {' '.join(missing)}" if missing else text


def _day(entry: Mapping[str, object]) -> date | None:
    """The day of an entry, in its own zone."""
    written = entry.get("creationDate") or entry.get("date")
    with suppress(ValueError, TypeError):
        moment = datetime.fromisoformat(str(written))
        with suppress(ValueError, OSError, KeyError):
            zone = ZoneInfo(str(entry.get("timeZone") or "UTC").replace("\\", ""))
            moment = moment.astimezone(zone) if moment.tzinfo else moment
        return moment.date()
    return None
