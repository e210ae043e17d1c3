"""The rows of what an application calls for while it goes on: its interviews, notes, promises, and people who help."""

from __future__ import annotations

from afterword.analysis.follow_ups import ticking
from afterword.analysis.follow_ups.around_interview import (
    coming,
    good_words,
    my_promises,
    thank_yous,
    their_promises,
    unnoted,
)
from afterword.analysis.follow_ups.kind import Bound, CalendarDay, Kind
from afterword.analysis.follow_ups.referees import to_tell
from afterword.analysis.follow_ups.spans import (
    DAY_AFTER,
    FORGOTTEN,
    GRACE,
    STATED_DATE,
    THREE_BUSINESS_DAYS,
    WHEN_NOTHING_WAS_SAID,
)
from afterword.days import Span
from afterword.kinds import Party

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
    is_office_work=True,
    overdue=DAY_AFTER,
    lapses=Bound(Span(7), "After a week a thank-you reads as a reminder."),
    done_by="thank_you",
    ticks=ticking.thank_you_sent,
    instead="thank_you: skip",
    command="thanked",
    order=3,
    calendar=CalendarDay.DUE,
    reason="A note is warmest while they remember the talk; a late one is kinder than none.",
    source="TopResume (2017) and Charterhouse (2019): 24 to 48 hours after the interview",
)

NOTES = Kind(
    name="notes",
    words="Write down how it went",
    occasions=unnoted,
    opens=Bound(Span(0), "One line that went well and one that went badly are enough."),
    due=DAY_AFTER,
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
    opens=Bound(Span(0), "You wrote that you would."),
    overdue=DAY_AFTER,
    lapses=FORGOTTEN,
    soon=Span(1),
    done_by="promised",
    ticks=ticking.kept,
    where="beside it",
    survives_acceptance_here=True,
    command="kept {what}",
    order=5,
    calendar=CalendarDay.DUE,
    reason="What is promised for tomorrow is today's work.",
    source="the day that was promised",
)

THEIR_PROMISE = Kind(
    name="promise",
    words="Promise",
    occasions=their_promises,
    opens=Bound(GRACE, "They promised this; once the day has passed it is a good reason to write."),
    otherwise=Bound(WHEN_NOTHING_WAS_SAID, "They promised this without a day."),
    lapses=FORGOTTEN,
    done_by="promised",
    ticks=ticking.kept,
    where="beside it",
    survives_acceptance_here=True,
    command="kept {what}",
    order=5,
    who=Party.THEM,
    reason="Nobody minds being asked after two business days, as with a decision.",
    source=STATED_DATE,
)

REFERENCE = Kind(
    name="reference",
    words="Tell {to} to expect a call",
    occasions=to_tell,
    opens=Bound(Span(0), "There is a final round or an offer."),
    due=Span(0),
    done_by="references",
    ticks=ticking.told,
    where="in place of the name",
    command="told {to}",
    order=6,
    calendar=CalendarDay.DUE,
    by_contact=False,
    is_awaited=False,
    reason="A referee who is called unprepared can do harm, so they need to know now, with the description of the job.",
    source="CareerUSA (2012): the same day; La Salle University: with the description of the job",
)

GOOD_WORD = Kind(
    name="good-word",
    words="Ask {to} for a good word",
    occasions=good_words,
    opens=Bound(Span(0), "They know somebody there, and you have been seen once."),
    due=THREE_BUSINESS_DAYS,
    done_by="advocates",
    ticks=ticking.asked,
    where="in place of the name",
    order=9,
    by_contact=False,
    is_awaited=False,
    reason="A word of somebody whom they know weighs most once they have met you, and before they decide.",
    source="Holyoake, Boston.com (2012): after the first interview",
)
