"""The entry that is to be written next, with what the journal knows already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from afterword.analysis.commitments import Commitment, commitments
from afterword.errors import AfterwordError
from afterword.frozen import dataclass
from afterword.kinds import ENDED, RoundKind
from afterword.model import Application, ApplicationNote, Interview, Journal, Person
from afterword.vocabulary.sections import Section
from afterword.vocabulary.spelling import bare
from afterword.writing.entries.companies import applications_at, company_meant
from afterword.writing.entries.entry_text import line_of
from afterword.writing.entries.headings import title_in

# So many lines of what was resolved, and of what went badly last time, are put before the writer: more are not read.
_MOST_COMMITMENTS, _MOST_NOTES = 3, 3
# What usually comes after a kind of round, where the journal has no example of its own.
_USUALLY_NEXT = {
    RoundKind.SCREEN: RoundKind.TECHNICAL,
    RoundKind.TECHNICAL: RoundKind.FINAL,
    RoundKind.TAKE_HOME: RoundKind.TECHNICAL,
    RoundKind.DESIGN: RoundKind.FINAL,
    RoundKind.BEHAVIOURAL: RoundKind.FINAL,
    RoundKind.MANAGER: RoundKind.FINAL,
    RoundKind.PANEL: RoundKind.FINAL,
}
_WRITTEN = (Section.WENT_WELL, Section.WENT_BADLY, Section.DO_DIFFERENTLY)


class RoleError(AfterwordError):
    """The company has several applications under way, and it is not said which is meant; `roles` are theirs."""

    def __init__(self, company: str, roles: Sequence[str]) -> None:
        named = " or ".join(f"--role '{role}'" for role in roles)
        super().__init__(
            f"More than one application at {company} is under way. Say which: {named}."
        )
        self.roles = tuple(roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an interview before anything is written of it.

    `application` is the one it belongs to, None for a new one, and `note` what is noted of that before any interview. `round` may be a guess, which `is_guessed` says.
    """

    company: str
    day: date
    role: str = ""
    round: str = ""
    is_guessed: bool = False
    application: Application | None = None
    note: ApplicationNote | None = None
    open_commitments: tuple[Commitment, ...] = ()
    last: Interview | None = None
    language: str = ""


def same_day(journal: Journal, known: Known) -> Interview | None:
    """The interview that the journal has already of this company and day, where no other role or round tells the two apart."""
    named = "" if known.is_guessed else known.round
    return next(
        (
            one
            for one in journal.interviews
            if bare(one.company) == bare(known.company)
            and one.when.day == known.day
            and not one.when.whole_month
            and len({bare(role) for role in (one.role or "", known.role) if role}) < 2
            and (not named or (one.round is not None and bare(one.round.name) == bare(named)))
        ),
        None,
    )


def known_of(  # noqa: PLR0913  each is an option of whoever asks
    journal: Journal,
    company: str,
    day: date,
    *,
    role: str = "",
    round_name: str = "",
    language: str = "",
    is_whole: bool = False,
) -> Known:
    """What the journal knows of an interview at a company, whose name or beginning is given, on a day; with `is_whole` only its name.

    Raises WhichError where the beginning is of several, and RoleError where the company has several applications under way.
    """
    meant = company_meant(company, journal, is_whole=is_whole)
    name = meant or " ".join(company.split())
    application = _application(name, journal, role) if meant else None
    note = None if application else _note_at(name, journal, role)
    told = application or note
    last = application.interviews[-1] if application else None
    guess = _next_round(last, journal) if told or not journal.interviews else ""
    return Known(
        company=name,
        day=day,
        role=role or (told.role if told and told.role else ""),
        round=round_name or guess,
        is_guessed=not round_name and bool(guess),
        application=application,
        note=note,
        open_commitments=_open(journal),
        last=_last_at(name, journal),
        language=language,
    )


def _application(company: str, journal: Journal, role: str) -> Application | None:
    """The application under way that the interview belongs to; None where each of them has ended, or another role is named."""
    going_on = [
        one
        for one in applications_at(company, journal)
        if one.outcome.kind not in ENDED and (not role or bare(one.role or "") == bare(role))
    ]
    if len(going_on) > 1 and not role:
        raise RoleError(company, [one.role or "" for one in going_on])
    return going_on[-1] if going_on else None


