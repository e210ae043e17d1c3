"""The calendar, read back by a parser that did not write it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from tests.clock.table import journal_of
from tests.end_to_end.projects import ROOT, write_project

from afterword.analysis.follow_ups.follow_up import FollowUp, FollowUpState
from afterword.analysis.follow_ups.owed import follow_ups
from afterword.analysis.follow_ups.rows_while_it_goes_on import MY_PROMISE
from afterword.cli import main
from afterword.cli.exporting.calendar import calendar
from afterword.model import Journal

DEMONSTRATION = ROOT / "mkdocs.yml"
ENTRY = "---\ncompany: Northwind\ndate: {}\n{}\n---\n"


def exported(form: str, config: Path, today: str) -> str:
    result = CliRunner().invoke(
        main, ["export", "--format", form, "--config", str(config), "--today", today]
    )
    assert result.exit_code == 0, result.output
    return str(result.stdout)


def events(config: Path, today: str = "2026-11-20") -> dict[str, Any]:
    """Every event by its summary."""
    parsed = vobject.readOne(exported("ics", config, today))
    found = {one.summary.value: one for one in parsed.contents.get("vevent", [])}
    assert len(found) == len(parsed.contents.get("vevent", []))
    return found


def project(folder: Path, *entries: tuple[str, str]) -> Path:
    texts = {f"{at}.md": ENTRY.format(day, facts) for at, (day, facts) in enumerate(entries)}
    return write_project(folder, dict(texts)) / "mkdocs.yml"


def test_every_open_follow_up_is_an_event_and_every_event_a_follow_up() -> None:
    today = "2026-11-20"
    parsed = vobject.readOne(exported("ics", DEMONSTRATION, today))
    standing = [one for one in parsed.vevent_list if one.status.value == "CONFIRMED"]
    owed = json.loads(exported("json", DEMONSTRATION, today))["follow_ups"]
    open_ = [one for one in owed if one["state"] not in {"done", "dropped"}]
    said = sorted(one.description.value.splitlines()[-1] for one in standing)
    assert said == sorted(f"Entry: {one['path']}" for one in open_)
    assert len(standing) > 5


def test_a_name_stays_the_same_and_a_later_export_wins() -> None:
    first = vobject.readOne(exported("ics", DEMONSTRATION, "2026-11-20")).vevent_list
    again = vobject.readOne(exported("ics", DEMONSTRATION, "2026-11-21")).vevent_list
    numbers = {one.uid.value: int(one.sequence.value) for one in first}
    assert len(numbers) == len(first)
    shared = [one for one in again if one.uid.value in numbers]
    assert len(shared) > 5
    assert {int(one.sequence.value) - numbers[one.uid.value] for one in shared} == {1}


def test_lines_end_as_the_format_wants() -> None:
    arguments = ["export", "--format", "ics", "--config", str(DEMONSTRATION)]
    printed = CliRunner().invoke(main, arguments).stdout_bytes
    assert printed.startswith(b"BEGIN:VCALENDAR\r\n")
    assert printed.count(b"\n") == printed.count(b"\r\n")


def test_two_exports_of_one_day_are_the_same() -> None:
    assert exported("ics", DEMONSTRATION, "2026-11-20") == exported(
        "ics", DEMONSTRATION, "2026-11-20"
    )


def test_what_is_done_is_cancelled_and_what_is_long_done_is_left_out(tmp_path: Path) -> None:
    config = project(
        tmp_path,
        ("2026-11-18", "thank_you: 2026-11-19\nround: screen"),
        ("2025-11-18", "thank_you: 2025-11-19\noutcome: rejected"),
    )
    found = {name: one for name, one in events(config).items() if "Thank-you" in name}
    assert [one.status.value for one in found.values()] == ["CANCELLED"]
    assert "valarm" not in next(iter(found.values())).contents


@pytest.mark.parametrize(
    ("written", "start"),
    [
        ("2026-11-25", date(2026, 11, 25)),
        ("2026-11-25 14:30", datetime(2026, 11, 25, 14, 30)),
        ("2026-11-25T14:30+01:00", datetime(2026, 11, 25, 13, 30, tzinfo=UTC)),
        ("9999-12-31T23:30-05:00", date(9999, 12, 31)),
    ],
)
def test_an_interview_to_come_stands_at_its_time(tmp_path: Path, written: str, start: date) -> None:
    (found,) = events(project(tmp_path, (written, "round: final"))).values()
    assert found.summary.value == "Northwind: Final"
    assert found.dtstart.value == start


def test_a_moment_lasts_an_hour_and_rings_before_a_day_takes_no_time(tmp_path: Path) -> None:
    entries = (
        ("2026-11-25 14:30", "round: final"),
        ("2026-11-19", "thank_you: skip\npromised: [The link]"),
    )
    found = events(project(tmp_path, *entries))
    moment, day = found["Northwind: Final"], found["Northwind: The link"]
    assert moment.duration.value == timedelta(hours=1)
    assert [one.trigger.value for one in moment.valarm_list] == [
        timedelta(days=-1),
        timedelta(hours=-1),
    ]
    assert [one.trigger.value for one in day.valarm_list] == [timedelta(hours=-15)]
    assert (day.transp.value, "transp" in moment.contents) == ("TRANSPARENT", False)


def test_each_stands_on_the_day_that_binds_and_says_the_other(tmp_path: Path) -> None:
    facts = "interviewers: [Ada]\ncontact: email\npromised:\n  - {what: The plan, who: them, by: 2026-11-23}\n  - {what: The link, by: 2026-11-24}"
    found = events(project(tmp_path, ("2026-11-19", facts)))
    days = {name: one.dtstart.value.isoformat() for name, one in found.items()}
    assert days == {
        "Northwind: Thank-you note to Ada": "2026-11-20",
        "Northwind: They promised: The plan": "2026-11-25",
        "Northwind: The link": "2026-11-24",
        "Northwind: Ask how it stands": "2026-11-30",
        "Northwind: Write down how it went": "2026-11-19",
    }
    told = found["Northwind: Ask how it stands"].description.value
    assert "By email.\n" in told
    assert "By 2026-12-07 at the latest.\nEntry: 0.md" in told


def test_the_first_day_of_the_calendar_does_no_harm() -> None:
    one = FollowUp(
        kind=MY_PROMISE,
        what="Link",
        company="Northwind",
        path="a.md",
        opens=date.min,
        state=FollowUpState.DONE,
    )
    (found,) = vobject.readOne(calendar([one], Journal(), date.min).decode()).vevent_list
    assert (found.status.value, found.sequence.value) == ("CANCELLED", "0")


def test_an_empty_journal_is_an_empty_calendar(tmp_path: Path) -> None:
    assert events(write_project(tmp_path, {}) / "mkdocs.yml") == {}


def uids(*entries: dict[str, Any], today: str = "2026-11-20") -> dict[str, str]:
    """The name of each event by its summary."""
    journal, day = journal_of(*entries), date.fromisoformat(today)
    made = calendar(follow_ups(journal, day), journal, day)
    found = vobject.readOne(made.decode()).contents.get("vevent", [])
    named = {one.summary.value: one.uid.value for one in found}
    assert len({*named.values()}) == len(found)
    return named


TECHNICAL = {"company": "Acme", "role": "Engineer", "round": "technical"}


def test_an_entry_that_is_renamed_or_put_off_keeps_its_event() -> None:
    first = uids({**TECHNICAL, "date": "2026-11-25", "path": "2026-11-25-acme.md"})
    again = uids({**TECHNICAL, "date": "2026-11-27", "path": "acme/technical.md"})
    assert first == again != {}


def test_two_rounds_of_a_name_and_two_applications_have_events_of_their_own() -> None:
    days = ("2026-11-25", "2026-11-27")
    rounds = [{**TECHNICAL, "date": day, "path": f"{day}.md"} for day in days]
    other = {**TECHNICAL, "role": "Manager", "date": "2026-11-26", "path": "m.md"}
    journal, day = journal_of(*rounds, other), date(2026, 11, 20)
    found = vobject.readOne(calendar(follow_ups(journal, day), journal, day).decode()).vevent_list
    assert len({one.uid.value for one in found}) == len(found) == 3


@pytest.mark.parametrize("written", ["2026-11-25 00:00", "2026-11-25T00:00:00+01:00"])
def test_midnight_is_a_whole_day(tmp_path: Path, written: str) -> None:
    (found,) = events(project(tmp_path, (written, "round: final"))).values()
    assert found.dtstart.value == date(2026, 11, 25)


def status(*entries: dict[str, Any]) -> dict[str, str]:
    journal, day = journal_of(*entries), date(2026, 11, 20)
    made = vobject.readOne(calendar(follow_ups(journal, day), journal, day).decode())
    return {one.summary.value: one.status.value for one in made.vevent_list}


def test_an_interview_to_come_is_cancelled_by_its_own_entry_alone() -> None:
    accepted = {"company": "Acme", "date": "2026-11-02", "outcome": "accepted", "decided": "2026-11-18"}  # fmt: skip
    final = {"company": "Quill", "date": "2026-11-25", "round": "final", "path": "q.md"}
    assert status(accepted, final)["Quill: Final"] == "TENTATIVE"
    off = {**final, "outcome": "cancelled"}
    assert status(off).get("Quill: Final") in {None, "CANCELLED"}
    old = {"company": "Quill", "date": "2025-10-01", "outcome": "rejected", "decided": "2025-10-09"}
    assert status(old, final)["Quill: Final"] == "CONFIRMED"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=90))
def test_two_readers_find_the_same_words_and_no_line_is_too_long(words: str) -> None:
    promised = FollowUp(
        kind=MY_PROMISE,
        what=words,
        company="Müller; Söhne, \\n",
        path="a.md",
        opens=date(2026, 11, 20),
        state=FollowUpState.DUE,
    )
    made = calendar([promised], Journal(), date(2026, 11, 20))
    assert all(len(line.decode()) and len(line) <= 75 for line in made.split(b"\r\n")[:-1])
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    assert str(event["summary"]) == f"Müller; Söhne, \\n: {words}"
    assert vobject.readOne(made.decode()).vevent.summary.value == f"Müller; Söhne, \\n: {words}"
