"""The next entry knows what the journal knows, and says nothing that nobody said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from afterword.model import Journal, Source
from afterword.reading import read_journal
from afterword.writing.entries.companies import WhichError, company_meant
from afterword.writing.entries.next_entry import RoleError, known_of, next_entry_text
from afterword.writing.entries.places import folder_for
from afterword.writing.entries.templates import from_template
from afterword.writing.starting.example import (
    example_text,
    has_example,
    is_example,
    take_example_away,
    without_example,
)

DAY = date(2026, 11, 27)
SCREEN = """---
company: Northwind
role: Engineer
date: 2026-11-12
applied: 2026-11-01
source: a friend
round: screen
interviewers: [R. Lindqvist (Lead), Sam]
contact: email
outcome: advanced
---

## Went badly
- Froze --> on #kafka

## Do differently
- Draw first #design
"""
ENDED = (
    "---\ncompany: Quill\nrole: Writer\ndate: 2026-11-02\nround: final\noutcome: rejected\n---\n"
)


def journal(*texts: str) -> Journal:
    return read_journal(Source(f"{at}.md", text) for at, text in enumerate(texts))


def written(told: Journal, company: str, *, language: str = "", round_name: str = "") -> str:
    return next_entry_text(known_of(told, company, DAY, language=language, round_name=round_name))


def test_all_that_the_application_knows_is_filled_in() -> None:
    assert (
        written(journal(SCREEN, ENDED), "north")
        == """---
company: Northwind
role: Engineer
date: 2026-11-27
applied: 2026-11-01
source: a friend
# round: technical  # a guess: take off the # if it was one
# interviewers: [R. Lindqvist (Lead), Sam]  # take off the # and leave who was there
contact: email
confidence:  # the chance you give yourself, in %, before you hear
---

<!-- Last time at Northwind this went badly:
- Froze - -> on
-->

## Went well
- \n
## Went badly
- \n
## Do differently
- \n
## Tried

