"""The shapes in which people write labels, sides, exchanges and tables below the front matter."""

from __future__ import annotations

import pytest

from afterword.model import Interview, Source
from afterword.reading import read_journal


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
