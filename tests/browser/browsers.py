"""The browsers that tests look with: a Chromium, and a Firefox where there is one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

# Of Debian's two the one without windows asks for half the work; what it lays out and runs is the same. CI looks with the whole one.
WHOLE_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
CHROMIUM = shutil.which("chromium-headless-shell") or WHOLE_CHROMIUM
FIREFOX = shutil.which("firefox-esr")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# Milliseconds until something that does not come is a failure. A machine that is busy may take its time.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, without which nothing of this folder is known."""
    yield from chromium(playwright, CHROMIUM)


@pytest.fixture(scope="session")
def whole_browser(playwright: Playwright) -> Iterator[Browser]:
    """The Chromium that people read with, which shows papers in a viewer of its own."""
    yield from chromium(playwright, WHOLE_CHROMIUM)


def chromium(playwright: Playwright, program: str | None) -> Iterator[Browser]:
    if program is None:
        reason = "Chromium is not installed; on Debian: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """Firefox as Debian ships it, asked by WebDriver BiDi: the second opinion, where there is one."""
    yield from launched(playwright, {})


@pytest.fixture(scope="session")
def impatient_firefox(playwright: Playwright) -> Iterator[Browser]:
    """One that ends a worker after two seconds without work, and not after thirty."""
    yield from launched(playwright, {"dom.serviceWorkers.idle_timeout": 2000})


def launched(
    playwright: Playwright, preferences: dict[str, str | float | bool]
) -> Iterator[Browser]:
    if FIREFOX is None:
        pytest.skip("Firefox is not installed; on Debian: apt-get install firefox-esr")
    browser = playwright.firefox.launch(
        channel="moz-firefox", executable_path=FIREFOX, firefox_user_prefs=preferences
    )
    yield browser
    browser.close()
