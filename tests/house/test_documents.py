"""What the documents promise is what the code does."""

from __future__ import annotations

import re

import pytest
from tests.end_to_end.projects import ROOT

from afterword.reading import read_journal
from afterword.reading.fields import FIELDS
from afterword.reading.headings import Section, section_of
from afterword.reading.source import decode

FORMAT = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in FORMAT.splitlines()
    if line.startswith("| ")
]
SECTIONS = {
    "Went well": Section.WENT_WELL,
    "Went badly": Section.WENT_BADLY,
    "Do differently": Section.DO_DIFFERENTLY,
    "Tried": Section.TRIED,
    "Take-aways": Section.TAKEAWAYS,
    "Skills to develop": Section.SKILLS,
    "Questions": Section.QUESTIONS,
    "Questions I asked": Section.QUESTIONS_ASKED,
    "Stories used": Section.STORIES,
    "Thank-you note": Section.THANK_YOU_NOTE,
    "Feedback": Section.FEEDBACK,
}


def test_the_table_of_keys_is_the_table_of_fields() -> None:
    written = [
        (row[0].strip("`"), row[1], tuple(re.findall(r"`([^`]+)`", row[2])))
        for row in ROWS
        if row[0][0] == "`"
    ]
    assert written == [(field.name, field.expects, field.aliases) for field in FIELDS]


@pytest.mark.parametrize("title", SECTIONS)
def test_every_heading_in_the_table_of_sections_is_read(title: str) -> None:
    others = next(row[1] for row in ROWS if row[0] == title)
    assert {section_of(words) for words in [title, *others.split(", ")]} == {SECTIONS[title]}


@pytest.mark.parametrize("document", [FORMAT, README], ids=["format", "readme"])
def test_every_example_of_an_entry_is_read_without_a_word(document: str) -> None:
    entries = [
        text
        for text in re.findall(r"```markdown\n(.*?)```", document, re.DOTALL)
        if text.startswith("---")
    ]
    journals = [read_journal([decode(text.encode(), "entry.md")]) for text in entries]
    said = [str(one) for journal in journals for one in journal.problems if one.severity != "hint"]
    assert (len(entries) > 0, said) == (True, [])
    assert [len(journal.interviews) for journal in journals] == [1] * len(entries)


def test_every_document_that_is_named_is_there() -> None:
    named = re.findall(r"\]\(([a-zA-Z/_.-]+\.md)\)", README)
    assert [name for name in named if not (ROOT / name).is_file()] == []


PRIVACY = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
NOTES = dict(re.findall(r"^\[\^([\w-]+)\]: (.+)$", PRIVACY, re.MULTILINE))
PROMISES = PRIVACY.partition("[^asks-nobody]: ")[0]


def test_every_promise_of_privacy_has_its_note_and_every_note_a_promise() -> None:
    named = set(re.findall(r"\[\^([\w-]+)\](?!:)", PROMISES))
    assert named == set(NOTES)


@pytest.mark.parametrize("note", NOTES)
def test_a_promise_of_privacy_is_held_by_tests_that_there_are(note: str) -> None:
    held = re.findall(r"`([^`]+)::(\w+)`", NOTES[note])
    there = [(path, name) for path, name in held if f"def {name}(" in (ROOT / path).read_text()]
    assert (there, bool(held)) == (held, True)
