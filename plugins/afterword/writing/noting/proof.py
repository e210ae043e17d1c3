"""Whether a change to an entry says what it was to say, and nothing else in it is read otherwise than before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import asdict, replace
from datetime import date

from afterword.kinds import OutcomeKind, Severity
from afterword.model import Interview, Problem, Reference, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.vocabulary.sections import Section
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.themes import theme_key
from afterword.writing.noting.statements import Fact, Item, Kept, Note, Statement, Told

# What is no fact by itself: places, and the text that the facts were read from.
_PLACES = frozenset({"line", "body", "body_line", "front_matter", "summary", "thank_you_note_line", "commitment", "inferred_themes"})  # fmt: skip
_MARKS = re.compile(
    r"^(?:praise|gap|strength|missing)\s*:|\((?:well|ok|badly|helped|partly|no)\)\s*$",
    re.IGNORECASE,
)
_SAME_MARK = {"strength": "praise", "missing": "gap"}
_THEME = re.compile(r"(?<!\w)#\S+")
_FIELDS = {"decided": "outcome"}
# What a sentence of the body may state, and no section or key.
_STATED = frozenset({"promised", "decision_by", "outcome", "thank_you", "follow_ups", "feedback_asked", "feedback_received"})  # fmt: skip
_SECTION_FIELDS = {Section.PROMISED: "promised", Section.SAID: "said"}


def read_alone(
    path: str, text: str, options: ReadingOptions
) -> tuple[Interview | None, tuple[Problem, ...]]:
    """The interview that a text is by itself, and what is said of it, on whatever day that is asked."""
    journal = read_journal([Source(path, text.replace("\r\n", "\n"))], replace(options, today=None))
    return next(iter(journal.interviews), None), journal.problems


def states_alike(text: str, days: Iterable[date], options: ReadingOptions) -> bool:
    """Whether a sentence states the same in the entry of an interview on each of these days: "by Friday" may be another day in each."""
    texts = (f"---\ncompany: A\ndate: {day}\n---\n\n{text}\n" for day in days)
    read = (read_alone("a.md", one, options)[0] for one in texts)
    stated = [_facts(one) if one else {} for one in read]
    return all(one.get(name) == stated[0].get(name) for one in stated for name in _STATED)


def proves(statement: Statement, before: Interview, after: Interview) -> bool:
    """Whether the second says the statement and, for the rest, the same as the first; a sentence may state facts that were not known."""
    if isinstance(statement, Note):
        return _says(statement, before, after) and _has_no_less(before, after)
    return _says(statement, before, after) and _is_same(before, after, _touched(statement))


def new_warnings(before: Collection[Problem], after: Collection[Problem]) -> list[Problem]:
    """What is said of the entry after a change and was not before, but for hints."""
    known = {(one.severity, one.code, one.message) for one in before}
    return [
        one
        for one in after
        if one.severity is not Severity.HINT and (one.severity, one.code, one.message) not in known
    ]


def _touched(statement: Statement) -> set[str]:
    if isinstance(statement, Item):
        return {_SECTION_FIELDS.get(statement.section, statement.section.value)}
    if isinstance(statement, Fact):
        return {_FIELDS.get(key, key) for key in (statement.key, *dict(statement.beside))}
    if isinstance(statement, Told):
        return {"references"}
    # Where no key says it, they decide by the day of a promise that is not kept.
    return {"promised", "decision_by"} if isinstance(statement, Kept) else set()


def _is_same(before: Interview, after: Interview, touched: Collection[str]) -> bool:
    ours, theirs = _facts(before), _facts(after)
    return all(ours[name] == theirs[name] for name in ours if name not in touched)


def _has_no_less(before: Interview, after: Interview) -> bool:
    """Whether all that was read is as it was, but for facts that a sentence states and nothing said before: a promise, a day, how it ended."""
    ours, theirs = _facts(before), _facts(after)
    return all(
        ours[name] == theirs[name] or (name in _STATED and _is_no_less(ours[name], theirs[name]))
        for name in ours
    )


def _is_no_less(ours: object, theirs: object) -> bool:
    """Whether a value is another, or one that was empty before; each item of a list is there still."""
    if isinstance(ours, list) and isinstance(theirs, list):
        rest = iter(theirs)
        return all(one in rest for one in ours)
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return all(_is_no_less(ours[name], theirs[name]) for name in ours)
    return ours == theirs or ours in {None, "", OutcomeKind.PENDING}


def _facts(interview: Interview) -> dict[str, object]:
    return {
        name: _placeless(value) for name, value in asdict(interview).items() if name not in _PLACES
    }


def _placeless(value: object) -> object:
    """A value without the lines that it was read on."""
    if isinstance(value, dict):
        return {name: _placeless(inner) for name, inner in value.items() if name not in _PLACES}
    return [_placeless(one) for one in value] if isinstance(value, list | tuple) else value


def _says(statement: Statement, before: Interview, after: Interview) -> bool:
    """Whether an interview says what the statement does."""
    if isinstance(statement, Item):
        return _has_item(statement, before, after)
    if isinstance(statement, Fact):
        pairs = ((statement.key, statement.value), *statement.beside)
        return all(_has_fact(after, key, value) for key, value in pairs)
    if isinstance(statement, Told):
        more = len(after.references) - len(before.references)
        return any(_is_told(one, statement) for one in after.references) and more in {0, 1}
    if isinstance(statement, Kept):
        return _is_kept(statement, before, after)
    return isinstance(statement, Note) and _words(statement.text) <= _words(after.body)


def _is_kept(statement: Kept, before: Interview, after: Interview) -> bool:
    """Whether the one promise that is meant is done, and each of the others as it was."""
    done = [one.done for one in after.promised if one.done or one.kept]
    was = [one.done for one in before.promised if one.done or one.kept]
    begins = spoken(statement.begins)
    left = [one for one in _open(before) if not spoken(one).startswith(begins)]
    return len(done) == len(was) + 1 and statement.day in done and _open(after) == left


def _open(interview: Interview) -> list[str]:
    """The words of each promise that is not kept."""
    return [one.what for one in interview.promised if not (one.done or one.kept)]


def _has_item(statement: Item, before: Interview, after: Interview) -> bool:
    """Whether a section has one item more, which has all of the words, and the others are as they were."""
    ours, theirs = (_items(one, statement.section) for one in (before, after))
    if len(theirs) != len(ours) + 1:
        return False
    new = next((at for at, one in enumerate(theirs) if at >= len(ours) or one != ours[at]), 0)
    if [*theirs[:new], *theirs[new + 1 :]] != ours:
        return False
    if statement.section is Section.PROMISED:
        return bool(_words(str(theirs[new])) & _words(statement.text))
    return _words(_unmarked(statement.text)) <= _words(str(theirs[new]))


def _items(interview: Interview, section: Section) -> list[object]:
    name = _SECTION_FIELDS.get(section, section.value)
    return [_placeless(asdict(one)) for one in getattr(interview, name)]


def _unmarked(text: str) -> str:
    """The words of an item without the marks around them, which are read as something else."""
    return _MARKS.sub("", text)


def _words(text: str) -> set[str]:
    return set(spoken(text).split())


def _has_fact(after: Interview, key: str, value: object) -> bool:
    if key == "outcome":
        return after.outcome.kind.value == value
    if key == "decided":
        return after.outcome.decided == value
    if key == "thank_you":
        return value in after.thank_you.sent
    if key == "follow_ups":
        return value in after.follow_ups
    if key == "confidence":
        return isinstance(value, int) and after.confidence == value / 100
    told: object = getattr(after, key)
    return told == value


def is_noted(statement: Statement, interview: Interview) -> bool:
    """Whether an interview says so already; of what was said without a day, on whichever day that has come."""
    if isinstance(statement, Fact) and statement.is_todays:
        return _has_day(statement, interview)
    if isinstance(statement, Fact):
        pairs = ((statement.key, statement.value), *statement.beside)
        return all(_has_fact(interview, key, value) for key, value in pairs)
    if isinstance(statement, Item):
        name = _SECTION_FIELDS.get(statement.section, statement.section.value)
        return any(_is_item(one, statement.text) for one in getattr(interview, name))
    if isinstance(statement, Told):
        return any(_is_told(one, statement) for one in interview.references)
    lines = {line.strip() for line in interview.body.splitlines()}
    return isinstance(statement, Note) and statement.text in lines


def _has_day(statement: Fact, interview: Interview) -> bool:
    """Whether what was said to be so today has been so since a day that is known."""
    if statement.beside:
        ((_, today),) = statement.beside
        known = interview.outcome.decided
        is_so = interview.outcome.kind.value == statement.value
        return is_so and known is not None and known <= today
    known = getattr(interview, statement.key)
    return (
        isinstance(known, date) and isinstance(statement.value, date) and known <= statement.value
    )


def _is_item(item: object, text: str) -> bool:
    """Whether an item has these words, these themes among its own, and the same mark."""
    written = spoken(_THEME.sub("", str(getattr(item, "text", getattr(item, "what", "")))))
    themes = {theme_key(one[1:]) for one in _THEME.findall(text)}
    marks = (getattr(item, name, None) for name in ("kind", "helped", "answered", "landed"))
    mark = next((str(one) for one in marks if one and str(one) != "unmarked"), "")
    typed = next((spoken(one) for one in _MARKS.findall(text)), "")
    is_same = written == spoken(_unmarked(_THEME.sub("", text)))
    return (
        is_same
        and themes <= set(getattr(item, "themes", ()))
        and mark == _SAME_MARK.get(typed, typed)
    )


def _is_told(reference: Reference, statement: Told) -> bool:
    return spoken(reference.name) == spoken(statement.name) and reference.told == statement.day
