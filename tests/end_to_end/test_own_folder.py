"""`folder: interviews` keeps all that is ours below one folder of a site that has other pages, and those stay as they are to the byte."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.end_to_end.following import Following
from tests.end_to_end.projects import Build, build, write_project
from tests.end_to_end.test_build import TWO_MINUTES, WHOLE
from tests.programs import run_program

from afterword.options import SEALED

ADDRESS = "https://ben.example/"
# Somebody's public site, with much of what a journal's pages may not do.
SITE = """\
site_name: Ben's site
site_url: https://ben.example/
repo_url: https://git.example/ben/site
edit_uri: edit/main/docs/
docs_dir: journal
theme:
  name: material
  features: [navigation.tabs, navigation.sections, content.action.edit, navigation.instant, navigation.indexes, toc.integrate]
  palette:
    - {scheme: slate, primary: black}
plugins:
  - search
  - blog
  - tags
markdown_extensions:
  - admonition
  - attr_list
  - toc: {permalink: true}
extra_css: [stylesheets/x.css]
"""
NAV = """\
nav:
  - Home: index.md
  - Guide:
      - guide/index.md
      - Setup: guide/setup.md
  - Blog:
      - blog/index.md
  - Tags: tags.md
"""
OURS = "  - afterword: {today: 2026-11-20, folder: interviews}\n"
EMBEDS = """\
# Embeds

