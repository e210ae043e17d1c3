"""What Markdown would drop, written so that it is shown: notes that look like the target of a link, and a row's cells beyond its head's."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from afterword.patterns import seldom
from afterword.reading.body.forms import TABLE_RULE

_TARGET = seldom(r"^(?P<before>[ >]*)\[(?P<name>[^\[\]]*)\]:[ ]*(?P<place>\S*)")
_ADDRESS = seldom(r"[/:.#<]")
# By itself on the line below, which may well be a note: "80.000" is one.
_ADDRESS_BELOW = seldom(r"^[ >]*(?=\S*(?:<|://|[A-Za-z]/|\.[A-Za-z]))\S+\s*$")
_CELL_OR_CODE = seldom(r"(`+).*?\1|\\.|(?P<bar>\|)")


def kept(lines: Sequence[str], in_code: Collection[int], extensions: Collection[str]) -> list[str]:
    """The lines of a text, each word of which is shown."""
    written = list(lines)
    text = "\n".join(written)
    if "]:" in text:
        _keep_targets(written, in_code, text, has_footnotes="footnotes" in extensions)
    if "|" in text:
        _keep_cells(written, in_code)
    return written


def _keep_targets(
    lines: list[str], in_code: Collection[int], text: str, *, has_footnotes: bool
) -> None:
    """Take "[Salary]: 80k" for a note, unless it is an address and something refers to it."""
    used = {name.casefold() for name in re.findall(r"\[([^\[\]]*)\](?!:)", text)}
    for at, line in enumerate(lines):
        found = _TARGET.match(line) if at not in in_code else None
        if found is None or (has_footnotes and found["name"].startswith("^")):
            continue
        is_address = _ADDRESS.search(found["place"]) or (
            not found["place"] and _ADDRESS_BELOW.match("".join(lines[at + 1 : at + 2]))
        )
        if found["name"].casefold() in used and is_address:
            continue
        lines[at] = f"{found['before']}\\{line[found.end('before') :]}"


def _keep_cells(lines: list[str], in_code: Collection[int]) -> None:
    """Give a table as many columns as its longest row has."""
    for at in range(1, len(lines)):
        if at in in_code or "|" not in lines[at] or not TABLE_RULE.match(lines[at]):
            continue
        end = next((end for end in range(at + 1, len(lines)) if not lines[end].strip()), len(lines))
        width = _width(lines[at - 1])
        missing = max((_width(line) for line in lines[at + 1 : end]), default=0) - width
        if width and missing > 0 and _width(lines[at]) == width:
            lines[at - 1] = lines[at - 1].rstrip().removesuffix("|") + "| " * missing + "|"
            lines[at] = lines[at].rstrip().removesuffix("|") + "|---" * missing + "|"


def _width(row: str) -> int:
    """How many cells a row has; a bar in code or behind a backslash parts none."""
    bare = row.strip(" >")
    bars = sum(1 for found in _CELL_OR_CODE.finditer(bare) if found["bar"])
    return bars + 1 - bare.startswith("|") - (bare.endswith("|") and not bare.endswith("\\|"))
