"""What a thank-you note says, and whether it is one of its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import interview, journal, observed

from afterword.analysis.thank_you.check import CheckKind, ThankYouNote
from afterword.analysis.thank_you.language import NoteLanguages
from afterword.analysis.thank_you.likeness import ALIKE
from afterword.analysis.thank_you.notes import thank_you_notes
from afterword.analysis.thank_you.text import unstemmed
from afterword.audience.common_names import COMMON
from afterword.edition.stems import stems_of
from afterword.model import (
    Interview,
    Journal,
    Observation,
    Person,
    Promise,
    Question,
    Reference,
    Source,
)
from afterword.reading import ReadingOptions, read_journal

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("thank_you_notes.yml").read_text(encoding="utf-8")
)
JUDGED = {
    "interest": CheckKind.REINFORCES,
    "repair": CheckKind.REPAIRS,
    "availability": CheckKind.REMINDS,
}


def judged(whole: Journal) -> Mapping[str, ThankYouNote]:
    return thank_you_notes(whole, stems=stems_of, everyday=COMMON)


def read(*texts: str) -> Journal:
    sources = (Source(f"{at}.md", text) for at, text in enumerate(texts))
    return read_journal(sources, ReadingOptions(today=date(2026, 11, 20)))


def noted_in(case: dict[str, Any]) -> ThankYouNote:
    return judged(read(case["entry"], *case.get("others", [])))["0.md"]


# --- the table of notes and verdicts


def test_nine_verdicts_in_ten_are_those_of_a_kind_reader() -> None:
    wrong, total = [], 0
    for case in CASES:
        checks = {one.kind: one.met for one in noted_in(case).checks}
        for name, verdict in case.get("verdicts", {}).items():
            total += 1
            if checks[JUDGED[name]] is not verdict:
                wrong.append(f"{case['name']}: {name}")
    assert total > 110
    assert len(wrong) <= total / 20, wrong


@pytest.mark.no_cover
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_told_of_names_copies_and_languages_is_exact(case: dict[str, Any]) -> None:
    note = noted_in(case)
    alike = note.alike.interview.company if note.alike and note.alike.share >= ALIKE else None
    unread = None if note.is_judged else note.language
    assert ([one.name for one in note.foreign], alike, unread) == (
        [case["slip"]] if "slip" in case else [],
        case.get("copy"),
        case.get("unread"),
    )
    assert (CheckKind.OWN, alike is None) in [(one.kind, one.met) for one in note.checks]


def test_nothing_is_wrong_with_the_names_of_the_demonstration() -> None:
    folder = Path(__file__).parents[2] / "journal"
    notes = judged(read(*(path.read_text("utf-8") for path in sorted(folder.rglob("*.md")))))
    assert len(notes) > 5
    assert [one.foreign for one in notes.values() if one.foreign or not one.is_judged] == []


WHOLE = """\
Dear Ada,

thank you for the hour on Thursday. I enjoyed drawing the order pipeline with you, and I am keen to work on it at
Northwind. On consumer groups I was vague: a group commits its offsets, and after a rebalance another member goes on
from there. The write-up I mentioned is at https://example.org/orders. I am available from January.

