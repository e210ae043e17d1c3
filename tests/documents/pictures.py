"""The pictures of the tour, from the built demonstration with a real browser: `make pictures`."""

from __future__ import annotations

import base64
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from tests.browser.browsers import ARGUMENTS, CHROMIUM
from tests.end_to_end.projects import ROOT, build

FOLDER = ROOT / "docs" / "pictures"
# Dots a pixel of the page: sharp on a screen of today, and still light.
SHARPNESS = 1.5


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page: from a heading on, or from its top."""

    name: str
    page: str
    heading: str | None = None
    width: int = 800
    height: int = 520
    dark: bool = False


PICTURES = (
    Picture("today", "index.html", height=640),
    Picture("today-phone", "index.html", width=390, height=640, dark=True),
    Picture("entry", "2026/2026-11-12-almonry-final.html", height=700),
    Picture(
        "application", "applications/pontage-senior-platform-engineer.html", width=900, height=640
    ),
    Picture("themes", "reflections.html", "Went well, went badly", height=660),
    Picture("rejections", "rejections.html", "My view and theirs", height=640),
    Picture("commitments", "commitments.html", height=600),
    Picture("practice", "practice.html", height=600),
)


def taken(browser: Browser, site: Path, picture: Picture) -> bytes:
    """The picture as WebP."""
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        device_scale_factor=SHARPNESS,
        color_scheme="dark" if picture.dark else "light",
        reduced_motion="reduce",
    )
    page.goto((site / picture.page).as_uri())
    page.wait_for_load_state("networkidle")
    if picture.heading:
        # The header of the theme covers the top.
        page.get_by_role("heading", name=picture.heading, exact=True).evaluate(
            "it => scrollTo(0, it.getBoundingClientRect().top + scrollY - 64)"
        )
        page.wait_for_timeout(300)
    session = page.context.new_cdp_session(page)
    answer = session.send("Page.captureScreenshot", {"format": "webp", "quality": 70})
    page.close()
    return base64.b64decode(answer["data"])


def main() -> int:
    """Make every picture anew, and say how large each is."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        built = build(ROOT, "--strict", "--site-dir", folder)
        if built.status:
            sys.stderr.write(built.said)
            return 1
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        FOLDER.mkdir(exist_ok=True)
        for picture in PICTURES:
            data = taken(browser, Path(folder), picture)
            (FOLDER / f"{picture.name}.webp").write_bytes(data)
            sys.stdout.write(f"{picture.name}.webp {len(data) / 1000:.0f} kB\n")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
