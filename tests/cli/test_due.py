"""What `afterword due` prints: lists with their days, in a terminal, in a pipe, and in one line for a shell's greeting."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject
from click.testing import CliRunner
from tests.clock.table import journal_of

from afterword.analysis.follow_ups.owed import follow_ups
from afterword.cli import main
from afterword.cli.due import due_lines, is_shown
from afterword.cli.reminding.prompt import prompt_line

TODAY = date(2026, 11, 20)
NOTED = {"body": "## Went well\n- Calm"}
LATE = {**NOTED, "company": "Acme", "date": "2026-11-12", "thank_you": "skip", "promised": [{"what": "The link", "by": "2026-11-16"}]}  # fmt: skip
NOTE = {**NOTED, "company": "Pontage", "date": "2026-11-19", "interviewers": ["Caspian Rowe"]}
FINAL = {"company": "Quill", "date": "2026-11-20T14:00", "round": "final"}
AFTER = {"company": "Heron", "date": "2027-01-12", "round": "screen"}


def lines(*entries: dict[str, Any], days: int = 90, width: int | None = None) -> list[str]:
    owed = follow_ups(journal_of(*entries), TODAY)
    shown = [one for one in owed if is_shown(one, TODAY, days)]
    return [one for one in due_lines(shown, TODAY, width) if "tick" not in one]


def greeting(*entries: dict[str, Any]) -> str:
    journal = journal_of(*entries)
    return prompt_line(follow_ups(journal, TODAY), journal, TODAY)


def run(folder: Path, *arguments: str) -> str:
    for name, text in {"a.md": "company: Acme\ndate: 2026-11-19"}.items():
        (folder / name).write_text(f"---\n{text}\n---\n## Went well\n- Calm\n", encoding="utf-8")
    given = ["due", "--journal", str(folder), "--today", TODAY.isoformat(), *arguments]
    result = CliRunner().invoke(main, given)
    assert result.exit_code == 0, result.output
    return result.stdout


def bare(said: Iterable[str]) -> list[str]:
    return [one.replace("\x1b[1m", "").replace("\x1b[0m", "") for one in said]


def test_what_is_overdue_stands_apart_with_how_long_ago_its_day_was() -> None:
    assert bare(lines(LATE, NOTE, FINAL))[:6] == [
        "Overdue",
        "  since Mon 16 Nov  Acme: The link (4 days ago)",
        "",
        "Due",
        "  today             Pontage: Thank-you note to Caspian Rowe",
        "  today 14:00       Quill: Final",
    ]


def test_a_day_of_another_year_has_its_year() -> None:
    assert bare(lines(AFTER)) == ["Coming up", "  Tue 12 Jan 2027  Heron: Screen"]


@pytest.mark.parametrize(("days", "shown"), [(0, []), (52, []), (53, ["Heron"])])
def test_so_many_days_ahead_are_looked_at(days: int, shown: list[str]) -> None:
    owed = follow_ups(journal_of(AFTER), TODAY)
    assert [one.company for one in owed if is_shown(one, TODAY, days)] == shown


def test_no_days_ahead_is_today_alone() -> None:
    assert "Coming up" not in " ".join(lines(LATE, FINAL, AFTER, days=0))


@pytest.mark.parametrize("width", [40, 60, 79])
def test_in_a_terminal_lines_are_broken_and_lose_no_word(width: int) -> None:
    promised = [{"what": "word " * 30, "by": "2026-11-16"}]
    told = bare(lines({**LATE, "promised": promised}, width=width))
    told = told[1 : told.index("")]
    assert max(map(len, told)) <= width
    told = [one for one in told if len(one) - len(one.lstrip()) != 6]
    assert " ".join(told).count("word") == 30
    assert {len(one) - len(one.lstrip()) for one in told[1:] if "word" in one} == {20}


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    """The command over an entry with a long promise."""
    (tmp_path / "a.md").write_text(
        f"---\ncompany: Łódź\ndate: 2026-11-19\nthank_you: skip\npromised: ['{'word ' * 30}']\n---\n",
        encoding="utf-8",
    )
    begun = [sys.executable, "-m", "afterword.cli", "due", "--journal", str(tmp_path)]
    return [*begun, "--today", "2026-11-20"]


def at_a_terminal(command: list[str]) -> list[str]:
    """What a terminal of sixty columns shows, whose owner wants no colours."""
    ours, theirs = pty.openpty()
    wide = {**os.environ, "COLUMNS": "60", "NO_COLOR": "1"}
    subprocess.run(command, stdout=theirs, env=wide, check=True)
    os.close(theirs)
    shown = os.read(ours, 65536).decode().splitlines()
    os.close(ours)
    return shown


def test_another_program_gets_whole_lines(command: list[str]) -> None:
    piped = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert [one.count("word") for one in piped.splitlines() if "word" in one] == [30, 5]


@pytest.mark.usefixtures("measured")
def test_a_terminal_gets_lines_of_its_width(command: list[str]) -> None:
    shown = at_a_terminal(command)
    said = " ".join(one for one in shown if not one.startswith("      ") or one[6] == " ")
    assert (max(map(len, shown)) < 60, said.count("word")) == (True, 30)
    assert "\x1b" not in "".join(shown)
    assert "Łódź" in " ".join(at_a_terminal([*command, "--format", "json"]))


def test_titles_are_bold_where_nobody_asked_for_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert lines(NOTE)[0] == "\x1b[1mDue\x1b[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert lines(NOTE)[0] == "Due"


def test_a_greeting_is_one_short_line_without_a_name() -> None:
    assert greeting(LATE, NOTE, FINAL) == "Afterword: interview today at 14:00, 1 overdue, 1 due"
    tomorrow = {"company": "Heron", "date": "2026-11-21", "round": "screen"}
    assert greeting(tomorrow) == "Afterword: interview tomorrow"


def test_a_greeting_says_what_could_not_be_read() -> None:
    assert greeting({"company": "Acme", "date": "soonish"}) == "Afterword: 1 file not read"


def test_where_nothing_calls_there_is_no_greeting(tmp_path: Path) -> None:
    assert greeting(AFTER) == ""
    assert run(tmp_path, "--format", "prompt") == "Afterword: 1 due\n"
    (tmp_path / "b").mkdir()
    given = ["due", "--journal", str(tmp_path / "b"), "--format", "prompt"]
    assert CliRunner().invoke(main, given).output == ""


def test_what_is_shown_can_be_a_document_or_a_calendar(tmp_path: Path) -> None:
    listed = json.loads(run(tmp_path, "--format", "json"))
    events = vobject.readOne(run(tmp_path, "--format", "ics")).vevent_list
    assert len(listed) == len(events) > 1


def test_a_greeting_counts_as_due_what_the_home_page_does() -> None:
    """What no day binds is not among it, and one kind line to several companies is one thing."""
    photograph = {**NOTED, "company": "Acme", "date": "2026-11-17", "thank_you": "skip", "promised": ["Photograph"]}  # fmt: skip
    accepted = {**NOTED, "company": "Quill", "date": "2026-10-12", "thank_you": "skip", "outcome": "accepted", "decided": "2026-11-19"}  # fmt: skip
    others = [{**NOTED, "company": name, "date": "2026-11-10"} for name in ("Heron", "Teal")]
    assert greeting(photograph) == ""
    assert greeting(accepted, *others) == "Afterword: 1 due"
