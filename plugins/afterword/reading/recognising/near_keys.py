"""A company in front matter that is not read as one, by a slip in its line: `company:Acme`, `company = Acme`, `<<: Acme`."""

from __future__ import annotations

import re

from afterword.frozen import NamedTuple
from afterword.patterns import seldom
from afterword.reading.matter.front_matter import FrontMatter
from afterword.reading.matter.nodes import Mapping, Node, Scalar
from afterword.reading.recognising.left_alone import has_placeholder
from afterword.vocabulary.fields import Field, Keys

# A company has no longer name, and the end of one that is quoted is left out.
_LONGEST, _SHOWN = 300, 60
_NEARLY = seldom(
    r"""^(?P<before>\s*(?:\#+\s*|-\s+)?["'“*_]*)(?P<key>[^\W\d_][\w -]{0,30}?)["'”*_]*\s*
    (?P<mark>::|:|：|﹕|∶|=|;|->|→|\s[-–—]\s|\t)\s*(?P<value>\S.*?)\s*$""",
    re.VERBOSE,
)
_BLANK = seldom(r"^(?P<key>\w+)[ ]+(?P<value>[^\s:].*?)\s*$")


class Near(NamedTuple):
    """Where a company nearly stands, what is wrong with it, and how to write it."""

    line: int
    code: str
    message: str
    suggestion: str


def nearly_company(matter: FrontMatter, keys: Keys) -> Near | None:
    """A company that is not read as one; None where no line nearly names one."""
    for line, text in enumerate((matter.raw or "").split("\n"), matter.first_line):
        if near := _in_line(line, text, matter, keys):
            return near
    return _merged(matter) or _nested(matter, keys)


def _in_line(line: int, text: str, matter: FrontMatter, keys: Keys) -> Near | None:
    found = None
    if len(text) <= _LONGEST:
        found = _NEARLY.match(text) or _BLANK.match(text)
    field = keys.field_of(found["key"]) if found else None
    if found is None or field is None or field.name != "company":
        return None
    value, key = found["value"].strip("\"'“”,"), found["key"]
    before = found.groupdict().get("before") or ""
    if has_placeholder(value) or (before[:1].isspace() and not before.strip("\"' ")):
        return None
    how = _how(value)
    mark = (found.groupdict().get("mark") or "").strip()
    if "#" in before:
        if matter.pairs:
            return None
        return Near(
            line,
            "company-in-comment",
            "The company stands behind a #, which YAML passes over.",
            how,
        )
    if "-" in before:
        message = "The company stands behind a dash, as if it were an item of a list."
        return Near(line, "company-in-list", message, how)
    if mark == ":" and text[found.end("mark")].isspace():
        # Its value is what could not be read.
        return None
    if mark == ":":
        message = f"There is no blank after the colon of '{key}', so no company is read here."
        return Near(line, "no-blank", message, how)
    shown = f"'{mark}' and no colon" if mark else "no colon"
    return Near(
        line, "no-colon", f"Behind '{key}' stands {shown}, so no company is read here.", how
    )


def _how(value: str) -> str:
    shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    return f"Write company: '{shown}'" if ": " in shown else f"Write company: {shown}"


def _merged(matter: FrontMatter) -> Near | None:
    """YAML's merge key beside a text, which nobody means who does not know it."""
    for pair in matter.pairs:
        if pair.key.text == "<<" and isinstance(pair.value, Scalar):
            message = "'<<' is no key that can be read, and this file names no company."
            return Near(pair.key.line, "merge-key", message, _how(pair.value.text))
    return None


def _nested(matter: FrontMatter, keys: Keys) -> Near | None:
    """A company that stands, beside another key of ours, below a key that is not ours."""
    for pair in matter.pairs:
        if not isinstance(pair.value, Mapping) or keys.field_of(pair.key.text):
            continue
        fields = {field.name: key for key, _ in pair.value.pairs if (field := _field(key, keys))}
        if "company" in fields and len(fields) > 1:
            message = f"The company stands below '{pair.key.text}', where it is not read."
            how = f"Begin company: and the keys beside it at the start of their lines, without '{pair.key.text}:'."
            return Near(fields["company"].line, "nested-company", message, how)
    return None


def _field(node: Node, keys: Keys) -> Field | None:
    return keys.field_of(node.text) if isinstance(node, Scalar) else None
