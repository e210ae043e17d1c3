"""What `afterword due` says below its lines: how each is ticked off, and with --why who says so."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from afterword.cli import main

NOTED = "## Went well\n- Calm\n"


def told(folder: Path, *arguments: str, **entries: str) -> list[str]:
    for name, facts in entries.items():
        (folder / f"{name}.md").write_text(f"---\n{facts}\n---\n{NOTED}", encoding="utf-8")
    result = CliRunner().invoke(
        main, ["due", "--journal", str(folder), "--today", "2026-11-20", *arguments]
    )
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_a_line_that_is_due_says_what_to_write_and_where(tmp_path: Path) -> None:
    lines = told(tmp_path, northwind="company: Northwind\ndate: 2026-11-19")
    assert lines[:3] == [
        "Due",
        "  today       Northwind: Thank-you note",
        "      to tick it off, type afterword log northwind thanked; or write thank_you: 2026-11-20 (or thank_you: skip) in northwind.md",
    ]


def test_what_has_to_wait_says_nothing_of_that(tmp_path: Path) -> None:
    facts = "company: Northwind\ndate: 2026-11-19\nthank_you: 2026-11-19"
    assert told(tmp_path, northwind=facts) == [
        "Wait until",
        "  Mon 30 Nov  Northwind: Ask how it stands",
    ]


def test_with_why_each_line_says_its_reason_and_its_source(tmp_path: Path) -> None:
    facts = "company: Northwind\ndate: 2026-11-19\nthank_you: 2026-11-19"
    assert told(tmp_path, "--why", northwind=facts)[2:] == [
        "      They named no day; a week and a half is what most teams take. Deciding takes longer than those who decide expect; "
        "before its day waiting is the right thing to do.",
        "      Source: Indeed (2023) and JournalismJobs: one to two business days after the day they named, else five to seven.",
    ]


def test_what_is_copied_is_parted_over_no_two_lines(tmp_path: Path) -> None:
    facts = "company: Acme\ndate: 2026-11-10\noutcome: offer\ndecided: 2026-11-18\nthank_you: skip"
    lines = told(tmp_path, offer=facts)
    for written in ("outcome: accepted", "decided: 2026-11-20", "outcome: declined"):
        assert any(written in line for line in lines)


def test_an_accepted_offer_is_said_first_with_what_is_let_go(tmp_path: Path) -> None:
    lines = told(
        tmp_path,
        northwind="company: Northwind\ndate: 2026-10-12\noutcome: accepted\ndecided: 2026-11-18",
        fabrikam="company: Fabrikam\ndate: 2026-11-24\nround: final",
    )
    assert lines[:3] == [
        "You accepted the offer of Northwind. Congratulations. Let go with it: Fabrikam (Final, Tuesday 24 November).",
        "",
        "Due",
    ]


def test_what_is_let_go_at_several_companies_is_said_once(tmp_path: Path) -> None:
    waiting = "date: 2026-11-10\nthank_you: 2026-11-11\nround: screen"
    lines = told(
        tmp_path,
        northwind="company: Northwind\ndate: 2026-10-12\noutcome: accepted\ndecided: 2026-11-18",
        fabrikam=f"company: Fabrikam\n{waiting}",
        contoso=f"company: Contoso\n{waiting}",
    )
    assert lines[0].count("ask how it stands") == 1
    assert "Let go with it: Contoso and Fabrikam (ask how it stands)." in lines[0]


def test_an_accepted_offer_with_nothing_left_to_do_is_said_as_that(tmp_path: Path) -> None:
    facts = "company: Northwind\ndate: 2026-10-12\noutcome: accepted\ndecided: 2026-11-18"
    assert told(tmp_path, northwind=facts) == [
        "You accepted the offer of Northwind. Congratulations.",
        "",
        "Nothing is due, and nothing is coming up.",
    ]


def test_what_is_written_beside_something_names_its_line(tmp_path: Path) -> None:
    facts = "company: Northwind\ndate: 2026-11-12\nthank_you: skip\npromised:\n  - {what: Form, by: 2026-11-18}\n  - {what: Link, who: them, by: 2026-11-16}"
    lines = told(tmp_path, northwind=facts)
    assert (
        "      to tick it off, type afterword log northwind kept Form; or write done: 2026-11-20 beside it, at line 6 of northwind.md"
        in lines
    )
    assert "  since Wed 18 Nov  Northwind: Link (they promised it)" in lines