Kind regards
Kim
"""
FACTS: dict[str, Any] = {
    "role": "Staff Engineer",
    "interviewers": (Person(name="Ada Byron"),),
    "went_well": (Observation(text="Drew the order pipeline first", line=10),),
    "went_badly": (
        Observation(text="Vague on consumer groups", line=11, themes=("consumer-groups",)),
    ),
}


def noted(note: str, **facts: Any) -> ThankYouNote:
    one = interview("2026-11-12", thank_you_note=note, **{**FACTS, **facts})
    return judged(journal(one))[one.path]


def evidence(note: str, kind: CheckKind, **facts: Any) -> str | None:
    """The words that show it; None where it is not looked for."""
    found = {one.kind: one for one in noted(note, **facts).checks}
    if kind not in found:
        return None
    assert found[kind].met is bool(found[kind].evidence) or kind is CheckKind.OWN
    return found[kind].evidence


def test_a_whole_note_has_everything() -> None:
    assert [(one.kind.value, one.met, one.evidence) for one in noted(WHOLE).checks] == [
        ("person", True, "Ada Byron"),
        ("place", True, "Northwind"),
        ("reinforces", True, "enjoyed, order"),
        ("references", True, "https://example.org/orders"),
        ("reminds", True, "I am available"),
        ("repairs", True, "Vague on consumer groups"),
        ("own", True, ""),
    ]


def test_an_empty_word_of_thanks_has_nothing_but_itself() -> None:
    checks = noted("Thank you for your time.").checks
    assert [one.kind for one in checks if one.met] == [CheckKind.OWN]


@pytest.mark.parametrize(
    ("note", "facts", "expected"),
    [
        ("Dear Ms Byron", {}, "Ada Byron"),
        ("Dear Grace", {}, ""),
        ("Dear Grace", {"interviewers": ()}, "Grace"),
        ("Hi Grace and Ada,\nthanks", {"interviewers": ()}, "Grace Ada"),
        ("Hello there,", {"interviewers": ()}, ""),
        ("Thanks!", {"interviewers": ()}, ""),
        ("Dear R", {"interviewers": (Person(name="R. Lindqvist"),)}, ""),
        ("Adamant", {}, ""),
    ],
)
def test_a_name_is_looked_for_as_a_whole_word(
    note: str, facts: dict[str, Any], expected: str
) -> None:
    assert evidence(note, CheckKind.PERSON, **facts) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("At NORTHWIND.", "Northwind"),
        ("The role of staff engineer suits me", "Staff Engineer"),
        ("An engineer on staff", ""),
        ("Northwinds", ""),
    ],
)
def test_the_company_or_the_role_is_looked_for_whole(note: str, expected: str) -> None:
    assert evidence(note, CheckKind.PLACE) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("I am keen on your pipeline", "keen, pipeline"),
        ("I am keen on your work", ""),
        ("I am keen on falcons", "keen, falcons"),
        ("I am keen to be an engineer", ""),
        ("I am keen on Northwind", ""),
        ("I am keen on Ada", ""),
        ("Your pipeline", ""),
        ("The pipeline breaks whenever Berlin sleeps", "pipeline"),
        ("Does the pipeline break whenever Berlin sleeps?", ""),
        ("Thanks for the pipeline. It breaks whenever Berlin sleeps", "pipeline"),
        ("Thanks for the pipeline", ""),
        ("I look forward to consumer work", "look forward, consumer"),
    ],
)
def test_interest_counts_where_it_is_tied_to_this_conversation(note: str, expected: str) -> None:
    assert evidence(note, CheckKind.REINFORCES) == expected


FALCONRY = (Observation(text="Falconry", line=12),)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"went_well": FALCONRY}, "keen, falconry"),
        ({"went_badly": FALCONRY}, "keen, falconry"),
        ({"questions": (Question(text="Falconry?", line=12),)}, "keen, falconry"),
        ({"questions_asked": FALCONRY}, "keen, falconry"),
        ({"takeaways": FALCONRY}, "keen, falconry"),
        ({"summary": "All about falconry"}, "keen, falconry"),
        ({"do_differently": FALCONRY}, ""),
    ],
)
@pytest.mark.parametrize("note", ["I am keen. Thanks for the falconry.", "Thanks for the falconry. I am keen."])  # fmt: skip
def test_what_was_written_down_of_the_conversation_ties_the_sentence_beside_it(
    note: str, facts: dict[str, Any], expected: str
) -> None:
    assert evidence(note, CheckKind.REINFORCES, **facts) == expected
    assert evidence(note.replace(". ", ". Thanks. "), CheckKind.REINFORCES, **facts) == ""


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("See [it](https://example.org/a).", "https://example.org/a"),
        ("I gave a talk", ""),
        ("my pull request", "pull request"),
    ],
)
def test_a_piece_of_work_is_a_link_or_its_name(note: str, expected: str) -> None:
    assert evidence(note, CheckKind.REFERENCES) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Here is the architecture diagram", "The architecture diagram"),
        ("Here is a diagram", ""),
        ("as promised", "as promised"),
    ],
)
def test_a_reminder_is_a_promise_or_when_one_can_be_reached(note: str, expected: str) -> None:
    promised = (
        Promise(what="It", line=8),
        Promise(what="The architecture diagram", line=9),
    )
    assert evidence(note, CheckKind.REMINDS, promised=promised) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("On consumer groups", "Vague on consumer groups"),
        ("a vague consumer", "Vague on consumer groups"),
        ("a consumer", ""),
        ("I enjoyed what you said about consumer groups", ""),
        ("Consumer groups are a strong point of yours", ""),
        ("How many consumer groups do you have?", ""),
        ("As for a consumer, it may be late", "Vague on consumer groups"),
        ("On reflection there is more to it", "On reflection"),
        ("As for that. A consumer", "Vague on consumer groups"),
        ("A consumer. As for that", "Vague on consumer groups"),
        ("As for that. Thanks. A consumer", ""),
        ("A consumer. Thanks. As for that", ""),
        ("On reflection. A consumer", "Vague on consumer groups"),
        ("A consumer. On reflection", "Vague on consumer groups"),
        ("On reflection. Thanks. A consumer", "On reflection"),
        ("A consumer. Thanks. On reflection", "On reflection"),
    ],
)
def test_a_repair_speaks_of_what_went_badly(note: str, expected: str) -> None:
    assert evidence(note, CheckKind.REPAIRS) == expected


def test_where_nothing_went_badly_nothing_is_to_be_repaired() -> None:
    assert evidence("Thanks", CheckKind.REPAIRS, went_badly=()) is None


def test_entries_without_a_note_are_left_out() -> None:
    assert thank_you_notes(journal(interview("2026-11-12"))) == {}


# --- alike


def after(company: str, person: str, note: str, day: str = "2026-11-12") -> Interview:
    return interview(
        day,
        company,
        interviewers=(Person(name=person),),
        thank_you_note=note,
        went_well=observed("x"),
    )


def share(first: Interview, second: Interview) -> float:
    found = judged(journal(first, second))[first.path].alike
    return found.share if found else 0.0


TEMPLATE = (
    "Dear {person},\n\nthank you for your time today. I enjoyed our talk about {company} and what your team builds. "
    "I am sure that I can help {company}, and I look forward to hearing from you.\n\nBest\nKim"
)


@pytest.mark.parametrize(
    ("company", "person"),
    [("Acme", "Grace"), ("Crumb & Ledger", "Ms Hopper"), ("Vlotbrug", "Jan de Wit")],
)
def test_notes_that_differ_in_names_alone_are_the_same(company: str, person: str) -> None:
    one = after("Northwind", "Ada Byron", TEMPLATE.format(company="Northwind", person="Ada"))
    other = after(company, person, TEMPLATE.format(company=company, person=person))
    assert share(one, other) == share(other, one) == 1.0
    notes = thank_you_notes(journal(one, other))
    assert notes[one.path].alike is not None
    assert [check.met for check in notes[one.path].checks if check.kind is CheckKind.OWN] == [False]


def test_names_in_the_greeting_alone_are_names_too() -> None:
    one = interview("2026-11-12", "A", thank_you_note=TEMPLATE.format(company="A", person="Ada"))
    other = interview("2026-11-13", "B", thank_you_note=TEMPLATE.format(company="B", person="Jo"))
    assert share(one, other) == 1.0


def test_two_honest_notes_are_not_the_same() -> None:
    other = (
        "Dear Grace,\n\nthank you for the hour. Your story of the night the billing ran twice stayed with me: I would have "
        "looked at the idempotency keys first, and I wrote down why. I look forward to hearing from you.\n\nKind regards\nKim"
    )
    found = share(after("Northwind", "Ada", WHOLE), after("Acme", "Grace", other))
    assert found < ALIKE


REWORDED = (
    (
        "Thank you for taking the time to speak with me about the Analyst role. I enjoyed learning about your team's dashboards and how you measure churn. My background in SQL would help.",
        "Thanks for making time to talk to me about the Data role. I liked learning of the team's dashboards and the way you measure churn. My SQL background should help.",
    ),
    (
        "It was a joy to hear how you map peat bogs with drones, and how the hikers report what the drones miss. I have flown over moss for six summers and would bring my own batteries.",
        "What a joy to hear you map your bogs by drone, while hikers report whatever a drone misses! Having flown over moss these six summers, I'd bring batteries of my own.",
    ),
)  # fmt: skip
ORIGINAL = (
    (
        "I enjoyed hearing how you stream orders through Kafka, and why a replay takes a night.",
        "Your plan to move the orders off Kafka and onto plain tables surprised me; I kept the napkin.",
    ),
    (
        "Thank you for the tour. The greenhouse with the orchids is where I would start.",
        "Thank you for the tour. The workshop with the lathe is where I would start every morning.",
    ),
)


@pytest.mark.parametrize("pair", REWORDED)
def test_a_copy_that_was_reworded_is_found(pair: tuple[str, str]) -> None:
    first, second = (after(name, "Jo", text) for name, text in zip("AB", pair, strict=True))
    assert share(first, second) >= ALIKE
    assert share(second, first) >= ALIKE


@pytest.mark.parametrize("pair", ORIGINAL)
def test_two_notes_about_one_thing_are_no_copies(pair: tuple[str, str]) -> None:
    first, second = (after(name, "Jo", text) for name, text in zip("AB", pair, strict=True))
    assert share(first, second) < ALIKE
    assert share(second, first) < ALIKE


def test_a_copy_is_told_however_many_there_are() -> None:
    every = [
        after(f"C{at}", "Ada", TEMPLATE.format(company="it", person="Ada")) for at in range(60)
    ]
    found = judged(journal(*every))
    assert all(found[one.path].alike for one in every)


def test_a_note_of_which_two_others_have_a_part_each_is_like_neither() -> None:
    first = "Orchids thrive beneath glass while gardeners whistle"
    second = "Lathes hum behind curtains where carpenters argue"
    both = after("A", "Ada", f"{first} {second} under seven quiet lamps")
    one, other = after("B", "Ada", f"{first} daily"), after("C", "Ada", f"{second} nightly")
    found = judged(journal(both, one, other))
    assert found[both.path].alike is None
    assert found[one.path].alike is not None


def test_the_earliest_of_the_notes_that_are_most_alike_is_named() -> None:
    notes = [
        after(name, "Ada", TEMPLATE.format(company=name, person="Ada"), f"2026-11-{day}")
        for name, day in (("C", "14"), ("B", "12"), ("A", "13"))
    ]
    alike = thank_you_notes(journal(*notes))[notes[0].path].alike
    assert alike is not None
    assert alike.interview.company == "B"


@pytest.mark.reaches
@given(st.text(min_size=1), st.text(min_size=1))
def test_any_note_is_looked_through_without_harm(first: str, second: str) -> None:
    notes = thank_you_notes(journal(after("A", "Ada", first), after("B", "Ada", second)))
    for note in notes.values():
        assert note.alike is None or 0 < note.alike.share <= 1
        assert [check.kind for check in note.checks][-1] is CheckKind.OWN


@given(st.text(st.characters(codec="ascii")))
def test_a_note_that_was_copied_is_the_same(note: str) -> None:
    # In front, lest chance greets four people by these names, which would be left out of what is compared.
    note = f"one two three four {note}"
    assert share(after("Northwind", "Ada", note), after("Initech", "Ada", note)) == 1.0


def test_a_note_that_came_first_is_no_copy_of_a_later_one() -> None:
    one = after("Northwind", "Ada", TEMPLATE.format(company="Northwind", person="Ada"))
    other = after("Acme", "Jo", TEMPLATE.format(company="Acme", person="Jo"), "2026-11-20")
    note = judged(journal(one, other))[one.path]
    assert note.alike is not None
    assert (note.alike.share, note.alike.is_later) == (1.0, True)
    assert [check.met for check in note.checks if check.kind is CheckKind.OWN] == [True]


def test_a_note_it_is_a_copy_of_is_named_before_a_later_one_that_is_more_like_it() -> None:
    text = TEMPLATE.format(company="Acme", person="Jo")
    longer = f"{text}\nP.S. The goat on your roof is what I remember most of all, and I hope it stays there."
    earlier = after("Initech", "Jo", text, "2026-11-01")
    later = after("Acme", "Jo", longer, "2026-11-20")
    one = after("Northwind", "Jo", longer, "2026-11-10")
    alike = judged(journal(earlier, one, later))[one.path].alike
    assert alike is not None
    assert (alike.interview.company, alike.is_later) == ("Initech", False)


# --- names that belong to another entry


def foreign(note: str, *others: Interview, **facts: Any) -> list[str]:
    one = interview("2026-11-12", "Contoso", thank_you_note=note, **facts)
    found = judged(journal(one, *others))[one.path].foreign
    return [f"{name.written}: {name.interview.company}" for name in found]


SAM = interview("2026-11-01", "Northwind", interviewers=(Person(name="Sam Oduya"),))
PRIYA = (Person(name="Priya Raman"),)


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("The same samovar.", ["Sam: Northwind"]),
        ("A samovar, and Sam beside it.", []),
        ("SAM", []),
        ("", ["Sam: Northwind"]),
    ],
)
def test_a_name_that_the_entry_has_as_a_word_is_its_own(summary: str, expected: list[str]) -> None:
    assert foreign("Dear Sam,\nthanks", SAM, summary=summary) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Dear Sam,\nthanks", ["Sam: Northwind"]),
        ("Hello Mr Oduya,\nthanks", ["Oduya: Northwind"]),
        ("Dear Priya, dear Sam,\nthanks", ["Sam: Northwind"]),
        ("Lieber Sam,\nvielen Dank", ["Sam: Northwind"]),
        ("Dear Priya,\nI want to work at Northwind one day.", ["Northwind: Northwind"]),
        ("Dear Priya,\nNorthwind's harbour is where I want to be.", ["Northwind: Northwind"]),
        ("Dear Priya,\nwhat Sam told me of the harbour stayed with me.", ["Sam: Northwind"]),
        ("Dear Priya,\nwhat Oduya told me of the harbour stayed.", ["Oduya: Northwind"]),
        ("Dear Priya,\nthanks for today and all that you told me.\n\nSam", []),
        ("Dear Priya,\nI learned from Sam Oduya.", ["Sam Oduya: Northwind"]),
        ("Dear Priya,\nI learned it all from Sam", ["Sam: Northwind"]),
        ("Dear Priya,\nwhen I was at Northwind I learned to wait.", []),
        ("Dear Priya,\nI put it in a Northwind file.", []),
        ("Dear Priya,\nNorthwind Docs has it.", []),
        ("Dear Priya,\nthe wind was north.", []),
    ],
)
def test_a_name_of_another_entry_is_told(note: str, expected: list[str]) -> None:
    assert foreign(note, SAM, interviewers=PRIYA) == expected


@pytest.mark.parametrize("end", [". ", "! ", "? ", "\n\n"])
def test_what_i_did_earlier_excuses_a_name_in_its_own_sentence_alone(end: str) -> None:
    slip, earlier = "It is Northwind that I want to join", "My last years were at sea"
    for note in (f"{slip}{end}{earlier}", f"{earlier}{end}{slip}"):
        assert foreign(note, SAM, interviewers=PRIYA) == ["Northwind: Northwind"]
    for told in ("Northwind had my last years", "My last years were at Northwind"):
        assert foreign(f"Hello{end}{told}{end}Bye", SAM, interviewers=PRIYA) == []


def test_a_person_called_like_a_usual_word_is_told_by_the_whole_name() -> None:
    will = interview("2026-11-01", "Northwind", interviewers=(Person(name="Will Stone"),))
    assert foreign("Dear Priya,\nWill you write? Stone is heavy.", will, interviewers=PRIYA) == []
    assert foreign("Dear Priya,\nWill Stone said so.", will) == ["Will Stone: Northwind"]


def test_a_slip_is_told_too_where_nobody_is_written_down() -> None:
    assert foreign("Dear Sam,\nthanks", SAM) == ["Sam: Northwind"]
    assert foreign("Dear Priya,\nwhat Sam told me of the harbour stayed.", SAM) == []


def test_whoever_the_entry_speaks_of_is_no_slip() -> None:
    note = "Dear Sam,\nthank you for the hour at Northwind."
    assert foreign(note, SAM, summary="Sam joined from Northwind.") == []
    assert foreign(note, SAM, front_matter="recruiter: Sam, of Northwind\n") == []
    assert foreign(note, SAM, body=f"Sam came along from Northwind.\n\n{note}") == []
    assert foreign(note, SAM, body=note) == ["Sam: Northwind", "Northwind: Northwind"]


def test_whoever_is_met_in_another_round_of_the_company_is_no_slip() -> None:
    round_two = interview("2026-11-20", "Contoso", interviewers=(Person(name="Sam Weller"),))
    assert foreign("Dear Sam,\nthanks", SAM, round_two) == []


def test_a_referee_is_nobody_elses() -> None:
    mine = interview("2026-11-01", "Acme", references=(Reference(name="Sam Oduya", line=3),))
    assert foreign("Dear Priya,\nSam Oduya can tell you more.", SAM, mine) == []


@pytest.mark.parametrize("company", ["Apple", "Block", "Notion", "Grace", "Martin", "Square"])
def test_a_company_called_like_a_usual_word_is_told_only_where_one_is_at_it(company: str) -> None:
    other = interview("2026-11-01", company)
    assert foreign(f"Dear Priya,\n{company} by itself says nothing.", other) == []
    assert foreign(f"Dear Priya,\nI saw a {company} of some kind with {company}.", other) == []
    assert foreign(f"Dear Priya,\nI want to be at {company}.", other) == [f"{company}: {company}"]


def test_a_company_without_a_word_is_never_named() -> None:
    assert foreign("Dear Priya,\nI like !!! and ???.", interview("2026-11-01", "!!!")) == []


def test_a_company_of_several_words_is_told_as_it_is_written() -> None:
    other = interview("2026-11-01", "Crumb & Ledger")
    note = "Dear Priya,\nI would love to bake for Crumb and Ledger, or Crumb & Ledger."
    assert foreign(note, other) == ["Crumb & Ledger: Crumb & Ledger"]


# --- languages


@pytest.mark.parametrize(
    ("note", "language"),
    [
        ("Kära Anna, tack för samtalet i går. Det var roligt att höra om ert arbete och jag ser fram emot att börja.", "Swedish"),
        ("李女士，您好！感谢您昨天抽出时间与我交谈。我对这个职位很感兴趣。", "Chinese"),
        ("Asante sana kwa mahojiano ya jana, nimefurahi kuzungumza nawe kuhusu kazi hii.", ""),
        ("...", ""),
    ],
)  # fmt: skip
def test_a_note_without_words_to_judge_it_by_is_not_judged(note: str, language: str) -> None:
    found = noted(note)
    assert (found.language, found.is_judged) == (language, note == "...")


@pytest.mark.parametrize(
    "note",
    [
        "Gentile Ada, grazie per il tempo. Mi ha colpito la pipeline degli ordini e vorrei lavorarci. Sono disponibile da lunedì.",
        "Prezada Ada, obrigada pela conversa. Adorei ver o pipeline de pedidos e gostaria de trabalhar nele. Estou disponível a partir de segunda.",
        "Beste Ada, bedankt voor het gesprek. De pipeline voor bestellingen sprak me aan en ik wil er graag aan werken. Ik ben beschikbaar vanaf maandag.",
    ],
)  # fmt: skip
def test_a_note_is_judged_in_its_own_language(note: str) -> None:
    met = {one.kind for one in noted(note).checks if one.met}
    assert {CheckKind.PERSON, CheckKind.REINFORCES, CheckKind.REMINDS} <= met


@pytest.mark.parametrize(
    ("note", "language"),
    [
        ("Falkenbeize und", "English"),
        ("Falkenbeize und ich", "German"),
        ("Falkenbeize und ich the", "English"),
        ("Falkenbeize und ich bin the", "German"),
        ("Käuze", None),
        ("Falken " * 7, "English"),
        ("Falken " * 8, None),
        ("und ich" + " Falken" * 7, "German"),
        ("und ich" + " Falken" * 8, None),
    ],
)
def test_a_few_words_are_english_unless_another_language_has_two_more_of_them(
    note: str, language: str | None
) -> None:
    found = NoteLanguages(unstemmed).of(note)
    assert (found.name if found else None) == language


def test_without_stems_a_word_is_only_itself() -> None:
    one = interview("2026-11-12", thank_you_note="I am keen on your pipelines", **FACTS)
    with_stems = judged(journal(one))[one.path]
    without = thank_you_notes(journal(one))[one.path]
    evidence = [
        check.evidence
        for note in (with_stems, without)
        for check in note.checks
        if check.kind is CheckKind.REINFORCES
    ]
    assert evidence == ["keen, pipelines", "keen, pipelines"]
