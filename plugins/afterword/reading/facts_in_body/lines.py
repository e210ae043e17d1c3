"""Which lines of a body give a key and a value: "Outcome: rejected", "**Date:** 2026-11-20", "outcome:: advanced", "[round:: final]"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from afterword.frozen import dataclass
from afterword.patterns import seldom
from afterword.reading.body.fact_parts import FactPart, Text
from afterword.reading.body.forms import may_label, with_plain_colon
from afterword.reading.body.headings import HEADINGS
from afterword.vocabulary.days.named_days import may_name_a_day_abroad
from afterword.vocabulary.fields import Field, Keys, Kind
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.sections import Section

_LINE = seldom(
    r"^\W{0,6}(?P<key>[^\W\d_][^:：\[\](){}<>|`\n]{0,40}?)\s*(?P<mark>::|[:：])\s*(?P<value>[^\s:：].*)$"
)
_FIELD = seldom(
    r"[\[(](?P<key>[^\W\d_][^:\[\]()`\n]{0,40}?)::\s*(?P<value>(?:\[\[[^\[\]\n]*\]\]|[^\[\]()\n])+)[\])]"
)
_BOLD = seldom(r"\*\*|__")
_CODE = seldom(r"`[^`\n]*`")
# What parts several facts on one line.
_BAR = seldom(r"\s+[|·•]\s+")
_SURE = frozenset({Kind.MOMENT, Kind.DAY, Kind.DAYS, Kind.DAY_OR_SPAN, Kind.DAY_OR_NONE, Kind.DAY_OR_NEVER, Kind.DAY_OR_INVITED, Kind.SENT, Kind.OUTCOME})  # fmt: skip
# These names begin many a sentence as well: "Connected: we had the same teacher".
_ORDINARY = frozenset({"connected", "reconnected", "advocates"})
# A longer line states no fact.
_LONGEST = 1000
# A title or an initial in front of a name, whose full stop ends no sentence; and a number with its scale.
_TITLE = seldom(r"(?<!\w)[^\W\d_a-zà-ÿ][^\W\d_]{0,3}\.\s*(?=[^\W\d_])")
_FIGURES = seldom(r"~?[\d.,]+\s*(?:%|(?:/|of|out of)\s*\d+)|[★⭐☆]+")
_MAIL = WORDS.spoken("mail header")


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """A key with its value on a line of the file.

    `is_field` when it has Dataview's two colons; `is_surely` when its place and its key leave no doubt that it was meant as a
    fact, so that a value which cannot be read is told; `is_slip` when the key is only a slip away from the field's.
    """

    field: Field
    key: str
    value: str
    line: int
    is_field: bool
    is_surely: bool
    is_slip: bool = False


def fact_lines(parts: Iterable[FactPart], keys: Keys) -> Iterator[FactLine]:
    """The facts on lines of their own, and in brackets, in the order in which they stand."""
    for part in parts:
        for text in part.texts:
            if not part.heading or _is_outcomes_item(text, part):
                yield from _in_text(text, part, keys)


def _is_outcomes_item(text: Text, part: FactPart) -> bool:
    """Whether a text is an item below a heading such as "Outcome", where one colon is enough for a fact."""
    return part.section is Section.OUTCOME and text.is_item and "::" not in text.text


def _in_text(text: Text, part: FactPart, keys: Keys) -> Iterator[FactLine]:
    lines = text.text.split("\n")
    if not part.is_quoted and _is_mail(lines):
        return
    for number, line in enumerate(lines, text.line):
        told = with_plain_colon(line) if line.startswith("【") else line
        yield from _on_line(told, number, text, part, keys)


def _is_mail(lines: list[str]) -> bool:
    """Whether a paragraph is the head of a mail, whose date is that of the mail."""
    heads = {line.partition(":")[0].strip(" *_>").casefold() for line in lines}
    return len(lines) > 1 and not _MAIL.isdisjoint(heads)


def _on_line(line: str, number: int, text: Text, part: FactPart, keys: Keys) -> Iterator[FactLine]:
    if len(line) > _LONGEST or not may_label(line):
        return
    bare = _BOLD.sub("", line).replace("(s)", "s")
    if "::" in bare:
        bare = _CODE.sub("", bare)
        fields = list(_FIELD.finditer(bare))
        for one in fields:
            if fact := _fact(one["key"], one["value"], number, part, keys, is_field=True):
                yield fact
        if fields:
            return
    for piece in _pieces(bare, keys):
        found = _LINE.match(piece)
        is_field = found is not None and found["mark"] == "::"
        if found is None or (not is_field and not _may_state(text, part)):
            continue
        if fact := _fact(found["key"], found["value"], number, part, keys, is_field=is_field):
            yield fact


def _may_state(text: Text, part: FactPart) -> bool:
    """Whether a line with one colon may be a fact here."""
    return not part.is_quoted and not (
        part.section and text.is_item and part.section is not Section.OUTCOME
    )


def _pieces(line: str, keys: Keys) -> list[str]:
    """The facts between bars on one line, where each of them is one; else the line."""
    pieces = [piece for piece in _BAR.split(line) if piece.strip(" |")]
    found = [_LINE.match(piece) for piece in pieces] if len(pieces) > 1 else []
    known = [one is not None and keys.field_of(_key(one["key"])) is not None for one in found]
    return pieces if any(known) and None not in found else [line]


def _key(written: str) -> str:
    return written.strip(" *_")


def _fact(
    key: str, value: str, line: int, part: FactPart, keys: Keys, *, is_field: bool
) -> FactLine | None:
    """The fact that a key and its value are; None where the key is none of ours, or what stands there is as likely prose."""
    bare = _key(key)
    slip = keys.slip_for(bare) if is_field and keys.field_of(bare) is None else None
    value = value.strip().rstrip("\\").strip(" *_|")
    field = keys.field_of(slip or bare) or _promised(bare, value, keys)
    if field is None or not value:
        return None
    is_ours = not keys.is_shared(bare)
    if not is_field and not _is_likely(field, value, part, is_ours=is_ours):
        return None
    dated = field.kind in _SURE and any(letter.isdigit() for letter in value)
    placed = part.is_first and field.name not in _ORDINARY
    surely = is_field or (is_ours and (placed or dated or field.name == "outcome"))
    return FactLine(
        field=field,
        key=bare,
        value=value,
        line=line,
        is_field=is_field,
        is_surely=surely,
        is_slip=slip is not None,
    )


def _promised(key: str, value: str, keys: Keys) -> Field | None:
    """The field of promises where a key is what they stand below and the value may name a day: "To do: thank Ann by 4 Dec"."""
    if not may_name_a_day_abroad(value) or HEADINGS.named(key) is not Section.PROMISED:
        return None
    return keys["promised"]


def _is_likely(field: Field, value: str, part: FactPart, *, is_ours: bool) -> bool:
    """Whether a value behind one colon is as likely a fact as prose."""
    if field.kind in _SURE:
        return True
    if field.kind is Kind.ADVOCATES and not value[:1].isupper():
        return False
    if field.kind in {Kind.ITEMS, Kind.SAID} or (field.kind is Kind.TEXT and not is_ours):
        return False
    if field.kind in {Kind.PERCENT, Kind.FEELING} and _FIGURES.fullmatch(value):
        return True
    if field.kind is Kind.PEOPLE:
        value = _TITLE.sub("", value)
    return field.kind in {Kind.PROMISES, Kind.WORDS} or (part.is_first and _is_short(value))


def _is_short(value: str) -> bool:
    """Whether a value is a few words and no sentence."""
    return len(value) <= 80 and not re.search(r"[.!?](?:\s+[^\W\d_]{4}|$)", value)
