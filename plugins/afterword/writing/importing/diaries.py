"""The entries of a diary that is kept as JSON, as Day One and jrnl export them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from zoneinfo import ZoneInfo

from afterword.writing.importing.note import Note

# Day One puts a backslash in front of what Markdown might take for more than it is.
_ESCAPED = re.compile(r"\\([.!()\-+#>{}\[\]_*`])")


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
