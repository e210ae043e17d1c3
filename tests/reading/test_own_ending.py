"""That I ended it myself is read from a sentence of prose, where nothing else says how it stands."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.kinds import OutcomeKind
from afterword.model import Outcome, Source
from afterword.reading import read_journal

# A Tuesday.
HEAD = "---\ncompany: Acme\ndate: 2026-11-24\nconfidence: 60\n---\n\n"


def outcome(body: str, head: str = HEAD) -> Outcome:
    (interview,) = read_journal([Source("a.md", f"{head}{body}\n\n## Went well\n- x\n")]).interviews
    return interview.outcome


@pytest.mark.parametrize(
    ("body", "kind", "decided"),
    [
        ("I withdrew on 25 Nov, too far away.", OutcomeKind.WITHDRAWN, 25),
        ("I pulled out on 25 Nov.", OutcomeKind.WITHDRAWN, 25),
        ("Nice people. I have withdrawn on 25 Nov.", OutcomeKind.WITHDRAWN, 25),
        ("Too far away.\nI withdrew from the process on 25 Nov.", OutcomeKind.WITHDRAWN, 25),
        ("- I withdrew my application on 25 Nov", OutcomeKind.WITHDRAWN, 25),
        ("I backed out (too far).", OutcomeKind.WITHDRAWN, None),
        ("Ich habe zurückgezogen.", OutcomeKind.WITHDRAWN, None),
        ("I declined the offer on 25 Nov.", OutcomeKind.DECLINED, 25),
        ("I accepted the offer.", OutcomeKind.ACCEPTED, None),
    ],
)
def test_my_own_ending_is_read(body: str, kind: OutcomeKind, decided: int | None) -> None:
    day = None if decided is None else date(2026, 11, decided)
    assert (outcome(body).kind, outcome(body).decided) == (kind, day)


@pytest.mark.parametrize(
    "body",
    [
        "I pulled out my laptop.",
        "I dropped out of uni in 2019.",
        "I withdrew my statement about Kafka.",
        "I said no.",
        "I declined.",
        "I cancelled.",
        "I withdrew?",
        "I almost withdrew.",
        "I rejected him in the role play.",
        "They withdrew.",
    ],
)
def test_what_only_sounds_like_it_ends_nothing(body: str) -> None:
    assert outcome(body).kind is OutcomeKind.PENDING


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("I withdrew on 25 Nov.", HEAD.replace("confidence: 60", "outcome: rejected")),
        ("Outcome: rejected\n\nI withdrew on 25 Nov.", HEAD),
    ],
)
def test_what_a_key_says_goes_before_it(body: str, head: str) -> None:
    assert outcome(body, head).kind is OutcomeKind.REJECTED


def test_in_an_interview_of_a_month_nothing_is_reckoned() -> None:
    head = HEAD.replace("2026-11-24", "2026-11")
    assert outcome("I withdrew.", head).kind is OutcomeKind.PENDING
