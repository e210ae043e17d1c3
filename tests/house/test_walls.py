"""What the documents say of the rooms is so: entries stay in theirs, and templates only print."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from tests.end_to_end.projects import ROOT

from afterword.cli.main import VERBS

PACKAGE = ROOT / "plugins" / "afterword"
READING = PACKAGE / "reading"
# What whoever is not reading may ask of it: its front door, bytes as text, the files of a folder, and what lies in a page's text for a while.
DOORS = {
    "afterword.reading": {
        "FileReader",
        "ReadingOptions",
        "Readings",
        "read_files",
        "read_journal",
        "read_source",
    },
    "afterword.reading.source": {"decode", "read_source"},
    "afterword.reading.outline": {"Heading", "Outline", "outline_of"},
    "afterword.reading.typed_days": {"DayError", "day_from", "order_in", "written_day"},
    "afterword.reading.folder": {
        "Folder",
        "is_markdown",
        "is_small",
        "journal_folder",
        "misnaming",
        "oddity",
        "printable",
        "text_files",
        "walk",
    },
    "afterword.reading.for_writer": {
        "INBOX",
        "inbox_in",
        "is_for_writer",
        "is_inbox_or_copy",
        "lies_among_templates",
        "lines_waiting",
        "says_something",
    },
    "afterword.reading.marks": {"THEME_LINK", "first_mark", "mark_and_text", "marked_line", "marks", "unmarked"},
    # What makes a page of an entry, for whoever has to know what will stand on it.
    "afterword.reading.body.blocks": {"BlockReader"},
    "afterword.reading.body.note_link_pattern": {"PRIORITY", "NoteLinkPattern"},
    "afterword.reading.body.body": {"Body"},
    # What tells a note from elsewhere, and the facts in it, before it is an entry.
    "afterword.reading.body.headings": {"HEADINGS"},
    "afterword.reading.recognising.left_alone": {"has_placeholder", "interview_words", "is_declared_other", "is_template", "says"},
    "afterword.reading.recognising.lookalikes": {"INSIDE", "NO_COMPANY", "is_called_interview", "lookalike"},
    "afterword.reading.matter.dates": {"UnreadableDate", "days_abroad", "order_in", "when"},
    "afterword.reading.matter.front_matter": {"pieces_of", "split_front_matter"},
    "afterword.reading.matter.texts": {"plain_name"},
    "afterword.reading.recognising.page": {"Page"},
    "afterword.reading.problems": {"FileProblems"},
    "afterword.reading.recognising.property_lines": {"HEAD", "Property", "outside_code", "property_on"},
    "afterword.reading.body.comments": {"uncommented", "without_comments"},
}  # fmt: skip
OTHERS = [path for path in sorted(PACKAGE.rglob("*.py")) if READING not in path.parents]
TEMPLATES = sorted(
    path for path in (PACKAGE / "pages" / "templates").iterdir() if path.suffix in {".md", ".html"}
)
ARITHMETIC = (
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.Div,
    nodes.FloorDiv,
    nodes.Mod,
    nodes.Pow,
    nodes.Neg,
    nodes.Slice,
)
COUNTING = frozenset(
    ["abs", "batch", "count", "dictsort", "filesizeformat", "float", "groupby", "int", "items", "join", "length", "list", "map", "max", "min", "random", "reject", "rejectattr", "reverse", "round", "select", "selectattr", "slice", "sort", "sum", "unique", "wordcount"]
)  # fmt: skip


def names(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def asked_of_reading(text: str) -> Iterator[tuple[str, str]]:
    """Each name of a module of reading that a module asks for."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("afterword.reading"):
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (
                (alias.name, "")
                for alias in node.names
                if alias.name.startswith("afterword.reading")
            )


def counts(template: str) -> list[str]:
    """What of a template is more than a loop, a question or a word to print."""
    tree = Environment().parse(template)
    sums = [type(node).__name__ for node in tree.find_all(ARITHMETIC)]
    filters = [node.name for node in tree.find_all(nodes.Filter) if node.name in COUNTING]
    chosen = ["for … if" for node in tree.find_all(nodes.For) if node.test is not None]
    numbered = [
        f"loop.{node.attr}"
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name)
        and node.node.name == "loop"
        and node.attr in {"index", "index0", "revindex", "revindex0", "length"}
    ]
    return [*sums, *filters, *chosen, *numbered]


def test_an_entry_never_leaves_reading() -> None:
    asked = {
        (names(module), *one)
        for module in OTHERS
        for one in asked_of_reading(module.read_text(encoding="utf-8"))
    }
    assert {one for one in asked if one[2] not in DOORS.get(one[1], set())} == set()


def test_whoever_asks_for_an_entry_is_found() -> None:
    text = "from afterword.reading.entry import Entry\nimport afterword.reading.joining.journal\n"
    assert [*asked_of_reading(text)] == [
        ("afterword.reading.entry", "Entry"),
        ("afterword.reading.joining.journal", ""),
    ]


def asked_by(module: str) -> set[str]:
    """The modules that a module of ours imports from."""
    path = PACKAGE.parent / f"{module.replace('.', '/')}.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module is not None
    }


def test_a_verb_asks_no_other_verb() -> None:
    verbs = {place.partition(":")[0] for place in VERBS.values()}
    assert {verb: asked for verb in verbs if (asked := asked_by(verb) & (verbs - {verb}))} == {}


def test_beside_the_verbs_lies_only_what_nearly_all_of_them_share() -> None:
    verbs = {place.partition(":")[0].rpartition(".")[2] for place in VERBS.values()}
    beside = {path.stem for path in (PACKAGE / "cli").glob("*.py")} - verbs
    assert beside == {"__init__", "__main__", "main", "terminal", "output", "changes"}


def test_a_template_loops_and_prints_and_never_counts() -> None:
    found = {path.name: counts(path.read_text(encoding="utf-8")) for path in TEMPLATES}
    assert {name: counted for name, counted in found.items() if counted} == {}


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("{{ a + 1 }}", ["Add"]),
        ("{{ a|length }}", ["length"]),
        ("{% for a in b if a %}{% endfor %}", ["for … if"]),
        ("{% for a in b %}{{ loop.index }}{% endfor %}", ["loop.index"]),
        ("{{ a[:3] }}", ["Slice"]),
        ("{% for a in b %}{{ a|string }}{% if not loop.last %}, {% endif %}{% endfor %}", []),
    ],
)
def test_a_template_that_counts_is_found(template: str, found: list[str]) -> None:
    assert counts(template) == found
