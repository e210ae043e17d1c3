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
from afterword.model import OutcomeKind
from afterword.pages.edition import Edition
from afterword.pages.review_words import happened, review_headline, span_title
from afterword.pages.reviews import review_pages

TODAY = date(2026, 11, 20)
ENTRY = (
    "---\ncompany: North*wind\ndate: 2026-11-12\n---\n\n## Went badly\n\n- Froze on `a_b` #kafka\n"
)


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


def test_each_quarter_has_a_page_and_the_newest_stands_in_the_navigation() -> None:
    whole = journal(
        interview("2026-11-02", went_badly=observed("kafka")),
        interview("2026-02-02", went_badly=observed("kafka")),
    )
    pages = review_pages(Edition(whole, TODAY))
    assert [(page.path, page.title, page.listed) for page in pages] == [
        ("review.md", "Review", True),
        ("review/2026-q1.md", "Review of the first quarter of 2026", False),
    ]
    newest, older = (page.markdown for page in pages)
    assert "went badly before, and again in 1 interview." in newest
    assert "review/2026-q1/" in newest
    assert "went badly before, and again" not in older
    assert "../../review/" in older


def test_an_empty_journal_has_no_review() -> None:
    assert review_pages(Edition(journal(), TODAY)) == ()


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
        "## To practise",
    ]


def test_without_a_day_it_begins_with_the_first_interview(tmp_path: Path) -> None:
    config = write_project(tmp_path, {"a.md": ENTRY}) / "mkdocs.yml"
    lines = run(config=config).stdout.splitlines()
    assert lines[0] == "# Review, 12 November to 20 November 2026"
    assert "- Begun: 1 application, North\\*wind." in lines
    assert "1. **Kafka** went badly in 1 interview." in lines
    assert "## What was tried" not in lines


def test_of_an_empty_journal_it_says_so(tmp_path: Path) -> None:
    config = write_project(tmp_path, {}) / "mkdocs.yml"
    assert run(config=config).stdout.splitlines()[2] == "No interview lies in these days."


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--since", "soon"), "--since is 'soon'. It wants a day such as 2026-08-01."),
        (("--until", "2020-01-01"), "--until 2020-01-01 lies before"),
    ],
)
def test_a_day_that_cannot_be_used_is_a_sentence(arguments: tuple[str, str], sentence: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert sentence in result.stderr
