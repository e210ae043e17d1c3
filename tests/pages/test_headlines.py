"""What is said above each picture, and when nothing is said: only what the numbers bear."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.builders import interview, journal, observed, said

from afterword.analysis.commitments import Effect, ThemeNote, commitments
from afterword.analysis.funnel import Funnel, Stage, funnel
from afterword.analysis.questions import asked_questions
from afterword.analysis.rejections import rejections
from afterword.analysis.statistics.intervals import wilson
from afterword.analysis.themes import (
    Share,
    ThemeNotes,
    Trend,
    shares_over_time,
    theme_notes,
)
from afterword.analysis.timeline import lanes
from afterword.analysis.waits import waits
from afterword.edition.edition import Edition
from afterword.edition.naming import round_name
from afterword.edition.standing import application_words
from afterword.kinds import OutcomeKind, RoundKind, Severity
from afterword.model import Interview, Journal, Observation, Outcome, Problem, Question
from afterword.pages.commitments import commitments_headline, effect_words
from afterword.pages.funnel import funnel_headline, funnel_page, waits_headline
from afterword.pages.pictures.balance import heat_rows
from afterword.pages.pictures.lanes import lane_picture
from afterword.pages.problems import problems_lead
from afterword.pages.questions import questions_headline
from afterword.pages.theme import theme_headline
from afterword.pages.timeline import lanes_headline, timeline_pages
from afterword.pages.words.reflections import (
    balance_headline,
    heat_headline,
    share_headline,
    smalls_headline,
)
from afterword.pages.words.rejections import (
    cells_headline,
    feedback_headline,
    kept_apart,
    rejections_headline,
    rounds_headline,
)
from afterword.pages.words.today import resilience
from afterword.site.site import Site

TODAY = date(2026, 11, 20)
NAMES = {"kafka": "Kafka", "sql": "SQL", "system-design": "System design"}
MORE_NAMES = NAMES | {theme: theme for theme in "abcdefghi"}
REJECTED, ADVANCED = OutcomeKind.REJECTED, OutcomeKind.ADVANCED


def rejected(company: str, *themes: str, **facts: Any) -> Interview:
    return interview("2026-03-02", company, outcome=REJECTED, feedback=said(*themes), **facts)


def notes(theme: str, *, badly: int = 0, well: int = 0, trend: Trend | None = None) -> ThemeNotes:
    made = theme_notes(
        journal(
            interview(
                "2026-03-02",
                went_badly=observed(*[theme] * badly),
                went_well=observed(*[theme] * well),
            )
        )
    )
    one = made[0] if made else ThemeNotes(theme=theme)
    return ThemeNotes(theme=theme, badly=one.badly, well=one.well, trend=trend)


@pytest.mark.parametrize(
    ("kafka", "sql", "system", "expected"),
    [
        ((0, 0), (0, 0), (0, 0), "Nothing stands out yet."),
        ((4, 0), (0, 4), (2, 2), "Nothing stands out yet."),
        ((20, 0), (0, 20), (5, 5), "Kafka is where it slips most; SQL carries me."),
        ((20, 0), (5, 10), (5, 10), "Kafka is where it slips most."),
        ((0, 20), (10, 5), (10, 5), "Kafka carries me."),
        ((0, 20), (10, 5), (5, 10), "Kafka carries me."),
        ((9, 8), (8, 9), (8, 8), "Nothing stands out yet."),
    ],
)
def test_a_theme_is_named_where_it_stands_apart_from_all_others(
    kafka: tuple[int, int], sql: tuple[int, int], system: tuple[int, int], expected: str
) -> None:
    shown = [
        notes(theme, badly=badly, well=well)
        for theme, (badly, well) in zip(NAMES, (kafka, sql, system), strict=True)
    ]
    assert balance_headline(shown, NAMES) == expected


def test_a_theme_alone_has_nothing_to_stand_apart_from() -> None:
    assert balance_headline([notes("kafka", badly=20)], NAMES) == "Nothing stands out yet."
    assert balance_headline([], NAMES).startswith("What goes well")


def share(month: int, well: int, badly: int) -> Share:
    return Share(
        first=date(2026, month, 1), well=well, badly=badly, interval=wilson(well, well + badly)
    )


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([], "Too few notes to say yet whether more goes well."),
        ([share(1, 4, 4), share(3, 4, 4)], "Too few notes to say yet whether more goes well."),
        ([share(1, 4, 3), share(8, 4, 3)], "Too few notes to say yet whether more goes well."),
        ([share(3, 4, 16), share(6, 1, 1), share(8, 16, 4)], "More goes well: 20% in the three months to March 2026, 80% now."),
        ([share(3, 16, 4), share(8, 4, 16)], "Less goes well: 80% in the three months to March 2026, 20% now."),
        ([share(3, 4, 4), share(8, 6, 2)], "It went well in 50% in the three months to March 2026, 75% now; the ranges overlap, so this says little."),
    ],
)  # fmt: skip
def test_then_and_now_are_compared_with_their_ranges(shares: list[Share], expected: str) -> None:
    assert share_headline(shares) == expected


def test_a_journal_of_two_months_says_nothing_of_a_year() -> None:
    short = journal(
        *(interview(f"2026-0{month}-05", went_well=observed(*"abcdefghij")) for month in (1, 2))
    )
    assert share_headline(shares_over_time(short)).startswith("Too few")


def noting(day: date, theme: str, *, well: bool) -> Interview:
    if well:
        return interview(day, f"{theme} {day}", went_well=observed(theme))
    return interview(day, f"{theme} {day}", went_badly=observed(theme))


@pytest.mark.parametrize(
    ("courses", "expected"),
    [
        ([], "No theme has changed enough to name it."),
        (["-+++", "+-+-"], "No theme has changed enough to name it."),
        (["-------+++++++", "+-+-+-"], "Kafka is getting better."),
        (["-------+++++++", "-------+++++++"], "Kafka and SQL are getting better."),
        (["-------+++++++"] * 3, "Kafka, SQL and system design are getting better."),
        (["+-+-+-", "+++++++-------"], "SQL is harder of late."),
        (["-------+++++++", "+++++++-------"], "Kafka is getting better; SQL is harder of late."),
    ],
)  # fmt: skip
def test_the_themes_that_have_changed_are_named(courses: list[str], expected: str) -> None:
    """A course is what went well and badly, the oldest first."""
    told = journal(
        *(
            noting(date(2026, 1, 1) + timedelta(days=10 * at), theme, well=sign == "+")
            for theme, course in zip(NAMES, courses, strict=False)
            for at, sign in enumerate(course)
        )
    )
    in_order = sorted(theme_notes(told), key=lambda one: list(NAMES).index(one.theme))
    assert smalls_headline(in_order, NAMES) == expected


def badly(**months: str) -> str:
    """The headline over themes that went badly in the months whose numbers are given."""
    told = journal(
        *(
            interview(f"2026-0{month}-05", theme, went_badly=observed(theme))
            for theme, numbers in months.items()
            for month in numbers
        )
    )
    every = [date(2026, month, 1) for month in range(1, 10)]
    return heat_headline(heat_rows(theme_notes(told), every), NAMES)


def test_the_theme_that_came_back_in_most_months_is_named() -> None:
    assert badly() == "Nothing has gone badly often enough to come back."
    assert badly(kafka="12") == "Nothing has come back in three months or more."
    most = "What came back most did so in four of nine months; no one theme stands out."
    assert badly(kafka="1234", sql="123") == most
    assert badly(kafka="1234", sql="5678") == most
    assert badly(kafka="1234") == most
    assert (
        badly(kafka="123456", sql="1", pace="2", api="3")
        == "Kafka is the one that keeps coming back: in six of nine months."
    )


@pytest.mark.parametrize(
    ("badly", "well", "trend", "expected"),
    [
        (0, 0, None, "It stands in no went-well and no went-badly."),
        (0, 4, Trend.STEADY, "It went well four times, and never badly: "),
        (1, 0, None, "It came up as going badly once, and never as going well; fewer than four"),
        (2, 3, Trend.NEW, "It went badly twice and well three times: "),
    ],
)
def test_a_theme_says_how_often_and_where_it_is_going(
    badly: int, well: int, trend: Trend | None, expected: str
) -> None:
    assert theme_headline(notes("kafka", badly=badly, well=well, trend=trend)).startswith(expected)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], "No company has turned you down. When one does, what they say will stand here."),
        ([(), ()], "Two rejections, and none came with a reason."),
        ([("kafka",)], "One rejection came with a reason; one alone shows no pattern."),
        ([("kafka",), ("kafka",)], "Two rejections came with a reason; no one thing stands out in them."),
        ([("kafka",), ("kafka",), ("kafka",), ()], "Kafka is named by all three that gave a reason."),
        ([("kafka",), ("kafka",), ("kafka",), ("sql",)], "Kafka is named by three of the four that gave a reason."),
        ([("kafka", "sql")] * 3, "Three rejections came with a reason; no one thing stands out in them."),
        ([("kafka",)] * 3 + [("a",), ("b",), ("c",), ("d",)], "Seven rejections came with a reason; no one thing stands out in them."),
    ],
)  # fmt: skip
def test_what_those_who_gave_a_reason_name(told: list[tuple[str, ...]], expected: str) -> None:
    answer = rejections(journal(*(rejected(f"C{at}", *themes) for at, themes in enumerate(told))))
    assert rejections_headline(answer, MORE_NAMES) == expected


def test_among_three_themes_chance_may_well_name_one_three_times() -> None:
    answer = rejections(journal(*(rejected(name, "kafka") for name in "ABC")))
    assert rejections_headline(answer, NAMES).endswith("no one thing stands out in them.")


def test_how_many_were_asked_and_answered() -> None:
    asked = {"feedback_asked": date(2026, 3, 3)}
    answered = {**asked, "feedback_received": date(2026, 3, 7)}
    one = rejections(journal(rejected("A", **answered), rejected("B", **asked), rejected("C")))
    assert feedback_headline(one) == "Asked two of three times; one answered."
    three = rejections(journal(*(rejected(name, **answered) for name in "ABC")))
    assert feedback_headline(three).endswith("three answered, half of them within 4 days.")
    assert feedback_headline(rejections(journal(rejected("A")))).startswith("You have not asked")


def test_the_round_that_ends_most_applications_is_named_from_three_on() -> None:
    technical = [rejected(f"T{at}", kind=RoundKind.TECHNICAL) for at in range(3)]
    screens = [rejected(f"S{at}", kind=RoundKind.SCREEN) for at in range(3)]
    others = [rejected(f"O{at}") for at in range(3)]
    passed = [interview("2026-02-02", f"P{at}", kind=RoundKind.SCREEN) for at in range(15)]
    told = "Three applications of four ended in a technical round."
    assert rounds_headline(rejections(journal(*technical, *passed, screens[0]))) == told
    none = "No one kind of round ends more of them than its share."
    assert rounds_headline(rejections(journal(*technical, *screens[:2]))) == none
    assert rounds_headline(rejections(journal(*technical[:2], screens[0]))) == none
    assert rounds_headline(rejections(journal(*technical, *screens))) == none
    assert rounds_headline(rejections(journal(*others))) == none
    assert rounds_headline(rejections(journal())) == ""
    assert rounds_headline(rejections(journal(*technical[:2]))).startswith("Too few to say")


@pytest.mark.parametrize(
    ("mine", "expected"),
    [
        ((), "Five rejections mention system design. My own notes never do."),
        (("system-design",), "Five rejections mention system design. My own notes name it once."),
        (
            ("system-design", "system-design"),
            "Five rejections mention system design. My own notes name it twice.",
        ),
        (("system-design",) * 3, "No blind spot stands out: what they name, my notes name too."),
    ],
)
def test_the_largest_blind_spot_is_what_they_name_and_i_hardly_do(
    mine: tuple[str, ...], expected: str
) -> None:
    theirs = (rejected(f"C{at}", "system-design") for at in range(5))
    answer = rejections(journal(interview("2026-01-02", "Me", went_badly=observed(*mine)), *theirs))
    assert cells_headline(answer.cells, NAMES) == expected


def test_seven_mentions_against_three_are_a_blind_spot() -> None:
    theirs = (rejected(f"C{at}", "system-design") for at in range(7))
    mine = interview(
        "2026-01-02", "Me", went_badly=observed("system-design", "system-design", "system-design")
    )
    told = cells_headline(rejections(journal(mine, *theirs)).cells, NAMES)
    assert told.endswith("My own notes name it three times.")


def test_without_their_feedback_there_is_nothing_to_compare() -> None:
    assert cells_headline(rejections(journal()).cells, NAMES) == "Nothing to compare yet."


def stage(kind: RoundKind, passed: int, ended: int) -> Stage:
    return Stage(
        kind=kind,
        reached=passed + ended,
        passed=passed,
        ended=ended,
        withdrawn=0,
        cancelled=0,
        open=0,
        interval=wilson(passed, passed + ended),
        interviews=(),
    )


def test_the_stage_where_it_narrows_is_named_where_it_stands_apart() -> None:
    assert funnel_headline(Funnel()).startswith("The rounds you reach")
    few = Funnel(stages=(stage(RoundKind.SCREEN, 9, 1), stage(RoundKind.TECHNICAL, 1, 3)))
    assert funnel_headline(few).startswith("Too few rounds are decided")
    stages = (stage(RoundKind.SCREEN, 9, 1), stage(RoundKind.TECHNICAL, 1, 9))
    assert funnel_headline(Funnel(stages=stages)).startswith("No stage stands out")
    told = funnel_headline(Funnel(stages=stages, narrow=RoundKind.TECHNICAL))
    assert told == "It narrows at technical rounds: 1 of 10 passed."


def test_the_page_shows_a_funnel_that_narrows() -> None:
    screens = (
        interview("2026-03-02", f"S{at}", kind=RoundKind.SCREEN, outcome=ADVANCED)
        for at in range(9)
    )
    rounds = (
        interview("2026-03-09", f"S{at}", kind=RoundKind.TECHNICAL, outcome=REJECTED)
        for at in range(9)
    )
    told = journal(*screens, *rounds)
    assert funnel(told, TODAY).narrow is RoundKind.TECHNICAL
    assert "It narrows at technical rounds: 0 of 9 passed." in funnel_page(Edition(told, TODAY))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([12, 12], "Too few answers to say yet whether they keep to their time."),
        ([12, 12, 9], "2 of 3 answers came later than they said."),
        ([9, 9, 12, 10], "3 of 4 answers came when they said, or sooner."),
    ],
)
def test_what_they_said_is_held_against_what_they_took(days: list[int], expected: str) -> None:
    waited = waits(
        journal(
            *(
                interview(
                    "2026-03-01",
                    f"C{at}",
                    outcome=ADVANCED,
                    decided=f"2026-03-{day:02}",
                    decision_by=date(2026, 3, 10),
                )
                for at, day in enumerate(days)
            )
        ),
        TODAY,
    )
    assert waits_headline(waited) == expected


def test_commitments_and_questions_say_when_none_came_back() -> None:
    plan = (Observation(text="Draw first", line=9),)
    told = journal(interview("2026-03-02", do_differently=plan))
    assert commitments_headline(commitments(told)) == "One commitment, none tried yet."
    asked = (Question(text="Why us?", line=9),)
    told = journal(interview("2026-03-02", questions=asked))
    assert questions_headline(asked_questions(told)) == "One question, none asked twice yet."


def test_what_came_of_the_themes_is_a_count_from_three_on() -> None:
    note = interview("2026-03-02", went_badly=observed("kafka"))
    badly = (ThemeNote(note, note.went_badly[0], well=False),)
    well = (ThemeNote(note, note.went_badly[0], well=True),)
    better = Effect(theme="kafka", before=badly, after=well, by_chance=0.6)
    same = Effect(theme="kafka", before=well, after=well, by_chance=0.3)
    assert effect_words([better, same]).startswith("From three tried commitments on")
    told = "After the first try, the theme went well more often for 2 of 3."
    without = "Without any effect about 2 of 3 would, since a resolve follows a bad day."
    assert (
        effect_words([better, same, better]) == f"{told} {without} That is a count, and no proof."
    )


def test_what_an_interview_and_an_application_are_called() -> None:
    assert round_name(interview("2026-03-02")) == "Interview"
    assert round_name(interview("2026-03-02", kind=RoundKind.TECHNICAL)) == "Technical"
    stands = [
        application_words(
            journal(interview("2026-03-02", outcome=kind)).applications[0], date(2026, 3, 3)
        )
        for kind in OutcomeKind
    ]
    assert sorted(stands) == [
        "Accepted",
        "Cancelled",
        "I declined",
        "I withdrew",
        "In progress",
        "In progress",
        "No answer",
        "Offer",
        "Rejected",
    ]


def test_the_problems_page_counts_what_could_not_be_read_and_what_reads_oddly() -> None:
    def lead(*severities: Severity) -> str:
        slips = tuple(
            Problem(
                path="a.md", line=1, column=1, severity=one, code="x", message="", suggestion=""
            )
            for one in severities
        )
        return problems_lead(Edition(Journal(problems=slips), TODAY))

    error, warning = Severity.ERROR, Severity.WARNING
    assert lead(warning).startswith("1 thing may not be what you meant. What could be read")
    assert lead(error, error).startswith("2 things could not be read. What could be read")
    assert lead(error, warning, Severity.HINT).startswith(
        "1 thing could not be read and 1 thing may not be what you meant."
    )


def test_applications_side_by_side_are_counted() -> None:
    live = interview("2026-11-02", "Live")
    over = interview("2026-10-02", "Over", outcome=REJECTED, decided="2026-10-05")

    def headline(*interviews: Interview) -> str:
        return lanes_headline(lanes(journal(*interviews), TODAY))

    assert headline() == "Applications will stand here side by side."
    assert headline(live) == "One application is in progress."
    assert headline(over) == "One application has ended; none is in progress."
    assert headline(live, over) == "One application is in progress, one has ended."
    quiet = [interview("2026-08-02", "Quiet"), interview("2026-08-03", "Still")]
    assert headline(*quiet) == "Two applications have no outcome; none is in progress."
    assert headline(live, over, quiet[0]) == (
        "One application is in progress, one has ended, one has no outcome."
    )


def test_a_rest_is_allowed_when_no_application_is_left() -> None:
    over = journal(interview("2026-10-02", outcome=REJECTED))
    assert resilience(over, (), TODAY).startswith("No application is in progress. A rest")
    assert resilience(journal(), (), TODAY) == ""


def test_a_long_search_has_a_page_for_each_year() -> None:
    many = (interview(f"2025-{at % 12 + 1:02}-{at % 28 + 1:02}", f"C{at}") for at in range(160))
    over = Outcome(kind=REJECTED, decided=date(2026, 2, 3))
    across = interview("2025-12-20", "Across", outcome=over)
    pages = timeline_pages(Edition(journal(*many, across, interview("2026-01-05", "New")), TODAY))
    assert [(page.path, page.title) for page in pages] == [
        ("timeline.md", "Timeline"),
        ("timeline/2025.md", "Timeline 2025"),
    ]
    newest, older = (page.markdown for page in pages)
    assert "Across" in newest
    assert "Across" in older
    assert "New" not in older


def test_the_picture_of_a_year_ends_with_it() -> None:
    over = Outcome(kind=REJECTED, decided=date(2026, 2, 3))
    shown = lanes(journal(interview("2025-12-20", outcome=over)), TODAY)
    picture = lane_picture(shown, TODAY, year=2025)
    assert picture is not None
    assert len(picture.ticks) == 1
    assert picture.today is None


def test_an_entry_without_a_tree_is_converted_as_usual() -> None:
    site = Site(Edition(journal(interview("2026-03-02", path="a.md")), TODAY))
    assert site.convert_entry("a.md", site.text("a.md")) is None
    assert site.convert_entry("other.md", None) is None


def test_a_word_where_nothing_was_begun_for_a_while() -> None:
    def told(applied: date) -> str:
        whole = journal(interview("2026-11-18", "A"), interview("2026-11-19", "B", applied=applied))
        earlier = replace(whole.applications[0].interviews[0], applied=date(2026, 9, 1))
        whole = journal(earlier, whole.applications[1].interviews[0])
        return resilience(whole, lanes(whole, TODAY), TODAY)

    assert told(date(2026, 10, 31)) == ""
    assert (
        told(date(2026, 10, 30))
        == "The newest was begun three weeks ago; one more makes the waiting easier."
    )


def test_a_single_application_is_said_with_its_silence() -> None:
    whole = journal(interview("2026-11-02", decision_by=date(2026, 11, 25)))
    assert resilience(whole, lanes(whole, TODAY), TODAY) == (
        "Only one is left; a second one makes the waiting easier. "
        "The longest silence is 18 days, from Northwind, who said Wednesday 25 November."
    )


def test_cancelled_jobs_are_kept_apart_from_rejections() -> None:
    answer = rejections(journal(interview("2026-03-02", outcome=OutcomeKind.CANCELLED)))
    assert kept_apart(answer) == "0 rejections by them; kept apart from 1 job that they cancelled."
