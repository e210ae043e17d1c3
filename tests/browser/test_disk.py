"""What lies on the disk after somebody has read: of the plain site its pages, of the sealed one nothing but noise."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect
from tests.browser.browsers import ARGUMENTS, FIREFOX, WHOLE_CHROMIUM
from tests.browser.hosted import hosted
from tests.vault.sealed import PHRASE, sealed

from afterword.vault.scanning import found_words

pytestmark = pytest.mark.browser

ENTRY = "p/entry.html"
SITE = {
    "index.html": b"<!doctype html><html><head><title>Home</title></head><body><h1>Zinnwaldite</h1></body></html>",
    ENTRY: b"<!doctype html><html><head><title>Entry</title></head><body><h1>Marlinspike</h1></body></html>",
    "404.html": b"<!doctype html><html><head></head><body></body></html>",
}
WORDS = ("Zinnwaldite", "Marlinspike", PHRASE)


def started(playwright: Playwright, program: str, profile: Path) -> BrowserContext:
    """A browser that keeps what it wants in a folder of its own, as one of a person does."""
    if program == "chromium":
        if WHOLE_CHROMIUM is None:
            pytest.skip("Chromium is not installed")
        # The one without windows keeps no history and fills in no forms.
        return playwright.chromium.launch_persistent_context(
            profile, executable_path=WHOLE_CHROMIUM, args=ARGUMENTS
        )
    if FIREFOX is None:
        pytest.skip("Firefox is not installed; on Debian: apt-get install firefox-esr")
    return playwright.firefox.launch_persistent_context(
        profile, channel="moz-firefox", executable_path=FIREFOX
    )


def unlock(page: Page) -> None:
    page.get_by_label("Show what I type").check()
    page.get_by_label("Passphrase").fill(PHRASE)
    page.get_by_role("button", name="Open").click()


def kept_after_reading(
    playwright: Playwright, program: str, profile: Path, files: Mapping[str, bytes]
) -> set[str]:
    """The words of the site, and of the passphrase, that are on the disk once the browser has ended."""
    context = started(playwright, program, profile)
    with hosted(files) as host:
        page = context.new_page()
        page.goto(host.address)
        if "vault.json" in files:
            unlock(page)
        expect(page.locator("h1")).to_have_text("Zinnwaldite")
        page.goto(f"{host.address}{ENTRY}")
        expect(page.locator("h1")).to_have_text("Marlinspike")
        page.wait_for_load_state()
        # So long do browsers wait before they write.
        page.wait_for_timeout(3000)
        context.close()
    kept = {str(path): path.read_bytes() for path in profile.rglob("*") if path.is_file()}
    return set(found_words(kept, WORDS))


@pytest.mark.parametrize("program", ["chromium", "firefox"])
def test_no_word_of_a_sealed_site_lies_on_the_disk(
    playwright: Playwright, program: str, tmp_path: Path
) -> None:
    plain = kept_after_reading(playwright, program, tmp_path / "plain", SITE)
    assert plain == {"Zinnwaldite", "Marlinspike"}
    assert kept_after_reading(playwright, program, tmp_path / "sealed", sealed(SITE)) == set()
