"""Which kinds of follow-up are there, and what is true of each? One row a kind; nothing else lists them."""

from __future__ import annotations

from functools import partial

from afterword.analysis.follow_ups import ticking
from afterword.analysis.follow_ups.after_rejection import (
    awaited_answers,
    questions,
    reconnections,
    replies,
)
from afterword.analysis.follow_ups.around_interview import (
    coming,
    good_words,
    my_promises,
    thank_yous,
    their_promises,
    unnoted,
)
from afterword.analysis.follow_ups.asking import closing, first_letter, second_letter
from afterword.analysis.follow_ups.connecting import connections
from afterword.analysis.follow_ups.kind import FEEDBACK_DELAY, Bound, CalendarDay, Kind
from afterword.analysis.follow_ups.offer import answers, others_to_tell
from afterword.analysis.follow_ups.referees import to_tell, to_thank
from afterword.days import Span, Unit
from afterword.kinds import Party

_DAY_AFTER = Span(1)
_WITHIN_A_WEEK = Span(5, Unit.BUSINESS_DAYS)
# After a day that they named, whether for a decision or for what they promised.
_GRACE = Span(2, Unit.BUSINESS_DAYS)
_WHEN_NOTHING_WAS_SAID = Span(7, Unit.BUSINESS_DAYS)
_TWO_BUSINESS_DAYS = Span(2, Unit.BUSINESS_DAYS)
# On this day the questions about a decision are let go, and closing the application is suggested in their place.
_TOO_LONG = Bound(Span(45), "Six weeks past their time hardly any answer comes.")
_CHOICE = "none, a choice of this program"
_LATE_PROMISE = "After three months a promise is forgotten on both sides."
_STATED_DATE = "Indeed (2023) and JournalismJobs: one to two business days after the day they named, else five to seven"

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
OFFER = Kind(
    name="offer",
    words="Answer their offer",
    occasions=answers,
    opens=Bound(Span(0), "Thank them first. You may ask for more time, or accept, or decline."),
    due=Span(3, Unit.BUSINESS_DAYS),
    overdue=_DAY_AFTER,
    done_by="outcome",
    ticks=ticking.offer_answered,
    instead="outcome: declined",
    order=1,
    calendar=CalendarDay.DUE,
    reason="They hold the place for you until the day they gave; where they gave none, three business days are enough to thank them and ask for time.",
    source="the day they gave; where they gave none, a choice of this program",
)
OTHERS = Kind(
    name="others",
    words="Tell them kindly that you withdraw",
    occasions=others_to_tell,
    opens=Bound(Span(0), "They are still keeping a place for you."),
    due=_TWO_BUSINESS_DAYS,
    lapses=Bound(Span(14), "After two weeks they know."),
    done_by="outcome",
    ticks=ticking.withdrawn,
    order=2,
    survives_acceptance=True,
    reason="Who is told kindly and in time remembers it: no bridge is burnt.",
    source=_CHOICE,
)
THANK_YOU = Kind(
    name="thank-you",
    words="Thank-you note",
    occasions=thank_yous,
    due=Span(1),
    is_office_work=True,
    overdue=_DAY_AFTER,
    lapses=Bound(Span(7), "After a week a thank-you reads as a reminder."),
    done_by="thank_you",
    ticks=ticking.thank_you_sent,
    instead="thank_you: skip",
    order=3,
    calendar=CalendarDay.DUE,
    reason="A note is warmest while they remember the talk; after two days it reads as an afterthought.",
    source="TopResume (2017) and Charterhouse (2019): 24 to 48 hours after the interview",
)
NOTES = Kind(
    name="notes",
    words="Write down how it went",
    occasions=unnoted,
    opens=Bound(Span(0), "One line that went well and one that went badly are enough."),
    due=_DAY_AFTER,
    lapses=Bound(Span(5), "After five days little more than the worst moment is left."),
    done_by="went_well",
    ticks=ticking.noted,
    order=4,
    by_contact=False,
    is_awaited=False,
    survives_end=True,
    reason="Memory soon keeps only the bad moments; what is written down the same day is fairer to you.",
    source="University of Illinois: look back on the same day; Tannenbaum and Cerasoli (2013): debriefs",
)
MY_PROMISE = Kind(
    name="promise",
    words="Promise",
    occasions=my_promises,
    opens=Bound(Span(0), "You promised this."),
    overdue=_DAY_AFTER,
    lapses=Bound(Span(90), _LATE_PROMISE),
    soon=Span(1),
    done_by="promised",
    ticks=ticking.kept,
    order=5,
    calendar=CalendarDay.DUE,
    reason="What is promised for tomorrow is today's work.",
    source="the day that was promised",
)
THEIR_PROMISE = Kind(
    name="promise",
    words="Promise",
    occasions=their_promises,
    opens=Bound(
        _GRACE, "They promised this; once the day has passed it is a good reason to write."
    ),
    otherwise=Bound(_WHEN_NOTHING_WAS_SAID, "They promised this without a day."),
    lapses=Bound(Span(90), _LATE_PROMISE),
    done_by="promised",
    ticks=ticking.kept,
    order=5,
    who=Party.THEM,
    reason="Once their day has passed it is a good reason to write; they have the same grace as for a decision.",
    source=_STATED_DATE,
)
REFERENCE = Kind(
    name="reference",
    words="Tell {to} to expect a call",
    occasions=to_tell,
    opens=Bound(Span(0), "There is a final round or an offer."),
    due=Span(0),
    done_by="references",
    ticks=ticking.told,
    order=6,
    calendar=CalendarDay.DUE,
    by_contact=False,
    is_awaited=False,
    reason="A referee who is called unprepared can do harm, so they need to know now, with the description of the job.",
    source="CareerUSA (2012): the same day; La Salle University: with the description of the job",
)
REPLY = Kind(
    name="reply",
    words="Reply and thank them",
    occasions=replies,
    opens=Bound(Span(0), "A short thanks keeps the door open while it still stands open."),
    due=_TWO_BUSINESS_DAYS,
    overdue=_DAY_AFTER,
    lapses=Bound(Span(14), "Two weeks later a reply is a new letter."),
    done_by="follow_ups",
    ticks=ticking.letter_sent,
    order=7,
    survives_end=True,
    survives_acceptance=True,
    reason="A short thanks keeps the door open while it still stands open. An address that takes no reply gets none.",
    source="Climb the Ladder: within 24 to 48 hours",
)
DECISION = Kind(
    name="decision",
    words="Ask how it stands",
    occasions=first_letter,
    opens=Bound(
        _GRACE, "They said when they would decide; give them until the second business day after."
    ),
    otherwise=Bound(
        _WHEN_NOTHING_WAS_SAID, "They named no day; a week and a half is what most teams take."
    ),
    due=_WITHIN_A_WEEK,
    overdue=_DAY_AFTER,
    lapses=_TOO_LONG,
    done_by="follow_ups",
    ticks=ticking.letter_sent,
    order=8,
    reason="Their day has an evening, and the next morning a meeting. Until then waiting is the right thing to do.",
    source=_STATED_DATE,
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
    ticks=ticking.letter_sent,
    order=8,
    reason="One week gives the first one time to be answered; a third would not help.",
    source="WiseWorq: at most two; Seneca: usually one",
)
GOOD_WORD = Kind(
    name="good-word",
    words="Ask {to} for a good word",
    occasions=good_words,
    opens=Bound(Span(0), "They know somebody there, and you have been seen once."),
    due=Span(3, Unit.BUSINESS_DAYS),
    done_by="advocates",
    ticks=ticking.asked,
    order=9,
    by_contact=False,
    is_awaited=False,
    reason="A word of somebody whom they know weighs most once they have met you, and before they decide.",
    source="Holyoake, Boston.com (2012): after the first interview",
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
    due=_WITHIN_A_WEEK,
    lapses=Bound(Span(30), "After a month they no longer remember the talk."),
    done_by="feedback_asked",
    ticks=ticking.on_this_day("feedback_asked"),
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
        "You have asked; the answer is theirs to give. 71 % of candidates got none (Talent Board, 2022).",
    ),
    lapses=Bound(
        Span(21),
        "Three weeks without an answer is a fact, and no fault: 71 % of candidates got none (Talent Board, 2022).",
    ),
    done_by="feedback_received",
    ticks=ticking.on_this_day("feedback_received"),
    instead="feedback_received: none",
    order=11,
    who=Party.THEM,
    survives_end=True,
    reason="Three weeks without an answer is a fact, and no fault.",
    source="Talent Board (2022): 71 % of candidates got no feedback",
)
CONNECT = Kind(
    name="connect",
    words="Connect on a network",
    occasions=connections,
    opens=Bound(Span(0), "The process is over, so that it presses nobody."),
    otherwise=Bound(Span(0), "They asked you to."),
    due=Span(14),
    lapses=Bound(Span(60), "After two months it is a request out of the blue."),
    done_by="connected",
    ticks=ticking.on_this_day("connected"),
    order=12,
    by_contact=False,
    is_awaited=False,
    survives_end=True,
    reason="Before the end a request to connect presses them; after it, it keeps the door open. You may leave it, too.",
    source="Elliott Scott HR (2015): not before the process is over; Ivy Exec (2022) shows that opinions are split",
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
    ticks=ticking.no_answer,
    order=13,
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
    otherwise=Bound(Span(90), "It ended well, and three months later teams have new places."),
    due=Span(0),
    lapses=Bound(Span(60), "What was not written in two months was let go."),
    is_planned=True,
    done_by="reconnected",
    ticks=ticking.on_this_day("reconnected"),
    instead="reconnect: never",
    order=14,
    is_awaited=False,
    survives_end=True,
    survives_acceptance=True,
    reason="Three months later teams have new places, and they still know you.",
    source="CareerUSA (2010): after 60 days, then every two or three months; JobShop: three to six months before applying again",
)

KINDS: tuple[Kind, ...] = (
    INTERVIEW,
    OFFER,
    OTHERS,
    THANK_YOU,
    NOTES,
    MY_PROMISE,
    THEIR_PROMISE,
    REFERENCE,
    REPLY,
    DECISION,
    SECOND_DECISION,
    GOOD_WORD,
    REFERENCE_THANKS,
    FEEDBACK,
    FEEDBACK_ANSWER,
    CONNECT,
    CLOSE,
    RECONNECT,
)
