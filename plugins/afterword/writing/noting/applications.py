"""Something that somebody says of an application without an interview, put into the note on it: it stays a note, and nothing else is read otherwise."""

from __future__ import annotations

from afterword.model import ApplicationNote, Interview, Problem, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.vocabulary.sections import Section
from afterword.writing.noting.change import Noted, again, first_proved, require_consistent, ways
from afterword.writing.noting.fact_lines import ByHandError, with_fact
from afterword.writing.noting.lines import Lines
from afterword.writing.noting.proof import is_noted, new_warnings, proves, read_alone
from afterword.writing.noting.statements import Fact, Item, Note, Statement

# What is read of such a note beside the day on which it went out.
_READ = frozenset({"outcome", "follow_ups"})
_NOT_BEFORE = (
    "{company} has no interview yet, and that is part of one. If there was one, begin its entry: afterword new. "
    "Of an application you can note rejected, no-answer, withdrawn, followed-up, feedback TEXT, or a sentence."
)


def noted_on_application(
    note: ApplicationNote,
    text: str,
    statement: Statement,
    options: ReadingOptions,
    *,
    language: str = "",
) -> Noted:
    """The text of a note on an application with the statement in it, on the fewest lines that will do.

    Raises ByHandError where there is no way of which it is sure that it stays such a note and nothing else is read otherwise.
    """
    path = note.path
    before, problems = _note_alone(path, text, options)
    if before is None:
        raise ByHandError(f"{path} could not be read as a note. afterword check says why.")
    if not _is_of_application(statement):
        raise ByHandError(_NOT_BEFORE.format(company=before.company))
    as_before = _as_interview(before, text, options)
    if as_before is None:
        raise ByHandError(
            f"{path} has no front matter between two lines of --- that could be read whole. Nothing was changed: write it by hand."
        )
    if is_noted(statement, as_before):
        return Noted(text, was_there=True)
    require_consistent(path, statement, as_before)

    def proved(changed: str) -> tuple[Problem, ...] | None:
        after, told = _note_alone(path, changed, options)
        if after is None:
            return None
        as_after = _as_interview(after, changed, options)
        is_said = as_after is not None and proves(statement, as_before, as_after)
        return tuple(new_warnings(problems, told)) if is_said else None

    return first_proved(path, text, ways(text, statement, as_before, language), proved)


def _is_of_application(statement: Statement) -> bool:
    """Whether something can be said of an application before any interview: what only an interview has would make the note one."""
    if isinstance(statement, Fact):
        return statement.key in _READ
    if isinstance(statement, Item):
        return statement.section is Section.FEEDBACK
    return isinstance(statement, Note)


def _note_alone(
    path: str, text: str, options: ReadingOptions
) -> tuple[ApplicationNote | None, tuple[Problem, ...]]:
    """The note that a text is by itself, and what is said of it."""
    journal = read_journal([Source(path, text.replace("\r\n", "\n"))], options)
    return next(iter(journal.notes), None), journal.problems


def _as_interview(note: ApplicationNote, text: str, options: ReadingOptions) -> Interview | None:
    """What the text of a note says if an interview took place on the day of the application: the facts and items that `proves` compares.

    None where there is no front matter that a day could be put into.
    """
    lines = Lines.of(text)
    try:
        dated = with_fact(lines, again(lines), "date", note.applied, is_added=False)
    except ByHandError:
        return None
    return read_alone(note.path, dated.text, options)[0]
