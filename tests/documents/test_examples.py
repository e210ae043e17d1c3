"""Whatever a document says to type does what it says there, and whatever it says to write is read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from tests.documents.blocks import Block, Typed, blocks, in_prose, typed
from tests.documents.desk import Desk, understood
from tests.end_to_end.projects import CONFIGURATION, ROOT

from afterword.options import read_options
from afterword.reading import read_journal
from afterword.reading.source import decode

DOCUMENTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
}

# What is not typed here, and why; its commands and options are looked at all the same.
NOT_TYPED = {
    r"make ": "builds the environment anew, or runs every test",
    r"(python3|py|\S+python\S*) -m (venv|pip|pipx)\b": "asks a package index; CI installs on each system",
    r"\S*pip |pipx |uv |brew |winget |sudo apt": "asks a package index or a shop of programs",
    r"\S*python\S* -m pytest": "runs every test, this one too",
    r"\S*mkdocs serve|tailscale serve": "goes on until Ctrl+C; tests/end_to_end/test_serve.py types the first",
    r"git (clone|push|-C \S+ pull)": "wants a repository on a host",
    r"afterword publish": "builds and seals for seconds; tests/cli/test_publish.py types it",
    r"afterword (verify|seal|open|readers|passphrase --change)": "derives keys for seconds; tests/cli/test_vault_verbs.py and test_reader_verbs.py type it",
    r"afterword check --watch": "goes on until Ctrl+C; tests/cli/test_watching.py types it",
    r"afterword new .*--edit": "opens an editor; tests/cli/test_new.py types it",
    r"eval ": "sets up the shell of who types it",
}
# Statuses that say that all went well, or that there is something to look at.
LOOKED_AT = {"check": (0, 1), "import": (0, 1)}

NORTHWIND = """---
company: Northwind
role: Senior Engineer
date: 2026-11-12
round: technical
interviewers: [Sam Oduya]
promised:
  - what: The migration write-up
    by: 2026-11-24
---

## Went well
- Drew the data flow before writing code #system-design

## Went badly
- Froze on consumer groups #kafka

