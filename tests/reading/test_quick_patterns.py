"""A pattern is tried only where it may find something, and a table is asked in place of one with all its words: nothing else is found than by the whole pattern."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from afterword.analysis.thank_you.text import addresses_in
from afterword.kinds import RoundKind
from afterword.reading.body.forms import lone_theme
from afterword.reading.body.headings import without_aside
from afterword.reading.matter.dates import in_english, order_in, other_weekday
from afterword.reading.recognising.jotted import place_named
from afterword.reading.recognising.left_alone import has_placeholder
from afterword.vocabulary.days.calendar import WEEKDAY_NUMBERS
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.outcomes import outcome_kind, outcomes_in_turn
from afterword.vocabulary.rounds import round_kind
from afterword.vocabulary.sides import begins_side, side_of, without_side
from afterword.vocabulary.speaking import Tongue, speaking
from afterword.vocabulary.spelling import spoken

DAY = date(2026, 11, 12)


def english() -> Tongue:
    """A file without a word of another language."""
    return Tongue("company: Acme\n\nWe talked about the team and what they do.", str)


def joined(*pieces: str) -> st.SearchStrategy[str]:
    """Texts of some of these pieces."""
    return st.lists(st.sampled_from(pieces), max_size=8).map("".join)


def any_of(words: list[str] | tuple[str, ...]) -> str:
    """A pattern of words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_SIDES = tuple(WORDS.meanings("side"))
_SIDE = rf"[*_]*(?P<side>{any_of([*_SIDES, *(f'{one}s' for one in _SIDES)])})[*_]*"
_LABEL = re.compile(rf"^{_SIDE}\s*[:–—]", re.IGNORECASE)
_MARKED = re.compile(rf"^{_SIDE}(?:\s*[:–—]|\s+-\s)[*_]*\s*", re.IGNORECASE)


@given(joined("Gap", "gaps", "what they missed", "pro", "Pros", "area", " ", "  ", ":", "–", "-", " - ", "**", "_", "\n", ",", "was calm", "1", "’"))  # fmt: skip
@example("**What they missed:** slow")
@example("Gap - slow")
@example("Pros_ : calm")
def test_a_side_in_front_is_one_of_its_words(text: str) -> None:
    with speaking(english()):
        assert begins_side(text) is (_LABEL.match(text) is not None)
        found = _MARKED.match(text)
        expected = (side_of(found["side"]), text[found.end() :]) if found else (None, text)
        assert without_side(text) == expected


_WEEKDAY = re.compile(rf"^(?P<name>{any_of(list(WEEKDAY_NUMBERS))})\.?,?\s+(?=\S)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?<!\d)(\d{1,2})\s*([/-])\s*(\d{1,2})\s*\2\s*(\d{4})(?!\d)|(?<![\d/])(\d{1,2})/(\d{1,2})/(\d\d)(?![\d/])"
)


@given(joined("Thu", "Thursday", "Freitag", "do", "mon", ".", ",", " ", "\t", "12", "-", "/", "2026", "2026-11-12", "11/12/2026"))  # fmt: skip
@example("Thu., 2026-11-12")
@example("Freitag 12/11/2026")
@example("2026-11-12 11/12/2026")
def test_a_weekday_in_front_is_one_of_its_names(text: str) -> None:
    with speaking(english()):
        named = _WEEKDAY.match(" ".join(text.split()))
        for later in range(7):
            day = DAY + timedelta(later)
            other = named is not None and WEEKDAY_NUMBERS[named["name"].casefold()] != day.weekday()
            assert other_weekday(text, day) is other
        if _NUMBERED.search(text) is None:
            assert order_in(text) is None


_ROUNDS = {kind: WORDS.of(f"round {kind}") for kind in RoundKind if WORDS.of(f"round {kind}")}
_OF_ROUNDS = [word.rstrip("*") for words in _ROUNDS.values() for word in words]


