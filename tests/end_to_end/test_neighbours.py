"""Other plugins, hooks and templates of the user's have their say about every page, and nothing of it is undone."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from tests.end_to_end.following import Following
from tests.end_to_end.projects import CONFIGURATION, write_project
from tests.end_to_end.projects import build as built
from tests.end_to_end.test_build import JOURNAL, TWO_MINUTES, WHOLE

from afterword.cli.project.configuration import find_configuration_file
from afterword.site.sources import other_name

HOOKS = f"{CONFIGURATION}hooks: [hooks.py]\n"
OWN = CONFIGURATION.replace("font: false", "font: false, custom_dir: over")


def project(folder: Path, hooks: str, configuration: str = HOOKS) -> Path:
    made = write_project(folder, {**JOURNAL, "about.md": "# About\n\nzebra\n"}, configuration)
    (made / "hooks.py").write_text(hooks, encoding="utf-8")
    return made


def test_a_hook_may_change_what_a_page_says(tmp_path: Path) -> None:
    hook = (
        "def on_page_context(context, page, config, nav):\n"
        "    page.content = page.content.replace('zebra', '[redacted]').replace('Friendly', 'Kind')\n"
    )
    found = built(project(tmp_path, hook))
    assert "[redacted]" in found.read("about/index.html")
    assert "Kind, fast." in found.read("2026/northwind/index.html")


def test_an_entry_that_a_hook_takes_out_is_nowhere(tmp_path: Path) -> None:
    hook = (
        "def on_files(files, config):\n"
        "    files.remove(files.get_file_from_path('2026/northwind.md'))\n"
    )
    found = built(project(tmp_path, hook), "--strict")
    assert found.status == 0, found.said
    named = [path for path, text in found.files.items() if b"Northwind" in text]
    assert named == []


def test_an_entry_that_a_hook_writes_is_one_like_any_other(tmp_path: Path) -> None:
    hook = (
        "from mkdocs.structure.files import File\n"
        f"TEXT = {TWO_MINUTES.replace('Larkspur', 'Pelican')!r}\n"
        "def on_files(files, config):\n"
        "    files.append(File.generated(config, 'made/pelican.md', content=TEXT))\n"
    )
    found = built(project(tmp_path, hook), "--strict")
    assert found.status == 0, found.said
    assert "made/pelican/" in found.read("timeline/index.html")
    assert "aw-card" in found.read("made/pelican/index.html")


def test_an_entry_lies_where_a_hook_puts_it(tmp_path: Path) -> None:
    hook = (
        "def on_files(files, config):\n"
        "    file = files.get_file_from_path('2026/northwind.md')\n"
        "    file.dest_uri = 'moved/north/index.html'\n"
        "    file.url = 'moved/north/'\n"
    )
    found = built(project(tmp_path, hook), "--strict")
    assert "aw-card" in found.read("moved/north/index.html")
    timeline = found.read("timeline/index.html")
    assert ("../moved/north/" in timeline, "../2026/northwind/" in timeline) == (True, False)


def test_a_template_may_look_at_any_page(tmp_path: Path) -> None:
    """It says something on one page in five, which laying like pages out once would miss."""
    entries = {
        f"{number}.md": WHOLE.replace("technical", "final" if number % 5 == 0 else "screen")
        .replace("Northwind", f"Firm {number}")
        .replace("2026-11-12", f"2026-10-{number + 1:02}")
        for number in range(12)
    }
    made = write_project(tmp_path, entries, OWN)
    (made / "over").mkdir()
    (made / "over" / "main.html").write_text(
        '{% extends "base.html" %}{% block content %}'
        '{% if "final" in (page.title or "") %}FINALBADGE{% endif %}{{ super() }}{% endblock %}',
        encoding="utf-8",
    )
    found = built(made)
    marked = [path for path, text in found.files.items() if b"FINALBADGE" in text]
    assert marked == ["0/index.html", "10/index.html", "5/index.html"]


@pytest.mark.usefixtures("measured")
def test_a_page_that_loses_what_belongs_into_it_ends_the_build_aloud(tmp_path: Path) -> None:
    hook = (
        "import re\n"
        "def on_page_context(context, page, config, nav):\n"
        "    page.content = re.sub(r'<div[^>]*></div>', '', page.content)\n"
    )
    found = built(project(tmp_path, hook))
    assert (found.status, "came back without what Afterword puts into it" in found.said) == (
        1,
        True,
    )


def test_pages_that_are_shrunk_afterwards_are_whole(tmp_path: Path) -> None:
    hook = (
        "import re\n"
        "def on_post_page(output, page, config):\n"
        "    return re.sub(r'=\"([\\w-]+)\"', r'=\\1', output)\n"
    )
    found = built(project(tmp_path, hook))
    pages = {path: text.decode() for path, text in found.files.items() if path.endswith(".html")}
    assert [path for path, page in pages.items() if "aw-part" in page] == []
    # A script that lost blanks or quotes is the theme's all the same, or does not run.
    assert all(re.search(r"script-src 'self' 'sha256", page) for page in pages.values())


def test_the_order_that_a_plugin_gave_a_navigation_stands(tmp_path: Path) -> None:
    hook = "def on_nav(nav, config, files):\n    nav.items.reverse()\n    nav.pages.reverse()\n"
    configuration = HOOKS.replace("  - search\n", "  - search\n")
    found = built(project(tmp_path, hook, configuration))
    links = re.findall(r'<a href="([^"#]*)" class="md-nav__link', found.read("about/index.html"))
    assert links[-1] != "../about/"


def test_the_search_finds_an_entry_once(tmp_path: Path) -> None:
    found = built(write_project(tmp_path, JOURNAL))
    records = json.loads(found.read("search/search_index.json"))["docs"]
    mine = [one for one in records if one["location"].startswith("2026/northwind/")]
    assert [(one["location"], "I had only read about it" in one["text"]) for one in mine] == [
        ("2026/northwind/", True)
    ]


def test_an_entry_that_lies_where_a_page_of_ours_does_has_a_page_too(tmp_path: Path) -> None:
    entries = {
        "index.md": WHOLE,
        "timeline.md": TWO_MINUTES,
        "themes/kafka.md": "---\ncompany: Heron\ndate: 2026-02-30\n---\n",
    }
    found = built(write_project(tmp_path, entries))
    assert "Northwind, technical" in found.read("index-entry/index.html")
    assert "Larkspur" in found.read("timeline-entry/index.html")
    assert "2026-02-30" in found.read("themes/kafka-entry/index.html")
    assert "index-entry/" in found.read("timeline/index.html")
    assert found.said.count("Rename the file to choose a place for it.") == 3
    assert "themes/kafka.md:3:7: error" in found.said


def test_another_name_is_one_that_nobody_has() -> None:
    assert other_name("index.md", ["index-entry.md"]) == "index-entry1.md"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    made = write_project(tmp_path, JOURNAL)
    os.mkfifo(made / "journal" / "pipe.md")
    (made / "journal" / "gone.md").symlink_to(made / "nowhere.md")
    found = built(made)
    assert found.status == 0
    for name in ("pipe.md", "gone.md"):
        assert f"{name}:1:1: error: This file could not be opened." in found.said


@pytest.mark.parametrize("name", ["properdocs.yml", "mkdocs.yaml"])
def test_a_configuration_may_have_any_name_that_its_host_looks_for(
    tmp_path: Path, name: str
) -> None:
    made = write_project(tmp_path, JOURNAL)
    (made / "mkdocs.yml").rename(made / name)
    assert find_configuration_file(None, start=made / "journal") == made / name


LANGUAGES = """\
from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.plugins import event_priority
language = ""
@event_priority(-100)
def on_files(files, config):
    for file in [*files.documentation_pages()]:
        of, _, page = file.src_uri.rpartition(".md")[0].partition(".")
        if page and page != language:
            files.remove(file)
        elif page or (language and f"{of}.{language}.md" not in files.src_uris):
            file.dest_uri = f"{language}/{of}/index.html"
            file.url = f"{language}/{of}/"
        elif language:
            files.remove(file)
