"""Facts that are written as lines of text: `Company: Acme`, in whichever form a program, a paste or a hand leaves it.

`**Company:** Acme`, `- Company: Acme`, `company:: Acme`, `| Company | Acme |`, `company = "Acme"`, `【公司】 Acme` and `<b>Company:</b> Acme`
are all lines of a key and a value to whoever wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from afterword.frozen import NamedTuple
from afterword.patterns import seldom
from afterword.vocabulary.fields import Field, Keys

# Whoever writes facts into a page writes them near its top; a longer line is no fact.
HEAD = 60
_LONGEST = 300
_PROPERTY = seldom(
    r"""^[ \t>]*(?:[-*+•]\s+)?(?:\[[ xX]\]\s+)?(?P<bracket>[\[(|"'{【]*)\s*(?:<\w+>)?[*_]{0,3}
    (?P<key>[^\W\d_][\w '’./-]{0,30}?)[*_`"']{0,4}(?:</\w+>)?\s*
    (?P<mark>::|】[:：]?|:|：|=|\||→|->|\s[-–—]\s|\t)
    [*_`]{0,3}(?:</\w+>)?[*_`]{0,3}\s*(?P<value>\S.*)$""",
    re.VERBOSE,
)
_AROUND = "*_`|\"'’” \t,;[](){}<>"
_CODE = seldom(r"^\s*(?:`{3,}|~{3,})")


class Property(NamedTuple):
    """A line that says a fact; `at` counts lines from 0, `mark` parts its key from its value, `is_boxed` where brackets stand around it."""

    at: int
    field: Field
    key: str
    mark: str
    value: str
    is_boxed: bool


def property_on(line: str, at: int, keys: Keys) -> Property | None:
    """The fact that a line says; None where it says none that has a key of ours."""
    found = _PROPERTY.match(line) if len(line) <= _LONGEST else None
    field = keys.field_of(found["key"]) if found else None
    if found is None or field is None:
        return None
    value = found["value"].strip(_AROUND)
    boxed = bool(set(found["bracket"]) & set("[("))
    return Property(at, field, found["key"].strip(), found["mark"].strip(), value, boxed)


def properties_at_top(lines: Sequence[str], keys: Keys) -> list[Property]:
    """The facts near the top of a text, but for those in code that stands below something else."""
    return [
        one
        for at, line in outside_code(lines[:HEAD], at_top=True)
        if (one := property_on(line, at, keys)) and one.value
    ]


def outside_code(lines: Sequence[str], *, at_top: bool = False) -> Iterator[tuple[int, str]]:
    """Each line with its number from 0, without the code between fences; `at_top` with that of a fence that opens the text, where
    its writer may have meant front matter.
    """
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    in_code = is_open = False
    for at, line in enumerate(lines):
        if not _CODE.match(line):
            if not in_code:
                yield at, line
        elif is_open or (at_top and at == first):
            is_open = at == first
            yield at, line
        else:
            in_code = not in_code
