"""Links between notes lead to the entries that the notes become, or it is said that they lead nowhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from afterword.reading import ReadingOptions, read_journal
from afterword.writing.importing.links_between import file_name, with_links
from afterword.writing.importing.note import Note
from afterword.writing.importing.note_files import Notes
from afterword.writing.importing.note_plan import NotesPlan, plan_of_notes
from afterword.writing.importing.notes import read_notes

_OPTIONS = ReadingOptions(today=date(2026, 11, 26))
_SECTIONS = "\n\n## Went well\n- calm\n"
_HERON = Note("sub/Heron.md", f"---\ncompany: Heron\ndate: 2026-11-14\n---\nBack.{_SECTIONS}")
_BOTH = "---\ncompany: Tern\n---\n## 2026-11-12 Phone screen\n- a\n\n## 2026-11-14 Final\n- b\n"


def _planned(*notes: Note, inside: Path) -> tuple[NotesPlan, list[str]]:
    plan = plan_of_notes(read_notes(notes, _OPTIONS), read_journal([], _OPTIONS), [])
    return with_links(plan, Notes(notes), _OPTIONS, inside)


def _linking(text: str) -> Note:
    return Note("Acme.md", f"---\ncompany: Acme\ndate: 2026-11-12\n---\n{text}{_SECTIONS}")


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("[x](sub/Heron.md)", "[x](2026-11-14-heron.md)"),
        ("[x](sub/Heron.md#went-well)", "[x](2026-11-14-heron.md#went-well)"),
        ("[x](/sub/Heron.md)", "[x](2026-11-14-heron.md)"),
        ("[[Heron]]", "[[2026-11-14-heron|Heron]]"),
        ("[[heron.md]]", "[[2026-11-14-heron|heron.md]]"),
        ("[[sub/Heron|that one]]", "[[2026-11-14-heron|that one]]"),
        ("[[Heron#Went well]]", "[[2026-11-14-heron#Went well|Heron]]"),
        ("| [[Heron]] |", "| [[2026-11-14-heron\\|Heron]] |"),
        ("`[[Heron]]`", "`[[Heron]]`"),
        ("[[Acme]] and [me](Acme.md)", "[[Acme]] and [me](Acme.md)"),
        ("[[Dana]]", "[[Dana]]"),
        ("[x](https://heron.example/Heron.md)", "[x](https://heron.example/Heron.md)"),
        ("![[Heron]]", "![[Heron]]"),
    ],
)
def test_a_link_leads_to_the_entry_that_the_note_becomes(
    written: str, made: str, tmp_path: Path
) -> None:
    plan, told = _planned(_linking(written), _HERON, inside=tmp_path)
    assert f"---\n{made}\n" in plan.new[0][1].text
    assert (plan.read[0].doubts, told) == ([], [])


@pytest.mark.parametrize("address", ["gone.md", "people.md", "Tern.md", "../away.md"])
def test_a_link_to_a_file_of_which_no_one_entry_is_made_is_doubted(
    address: str, tmp_path: Path
) -> None:
    notes = (_linking(f"[x]({address})"), Note("people.md", "# Dana\n"), Note("Tern.md", _BOTH))
    plan, told = _planned(*notes, inside=tmp_path)
    assert plan.read[0].doubts == [
        f"it links to '{address}', and no one entry is made of that, so the link leads nowhere there"
    ]
    assert (f"]({address})" in plan.new[0][1].text, told) == (True, [])


def test_names_of_notes_that_become_no_entry_stay_as_words_which_is_told(tmp_path: Path) -> None:
    notes = (_linking("[[people]] and [[Tern]]"), Note("people.md", "# Dana\n"), Note("Tern.md", _BOTH))  # fmt: skip
    plan, told = _planned(*notes, inside=tmp_path)
    assert "[[people]] and [[Tern]]" in plan.new[0][1].text
    assert told == [
        "2 links to notes of which no entry is made, or several: the words stay, and lead nowhere"
    ]


def test_no_link_is_made_to_a_name_that_another_file_has(tmp_path: Path) -> None:
    (tmp_path / "2026-11-14-heron.md").touch()
    plan, _ = _planned(_linking("[x](sub/Heron.md)"), _HERON, inside=tmp_path)
    assert ("sub/Heron.md" in plan.new[0][1].text, len(plan.read[0].doubts)) == (True, 1)


def test_a_text_that_would_be_read_otherwise_stays_as_it_is(tmp_path: Path) -> None:
    text = "Round: [[Heron]]"
    plan, _ = _planned(_linking(text), _HERON, inside=tmp_path)
    assert text in plan.new[0][1].text


def test_a_link_in_front_matter_stays_as_it_is(tmp_path: Path) -> None:
    note = Note("a.md", f'---\ncompany: "[[Heron]]"\ndate: 2026-11-12\n---\nGood.{_SECTIONS}')
    plan, _ = _planned(note, _HERON, inside=tmp_path)
    assert 'company: "[[Heron]]"' in plan.new[0][1].text


def test_a_note_on_an_application_is_called_so(tmp_path: Path) -> None:
    note = Note(
        "a.md",
        "---\ntags: [job-applications]\ncompany: Acme\nstatus: applied\ndate_applied: 2026-11-12\n---\nSent.\n",
    )
    plan, _ = _planned(note, inside=tmp_path)
    assert file_name(plan.new[0][1]) == "2026-11-12-acme-application.md"
