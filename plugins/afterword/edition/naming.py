"""What an interview, an application and a company are called on a page."""

from __future__ import annotations

import re

from afterword.kinds import OutcomeKind, Party, RoundKind
from afterword.model import Application, ApplicationNote, Interview, Promise
from afterword.patterns import seldom
from afterword.vocabulary.wording import month_words, outcome_word, round_word, short_day


def round_name(interview: Interview) -> str:
    """Which round it was: as written, with a capital letter; "Interview" where nothing is written."""
    if interview.round is None:
        return "Interview"
    name = interview.round.name
    return name[:1].upper() + name[1:]


def kinds_of_round(kind: RoundKind) -> str:
    """All rounds of a kind, at the beginning of a sentence: "Technical rounds"; "Other rounds" for what has no kind."""
    return "Other rounds" if kind is RoundKind.OTHER else f"{round_word(kind)} rounds"


def entry_title(interview: Interview) -> str:
    """The title of an entry's page: "Northwind, technical, 12 November 2026"."""
    when = interview.when
    month = month_words(when.day)
    day = month if when.whole_month else f"{when.day.day} {month}"
    name = f", {interview.round.name}" if interview.round else ""
    return f"{interview.company}{name}, {day}"


def application_title(application: Application) -> str:
    """The title of an application's page: "Northwind, Senior Engineer"; "Northwind, Senior Engineer (2026)" for a later one."""
    role, apart = application.role, application.told_apart
    title = f"{application.company}, {role}" if role else application.company
    return f"{title} ({apart})" if apart else title


# How a sentence begins that says itself who would do it.
_WHO = {
    Party.ME: seldom(r"I\b", re.IGNORECASE),
    Party.THEM: seldom(r"(?:they|he|she)\b", re.IGNORECASE),
}


def promise_words(promise: Promise) -> str:
    """A promise with the side whose it is: "They: an answer"; as it is written where it says so itself."""
    if _WHO[promise.who].match(promise.what):
        return promise.what
    return f"{'I' if promise.who is Party.ME else 'They'}: {promise.what}"


def initials(company: str) -> str:
    """One or two letters for a small tile: "Crumb & Ledger" is CL, "Pellmoor" is PE."""
    words = re.findall(r"[^\W_]+", company)
    letters = "".join(word[0] for word in words[:2]) if len(words) > 1 else "".join(words)[:2]
    return letters.upper() or "?"


def note_words(note: ApplicationNote) -> str:
    """How an application without an interview stands: "No answer yet", "Rejected, 24 Nov 2026"."""
    if note.outcome.kind is OutcomeKind.PENDING:
        return note.outcome.words or "No answer yet"
    word = outcome_word(note.outcome.kind)
    day = note.outcome.decided
    return f"{word}, {short_day(day)} {day.year}" if day else word
