"""Every case of the clock is so by the rules, and the home page, `due`, the export and the calendar say the same."""

from __future__ import annotations

import pytest
from tests.clock.surfaces import (
    calendar_days,
    calendar_events,
    cancelled_ahead,
    json_lines,
    owed_days,
    owed_lines,
    page_lines,
    text_misses,
)
from tests.clock.table import CASES, NAMES, Case, of_kind, told

from afterword.edition.naming import application_title
from afterword.edition.standing import application_words

STORIES = [case for case in CASES if case.stands or case.applications]
EACH = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
# Measured in a few cases, as all of them run the same lines.
EACH_OF_MANY = pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case.name, marks=[pytest.mark.no_cover] * bool(at % 20))
        for at, case in enumerate(CASES)
    ],
)


@EACH
def test_the_rules_say_so(case: Case) -> None:
    owed = case.edition.owed
    found = {kind: of_kind(owed, kind) for kind in NAMES}
    assert case.expected == {kind: [told(one) for one in found[kind]] for kind in case.expected}
    assert case.what == {kind: [one.what for one in found[kind]] for kind in case.what}
    for kind, parts in case.why.items():
        whys = [one.why for one in found[kind]]
        assert [True] * len(parts) == [part in why for part, why in zip(parts, whys, strict=True)]


@EACH_OF_MANY
def test_every_place_says_the_same(case: Case) -> None:
    owed = owed_lines(case.edition.owed)
    assert page_lines(case) == owed
    assert json_lines(case) == owed
    assert text_misses(case) == []
    events = calendar_events(case)
    assert calendar_days(events) == owed_days(case)
    assert cancelled_ahead(events, case) == []
    assert len({one.uid.value for one in events}) == len(events)


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case.said or case.unsaid],
    ids=[case.name for case in CASES if case.said or case.unsaid],
)
def test_the_home_page_says_so(case: Case) -> None:
    text = case.home_text
    assert [one for one in case.said if one not in text] == []
    assert [one for one in case.unsaid if one in text] == []


@pytest.mark.parametrize("case", STORIES, ids=[case.name for case in STORIES])
def test_every_interview_and_application_stands_so(case: Case) -> None:
    journal, edition = case.edition.journal, case.edition
    assert case.stands in ([], [edition.stands(one).words for one in journal.interviews])
    told = [
        f"{application_title(one)}; {application_words(one, case.today)}"
        for one in journal.applications
    ]
    assert case.applications in ([], told)


def test_the_table_is_long_enough_and_speaks_of_every_kind() -> None:
    assert len(CASES) >= 250
    assert {kind for case in CASES for kind, found in case.expected.items() if found} == NAMES


def test_no_two_cases_have_one_name() -> None:
    names = [case.name for case in CASES]
    assert sorted(set(names)) == sorted(names)
