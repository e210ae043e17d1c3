"""A new entry from its writer's own template, as they have it in any program that makes notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from afterword.vocabulary.fields import KEYS
from afterword.writing.entries.entry_text import line_of
from afterword.writing.entries.next_entry import Known

# Where a journal keeps its own, below its folder.
TEMPLATE = "templates/entry.md"
# {{company}}, {{date:YYYY-MM-DD}}, <% tp.date.now("YYYY-MM-DD") %>, <% tp.file.title %>
_PLACE = re.compile(
    r"\{\{\s*(?P<name>[^{}]*?)\s*\}\}|<%[-_*+~]?\s*(?P<script>.*?)\s*[-_]?%>", re.DOTALL
)
_FENCED = re.compile(
    r"\A(?P<open>\ufeff?---[ \t]*\r?\n)(?P<raw>.*?)(?P<close>^---[ \t]*(?:\r?\n|\Z))",
    re.DOTALL | re.MULTILINE,
)
_KEY = re.compile(r"^(?P<key>[^\s#:'\"-][^:\n]*):(?P<value>[^\n]*?)(?P<end>\r?)$", re.MULTILINE)


def from_template(template: str, known: Known) -> str:
    """The template with its places filled in by what is known, and with a company and a date where it has none.

    Everything else stays as it is: the order of its keys, their comments and the text below. A place for what is not known is
    left empty.
    """
    facts = _facts(known)
    text = _PLACE.sub(lambda found: _in_place(found, facts), template)
    fenced = _FENCED.match(text)
    if fenced is None:
        needed = "".join(f"{line_of(name, facts[name])}\n" for name in ("company", "date"))
        return f"---\n{needed}---\n\n{text}"
    raw = _filled(fenced["raw"], facts, "\r\n" if "\r\n" in fenced[0] else "\n")
    return f"{fenced['open']}{raw}{fenced['close']}{text[fenced.end() :]}"


def _facts(known: Known) -> Mapping[str, str | date]:
    application = known.application
    facts: dict[str, str | date | None] = {
        "company": known.company,
        "role": known.role,
        "date": known.day,
        "round": "" if known.is_guessed else known.round,
        "applied": application.applied if application else None,
        "source": application.source if application else None,
    }
    return {name: value for name, value in facts.items() if value}


def _in_place(found: re.Match[str], facts: Mapping[str, str | date]) -> str:
    """What stands in one place of a template."""
    asked = (found["name"] or found["script"] or "").partition(":")[0].strip().casefold()
    if asked.startswith(("tp.date", "date", "time", "today")):
        return str(facts["date"])
    if asked.startswith("tp.file.title") or asked == "title":
        return str(facts["company"])
    field = KEYS.field_of(asked) if asked else None
    value = facts.get(field.name, "") if field else ""
    return " ".join(str(value).split())


def _filled(raw: str, facts: Mapping[str, str | date], end: str) -> str:
    """Front matter whose empty keys have what is known, and which has a company and a date."""
    seen = set()

    def with_value(found: re.Match[str]) -> str:
        field = KEYS.field_of(found["key"].strip())
        if field is None or field.name not in facts:
            return found[0]
        seen.add(field.name)
        value, mark, comment = found["value"].partition(" #")
        if value.strip():
            # What a place was filled with is quoted where it has to be.
            is_ours = _unquoted(value.strip()) == str(facts[field.name])
            return _line(found, facts[field.name], f"{mark}{comment}") if is_ours else found[0]
        return _line(found, facts[field.name], f"{mark}{comment}")

    filled = _KEY.sub(with_value, raw)
    missing = [name for name in ("company", "date") if name not in seen]
    return "".join(f"{line_of(name, facts[name])}{end}" for name in missing) + filled


def _unquoted(value: str) -> str:
    is_quoted = value[:1] in {'"', "'"} and value[-1:] == value[:1]
    return value[1:-1] if is_quoted else value


def _line(found: re.Match[str], value: str | date, comment: str) -> str:
    said = line_of("key", value).removeprefix("key: ")
    return f"{found['key']}: {said}{comment}{found['end']}"
