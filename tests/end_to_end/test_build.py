"""A folder of entries becomes a site, by a real build of the real MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.end_to_end.projects import CONFIGURATION, Build, build, write_project
from tests.programs import run_program

WHOLE = """\
---
company: Northwind
role: Engineer
date: 2026-11-12
round: technical
outcome: rejected
decided: 2026-11-16
---

Friendly, fast.

## Went well

- Drew the data flow #system-design

## Went badly

- Froze on rebalancing #kafka
    - Why: I had only read about it

## Feedback

- Gap: "Needed more depth" #kafka
"""
TWO_MINUTES = """\
---
company: Larkspur
date: 2026-11-18
---

## Went well
- Said no to a rushed answer

## Went badly
- Forgot to ask about the team
"""
BROKEN = "---\ncompany: Quillmark\ndate: 2026-02-30\nsecret: [unclosed\n---\n\nText.\n"
PAGES = (
    "index",
    "timeline",
    "reflections",
    "rejections",
    "forecast",
    "funnel",
    "commitments",
    "questions",
    "stories",
    "resilience",
)
JOURNAL = {"2026/northwind.md": WHOLE, "2026/larkspur.md": TWO_MINUTES}
MKDOCS_THEME = CONFIGURATION.replace("{name: material, font: false}", "mkdocs")


@pytest.fixture(scope="module", params=["material", "mkdocs"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    configuration = CONFIGURATION if request.param == "material" else MKDOCS_THEME
    project = write_project(tmp_path_factory.mktemp("project"), JOURNAL, configuration)
    built = build(project, "--strict")
    assert (built.status, built.said.count("WARNING")) == (0, 0), built.said
    return built.site


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there_under_either_theme(site: Path, page: str) -> None:
    path = site / ("index.html" if page == "index" else f"{page}/index.html")
    assert "<h1" in path.read_text(encoding="utf-8")


def test_an_entry_has_its_prose_and_its_facts(site: Path) -> None:
    text = (site / "2026/northwind/index.html").read_text(encoding="utf-8")
    assert "Friendly, fast." in text
    assert "Rejected" in text


def test_an_application_and_a_theme_have_their_pages(site: Path) -> None:
    assert (site / "applications/northwind-engineer/index.html").is_file()
    assert (site / "themes/kafka/index.html").is_file()


def test_an_item_can_be_pointed_at(site: Path) -> None:
    text = (site / "2026/northwind/index.html").read_text(encoding="utf-8")
    assert 'id="line-18"' in text


def test_two_builds_of_one_journal_are_the_same_to_the_byte(tmp_path: Path) -> None:
    first = build(write_project(tmp_path / "a", JOURNAL), environment={"PYTHONHASHSEED": "1"})
    second = build(
        write_project(tmp_path / "b" / "c", JOURNAL), environment={"PYTHONHASHSEED": "2"}
    )
    assert first.files == second.files


ODD: dict[str, str | bytes] = {
    "not-utf-8.md": b"---\ncompany: Caf\xe9\ndate: 2026-11-12\n---\n",
    "nested-deeply.md": "---\ncompany: " + "[" * 5000 + "\n---\n",
    "indented-deeply.md": "---\n" + "".join(" " * n + "a:\n" for n in range(3000)) + "---\n",
    "not-text.md": "\x00\x01",
    "quillmark.md": BROKEN,
}


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Files that would end MkDocs, each of them alone no less than all together, and one whose front matter cannot be read."""
    return build(write_project(tmp_path_factory.mktemp("odd"), {**JOURNAL, **ODD}))


@pytest.mark.parametrize("name", ODD)
def test_a_file_that_would_end_mkdocs_is_a_problem_with_a_name(odd: Build, name: str) -> None:
    assert odd.status == 0, odd.said
    assert "Traceback" not in odd.said
    assert f" {name}:" in odd.said
    assert "Drew the data flow" in odd.read("2026/northwind/index.html")


def test_front_matter_that_cannot_be_read_is_no_page_text_and_not_searched(odd: Build) -> None:
    """The raw front matter stands on the entry's own page, folded, for mending; the search never has it."""
    assert "unclosed" in odd.read("quillmark/index.html")
    assert "unclosed" not in odd.read("search/search_index.json")


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A journal with pages of the user's own where pages of ours would be."""
    own = {
        "timeline.md": "# My year\n\nIt was long.\n",
        "forecast/index.md": "# My guess\n\nFair.\n",
        "README.md": "# Home\n\nHello.\n",
    }
    project = write_project(tmp_path_factory.mktemp("beside"), {**JOURNAL, **own})
    built = build(project, "--strict")
    assert built.status == 0, built.said
    return built


def test_a_page_of_the_users_own_comes_first_and_ours_follows(beside: Build) -> None:
    text = beside.read("timeline/index.html")
    assert text.index("It was long.") < text.index("aw-months")
    assert text.count("<h1") == 1


def test_an_index_of_a_folder_that_lies_where_ours_would_comes_first_too(beside: Build) -> None:
    text = beside.read("forecast/index.html")
    assert text.index("Fair.") < text.index("aw-empty")
    assert text.count("<h1") == 1


def test_a_readme_is_the_home_page_and_today_follows(beside: Build) -> None:
    assert "Hello." in beside.read("index.html")


def test_an_empty_journal_is_a_friendly_site(tmp_path: Path) -> None:
    built = build(write_project(tmp_path, {}), "--strict")
    assert (built.status, "Traceback" in built.said) == (0, False), built.said


