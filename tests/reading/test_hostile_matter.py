"""No broken front matter is published as text of a page, whatever it is that breaks it, and each is named with its line."""

from __future__ import annotations

import pytest
from mkdocs.utils.meta import get_data

from afterword.kinds import Severity
from afterword.model import Journal, Source
from afterword.reading import read_journal

# Each is put below and above keys that are whole, with and without a company.
BROKEN = [
    "company:Acme",
    "<<: Acme",
    "<<: [Acme, Birch]",
    "<<: *gone",
    "colour:Second round",
    "colour = Second round",
    "colour",
    "colour: [open",
    "colour: {open",
    'colour: "open',
    "colour: 'open",
    "colour: a: b",
    "colour: @acme",
    "colour: `acme`",
    "colour: %acme",
    "colour: *acme",
    "colour: &acme &birch x",
    "colour: !acme",
    "colour: !!python/object/apply:os.system [echo]",
    "colour: !!python/object/new:os.system [echo]",
    "colour: !!python/name:os.system",
    "colour: !!python/module:os",
    "colour: !!python/object/apply:subprocess.run {args: [echo]}",
    "colour: !<tag:acme> x",
    "colour: !!binary ~~",
    "colour: !!int twelve",
    "colour: !!float x",
    "colour: !!bool perhaps",
    "colour: !!timestamp x",
    "colour: !!set [a]",
    "colour: !!omap x",
    "colour: {{ words }}",
    "colour: {? [a, b]}",
    "[a, b]: colour",
    "{a: b}: colour",
    "? [a]\n: colour",
    "updated: 2026-13-45",
    "updated: 2026-02-30 25:61:61",
    "updated: 99999-01-01",
    "\tcolour: x",
    "colour:\tx\n\tmore: y",
    "  indented: x\ncolour: y\n bad: z",
    "- item\ncolour: x",
    "colour: x\n- item",
    "colour: >x\n  y",
    "colour: |x\n  y",
    "colour: a\n...b",
    "--- x",
    "%YAML 9.9\n--- x",
    "colour: \x01",
    'colour: "\\q"',
    'colour: "\\ud800"',
    "colour: " + "[" * 200,
    "a: &a [x, x]\nb: &b [*a, *a]\nc: *d",
]
# By themselves these are a text between two rules.
PROSE = ("colour", "--- x")
WHOLE = (
    "",
    "description: Words\n",
    "date: 2026-11-10\nrole: Analyst\n",
    "company: Acme\ndate: 2026-11-10\n",
)


def read(text: str) -> Journal:
    return read_journal([Source("a.md", text)])


def handed(text: str, journal: Journal) -> str:
    """What MkDocs shows of a file: our page of it, our text of it, or what it makes of the file itself."""
    ours = [*(one.body for one in journal.interviews), *(one.body for one in journal.unread)]
    shown, _ = get_data(journal.page_texts.get("a.md", text))
    return ours[0] if ours else shown


@pytest.mark.parametrize("whole", WHOLE)
@pytest.mark.parametrize("broken", BROKEN)
def test_nothing_of_it_is_shown_and_it_is_named_with_its_line(broken: str, whole: str) -> None:
    if broken in PROSE and not whole:
        return
    for lines in (f"{whole}{broken}\n", f"{broken}\n{whole}"):
        text = f"---\n{lines}---\n\nOnly this.\n"
        journal = read(text)
        assert handed(text, journal).strip() == "Only this."
        told = [one for one in journal.problems if one.severity is not Severity.HINT]
        is_loaded = get_data(text)[0].startswith("Only")
        assert [one.line for one in told if not 1 < one.line <= text.count("\n")] == []
        assert told or is_loaded or journal.left_alone


@pytest.mark.parametrize(
    "tag",
    [
        "python/object/apply:os.system",
        "python/object/new:os.system",
        "python/tuple",
        "set",
        "omap",
        "pairs",
    ],
)
@pytest.mark.parametrize("key", ["company", "role", "interviewers", "promised", "tags"])
def test_what_stands_behind_a_tag_that_runs_code_becomes_no_value(tag: str, key: str) -> None:
    given = "" if key == "company" else "company: Acme\n"
    journal = read(
        f"---\n{given}date: 2026-11-10\n{key}: !!{tag} [echo hello]\n---\n\nOnly this.\n"
    )
    assert "echo" not in repr(
        [
            (one.company, one.role, one.interviewers, one.promised, one.foreign_keys)
            for one in journal.interviews
        ]
    )
    assert [one.line for one in journal.problems if one.severity is Severity.ERROR] == [
        3 if key == "company" else 4
    ]
