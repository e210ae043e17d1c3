"""What is no entry, and is named all the same: a filled-in template, notes in languages that are not read, and prose."""

from __future__ import annotations

import pytest

from afterword.model import Journal, Source
from afterword.reading import read_journal

ENTRY = "---\ncompany: Acme\ndate: 2026-11-12\n---\n\n## Went well\n- Calm\n"


def journal_of(path: str, text: str) -> Journal:
    return read_journal([Source(path, text)])


def codes(path: str, text: str) -> list[str]:
    return [one.code for one in journal_of(path, text).problems]


@pytest.mark.parametrize("folder", ["templates", "Modelli", "99 Vorlagen", "jobs/templates"])
def test_a_filled_in_entry_among_templates_is_named_with_the_mend(folder: str) -> None:
    journal = journal_of(f"{folder}/acme.md", ENTRY)
    (told,) = journal.problems
    assert (told.path, told.line, told.code) == (f"{folder}/acme.md", 2, "among-templates")
    assert "Move it to another folder" in (told.suggestion or "")
    assert (journal.interviews, journal.lookalikes) == ((), 1)


@pytest.mark.parametrize(
    "text",
    [
        ENTRY.replace("date: 2026-11-12", "date:"),
        ENTRY.replace("company: Acme", "company:"),
        ENTRY.replace("date: 2026-11-12", "date: soon"),
        ENTRY.replace("---\n\n", 'role: "{{role}}"\n---\n\n'),
        ENTRY.replace("---\n\n", "type: page\n---\n\n"),
    ],
)
def test_a_template_is_left_in_silence(text: str) -> None:
    assert codes("templates/entry.md", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "---\nbolag: Hjulhörnan\njobb: säljare\nnär: tis 3 nov 2026\n---\nDet gick bra, men jag glömde fråga om budget.\n",
        "# Mülakat notu\n\n**Şirket:** Ege A.Ş.\n**Tarih:** 15 Ekim 2026\n\nİyi:\n- bayi ağını çok iyi biliyordum\n",
        "# Intervju\n\nArbetsgivare: Hjul\nDatum: 3 nov 2026\n\nDet gick bra, men jag glömde något.\n",
    ],
)
def test_notes_in_a_language_that_is_not_read_are_told(text: str) -> None:
    assert codes("a.md", text) == ["unread-language"]


@pytest.mark.parametrize(
    "text",
    [
        "# Fatura\n\n**Şirket:** Ege A.Ş.\n**Tarih:** 15 Ekim 2026\n\nÇok iyi bir ürün.\n",
        "# Mülakat\n\nÇok iyi bir gün.\n",
        "# Mülakat\n\n**Şirket:** Ege\n**Tarih:** 1 Ekim\n\nI was there and it was not what they had said to me.\n",
    ],
)
def test_another_page_in_such_a_language_is_left_in_silence(text: str) -> None:
    assert codes("a.md", text) == []


def test_prose_below_a_day_and_an_interview_is_told_by_what_they_promise() -> None:
    head = "# 10月20日 云帆科技面试\n\n今天下午去面试前端工程师。项目部分讲得不错。\n\n"
    told, quiet = (
        codes("a.md", f"{head}{end}\n") for end in ("HR说下周三之前给答复。", "天气很好。")
    )
    assert (told, quiet) == (["no-company"], [])
