"""How it stands, in the words that people write: what follows an outcome is kept, and nothing is read as its opposite."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from afterword.days import DayOrder
from afterword.kinds import OutcomeKind
from afterword.model import Interview, Outcome, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.reading.matter.choices import read_outcome
from afterword.reading.matter.outcomes import UnreadableOutcome, outcome_and_day
from afterword.vocabulary.languages import ENGLISH
from afterword.vocabulary.outcomes import outcome_kind, outcome_meant

SPELLINGS = {word: OutcomeKind(name) for word, name in ENGLISH.meanings("outcome").items()}


def refused(text: str) -> UnreadableOutcome:
    with pytest.raises(UnreadableOutcome) as refusal:
        read_outcome(text, 1)
    return refusal.value


def understood(text: str) -> OutcomeKind | None:
    """The outcome that is read; None where none is."""
    try:
        return read_outcome(text, 1)[0].kind
    except UnreadableOutcome:
        return None


def entry(lines: str, dates: DayOrder | None = None) -> tuple[Interview, list[str]]:
    text = f"---\ncompany: Northwind\ndate: 2026-11-10\n{lines}\n---\n"
    journal = read_journal([Source("a.md", text)], ReadingOptions(dates=dates))
    codes = [one.code for one in journal.problems if one.severity != "hint"]
    return journal.interviews[0], codes


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("job cancelled", "cancelled"),
        ("Position closed", "cancelled"),
        ("role filled internally", "cancelled"),
        ("hiring freeze", "cancelled"),
        ("role closed", "cancelled"),
        ("on hold", "pending"),
        ("waitlisted", "pending"),
        ("Wait-listed", "pending"),
        ("shortlisted", "pending"),
        ("reserve list", "pending"),
        ("talent pool", "pending"),
        ("second interview", "pending"),
        ("rescheduled", "pending"),
        ("haven’t heard back", "pending"),
        ("offer rescinded", "rejected"),
        ("no offer", "rejected"),
        ("regret", "rejected"),
        ("was declined", "rejected"),
        ("rejected by me", "declined"),
        ("rejected the offer", "declined"),
        ("verbal offer", "offer"),
        ("cancelled by me", "withdrawn"),
        ("accepted for next round", "advanced"),
    ],
)
def test_an_outcome_is_known_by_more_words_than_its_own(written: str, kind: str) -> None:
    assert understood(written) == kind


@pytest.mark.parametrize(
    ("written", "kind", "day"),
    [
        ("Rejected after final", "rejected", None),
        ("ghosted (3 weeks)", "no answer", None),
        ("rejected – headcount", "rejected", None),
        ("rejected - talent pool", "rejected", None),
        ("rejected: role filled", "rejected", None),
        ("rejected 13/11/2026", "rejected", date(2026, 11, 13)),
        ("rejected on 12 Nov 2026 after the final", "rejected", date(2026, 11, 12)),
        ("Rejected (12.11.2026, headcount)", "rejected", date(2026, 11, 12)),
        ("2026-11-12: rejected", "rejected", date(2026, 11, 12)),
        ("Nov 12, 2026 rejected", "rejected", date(2026, 11, 12)),
        ("ghosted since 1 Oct 2026", "no answer", None),
        ("rejected after round 12/13/2026", "rejected", None),
        ("on hold until 1 Jan 2027", "pending", None),
        ("waiting, 2026-11-20", "pending", None),
        ("auto-rejected", "rejected", None),
        ("Finally an offer!", "offer", None),
        ("offer, 82 000", "offer", None),
        ("advanced, waiting", "advanced", None),
        ("offer (pending)", "offer", None),
        ("no – not this year", "rejected", None),
        ("rejected 31/02/2026", "rejected", None),
        ("rejected 12 Nov 2026, letter of 1 Dec 2026", "rejected", date(2026, 11, 12)),
        ("withdrew, then withdrawn", "withdrawn", None),
    ],
)
def test_what_goes_on_behind_an_outcome_is_kept_with_its_day(
    written: str, kind: str, day: date | None
) -> None:
    outcome, heard = read_outcome(written, 7)
    assert (outcome, heard) == (
        Outcome(kind=OutcomeKind(kind), line=7, words=written),
        day,
    )


@pytest.mark.parametrize("written", ["Rejected", "ghosted", "No!", "NEXT ROUND"])
def test_a_plain_outcome_has_no_words_of_its_own(written: str) -> None:
    assert read_outcome(written, 1)[0].words == ""


@pytest.mark.parametrize("written", ["on hold", "Hiring freeze", "verbal offer", "Waitlisted"])
def test_an_outcome_that_says_more_than_its_kind_is_kept_as_written(written: str) -> None:
    assert read_outcome(written, 1)[0].words == written


@pytest.mark.parametrize(
    "written",
    [
        "closed", "archived", "no show", "stood up", "interview cancelled by them", "done", "rejected?", "declined by email",
        "accepted for the role of", "cancelled – I was ill", "offer to somebody else", "no after lunch", "offer expires 12/13/2026",
        "rejected the dog", "hired (other candidate)", "offer (somebody else)", "angenommen (anderer Bewerber)",
    ],
)  # fmt: skip
def test_what_leaves_it_open_how_it_stands_is_refused_and_no_outcome_put_forward(
    written: str,
) -> None:
    refusal = refused(written)
    assert refusal.code == "unclear-outcome"
    assert "Did you mean" not in refusal.suggestion


@pytest.mark.parametrize(
    "written",
    [
        "offer, but declined", "rejected, then offer", "no, still waiting", "rejected/ghosted", "advanced, later rejected",
        "pending or rejected", "offer – role cancelled", "on hold, then job cancelled", "offer, on hold", "accepted; rejected",
        "offer → rejected", "offer -> rejected", "rejected → offer", "offer / rejected", "offer & rejected", "offer, rejected", "offer (rejected)",
        "offer... rejected", "offer → rejected 12 Nov 2026", "no, offer",
        "ghosted, still waiting", "rejected 12 Nov 2026 (applied 1 Oct 2026)",
    ],
)  # fmt: skip
def test_two_outcomes_are_both_named(written: str) -> None:
    refusal = refused(written)
    assert refusal.code == "two-outcomes"
    assert refusal.message.count("'") == 6


@pytest.mark.parametrize(
    "written",
    [
        "not rejected",
        "now selected",
        "unfortunately declined",
        "soon",
        "-",
        "never accepted",
    ],
)
def test_what_is_not_known_is_told_without_a_guess(written: str) -> None:
    refusal = refused(written)
    assert (refusal.code, refusal.suggestion[:14]) == ("unknown-outcome", "Write pending,")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("rejectd", "rejected"),
        ("Rejectde", "rejected"),
        ("rejectd after the final", "rejected"),
        ("rejectd (final)", "rejected"),
        ("job canceled!x", None),
        ("on hodl", "on hold"),
        ("no", None),
        ("nto selected", None),
        ("not selcted", "not selected"),
    ],
)
def test_one_slip_away_from_an_outcome_is_asked_after(written: str, meant: str | None) -> None:
    told = outcome_meant(written)
    if told is None and understood(written) is None:
        suggestion = refused(written).suggestion
        told = suggestion.removeprefix("Did you mean ")[:-1] if "Did you" in suggestion else None
    assert told == meant


def slips(word: str) -> set[str]:
    """A word with one letter left out, doubled, or changed places with the next."""
    places = range(len(word))
    return {
        *(word[:at] + word[at + 1 :] for at in places),
        *(word[:at] + word[at] + word[at:] for at in places),
        *(word[:at] + word[at : at + 2][::-1] + word[at + 2 :] for at in places),
    }


@pytest.mark.no_cover
def test_no_slip_in_an_outcome_is_taken_for_another_one_or_leads_to_one() -> None:
    """But for slips that make another word of ours, which no program tells apart."""
    led_elsewhere = [
        (slip, meant)
        for word, kind in SPELLINGS.items()
        for slip in slips(word)
        if (meant := outcome_meant(slip))
        and outcome_kind(slip) is None
        and SPELLINGS.get(meant) is not kind
    ]
    assert led_elsewhere == []


@pytest.mark.no_cover
def test_of_two_outcomes_the_second_is_never_read_for_the_first() -> None:
    """Every word of ours before and behind every outcome: read as the first, as the two together are spelled, or not at all.

    But for an offer and that I took it.
    """
    pairs = [
        pair
        for word, kind in product(SPELLINGS, OutcomeKind)
        for pair in ((word, kind), (kind, word))
    ]
    wrong = [
        (first, second)
        for first, second in pairs
        if understood(f"{first}, {second}")
        not in {None, SPELLINGS[first], outcome_kind(f"{first} {second}")}
        and (SPELLINGS[first], SPELLINGS[second]) != (OutcomeKind.OFFER, OutcomeKind.ACCEPTED)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "form", ["not {}", "never {}", "{} not", "no longer {}", "hardly {}", "{} by me?", "maybe {}"]
)
def test_no_outcome_is_read_where_it_is_denied_or_doubted(form: str) -> None:
    """But for the spellings that are words of ours themselves, such as "not selected"."""
    taken = [
        word
        for word, kind in SPELLINGS.items()
        if outcome_kind(form.format(word)) is None and understood(form.format(word)) is kind
    ]
    assert taken == []


def test_the_day_among_the_words_is_the_day_of_the_decision() -> None:
    one, codes = entry("outcome: rejected 13/11/2026")
    assert (one.outcome.decided, codes) == (date(2026, 11, 13), [])


def test_a_day_that_is_written_as_the_decisions_counts_before_it() -> None:
    one, _ = entry("outcome: rejected 13/11/2026\ndecided: 2026-11-14")
    assert one.outcome.decided == date(2026, 11, 14)


def test_a_day_among_the_words_that_could_be_two_is_told_and_the_outcome_read() -> None:
    one, codes = entry("outcome: rejected 12/11/2026")
    assert (one.outcome.kind, one.outcome.decided, codes) == ("rejected", None, ["ambiguous-date"])


def test_the_option_tells_which_day_it_is() -> None:
    one, codes = entry("outcome: rejected 12/11/2026", DayOrder.DAY_FIRST)
    assert (one.outcome.decided, codes) == (date(2026, 11, 12), [])
    heard = read_outcome("rejected 12/11/2026", 1, order=DayOrder.DAY_FIRST)[1]
    assert (heard, read_outcome("rejected 12/11/2026", 1)[1]) == (date(2026, 11, 12), None)


@pytest.mark.parametrize(
    ("written", "unclear"),
    [
        ("closed", True),
        ("soon", True),
        ("offer, but declined", True),
        ("tbd", False),
        ("on hold", False),
        ("", False),
    ],
)
def test_that_no_outcome_could_be_told_is_known(written: str, unclear: bool) -> None:
    one, _ = entry(f"outcome: {written}")
    assert (one.outcome.kind, one.outcome.is_unclear) == ("pending", unclear)


@pytest.mark.parametrize(
    ("keys", "written", "kind", "day"),
    [
        ("firma datum ergebnis", "Absage am 12.11.2026", "rejected", date(2026, 11, 12)),
        ("firma datum ergebnis", "Absage nach der Endrunde", "rejected", None),
        ("firma datum ergebnis", "Absage, dann Angebot", "pending", None),
        ("entreprise date résultat", "refus (après la finale)", "rejected", None),
        ("entreprise date résultat", "refus, mais offre reçue", "pending", None),
        (
            "bedrijf datum resultaat",
            "afgewezen op 12 november 2026",
            "rejected",
            date(2026, 11, 12),
        ),
    ],
)
def test_words_behind_an_outcome_are_read_in_the_language_of_their_entry(
    keys: str, written: str, kind: str, day: date | None
) -> None:
    company, when, outcome = keys.split()
    text = f"---\n{company}: Northwind\n{when}: 2026-11-10\n{outcome}: {written}\n---\n"
    (one,) = read_journal([Source("a.md", text)]).interviews
    assert (one.outcome.kind, one.outcome.decided) == (kind, day)


@pytest.mark.parametrize(
    "written",
    [
        "moved on without me",
        "moved forward without me",
        "~~offer~~",
        "advanced (not)",
        "advanced, not",
        "through, not",
        "passed, sadly not",
        "advanced: false",
        "rejected (not)",
        "rejected: no",
        "rejected: false",
        "offer: none",
        "offer - none",
        "offer ❌",
        "offer ✗",
        "offer 🤞",
        "offer, hopefully",
        "offer, I hope",
        "offer (expected)",
        "rejected (probably)",
        "rejected, I fear",
        "accepted (by them)",
        "weitergekommen ohne mich",
    ],
)
def test_what_takes_an_outcome_back_leaves_none(written: str) -> None:
    with pytest.raises(UnreadableOutcome) as refusal:
        outcome_and_day(written, 1)
    assert refusal.value.code in {"unclear-outcome", "two-outcomes", "unknown-outcome"}


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("~~rejected~~ offer", "offer"),
        ("rejected ❌", "rejected"),
        ("rejected 👎", "rejected"),
        ("accepted ✅", "accepted"),
        ("rejected without feedback", "rejected"),
        ("rejected – not enough experience", "rejected"),
        ("rejected, no reason given", "rejected"),
        ("ghosted (never heard back)", "no answer"),
    ],
)
def test_a_reason_and_a_sign_take_nothing_back(written: str, kind: str) -> None:
    assert outcome_and_day(written, 1)[0].kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Through to second interview",
        "Through to the final round",
        "Through to the panel interview",
        "moving to next round",
    ],
)
def test_an_outcome_may_lead_to_a_round(text: str) -> None:
    assert understood(text) is OutcomeKind.ADVANCED


@pytest.mark.parametrize(
    "text",
    [
        "Through to voicemail",
        "moved on to a technical candidate",
        "moved on to design engineers",
        "passed to the final candidate",
        "passed to hr of another company",
        "proceed to the final without you",
        "passed to talent pool",
        "passed for technical reasons",
        "next round for others",
        "advanced to the final, where I was rejected",
    ],
)
def test_what_leads_to_no_round_is_not_read(text: str) -> None:
    assert understood(text) is not OutcomeKind.ADVANCED


@pytest.mark.parametrize("text", ["offer, accepted", "offered (accepted)"])
def test_an_offer_that_i_took_is_accepted(text: str) -> None:
    assert understood(text) is OutcomeKind.ACCEPTED


@pytest.mark.parametrize(
    "text",
    [
        "offer, accepted elsewhere",
        "offer, rejected",
        "offer or accepted",
        "offer, accepted, not signed",
        "offer (not to me), accepted",
        "offer by Globex, accepted",
    ],
)
def test_an_offer_with_anything_else_behind_it_is_not_read(text: str) -> None:
    assert understood(text) is None


def test_a_cross_behind_an_offer_that_was_taken_says_that_it_was_not() -> None:
    assert understood("offer, accepted ❌") is None


def test_nobody_says_in_five_hundred_letters_how_it_stands() -> None:
    assert "too long" in refused("moved on to " * 9000).message


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [
        ("offer, start 1 September", OutcomeKind.OFFER),
        ("offer, from 2026-12-01", OutcomeKind.OFFER),
        ("accepted! I begin on 1 Dec 2026", OutcomeKind.ACCEPTED),
        ("accepted, starting 2026-12-01", OutcomeKind.ACCEPTED),
        ("Zusage, Beginn 1.12.2026", OutcomeKind.OFFER),
        ("accepted; joined 4 Jan 2027", OutcomeKind.ACCEPTED),
        ("Zusage zum 1.12.2026", OutcomeKind.OFFER),
        ("взяли!!! выхожу 1 декабря", OutcomeKind.ACCEPTED),
    ],
)
def test_the_day_of_a_new_job_is_not_that_of_its_offer(outcome: str, kind: OutcomeKind) -> None:
    read, problems = entry(f"outcome: '{outcome}'")
    assert (read.outcome.kind, read.outcome.decided, problems) == (kind, None, [])


def test_a_day_beside_the_outcome_is_its_own_where_another_is_that_of_the_job() -> None:
    read, _ = entry("outcome: accepted 2026-11-20, start 2026-12-01")
    assert read.outcome.decided == date(2026, 11, 20)


@pytest.mark.parametrize(
    "outcome",
    [
        "rejected; the start would have been soon, 20 Nov 2026",
        "rejected at the start of the week, 20 Nov",
        "Absage per Mail, 20.11.2026",
    ],
)
def test_beside_a_refusal_no_job_begins(outcome: str) -> None:
    read, _ = entry(f"outcome: '{outcome}'")
    assert (read.outcome.kind, read.outcome.decided) == (OutcomeKind.REJECTED, date(2026, 11, 20))
