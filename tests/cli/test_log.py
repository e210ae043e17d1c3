"""`afterword log`: two seconds at a terminal, and lines from a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.terminals import at_a_terminal
from tests.end_to_end.projects import write_project

from afterword.cli import main
from afterword.cli.changes import diff_of
from afterword.cli.log import bytes_in
from afterword.errors import OutputError
from afterword.writing.changing import Change

ENTRY = "---\r\ncompany: Northwind\r\ndate: 2026-11-12\r\n---\r\n\r\n## Went well\r\n- Calm\r\n"
QUILL = "---\ncompany: Quill & Söhne\ndate: 2026-11-13\noutcome: advanced\n---\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_project(tmp_path, {"northwind.md": b"\xef\xbb\xbf" + ENTRY.encode(), "quill.md": QUILL})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


def run(*arguments: str, typed: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["log", *arguments], input=typed)


def entry(project: Path, name: str = "northwind.md") -> bytes:
    return (project / "journal" / name).read_bytes()


def test_a_change_is_shown_made_and_undone_to_the_byte(project: Path) -> None:
    before = entry(project)
    done = run("north", "thanked", "fri")
    assert done.stdout == "northwind.md\n date: 2026-11-12\n+thank_you: 2026-11-20\n ---\n"
    assert done.stderr == "Noted. Undo it with: afterword log --undo\n"
    assert entry(project) == before.replace(b"12\r\n---", b"12\r\nthank_you: 2026-11-20\r\n---")
    assert run("--undo").stderr == "northwind.md is as it was before.\n"
    assert entry(project) == before
    assert run("--undo").stderr == "There is nothing to undo.\n"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("+", "drew first"), b"- drew first\r\n"),
        (("-", "froze"), b"- froze\r\n"),
        (("?", "Why us?"), b"- Why us?\r\n"),
        (("!", "ask early"), b"- ask early\r\n"),
        (("feedback", "Gap: depth"), b"- Gap: depth\r\n"),
        (("--role", "", "They", "were", "late."), b"They were late.\r\n"),
    ],
)
def test_signs_and_words_need_no_quoting_beyond_the_shells(
    project: Path, words: tuple[str, ...], line: bytes
) -> None:
    assert run("northwind", *words).exit_code == 0
    assert line in entry(project)


def test_what_begins_with_a_dash_is_an_option_only_where_it_is_meant_as_one(project: Path) -> None:
    assert "--undo stands alone" in run("north", "told", "--undo").stderr
    assert run("--", "north", "+", "--undo was clear").exit_code == 0
    assert b"- --undo was clear\r\n" in entry(project)


def test_a_dry_run_changes_nothing(project: Path) -> None:
    before = entry(project)
    done = run("north", "rejected", "--dry-run")
    assert ("+outcome: rejected" in done.stdout, done.stderr) == (True, "Nothing was changed.\n")
    assert entry(project) == before


def test_what_is_noted_already_is_said(project: Path) -> None:
    assert (
        run("north", "+", "calm").stderr == "northwind.md says so already.\nNothing was changed.\n"
    )


def test_a_doubt_that_comes_of_it_is_told(project: Path) -> None:
    assert "warning:" in run("north", "rejected", "2026-11-02").stderr


def test_lines_change_colour_where_somebody_sees_them(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR")
    told = diff_of(Change(project / "journal" / "a.md", b"a\nb\n", b"a\nc\n"), project / "journal")
    assert told == "a.md\n a\n\x1b[31m-b\x1b[0m\n\x1b[32m+c\x1b[0m\n "


@pytest.mark.parametrize("named", ["quill.md", "journal/quill.md"])
def test_another_entry_is_named_by_its_path(project: Path, named: str) -> None:
    run("north", "thanked", "--entry", named)
    assert b"thank_you: 2026-11-20\n" in entry(project, "quill.md")
    assert "There is no entry" in run("north", "thanked", "--entry", "no.md").stderr


def test_a_company_that_is_not_known_is_told_how_to_begin(project: Path) -> None:
    assert "Begin one: afterword new Larch." in run("Larch", "thanked").stderr


LARCH = "---\ncompany: Larch Ltd\nstatus: applied # there\napplied: 2026-11-02\n---\n\nNice ad.\n"


@pytest.mark.parametrize("named", [("larch",), ("--entry", "larch.md", "larch")])
def test_an_application_without_an_interview_is_ended_in_its_note_and_undone(
    project: Path, named: tuple[str, ...]
) -> None:
    path = project / "journal" / "larch.md"
    path.write_text(LARCH, encoding="utf-8")
    shown = run(*named, "rejected", "thu", "--dry-run")
    assert (shown.stderr, entry(project, "larch.md")) == ("Nothing was changed.\n", LARCH.encode())
    done = run(*named, "rejected", "thu")
    assert done.stdout == shown.stdout
    assert entry(project, "larch.md").decode() == LARCH.replace(
        "applied # there\napplied: 2026-11-02",
        "rejected # there\napplied: 2026-11-02\ndecided: 2026-11-19",
    )
    run("--undo")
    assert entry(project, "larch.md").decode() == LARCH


def test_the_inbox_knows_notes_on_applications_as_well(project: Path) -> None:
    (project / "journal" / "larch.md").write_text(LARCH, encoding="utf-8")
    (project / "journal" / "inbox.md").write_text("Larch Ltd followed-up fri\nlarch no-answer\n")
    assert "2 lines understood." in run("--inbox").stderr
    told = entry(project, "larch.md").decode()
    assert (
        "status: no answer" in told or "status: no-answer" in told,
        "follow_ups: 2026-11-20" in told,
    ) == (True, True)


def test_at_a_note_what_only_an_interview_has_is_told_with_what_can_be_said(project: Path) -> None:
    (project / "journal" / "larch.md").write_text(LARCH, encoding="utf-8")
    assert "Larch Ltd has no interview yet" in run("larch", "thanked").stderr


def test_without_words_it_says_what_to_type(project: Path) -> None:
    assert (run().exit_code, run().stderr) == (
        2,
        "afterword: Name the company and what happened: afterword log northwind thanked.\n",
    )


def test_a_bare_folder_keeps_what_undoes_a_change_beside_it(project: Path) -> None:
    before = entry(project)
    run("north", "thanked", "--journal", "journal", "--today", "2026-11-20")
    assert (project / ".cache" / "afterword" / "undo" / "last.json").is_file()
    run("--undo", "--journal", "journal")
    assert entry(project) == before


INBOX = """# Inbox

