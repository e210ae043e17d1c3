"""A box ends with its last line, and a task with a day is a promise, wherever either stands."""

from __future__ import annotations

import pytest

from afterword.model import Interview, Source
from afterword.reading import read_journal

# A Tuesday.
HEAD = "---\ncompany: Acme\ndate: 2026-11-24\nconfidence: 60\n---\n\n"
JOAN = "- [ ] Email Joan 📅 2026-11-26"
BOX = "> [!failure] Went badly\n> - Blanked\n"


def read(body: str) -> Interview:
    (interview,) = read_journal([Source("a.md", HEAD + body)]).interviews
    return interview


def well(body: str) -> list[str]:
    return [one.text for one in read(body).went_well]


def badly(body: str) -> list[str]:
    return [one.text for one in read(body).went_badly]


def promised(body: str) -> list[str]:
    return [one.what for one in read(body).promised]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{BOX}\n- and late", ["Blanked"]),
        (f"{BOX}- and late", ["Blanked"]),
        (f"{BOX}\nThey were nice.\n\n- and late", ["Blanked"]),
        (f"{BOX}lazy", ["Blanked lazy"]),
        ("> [!failure] Went badly\n\n- Blanked", ["Blanked"]),
        ('!!! failure "Went badly"\n    - Blanked\n\n- and late', ["Blanked"]),
        ('=== "Went badly"\n    Blanked\n\nThey were nice.', ["Blanked"]),
        (f"{BOX}>\n> > [!success] Went well\n> > - Calm\n\n- and late", ["Blanked"]),
        (f"{BOX}\n```\ncode\n```\n\n## Went badly\n- again", ["Blanked", "again"]),
        (f"```\ncode\n```\n{BOX}\n- and late", ["Blanked"]),
    ],
)
def test_a_box_ends_with_its_last_line(body: str, expected: list[str]) -> None:
    assert badly(body) == expected


def test_behind_a_box_the_section_goes_on_in_which_it_stands() -> None:
    body = f"## Went well\n- calm\n\n{BOX}\nProse.\n\n- quick\n\n{BOX}\n## Other\n- none"
    assert well(body) == ["calm", "quick"]


def test_a_list_behind_a_box_below_a_label_stands_in_no_section() -> None:
    assert well(f"**Went well:**\n- calm\n\n{BOX}\n- quick") == ["calm"]


@pytest.mark.parametrize(
    "body",
    [
        f"{BOX}\nThey were nice.\n\n{JOAN}",
        f"{BOX}{JOAN}",
        f"## Went badly\n- Blanked\n\n{JOAN}",
        f"## Went well\n- Calm\n  {JOAN}",
        f"## Take-aways\n{JOAN}",
        f"## Feedback\n{JOAN}",
        "## Went well\n- [ ] Email\n  Joan [due:: 2026-11-26]",
    ],
)
def test_a_task_with_a_day_is_a_promise_in_any_section(body: str) -> None:
    assert promised(body) == ["Email Joan"]


@pytest.mark.parametrize("section", ["Do differently", "Skills to develop"])
def test_a_task_with_a_day_is_none_among_what_is_to_be_done(section: str) -> None:
    assert promised(f"## {section}\n{JOAN}") == []


def test_a_task_with_a_day_is_not_counted_as_what_went_badly() -> None:
    assert badly(f"## Went badly\n- Blanked\n{JOAN}") == ["Blanked"]
