"""What is wrong with a line of YAML, in words for someone who never asked to write YAML."""

from __future__ import annotations

from afterword.patterns import seldom
from afterword.reading.matter.nodes import UnreadableYaml

_KEY_AND_VALUE = seldom(r"^(\s*(?:- )?[^:]+):\s+(.*?)\s*$")
_ALMOST_KEY = seldom(
    r"^\s*(?P<key>[^\W\d_][\w -]{0,30}?)\s*(?P<mark>:(?!//)|：|=|;)\s*(?P<value>\S.*?)\s*$"
)
_ITEM = seldom(r"^\s*- +(.*?)\s*$")
# Beginnings that mean something to YAML alone, and brackets, after which a value may go on as a text.
_ODD = frozenset("|>&!-")
_BRACKETS = {"[": "]", "{": "}"}


# What PyYAML says, and what we say in its place: a sentence about the fault, and one that says how to mend it.
_BY_REASON = {
    "nested too deeply": (
        "The brackets here are nested too deeply.",
        "Write the value as plain text or as a list.",
    ),
    "repeated too often": (
        "The values that are named by * here stand for too many others.",
        "Write the value itself.",
    ),
    "second document": (
        "A line in front matter begins with three dashes.",
        "Put what stands on it in quotes, or delete the dashes.",
    ),
}
_BY_CONTEXT = {
    "quoted scalar": (
        "A quotation mark opens here and is never closed.",
        "Close it, or leave both out.",
    ),
    "flow sequence": (
        "A square bracket opens here and is never closed.",
        "Put ] at the end of the list.",
    ),
    "flow mapping": ("A curly bracket opens here and is never closed.", "Put } at its end."),
}


def slip_in(line: str) -> tuple[str, str] | None:
    """What a line lacks that was meant as a key and its value, and the line as it is read; None for any other line."""
    almost = _ALMOST_KEY.match(line)
    if almost is None:
        return None
    what = "blank after its colon" if almost["mark"] == ":" else "colon after its key"
    return f"This line has no {what}.", f"Write {almost['key']}: {almost['value']}"


def explain(fault: UnreadableYaml, line: str) -> tuple[str, str]:
    """A sentence about the fault on this line, and one that says how to mend it."""
    if fault.reason in _BY_REASON:
        return _BY_REASON[fault.reason]
    for construct, words in _BY_CONTEXT.items():
        if construct in fault.context:
            return words
    return _in_this_line(fault, line)


def _in_this_line(fault: UnreadableYaml, line: str) -> tuple[str, str]:
    reason = fault.reason
    if reason == "undefined alias":
        return "A value that begins with * needs quotes.", _in_quotes(line)
    if "cannot start any token" in reason:
        return _odd_beginning(fault, line)
    value = _value(line)
    if value[:1] in {"'", '"'}:
        return "The quotation mark closes here, and more stands behind it.", _in_quotes(line)
    if value[:1] in _ODD or (value[:1] in _BRACKETS and value[-1] != _BRACKETS[value[0]]):
        return f"A value that begins with {value[0]} needs quotes.", _in_quotes(line)
    if "mapping values are not allowed" in reason:
        return _second_colon(line)
    if "':'" in reason:
        usual = "This line has no colon after its key.", "Write it as company: Northwind."
        return slip_in(line) or usual
    if line.startswith("\t"):
        return "A tab stands in front of this line.", "Begin each key at the start of its line."
    return (
        "This line does not fit the lines around it.",
        "Begin each key at the start of its line.",
    )


def _odd_beginning(fault: UnreadableYaml, line: str) -> tuple[str, str]:
    character = line[fault.column - 1 : fault.column]
    if character in {"\t", ""}:
        return "A tab stands where YAML wants spaces.", "Replace it by spaces."
    return f"A value that begins with {character} needs quotes.", _in_quotes(line)


def _second_colon(line: str) -> tuple[str, str]:
    if line[:1].isspace() and line.count(": ") < 2:
        return (
            "This line is indented, so it belongs to the line above, which has a value of its own.",
            "Begin it at the start of the line.",
        )
    return "A value with a colon and a space in it needs quotes.", _in_quotes(line)


def _value(line: str) -> str:
    """What stands behind the key of a line, or behind its dash."""
    found = _ITEM.match(line) or _KEY_AND_VALUE.match(line)
    return found.groups()[-1] if found else ""


def _in_quotes(line: str) -> str:
    if item := _ITEM.match(line):
        return f"Write - {_quoted(item[1])}."
    found = _KEY_AND_VALUE.match(line)
    return f"Write {found[1].strip()}: {_quoted(found[2])}." if found else "Put it in quotes."


def _quoted(value: str) -> str:
    """The value in the marks that need the least within them."""
    if value.startswith("'"):
        value = value.removesuffix("'")[1:]
    if "'" in value and not set('"\\') & set(value):
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
