"""Entries in thirteen languages come out as their writers mean them, and nothing is read in a language that is not known."""

from __future__ import annotations

import unicodedata
from datetime import date, time
from typing import Any

import pytest
import yaml
from tests.end_to_end.projects import ROOT

from afterword.kinds import Severity
from afterword.model import Interview, Journal, Problem, Source
from afterword.reading import FileReader, ReadingOptions, read_files, read_journal, read_source
from afterword.vocabulary.days.days_in_english import in_english

FOLDER = ROOT / "tests" / "journals" / "languages"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load(
    (FOLDER / "expected.yml").read_text(encoding="utf-8")
)
SOURCES = [read_source(FOLDER / f"{name}.md", f"{name}.md") for name in EXPECTED]
TOGETHER = read_journal(SOURCES)


def journal(*texts: str) -> Journal:
    return read_journal([Source(f"{at}.md", text) for at, text in enumerate(texts)])


def entry(keys: str, body: str = "") -> Interview:
    (interview,) = journal(f"---\n{keys}---\n{body}").interviews
    return interview


def said(*texts: str) -> list[Problem]:
    """What is said of a journal, but for what is thin."""
    problems = journal(*texts).problems
    return [one for one in problems if one.severity is not Severity.HINT]


def facts(one: Interview) -> dict[str, Any]:
    """What the table beside the entries tells of an interview; nothing for what it does not say."""
    told = {
        "company": one.company,
        "role": one.role,
        "date": one.when.day.isoformat(),
        "clock": one.when.clock and one.when.clock.isoformat("minutes"),
        "kind": one.kind.value if one.round else None,
        "outcome": one.outcome.kind.value,
        "confidence": one.confidence and round(one.confidence * 100),
        "interviewers": [f"{who.name} ({who.role})" if who.role else who.name for who in one.interviewers],
        "decision_by": one.decision_by and one.decision_by.isoformat(),
        "went_well": [item.text for item in one.went_well],
        "went_badly": [item.text for item in one.went_badly],
        "do_differently": [item.text for item in one.do_differently],
        "takeaways": [item.text for item in one.takeaways],
        "why": [item.why for item in one.observations if item.why],
        "questions": [f"{item.text} {item.answered or ''}".strip() for item in one.questions],
        "feedback": [f"{item.kind}: {item.text}" for item in one.feedback],
    }  # fmt: skip
    return {name: value for name, value in told.items() if value}


@pytest.mark.parametrize("name", EXPECTED)
def test_it_is_read_as_its_writer_means_it(name: str) -> None:
    (interview,) = (one for one in TOGETHER.interviews if one.path == f"{name}.md")
    assert facts(interview) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_nothing_is_said_against_it(name: str) -> None:
    of_it = (one for one in TOGETHER.problems if one.path == f"{name}.md")
    assert [str(one) for one in of_it if one.severity is not Severity.HINT] == []


def test_every_file_is_expected() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == sorted(EXPECTED)


def test_a_file_is_read_alike_alone_and_among_others() -> None:
    alone = [facts(one) for source in SOURCES for one in read_journal([source]).interviews]
    together = [facts(one) for one in TOGETHER.interviews]
    assert sorted(alone, key=str) == sorted(together, key=str)


def test_files_read_one_by_one_and_put_together_make_the_same_journal() -> None:
    options = ReadingOptions()
    half = len(SOURCES) // 2
    halves = read_files(SOURCES[:half], options) + read_files(SOURCES[half:], options)
    assert halves.journal(options) == TOGETHER


