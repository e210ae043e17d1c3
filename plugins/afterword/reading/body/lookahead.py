"""What a line is by those around it: another program's bullet, the name of the list below it, the head of a table."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.patterns import seldom
from afterword.reading.body.forms import ITEM, TABLE_RULE, indentation, is_rule, spaced
from afterword.reading.body.headings import Headings
from afterword.vocabulary.days.named_days import may_name_a_day_abroad
from afterword.vocabulary.fields import KEYS, Field, Kind
from afterword.vocabulary.outcomes import outcome_kind
from afterword.vocabulary.sections import Section
from afterword.vocabulary.sides import begins_side, side_of
from afterword.vocabulary.statements.promising import promised_by
from afterword.vocabulary.statements.sending import names_note, says_sent

# Bullets of other programs. A dash is one only beside another, since a single one may stand before a name.
_BULLETS, _DASHES = frozenset("•‣◦▪▫●○∙·・･"), frozenset("–—")
_AFTER_BULLET = seldom(r"[ \t]*(?=[\w「『（“])|[ \t]+(?=\S)")
# A key and its value, and in what shape a value is that only a fact has.
_KEY = seldom(r"(?P<key>[^\W\d_][^:：\[\](){}<>|`]{0,40}?)\s*(?:::|[:：])\s*(?P<value>\S.*)")
_DAYS = frozenset({Kind.MOMENT, Kind.DAY, Kind.DAYS, Kind.DAY_OR_SPAN, Kind.DAY_OR_NONE, Kind.DAY_OR_NEVER, Kind.SENT})  # fmt: skip
_MOST_OF_OUTCOME = 4
# A line as short as this goes on below only where its writer begins something else.
_SHORT, _SENTENCE_ENDS = 60, (".", "!", "?", "…", "。")
_TO_DO = "todo"
_TOLD_BY_KEY = frozenset({Section.PROMISED, Section.SAID})
_LONGEST_TITLE, _TITLE_WORDS = 60, 5


def bulleted(source: Sequence[str], line: str, number: int) -> str:
    """The line with another program's bullet as Markdown's."""
    bare = line.lstrip()
    mark = bare[:1]
    if mark not in _BULLETS and not (mark in _DASHES and _stands_beside(source, mark, number)):
        return line
    space = _AFTER_BULLET.match(bare, 1)
    return f"{line[: indentation(line)]}- {bare[space.end() :]}" if space else line


def _stands_beside(source: Sequence[str], mark: str, number: int) -> bool:
    """Whether the line above or below begins with the same mark."""
    beside = [*source[max(number - 1, 0) : number], *source[number + 1 : number + 2]]
    return any(line.lstrip("> \t").startswith(mark) for line in beside)


def stands_over(
    source: Sequence[str], line: str, number: int, headings: Headings, *, follows: bool
) -> bool:
    """Whether a line is the name of what stands below it; `follows` says that there is text right above it."""
    if headings.reads_as_label(line):
        return True
    words = line.strip()
    if len(words) > _LONGEST_TITLE:
        return False
    if follows and words[:1].islower():
        # In small letters it goes on from the line above, unless it is a section's name to the letter with its list right below.
        return headings.bare_section(words) is not None and _is_item(source, number + 1)
    is_title = follows and words.endswith(":") and words.count(" ") < _TITLE_WORDS
    if not (is_title or side_of(words) or headings.bare_section(words)):
        return False
    return _begins_item(source, number + 1)


def _begins_item(source: Sequence[str], number: int) -> bool:
    """Whether a list begins on a line, or below it where it is blank."""
    for at in range(number, min(number + 3, len(source))):
        if source[at].strip():
            return _is_item(source, at)
    return False


def _is_item(source: Sequence[str], number: int) -> bool:
    """Whether a list item begins on a line."""
    line = spaced(source[number]) if number < len(source) else ""
    return ITEM.match(bulleted(source, line, number)) is not None and not is_rule(line)


def states_fact(line: str, above: str) -> bool:
    """Whether a line right below an item, which Markdown takes for more of it, states a fact of the interview: "Outcome: rejected"."""
    bare = line.replace("**", "").replace("__", "")
    if not (line[:1].isupper() or line.startswith(("**", "__"))):
        return False
    if key := _KEY.match(bare):
        field = KEYS.field_of(key["key"])
        return field is not None and _is_said(field, key["value"])
    if names_note(bare) and says_sent(bare):
        return True
    is_apart = len(above) < _SHORT or above.rstrip().endswith(_SENTENCE_ENDS)
    return is_apart and promised_by(bare) is not None and may_name_a_day_abroad(bare)


def names_promise(line: str, headings: Headings) -> bool:
    """Whether a line begins with what promises stand below, or what was said: "To do: thank Ann", "Salary: 82 000"."""
    first = line.partition(" ")[0]
    if first.isupper() and first.casefold() == _TO_DO:
        return True
    key = _KEY.match(line.replace("**", "").replace("__", ""))
    return key is not None and headings.named(key["key"]) in _TOLD_BY_KEY


def _is_said(field: Field, value: str) -> bool:
    """Whether a value is one that only a fact has: a day, an outcome, a promise."""
    if field.kind is Kind.OUTCOME:
        words = value.split()[:_MOST_OF_OUTCOME]
        heads = (" ".join(words[:end]).strip(" .,;:") for end in range(1, len(words) + 1))
        return any(outcome_kind(head) for head in heads)
    has_figure = any(letter.isdigit() for letter in value)
    return field.kind is Kind.PROMISES or (field.kind in _DAYS and has_figure)


def begins_table(source: Sequence[str], line: str, number: int) -> bool:
    """Whether a line is the head of a table, which Markdown wants apart."""
    below = source[number + 1] if number + 1 < len(source) else ""
    return "|" in line and "|" in below and TABLE_RULE.match(below) is not None


def is_labelled(headings: Headings, line: str) -> bool:
    """Whether a line begins with a section's name, or says which side of their feedback it is."""
    return headings.labelled(line) is not None or begins_side(line)