![far](https://img.example/x.svg)
<iframe src="https://films.example/embed/x"></iframe>
<p style="color:red">inline red</p>
<script>document.title += "!"</script>
"""
THEIRS: Mapping[str, str | bytes] = {
    "index.md": "# Ben\n",
    "timeline.md": "# A timeline of Ben's own\n",
    "embed.md": EMBEDS,
    "guide/index.md": "# Guide\n",
    "guide/setup.md": "---\ncompany: Not an entry\ndate: 2026-11-12\n---\n# Setup\n",
    "blog/index.md": "# Blog\n",
    "blog/posts/one.md": "---\ndate: 2026-11-01\n---\n# One\n\nText.\n",
    "tags.md": "# Tags\n",
    "inbox.md": "# Ben's own page\n",
    "stylesheets/x.css": "p {}\n",
    "saved/advert.html": "<html><head></head><body><script>show()</script></body></html>",
}
ENTRIES: Mapping[str, str | bytes] = {
    "interviews/2026/northwind.md": WHOLE,
    "interviews/larkspur.md": f"{TWO_MINUTES}\n## Notes\n\nSee [my list](inbox.md).\n",
    "interviews/inbox.md": "Northwind - unsorted, a link to [nowhere](nowhere.md)\n",
    "interviews/Inbox (1).md": "Northwind - unsorted\n",
    "interviews/inbox.txt": "Northwind - unsorted\n",
    "interviews/templates/entry.md": "---\ncompany:\n---\n\nunsorted\n",
    "interviews/templates/picture.png": b"unsorted",
    "interviews/advert.html": "<html><head></head><body><script>run()</script></body></html>",
}


def configuration(*more: str, nav: str = NAV, ours: bool = True) -> str:
    text = SITE.replace("  - tags\n", f"  - tags\n{OURS}" if ours else "  - tags\n")
    return "\n".join((text, nav, *more))


def site(
    folder: Path,
    written: str,
    *,
    entries: bool = True,
    environment: Mapping[str, str] | None = None,
) -> Build:
    files = {**THEIRS, **(ENTRIES if entries else {})}
    # Dates of a site without us are those of the clock.
    told = {"SOURCE_DATE_EPOCH": "1795132800", **(environment or {})}
    return build(write_project(folder, files, written), environment=told)


@pytest.fixture(scope="module", params=["directories", "files"])
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Build, Build]:
    """The site without us, and with us."""
    urls = f"use_directory_urls: {str(request.param == 'directories').lower()}\n"
    folder = tmp_path_factory.mktemp("pair")
    before = site(folder / "before", configuration(urls, ours=False), entries=False)
    after = site(folder / "after", configuration(urls))
    assert (before.status, after.status) == (0, 0), before.said + after.said
    return before, after


# What names every page of a site.
OF_ALL = ("search/search_index.json", "sitemap.xml", "sitemap.xml.gz")


def test_no_byte_of_any_other_page_changes(pair: tuple[Build, Build]) -> None:
    before, after = (one.files for one in pair)
    changed = [name for name in before if name not in OF_ALL and after.get(name) != before[name]]
    assert changed == []


def test_all_that_is_ours_lies_below_the_folder(pair: tuple[Build, Build]) -> None:
    before, after = (one.files for one in pair)
    added = after.keys() - before.keys()
    assert [name for name in added if not name.startswith("interviews/")] == []
    assert {"interviews/index.html", "interviews/assets/afterword.css"} <= added


def test_every_link_leads_somewhere(pair: tuple[Build, Build]) -> None:
    before, after = (Following(one.site, ADDRESS).lost for one in pair)
    assert [way for way in after if way not in before] == []


def test_the_search_finds_what_it_found_and_our_pages(pair: tuple[Build, Build]) -> None:
    before, after = (json.loads(one.read(OF_ALL[0]))["docs"] for one in pair)
    ours = [one for one in after if one["location"].startswith("interviews/")]
    assert [one for one in after if one not in ours] == before
    assert sum("northwind" in one["location"] and "#" not in one["location"] for one in ours) == 2


def test_our_pages_are_guarded_and_dressed_by_themselves(pair: tuple[Build, Build]) -> None:
    _, built = pair
    pages = [name for name in built.files if re.fullmatch(r"interviews/.*(?<!advert)\.html", name)]
    assert len(pages) > 15
    for name in pages:
        page = built.read(name)
        assert page.count("Content-Security-Policy") == 1
        styles = re.findall(r'href="([^"]*afterword\.css)"', page)
        scripts = re.findall(r'src="([^"]*afterword\.js)"', page)
        assert (len(styles), len(scripts)) == (1, 1)
        assert "navigation.instant" not in page


def test_what_was_saved_beside_an_entry_is_shut_and_nothing_else(pair: tuple[Build, Build]) -> None:
    _, built = pair
    told = [
        name
        for name in built.files
        if "advert" in name and b"default-src 'none'" in built.files[name]
    ]
    assert told == ["interviews/advert.html"]
    runs = json.loads(built.read("interviews/assets/afterword-made.json"))["runs"]
    assert ("saved/advert.html" in runs, "interviews/advert.html" in runs) == (True, False)


def test_entries_are_those_below_the_folder_alone(pair: tuple[Build, Build]) -> None:
    _, built = pair
    timeline = next(name for name in built.files if re.match(r"interviews/timeline[./]", name))
    assert "Not an entry" not in built.read(timeline)
    assert "Northwind" in built.read(timeline)


def test_what_is_for_the_writer_alone_is_nowhere_and_a_page_of_that_name_elsewhere_stays(
    pair: tuple[Build, Build],
) -> None:
    _, built = pair
    assert [name for name, text in built.files.items() if b"unsorted" in text] == []
    assert [name for name in built.files if re.search("inbox|template", name, re.IGNORECASE)] in (
        ["inbox/index.html"],
        ["inbox.html"],
    )
    # A link there becomes its words, or a strict build would end.
    assert re.findall("WARNING.*", built.said) == []
    assert "One line waits in your inbox." in built.read("interviews/index.html")


def test_what_a_script_exchanges_in_place_leaves_our_pages_out(pair: tuple[Build, Build]) -> None:
    """A page under our policy would leave it to every page that takes its place."""
    before, after = pair
    assert after.read("sitemap.xml") == before.read("sitemap.xml")


def test_without_a_nav_the_folder_is_shown_like_any_other(tmp_path: Path) -> None:
    built = site(tmp_path, configuration(nav=""))
    page = built.read("guide/setup/index.html")
    links = re.findall(r'<a href="../../interviews/([^"]*)" class="md-nav__link', page)
    assert links[0] == ""
    assert links[1:] == sorted(links[1:])
    assert "timeline/" in links
    assert "Content-Security-Policy" not in page


def test_a_nav_names_what_it_shows_and_the_log_says_the_rest(tmp_path: Path) -> None:
    nav = NAV + "  - Search: interviews/index.md\n"
    built = site(tmp_path, configuration(nav=nav))
    page = built.read("embed/index.html")
    assert ('href="../interviews/"' in page, 'href="../interviews/timeline/"' in page) == (
        True,
        False,
    )
    assert "  - Timeline: interviews/timeline.md" in built.said
    assert "interviews/index.md" not in built.said


def test_a_page_of_the_users_in_the_folder_has_ours_below_it(tmp_path: Path) -> None:
    files = {
        **THEIRS,
        **ENTRIES,
        "interviews/timeline.md": "# Mine\n\nzebra\n",
        "interviews/note.md": "# Note\n",
    }
    built = build(write_project(tmp_path, files, configuration()))
    page = built.read("interviews/timeline/index.html")
    assert ("zebra" in page, "Northwind" in page) == (True, True)
    assert "Content-Security-Policy" in built.read("interviews/note/index.html")


def test_a_sealed_site_is_guarded_as_a_whole(tmp_path: Path) -> None:
    """Whoever opens one page of it has them all in one place."""
    built = site(tmp_path, configuration(), environment={SEALED: "5a" * 32})
    bare = [
        name
        for name in built.files
        if name.endswith(".html") and b"Content-Security-Policy" not in built.files[name]
    ]
    assert bare == []
    assert any(name.startswith("interviews/p/") for name in built.files)
    assert not any("northwind" in name for name in built.files)


def test_a_folder_may_lie_deeper(tmp_path: Path) -> None:
    written = configuration().replace("folder: interviews", "folder: private/interviews/")
    files = {**THEIRS, **{f"private/{name}": text for name, text in ENTRIES.items()}}
    built = build(write_project(tmp_path, files, written))
    assert built.status == 0, built.said
    assert "Northwind" in built.read("private/interviews/timeline/index.html")
    lost = Following(built.site, ADDRESS).lost
    assert [one for one in lost if "private" in one[0] + one[1]] == []


REFUSED = {
    "elsewhere": "there is no such folder in",
    "../elsewhere": "It wants the name of a folder below docs_dir",
    "/elsewhere": "It wants the name of a folder below docs_dir",
}


@pytest.mark.parametrize(("name", "words"), REFUSED.items())
def test_a_folder_that_is_not_there_is_refused_in_a_sentence(
    tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    written = configuration().replace("folder: interviews", f"folder: {name}")
    built = site(tmp_path, written)
    checked = run(tmp_path, "check")
    assert (built.status, checked.returncode) == (1, 2)
    for said in (built.said, checked.stderr):
        assert said.count(words) == 1
        assert "Traceback" not in said


def run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return run_program("afterword.cli", *command, folder=project, environment={"COLUMNS": "200"})


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = configuration("exclude_docs: |\n  /interviews/old/")
    odd = {
        "interviews/old/quill.md": WHOLE,
        "interviews/broken.md": "---\ncompany: A\ndate: 2026-02-30\n---\n",
    }
    return write_project(tmp_path_factory.mktemp("commands"), {**THEIRS, **ENTRIES, **odd}, written)


def test_a_command_reads_the_folder_alone(project: Path) -> None:
    document = json.loads(run(project, "export").stdout)
    assert sorted(one["path"] for one in document["interviews"]) == [
        "2026/northwind.md",
        "larkspur.md",
    ]


@pytest.mark.parametrize("verb", ["due", "review", "commitments"])
def test_so_does_every_other(project: Path, verb: str) -> None:
    found = run(project, verb)
    assert found.returncode == 0, found.stderr
    assert "Not an entry" not in found.stdout


def test_a_problem_is_named_where_it_lies(project: Path) -> None:
    checked = run(project, "check").stdout
    assert checked.startswith(f"{Path('journal/interviews/broken.md')}:3:7: error: ")
    assert "interviews/broken.md:3:7: error: " in build(project).said


def test_a_page_outside_the_folder_may_show_what_it_likes(project: Path) -> None:
    assert "embed.md" not in run(project, "check").stdout
