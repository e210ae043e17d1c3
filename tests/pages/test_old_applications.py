"""Old applications without an outcome: one line, and a list to work through."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from click.testing import CliRunner
from tests.builders import interview, journal

from afterword.audience.audience import Audience, Profile
from afterword.cli import main
from afterword.cli.reminding.old import old_lines, old_told
from afterword.edition.edition import Edition
from afterword.edition.lapsed import lapsed_told, old_applications
from afterword.kinds import OutcomeKind
from afterword.model import Application, ApplicationNote, Interview, Journal, Outcome
from afterword.pages.application import course_headline
from afterword.pages.today import today_page
from afterword.pages.without_outcome import has_lapsed_ones, without_outcome_page

TODAY = date(2026, 11, 20)


def old(**facts: object) -> Interview:
    return interview("2024-03-12", "Acme", path="acme/screen.md", **facts)  # type: ignore[arg-type]


OLD = journal(
    old(), interview("2024-05-06", "Pontage", follow_ups=(date(2024, 5, 20),), path="p.md")
)
FRESH = journal(interview("2026-11-12"))


def test_how_many_there_are_is_said_in_one_line() -> None:
    (one,) = journal(old()).applications
    (offer,) = journal(old(outcome=OutcomeKind.OFFER)).applications
    told: tuple[list[Application], ...] = (
        [],
        [one],
        [one] * 2,
        [one] * 21,
        [offer],
        [one, *[offer] * 2],
    )
    assert [lapsed_told(those) for those in told] == [
        "",
        "One old application has no outcome.",
        "Two old applications have no outcome.",
        "21 old applications have no outcome.",
        "One old offer has no answer.",
        "One old application has no outcome and two old offers have no answer.",
    ]


def test_the_list_names_the_last_that_is_known_and_what_to_write_where() -> None:
    found = old_applications(OLD.applications, TODAY)
    assert [(one.title, one.last, one.path, *one.lines) for one in found] == [
        ("Acme", "Interview, Tuesday 12 March 2024", "acme/screen.md", "outcome: no answer"),
        (
            "Pontage",
            "Interview, Monday 6 May 2024; nothing since Monday 20 May 2024",
            "p.md",
            "outcome: no answer",
        ),
    ]


def test_an_old_offer_was_accepted_or_declined() -> None:
    offer = journal(old(outcome=OutcomeKind.OFFER))
    either = ("outcome: accepted", "outcome: declined")
    assert [one.lines for one in old_applications(offer.applications, TODAY)] == [either]
    assert list(old_lines(offer, TODAY, None))[-1] == (
        "      write outcome: accepted or outcome: declined in acme/screen.md"
    )
    page = without_outcome_page(Edition(offer, TODAY))
    assert [f'data-aw-copy="{line}"' in page for line in either] == [True, True]


def test_the_page_of_an_old_offer_says_what_is_missing() -> None:
    offer = Edition(journal(old(outcome=OutcomeKind.OFFER)), TODAY)
    told = course_headline(offer.journal.applications[0], offer)
    assert told.startswith("No answer to their offer is written; nothing has happened since")


def test_the_page_is_there_where_there_is_one_and_tells_its_writer_what_to_write() -> None:
    assert [has_lapsed_ones(Edition(told, TODAY)) for told in (OLD, FRESH)] == [True, False]
    page = without_outcome_page(Edition(OLD, TODAY))
    assert page.count('data-aw-copy="outcome: no answer"') == 2


def test_a_reader_of_a_shared_view_is_not_told_to_write() -> None:
    shared = Edition(OLD, TODAY, audience=Audience(profile=Profile.FULL, shared=True))
    assert "data-aw-copy" not in without_outcome_page(shared)


def test_a_page_that_somebody_linked_says_so_when_it_is_empty() -> None:
    assert "Every old application has its outcome." in without_outcome_page(Edition(FRESH, TODAY))


def test_today_leads_to_the_list_where_its_readers_have_one() -> None:
    line = "Two old applications have no outcome."
    mine = today_page(Edition(OLD, TODAY))
    coach = today_page(Edition(OLD, TODAY, audience=Audience(profile=Profile.COACH)))
    assert [(line in page, "without-outcome" in page) for page in (mine, coach)] == [
        (True, True),
        (True, False),
    ]
    assert "old application" not in today_page(Edition(FRESH, TODAY))


def test_the_terminal_says_one_line_and_how_to_list_them() -> None:
    told: dict[str, Journal] = {"old": OLD, "fresh": FRESH}
    assert {name: old_told(one, TODAY) for name, one in told.items()} == {
        "old": "Two old applications have no outcome. afterword due --old lists what to write.",
        "fresh": "",
    }


def test_the_terminal_lists_each_with_its_line() -> None:
    assert list(old_lines(FRESH, TODAY, None)) == ["Every old application has its outcome."]
    assert list(old_lines(OLD, TODAY, None)) == [
        "Two old applications have no outcome.",
        "",
        "  Pontage: Interview, Monday 6 May 2024; nothing since Monday 20 May 2024",
        "      type afterword log pontage no-answer; or write outcome: no answer in p.md",
        "",
        "  Acme: Interview, Tuesday 12 March 2024",
        "      type afterword log acme no-answer; or write outcome: no answer in acme/screen.md",
    ]


def test_due_is_calm_about_sixty_old_entries(tmp_path: Path) -> None:
    for number in range(60):
        text = f"---\ncompany: C{number % 20}\ndate: 2024-{number % 12 + 1:02}-{number % 28 + 1:02}\nwith: [Ann, Bo]\n---\n"
        (tmp_path / f"{number}.md").write_text(text)
    arguments = ["due", "--journal", str(tmp_path), "--today", "2026-11-20"]
    assert CliRunner().invoke(main, arguments).stdout.splitlines() == [
        "Nothing is due, and nothing is coming up.",
        "",
        "20 old applications have no outcome. afterword due --old lists what to write.",
    ]
    listed = CliRunner().invoke(main, [*arguments, "--old"]).stdout
    assert listed.count("write outcome: no answer in") == 20


NOTES = tuple(
    ApplicationNote(path=path, company=company, applied=applied, **more)
    for path, company, applied, more in (
        ("a.md", "Larch", date(2026, 8, 21), {"role": "Cook"}),
        ("b.md", "Quill", date(2026, 8, 22), {}),
        ("c.md", "Birch", date(2026, 5, 1), {"outcome": Outcome(kind=OutcomeKind.REJECTED)}),
        ("d.md", "Elm", date(2026, 5, 1), {"follow_ups": (date(2026, 6, 1),)}),
        ("e.md", "Oak", date(2026, 5, 1), {"follow_ups": (date(2026, 10, 1),)}),
    )
)


def test_an_application_without_an_interview_is_old_when_nobody_answered_for_ninety_days() -> None:
    noted = replace(OLD, notes=NOTES)
    assert old_told(noted, TODAY).startswith("Four old applications have no outcome.")
    assert list(old_lines(noted, TODAY, None))[-6:] == [
        "",
        "  Larch, Cook: Applied Friday 21 August",
        "      type afterword log larch no-answer; or write outcome: no answer in a.md",
        "",
        "  Elm: Applied Friday 1 May",
        "      type afterword log elm no-answer; or write outcome: no answer in d.md",
    ]


def test_where_a_command_could_mean_another_application_none_is_shown() -> None:
    noted = replace(FRESH, notes=(*NOTES, replace(NOTES[0], path="e.md", role="Chef")))
    lines = list(old_lines(noted, TODAY, None))
    assert "      write outcome: no answer in a.md" in lines
    assert "      type afterword log elm no-answer; or write outcome: no answer in d.md" in lines


def test_the_page_lists_it_with_a_link_to_its_note() -> None:
    edition = Edition(replace(FRESH, notes=NOTES), TODAY)
    assert has_lapsed_ones(edition)
    page = without_outcome_page(edition)
    assert "Two old applications have no outcome." in page
    assert page.count('data-aw-copy="outcome: no answer"') == 2
