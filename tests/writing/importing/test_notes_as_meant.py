"""Notes as people keep them become what is meant: each company and each round its own entry, nothing else one, and doubt is said."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.kinds import OutcomeKind
from afterword.model import Interview, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.writing.importing.note import Note, NoteRead
from afterword.writing.importing.note_apart import people_in
from afterword.writing.importing.notes import read_notes

_OPTIONS = ReadingOptions(today=date(2026, 11, 26))
_BOTH = "\n\n### Went well\n- calm\n\n### Went badly\n- late\n"


def _read(text: str, path: str = "note.md") -> NoteRead:
    return read_notes([Note(path, text)], _OPTIONS)[0]


def _interviews(read: NoteRead) -> list[Interview]:
    sources = [Source(f"{at}.md", made.text) for at, made in enumerate(read.made)]
    return list(read_journal(sources, _OPTIONS).interviews)


def _said(read: NoteRead) -> list[tuple[str, str, str]]:
    return [(made.company, made.role, made.day.isoformat()) for made in read.made]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (f"---\ndate: 2026-11-14\n---\n# Interviews week 46\n\n## Quill & Co – copywriter – Tue 10 Nov 2026{_BOTH}\n## Oakmoss – analyst – Thu 12 Nov 2026{_BOTH}", "weekly/Interviews week 46.md"),
        (f"Some weeks.\n\n## 10 Nov 2026 Quill & Co, copywriter{_BOTH}\n## 12 Nov 2026 Oakmoss, analyst{_BOTH}", "Interviews November.md"),
        (f"## Interview at Quill & Co, copywriter, 10 Nov 2026{_BOTH}\n## Interview at Oakmoss, analyst, 12 Nov 2026{_BOTH}", "Interviews.md"),
        (f"## Quill & Co phone screen, copywriter, 10 Nov 2026{_BOTH}\n## Oakmoss final round, analyst, 12 Nov 2026{_BOTH}", "Interviews.md"),
    ],
)  # fmt: skip
def test_each_company_that_a_heading_names_has_an_entry_of_its_own(text: str, path: str) -> None:
    read = _read(text, path)
    assert _said(read) == [
        ("Quill & Co", "copywriter", "2026-11-10"),
        ("Oakmoss", "analyst", "2026-11-12"),
    ]
    assert [len(one.went_well) for one in _interviews(read)] == [1, 1]


def test_each_company_has_its_own_role_and_outcome() -> None:
    read = _read("---\ntags: [colloqui]\n---\n# Bianchi – 9 novembre 2026\nRuolo: idraulico\n\nBene:\n- la prova in cantiere\n\nMale:\n- il prezzo\n\nEsito: offerta\n\n# Termo – 11 novembre 2026\nRuolo: manutentore\n\nBene:\n- la caldaia\n\nMale:\n- il patentino\n\nEsito: no\n", "Colloqui novembre.md")  # fmt: skip
    found = {one.company: (one.role, one.outcome.kind) for one in _interviews(read)}
    assert found == {
        "Bianchi": ("idraulico", OutcomeKind.OFFER),
        "Termo": ("manutentore", OutcomeKind.REJECTED),
    }


def test_a_part_without_a_company_beside_others_is_doubted() -> None:
    read = _read(f"Some weeks.\n\n## Quill & Co – 10 Nov 2026{_BOTH}\n## Oakmoss – 12 Nov 2026{_BOTH}\n## 14 Nov 2026{_BOTH}", "Interviews.md")  # fmt: skip
    assert [one.company for one in read.made] == ["Quill & Co", "Oakmoss"]
    assert "'14 Nov 2026' names no company, so nothing is made of it" in read.doubts


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (f"## 10 Nov 2026 – Phone screen – Dana Holm{_BOTH}\n## 12 Nov 2026 – Final – Sam Oduya{_BOTH}", "Acme.md"),
        (f"---\ncompany: Acme\n---\n## Berlin – 10 Nov 2026{_BOTH}\n## Hamburg – 12 Nov 2026{_BOTH}", "a.md"),
        (f"## Berlin – 10 Nov 2026{_BOTH}\n## Hamburg – 12 Nov 2026{_BOTH}", "Acme.md"),
        (f"Company: Acme\n\n## Berlin – 10 Nov 2026{_BOTH}\n## Hamburg – 12 Nov 2026{_BOTH}", "a.md"),
    ],
)  # fmt: skip
def test_headings_of_a_note_about_one_company_name_no_others(text: str, path: str) -> None:
    assert [one.company for one in _read(text, path).made] == ["Acme", "Acme"]


def test_the_day_of_a_rejection_is_no_interview() -> None:
    read = _read(f"---\ncompany: Acme\n---\n# Phone screen 2026-11-02{_BOTH}\n# Final 2026-11-09{_BOTH}\n# Rejected 2026-11-20\n\nBy mail.\n\n# Follow-up 2026-11-21\n\n- wrote back\n")  # fmt: skip
    assert [one.day.isoformat() for one in read.made] == ["2026-11-02", "2026-11-09"]
    last = _interviews(read)[-1]
    assert (last.outcome.kind, last.outcome.decided) == (OutcomeKind.REJECTED, date(2026, 11, 20))


def test_an_outcome_above_counts_before_that_of_a_heading() -> None:
    read = _read(f"---\ncompany: Acme\nstatus: withdrawn\n---\n# Phone screen 2026-11-02{_BOTH}\n# Final 2026-11-09{_BOTH}\n# Offer 2026-11-20\n\nBy mail.\n")  # fmt: skip
    assert _interviews(read)[-1].outcome.kind is OutcomeKind.WITHDRAWN


@pytest.mark.parametrize(
    ("heading", "people"),
    [
        ("2026-11-02 – Phone screen with Carol Nunn (recruiter)", "Carol Nunn (recruiter)"),
        ("Technical interview (Pete Garside, Anita Rao) 2 Nov 2026", "Pete Garside, Anita Rao"),
        ("Round 2 with Dana and Sam de Wit", "Dana and Sam de Wit"),
        ("Telefoninterview mit Frau Sommer", "Frau Sommer"),
        ("Onsite (New York, USA)", ""),
        ("Onsite (New York)", ""),
        ("Call with HR", ""),
        ("Call with hiring manager", ""),
        ("Final with the whole team", ""),
        ("Talk with Zoom", ""),
        ("Phone screen", ""),
    ],
)
def test_a_heading_names_people_behind_with_or_several_in_brackets(
    heading: str, people: str
) -> None:
    assert people_in(heading) == people


def test_whom_a_heading_names_took_part_unless_a_line_says_it() -> None:
    read = _read(f"---\ncompany: Acme\n---\n## Phone screen with Carol Nunn, 2026-11-02{_BOTH}\n## Final with Dana Holm, 2026-11-09\n\nInterviewers: Dana Holm, Sam Oduya{_BOTH}")  # fmt: skip
    assert [[one.name for one in each.interviewers] for each in _interviews(read)] == [
        ["Carol Nunn"],
        ["Dana Holm", "Sam Oduya"],
    ]


@pytest.mark.parametrize(
    ("front", "name", "value"),
    [
        ("round: 1\nInterview type: Video", "format", "video"),
        ("Interview type: on site", "format", "onsite"),
        ("Interview type: technical\nformat: video", "format", "video"),
        ("outcome: offer\ndecision_by: 2026-11-30", "answer_by", date(2026, 11, 30)),
        ("outcome: offer\ndecision_by: 2026-11-30\nanswer_by: 2026-11-28", "answer_by", date(2026, 11, 28)),
        ("outcome: pending\ndecision_by: 2026-11-30", "answer_by", None),
        ("outcome: offer\nanswer_by: 2026-11-30\nlinks:\n  - a: b", "answer_by", date(2026, 11, 30)),
    ],
)  # fmt: skip
def test_a_key_is_read_by_what_its_value_shows(front: str, name: str, value: object) -> None:
    read = _read(f"---\ncompany: Acme\ndate: 2026-11-12\n{front}\n---\n## Went well\n- calm\n")
    assert getattr(_interviews(read)[0], name) == value
    assert not any("means round" in one for one in read.doubts)


def test_it_is_told_which_key_was_taken_for_another() -> None:
    read = _read("---\ncompany: Acme\ndate: 2026-11-12\n'stage': video\n---\n## Went well\n- calm\n")  # fmt: skip
    assert read.told == ["'stage' is read as format"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\nföretag: Skövde\ndatum: 2026-11-12\nföretag: Annat\n---\n## Det som gick bra\n- Jag var inte nervös och det var bra för mig\n", "Swedish"),
        ("---\nşirket: Trend\ntarih: 12.11.2026\n---\n## İyi gidenler\n- Çok iyi bir gün ve ben sakin\n", "Turkish"),
    ],
)  # fmt: skip
def test_of_a_note_in_a_language_that_is_not_read_the_company_and_the_day_are(
    text: str, told: str
) -> None:
    read = _read(text)
    assert [one.day for one in read.made] == [date(2026, 11, 12)]
    assert any(one.startswith(f"it is in {told}, which is not read") for one in read.doubts)


def test_facts_in_a_table_of_toml_are_read_where_nothing_above_says_them() -> None:
    read = _read('+++\ncompany = "Acme"\ndate = 2026-11-12\nrole = "Cook"\n[extra]\nrole = "Waiter"\npanel = ["Dana Holm"]\nhue = "blue"\n[only]\noutcome = "offer"\n[outcome_of]\nx = 1\n+++\n\n## Went well\n- calm\n')  # fmt: skip
    (one,) = _interviews(read)
    assert (one.role, [person.name for person in one.interviewers], one.outcome.kind) == (
        "Cook",
        ["Dana Holm"],
        OutcomeKind.OFFER,
    )
    assert "hue: blue" in read.made[0].text
    assert "only" not in read.made[0].text


def test_a_table_of_toml_under_a_key_of_ours_stays_as_it_is() -> None:
    read = _read('+++\ncompany = "Acme"\ndate = 2026-11-12\n[said]\nsalary = "82 000"\n+++\n\n## Went well\n- calm\n')  # fmt: skip
    assert _interviews(read)[0].said


@pytest.mark.parametrize(
    ("line", "is_doubted"),
    [
        ("They wrote on Friday. Result: rejected (19 Nov).", True),
        ("Two hours on the till. Got the job!!!", True),
        ("I am glad. Result: next round.", False),
        ("I wonder. Rejected?", False),
        ("I said so. No.", False),
        ("Absage am 15.11.", True),
        ("Rejected on 20 Nov 2026", True),
        ("Rejected by 20 Nov 2026?", False),
        ("Outcome: rejected 20 Nov 2026", False),
        ("Good morning", False),
        ("- rejected on 20 Nov 2026", False),
        ("> Two hours. Got the job!", False),
        ("Nothing else happened. We talked.", False),
    ],
)
def test_an_outcome_in_the_middle_of_a_line_is_doubted(line: str, *, is_doubted: bool) -> None:
    read = _read(f"---\ncompany: Acme\ndate: 2026-11-12\n---\n## Went well\n- calm\n\n{line}\n")
    assert any("may say how it ended" in one for one in read.doubts) is is_doubted


def test_an_outcome_that_is_read_is_doubted_nowhere() -> None:
    read = _read("---\ncompany: Acme\ndate: 2026-11-12\noutcome: accepted\n---\n## Went well\n- calm\n\nTwo hours. Got the job!\n")  # fmt: skip
    assert read.doubts == []


@pytest.mark.parametrize(
    ("text", "went_well", "went_badly"),
    [
        ("+ calm\n  and early\n- late\n\n## Questions\n- Why us?\n", 1, 1),
        ("A word.\n+ calm\n+ early\n- late", 2, 1),
        ("## Went well\n- calm\n+ early\n\n## Went badly\n- late\n", 2, 1),
    ],
)
def test_lines_with_a_plus_and_a_minus_before_any_section_are_both_sides(
    text: str, went_well: int, went_badly: int
) -> None:
    (one,) = _interviews(_read(f"---\ncompany: Acme\ndate: 2026-11-12\n---\n{text}"))
    assert (len(one.went_well), len(one.went_badly)) == (went_well, went_badly)


def test_a_sentence_that_a_note_was_sent_is_no_promise_beside_others() -> None:
    (one,) = _interviews(_read("---\ncompany: Acme\ndate: 2026-11-12\n---\n## Went well\n- calm\n\n**Follow-up:** thank-you mail sent 2026-11-13. Promised to send two references by 2026-11-20.\n"))  # fmt: skip
    assert one.thank_you.sent == (date(2026, 11, 13),)
    assert [promise.by for promise in one.promised] == [date(2026, 11, 20)]


@pytest.mark.parametrize(
    "line",
    ["**Follow-up:** send the link by 2026-11-20. Ask Dana by 2026-11-21.", "Note: sent. Done.", "Follow-up: thank-you mail sent 2026-11-13."],
)  # fmt: skip
def test_other_lines_of_promises_stay_as_they_are(line: str) -> None:
    read = _read(f"---\ncompany: Acme\ndate: 2026-11-12\n---\n## Went well\n- calm\n\n{line}\n")
    assert line in read.made[0].text


def test_a_transcript_below_front_matter_is_quoted() -> None:
    text = "**Dana:** Why us?\n**Me:** The river.\n**Dana:** And who else?\n**Me:** Nobody."
    read = _read(f"---\ncompany: Acme\ndate: 2026-11-12\n---\n{text}\n\n## Went well\n- calm\n")
    assert [one.text for one in _interviews(read)[0].questions] == ["Why us?", "And who else?"]


@pytest.mark.parametrize(
    ("path", "text", "right"),
    [
        ("Round 3 at Kestrel.txt", "Round 3 at Kestrel\nMonday 2 March 2026 at 16:40\n\nGood\n• on time\n\nNot ok\n• flustered\n", ["Kestrel", "2026-03-02", "Round 3"]),
        ("Chat with Priya at Lumen.md", "# Chat with Priya at Lumen\n#jobs#\n\n19 Feb 2026, video call.\n\n**Good:**\n* calm\n\n**Less good:**\n* late\n", ["Lumen", "2026-02-19", ""]),
        ("pages/Harrow.md", "company:: Harrow\ntype:: [[interview]]\ndate:: [[Feb 3rd, 2026]]\nstage:: phone screen\nwith:: [[Gemma Oakes]], [[Sam Oduya]]\n\n- ## Went well\n\t- calm\n", ["Harrow", "2026-02-03", "phone screen"]),
    ],
)  # fmt: skip
def test_a_note_of_another_program_is_an_interview(path: str, text: str, right: list[str]) -> None:
    read = _read(text, path)
    assert [[one.company, one.day.isoformat(), one.round] for one in read.made] == [right]
    assert read.doubts == []


def test_several_people_as_links_are_several() -> None:
    read = _read("Company:: Acme\nDate:: 2026-11-12\nWith:: [[Tom Havers]], [[Ines Blanco]]\n\n## Went well\n- calm\n")  # fmt: skip
    assert [one.name for one in _interviews(read)[0].interviewers] == ["Tom Havers", "Ines Blanco"]


def test_the_day_that_a_diary_keeps_is_not_that_of_another_fact() -> None:
    text = "# Second interview at Acme\n\nI went, start 3 Feb.\nStatus: got the job, start 2 Feb\n\nWent well:\n- calm\n"
    (read,) = read_notes([Note("jrnl.json#1", text, date(2026, 1, 24))], _OPTIONS)
    assert [one.day for one in read.made] == [date(2026, 1, 24)]


def test_a_diary_names_no_company_of_its_entries() -> None:
    (read,) = read_notes(
        [Note("Acme.json#1", f"# Interview\n{_BOTH}", date(2026, 1, 24))], _OPTIONS
    )
    assert read.made == []


def test_what_is_doubted_already_is_not_doubted_twice() -> None:
    read = _read("# Interview at Acme\n\n12 November 2026\n\n## Went well\n- calm\n\n## Went badly\n- late\n\nTrial hour. They said no. Sad.\n")  # fmt: skip
    assert len([one for one in read.doubts if "They said no" in one]) == 1


def test_an_offer_in_front_matter_that_is_still_to_come_is_kept_and_none_yet() -> None:
    read = _read("---\ncompany: Acme\ndate: 2026-11-12\nstatus: Offer in two weeks\n---\n## Went well\n- calm\n")  # fmt: skip
    assert _interviews(read)[0].outcome.kind is OutcomeKind.PENDING
    assert read.doubts == ["'status: Offer in two weeks' is still to come: it is kept, and counts as open"]  # fmt: skip
    assert "# status: Offer in two weeks" in read.made[0].text


def test_a_way_of_meeting_on_a_line_is_no_round() -> None:
    read = _read("Company: Acme\nDate: 2026-11-12\nType: On-site\n\n## Went well\n- calm\n")
    assert [one.round for one in read.made] == [""]


@pytest.mark.parametrize(
    ("path", "text", "right"),
    [
        ("Acme 2nd round.md", "---\ntags: interview\ndate: 2026-11-12\n---\n## Pros\n- calm\n## Cons\n- late\n", [["Acme", "2nd round"]]),
        ("Acme 2nd round.md", "---\ntags: interview\ndate: 2026-11-12\n---\nWords.\n", []),
        ("Acme.md", "---\ndate: 2026-11-12\n---\n## Pros\n- calm\n## Cons\n- late\n", []),
        ("a.md", "# Second interview Copperfield Books\n\n12 November 2026\n\nTrial hour.\n", [["Copperfield Books", "Second interview"]]),
        ("a.md", "# Mock interview at Acme\n\n12 November 2026\n\n## Went well\n- calm\n\n## Went badly\n- late\n", []),
        ("Mock interview.md", "12 November 2026\n\n## Went well\n- calm\n\n## Went badly\n- late\n", []),
        ("Mock interview.md", "---\ncompany: Acme\ndate: 2026-11-12\n---\n## Went well\n- calm\n", [["Acme", ""]]),
    ],
)  # fmt: skip
def test_a_note_is_about_an_interview_by_its_title_and_its_sections(
    path: str, text: str, right: list[list[str]]
) -> None:
    assert [[one.company, one.round] for one in _read(text, path).made] == right


@pytest.mark.parametrize("outcome", ["got the job, start 2 Dec", "accepted (starting on 2 Dec)"])
def test_the_day_on_which_work_begins_is_not_that_of_the_outcome(outcome: str) -> None:
    (made,) = _read(f"---\ncompany: Acme\ndate: 2026-11-12\noutcome: {outcome}\n---\n## Went well\n- calm\n").made  # fmt: skip
    (one,) = read_journal([Source("a.md", made.text)]).interviews
    assert (one.outcome.kind, one.outcome.decided) == (OutcomeKind.ACCEPTED, None)
