"""One site, plain and sealed: after unlocking, everything works as it does without a vault. The same tests run on both.

The plain one is the theme's doing, which one browser shows; the worker that serves the sealed one is asked in both.
"""

from __future__ import annotations

import re
import shutil
import socket
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.browsers import PATIENCE
from tests.browser.hosted import PROJECT, hosted
from tests.end_to_end.projects import ROOT, build
from tests.vault.sealed import PHRASE, sealed

from afterword.options import SEALED
from afterword.vault.folders import read_folder

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize(
        ("copy", "site"),
        [("plain", "browser"), ("sealed", "browser"), ("sealed", "firefox")],
        ids=["plain-chromium", "sealed-chromium", "sealed-firefox"],
        indirect=True,
        scope="module",
    ),
]

ENTRY = "journal/2026/2026-11-12-almonry-final.md"
MARK = "zinnwaldite"  # a word that stands nowhere else


@dataclass(frozen=True)
class Copy:
    """The demonstration as it was built for one address, plain or to be sealed."""

    files: Mapping[str, bytes]
    port: int
    is_sealed: bool

    @property
    def entry(self) -> str:
        """Where the entry with the picture lies, which a sealed site does not tell by its name."""
        (found,) = [
            path
            for path, content in self.files.items()
            if path.endswith(".html") and b'alt="The flip chart"' in content
        ]
        return found


@dataclass(frozen=True)
class Opened:
    """A browser in which the site is open, and where."""

    context: BrowserContext
    address: str
    entry: str
    # A second tab, in which every test begins: a new one for each costs a browser more than what happens in it.
    tab: Page


def picture(width: int, height: int) -> bytes:
    """A red PNG."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\xc0\x20\x20" * width) * height
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@pytest.fixture(scope="module")
def copy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    port, is_sealed = free_port(), request.param == "sealed"
    folder: Path = tmp_path_factory.mktemp(request.param)
    shutil.copytree(ROOT / "journal", folder / "journal")
    with (folder / ENTRY).open("a", encoding="utf-8") as entry:
        entry.write(
            "\n## Notes\n\nIt was as grey as zinnwaldite.\n\n![The flip chart](flip-chart.png)\n"
        )
    (folder / ENTRY).with_name("flip-chart.png").write_bytes(picture(60, 40))
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    address = f":{port}{PROJECT}"
    (folder / "mkdocs.yml").write_text(configuration.replace(":8000/", address), encoding="utf-8")
    done = build(folder, "--strict", environment={SEALED: "ab" * 32} if is_sealed else None)
    assert done.status == 0, done.said
    return Copy(read_folder(done.site), port, is_sealed)


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest, copy: Copy) -> Iterator[Opened]:
    """Open in its first tab all the while, as the last tab would take the key with it."""
    browser: Browser = request.getfixturevalue(request.param)
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    with hosted(sealed(copy.files) if copy.is_sealed else copy.files, copy.port) as host:
        page = context.new_page()
        page.goto(host.address)
        if copy.is_sealed:
            page.get_by_label("Passphrase").fill(PHRASE)
            page.keyboard.press("Enter")
        expect(page.locator("article h1")).to_be_visible()
        yield Opened(context, host.address, copy.entry, context.new_page())
        context.close()


@pytest.fixture
def page(site: Opened) -> Page:
    site.tab.goto("about:blank")
    site.tab.goto(f"{site.address}timeline.html")
    expect(site.tab.locator("h1")).to_have_text("Timeline")
    return site.tab


def follow(page: Page, name: str) -> None:
    page.locator(".md-sidebar--primary").get_by_role("link", name=name, exact=True).click()
    expect(page.locator("h1")).to_have_text(name)


def test_a_link_exchanges_the_page_without_loading_it_anew(page: Page) -> None:
    page.evaluate("() => { window.isTheSame = true; }")
    follow(page, "Reflections")
    assert page.evaluate("() => window.isTheSame") is True


def test_back_and_forward_go_where_they_went(page: Page) -> None:
    follow(page, "Reflections")
    follow(page, "Questions")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Reflections")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Timeline")
    page.go_forward()
    expect(page.locator("h1")).to_have_text("Reflections")


def test_a_search_leads_to_the_place_that_says_so(page: Page, site: Opened) -> None:
    page.locator("[data-md-component=search-query]").click()
    page.locator("[data-md-component=search-query]").type(MARK)
    result = page.locator(".md-search-result__link").first
    expect(result).to_have_attribute("href", re.compile(re.escape(site.entry)))
    result.click()
    expect(page.locator(".md-content mark").first).to_be_visible()


def test_a_deep_link_opens_at_its_heading(page: Page, site: Opened) -> None:
    page.goto(f"{site.address}{site.entry}#notes")
    expect(page.locator("#notes")).to_be_in_viewport()
    assert page.url == f"{site.address}{site.entry}#notes"


def test_a_picture_is_shown(page: Page, site: Opened) -> None:
    page.goto(f"{site.address}{site.entry}")
    shown = page.get_by_alt_text("The flip chart")
    expect(shown).to_be_visible()
    page.wait_for_function("() => document.querySelector('[alt=\"The flip chart\"]').complete")
    assert shown.evaluate("(one) => [one.naturalWidth, one.naturalHeight]") == [60, 40]


def test_a_reload_stays_on_the_page(page: Page) -> None:
    follow(page, "Questions")
    address = page.url
    page.reload()
    expect(page.locator("h1")).to_have_text("Questions")
    assert page.url == address


def test_an_address_that_is_not_there_says_so(page: Page, site: Opened) -> None:
    answer = page.goto(f"{site.address}2026/not-here.html")
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("h1")).to_contain_text("404")


def test_a_page_prints(page: Page, site: Opened) -> None:
    page.goto(f"{site.address}{site.entry}")
    printed = page.pdf()
    assert printed.startswith(b"%PDF-")
    assert len(printed) > 10_000