@pytest.mark.parametrize(
    ("written", "day", "clock"),
    [
        ("12. November 2026 um 14 Uhr", "2026-11-12", "14:00"),
        ("le 12 novembre 2026 à 14h30", "2026-11-12", "14:30"),
        ("12 novembre 2026 à 2h de l'après-midi", "2026-11-12", "14:00"),
        ("12 de noviembre de 2026 a las 14:30", "2026-11-12", "14:30"),
        ("mar 12 mayo 2026", "2026-05-12", None),
        ("12 mar 2026", "2026-03-12", None),
        ("12 de novembro de 2026 às 14h", "2026-11-12", "14:00"),
        ("12 set 2026", "2026-09-12", None),
        ("1º novembre 2026 ore 14.30", "2026-11-01", "14:30"),
        ("12 november 2026 om 14:30 uur", "2026-11-12", "14:30"),
        ("12 grudnia 2026 r.", "2026-12-12", None),
        ("12 grudnia 2026, 14 godz.", "2026-12-12", "14:00"),
        ("12 ноября 2026 г. в 14:30", "2026-11-12", "14:30"),
        ("2026年11月12日（木）14時30分", "2026-11-12", "14:30"),
        ("2026年11月12日 下午2点半", "2026-11-12", "14:30"),
        ("令和元年11月12日", "2019-11-12", None),
        ("2026년 11월 12일 오후 2시", "2026-11-12", "14:00"),
        ("ngày 12 tháng 11 năm 2026", "2026-11-12", None),
        ("12 tháng 11, 2026 14 giờ 30", "2026-11-12", "14:30"),
        ("١٢ نوفمبر ٢٠٢٦ الساعة ٣ مساء", "2026-11-12", "15:00"),
        ("12 août 2026", "2026-08-12", None),
        ("12 aout 2026", "2026-08-12", None),
        (unicodedata.normalize("NFD", "12 août 2026"), "2026-08-12", None),
    ],
)  # fmt: skip
def test_a_day_is_read_in_each_language(written: str, day: str, clock: str | None) -> None:
    when = entry(f"company: A\ndate: {written}\n").when
    assert (when.day, when.clock) == (date.fromisoformat(day), clock and time.fromisoformat(clock))


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("zwei Wochen", "2 weeks"),
        ("sous 2 semaines", "2 weeks"),
        ("sept jours", "7 days"),
        ("5 días hábiles", "5 business days"),
        ("dez dias", "10 days"),
        ("entro due settimane", "2 weeks"),
        ("binnen 2 weken", "2 weeks"),
        ("za dwa tygodnie", "2 weeks"),
        ("в течение 2 недель", "2 weeks"),
        ("两周内", "2 weeks"),
        ("2週間以内", "2 weeks"),
        ("5영업일 이내", "5 business days"),
        ("trong 2 tuần", "2 weeks"),
        ("خلال أسبوعين", "2 weeks"),
        ("أسبوع", "1 weeks"),
        ("quelques mots", "quelques mots"),
    ],
)
def test_a_span_is_put_into_english(written: str, english: str) -> None:
    assert in_english(written) == english


@pytest.mark.parametrize(
    ("written", "code"),
    [("31 novembre 2026", "impossible-date"), ("11월 12일", "no-year"), ("12 novembre", "no-year"), ("13月45日", "not-a-date"), ("mars avril 2026", "not-a-date")],
)  # fmt: skip
def test_what_is_no_day_is_told_in_its_own_words(written: str, code: str) -> None:
    (problem,) = said(f"---\ncompany: A\ndate: {written}\n---\n")
    assert (problem.code, written in problem.message) == (code, True)


def test_another_weekday_is_noticed_in_another_language() -> None:
    (problem,) = said("---\nentreprise: A\ndate: lundi 12 novembre 2026\nposte: b\n---\n")
    assert (problem.code, problem.message) == ("other-weekday", "2026-11-12 is a Thursday.")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ana Ruiz y Luis Peña", ["Ana Ruiz", "Luis Peña"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Ana y Luis", ["Ana", "Luis"]),
        ("Ana Ruiz, Luis Peña y Eva Sanz (RR. HH. y más)", ["Ana Ruiz", "Luis Peña", "Eva Sanz"]),
    ],
)
def test_an_and_parts_two_people_and_not_a_name(written: str, names: list[str]) -> None:
    one = entry(f"empresa: A\nfecha: 2026-11-12\nentrevistadores: {written}\n")
    assert [who.name for who in one.interviewers] == names


