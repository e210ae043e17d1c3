"""What is not counted is told with what was meant: headings with a slip, verdicts in tables, numbers on another scale, rounds in one file."""

from __future__ import annotations

import pytest

from afterword.kinds import Severity
from afterword.model import Interview, Problem, Source
from afterword.reading import read_journal

HEAD = "---\ncompany: Acme\ndate: 2026-11-12\nconfidence: 60\n---\n\n"


def read(body: str, head: str = HEAD) -> Interview:
    (interview,) = read_journal([Source("a.md", head + body)]).interviews
    return interview


def told(text: str, path: str = "a.md") -> list[Problem]:
    problems = read_journal([Source(path, text)]).problems
    return [one for one in problems if one.severity is not Severity.HINT]


def keys(text: str) -> str:
    return f"---\ncompany: Acme\ndate: 2026-11-12\n{text}\n---\n\n## Went well\n- calm\n"


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("## Went wel", "went well"),
        ("## Wnet badlly", "went badly"),
        ("### Feedbak", "feedback"),
        ("## Skils", "skills"),
        ("**Lesons learndd**", "lessons learned"),
    ],
)
def test_a_heading_with_a_slip_names_the_section_that_was_meant(heading: str, meant: str) -> None:
    (problem,) = told(f"{HEAD}{heading}\n\n- calm\n")
    assert (problem.line, problem.code, problem.suggestion) == (
        7,
        "heading-slip",
        f"Did you mean {meant}?",
    )


def test_so_does_one_in_another_language() -> None:
    text = "---\nFirma: A\nDatum: 2026-11-12\n---\n## Was lief guut\n- ruhig\n\n## Was lief schlecht\n- spät\n"
    assert [one.suggestion for one in told(text) if one.code == "heading-slip"] == [
        "Did you mean was lief gut?"
    ]


@pytest.mark.parametrize(
    "heading",
    ["Minutes", "Position", "Round two", "Round 2", "Team", "Results", "Logistics", "The office and how to get there by train or bus"],
)  # fmt: skip
def test_a_heading_of_ones_own_is_no_slip(heading: str) -> None:
    text = f"{HEAD}## Went well\n- calm\n\n## {heading}\n\n- by the river\n"
    assert told(text) == []


def test_a_heading_within_their_words_is_theirs() -> None:
    assert told(f"{HEAD}## Feedback\n\n### Skils\n\n- more depth\n") == []


TABLE = "| Part | {} | Note |\n|---|---|---|\n| SQL | good | twice |\n| Design | bad, froze | |\n| Talk | so-so | |\n| Why us | 👍 | |\n| | well | |\n| Lunch | | |\n"


def test_a_column_of_verdicts_says_on_which_side_each_row_is() -> None:
    interview = read(TABLE.format("How did it go?"))
    well = [(one.text, one.notes) for one in interview.went_well]
    badly = [(one.text, one.notes) for one in interview.went_badly]
    assert (well, badly) == (
        [("SQL", ("twice",)), ("Why us", ()), ("well", ())],
        [("Design", ("froze",))],
    )


def hints(body: str) -> list[str]:
    problems = read_journal([Source("a.md", HEAD + body)]).problems
    return [one.message for one in problems if one.code == "list-not-counted"]


def test_rows_on_no_side_are_told() -> None:
    assert hints(TABLE.format("Verdict")) == [
        'This item is in no section and not counted: "Talk".',
        'This item is in no section and not counted: "Lunch".',
    ]


def test_beside_a_verdict_stand_why_and_themes() -> None:
    interview = read(
        "| What | How it went | Why | Theme |\n|---|---|---|---|\n"
        "| Talk | well, they laughed | rehearsed it | slides |\n"
        "| Ledger | badly |\n"
        "| | badly | no numbers ready | |\n"
    )
    noted = [
        (one.text, one.why, one.themes, one.notes)
        for one in (*interview.went_well, *interview.went_badly)
    ]
    assert noted == [
        ("Talk", "rehearsed it", ("slides",), ("they laughed",)),
        ("Ledger", None, (), ()),
        ("no numbers ready", None, (), ()),
    ]


