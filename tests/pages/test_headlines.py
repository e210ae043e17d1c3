"""What is said above each picture, and when nothing is said: only what the numbers bear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.builders import interview, journal, observed, said

from afterword.analysis.commitments import Effect, ThemeNote, commitments
from afterword.analysis.funnel import Stage, funnel
from afterword.analysis.questions import asked_questions
from afterword.analysis.rejections import rejections
from afterword.analysis.statistics.intervals import wilson
from afterword.analysis.themes import (
    Share,
    ThemeNotes,
    Trend,
    carrying,
    shares_over_time,
    slipping,
    theme_notes,
)
from afterword.analysis.timeline import lanes
from afterword.analysis.waits import waits
from afterword.edition.edition import Edition
from afterword.edition.naming import round_name
from afterword.edition.standing import application_words
from afterword.kinds import FeedbackKind, OutcomeKind, RoundKind, Severity
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
    among_all,
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
        ((0, 0), (0, 0), (0, 0), "Three more notes on one theme, and this page says something."),
        ((1, 1), (1, 0), (0, 0), "One more note on one theme, and this page says something."),
        ((4, 0), (0, 4), (2, 2), "Probably kafka: badly in 4 of 4 notes."),
        (
            (4, 1),
            (2, 2),
            (3, 2),
            "Most often so far: kafka, badly in 4 of 5 notes; chance alone does as much in three journals of four.",
        ),
        (
            (20, 0),
            (0, 20),
            (5, 5),
            "Kafka is where it slips most: badly in 20 of 20 notes. SQL carries me: well in 20 of 20 notes.",
        ),
        (
            (20, 0),
            (5, 10),
            (7, 8),
            "Kafka is where it slips most: badly in 20 of 20 notes. SQL carries me: well in 10 of 15 notes.",
        ),
        ((9, 0), (6, 3), (6, 3), "Probably kafka: badly in 9 of 9 notes."),
        (
            (9, 0),
            (9, 0),
            (2, 20),
            "Kafka and SQL are where it slips most: badly in 9 of 9 notes each. System design carries me: well in 20 of 22 notes.",
        ),
        (
            (0, 20),
            (10, 5),
            (10, 5),
            "SQL and system design are where it slips most: badly in 10 of 15 notes each. Kafka carries me: well in 20 of 20 notes.",
        ),
        (
            (9, 8),
            (8, 9),
            (8, 8),
            "Most often so far: kafka, badly in 9 of 17 notes; chance alone does as much in nearly every journal.",
        ),
        ((0, 9), (0, 9), (0, 2), "No note that names a theme is one of what went badly."),
        ((0, 9), (0, 9), (2, 0), "No theme with 3 notes or more ever went badly."),
        (
            (1, 2),
            (0, 0),
            (2, 0),
            "None is ahead of the others so far: kafka, badly in 1 of 3 notes.",
        ),
        (
            (5, 0),
            (5, 0),
            (0, 0),
            "None is ahead of the others so far: kafka and SQL, badly in 5 of 5 notes each.",
        ),
        ((1, 99), (0, 0), (2, 0), "Kafka carries me: well in 99 of 100 notes."),
    ],
)
def test_what_slips_most_is_said_with_how_sure_it_is(
    kafka: tuple[int, int], sql: tuple[int, int], system: tuple[int, int], expected: str
) -> None:
    shown = [
        notes(theme, badly=badly, well=well)
        for theme, (badly, well) in zip(NAMES, (kafka, sql, system), strict=True)
    ]
    assert balance_headline(shown, NAMES) == expected


def test_a_theme_alone_has_nothing_to_stand_apart_from() -> None:
    alone = [notes("kafka", badly=17, well=1)]
    assert balance_headline(alone, NAMES) == "Only kafka so far: badly in 17 of 18 notes."
    assert balance_headline([], NAMES).startswith("What goes well")


def test_a_part_of_the_journal_compares_themes_of_two_notes() -> None:
    two = [notes("kafka", badly=2), notes("sql", well=2), notes("system-design", well=2)]
    assert balance_headline(two, NAMES, minimum=2) == "Probably kafka: badly in 2 of 2 notes."


@pytest.mark.parametrize(
    ("kafka", "expected"),
    [
        ((9, 0), ["The one of all themes where it slips most.", "The one of all themes that carries me."]),
        ((3, 0), ["Probably the one of all themes where it slips most.", ""]),
        ((1, 1), ["", ""]),
    ],
)  # fmt: skip
def test_the_page_of_a_theme_says_where_it_stands_among_all(
    kafka: tuple[int, int], expected: list[str]
) -> None:
    badly, well = kafka
    every = [
        notes("kafka", badly=badly, well=well),
        notes("sql", badly=0, well=badly),
        notes("system-design", badly=1, well=1),
    ]
    slips, carries = slipping(every), carrying(every)
    assert [among_all(theme, slips, carries) for theme in ("kafka", "sql")] == expected


def test_notes_without_a_theme_are_told_how_they_would_make_a_pattern_visible() -> None:
    rest = "a word such as #estimation, the same one, makes a pattern visible."
    told = f"6 notes, and no theme yet. On three of them {rest}"
    assert balance_headline([], NAMES, unthemed=6) == told
    assert balance_headline([], NAMES, unthemed=1, minimum=2).startswith(
        "1 note, and no theme yet."
    )


def share(month: int, well: int, badly: int) -> Share:
    return Share(
        first=date(2026, month, 1),
        well=well,
        badly=badly,
        interval=wilson(well, well + badly),
        month_well=well,
        month_badly=badly,
    )


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([], "Too few notes to say yet whether more goes well."),
        ([share(1, 4, 4), share(3, 4, 4)], "Too few notes to say yet whether more goes well."),
        ([share(1, 4, 3), share(8, 4, 3)], "Too few notes to say yet whether more goes well."),
        ([share(3, 4, 16), share(6, 1, 1), share(8, 16, 4)], "More goes well: 20 % in the three months to March 2026, 80 % now."),
        ([share(3, 16, 4), share(8, 4, 16)], "Less goes well: 80 % in the three months to March 2026, 20 % now."),
        ([share(3, 4, 4), share(8, 6, 2)], "It went well in 50 % in the three months to March 2026, 75 % now; the ranges overlap, so this says little."),
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
        ([], "Four more notes on one theme, and a change can be seen."),
        (["--"], "Two more notes on one theme, and a change can be seen."),
        (["++++++++"], "No theme goes better or worse than before."),
        (["-+-+----++"], "No theme goes better or worse than before."),
        (["---+-+-+++-+", "+-+-"], "Changed most so far: kafka, 2 of 6 went well, then 4 of 6; chance alone does as much in three journals of four."),
        (["-----++-+++", "+-+-"], "Probably kafka is getting better: 0 of 5 went well, then 4 of 5."),
        (["+++++-+----", "+-+-+-"], "Probably kafka is harder of late: 5 of 5 went well, then 1 of 5."),
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
    chance = "chance alone does as much in"
    assert badly(kafka="1234", sql="123") == (
        f"Most often so far: kafka, badly in 4 of 9 months; {chance} three journals of four."
    )
    assert badly(kafka="1234", sql="5678") == (
        "None is ahead of the others so far: kafka and SQL, badly in 4 of 9 months each."
    )
    assert badly(kafka="1234") == "Only kafka so far: badly in 4 of 9 months."
    assert badly(kafka="12345", sql="1", pace="2") == "Probably kafka: badly in 5 of 9 months."
    assert (
        badly(kafka="1234567", sql="1", pace="2", api="3")
        == "Kafka is the one that keeps coming back: badly in 7 of 9 months."
    )


@pytest.mark.parametrize(
    ("badly", "well", "trend", "expected"),
    [
        (0, 0, None, "None of my notes of what went well or badly names it."),
        (0, 4, Trend.STEADY, "It went well four times, and never badly: "),
        (1, 0, None, "It went badly once, and never well; fewer than four"),
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
        ([("kafka",)], "One rejection came with a reason. Two more rejections with a reason, and this page says something."),
        ([("kafka",), ("kafka",)], "Two rejections came with a reason, and both name kafka. One more rejection with a reason, and this page says something."),
        ([("kafka",), ("sql",)], "Two rejections came with a reason. One more rejection with a reason, and this page says something."),
        ([("kafka",), ("kafka",), ("kafka",), ()], "All 3 that gave a reason name kafka."),
        ([("kafka", "sql")] * 3, "All 3 that gave a reason name kafka and SQL."),
        ([("kafka",), ("kafka",), ("sql",)], "Most often so far: kafka, by 2 of the 3 that gave a reason; chance alone does as much in three journals of four."),
        ([("kafka",)] * 5 + [("a",), ("b",), ("c",), ("d",)], "Probably kafka: by 5 of the 9 that gave a reason."),
        ([("kafka",)] * 7 + [("a",), ("b",), ("c",), ("d",)], "Kafka is named most: by 7 of the 11 that gave a reason."),
        ([("kafka",)] * 3 + [("a",), ("b",), ("c",), ("d",)], "Most often so far: kafka, by 3 of the 7 that gave a reason; chance alone does as much in one journal of two."),
    ],
)  # fmt: skip
def test_what_those_who_gave_a_reason_name(told: list[tuple[str, ...]], expected: str) -> None:
    answer = rejections(journal(*(rejected(f"C{at}", *themes) for at, themes in enumerate(told))))
    assert rejections_headline(answer, MORE_NAMES) == expected


def test_ten_remarks_of_three_rejections_count_as_three() -> None:
    answer = rejections(
        journal(
            rejected("A", *["kafka"] * 8), rejected("B", "sql"), rejected("C", "sql", "a"),
        )
    )  # fmt: skip
    assert rejections_headline(answer, MORE_NAMES).startswith(
        "Most often so far: SQL, by 2 of the 3 that gave a reason; "
    )


def test_reasons_that_name_no_theme_as_missing_are_said_to_name_none() -> None:
    praised = (
        interview("2026-03-02", name, outcome=REJECTED, feedback=said("sql", kind=FeedbackKind.PRAISE))
        for name in "ABC"
    )  # fmt: skip
    told = "Three rejections came with a reason, and none of them names a theme as missing."
    assert rejections_headline(rejections(journal(*praised)), NAMES) == told


def test_how_many_were_asked_and_answered() -> None:
    asked = {"feedback_asked": date(2026, 3, 3)}
    answered = {**asked, "feedback_received": date(2026, 3, 7)}
    one = rejections(journal(rejected("A", **answered), rejected("B", **asked), rejected("C")))
    assert feedback_headline(one) == "Asked after 2 of 3 rejections; 1 answered."
    three = rejections(journal(*(rejected(name, **answered) for name in "ABC")))
    assert feedback_headline(three).endswith("; 3 answered, half of them within 4 days.")
    assert feedback_headline(rejections(journal(rejected("A")))).startswith("You have not asked")


def test_where_every_rejection_came_with_its_reasons_nothing_was_left_to_ask() -> None:
    def headline(*every: Interview) -> str:
        return feedback_headline(rejections(journal(*every)))

    one, two = rejected("A", "sql"), rejected("B", "kafka")
    assert headline(one) == (
        "The one rejection came with feedback, unasked: nothing was left to ask."
    )
    assert headline(one, two) == (
        "Each of the 2 rejections came with feedback, unasked: nothing was left to ask."
    )
    refused = rejected("C", feedback_none=True)
    assert headline(one, refused) == (
        "Each of the 2 rejections came with feedback, or with word that there is none: nothing was left to ask."
    )
    assert headline(one, rejected("D")).startswith("You have not asked")
    assert headline().startswith("After a rejection you may ask")


def test_the_kind_of_round_that_most_often_ends_in_a_rejection_is_named_from_three_on() -> None:
    technical = [rejected(f"T{at}", kind=RoundKind.TECHNICAL) for at in range(3)]
    screens = [rejected(f"S{at}", kind=RoundKind.SCREEN) for at in range(3)]
    others = [rejected(f"O{at}") for at in range(3)]
    passed = [interview("2026-02-02", f"P{at}", kind=RoundKind.SCREEN) for at in range(15)]

    def headline(*interviews: Interview) -> str:
        return rounds_headline(rejections(journal(*interviews)))

    told = "Technical rounds stand out: 3 of 3 ended in a rejection."
    assert headline(*technical, *passed, screens[0]) == told
    assert headline(*technical, *passed[:2]) == (
        "Probably technical rounds: 3 of 3 ended in a rejection."
    )
    assert headline(*technical, *screens) == (
        "None is ahead of the others so far: screen rounds and technical rounds, "
        "3 of 3 ended in a rejection each."
    )
    assert headline(*others) == "Only other rounds so far: 3 of 3 ended in a rejection."
    few = (*technical[:1], *screens[:1], rejected("F", kind=RoundKind.FINAL))
    assert headline(*few) == "No kind of round with a rejection has come three times yet."
    assert headline() == ""
    assert headline(*technical[:2]) == "One more rejection, and this page says something."


def blind_spot(told: Mapping[str, tuple[str, ...]], *, by_me: tuple[str, ...] = ()) -> str:
    """The headline where each of these companies turned me down for themes, and my notes of each name these."""
    return cells_headline(
        rejections(
            journal(
                *(
                    rejected(name, *themes, went_badly=observed(*by_me))
                    for name, themes in told.items()
                )
            )
        ).cells,
        NAMES,
    )


def test_a_blind_spot_is_named_by_them_and_not_in_my_notes_of_that_application() -> None:
    seven = dict.fromkeys("ABCDEFG", ("system-design",))
    others = {"H": ("a",), "I": ("b",), "J": ("c",)}
    assert blind_spot(seven | others) == (
        "System design is a blind spot: named by 7 of 10 rejections where my own notes do not name it."
    )
    assert blind_spot(dict.fromkeys("ABC", ("kafka",)) | {"D": ("a",)}) == (
        "Most often so far: kafka, named by 3 of 4 rejections where my own notes do not name it; "
        "chance alone does as much in one journal of two."
    )
    own = "No blind spot: what they name, my own notes of the application name too."
    assert blind_spot(seven, by_me=("system-design",)) == own


def test_my_notes_of_another_application_hide_no_blind_spot() -> None:
    mine = interview("2026-01-02", "Me", went_badly=observed(*["kafka"] * 9, "a", "b", "c"))
    theirs = (rejected(name, "kafka") for name in "ABC")
    told = cells_headline(rejections(journal(mine, *theirs)).cells, NAMES)
    assert told.startswith("Probably kafka: named by 3 of 3 rejections")


def test_what_only_they_name_is_said_where_no_one_of_it_stands_out() -> None:
    assert blind_spot({"A": ("kafka",)}) == (
        "They name kafka where my own notes of the application do not."
    )
    assert blind_spot({"A": ("kafka",), "B": ("sql",)}) == (
        "They name kafka and SQL where my own notes of the application do not; "
        "no one of these stands out."
    )


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


@pytest.mark.parametrize(
    ("screens", "technical", "expected"),
    [
        ((0, 0), (0, 0), "Three more decisions on one kind of round, and this page says something."),
        ((1, 1), (1, 0), "One more decision on one kind of round, and this page says something."),
        ((9, 1), (1, 9), "Technical rounds are where it narrows: 9 of 10 ended there."),
        ((6, 1), (1, 3), "Probably technical rounds: 3 of 4 ended there."),
        ((5, 2), (2, 2), "Most often so far: technical rounds, 2 of 4 ended there; chance alone does as much in three journals of four."),
        ((9, 0), (9, 0), "18 of 18 passed; it narrows nowhere yet."),
        ((1, 4), (0, 0), "Only screen rounds so far: 4 of 5 ended there."),
    ],
)  # fmt: skip
def test_where_it_narrows_is_said_with_how_sure_it_is(
    screens: tuple[int, int], technical: tuple[int, int], expected: str
) -> None:
    def rounds(kind: RoundKind, passed: int, ended: int) -> list[Interview]:
        outcomes = [ADVANCED] * passed + [REJECTED] * ended
        return [
            interview("2026-03-02", f"{kind} {at}", kind=kind, outcome=one)
            for at, one in enumerate(outcomes)
        ]

    every = [
        *rounds(RoundKind.SCREEN, *screens),
        *rounds(RoundKind.TECHNICAL, *technical),
        interview("2026-11-19", "Open", kind=RoundKind.FINAL),
    ]
    assert funnel_headline(funnel(journal(*every), TODAY)) == expected


def test_silence_is_no_verdict() -> None:
    def headline(count: int) -> str:
        silent = (
            interview("2026-03-02", f"C{at}", outcome=OutcomeKind.NO_ANSWER) for at in range(count)
        )
        return funnel_headline(funnel(journal(*silent), TODAY))

    assert headline(0).startswith("The rounds you reach")
    assert headline(1) == "The only one ended without an answer. Silence says little about you."
    assert headline(10) == "All 10 ended without an answer. Silence says little about you."


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
    page = funnel_page(Edition(told, TODAY))
    assert "Technical rounds are where it narrows: 9 of 9 ended there." in page


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
    assert commitments_headline(commitments(told)) == "1 commitment, not tried yet."
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
    whole = journal(interview("2026-11-02", decision_by=date(2026, 11, 18)))
    assert resilience(whole, lanes(whole, TODAY), TODAY) == (
        "A second one makes the waiting easier. The longest silence is 18 days, from Northwind."
    )


def test_nobody_is_silent_before_the_day_they_named_in_whichever_round() -> None:
    named = interview("2026-11-02", path="a.md", decision_by=TODAY)
    alone, later = journal(named), journal(named, interview("2026-11-05", path="b.md"))
    for whole in (alone, later):
        told = resilience(whole, lanes(whole, TODAY), TODAY)
        assert told == "A second one makes the waiting easier."


def test_cancelled_jobs_are_kept_apart_from_rejections() -> None:
    answer = rejections(journal(interview("2026-03-02", outcome=OutcomeKind.CANCELLED)))
    assert kept_apart(answer) == "0 rejections by them; kept apart from 1 job that they cancelled."