<!-- What you meant to do differently. Move a line below this comment if you tried it, and end it with (helped), (partly) or (no):
- Draw first #design
-->
"""
    )


def test_an_entry_that_is_left_as_it_is_counts_nothing_and_is_no_problem() -> None:
    both = journal(SCREEN, written(journal(SCREEN), "Northwind"))
    assert [problem.code for problem in both.problems if problem.severity != "hint"] == []
    assert both.interviews[-1].observations == ()
    assert both.interviews[-1].round is None
    assert len(both.applications) == 1


def test_a_commitment_that_is_moved_below_the_comment_was_tried() -> None:
    text = written(journal(SCREEN), "Northwind") + "\n- Draw first #design (helped)\n"
    (attempt,) = journal(SCREEN, text).interviews[-1].tried
    assert attempt.commitment == ("0.md", 17)


def test_of_a_company_whose_application_has_ended_only_the_name_is_known() -> None:
    told = known_of(journal(ENDED), "quill", DAY)
    assert (told.company, told.role, told.round, told.application) == ("Quill", "", "", None)


def test_what_is_noted_of_an_application_is_known_at_its_first_interview() -> None:
    note = "---\ncompany: Hooli\nrole: Analyst\napplied: 2026-11-10\nsource: LinkedIn\n---\n"
    ended = note.replace("Analyst", "Chef").replace("source", "status: rejected\nsource")
    text = written(journal(SCREEN, note, ended), "hool")
    begins = "company: Hooli\nrole: Analyst\ndate: 2026-11-27\napplied: 2026-11-10\nsource: LinkedIn\n# round: screen  # a guess"
    assert begins in text
    both = journal(SCREEN, note, text)
    assert [one.note is not None for one in both.applications if one.company == "Hooli"] == [True]


def test_a_first_interview_is_guessed_a_screen_and_what_somebody_says_is_no_guess() -> None:
    assert "round: screen  # a guess" in written(journal(), "Acme")
    assert "round: final\n" in written(journal(SCREEN), "Northwind", round_name="final")


def test_the_journals_own_order_of_rounds_goes_before_the_usual_one() -> None:
    first = SCREEN.replace("Northwind", "Larch").replace("2026-11-12", "2026-10-01")
    then = first.replace("2026-10-01", "2026-10-08").replace("round: screen", "round: panel")
    assert known_of(journal(SCREEN, first, then), "Northwind", DAY).round == "panel"


def test_nothing_is_guessed_after_a_final_or_a_round_without_a_name() -> None:
    final = SCREEN.replace("round: screen", "round: final")
    none = SCREEN.replace("round: screen\n", "")
    assert [known_of(journal(one), "Northwind", DAY).round for one in (final, none)] == ["", ""]


def test_of_two_roles_under_way_one_has_to_be_named() -> None:
    two = journal(SCREEN, SCREEN.replace("Engineer", "Manager"))
    with pytest.raises(RoleError, match="--role 'Engineer' or --role 'Manager'"):
        known_of(two, "Northwind", DAY)
    assert known_of(two, "Northwind", DAY, role="manager").application == two.applications[1]


def test_a_role_that_no_application_has_is_a_new_one() -> None:
    for role in ("Chef", "Pilot"):
        told = known_of(journal(SCREEN), "Northwind", DAY, role=role)
        assert (told.role, told.application) == (role, None)


def test_a_note_on_another_role_is_not_that_of_the_interview() -> None:
    note = "---\ncompany: Hooli\nrole: Engineer\napplied: 2026-11-10\nsource: LinkedIn\n---\n"
    told = [
        known_of(journal(note), "Hooli", DAY, role=role).note is not None
        for role in ("Chef", "Pilot", "engineer")
    ]
    assert told == [False, False, True]


def test_a_company_is_meant_by_its_name_or_by_a_clear_beginning() -> None:
    told = journal(
        SCREEN, SCREEN.replace("Northwind", "Northmarch"), SCREEN.replace("Northwind", "Séchaud")
    )
    names = ("NORTHWIND", "northw", "sechaud", "no", "Acme", "!")
    assert [company_meant(name, told) for name in names] == ["Northwind", "Northwind", "Séchaud", None, None, None]  # fmt: skip
    with pytest.raises(WhichError, match="Write more of the name"):
        company_meant("north", told)


def test_a_whole_name_is_no_beginning_of_another() -> None:
    told = journal(SCREEN.replace("Northwind", "Metaview"))
    assert known_of(told, "Meta", DAY).company == "Metaview"
    assert known_of(told, "Meta", DAY, is_whole=True).company == "Meta"
    assert known_of(told, "metaview", DAY, is_whole=True).company == "Metaview"


def test_the_example_tells_nothing_of_its_writer() -> None:
    told = read_journal([Source("example.md", example_text(DAY)), Source("a.md", SCREEN)])
    own = without_example(told)
    assert ([one.path for one in own.interviews], len(own.applications)) == (["a.md"], 1)
    assert without_example(journal(example_text(DAY))).interviews != ()


def test_the_example_goes_away_as_it_was_written_and_only_then(tmp_path: Path) -> None:
    assert (has_example(tmp_path), take_example_away(tmp_path)) == (False, False)
    (tmp_path / "example.md").write_text(f"{example_text(DAY)}mine", encoding="utf-8")
    assert take_example_away(tmp_path) is False
    (tmp_path / "example.md").write_text(example_text(DAY), encoding="utf-8")
    assert (take_example_away(tmp_path), list(tmp_path.iterdir())) == (True, [])


def test_a_person_is_named_with_their_post_and_each_once() -> None:
    again = SCREEN.replace("2026-11-12", "2026-11-19").replace("contact: email\n", "")
    text = written(journal(SCREEN, again), "Northwind")
    assert "# interviewers: [R. Lindqvist (Lead), Sam]  #" in text
    assert "contact: email\n" in text


def test_where_nobody_is_named_there_is_a_place_to_name_somebody() -> None:
    bare = "---\ncompany: Quill\ndate: 2026-11-02\noutcome: advanced\n---\n"
    assert "\ninterviewers:\nconfidence:" in written(journal(bare), "Quill")


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("a.md", ""),
        ("2025/a.md", "2026"),
        ("2025/11/a.md", "2026/12"),
        ("2025-11/a.md", "2026-12"),
        ("interviews/2025-11-02/a.md", "interviews/2026-12-03"),
        ("by-company/quill/a.md", "by-company/acme"),
        ("imported/2025/a.md", ""),
    ],
)
def test_a_new_entry_goes_where_its_like_are(path: str, folder: str) -> None:
    told = read_journal([Source(path, ENDED.replace("2026-11-02", "2025-11-02"))])
    assert folder_for(told, "Acme", date(2026, 12, 3)) == folder


def test_a_company_keeps_its_own_folder_and_the_first_entry_of_all_has_none() -> None:
    told = read_journal([Source("Quill Ltd/a.md", ENDED), Source("b.md", SCREEN)])
    assert folder_for(told, "Quill", DAY) == "Quill Ltd"
    assert folder_for(Journal(), "Quill", DAY) == ""


def test_titles_are_in_the_language_of_the_journal() -> None:
    assert "## Lief gut\n" in written(journal(), "Acme", language="German")


def test_a_template_has_its_places_filled_and_keeps_all_else() -> None:
    template = (
        '---\r\ntags: [interview]  # mine\r\ncompany: "{{company}}"\r\ndate: <% tp.date.now("YYYY") %>\r\n'
        "role:   # what for\r\nsource: LinkedIn\r\nrating:\r\n---\r\n# {{title}} on {{date:YYYY-MM-DD}}{{weather}}\r\n- {{applied}}\r\n"
    )
    assert from_template(template, known_of(journal(SCREEN), "north", DAY)) == (
        "---\r\ntags: [interview]  # mine\r\ncompany: Northwind\r\ndate: 2026-11-27\r\n"
        "role: Engineer # what for\r\nsource: LinkedIn\r\nrating:\r\n---\r\n# Northwind on 2026-11-27\r\n- 2026-11-01\r\n"
    )


def test_a_template_without_a_company_or_without_front_matter_gets_both() -> None:
    known = known_of(Journal(), 'A "B": C', DAY)
    with_some = from_template("---\ncss: x\n---\nHello\n", known)
    assert with_some == "---\ncompany: 'A \"B\": C'\ndate: 2026-11-27\ncss: x\n---\nHello\n"
    assert (
        from_template("Hello\n", known)
        == "---\ncompany: 'A \"B\": C'\ndate: 2026-11-27\n---\n\nHello\n"
    )


def test_a_quoted_place_holds_any_name() -> None:
    text = from_template(
        '---\ncompany: "{{company}}"\ndate: {{date}}\n---\n', known_of(Journal(), 'A "B"', DAY)
    )
    assert read_journal([Source("a.md", text)]).interviews[0].company == 'A "B"'


def test_the_example_is_an_entry_with_nothing_wrong_and_known_until_it_is_changed() -> None:
    text = example_text(DAY)
    assert [one.code for one in journal(text).problems if one.severity != "hint"] == []
    assert is_example(text.encode())
    assert is_example(text.replace("\n", "\r\n").encode())
    assert not is_example(text.replace("friend", "foe").encode())
    assert not is_example(text.replace("2026-11-27", "2026-99-27").encode())
    assert not is_example(b"mine")


def test_a_template_is_given_a_round_that_was_said_and_no_guess() -> None:
    template = "---\ncompany:\ndate:\nround: {{round}}\n---\n"
    said = known_of(journal(SCREEN), "north", DAY, round_name="panel")
    guessed = known_of(journal(SCREEN), "north", DAY)
    assert "round: panel\n" in from_template(template, said)
    assert (guessed.round, "round: \n" in from_template(template, guessed)) == ("technical", True)
