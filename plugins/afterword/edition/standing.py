"""How the standing of an interview and of an application is said and drawn, the same on every page."""

from __future__ import annotations

from datetime import date

from afterword.analysis.standing import Standing, StandingKind, has_lapsed, is_awaited, standing
from afterword.frozen import NamedTuple
from afterword.kinds import OutcomeKind
from afterword.model import Application, Interview
from afterword.vocabulary.wording import away, clock_words, month_words, outcome_word

# What colours and fills an outcome: it went on, it did not, I ended it, they cancelled it, or nobody has said yet.
TONES = {
    OutcomeKind.PENDING: "open",
    OutcomeKind.ADVANCED: "on",
    OutcomeKind.OFFER: "on",
    OutcomeKind.ACCEPTED: "on",
    OutcomeKind.DECLINED: "mine",
    OutcomeKind.REJECTED: "not",
    OutcomeKind.WITHDRAWN: "mine",
    OutcomeKind.NO_ANSWER: "silent",
    OutcomeKind.CANCELLED: "off",
}
# The tone of what has not been yet: an empty ring, since nobody owes an answer.
COMING = "coming"
GLYPHS = {
    "on": "check",
    "not": "cross",
    "mine": "minus",
    "silent": "dash",
    "off": "slashed",
    "open": "dots",
    COMING: "ring",
}
NO_OUTCOME = "No outcome"
_AHEAD = frozenset({StandingKind.COMING, StandingKind.TODAY})


class Told(NamedTuple):
    """A standing as pages show it: its words, the tone that colours it, and the sign beside them.

    `day` is that of the answer or the end, None where there is none to show; `written` says that the entry's own words on its outcome
    hold; `overruled` is what they say where a later round shows otherwise, empty elsewhere.
    """

    words: str
    tone: str
    glyph: str
    is_ahead: bool = False
    day: date | None = None
    written: bool = True
    overruled: str = ""


def interview_told(interview: Interview, application: Application, today: date) -> Told:
    """How an interview stands, as pages show it."""
    stands = standing(interview, application, today)
    tone = standing_tone(stands)
    overruled = stands.overruled
    return Told(
        words=standing_words(stands, today),
        tone=tone,
        glyph=GLYPHS[tone],
        is_ahead=stands.kind in _AHEAD,
        day=None if stands.kind in _AHEAD or overruled else stands.day,
        written=stands.outcome is interview.outcome.kind,
        overruled=outcome_word(overruled.kind) if overruled else "",
    )


def standing_words(stands: Standing, today: date) -> str:
    """How an interview stands, in a few words: "In 6 days", "Today 14:00", "Went on", "No outcome"."""
    if stands.kind is StandingKind.LET_GO:
        return NO_OUTCOME
    if stands.kind not in _AHEAD or stands.day is None:
        return outcome_word(stands.outcome)
    if stands.days is None:
        return month_words(stands.day)
    words = away(stands.day, today).capitalize()
    return f"{words} {clock_words(stands.at)}" if stands.at and stands.days < 2 else words


def standing_tone(stands: Standing) -> str:
    """What colours an interview."""
    return COMING if stands.kind in _AHEAD else TONES[stands.outcome]


def application_words(application: Application, today: date) -> str:
    """How an application stands, in two words: a live one is in progress, whatever its last round said."""
    is_offer = application.outcome.kind is OutcomeKind.OFFER
    if has_lapsed(application, today) and not is_offer:
        return NO_OUTCOME
    awaited = is_awaited(application.outcome)
    return "In progress" if awaited else outcome_word(application.outcome.kind)


def application_tone(application: Application) -> str:
    """What colours an application: open while it has no outcome that ends it."""
    return TONES[OutcomeKind.PENDING if application.live else application.outcome.kind]
