"""What one source is: an interview, an entry that could not be read, or an ordinary page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from afterword.model import Interview, Outcome, Problem, Source, Unread, When
from afterword.reading.body import Body, BodyReader, meaning
from afterword.reading.fields import FIELDS, LENT, Field, field_of, slip_for, suggestion_of
from afterword.reading.front_matter import FrontMatter, Pair, kept_for_others, split_front_matter
from afterword.reading.headings import Section
from afterword.reading.items import Raw, is_placeholder
from afterword.reading.likely import hint_at_interview, hint_at_lost
from afterword.reading.nodes import Node, Scalar
from afterword.reading.slips import Slips
from afterword.reading.themes import SECTIONS
from afterword.reading.values import Span, is_absent
from afterword.reading.words import spoken

_NOT_A_ROUND = frozenset({"interview", "interviews", "job interview", "entry", "note", "journal"})
# What an entry cannot do without, and what is said where it is left empty.
_NEEDED = {
    "company": ("The company is left empty.", "Write its name after the colon."),
    "date": ("The date is left empty.", "Write the day after the colon, such as 2026-11-12."),
}
# The suggestions that a slip in one of their keys leads to.
_MEANT = {
    field.name: {suggestion_of(name) for name in (field.name, *field.aliases)}
    for field in FIELDS
    if field.name in _NEEDED
}
# A word that begins with a hash; a comment of a template's has a blank behind it.
_COMMENT = re.compile(r"#[^\s#]")
_LISTS = frozenset(SECTIONS) & {field.name for field in FIELDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One source as read: at most one of `interview` and `unread`, neither for an ordinary page.

    `places` gives the line and column of each field's value; `sections` are those that its body names, `rounds` the lines of
    headings that look like several rounds, `sideless` those of items under a heading for both sides that say neither. `body`
    is an interview's as its reader still holds it, until that reads the next source.
    """

    problems: tuple[Problem, ...]
    interview: Interview | None = None
    unread: Unread | None = None
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    sections: frozenset[Section] = frozenset()
    rounds: tuple[int, ...] = ()
    sideless: tuple[int, ...] = ()
    body: Body | None = None


def read_entry(source: Source, reader: BodyReader) -> Entry:
    """The source read as far as it can be, with every slip in it."""
    if source.text is None:
        return _not_text(source)
    slips = Slips(source.path, source.text.split("\n"))
    matter = split_front_matter(source.text, slips)
    if matter.raw is None and (at := source.text.find("\x00")) >= 0:
        before = source.text[:at]
        slips.at(
            before.count("\n") + 1,
            len(before.rpartition("\n")[2]) + 1,
            "not-text",
            "This is not a text file.",
        )
        return Entry(problems=tuple(slips.problems), unread=Unread(path=source.path))
    unreadable = slips.failed
    facts, places, others = _facts(matter, slips)
    if "company" in facts and "date" in facts:
        body = reader.read(matter.body, matter.body_line)
        hint_at_lost(matter, places.keys(), slips)
        found = _Facts(facts, places, others)
        return Entry(
            problems=tuple(slips.problems),
            interview=_interview(source, matter, found, body),
            places=places,
            sections=body.sections,
            rounds=body.rounds,
            sideless=body.sideless,
            body=body,
        )
    if "company" in places or unreadable:
        if "company" in facts and "date" not in places and not matter.broken:
            _note_missing_date(places["company"], slips)
        raw = matter.raw or ""
        unread = Unread(path=source.path, front_matter=raw, body=matter.body)
        return Entry(problems=tuple(slips.problems), unread=unread)
    # What stands under the names of our keys on an ordinary page is that page's own.
    slips.problems[:] = [one for one in slips.problems if one.suggestion in _MEANT["company"]]
    hint_at_interview(source.text, matter, slips, reader)
    return Entry(problems=tuple(slips.problems))


def _note_missing_date(company: tuple[int, int], slips: Slips) -> None:
    """There is no date; where a key is one slip away from it, that is where."""
    message, suggestion = "This entry has no date.", "Add a line such as date: 2026-11-12."
    line, column = company
    for slip in [one for one in slips.problems if one.suggestion in _MEANT["date"]]:
        slips.problems.remove(slip)
        line, column, suggestion = slip.line, slip.column, slip.suggestion or suggestion
        message = f"{message} {slip.message}"
    slips.at(line, column, "no-date", message, suggestion)


def _not_text(source: Source) -> Entry:
    line, column = source.fault or (1, 1)
    slips = Slips(source.path, [])
    if source.fault:
        slips.at(
            line,
            column,
            "not-utf-8",
            "From here on this file is not UTF-8.",
            "Save it as UTF-8 in your editor.",
        )
    else:
        slips.at(
            line,
            column,
            "not-opened",
            "This file could not be opened.",
            "See that you may read it.",
        )
    return Entry(problems=tuple(slips.problems), unread=Unread(path=source.path))


@dataclass(frozen=True, slots=True)
class _Facts:
    """The values that could be read, the place of each key that was written, and the front matter that is not ours."""

    values: dict[str, Any]
    places: dict[str, tuple[int, int]]
    others: list[Pair]


