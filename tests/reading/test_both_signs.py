"""Items with a plus above items with a dash are both sides, where an entry names none; and their feedback, quoted."""

from __future__ import annotations

import pytest

from afterword.model import Interview, Journal, Source
from afterword.reading import read_journal

HEAD = "---\ncompany: Acme\ndate: 2026-11-12\noutcome: rejected\n---\n"


def journal_of(body: str) -> Journal:
    return read_journal([Source("a.md", f"{HEAD}{body}")])


def sides(interview: Interview) -> tuple[list[str], list[str]]:
    return [one.text for one in interview.went_well], [one.text for one in interview.went_badly]


@pytest.mark.parametrize(
    "body",
    [
        "A short talk.\n\n+ calm\n+ on time\n\n- froze\n",
        "+ calm\n+ on time\n- froze\n",
        "+ calm\n+ on time\n\n- froze\n\n## Take-aways\n- breathe\n",
    ],
)
def test_signs_alone_tell_the_sides(body: str) -> None:
    journal = journal_of(body)
    assert sides(journal.interviews[0]) == (["calm", "on time"], ["froze"])
    assert "list-not-counted" not in {one.code for one in journal.problems}


@pytest.mark.parametrize(
    "body",
    [
        "+ calm\n+ on time\n",
        "- calm\n\n+ on time\n",
        "- calm\n- on time\n",
        "+ pay\n\n- far away\n\n## Went badly\n- froze\n",
    ],
)
def test_without_both_in_this_order_they_are_told(body: str) -> None:
    journal = journal_of(body)
    assert not sides(journal.interviews[0])[0]
    assert "list-not-counted" in {one.code for one in journal.problems}


def test_another_list_is_left_as_it_is() -> None:
    journal = journal_of("+ calm\n- froze\n\n## Logistics\n- lift is out\n")
    assert sides(journal.interviews[0]) == (["calm"], ["froze"])
    told = [one.message for one in journal.problems if one.code == "list-not-counted"]
    assert ["lift is out" in one for one in told] == [True]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("## Feedback\n> Very strong.\n\n- Too quiet\n", ["Very strong.", "Too quiet"]),
        ("## Feedback\nThey rang.\n\n- Too quiet\n", ["Too quiet"]),
        ("## Feedback from Prof. Thole (phone, 6 Oct)\n> Very strong.\n", ["Very strong."]),
        ("## Comments by the panel\n- Too quiet\n", ["Too quiet"]),
        ("## Feedback from the whole long row of people who sat there in the hall on that day\n- Too quiet\n", []),
    ],
)  # fmt: skip
def test_what_they_said_counts_by_its_heading_and_its_quote(body: str, said: list[str]) -> None:
    assert [one.text for one in journal_of(body).interviews[0].feedback] == said
