"""Which statuses of a tracker say for sure how an application stands, and which what stands beside them may turn."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.kinds import OutcomeKind
from afterword.model import Journal
from afterword.reading import ReadingOptions
from afterword.vocabulary.languages import ENGLISH, Language, Words, languages
from afterword.writing.importing.columns import understood
from afterword.writing.importing.plan import Plan, plan_of
from afterword.writing.importing.status_words import names_outcome, outcome_of
from afterword.writing.importing.statuses import status_in
from afterword.writing.importing.tables import table_in

TODAY = date(2026, 11, 20)
LANGUAGES: dict[str, Words | Language] = {"en": ENGLISH, **languages()}


def plan(status: str) -> Plan:
    table = understood(
        table_in(f"Company,Applied,Status\nAcme,2026-10-02,{status}\n".encode()), None, {}
    )
    return plan_of(table, Journal(), {}, ReadingOptions(today=TODAY), TODAY)


@pytest.mark.parametrize(
    "status",
    [
        "Rejected? No, they made an offer", "Rejected?", "Offer?", "Accepted？", "Withdrawn?", "مرفوض؟", "Rejected (?)",
        "Applied?",
    ],
)  # fmt: skip
def test_a_question_mark_is_a_doubt(status: str) -> None:
    assert outcome_of(status) is None


@pytest.mark.parametrize(
    "status",
    [
        "Offer (withdrawn by company)", "Offer (withdrawn)", "Offer (rejected)", "Offer (no)", "Rejected (then offer)",
        "Rejected (pending appeal)", "Waiting (rejected)", "Applied (no answer)", "Offer → Rejected", "offer 12.11., rejected",
        "Rejected. Then they made an offer", "Offer [declined by them]", "Offer (position closed)", "录取（后来被拒绝了）",
        "Rejected today, but an offer since", "Rejected today but offer yesterday",
    ],
)  # fmt: skip
def test_another_outcome_beside_it_is_a_doubt(status: str) -> None:
    assert status_in(status, since=None, today=TODAY, order=None).outcome is None


@pytest.mark.parametrize(
    "status",
    [
        "Offer (expired)", "Angebot (zurückgezogen)", "Offre (retirée)", "Oferta (caducada)", "Offer (maybe)", "录用（已撤回）",
        "Rejected (not by me)", "Absage (nicht von mir)", "Rejected, not by me", "Offer (not yet", "Offer (closed)",
        "Rejected (cancelled by them?)", "Angebot (abgelehnt)",
    ],
)  # fmt: skip
def test_what_takes_it_back_is_a_doubt(status: str) -> None:
    assert outcome_of(status) is None


@pytest.mark.parametrize(
    "status",
    [
        "Hired (other candidate)", "Accepted (by other candidate)", "Withdrawn (by company)", "录取(别人)", "Rejected (I did)",
        "Angenommen (anderer Bewerber)", "Embauché (autre candidat)", "advanced without me", "Declined (recruiter)",
    ],
)  # fmt: skip
def test_another_person_beside_it_is_a_doubt(status: str) -> None:
    assert outcome_of(status) is None


@pytest.mark.parametrize("status", ["❌ Offer", "Offer 🤞", "~~Offer~~", "👎 passed to next round"])
def test_a_sign_that_crosses_it_out_is_a_doubt(status: str) -> None:
    assert outcome_of(status) is None


@pytest.mark.parametrize(
    "status",
    ["passed", "Pass", "Accepted for second interview", "Accepted at the interview, for a final"],
)
def test_what_may_be_a_round_or_their_passing_is_a_doubt(status: str) -> None:
    assert outcome_of(status) is None


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("Zusage (mündlich)", "offer"),
        ("Offer (pending)", "offer"),
        ("Offer (80k)", "offer"),
        ("Offer → Accepted", "accepted"),
        ("Offer after final interview", "offer"),
        ("Zusage nach Vorstellungsgespräch", "offer"),
        ("Rejected (after final)", "rejected"),
        ("Rejected – after final", "rejected"),
        ("Rejected after offer", "rejected"),
        ("Rejected without interview", "rejected"),
        ("Rejected (headcount frozen)", "rejected"),
        ("Rejected (talent pool)", "rejected"),
        ("Rejected (not selected)", "rejected"),
        ("Rejected (hired someone else)", "rejected"),
        ("Rejected (other candidate)", "rejected"),
        ("Rejected (process closed)", "rejected"),
        ("Rejected (by me)", "declined"),
        ("Rejected (3)", "rejected"),
        ("2. Rejected", "rejected"),
        ("✅ Accepted", "accepted"),
        ("Accepté(e)", "accepted"),
        ("被拒（薪资）", "rejected"),
        ("Withdrawn (salary)", "withdrawn"),
        ("Applied (LinkedIn)", "pending"),
        ("Waiting 🤞", "pending"),
    ],
)
def test_what_is_harmless_beside_it_leaves_it_as_it_is(status: str, outcome: str) -> None:
    assert outcome_of(status) == outcome


@pytest.mark.parametrize("name", ["taken back", "somebody else"])
@pytest.mark.parametrize("letters", LANGUAGES)
def test_the_words_of_each_language_beside_an_offer_leave_none(letters: str, name: str) -> None:
    words = LANGUAGES[letters].of(name)
    assert [word for word in words if outcome_of(f"Offer ({word})") is OutcomeKind.OFFER] == []
    assert words


@pytest.mark.parametrize("status", ["Rejected?", "Offer (expired)", "Offer → Rejected"])
def test_a_doubted_status_is_told_kept_in_the_file_and_counts_as_open(status: str) -> None:
    told = plan(status)
    assert told.read[0].doubts == [
        f"the status '{status}' is no outcome that is known; it is kept, and counts as open"
    ]
    (new,) = told.new
    assert status in new.text
    assert "\noutcome:" not in new.text


@pytest.mark.parametrize("status", ["Offer (pending)", "on hold", "Absage am 14.11. per Mail"])
def test_words_that_say_more_than_the_outcome_are_kept(status: str) -> None:
    (new,) = plan(status).new
    assert f"status_there: {status}\n" in new.text


@pytest.mark.parametrize(
    ("status", "names"), [("Rejected?", True), ("Applied", True), ("CA", False)]
)
def test_a_doubted_status_names_an_outcome_still(status: str, names: bool) -> None:
    assert names_outcome(status) == names


def test_no_outcome_is_in_what_names_none() -> None:
    assert outcome_of("a blue door") is None
    assert outcome_of("Interview (Zoom)") is OutcomeKind.PENDING


def test_of_a_long_status_the_beginning_is_told_on_one_line() -> None:
    (doubt,) = plan(f'"maybe\n{"later " * 100}"').read[0].doubts
    assert doubt.startswith("the status 'maybe later later")
    assert (len(doubt) < 200, " …' is no outcome" in doubt) == (True, True)


@pytest.mark.parametrize(
    "status",
    [
        "Offer in two weeks", "Offer within a few days", "Offer (in 2 weeks)", "Offer - in March", "Angebot in zwei Wochen",
        "Oferta en dos semanas", "Accepted in two weeks", "Advanced in 3 days", "Offer in the next days",
    ],
)  # fmt: skip
def test_what_is_still_to_come_is_a_doubt(status: str) -> None:
    assert outcome_of(status) is None


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("Offer after two weeks", OutcomeKind.OFFER),
        ("Offer in writing", OutcomeKind.OFFER),
        ("Offer (in writing)", OutcomeKind.OFFER),
        ("Angebot nach zwei Wochen", OutcomeKind.OFFER),
        ("No answer in 2 weeks", OutcomeKind.NO_ANSWER),
        ("Rejected in two weeks", OutcomeKind.REJECTED),
    ],
)
def test_how_long_something_took_leaves_it_so(status: str, kind: OutcomeKind) -> None:
    assert outcome_of(status) is kind
