"""Which outcome, round or channel a writer's words mean."""

from __future__ import annotations

import re
from functools import lru_cache

from afterword.model import OutcomeKind, RoundKind

_SPELLINGS = {
    OutcomeKind.PENDING: """pending, waiting, open, in progress, applied, ongoing, scheduled, interviewing, active, tbd,
        to be decided, waiting to hear, waiting for answer, in process""",
    OutcomeKind.ADVANCED: """advanced, passed, next round, moved on, through, advance, pass, moved forward, proceed, proceeding,
        progressed, went on, got through, through to next round, moved to next round, invited to next round, passed on to next round""",
    OutcomeKind.OFFER: "offer, offered, offer received, got offer, job offer, made an offer",
    OutcomeKind.ACCEPTED: "accepted, hired, signed, accepted offer, offer accepted, i accepted, accept, got the job",
    OutcomeKind.DECLINED: """declined, i declined, declined offer, offer declined, i declined offer, declined by me,
        i declined the offer, turned down the offer, turned it down, declined the offer, i turned them down""",
    OutcomeKind.REJECTED: """rejected, rejection, reject, declined by them, turned down, no, not selected, unsuccessful,
        they declined, they said no, they rejected, failed, fail, not moving forward, was rejected, rejected by them""",
    OutcomeKind.WITHDRAWN: """withdrawn, withdrew, dropped out, i declined before offer, i withdrew, withdraw, pulled out,
        i dropped out, withdrawn by me, cancelled by me, i declined before an offer, i cancelled""",
    OutcomeKind.NO_ANSWER: """no answer, ghosted, no response, no reply, silence, never heard back, not heard back,
        nothing heard, never heard, they ghosted me, ghosted me, i was ghosted, noanswer""",
}
_OUTCOMES = {
    " ".join(spelling.split()): kind
    for kind, spellings in _SPELLINGS.items()
    for spelling in spellings.split(",")
}

# In the order in which they are looked for: a "final system design round" is a final, a "recruiter screen with manager" a screen.
_ROUND_WORDS = (
    (RoundKind.TAKE_HOME, r"take ?home|home ?work|assignment|case study at home|probeaufgabe|home exercise|home test|coding challenge"),
    (RoundKind.FINAL, r"final|last round|superday|offer (?:call|talk)|executive|ceo|founders?|letzte"),
    (RoundKind.PANEL, r"panel|onsite loop|loop|committee|board interview"),
    (RoundKind.SCREEN, r"screen(?:ing)?|recruiter|hr|intro(?:duction|ductory)?|phone|first (?:call|chat|contact)|initial|telefon\w*|kennenlernen|people team|talent|pre ?selection"),
    (RoundKind.DESIGN, r"design|architecture|architektur|whiteboard"),
    (RoundKind.BEHAVIOURAL, r"behaviou?ral|culture|values|cultural|bar raiser|competenc(?:y|ies)|fit|star"),
    (RoundKind.MANAGER, r"managers?|hiring manager|lead(?:er|ership)?|head|director|vp|cto|hm|teamleiter\w*|boss"),
    (RoundKind.TECHNICAL, r"tech(?:nical|nisch\w*)?|coding|code|live ?coding|pair(?:ing)?(?: programming)?|programming|algorithms?|leetcode|debugging|sql|fachgespräch|hands ?on"),
)  # fmt: skip
_ROUNDS = tuple((kind, re.compile(rf"\b(?:{words})\b")) for kind, words in _ROUND_WORDS)
_CHANNELS = {
    "email": ("email", "e mail", "mail", "by email", "by mail", "per mail"),
    "phone": ("phone", "call", "telephone", "by phone", "mobile", "text", "sms", "whatsapp"),
    "portal": ("portal", "online portal", "candidate portal", "website", "ats"),
    "recruiter": ("recruiter", "through the recruiter", "via recruiter", "agency", "headhunter"),
}
_CHANNEL_OF = {
    spelling: channel for channel, spellings in _CHANNELS.items() for spelling in spellings
}
_FORMATS = {
    "phone": ("phone", "call", "phone call", "telephone", "telefon"),
    "video": (
        "video",
        "video call",
        "remote",
        "online",
        "zoom",
        "teams",
        "google meet",
        "meet",
        "virtual",
    ),
    "onsite": ("onsite", "on site", "in person", "office", "face to face", "vor ort"),
    "take-home": ("take home", "takehome", "homework", "assignment"),
}
_FORMAT_OF = {spelling: name for name, spellings in _FORMATS.items() for spelling in spellings}


@lru_cache(maxsize=4096)
def spoken(text: str) -> str:
    """The words of a text alone, in small letters: "In-progress!" is "in progress"."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold().replace("’", "'").replace("'", "")))


def outcome_kind(text: str) -> OutcomeKind | None:
    """The outcome that a spelling means: "Ghosted" is no answer; None for one that we do not know."""
    return _OUTCOMES.get(spoken(text))


def outcome_spellings() -> tuple[str, ...]:
    """Every spelling that is read, for a did-you-mean."""
    return tuple(_OUTCOMES)


def round_kind(text: str) -> RoundKind:
    """The kind of round that words in its name say: "Phone screen (HR)" is a screen."""
    words = spoken(text)
    return next((kind for kind, pattern in _ROUNDS if pattern.search(words)), RoundKind.OTHER)


def channel(text: str) -> str:
    """A channel by its usual name, else as written."""
    return _CHANNEL_OF.get(spoken(text), text)


def interview_format(text: str) -> str:
    """A format by its usual name, else as written."""
    return _FORMAT_OF.get(spoken(text), text)
