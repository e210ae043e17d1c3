"""The table for an office: what is in it, what is kept out, and what is said beside it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.end_to_end.projects import CONFIGURATION, write_project

from afterword.cli import main

ENTRY = """\
---
company: =Northwind
role: Senior Cook (night shift)
date: 2026-11-12
applied: 2026-11-03
source: LinkedIn, Ingeborg told me
format: onsite
round: technical
outcome: rejected
decided: 2026-11-18
---

## Went badly

- Froze before Ingeborg
"""
NOTE = "---\ncompany: Quill\nrole: Baker\napplied: 2026-11-05\n---\n"
MONTH = "---\ncompany: Tarn\ndate: 2026-11\n---\n"
COMING = "---\ncompany: Larkspur\ndate: 2026-11-27\n---\n"
HIDDEN = "---\ncompany: Secret\ndate: 2026-11-10\npublish: false\n---\n"
BESIDE = "Your office's own form decides what it wants to know; this is to copy from."


def project(folder: Path, *entries: str, options: str = "") -> Path:
    files = {f"{at}.md": text for at, text in enumerate(entries)}
    configuration = CONFIGURATION.replace("{today: 2026-11-20}", f"{{{options}}}")
    return write_project(folder, files, configuration) / "mkdocs.yml"


def report(config: Path, *arguments: str) -> Result:
    given = ["export", "--format", "report", "--today", "2026-11-20", "--config", str(config)]
    return CliRunner().invoke(main, [*given, *arguments])


def table(config: Path, *arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(report(config, *arguments).stdout)))


def test_a_row_is_an_application_or_an_interview_and_no_cell_a_formula(tmp_path: Path) -> None:
    rows = table(project(tmp_path, ENTRY))
    assert [list(row.values()) for row in rows] == [
        ["2026-11-03", "'=Northwind", "Position 1", "Applied", "online", "Interview", ""],
        ["2026-11-12", "'=Northwind", "Position 1", "Interview: technical", "in person", "Rejected", "2026-11-18"],
    ]  # fmt: skip


def test_an_application_without_an_interview_has_its_row_and_a_number_of_its_own(
    tmp_path: Path,
) -> None:
    rows = table(project(tmp_path, ENTRY, NOTE), "--from", "5 nov", "--to", "2026-11-05")
    assert [(row["company"], row["position"], row["result"]) for row in rows] == [
        ("Quill", "Position 2", "No answer by 5 Nov 2026")
    ]


def test_the_numbers_of_a_day_are_in_the_order_that_the_journal_names(tmp_path: Path) -> None:
    config = project(tmp_path, ENTRY, NOTE, options="dates: day-first")
    rows = table(config, "--from", "5/11", "--until", "5/11")
    assert [row["company"] for row in rows] == ["Quill"]


def test_of_a_role_it_says_the_words_that_are_allowed(tmp_path: Path) -> None:
    done = report(project(tmp_path, ENTRY, options="report: {roles: [Cook]}"))
    assert "Position" not in done.output
    assert {row["position"] for row in csv.DictReader(io.StringIO(done.stdout))} == {"Cook"}


def test_nothing_is_in_it_that_is_not_to_be_published_nor_what_was_noticed(tmp_path: Path) -> None:
    done = report(project(tmp_path, ENTRY, HIDDEN))
    assert [word for word in ("Secret", "Ingeborg", "night") if word in done.output] == []
    assert "1 file with draft: true or publish: false left out." in done.stderr


def test_a_month_stays_a_month(tmp_path: Path) -> None:
    assert table(project(tmp_path, MONTH))[0]["date"] == "2026-11"


def test_what_it_lacks_is_said_beside_it(tmp_path: Path) -> None:
    assert report(project(tmp_path, ENTRY, NOTE, COMING)).stderr.splitlines() == [
        f"4 rows. {BESIDE}",
        "Roles are only numbered. The words of them that it may say: report: {roles: [cook, senior]}, below afterword: in mkdocs.yml.",
        "2 rows without a method: source: says how an application went out, format: how an interview was held.",
        "1 application has no applied:, so only the interviews are rows.",
    ]


def test_several_applications_without_their_day_are_counted(tmp_path: Path) -> None:
    said = report(project(tmp_path, COMING, MONTH)).stderr
    assert "2 applications have no applied:, so only the interviews are rows." in said


def test_each_week_says_how_many_steps_it_has(tmp_path: Path) -> None:
    config = project(tmp_path, ENTRY, NOTE, MONTH, COMING)
    said = report(config, "--weekly", "2", "--from", "2026-10-31").stderr.splitlines()
    assert said[4:] == [
        "Steps in each week, from Monday to Sunday (2 wanted):",
        "  31 Oct to 1 Nov 2026: 0, part of a week",
        "  2 Nov to 8 Nov 2026: 2",
        "  9 Nov to 15 Nov 2026: 1, 1 short",
        "  16 Nov to 20 Nov 2026: 0 so far",
        "1 of 2 whole weeks with 2 or more.",
        "1 row with a month only, counted in no week.",
    ]


def test_weeks_begin_with_the_first_step_where_no_day_is_said(tmp_path: Path) -> None:
    said = report(project(tmp_path, NOTE), "--weekly", "1", "--until", "8 nov").stderr
    assert said.splitlines()[-2:] == [
        "  5 Nov to 8 Nov 2026: 1",
        "0 of 0 whole weeks with 1 or more.",
    ]


def test_a_report_of_nothing_has_no_weeks(tmp_path: Path) -> None:
    done = report(project(tmp_path, COMING), "--weekly", "1")
    assert "Steps in each week" not in done.stderr


@pytest.mark.parametrize("form", ["csv", "report"])
def test_a_table_for_excel_begins_with_its_mark_and_replaces_itself(
    tmp_path: Path, form: str
) -> None:
    config, path = project(tmp_path, ENTRY), tmp_path / "out.csv"
    for _ in range(2):
        done = report(config, "--format", form, "--excel", "--output", str(path))
        assert done.exit_code == 0, done.output
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "csv", "--weekly", "2"), "are for a report: add --format report."),
        (("--format", "ics", "--excel"), "--excel is for a table: add --format csv"),
        (("--from", "today", "--until", "1 nov"), "The report would end before it begins: from 2026-11-20 until 2026-11-01."),
        (("--from", "someday"), "someday"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_in_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = report(project(tmp_path, ENTRY), *arguments)
    assert (done.exit_code, said in done.stderr) == (2, True)