def test_why_alone_in_a_row_is_what_was_noticed() -> None:
    interview = read("## Went badly\n\n| What | Why |\n|---|---|\n| | nerves |\n| | |\n")
    assert [(one.text, one.why) for one in interview.went_badly] == [("nerves", None)]


def test_a_row_on_no_side_is_told_with_all_its_words() -> None:
    body = (
        "| What | How it went | Why |\n|---|---|---|\n| SQL | good | |\n| Role | so-so | nerves |\n"
    )
    assert hints(body) == ['This item is in no section and not counted: "Role, nerves".']


def test_a_column_of_signs_is_one_of_verdicts() -> None:
    interview = read("| Topic | +/- |\n|---|---|\n| SQL | + |\n| Talk | - |\n")
    assert (
        [one.text for one in interview.went_well],
        [one.text for one in interview.went_badly],
    ) == (["SQL"], ["Talk"])


def test_questions_in_a_table_are_answered_as_its_verdicts_say() -> None:
    body = "| Question | How did it go? |\n|---|---|\n| Why us? | good |\n| Joins? | badly |\n"
    assert [one.answered for one in read(body).questions] == ["well", "badly"]


@pytest.mark.parametrize(
    "before",
    [
        "| What went well | Why |\n|---|---|\n| SQL | drawn |\n\n",
        "| Part | Note |\n|---|---|\n| Went well | SQL |\n\n",
        "| Topic | How did it go? |\n|---|---|\n| SQL | good |\n\n",
        "Went well: SQL\n\n",
        "Went well: SQL\n\nNow the other side.\n\n",
        "- Went well: SQL\n\n",
    ],
)
def test_a_table_below_another_or_below_a_line_has_sections_of_its_own(before: str) -> None:
    interview = read(f"{before}| What went badly | Why |\n|---|---|\n| Talk | nerves |\n")
    assert (
        [one.text for one in interview.went_well],
        [(one.text, one.why) for one in interview.went_badly],
    ) == (["SQL"], [("Talk", "nerves")])


def test_a_second_table_in_no_section_is_told() -> None:
    pros = "| Pros | Cons |\n|---|---|\n| SQL | Talk |\n"
    assert len(hints(f"{pros}\n| Thing | Is |\n|---|---|\n| Team | eight |\n")) == 1


@pytest.mark.parametrize(
    ("table", "number"),
    [
        ("| Thing | Is |\n|---|---|\n| Team | eight |\n| Town | Leeds |\n", 1),
        ("| Thing | How did it go? |\n|---|---|\n| Team | eight |\n", 1),
        ("| Round | final |\n|---|---|\n| Role | Nurse |\n", 0),
        ("| Interviewer | Years | Town |\n|---|---|---|\n| Ada | 3 | Leeds |\n", 0),
        ("| a | b | c |\n|---|---|---|\n| | | |\n", 0),
    ],
)
def test_a_table_in_no_section_is_told_unless_it_gives_facts(table: str, number: int) -> None:
    assert len(hints(f"## Facts\n\n{table}\n## Went well\n- calm\n")) == number


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("confidence: 6", "Write 60 if it is 6 of ten, or 6% if that is what you mean."),
        ("confidence: 6/0", "Write 0 to 100, such as 60."),
        ("confidence: 11/10", "Write 0 to 100, such as 60."),
    ],
)
def test_a_chance_on_no_scale_is_told(line: str, how: str) -> None:
    assert [one.suggestion for one in told(keys(line))] == [how]


@pytest.mark.parametrize(
    ("written", "share"),
    [("6/10", 0.6), ("3 of 5", 0.6), ("50/50", 0.5), ("fifty-fifty", 0.5), ("60/100", 0.6)],
)
def test_a_chance_beside_its_scale_is_worked_out(written: str, share: float) -> None:
    journal = read_journal([Source("a.md", keys(f"confidence: {written}"))])
    assert [one.confidence for one in journal.interviews] == [share]


