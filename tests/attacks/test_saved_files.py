"""What somebody keeps beside an entry, opened in the unlocked site: none of it runs, asks for the key, or reaches the host.

Each attack is a small file that does it. The same files against a worker and pages without the defence show that they bite.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect
from tests.browser.conftest import PATIENCE
from tests.browser.hosted import PROJECT, Host, hosted
from tests.end_to_end.projects import build, write_project
from tests.vault.sealed import PHRASE, sealed

from afterword.options import SEALED

pytestmark = pytest.mark.browser

ALLOWED = re.compile(r"/journal/(?:|404\.html|index\.html|sw\.js|vault\.json|b/[0-9a-f]{32})")
ENTRY = (
    "---\ncompany: Northwind\ndate: 2026-11-12\n---\n\n## Went well\n\n- Calm\n\n"
    "[the advert](ad.html) [the offer](offer.svg) ![the chart](chart.svg)\n"
)


def loot(name: str) -> str:
    """A script that says it ran, asks for the key, unwraps the content key and carries that off in an address."""
    return """
(async () => {
  const told = (word) => {
    try { new BroadcastChannel("loot").postMessage(`NAME ${word}`); } catch {}
    try { (self.opener ?? self.parent)?.postMessage(`NAME ${word}`, "*"); } catch {}
  };
  told("ran");
  const { active } = await navigator.serviceWorker.getRegistration("/journal/");
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = async ({ data: { key } }) => {
    if (!key) return;
    told("key");
    const { publish, slots } = JSON.parse((await (await fetch("/journal/vault.json")).json()).header);
    slots.forEach(async (slot) => {
      const box = Uint8Array.from(atob(slot), (letter) => letter.charCodeAt(0));
      const additionalData = new TextEncoder().encode(`afterword-vault/1 slot ${publish}`);
      const how = { name: "AES-GCM", iv: box.subarray(0, 12), additionalData };
      const content = await crypto.subtle.unwrapKey("raw", box.subarray(12), key, how, "AES-GCM", true, ["decrypt"]);
      const bytes = new Uint8Array(await crypto.subtle.exportKey("raw", content));
      location.href = "/stolen/NAME/" + Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    });
  };
  active.postMessage({ hold: true }, [port2]);
})();
""".replace("NAME", name)


def html(body: str) -> str:
    return f"<!doctype html><html><head><title>Saved</title></head><body>{body}</body></html>"


def script(text: str) -> str:
    return html(f"<script>{text}</script>")


def svg(inside: str, attributes: str = "") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" {attributes}><rect width="9" height="9"/>{inside}</svg>'


def written(text: str) -> str:
    """The text as a script may hold it."""
    return json.dumps(text).replace("</", "<\\/")


def unasked(name: str) -> str:
    """The attribute in which a picture that cannot be shown runs something."""
    return f'<img src="x:" onerror="{escape(loot(name))}"/>'


# Files that lie beside the entry. One that is called by others has no attack of its own.
SAVED = {
    "ad.html": script(loot("a-saved-page")),
    "offer.svg": svg(f"<script>{loot('a-drawing')}</script>"),
    "chart.svg": svg(f"<script>{loot('a-drawing-as-a-picture')}</script>"),
    "load.svg": svg("", f'onload="{escape(loot("a-drawing-that-is-loaded"))}"'),
    "foreign.svg": svg(
        f'<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">{unasked("a-page-in-a-drawing")}</body></foreignObject>'
    ),
    "use.svg": svg('<use href="offer.svg#part"/><image href="/stolen/a-used-drawing"/>'),
    "linked.svg": svg(
        f'<a id="go" href="javascript:{quote(loot("a-link-in-a-drawing"))}"><rect width="40" height="40"/></a>'
    ),
    "ad.xml": f'<html xmlns="http://www.w3.org/1999/xhtml"><script>{loot("xhtml-as-xml")}</script></html>',
    "ad.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><script>{loot("xhtml")}</script></html>',
    "feed.xml": '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="sheet.xml"?><feed/>',
    "sheet.xml": (
        '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:output method="html"/>'
        f'<xsl:template match="/"><html><body><script>{loot("a-style-sheet-for-xml")}</script></body></html></xsl:template></xsl:stylesheet>'
    ),
    "module.html": html('<script type="module" src="module.mjs"></script>'),
    "module.mjs": loot("a-module"),
    "source.html": html(
        "".join(f'<script src="{one}"></script>' for one in ("code.js", "code.txt", "code.json"))
    ),
    "code.js": loot("a-script-beside"),
    "code.txt": loot("a-script-as-text"),
    "code.json": loot("a-script-as-json"),
    "data.html": html(
        f'<iframe src="data:text/html,{quote(script(loot("a-data-address")))}"></iframe>'
    ),
    "blob.html": script(
        f"const text = {written(script(loot('a-blob-address')))}; const frame = document.createElement('iframe');"
        "frame.src = URL.createObjectURL(new Blob([text], { type: 'text/html' })); document.documentElement.append(frame);"
    ),
    "javascript.html": html(
        f'<a id="go" href="javascript:{quote(loot("a-javascript-address"))}">go</a>'
    ),
    "base.html": '<!doctype html><html><head><base href="/stolen/a-base/"></head><body><script src="x.js"></script></body></html>',
    "refresh.html": html(
        '<meta http-equiv="refresh" content="0; url=/stolen/a-page-that-leaves/">'
    ),
    "srcdoc.html": html(
        f'<iframe srcdoc="{escape(script(loot("a-page-in-an-attribute")))}"></iframe>'
    ),
    "frames.html": html(
        '<iframe src="framed.html"></iframe><object data="object.svg"></object><embed src="object.svg">'
    ),
    "framed.html": script(loot("a-page-in-a-frame")),
    "object.svg": svg(f"<script>{loot('a-drawing-in-a-frame')}</script>"),
    "workers.html": script(
        "new Worker('worker.js'); new SharedWorker('shared.js'); navigator.serviceWorker.register('own.js');"
    ),
    "worker.js": "new BroadcastChannel('loot').postMessage('a-worker ran');",
    "shared.js": "new BroadcastChannel('loot').postMessage('a-shared-worker ran');",
    "own.js": "",
    "opens.html": script(
        f"const other = open('about:blank'); other?.document.write({written(script(loot('a-window-of-its-own')))});"
    ),
    "form.html": html(
        '<form action="/stolen/a-form/"></form><script>document.forms[0].submit()</script>'
    ),
    "handler.html": html(unasked("a-picture-that-is-missing")),
    "style.html": html(
        "<style>@import '/stolen/a-style';</style><img src='/stolen/a-picture' alt=''>"
    ),
    "noending": script(loot("no-ending")),
    "wrong.png": script(loot("a-page-called-a-picture")),
    "paper.pdf": "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]>>endobj\ntrailer<</Root 1 0 R>>\n",
}
# Ordinary pages of the journal, whose HTML the build lets through.
PAGES = {
    "clippings.md": "\n\n".join(
        (
            "# Clippings",
            '<script src="2026/clipped.js"></script>',
            '<script type="module" src="2026/clipped.mjs"></script>',
            f"<script>{loot('a-script-on-a-page').replace(chr(10), ' ')}</script>",
            '<script type="module">import "./2026/imported.js";</script>',
            '<iframe src="2026/framed-here.html"></iframe>',
            '<object data="2026/object-here.svg"></object>',
            f'<iframe srcdoc="{escape(script(loot("a-page-in-a-page"))).replace(chr(10), " ")}"></iframe>',
            '<svg><use href="2026/offer.svg#part"/></svg>',
            unasked("a-picture-on-a-page").replace("\n", " "),
            f'<a id="go" href="javascript:{quote(loot("a-link-on-a-page"))}">go</a>',
        )
    ),
    "leaving.md": '# Leaving\n\n<meta http-equiv="refresh" content="0; url=2026/ad.html">\n',
    "based.md": '# Based\n\n<base href="/stolen/a-base-on-a-page/">\n\n<script src="x.js"></script>\n',
    "2026/clipped.js": loot("a-script-from-a-page"),
    "2026/clipped.mjs": loot("a-module-from-a-page"),
    "2026/imported.js": loot("an-import-on-a-page"),
    "2026/framed-here.html": script(loot("a-frame-on-a-page")),
    "2026/object-here.svg": svg(f"<script>{loot('an-object-on-a-page')}</script>"),
}
VISITED = (
    *(f"2026/{name}" for name in SAVED),
    *(name.replace(".md", ".html") for name in PAGES if name.endswith(".md")),
)


CONFIGURATION = """\
site_name: Journal
docs_dir: journal
use_directory_urls: false
theme: {name: material, font: false}
plugins:
  - search
  - afterword: {today: 2026-11-20}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """A journal with all of it, built to be sealed."""
    entries = {
        "2026/2026-11-12-northwind.md": ENTRY,
        **{f"2026/{name}": content for name, content in SAVED.items()},
        **PAGES,
    }
    folder = write_project(tmp_path_factory.mktemp("saved"), entries, CONFIGURATION)
    done = build(folder, environment={SEALED: "ab" * 32})
    assert done.status == 0, done.said
    return done.files


