"""The sorts of things that the nouns of Afterword tell apart, each as people read it."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: `error` a fact is lost, `warning` a doubt, `hint` thin but not wrong."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class RoundKind(StrEnum):
    """Which sort of conversation a round was, in the order in which they usually come."""

    SCREEN = "screen"
    TECHNICAL = "technical"
    TAKE_HOME = "take-home"
    DESIGN = "design"
    BEHAVIOURAL = "behavioural"
    MANAGER = "manager"
    PANEL = "panel"
    FINAL = "final"
    OTHER = "other"


class OutcomeKind(StrEnum):
    """How an interview, or a whole application, stands; `cancelled` is ended by them without a judgement of me."""

    PENDING = "pending"
    ADVANCED = "advanced"
    OFFER = "offer"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    NO_ANSWER = "no answer"
    CANCELLED = "cancelled"


class FeedbackKind(StrEnum):
    """Which side of me a piece of feedback speaks of."""

    PRAISE = "praise"
    GAP = "gap"
    UNMARKED = "unmarked"


class Answered(StrEnum):
    """How I answered a question, or how a story landed, in my own judgement."""

    WELL = "well"
    OK = "ok"
    BADLY = "badly"


class Helped(StrEnum):
    """Whether a commitment that was tried made a difference."""

    HELPED = "helped"
    PARTLY = "partly"
    NO = "no"


class Party(StrEnum):
    """Who owes a promise."""

    ME = "me"
    THEM = "them"


# The outcomes after which an application needs nothing more from either side.
ENDED = frozenset(OutcomeKind) - {OutcomeKind.PENDING, OutcomeKind.ADVANCED, OutcomeKind.OFFER}
