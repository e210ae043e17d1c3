"""What the values of front matter mean, key by key."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from afterword.kinds import OutcomeKind, Party, Severity
from afterword.model import (
    Advocate,
    Interview,
    Outcome,
    Person,
    Promise,
    Reference,
    Source,
    ThankYou,
)
from afterword.reading import ReadingOptions, read_journal
from afterword.reading.source import decode


def read(lines: str, body: str = "") -> tuple[Interview, list[str]]:
    """The interview of an entry with these lines in its front matter, and the codes of its problems but for hints."""
    text = f"---\ncompany: Northwind\ndate: 2026-11-12\n{lines}\n---\n{body}"
    journal = read_journal([decode(text.encode(), "entry.md")])
    codes = [one.code for one in journal.problems if one.severity != "hint"]
    return journal.interviews[0], codes


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        ("role: '[[Engineer|ENG]]'", "role", "Engineer"),
        ("title: Engineer", "role", "Engineer"),
        ("interviewers: Ada Byron, CTO", "interviewers", (Person(name="Ada Byron", role="CTO"),)),
        ("with: Ada and Grace (Lead, Core)", "interviewers", (Person(name="Ada"), Person(name="Grace", role="Lead, Core"))),
        ("panel: [Ada <ada@example.org>, '']", "interviewers", (Person(name="Ada", email="ada@example.org"),)),
        ("interviewers:\n  - name: Ada\n    role: Lead\n    email: a@example.org", "interviewers", (Person(name="Ada", role="Lead", email="a@example.org"),)),
        ("interviewers:\n  - Ada Byron, Staff Engineer\n  - Grace, Sam", "interviewers", (Person(name="Ada Byron", role="Staff Engineer"), Person(name="Grace"), Person(name="Sam"))),
        ("interviewers: Ada, CTO, Sam Head, Po Li", "interviewers", (Person(name="Ada", role="CTO"), Person(name="Sam Head"), Person(name="Po Li"))),
        ("interviewers: Ludwig von Beet und Maria de la Cruz", "interviewers", (Person(name="Ludwig von Beet"), Person(name="Maria de la Cruz"))),
        ("interviewers: Ahmed bin Salman & Leila al-Said", "interviewers", (Person(name="Ahmed bin Salman"), Person(name="Leila al-Said"))),
        ("interviewers: Ada von und zu Stein", "interviewers", (Person(name="Ada von und zu Stein"),)),
        ("interviewers: José Ortega y Gasset", "interviewers", (Person(name="José Ortega y Gasset"),)),
        ("interviewers: 'Beet, Ludwig von'", "interviewers", (Person(name="Ludwig von Beet"),)),
        ("interviewers: Ada, and Bo and", "interviewers", (Person(name="Ada"), Person(name="Bo"))),
        ("interviewers: Ada / Bo + Cy、Di", "interviewers", (Person(name="Ada"), Person(name="Bo"), Person(name="Cy"), Person(name="Di"))),
        ("interviewers: Ada (Lead and CTO) and Bo,", "interviewers", (Person(name="Ada", role="Lead and CTO"), Person(name="Bo"))),
        ("interviewers: ['Sam, Jr.', Ada - Head of Data]", "interviewers", (Person(name="Sam, Jr."), Person(name="Ada", role="Head of Data"))),
        ("interviewers: ['(Ada)']", "interviewers", (Person(name="(Ada)"),)),
        ("interviewers: |\n  Ada (Lead)\n  Grace\n", "interviewers", (Person(name="Ada", role="Lead"), Person(name="Grace"))),
        ("interviewers:\n  Ada Byron: Lead\n  Grace:", "interviewers", (Person(name="Ada Byron", role="Lead"), Person(name="Grace"))),
        ("interviewers:\n  - name:\n    role:\n  - ['']", "interviewers", ()),
        ("source: '[[Boards/Hired#2026|H]]'", "source", "Hired"),
        ("source: '[Hired](https://example.org/#x)'", "source", "Hired"),
        ("confidence: 60", "confidence", 0.6),
        ("confidence: 60 %", "confidence", 0.6),
        ("confidence: 0.6", "confidence", 0.6),
        ("confidence: 1%", "confidence", 0.01),
        ("confidence: 1.0", "confidence", 1.0),
        ("confidence: 62,5", "confidence", 0.625),
        ("confidence: 0,6", "confidence", 0.6),
        ("confidence: .6", "confidence", 0.6),
        ("confidence: ~60%", "confidence", 0.6),
        ("confidence: 0.6%", "confidence", 0.006),
        ("confidence: [60]", "confidence", 0.6),
        ("confidence: n/a", "confidence", None),
        ("feeling: '?'", "feeling", None),
        ("feeling: 4", "feeling", 4),
        ("feeling: 4 of 5", "feeling", 4),
        ("feeling: ★★★☆☆", "feeling", 3),
        ("contact: e-mail", "contact", "email"),
        ("contact: carrier pigeon", "contact", "carrier pigeon"),
        ("format: Zoom", "format", "video"),
        ("format: in person", "format", "onsite"),
        ("decision_by: 2 weeks", "decision_by", date(2026, 11, 26)),
        ("decision_by: in 5 business days", "decision_by", date(2026, 11, 19)),
        ("decision_by: a month", "decision_by", date(2026, 12, 12)),
        ("decision_by: 10 days", "decision_by", date(2026, 11, 22)),
        ("decision_by: 2026-11-30", "decision_by", date(2026, 11, 30)),
        ("thank_you: 2026-11-13", "thank_you", ThankYou(sent=(date(2026, 11, 13),))),
        ("thank_you: [2026-11-14, 2026-11-13]", "thank_you", ThankYou(sent=(date(2026, 11, 13), date(2026, 11, 14)))),
        ("thank_you: 2026-11-13, 2026-11-14", "thank_you", ThankYou(sent=(date(2026, 11, 13), date(2026, 11, 14)))),
        ("thank_you: skip", "thank_you", ThankYou(skipped=True)),
        ("thank_you: not yet", "thank_you", ThankYou()),
        ("promised: [Send the link]", "promised", (Promise(what="Send the link", line=4),)),
        (
            "promised:\n  - what: The date\n    who: them\n    by: 2026-11-14\n  - what: The link\n    who: me",
            "promised",
            (Promise(what="The date", who=Party.THEM, by=date(2026, 11, 14), line=5), Promise(what="The link", line=8)),
        ),
        ("promised:\n  - Slides: the new ones", "promised", (Promise(what="Slides: the new ones", line=5),)),
        ("promised:\n  - what: Slides\n    done: no", "promised", (Promise(what="Slides", line=5),)),
        ("references:\n  - name: Dana\n    told:", "references", (Reference(name="Dana", line=5),)),
        ("references: Dana, Kim", "references", (Reference(name="Dana", line=4), Reference(name="Kim", line=4))),
        (
            "references:\n  - {name: Dana, told: 2026-11-13, thanked: 2026-11-25}",
            "references",
            (Reference(name="Dana", told=date(2026, 11, 13), thanked=date(2026, 11, 25), line=5),),
        ),
        ("advocates: Kim, Lee", "advocates", (Advocate(name="Kim", line=4), Advocate(name="Lee", line=4))),
        (
            "advocates:\n  - {name: Kim, asked: 2026-11-13}",
            "advocates",
            (Advocate(name="Kim", asked=date(2026, 11, 13), line=5),),
        ),
        ("answer_by: 2026-11-20", "answer_by", date(2026, 11, 20)),
        ("answer_by: 1 week", "answer_by", date(2026, 11, 19)),
        ("answer_by: 1 week\noutcome: offer\ndecided: 2026-11-16", "answer_by", date(2026, 11, 23)),
        ("offer_expires: 20 Nov 2026", "answer_by", date(2026, 11, 20)),
        ("connected: invited", "invited", True),
        ("connected: 2026-12-01", "connected", date(2026, 12, 1)),
        ("linkedin: 2026-12-01", "connected", date(2026, 12, 1)),
        ("linkedin: invited", "invited", True),
        ("linkedin: https://example.org/in/ada-7", "connected", None),
        ("linkedin: {url: x}", "connected", None),
        ("reconnected: 2027-05-02", "reconnected", date(2027, 5, 2)),
        ("outcome: no", "outcome", Outcome(kind=OutcomeKind.REJECTED, line=4)),
        ("outcome: ~", "outcome", Outcome()),
        ("outcome: [rejected]", "outcome", Outcome(kind=OutcomeKind.REJECTED, line=4)),
        ("outcome: '-'", "outcome", Outcome()),
        ("outcome: TBD", "outcome", Outcome(line=4)),
        ("decided: '[[2026-11-13]]'", "outcome", Outcome(decided=date(2026, 11, 13))),
        ("decided:\n  - 2026-11-13", "outcome", Outcome(decided=date(2026, 11, 13))),
        ("decided: not yet", "outcome", Outcome()),
        ("decision_by: unknown", "decision_by", None),
        ("feedback_asked: no", "feedback_asked", None),
        ("follow_ups: none", "follow_ups", ()),
        ("feedback_received: none", "feedback_none", True),
        ("reconnect: never", "reconnect_never", True),
        ("reconnect: 2027-05-01", "reconnect", date(2027, 5, 1)),
        ("private: [Dana, the pay]", "private", ("Dana", "the pay")),
        ("tags: [a]\naliases: [b]", "foreign_keys", "tags: [a]\naliases: [b]"),
        ("type: interview", "round", None),
        ("{}", "role", None),
    ],
)  # fmt: skip
def test_a_value_is_read(lines: str, field: str, value: object) -> None:
    interview, codes = read("" if lines == "{}" else lines)
    assert (getattr(interview, field), codes) == (value, [])


def test_a_key_of_another_program_that_nobody_can_load_is_left_out_and_told() -> None:
    interview, codes = read("when: 2026-02-30\ntags: [a]")
    assert (interview.foreign_keys, codes) == ("tags: [a]", ["not-loaded"])


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("role: {a: b}", "not-text"),
        ("decided: [2026-11-13, 2026-11-14]", "not-a-date"),
        ("confidence: [60, 70]", "not-a-chance"),
        ("feeling: great", "not-a-feeling"),
        ("outcome: rejectd", "unknown-outcome"),
        ("decision_by: [a]", "not-a-date"),
        ("decision_by: 31.02.2026", "impossible-date"),
        ("thank_you: sent", "no-day"),
        ("promised:\n  - by: 2026-11-14", "no-what"),
        ("promised:\n  - what: x\n    who: nobody", "unknown-party"),
        ("promised:\n  - what: x\n    when: soon", "unknown-key"),
        ("references:\n  - told: 2026-11-14", "no-name"),
        ("advocates:\n  - asked: 2026-11-14", "no-name"),
        ("advocates:\n  - [{a: b}]", "not-text"),
        ("connected: soon", "not-a-date"),
        ("interviewers:\n  - role: Lead", "no-name"),
        ("went_well:\n  - {a: b, c: d}", "not-text"),
        ("went_well:\n  - [a]", "not-text"),
        ("went_well:\n  - a\n    - b", "joined-lines"),
        ("interviewers: {title: CTO}", "no-name"),
        ("interviewers: {Nmae: Ada}", "no-name"),
        ("promised:\n  - waht: The link", "no-what"),
        ("? [a]\n: b", "not-a-key"),
        ("status: rejected\noutcome: rejected\nresult: rejected", "duplicate-key"),
        ("outcom: rejected", "unknown-key"),
        ("template: offer-letter", "theme-key"),
        ("role: {a: b", "not-yaml"),
        ("just words", "not-yaml"),
        ("role: |\n  text\n wrong", "not-yaml"),
        ("role: Engineer\ncontact: *y", "not-yaml"),
        ("skills:\n  - *x", "not-yaml"),
        ("role: 'a\n  b' c", "not-yaml"),
        ("role: Engineer\n--- more", "not-yaml"),
        ("role: Engineer\n  with: [a\n\tb", "not-yaml"),
        ("- role: Engineer\n   contact: b: c", "not-yaml"),
        ("went_well:\n  - a: [b]", "not-text"),
        ("interviewers:\n  - [{a: b}]", "not-text"),
        ("references:\n  - [{a: b}]", "not-text"),
        ("promised:\n  - [{a: b}]", "not-text"),
    ],
)
def test_what_cannot_be_read_is_told_once(lines: str, code: str) -> None:
    assert read(lines)[1] == [code]


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("role: 'Engineer's friend'", "Write role: \"Engineer's friend\"."),
        ("role: 'Engineer's", "Write role: \"Engineer's\"."),
        ('role: "Dev" and "Ops"', "Write role: '\"Dev\" and \"Ops\"'."),
        ("role: Engineer: Ana's \"team\"", "Write role: 'Engineer: Ana''s \"team\"'."),
        ("source: [LinkedIn](https://example.org)", "Write source: '[LinkedIn](https://example.org)'."),
        ("source: !friend of mine", "Write source: '!friend of mine'."),
        ("source: !!binary aGVsbG8=", "Write source: '!!binary aGVsbG8='."),
        ("source: & friend", "Write source: '& friend'."),
        ("role: | Engineer", "Write role: '| Engineer'."),
        ("role: - Engineer", "Write role: '- Engineer'."),
        ("skills:\n  - I told them: no: never", "Write - 'I told them: no: never'."),
        ("skills:\n  - 'I'm slow'", "Write - \"I'm slow\"."),
    ],
)  # fmt: skip
def test_a_line_that_is_not_yaml_is_shown_as_it_would_be(line: str, mended: str) -> None:
    text = f"---\ncompany: Northwind\ndate: 2026-11-12\n{line}\n---\n"
    problems = read_journal([decode(text.encode(), "entry.md")]).problems
    assert [one.suggestion for one in problems if one.severity != "hint"] == [mended]


def test_a_type_that_changes_nothing_may_stand_before_a_value() -> None:
    assert read("role: !!str 007")[0].role == "007"


def test_an_anchor_is_known_below_a_line_that_cannot_be_read() -> None:
    interview, codes = read("role: &x Engineer\ncontact: @ana\nsource: *x")
    assert (interview.source, codes) == ("Engineer", ["not-yaml"])


def test_a_character_that_is_spelt_out_and_that_nobody_sees_is_replaced() -> None:
    assert read('role: "Engi\\0neer"')[0].role == "Engi�neer"


def test_a_slip_in_the_key_of_a_table_is_told_with_the_key_that_is_meant() -> None:
    text = "---\ncompany: A\ndate: 2026-11-12\npromised:\n  - waht: The link\n---\n"
    problems = read_journal([decode(text.encode(), "a.md")]).problems
    found = [(one.suggestion, one.line, one.column) for one in problems if one.severity == "error"]
    assert found == [("Did you mean what?", 5, 5)]


def test_words_above_the_first_key_cost_only_themselves() -> None:
    text = "---\nmy notes\n  on: it: all\ncompany: Northwind\ndate: 2026-11-12\n---\n"
    journal = read_journal([decode(text.encode(), "entry.md")])
    assert [one.company for one in journal.interviews] == ["Northwind"]
    assert [(one.line, one.code) for one in journal.problems if one.severity != "hint"] == [
        (3, "not-yaml")
    ]


def test_an_anchor_is_read_wherever_it_is_named() -> None:
    interview, codes = read("role: &x Engineer\nsource: *x\nskills: &y [a, b]\ntakeaways: *y")
    assert (interview.source, len(interview.takeaways), codes) == ("Engineer", 2, [])


def test_lists_in_front_matter_are_as_bullets_under_the_heading() -> None:
    lines = "went_well: ['Drew it #design', n/a]\nfeedback:\n  - 'Gap: too slow #pace'\n  - Praise: calm\nquestions: ['Why us? (badly)']"
    interview, codes = read(lines, "\n## Went well\n\n- Asked first\n")
    assert [item.text for item in interview.went_well] == ["Drew it", "Asked first"]
    assert [(item.kind, item.text, item.themes) for item in interview.feedback] == [
        ("gap", "too slow", ("pace",)),
        ("praise", "calm", ()),
    ]
    assert ([item.answered for item in interview.questions], codes) == (["badly"], [])


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        ("went_well:\n  - Froze on PR #42", [("Froze on PR #42", (), 5)]),
        ("went_well:\n  - Calm #pace #voice\n  - b # an aside", [("Calm", ("pace", "voice"), 5), ("b", (), 6)]),
        ("went_well:\n  - #pace held", [("pace held", ("pace",), 5)]),
        ("went_well:\n  - Then: calm #pace", [("Then: calm", ("pace",), 5)]),
        ("went_well:\n  - 'calm' # #pace", [("calm", (), 5)]),
        ("went_well:\n  - foo - b\n  - b", [("foo - b", (), 5), ("b", (), 6)]),
        ("went_well:\n  - one that\n    goes on", [("one that goes on", (), 5)]),
        ("went_well: |\n  - a\n    and more\n  - b\n", [("a and more", (), 5), ("b", (), 7)]),
        ("went_well: |\n  a\n\n  b\n", [("a", (), 5), ("b", (), 7)]),
        ("went_well: >\n  a\n  b\n", [("a b", (), 4)]),
        ("went_well:\n  - {}\n  - a", [("a", (), 6)]),
    ],
)  # fmt: skip
def test_a_list_is_read_as_it_was_written(
    lines: str, items: list[tuple[str, tuple[str, ...], int]]
) -> None:
    interview, codes = read(lines)
    found = [(item.text, item.themes, item.line) for item in interview.went_well]
    assert (found, codes) == (items, [])


def test_a_weekday_that_does_not_fit_is_doubted() -> None:
    text = "---\ncompany: A\ndate: Monday, 12 Nov 2026\n---\n"
    problems = read_journal([decode(text.encode(), "a.md")]).problems
    assert [(one.message, one.line) for one in problems if one.severity == "warning"] == [
        ("2026-11-12 is a Thursday.", 3)
    ]


def test_a_message_quotes_no_more_than_the_ends_of_what_was_written() -> None:
    text = f"---\ncompany: A\ndate: 2026-11-12\nconfidence: {'9' * 5000}\n---\n"
    (problem,) = [
        one
        for one in read_journal([decode(text.encode(), "a.md")]).problems
        if one.severity == "error"
    ]
    assert problem.message.startswith("A chance of 999")
    assert problem.message.endswith("999 is over 100.")
    assert len(problem.message) < 200


def test_an_outcome_in_a_sentence_is_asked_after() -> None:
    text = "---\ncompany: A\ndate: 2026-11-12\noutcome: Rejectd after the final\n---\n"
    problems = read_journal([decode(text.encode(), "a.md")]).problems
    assert "Did you mean rejected?" in [one.suggestion for one in problems]


def test_another_tools_title_is_no_role_beside_a_role() -> None:
    interview, codes = read("title: My note\nrole: Engineer\nstatus: draft\noutcome: rejected")
    assert (interview.role, interview.outcome.kind, codes) == ("Engineer", "rejected", [])


def test_a_holiday_is_no_business_day_of_the_span_that_they_named() -> None:
    text = "---\ncompany: Northwind\ndate: 2026-11-12\ndecision_by: 5 business days\n---\n"
    options = ReadingOptions(holidays=frozenset({date(2026, 11, 16), date(2026, 11, 20)}))
    (one,) = read_journal([decode(text.encode(), "entry.md")], options).interviews
    assert one.decision_by == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("decided: 2026-11-01\noutcome: rejected", "decided-before-interview"),
        ("thank_you: 2026-11-01", "sent-before-interview"),
        ("answer_by: 2026-11-01", "answer-before-interview"),
        ("reconnected: 2026-11-01", "written-before-interview"),
        ("decision_by: 2026-11-01", "decision-before-interview"),
        ("applied: 2026-12-01", "applied-after-interview"),
    ],
)
def test_days_on_the_wrong_side_of_the_interview_are_doubted(lines: str, code: str) -> None:
    assert read(lines)[1] == [code]


def journal_of(*entries: str) -> list[tuple[str, str]]:
    """The path and code of each problem but for hints, of entries in files a, b, c."""
    sources = (
        decode(f"---\ncompany: Acme\n{text}---\n".encode(), f"{name}.md")
        for name, text in zip("abc", entries, strict=False)
    )
    return [
        (one.path, one.code) for one in read_journal(sources).problems if one.severity != "hint"
    ]


def test_two_entries_for_one_conversation_are_doubted() -> None:
    same = "date: 2026-11-12\nround: final\n"
    assert journal_of(same, same, "date: 2026-11-12\nround: screen\n") == [("b.md", "same-round")]


def test_two_entries_of_one_month_are_not_one_conversation() -> None:
    assert journal_of("date: 2026-11\n", "date: 2026-11\n") == []


def test_an_outcome_after_an_accepted_offer_is_doubted() -> None:
    accepted, rejected = (
        "date: 2026-11-12\noutcome: accepted\n",
        "date: 2026-11-20\noutcome: rejected\n",
    )
    assert journal_of(accepted, rejected) == [("b.md", "after-acceptance")]


def hints(text: str) -> list[str]:
    return [one.code for one in read_journal([decode(text.encode(), "page.md")]).problems]


def test_thin_entries_are_hinted_at() -> None:
    body = "# Round 1\n\n## Went badly\n\n- late\n\n# Round 2\n"
    assert hints(f"---\ncompany: A\ndate: 2026-11-12\n---\n{body}") == [
        "no-confidence",
        "several-rounds",
        "no-why",
    ]


@pytest.mark.parametrize(
    ("keys", "codes"),
    [("", ["several-rounds"]), ("round: panel\n", []), ("format: onsite\n", [])],
)
def test_several_rounds_in_one_file_are_doubted_unless_they_were_on_one_day(
    keys: str, codes: list[str]
) -> None:
    body = "# Round 1\n\n## Pros\n\n- a\n\n# Round 2\n\n## Pros\n\n- b\n"
    text = f"---\ncompany: A\ndate: 2026-11-12\n{keys}---\n{body}"
    problems = read_journal([decode(text.encode(), "page.md")]).problems
    assert [one.code for one in problems if one.severity is Severity.WARNING] == codes


SURE = "---\ncompany: A\ndate: 2026-11-12\nconfidence: 50\n---\n"


def places(body: str) -> list[tuple[str, int]]:
    """The code and the line of what is said of an entry with this body, which begins on its sixth line."""
    told = read_journal([decode(f"{SURE}{body}".encode(), "page.md")]).problems
    found = [one for one in told if one.code != "list-not-counted"]
    return [(one.code, one.line) for one in found]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("## Pros and cons\n\n- calm\n", [8]),
        ("## Pros and cons\n\n- + calm\n- late\n- n/a\n", [9]),
        ("## Pros and cons\n\nCalm, but late.\n", [6]),
        ("## Pros and cons\n\n+ calm\n- late\n", []),
    ],
)
def test_items_for_both_sides_that_are_on_neither_are_hinted_at(
    body: str, lines: list[int]
) -> None:
    assert [line for code, line in places(body) if code == "no-side"] == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("# Phone screen\n\n## Went well\n\n- calm\n\n# Technical\n\n## Went well\n\n- quick\n", [6]),
        ("## Phone screen\n\n**Pros**\n\n- calm\n\n## System design\n\n**Pros**\n\n- quick\n", [6]),
        ("# Technical interview\n\n## Went well\n\n- calm\n\n## Went badly\n\n", []),
        ("# Went well\n\n## Technical\n\n- calm\n\n## Behavioural\n\n- quick\n", []),
        ("# Technical questions\n\n- a?\n\n## Stories\n\n- b\n\n# Behavioural questions\n\n- c?\n\n## My questions\n\n- d?\n", []),
        ("# Technical\n\n## Went well\n\n- calm\n\n# Next: the manager\n\nOn Friday.\n", []),
    ],
)  # fmt: skip
def test_rounds_named_above_sections_of_their_own_are_several(body: str, lines: list[int]) -> None:
    assert [line for code, line in places(body) if code == "several-rounds"] == lines


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Feeling:: 4\n", []),
        ("std::vector, Round::new and a: b:: c\n", [("nothing-counted", 6)]),
        ("```\nFeeling:: 4\n<h2>Went well</h2>\n```\n", []),
        ("<h2 class=x>Went well</h2>\n\n- calm\n", [("html-heading", 6), ("nothing-counted", 6)]),
        ("<H3>What didn&#39;t go well</H3>\n", [("html-heading", 6), ("nothing-counted", 6)]),
        ("<h2>Company</h2>\n", [("nothing-counted", 6)]),
    ],
)
def test_what_an_entry_says_in_a_form_that_is_not_read_is_hinted_at(
    body: str, expected: list[tuple[str, int]]
) -> None:
    assert places(body) == expected


def test_entries_tied_by_a_name_are_one_application() -> None:
    texts: list[dict[str, Any]] = [
        {"company": "Acme", "date": "2026-11-01", "role": "Engineer", "application": "north"},
        {"company": "Acme Labs", "date": "2026-11-02", "application": "north"},
        {"company": "ACME", "date": "2026-11-03", "role": "engineer"},
        {"company": "Acme", "date": "2026-11-04", "role": "Manager"},
        {"company": "acme", "date": "2026-11-05"},
    ]
    sources = [
        decode(
            (
                "---\n" + "".join(f"{key}: {value}\n" for key, value in facts.items()) + "---\n"
            ).encode(),
            f"{at}.md",
        )
        for at, facts in enumerate(texts)
    ]
    found = {one.id: one.paths for one in read_journal(sources).applications}
    assert found == {
        "acme-engineer": ("0.md", "1.md", "2.md"),
        "acme-manager": ("3.md",),
        "acme": ("4.md",),
    }


def test_two_companies_of_one_slug_have_two_addresses() -> None:
    sources = [
        decode(f"---\ncompany: {name}\ndate: 2026-11-0{at}\n---\n".encode(), f"{at}.md")
        for at, name in enumerate(("Ø", "O", "…"), 1)
    ]
    assert [one.id for one in read_journal(sources).applications] == ["o", "o-2", "application"]


def told(text: str) -> list[tuple[int, int, str, str]]:
    """The line, column, severity and code of each problem but hints."""
    found = read_journal([Source("a.md", text)]).problems
    return [
        (one.line, one.column, one.severity.value, one.code)
        for one in found
        if one.severity is not Severity.HINT
    ]


@pytest.mark.parametrize(
    "lines", ["status: new", "date: tomorrow", "type: blog\ntype: note", "Feeling: 9", "outcom: x"]
)
def test_a_page_that_names_no_company_may_use_the_names_of_our_keys_as_it_likes(lines: str) -> None:
    assert told(f"---\ntitle: About\n{lines}\n---\nHello\n") == []


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("company: A\ndate:", (3, 1, "error", "no-date")),
        ("company: A\ndaet: 2026-11-01", (3, 1, "error", "no-date")),
        ("company: A", (2, 10, "error", "no-date")),
        ("compnay: A\ndate: 2026-11-01", (2, 1, "warning", "unknown-key")),
        ("company: A\ndate: 2026-11-01\nrole: #1 engineer", (4, 1, "warning", "all-comment")),
    ],
)
def test_what_is_missing_is_told_once_and_where_it_would_be_mended(
    lines: str, problem: tuple[int, int, str, str]
) -> None:
    assert told(f"---\n{lines}\n---\n") == [problem]


def test_a_comment_of_a_template_is_no_lost_text() -> None:
    assert told("---\ncompany: A\ndate: 2026-11-01\nrole: # what is it called?\n---\n") == []


def test_what_would_steer_the_theme_is_told_and_not_passed_on() -> None:
    """Note-taking programs keep icons of their own, so that an icon is no more than a hint."""
    text = (
        "---\ncompany: A\ndate: 2026-11-01\ntemplate: letter\nIcon: LiBriefcase\ntags: [a]\n---\n"
    )
    journal = read_journal([decode(text.encode(), "entry.md")])
    told = [(one.line, one.severity.value) for one in journal.problems if one.code == "theme-key"]
    assert (told, journal.interviews[0].foreign_keys) == (
        [(4, "warning"), (5, "hint")],
        "tags: [a]",
    )


@pytest.mark.parametrize(
    ("body", "severity"),
    [
        ("## Notes\n\nNice ward.\n", "hint"),
        ("# Notizen\n\nNette Station, und ich war nicht nervös.\n", "hint"),
        ("## Notes\n\nNice ward.\n\n### Later\n\nSmall.\n", "hint"),
        ("Nice ward.\n\n## Notes\n\nSmall.\n", "warning"),
        ("## Notes\n\nNice.\n\n- calm\n", "warning"),
        ("## Notes\n\nNice.\n\n## Mood\n\nFine.\n", "warning"),
        ("Nice ward.\n", "warning"),
    ],
)
def test_prose_that_is_called_notes_is_only_hinted_at(body: str, severity: str) -> None:
    text = f"---\ncompany: Acme\ndate: 2026-11-12\n---\n\n{body}"
    problems = read_journal([Source("a.md", text)]).problems
    assert [str(one.severity) for one in problems if one.code == "nothing-counted"] == [severity]
