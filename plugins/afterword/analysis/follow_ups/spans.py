"""The lengths of time, and the sources, that several rows of the table share."""

from __future__ import annotations

from afterword.analysis.follow_ups.kind import Bound
from afterword.days import Span, Unit

DAY_AFTER = Span(1)
TWO_BUSINESS_DAYS = Span(2, Unit.BUSINESS_DAYS)
THREE_BUSINESS_DAYS = Span(3, Unit.BUSINESS_DAYS)
WITHIN_A_WEEK = Span(5, Unit.BUSINESS_DAYS)
WHEN_NOTHING_WAS_SAID = Span(7, Unit.BUSINESS_DAYS)
# After a day that they named, whether for a decision or for what they promised.
GRACE = TWO_BUSINESS_DAYS
# On this day the questions about a decision are let go, and closing the application is suggested in their place.
TOO_LONG = Bound(Span(45), "Six weeks past their time hardly any answer comes.")
FORGOTTEN = Bound(Span(90), "After three months a promise is forgotten on both sides.")
CHOICE = "none, a choice of this program"
STATED_DATE = "Indeed (2023) and JournalismJobs: one to two business days after the day they named, else five to seven"
