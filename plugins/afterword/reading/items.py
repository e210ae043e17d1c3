"""What one item says: its plain text, its themes, its why, and the marks that its section gives a meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from markdown import Markdown

from afterword.model import (
    Answered,
    Attempt,
    Feedback,
    FeedbackKind,
    Helped,
    Observation,
    Question,
    Story,
)
from afterword.reading.words import spoken

THEME = re.compile(r"(?<![\w/#&\\=])\\?#(?P<theme>[^\W\d_](?:[\w/-]*\w)?)")
_HIDDEN = re.compile(r"`+[^`]*`+|\]\([^)]*\)|<[^>\s]+>|(?:https?://|www\.)\S+")
# Without one of these nothing is hidden; it is found sooner than what it begins.
_MAY_HIDE = re.compile(r"[`(<:]|www")
_THEME_OR_HIDDEN = re.compile(f"{_HIDDEN.pattern}|{THEME.pattern}")
_TRAILING = re.compile(r"(?:^|(?<!\s)\s+)\\?#[^\W\d_](?:[\w/-]*\w)?[.,;]?\s*$")
_CHECKBOX = re.compile(r"^\[(?P<mark>[ xX])\](?:\s+|$)")
_ENDING = re.compile(r"(?<!\s)\s*[(\[]\s*(?P<word>[^\W\d_]+)\s*[!.]?\s*[)\]]\s*[.!]?\s*$")
_WHY = re.compile(
    r"^[*_]*(?:why|reason|warum)[*_]*\s*(?:[:–—-]|\?(?=[*_]*\s*\S))[*_]*\s*|^(?:because|since|weil)\b[:,]?\s+",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"^[*_]*(?P<side>praise|positive|strength|plus|pro|gap|negative|weakness|minus|con|missing)s?[*_]*(?:\s*[:–—]|\s+-\s)[*_]*\s*",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"[*_`\[\]<>&\\!~]|\{:")
_TAGS = re.compile(r"<[^>]+>")
_QUOTES = (("“", "”"), ('"', '"'), ("„", "“"), ("«", "»"), ("‘", "’"), ("'", "'"))
_TEMPLATE = re.compile(r"^\s*(?:\{\{[^{}]*\}\}|<%[^%]*%>)\s*$")
_PLACEHOLDERS = frozenset(
    {
        "",
        "na",
        "n a",
        "none",
        "nothing",
        "tbd",
        "todo",
        "nil",
        "nothing yet",
        "none yet",
        "not yet",
        "no",
        "keine",
        "nichts",
    }
)
_ANSWERED = {
    "well": Answered.WELL, "good": Answered.WELL, "great": Answered.WELL, "ok": Answered.OK, "okay": Answered.OK, "soso": Answered.OK,
    "badly": Answered.BADLY, "bad": Answered.BADLY, "poorly": Answered.BADLY,
}  # fmt: skip
_HELPED = {
    "helped": Helped.HELPED, "yes": Helped.HELPED, "worked": Helped.HELPED, "partly": Helped.PARTLY, "partially": Helped.PARTLY,
    "no": Helped.NO, "not": Helped.NO,
}  # fmt: skip
_PRAISE = frozenset({"praise", "positive", "strength", "plus", "pro"})

_inline = Markdown()
# Raw HTML is text here, as it is on the page.
_inline.preprocessors.deregister("html_block")
_inline.inlinePatterns.deregister("html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """An item before its section gives it a meaning: Markdown as written, and what stands below it.

    `answered` and `side` come from a table's column or from a heading above, where the item itself has no mark.
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
    bare = _CHECKBOX.sub("", text)
    if _TEMPLATE.match(bare):
        return True
    return spoken(bare) in _PLACEHOLDERS and not THEME.search(bare)


def why_in(text: str) -> str | None:
    """The why that a text begins to give: "Why: I was tired" or "because I was tired"; None when it begins none."""
    found = _WHY.match(text)
    return plain(text[found.end() :]) if found else None


def observation(raw: Raw) -> Observation:
    """One thing noticed."""
    text, done = _without_checkbox(raw.text)
    return Observation(
        text=plain(_without_themes(text)),
        line=raw.line,
        themes=themes_in(f"{text} {raw.tags}"),
        why=raw.why,
        notes=raw.notes,
        done=done,
    )


