"""What somebody keeps beside an entry, opened in the unlocked site: none of it runs, asks for the key, or reaches the host.

Each attack is a small file that does it. The same files against a worker and pages without the defence show that they bite.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from html import escape
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Frame, Page, expect
from tests.browser.browsers import PATIENCE
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
    """A script that says it ran, asks for the key, unwraps the content key and carries that off in an address.

    It leaves when the page is complete, so that whatever else is in it has had its chance.
    """
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
      if (document.readyState !== "complete") await new Promise((loaded) => addEventListener("load", loaded));
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


def svg(content: str, attributes: str = "") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" {attributes}><rect id="seen" width="9" height="9"/>{content}</svg>'


def written(text: str) -> str:
    """The text as a script may hold it."""
    return json.dumps(text).replace("</", "<\\/")


def said(name: str) -> str:
    """A script of a worker, which has no address to leave by."""
    return f"new BroadcastChannel('loot').postMessage('{name} ran');"


def missing(name: str) -> str:
    """A picture that cannot be shown, and what runs then."""
    return f'<img src="x:" onerror="{escape(loot(name))}"/>'


def link(name: str) -> str:
    return f'<a id="go" href="javascript:{quote(loot(name))}">go</a>'


def inside(name: str) -> str:
    """A page in an attribute."""
    return f'<iframe srcdoc="{escape(script(loot(name)))}"></iframe>'


def one_line(text: str) -> str:
    """As Markdown leaves HTML alone."""
    return text.replace("\n", " ")


# Files that lie beside the entry, and are opened one by one.
OPENED = {
    "ad.html": script(loot("a-saved-page")),
    "offer.svg": svg(f"<script>{loot('a-drawing')}</script>"),
    "load.svg": svg(
        '<foreignObject width="20" height="20">'
        f'<body xmlns="http://www.w3.org/1999/xhtml">{missing("a-page-in-a-drawing")}</body></foreignObject>',
        f'onload="{escape(loot("a-drawing-that-is-loaded"))}"',
    ),
    "linked.svg": svg(
        link("a-link-in-a-drawing").replace(">go<", '><rect width="40" height="40"/><')
    ),
    "use.svg": svg(
        '<use href="beside.svg#part"/><image href="/stolen/a-picture-in-a-drawing/"/><image href="beside.png"/>'
        '<style>@import "/stolen/a-style-in-a-drawing/"; @import "beside.css";</style>'
    ),
    "ad.xml": f'<html xmlns="http://www.w3.org/1999/xhtml"><script>{loot("a-page-as-xml")}</script></html>',
    "ad.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><script>{loot("an-ending-nobody-knows")}</script></html>',
    "feed.xml": '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="sheet.xml"?><feed/>',
    "scripts.html": html(
        '<script type="module" src="module.mjs"></script>'
        + "".join(f'<script src="{one}"></script>' for one in ("code.js", "code.txt", "code.json"))
    ),
    "addresses.html": html(
        f'<iframe src="data:text/html,{quote(script(loot("a-data-address")))}"></iframe>'
        f"<script>const text = {written(script(loot('a-blob-address')))}; const frame = document.createElement('iframe');"
        "frame.src = URL.createObjectURL(new Blob([text], { type: 'text/html' })); document.body.append(frame);</script>"
        + link("a-javascript-address")
    ),
    "frames.html": html(
        '<iframe src="framed.html"></iframe><object data="object.svg"></object><embed src="object.svg">'
        + inside("a-page-in-an-attribute")
        + missing("a-picture-that-is-missing")
    ),
    "workers.html": script("new Worker('worker.js'); new SharedWorker('shared.js');"),
    "service.html": script("navigator.serviceWorker.register('own.js');"),
    "opens.html": script(
        f"const other = open('about:blank'); other?.document.write({written(script(loot('a-window-of-its-own')))});"
    ),
    "base.html": '<!doctype html><html><head><base href="/stolen/a-base/"></head><body><script src="x.js"></script></body></html>',
    "refresh.html": html(
        '<meta http-equiv="refresh" content="0; url=/stolen/a-page-that-leaves/">'
    ),
    "form.html": html(
        '<form action="/stolen/a-form/"></form><script>document.forms[0].submit()</script>'
    ),
    "noending": script(loot("a-page-without-an-ending")),
    "photo.png": script(loot("a-page-called-a-picture")),
    "paper.pdf": (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL('/stolen/a-paper/'))>>>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]>>endobj\n"
        "trailer<</Root 1 0 R>>\n"
    ),
    "note.txt": script(loot("a-page-called-a-text")),
}
# What those call.
CALLED = {
    "sheet.xml": (
        '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:output method="html"/>'
        f'<xsl:template match="/"><html><body><script>{loot("a-style-sheet-for-xml")}</script></body></html></xsl:template></xsl:stylesheet>'
    ),
    "module.mjs": loot("a-module"),
    "code.js": loot("a-script-beside"),
    "code.txt": loot("a-script-called-a-text"),
    "code.json": loot("a-script-called-json"),
    "framed.html": script(loot("a-page-in-a-frame")),
    "object.svg": svg(f"<script>{loot('an-object')}</script>"),
    "beside.svg": svg(f'<g id="part"><script>{loot("a-part-of-a-drawing")}</script></g>'),
    "beside.css": "",
    "worker.js": said("a-worker"),
    "shared.js": said("a-shared-worker"),
    "own.js": said("a-service-worker"),
    "chart.svg": svg(f"<script>{loot('a-drawing-as-a-picture')}</script>"),
    "clipped.js": loot("a-script-from-a-page"),
    "clipped.mjs": loot("a-module-from-a-page"),
    "imported.js": loot("an-import-on-a-page"),
    "framed-here.html": script(loot("a-frame-on-a-page")),
}
# Ordinary pages of the journal, whose HTML the build lets through.
PAGES = {
    "clippings.md": "\n\n".join(
        (
            "# Clippings",
            '<script src="2026/clipped.js"></script>',
            '<script type="module" src="2026/clipped.mjs"></script>',
            f"<script>{one_line(loot('a-script-on-a-page'))}</script>",
            '<script type="module">import "./2026/imported.js";</script>',
            '<iframe src="2026/framed-here.html"></iframe>',
            '<object data="2026/object.svg"></object>',
            one_line(inside("a-page-in-a-page")),
            '<svg><use href="2026/beside.svg#part"/></svg>',
            one_line(missing("a-picture-on-a-page")),
            link("a-link-on-a-page"),
        )
    ),
    "leaving.md": '# Leaving\n\n<meta http-equiv="refresh" content="0; url=2026/ad.html">\n',
    "based.md": '# Based\n\n<base href="/stolen/a-base-on-a-page/">\n\n<script src="x.js"></script>\n',
}
VISITED = (*(f"2026/{name}" for name in OPENED), "clippings.html", "leaving.html", "based.html")
# So many files are open at a time. A tab for each would cost a browser more than everything in it.
TABS = 4
SHOWN = {"offer.svg", "load.svg", "linked.svg", "use.svg", "photo.png", "paper.pdf", "note.txt"}
# Those that bite in both browsers where nothing is in their way. Of the rest a browser itself lets nothing run.
BITING = {
    "a-saved-page",
    "a-drawing",
    "a-drawing-that-is-loaded",
    "a-page-in-a-drawing",
    "a-link-in-a-drawing",
    "a-page-as-xml",
    "a-module",
    "a-script-beside",
    "a-data-address",
    "a-blob-address",
    "a-javascript-address",
    "a-page-in-a-frame",
    "a-page-in-an-attribute",
    "a-picture-that-is-missing",
    "a-shared-worker",
    "a-window-of-its-own",
    "a-page-that-leaves",
    "a-form",
    "a-script-from-a-page",
    "a-module-from-a-page",
    "a-script-on-a-page",
    "an-import-on-a-page",
    "a-frame-on-a-page",
    "a-page-in-a-page",
}
# The files that hold those, or call them.
TO_BITE = {
    "ad.html",
    "offer.svg",
    "load.svg",
    "linked.svg",
    "ad.xml",
    "scripts.html",
    "addresses.html",
    "frames.html",
    "workers.html",
    "opens.html",
    "refresh.html",
    "form.html",
    "clippings.html",
}
CONFIGURATION = """\
site_name: Journal
docs_dir: journal
use_directory_urls: false
theme: {name: material, font: false}
plugins:
  - search
  - afterword: {today: 2026-11-20}
