"""What an entry's page says about its thank-you note."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.builders import interview, journal, observed

from afterword.analysis.exchanges import exchanges
from afterword.edition.edition import Edition
from afterword.kinds import OutcomeKind
from afterword.model import Application, Interview, Person, ThankYou
from afterword.pages.application import application_pages, took_headline, turn_headline
from afterword.pages.entry import entry_card
from afterword.pages.parts.thanks import ThanksView, thanks_view

ADA = Person(name="Ada Byron", email="ada@example.org")
NOTE = "Dear Ada,\n\nthank you & see you. I enjoyed it."


def shown(today: str, *others: Interview, **facts: Any) -> ThanksView | None:
    one = interview("2026-11-12", path="one.md", **facts)
    return thanks_view(Edition(journal(one, *others), date.fromisoformat(today)), one)


def view(today: str, *others: Interview, **facts: Any) -> ThanksView:
    found = shown(today, *others, **facts)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("today", "facts", "expected"),
    [
        ("2026-11-12", {}, "The best time is now, until Friday 13 November."),
        ("2026-11-14", {}, "Best until Friday 13 November; late is still kinder than never."),
        ("2026-12-14", {}, "The time for it is over, and that is all right."),
        ("2026-11-10", {}, "The interview is still to come."),
        ("2026-11-12", {"thank_you": ThankYou(skipped=True)}, "You chose to send none."),
        ("2026-12-14", {"thank_you": ThankYou(sent=(date(2026, 11, 13),))}, "Sent on Friday 13 November."),
        (
            "2026-12-14",
            {
                "interviewers": (ADA, Person(name="Bo")),
                "thank_you": ThankYou(sent=(date(2026, 11, 12), date(2026, 11, 13))),
            },
            "Sent on Thursday 12 November and Friday 13 November.",
        ),
    ],
)  # fmt: skip
def test_the_window_is_a_sentence_that_does_not_scold(
    today: str, facts: dict[str, Any], expected: str
) -> None:
    assert view(today, thank_you_note=NOTE, **facts).window == expected


def test_without_a_note_something_is_said_only_while_one_is_due() -> None:
    badly = observed("pace")
    assert shown("2026-12-14", went_badly=badly) is None
    found = view("2026-11-12", went_badly=badly)
    assert (found.note, found.lines, found.to_repair, found.is_open) == ("", (), badly, True)


def test_what_went_badly_is_offered_only_while_the_note_can_be_written() -> None:
    assert view("2026-12-14", thank_you_note=NOTE, went_badly=observed("pace")).to_repair == ()


def test_each_check_is_a_sentence() -> None:
    lines = view("2026-11-12", thank_you_note=NOTE, interviewers=(ADA,)).lines
    assert [(line.met, line.text) for line in lines][:3] == [
        (True, "It names Ada Byron."),
        (False, "It names neither the company nor the role."),
        (False, "It could say what draws you, tied to one thing of this conversation."),
    ]
    assert lines[-1].text == "No other note here is like it."


def test_what_shows_it_is_quoted() -> None:
    lines = view("2026-11-12", thank_you_note="As promised").lines
    assert "It reminds them: “As promised”." in [line.text for line in lines]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((Person(name="Bo"), Person(name="Cy")), "It does not name Bo and Cy."),
        ((), "It greets nobody by name."),
    ],
)
def test_a_name_that_is_missing_is_named(people: tuple[Person, ...], expected: str) -> None:
    assert (
        view("2026-11-12", thank_you_note="Thanks", interviewers=people).lines[0].text == expected
    )


def test_a_note_that_is_nearly_another_leads_to_it() -> None:
    text = "Dear {},\n\nthank you for the hour, and for all that you told me about the team."
    other = interview("2026-11-02", "Acme", thank_you_note=text.format("Bo"))
    found = view("2026-11-12", other, thank_you_note=text.format("Ada"))
    assert found.alike == other
    assert found.alike_told == "100\u202f% of it stands in the note to"
    assert found.lines[-1].text == "Much of it stands in another note too."


def test_a_note_that_came_first_says_so_and_leads_to_the_later_one() -> None:
    text = "Dear {},\n\nthank you for the hour, and for all that you told me about the team."
    later = interview("2026-11-20", "Acme", thank_you_note=text.format("Bo"))
    found = view("2026-11-12", later, thank_you_note=text.format("Ada"))
    assert found.alike == later
    assert found.alike_told == "It was first: 100\u202f% of it came back later, in the note to"
    assert found.lines[-1] == (True, "It came first; a later note here is like it.")


def test_names_of_other_entries_are_told_first_of_all() -> None:
    acme = interview("2026-11-02", "Acme", interviewers=(Person(name="Bo Lind"),))
    note = "Dear Bo,\nI would like to join Acme."
    edition = Edition(
        journal(interview("2026-11-12", thank_you_note=note), acme), date(2026, 11, 12)
    )
    found = thanks_view(edition, edition.journal.interviews[1])
    assert found is not None
    assert [(line.text, line.there.company) for line in found.foreign] == [
        ("It names Bo, and you met Bo Lind somewhere else. Is that meant? See", "Acme"),
        ("It names Acme, which is another company. Is that meant? See", "Acme"),
    ]
    page = entry_card(edition, edition.journal.interviews[1])
    assert page.index("It names Bo, and you met") < page.index("The best time is now")


def test_a_note_in_a_language_without_words_is_not_judged_and_says_so() -> None:
    swedish = "Kära Ada, tack för samtalet i går. Det var roligt att höra om ert arbete och jag är glad att jag kom."
    found = view("2026-11-12", thank_you_note=swedish, interviewers=(ADA,))
    assert found.unread == (
        "The note is in Swedish, whose words are not known here, so what it says is not judged: "
        "only names, and whether it is like another."
    )
    assert [line.text for line in found.lines] == [
        "It names Ada Byron.",
        "No other note here is like it.",
    ]
    swahili = "Asante sana kwa mahojiano ya jana, nimefurahi kuzungumza nawe kuhusu kazi hii."
    assert view("2026-11-12", thank_you_note=swahili).unread.startswith(
        "The note is in a language whose words"
    )


def test_the_note_opens_as_a_mail_to_all_whose_addresses_are_known() -> None:
    people = (ADA, Person(name="Bo"), Person(name="Cy", email="c y&?@example.org"))
    found = view("2026-11-12", thank_you_note=NOTE, interviewers=people)
    assert found.mail == (
        "mailto:ada@example.org,c%20y%26%3F@example.org?subject=Thank%20you%2C%20Northwind"
        "&body=Dear%20Ada%2C%0A%0Athank%20you%20%26%20see%20you.%20I%20enjoyed%20it."
    )
    assert view("2026-11-12", thank_you_note=NOTE).mail == ""


# --- whose turn it is, on an application's page


def headline(today: str, *interviews: Interview) -> str:
    whole = journal(*interviews)
    return turn_headline(whole.applications[0], Edition(whole, date.fromisoformat(today)))


def test_whose_turn_it_is_stands_on_the_applications_page() -> None:
    thanked: dict[str, Any] = {"thank_you": ThankYou(skipped=True)}
    one = interview("2026-11-12", **thanked)
    named = interview("2026-11-12", decision_by=date(2026, 11, 20), **thanked)
    assert headline("2026-11-12", interview("2026-11-12")) == "It is your turn: thank-you note."
    assert headline("2026-11-12", one) == "It is their turn; they named no day."
    assert headline("2026-11-13", one) == "It is their turn, for 1 day now; they named no day."
    assert (
        headline("2026-11-16", named)
        == "It is their turn, for 4 days now; they said Friday 20 November."
    )
    over = interview("2026-11-12", outcome=OutcomeKind.REJECTED)
    assert headline("2026-11-12", over) == ""
    whole = journal(named)
    (page,) = application_pages(Edition(whole, date(2026, 11, 16)))
    assert "It is their turn, for 4 days now" in page.markdown
    assert "Days each side took" not in page.markdown


def took(*interviews: Interview) -> str:
    application: Application = journal(*interviews).applications[0]
    return took_headline(exchanges(application))


def test_the_days_each_side_took_are_told_as_far_as_they_are_written() -> None:
    sent = ThankYou(sent=(date(2026, 11, 13),))
    advanced: dict[str, Any] = {"outcome": OutcomeKind.ADVANCED}
    both = interview("2026-11-12", thank_you=sent, decided="2026-11-20", **advanced)
    theirs = interview("2026-11-01", decided="2026-11-05", **advanced)
    assert took(interview("2026-11-12")) == ""
    assert took(interview("2026-11-12", thank_you=sent)) == "You wrote after 1 day."
    assert took(theirs) == "They answered after 4 days."
    assert (
        took(theirs, both) == "You wrote after 1 day, they answered within 4 days half of the time."
    )
    (page,) = application_pages(Edition(journal(both), date(2026, 11, 21)))
    assert "Days each side took" in page.markdown
    assert "<td>8 days</td><td>not written</td>" in page.markdown
