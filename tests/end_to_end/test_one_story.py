"""One story of an interview: every page of a built site, the export, the table and the calendar say the same of it."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner
from tests.end_to_end.projects import Build, build, write_project

from afterword.cli import main

CONFIGURATION = """\
site_name: Journal
docs_dir: journal
use_directory_urls: false
theme: {name: material, font: false}
plugins: [search, afterword: {today: 2026-11-20}]
"""


class Story(NamedTuple):
    """What an entry says, and how every place has to say that it stands."""

    facts: str
    words: str
    outcome: str


STORIES = {
    "coming": Story("date: 2026-11-26", "In 6 days", "pending"),
    "today": Story("date: 2026-11-20 14:00", "Today 14:00", "pending"),
    "month": Story("date: 2026-12", "December 2026", "pending"),
    "waiting": Story("date: 2026-11-10", "No answer yet", "pending"),
    "letgo": Story("date: 2026-03-10", "No outcome", "pending"),
    "advanced": Story("date: 2026-11-09\noutcome: advanced", "Went on", "advanced"),
    "rejected": Story("date: 2026-11-08\noutcome: rejected", "Rejected", "rejected"),
    "offer": Story("date: 2026-11-07\noutcome: offer", "Offer", "offer"),
    "accepted": Story(
        "date: 2025-11-06\noutcome: accepted\ndecided: 2025-11-16", "Accepted", "accepted"
    ),
    "declined": Story("date: 2026-11-05\noutcome: declined", "I declined", "declined"),
    "withdrawn": Story("date: 2026-11-04\noutcome: withdrawn", "I withdrew", "withdrawn"),
    "silent": Story("date: 2026-11-03\noutcome: no answer", "No answer", "no answer"),
    "cancelled": Story("date: 2026-11-02\noutcome: cancelled", "Cancelled", "cancelled"),
    "dropped": Story("date: 2026-11-27\noutcome: withdrawn", "I withdrew", "withdrawn"),
    "followed": Story("date: 2026-10-01", "Went on", "advanced"),
    "followed-2": Story("date: 2026-10-12", "No answer yet", "pending"),
    "arranged": Story("date: 2026-10-02", "Went on", "advanced"),
    "arranged-2": Story("date: 2026-11-24", "In 4 days", "pending"),
    "reopened": Story(
        "date: 2026-10-03\noutcome: rejected\ndecided: 2026-10-10", "Rejected", "rejected"
    ),
    "reopened-2": Story("date: 2026-11-25", "In 5 days", "pending"),
    "everywhere": Story(
        "date: 2026-10-04\noutcome: rejected\ndecided: 2026-11-01", "Went on", "advanced"
    ),
    "everywhere-2": Story(
        "date: 2026-10-20\noutcome: rejected\ndecided: 2026-11-01", "Rejected", "rejected"
    ),
    "again": Story(
        "date: 2025-10-05\noutcome: rejected\ndecided: 2025-10-12", "Rejected", "rejected"
    ),
    "again-2": Story("date: 2026-11-23", "In 3 days", "pending"),
}
PATHS = {f"{name}.md": story for name, story in STORIES.items()}
COMING = {name for name, one in STORIES.items() if one.words.startswith(("In ", "Today", "Dec"))}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    entries: dict[str, str | bytes] = {
        f"{name}.md": f"---\ncompany: C {name.partition('-')[0]}\nround: technical\nconfidence: 50\n{one.facts}\n---\n"
        for name, one in STORIES.items()
    }
    project = write_project(tmp_path_factory.mktemp("story"), entries, CONFIGURATION)
    built = build(project)
    assert built.status == 0, built.said
    return built


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def rows(html: str) -> dict[str, str]:
    """How each row of a list of entries says that it stands, by the entry's name."""
    found = re.findall(
        r'<li class="aw-entry">.*?href="([^"]+)\.html".*?aw-entry-end">(.*?)</li>', html, re.DOTALL
    )
    return {href.rpartition("/")[2]: text(end) for href, end in found}


WORDS = {name: one.words for name, one in STORIES.items()}


def test_the_timeline_says_it_in_its_list_and_on_its_tiles(site: Build) -> None:
    page = site.read("timeline.html")
    assert rows(page) == WORDS
    tiles = re.findall(
        r'<a class="aw-tile [^>]*href="([^"]+)\.html" title="([^"]*): ([^":]*(?::\d\d)?)"', page
    )
    assert {href: words for href, _, words in tiles} == WORDS


def test_so_does_each_entry(site: Build) -> None:
    tops = {
        name: re.search(r'aw-card-top">(.*?)</span>\s*(?:<|$)', site.read(f"{name}.html"))
        for name in STORIES
    }
    said = {name: text(top[1]) for name, top in tops.items() if top}
    assert {name: words for name, words in said.items() if not words.startswith(WORDS[name])} == {}
    assert said.keys() == STORIES.keys()


def test_so_does_the_page_of_each_application(site: Build) -> None:
    pages = [page.read_text("utf-8") for page in (site.site / "applications").glob("*.html")]
    found = [rows(page) for page in pages]
    assert {name: words for each in found for name, words in each.items()} == WORDS


