"""Every kind of page can be used by everybody: axe finds nothing, on a desk and on a phone, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page
from tests.browser.conftest import served
from tests.browser.hosted import hosted
from tests.browser.kinds import KINDS
from tests.end_to_end.projects import Build, build, write_project
from tests.end_to_end.test_build import BROKEN, JOURNAL

from afterword.vault.unlocking import unlock_files

pytestmark = pytest.mark.browser

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What of it hangs on the colours, or on the room there is.
RULES_OF_LOOKS = [
    "color-contrast",
    "link-in-text-block",
    "scrollable-region-focusable",
    "target-size",
]
# Colours do not depend on the width, and what is where does not depend on the colours: every page is looked at in either colours
# and at either width, in one of the two by every rule; and those that have the most of the theme around them in all four pairs.
MODES = [("light", 1280), ("dark", 390)]
OTHER_MODES = [("dark", 1280), ("light", 390)]


def named(mode: tuple[str, int]) -> str:
    return f"{mode[0]}-{mode[1]}"


# One tab goes from page to page, in each mode: a new one for each costs Chromium more than showing the page.
@pytest.fixture(scope="module", params=MODES, ids=named)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    scheme, width = request.param
    page = browser.new_page(
        color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True
    )
    page.add_init_script(path=AXE)
    yield page
    page.close()


in_one_mode = pytest.mark.parametrize("page", MODES[:1], indirect=True, ids=named)
in_the_other_modes = pytest.mark.parametrize("page", OTHER_MODES, indirect=True, ids=named)


# Of neighbours that are alike, but for their words, one is enough to see their colours and their room.
WITHOUT_REPEATING = """() => {
    const shape = (one) =>
        `${one.tagName} ${one.getAttribute("class")} ${one.getAttribute("style")} ${[...one.children].map(shape)}`;
    const thin = (parent) => {
        const seen = new Set();
        for (const one of [...parent.children]) {
            const its = shape(one);
            if (seen.has(its)) one.remove();
            else thin(one);
            seen.add(its);
        }
    };
    thin(document.body);
}"""


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(
        write_project(tmp_path_factory.mktemp("broken"), {**JOURNAL, "quillmark.md": BROKEN})
    )


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(write_project(tmp_path_factory.mktemp("empty"), {}))


def findings(page: Page, address: str, *, styles: bool = False, looks: bool = False) -> list[str]:
    """What axe finds on the page at this address, a line each."""
    page.goto(address)
    return found_on(page, styles=styles, looks=looks)


def found_on(page: Page, *, styles: bool = False, looks: bool = False) -> list[str]:
    """What axe finds on the page that is shown; `styles` has it fetch the style sheets too, and look through them.

    They are the same on every page of a site, and only two rules ask for them. `looks` asks for colours and room alone.
    """
    if looks:
        page.evaluate(WITHOUT_REPEATING)
    rules = RULES_OF_LOOKS if looks else {"type": "tag", "values": TAGS}
    options = {"runOnly": rules, "resultTypes": ["violations"], "preload": styles}
    result: dict[str, Any] = page.evaluate("(options) => axe.run(options)", options)
    return [
        f"{page.url}: {rule['id']}: {node['target']}: {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


def test_axe_finds_nothing_on_any_kind_of_page(page: Page, site: str) -> None:
    """The kinds take turns in which of the two modes every rule is asked for."""
    turn = page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches")
    found = (
        findings(page, site + kind, styles=kind == KINDS[0], looks=at % 2 != turn)
        for at, kind in enumerate(KINDS)
    )
    assert [line for lines in found for line in lines] == []


@in_the_other_modes
def test_axe_finds_nothing_in_the_other_pairs_of_colours_and_width(page: Page, site: str) -> None:
    kinds = ("index.html", "timeline.html", "2026/2026-11-12-almonry-final.html")
    found = (findings(page, site + kind, looks=kind == "timeline.html") for kind in kinds)
    assert [line for lines in found for line in lines] == []


def test_axe_finds_nothing_on_pages_about_what_could_not_be_read(page: Page, broken: Build) -> None:
    with served(broken.site) as address:
        pages = ("problems/index.html", "quillmark/index.html", "404.html")
        assert [line for one in pages for line in findings(page, address + one)] == []


def test_axe_finds_nothing_on_the_site_of_an_empty_journal(page: Page, empty: Build) -> None:
    with served(empty.site) as address:
        pages = (
            "index.html",
            "timeline/",
            "reflections/",
            "rejections/",
            "forecast/",
            "questions/",
        )
        assert [line for one in pages for line in findings(page, address + one)] == []


def test_axe_finds_nothing_on_the_unlock_page(page: Page) -> None:
    with hosted(unlock_files()) as host:
        assert findings(page, host.address, styles=True) == []


@in_one_mode
def test_axe_would_find_something(page: Page, site: str) -> None:
    page.goto(site + "index.html")
    page.evaluate("() => document.body.append(document.createElement('img'))")
    assert any("image-alt" in line for line in found_on(page))


@in_one_mode
def test_axe_would_find_pale_words_in_one_of_many_that_are_alike(page: Page, site: str) -> None:
    page.goto(site + "timeline.html")
    # In place of what the tile says: beside it there is room in some fonts only, and of words that are covered axe says nothing.
    page.locator("a.aw-tile").last.evaluate(
        "(tile) => { tile.innerHTML = '<b style=\"color: #bbb; background: white\">AL</b>'; }"
    )
    found = found_on(page, looks=True)
    assert ["color-contrast" in line for line in found] == [True]
