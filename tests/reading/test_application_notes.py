"""A file about an application without an interview is one, and not an interview that lacks its day."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.analysis.applied import applied
from afterword.analysis.names import names
from afterword.audience.audience import Audience, Profile
from afterword.audience.hiding import hidden_from
from afterword.audience.profiles import seen_by
from afterword.kinds import OutcomeKind
from afterword.model import ApplicationNote, Journal, Source
from afterword.reading import ReadingOptions, read_journal

NOTE = "---\ncompany: Acme\nrole: Cook\napplied: 2026-11-02\nsource: LinkedIn\ncontact: email\n---\nNice ad. %% mine %%\n"
SCREEN = "---\ncompany: Acme\nrole: Cook\ndate: 2026-11-12\n---\n"
TODAY = date(2026, 11, 20)


def journal(*texts: str, publishing: bool = False) -> Journal:
    options = ReadingOptions(today=TODAY, for_publishing=publishing)
    return read_journal((Source(f"{at}.md", text) for at, text in enumerate(texts)), options)


def test_a_note_says_when_it_went_out_and_how_it_stands() -> None:
    told = journal(NOTE)
    assert (told.interviews, told.applications, told.problems, told.left_alone) == ((), (), (), 0)
    assert told.notes == (
        ApplicationNote(
            path="0.md",
            company="Acme",
            role="Cook",
            applied=date(2026, 11, 2),
            source="LinkedIn",
            body="Nice ad. \n",
        ),
    )


@pytest.mark.parametrize("status", ["applied", "Wishlist", "to apply", "saved", ""])
def test_a_status_of_before_any_interview_is_no_outcome_and_no_problem(status: str) -> None:
    told = journal(NOTE.replace("contact", f"status: {status}\ncontact"))
    assert (told.notes[0].outcome.kind, told.problems) == (OutcomeKind.PENDING, ())


def test_an_end_before_any_interview_is_its_outcome_with_its_day() -> None:
    (note,) = journal(
        NOTE.replace("contact", "status: rejected\ndecided: 2026-11-09\ncontact")
    ).notes
    assert (note.outcome.kind, note.outcome.decided) == (OutcomeKind.REJECTED, date(2026, 11, 9))


def test_a_status_that_cannot_be_read_is_a_problem() -> None:
    told = journal(NOTE.replace("contact", "status: flurb\ncontact"))
    assert [one.code for one in told.problems] == ["unknown-outcome"]


@pytest.mark.parametrize(
    "more",
    ["round: screen\n", "confidence: 60\n", "interviewers: [Bo]\n", "thank_you: 2026-11-13\n"],
)
def test_what_only_an_interview_has_makes_it_one_without_its_day(more: str) -> None:
    told = journal(NOTE.replace("contact", f"{more}contact"))
    assert (told.notes, [one.code for one in told.problems]) == ((), ["no-date"])


@pytest.mark.parametrize(
    "body", ["## Went well\n- Calm\n", "## Round 1\nhard\n", "## Interview\nhard\n"]
)
def test_a_body_that_tells_of_an_interview_is_no_note(body: str) -> None:
    told = journal(NOTE + body)
    assert told.notes == ()
    assert told.problems != ()


@pytest.mark.parametrize(
    "blank", ["date:", "date: ~", 'date: ""', "date: # not yet", "Interview date:"]
)
def test_a_day_that_is_left_empty_is_as_none(blank: str) -> None:
    told = journal(NOTE.replace("contact", f"{blank}\ncontact"))
    assert (told.notes, told.problems, told.unread) == (journal(NOTE).notes, (), ())


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("date: soon\n", ["not-a-date"]),
        ("date:\nround: screen\n", ["no-date"]),
        ("date:\n---\n## Went well\n- Calm\n", ["no-date"]),
        ("date:\n---\n**Interviewer:** Bo\n", ["no-date"]),
    ],
)
def test_beside_what_an_interview_has_an_empty_day_is_told(more: str, codes: list[str]) -> None:
    told = journal(NOTE.replace("contact: email\n", more))
    assert (told.notes, [one.code for one in told.problems]) == ((), codes)


def test_a_day_below_an_empty_one_is_that_of_the_interview() -> None:
    told = journal(NOTE.replace("contact: email\n", "date:\n") + "Date: 2026-11-12\n")
    assert ([one.when.day for one in told.interviews], told.notes) == ([date(2026, 11, 12)], ())


def test_without_the_day_of_the_application_it_is_what_it_was() -> None:
    told = journal(NOTE.replace("applied: 2026-11-02\n", "type: application\n"))
    assert told.notes == ()


def test_an_interview_that_came_of_it_has_its_day_and_its_source() -> None:
    told = journal(NOTE, SCREEN)
    (application,) = told.applications
    assert (told.notes, told.every_note) == ((), (application.note,))
    assert (application.applied, application.source) == (date(2026, 11, 2), "LinkedIn")


@pytest.mark.parametrize(
    "screen",
    [
        SCREEN.replace("Acme", "Quill"),
        SCREEN.replace("Cook", "Chef"),
        SCREEN.replace("2026-11-12", "2026-10-12"),
    ],
)
def test_an_interview_elsewhere_for_another_role_or_before_it_did_not_come_of_it(
    screen: str,
) -> None:
    told = journal(NOTE, screen)
    assert (len(told.notes), told.applications[0].note) == (1, None)


def test_of_two_notes_on_one_application_the_first_is_its_own() -> None:
    told = journal(NOTE, NOTE.replace("11-02", "11-05"), SCREEN)
    assert told.applications[0].applied == date(2026, 11, 2)


def test_an_entrys_own_day_goes_before_the_notes() -> None:
    told = journal(NOTE, SCREEN.replace("date", "applied: 2026-10-30\ndate"))
    assert told.applications[0].applied == date(2026, 10, 30)


def test_its_names_are_names() -> None:
    told = names(journal(NOTE, NOTE.replace("Acme", "Quill"), SCREEN))
    assert (told.companies, told.roles) == (("Acme", "Quill"), ("Cook",))


def test_a_draft_is_left_out_of_what_is_published_and_its_name_is_known() -> None:
    told = journal(NOTE.replace("role", "draft: true\nrole"), publishing=True)
    assert (told.notes, told.withheld.notes[0].company) == ((), "Acme")


def test_a_coach_sees_none_and_reads_its_company_nowhere() -> None:
    text = SCREEN.replace("Acme", "Quill") + "## Went well\n- Better than at Acme\n"
    seen = seen_by(journal(NOTE, text), Audience(profile=Profile.COACH), key=b"k")
    assert seen.notes == ()
    assert "Acme" not in str(seen)


@pytest.mark.parametrize("profile", [Profile.COACH, Profile.REPORT])
@pytest.mark.parametrize("more", ["", "draft: true\n"], ids=["kept", "draft"])
@pytest.mark.parametrize("company", ["Acme", "Quill"], ids=["alone", "joined"])
def test_words_that_are_private_in_a_note_are_read_by_nobody_else(
    profile: Profile, more: str, company: str
) -> None:
    note = NOTE.replace("Acme", company).replace("contact", f"private: [Zebra]\n{more}contact")
    screen = SCREEN.replace("Acme", "Quill") + "## Went well\n- Zebra was mentioned\n"
    told = journal(note, screen, publishing=True)
    assert "Zebra" not in str(seen_by(told, Audience(profile=profile), key=b"k"))
    assert "zebra" not in hidden_from(told, Audience(profile=profile))("zebra was mentioned")


def test_a_report_has_its_steps_with_the_words_of_its_role_that_are_allowed() -> None:
    seen = seen_by(journal(NOTE), Audience(profile=Profile.REPORT), key=b"k", roles=("cook",))
    (note,) = seen.notes
    assert (note.company, note.role, note.applied, note.body, note.source) == ("Acme", "cook", date(2026, 11, 2), "", "online")  # fmt: skip


def test_a_report_has_the_day_of_an_application_that_led_to_an_interview() -> None:
    seen = seen_by(journal(NOTE, SCREEN), Audience(profile=Profile.REPORT), key=b"k")
    assert [one.applied for one in seen.applications] == [date(2026, 11, 2)]
    assert "Nice ad" not in str(seen)


def test_how_many_led_to_an_interview_is_counted_from_the_first_that_led_to_none() -> None:
    before = SCREEN.replace("Acme", "Old").replace("date", "applied: 2026-10-01\ndate")
    since = SCREEN.replace("Acme", "New").replace("date", "applied: 2026-11-03\ndate")
    later = NOTE.replace("Acme", "Later").replace("2026-11-02", "2026-12-01")
    answer = applied(journal(NOTE, before, since, SCREEN.replace("Acme", "Unknown"), later), TODAY)
    assert (answer.since, [one.company for one in answer.led]) == (date(2026, 11, 2), ["New"])
    assert (answer.sent, answer.unanswered) == (2, 1)
    assert answer.interval.contains(0.5)


def test_where_none_is_noted_that_led_to_none_nothing_is_counted() -> None:
    answer = applied(journal(SCREEN), TODAY)
    assert (answer.since, answer.sent, answer.interval.low, answer.interval.high) == (
        None,
        0,
        0.0,
        1.0,
    )


def test_one_application_at_a_company_without_a_role_is_joined_too() -> None:
    told = journal(NOTE.replace("role: Cook\n", ""), SCREEN)
    assert told.applications[0].note is not None


@pytest.mark.parametrize("more", ["", "draft: true\n"], ids=["kept", "draft"])
@pytest.mark.parametrize("company", ["Acme", "Quill"], ids=["alone", "joined"])
def test_whoever_is_greeted_in_a_note_is_somebody_to_others(company: str, more: str) -> None:
    note = (
        NOTE.replace("Acme", company)
        .replace("Nice ad.", "Dear Ms. Fox, I liked the ad.")
        .replace("contact", f"{more}contact")
    )
    screen = SCREEN.replace("Acme", "Quill") + "## Went well\n- Fox was kind\n"
    told = journal(note, screen, publishing=True)
    coach = Audience(profile=Profile.COACH)
    assert [one.text for one in seen_by(told, coach, key=b"k").interviews[0].went_well] == [
        "Somebody was kind"
    ]
    report = Audience(profile=Profile.REPORT)
    assert [str(hidden_from(told, one)("Fox called")) for one in (coach, report)] == [
        "Somebody called"
    ] * 2


def test_a_coach_is_handed_no_role_of_a_note() -> None:
    for texts in ((NOTE,), (NOTE, SCREEN)):
        assert "Cook" not in str(
            seen_by(journal(*texts), Audience(profile=Profile.COACH), key=b"k")
        )


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ("outcome: rejected\ndecided: 2026-10-01\n", 8),
        ("outcome: rejected 2026-10-01\n", 7),
        ("follow_ups: [2026-11-20, 2026-10-01]\n", 7),
    ],
)
def test_a_day_before_the_application_went_out_is_doubted(facts: str, line: int) -> None:
    told = journal(NOTE.replace("---\nNice", f"{facts}---\nNice"))
    assert [(one.code, one.line) for one in told.problems] == [("before-application", line)]
    assert len(told.notes) == 1
