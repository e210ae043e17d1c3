"""How a follow-up stands: what each of its states says of it."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.analysis.follow_ups.follow_up import FollowUp, FollowUpState
from afterword.analysis.follow_ups.kinds import KINDS


@pytest.mark.parametrize(
    ("state", "calls", "is_open"),
    [
        (FollowUpState.WAIT, False, True),
        (FollowUpState.DUE, True, True),
        (FollowUpState.OVERDUE, True, True),
        (FollowUpState.DONE, False, False),
        (FollowUpState.UPCOMING, False, True),
        (FollowUpState.DROPPED, False, False),
    ],
)
def test_what_is_due_calls_and_what_is_not_done_is_open(
    state: FollowUpState, *, calls: bool, is_open: bool
) -> None:
    one = FollowUp(
        kind=KINDS[0], what="Write", company="Heron", path="a.md", opens=date.min, state=state
    )
    assert (one.calls, one.is_open) == (calls, is_open)
    assert one.id == f"{KINDS[0].name}-1-a.md"
