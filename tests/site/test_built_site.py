"""A whole site of one entry, a page of the user's and what lies beside them, as MkDocs builds it in this process."""

from __future__ import annotations

import base64
import hashlib
import json
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from afterword.plugin import AfterwordPlugin

CONFIGURATION = """\
site_name: A
site_url: https://me.example/
docs_dir: journal
theme: {name: mkdocs, features: [search.share]}
extra_css: [mine.css]
extra_javascript: [mine.js]
hooks: [hook.py]
"""
PLUGINS = "plugins: [search, afterword: {{today: 2026-11-20{}}}]\n"
HOOK = """\
from pathlib import Path
def on_post_build(config):
    Path(config.site_dir, "late.html").write_text("<html><head></head><body>Late</body></html>")
"""
ENTRY = """\
---
company: Northwind
role: Engineer
date: 2026-11-12
with: [{name: Ada Bell}]
outcome: rejected
---

## Went well

- Drew it #kafka

## Went badly

- Froze #sql
    - Next time: say so

## Questions

| Question | Answered |
| --- | --- |
| Why us? | well |

## Feedback

- Too slow
"""
KEPT = "<html><head><script>steal()</script></head></html>"
FILES = {
    "index.md": "# My own page\n\nHello.\n",
    "2026/northwind.md": ENTRY,
    "2026/advert.html": KEPT,
    "2026/notes.txt": "kept",
    "2026/broken.md": "---\ncompany: [\n---\n",
    "timeline.md": "---\ncompany: HX\ndate: 2026-11-13\n---\n\n## Went well\n\n- Fine\n",
    "about.md": "# About\n\n[the entry](2026/northwind.md)\n\n<script>mine()</script>\n",
    "mine.js": "mine()",
    "mine.css": "",
}
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')


@dataclass(frozen=True)
class Built:
    """A built site and what was said while it was built."""

    folder: Path
    said: tuple[str, ...]

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    @cached_property
    def names(self) -> set[str]:
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix() for path in found}

    @property
    def pages(self) -> set[str]:
        return {name for name in self.names if name.endswith(".html")}

    @property
    def navigation(self) -> list[str]:
        """The titles in the navigation, in their order."""
        top = self.read("index.html").partition("<ul")[2].partition("</ul>")[0]
        return [
            one.strip()
            for one in re.findall(r'class="(?:nav-link|dropdown-item)[^>]*>([^<]*)<', top)
        ]


def configured(path: Path, **settings: str) -> MkDocsConfig:
    """A configuration whose plugin knows of no other build: MkDocs keeps one plugin for all that it loads in a process."""
    config = load_config(str(path), **settings)
    plugin = config.plugins["afterword"]
    assert isinstance(plugin, AfterwordPlugin)
    plugin.build = AfterwordPlugin().build
    return config


def built(
    folder: Path,
    options: str = "",
    *,
    files: Mapping[str, str] = FILES,
    settings: str = "",
    hook: str = HOOK,
) -> Built:
    """The site of a project, built here."""
    text = CONFIGURATION + settings + PLUGINS.format(options)
    everything = {f"journal/{name}": content for name, content in files.items()}
    for name, content in {**everything, "mkdocs.yml": text, "hook.py": hook}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    said: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: said.append(f"{record.levelname}: {record.getMessage()}")  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    config = configured(folder / "mkdocs.yml", site_dir=str(folder / "site"))
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        config.plugins.on_shutdown()
    return Built(folder / "site", tuple(one for one in said if "afterword" in one.lower()))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="module")
