"""What front matter says of an interview: each key's value, typed by the kind of its field.

There is one reader a kind. Which key is of which kind stands in `afterword.vocabulary.fields`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from afterword.days import Span
from afterword.frozen import dataclass
from afterword.model import Outcome, Problem, ThankYou
from afterword.patterns import seldom
from afterword.reading.matter import choices, dated, numbers, people, promises, said, texts
from afterword.reading.matter.front_matter import Pair
from afterword.reading.matter.keys import chosen
from afterword.reading.matter.meant_keys import note_unknown
from afterword.reading.matter.nodes import Node, Scalar
from afterword.reading.matter.time_of_day import with_time
from afterword.reading.matter.wide_signs import with_plain_signs
from afterword.reading.matter.yes_no import yes_or_no
from afterword.reading.problems import FileProblems
from afterword.vocabulary.days.named_days import may_name_a_day_abroad
from afterword.vocabulary.fields import Field, Keys, Kind
from afterword.vocabulary.spelling import spoken

_Value = TypeVar("_Value")
# A word that begins with a hash; a comment of a template's has a blank behind it.
_TITLE = "title"
_COMMENT = seldom(r"#[^\s#]")


class Values(Generic[_Value]):
    """The values of one kind that could be read, by the names of their fields."""

    def __init__(self, read: Callable[[Node, FileProblems], _Value | None]) -> None:
        self._read = read
        self._values: dict[str, _Value] = {}

    def take(self, name: str, node: Node, problems: FileProblems) -> None:
        """Read the value of a field."""
        value = self._read(node, problems)
        if value is not None:
            self._values[name] = value

    def read(self, node: Node, problems: FileProblems) -> _Value | None:
        """What a value says, whichever field's it is; None where it could not be read."""
        return self._read(node, problems)

    def put(self, name: str, value: _Value) -> None:
        """Have this for the value of a field."""
        self._values[name] = value

    def forget(self, name: str) -> None:
        """Have no value for a field."""
        self._values.pop(name, None)

    def get(self, name: str) -> _Value | None:
        """The value of a field; None where it is not written, or could not be read."""
        return self._values.get(name)


class Reader(Protocol):
    """Values of whichever kind, as far as reading and comparing them goes."""

    def take(self, name: str, node: Node, problems: FileProblems) -> None:
        """Read the value of a field."""

    def read(self, node: Node, problems: FileProblems) -> object:
        """What a value says; None where it could not be read."""

    def get(self, name: str) -> object:
        """The value of a field; None where there is none."""

    def put(self, name: str, value: Any) -> None:
        """Have this for the value of a field."""

    def forget(self, name: str) -> None:
        """Have no value for a field."""


@dataclass(frozen=True, slots=True)
class UnreadValue:
    """A value of front matter that is not read in full: its field, where it stands, and what was noted of it."""

    field: Field
    value: Scalar
    noted: tuple[Problem, ...]


class Facts:
    """The values that could be read, kind by kind.

    `places` gives the line and column of each field that was written, by its name; `foreign` are the keys that are not ours. `is_titled`
    says that the role is what `title` says, which may be the note's own, `has_unclear_outcome` that no outcome could be told from what
    was written. `unread` are the values that may be read once the day of the interview is known, each with what was noted of it;
    `by_kind` are those of each kind.
    """

    def __init__(self) -> None:
        self.places: dict[str, tuple[int, int]] = {}
        self.foreign: list[Pair] = []
        self.unread: list[UnreadValue] = []
        self.is_titled = False
        self.has_unclear_outcome = False
        self.text = Values(texts.text)
        self.moment = Values(dated.when)
        self.day = Values(dated.day)
        self.days = Values(dated.days)
        self.day_or_span: Values[date | Span] = Values(dated.decision)
        self.day_or_none = Values(dated.day_or_none)
        self.day_or_never = Values(dated.day_or_never)
        self.day_or_invited = Values(dated.day_or_invited)
        self.sent = Values(dated.thank_you)
        self.round = Values(choices.round_of)
        self.format = Values(choices.interview_format)
        self.channel = Values(choices.channel)
        self.outcome = Values(choices.outcome)
        self.percent = Values(numbers.percent)
        self.feeling = Values(numbers.feeling)
        self.people = Values(people.people)
        self.promises = Values(promises.promises)
        self.references = Values(people.references)
        self.advocates = Values(people.advocates)
        self.said = Values(said.said)
        self.items = Values(texts.texts)
        self.words = Values(texts.private_words)
        self.yes_no = Values(yes_or_no)
        self.by_kind = _by_kind(self)

    @property
    def withheld(self) -> bool:
        """Whether its writer keeps it out of whatever is published; a word that is neither yes nor no keeps it out as well."""
        is_draft = "draft" in self.places and self.yes_no.get("draft") is not False
        return is_draft or ("publish" in self.places and self.yes_no.get("publish") is not True)


