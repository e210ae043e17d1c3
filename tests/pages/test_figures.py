"""Pages of long journals keep every item behind its figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.builders import interview, journal, observed, said

from afterword.analysis.quarters import quarters
from afterword.days import Quarter, quarter_of
from afterword.edition.edition import Edition
from afterword.kinds import OutcomeKind
from afterword.model import Journal, Observation
from afterword.pages.commitments import SHOWN as COMMITMENTS
from afterword.pages.commitments import commitments_page
from afterword.pages.reflections import UNTHEMED, reflections_page
from afterword.pages.rejections import QUOTES, rejections_page
from afterword.pages.theme import SHOWN, theme_pages
from afterword.pages.words.reviews import quarter_name

TODAY = date(2026, 11, 20)


def long_journal(count: int) -> Journal:
    first = date(2024, 1, 1)
    return journal(
        *(
            interview(
                first + timedelta(days=at),
                f"C{at}",
                went_badly=observed("kafka"),
                do_differently=(Observation(text=f"Plan {at}", line=9),),
            )
            for at in range(count)
        )
    )


def test_a_theme_that_came_up_very_often_names_each_time() -> None:
    (page,) = theme_pages(Edition(long_journal(SHOWN * 3), TODAY))
    below = page.markdown.partition('id="went-badly"')[2].partition('id="went-well"')[0]
    assert below.count("data-item") == SHOWN * 3
    assert below.count(">about kafka<") < SHOWN * 2


def test_older_commitments_stand_folded_below_the_newest() -> None:
    page = commitments_page(Edition(long_journal(COMMITMENTS + 5), TODAY))
    assert page.count("data-item") == COMMITMENTS + 5
    assert page.count("<summary>Older ones</summary>") == 1


def test_a_quarter_is_three_months() -> None:
    days = [date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 1), date(9999, 12, 31)]
    found = [quarter_of(day) for day in days]
    assert found == [Quarter(2026, 1), Quarter(2026, 1), Quarter(2026, 2), Quarter(9999, 4)]
    assert [(one.first, one.last) for one in found[1:]] == [
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2026, 6, 30)),
        (date(9999, 10, 1), date(9999, 12, 31)),
    ]
    assert quarter_name(found[0]) == "January to March 2026"


def test_only_quarters_with_an_interview_are_told() -> None:
    told = journal(interview("2026-08-01", "B"), interview("2025-12-31", "A"))
    assert list(quarters(told)) == [Quarter(2025, 4), Quarter(2026, 3)]


def named(told: Journal) -> Edition:
    return Edition(replace(told, theme_names={"kafka": "Kafka"}), TODAY)


def bare(count: int) -> str:
    notes = tuple(Observation(text=f"Note {at}", line=at) for at in range(count))
    told = journal(interview("2026-03-02", went_well=notes, went_badly=observed("kafka")))
    return reflections_page(named(told))


def test_notes_without_a_theme_are_listed_until_they_are_too_many() -> None:
    assert "without a theme" not in bare(0)
    assert 'data-figure=""><summary>3</summary>' in bare(3)
    assert "Notes without a theme: More than 200." in bare(UNTHEMED + 1)


def test_one_month_is_no_course_to_draw() -> None:
    early = journal(interview("2026-03-02", went_badly=observed("kafka")))
    themes = [page.markdown for page in theme_pages(named(early))]
    for page in (reflections_page(named(early)), *themes):
        assert "aw-small" not in page.replace("aw-small-", "")
        assert "aw-heat" not in page


def test_older_words_of_theirs_stand_folded() -> None:
    many = (
        interview("2026-03-02", f"C{at}", outcome=OutcomeKind.REJECTED, feedback=said("pace"))
        for at in range(QUOTES + 2)
    )
    page = rejections_page(Edition(journal(*many), TODAY))
    below = page.partition("<summary>Older ones</summary>")[2].partition("</details>")[0]
    assert below.count("data-item") == 2
