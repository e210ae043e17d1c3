"""The rules of the follow-up clock: every number of days in it, with its reason and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A span of days (`business` ones or those of the calendar), why it is so long, and who says so."""

    days: int
    business: bool = False
    reason: str
    source: str


THANK_YOU_DUE = Rule(
    days=1,
    reason="A note is warmest while they remember the talk.",
    source="the six Rs: 24 to 48 hours after",
)
THANK_YOU_OVERDUE = Rule(
    days=2,
    reason="After two days it reads as an afterthought.",
    source="the six Rs: 24 to 48 hours after",
)
THANK_YOU_TOO_LATE = Rule(
    days=7,
    reason="After a week a thank-you reads as a reminder.",
    source="careers services of universities",
)
AFTER_THEIR_DAY = Rule(
    days=2,
    business=True,
    reason="Their day has an evening, and the next morning a meeting.",
    source="issue 3",
)
WHEN_NOTHING_WAS_SAID = Rule(
    days=7,
    business=True,
    reason="A week and a half is what most teams take to meet.",
    source="issue 3",
)
BEFORE_THE_SECOND = Rule(
    days=5,
    business=True,
    reason="One week gives the first one time to be answered.",
    source="issue 3",
)
ROOM_TO_WRITE = Rule(
    days=5,
    business=True,
    reason="Within a week of its opening a follow-up is still on time.",
    source="our own",
)
CLOSE_AFTER_TWO = Rule(
    days=21,
    business=True,
    reason="A month of silence after their own day, and two letters, is an answer.",
    source="our own",
)
CLOSE_ANYWAY = Rule(
    days=45,
    reason="Six weeks past their time hardly any answer comes.",
    source="our own, from public diaries of searches",
)
REPLY = Rule(
    days=2,
    reason="A short thanks keeps the door open while it still stands open.",
    source="issue 3",
)
REPLY_TOO_LATE = Rule(days=14, reason="Two weeks later a reply is a new letter.", source="our own")
FEEDBACK_TOO_LATE = Rule(
    days=30, reason="After a month they no longer remember the talk.", source="our own"
)
FEEDBACK_SILENCE = Rule(
    days=21, reason="Three weeks without an answer is a fact, and no fault.", source="issue 3"
)
RECONNECT_MONTHS = Rule(
    days=6, reason="Half a year later teams have new places.", source="issue 3 (in months)"
)
RECONNECT_TOO_LATE = Rule(
    days=60, reason="What was not written in two months was let go.", source="our own"
)
PROMISE_SOON = Rule(
    days=1, reason="What is promised for tomorrow is today's work.", source="our own"
)

MOST_FOLLOW_UPS = 2