## Do differently
- Ask what they already know before explaining #communication
"""
QUILL = "---\ncompany: Quill\nrole: Platform Engineer\ndate: 2026-11-17\nround: screen\nthank_you: 2026-11-18\n---\n\n## Went well\n- Asked about the team\n\n## Went badly\n- Spoke too fast #pace\n"
TRACKER = "Company,Job Title,Date Applied,Status,Interview Date\nHarrow & Pike,Data Engineer,2026-10-01,Rejected,2026-10-12\nLarkmoor,Engineer,2026-10-20,Applied,\n"
NOTE = "# Moorgate\n\nCompany: Moorgate\nDate: 2026-09-03\n\n## Went well\n- Laughed\n"
LYING_ABOUT = {
    "Downloads/applications.csv": TRACKER,
    "Vault/Interviews/Moorgate 2026-09-03.md": NOTE,
    "vault/.obsidian/app.json": "{}",
    "vault/Interviews/Moorgate 2026-09-03.md": NOTE,
    "my-site/mkdocs.yml": "site_name: Ben\nplugins:\n  - search\n",
    "my-site/docs/index.md": "# Ben\n",
}
# What a document speaks of without showing it, there before a command is typed.
ARRIVES = {
    ("README.md", "afterword log --inbox"): {"journal/inbox.md": "Northwind + listened first\n"},
    ("docs/start/windows.md", "afterword check"): {"journal/entry.md.txt": QUILL},
    ("docs/start/macos.md", "afterword check"): {"journal/entry.md": QUILL.replace("---", "—")},
}
JOURNAL = {
    "interviews/mkdocs.yml": CONFIGURATION,
    "interviews/journal/northwind.md": NORTHWIND,
    "interviews/journal/quill.md": QUILL,
    "interviews/journal/inbox.md": "Northwind + listened first\n",
    "interviews/applications.csv": TRACKER,
    "interviews/tracker.json": '[{"Org": "Larkmoor", "role": "Engineer", "applied": "2026-10-20"}]',
    "interviews/.vscode/settings.json": "{}",
}
# Documents that begin before there is a journal.
FROM_NOTHING = {"README.md", "docs/start/index.md"}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    found = Desk(tmp_path)
    lay(tmp_path, LYING_ABOUT)
    return found


def lay(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def is_typed(command: str) -> bool:
    return not any(re.match(pattern, command) for pattern in NOT_TYPED)


@pytest.mark.parametrize("name", [name for name, text in DOCUMENTS.items() if "```" in text])
def test_whoever_types_a_document_from_top_to_bottom_sees_what_it_shows(
    name: str, desk: Desk
) -> None:
    if name not in FROM_NOTHING:
        lay(desk.home, JOURNAL)
        desk.folder = desk.home / "interviews"
    for block in blocks(DOCUMENTS[name]):
        if block.title:
            lay(desk.folder, {block.title: block.text})
        for one in typed(block):
            understood(one.command)
            if is_typed(one.command):
                type_in(desk, name, one)


def type_in(desk: Desk, name: str, one: Typed) -> None:
    """Type a command, and compare what comes of it with what the document shows; where it shows nothing, all has to be well."""
    lay(desk.folder, ARRIVES.get((name, one.command.partition("  ")[0]), {}))
    came = desk.type(one.command)
    where = f"{name}:{one.line}: {one.command}\n{came.said}"
    if one.shown is None:
        verb = "".join(one.command.split()[1:2])
        assert came.status in LOOKED_AT.get(verb, (0,)), where
    else:
        assert like(one.shown, came.said), where


def like(shown: str, said: str) -> bool:
    """Whether this is what was said; a line of one `…` is any number of lines, one within a line any letters."""
    lines = [r"(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*") + r" *\n" for line in shown.rstrip().split("\n")]  # fmt: skip
    return bool(re.fullmatch("".join(lines), said.rstrip() + "\n"))


@pytest.mark.parametrize("pattern", NOT_TYPED)
def test_no_reason_is_kept_for_what_no_document_shows(pattern: str) -> None:
    shown = [one.command for text in DOCUMENTS.values() for block in blocks(text) for one in typed(block)]  # fmt: skip
    assert any(re.match(pattern, command) for command in shown)


def test_a_test_that_types_it_instead_is_there() -> None:
    named = re.findall(r"\b(?:tests/\w+/)?test_\w+\.py", " ".join(NOT_TYPED.values()))
    there = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    assert (len(named) >= 6, {name.rpartition("/")[2] for name in named} - there) == (True, set())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_commands_in_a_sentence_have_these_options(name: str) -> None:
    said = []
    for command in in_prose(DOCUMENTS[name]):
        try:
            understood(command)
        except click.UsageError as error:
            said.append((command, str(error)))
    assert said == []


def in_language(language: str) -> list[Any]:
    """The blocks of a language as cases, each named by where it stands."""
    return [
        pytest.param(block, id=f"{name}:{block.line}")
        for name, text in DOCUMENTS.items()
        for block in blocks(text)
        if block.language == language
    ]


@pytest.mark.parametrize("block", in_language("markdown"))
def test_every_entry_that_a_document_shows_is_read_without_a_word(block: Block) -> None:
    journal = read_journal([decode(block.text.encode(), "entry.md")])
    said = [str(one) for one in journal.problems if one.severity != "hint"]
    assert (len(journal.interviews) + len(journal.notes), said) == (1, [])


@pytest.mark.parametrize("block", in_language("yaml"))
def test_every_setting_that_a_document_shows_is_one_of_ours_or_a_key_of_an_entry(
    block: Block,
) -> None:
    read = yaml.safe_load(block.text)
    if "plugins" in read:
        named = [one for one in read["plugins"] if isinstance(one, dict) and "afterword" in one]
        assert [read_options(one["afterword"]) for one in named]
        return
    front_matter = block.text
    if "company" not in read:
        front_matter = f"company: Northwind\ndate: 2026-11-12\n{front_matter}"
    said = read_journal([decode(f"---\n{front_matter}---\n".encode(), "entry.md")]).problems
    assert [str(one) for one in said if one.severity != "hint"] == []


def test_every_language_of_a_block_is_one_of_which_somebody_looks_at_what_it_holds() -> None:
    known = {"sh", "console", "powershell", "markdown", "yaml", "text", "vim", "elisp", "csv"}
    found = {block.language for text in DOCUMENTS.values() for block in blocks(text)}
    assert found <= known


def test_a_fence_that_is_never_shut_hides_no_command() -> None:
    """A block that is not found is a command that nobody types."""
    for name, text in DOCUMENTS.items():
        assert (name, 2 * len(blocks(text))) == (name, len(re.findall(r"^ *```", text, re.MULTILINE)))  # fmt: skip
