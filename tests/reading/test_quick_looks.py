"""What is looked at quickly before it is looked at well: the quick look says no only where the thorough one would."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from afterword.reading.body.items import Raw, is_placeholder, question
from afterword.reading.body.plain import plain, themes_in
from afterword.reading.marks import first_mark, mark, mark_and_text, unmarked
from afterword.reading.matter.dates import UnreadableDate
from afterword.reading.matter.days_in_words import day_in
from afterword.vocabulary.days.named_days import may_begin_with_a_day
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.note_links import without_note_links
from afterword.vocabulary.nothing import NOTHING, says_something
from afterword.vocabulary.sides import begins_side, parted_by_side
from afterword.vocabulary.speaking import Tongue, speaking
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.themes import THEME


def english() -> Tongue:
    """A file without a word of another language."""
    return Tongue("company: Acme\n\nWe talked about the team and what they do.", str)


def joined(*pieces: str) -> st.SearchStrategy[str]:
    """Texts of some of these pieces."""
    return st.lists(st.sampled_from(pieces), max_size=8).map("".join)


_LINKED = ("[their writing](https://example.org/3)", "[a](http://b.c/d_e)", "[b](https://x.y", "[c]", "see ", "Who, ", "*", "_", "`", "!", "[", "]", "(", ")", "\\", "&amp;", "<b>", " ", "\n", "\t", "\x02", "1. ", "- ", "> ", "é", "{: a}", "https://x.y")  # fmt: skip


@given(joined(*_LINKED))
@example("Read [their writing](https://example.org/3), twice")
@example("- [a](http://b.c/d_e)")
@example("calm\r===\r[a](http://b.c)")
def test_a_line_with_links_reads_as_markdown_shows_it(text: str) -> None:
    markdown = Markdown()
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    written = without_note_links(text)
    shown = unescape(re.sub(r"<[^>]+>", "", markdown.convert(written)))
    is_marked = re.search(r"[*_`\[\]<>&\\!~]|\{:", written)
    assert plain(text) == " ".join((shown if is_marked else written).split())


@given(joined("a", "#", "\\#", "\\", "kafka", " ", "&", "=", "/", "#live-coding", "é", "1"))
def test_themes_are_found_wherever_the_first_mark_stands(text: str) -> None:
    written = [found["theme"] for found in THEME.finditer(text)]
    assert themes_in(text) == tuple(dict.fromkeys(one.casefold() for one in written))


@given(joined("calm", mark(3), mark(14), " ", "\n", "- "))
def test_the_first_mark_and_the_text_without_marks_are_found_together(text: str) -> None:
    assert mark_and_text(text) == (first_mark(text), unmarked(text))


@given(joined("nothing", "None", "n/a", "N", "'", "no", " ", "-", "/", "really", "\u0301", "kA"))
def test_what_says_something_is_not_said_to_be_nothing(text: str) -> None:
    with speaking(english()):
        assert not (says_something(text) and spoken(text) in NOTHING)


def test_in_another_language_every_word_may_say_nothing() -> None:
    german = Tongue("firma: Acme\n\nIch habe nicht und der die das mit dem auch.", str)
    with speaking(german):
        assert not says_something("nichts")
        assert is_placeholder("nichts")


_OF_DAYS = tuple(
    word
    for name in (
        *("until a day", "beside a day", "last of a month", "within", "no one day", "between two days"),
        *("month 11", "weekday 2", "unit weeks", "count 2", "count several"),
        *("day tomorrow", "day end of week", "day end of month"),
    )
    for word in WORDS.of(name)
)  # fmt: skip


@given(st.lists(st.sampled_from([*_OF_DAYS, "24", "2nd", "2026-11-24", "11/24", "24.11.", "the", "(", "-", "of", "Nov", "Mon", "Friday", "mail", ",", "_", "'"]), max_size=7).map(" ".join))  # fmt: skip
@example("tomorrow")
@example("(by 24 Nov")
def test_a_day_with_no_word_in_front_begins_with_a_word_for_one(text: str) -> None:
    named = None
    with speaking(english()), suppress(UnreadableDate):
        named = day_in(text, date(2026, 11, 12))
    if named and not spoken(text[: named.start]):
        assert may_begin_with_a_day(text)


@pytest.mark.parametrize(
    ("text", "may"),
    [("Dear Ann,", False), ("24 Nov", True), ("Monday", True), ("É demain", True), ("", True)],
)
def test_a_letter_begins_with_no_day(text: str, *, may: bool) -> None:
    with speaking(english()):
        assert may_begin_with_a_day(text) is may


_TURNS = re.compile(r"(?<=[.;,!?|/)\"”’])\s+|\n\s*|\s[-–—|/]\s+")


@given(
    joined(
        "Praise: ",
        "Gap",
        ": ",
        "Gaps – ",
        "calm",
        ". ",
        "; ",
        "\n",
        " – ",
        " - ",
        " | ",
        ":",
        "–",
        " ",
        "：",
        "(",
        ") ",
    )
)
@example("Praise: calm. Gap: slow")
@example("Gap: slow – Praise")
def test_sides_are_parted_wherever_the_last_sign_stands(text: str) -> None:
    pieces, start = [], 0
    for found in _TURNS.finditer(text):
        if begins_side(text[found.end() : found.end() + 60]):
            pieces.append(text[start : found.start()])
            start = found.end()
    pieces.append(text[start:])
    has_sign = any(sign in text for sign in ":：–—")
    said = [piece.strip() for piece in pieces if piece.strip()] if has_sign else [text]
    with speaking(english()):
        assert parted_by_side(text) == (said or [text])


def test_in_another_language_a_side_needs_no_such_sign() -> None:
    with speaking(Tongue("entreprise: Acme\n\nNous avons pour les dans une avec est pas.", str)):
        assert parted_by_side("Points forts : calme. Points faibles - lent") == [
            "Points forts : calme.",
            "Points faibles - lent",
        ]


@pytest.mark.parametrize(
    ("text", "left", "answered"),
    [
        ("Why us (the team)? (well)", "Why us (the team)?", "well"),
        ("Why us?  [ badly ].", "Why us?", "badly"),
        ("Why us? (well", "Why us? (well", None),
        ("Why (well) us?", "Why (well) us?", None),
        ("(well)", "", "well"),
        ("Why us?", "Why us?", None),
    ],
)
def test_how_it_went_stands_in_the_last_brackets(
    text: str, left: str, answered: str | None
) -> None:
    one = question(Raw(line=1, text=text))
    assert (one.text, one.answered) == (left, answered)
