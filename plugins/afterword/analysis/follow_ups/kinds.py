"""Which kinds of follow-up are there, and what is true of each? One row a kind; nothing else lists them."""

from __future__ import annotations

from functools import partial

from afterword.analysis.follow_ups.after_rejection import (
    awaited_answers,
    questions,
    reconnections,
    replies,
)
from afterword.analysis.follow_ups.around_interview import (
    coming,
    my_promises,
    references,
    thank_yous,
    their_promises,
)
from afterword.analysis.follow_ups.asking import closing, first_letter, second_letter
from afterword.analysis.follow_ups.kind import FEEDBACK_DELAY, Bound, CalendarDay, Kind
from afterword.days import Span, Unit
from afterword.kinds import Party

_DAY_AFTER = Span(1)
_WITHIN_A_WEEK = Span(5, Unit.BUSINESS_DAYS)
_WHEN_NOTHING_WAS_SAID = Span(7, Unit.BUSINESS_DAYS)
# On this day the questions about a decision are let go, and closing the application is suggested in their place.
_TOO_LONG = Bound(Span(45), "Six weeks past their time hardly any answer comes.")
_CHOICE = "no source: a choice of this program"

INTERVIEW = Kind(
    name="interview",
    words="Interview",
    occasions=coming,
    due=Span(0),
    is_planned=True,
    done_by="",
    order=0,
    calendar=CalendarDay.DUE,
    by_contact=False,
    is_awaited=False,
    is_appointment=True,
    reason="It is on its day, at its time.",
    source="the entry's date",
)
THANK_YOU = Kind(
    name="thank-you",
    words="Thank-you note",
    occasions=thank_yous,
    due=Span(1),
    overdue=_DAY_AFTER,
    lapses=Bound(Span(7), "After a week a thank-you reads as a reminder."),
    done_by="thank_you",
    order=1,
    calendar=CalendarDay.DUE,
    reason="A note is warmest while they remember the talk; after two days it reads as an afterthought.",
    source="TopResume (2017) and Charterhouse (2019): 24 to 48 hours after the interview",
)
MY_PROMISE = Kind(
    name="promise",
    words="Promise",
    occasions=my_promises,
    opens=Bound(Span(0), "You promised this."),
    overdue=_DAY_AFTER,
    soon=Span(1),
    done_by="promised",
    order=2,
    calendar=CalendarDay.DUE,
    reason="What is promised for tomorrow is today's work.",
    source="the day that was promised",
)
THEIR_PROMISE = Kind(
    name="promise",
    words="Promise",
    occasions=their_promises,
    opens=Bound(
        Span(1), "They promised this; once the day has passed it is a good reason to write."
    ),
    otherwise=Bound(_WHEN_NOTHING_WAS_SAID, "They promised this without a day."),
    done_by="promised",
    order=2,
    who=Party.THEM,
    reason="Once their day has passed it is a good reason to write.",
    source="Indeed (2023): where nothing was said, as for a decision",
)
REFERENCE = Kind(
    name="reference",
    words="Tell {to} to expect a call",
    occasions=references,
    opens=Bound(Span(0), "There is a final round or an offer."),
    done_by="references",
    order=3,
    calendar=CalendarDay.DUE,
    by_contact=False,
    is_awaited=False,
    reason="A referee who is called unprepared can do harm, so they need to know now.",
    source="CareerUSA (2012): the same day; La Salle University: with the description of the job",
)
REPLY = Kind(
    name="reply",
    words="Reply and thank them",
    occasions=replies,
    opens=Bound(Span(0), "A short thanks keeps the door open while it still stands open."),
    due=Span(2),
    overdue=_DAY_AFTER,
    lapses=Bound(Span(14), "Two weeks later a reply is a new letter."),
    done_by="follow_ups",
    order=4,
    survives_end=True,
    reason="A short thanks keeps the door open while it still stands open.",
    source="Climb the Ladder: within 24 to 48 hours",
)
DECISION = Kind(
    name="decision",
    words="Ask how it stands",
    occasions=first_letter,
    opens=Bound(
        Span(2, Unit.BUSINESS_DAYS),
        "They said when they would decide; give them until the second business day after.",
    ),
    otherwise=Bound(
        _WHEN_NOTHING_WAS_SAID, "They named no day; a week and a half is what most teams take."
    ),
    due=_WITHIN_A_WEEK,
    overdue=_DAY_AFTER,
    lapses=_TOO_LONG,
    done_by="follow_ups",
    order=5,
    reason="Their day has an evening, and the next morning a meeting.",
    source="Indeed (2023) and JournalismJobs: one to two business days after the day they named, else five to seven",
)
SECOND_DECISION = Kind(
    name="decision",
    words="Ask once more, for the last time",
    occasions=partial(second_letter, DECISION),
    opens=Bound(_WITHIN_A_WEEK, "One week gives the first one time to be answered."),
    due=_WITHIN_A_WEEK,
    overdue=_DAY_AFTER,
    lapses=_TOO_LONG,
    done_by="follow_ups",
    order=5,
    reason="One week gives the first one time to be answered; a third would not help.",
    source="WiseWorq: at most two; Seneca: usually one",
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
    due=_WITHIN_A_WEEK,
    lapses=Bound(Span(30), "After a month they no longer remember the talk."),
    done_by="feedback_asked",
    order=6,
    survives_end=True,
    reason="After a month they no longer remember the talk.",
    source="Climb the Ladder: within a week",
)
FEEDBACK_ANSWER = Kind(
    name="feedback",
    words="Their feedback",
    occasions=awaited_answers,
    opens=Bound(Span(21), "You have asked; the answer is theirs to give."),
    lapses=Bound(Span(21), "Three weeks without an answer is a fact, and no fault."),
    done_by="feedback_received",
    order=6,
    who=Party.THEM,
    survives_end=True,
    reason="Three weeks without an answer is a fact, and no fault.",
    source="Talent Board (2022): 71 % of candidates got no feedback",
)
CLOSE = Kind(
    name="close",
    words="Mark it as no answer",
    occasions=partial(closing, SECOND_DECISION),
    opens=Bound(
        Span(21, Unit.BUSINESS_DAYS),
        "Their own time is long past. Write outcome: no answer into the entry, or leave it.",
    ),
    otherwise=_TOO_LONG,
    done_by="outcome",
    order=7,
    by_contact=False,
    is_awaited=False,
    reason="A month of silence after their own day, and two letters, is an answer.",
    source=_CHOICE,
)
RECONNECT = Kind(
    name="reconnect",
    words="Write to them again",
    occasions=reconnections,
    opens=Bound(Span(0), "You meant to keep the door open."),
    otherwise=Bound(Span(6, Unit.MONTHS), "Half a year later teams have new places."),
    due=Span(0),
    lapses=Bound(Span(60), "What was not written in two months was let go."),
    is_planned=True,
    done_by="reconnect",
    order=8,
    is_awaited=False,
    survives_end=True,
    reason="Half a year later teams have new places.",
    source="JobShop: three to six months before applying again",
)

KINDS: tuple[Kind, ...] = (
    INTERVIEW,
    THANK_YOU,
    MY_PROMISE,
    THEIR_PROMISE,
    REFERENCE,
    REPLY,
    DECISION,
    SECOND_DECISION,
    FEEDBACK,
    FEEDBACK_ANSWER,
    CLOSE,
    RECONNECT,
)