def test_an_interview_to_come_has_no_empty_side_anywhere(site: Build) -> None:
    pages = [page.read_text("utf-8") for page in (site.site / "applications").glob("*.html")]
    rounds = [
        one
        for page in pages
        for one in re.findall(r"<section class=.?aw-round.*?</section>", page, re.DOTALL)
    ]
    empty = {name for one in rounds if "Nothing noted" in one for name in rows(one)}
    assert empty == STORIES.keys() - COMING


def test_so_do_the_lanes(site: Build) -> None:
    page = site.read("timeline.html")
    standing = re.findall(
        r'aw-lane-name" role="rowheader"><a href="applications/([^"]+)\.html".*?aw-lane-end" role="cell">(.*?)</div>',
        page,
        re.DOTALL,
    )
    told = {identity: text(end) for identity, end in standing}
    document = exported(site)["applications"]
    assert told == {one["id"]: one["standing"] for one in document}
    assert told["c-again"] == "Rejected"
    assert told["c-again-2026"] == told["c-reopened"] == told["c-advanced"] == "In progress"
    assert told["c-letgo"] == "No outcome"


def exported(site: Build) -> dict[str, Any]:
    config = str(site.site.parent / "mkdocs.yml")
    found: dict[str, Any] = json.loads(
        CliRunner().invoke(main, ["export", "--config", config]).stdout
    )
    return found


def test_the_export_and_the_table_count_what_the_pages_say(site: Build) -> None:
    outcomes = {path: one.outcome for path, one in PATHS.items()}
    assert {one["path"]: one["outcome"] for one in exported(site)["interviews"]} == outcomes
    config = str(site.site.parent / "mkdocs.yml")
    table = CliRunner().invoke(main, ["export", "--format", "csv", "--config", config]).stdout
    assert {row["path"]: row["outcome"] for row in csv.DictReader(io.StringIO(table))} == outcomes


def listed(html: str, name: str) -> set[str]:
    """The companies behind a figure of a page."""
    found = re.search(rf'data-figure="{name}"><summary>.*?</details>', html, re.DOTALL)
    items = re.findall(r"<li data-item>(.*?)</li>", found[0], re.DOTALL) if found else []
    return {text(item).removeprefix("C ").partition(":")[0] for item in items}


def test_the_funnel_puts_each_application_where_its_rounds_stand(site: Build) -> None:
    """All rounds are of one kind here, so that the last one decides, be it yet to come; a no that was counted counts until it is decided."""
    page = site.read("funnel.html")
    passed = {"advanced", "offer", "accepted", "declined"}
    assert listed(page, "funnel technical passed") == passed
    assert listed(page, "funnel technical ended") == {
        "rejected", "silent", "everywhere", "again", "reopened",
    }  # fmt: skip
    assert listed(page, "funnel technical open") == {
        "today", "waiting", "letgo", "followed", "arranged",
    }  # fmt: skip
    assert listed(page, "funnel technical withdrawn") == {"withdrawn"}
    assert listed(page, "funnel technical cancelled") == {"cancelled"}


def test_so_do_the_waits_and_none_is_of_my_own_word(site: Build) -> None:
    page = site.read("funnel.html")
    assert listed(page, "waits technical answered") == {"reopened", "everywhere", "again"}
    assert listed(page, "waits technical open") == {"today", "waiting", "followed"}
    assert listed(page, "waits technical unanswered") == {"letgo", "silent"}


def test_the_forecast_counts_what_went_on_as_gone_on(site: Build) -> None:
    page = site.read("forecast.html")
    dots = re.findall(
        r'<li data-item><span class="aw-outcome aw-outcome--(\w+)">.*?href="([^"]+)\.html"',
        page,
        re.DOTALL,
    )
    expected = {
        "advanced": "on",
        "offer": "on",
        "accepted": "on",
        "declined": "on",
        "rejected": "not",
        "no answer": "not",
    }
    assert dict(map(reversed, dots)) == {
        name: expected[one.outcome] for name, one in STORIES.items() if one.outcome in expected
    }


def test_a_rejection_that_was_counted_is_counted_though_it_was_taken_up_again(site: Build) -> None:
    found = exported(site)["rejections"]
    assert found["applications"] == len({"rejected", "reopened", "everywhere", "again"})


def test_the_calendar_keeps_what_is_to_come(site: Build) -> None:
    config = str(site.site.parent / "mkdocs.yml")
    calendar = CliRunner().invoke(main, ["export", "--format", "ics", "--config", config]).stdout
    events = [one for one in calendar.split("BEGIN:VEVENT") if "CATEGORIES:interview" in one]
    said = {
        re.search(r"SUMMARY:C (\w+)", one)[1]: re.search(r"STATUS:(\w+)", one)[1]  # type: ignore[index]
        for one in events
    }
    assert said == {
        **dict.fromkeys({"coming", "today", "arranged", "reopened", "again"}, "CONFIRMED"),
        "dropped": "CANCELLED",
    }


def test_today_lists_the_interviews_to_come_and_one_line_of_what_is_old(site: Build) -> None:
    page = site.read("index.html")
    appointments = re.findall(r'href="([\w-]+)\.html">Technical</a>', page)
    days = COMING - {"month"}
    assert days <= set(appointments)
    assert "One old application has no outcome." in page
    assert "outcome: no answer" in site.read("without-outcome.html")
