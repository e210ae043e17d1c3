"""Somebody whom an entry greets or thanks is named in it, listed or not."""

from __future__ import annotations

import pytest

from afterword.audience.addressed import addressed_in
from afterword.audience.audience import Audience, Profile
from afterword.audience.hiding import masks_for
from afterword.model import Interview, Journal, Source
from afterword.reading import read_journal

HEAD = "---\ncompany: Acme\ndate: 2026-11-12\n---\n\n"


def journal(body: str) -> Journal:
    return read_journal([Source("a.md", HEAD + body)])


def addressed(body: str) -> list[str]:
    interview: Interview = journal(body).interviews[0]
    return list(addressed_in(interview))


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Thank Sam for the tea.", ["Sam"]),
        ("Met Hanna Okoye in the lobby; emailed Priya.", ["Hanna Okoye", "Priya"]),
        ("## Thank-you note\nDear Dr. Meier,\nthank you.", ["Meier", "Meier"]),
        ("Sehr geehrte Frau Tapken, hallo Jörn!", ["Tapken", "Jörn"]),
        ("Thank You! Hi Team, hello Everyone, thank them.", []),
        ("## Went well\n- Met Kafka again #kafka", []),
    ],
)
def test_who_is_addressed_is_named(body: str, names: list[str]) -> None:
    assert addressed(body) == names


def test_a_coach_reads_no_such_name_anywhere() -> None:
    one = journal("Thank Sam for the tea. Sam was kind, and it was the same tea.")
    masks = masks_for(one, Audience(profile=Profile.COACH))
    assert (
        masks("Thank Sam. Sam's tea was the same.")
        == "Thank somebody. Somebody's tea was the same."
    )
