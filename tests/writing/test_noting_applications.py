"""What is said of an application without an interview goes into its note, which stays one, and nothing else is read otherwise."""

from __future__ import annotations

from datetime import date
from difflib import SequenceMatcher
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.kinds import OutcomeKind
from afterword.model import ApplicationNote, Journal, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.writing.noting.applications import noted_on_application
from afterword.writing.noting.change import Noted, WhereError, entry_meant
from afterword.writing.noting.fact_lines import ByHandError
from afterword.writing.noting.lines import Lines
from afterword.writing.noting.statements import statement_of

DAY = date(2026, 11, 20)
OPTIONS = ReadingOptions(today=DAY)
FACTS = {
    "plain": "company: Acme\napplied: 2026-11-02\n",
    "status": "company: Acme\nrole: Cook\nstatus: applied  # on the portal\napplied: 2026-11-02\nsource: a friend\nprivate: [Dana]\n",
    "quoted": '"company": "Acme"\n\'applied\': \'2026-11-02\'\nStatus: "To apply"\nurl: https://acme.example/#a\n',
    "german": "Firma: Acme\nBeworben: 2026-11-02\nErgebnis: offen\ntags: [x, y]\n",
    "wrote": "company: Acme\nDate Applied: 2 Nov 2026\nfollow-ups: [2026-11-09]  # once\n",
}
BODIES = {
    "nothing": "",
    "sentence": "Nice ad, with a #kafka in it.\n",
    "headings": "# Acme\n\n## Requirements\n\n- Python\n  - and SQL\n\n## Notes\n\nAsk Dana.\n",
    "code": "```yaml\nstatus: rejected\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "feedback": "## Feedback\n- Praise: the letter\n",
}
SAID = ("rejected", "no-answer", "withdrew wed", "followed-up 18 nov", "feedback Gap: depth #kafka", "They asked for a portfolio.")  # fmt: skip


def read(text: str) -> ApplicationNote:
    (one,) = read_journal([Source("a.md", text.replace("\r\n", "\n"))], OPTIONS).notes
    return one


def note(text: str, typed: str) -> Noted:
    return noted_on_application(read(text), text, statement_of(typed, DAY), OPTIONS)


def texts() -> list[str]:
    """Notes of every style, each with its line ends, with and without a byte more at its end."""
    made = []
    for matter, body in product(FACTS.values(), BODIES.values()):
        text = f"---\n{matter}---\n\n{body}"
        made += [text, text.replace("\n", "\r\n"), text.rstrip()]
    return made


@pytest.mark.no_cover
@pytest.mark.parametrize("typed", SAID)
def test_in_a_note_of_any_style_only_the_lines_change_that_must(typed: str) -> None:
    for text in texts():
        changed = note(text, typed).text
        before, after = (list(Lines.of(one).lines) for one in (text, changed))
        lost = [
            line.rstrip()
            for code, start, end, _, _ in SequenceMatcher(None, before, after).get_opcodes()
            if code in {"delete", "replace"}
            for line in before[start:end]
        ]
        # One line at most has another value; the last may have got the line end that it lacked.
        kept = [line for line in lost if not any(one.startswith(line) for one in after)]
        assert [line for line in kept if line.split(":")[0] not in {"status", "Status", "Ergebnis", "follow-ups"}] == []  # fmt: skip
        assert len(kept) <= 1
        assert read(changed).company == "Acme"


def test_an_end_is_its_outcome_with_the_day_it_was_heard() -> None:
    text = f"---\n{FACTS['status']}---\n"
    changed = note(text, "rejected thu").text
    assert changed.splitlines()[1:-1] == [
        *FACTS["status"].replace("status: applied", "status: rejected").splitlines(),
        "decided: 2026-11-19",
    ]
    outcome = read(changed).outcome
    assert (outcome.kind, outcome.decided) == (OutcomeKind.REJECTED, date(2026, 11, 19))


def test_the_days_on_which_somebody_wrote_again_are_kept_side_by_side() -> None:
    once = note(f"---\n{FACTS['plain']}---\n", "followed-up 9 nov").text
    assert read(once).follow_ups == (date(2026, 11, 9),)
    twice = note(once, "followed-up").text
    assert read(twice).follow_ups == (date(2026, 11, 9), DAY)


def test_feedback_stands_below_a_heading_of_its_own_and_the_note_stays_one() -> None:
    changed = note(f"---\n{FACTS['plain']}---\nNice ad.\n", "feedback Gap: depth").text
    assert changed.endswith("Nice ad.\n\n## Feedback\n- Gap: depth\n")
    assert read(changed).body.startswith("Nice ad.")


@pytest.mark.parametrize("typed", ["rejected", "feedback Gap: depth", "They were kind.", "followed-up"])  # fmt: skip
def test_what_is_noted_already_changes_nothing(typed: str) -> None:
    text = note(f"---\n{FACTS['plain']}---\n", typed).text
    assert note(text, typed) == Noted(text, was_there=True)