"""
# Where the worker is asked for the key, and what it answers; a key itself cannot be handed out of the browser.
ASK = """async () => {
    const found = await navigator.serviceWorker.getRegistration(`${self.origin}/journal/`).catch(() => null);
    if (!found) return "no key";
    const { port1, port2 } = new MessageChannel();
    found.active.postMessage({ hold: true }, [port2]);
    const { data } = await new Promise((answered) => (port1.onmessage = answered));
    return data.key ? "the key" : "no key";
}"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """A journal with all of it, built to be sealed."""
    entries = {
        "2026/2026-11-12-northwind.md": ENTRY,
        **{f"2026/{name}": content for name, content in {**OPENED, **CALLED}.items()},
        **PAGES,
    }
    folder = write_project(tmp_path_factory.mktemp("saved"), entries, CONFIGURATION)
    done = build(folder, environment={SEALED: "ab" * 32})
    assert done.status == 0, done.said
    return done.files


@pytest.fixture(scope="module")
def published(built: Mapping[str, bytes]) -> dict[str, bytes]:
    pages = [path for path in built if path.endswith((".html", ".js"))]
    return sealed(built, runs=[path for path in pages if not path.startswith("2026/")])


@pytest.fixture(scope="module")
def defenceless(built: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same with pages that allow everything, and a worker for which every file is one that the build made."""
    policy = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
    files = sealed({path: policy.sub(b"", content) for path, content in built.items()})
    worker = files["sw.js"].decode()
    for rule, instead in (
        (
            r"policy = ORDINARY\b",
            "policy = \"default-src * data: blob: 'unsafe-inline' 'unsafe-eval'\"",
        ),
        (r"return site\.mayRun\(shown\) \? made\(.*", "return served(body, type);"),
        (r"if \(shows\.has\(one\.id\)\) return .*", "return true;"),
        (r"shows\.get\(one\.id\) !== SAVED", "true"),
    ):
        worker, count = re.subn(rule, instead, worker)
        assert count == 1, rule
    return {**files, "sw.js": worker.encode()}


