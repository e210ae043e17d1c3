"""Something that somebody says of an interview, put into its entry: which entry, which lines, and that nothing else is read otherwise."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from afterword.errors import AfterwordError
from afterword.frozen import dataclass
from afterword.kinds import ENDED, OutcomeKind
from afterword.model import (
    Application,
    ApplicationNote,
    Interview,
    Journal,
    Problem,
    Source,
)
from afterword.reading import ReadingOptions
from afterword.reading.outline import Outline, outline_of
from afterword.vocabulary.spelling import bare, spoken
from afterword.writing.entries.companies import (
    applications_at,
    company_meant,
    nearly_called,
    unread_about,
)
from afterword.writing.entries.entry_text import Value
from afterword.writing.noting.fact_lines import ByHandError, with_fact
from afterword.writing.noting.item_lines import with_item, with_note
from afterword.writing.noting.kept_promises import kept_by_hand, promise_meant, with_kept
from afterword.writing.noting.lines import Lines
from afterword.writing.noting.proof import is_noted, new_warnings, proves, read_alone, states_alike
from afterword.writing.noting.statements import Fact, Item, Kept, Note, Statement, Told
from afterword.writing.noting.table_lines import with_day_in_table

_WHICH_DAY = "In an entry a day is reckoned from its interview, and would be another than from today. Write the day itself, such as 4 Dec."
_Sent = TypeVar("_Sent", Application, ApplicationNote)


class WhereError(AfterwordError):
    """It cannot be told which entry is meant; the text names those that may be."""


class SeveralError(WhereError):
    """Several applications at a company are under way; `roles` are theirs, none where those do not tell them apart."""

    def __init__(self, company: str, those: Sequence[Application | ApplicationNote]) -> None:
        super().__init__(
            f"More than one application at {company} is under way. Say which: {_roles(those)}, or --entry with the path of the entry."
        )
        roles = tuple(dict.fromkeys(one.role for one in those if one.role))
        self.roles = roles if len(roles) == len(those) else ()


@dataclass(frozen=True, slots=True)
class Noted:
    """The text of an entry with something noted in it, what is now said of it that was not before, and whether it was there already."""

    text: str
    warnings: tuple[Problem, ...] = ()
    was_there: bool = False


def entry_meant(
    journal: Journal, company: str, statement: Statement, today: date, *, role: str = ""
) -> Interview | ApplicationNote:
    """The entry that something is said of: of the application under way, the last interview that has happened, or the one that owes it.

    At a company without any interview it is the note on the application.

    Raises WhereError where none or several may be meant, and WhichError where a name may be of several companies.
    """
    name = company_meant(company, journal)
    if name is None:
        raise unknown_company(company, journal)
    if every := applications_at(name, journal):
        return _interview(_one_of(every, name, role), statement, today)
    return _one_of([one for one in journal.notes if bare(one.company) == bare(name)], name, role)


def _one_of(every: Sequence[_Sent], company: str, role: str) -> _Sent:
    """The one application at a company that is meant: for the role, the one under way, or else the last."""
    those = [one for one in every if not role or bare(one.role or "") == bare(role)]
    if not those:
        raise WhereError(f"No application at {company} is for '{role}'. There is {_roles(every)}.")
    live = [one for one in those if one.outcome.kind not in ENDED]
    if len(live) > 1:
        raise SeveralError(company, live)
    return live[0] if live else those[-1]


def unknown_company(typed: str, journal: Journal) -> WhereError:
    """That no entry is about the company that a line begins with, and which one could not be read or is nearly called so."""
    if (path := unread_about(typed, journal)) is not None:
        return WhereError(
            f"{path} may be about that company, and could not be read. afterword check says why."
        )
    first = typed.split(maxsplit=1)[0]
    said = f"No entry is about a company that begins like '{first}'."
    if (near := nearly_called(typed, journal)) is not None:
        return WhereError(f"{said} Is {near} meant?")
    return WhereError(f"{said} Begin one: afterword new {shlex.quote(first)}.")


def _roles(applications: Iterable[Application | ApplicationNote]) -> str:
    named = dict.fromkeys(one.role for one in applications if one.role)
    return " or ".join(f"--role {shlex.quote(role)}" for role in named) or "--role"


def _interview(application: Application, statement: Statement, today: date) -> Interview:
    """Of an application's interviews, the one that something is said of."""
    happened = [one for one in application.interviews if one.happened(today)]
    interviews = happened or list(application.interviews)
    if isinstance(statement, Fact) and statement.key == "thank_you":
        owing = [one for one in interviews if not one.thank_you.sent and not one.thank_you.skipped]
        return (owing or interviews)[-1]
    if isinstance(statement, Told):
        named = [one for one in application.interviews if _reference(one, statement)]
        return (named or interviews)[-1]
    if isinstance(statement, Kept):
        return _promising(application, statement)
    return interviews[-1]


def _reference(interview: Interview, statement: Told) -> str | None:
    """The name of the one reference of an interview that is meant."""
    begins = [
        one.name
        for one in interview.references
        if spoken(one.name).startswith(spoken(statement.name))
    ]
    return begins[0] if len(begins) == 1 else None