def part(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same journal as one folder of a site that has other pages."""
    files = {f"interviews/{name}": text for name, text in FILES.items()}
    other = {"index.md": "# Mine\n\n<script>mine()</script>\n", "kept.html": KEPT}
    return built(tmp_path_factory.mktemp("part"), ", folder: interviews", files={**files, **other})


PAGES = [
    "commitments",
    "forecast",
    "funnel",
    "practice",
    "problems",
    "questions",
    "reflections",
    "rejections",
    "resilience",
    "reviews",
    "stories",
    "timeline",
]


def test_a_site_has_a_page_for_each_question_beside_the_users_own(site: Built) -> None:
    assert {f"{name}/index.html" for name in PAGES} - site.pages == set()
    own = {"index.html", "404.html", "about/index.html", "2026/northwind/index.html"}
    assert {*own, "2026/broken/index.html"} - site.pages == set()
    assert {name.partition("/")[0] for name in site.pages if name.count("/") > 1} >= {
        "applications",
        "themes",
        "reviews",
        "2026",
    }


def test_in_the_navigation_ours_come_first_and_entries_are_not_in_it(site: Built) -> None:
    assert site.navigation == [
        "My own page",
        "Timeline",
        "Reflections",
        "Rejections",
        "Forecast",
        "Funnel",
        "Commitments",
        "Questions",
        "Stories",
        "Resilience",
        "Reviews",
        "Problems",
        "About",
    ]


def test_the_users_page_stands_above_ours_and_its_title_is_the_pages(site: Built) -> None:
    page = site.read("index.html")
    assert page.index("Hello.") < page.index("Northwind")
    assert len(re.findall("<h1", page)) == 1


def test_an_entry_that_lies_where_a_page_of_ours_does_is_renamed_and_that_is_said(
    site: Built,
) -> None:
    assert "timeline-entry/index.html" in site.pages
    assert [one for one in site.said if one.startswith("INFO") and "timeline-entry.md" in one] != []
    assert "Northwind" in site.read("timeline/index.html")


def test_what_is_wrong_with_an_entry_is_a_warning_with_its_place(site: Built) -> None:
    assert [
        one for one in site.said if "2026/broken.md" in one and not one.startswith("INFO")
    ] != []
    assert "2026/broken.md" in site.read("problems/index.html")


def test_every_page_has_its_policy_and_no_script_but_the_themes(site: Built) -> None:
    bare = {name for name in site.pages if len(POLICY.findall(site.read(name))) != 1}
    assert bare == set()
    assert {name for name in site.pages if "place-" in site.read(name)} == set()


INLINE = re.compile(r"<script>(.+?)</script>", re.DOTALL)


def allowed(page: str) -> list[bool]:
    """Of each script that stands in a page whether its policy lets it run."""
    (policy,) = POLICY.findall(page)
    digests = (hashlib.sha256(text.encode()).digest() for text in INLINE.findall(page))
    return [base64.b64encode(one).decode() in policy for one in digests]


def test_the_themes_scripts_run_on_every_page_and_the_users_do_not(site: Built) -> None:
    laid_out = site.pages - {"2026/advert.html", "late.html", "about/index.html"}
    assert {name for name in laid_out if {*allowed(site.read(name))} != {True}} == set()
    assert allowed(site.read("about/index.html")).count(False) == 1
    assert [one for one in site.said if "1 scripts and styles in pages are left idle" in one] != []


def test_a_page_that_was_kept_beside_an_entry_runs_nothing(site: Built) -> None:
    (policy,) = POLICY.findall(site.read("2026/advert.html"))
    assert policy.startswith("default-src 'none'")
    assert site.read("2026/notes.txt") == "kept"


def test_the_build_lists_what_it_made_and_what_was_asked_for(site: Built) -> None:
    runs = set(json.loads(site.read("assets/afterword-made.json"))["runs"])
    assert runs >= site.pages - {"2026/advert.html"}
    assert runs >= {"assets/afterword.js", "mine.js", "search/search_index.js", "late.html"}
    assert "2026/advert.html" not in runs


def test_an_entry_is_one_record_of_the_search_without_its_card(site: Built) -> None:
    records = json.loads(site.read("search/search_index.json"))["docs"]
    mine = [one for one in records if one["location"].startswith("2026/northwind/")]
    assert [one["location"] for one in mine] == ["2026/northwind/"]
    text = mine[0]["text"]
    assert ("Drew it" in text, "Froze" in text, "Ada Bell" in text, "<" in text) == (
        True,
        True,
        False,
        False,
    )
    assert site.read("search/search_index.js") == "var __index = " + site.read(
        "search/search_index.json"
    )


def test_an_entry_has_its_card_below_its_heading_and_links_from_its_themes(site: Built) -> None:
    page = site.read("2026/northwind/index.html")
    heading, card, item = (page.index(one) for one in ("<h1", "Ada Bell", "Drew it"))
    assert heading < card < item
    assert re.search(r'<a [^>]*href="\.\./\.\./themes/kafka/"', page)
    assert "company:" not in page


def test_each_page_asks_for_our_style_before_the_users_and_for_our_script(site: Built) -> None:
    page = site.read("2026/northwind/index.html")
    assert page.index("../../assets/afterword.css") < page.index("../../mine.css")
    assert page.index("../../mine.js") < page.index("../../assets/afterword.js")
    assert {"assets/afterword.css", "assets/afterword.js", "assets/afterword-disk.js"} < site.names


def test_every_page_is_dated_with_the_day_of_the_build(site: Built) -> None:
    days = re.findall("<lastmod>(.*?)</lastmod>", site.read("sitemap.xml"))
    assert {*days} == {"2026-11-20"}


def test_below_a_folder_lies_what_is_ours_and_nothing_else(part: Built) -> None:
    ours = {name for name in part.names if "afterword" in name or "northwind" in name}
    assert {name for name in ours if not name.startswith("interviews/")} == set()
    assert {f"interviews/{name}/index.html" for name in PAGES} - part.pages == set()


def test_the_other_pages_of_such_a_site_are_as_they_were(part: Built) -> None:
    assert POLICY.findall(part.read("index.html")) == []
    assert "<script>mine()</script>" in part.read("index.html")
    assert part.read("kept.html") == KEPT
    assert POLICY.findall(part.read("late.html")) == []


def test_our_pages_of_such_a_site_have_their_policy_and_their_assets(part: Built) -> None:
    ours = {name for name in part.pages if name.startswith("interviews/")}
    assert {name for name in ours if len(POLICY.findall(part.read(name))) != 1} == set()
    page = part.read("interviews/2026/northwind/index.html")
    assert '"../../../interviews/assets/afterword.css"' in page
    assert '"../../../interviews/assets/afterword.js"' in page


def test_with_a_navigation_of_the_users_it_is_said_which_of_our_pages_it_lacks(
    tmp_path: Path,
) -> None:
    nav = "nav: [index.md, {Mine: timeline.md}, {More: [{When: forecast.md}, reviews.md]}]\n"
    files = {"index.md": "# Mine\n", "2026/northwind.md": ENTRY}
    found = built(tmp_path, files=files, settings=nav)
    (said,) = [one for one in found.said if "leaves out pages of Afterword" in one]
    lacking = re.findall(r"  - ([\w ]+): ([\w-]+\.md)", said)
    assert lacking == [
        *(("Reflections", "reflections.md"), ("Rejections", "rejections.md")),
        *(("Funnel", "funnel.md"), ("Commitments", "commitments.md")),
        *(("Questions", "questions.md"), ("Stories", "stories.md")),
        ("Resilience", "resilience.md"),
    ]
    assert found.navigation[:2] == ["Mine", "Mine"]


ALTERING = """\
from pathlib import Path
from mkdocs.structure.files import File
def on_files(files, config):
    text = "---\\ncompany: Initech\\ndate: 2026-11-14\\n---\\n\\n## Went well\\n\\n- Made elsewhere\\n"
    files.append(File.generated(config, "2026/initech.md", content=text))
def on_nav(nav, config, files):
    Path(config.docs_dir, "gone.md").unlink()
def on_page_markdown(markdown, page, **_):
    if page.file.src_uri == "2026/northwind.md":
        return markdown + "\\n\\nAdded #kafka by somebody."
"""


@pytest.fixture(scope="module")
def altered(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A journal whose home page is a README, with an entry that another plugin changes and a link that leads nowhere."""
    folder = tmp_path_factory.mktemp("altered")
    (folder / "journal").mkdir()
    (folder / "journal" / "gone.png").symlink_to("nowhere")
    (folder / "journal" / "picture.png").write_text("picture")
    files = {
        "README.md": "# My readme\n",
        "2026/northwind.md": ENTRY,
        "gone.md": "# Soon gone\n",
    }
    return built(folder, files=files, hook=ALTERING)


def test_what_another_plugin_adds_to_an_entry_is_on_its_page_and_its_themes_are_links(
    altered: Built,
) -> None:
    page = altered.read("2026/northwind/index.html")
    added = page[page.index("Added") :]
    assert re.match(r'Added <a [^>]*href="\.\./\.\./themes/kafka/"[^>]*>.*?</a> by somebody', added)
    assert page.index("Ada Bell") < page.index("Drew it") < page.index("Added")


def test_an_entry_that_another_plugin_wrote_is_one_like_any_other(altered: Built) -> None:
    assert "Made elsewhere" in altered.read("2026/initech/index.html")
    assert "Initech" in altered.read("timeline/index.html")


def test_a_file_that_goes_away_while_the_site_is_built_has_a_page_that_says_so(
    altered: Built,
) -> None:
    assert "This file went away while the site was built." in altered.read("gone/index.html")
    assert [one for one in altered.said if "gone.md went away" in one and "WARNING" in one] != []


def test_a_readme_is_the_home_page_with_ours_below(altered: Built) -> None:
    page = altered.read("index.html")
    assert page.index("My readme") < page.index("Northwind")
    assert altered.navigation[:2] == ["My readme", "Timeline"]


def test_a_link_that_leads_nowhere_is_told_and_everything_else_is_built(altered: Built) -> None:
    assert [one for one in altered.said if "gone.png" in one and "WARNING" in one] != []
    assert ("gone.png" in altered.names, altered.read("picture.png")) == (False, "picture")


def test_beside_a_plugin_that_seals_page_by_page_nothing_is_built(tmp_path: Path) -> None:
    built(tmp_path, files={"index.md": "# A\n"})
    config = configured(tmp_path / "mkdocs.yml")
    config.plugins["encryptcontent"] = config.plugins["search"]
    with pytest.raises(PluginError, match="encryptcontent"):
        config.plugins["afterword"].on_config(config)


def test_in_a_site_that_will_be_sealed_no_address_names_anybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AFTERWORD_SEALED", "0a" * 32)
    files = {"index.md": "# A\n", "2026/northwind.md": ENTRY}
    found = built(tmp_path, files=files)
    assert {name for name in found.names if "northwind" in name or "kafka" in name} == set()
    told = {name for name in found.pages if "Drew it" in found.read(name)}
    assert {name for name in told if re.fullmatch(r"\w+/[0-9a-f]+/index.html", name)} != set()
    about = json.loads(found.read("assets/afterword-made.json"))
    assert {*about["runs"]} >= told


def test_a_site_that_will_be_sealed_shares_no_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a publish says to its build stands in the environment."""
    built(tmp_path, files={"index.md": "# A\n"})
    (tmp_path / "mkdocs.yml").write_text(
        (tmp_path / "mkdocs.yml").read_text().replace("search.share", "a, search.share, z"),
        encoding="utf-8",
    )
    for sealed, expected in (("", ["a", "search.share", "z"]), ("00", ["a", "z"])):
        monkeypatch.setenv("AFTERWORD_SEALED", sealed)
        config = configured(tmp_path / "mkdocs.yml")
        config.plugins["afterword"].on_config(config)
        assert config.theme["features"] == expected