@pytest.mark.parametrize(
    ("keys", "written", "what", "by"),
    [
        ("entreprise: A\nposte: b", "le certificat avant le 24 décembre", "le certificat", "2026-12-24"),
        ("entreprise: A\nposte: b", "le lien d'ici vendredi", "le lien", "2026-11-13"),
        ("entreprise: A\nposte: b", "le lien, lundi ou mardi", "le lien, lundi ou mardi", None),
        ("empresa: A\npuesto: b", "enviar el certificado antes del 24 de diciembre", "enviar el certificado", "2026-12-24"),
        ("empresa: A\npuesto: b", "llamar por la mañana", "llamar por la mañana", None),
        ("Firma: A\nStelle: b", "so schnell wie möglich schreiben", "so schnell wie möglich schreiben", None),
        ("компания: A\nдолжность: b", "отправить портфолио до 24 декабря", "отправить портфолио", "2026-12-24"),
        ("company: A\nrole: b", "le lien avant vendredi", "le lien avant vendredi", None),
        ("entreprise: A\nposte: b", "envoyer le CV vendredi", "envoyer le CV", "2026-11-13"),
        ("entreprise: A\nposte: b", "le lien chaque vendredi", "le lien chaque vendredi", None),
        ("empresa: A\npuesto: b", "llevar el carnet el lunes", "llevar el carnet", "2026-11-16"),
        ("empresa: A\nvaga: b", "enviar o diploma até 06/12", "enviar o diploma", "2026-12-06"),
        ("firma: A\nstanowisko: b", "wysłać CV do 18.11", "wysłać CV", "2026-11-18"),
        ("компания: A\nдолжность: b", "отправить ссылку до 18.11", "отправить ссылку", "2026-11-18"),
        ("компания: A\nдолжность: b", "созвон до 18.30", "созвон до 18.30", None),
        ("Firma: A\nStelle: b", "Unterlagen bis 18.11 schicken", "Unterlagen bis 18.11 schicken", "2026-11-18"),
        ("company: A\nrole: b", "send the proof by 18.11", "send the proof", "2026-11-18"),
        ("company: A\nrole: b", "call me by 10.11 pm", "call me by 10.11 pm", None),
        ("会社: A\n職種: b", "11/16までに職務経歴書を送る", "11/16までに職務経歴書を送る", "2026-11-16"),
        ("会社: A\n職種: b", "費用を1/3まで下げる", "費用を1/3まで下げる", None),
        ("Firma: A\nStelle: b", "bis 3.12 Punkte holen", "bis 3.12 Punkte holen", None),
        ("会社: A\n職種: b", "25/16までに送る", "25/16までに送る", None),
        ("company: A\nrole: b", "cut it by 4.12 million", "cut it by 4.12 million", None),
        ("Firma: A\nStelle: b", "Anruf bis 10.12 Uhr", "Anruf bis 10.12 Uhr", None),
        ("Firma: A\nStelle: b", "Quote bis 4.12 % senken", "Quote bis 4.12 % senken", None),
        ("公司: A\n职位: b", "发3/4前端作品", "发3/4前端作品", None),
        ("公司: A\n职位: b", "11/20前发作品集", "11/20前发作品集", "2026-11-20"),
        ("会社: A\n職種: b", "金曜までに職務経歴書を送る", "金曜までに職務経歴書を送る", "2026-11-13"),
        ("会社: A\n職種: b", "来週の火曜に電話する", "来週の火曜に電話する", None),
        ("公司: A\n职位: b", "周五前发作品集", "周五前发作品集", "2026-11-13"),
        ("公司: A\n职位: b", "星期天之前回复", "星期天之前回复", "2026-11-15"),
        ("회사: A\n직무: b", "금요일까지 포트폴리오", "금요일까지 포트폴리오", "2026-11-13"),
    ],
)  # fmt: skip
def test_a_promise_may_name_its_day_in_its_own_language(
    keys: str, written: str, what: str, by: str | None
) -> None:
    (promise,) = entry(
        f"{keys}\ndate: 2026-11-12\npromised: ['{written.replace(chr(39), chr(39) * 2)}']\n"
    ).promised
    assert (promise.what, promise.by) == (what, by and date.fromisoformat(by))


SWEDISH = "Det gick bra och jag var lugn, men det var inte lätt för mig.\n\n## Frågor\n- Varför?\n"


@pytest.mark.parametrize(
    "text",
    [
        f"---\nföretag: A\ndatum: 2026-11-12\n---\n{SWEDISH}",
        "---\nşirket: A\ntarih: 12 Kasım 2026\n---\n## İyi giden\n- sakin\n",
        "---\nfirma: A\ndatum: 12. 11. 2026\n---\nBylo to dobré, ale nebyl jsem klidný.\n\n## Plusy\n- klid\n",
        "---\nεταιρεία: A\nημερομηνία: 2026-11-12\n---\n## Θετικά\n- ηρεμία\n",
        "---\nकंपनी: A\nतारीख: 2026-11-12\n---\n## अच्छा\n- शांत\n",
        "---\nкомпанія: A\nдата: 12 листопада 2026\n---\nЯ була дуже спокійна, але не все було добре для мене.\n",
    ],
    ids=["Swedish", "Turkish", "Czech", "Greek", "Hindi", "Ukrainian"],
)
def test_an_interview_in_a_language_that_is_not_read_is_told_as_one(text: str) -> None:
    assert (journal(text).interviews, "unread-language" in {one.code for one in said(text)}) == (
        (),
        True,
    )