@event_priority(-100)
def on_post_build(config):
    global language
    if not language:
        language = "de"
        clean, utils.clean_directory = utils.clean_directory, lambda folder: None
        build(config)
        utils.clean_directory, language = clean, ""
"""


@pytest.mark.usefixtures("measured")
def test_a_plugin_may_build_one_language_within_the_build_of_another(tmp_path: Path) -> None:
    """Each has pages of ours with the entries in it; an entry and its translation count once in each."""
    german = WHOLE.replace("Friendly, fast.", "Freundlich.")
    entries = {"northwind.md": WHOLE, "northwind.de.md": german, "larkspur.md": TWO_MINUTES}
    made = write_project(tmp_path, entries, HOOKS)
    (made / "hooks.py").write_text(LANGUAGES, encoding="utf-8")
    found = built(made)
    assert found.status == 0, found.said
    assert Following(found.site).lost == []
    for folder, words in (("", "Friendly, fast."), ("de/", "Freundlich.")):
        timeline = found.read(f"{folder}timeline/index.html")
        assert timeline.count('<span class="aw-entry-what">') == 2
        assert words in found.read(f"{folder}northwind/index.html")
    records = json.loads(found.read("search/search_index.json"))["docs"]
    assert [one["location"] for one in records if one["location"] == "de/northwind/"] != []
    pages = {path: text.decode() for path, text in found.files.items() if path.endswith(".html")}
    assert {page.count("Content-Security-Policy") for page in pages.values()} == {1}
    assert {page.count("afterword.css") for page in pages.values()} == {1}


@pytest.mark.usefixtures("measured")
def test_a_post_of_a_blog_is_an_entry_at_the_address_that_the_blog_gave_it(tmp_path: Path) -> None:
    configuration = CONFIGURATION.replace("  - search\n", "  - search\n  - blog\n")
    entries = {"blog/index.md": "# Blog\n", "blog/posts/northwind.md": WHOLE, "own.md": TWO_MINUTES}
    found = built(write_project(tmp_path, entries, configuration))
    assert found.status == 0, found.said
    (post,) = (path for path in found.files if path.startswith("blog/2026/"))
    page = found.read(post)
    assert ("aw-card" in page, 'id="line-' in page) == (True, True)
    address = post.removesuffix("index.html")
    assert f"../{address}#line-" in found.read("reflections/index.html")


def test_a_nav_of_the_users_stands_with_its_titles_and_hears_once_what_it_lacks(
    tmp_path: Path,
) -> None:
    """A nav that leaves pages out may be meant: that is told, and --strict goes on."""
    nav = "nav:\n  - Start: index.md\n  - Ours:\n      - Zeitleiste: timeline.md\n      - About: about.md\n"
    entries = {**JOURNAL, "about.md": "# About\n"}
    found = built(write_project(tmp_path, entries, f"{CONFIGURATION}{nav}"), "--strict")
    assert found.status == 0, found.said
    links = re.findall(
        r'<a href="([^"#]*)" class="md-nav__link[^>]*>\s*<span class="md-ellipsis">\s*(\S+)',
        found.read("about/index.html"),
    )
    assert {("..", "Start"), ("../timeline/", "Zeitleiste")} <= set(links)
    assert found.said.count("Your nav leaves out pages of Afterword.") == 1
    assert "\n  - Reflections: reflections.md\n" in found.said
    assert "timeline.md" not in found.said
