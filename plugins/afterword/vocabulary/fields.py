"""The one table of fields: every key that is read from front matter, in what shape its value is, and what it wants.

It drives the reading and the reference in docs/format.md. What each key is called beside its own name stands with the other
words of a language, below `[key company]`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import chain

from afterword.frozen import dataclass
from afterword.patterns import seldom
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.outcomes import EVERY_OUTCOME
from afterword.vocabulary.speaking import Said, meaning_of
from afterword.vocabulary.spelling import normal_key, one_slip_apart, spoken

# What a key may end in without being another: "Interviewer(s)", "Gesprächspartner(in)", "Got it?".
_ENDS = (")", "?", "？")
_ENDING = seldom(r"(?<=\w)\(\w{1,5}\)$|\s*[?？]+$")


class Kind(StrEnum):
    """In what shape the value of a key is; reading has one function for each."""

    TEXT = "text"
    MOMENT = "moment"
    DAY = "day"
    DAYS = "days"
    DAY_OR_SPAN = "day or span"
    DAY_OR_NONE = "day or none"
    DAY_OR_NEVER = "day or never"
    DAY_OR_INVITED = "day or invited"
    SENT = "sent"
    ROUND = "round"
    FORMAT = "format"
    CHANNEL = "channel"
    OUTCOME = "outcome"
    PERCENT = "percent"
    FEELING = "feeling"
    PEOPLE = "people"
    PROMISES = "promises"
    REFERENCES = "references"
    ADVOCATES = "advocates"
    SAID = "said"
    ITEMS = "items"
    WORDS = "words"
    YES_NO = "yes or no"


@dataclass(frozen=True, slots=True)
class Field:
    """One key: its name, the shape of its value, what it expects in words, and its other names.

    `empty` is what is said where an entry cannot do without it and leaves it empty, and the way to mend that. `common` says
    that pages of other kinds have such a key as well.
    """

    name: str
    kind: Kind
    expects: str
    aliases: tuple[str, ...] = ()
    empty: tuple[str, str] | None = None
    common: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the key, its own first."""
        return (self.name, *self.aliases)


def _field(
    name: str,
    kind: Kind,
    expects: str,
    *,
    empty: tuple[str, str] | None = None,
    common: bool = False,
) -> Field:
    return Field(name, kind, expects, WORDS.of(f"key {name}"), empty, common)


_A_DAY = "a day: 2026-11-12, 12 Nov 2026, Nov 12, 2026, 12.11.2026 or 2026/11/12"
_ITEMS = "a list of text, the same as bullets under the heading"
_NO_COMPANY = ("The company is left empty.", "Write its name after the colon.")
_NO_DATE = ("The date is left empty.", "Write the day after the colon, such as 2026-11-12.")

FIELDS = (
    _field("company", Kind.TEXT, "a name", empty=_NO_COMPANY),
    _field("role", Kind.TEXT, "a text", common=True),
    _field("date", Kind.MOMENT, f"{_A_DAY}, with or without a time", empty=_NO_DATE, common=True),
    _field("applied", Kind.DAY, _A_DAY),
    _field("source", Kind.TEXT, "how I found it", common=True),
    _field("round", Kind.ROUND, "a text; its kind is found in its words"),
    _field("format", Kind.FORMAT, "phone, video, onsite, take-home, or a text", common=True),
    _field("interviewers", Kind.PEOPLE, "names, or tables of name, role and email"),
    _field("confidence", Kind.PERCENT, "0 to 100, 60%, or 0.0 to 1.0 written with a point"),
    _field("feeling", Kind.FEELING, "1 to 5, or with its scale: `8/10`"),
    _field("contact", Kind.CHANNEL, "email, phone, portal, recruiter, or a text", common=True),
    _field("decision_by", Kind.DAY_OR_SPAN, f"{_A_DAY}; or 2 weeks, 5 business days"),
    _field("thank_you", Kind.SENT, "the day or days a note was sent, or skip"),
    _field("follow_ups", Kind.DAYS, "the day or days I wrote"),
    _field("promised", Kind.PROMISES, "a list of text, or of tables of what, by, done and who"),
    _field("said", Kind.SAID, "a table of what I told them: salary, notice, reason and the like", common=True),
    _field("references", Kind.REFERENCES, "names, or tables of name, told and thanked", common=True),
    _field("advocates", Kind.ADVOCATES, "who knows them and could put in a word: names, or tables of name and asked"),
    _field("outcome", Kind.OUTCOME, EVERY_OUTCOME),
    _field("decided", Kind.DAY, "the day I heard"),
    _field("answer_by", Kind.DAY_OR_SPAN, f"{_A_DAY}; or 1 week, 5 business days from the offer"),
    _field("feedback_asked", Kind.DAY, _A_DAY),
    _field("feedback_received", Kind.DAY_OR_NONE, f"{_A_DAY}; or none"),
    _field("reconnect", Kind.DAY_OR_NEVER, f"{_A_DAY}; or never"),
    _field("reconnected", Kind.DAY, "the day I wrote again"),
    _field("connected", Kind.DAY_OR_INVITED, "the day of the connection on a network; or invited"),
    _field("went_well", Kind.ITEMS, _ITEMS),
    _field("went_badly", Kind.ITEMS, _ITEMS),
    _field("do_differently", Kind.ITEMS, _ITEMS),
    _field("takeaways", Kind.ITEMS, _ITEMS),
    _field("skills", Kind.ITEMS, _ITEMS, common=True),
    _field("questions", Kind.ITEMS, _ITEMS, common=True),
    _field("stories", Kind.ITEMS, _ITEMS, common=True),
    _field("feedback", Kind.ITEMS, _ITEMS, common=True),
    _field("application", Kind.TEXT, "a name that ties entries together", common=True),
    _field("draft", Kind.YES_NO, "true: not in anything published", common=True),
    _field("publish", Kind.YES_NO, "false: not in anything published", common=True),
    _field("private", Kind.WORDS, "a list of words never to be shown in a shared view", common=True),
)  # fmt: skip


