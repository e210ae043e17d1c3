"""Somebody pasted a script into front matter. It stays words, whichever key or plugin it came through."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from tests.end_to_end.projects import CONFIGURATION, Build, build, write_project

SCRIPT = "<script>hit()</script>"
# Each way breaks out of a place in which themes and plugins print what stands in front matter.
WAYS = {
    "description": f'description: "\\"></head>{SCRIPT}"',
    "author": f"author: '\">{SCRIPT}'",
    "tags": f'tags: ["{SCRIPT}", "a\\"><img src=x onerror=hit()>"]',
    "escaped": 'description: "\\x22\\x3e\\x3cscript\\x3ehit()\\x3c/script\\x3e"',
    "reference": "description: '&quot;&gt;&lt;script&gt;hit()&lt;/script&gt;'",
    "nested": f"social: {{cards_layout_options: {{title: '\">{SCRIPT}'}}}}",
    "key": f"'\">{SCRIPT}': true\nrobots: '\">{SCRIPT}'",
    "style": "description: '\"><style>body{background:url(//far.example)}</style>'",
    "multiline": f'description: |\n  ">\n  {SCRIPT}',
    "company": f"company: 'Acme \">{SCRIPT}'",
    "title": f"title: 'Engineer \">{SCRIPT}'",
    "role": f"role: '</title>{SCRIPT}'",
    "theme script": "description: '\"><script>var base_url = hit(), shortcuts = {};</script>'",
    "template": "template: offer-letter",
    "icon": "icon: ../../../etc/passwd",
}
TAGS = CONFIGURATION.replace("  - search\n", "  - search\n  - tags\n")
PAGE = f"---\ndescription: '\">{SCRIPT}'\n---\n\n# About\n\n{SCRIPT}\n"
POLICY = re.compile(r"script-src ([^;]*)")
RUNNING = re.compile(r"<script\b(?![^>]*application/)[^>]*>(.*?)</script>", re.DOTALL)


def entry(line: str) -> str:
    known = "" if line.startswith("company:") else "company: Acme\n"
    return f"---\n{known}{line}\ndate: 2026-05-02\n---\n\n## Went well\n\n- Calm\n"


@pytest.fixture(scope="module", params=["material", "mkdocs"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Build:
    configuration = TAGS if request.param == "material" else CONFIGURATION
    configuration = configuration.replace("{name: material", f"{{name: {request.param}")
    entries = {f"{name.replace(' ', '-')}.md": entry(line) for name, line in WAYS.items()}
    project = write_project(
        tmp_path_factory.mktemp("project"), {**entries, "about.md": PAGE}, configuration
    )
    made = build(project)
    assert made.status == 0, made.said
    return made


def pages(built: Build) -> dict[str, str]:
    return {path: text.decode() for path, text in built.files.items() if path.endswith(".html")}


def running(page: str) -> list[str]:
    """The scripts in a page that its own policy lets run."""
    (allowed,) = POLICY.findall(page)
    texts = (text for text in RUNNING.findall(page) if text)
    return [
        text
        for text in texts
        if base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in allowed
    ]


def test_no_script_that_was_pasted_may_run_on_any_page(built: Build) -> None:
    assert {path for path, page in pages(built).items() if "hit()" in "".join(running(page))} == (
        set()
    )


def test_the_themes_own_scripts_may(built: Build) -> None:
    assert all(running(page) for page in pages(built).values())


def test_no_entry_breaks_out_of_the_place_where_it_is_printed(built: Build) -> None:
    assert {path for path, page in pages(built).items() if SCRIPT in page} == {"about/index.html"}


def test_the_words_are_kept(built: Build) -> None:
    assert "‹script›hit()‹/script›" in built.read("company/index.html")


def test_without_the_defence_the_script_would_stand_in_the_page(built: Build) -> None:
    """An ordinary page of one's own keeps its front matter as it is: there, the policy alone stops the script."""
    page = built.read("about/index.html")
    assert (SCRIPT in page, "hit()" in "".join(running(page))) == (True, False)


def test_a_layout_of_its_own_is_told_and_left_out(built: Build) -> None:
    assert "template.md:3:1: warning: The line 'template' is ignored here" in built.said
    assert (built.site / "template" / "index.html").is_file()


def test_an_icon_that_is_no_icon_ends_no_build(built: Build) -> None:
    assert (built.site / "icon" / "index.html").is_file()
