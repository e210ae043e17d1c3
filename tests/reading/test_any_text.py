"""Whatever somebody writes is read, or told at a place that is there; and however they write it, it is read the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.model import Interview
from afterword.reading import read_journal
from afterword.reading.matter.dates import UnreadableDate, when
from afterword.reading.source import decode

LINES = st.sampled_from(
    [
        "---",
        "---",
        "---",
        "company: A",
        "company:",
        "Employer: [[B|C]]",
        "date: 2026-11-12",
        "date: 12/11/2026",
        "Interview Date: [2026-11-12]",
        "role: 'x",
        'role: "a" b',
        "outcome: no",
        "outcom: x",
        "went_well:",
        "went_well: |",
        "  - a #b",
        "    - deeper",
        "  text",
        "- a",
        "promised: {what: x, by: soon}",
        "interviewers: [Ada, {name: B}, [C]]",
        "x: *y",
        "x: &y [a]",
        "y: !z w",
        "? [a]",
        "\tz: 1",
        "a: b: c",
        "{",
        "]",
        "# words",
        "...",
        "+++",
        "## Went well",
        "```",
        "> [!tip] Pros",
        "| a | b |",
        "",
        "\x00",
        "\x0b",
        "\ufeff",
        "ÄÖ 🎉: x: y",
    ]
)
FILES = st.one_of(
    st.lists(LINES, max_size=14).map("\n".join).map(str.encode),
    st.lists(LINES, max_size=10).map(lambda lines: "\r\n".join(["---", *lines, "---"]).encode()),
    st.binary(max_size=60),
)


@pytest.mark.reaches
@given(FILES)
@settings(max_examples=400, deadline=None)
def test_any_file_is_read_or_told_at_a_place_that_is_there(content: bytes) -> None:
    source = decode(content, "any.md")
    journal = read_journal([source])
    assert len(journal.interviews) + len(journal.unread) <= 1
    lines = (source.text if source.text is not None else "").split("\n")
    for one in journal.problems:
        assert one.message
        assert one.code
        if source.text is not None:
            assert 1 <= one.line <= len(lines)
            assert 1 <= one.column <= len(lines[one.line - 1]) + 1
            assert one.excerpt in {"", lines[one.line - 1]}


SPELT: st.SearchStrategy[Callable[[str], str]] = st.sampled_from(
    [
        str,
        str.upper,
        str.title,
        lambda key: key.replace("_", " "),
        lambda key: key.replace("_", "-"),
    ]
)
QUOTED = st.sampled_from(["{}", "'{}'", '"{}"', "{}  # an aside", "[{}]", "\n  - {}"])
FACTS: dict[str, tuple[list[str], dict[str, Any]]] = {
    "company": (["company", "employer", "company_name"], {"Acme": "Acme", "AC-ME 2": "AC-ME 2"}),
    "role": (["role", "position", "job_title"], {"Engineer": "Engineer"}),
    "date": (
        ["date", "interview_date", "interviewed"],
        dict.fromkeys(
            ["2026-11-12", "12.11.2026", "12 Nov 2026", "Thursday 12 November 2026"],
            date(2026, 11, 12),
        ),
    ),
    "outcome": (
        ["outcome", "status", "results"],
        {"no": "rejected", "GHOSTED": "no answer", "Next round": "advanced"},
    ),
    "confidence": (
        ["confidence", "prediction", "chances"],
        {"60": 0.6, "60%": 0.6, "0.6": 0.6, "60 %": 0.6},
    ),
    "decided": (
        ["decided", "outcome_date", "heard"],
        {"2026-11-14": date(2026, 11, 14), "14.11.2026": date(2026, 11, 14)},
    ),
}


def fact(interview: Interview, name: str) -> object:
    return {
        "company": interview.company,
        "role": interview.role,
        "date": interview.when.day,
        "outcome": interview.outcome.kind.value,
        "confidence": interview.confidence,
        "decided": interview.outcome.decided,
    }[name]


@given(st.permutations(list(FACTS)), st.data())
@settings(max_examples=200, deadline=None)
def test_facts_are_read_the_same_however_they_are_written(
    names: list[str], data: st.DataObject
) -> None:
    lines, expected = [], {}
    for name in names:
        keys, forms = FACTS[name]
        value = data.draw(st.sampled_from(list(forms)))
        key = data.draw(SPELT)(data.draw(st.sampled_from(keys)))
        lines.append(f"{key}: {data.draw(QUOTED).format(value)}")
        expected[name] = forms[value]
    text = "\n".join(["---", *lines, "---", ""])
    journal = read_journal([decode(text.encode(), "a.md")])
    assert [str(one) for one in journal.problems if one.severity != "hint"] == []
    assert {name: fact(journal.interviews[0], name) for name in names} == expected


FORMS = st.sampled_from(
    ["{y}-{m:02}-{d:02}", "{y}/{m}/{d}", "{d}.{m}.{y}", "{d:02}. {m:02}. {y}", "{d} {name} {y}", "{name} {d}, {y}", "{d}th of {name} {y}", "[[{y}-{m:02}-{d:02}]]"]
)  # fmt: skip
SLASHED = st.sampled_from(["{d}/{m}/{y}", "{m}/{d}/{y}", "{d:02}-{m:02}-{y}", "{m}-{d}-{y}"])
CLOCKS = st.sampled_from(["", "T{h:02}:{n:02}", " {h}:{n:02}", " at {half}:{n:02} {ap}", ", {h}.{n:02} Uhr"])  # fmt: skip
NUMBERS = {"d": st.integers(1, 31), "m": st.integers(1, 12), "y": st.integers(1900, 9999)}
TIMES = {"h": st.integers(0, 23), "n": st.integers(0, 59)}
MONTHS = [date(2026, month, 1).strftime("%B") for month in range(1, 13)]


def read_as(text: str) -> date | str:
    """The day that a text is read as, or the code of its refusal."""
    try:
        return when(text).day
    except UnreadableDate as refusal:
        return refusal.code


def day_of(parts: dict[str, int]) -> date | str:
    """The day that these numbers are, if there is one."""
    try:
        return date(parts["y"], parts["m"], parts["d"])
    except ValueError:
        return "impossible-date"


@given(FORMS, st.fixed_dictionaries(NUMBERS), CLOCKS, st.fixed_dictionaries(TIMES))
@settings(max_examples=500, deadline=None)
def test_a_day_is_its_numbers_in_every_form(
    form: str, parts: dict[str, int], clock: str, at: dict[str, int]
) -> None:
    text = form.format(**parts, name=MONTHS[parts["m"] - 1]).strip("[]")
    half, ap = at["h"] % 12 or 12, "pm" if at["h"] > 11 else "am"
    assert read_as(text) == day_of(parts)
    if isinstance(day_of(parts), date):
        found = when(text + clock.format(**at, half=half, ap=ap))
        assert (found.day, found.clock) == (
            day_of(parts),
            time(at["h"], at["n"]) if clock else None,
        )


@given(SLASHED, st.fixed_dictionaries(NUMBERS))
@settings(max_examples=500, deadline=None)
def test_a_day_that_could_be_two_is_never_chosen(form: str, parts: dict[str, int]) -> None:
    two = parts["d"] <= 12 and parts["d"] != parts["m"]
    assert read_as(form.format(**parts)) == ("ambiguous-date" if two else day_of(parts))
