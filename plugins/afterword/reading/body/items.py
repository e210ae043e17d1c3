"""What one item says: its plain text, its themes, its why, and the words that its section gives a meaning."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from afterword.frozen import NamedTuple
from afterword.kinds import FeedbackKind
from afterword.model import Attempt, Feedback, Observation, Question, Story
from afterword.patterns import seldom
from afterword.reading.body.plain import plain, themes_in, unquoted, without_themes
from afterword.reading.tasks import is_ticked, read_box, without_dated_marks
from afterword.vocabulary.labels import why_behind
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.nothing import NOTHING, says_something
from afterword.vocabulary.sides import answered, helped, without_side
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.themes import THEME

_Meaning = TypeVar("_Meaning")
_ENDING = re.compile(
    r"\s*[(（\[]\s*(?P<word>[^\W\d_]+(?:[ '’-][^\W\d_]+){0,2})\s*[!.]?\s*[)）\]]\s*[.!。]?\s*$"
)
_WHY = re.compile(
    rf"^[*_]*(?:{'|'.join(WORDS.of('why'))})[*_]*\s*(?:[:–—-]|\?(?=[*_]*\s*\S))[*_]*\s*"
    rf"|^(?:{'|'.join(WORDS.of('because'))})\b[:,]?\s+",
    re.IGNORECASE,
)
_TEMPLATE = seldom(r"^\s*(?:\{\{[^{}]*\}\}|<%[^%]*%>)\s*$")


class Raw(NamedTuple):
    """An item as written, before its section gives it a meaning.

    `tags` are the words of a table's column of themes, `answered` those of a column that says how it went, `side` the side
    that the heading above it names.
    """

    line: int
    text: str
    why: str | None = None
    notes: tuple[str, ...] = ()
    tags: str = ""
    answered: str = ""
    side: FeedbackKind | None = None


def is_placeholder(text: str) -> bool:
    """Whether an item says nothing: empty, "n/a", "none", "-", or a template's own `{{words}}`."""
    bare = read_box(text)[1]
    if says_something(bare):
        return False
    if ("{" in bare or "<" in bare) and _TEMPLATE.match(bare):
        return True
    return spoken(bare) in NOTHING and not THEME.search(bare)


def why_in(text: str) -> str | None:
    """The why that a text begins to give: "Why: I was tired" or "because I was tired"; None when it begins none."""
    found = _WHY.match(text)
    behind = text[found.end() :] if found else why_behind(text)
    return None if behind is None else plain(behind)


def observation(raw: Raw) -> Observation:
    """One thing noticed."""
    text, done = _without_checkbox(raw.text)
    return Observation(
        text=plain(without_themes(text)),
        line=raw.line,
        themes=themes_in(f"{text} {raw.tags}"),
        why=raw.why,
        notes=raw.notes,
        done=done,
    )


def question(raw: Raw) -> Question:
    """A question that came up; `(well)`, `(ok)` or `(badly)` at its end says how it was answered."""
    text, done = _without_checkbox(raw.text)
    bare, at_end = _without_ending(text, answered)
    return Question(
        text=plain(bare),
        line=raw.line,
        themes=themes_in(f"{text} {raw.tags}"),
        why=raw.why,
        notes=raw.notes,
        done=done,
        answered=at_end or answered(raw.answered),
    )


def story(raw: Raw) -> Story:
    """A story that I told; `(well)`, `(ok)` or `(badly)` at its end says how it landed."""
    one = question(raw)
    return Story(
        text=one.text,
        line=one.line,
        themes=one.themes,
        why=one.why,
        notes=one.notes,
        done=one.done,
        landed=one.answered,
    )


def attempt(raw: Raw) -> Attempt:
    """A commitment tried; `(helped)`, `(partly)` or `(no)` at its end says whether it made a difference."""
    text, done = _without_checkbox(raw.text)
    bare, at_end = _without_ending(text, helped)
    return Attempt(
        text=plain(bare),
        line=raw.line,
        themes=themes_in(f"{text} {raw.tags}"),
        why=raw.why,
        notes=raw.notes,
        done=done,
        helped=at_end or helped(raw.answered),
    )


def feedback(raw: Raw) -> Feedback:
    """What they said; `Praise:` or `Gap:` in front says which side it is."""
    text, _ = _without_checkbox(raw.text)
    side, text = without_side(text)
    return Feedback(
        text=unquoted(plain(without_themes(text))),
        line=raw.line,
        themes=themes_in(f"{text} {raw.tags}"),
        why=raw.why,
        notes=raw.notes,
        kind=side or raw.side or FeedbackKind.UNMARKED,
    )


def _without_checkbox(text: str) -> tuple[str, bool | None]:
    text = without_dated_marks(text)
    mark, bare = read_box(text)
    return bare, is_ticked(mark) if mark else None


def _without_ending(
    text: str, meaning: Callable[[str], _Meaning | None]
) -> tuple[str, _Meaning | None]:
    """The text without its themes and its last word in brackets, where that has a meaning; and the meaning."""
    bare = without_themes(text)
    # No bracket opens in it, so that it begins with the blanks before the last one that does.
    last = max(map(bare.rfind, "(（["))
    found = _ENDING.match(bare, len(bare[:last].rstrip())) if last >= 0 else None
    said = meaning(found["word"]) if found else None
    return (without_themes(bare[: found.start()]), said) if found and said else (bare, None)
