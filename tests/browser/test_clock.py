"""A site built on a Friday says on Wednesday what is right on Wednesday, without being built again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.conftest import served
from tests.end_to_end.projects import CONFIGURATION, ROOT, build, write_project

pytestmark = pytest.mark.browser

FRIDAY = "2026-11-20"
UNPINNED = CONFIGURATION.replace("afterword: {today: 2026-11-20}", "afterword")
SHOWN = """() => {
  const seen = (element) => element.offsetParent !== null;
  const text = (selector) => [...document.querySelectorAll(selector)].filter(seen).map((one) => one.innerText);
  const states = (name) => [...document.querySelectorAll(`[data-aw-list="${name}"] > li`)].filter((one) => !one.hidden)
    .map((one) => [one.className, one.textContent, one.querySelector("time").dateTime]);
  return {
    words: [...text("h1"), ...text(".aw-lead"), ...text(".aw-cards"), ...text("[data-aw-more]"), ...text(".aw-empty")],
    resilience: document.querySelector("[data-aw-resilience]").innerText,
    links: [...document.querySelectorAll(".aw-cards a")].map((one) => one.href.replace(/.*:\\d+/, "")),
    lists: ["due", "wait", "coming", "later"].map(states),
  };
}"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The demonstration's last months, not pinned to a day, built on a day; each day once."""
    sites: dict[str, Path] = {}
    journal = {
        path.relative_to(ROOT / "journal").as_posix(): path.read_bytes()
        for path in (ROOT / "journal").rglob("20*.md")
        if path.name > "2026-08"
    }

    def on(day: str) -> Path:
        if day not in sites:
            project = write_project(tmp_path_factory.mktemp("clock"), dict(journal), UNPINNED)
            made = build(project, environment={"AFTERWORD_TODAY": day})
            assert made.status == 0, made.said
            sites[day] = made.site
        return sites[day]

    return on


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(timezone_id="Europe/Lisbon")
    yield made
    made.close()


def opened(context: BrowserContext, address: str, moment: str) -> Page:
    page = context.new_page()
    page.clock.set_fixed_time(moment)
    page.goto(address)
    return page


@pytest.mark.parametrize(
    "day",
    ["2026-11-25", "2026-12-04", "2026-12-31"],
)
def test_a_later_day_shows_that_days_lists(
    context: BrowserContext, built: Callable[[str], Path], day: str
) -> None:
    with served(built(FRIDAY)) as friday, served(built(day)) as fresh:
        shown = opened(context, friday, f"{day}T09:00:00").evaluate(SHOWN)
        expected = opened(context, fresh, f"{day}T09:00:00").evaluate(SHOWN)
    assert shown == expected
    assert f" {date.fromisoformat(day).day} " in shown["words"][0]


def test_the_lists_do_change_from_friday_to_wednesday(
    context: BrowserContext, built: Callable[[str], Path]
) -> None:
    with served(built(FRIDAY)) as site:
        friday = opened(context, site, f"{FRIDAY}T09:00:00").evaluate(SHOWN)
        wednesday = opened(context, site, "2026-11-25T09:00:00").evaluate(SHOWN)
    assert friday["lists"][0] != wednesday["lists"][0]
    assert friday["words"] != wednesday["words"]


def test_a_tab_left_open_overnight_goes_on(
    context: BrowserContext, built: Callable[[str], Path]
) -> None:
    with served(built(FRIDAY)) as site:
        page = opened(context, site, f"{FRIDAY}T23:00:00")
        before = page.locator("h1").inner_text()
        page.clock.set_fixed_time("2026-11-21T08:00:00")
        page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
        assert (before, page.locator("h1").inner_text()) == (
            "Friday 20 November",
            "Saturday 21 November",
        )


def test_a_site_that_is_too_old_says_so_and_changes_nothing(
    context: BrowserContext, built: Callable[[str], Path]
) -> None:
    with served(built(FRIDAY)) as site:
        page = opened(context, site, "2027-03-01T09:00:00")
        assert page.locator("h1").inner_text() == "Friday 20 November"
        assert page.get_by_text("build the site again").is_visible()


def test_a_clock_that_is_behind_changes_nothing(
    context: BrowserContext, built: Callable[[str], Path]
) -> None:
    with served(built(FRIDAY)) as site:
        page = opened(context, site, "2026-11-19T09:00:00")
        assert page.locator("h1").inner_text() == "Friday 20 November"
        assert page.get_by_text("Made for Friday 20 November").is_visible()


def test_without_script_it_says_for_which_day_it_was_made(
    browser: Browser, built: Callable[[str], Path]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    with served(built(FRIDAY)) as site:
        page = context.new_page()
        page.goto(site)
        assert page.get_by_text("Made for Friday 20 November").is_visible()
        assert not page.get_by_text("build the site again").is_visible()
    context.close()


def test_the_demonstration_stays_as_pinned(context: BrowserContext, site: str) -> None:
    page = opened(context, f"{site}index.html", "2026-12-24T09:00:00")
    assert page.locator("h1").inner_text() == "Friday 20 November"
    assert page.locator("[data-aw-moves]").count() == 0


def test_a_note_is_copied_as_it_was_written(browser: Browser, site: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}2026/2026-11-12-almonry-final.html")
    page.get_by_role("button", name="Copy the note").click()
    page.get_by_role("button", name="Copied").wait_for()
    entry = (ROOT / "journal/2026/2026-11-12-almonry-final.md").read_text(encoding="utf-8")
    note = str(page.evaluate("() => navigator.clipboard.readText()"))
    assert len(note.splitlines()) > 3
    assert note in entry
    context.close()
