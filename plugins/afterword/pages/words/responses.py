"""What came of what they said, in one line: they say, I say, tried, since then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from afterword.analysis.responses import Response, Since
from afterword.vocabulary.wording import counted, date_words


def response_told(one: Response, today: date) -> str:
    """The whole of it: "They: 8 of 9 rejections that gave a reason · I: once · tried twice, helped twice · since 3 November: no news"."""
    return " · ".join((_theirs(one), _mine(one), _tried(one), _since(one.since, today)))


def responses_headline(answers: Sequence[Response]) -> str:
    """How many of the themes have gone well more often than badly since; else how many of them were tried."""
    if len(answers) == 1:
        return _of_one(answers[0])
    themes = counted(len(answers), "theme")
    good = sum(1 for one in answers if one.since.is_good)
    tried = sum(1 for one in answers if one.tried)
    if good:
        verb, them = ("has", "it") if good == 1 else ("have", "them")
        return f"{good} of {themes} {verb} gone well more often than badly since, and no rejection has named {them} again."
    if tried:
        return f"{tried} of {themes} that rejections name {'was' if tried == 1 else 'were'} tried."
    return f"Rejections name {themes}; none was tried yet."


def _of_one(one: Response) -> str:
    if one.since.is_good:
        return "The one theme that rejections name has gone well more often than badly since, and none has named it again."
    return f"Rejections name one theme; it was {'tried' if one.tried else 'not tried yet'}."


def _theirs(one: Response) -> str:
    return f"They: {len(one.named)} of {counted(len(one.reasons), 'rejection')} that gave a reason"


def _mine(one: Response) -> str:
    return f"I: {_times(len(one.mine))}"


def _tried(one: Response) -> str:
    if not one.tried:
        return "not tried yet"
    if not one.helped:
        return f"tried {_times(len(one.tried))}"
    return f"tried {_times(len(one.tried))}, helped {_times(len(one.helped))}"


def _since(one: Since, today: date) -> str:
    told = f"since {date_words(one.day, today)}"
    if not one.is_news:
        return f"{told}: no news"
    news = []
    if notes := len(one.well) + len(one.badly):
        news.append(f"went well in {len(one.well)} of {counted(notes, 'note')}")
    if one.reasons:
        named = str(len(one.named)) if one.named else "none"
        news.append(f"named by {named} of {counted(len(one.reasons), 'rejection')}")
    return f"{told}: {', '.join(news)}"


def _times(number: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")
