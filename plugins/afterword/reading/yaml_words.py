"""What is wrong with a line of YAML, in words for someone who never asked to write YAML."""

from __future__ import annotations

import re

from afterword.reading.nodes import UnreadableYaml

_KEY_AND_VALUE = re.compile(r"^(\s*(?:- )?[^:]+):\s+(.*?)\s*$")


def explain(fault: UnreadableYaml, line: str) -> tuple[str, str | None]:
    """A sentence about the fault on this line, and one that says how to mend it."""
    reason, context = fault.reason, fault.context
    if reason == "nested too deeply":
        return (
            "The brackets here are nested too deeply.",
            "Write the value as plain text or as a list.",
        )
    if reason == "undefined alias":
        return "A value that begins with * needs quotes.", _in_quotes(line)
    if "quoted scalar" in context:
        return "A quotation mark opens here and is never closed.", "Close it, or leave both out."
    if "flow sequence" in context:
        return "A square bracket opens here and is never closed.", "Put ] at the end of the list."
    if "flow mapping" in context:
        return "A curly bracket opens here and is never closed.", "Put } at its end."
    if "cannot start any token" in reason:
        return _odd_beginning(fault, line)
    if "mapping values are not allowed" in reason:
        return _second_colon(line)
    if "':'" in reason:
        return "This line has no colon after its key.", "Write it as company: Northwind."
    return (
        f"This line does not fit the lines around it ({reason}).",
        "Begin each key at the start of its line.",
    )


def _odd_beginning(fault: UnreadableYaml, line: str) -> tuple[str, str | None]:
    character = line[fault.column - 1 : fault.column]
    if character in {"\t", ""}:
        return "A tab stands where YAML wants spaces.", "Replace it by spaces."
    return f"A value that begins with {character} needs quotes.", _in_quotes(line)


def _second_colon(line: str) -> tuple[str, str | None]:
    if line[:1].isspace():
        return (
            "This line is indented, so it belongs to the line above, which has a value of its own.",
            "Begin it at the start of the line.",
        )
    return "A value with a colon and a space in it needs quotes.", _in_quotes(line)


def _in_quotes(line: str) -> str | None:
    found = _KEY_AND_VALUE.match(line)
    if found is None:
        return None
    value = found[2].replace("'", "''")
    return f"Write {found[1].strip()}: '{value}'."
