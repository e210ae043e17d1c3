"""Whatever stands in the journal, looking at it asks nobody else for anything."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.conftest import served
from tests.end_to_end.projects import build, write_project

pytestmark = pytest.mark.browser

PLANTED = """\
<script src="{far}script"></script>

<img src="{far}picture" alt="a picture">

<iframe src="{far}frame" title="a frame"></iframe>

<link rel="stylesheet" href="{far}style">

<script>fetch("{far}fetched", {{mode: "no-cors"}})</script>
"""
ENTRY = (
    "---\ncompany: Northwind\ndate: 2026-11-12\n---\n\n## Went well\n\n- Calm\n\n## Feedback\n\n"
)


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """Another origin, and the paths that anybody asked it for."""
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()
    server.server_close()
    thread.join()


def visited(browser: Browser, site: Path) -> None:
    """Look at both pages, long enough for anything that would load."""
    with served(site) as address:
        page = browser.new_page()
        for path in ("northwind/", "notes/"):
            page.goto(address + path)
            page.wait_for_load_state("networkidle")
        page.close()


def test_none_of_five_planted_requests_gets_out(browser: Browser, tmp_path: Path) -> None:
    """Planted in an entry's pasted mail, where HTML is shown as text, and on an ordinary page, where it is HTML."""
    with listening() as (far, asked):
        planted = PLANTED.format(far=far)
        entries = {"northwind.md": ENTRY + planted, "notes.md": f"# Notes\n\n{planted}"}
        visited(browser, build(write_project(tmp_path, entries)).site)
        assert asked == []


def test_without_the_guard_all_five_would_get_out(browser: Browser, tmp_path: Path) -> None:
    with listening() as (far, asked):
        page = f"# Notes\n\n{PLANTED.format(far=far)}"
        site = build(write_project(tmp_path, {"northwind.md": ENTRY, "notes.md": page})).site
        built = site / "notes" / "index.html"
        policy = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
        built.write_text(policy.sub("", built.read_text(encoding="utf-8")), encoding="utf-8")
        visited(browser, site)
        assert {path.strip("/") for path in asked} >= {
            "script",
            "picture",
            "frame",
            "style",
            "fetched",
        }