- Northwind + laughed #rapport
- [ ] 14:02 quill & söhne: rejected yesterday
Nobody + nothing
northwind xyz
northwind + laughed more
"""


def test_an_inbox_is_sorted_into_its_entries_and_keeps_what_is_not_understood(
    project: Path,
) -> None:
    inbox = project / "journal" / "inbox.md"
    inbox.write_text(INBOX, encoding="utf-8")
    done = run("--inbox")
    assert inbox.read_text(encoding="utf-8") == "# Inbox\n\nNobody + nothing\nnorthwind xyz\n"
    assert b"- laughed #rapport\r\n- laughed more\r\n" in entry(project)
    assert b"outcome: rejected\ndecided: 2026-11-19\n" in entry(project, "quill.md")
    assert done.stderr.split("\n")[:3] == [
        "Left where it is: 'Nobody + nothing'. No entry is about a company that begins like 'Nobody'. Begin one: afterword new Nobody.",
        "Left where it is: 'northwind xyz'. 'xyz' is nothing that can be noted. Say thanked, followed-up, rejected, offer, no-answer, advanced, asked, told NAME, kept PROMISE, feedback TEXT, + - ? ! TEXT, or a sentence.",
        "3 lines understood.",
    ]
    run("--undo")
    assert inbox.read_text(encoding="utf-8") == INBOX
    assert entry(project).endswith(ENTRY.encode())


def test_what_goes_on_in_a_second_line_is_left_whole_and_each_answer_is_given_once(
    project: Path,
) -> None:
    text = "Northwind: they were nice\n   and late\nnorthwind + calm\nnorthwind + laughed\nnorthwind + drew\n"
    (project / "journal" / "inbox.md").write_text(text, encoding="utf-8")
    said = run("--inbox").stderr
    assert (project / "journal" / "inbox.md").read_text(
        encoding="utf-8"
    ) == "Northwind: they were nice\n   and late\n"
    assert (said.count("write it as one line"), said.count("says so already")) == (2, 1)


def test_an_inbox_that_is_not_there_is_a_sentence_with_what_to_write(project: Path) -> None:
    assert "Write lines such as 'Northwind + drew first'" in run("--inbox").stderr


def test_an_inbox_is_no_interview_and_nothing_wrong(project: Path) -> None:
    (project / "journal" / "inbox.md").write_text(INBOX, encoding="utf-8")
    done = CliRunner().invoke(main, ["check"])
    assert (done.exit_code, "2 interviews read" in done.stderr) == (0, True)


def test_dictated_lines_come_from_standard_input(project: Path) -> None:
    run("-", typed="northwind + laughed\n\nnorthwind - <!-- gone\n")
    assert b"- laughed\r\n" in entry(project)
    assert b"gone" not in entry(project)


def test_a_file_that_is_no_text_is_not_changed(project: Path) -> None:
    (project / "journal" / "inbox.md").write_bytes(b"\xff")
    assert "not text in UTF-8" in run("--inbox").stderr


def test_a_file_that_leads_out_of_the_journal_is_not_changed(project: Path) -> None:
    (project / "journal" / "northwind.md").rename(project / "outside.md")
    (project / "journal" / "northwind.md").symlink_to(project / "outside.md")
    assert "leads out of the journal" in run("north", "thanked").stderr


def test_a_file_that_cannot_be_opened_is_a_sentence(project: Path) -> None:
    with pytest.raises(OutputError, match="could not be opened"):
        bytes_in(project / "journal" / "gone.md", project / "journal")


def two_applications(project: Path, second: str) -> None:
    for name, role in (("a.md", "role: Cook\n"), ("b.md", second)):
        text = f"---\ncompany: Acme\n{role}date: 2026-11-13\n---\n\n## Went well\n- Calm\n"
        (project / "journal" / name).write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("measured")
def test_at_a_terminal_it_asks_which_of_two_applications_is_meant(project: Path) -> None:
    two_applications(project, "role: Chef\n")
    with at_a_terminal("log", "acme", "+", "drew first", cwd=project) as terminal:
        terminal.wait_for(b"Which role (Cook, Chef)")
        terminal.type("Chef")
        terminal.wait_for(b"Noted.")
    assert [b"drew first" in entry(project, name) for name in ("a.md", "b.md")] == [False, True]


def test_where_nobody_can_be_asked_it_says_what_to_type(project: Path) -> None:
    two_applications(project, "role: Chef\n")
    before = entry(project, "a.md"), entry(project, "b.md")
    done = run("acme", "+", "drew first")
    assert (done.exit_code, "--role Cook or --role Chef" in done.stderr) == (2, True)
    assert (entry(project, "a.md"), entry(project, "b.md")) == before


@pytest.mark.parametrize(
    ("typed", "near"),
    [("lacrh", True), ("larc", False), ("larxh", True), ("lrch", False), ("birch", False)],
)
def test_a_name_of_five_letters_and_one_slip_is_asked_about(
    project: Path, typed: str, near: bool
) -> None:
    text = "---\ncompany: Larch\ndate: 2026-11-13\n---\n"
    (project / "journal" / "larch.md").write_text(text, encoding="utf-8")
    assert ("Is Larch meant?" in run(typed, "They", "called.").stderr) is near
