"""A sheet of one's own is read in every language of the tables: its headers by the words of sections, its statuses by those of outcomes."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.days import DayOrder
from afterword.kinds import OutcomeKind
from afterword.model import Interview, Journal, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.reading.typed_days import DayError
from afterword.vocabulary.languages import Language, in_every_language, languages
from afterword.vocabulary.spelling import spoken
from afterword.writing.importing.columns import understood
from afterword.writing.importing.meanings import SECTION_OF, Meaning, meaning_of_header
from afterword.writing.importing.plan import Plan, plan_of
from afterword.writing.importing.statuses import Status, status_in
from afterword.writing.importing.tables import table_in

TODAY = date(2026, 11, 20)
OPTIONS = ReadingOptions(today=TODAY)
LANGUAGES = languages()

NURSE = (
    "Einrichtung;Stelle;Beworben am;Vorstellungsgespräch;Probearbeiten;Was lief gut;Was lief schlecht;Rückmeldung;Stand;Gehalt;Notizen\n"
    "Klinikum Nord;Pflegefachkraft;01.10.2026;12.10.2026;-;ruhig geblieben;Dosis vergessen;zu wenig Erfahrung;Absage am 20.10.;3400;nette Station\n"
    "Haus Linde;Pflegefachkraft;03.10.2026;;;;;;eingeladen;;\n"
    "St. Anna;Pflegefachkraft;15.10.2026;n/a;?;;;;Vorstellungsgespräch am 12.11.;;\n"
    'Rotes Kreuz;Pflegefachkraft;17.10.2026;20.10.2026;22.10.2026;"Team kennt mich\n- gute Fragen";;;Zusage;3600;\n'
    "Caritas;;tbd;;;;;;gemerkt;;\n"
)


def plan(text: str) -> Plan:
    return plan_of(understood(table_in(text.encode()), None, {}), Journal(), {}, OPTIONS, TODAY)


def interviews(made: Plan) -> list[Interview]:
    return [one for new in made.new for one in read_journal([Source("a.md", new.text)]).interviews]


def test_a_nurses_sheet_becomes_her_interviews() -> None:
    found = [
        (
            one.company,
            str(one.when.day),
            one.round.name if one.round else "",
            str(one.outcome.kind),
            [each.text for each in one.went_well],
            [each.text for each in one.went_badly],
            [each.text for each in one.feedback],
        )
        for one in interviews(plan(NURSE))
    ]
    assert found == [
        ("Klinikum Nord", "2026-10-12", "", "rejected", ["ruhig geblieben"], ["Dosis vergessen"], ["zu wenig Erfahrung"]),
        ("St. Anna", "2026-11-12", "", "pending", [], [], []),
        ("Rotes Kreuz", "2026-10-20", "", "pending", [], [], []),
        ("Rotes Kreuz", "2026-10-22", "Probearbeiten", "offer", ["Team kennt mich", "gute Fragen"], [], []),
    ]  # fmt: skip


def test_what_is_guessed_and_what_is_left_out_of_it_is_said() -> None:
    made = plan(NURSE)
    assert [doubt for one in made.read for doubt in one.doubts] == [
        "'Absage am 20.10.' has no year, and is taken for 2026-10-20",
        "'Vorstellungsgespräch am 12.11.' has no year, and is taken for 2026-11-12",
    ]
    assert [one.dropped for one in made.read if one.dropped] == ["not sent yet (gemerkt)"]


def test_nothing_of_it_is_a_problem_and_no_word_is_lost() -> None:
    made = plan(NURSE)
    texts = " ".join(new.text for new in made.new)
    told = [one for new in made.new for one in read_journal([Source("a.md", new.text)]).problems]
    assert [one.code for one in told if one.severity != "hint"] == []
    assert [
        word for word in ("nette Station", "3400", "3600", "eingeladen") if word not in texts
    ] == []


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_every_heading_of_a_section_is_a_column_of_it(language: Language) -> None:
    common = in_every_language("common headings")
    wrong = [
        (word, meaning_of_header(word, {}))
        for meaning, section in SECTION_OF.items()
        for word in language.of(f"section {section}")
        if spoken(word) not in common
        and meaning_of_header(word, {})
        not in {meaning, Meaning.NOTES, Meaning.OUTCOME, Meaning.DECIDED}
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_every_outcome_is_a_status(language: Language) -> None:
    wrong = [
        (word, status_in(word, since=None, today=TODAY, order=None).outcome)
        for kind in OutcomeKind
        for word in language.of(f"outcome {kind}")
        if status_in(word, since=None, today=TODAY, order=None).outcome is not kind
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_every_stage_is_open(language: Language) -> None:
    stages = {name: language.of(f"stage {name}") for name in ("going on", "not sent")}
    told = {
        name: {status_in(word, since=None, today=TODAY, order=None) for word in words}
        for name, words in stages.items()
    }
    assert {one.outcome for all_ in told.values() for one in all_} == {OutcomeKind.PENDING}
    assert {one.not_sent for one in told["not sent"]} == {True}
    assert {one.not_sent for one in told["going on"]} == {False}


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_sheet_with_the_words_of_a_language_is_read(language: Language) -> None:
    headers = [
        language.of(name)[0]
        for name in ("key company", "key role", "key applied", "section went_well", "section went_badly", "key outcome", "tracker notes")
    ]  # fmt: skip
    headers += [next(word for word in language.of("section feedback") if meaning_of_header(word, {}) is Meaning.FEEDBACK)]  # fmt: skip
    interview = language.of("interview")[0]
    row = ["Acme", "Cook", "2026-10-01", "calm", "late", language.of("outcome rejected")[0], "x", "slow", "2026-10-12"]  # fmt: skip
    made = plan(f"{';'.join([*headers, interview])}\n{';'.join(row)}\n")
    (one,) = interviews(made)
    assert (one.company, one.role, str(one.applied), str(one.when.day), str(one.outcome.kind)) == (
        "Acme",
        "Cook",
        "2026-10-01",
        "2026-10-12",
        "rejected",
    )
    assert [
        [each.text for each in items] for items in (one.went_well, one.went_badly, one.feedback)
    ] == [["calm"], ["late"], ["slow"]]


OPEN, REJECTED = OutcomeKind.PENDING, OutcomeKind.REJECTED


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("Vorstellungsgespräch 12.11.2026 10 Uhr", Status(OPEN, date(2026, 11, 12), "", more=True)),
        ("Probearbeiten am 3. Dezember", Status(OPEN, date(2026, 12, 3), "Probearbeiten", is_guessed=True, more=True)),
        ("2nd interview on Nov 12", Status(OPEN, date(2026, 11, 12), "2nd interview", is_guessed=True, more=True)),
        ("entretien le 12 novembre", Status(OPEN, date(2026, 11, 12), "", is_guessed=True, more=True)),
        ("11月12日 面试", Status(OPEN, date(2026, 11, 12), "", is_guessed=True, more=True)),
        ("12 January interview", Status(OPEN, date(2027, 1, 12), "", is_guessed=True, more=True)),
        ("Absage am 14.11.", Status(REJECTED, date(2026, 11, 14), is_guessed=True)),
        ("Absage (14. November 2026)", Status(REJECTED, date(2026, 11, 14))),
        ("Absage nach Vorstellungsgespräch", Status(REJECTED, more=True)),
        ("Zusage (mündlich)", Status(OutcomeKind.OFFER, more=True)),
        ("eingeladen", Status(OPEN, more=True)),
        ("Telefoninterview", Status(OPEN, more=True)),
        ("waiting for May results", Status(OPEN, more=True)),
        ("the May results", Status(None, more=True)),
        ("waiting since 2026-11-12", Status(OPEN, date(2026, 11, 12), more=True)),
        ("rejected interview", Status(None, more=True)),
        ("", Status(OPEN)),
        ("❌ Absage", Status(REJECTED)),
        ("Wunschliste", Status(OPEN, not_sent=True, more=True)),
        ("applied on 29.2.2028", Status(OPEN, date(2028, 2, 29), more=True)),
    ],
)  # fmt: skip
def test_a_status_says_how_it_stands_and_may_name_a_day(written: str, status: Status) -> None:
    assert status_in(written, since=date(2026, 10, 20), today=TODAY, order=None) == status


def test_without_the_day_of_the_application_the_nearest_day_is_meant() -> None:
    told = status_in("interview 12 Nov", since=None, today=TODAY, order=None)
    assert (told.day, told.is_guessed) == (date(2026, 11, 12), True)


def test_a_leap_day_is_in_a_year_that_has_it() -> None:
    day = date(2028, 2, 1)
    told = status_in("interview 29 Feb", since=date(2027, 12, 1), today=day, order=None)
    assert told.day == date(2028, 2, 29)


def test_a_day_that_could_be_two_is_told_by_its_order_or_doubted() -> None:
    told = status_in("interview 12/11", since=None, today=TODAY, order=DayOrder.DAY_FIRST)
    assert told.day == date(2026, 11, 12)
    with pytest.raises(DayError, match="could be two days"):
        status_in("interview 12/11", since=None, today=TODAY, order=None)
    (read,) = plan("Company,Applied,Status\nAcme,2026-10-01,interview 11/12/2026\n").read
    assert "Say how it is meant: --dates" in read.doubts[0]


@pytest.mark.parametrize("cell", ["-", "–", "—", "n/a", "N/A", "?", "tbd", "TBA", "...", "none"])
def test_a_cell_that_says_nothing_is_empty(cell: str) -> None:
    (new,) = plan(
        f"Company,Applied,Interview Date,Phone Screen\nAcme,2026-10-01,{cell},{cell}\n"
    ).new
    assert new.made.is_note


@pytest.mark.parametrize("cell", ["-", "?", "n/a", "tbd"])
def test_it_says_nothing_in_any_other_column_either(cell: str) -> None:
    (new,) = plan(
        f"Company,Applied,Status,Source,Salary\nAcme,2026-10-01,{cell},{cell},{cell}\n"
    ).new
    assert "\n---\ncompany: Acme\napplied: 2026-10-01\nimported: " in f"\n{new.text}"


def test_columns_of_pros_and_cons_are_the_posts_own_but_by_hand() -> None:
    text = "Company,Interview Date,Pros\nAcme,2026-10-01,near\n"
    assert "pros: near\n" in plan(text).new[0].text
    table = understood(table_in(text.encode()), None, {"Pros": "went_well"})
    (new,) = plan_of(table, Journal(), {}, OPTIONS, TODAY).new
    assert "## Pros\n- near\n" in new.text


def test_a_date_beside_what_went_well_is_the_interviews() -> None:
    (new,) = plan("Firma;Datum;Was lief gut\nAcme;12.10.2026;ruhig\n").new
    assert (new.made.is_note, new.made.day) == (False, date(2026, 10, 12))


@pytest.mark.parametrize("header", ["Gesprächsdatum", "Date d'entretien", "面接日"])
def test_a_date_that_is_called_an_interviews_is_one(header: str) -> None:
    (new,) = plan(f"Company;{header}\nAcme;2026-10-12\n").new
    assert not new.made.is_note


def test_days_in_a_column_called_follow_up_are_kept_and_words_are_promises() -> None:
    header = "Company,Interview Date,Follow Up\n"
    assert "follow_up: '2026-10-20'" in plan(f"{header}Acme,2026-10-12,2026-10-20\n").new[0].text
    (one,) = interviews(plan(f"{header}Acme,2026-10-12,send my certificate\n"))
    assert [each.what for each in one.promised] == ["send my certificate"]
