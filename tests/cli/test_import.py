"""`afterword import`: said first, written when asked, and never twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.end_to_end.projects import write_project

from afterword.cli import main

CSV = "Company,Role,Applied,Phone Screen,Status\nAcme,Cook,2026-10-02,2026-10-12,rejected\nQuill,Chef,2026-10-03,,applied\n"
DOUBTFUL = f"{CSV},Ghost,2026-10-03,,\nLarch,Chef,03/04/2026,,\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_project(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    (tmp_path / "jobs.csv").write_text(CSV, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["import", *arguments])


def test_without_write_it_says_what_it_would_do_and_does_nothing(project: Path) -> None:
    done = run("jobs.csv")
    assert done.stdout == (
        "Columns\n  Company → company\n  Role → role\n  Applied → applied\n  Phone Screen → an interview of its own\n  Status → outcome\n\n"
        "To write\n  line 2  Acme, Cook: interview (Phone Screen), 2026-10-12\n  line 3  Quill, Chef: application note, applied, 2026-10-03\n"
    )
    assert done.stderr == (
        "1 application note and 1 interview to write; 0 doubtful, 0 left out, 0 there already. Nothing is written yet: add --write.\n"
    )
    assert (done.exit_code, [*(project / "journal").iterdir()]) == (0, [])


def test_with_write_it_makes_new_files_in_a_folder_of_their_own_and_never_twice(
    project: Path,
) -> None:
    assert (
        run("jobs.csv", "--write")
        .stderr.splitlines()[-1]
        .startswith("1 application note and 1 interview written;")
    )
    names = sorted(one.name for one in (project / "journal" / "imported").iterdir())
    assert names == ["2026-10-03-quill-application.md", "2026-10-12-acme-phone-screen.md"]
    again = run("jobs.csv", "--write")
    assert "There already\n  Acme, Cook, 2026-10-12\n" in again.stdout
    assert sorted(one.name for one in (project / "journal" / "imported").iterdir()) == names
    assert CliRunner().invoke(main, ["check"]).exit_code == 0


def test_what_is_doubtful_or_left_out_is_said_and_counted_by_the_status(project: Path) -> None:
    (project / "jobs.csv").write_text(DOUBTFUL, encoding="utf-8")
    done = run("jobs.csv")
    assert "Left out\n  line 4  Ghost: no company\n" in done.stdout
    assert "Doubtful\n  line 5  Larch, Chef: Applied: '03/04/2026' could be" in done.stdout
    assert (
        done.exit_code,
        "; 1 doubtful, of which 1 is not written, 1 left out" in done.stderr,
    ) == (1, True)
    assert (
        "Larch, Chef: application note, applied, 2026-04-03"
        in run("jobs.csv", "--dates", "day-first").stdout
    )


def test_of_the_doubtful_rows_the_ones_that_are_not_written_are_counted(project: Path) -> None:
    rows = "Birch,Cook,2026-10-04,,Rejected?\nFir,Cook,04/05/2026,,\n"
    (project / "jobs.csv").write_text(f"{DOUBTFUL}{rows}", encoding="utf-8")
    done = run("jobs.csv", "--write")
    assert "; 3 doubtful, of which 2 are not written, 1 left out" in done.stderr
    (project / "jobs.csv").write_text(f"{CSV}{rows.splitlines()[0]}\n", encoding="utf-8")
    assert "; 1 doubtful, 0 left out" in run("jobs.csv").stderr


def test_a_column_is_named_by_hand(project: Path) -> None:
    (project / "jobs.csv").write_text("Org=X,Sent\nAcme,2026-10-02\n", encoding="utf-8")
    assert "Acme: application note" in run("jobs.csv", "--column", "Org=X=company").stdout
    assert "--column wants a header and what it is" in run("jobs.csv", "--column", "Org").stderr
    assert (
        "--column wants a header and what it is"
        in run("jobs.csv", "--column", "Org=nonsense").stderr
    )


def test_a_file_that_is_not_there_is_a_sentence(project: Path) -> None:
    assert "could not be opened" in run("gone.csv").stderr


def test_an_encoding_that_is_guessed_is_told(project: Path) -> None:
    (project / "jobs.csv").write_bytes(CSV.replace("Quill", "Müller").encode("cp1252"))
    assert run("jobs.csv").stdout.startswith("It is no UTF-8")


def test_a_header_without_words_is_shown_as_that(project: Path) -> None:
    (project / "jobs.csv").write_text("Company,,Applied\nAcme,x,2026-10-02\n", encoding="utf-8")
    assert "  (no header) → kept as it is\n" in run("jobs.csv").stdout


def test_nothing_is_written_through_a_link_that_leads_out_of_the_journal(project: Path) -> None:
    (project / "outside").mkdir()
    (project / "journal" / "imported").symlink_to(project / "outside", target_is_directory=True)
    assert "leads out of the journal" in run("jobs.csv", "--write").stderr
    assert [*(project / "outside").iterdir()] == []


def test_an_import_that_is_killed_is_finished_by_the_next(project: Path) -> None:
    rows = "".join(f"Firm {n},Cook,2026-10-02,,applied\n" for n in range(60))
    (project / "jobs.csv").write_text(CSV.partition("\n")[0] + "\n" + rows, encoding="utf-8")
    folder = project / "journal" / "imported"
    command = [sys.executable, "-m", "afterword.cli", "import", "jobs.csv", "--write"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:  # fmt: skip
        while running.poll() is None and not (folder.is_dir() and len([*folder.glob("*.md")]) > 5):
            pass
        running.send_signal(signal.SIGKILL)
    run("jobs.csv", "--write")
    texts = [one.read_text(encoding="utf-8") for one in folder.glob("*.md")]
    assert len(texts) == 60
    assert all(text.endswith("---\n") for text in texts)


def test_what_would_act_on_a_terminal_is_shown_as_a_sign(project: Path) -> None:
    hostile = "Company,Role,Applied\nA\x1b]8;;x\x07B,C\x1b[2J\u202eD,soon\n"
    (project / "jobs.csv").write_text(hostile, encoding="utf-8")
    done = run("jobs.csv")
    assert not {"\x1b", "\x07", "\u202e"} & {*done.stdout, *done.stderr}
    assert "A\ufffd]8;;x\ufffdB, C\ufffd[2J\ufffdD" in done.stdout


def test_what_never_ends_is_no_file(project: Path) -> None:
    os.mkfifo(project / "pipe.csv")
    assert "is no file that ends" in run("pipe.csv").stderr


def test_a_link_that_leads_out_of_a_folder_of_notes_is_passed_over(project: Path) -> None:
    notes = project / "notes"
    (project / "outside").mkdir()
    (project / "outside" / "o.md").write_text(
        "---\ncompany: Out\ndate: 2026-11-02\n---\n", encoding="utf-8"
    )
    notes.mkdir()
    (notes / "a.md").write_text("---\ncompany: Acme\ndate: 2026-11-02\n---\n", encoding="utf-8")
    (notes / "inner.md").symlink_to(notes / "a.md")
    (notes / "out").symlink_to(project / "outside", target_is_directory=True)
    (notes / "o.md").symlink_to(project / "outside" / "o.md")
    done = run("notes")
    assert "Out" not in done.stdout.replace("out of", "")
    assert done.stdout.count("leads out of the folder") == 2


def test_more_notes_than_anybody_has_are_refused(project: Path) -> None:
    (project / "notes").mkdir()
    for number in range(5001):
        (project / "notes" / f"{number}.md").touch()
    assert "Import its folders one by one" in run("notes").stderr


def test_what_the_table_says_more_than_an_entry_is_told_and_no_entry_changes(project: Path) -> None:
    run("jobs.csv", "--write")
    files = {one: one.read_bytes() for one in (project / "journal").rglob("*.md")}
    header, acme, quill = CSV.splitlines()
    long = "They pay well and " + "more and " * 10
    (project / "jobs.csv").write_text(
        f"{header},Salary,Notes\n{acme},38000,{long}\n{quill},,\n", encoding="utf-8"
    )
    done = run("jobs.csv", "--write")
    assert (
        "There already\n"
        "  Acme, Cook, 2026-10-12: imported/2026-10-12-acme-phone-screen.md does not have "
        'salary "38000"; text "They pay well and more and more and more and more and more …". '
        "Add there what matters; import changes no entry\n"
        "  Quill, Chef, 2026-10-03\n"
    ) in done.stdout
    assert "2 there already, 1 of which the table says more of." in done.stderr
    assert {one: one.read_bytes() for one in (project / "journal").rglob("*.md")} == files


def test_another_program_is_told_the_same_as_json(project: Path) -> None:
    (project / "jobs.csv").write_text(DOUBTFUL, encoding="utf-8")
    done = run("jobs.csv", "--format", "json")
    told = json.loads(done.stdout)
    assert (done.exit_code, told["written"], [*(project / "journal").iterdir()]) == (1, False, [])
    assert told["columns"][0] == {"header": "Company", "meaning": "company", "order": None}
    assert told["to_write"] == [
        {"line": 2, "company": "Acme", "role": "Cook", "kind": "interview", "round": "Phone Screen", "day": "2026-10-12"},
        {"line": 3, "company": "Quill", "role": "Chef", "kind": "application", "round": "", "day": "2026-10-03"},
    ]  # fmt: skip
    assert told["left_out"] == [{"line": 4, "company": "", "role": "Ghost", "written": False, "why": "no company"}]  # fmt: skip
    assert [(one["line"], one["written"]) for one in told["rows"]] == [
        (2, True),
        (3, True),
        (4, False),
        (5, False),
    ]
    assert told["doubtful"][0]["written"] is False
    assert [(one["line"], one["company"]) for one in told["doubtful"]] == [(5, "Larch")]
    assert json.loads(run("jobs.csv", "--format", "json", "--write").stdout)["written"] is True
    again = json.loads(run("jobs.csv", "--format", "json").stdout)
    assert [(one["company"], one["path"]) for one in again["there_already"]] == [
        ("Acme", "imported/2026-10-12-acme-phone-screen.md"),
        ("Quill", "imported/2026-10-03-quill-application.md"),
    ]
    assert [one["written"] for one in again["rows"]] == [True, True, False, False]