class Watched:
    """A browser in which the site is open, what was shown in it, and a page of the site that hears what runs elsewhere."""

    def __init__(self, context: BrowserContext, host: Host) -> None:
        self.context = context
        self.host = host
        self.shown: set[str] = set()
        self.tabs: list[Page] = []
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
        # What runs without an origin can only tell the page that it is in.
        context.add_init_script(
            "addEventListener('message', ({ data }) => typeof data === 'string' && new BroadcastChannel('loot').postMessage(data))"
        )

    def visit(self, path: str) -> None:
        """Open a file in the tab that has been open longest: it stays until others have been opened in all the rest."""
        page = self.tabs.pop(0) if len(self.tabs) == TABS else self.context.new_page()
        self.tabs.append(page)
        page.goto("about:blank")
        with suppress(Error):  # a file that is handed over is no page to go to
            page.goto(self.host.address + path)
        if page.url == "about:blank":
            return
        self.shown.add(path)
        # In one step: a page that sends itself elsewhere may be gone between looking for its button and clicking it.
        with suppress(Error):
            page.evaluate(
                "() => document.getElementById('go')?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))"
            )

    @property
    def heard(self) -> set[str]:
        """What ran, got the key, or left, each by the name of its attack."""
        ran: list[str] = self.page.evaluate("() => [...window.heard]")
        left = [path.split("/")[2] for path in self.host.asked if path.startswith("/stolen/")]
        return {*ran, *(f"{name} left" for name in left)}


def watched_in(
    browser: Browser, files: Mapping[str, bytes], visited: Iterable[str] = VISITED
) -> Iterator[Watched]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    with hosted(files) as host:
        watched = Watched(context, host)
        for path in visited:
            watched.visit(path)
        yield watched
        context.close()


@pytest.fixture(scope="module", params=["whole_browser", "firefox"], ids=["chromium", "firefox"])
def watched(request: pytest.FixtureRequest, published: Mapping[str, bytes]) -> Iterator[Watched]:
    yield from watched_in(request.getfixturevalue(request.param), published)


