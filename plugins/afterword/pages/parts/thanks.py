"""What an entry's page says about its thank-you note: the window, what the note has and what it could have."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.analysis.follow_ups.rows_while_it_goes_on import THANK_YOU
from afterword.analysis.thank_you import Check, CheckKind, ThankYouNote, thank_you_notes
from afterword.edition.edition import Edition
from afterword.model import Interview, Observation
from afterword.vocabulary.wording import day_words, listed

_MET = {
    CheckKind.PERSON: "It names {}.",
    CheckKind.PLACE: "It names {}.",
    CheckKind.REINFORCES: "It says what draws you, with something of this conversation: {}.",
    CheckKind.REFERENCES: "It points to a piece of work: {}.",
    CheckKind.REMINDS: "It reminds them: {}.",
    CheckKind.REPAIRS: "It comes back to what went badly: {}.",
    CheckKind.OWN: "It is a note of its own.",
}
_UNMET = {
    CheckKind.PLACE: "It names neither the company nor the role.",
    CheckKind.REINFORCES: "It could say what draws you, tied to one thing of this conversation.",
    CheckKind.REFERENCES: "It points to no piece of work; a link can say more than a paragraph.",
    CheckKind.REMINDS: "It reminds of nothing promised, nor of when you can be reached.",
    CheckKind.REPAIRS: "It leaves what went badly as it is. One sentence can repair more than you would think.",
    CheckKind.OWN: "Much of it stands in another note too.",
}


class Line(NamedTuple):
    """One check as a sentence, and whether it was met."""

    met: bool
    text: str


class ThanksView(NamedTuple):
    """The note of an entry: `alike` is the entry with the most similar note where the two are nearly one."""

    window: str
    note: str
    lines: tuple[Line, ...]
    alike: Interview | None
    alike_told: str
    mail: str
    to_repair: tuple[Observation, ...]
    is_open: bool


def thanks_view(edition: Edition, interview: Interview) -> ThanksView | None:
    """What to show; None where no note is written and none is due."""
    every = edition.owed_in(interview.path)
    owed = [one for one in every if one.kind.name == THANK_YOU.name]
    note = edition.answer(thank_you_notes).get(interview.path)
    is_open = any(one.calls for one in owed)
    if note is None and not is_open:
        return None
    alike = note.alike if note and not _is_own(note) else None
    return ThanksView(
        window=window(interview, owed, edition),
        note=note.text if note else "",
        lines=tuple(_line(one, interview) for one in note.checks) if note else (),
        alike=alike.interview if alike else None,
        alike_told=f"{alike.share:.0%} of it stands in the note to" if alike else "",
        mail=mail_link(interview, note.text) if note else "",
        to_repair=interview.went_badly if is_open else (),
        is_open=is_open,
    )


def _is_own(note: ThankYouNote) -> bool:
    return all(one.met for one in note.checks if one.kind is CheckKind.OWN)


def window(interview: Interview, owed: list[FollowUp], edition: Edition) -> str:
    """Whether it is time for the note, in a sentence that does not scold."""
    if interview.thank_you.skipped:
        return "You chose to send none."
    if not interview.happened(edition.today):
        return "The interview is still to come."
    if owed and all(one.done for one in owed):
        days = sorted({day for one in owed if (day := one.done)})
        return f"Sent on {listed([day_words(day, edition.today) for day in days])}."
    still = [one for one in owed if one.calls]
    if not still:
        return "The time for it is over, and that is all right."
    due = max(one.day for one in still)
    if due < edition.today:
        return f"Best until {day_words(due, edition.today)}; late is still kinder than never."
    return f"The best time is now, until {day_words(due, edition.today)}."


def _line(check: Check, interview: Interview) -> Line:
    if check.met:
        return Line(met=True, text=_MET[check.kind].format(_quoted(check)))
    if check.kind is CheckKind.PERSON:
        names = listed([one.name for one in interview.interviewers])
        told = f"It does not name {names}." if names else "It greets nobody by name."
        return Line(met=False, text=told)
    return Line(met=False, text=_UNMET[check.kind])


def _quoted(check: Check) -> str:
    if check.kind in {CheckKind.PERSON, CheckKind.PLACE}:
        return check.evidence
    return f"“{check.evidence}”"


def mail_link(interview: Interview, note: str) -> str:
    """The note as a message to those whose addresses are written; empty where none is."""
    to = ",".join(quote(one.email, safe="@") for one in interview.interviewers if one.email)
    if not to:
        return ""
    return f"mailto:{to}?subject={quote(f'Thank you, {interview.company}')}&body={quote(note)}"