def test_nothing_of_it_is_read_where_its_keys_are_english() -> None:
    one = entry("company: A\ndate: 2026-11-12\n", SWEDISH)
    assert (one.observations, one.questions) == ((), ())


def test_a_month_that_is_another_one_elsewhere_wants_its_language() -> None:
    """Listopad is November in Polish and October in Croatian."""
    croatian = "Ja sam bila vrlo mirna na razgovoru i nije bilo teško.\n"
    assert journal(f"---\ncompany: A\ndate: 12. listopada 2026\n---\n{croatian}").interviews == ()
    assert entry("firma: A\ndata: 12 listopada 2026\n").when.day == date(2026, 11, 12)


def test_an_outcome_that_does_not_say_whose_it_was_is_asked_after() -> None:
    (problem,) = said("---\nempresa: A\nfecha: 2026-11-12\nresultado: rechazado\n---\n")
    assert (problem.line, problem.code) == (4, "unclear-outcome")
    assert "whose word" in problem.message


TIPS = "---\ncompany: A\ndate: 2026-11-12\n---\n## Tips\n- langzamer\n"
DUTCH = "---\nbedrijf: B\ndatum: 2026-11-12\n---\n## Wat ging goed\n- rustig\n"
ENGLISH = "---\ncompany: C\ndate: 2026-11-12\n---\nThey were friendly and it was about my work for them.\n"


def test_a_word_that_stands_alone_is_doubted_aloud() -> None:
    (problem,) = said(TIPS)
    assert (problem.path, problem.line, problem.column, problem.code) == (
        "0.md",
        5,
        4,
        "which-language",
    )
    assert "may be Dutch" in problem.message
    assert journal(TIPS).interviews[0].went_badly == ()


def test_the_journals_other_files_decide_where_it_does_not_say() -> None:
    one = next(one for one in journal(DUTCH, TIPS).interviews if one.company == "A")
    assert [item.text for item in one.went_badly] == ["langzamer"]
    assert said(DUTCH, TIPS) == []


def test_in_a_journal_in_english_it_is_no_word_of_ours() -> None:
    tips = ENGLISH + "\n## Tips\n- Slow down when they ask\n"
    assert {one.code for one in said(ENGLISH, TIPS)} == {"nothing-counted"}
    assert [one.code for one in said(tips)] == ["nothing-counted"]


def test_files_in_two_languages_as_often_decide_nothing() -> None:
    assert [one.code for one in said(DUTCH, ENGLISH, TIPS)] == [
        "nothing-counted",
        "which-language",
    ]


def test_the_key_of_a_company_that_stands_alone_is_doubted_on_a_page_too() -> None:
    (problem,) = said("---\nbedrijf: A\ndate: 2026-11-12\n---\n- rustig\n")
    assert (problem.line, problem.code) == (2, "which-language")


def test_an_english_key_that_is_another_thing_elsewhere_is_left_alone_there() -> None:
    internship = "entreprise: A\ndate: 2026-11-12\nposte: b\nstage: {}\n"
    assert entry(internship.format("développement web")).round is None
    assert entry(internship.format("2e entretien")).round is not None


def test_keys_of_other_programs_stay_theirs_in_english() -> None:
    one = entry(
        "company: A\ndate: 2026-11-12\nphase: 2\nnote: hi\nissue: 12\n", "## Pros\n- calm\n"
    )
    assert (one.round, one.feeling, [item.text for item in one.went_well]) == (None, None, ["calm"])


def test_keys_in_another_language_are_read_above_notes_in_english() -> None:
    keys = "entreprise: A\nposte: b\nrésultat: refus\ndate: 2026-11-12\n"
    one = entry(keys, "They were friendly and it was about my work for them.\n")
    assert (one.company, one.role, one.outcome.kind) == ("A", "b", "rejected")


def test_a_reader_of_single_files_takes_the_journals_language_for_one_that_does_not_say() -> None:
    reader = FileReader(ReadingOptions(), lambda: "Dutch")
    read = reader.read(Source("a.md", TIPS))
    assert read is not None
    assert [item.text for item in read[0].went_badly] == ["langzamer"]


def test_a_day_that_cannot_be_told_is_told_in_the_words_of_the_text() -> None:
    text = "---\n会社: A\n職種: b\n日付: 2026-11-12\npromised: [来週の火曜に電話する]\n---\n"
    (told,) = (
        one for one in read_journal([Source("a.md", text)]).problems if one.code == "unclear-day"
    )
    assert "'来週の火曜'" in told.message
