"""Every address and every fragment in a built site leads to something that is there, whatever the site is built for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.attacks.profile_sites import COACH, Shown
from tests.end_to_end.following import Following
from tests.end_to_end.projects import CONFIGURATION, ROOT, Build, build, write_project

from afterword.options import SEALED

ADDRESS = "http://127.0.0.1:8000/"
# Front matter whose items other pages lead to, on lines of their own and on one.
FRONT = """\
---
company: Heron Works
date: 2026-11-18
round: final
promised:
  - Send the diagram by Friday
  - {what: Answer within a week, who: them, by: 2026-11-19}
references: [Ada Byron, R. Lindqvist]
interviewers: [Ada Byron]
went_well: [Calm, Quick]
do_differently: Ask for the budget
---

## Thank-you note

Dear Ada, thank you for the talk about kafka. I will send the diagram on Friday.
"""
ONE_LINE = (
    '---\n{"company": "Teal", "date": "2026-11-18", "round": "final", "promised": ["Send it"], "references": ["Ada"], '
    '"went_well": ["Calm"]}\n---\n\nThank-you note: Dear Ada, thank you for the talk about kafka. I will send the diagram on Friday.\n'
)


def following(built: Build, address: str = "") -> Following:
    assert built.status == 0, built.said
    return Following(built.site, address)


def test_every_link_of_the_demonstration_leads_somewhere(demonstration: Build) -> None:
    found = following(demonstration, ADDRESS)
    assert found.lost == []
    assert sum("#line-" in way for _, way in found.ways) > 500


def test_so_does_every_link_where_addresses_are_folders_and_say_nothing(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "journal", tmp_path / "journal")
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        text.replace("use_directory_urls: false", "use_directory_urls: true"), encoding="utf-8"
    )
    built = build(tmp_path, "--strict", environment={SEALED: "5a" * 32})
    assert following(built, ADDRESS).lost == []
    assert len(list((tmp_path / "site" / "p").iterdir())) > 90


def test_so_does_every_link_that_a_coach_sees(tmp_path: Path) -> None:
    Shown(ROOT / "mkdocs.yml", tmp_path, COACH)
    assert Following(tmp_path / "site").lost == []


def test_so_does_every_link_of_like_entries_in_several_folders(tmp_path: Path) -> None:
    """A page of one's own in one of them is in the navigation: from beside it the way there is shorter."""
    entries = {
        f"{year}/{month:02}.md": f"---\ncompany: Heron\ndate: {year}-{month:02}-12\n---\n## Went well\n- Calm\n"
        for year in (2025, 2026)
        for month in range(1, 10)
    }
    entries["2025/plan.md"] = "# My plan\n"
    assert following(build(write_project(tmp_path, entries, CONFIGURATION))).lost == []


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Following:
    """Entries however people write them, broken ones too."""
    folders = (ROOT / "tests/journals" / name for name in ("natural", "broken"))
    files = {path.name: path.read_bytes() for folder in folders for path in folder.glob("*.md")}
    project = write_project(
        tmp_path_factory.mktemp("odd"),
        {**files, "front.md": FRONT, "line.md": ONE_LINE},
        CONFIGURATION,
    )
    return following(build(project))


def test_so_does_every_link_to_an_entry_however_it_is_written(odd: Following) -> None:
    assert odd.lost == []


@pytest.mark.parametrize(
    ("name", "words", "line"),
    [
        ("front", "Send the diagram", 6),
        ("front", "Answer within a week", 7),
        ("front", "Ada Byron", 8),
        ("front", "Ask for the budget", 11),
        ("front", "Thank-you note", 14),
        ("line", "Send it", 2),
        ("line", "Thank-you note", 5),
    ],
)
def test_what_a_link_names_stands_where_it_leads(
    odd: Following, name: str, words: str, line: int
) -> None:
    there = odd.element(f"{name}/index.html", f"line-{line}")
    assert there is not None
    assert words in there.text
