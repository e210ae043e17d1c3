"""What a review says, on its page and in the terminal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.builders import interview, journal, observed
from tests.end_to_end.projects import ROOT, write_project

from afterword.analysis.review import Review, review
from afterword.cli import main
from afterword.edition.edition import Edition
from afterword.kinds import OutcomeKind
from afterword.model import Interview
from afterword.pages.review import review_pages
from afterword.pages.reviews import reviews_page
from afterword.pages.words.reviews import better_told, happened, review_headline, span_title

TODAY = date(2026, 11, 20)
ENTRY = "---\ncompany: North*wind\ndate: 2026-11-12\napplied: 2026-11-02\n---\n\n## Went badly\n\n- Froze on `a_b` #kafka\n"


def run(*arguments: str, config: Path = ROOT / "mkdocs.yml") -> Result:
    return CliRunner().invoke(main, ["review", "--config", str(config), *arguments])


def test_the_head_counts_interviews_and_companies() -> None:
    whole = journal(
        interview("2026-11-02", "A"),
        interview("2026-11-03", "A", kind=None),
        interview("2026-11-04", "B"),
    )
    assert (
        review_headline(review(whole, date(2026, 11, 1), TODAY))
        == "Three interviews, at two companies."
    )
    assert review_headline(Review(first=TODAY, last=TODAY)) == "No interview lies in these days."


def test_what_happened_is_told_by_how_it_stands() -> None:
    rejected = OutcomeKind.REJECTED
    whole = journal(
        interview("2026-11-02", "A", outcome=rejected),
        interview("2026-11-02", "B", outcome=rejected),
        interview("2026-11-02", "C", outcome=OutcomeKind.WITHDRAWN),
    )
    assert happened(review(whole, date(2026, 11, 1), TODAY)) == (
        "Begun: 3 applications, A, B and C.",
        "Rejected: A and B.",
        "I withdrew: C.",
    )


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (date(2026, 8, 1), "1 August to 20 November 2026"),
        (date(2025, 8, 1), "1 August 2025 to 20 November 2026"),
    ],
)
def test_the_days_are_named(first: date, expected: str) -> None:
    assert span_title(Review(first=first, last=TODAY)) == expected


def test_each_quarter_has_a_page_and_one_page_leads_to_all() -> None:
    whole = journal(
        interview("2026-11-02", went_badly=observed("kafka")),
        interview("2026-02-02", went_badly=observed("kafka")),
    )
    edition = Edition(whole, TODAY)
    older, newest = review_pages(edition)
    assert [(page.path, page.title, page.listed) for page in (older, newest)] == [
        ("reviews/2026-q1.md", "January to March 2026", False),
        ("reviews/2026-q4.md", "October to December 2026", False),
    ]
    assert "went badly before, and again in 1 interview." in newest.markdown
    assert "went badly before, and again" not in older.markdown
    leading = reviews_page(edition)
    assert leading.index("reviews/2026-q4/") < leading.index("reviews/2026-q1/")


@pytest.mark.parametrize(
    ("before", "since", "expected"),
    [
        ("---", "+++", "went well in 0 of 3 notes before, and in 3 of 3 since."),
        ("---+", "+++", "probably goes better: went well in 1 of 4 notes before, and in 3 of 3 since."),
        ("--+", "+-+", "went well in 1 of 3 notes before, and in 2 of 3 since; chance alone does as much in one journal of two."),
    ],
)  # fmt: skip
def test_what_is_better_is_told_with_how_sure_it_is(before: str, since: str, expected: str) -> None:
    def noted(day: str, signs: str) -> Interview:
        return interview(
            day,
            went_well=observed(*["pace"] * signs.count("+")),
            went_badly=observed(*["pace"] * signs.count("-")),
        )

    told = journal(noted("2026-05-01", before), noted("2026-08-01", since))
    (one,) = review(told, date(2026, 8, 1), date(2026, 9, 1)).better
    assert better_told(one) == expected


def test_an_empty_journal_has_no_review() -> None:
    edition = Edition(journal(), TODAY)
    assert review_pages(edition) == ()
    assert "will stand here" in reviews_page(edition)


def test_a_quarter_is_looked_back_on_as_far_as_it_has_come() -> None:
    whole = journal(interview("2026-11-02"), interview("2026-12-02"), interview("2027-02-02"))
    (only,) = (page.markdown for page in review_pages(Edition(whole, TODAY)))
    assert "One interview, at one company." in only


def test_a_quarter_without_an_interview_that_holds_a_decision_is_one() -> None:
    told = interview(
        "2026-05-02",
        applied=date(2026, 3, 2),
        outcome=OutcomeKind.ACCEPTED,
        decided="2026-07-03",
    )
    pages = review_pages(Edition(journal(told), TODAY))
    assert [page.path[8:15] for page in pages] == ["2026-q1", "2026-q2", "2026-q3"]
    heads = [page.markdown.partition('aw-lead">')[2].partition("<")[0] for page in pages]
    assert heads == [
        "No interview lies in these days; 1 application began.",
        "One interview, at one company.",
        "No interview lies in these days; 1 decision came.",
    ]
    assert "<li>Accepted: Northwind.</li>" in pages[2].markdown
    assert "What improved" not in pages[2].markdown


def test_the_terminal_has_it_as_markdown() -> None:
    result = run("--since", "2026-08-01")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "# Review, 1 August to 20 November 2026"
    assert [line for line in lines if line.startswith("## ")] == [
        "## What happened",
        "## What improved",
        "## What came back",
        "## What was tried",
        "## What they said",
        "## They say, I say, tried, since then",
        "## To practise",
    ]


def test_without_a_day_it_begins_with_the_first_application(tmp_path: Path) -> None:
    config = write_project(tmp_path, {"a.md": ENTRY}) / "mkdocs.yml"
    lines = run(config=config).stdout.splitlines()
    assert lines[0] == "# Review, 2 November to 20 November 2026"
    assert "- Begun: 1 application, North\\*wind." in lines
    assert "1. **Kafka** went badly in 1 interview." in lines
    assert "## What was tried" not in lines


def test_of_an_empty_journal_it_says_so(tmp_path: Path) -> None:
    config = write_project(tmp_path, {}) / "mkdocs.yml"
    assert run(config=config).stdout.splitlines()[2] == "No interview lies in these days."


@pytest.mark.parametrize(
    ("since", "title"),
    [
        ("2026-11-16", "16 November to 20 November 2026"),
        ("last monday", "16 November to 20 November 2026"),
        ("yesterday", "19 November to 20 November 2026"),
        ("12 nov", "12 November to 20 November 2026"),
        ("2 weeks ago", "6 November to 20 November 2026"),
        ("12.11.", "12 November to 20 November 2026"),
        ("12. November", "12 November to 20 November 2026"),
    ],
)
def test_the_days_are_told_in_the_words_that_new_takes(since: str, title: str) -> None:
    assert run("--since", since).stdout.splitlines()[0] == f"# Review, {title}"


def test_today_itself_may_be_told_in_words(tmp_path: Path) -> None:
    config = write_project(tmp_path, {}) / "mkdocs.yml"
    done = CliRunner().invoke(main, ["review", "--config", str(config), "--today", "yesterday"])
    assert (done.exit_code, done.output.startswith("# Review, ")) == (0, True)
    refused = CliRunner().invoke(main, ["review", "--config", str(config), "--today", "soon"])
    assert (refused.exit_code, "--today: 'soon' is not a day" in refused.output) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--since", "soon"), "--since: 'soon' is not a day"),
        (("--until", "2020-01-01"), "--until 2020-01-01 lies before"),
    ],
)
def test_a_day_that_cannot_be_used_is_a_sentence(arguments: tuple[str, str], sentence: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, sentence in result.output) == (2, True)