def _promising(application: Application, statement: Kept) -> Interview:
    """The interview with the one promise that is meant."""
    open_ones = [
        (one, promise)
        for one in application.interviews
        for promise in one.promised
        if not (promise.done or promise.kept)
    ]
    begins = spoken(statement.begins)
    meant = [pair for pair in open_ones if spoken(pair[1].what).startswith(begins)]
    if len(meant) == 1:
        return meant[0][0]
    if not open_ones:
        raise WhereError(f"No promise at {application.company} is open.")
    named = " or ".join(f"kept {shlex.quote(promise.what)}" for _, promise in open_ones)
    raise WhereError(f"Say which promise was kept, by the beginning of its words: {named}.")


def noted(
    path: str, text: str, statement: Statement, options: ReadingOptions, *, language: str = ""
) -> Noted:
    """The text of an entry with the statement in it, on the fewest lines that will do.

    Raises ByHandError where there is no way of which it is sure that nothing else is read otherwise.
    """
    before, problems = read_alone(path, text, options)
    if before is None:
        raise ByHandError(f"{path} could not be read as an entry. afterword check says why.")
    if is_noted(statement, before):
        return Noted(text, was_there=True)
    require_consistent(path, statement, before)
    days = (before.when.day, options.today or before.when.day)
    if isinstance(statement, Note) and not states_alike(statement.text, days, options):
        raise ByHandError(_WHICH_DAY)

    def proved(changed: str) -> tuple[Problem, ...] | None:
        after, told = read_alone(path, changed, options)
        is_said = after is not None and proves(_whole(statement, before), before, after)
        return tuple(new_warnings(problems, told)) if is_said else None

    try:
        return first_proved(path, text, ways(text, statement, before, language), proved)
    except ByHandError as refusal:
        if isinstance(statement, Kept) and (promise := promise_meant(statement, before)):
            raise kept_by_hand(path, statement, promise, text) from refusal
        raise


def require_consistent(path: str, statement: Statement, before: Interview) -> None:
    """Raise ByHandError for what contradicts what the entry says: a promise kept before it was made, and no answer where there was one."""
    if isinstance(statement, Kept) and statement.day < before.when.day:
        raise ByHandError(
            f"{statement.day} lies before the interview of {path}, in which it was promised. Say on which day it was kept."
        )
    decided = before.outcome.decided
    if decided and statement == Fact("outcome", OutcomeKind.NO_ANSWER.value):
        raise ByHandError(
            f"{path} says that they answered on {decided}. If they never did, take that day out of it by hand first."
        )


def first_proved(
    path: str,
    text: str,
    tried: Iterator[Lines],
    proved: Callable[[str], tuple[Problem, ...] | None],
) -> Noted:
    """The first of the ways to change a text that is proved, of which nothing is said if there is such a one; `proved` answers with what is said of it then, or None where it is not.

    Raises ByHandError where none is.
    """
    if "\r" in text.replace("\r\n", ""):
        raise ByHandError(
            f"{path} has line ends of an old kind in it, so that no line is put in safely."
        )
    refused: ByHandError | None = None
    doubted: Noted | None = None
    while True:
        try:
            changed = next(tried, None)
        except ByHandError as error:
            refused = error
            break
        if changed is None:
            break
        warnings = proved(changed.text)
        if warnings is not None and not warnings:
            return Noted(changed.text)
        if warnings is not None and doubted is None:
            doubted = Noted(changed.text, warnings)
    if doubted is not None:
        return doubted
    raise refused or ByHandError(
        f"There is no place in {path} where this would be read as meant, and all else as before. Nothing was changed: write it by hand."
    )


def _whole(statement: Statement, before: Interview) -> Statement:
    """The statement with the whole name of the reference whose beginning it has."""
    if isinstance(statement, Told) and (name := _reference(before, statement)):
        return Told(name, statement.day)
    return statement


def ways(text: str, statement: Statement, before: Interview, language: str) -> Iterator[Lines]:
    """The ways in which a statement may be put into the text of an entry, the likeliest first."""
    lines = Lines.of(text)
    outline = again(lines)
    if isinstance(statement, Item):
        yield from with_item(lines, outline, statement.section, statement.text, language)
    elif isinstance(statement, Note):
        yield from with_note(lines, outline, statement.text, language)
    elif isinstance(statement, Fact):
        yield _with_facts(lines, outline, statement)
    elif isinstance(statement, Told):
        yield from _with_told(lines, outline, statement, before)
    else:
        yield from with_kept(lines, outline, statement, before)


def _with_facts(lines: Lines, outline: Outline, statement: Fact) -> Lines:
    changed = with_fact(lines, outline, statement.key, statement.value, is_added=statement.is_added)
    for key, value in statement.beside:
        changed = with_fact(changed, again(changed), key, value, is_added=False)
    return changed


def again(lines: Lines) -> Outline:
    """The outline of lines that have been changed."""
    return outline_of(Source("", lines.text.replace("\r\n", "\n")))


def _with_told(
    lines: Lines, outline: Outline, statement: Told, before: Interview
) -> Iterator[Lines]:
    told = ("told", statement.day)
    name = _reference(before, statement)
    for one in before.references:
        if one.name == name:
            yield from with_day_in_table(lines, outline, one.line - 1, ("name", name), told)
    if name is None:
        new: list[Value] = [{"name": statement.name, "told": statement.day}]
        yield with_fact(lines, outline, "references", new, is_added=True)
