"""The rows of what is owed once an application has ended: a reply, a question, thanks, and the door kept open."""

from __future__ import annotations

from afterword.analysis.follow_ups import ticking
from afterword.analysis.follow_ups.after_rejection import (
    awaited_answers,
    questions,
    reconnections,
    replies,
)
from afterword.analysis.follow_ups.connecting import connections
from afterword.analysis.follow_ups.kind import FEEDBACK_DELAY, Bound, Kind
from afterword.analysis.follow_ups.referees import to_thank
from afterword.analysis.follow_ups.spans import DAY_AFTER, TWO_BUSINESS_DAYS, WITHIN_A_WEEK
from afterword.days import Span, Unit
from afterword.kinds import Party

REPLY = Kind(
    name="reply",
    words="Reply and thank them",
    occasions=replies,
    opens=Bound(Span(0), "A short thanks keeps the door open while it still stands open."),
    due=TWO_BUSINESS_DAYS,
    overdue=DAY_AFTER,
    lapses=Bound(Span(14), "Two weeks later a reply is a new letter."),
    done_by="follow_ups",
    ticks=ticking.letter_sent,
    command="followed-up",
    order=7,
    survives_end=True,
    survives_acceptance=True,
    reason="Within two days a thanks still belongs to the talk; later a short one is still kind. An address that takes no reply gets none.",
    source="Climb the Ladder: within 24 to 48 hours",
)

REFERENCE_THANKS = Kind(
    name="reference-thanks",
    words="Thank {to}, and say how it ended",
    occasions=to_thank,
    opens=Bound(Span(0), "They were ready to vouch for you."),
    due=Span(7),
    lapses=Bound(Span(30), "After a month they have heard, or asked."),
    done_by="references",
    ticks=ticking.thanked,
    where="in place of the name",
    order=10,
    by_contact=False,
    is_awaited=False,
    survives_end=True,
    survives_acceptance=True,
    reason="A referee who hears how it ended will gladly do it again.",
    source="La Salle University: tell them the outcome",
)

# The option `feedback_delay` gives the number of its business days.
FEEDBACK = Kind(
    name="feedback",
    words="Ask for feedback",
    occasions=questions,
    opens=Bound(
        Span(FEEDBACK_DELAY, Unit.BUSINESS_DAYS),
        "Asked once and kindly, it is often answered.",
    ),
    due=WITHIN_A_WEEK,
    lapses=Bound(Span(30), "After a month they no longer remember the talk."),
    done_by="feedback_asked",
    ticks=ticking.on_this_day("feedback_asked"),
    command="asked",
    order=11,
    survives_end=True,
    reason="After a month they no longer remember the talk.",
    source="Climb the Ladder: within a week",
)

FEEDBACK_ANSWER = Kind(
    name="feedback",
    words="Their feedback",
    occasions=awaited_answers,
    opens=Bound(
        Span(21),
        "You have asked; the answer is theirs to give. 71\u202f% of candidates got none (Talent Board, 2022).",
    ),
    lapses=Bound(
        Span(21),
        "Three weeks without an answer is a fact, and no fault: 71\u202f% of candidates got none (Talent Board, 2022).",
    ),
    done_by="feedback_received",
    ticks=ticking.on_this_day("feedback_received"),
    instead="feedback_received: none",
    command="received",
    order=11,
    who=Party.THEM,
    survives_end=True,
    reason="Three weeks without an answer is a fact, and no fault.",
    source="Talent Board (2022): 71\u202f% of candidates got no feedback",
)

CONNECT = Kind(
    name="connect",
    words="Connect with {to}",
    occasions=connections,
    opens=Bound(Span(0), "The process is over, so that it presses nobody."),
    otherwise=Bound(Span(0), "They asked you to."),
    due=Span(14),
    lapses=Bound(Span(60), "After two months it is a request out of the blue."),
    done_by="connected",
    ticks=ticking.on_this_day("connected"),
    command="connected",
    order=12,
    by_contact=False,
    is_awaited=False,
    survives_end=True,
    may_be_left=True,
    reason="Before the end a request to connect presses them; after it, it keeps the door open. You may leave it, too.",
    source="Elliott Scott HR (2015): not before the process is over; Ivy Exec (2022) shows that opinions are split",
)

RECONNECT = Kind(
    name="reconnect",
    words="Write to them again",
    occasions=reconnections,
    opens=Bound(Span(0), "You meant to keep the door open."),
    otherwise=Bound(Span(90), "It ended well, and three months later teams have new places."),
    due=Span(0),
    lapses=Bound(Span(60), "What was not written in two months was let go."),
    is_planned=True,
    done_by="reconnected",
    ticks=ticking.on_this_day("reconnected"),
    instead="reconnect: never",
    command="reconnected",
    order=14,
    is_awaited=False,
    survives_end=True,
    survives_acceptance=True,
    reason="A door that was left open is easiest to knock at again after some months.",
    source="CareerUSA (2010): after 60 days, then every two or three months; JobShop: three to six months before applying again",
)
