"""What an entry's page says about its thank-you note: the window, what the note has and what it could have."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.analysis.follow_ups.rows_while_it_goes_on import THANK_YOU
from afterword.analysis.thank_you.check import (
    Check,
    CheckKind,
    ForeignName,
    Likeness,
    ThankYouNote,
)
from afterword.analysis.thank_you.notes import thank_you_notes
from afterword.audience.common_names import COMMON
from afterword.edition.edition import Edition
from afterword.edition.stems import stems_of
from afterword.frozen import NamedTuple
from afterword.model import Interview, Journal, Observation
from afterword.vocabulary.wording import day_words, listed, percent_words

_MET = {
    CheckKind.PERSON: "It names {}.",
    CheckKind.PLACE: "It names {}.",
    CheckKind.REINFORCES: "It says what draws you, with something of this conversation: {}.",
    CheckKind.REFERENCES: "It points to a piece of work: {}.",
    CheckKind.REMINDS: "It reminds them: {}.",
    CheckKind.REPAIRS: "It comes back to what went badly: {}.",
    CheckKind.OWN: "No other note here is like it.",
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


class ForeignLine(NamedTuple):
    """A name that belongs to another entry, as a sentence that leads there."""

    text: str
    there: Interview


class ThanksView(NamedTuple):
    """The note of an entry: `alike` is the entry with the most similar note where the two are nearly one.

    `foreign` says which names in it belong to other entries, `unread` that it is in a language whose words are not known.
    """

    window: str
    note: str
    foreign: tuple[ForeignLine, ...]
    unread: str
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
    note = edition.answer(_notes).get(interview.path)
    is_open = any(one.calls for one in owed)
    if note is None and not is_open:
        return None
    alike = note.alike if note else None
    return ThanksView(
        window=window(interview, owed, edition),
        note=note.text if note else "",
        foreign=tuple(map(_foreign, note.foreign)) if note else (),
        unread="" if note is None or note.is_judged else _unread(note),
        lines=tuple(_line(one, interview, note) for one in note.checks) if note else (),
        alike=alike.interview if alike else None,
        alike_told=_alike_told(alike) if alike else "",
        mail=mail_link(interview, note.text) if note else "",
        to_repair=interview.went_badly if is_open else (),
        is_open=is_open,
    )


def _notes(journal: Journal) -> Mapping[str, ThankYouNote]:
    return thank_you_notes(journal, stems=stems_of, everyday=COMMON)


def _alike_told(alike: Likeness) -> str:
    """How much of the note is another one's, in words that the other one's title ends."""
    if alike.is_later:
        return f"It was first: {percent_words(alike.share)} of it came back later, in the note to"
    return f"{percent_words(alike.share)} of it stands in the note to"


def _foreign(one: ForeignName) -> ForeignLine:
    """What to look at before the note goes out."""
    if one.is_person:
        told = f"It names {one.written}, and you met {one.name} somewhere else. Is that meant? See"
    else:
        told = f"It names {one.written}, which is another company. Is that meant? See"
    return ForeignLine(told, one.interview)


def _unread(note: ThankYouNote) -> str:
    """That the note is not judged, and what of it is looked at all the same."""
    which = f"{note.language}, whose words" if note.language else "a language whose words"
    return f"The note is in {which} are not known here, so what it says is not judged: only names, and whether it is like another."


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


def _line(check: Check, interview: Interview, note: ThankYouNote) -> Line:
    if check.met and check.kind is CheckKind.OWN and note.alike:
        return Line(met=True, text="It came first; a later note here is like it.")
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
