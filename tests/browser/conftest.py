"""A real Chromium, a built demonstration, and a server on this machine for it."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright
from tests.end_to_end.projects import ROOT, build

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
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


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        return


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[str]:
    """The address at which a folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, without which nothing of this folder is known."""
    if CHROMIUM is None:
        reason = "Chromium is not installed; on Debian: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
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


@pytest.fixture(scope="session")
def port() -> int:
    """A port that is free: the theme exchanges pages only where the site's address is the one it was built for."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory, port: int) -> Path:
    folder = tmp_path_factory.mktemp("demonstration")
    shutil.copytree(ROOT / "journal", folder / "journal")
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        configuration.replace(":8000/", f":{port}/"), encoding="utf-8"
    )
    built = build(folder, "--strict")
    assert built.status == 0, built.said
    return built.site


@pytest.fixture(scope="session")
def site(demonstration: Path, port: int) -> Iterator[str]:
    with served(demonstration, port) as address:
        yield address
