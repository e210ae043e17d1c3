"""Days that a promise in prose names: whose it is, and what is told where none can be read."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.kinds import Party
from afterword.model import Interview, Journal, Source
from afterword.reading import read_journal

FRAMES = {
    "en": ("company", "date", "Went well", "Next steps"),
    "de": ("Firma", "Datum", "Lief gut", "Nächste Schritte"),
    "nl": ("bedrijf", "datum", "Ging goed", "Afspraken"),
    "fr": ("entreprise", "date", "Points positifs", "À faire"),
    "es": ("empresa", "fecha", "Lo que fue bien", "Compromisos"),
    "pl": ("firma", "data", "Co poszło dobrze", "Do zrobienia"),
    "ja": ("会社", "面接日", "良かった点", "やること"),
    "ko": ("회사", "면접일", "잘한 점", "할 일"),
}


def journal_of(language: str, prose: str = "", item: str = "", day: str = "2026-11-12") -> Journal:
    company, dated, well, steps = FRAMES[language]
    below = f"\n## {steps}\n- {item}\n" if item else ""
    text = f"---\n{company}: Acme\n{dated}: {day}\n---\n{prose}\n\n## {well}\n- x\n{below}"
    return read_journal([Source("a.md", text)])


def promised(interview: Interview) -> list[tuple[Party, str, date | None]]:
    return [(one.who, one.what, one.by) for one in interview.promised]


@pytest.mark.parametrize(
    ("language", "item", "who"),
    [
        ("nl", "Portfolio sturen naar Ann voor vrijdag", Party.ME),
        ("nl", "BIG-nummer mailen naar Ann voor vrijdag", Party.ME),
        ("nl", "Ann stuurt het contract voor vrijdag", Party.THEM),
        ("de", "Unterlagen schicken bis Freitag", Party.ME),
        ("de", "Vertrag senden bis Freitag", Party.ME),
        ("de", "Frau Seidl schickt den Vertrag bis Freitag", Party.THEM),
        ("de", "Kollegen melden sich bis Freitag", Party.THEM),
    ],
)
def test_a_thing_that_is_to_be_done_is_nobodys_name(language: str, item: str, who: Party) -> None:
    (interview,) = journal_of(language, item=item).interviews
    assert [(one, by) for one, _, by in promised(interview)] == [(who, date(2026, 11, 13))]


@pytest.mark.parametrize(
    ("language", "prose", "by"),
    [
        ("en", "They ring Friday.", date(2026, 11, 13)),
        ("fr", "Ils rappellent vendredi.", date(2026, 11, 13)),
        ("de", "Sie melden sich Freitag.", date(2026, 11, 13)),
        ("es", "Me dice algo el martes.", date(2026, 11, 17)),
        ("ja", "結果は一週間以内に電話。", date(2026, 11, 19)),
        ("ja", "結果は2日以内に電話。", date(2026, 11, 14)),
    ],
)
def test_they_say_when_they_get_in_touch(language: str, prose: str, by: date) -> None:
    (interview,) = journal_of(language, prose).interviews
    assert (interview.decision_by, len(interview.promised)) == (by, 1)


@pytest.mark.parametrize(
    ("language", "prose", "code"),
    [
        ("de", "Er meldet sich bis Mitte nächster Woche.", "unclear-day"),
        ("de", "Sie melden sich bis zum dritten Gespräch, und zwar bis Mitte nächster Woche bei allen, die heute da waren.", "unclear-day"),
        ("en", "The certificate, by Monday.", "day-not-read"),
        ("en", "The certificate, by next Monday.", "day-not-read"),
        ("ja", "健康診断書を来週月曜までに郵送する。", "day-not-read"),
        ("fr", "Le certificat avant vendredi.", "day-not-read"),
    ],
)  # fmt: skip
def test_a_day_of_which_nothing_is_read_is_told(language: str, prose: str, code: str) -> None:
    journal = journal_of(language, prose)
    told = [one.code for one in journal.problems if one.code in {"unclear-day", "day-not-read"}]
    assert (told, journal.interviews[0].promised) == ([code], ())


@pytest.mark.parametrize(
    "prose",
    [
        "I was told by two people.",
        "We stayed until the end, on Monday mornings as well.",
        "Not by Monday, they said.",
        "Thirty of them by bus.",
        "By day three I was tired.",
    ],
)
def test_what_leads_to_no_last_day_is_left_to_be_prose(prose: str) -> None:
    codes = {one.code for one in journal_of("en", prose).problems}
    assert codes.isdisjoint({"unclear-day", "day-not-read"})


def test_a_sentence_below_a_list_of_next_steps_is_looked_at() -> None:
    text = "- [ ] the plan by Monday\n\nThey'll get back to me by 18 November"
    (interview,) = journal_of("en", item=text.removeprefix("- ")).interviews
    assert [(who, by) for who, _, by in promised(interview)] == [
        (Party.ME, date(2026, 11, 16)),
        (Party.THEM, date(2026, 11, 18)),
    ]


def test_numbers_are_a_day_in_the_order_of_the_files_own_dates() -> None:
    there, nowhere = (
        journal_of("en", "They will ring me by 11/4.", day=day).interviews[0]
        for day in ("10/28/2026", "2026-10-28")
    )
    assert (there.decision_by, nowhere.decision_by) == (date(2026, 11, 4), None)


@pytest.mark.parametrize(
    ("language", "item", "by"),
    [
        ("en", "slides by Thursday 3/12", date(2026, 12, 3)),
        ("en", "slides by Sun 3/12", None),
        ("de", "Vertrag bis 10.12 schicken", date(2026, 12, 10)),
        ("de", "Vertrag bis 10.05 schicken", date(2027, 5, 10)),
        ("de", "Leistung bis 10.12 Punkte", None),
        ("de", "Leistung bis 10.12 Prozent", None),
        ("de", "Leistung bis 10.12 €", None),
        ("fr", "score d'ici 10/12 points", None),
        ("es", "subir hasta 10/12 puntos", None),
        ("fr", "le rappel du 24/11", date(2026, 11, 24)),
        ("fr", "la moitié du 1/2", None),
        ("en", "slides until 9.05", None),
        ("en", "slides until 10.05", None),
        ("en", "slides by 10.12", date(2026, 12, 10)),
        ("en", "slides by Thursday 10.12", date(2026, 12, 10)),
        ("ko", "포트폴리오 1/12까지 보내기", None),
        ("ko", "포트폴리오 1/12 전까지 보내기", date(2027, 1, 12)),
        ("ko", "포트폴리오 11/19까지 보내기", date(2026, 11, 19)),
        ("ko", "포트폴리오 3주 이내 보내기", date(2026, 12, 3)),
        ("ko", "포트폴리오 두 주 이내 보내기", date(2026, 11, 26)),
        ("ko", "포트폴리오 1개월 이내 보내기", date(2026, 12, 12)),
    ],
)
def test_an_amount_and_a_time_are_no_day(language: str, item: str, by: date | None) -> None:
    (interview,) = journal_of(language, item=item, day="2026-11-12").interviews
    assert [one for _, _, one in promised(interview)] == [by]


@pytest.mark.parametrize("item", ["slides until 9.05", "slides until 10.05"])
def test_what_may_be_a_time_or_an_amount_is_doubted(item: str) -> None:
    told = [
        one.message for one in journal_of("en", item=item).problems if one.code == "unclear-day"
    ]
    assert len(told) == 1
    assert told[0].endswith("may be a day, a time or an amount.")


def test_a_key_for_a_day_takes_two_numbers_for_no_time() -> None:
    text = "---\ncompany: Acme\ndate: 2026-10-05\noutcome: rejected\ndecided: 10.10\n---\n\n## Went well\n- x\n"
    (interview,) = read_journal([Source("a.md", text)]).interviews
    assert interview.outcome.decided == date(2026, 10, 10)


@pytest.mark.parametrize(
    ("written", "decided"),
    [
        ("refus (appel du 24/11)", date(2026, 11, 24)),
        ("refus", None),
    ],
)
def test_an_outcomes_own_words_name_its_day(written: str, decided: date | None) -> None:
    text = f"---\nentreprise: Acme\ndate: 2026-11-12\nrésultat: {written}\n---\n\n## Points positifs\n- calme\n"
    (interview,) = read_journal([Source("a.md", text)]).interviews
    assert interview.outcome.decided == decided


def test_a_ticked_thank_you_has_its_day_in_figures() -> None:
    sent, several = (
        journal_of("en", item=f"[x] thank-you to Chris {day}").interviews[0].thank_you.sent
        for day in ("11/13", "11/13 or 11/14")
    )
    assert (sent, several) == ((date(2026, 11, 13),), ())
