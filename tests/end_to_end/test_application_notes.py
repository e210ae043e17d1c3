"""Applications without an interview, on the pages of a built site."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.end_to_end.projects import Build, build, write_project

from afterword.cli import main

NOTE = "---\ncompany: {}\nrole: Cook <b>\napplied: 2026-11-0{}\nstatus: {}\n---\nAd. <script>alert(1)</script>\n"
JOURNAL = {
    "acme.md": NOTE.format("Acme", 1, "applied"),
    "quill.md": NOTE.format("Quill", 2, "rejected\nfollow_ups: [2026-11-06, 2026-11-09]"),
    "larch.md": NOTE.format("Larch", 3, "applied"),
    "screen.md": "---\ncompany: Larch\nrole: Cook <b>\ndate: 2026-11-12\n---\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(write_project(tmp_path_factory.mktemp("notes"), JOURNAL))


def test_the_timeline_lists_them_and_the_funnel_counts_them(built: Build) -> None:
    timeline, funnel = built.read("timeline/index.html"), built.read("funnel/index.html")
    assert (built.status, "Applied, without an interview" in timeline) == (0, True)
    assert timeline.index("Quill") < timeline.rindex("Acme")
    assert "1 of 3 applications led to an interview." in funnel
    assert "Since 1 Nov 2026" in funnel


def test_each_has_a_page_that_says_how_it_stands_and_runs_nothing(built: Build) -> None:
    page = built.read("quill/index.html")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert ("Rejected" in page, "None so far" in page) == (True, True)
    wrote = page.partition("<dt>Followed up</dt>")[2].partition("</dd>")[0]
    assert re.findall(r"datetime=\"(.*?)\"", wrote) == ["2026-11-06", "2026-11-09"]
    assert "applications/larch-cook-b/" in built.read("larch/index.html")


def test_none_stands_in_the_navigation(built: Build) -> None:
    assert ">Acme" not in built.read("index.html").partition("<main")[0]


def test_check_and_export_know_them(tmp_path: Path) -> None:
    project = write_project(tmp_path, JOURNAL)
    said = CliRunner().invoke(main, ["check", "--config", str(project / "mkdocs.yml")]).stderr
    assert said.startswith("1 interview and 3 application notes read, ")
    told = json.loads(
        CliRunner().invoke(main, ["export", "--config", str(project / "mkdocs.yml")]).stdout
    )
    assert [
        (one["company"], one["standing"], one["interviews"], one["live"])
        for one in told["applications"]
    ] == [
        ("Larch", "In progress", ["screen.md"], True),
        ("Acme", "No answer yet", [], True),
        ("Quill", "Rejected", [], False),
    ]
    assert (told["applied"]["led"], told["applied"]["alone"], told["applied"]["unanswered"]) == (
        1,
        2,
        1,
    )


def test_a_journal_of_notes_alone_has_pages_too(tmp_path: Path) -> None:
    alone = {name: text for name, text in JOURNAL.items() if name != "screen.md"}
    site = build(write_project(tmp_path, alone))
    assert "3 applications led" in site.read("funnel/index.html")
    assert "Larch" in site.read("timeline/index.html")