@pytest.mark.usefixtures("measured")
@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("today: soon", "It wants a day such as 2026-11-20"),
        ("holidays: [never]", "holidays is 'never'"),
    ],
)
def test_an_option_that_cannot_be_read_is_a_sentence(
    tmp_path: Path, option: str, sentence: str
) -> None:
    configuration = CONFIGURATION.replace("today: 2026-11-20", option)
    built = build(write_project(tmp_path, JOURNAL, configuration))
    assert built.status == 1
    assert sentence in built.said
    assert "Traceback" not in built.said


@pytest.mark.usefixtures("measured")
def test_a_day_that_cannot_be_read_from_the_environment_is_a_sentence(tmp_path: Path) -> None:
    built = build(write_project(tmp_path, JOURNAL), environment={"AFTERWORD_TODAY": "soon"})
    assert built.status == 1
    assert "AFTERWORD_TODAY" in built.said
    assert "Traceback" not in built.said


def test_a_navigation_of_the_users_own_stays_as_written(tmp_path: Path) -> None:
    configuration = f"{CONFIGURATION}nav: [questions.md, index.md]\n"
    built = build(write_project(tmp_path, JOURNAL, configuration), "--strict")
    assert built.status == 0, built.said
    text = built.read("index.html")
    places = [text.index(f'href="{address}"') for address in ("questions/", ".")]
    assert places == sorted(places)


def test_a_template_of_the_users_own_sees_each_page_itself(tmp_path: Path) -> None:
    """Pages that are alike are filled in; a template that looks at more than their words is not served so."""
    configuration = CONFIGURATION.replace("font: false", "font: false, custom_dir: overrides")
    entries = {f"{at}.md": TWO_MINUTES.replace("18", f"{at + 1:02}") for at in range(8)}
    project = write_project(tmp_path, dict(entries), configuration)
    (project / "overrides").mkdir()
    (project / "overrides/main.html").write_text(
        '{% extends "base.html" %}{% block footer %}{% if page %}Written in {{ page.file.src_uri }}{% endif %}{% endblock %}',
        encoding="utf-8",
    )
    built = build(project)
    assert built.status == 0, built.said
    assert [
        name
        for name in entries
        if f"Written in {name}" not in built.read(f"{name[:-3]}/index.html")
    ] == []


def large_journal() -> dict[str, str]:
    """So much to read that a second process shares the work."""
    return {
        f"{at}.md": f"{TWO_MINUTES.replace('Larkspur', f'Larkspur {at}')}\n{'More of it. ' * 3000}\n"
        for at in range(10, 30)
    }


@pytest.mark.usefixtures("measured")
def test_a_large_journal_is_whole(tmp_path: Path) -> None:
    built = build(write_project(tmp_path, large_journal()), "--strict")
    assert built.status == 0, built.said
    for name in large_journal():
        page = built.read(f"{name[:-3]}/index.html")
        assert "Said no to a rushed answer" in page
        assert '<div class="aw-card">' in page


def test_a_large_journal_whose_build_fails_says_why_and_nothing_else(tmp_path: Path) -> None:
    project = write_project(tmp_path, large_journal(), f"{CONFIGURATION}hooks: [hooks.py]\n")
    (project / "hooks.py").write_text(
        "from mkdocs.exceptions import PluginError\n\n\n"
        "def on_nav(nav, **_):\n    raise PluginError('Nowhere to go.')\n",
        encoding="utf-8",
    )
    built = build(project)
    assert built.status == 1
    assert "Nowhere to go." in built.said
    assert "Traceback" not in built.said


def test_a_site_without_a_search_is_whole(tmp_path: Path) -> None:
    built = build(write_project(tmp_path, JOURNAL, CONFIGURATION.replace("  - search\n", "")))
    assert built.status == 0, built.said
    assert "Drew the data flow" in built.read("2026/northwind/index.html")
    assert not [path for path in built.files if path.startswith("search/")]


def test_the_demonstration_builds_strictly(demonstration: Build) -> None:
    assert demonstration.said.count("WARNING") == 0, demonstration.said


MARKUP = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    "&lt/title&gt<script>alert(1)",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }} {% raw %}",
)


@pytest.mark.parametrize("configuration", [CONFIGURATION, MKDOCS_THEME], ids=["material", "mkdocs"])
def test_a_name_is_never_markup(tmp_path: Path, configuration: str) -> None:
    """A theme prints titles as they are, after resolving references in them."""
    entry = "---\ncompany: '{0}'\nrole: '{0}'\ndate: 2026-11-12\n---\n\n## Went well\n\n- {0}\n"
    entries = {f"entry-{at}.md": entry.format(name) for at, name in enumerate(MARKUP)}
    built = build(write_project(tmp_path, entries, configuration))
    assert built.status == 0, built.said
    pages = {path: page.decode() for path, page in built.files.items() if path.endswith(".html")}
    assert {f"entry-{at}/index.html" for at in range(len(MARKUP))} <= pages.keys()
    assert [
        path for path, page in pages.items() if "<script>alert" in page or "<img src=x" in page
    ] == []


def test_building_changes_no_file_of_the_journal(tmp_path: Path) -> None:
    made = write_project(tmp_path, {**JOURNAL, "broken.md": BROKEN})
    journal = made / "journal"
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in journal.rglob("*.md")}
    build(made)
    run_program("afterword.cli", "check", folder=made)
    assert before == {
        path: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in journal.rglob("*")
        if path.is_file()
    }
