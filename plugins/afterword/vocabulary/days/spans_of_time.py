"""From when to when, in another language, as two times with a dash between: "de 14:00 à 15:00", "с 14 до 15", "von 14 bis 15 Uhr"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from afterword.vocabulary.languages import languages

_HOURS, _MINUTES = 24, ":00"


def in_one_span(text: str) -> str:
    """The text with such a span as figures; without a word in front of them both have to be times by themselves."""
    return _span().sub(_in_figures, text) if any(map(str.isdigit, text)) else text


def _in_figures(found: re.Match[str]) -> str:
    begin, end = found["begin"], found["end"]
    is_led = found["lead"] is not None
    if not is_led and ":" not in begin:
        return found[0]
    if int(begin.split(":")[0]) > _HOURS or int(end.split(":")[0]) > _HOURS:
        return found[0]
    return f" {_time(begin)}-{_time(end)}"


def _time(figures: str) -> str:
    return figures if ":" in figures else f"{figures}{_MINUTES}"


@cache
def _span() -> re.Pattern[str]:
    lead, until, behind = map(_ways, ("before a first time", "until a time", "behind a time"))
    return re.compile(
        rf"\s*(?<!\w)(?:(?P<lead>{lead})\s+)?(?<![\w/.:-])(?P<begin>\d{{1,2}}(?::\d{{2}})?)\s*(?:(?:{behind})\b)?\s*"
        rf"(?<!\w)(?:{until})\s+(?P<end>\d{{1,2}}(?::\d{{2}})?)(?!\d)\s*(?:(?:{behind})(?!\w))?",
        re.IGNORECASE,
    )


def _ways(name: str) -> str:
    """The words below a name in every language, the longest first."""
    return _longest_first(word for one in languages().values() for word in one.of(name))


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=len, reverse=True)))