class Keys:
    """The fields by every spelling of their keys."""

    def __init__(self, fields: Iterable[Field] = FIELDS) -> None:
        self.fields = tuple(fields)
        self._by_key = {normal_key(name): field for field in self.fields for name in field.names}
        self._by_name = {field.name: field for field in self.fields}
        self._headings = WORDS.meanings("section")
        self._shared, self._shared_in_english = Said("shared keys"), WORDS.spoken("shared keys")
        self._foreign = frozenset(map(normal_key, WORDS.of("foreign keys")))
        self._names = _by_ends(name for field in self.fields for name in field.names)

    def __getitem__(self, name: str) -> Field:
        return self._by_name[name]

    def field_of(self, key: str) -> Field | None:
        """The field that a key names, in any of its spellings; None for a key that is not ours."""
        if (field := self._by_key.get(normal_key(key))) is not None:
            return field
        if key.endswith(_ENDS) and (plain := _ENDING.sub("", key)) != key:
            return self.field_of(plain)
        meant = self._by_name.get(meaning_of("key", key) or "")
        return meant or self._section_named(key)

    def _section_named(self, key: str) -> Field | None:
        """The field of a list whose heading a key says: "what went well", "pontos fortes"; of one English word it is anybody's."""
        words = spoken(key)
        meant = self._headings.get(words) if " " in words else None
        field = self._by_name.get(meant or meaning_of("section", key) or "")
        return field if field and field.kind is Kind.ITEMS else None

    def is_shared(self, key: str) -> bool:
        """Whether other tools give a name of ours a meaning of their own: beside our own key it is theirs."""
        word = spoken(key)
        # Of an English key no other language is asked, which would have to be found out first.
        is_english = normal_key(key) in self._by_key
        return word in (self._shared_in_english if is_english else self._shared)

    def slip_for(self, key: str) -> str | None:
        """The known name that a key is one slip away from: `outcom` for `outcome`."""
        bare = normal_key(key)
        if len(bare) < 4 or bare in self._foreign:
            return None
        near = chain(self._names.get((0, bare[0]), ()), self._names.get((-1, bare[-1]), ()))
        return next((name for name, plain in near if one_slip_apart(bare, plain)), None)


def _by_ends(names: Iterable[str]) -> Mapping[tuple[int, str], Sequence[tuple[str, str]]]:
    """Names and their normal forms by either end: no single slip changes both ends of four letters."""
    found = defaultdict(list)
    for name in names:
        if len(name) > 3:
            plain = normal_key(name)
            found[0, plain[0]].append((name, plain))
            found[-1, plain[-1]].append((name, plain))
    return found


KEYS = Keys()


def suggestion_of(name: str) -> str:
    """What is said to somebody who probably meant this name."""
    return f"Did you mean {name}?"