@pytest.mark.parametrize(
    "typed",
    ["told Dana", "kept the promise", "thanked", "asked", "confidence 60", "decision-by fri", "reconnect 1 dec"],
)  # fmt: skip
def test_what_only_an_interview_has_is_refused_with_what_can_be_said(typed: str) -> None:
    with pytest.raises(ByHandError, match=r"Acme has no interview yet.*followed-up"):
        note(f"---\n{FACTS['plain']}---\n", typed)


@pytest.mark.parametrize(
    "text",
    [
        "---\ncompany: Acme\napplied: 2026-11-02\noutcome: &x pending\nmine: *x\n---\n",
        "---\ncompany: Acme\napplied: 2026-11-02\noutcome: |\n  pending\n---\n",
        "---\ncompany: Acme\napplied: 2026-11-02\n---\nold\rends\n",
    ],
)
def test_where_it_cannot_be_done_without_a_risk_it_is_said(text: str) -> None:
    with pytest.raises(ByHandError):
        note(text, "rejected")


@pytest.mark.parametrize("body", ["<!-- never closed\n", "%% never closed\n", "Nice.\n\n<!--\n"])
@pytest.mark.parametrize("typed", ["feedback Gap: depth", "They were kind."])
def test_what_would_be_part_of_a_comment_is_not_written(body: str, typed: str) -> None:
    with pytest.raises(ByHandError, match=r"There is no place in a\.md"):
        note(f"---\n{FACTS['plain']}---\n{body}", typed)


def test_where_a_line_of_the_front_matter_could_not_be_read_nothing_is_written() -> None:
    text = "---\ncompany: Acme\napplied: 2026-11-02\nmine: [a\n---\n"
    with pytest.raises(ByHandError, match="no front matter between two lines"):
        note(text, "rejected")


def test_a_file_that_is_no_note_any_more_is_said() -> None:
    gone = ApplicationNote(path="a.md", company="Acme", applied=DAY)
    with pytest.raises(ByHandError, match="could not be read as a note"):
        noted_on_application(gone, "# A page\n", statement_of("rejected", DAY), OPTIONS)


@given(body=st.text(max_size=200), typed=st.sampled_from(SAID))
def test_whatever_stands_there_is_there_afterwards(body: str, typed: str) -> None:
    text = f"---\n{FACTS['status']}---\n{body}"
    read_as = read_journal([Source("a.md", text)], OPTIONS).notes
    if not read_as or "\r" in body:
        return
    try:
        done = noted_on_application(read_as[0], text, statement_of(typed, DAY), OPTIONS)
    except ByHandError:
        return
    rest = iter(done.text.splitlines())
    kept = [line for line in text.splitlines() if not line.startswith("status:")]
    assert all(line in rest for line in kept)


def of(*texts: str) -> Journal:
    sources = [Source(f"{at}.md", text) for at, text in enumerate(texts)]
    return read_journal(sources, OPTIONS)


COOK = "---\ncompany: Acme\nrole: Cook\napplied: 2026-11-02\n---\n"
BAKER = "---\ncompany: Acme\nrole: Baker\napplied: 2026-11-04\n---\n"


def meant(journal: Journal, *, role: str = "") -> str:
    return entry_meant(journal, "acme", statement_of("rejected", DAY), DAY, role=role).path


def test_at_a_company_without_an_interview_its_note_is_meant() -> None:
    assert meant(of(COOK)) == "0.md"
    assert meant(of(COOK, COOK.replace("applied:", "date: 2026-11-12\napplied:"))) == "1.md"


def test_of_two_notes_the_one_under_way_is_meant_or_the_role_says() -> None:
    assert meant(of(COOK, BAKER.replace("role:", "status: rejected\nrole:"))) == "0.md"
    assert meant(of(COOK, BAKER), role="baker") == "1.md"
    with pytest.raises(WhereError, match="--role Cook or --role Baker"):
        meant(of(COOK, BAKER))
    with pytest.raises(WhereError, match="No application at Acme is for 'Smith'"):
        meant(of(COOK, BAKER), role="Smith")


def test_where_a_title_in_the_journals_language_is_not_read_an_english_one_is_taken() -> None:
    text = "---\ncompany: Acme\napplied: 2026-11-02\n---\n\nÜber Indeed.\n"
    statement = statement_of("feedback zu-wenig", DAY)
    done = noted_on_application(read(text), text, statement, OPTIONS, language="German")
    assert done.text == f"{text}\n## Feedback\n- zu-wenig\n"


@pytest.mark.parametrize(
    "typed", ["+ calm", "- froze", "! slower", "? Why us", "promised the link", "story The queue"]
)
def test_what_only_an_interview_has_is_told_with_what_an_application_may_have(typed: str) -> None:
    with pytest.raises(ByHandError, match="Of an application you can note rejected"):
        note("---\ncompany: Acme\napplied: 2026-11-02\n---\n", typed)


def test_a_sentence_that_would_make_an_interview_of_the_note_is_not_written() -> None:
    with pytest.raises(ByHandError, match=r"There is no place in a\.md"):
        note("---\ncompany: Acme\napplied: 2026-11-02\n---\n", "Went well: calm")
