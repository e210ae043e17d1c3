"""Notes from elsewhere become entries with the right company, role, day and round, are doubted aloud, or are left alone."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from afterword.days import DayOrder
from afterword.kinds import OutcomeKind
from afterword.model import Interview, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.writing.importing.note import NewNote, Note, NoteRead
from afterword.writing.importing.notes import read_notes

_OPTIONS = ReadingOptions(today=date(2026, 11, 26))
_CASES = yaml.load(  # a loader that makes nothing but texts
    Path(__file__).with_name("vaults.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
# The notes of a vault are read together, since one may tell how the days of another are meant.
_READS = read_notes([Note(one["path"], one["text"]) for one in _CASES], _OPTIONS)
_WITH_READS = [
    pytest.param(case, read, id=case["shape"]) for case, read in zip(_CASES, _READS, strict=True)
]


def _made(text: str, path: str = "note.md", **options: Any) -> NoteRead:
    return read_notes([Note(path, text)], ReadingOptions(today=date(2026, 11, 26), **options))[0]


def _said(made: NewNote) -> list[str]:
    return [made.company, made.role, made.day.isoformat(), made.round]


def _interview(made: NewNote) -> Interview:
    return read_journal([Source("a.md", made.text)], _OPTIONS).interviews[0]


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


@pytest.mark.parametrize(("case", "read"), _WITH_READS)
def test_a_note_becomes_what_is_right(case: dict[str, Any], read: NoteRead) -> None:
    assert case["right"] == [_said(one) for one in read.made]


@pytest.mark.parametrize(("case", "read"), _WITH_READS)
def test_a_note_is_doubted_or_left_alone_only_with_a_reason(
    case: dict[str, Any], read: NoteRead
) -> None:
    assert case.get("doubt", "") in "\n".join(read.doubts)
    assert case.get("dropped", "") in read.dropped
    assert (bool(case.get("doubt")), bool(case.get("dropped"))) == (
        bool(read.doubts),
        bool(read.dropped),
    )


@pytest.mark.parametrize(("case", "read"), _WITH_READS)
def test_no_word_of_a_note_is_lost(case: dict[str, Any], read: NoteRead) -> None:
    written = _words("\n".join(one.text for one in read.made))
    facts = {"Company", "Date", "Position", "Role", "Round", "Status", "Employer", "Job", "title", "Interviewers", "Firma", "Stelle", "Datum", "Entreprise", "Poste"}  # fmt: skip
    days = {
        "November",
        "novembre",
        "12",
        "14",
        "25",
        "03",
        "11",
        "会社",
        "職種",
        "日付",
        "2026年11月12日",
    }
    lost = _words(case["text"]) - written - facts - days if read.made else set()
    assert set() == lost


@pytest.mark.parametrize(("case", "read"), _WITH_READS)
def test_what_they_asked_in_a_transcript_are_its_questions(
    case: dict[str, Any], read: NoteRead
) -> None:
    asked = [one.text for made in read.made if not made.is_note for one in _interview(made).questions]  # fmt: skip
    if "questions" in case:
        assert case["questions"] == asked


def test_nothing_said_in_a_transcript_is_taken_for_a_fact() -> None:
    read = next(one for one in _READS if one.path.startswith("transcripts"))
    assert not _interview(read.made[0]).interviewers


def test_the_outcome_of_an_application_is_that_of_its_last_round() -> None:
    read = next(one for one in _READS if one.path.endswith("Bittern Bank.md"))
    assert [_interview(one).outcome.kind for one in read.made] == [
        OutcomeKind.PENDING,
        OutcomeKind.PENDING,
        OutcomeKind.REJECTED,
    ]


def test_an_outline_is_read_as_sections_with_their_items() -> None:
    read = next(one for one in _READS if one.path.endswith("Acme Weaving.md"))
    read_there = _interview(read.made[0])
    assert (
        read_there.went_well[0].text,
        tuple(filter(None, [read_there.went_well[0].why])),
    ) == ("Showed the samples", ("I had sorted them",))
    assert [one.text for one in read_there.went_badly] == ["Did not know the loom"]
    assert [one.text for one in read_there.questions] == ["How do you mend a float?"]


def test_whoever_speaks_with_me_several_times_asks() -> None:
    text = "[00:01] Dana: Why us?\n[00:09] Me: The river.\n[00:20] Dana: And who else?\n[00:31] Me: Nobody."
    read = _made(text, "Interview at Acme 2026-11-12.txt")
    assert [one.text for one in _interview(read.made[0]).questions] == ["Why us?", "And who else?"]


def test_questions_that_are_noted_already_are_not_noted_again() -> None:
    text = "## Questions\n- Why us?\n\nRecruiter: Why us?\nMe: The river.\nRecruiter: And pay?\nMe: Enough."
    read = _made(text, "Interview at Acme 2026-11-12.txt")
    assert read.made[0].text.count("## Questions") == 1


def test_a_day_that_could_be_two_is_named_with_both_readings() -> None:
    read = _made("Company: Acme\nDate: 03/04/2026\n\n## Went well\n- Calm\n")
    assert not read.made
    assert "could be" in read.doubts[0]


def test_a_day_that_could_be_two_is_read_as_the_options_say() -> None:
    read = _made(
        "Company: Acme\nDate: 03/04/2026\n\n## Went well\n- Calm\n", dates=DayOrder.DAY_FIRST
    )
    assert [date(2026, 4, 3)] == [one.day for one in read.made]


def test_a_time_and_a_month_are_kept_as_they_are_written() -> None:
    timed = _made("Company: Acme\nDate: 2026-11-12 14:30\n\n## Went well\n- Calm\n").made[0]
    month = _made("Company: Acme\nDate: 2026-11\n\n## Went well\n- Calm\n").made[0]
    assert _interview(timed).when.clock is not None
    assert _interview(month).when.whole_month


def test_a_round_without_a_day_stays_with_what_stands_above_it() -> None:
    text = "---\ncompany: Acme\ndate: 2026-10-01\n---\n## Phone screen 2026-11-03\nHi.\n\n## Round 2\nHo.\n\n## Final interview 2026-11-10\nHm.\n"
    read = _made(text)
    assert [date(2026, 11, 3), date(2026, 11, 10)] == [one.day for one in read.made]
    assert read.doubts == ["'Round 2' names no day, so it stays with what stands above it"]
    assert "Ho." in read.made[0].text


def test_rounds_of_a_company_that_nobody_names_are_not_written() -> None:
    text = "## Phone screen 2026-11-03\n### Went well\n- Calm\n\n## Final interview 2026-11-10\n### Went badly\n- Late\n"
    read = _made(text, "notes.md")
    assert not read.made
    assert "names no company" in read.doubts[0]


def test_a_company_on_a_line_that_cannot_be_read_is_no_guess_at_another() -> None:
    read = _made("---\ncompany Acme\ndate: 2026-11-10\n---\n# Borealis interview\n")
    assert (len(read.made), "no colon" in read.doubts[0]) == (0, True)


def test_a_text_with_more_in_it_than_is_read_is_left_with_the_reason() -> None:
    read = _made("Company: Acme\nDate: 2026-11-12\n\n" + "[" * 600 + "\n\n## Went well\n- Calm\n")
    assert (len(read.made), "brackets" in read.doubts[0]) == (0, True)


def test_a_fact_that_cannot_be_read_stays_in_the_text_as_it_is() -> None:
    read = _made("Company: Acme\nDate: 2026-11-12\nStatus: sort of\n\n## Went well\n- Calm\n")
    assert "outcome" not in read.made[0].text
    assert "sort of" in read.made[0].text


def test_a_character_that_no_text_has_is_shown_as_one_that_is_missing() -> None:
    read = _made("Company: Acme\nDate: 2026-11-12\n\n## Went well\n- Cal\x00m\n")
    assert "Cal\N{REPLACEMENT CHARACTER}m" in read.made[0].text


def test_a_note_that_another_program_dates_is_of_that_day() -> None:
    note = Note("diary.json#3", "# Interview at Acme\n\nThey were kind.", date(2026, 11, 9))
    read = read_notes([note], _OPTIONS)[0]
    assert [_said(one) for one in read.made] == [["Acme", "", "2026-11-09", ""]]
    assert "on which it was written" in read.told[-1]


def test_an_empty_key_is_filled_in_where_it_stands() -> None:
    read = _made(
        "---\ncompany:\nrole: Baker\ntags: [interview]\n---\n# Interview at Acme, 2026-11-12\n\n## Went well\n- Calm\n"
    )
    assert read.made[0].text.startswith("---\ndate: 2026-11-12\ncompany: Acme\nrole: Baker\n")


def test_an_empty_key_is_filled_in_whatever_a_line_above_ends_with() -> None:
    read = _made("---\nup-date: \ndate: \n---\n# Interview at Acme, 2026-11-12\n\n## Went well\n- Calm\n")  # fmt: skip
    said = read.made[0].text.split("\n")
    assert said[1:4] == ["company: Acme", "up-date: ", "date: 2026-11-12"]


@pytest.mark.parametrize(
    ("path", "companies"),
    [
        ("Acme/Interview 2026-11-12.md", ["Acme"]),
        ("Interview 2026-11-12.md", []),
        ("Acme/Interview.md", []),
        ("Acme/2026-11-12 meeting.md", []),
    ],
)
def test_words_alone_are_of_an_interview_in_a_companys_folder_below_its_day(
    path: str, companies: list[str]
) -> None:
    read = _made("We spoke about bread.\n", path)
    assert [one.company for one in read.made] == companies
    assert read.dropped == ("" if companies else "not about an interview")


def test_a_company_that_another_note_names_is_known_in_a_title() -> None:
    reads = read_notes(
        [
            Note("a.md", "---\ncompany: Teacher's Pet\ndate: 2026-11-01\n---\n"),
            Note("Trial - teacher's pet - 2026-11-05.md", "## Went well\n- Calm\n\n## Went badly\n- Late\n"),
        ],
        _OPTIONS,
    )  # fmt: skip
    assert ([one.company for one in reads[1].made], reads[1].doubts) == (["Teacher's Pet"], [])


def test_the_mark_of_a_note_never_changes_so_that_it_is_known_again_in_years() -> None:
    """Made of its path alone, whatever is written into it since."""
    for text in ("Company: Acme\nDate: 2026-11-12\n", "Company: Quill\nDate: 2026-11-13\nHm.\n"):
        read = _made(f"{text}\n## Went well\n- Calm\n", "a/Acme call.md")
        assert [one.mark for one in read.made] == ["a72f8c932071"]


def test_the_day_of_a_whole_note_stays_above_its_rounds() -> None:
    read = _made("Company: Acme\nDate: 2026-10-01\n\n## Phone screen 2026-11-03\nHi.\n\n## Final interview 2026-11-10\nHm.\n")  # fmt: skip
    assert [one.day for one in read.made] == [date(2026, 11, 3), date(2026, 11, 10)]
    assert "Date: 2026-10-01" in read.made[0].text


def test_what_is_said_of_the_application_stands_in_every_round_and_all_else_in_the_last() -> None:
    shared = "company: Acme\nrole: Cook\napplied: 2026-10-01\nsource: LinkedIn\napplication: second try\nprivate: [Bo]\ndraft: false\npublish: true\n"
    rounds = "## Phone screen 2026-11-03\nHi.\n\n## Final interview 2026-11-10\nHm.\n"
    first, last = _made(f"---\n{shared}outcome: rejected\ncontact: email\n---\n{rounds}").made
    assert (shared in first.text, shared in last.text) == (True, True)
    others = [("outcome: rejected\n" in one.text, "contact: email\n" in one.text) for one in (first, last)]  # fmt: skip
    assert others == [(False, False), (True, True)]


def test_what_labels_say_of_the_application_stands_in_every_round_too() -> None:
    rounds = "## Phone screen 2026-11-03\nHi.\n\n## Final interview 2026-11-10\nHm.\n"
    labels = "Company: Acme\nRole: Cook\nApplied: 2026-10-01\nSource: LinkedIn\nOutcome: rejected\n"
    told = [_interview(one) for one in _made(f"{labels}\n{rounds}").made]
    assert [(one.company, one.role, one.applied, one.source) for one in told] == [
        ("Acme", "Cook", date(2026, 10, 1), "LinkedIn")
    ] * 2
    assert [one.outcome.kind for one in told] == [OutcomeKind.PENDING, OutcomeKind.REJECTED]


@pytest.mark.parametrize(
    ("above", "doubts"),
    [(["Bread."] * 7, 0), (["Bread."] * 8, 1)],
    ids=["on the eighth line", "on the ninth"],
)
def test_a_day_by_itself_among_the_first_lines_is_that_of_the_note(
    above: list[str], doubts: int
) -> None:
    text = "\n\n".join([*above, "2026-11-12", "## Went well\n- Calm\n"])
    read = _made(text, "Interview @ Acme.md")
    assert (len(read.doubts), [str(one.day) for one in read.made]) == (
        doubts,
        ["2026-11-12"] * (1 - doubts),
    )


_OTHERS = {
    "Job Search/Acme Corp/2026-11-12.md": ("# Phone interview\n\n**Pros**\n- calm\n\n**Cons**\n- late\n", ["Acme Corp", "", "2026-11-12", "Phone interview"]),
    "Northwind - Backend Engineer - Final round (2026-11-18).md": ("## What went well\n- Lunch\n", ["Northwind", "Backend Engineer", "2026-11-18", "Final round"]),
    "Interview @ Contoso.md": ("Date: Nov 3, 2026\n\nWent well: the demo.\n", ["Contoso", "", "2026-11-03", ""]),
    "Stark Foods/notes.txt": ("Interview 2026-11-09\n+ calm\n- late\n", ["Stark Foods", "", "2026-11-09", ""]),
    "journals/2026_11_12.md": ("- Interview with [[Globex]] #interview\n\t- **Went well**\n\t\t- Calm\n- bought milk\n", ["Globex", "", "2026-11-12", ""]),
    "Entretien Dupont 2026-11-10.md": ("## Points forts\n- Calme et clair avec le directeur\n\n## Points faibles\n- Les chiffres\n", ["Dupont", "", "2026-11-10", ""]),
    "Nurse at Brook Clinic, 2026-11-11, interview.md": ("## Went well\n- Doses\n", ["Brook Clinic", "Nurse", "2026-11-11", ""]),
    "vandelay.md": ("---\nauthor: me\ntitle: Vandelay Imports\ndate: 2026-11-02\ntags: [interview]\n---\n## Went well\n- Calm\n", ["Vandelay Imports", "", "2026-11-02", ""]),
    "list.md": ('---\ncompany: [["Hooli"]]\n---\n2026-11-02\n\n## Went well\n- Calm\n', ["Hooli", "", "2026-11-02", ""]),
}  # fmt: skip


@pytest.mark.parametrize("path", _OTHERS)
def test_a_title_or_a_folder_says_whom_a_note_is_about(path: str) -> None:
    text, right = _OTHERS[path]
    assert [_said(one) for one in _made(text, path).made] == [right]


def test_an_interview_within_a_note_about_other_things_is_told() -> None:
    read = _made("# 2026-11-05\n\n## Interview at Initech\n\nIt went ok.\n\n## Shopping\n- milk\n", "2026-11-05.md")  # fmt: skip
    assert (read.made, read.dropped) == ([], "")
    assert read.doubts[0].startswith("'Interview at Initech' stands in a note about other things")


@pytest.mark.parametrize(
    "text",
    [
        "**Company**: Acme\n**Interview 1**: 2026-10-10 - phone\n**Interview 2**: 2026-10-17\n",
        "---\ncompany: Acme\ndate applied: 2026-10-01\ninterviews:\n  - date: 2026-10-10\n  - date: 2026-10-20\n---\nWords\n",
    ],
)
def test_several_days_of_interviews_among_the_facts_are_told(text: str) -> None:
    assert "2 days of interviews stand in its facts" in _made(text).doubts[-1]


def test_of_a_list_of_what_happened_when_no_day_is_taken() -> None:
    read = _made("# Acme\n\n**Role:** Cook\n\n- 2026-10-01 applied\n- 2026-10-10 phone screen\n\n## Went well\n- fine\n")  # fmt: skip
    assert (read.made, "names no day" in read.doubts[-1]) == ([], True)


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ('{\n"company": "Acme", "date": "2026-11-10"\n}\n\n## Went well\n- Calm\n', ["Acme"]),
        ("{\nno json\n}\n\n# Interview at Acme 2026-11-10\n", ["Acme"]),
        ("---\ncompany = Acme\nwhen it was: late\ndate = 2026-11-10\n---\n## Went well\n- Calm\n", ["Acme"]),
        ("```\nls\n```\n\n# Interview at Acme 2026-11-10\n", ["Acme"]),
        ("---\nnever ended\n\n# Interview at Acme 2026-11-10\n", ["Acme"]),
    ],
)  # fmt: skip
def test_facts_between_other_lines_are_taken_where_they_are_facts(
    text: str, company: list[str]
) -> None:
    assert [one.company for one in _made(text).made] == company


def test_an_application_that_is_called_an_interview_without_a_day_is_no_interview() -> None:
    read = _made(
        "---\ntags: [job-applications]\ncompany: Acme\nstatus: interview\ndate_applied: 2026-11-01\n---\n## Interview notes\nTalked for an hour.\n"
    )
    assert (len(read.made), bool(read.doubts)) == (0, True)


def test_a_note_that_says_no_company_is_doubted() -> None:
    read = _made("## Went well\n- Calm\n\n## Went badly\n- Late\n")
    assert (read.made, "names no company" in read.doubts[0]) == ([], True)


def test_a_company_that_only_a_folder_names_is_doubted() -> None:
    text = "2026-11-12\n\n## Went well\n- Calm\n\n## Went badly\n- Late\n"
    read = _made(text, "Stark Foods/note.md")
    assert ([one.company for one in read.made], len(read.doubts)) == (["Stark Foods"], 1)


def test_a_day_on_a_line_below_the_heading_of_a_round_is_that_rounds() -> None:
    text = "Company: Acme\n\n## Phone screen\n12 Nov 2026\n\nHi.\n\n## Final round\n- **Date:** 19 Nov 2026\n\nHm.\n\n## Offer call\n### Words\nNone.\n"
    assert [one.day for one in _made(text).made] == [date(2026, 11, 12), date(2026, 11, 19)]


def test_front_matter_that_ends_with_dots_gets_its_mark_between_its_lines() -> None:
    made = _made("---\ncompany: Acme\ndate: 2026-11-12\n...\nWords.\n\n---\n\nMore.\n").made[0]
    assert made.text.partition(f"imported: '{made.mark}'\n---\n")[2].strip().startswith("Words.")


def test_of_two_facts_the_first_counts_and_both_are_kept() -> None:
    made = _made("Company: Acme\nCompany: Borealis\nDate: 2026-11-12\n\nFelt [mood:: fine] and [hue:: blue].\n| Role | a | b |\n\n## Went well\n- Calm\n").made[0]  # fmt: skip
    assert (made.company, "Borealis" in made.text, "[hue:: blue]" in made.text) == (
        "Acme",
        True,
        True,
    )


def test_what_stands_beside_a_fact_on_its_line_is_no_part_of_it() -> None:
    text = "Company: Acme\nDate: 2026-11-12\n\nWe spoke at length.\n\nRole:: Engineer | Team:: Data\n\n## Went well\n- Calm\n"
    assert [one.role for one in _made(text).made] == ["Engineer"]


def test_facts_below_front_matter_of_other_things_stay_where_they_are_and_count() -> None:
    made = _made("---\ntags: [job]\n---\nCompany: Acme\nDate: 2026-11-12\n\n## Went well\n- Calm\n").made[0]  # fmt: skip
    assert (made.company, made.day) == ("Acme", date(2026, 11, 12))
    assert "---\n\nCompany: Acme\nDate: 2026-11-12\n" in made.text


@pytest.mark.parametrize(
    ("path", "text", "company"),
    [
        ("Acme/Interview questions 2026-11-12.md", "## Went well\n- Calm\n\n## Went badly\n- Late\n", "Acme"),
        ("Acme/Rückmeldung Interview 2026-11-12.md", "## Went well\n- Calm\n\n## Went badly\n- Late\n", "Acme"),
        ("Acme/2026-11-12.md", "On the day of the interview at nine o'clock, 2026-11-12\n\n## Went well\n- Calm\n\n## Went badly\n- Late\n", "Acme"),
        ("a.md", "Interview at Borealis, 2026-11-12\n\n## Went well\n- Calm\n\n## Went badly\n- Late\n", "Borealis"),
    ],
)  # fmt: skip
def test_no_company_is_called_like_a_section_or_like_a_part_of_a_sentence(
    path: str, text: str, company: str
) -> None:
    assert [one.company for one in _made(text, path).made] == [company]


@pytest.mark.parametrize(
    ("path", "text", "right"),
    [
        ("a.md", "Colloquio da Libreria Pavese, 24 settembre 2026\nPosizione: commessa\nEsito: negativo\n\n👍\n- calma\n\n👎\n- tardi\n", ["Libreria Pavese", "commessa", "2026-09-24", ""]),
        ("a.md", "Собеседование в Яхонт Логистика, 22 сентября 2026 г.\nВакансия: диспетчер\n\nПлюсы:\n- да\n\nМинусы:\n- нет\n", ["Яхонт Логистика", "диспетчер", "2026-09-22", ""]),
        ("a.md", "# 面接メモ：かもめ保育園\n\n日付：2026/09/30\n職種：保育士\n\n【良かったこと】\n・笑顔\n\n【反省点】\n・緊張\n", ["かもめ保育園", "保育士", "2026-09-30", ""]),
        ("a.md", "---\ninterview:\n  company: Acme\n  role: Cook\n  date: 2026-10-14\noutcome: offer\n---\n## Went well\n- calm\n", ["Acme", "Cook", "2026-10-14", ""]),
        ("interview cook.md", "---\nhospital: St Anne\nposition: Cook\n---\n# 14 Oct 2026\n\n## Went well\n- calm\n", ["St Anne", "Cook", "2026-10-14", ""]),
        ("interview cook.md", "---\nplace: St Anne\nposition: Cook\n---\n# 14 Oct 2026\n\n## Went well\n- calm\n", ["St Anne", "Cook", "2026-10-14", ""]),
    ],
)  # fmt: skip
def test_a_note_says_its_facts_in_its_own_way(path: str, text: str, right: list[str]) -> None:
    (made,) = _made(text, path).made
    assert _said(made) == right


@pytest.mark.parametrize(
    ("path", "text", "company"),
    [
        ("a.md", "# 株式会社ひばり 二次面接\n\n日時:2026年10月8日 13:00〜\n結果:不採用\n\n■良かったこと\n・はい\n", "株式会社ひばり"),
        ("a.md", "# 한빛소프트랩 1차 면접\n\n날짜: 2026-10-08\n결과: 대기\n\n## 잘한 점\n- 차분했다\n", "한빛소프트랩"),
        ("a.md", "---\nemployer: Larkspur\ntitle: Claims Automation Lead\nwhen: 2026-10-27 (Tuesday) 1:30 PM ET\n---\n### What worked\n- calm\n", "Larkspur"),
    ],
)  # fmt: skip
def test_a_company_ends_where_its_title_counts_the_round(
    path: str, text: str, company: str
) -> None:
    assert [one.company for one in _made(text, path).made] == [company]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("# Jantar druga rozmowa\n\nData: 2026-10-08\nStanowisko: kucharz\n\n## Co poszło dobrze\n- spokój\n", ["Jantar", "kucharz", "2026-10-08", "druga rozmowa"]),
        ("# Северный Мост второе собеседование\n\nДата: 2026-10-08\nДолжность: повар\n\n## Что прошло хорошо\n- да\n", ["Северный Мост", "повар", "2026-10-08", "второе собеседование"]),
    ],
)  # fmt: skip
def test_what_counts_the_round_in_a_title_is_none_of_the_name(text: str, right: list[str]) -> None:
    read = _made(text, "a.md")
    assert [_said(one) for one in read.made] == [right]
    assert not any("is taken for the company" in one for one in read.doubts)


def test_a_last_word_in_small_letters_may_be_none_of_the_name() -> None:
    read = _made("# Rozmowa kwalifikacyjna Jantar kucharz\n\nData: 2026-10-08\n\n## Co poszło dobrze\n- nie było źle i na czas\n")  # fmt: skip
    (doubt,) = [one for one in read.doubts if "is taken for the company" in one]
    assert doubt.startswith("'Jantar kucharz' is taken")


def test_a_sign_of_a_language_with_a_number_is_doubted_as_a_name() -> None:
    read = _made("# 二次面接\n\n日時:2026年10月8日\n職種:デザイナー\n\n■良かったこと\n・はい\n", "ja-2.md")  # fmt: skip
    (doubt,) = [one for one in read.doubts if "is taken for the company" in one]
    assert doubt.startswith("'Ja' is taken")


@pytest.mark.parametrize(
    ("title", "company", "is_sure"),
    [
        ("Interview with Dave", "Dave", False),
        ("Interview with Gannet Air", "Gannet Air", True),
        ("Interview with Sarah from Globex", "Globex", True),
        ("Interview at Acme Friday", "Acme", True),
        ("Interview with Acme at 10", "Acme", True),
        ("Interview at Acme went well", "Acme", True),
    ],
)
def test_a_title_says_at_whose_an_interview_was_and_not_when_or_with_whom(
    title: str, company: str, *, is_sure: bool
) -> None:
    read = _made(f"# {title}\n\nDate: 2026-11-12\n\n## Went well\n- calm\n", "a.md")
    assert ([one.company for one in read.made], not read.doubts) == ([company], is_sure)


def test_a_name_in_small_letters_is_only_probably_that_of_a_company() -> None:
    text = "---\nposition: Cook\ndate: 2026-10-14\n---\n## Went well\n- calm\n"
    assert _made(text, "interview harbour.md").doubts == [
        "'harbour' is taken for the company, from its file's name"
    ]
    assert _made(text, "interview Harbour.md").doubts == []


def test_a_role_in_small_letters_is_doubted_where_only_the_file_is_called_so() -> None:
    text = "Harbour Plumbing\ntalked to Sheila\non Nov 20 2026\n\n+ kind\n- late\n"
    read = _made(text, "plumber talk.txt.md")
    (made,) = read.made
    assert "'plumber' is taken for the role, from its file's name" in read.doubts
    one = _interview(made)
    assert [item.text for item in one.went_well] == ["kind"]
    assert [item.text for item in one.went_badly] == ["late"]


def test_whom_one_met_keeps_the_bracket_that_is_theirs() -> None:
    text = "# Acme - 14 Oct 2026\n\nInterviewer: Kim Lee (EM)\n\n## Went well\n- calm\n"
    (made,) = _made(text).made
    assert [(who.name, who.role) for who in _interview(made).interviewers] == [("Kim Lee", "EM")]


@pytest.mark.parametrize(
    ("title", "well", "badly"),
    [
        ("Vorstellungsgespräch bei Acme am 5. November 2026", "Was lief gut", "Was lief schlecht"),
        ("Interview at Acme on 5 November 2026", "Went well", "Went badly"),
        ("Entretien chez Acme le 5 novembre 2026", "Ce qui s'est bien passé", "Ce qui s'est mal passé"),
        ("Entrevista en Acme el 5 de noviembre de 2026", "Lo que salió bien", "Lo que salió mal"),
        ("Colloquio presso Acme il 5 novembre 2026", "Cosa è andato bene", "Cosa è andato male"),
    ],
)  # fmt: skip
def test_what_leads_to_the_day_in_a_title_is_not_of_the_name(
    title: str, well: str, badly: str
) -> None:
    (made,) = _made(f"# {title}\n\n## {well}\n- x\n\n## {badly}\n- y\n").made
    assert (made.company, made.day) == ("Acme", date(2026, 11, 5))


def test_what_a_line_of_one_round_says_is_not_said_of_the_last() -> None:
    text = "---\nemployer: Acme\n---\n\n# Round 1 - HR (2026-10-01)\n\n**Interviewer:** Beth\n\n- x\n\n# Round 2 - Panel (2026-11-05)\n\n- y\n"
    made = [[who.name for who in _interview(one).interviewers] for one in _made(text).made]
    assert made == [["Beth"], []]


def test_an_interview_in_a_line_of_a_diary_is_doubted() -> None:
    read = _made("# 2026-11-23\n\n- Interview @ Acme\n  - good: calm\n  - bad: late\n- gym\n")
    assert (read.made, [one[:42] for one in read.doubts]) == (
        [],
        ["line 3: An interview is told here among ot"],
    )


def test_a_round_may_be_called_by_whom_it_was_with() -> None:
    text = "# Acme — Engineer — hiring manager round\n\nDate: 28 October 2026\n\n## Went well\n- calm\n"
    (made,) = _made(text).made
    assert _said(made) == ["Acme", "Engineer", "2026-10-28", "hiring manager round"]


def test_the_round_of_a_part_is_called_as_its_heading_is() -> None:
    sides = "### Went well\n- calm\n"
    text = f"---\ncompany: Acme\n---\n## Round 1 – recruiter screen (Mon 9/14/2026)\n{sides}\n## Mon 9/21/2026 Round 2\n{sides}\n## Acme onsite, 2026-10-24\n{sides}"
    assert [one.round for one in _made(text).made] == [
        "Round 1 – recruiter screen",
        "Round 2",
        "onsite",
    ]


@pytest.mark.parametrize("time", ["à 14h", "vers 14h", "à 14 heures", ""])
def test_a_time_behind_the_day_of_a_title_leaves_the_day(time: str) -> None:
    title = f"Entretien chez Acme, jeudi 19 novembre 2026 {time}".strip()
    (made,) = _made(f"{title}\n\nBien :\n- calme\n\nMoins bien :\n- hésitation\n").made
    assert made.day == date(2026, 11, 19)


def test_the_round_of_a_part_is_counted_and_parted_as_its_heading_is() -> None:
    heads = (
        "1. Runde, 02.09.2026, Telefon mit HR",
        "2. Runde, 16.09.2026",
        "3. Runde, 01.10.2026, Fallbeispiel",
    )
    parts = "".join(f"## {head}\nGut: ruhig\nSchlecht: zu langsam\n\n" for head in heads)
    made = _made(f"---\nFirma: Acme\nRolle: Koch\n---\n{parts}").made
    assert [one.round for one in made] == [
        "1. Runde, Telefon mit HR",
        "2. Runde",
        "3. Runde, Fallbeispiel",
    ]
