"""The facts of a note, in whichever form its program keeps them: front matter between other lines than ours, Dataview, labels, Logseq."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent

from afterword.frozen import dataclass, field
from afterword.reading.matter.front_matter import pieces_of, split_front_matter
from afterword.reading.matter.texts import plain_name
from afterword.reading.problems import FileProblems
from afterword.reading.recognising.left_alone import has_placeholder
from afterword.reading.recognising.property_lines import HEAD, Property, outside_code, property_on
from afterword.vocabulary.channels import FORMATS, interview_format
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.note_links import without_note_links
from afterword.vocabulary.rounds import says_no_round
from afterword.writing.importing.note_fences import loaded, otherwise_fenced
from afterword.writing.importing.note_rounds import names_round
from afterword.writing.importing.note_titles import day_in
from afterword.writing.importing.workplaces import with_company

# What is taken out of the text into front matter, where a line says nothing else.
_LIFTED = frozenset({"company", "role", "date", "applied", "source", "round", "format", "interviewers", "outcome", "decided", "contact"})  # fmt: skip
# What a fact may also be taken from that is left where it stands.
_FOUND = frozenset({"company", "role", "date", "applied", "round"})
# A longer value explains a word and is no fact.
_SHORT = 60
_ANY_PROPERTY = re.compile(r"^(?:[-*]\s+)?\**[^\W\d_][\w '’./-]{0,30}?\**\s*:{1,2}(?:\s|$)")
_PLAIN = re.compile(r"^[ \t]*(?:[-*+]\s+)?[*_]{0,2}[^\W\d_][\w '’./-]{0,30}?[*_]{0,2}\s*(?:::?|：)[*_]{0,2}\s*(?P<value>[^\[\]:|]+|[^|\[\]]*\d:\d\d[^|\[\]]*|\[\[[^\[\]]+\]\](?:\s*[,;]\s*\[\[[^\[\]]+\]\])*)$")  # fmt: skip
_INLINE = re.compile(
    r"[\[(](?P<key>[^\W\d_][\w -]{0,30}?)::\s*(?P<value>\[\[[^\[\]]+\]\]|[^\[\]()]+)[\])]"
)
_TAGS = re.compile(r"^\s*(?:#[\w/-]+\s*)+$")


@dataclass(slots=True)
class Head:
    """What a note says of itself: lines of YAML as they are, facts from elsewhere by their keys, and the text below.

    `lines` are those that were taken out of the text for a fact. `is_marked` says that its company stands in a sentence, between brackets as Dataview has them.
    """

    raw: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    body: str = ""
    lines: dict[str, str] = field(default_factory=dict)
    is_marked: bool = False

    def fact(self, name: str) -> str:
        """The value of a fact as it is written; empty where there is none."""
        return self.facts.get(name) or self._in_raw(name)

    @property
    def known(self) -> frozenset[str]:
        """The names of the facts that it has, in whatever form."""
        ours = {known.name for key, _ in _values(self.raw) if (known := KEYS.field_of(key))}
        return frozenset(ours | self.facts.keys())

    def title(self) -> str:
        """What its front matter calls it."""
        return next((value for key, value in _values(self.raw) if key.casefold() == "title"), "")

    def _in_raw(self, name: str) -> str:
        for key, value in _values(self.raw):
            known = KEYS.field_of(key) or KEYS.field_of(KEYS.slip_for(key) or "")
            if known and known.name == name and (name != "role" or key.casefold() != "title"):
                return value
        return ""


def head_of(path: str, text: str) -> Head:
    """The head of a note, whose front matter may stand between lines that nobody else takes for that."""
    matter = split_front_matter(text, FileProblems(path, text.split("\n")))
    if matter.raw is not None and _is_mapping(matter.raw):
        head = Head(with_company(_unnested(matter.raw.strip("\n"))), {}, matter.body)
    else:
        raw, body = otherwise_fenced(text) or ("", text)
        head = Head(raw, {}, body)
    _take_from_text(head)
    return head


def front_matter_of(text: str) -> tuple[str, str] | None:
    """The front matter between the lines of --- that a text begins with, and what lies below; None where it has none that is read."""
    if not text.startswith("---\n"):
        return None
    matter = split_front_matter(text, FileProblems("", text.split("\n")))
    if matter.raw is None or matter.misfenced or not _is_mapping(matter.raw):
        return None
    return matter.raw.strip("\n"), matter.body


def value_of(written: str) -> str:
    """A value on a line of YAML as it is read; empty where it is none by itself."""
    said = loaded(written)
    return said.strip() if isinstance(said, str) else ""


def _unnested(raw: str) -> str:
    """Lines of YAML with the keys below one that is not ours at their beginnings, where the company stands among them."""
    said = loaded(raw)
    for key, value in said.items() if isinstance(said, dict) else ():
        inner = {known.name for one in value if (known := KEYS.field_of(str(one)))} if isinstance(value, dict) else set()  # fmt: skip
        if "company" in inner and len(inner) > 1 and KEYS.field_of(str(key)) is None:
            return _without_level(raw, str(key))
    return raw


def _without_level(raw: str, key: str) -> str:
    """Lines of YAML without the line of a key, and with those below it moved to the left."""
    lines = raw.split("\n")
    at = next(at for at, line in enumerate(lines) if line.split(":")[0].strip(" \"'") == key)
    end = next((n for n in range(at + 1, len(lines)) if lines[n][:1].strip()), len(lines))
    inner = dedent("\n".join(lines[at + 1 : end]))
    return "\n".join([*lines[:at], inner, *lines[end:]])


def _is_mapping(raw: str) -> bool:
    return isinstance(loaded(raw), dict)


def _values(raw: str) -> Iterator[tuple[str, str]]:
    said = loaded(raw)
    for key, value in said.items() if isinstance(said, dict) else ():
        one = value[0] if isinstance(value, list) and len(value) == 1 else value
        if isinstance(one, list) and len(one) == 1 and isinstance(one[0], str):
            one = f"[[{one[0]}]]"
        if isinstance(key, str) and isinstance(one, str) and one:
            yield key, plain_name(one)


def _take_from_text(head: Head) -> None:
    """Take the facts of the lines at the top of the text, and of those below where the note has none."""
    lines = head.body.split("\n")
    taken: set[int] = set()
    unsaid: list[str] = []
    for at, one in _at_top(lines):
        value = plain_name(_value(lines[at], one))
        name = _name(one, value)
        if name == "round" and says_no_round(value):
            taken.add(at)
            unsaid.append(f"# {lines[at]}")
        elif name in _LIFTED and not has_placeholder(one.value) and not head.fact(name):
            head.facts[name] = value
            if _PLAIN.match(lines[at]) and head.raw == "":
                taken.add(at)
                head.lines[name] = lines[at]
    for at, line in outside_code(lines, at_top=True):
        for found in _INLINE.finditer(line) if "::" in line else ():
            known = KEYS.field_of(found["key"])
            if known and known.name in _LIFTED and not head.fact(known.name):
                head.facts[known.name] = plain_name(found["value"].strip())
                head.is_marked = head.is_marked or known.name == "company"
        one_below = property_on(line, at, KEYS)
        if one_below and _is_found(one_below, _name(one_below, _value(line, one_below)), head):
            head.facts[one_below.field.name] = plain_name(_value(line, one_below))
    head.body = "\n".join(line for at, line in enumerate(lines) if at not in taken).strip("\n")
    head.raw = "\n".join(filter(None, (head.raw, *unsaid)))


def _name(one: Property, value: str) -> str:
    """Which fact a line says: a round that is a way of meeting is its format."""
    is_format = one.field.name == "round" and interview_format(value) in FORMATS
    return "format" if is_format else one.field.name


def _value(line: str, one: Property) -> str:
    """The value of a line, with the brackets of a link that stand around it."""
    plain = _PLAIN.match(line)
    if plain and plain["value"].count("[[") > 1:
        return without_note_links(plain["value"].strip())
    if plain and plain["value"].strip().startswith("[["):
        return plain["value"].strip()
    value = re.split(r"\]\]?|\)\s|\s+\[\w+::", one.value)[0].strip(" *_")
    # What closes a bracket of the value itself was taken for one around the line.
    return f"{value})" if value.count("(") > value.count(")") else value


def _is_found(one: Property, name: str, head: Head) -> bool:
    """Whether a line below says a fact that the note lacks: in two colons anywhere, as a label only a short one."""
    if name not in _FOUND or head.fact(name) or not one.value:
        return False
    if "|" in one.value or has_placeholder(one.value):
        return False
    return one.mark == "::" or (one.at < HEAD and len(one.value) <= _SHORT and one.mark != "\t")


def _at_top(lines: list[str]) -> Iterator[tuple[int, Property]]:
    """The facts of the first lines, up to the first that is neither one, a title, tags nor blank."""
    for at, line in enumerate(lines):
        one = property_on(line, at, KEYS)
        if one and one.mark in {":", "::", "："} and one.value:
            yield at, one
        elif line.strip() and not (line.startswith("# ") or _TAGS.match(line) or _ANY_PROPERTY.match(line)):  # fmt: skip
            return


def pieces(raw: str) -> Iterator[tuple[str, str]]:
    """Each key of lines of YAML, by our name where it is one of ours, with its lines as they are."""
    for _, piece in pieces_of(raw, 1):
        key = piece.partition(":")[0].strip(" \"'")
        known = KEYS.field_of(key)
        yield (known.name if known else ""), piece.strip("\n")


def days_of_interviews(head: Head) -> int:
    """How many different days stand in a note's facts behind the words for an interview or a round: "Interview 2: 2026-10-17"."""
    lines = [*head.raw.split("\n"), *head.lines.values(), *head.body.split("\n")]
    days = set()
    listed = False
    for line in lines:
        key, colon, value = line.strip(" -*").partition(":")
        is_named = bool(colon) and len(key) <= _SHORT and names_round(key.strip("* _"))
        listed = is_named and not value.strip() if not line.startswith((" ", "-")) else listed
        if (is_named or listed) and (day := day_in(line.partition(":")[2])):
            days.add(day)
    return len(days)
