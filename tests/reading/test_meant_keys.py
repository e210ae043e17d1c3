"""What a key means by its value, and the keys of nobody's: none of them passes in silence."""

from __future__ import annotations

from datetime import date, time

import pytest
from tests.reading.test_facts import read

from afterword.kinds import OutcomeKind
from afterword.model import Journal, Source
from afterword.reading import read_journal

WELL = "\n## Went well\n- Calm\n"


def journal_of(lines: str, body: str = WELL) -> Journal:
    return read_journal([Source("a.md", f"---\n{lines}\n---\n{body}")])


def unknown(lines: str) -> list[str]:
    """What is said of the keys of nobody's in an entry with these lines."""
    journal = journal_of(f"company: Acme\ndate: 2026-11-12\n{lines}")
    return [one.message for one in journal.problems if one.code == "key-not-read"]


@pytest.mark.parametrize(
    ("lines", "form", "round_name"),
    [
        ("type: on site", "onsite", None),
        ("type: video", "video", None),
        ("interview type: in person", "onsite", None),
        ("how: by phone", "phone", None),
        ("location: Zoom", "video", None),
        # What names a round stays one, and so does what stands under its own key.
        ("type: panel", None, "panel"),
        ("type: on site and a tour", None, "on site and a tour"),
        ("round: on site", None, "on site"),
        ("type: on site\nformat: video", "video", "on site"),
        ("how: by phone\nformat: video", "video", None),
        ("how: well", None, None),
    ],
)
def test_a_way_to_meet_is_the_format_whatever_its_key(
    lines: str, form: str | None, round_name: str | None
) -> None:
    interview, codes = read(lines)
    named = interview.round.name if interview.round else None
    assert (interview.format, named, codes) == (form, round_name, [])


@pytest.mark.parametrize(
    ("lines", "decided", "by"),
    [
        ("outcome: rejected", date(2026, 11, 24), None),
        ("status: offer", date(2026, 11, 24), None),
        ("outcome: closed", date(2026, 11, 24), None),
        ("outcome: pending", None, date(2026, 11, 24)),
        ("outcome: something else", None, date(2026, 11, 24)),
        ("outcome:", None, date(2026, 11, 24)),
        ("role: cook", None, date(2026, 11, 24)),
        ("outcome: rejected\ndecided: 2026-11-23", date(2026, 11, 23), date(2026, 11, 24)),
    ],
)
def test_a_day_of_decision_is_the_day_i_heard_once_it_came(
    lines: str, decided: date | None, by: date | None
) -> None:
    interview, _ = read(f"{lines}\ndecision date: 2026-11-24")
    assert (interview.outcome.decided, interview.decision_by) == (decided, by)


@pytest.mark.parametrize(
    ("lines", "kind", "decided"),
    [
        ("status: odrzucony\ndecyzja: 20.11", OutcomeKind.REJECTED, date(2026, 11, 20)),
        ("decyzja: odrzucony", OutcomeKind.REJECTED, None),
        ("status: odrzucony\ndecyzja: 20.11\nwynik dnia: 21.11.2026", None, date(2026, 11, 21)),
    ],
)
def test_a_decision_in_figures_beside_an_outcome_is_its_day(
    lines: str, kind: OutcomeKind | None, decided: date | None
) -> None:
    body = "\n## Co poszło dobrze\n- spokój\n\n## Co poszło źle\n- SQL\n"
    (interview,) = journal_of(f"firma: Acme\ndata: 2026-11-12\n{lines}", body).interviews
    assert interview.outcome.decided == decided
    assert kind is None or interview.outcome.kind is kind


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("salary: 39k", "'salary' is read as no fact, and kept as written."),
        ("salary: 39k\nvibe: great", "'salary' and 'vibe' are read as no fact, and kept as written."),
        ("who: Ann\ninterviewers: Bo", "'who' is read as no fact, and kept as written."),
        ("a1: x\na2: x\na3: x\na4: x\na5: x\na6: x\na7: x\na8: x", "'a1', 'a2', 'a3', 'a4', 'a5', 'a6' and 2 more are read as no fact, and kept as written."),
    ],
)  # fmt: skip
def test_a_key_that_nobody_knows_is_told(lines: str, told: str) -> None:
    assert unknown(lines) == [told]


@pytest.mark.parametrize(
    "lines",
    [
        "tags: [job]\naliases: [a]\ncssclasses: wide\nuid: 7\nimported: 1a0afdcb",
        "type: interview",
        "title: My day\nrole: cook",
        "salary:",
        "<<: x",
        "outcom: rejected",
    ],
)
def test_what_programs_keep_and_what_is_told_otherwise_is_not(lines: str) -> None:
    assert unknown(lines) == []


@pytest.mark.parametrize("key", ["org", "organization", "Organisation", "Org name"])
def test_an_organisation_is_a_company(key: str) -> None:
    (interview,) = journal_of(f"{key}: Acme\ndate: 2026-11-12").interviews
    assert interview.company == "Acme"


@pytest.mark.parametrize(
    ("lines", "clock"),
    [
        ("time: 14:30", time(14, 30)),
        ("time: 2:30 pm", time(14, 30)),
        ("Time of day: 14:30-15:15", time(14, 30)),
        ("time: soon", None),
        ("time: 14", None),
        ("remark: 14:30", None),
        ("time:\nstart time: later", None),
    ],
)
def test_a_time_stands_under_a_key_of_its_own(lines: str, clock: time | None) -> None:
    interview, codes = read(lines)
    assert (interview.when.clock, codes) == (clock, [])
    assert bool(unknown(lines)) is (clock is None)


def test_a_time_in_the_day_counts_and_a_month_has_none() -> None:
    timed, month = (
        journal_of(f"company: Acme\ndate: {written}\ntime: 14:30").interviews[0].when.clock
        for written in ("2026-11-12 09:00", "2026-11")
    )
    assert (timed, month) == (time(9), None)


def test_without_a_day_a_time_is_only_told() -> None:
    journal = journal_of("company: Acme\ndate: soon\ntime: 14:30")
    assert {"not-a-date", "key-not-read"} <= {one.code for one in journal.problems}