def _note_at(company: str, journal: Journal, role: str) -> ApplicationNote | None:
    """The last note on an application at a company that has not ended, for this role where one is named."""
    noted = [
        one
        for one in journal.notes
        if bare(one.company) == bare(company)
        and one.outcome.kind not in ENDED
        and (not role or bare(one.role or "") == bare(role))
    ]
    return noted[-1] if noted else None


def _last_at(company: str, journal: Journal) -> Interview | None:
    """The last interview at a company, of whichever application."""
    at = applications_at(company, journal)
    return at[-1].interviews[-1] if at else None


def _next_round(last: Interview | None, journal: Journal) -> str:
    """The round that most often came after such a one in this journal, or usually does; a screen at first, nothing after a final."""
    if last is None:
        return RoundKind.SCREEN.value
    after = Counter(
        behind.kind
        for application in journal.applications
        for before, behind in zip(application.interviews, application.interviews[1:], strict=False)
        if before.kind is last.kind and behind.kind is not RoundKind.OTHER
    )
    usual = _USUALLY_NEXT.get(last.kind)
    kind = after.most_common(1)[0][0] if after else usual
    return kind.value if kind else ""


def _open(journal: Journal) -> tuple[Commitment, ...]:
    """What was resolved last and is not tried yet, the newest first."""
    still = [one for one in commitments(journal) if not one.tries]
    return tuple(sorted(still, key=lambda one: one.made_on, reverse=True)[:_MOST_COMMITMENTS])


def next_entry_text(known: Known) -> str:
    """The entry with what is known in its front matter, a place for each thing that is quickly said, and reminders as comments.

    What is only offered stands in comments, as does a round that is guessed: an entry that is left alone says nothing that nobody said.
    """
    return "\n".join(["---", *_front_matter(known), "---", "", *_body(known)]) + "\n"


def _front_matter(known: Known) -> Iterator[str]:
    application = known.application
    told = application or known.note
    yield line_of("company", known.company)
    if known.role:
        yield line_of("role", known.role)
    yield line_of("date", known.day)
    if told and told.applied:
        yield line_of("applied", told.applied)
    if told and told.source:
        yield line_of("source", told.source)
    if known.is_guessed:
        yield f"# {line_of('round', known.round)}  # a guess: take off the # if it was one"
    elif known.round:
        yield line_of("round", known.round)
    if application and (people := _people(application)):
        yield f"# {line_of('interviewers', people)}  # take off the # and leave who was there"
    else:
        yield "interviewers:"
    if application and (channel := _channel(application)):
        yield line_of("contact", channel)
    yield "confidence:  # the chance you give yourself, in %, before you hear"


def _body(known: Known) -> Iterator[str]:
    titles = {one: title_in(one, known.language) for one in (*_WRITTEN, Section.TRIED)}
    if known.last and known.last.went_badly:
        notes = [one.text for one in known.last.went_badly[:_MOST_NOTES]]
        yield from _comment(f"Last time at {known.company} this went badly:", notes)
        yield ""
    for section in _WRITTEN:
        yield from (f"## {titles[section]}", "- ", "")
    if known.open_commitments:
        yield from (f"## {titles[Section.TRIED]}", "")
        told = "What you meant to do differently. Move a line below this comment if you tried it, and end it with (helped), (partly) or (no):"
        yield from _comment(told, [_as_written(one) for one in known.open_commitments])


def _as_written(commitment: Commitment) -> str:
    """A commitment with its themes, as it is found again by."""
    themes = [f"#{theme}" for theme in commitment.themes if f"#{theme}" not in commitment.text]
    return " ".join([commitment.text, *themes])


def _comment(title: str, lines: Sequence[str]) -> list[str]:
    """Lines in a comment, which no page shows and nothing counts; what would end it is taken apart."""
    said = [f"- {' '.join(line.split())}".replace("--", "- -") for line in lines]
    return [f"<!-- {title.replace('--', '- -')}", *said, "-->"]


def _people(application: Application) -> list[str]:
    """Everybody of its interviews, each once, as they are written."""
    people = (one for interview in application.interviews for one in interview.interviewers)
    return list(dict.fromkeys(map(_person, people)))


def _person(person: Person) -> str:
    return f"{person.name} ({person.role})" if person.role else person.name


def _channel(application: Application) -> str | None:
    """The channel that the last of its entries to say so names."""
    channels = [one.contact for one in application.interviews if one.contact]
    return channels[-1] if channels else None
