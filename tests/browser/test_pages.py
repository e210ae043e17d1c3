"""The pages as somebody uses them: without script, on a narrow phone, on paper, by search, from disk."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import served
from tests.browser.kinds import KINDS
from tests.end_to_end.projects import CONFIGURATION, ROOT, build

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


# One tab goes from kind to kind: a new one for each costs Chromium more than showing the page.
@pytest.fixture(scope="module")
def without_script(browser: Browser) -> Iterator[Page]:
    tab = browser.new_page(java_script_enabled=False)
    yield tab
    tab.close()


@pytest.fixture(scope="module")
def narrow(browser: Browser) -> Iterator[Page]:
    tab = browser.new_page()
    yield tab
    tab.close()


@dataclass(frozen=True)
class Visit:
    """A page at a width of 320: how wide it is, what it says to the console, and whom it asks."""

    width: int
    said: list[str]
    asked: list[str]


@pytest.fixture(scope="module", params=KINDS)
def visit(
    request: pytest.FixtureRequest, heard: tuple[Page, list[str], list[str]], site: str
) -> Visit:
    tab, said, asked = heard
    tab.goto("about:blank")
    said.clear()
    asked.clear()
    tab.goto(site + request.param)
    tab.wait_for_load_state("networkidle")
    assert site + request.param in asked
    width = tab.evaluate("() => document.documentElement.scrollWidth")
    return Visit(width, [*said], [*asked])


@pytest.fixture(scope="module")
def heard(browser: Browser) -> Iterator[tuple[Page, list[str], list[str]]]:
    tab, said, asked = (
        browser.new_page(viewport={"width": 320, "height": 700}),
        list[str](),
        list[str](),
    )
    tab.on("console", lambda message: said.append(message.text))
    tab.on("request", lambda request: asked.append(request.url))
    yield tab, said, asked
    tab.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_reads_without_script(without_script: Page, site: str, kind: str) -> None:
    without_script.goto(site + kind)
    article = without_script.locator("article")
    assert article.locator("h1").is_visible()
    assert len(article.inner_text()) > 400


def test_a_page_fits_a_width_of_320(visit: Visit) -> None:
    assert visit.width == 320


def test_a_page_says_nothing_to_the_console(visit: Visit) -> None:
    assert visit.said == []


def test_a_page_asks_nobody_else(visit: Visit, site: str) -> None:
    assert [one for one in visit.asked if not one.startswith((site, "data:", "blob:"))] == []


@pytest.fixture(scope="module")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration under the theme that MkDocs brings, whose styles are not those that ours were made beside."""
    folder = tmp_path_factory.mktemp("plain")
    shutil.copytree(ROOT / "journal", folder / "journal")
    configuration = CONFIGURATION.replace("{name: material, font: false}", "mkdocs")
    (folder / "mkdocs.yml").write_text(
        f"{configuration}use_directory_urls: false\n", encoding="utf-8"
    )
    built = build(folder, "--strict")
    assert built.status == 0, built.said
    with served(built.site) as address:
        yield address


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_a_phone_under_the_theme_of_mkdocs(
    narrow: Page, plain_site: str, kind: str
) -> None:
    narrow.set_viewport_size({"width": 390, "height": 844})
    narrow.goto(plain_site + kind)
    assert narrow.evaluate("() => document.documentElement.scrollWidth") == 390


def test_the_table_of_rounds_is_whole_on_a_phone(narrow: Page, site: str) -> None:
    narrow.set_viewport_size({"width": 390, "height": 844})
    narrow.goto(site + "forecast.html")
    table = narrow.get_by_role("region", name="Forecasts by kind of round")
    assert table.evaluate("(one) => one.scrollWidth - one.clientWidth") == 0


def test_paper_is_white_though_the_screen_was_dark(page: Page, site: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(site + "rejections.html")
    headline = page.locator(".aw-headline").first
    assert headline.evaluate("(one) => getComputedStyle(one).color") == "rgb(0, 0, 0)"


def test_a_link_to_another_page_exchanges_it_without_a_reload(page: Page, site: str) -> None:
    page.goto(site + "index.html")
    page.evaluate("() => { window.stayed = true; }")
    page.locator("nav >> text=Timeline").first.click()
    expect(page.locator("h1")).to_have_text("Timeline")
    assert page.evaluate("() => window.stayed") is True
    assert page.locator("a.aw-tile").count() > 40


def test_a_number_leads_to_its_item(page: Page, site: str) -> None:
    page.goto(site + "themes/pace.html")
    page.locator("text=Finished one of Femi").last.click()
    page.wait_for_url("**/2026-11-03-almonry-behavioural.html#line-*")
    item = page.locator(f"#{page.url.rpartition('#')[2]}")
    expect(item).to_contain_text("Finished one of Femi")


def search(page: Page, words: str, *, finds: str) -> None:
    """Look for these words; once they are all typed, the first result is the page with this address."""
    page.locator("[data-md-component=search-query]").click()
    page.locator("[data-md-component=search-query]").type(words)
    result = page.locator(".md-search-result__link").first
    expect(result).to_have_attribute("href", re.compile(re.escape(finds)))


def test_the_search_finds_an_entry_by_its_words(page: Page, site: str) -> None:
    page.goto(site + "index.html")
    search(page, "lighting box", finds="2026-10-13-bancada-nove-final.html")


def test_the_search_works_in_a_site_opened_from_disk(page: Page, demonstration: Path) -> None:
    page.goto(f"file://{demonstration}/index.html")
    search(page, "lighting box", finds="2026-10-13-bancada-nove-final.html")


def test_pages_opened_from_disk_lead_to_each_other(page: Page, demonstration: Path) -> None:
    page.goto(f"file://{demonstration}/timeline.html")
    page.locator("a.aw-tile").first.click()
    page.wait_for_url("**/20*/*.html")
    expect(page.locator(".aw-card")).to_be_visible()


def test_the_keyboard_reaches_the_content_first(page: Page, site: str) -> None:
    page.goto(site + "timeline.html")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.classList.contains('md-skip')") is True
