"""The shapes in which people write labels, sides, exchanges and tables below the front matter."""

from __future__ import annotations

import pytest

from afterword.model import Interview, Source
from afterword.reading import read_journal
from afterword.reading.body.plain import plain


def entry(body: str) -> Interview:
    """The interview with this body."""
    text = f"---\ncompany: Acme\ndate: 2026-11-12\n---\n{body}"
    (one,) = read_journal([Source("a.md", text)]).interviews
    return one


@pytest.mark.parametrize(
    ("body", "well", "badly"),
    [
        ("Went well\n- Calm\n\nWent badly\n- Late\n", ["Calm"], ["Late"]),
        ("Went well\n- Calm\nWent badly\n- Late\nLogistics:\n- parking\n", ["Calm"], ["Late"]),
        ("What worked. I was calm.\n\nWhat didn't. I was late.\n", ["I was calm."], ["I was late."]),
        ("Went well: calm. Went badly: late, again.\n", ["calm."], ["late, again."]),
        ("**Pros:** calm **Cons:** late\n", ["calm"], ["late"]),
        ("## Went well: calm\n\n## Went badly – Acme\n- late\n", ["calm"], ["late"]),
        ("What went well?\n\nCalm.\n\nWhat went badly?\n\nLate.\n", ["Calm."], ["Late."]),
        ("## Pros and cons\n- Pros\n    - calm\n- Cons: late\n", ["calm"], ["late"]),
        ("| What went well | Why |\n|---|---|\n| calm | slept |\n", ["calm"], []),
        ("| Went well | calm |\n|---|---|\n| Went badly | late |\n", ["calm"], ["late"]),
        ('=== "Went well"\n\n    - calm\n\n=== "Went badly"\n\n    - late\n', ["calm"], ["late"]),
        ("## Went well\n!!! note\n    - calm\n", ["calm"], []),
        ("## Went well\n> [!note] So\n> - calm\n> - kind\n", ["calm", "kind"], []),
        ("## Went well\n\t- calm\n", ["calm"], []),
    ],
)  # fmt: skip
def test_its_items_are_read(body: str, well: list[str], badly: list[str]) -> None:
    one = entry(body)
    assert [item.text for item in one.went_well] == well
    assert [item.text for item in one.went_badly] == badly


@pytest.mark.parametrize(
    ("body", "pieces"),
    [
        ("- Praise: calm\n  Missing: depth\n", [("calm", "praise"), ("depth", "gap")]),
        ("Praise: calm. Missing: depth\n", [("calm.", "praise"), ("depth", "gap")]),
        ("Praise:\n- calm\nGap:\n- depth\n", [("calm", "praise"), ("depth", "gap")]),
        ("- Praise\n    - calm\n- Gaps\n    - depth\n", [("calm", "praise"), ("depth", "gap")]),
        ("- Praise: calm\n    - Missing: depth\n", [("calm", "praise"), ("depth", "gap")]),
        ("| Praise | Gap |\n|---|---|\n| calm | depth |\n", [("calm", "praise"), ("depth", "gap")]),
    ],
)  # fmt: skip
def test_each_side_of_their_feedback_is_a_piece(body: str, pieces: list[tuple[str, str]]) -> None:
    found = entry(f"## Feedback\n{body}").feedback
    assert [(item.text, item.kind.value) for item in found] == pieces


@pytest.mark.parametrize(
    "body",
    [
        "Q: Why us?\nA: The product.\n",
        "Q: Why us? A: The product.\n",
        "Why us?\nThe product.\n",
        "Why us?\n\nThe product.\n",
        "- Q: Why us?\n- A: The product.\n",
        "- Why us?\n  The product.\n",
        "**Why us?**\n- The product.\n",
    ],
)
def test_an_answer_is_no_question(body: str) -> None:
    found = entry(f"## Questions\n{body}").questions
    assert [(item.text, item.notes) for item in found] == [("Why us?", ("The product.",))]


def said(body: str) -> list[tuple[str, int]]:
    """The codes of what is said of an entry with this body, each with its line."""
    text = f"---\ncompany: Acme\ndate: 2026-11-12\nconfidence: 60\n---\n{body}"
    made = read_journal([Source("a.md", text)])
    return [(one.code, one.line) for one in made.problems]


def test_a_comment_without_an_end_is_told_where_it_begins() -> None:
    body = "## Went well\n- calm\n\n%% not for others\n\n## Went badly\n- late\n"
    assert said(body) == [("open-comment", 9)]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("- x\n" * 20_001, "20,001 lines, and no more than 20,000"),
        ("- a " + "[" * 501, "501 square brackets, and no more than 500"),
        ("## a\n" * 2_001, "2,001 headings, and no more than 2,000"),
    ],
)
def test_an_entry_that_nobody_wrote_by_hand_is_refused_in_a_sentence(body: str, told: str) -> None:
    made = read_journal([Source("a.md", f"---\ncompany: Acme\ndate: 2026-11-12\n---\n{body}")])
    (problem,) = made.problems
    assert (problem.code, made.interviews, len(made.unread)) == ("too-long", (), 1)
    assert told in problem.message


@pytest.mark.parametrize("body", ["- [ ] a\n" * 600, "- a #b #c #d\n" * 900, "[" * 500])
def test_a_long_list_is_read(body: str) -> None:
    assert read_journal(
        [Source("a.md", f"---\ncompany: Acme\ndate: 2026-11-12\n---\n## Skills\n{body}")]
    ).interviews


def test_an_answer_without_a_question_is_nobodys() -> None:
    assert entry("## Questions\nA: The product.\n").questions == ()


def test_a_box_without_a_title_or_anything_in_it_is_text() -> None:
    one = entry('!!! note ""\n\nAfter.\n\n## Went well\n- calm\n')
    assert [item.text for item in one.went_well] == ["calm"]


def test_an_address_that_something_refers_to_stays_one() -> None:
    one = entry("See [them].\n\n[them]: https://acme.example\n\n## Went well\n- calm\n")
    assert "\n[them]: https://acme.example" in one.body


def test_quotes_within_quotes_end_somewhere() -> None:
    assert entry(f"{'> ' * 15}deep\n\n## Went well\n- calm\n").went_well[0].text == "calm"


def test_a_box_within_an_item_is_the_items() -> None:
    one = entry('## Went well\n- calm\n\n    !!! note "Why"\n        practised\n- clear\n')
    assert [item.text for item in one.went_well] == ["calm", "clear"]


def test_both_sides_at_once_hold_no_fact() -> None:
    body = "## Pros and cons\n+ calm\n\n    More of it.\n\n+ Thank-you note: Dear Ada\n"
    assert [item.text for item in entry(body).went_well] == ["calm", "Thank-you note: Dear Ada"]


def test_the_summary_is_the_first_prose_that_is_no_fact() -> None:
    one = entry("[TOC]\n\nRound: final\n\nA good talk.\n\n## Went well\n- calm\n")
    assert one.summary == "A good talk."


def test_a_label_with_nothing_but_a_why_behind_it_says_that() -> None:
    assert [one.text for one in entry("## Questions\n- Q:\n  Why: it came up\n").questions] == [
        "Q: Why: it came up"
    ]
    assert entry("## Questions\n- Q:\n- A:\n").questions == ()


@pytest.mark.no_cover
def test_thousands_of_brackets_are_text() -> None:
    assert plain(f"**a** {'[' * 50_000}") == f"a {'[' * 50_000}"