@pytest.fixture(scope="module", params=["whole_browser", "firefox"], ids=["chromium", "firefox"])
def bitten(request: pytest.FixtureRequest, defenceless: Mapping[str, bytes]) -> Iterator[Watched]:
    biting = [path for path in VISITED if path.removeprefix("2026/") in TO_BITE]
    yield from watched_in(request.getfixturevalue(request.param), defenceless, biting)


def test_without_the_defence_the_attacks_run_and_carry_the_key_off(bitten: Watched) -> None:
    names: set[str] = set()
    for _ in range(PATIENCE // 200):
        names = {one.split()[0] for one in bitten.heard}
        if names >= BITING and {"a-saved-page left", "a-drawing left"} <= bitten.heard:
            break
        bitten.page.wait_for_timeout(200)
    assert BITING - names == set()
    assert {
        "a-saved-page key",
        "a-drawing key",
        "a-saved-page left",
        "a-drawing left",
    } <= bitten.heard


def test_nothing_that_somebody_kept_beside_an_entry_runs(watched: Watched) -> None:
    watched.page.wait_for_timeout(1500)
    assert watched.heard == set()


def test_nothing_of_it_reaches_the_host(watched: Watched) -> None:
    assert [path for path in watched.host.asked if not ALLOWED.fullmatch(path)] == []


def test_a_drawing_a_picture_a_paper_and_a_text_are_shown_and_the_rest_is_handed_over(
    watched: Watched,
) -> None:
    pages = {"clippings.html", "leaving.html", "based.html"}
    assert watched.shown == pages | {f"2026/{name}" for name in SHOWN}


def test_a_page_that_the_build_made_holds_the_key(watched: Watched) -> None:
    """The positive control of those who get none."""
    assert watched.page.evaluate(ASK) == "the key"


@pytest.mark.parametrize("path", ["2026/note.txt", "2026/photo.png", "robots.txt"])
def test_what_the_build_did_not_make_gets_no_key(watched: Watched, path: str) -> None:
    """Nothing in it runs; and if something did."""
    page = watched.context.new_page()
    page.goto(watched.host.address + path)
    assert page.evaluate(ASK) == "no key"
    page.close()


def test_a_neighbour_who_calls_itself_a_page_of_the_site_gets_no_key(watched: Watched) -> None:
    page = watched.context.new_page()
    page.goto(watched.host.address.replace(PROJECT, "/other/"))
    page.evaluate("() => history.pushState(null, '', '/journal/timeline.html')")
    assert page.url == f"{watched.host.address}timeline.html"
    with suppress(Error):
        assert page.evaluate(ASK) == "no key"
    page.close()


@pytest.mark.parametrize("kind", ["about:srcdoc", "about:blank", "blob:"])
def test_a_page_without_an_address_of_its_own_gets_no_key(watched: Watched, kind: str) -> None:
    page = watched.context.new_page()
    page.goto(watched.host.address.replace(PROJECT, "/other/"))
    page.evaluate(
        """(kind) => {
            const frame = document.createElement("iframe");
            if (kind === "about:srcdoc") frame.srcdoc = "<p>here</p>";
            if (kind === "blob:") frame.src = URL.createObjectURL(new Blob(["<p>here</p>"], { type: "text/html" }));
            document.body.append(frame);
            return kind === "about:blank" || new Promise((loaded) => frame.addEventListener("load", loaded)).then(() => true);
        }""",
        kind,
    )
    frame: Frame = page.frames[1]
    assert frame.evaluate("() => location.href").startswith(kind)
    assert frame.evaluate(ASK) == "no key"
    page.close()


def test_a_link_to_a_drawing_leaves_the_page_that_holds_the_key_where_it_is(
    watched: Watched,
) -> None:
    page = watched.context.new_page()
    page.goto(f"{watched.host.address}clippings.html")
    page.evaluate(
        "() => document.querySelector('article').insertAdjacentHTML('afterbegin', '<a href=\"2026/offer.svg\">the offer</a>')"
    )
    with watched.context.expect_page() as opened:
        page.get_by_role("link", name="the offer").click()
    expect(opened.value.locator("#seen")).to_be_visible()
    assert page.url == f"{watched.host.address}clippings.html"
    opened.value.close()
    page.close()