def _facts(
    matter: FrontMatter, slips: Slips
) -> tuple[dict[str, Any], dict[str, tuple[int, int]], list[Pair]]:
    facts: dict[str, Any] = {}
    places: dict[str, tuple[int, int]] = {}
    chosen, others = _chosen(matter.pairs, slips)
    for wanted, pair in chosen:
        if is_absent(pair.value):
            if wanted.name in _NEEDED:
                places[wanted.name] = pair.key.line, pair.key.column
                slips.on(pair.key, f"no-{wanted.name}", *_NEEDED[wanted.name])
            elif "#" in pair.source:
                _note_comment(pair, slips)
            continue
        places[wanted.name] = pair.value.line, pair.value.column
        if (value := wanted.read(pair.value, slips)) is not None:
            facts[wanted.name] = value
    return facts, places, others


def _note_comment(pair: Pair, slips: Slips) -> None:
    """`role: #1 in the team` is a comment to YAML, and nothing to read."""
    behind = pair.source.split("\n", 1)[0].partition(":")[2].strip()
    if _COMMENT.match(behind):
        slips.doubt(
            pair.key,
            "all-comment",
            f"YAML takes '{behind}' for a comment, so nothing is read here.",
            "Put it between quotes.",
        )


def _chosen(pairs: tuple[Pair, ...], slips: Slips) -> tuple[list[tuple[Field, Pair]], list[Pair]]:
    """Each field with the one pair that speaks for it; what is said twice is noted, what is not ours is kept."""
    speaking: dict[str, tuple[Field, Pair]] = {}
    others: list[Pair] = []
    own = {
        field.name for pair in pairs if (field := field_of(pair.key.text)) and _is_own(pair, field)
    }
    for pair in pairs:
        field = field_of(pair.key.text)
        if field is None or _is_foreign(pair, field, own):
            if field is None and (meant := slip_for(pair.key.text)):
                slips.doubt(
                    pair.key,
                    "unknown-key",
                    f"'{pair.key.text}' is not a key that is known.",
                    suggestion_of(meant),
                )
            if not _steers_the_theme(pair, slips):
                others.append(pair)
            continue
        if before := speaking.get(field.name):
            _note_twice(field, before[1], pair, slips)
        speaking[field.name] = (field, pair)
    return list(speaking.values()), [pair for pair in others if spoken(pair.key.text) != "title"]


def _steers_the_theme(pair: Pair, slips: Slips) -> bool:
    """Whether a key would have MkDocs lay this one page out another way; it is told, and left out.

    A layout or an icon that the theme does not have ends the whole build. Note-taking programs keep icons of their own under
    that key, so that nothing is wrong with having one.
    """
    name = spoken(pair.key.text)
    if name == "template":
        slips.doubt(
            pair.key,
            "theme-key",
            "The line 'template' is ignored here: it would have this page laid out another way.",
            "You can delete it, or call it by another name.",
        )
    elif name == "icon":
        slips.hint(pair.key.line, "theme-key", "'icon' is left out: an entry's page shows none.")
    return name in {"template", "icon"}


def _is_own(pair: Pair, field: Field) -> bool:
    """Whether a pair speaks for its field under a name that is nobody else's."""
    return (
        spoken(pair.key.text).replace(" ", "_") not in LENT
        and not is_absent(pair.value)
        and bool(field)
    )


def _is_foreign(pair: Pair, field: Field, own: set[str]) -> bool:
    """Whether a name that other tools use too means something of theirs here."""
    if spoken(pair.key.text).replace(" ", "_") not in LENT:
        return False
    is_no_round = field.name == "round" and spoken(_text(pair.value)) in _NOT_A_ROUND
    return field.name in own or is_no_round


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _note_twice(field: Field, before: Pair, pair: Pair, slips: Slips) -> None:
    message = f"'{pair.key.text}' was already said in line {before.key.line}; this one counts."
    if before.key.text != pair.key.text:
        message = f"'{pair.key.text}' means {field.name}, as line {before.key.line} does; this one counts."
    slips.doubt(pair.key, "duplicate-key", message, "Keep one of them.")


def _interview(source: Source, matter: FrontMatter, facts: _Facts, body: Body) -> Interview:
    values = _settled(dict(facts.values))
    for name in _LISTS:
        listed = _listed(name, values.get(name, ()))
        values[name] = (*listed, *getattr(body, name))
    return Interview(
        path=source.path,
        summary=body.summary,
        tried=body.tried,
        questions_asked=body.questions_asked,
        thank_you_note=body.thank_you_note,
        thank_you_note_line=body.thank_you_note_line,
        body=body.text,
        body_line=matter.body_line,
        front_matter=matter.raw or "",
        passed_on=kept_for_others(facts.others) if facts.others else "",
        **values,
    )


def _listed(name: str, scalars: tuple[Scalar, ...]) -> tuple[object, ...]:
    """The items of a list in front matter, as bullets under its heading would be."""
    read = meaning(name)
    raws = (Raw(line=one.line, text=one.text) for one in scalars)
    return tuple(read(raw) for raw in raws if not is_placeholder(raw.text))


def _settled(values: dict[str, Any]) -> dict[str, Any]:
    """The values as the interview has them: spans as days, `none` and `never` as facts of their own."""
    when: When = values.pop("date")
    values["when"] = when
    if isinstance(span := values.get("decision_by"), Span):
        values["decision_by"] = span.after(when.day)
    for name, word in (("feedback_received", "feedback_none"), ("reconnect", "reconnect_never")):
        if isinstance(values.get(name), str):
            values[word] = True
            del values[name]
    decided: date | None = values.pop("decided", None)
    values["outcome"] = replace(values.get("outcome", Outcome()), decided=decided)
    return values