@pytest.mark.parametrize("line", ["confidence: 6%", "confidence: 0", "confidence: 11"])
def test_a_small_chance_that_is_meant_so_is_not_doubted(line: str) -> None:
    assert told(keys(line)) == []


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("outcome: rejected by email on 17 Nov", "rejected 2026-11-17"),
        ("outcome: Got rejected by email, 17 Nov", "rejected 2026-11-17"),
        ("outcome: rejected on Tuesday", "rejected 2026-11-17"),
        ("outcome: rejected, Thursday", "rejected None"),
        ("outcome: rejected 3 Nov", "rejected None"),
        ("outcome: advanced (Mon 16 Nov)", "advanced 2026-11-16"),
        ("outcome: no answer since 20 Nov", "no answer None"),
        ("outcome: rejected by email on 17 Nov after two weeks", "rejected 2026-11-17"),
        ("outcome: offer on Monday, 16 Nov", "offer 2026-11-16"),
    ],
)
def test_a_day_without_a_year_in_front_matter_is_reckoned_from_the_interview(
    line: str, value: str
) -> None:
    outcome = read("## Went well\n- calm\n", keys(line)).outcome
    assert (f"{outcome.kind} {outcome.decided}", told(keys(line))) == (value, [])


def test_so_is_one_of_another_field() -> None:
    interview = read("", keys("thank_you: 13 Nov\ndecision_by: Monday\ndecided: 17 Nov"))
    found = interview.thank_you.sent[0], interview.decision_by, interview.outcome.decided
    assert [str(day) for day in found] == ["2026-11-13", "2026-11-16", "2026-11-17"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("applied: 1 Nov", "no-year"),
        ("thank_you: yes", "no-day"),
        ("outcome: Absage oder Zusage am 17. Nov", "unclear-outcome"),
        ("outcome: rejected 3/4", "unclear-outcome"),
    ],
)
def test_what_cannot_be_reckoned_is_told_as_before(line: str, code: str) -> None:
    assert [one.code for one in told(keys(line))] == [code]


def test_an_outcome_that_is_unclear_without_its_day_is_told_as_that() -> None:
    text = "---\nFirma: A\nDatum: 2026-11-12\nErgebnis: abgesagt am 17. November\n---\n## Was lief gut\n- ruhig\n"
    assert [one.code for one in told(text)] == ["unclear-outcome"]


def test_the_day_that_a_weekday_was_read_as_is_hinted_at() -> None:
    problems = read_journal([Source("a.md", keys("outcome: rejected on Tuesday"))]).problems
    assert [one.message for one in problems if one.code == "unclear-day"] == [
        "'on Tuesday' is read as 2026-11-17, the first after the interview."
    ]


@pytest.mark.parametrize("stage", ["stage:: role play", "Stage: round 2", "[round:: final]"])
def test_a_round_that_is_only_counted_contradicts_none(stage: str) -> None:
    assert told(f"{keys('round: 2nd')}\n{stage}\n") == []


@pytest.mark.parametrize("front", ["company: Nordlicht: Solar", "Company: Nordlicht: Solar"])
def test_a_company_that_breaks_yaml_is_told_once(front: str) -> None:
    text = f"---\n{front}\ndate: 2026-11-12\nround: final\noutcome: pending\n---\n\n## Went well\n- calm\n"
    assert [one.code for one in told(text)] == ["not-yaml"]


def test_and_one_without_a_blank_is_mended_with_quotes() -> None:
    (problem,) = told("---\ncompany:Nordlicht: Solar\ndate: 2026-11-12\n---\n")
    assert problem.suggestion == "Write company: 'Nordlicht: Solar'"


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("## Round 1, 3 Nov 2026\n- a\n\n## Round 2, 10 Nov 2026\n- b\n\n## Final 2026-11-20\n- c\n", 3),
        ("**3 Nov** screen\n\n**Nov 10** technical\n", 2),
    ],
)  # fmt: skip
def test_rounds_with_days_of_their_own_are_to_be_divided(body: str, number: int) -> None:
    (problem,) = told(f"---\ncompany: Acme\n---\n\n{body}")
    assert (problem.code, problem.message) == (
        "no-date",
        f"This entry has no date, and {number} rounds with days of their own stand in it.",
    )


