"""A school, a hospital or a place is the company of an interview where nothing else is, and of no other page."""

from __future__ import annotations

import pytest

from afterword.kinds import Severity
from afterword.model import Journal, Source
from afterword.reading import read_journal

TOLD = "## What went well\n- calm\n\n## What went badly\n- late\n"
SIDES = "## Glows\n- the demo\n\n## Grows\n- too long\n"


def read(matter: str, body: str = TOLD, path: str = "a.md") -> Journal:
    return read_journal([Source(path, f"---\n{matter}\n---\n{body}")])


def companies(journal: Journal) -> list[str]:
    return [one.company for one in journal.interviews]


@pytest.mark.parametrize(
    ("matter", "body", "company"),
    [
        ("School: Elm Road\ndate: 2026-10-06\nposition: Teacher", TOLD, "Elm Road"),
        ("School: Elm Road\nDate of interview: 6 Oct 2026\nResult: offer", SIDES, "Elm Road"),
        ("where: St Anne's\nwhen: 6 Oct 2026\nwho I met: Ann", TOLD, "St Anne's"),
        ("hospital: '[[St Anne]]'\nday: 2026-10-06\nrole: Nurse", TOLD, "St Anne"),
        ("hospital: Santa Rita\nfunção: Enfermeira\ndata da entrevista: 3 de novembro de 2026", "**Pontos fortes**\n- calma\n\n**Pontos fracos**\n- voz\n", "Santa Rita"),
        ("szkoła: Szkoła nr 7\npraca: nauczyciel\nkiedy: 26 sierpnia 2026", "**Plusy**\n- tak\n\n**Minusy**\n- nie\n", "Szkoła nr 7"),
    ],
)  # fmt: skip
def test_it_is_the_company_of_an_interview(matter: str, body: str, company: str) -> None:
    assert companies(read(matter, body)) == [company]


def test_a_page_that_is_called_an_interview_needs_any_section_of_one() -> None:
    matter = "institution: Elm University\nposition: Lecturer\ndate: 2026-10-06"
    body = "## Questions\n- Why us?\n"
    assert companies(read(matter, body, "lecturer interview.md")) == ["Elm University"]
    assert companies(read(matter, body, "lecturer.md")) == []


def test_who_was_met_and_what_came_of_it_are_enough_above_two_sections() -> None:
    matter = "school: Elm Road\nrole: Teacher\ndate: 5 March 2026\ninterviewers: Mrs Ogden\noutcome: rejected"
    body = "## Feedback\n- warm\n\n## Questions\n- Why us?\n"
    assert companies(read(matter, body)) == ["Elm Road"]
    assert companies(read(matter, "A study visit.\n")) == []


@pytest.mark.parametrize(
    "matter",
    [
        "hospital: St Anne\nrole: surgeon\ndate: 2026-10-06\noutcome: passed\nconfidence: 60",
        "school: Elm Road\nrole: goalkeeper\ndate: 2026-10-06\nround: 2\nresult: lost",
        "university: Elm\nrole: PI\napplied: 2026-10-06\nstatus: approved",
    ],
)
def test_other_pages_about_a_role_and_a_day_are_no_interviews(matter: str) -> None:
    journal = read(matter, "Hello.\n")
    assert (companies(journal), journal.notes) == ([], ())


def test_an_application_to_a_public_body_is_read_as_one() -> None:
    matter = "órgão: Prefeitura de Rio Claro\ncargo: Analista\ncandidatura enviada: 3 de novembro de 2026\nstatus: inscrito"
    journal = read(matter, "Só mandei a inscrição.\n")
    assert [one.company for one in journal.notes] == ["Prefeitura de Rio Claro"]


def test_that_it_was_taken_for_the_company_is_a_hint() -> None:
    journal = read("school: Elm Road\nposition: Teacher\ndate: 2026-10-06")
    told = [one for one in journal.problems if one.code == "workplace"]
    assert [(one.line, one.severity) for one in told] == [(2, Severity.HINT)]
    assert "'school' is read as the company" in told[0].message


@pytest.mark.parametrize(
    ("matter", "body", "path"),
    [
        ("school: Elm Road\ndate: 2026-10-06", TOLD, "a.md"),
        ("school: Elm Road\nposition: Teacher\ndate: 2026-10-06", "Hello.\n", "a.md"),
        ("school: Elm Road\nposition: Teacher\ndate: 2026-10-06\ntype: page", TOLD, "a.md"),
        ("school: Elm Road\ndate: 2026-10-06\nposition: Head", TOLD, "sprint retrospective.md"),
        ("where: Zoom\nposition: Teacher\ndate: 2026-10-06", TOLD, "a.md"),
        ("school:\nposition: Teacher\ndate: 2026-10-06", TOLD, "a.md"),
        ("school: {name: Elm}\nposition: Teacher\ndate: 2026-10-06", TOLD, "a.md"),
    ],
)
def test_on_any_other_page_it_is_none(matter: str, body: str, path: str) -> None:
    assert companies(read(matter, body, path)) == []


def test_beside_a_company_it_is_that_pages_own() -> None:
    journal = read("company: Acme\nschool: Elm Road\ndate: 2026-10-06")
    assert companies(journal) == ["Acme"]
    assert [one for one in journal.problems if one.code == "workplace"] == []


@pytest.mark.parametrize(
    ("key", "value"),
    [("Interviewer(s)", "Ann, Bo"), ("who I met", "Ann, Bo"), ("Interviewers?", "Ann, Bo")],
)
def test_a_key_may_end_in_a_plural_or_ask(key: str, value: str) -> None:
    (one,) = read(f"company: Acme\ndate: 2026-10-06\n{key}: {value}").interviews
    assert [who.name for who in one.interviewers] == ["Ann", "Bo"]


def test_a_key_with_a_remark_is_another() -> None:
    (one,) = read("company: Acme\ndate: 2026-10-06\ndecided (by phone): 2026-10-07").interviews
    assert one.outcome.decided is None


def test_a_shared_key_of_a_language_is_its_writers_beside_ours() -> None:
    (one,) = read(
        "empresa: Acme\nfecha: 2026-10-06\ndía: martes", "## Lo que salió bien\n- calma\n"
    ).interviews
    assert one.when.day.isoformat() == "2026-10-06"


def test_the_day_in_a_files_name_tells_how_its_date_is_meant() -> None:
    matter = "company: Acme\ndate: 11/03/2026\npromised: [the slides by 11/06]"
    (one,) = read(matter, path="2026-11-03 Acme.md").interviews
    assert str(one.when.day) == "2026-11-03"
    assert [str(promise.by) for promise in one.promised] == ["2026-11-06"]


def test_a_bare_link_may_name_the_day() -> None:
    journal = read("company: [[Acme]]\ndate: [[Nov 9th, 2026]]\ntype: [[interview]]")
    (one,) = journal.interviews
    assert (str(one.when.day), one.round) == ("2026-11-09", None)


def test_nobody_hears_before_the_interview() -> None:
    matter = "company: Acme\ndate: 2026-09-24"
    (one,) = read(matter, f"{TOLD}\n## Outcome\nRejected 10/01/2026.\n").interviews
    assert str(one.outcome.decided) == "2026-10-01"


def test_whom_one_met_may_have_a_title() -> None:
    (one,) = read("company: A\ndate: 2026-10-06\npanel: [{name: Ann, title: Head}]").interviews
    assert [(who.name, who.role) for who in one.interviewers] == [("Ann", "Head")]
