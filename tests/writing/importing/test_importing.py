"""Trackers and sheets become entries that are read as meant, or are doubted aloud."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from afterword.days import DayOrder
from afterword.errors import OutputError
from afterword.model import Journal, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.writing.importing.columns import understood
from afterword.writing.importing.meanings import Meaning
from afterword.writing.importing.plan import Plan, plan_of
from afterword.writing.importing.tables import table_in

TODAY = date(2026, 11, 20)
OPTIONS = ReadingOptions(today=TODAY)

# An export as its program writes it, and what it is: company, role, day, round (or "applied") and outcome of each new file.
TRACKERS: dict[str, tuple[str, list[tuple[str, str, str, str, str]]]] = {
    "linkedin": (
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n"
        '"11/23/26, 9:54 AM",,,Acme,Cook,https://x.example/1,cv.pdf,"Years: 5"\n',
        [("Acme", "Cook", "2026-11-23", "applied", "pending")],
    ),
    "huntr": (
        "company,title,list,createdAt,appliedAt,url\nAcme,Cook,Rejected,2026-10-01,2026-10-02T10:00:00Z,https://x.example\nQuill,Chef,Wishlist,2026-10-01,,\n",
        [("Acme", "Cook", "2026-10-02", "applied", "rejected")],
    ),
    "teal": (
        "Job Position,Company,Max. Salary,Location,Status,Date Saved,Date Applied,Follow Up,Excitement\nCook,Acme,90000,Rome,Applied,2026-10-01,2026-10-03,,4\n",
        [("Acme", "Cook", "2026-10-03", "applied", "pending")],
    ),
    "jobsync": (
        "Job Title,Company,Location,Source,Status,Applied Date\nCook,Acme,Rome,Indeed,Offer,2026-10-04\n",
        [("Acme", "Cook", "2026-10-04", "applied", "offer")],
    ),
    "notion": (
        "\ufeffCompany,Stage,Date Applied,Position,Notes\nAcme,🎉 Offer,\"October 5, 2026\",Cook,nice\nQuill,❌ Not selected,\"October 6, 2026\",Chef,\n",
        [("Acme", "Cook", "2026-10-05", "applied", "offer"), ("Quill", "Chef", "2026-10-06", "applied", "rejected")],
    ),
    "titles above": (
        "My search,,\n,,\nEmployer,Position,Applied\nAcme,Cook,2026-10-07\nTotal,1,\n",
        [("Acme", "Cook", "2026-10-07", "applied", "pending")],
    ),
    "rounds as columns": (
        "Company,Role,Applied,Phone Screen,Technical Interview Date,Onsite,Status\nAcme,Cook,1/10/2026,5/10/2026,31/10/2026,,rejected\n",
        [("Acme", "Cook", "2026-10-05", "Phone Screen", "pending"), ("Acme", "Cook", "2026-10-31", "Technical Interview", "rejected")],
    ),
    "a row an interview": (
        "Company;Role;Date;Round;Outcome\nAcme;Cook;02.10.2026;Screen;advanced\nAcme;Cook;09.10.2026;Final;Absage\n",
        [("Acme", "Cook", "2026-10-02", "Screen", "advanced"), ("Acme", "Cook", "2026-10-09", "Final", "rejected")],
    ),
    "interview date": (
        "Company,Interview Date,Result\nAcme,2026-10-02,ghosted\n",
        [("Acme", "", "2026-10-02", "", "no answer")],
    ),
    "german": (
        "Firma;Stelle;Beworben am;Status;Gehalt\nBäckerei Löwe;Bäckerin;31.10.2026;Absage;38000\n",
        [("Bäckerei Löwe", "Bäckerin", "2026-10-31", "applied", "rejected")],
    ),
    "french": (
        "Entreprise;Poste;Date de candidature;Statut\nHôpital Nord;Infirmière;31/10/2026;Refus\n",
        [("Hôpital Nord", "Infirmière", "2026-10-31", "applied", "rejected")],
    ),
    "a date alone": (
        "Company,Role,Date,Status\nAcme,Cook,2026-10-02,applied\n",
        [("Acme", "Cook", "2026-10-02", "applied", "pending")],
    ),
    "two companies columns": (
        "Company,Organization,Applied\nAcme,Acme Group,2026-10-02\n",
        [("Acme", "", "2026-10-02", "applied", "pending")],
    ),
    "short years": (
        "Company,Applied,Decision Date,Status\nAcme,10/31/26,11/5/26,rejected\n",
        [("Acme", "", "2026-10-31", "applied", "rejected")],
    ),
    "json": (
        '[{"company": {"name": "Acme"}, "position": "Cook", "dateApplied": "2026-10-02", "status": "No response"}]',
        [("Acme", "Cook", "2026-10-02", "applied", "no answer")],
    ),
    "trailing columns": (
        "Company,Applied,,,\nAcme,2026-10-02,,,\nQuill,2026-10-03,x,,\n",
        [("Acme", "", "2026-10-02", "applied", "pending"), ("Quill", "", "2026-10-03", "applied", "pending")],
    ),
    "sections in notes": (
        'Company,Interview Date,Notes\nAcme,2026-10-02,"Went well: calm\n\nWent badly: froze"\n',
        [("Acme", "", "2026-10-02", "", "pending")],
    ),
    "sections in the notes on an application": (
        'Company,Applied,Notes\nAcme,2026-10-02,"## Went well\n- calm\n```"\n',
        [("Acme", "", "2026-10-02", "applied", "pending")],
    ),
    "hostile": (
        'Company,Applied,Notes,Salary\n"!!python/object:x",2026-10-02,"---\ncompany: Evil\n---","=cmd|x"\n"- a: b #",2026-10-03,"<script>","{{x}}"\n',
        [("!!python/object:x", "", "2026-10-02", "applied", "pending"), ("- a: b #", "", "2026-10-03", "applied", "pending")],
    ),
    "an Airtable base": (
        '{"records": [{"id": "rec1", "fields": {"Employer": "Acme", "Interview Date": "2026-10-12", "Type": "Phone", "Interviewers": ["Ann", "Bo"], "What went well": "- calm", "Result": "Moved on"}}]}',
        [("Acme", "", "2026-10-12", "Phone", "advanced")],
    ),
    "days of offers": (
        "Company,Date Applied,Date of First Interview,Date of Offer,Rejected Date,List\nAcme,2026-09-03,2026-09-21,,2026-10-15,Rejected\nBoro,2026-09-03,2026-09-22,2026-10-12,,Offer\n",
        [("Acme", "", "2026-09-21", "First Interview", "rejected"), ("Boro", "", "2026-09-22", "First Interview", "offer")],
    ),
    "notes with words of another language": (
        "Company;Applied;Notes\nAcme;2026-10-02;Gut: freundlich. Schlecht: Kasse.\n",
        [("Acme", "", "2026-10-02", "applied", "pending")],
    ),
    "a nurse's sheet": (
        "Where,Hospital,Post,Sent,Answer,Interview 1,Interview 2\nNHS Jobs,St Mary,Ward nurse,2026-10-01,,2026-10-12,\n",
        [("St Mary", "Ward nurse", "2026-10-12", "Interview 1", "pending")],
    ),
}  # fmt: skip


def plan(text: str, journal: Journal | None = None, texts: Mapping[str, str] | None = None, order: DayOrder | None = None, named: Mapping[str, str] | None = None) -> Plan:  # fmt: skip
    table = understood(table_in(text.encode()), order, named or {})
    return plan_of(table, journal or Journal(), texts or {}, OPTIONS, TODAY)


@pytest.mark.parametrize("name", TRACKERS)
def test_each_tracker_becomes_what_it_is(name: str) -> None:
    text, wanted = TRACKERS[name]
    named = {"Hospital": "company"} if name == "a nurse's sheet" else {}
    made = []
    for new in plan(text, named=named).new:
        told = read_journal([Source("a.md", new.text)], OPTIONS)
        for interview in told.interviews:
            words = interview.round.name if interview.round else ""
            made.append((interview.company, interview.role or "", str(interview.when.day), words, interview.outcome.kind.value))  # fmt: skip
        made += [(one.company, one.role or "", str(one.applied), "applied", one.outcome.kind.value) for one in told.notes]  # fmt: skip
        assert [one.code for one in told.problems if one.severity != "hint"] == []
    assert made == wanted


def test_a_column_of_interviewers_and_the_day_of_the_answer_are_read() -> None:
    text = 'Company,Interview Date,Interviewers,Status,Rejected Date\nAcme,2026-09-21,"Ann\nBo",Rejected,2026-10-15\n'
    (new,) = plan(text).new
    (one,) = read_journal([Source("a.md", new.text)], OPTIONS).interviews
    assert [who.name for who in one.interviewers] == ["Ann", "Bo"]
    assert str(one.outcome.decided) == "2026-10-15"


def test_a_status_that_says_there_was_an_interview_is_kept_where_none_has_its_day() -> None:
    (new,) = plan("Company,Applied,Status\nAcme,2026-10-02,Interviewing\n").new
    assert "status_there: Interviewing" in new.text


@pytest.mark.parametrize("name", TRACKERS)
def test_every_word_of_a_row_is_in_what_is_made_of_it(name: str) -> None:
    text, _ = TRACKERS[name]
    named = {"Hospital": "company"} if name == "a nurse's sheet" else {}
    table = understood(table_in(text.encode()), None, named)
    made = plan(text, named=named)
    lines = {new.line for new in made.new}
    said = {line: " ".join(new.text for new in made.new if new.line == line) for line in lines}
    kept = {Meaning.COMPANY, Meaning.ROLE, Meaning.SOURCE, Meaning.NOTES, Meaning.KEPT}
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=False):
            if row.line in lines and column.meaning in kept:
                assert [word for word in cell.split() if word.strip("'\"") not in said[row.line].replace("''", "'")] == []  # fmt: skip


def test_a_days_order_is_told_by_the_other_days_of_the_table_or_by_hand_and_doubted_else() -> None:
    text = "Company,Applied\nAcme,03/04/2026\n"
    assert [one.doubts for one in plan(text).read] == [
        ["Applied: '03/04/2026' could be 2026-03-04 or 2026-04-03. Say how it is meant: --dates day-first or month-first."]
    ]  # fmt: skip
    assert plan(text, order=DayOrder.DAY_FIRST).new[0].made.day == date(2026, 4, 3)
    assert plan(text + "Quill,31/01/2026\n").new[0].made.day == date(2026, 4, 3)


@pytest.mark.parametrize(
    ("row", "doubt"),
    [
        ("Acme,soon,applied", "Applied: 'soon' is not a day"),
        ("Acme,45963,applied", "'45963' is how a spreadsheet keeps 2025-11-02"),
        ("Acme,,applied", "neither the day of the application nor that of an interview"),
        ("Acme,2026-10-02,flurb", "the status 'flurb' is no outcome that is known"),
    ],
)
def test_what_is_not_sure_is_doubted(row: str, doubt: str) -> None:
    (read,) = plan(f"Company,Applied,Status\n{row}\n").read
    assert doubt in read.doubts[0]


def test_a_day_of_an_interview_that_cannot_be_read_is_doubted() -> None:
    text = "Company,Interview Date,Phone Screen\nAcme,soon,2026-10-02\nQuill,2026-10-02,31/31/2026\nLarch,,2026-10-02\n"
    doubts = [one.doubts[:1] for one in plan(text).read]
    assert [bool(one) for one in doubts] == [True, True, False]


def test_a_column_that_is_named_like_a_round_and_holds_no_days_is_kept() -> None:
    (new,) = plan("Company,Applied,Interview?\nAcme,2026-10-02,yes\n").new
    assert ("interview: " in new.text or "there_interview" in new.text, new.made.is_note) == (
        True,
        True,
    )


def test_a_status_that_is_not_known_is_kept() -> None:
    (new,) = plan("Company,Applied,Status\nAcme,2026-10-02,flurb\n").new
    assert "status_there: flurb\n" in new.text


@pytest.mark.parametrize(
    ("row", "why"), [(",2026-10-02,applied", "no company"), ("Acme,,Saved", "not sent yet (Saved)")]
)
def test_what_is_left_out_is_said(row: str, why: str) -> None:
    (read,) = plan(f"Company,Applied,Status\n{row}\n").read
    assert (read.dropped, read.made) == (why, [])


def test_columns_that_share_a_name_or_have_one_of_ours_keep_theirs() -> None:
    (new,) = plan("Company,Applied,X,X,Feeling,!\nAcme,2026-10-02,1,2,great,3\n").new
    assert "x: '1'\nx_too: '2'\nthere_feeling: great\ncolumn: '3'\n" in new.text


def test_the_mark_of_a_row_never_changes_so_that_it_is_known_again_in_years() -> None:
    marks = [[new.made.mark for new in plan(TRACKERS[name][0]).new] for name in ("rounds as columns", "teal")]  # fmt: skip
    assert marks == [["1f3027e291a7", "d9cd5e6fc3ba"], ["8bfbb6634864"]]


def test_importing_twice_adds_nothing_even_where_the_files_were_changed_since() -> None:
    text, _ = TRACKERS["rounds as columns"]
    first = plan(text)
    texts = {f"{at}.md": new.text.replace("Cook", "Head cook") for at, new in enumerate(first.new)}
    assert (plan(text, texts=texts).new, len(plan(text, texts=texts).known)) == ((), 2)
    doubled = text + text.partition("\n")[2]
    assert len(plan(doubled).new) == 2


@pytest.mark.parametrize(
    ("entry", "known"),
    [
        ("company: ACME\nrole: Cook\ndate: 2026-10-05\n", 1),
        ("company: Acme\ndate: 2026-10-05\n", 1),
        ("company: Acme\nrole: Chef\ndate: 2026-10-05\n", 0),
        ("company: Acme\nrole: Cook\ndate: 2026-10-06\n", 0),
        ("company: Acme\nrole: Cook\ndate: 2026-10-05\nround: HR call\n", 1),
        ("company: Acme\nrole: Cook\ndate: 2026-10-05\nround: Phone screen\n", 1),
        ("company: Acme\nrole: Cook\ndate: 2026-10-05\nround: final\n", 0),
    ],
)
def test_an_interview_that_the_journal_has_is_not_written_again(entry: str, known: int) -> None:
    journal = read_journal([Source("a.md", f"---\n{entry}---\n")], OPTIONS)
    assert len(plan(TRACKERS["rounds as columns"][0], journal).known) == known


@pytest.mark.parametrize(
    ("entry", "known"),
    [
        ("company: Acme\nrole: Cook\napplied: 2026-10-03\n", 1),
        ("company: Acme\nrole: Cook\ndate: 2026-10-20\n", 0),
        ("company: Acme\nrole: Cook\ndate: 2026-10-20\napplied: 2026-10-03\n", 1),
        ("company: Acme\nrole: Cook\napplied: 2026-09-01\n", 0),
    ],
)
def test_an_application_that_the_journal_has_is_not_written_again(entry: str, known: int) -> None:
    journal = read_journal([Source("a.md", f"---\n{entry}---\n")], OPTIONS)
    assert len(plan(TRACKERS["teal"][0], journal).known) == known


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Hospital,Post,Sent\nSt Mary,Nurse,2026-10-01\n",
            "No column of this table names the company. Its headers are: Hospital, Post, Sent. "
            "Say which one does, such as --column 'Hospital=company', or call it Company in the table.",
        ),
        (
            "My search,,\nWho's it,,x\nA's,b,c\n",
            "No column of this table names the company. Its headers are: A's, b, c. "
            "Say which one does, such as --column 'b=company', or call it Company in the table.",
        ),
        ("", "There is nothing in this table."),
    ],
)
def test_a_table_without_a_company_is_told_its_headers_and_how_to_name_one(
    text: str, told: str
) -> None:
    with pytest.raises(OutputError) as refusal:
        plan(text)
    assert str(refusal.value) == told


def test_of_a_wide_table_some_headers_are_told() -> None:
    with pytest.raises(OutputError, match=r"h19 …\. Say which one does"):
        plan(",".join(f"h{at}" for at in range(30)))


def test_a_row_that_cannot_be_read_as_meant_is_left() -> None:
    (read,) = plan('Company,Applied\n"{{company}}",2026-10-02\n').read
    assert "not read as meant" in read.doubts[0]
    assert not read.is_written


def test_the_exports_own_csv_is_known_again(tmp_path: Path) -> None:
    entry = (
        "---\ncompany: Acme\nrole: =Cook\ndate: 2026-10-05\nround: screen\noutcome: rejected\n---\n"
    )
    journal = read_journal([Source("a.md", entry)], OPTIONS)
    header = "path,company,role,date,round,outcome\n"
    made = plan(f"{header}a.md,Acme,'=Cook,2026-10-05,screen,rejected\n", journal)
    assert (made.new, len(made.known)) == ((), 1)


def lacks(text: str, entry: str) -> list[tuple[str, str]]:
    journal = read_journal([Source("a.md", entry)], OPTIONS)
    (known,) = plan(text, journal, {"a.md": entry}).known
    return [*known.lacks]


_ENTRY = "---\ncompany: Acme\nrole: Cook\ndate: 2026-10-05\napplied: 2026-10-01\n---\n\nNice people.\n\n## Went well\n\n- Calm, all day\n"
_HEADER = "Company,Role,Applied,Interview Date,Source,Status,Date Rejected,Salary,Notes,Went well\n"


@pytest.mark.parametrize(
    ("cells", "missing"),
    [
        ("2026-10-01,2026-10-05,,,,,,", []),
        ("2026-10-01,2026-10-05,,,,,Nice people,calm all day", []),
        ("2026-10-01,2026-10-05,Indeed,,,,,", [("source", "Indeed")]),
        ("2026-10-02,2026-10-05,,,,,,", [("applied", "2026-10-02")]),
        ("2026-10-01,2026-10-05,,invited,,,,", [("status_there", "invited")]),
        ("2026-10-01,2026-10-05,,,,38000,,", [("salary", "38000")]),
        ("2026-10-01,2026-10-05,,,,,No canteen,Late", [("Went well", "Late"), ("text", "No canteen")]),
        (
            "2026-10-01,2026-10-05,,rejected,2026-10-20,,,",
            [("outcome", "rejected"), ("decided", "2026-10-20")],
        ),
    ],
)  # fmt: skip
def test_what_a_row_says_and_its_entry_does_not_is_told(
    cells: str, missing: list[tuple[str, str]]
) -> None:
    assert lacks(f"{_HEADER}Acme,Cook,{cells}\n", _ENTRY) == missing


def test_an_outcome_in_other_words_is_there() -> None:
    entry = _ENTRY.replace("applied:", "outcome: they said no\napplied:")
    row = f"{_HEADER}Acme,Cook,2026-10-01,2026-10-05,,rejected,,,,\n"
    assert lacks(row, entry) == []


def test_of_two_rows_that_are_one_the_second_is_measured_by_the_first() -> None:
    text = f"{_HEADER}Acme,,2026-10-01,,,,,,,\nAcme,,2026-10-01,,Indeed,,,,,\n"
    (known,) = plan(text).known
    assert (known.path, known.lacks) == ("line 2", (("source", "Indeed"),))


def test_the_round_of_a_row_is_that_of_a_day_below_the_word_interview() -> None:
    (new,) = plan("Company,Interview,Round\nAcme,2026-10-02,Technical\n").new
    assert (new.made.round, "round: Technical" in new.text) == ("Technical", True)


@pytest.mark.parametrize(
    "row", ["Applied\nAcme,HR,2026-10-01\n", "Phone Screen\nAcme,HR,2026-10-02\n"]
)
def test_a_round_that_no_interview_of_the_row_has_is_kept(row: str) -> None:
    (new,) = plan(f"Company,Round,{row}").new
    assert "there_round: HR" in new.text


def test_a_list_of_a_board_by_its_name_is_the_status() -> None:
    (new,) = plan(
        '[{"employer": {"name": "Acme"}, "list": {"name": "Rejected"}, "appliedAt": "2026-09-02"}]'
    ).new
    assert "outcome: rejected" in new.text


@pytest.mark.parametrize(
    ("header", "is_company"),
    [
        ("Name,Role,Status,Interview date", True),
        ("Nombre,Puesto,Estado,Fecha de solicitud", True),
        ("Name,Company,Status,Applied", False),
        ("Name,Role,Phone,Email", False),
        ("Name,Status,Applied,Notes", False),
        ("Name,Role,Status,name", False),
    ],
)
def test_a_name_is_the_companys_in_a_table_of_roles_and_how_they_stand(
    header: str, *, is_company: bool
) -> None:
    table = table_in(f"{header}\nAcme,Cook,Rejected,2026-10-01\n".encode())
    try:
        first = understood(table, None, {}).columns[0].meaning
    except OutputError:
        first = Meaning.KEPT
    assert (first is Meaning.COMPANY) is is_company