@pytest.mark.parametrize("body", ["## 3 Nov\n- a\n", "We met on 3 Nov and on 10 Nov.\n"])
def test_one_day_or_days_in_a_sentence_are_no_rounds(body: str) -> None:
    (problem,) = told(f"---\ncompany: Acme\n---\n\n{body}")
    assert problem.message == "This entry has no date."


@pytest.mark.parametrize(
    "text",
    [
        "Asda interview today\nGood: friendly\nBad: forgot my ID\n",
        "Asda interview today\n\nwent ok I think\n",
        "# Interview at Tesco\n\nWe talked.\n",
        "# Bewerbungsgespräch bei Aldi\n\nEs war laut.\n",
        "\n\nI interviewed at Boots\n\nIt was fine.\n",
    ],
)
def test_a_title_that_tells_of_an_interview_is_told(text: str) -> None:
    first = next(at for at, line in enumerate(text.split("\n"), 1) if line)
    problems = told(text, "notes.md")
    assert [one.code for one in problems] == ["no-company"]
    assert problems[0].line in {first, first + 1}


@pytest.mark.parametrize(
    "text",
    [
        "# Interview with Jane Goodall\n\nQ: why apes?\n",
        "# How we interview at scale\n\nSlowly.\n",
        "# Tesco\n\nA shop where an interview may be on any day, as I was told at the till by somebody.\n",
        "",
    ],
)
def test_a_page_of_ones_own_is_left_alone(text: str) -> None:
    assert told(text, "notes.md") == []


def test_a_text_with_such_a_title_has_the_wrong_ending() -> None:
    (problem,) = told("Interview at Tesco\n\nGood: calm\nBad: slow\n", "tesco.txt")
    assert (problem.code, problem.suggestion) == ("not-markdown", "Rename it to tesco.md")


def test_highlights_and_names_of_paragraphs_are_no_words() -> None:
    body = "==Nice== `==x==` and a ==b c== d ^abc1\n\n^tab-1\n\n## Went well\n- ==calm== ^p-1\n    - Why: x ^2 and a==b==c\n\n```\n==y== ^abc2\n```\n"
    interview = read(body)
    assert interview.body.split("\n")[:3] == ["Nice `==x==` and a b c d", "", ""]
    item = interview.went_well[0]
    assert (item.text, item.why) == ("calm", "x ^2 and a==b==c")
    assert "==y== ^abc2" in interview.body


def test_a_day_by_which_they_let_know_in_place_of_an_outcome_is_told() -> None:
    text = "---\nentreprise: A\ndate: 2026-10-27\ndécision: sous deux semaines\n---\n## Points forts\n- calme\n"
    assert [one.code for one in told(text)] == ["unknown-outcome"]


@pytest.mark.parametrize(
    ("front", "day"),
    [
        ("bedrijf: A\ndatum: 12-11-2026", "2026-11-12"),
        ("empresa: A\nfecha: 4/11/2026", "2026-11-04"),
    ],
)
def test_where_everybody_writes_the_day_first_a_date_is_one_day(front: str, day: str) -> None:
    assert str(read("", f"---\n{front}\n---\n").when.day) == day


def test_the_other_dates_of_a_journal_still_decide() -> None:
    dutch = Source("a.md", "---\nbedrijf: A\ndatum: 12-11-2026\n---\n## Wat ging goed\n- rust\n")
    american = Source("b.md", "---\ncompany: B\ndate: 10/25/2026\n---\n## Went well\n- calm\n")
    assert [str(one.when.day) for one in read_journal([dutch, american]).interviews] == [
        "2026-10-25",
        "2026-12-11",
    ]