def _by_kind(facts: Facts) -> Mapping[Kind, Reader]:
    return {
        Kind.TEXT: facts.text,
        Kind.MOMENT: facts.moment,
        Kind.DAY: facts.day,
        Kind.DAYS: facts.days,
        Kind.DAY_OR_SPAN: facts.day_or_span,
        Kind.DAY_OR_NONE: facts.day_or_none,
        Kind.DAY_OR_NEVER: facts.day_or_never,
        Kind.DAY_OR_INVITED: facts.day_or_invited,
        Kind.SENT: facts.sent,
        Kind.ROUND: facts.round,
        Kind.FORMAT: facts.format,
        Kind.CHANNEL: facts.channel,
        Kind.OUTCOME: facts.outcome,
        Kind.PERCENT: facts.percent,
        Kind.FEELING: facts.feeling,
        Kind.PEOPLE: facts.people,
        Kind.PROMISES: facts.promises,
        Kind.REFERENCES: facts.references,
        Kind.ADVOCATES: facts.advocates,
        Kind.SAID: facts.said,
        Kind.ITEMS: facts.items,
        Kind.WORDS: facts.words,
        Kind.YES_NO: facts.yes_no,
    }


def read_facts(pairs: Iterable[Pair], problems: FileProblems, keys: Keys) -> Facts:
    """What the pairs of front matter say, as far as it can be read, with every problem noted."""
    facts = Facts()
    readers = facts.by_kind
    speaking, facts.foreign = chosen(tuple(pairs), problems, keys)
    for field, pair in speaking:
        if _is_left_empty(field, pair, facts, problems):
            continue
        facts.places[field.name] = pair.value.line, pair.value.column
        before = len(problems.noted)
        value, reader = with_plain_signs(field.kind, pair.value), readers[field.kind]
        reader.take(field.name, value, problems)
        is_doubted = len(problems.noted) > before or field.kind is Kind.OUTCOME
        if is_doubted and isinstance(value, Scalar) and _may_be_read_later(field, value, reader):
            facts.unread.append(UnreadValue(field, value, tuple(problems.noted[before:])))
        facts.is_titled |= field.name == "role" and spoken(pair.key.text) == _TITLE
    if facts.foreign:
        _read_foreign(facts, problems)
    facts.has_unclear_outcome = any(one.code in choices.NO_OUTCOME for one in problems.noted)
    return facts


def _read_foreign(facts: Facts, problems: FileProblems) -> None:
    """Take the time of day from a key of its own, and say which of the others are read as nothing."""
    timed = None
    if held := facts.moment.get("date"):
        held, timed = with_time(held, facts.foreign)
        facts.moment.put("date", held)
    note_unknown((pair for pair in facts.foreign if pair is not timed), problems)


def _may_be_read_later(field: Field, value: Scalar, reader: Reader) -> bool:
    """Whether a value is not read in full, and may be reckoned from the day of the interview."""
    read = reader.get(field.name)
    if isinstance(read, Outcome) and read.decided is None:
        return may_name_a_day_abroad(value.text)
    return read in (None, (), ThankYou()) and field.name not in {"date", "applied"}


def _is_left_empty(field: Field, pair: Pair, facts: Facts, problems: FileProblems) -> bool:
    """Whether a key has no value; that is told where an entry cannot do without one, or where YAML has hidden it."""
    if not texts.is_absent(pair.value):
        return False
    if field.empty:
        facts.places[field.name] = pair.key.line, pair.key.column
        problems.on(pair.key, f"no-{field.name}", *field.empty)
    elif "#" in pair.source:
        _note_comment(pair, problems)
    return True


def _note_comment(pair: Pair, problems: FileProblems) -> None:
    """`role: #1 in the team` is a comment to YAML, and nothing to read."""
    behind = pair.source.split("\n", 1)[0].partition(":")[2].strip()
    if _COMMENT.match(behind):
        problems.doubt(
            pair.key,
            "all-comment",
            f"YAML takes '{behind}' for a comment, so nothing is read here.",
            "Put it between quotes.",
        )