@given(st.lists(st.sampled_from([*_OF_ROUNDS, "Jo", "2", "with", "-", "(", "ing"]), max_size=4).flatmap(lambda those: st.sampled_from([" ".join(those), "".join(those)])))  # fmt: skip
@example("System design")
@example("Recruiter")
def test_a_round_is_known_by_one_of_its_words(name: str) -> None:
    words = spoken(name)
    there = {
        kind
        for kind, ways in _ROUNDS.items()
        for way in ways
        if re.search(rf"\b{re.escape(way)}\b".replace(r"\*", r"\w*"), words)
    }
    with speaking(english()):
        kind = round_kind(name)
    assert kind in (there or {RoundKind.OTHER})


_ASIDE = re.compile(
    r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|^\s*(?:(?:\d+[.)]|[a-z][.)]|[ivx]{2,4}[.)])\s+|(?:[一二三四五六七八九十]{1,2}|\d{1,2})[、．]\s*|[①-⑳]\s*)",
    re.IGNORECASE,
)


@given(joined("Went well", "-", " ", "4", ".", ")", "(", "mine", "（", "）", "[x]", "A", "ii", "IV", "İ", "ıv", "一", "、", "③", "é", "\n"))  # fmt: skip
@example("İV. mine")
@example("ı) mine")
def test_what_is_put_aside_of_a_heading_is_its_number_and_its_brackets(text: str) -> None:
    assert without_aside(text) == _ASIDE.sub(" ", text)


_STEP = re.compile(r"[^\w\s'’]*[^\w\s'’-][^\w\s'’]*|\s-+\s")


@given(joined("offer", "rejected", "on hold", " ", " - ", "-", "→", "/", ",", "'", "x", "é"))
def test_outcomes_in_turn_have_a_sign_between_them(text: str) -> None:
    with speaking(english()):
        steps = [step.strip() for step in _STEP.split(text) if spoken(step)]
        in_turn = steps if len(steps) > 1 and all(map(outcome_kind, steps)) else []
        assert outcomes_in_turn(text) == in_turn


@pytest.mark.parametrize("words", ["INTERVIEW AT Tesco", "İNTERVİEW AT Tesco", "ınterview at Tesco", "Entretİen chez Tesco", "Job intervıew wİth Jo"])  # fmt: skip
def test_an_interview_at_a_place_is_one_on_a_turkish_keyboard_too(words: str) -> None:
    assert place_named(words) is not None


def test_a_span_in_one_word_is_one_on_a_turkish_keyboard_too() -> None:
    assert in_english("2GİORNI") == in_english("2giorni") == "2 days"


_PLACEHOLDER = re.compile(
    r"\{\{.*?\}\}|<%.*?%>|\{%.*?%\}|\$\{.*?\}|<<[^<>\n]+>>|^\s*<[^<>\n]+>\s*$"
)


@given(joined("{", "}", "%", "<", ">", "$", "title", " ", "\n"))
def test_a_placeholder_has_a_brace_or_a_bracket(text: str) -> None:
    assert has_placeholder(text) is (_PLACEHOLDER.search(text) is not None)


_ADDRESS = re.compile(r"https?://[^\s)>\]]+|\bwww\.[^\s)>\]]+")


@given(joined("http://", "https://", "www.", "a.b", "/", " ", ")", "see", "."))
def test_an_address_has_its_scheme_or_its_host(text: str) -> None:
    assert [*addresses_in(text)] == [one.rstrip(".,;") for one in _ADDRESS.findall(text)]


_LONE_THEME = re.compile(
    r"^(?P<before> *(?:(?:[-*+]|\d{1,9}[.)]) +)?(?:\[[ xX]\] +)?)#(?=[^\W\d_])"
)


@given(joined("#", "kafka", "1", "2", "١", ".", ")", "-", "*", " ", "[x] ", "[ ] ", "X", "é"))
def test_a_lone_theme_stands_behind_a_mark_or_nothing(text: str) -> None:
    found, whole = lone_theme(text), _LONE_THEME.match(text)
    assert (found and (found.span(), found["before"])) == (
        whole and (whole.span(), whole["before"])
    )
