"""The rows of what is decided: asking them, answering an offer, telling the others, and closing what stays silent."""

from __future__ import annotations

from functools import partial

from afterword.analysis.follow_ups import ticking
from afterword.analysis.follow_ups.asking import closing, first_letter, second_letter
from afterword.analysis.follow_ups.kind import Bound, CalendarDay, Kind
from afterword.analysis.follow_ups.offer import answers, others_to_tell
from afterword.analysis.follow_ups.spans import (
    CHOICE,
    DAY_AFTER,
    GRACE,
    STATED_DATE,
    THREE_BUSINESS_DAYS,
    TOO_LONG,
    TWO_BUSINESS_DAYS,
    WHEN_NOTHING_WAS_SAID,
    WITHIN_A_WEEK,
)
from afterword.days import Span, Unit

OFFER = Kind(
    name="offer",
    words="Answer their offer",
    occasions=answers,
    opens=Bound(Span(0), "Thank them first. You may ask for more time, or accept, or decline."),
    due=THREE_BUSINESS_DAYS,
    overdue=DAY_AFTER,
    done_by="outcome",
    ticks=ticking.offer_answered,
    instead="outcome: declined",
    command="accepted",
    order=1,
    calendar=CalendarDay.DUE,
    reason="A place is held until the day they gave; where they gave none, three business days are enough to thank them and ask for time, and asking late is better than not.",
    source="the day they gave; where they gave none, a choice of this program",
)

OTHERS = Kind(
    name="others",
    words="Tell them kindly that you withdraw",
    occasions=others_to_tell,
    opens=Bound(Span(0), "One kind line is enough, so that nobody has to wait for you."),
    due=TWO_BUSINESS_DAYS,
    lapses=Bound(Span(14), "After two weeks they know."),
    done_by="outcome",
    ticks=ticking.withdrawn,
    order=2,
    survives_acceptance=True,
    together="a kind line to each of {companies}",
    reason="Who is told kindly and in time remembers it: no bridge is burnt.",
    source=CHOICE,
)

DECISION = Kind(
    name="decision",
    words="Ask how it stands",
    occasions=first_letter,
    opens=Bound(
        GRACE, "They said when they would decide; give them until the second business day after."
    ),
    otherwise=Bound(
        WHEN_NOTHING_WAS_SAID, "They named no day; a week and a half is what most teams take."
    ),
    due=WITHIN_A_WEEK,
    overdue=DAY_AFTER,
    lapses=TOO_LONG,
    done_by="follow_ups",
    ticks=ticking.letter_sent,
    command="followed-up",
    order=8,
    reason="Deciding takes longer than those who decide expect; before its day waiting is the right thing to do.",
    source=STATED_DATE,
)

SECOND_DECISION = Kind(
    name="decision",
    words="Ask once more, for the last time",
    occasions=partial(second_letter, DECISION),
    opens=Bound(WITHIN_A_WEEK, "One week gives the first one time to be answered."),
    due=WITHIN_A_WEEK,
    overdue=DAY_AFTER,
    lapses=TOO_LONG,
    done_by="follow_ups",
    ticks=ticking.letter_sent,
    command="followed-up",
    order=8,
    reason="A second letter can still be answered; a third would not help.",
    source="WiseWorq: at most two; Seneca: usually one",
)

CLOSE = Kind(
    name="close",
    words="Mark it as no answer",
    occasions=partial(closing, SECOND_DECISION),
    opens=Bound(
        Span(21, Unit.BUSINESS_DAYS),
        "Their own time is long past. Write outcome: no answer into the entry, or leave it.",
    ),
    otherwise=TOO_LONG,
    done_by="outcome",
    ticks=ticking.no_answer,
    command="no-answer",
    order=13,
    by_contact=False,
    is_awaited=False,
    may_be_left=True,
    reason="So long a silence is an answer, too. You may close it, or leave it open.",
    source=CHOICE,
)