@pytest.fixture(scope="module")
def published(built: Mapping[str, bytes]) -> dict[str, bytes]:
    made = [path for path in built if path.endswith((".html", ".js")) and not path.startswith("2026/")]
    return sealed(built, runs=made)


@pytest.fixture(scope="module")
def defenceless(built: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same with pages that allow everything, and a worker for which every file is one that the build made."""
    policy = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
    files = sealed({path: policy.sub(b"", content) for path, content in built.items()})
    worker = files["sw.js"].decode()
    for rule, instead in {
        r'"default-src \'self\' \'unsafe-inline\'[^;]*; [^`]*`[^`]*`': '"default-src * data: blob: \'unsafe-inline\' \'unsafe-eval\'"',
        r"site\.mayRun\(shown\) \? made\(request, type, body, meant \? 200 : 404\) : saved\(request, type, body\)": "served(body, type)",
        r"if \(shows\.has\(one\.id\)\) return shows\.get\(one\.id\) === MADE;": "return true;",
        r"shows\.get\(one\.id\) !== SAVED": "true",
    }.items():
        worker, count = re.subn(rule, lambda _: instead, worker)  # noqa: B023
        assert count == 1, rule
    return {**files, "sw.js": worker.encode()}


class Watched:
    """A browser in which the site is open, and a page of it that hears what runs."""

    def __init__(self, context: BrowserContext, host: Host) -> None:
        self.context = context
        self.host = host
        self.page = context.new_page()
        self.page.goto(host.address)
        self.page.get_by_label("Passphrase").fill(PHRASE)
        self.page.keyboard.press("Enter")
        expect(self.page.locator("article h1")).to_be_visible()
        self.page.evaluate(
            """() => {
                window.heard = new Set();
                new BroadcastChannel("loot").onmessage = ({ data }) => window.heard.add(data);
            }"""
        )

    def visit(self, path: str) -> Page:
        page = self.context.new_page()
        page.add_init_script("addEventListener('message', ({ data }) => typeof data === 'string' && new BroadcastChannel('loot').postMessage(data))")
        try:
            page.goto(self.host.address + path, wait_until="load")
        except Error:
            pass
        if page.locator("#go").count():
            page.locator("#go").click()
        return page

    @property
    def heard(self) -> set[str]:
        ran = set(self.page.evaluate("() => [...window.heard]"))
        left = {path.split("/")[2] + " left" for path in self.host.asked if path.startswith("/stolen/")}
        return ran | left