def question(raw: Raw) -> Question:
    """A question that came up; `(well)`, `(ok)` or `(badly)` at its end says how it was answered."""
    text, done = _without_checkbox(raw.text)
    bare, word = _without_ending(text, frozenset(_ANSWERED))
    return Question(
        text=plain(bare),
        line=raw.line,
        themes=themes_in(f"{text} {raw.tags}"),
        why=raw.why,
        notes=raw.notes,
        done=done,
        answered=_ANSWERED.get(word or spoken(raw.answered)),
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
    bare, word = _without_ending(text, frozenset(_HELPED))
    return Attempt(
        text=plain(bare),
        line=raw.line,
        themes=themes_in(f"{text} {raw.tags}"),
        why=raw.why,
        notes=raw.notes,
        done=done,
        helped=_HELPED.get(word or spoken(raw.answered)),
    )


def feedback(raw: Raw) -> Feedback:
    """What they said; `Praise:` or `Gap:` in front says which side it is."""
    text, _ = _without_checkbox(raw.text)
    kind = raw.side or FeedbackKind.UNMARKED
    if side := _SIDE.match(text):
        kind = FeedbackKind.PRAISE if side["side"].lower() in _PRAISE else FeedbackKind.GAP
        text = text[side.end() :]
    return Feedback(
        text=_unquoted(plain(_without_themes(text))),
        line=raw.line,
        themes=themes_in(f"{text} {raw.tags}"),
        why=raw.why,
        notes=raw.notes,
        kind=kind,
    )


def themes_in(text: str) -> tuple[str, ...]:
    """The themes written in a text, as their keys, each once; a `#` in code, in a link or in a number is none."""
    if "#" not in text:
        return ()
    found = THEME.finditer(_HIDDEN.sub(" ", text) if _MAY_HIDE.search(text) else text)
    return tuple(dict.fromkeys(theme_key(one["theme"]) for one in found))


@lru_cache(maxsize=4096)
def theme_key(name: str) -> str:
    """A theme's name as it is compared: "System_Design" and "system design" are "system-design"."""
    return re.sub(r"[\s_-]+", "-", name.casefold()).strip("-/")


def plain(text: str) -> str:
    """A text as it reads on the page: no Markdown, one line; a `#theme` within it stays as its word."""
    text = _THEME_OR_HIDDEN.sub(_word, text) if "#" in text else text
    if _MARKUP.search(text):
        _inline.reset()
        html = _inline.convert(text)
        text = unescape(_TAGS.sub("", html))
    return " ".join(text.split())


def _word(found: re.Match[str]) -> str:
    return found["theme"].replace("-", " ").replace("_", " ") if found["theme"] else found[0]


def _without_checkbox(text: str) -> tuple[str, bool | None]:
    found = _CHECKBOX.match(text)
    return (text[found.end() :], found["mark"] != " ") if found else (text, None)


def _without_themes(text: str) -> str:
    """The text without the themes at its end; where it has nothing else, they are its words."""
    if "#" not in text:
        return text
    bare = text
    while found := _TRAILING.match(bare, _before_last_theme(bare)):
        bare = bare[: found.start()]
    return bare if bare.strip() else text


def _before_last_theme(text: str) -> int:
    """Where the blanks before the last `#` of a text begin: a theme at its end can begin nowhere else."""
    at = text.rfind("#")
    return len(text[:at].removesuffix("\\").rstrip()) if at >= 0 else len(text)


def _without_ending(text: str, words: frozenset[str]) -> tuple[str, str]:
    """The text without its themes and its last word in brackets, where that is one of these; and that word."""
    bare = _without_themes(text)
    found = _ENDING.search(bare)
    if found is None or found["word"].casefold() not in words:
        return bare, ""
    return _without_themes(bare[: found.start()]), found["word"].casefold()


def _unquoted(text: str) -> str:
    """The text without one pair of quotation marks around the whole of it."""
    for opening, closing in _QUOTES:
        if len(text) > 2 and text.startswith(opening) and text.rstrip(".").endswith(closing):
            inner = text.rstrip(".")[1:-1]
            if opening not in inner and closing not in inner:
                return inner.strip()
    return text
