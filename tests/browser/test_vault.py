"""A sealed site at a sub-path, in a real browser: everything the plain site does, and nothing for anybody else.

What the unlock page, the worker and its guard do is looked at with a small site, which costs a browser half as much to open; what
the pages, the theme or their number have to do with it, with the demonstration.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.browsers import PATIENCE
from tests.browser.hosted import PROJECT, Host, hosted
from tests.end_to_end.projects import ROOT, build
from tests.vault.sealed import OTHER, PHRASE, sealed

from afterword.edition.sealed import opaque_path
from afterword.options import SEALED
from afterword.vault.folders import read_folder
from afterword.vault.scanning import found_words

pytestmark = pytest.mark.browser

ENTRY = opaque_path("2026/2026-11-12-almonry-final.md", bytes.fromhex("ab" * 32)).replace(
    ".md", ".html"
)
ALLOWED = re.compile(r"/journal/(?:|404\.html|index\.html|sw\.js|vault\.json|b/[0-9a-f]{32})")


@pytest.fixture(scope="module")
def vault_port(port: int) -> int:
    return port + 1 if port < 65000 else port - 1


def page_named(name: str) -> bytes:
    text = f'<article><h1>{name}</h1><h2 id="went-well">Went well</h2></article>'
    return f"<!doctype html><html><head><title>{name}</title></head><body>{text}</body></html>".encode()


SMALL = {
    "index.html": page_named("Home"),
    "timeline.html": page_named("Timeline"),
    "reflections.html": page_named("Reflections"),
    "forecast.html": page_named("Forecast"),
    "404.html": page_named("404"),
    ENTRY: page_named("An entry"),
}


@pytest.fixture(scope="module")
def published() -> dict[str, bytes]:
    return sealed(SMALL)


@pytest.fixture
def host(published: dict[str, bytes]) -> Iterator[Host]:
    """At a port of its own each time: to a browser another site, of which it keeps nothing yet."""
    with hosted(published) as host:
        yield host


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, vault_port: int) -> dict[str, bytes]:
    """The demonstration."""
    folder = tmp_path_factory.mktemp("sealed")
    shutil.copytree(ROOT / "journal", folder / "journal")
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    address = f":{vault_port}{PROJECT}"
    (folder / "mkdocs.yml").write_text(configuration.replace(":8000/", address), encoding="utf-8")
    done = build(folder, "--strict", environment={SEALED: "ab" * 32})
    assert done.status == 0, done.said
    return read_folder(done.site)


@pytest.fixture(scope="module")
def published_demonstration(built: dict[str, bytes]) -> dict[str, bytes]:
    return sealed(built)


@pytest.fixture
def demonstration_host(
    published_demonstration: dict[str, bytes], vault_port: int
) -> Iterator[Host]:
    with hosted(published_demonstration, vault_port) as host:
        yield host


# Asks the worker for the key; the key itself cannot be handed out of the browser.
ASK = """async () => {
    const { port1, port2 } = new MessageChannel();
    (await navigator.serviceWorker.getRegistration()).active.postMessage({ hold: true }, [port2]);
    const { data } = await new Promise((answered) => (port1.onmessage = answered));
    return data.key ? "the key" : "no key";
}"""
BROWSERS = ["chromium", "firefox"]
where_workers_end = pytest.mark.parametrize(
    "context", ["browser", "impatient_firefox"], indirect=True, ids=BROWSERS
)


@contextmanager
def new_context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


# What the unlock page says and when is our own script's doing, in whichever browser: one of them tells.
@pytest.fixture(scope="module", params=["browser"], ids=["chromium"])
def context(request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    with new_context(request.getfixturevalue(request.param)) as context:
        yield context


# What hangs on workers, channels, storage, policies or several tabs is each browser's own doing.
in_both_browsers = pytest.mark.parametrize(
    "context", ["browser", "firefox"], indirect=True, ids=BROWSERS
)


# A new tab costs a browser as much as opening the site: one goes from test to test.
@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    yield context.pages[0] if context.pages else context.new_page()
    first, *others = context.pages or [context.new_page()]
    for other in others:
        other.close()
    first.goto("about:blank")


@pytest.fixture(params=["browser"], ids=["chromium"])
def own_page(request: pytest.FixtureRequest) -> Iterator[Page]:
    """The only tab of a context that knows nothing yet, for what changes all of its pages or is looked at under one address."""
    with new_context(request.getfixturevalue(request.param)) as context:
        yield context.new_page()


alone_in_both_browsers = pytest.mark.parametrize(
    "own_page", ["browser", "firefox"], indirect=True, ids=BROWSERS
)


def unlock(page: Page, address: str, phrase: str = PHRASE, *, remember: bool = False) -> None:
    page.goto(address)
    page.get_by_label("Passphrase").fill(phrase)
    if remember:
        page.get_by_label("Remember on this device").check()
    page.get_by_role("button", name="Open").click()


def opened(page: Page, host: Host) -> Page:
    unlock(page, host.address)
    expect(page.locator("article h1")).to_be_visible()
    page.wait_for_load_state()
    return page


def lock(page: Page, host: Host) -> None:
    """As by the link. The locked page leaves by itself, which a driver that waits for its own way takes for a failure."""
    page.evaluate("(address) => { location.href = address; }", f"{host.address}__lock")
    is_locked(page)


def back(page: Page) -> None:
    """As by the button, to a page that may leave at once."""
    page.evaluate("() => { window.isLeft = true; history.back(); }")
    page.wait_for_function("() => !window.isLeft")


def is_locked(page: Page) -> None:
    expect(page.get_by_label("Passphrase")).to_be_visible()
    assert page.locator("article").count() == 0


def said(page: Page, words: str) -> None:
    expect(page.get_by_role("alert")).to_contain_text(words)


def test_the_passphrase_opens_the_site_and_the_address_stays(page: Page, host: Host) -> None:
    opened(page, host)
    assert page.url == host.address


@alone_in_both_browsers
def test_everything_works_and_the_host_hears_only_allowed_names(
    own_page: Page, demonstration_host: Host
) -> None:
    """Links, search, pictures, back, forward, reload, a new tab, a shared link: none of it reaches the host by name."""
    beyond: list[str] = []
    own_page.context.on("request", lambda request: beyond.append(request.url))
    opened(own_page, demonstration_host)
    own_page.evaluate("() => { window.stayed = true; }")
    own_page.locator("nav >> text=Timeline").first.click()
    expect(own_page.locator("h1")).to_have_text("Timeline")
    assert own_page.evaluate("() => window.stayed") is True
    own_page.locator("a.aw-tile").first.click()
    expect(own_page.locator(".aw-card")).to_be_visible()
    entry = own_page.url
    own_page.go_back()
    expect(own_page.locator("h1")).to_have_text("Timeline")
    own_page.go_forward()
    expect(own_page.locator(".aw-card")).to_be_visible()
    own_page.reload()
    expect(own_page.locator(".aw-card")).to_be_visible()
    assert own_page.url == entry
    own_page.locator("[data-md-component=search-query]").click()
    own_page.locator("[data-md-component=search-query]").type("lighting box")
    expect(own_page.locator(".md-search-result__link").first).to_have_attribute(
        "href", re.compile(r"p/[0-9a-f]{20}\.html")
    )
    other = own_page.context.new_page()
    other.goto(f"{demonstration_host.address}#!/reflections.html")
    expect(other.locator("h1")).to_have_text("Reflections")
    assert other.url == f"{demonstration_host.address}reflections.html"
    missing = other.goto(f"{demonstration_host.address}not/here.html")
    assert missing is not None
    assert missing.status == 404
    expect(other.locator("h1")).to_contain_text("404")
    assert [path for path in demonstration_host.asked if not ALLOWED.fullmatch(path)] == []
    origin = demonstration_host.address.removesuffix(PROJECT)
    assert [
        one for one in beyond if not one.startswith((f"{origin}{PROJECT}", "data:", "blob:"))
    ] == []


@alone_in_both_browsers
def test_every_file_comes_out_of_the_worker_byte_for_byte(
    own_page: Page, demonstration_host: Host, built: dict[str, bytes]
) -> None:
    opened(own_page, demonstration_host)
    digests = own_page.evaluate(
        """async (paths) => Object.fromEntries(await Promise.all(paths.map(async (path) => {
            const content = await (await fetch(path)).arrayBuffer();
            return [path, content.byteLength + ":" + new Uint8Array(content).reduce((sum, byte) => (sum * 31 + byte) % 4294967291, 7)];
        })))""",
        list(built),
    )

    def digest(content: bytes) -> str:
        total = 7
        for byte in content:
            total = (total * 31 + byte) % 4294967291
        return f"{len(content)}:{total}"

    assert digests == {path: digest(content) for path, content in built.items()}


def test_a_shared_link_opens_its_page_after_unlocking(page: Page, host: Host) -> None:
    unlock(page, f"{host.address}#!/timeline.html")
    expect(page.locator("h1")).to_have_text("Timeline")
    assert page.url == f"{host.address}timeline.html"
    assert [path for path in host.asked if not ALLOWED.fullmatch(path)] == []


def test_a_deep_link_opens_its_page_after_unlocking_with_its_fragment(
    page: Page, host: Host
) -> None:
    """Where no worker is yet, the host hears the path: its 404 page is the unlock page."""
    unlock(page, f"{host.address}{ENTRY}#went-well")
    expect(page.locator("h1")).to_have_text("An entry")
    assert page.url.endswith(f"{ENTRY}#went-well")


@in_both_browsers
def test_a_deep_link_where_the_worker_is_tells_the_host_nothing(
    context: BrowserContext, page: Page, host: Host
) -> None:
    opened(page, host)
    lock(page, host)
    host.asked.clear()
    unlock(page, f"{host.address}timeline.html")
    expect(page.locator("h1")).to_have_text("Timeline")
    assert [path for path in host.asked if not ALLOWED.fullmatch(path)] == []


def test_a_wrong_passphrase_is_said_kindly_and_the_field_is_ready_again(
    page: Page, host: Host
) -> None:
    unlock(page, host.address, OTHER)
    said(page, "That passphrase does not open this")
    expect(page.get_by_label("Passphrase")).to_be_focused()
    page.keyboard.type(PHRASE)
    page.keyboard.press("Enter")
    expect(page.locator("article h1")).to_be_visible()


def test_a_blob_that_was_tampered_with_is_said(page: Page, host: Host) -> None:
    names = json.loads(json.loads(host.files["vault.json"])["header"])["blobs"]
    first = f"b/{names[0]}"
    content = host.files[first]
    host.files = {**host.files, first: content[:100] + bytes([content[100] ^ 1]) + content[101:]}
    unlock(page, host.address)
    said(page, "not what was published")


def test_a_header_that_was_tampered_with_is_said(page: Page, host: Host) -> None:
    outer = json.loads(host.files["vault.json"])
    inner = json.loads(outer["header"])
    text = json.dumps({**inner, "blobs": inner["blobs"][::-1]})
    host.files = {**host.files, "vault.json": json.dumps({**outer, "header": text}).encode()}
    unlock(page, host.address)
    said(page, "not what was published")


def test_an_older_header_over_newer_blobs_is_said(page: Page, host: Host) -> None:
    older = [path for path in host.files if path.startswith("b/")]
    newer = [blob for path, blob in sealed(SMALL).items() if path.startswith("b/")]
    host.files = {**host.files, **dict(zip(older, newer, strict=True))}
    unlock(page, host.address)
    said(page, "not what was published")


def test_a_host_that_is_away_is_said(page: Page, host: Host) -> None:
    page.goto(host.address)
    host.is_away = True
    page.get_by_label("Passphrase").fill(PHRASE)
    page.keyboard.press("Enter")
    said(page, "could not be fetched")


def test_an_address_without_a_vault_is_said(page: Page, host: Host) -> None:
    host.missing = {"vault.json"}
    unlock(page, host.address)
    said(page, "nothing to open at this address")


def test_a_browser_without_workers_is_said(own_page: Page, host: Host) -> None:
    own_page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })"
    )
    own_page.goto(host.address)
    said(own_page, "does not let the page open anything")


def test_an_address_that_is_not_secure_is_said(own_page: Page, host: Host) -> None:
    own_page.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false })")
    own_page.goto(host.address)
    said(own_page, "begins with https")


@in_both_browsers
def test_the_lock_closes_every_tab_and_back_shows_nothing(
    context: BrowserContext, page: Page, host: Host
) -> None:
    opened(page, host)
    page.goto(f"{host.address}timeline.html")
    other = context.new_page()
    other.goto(f"{host.address}reflections.html")
    expect(other.locator("h1")).to_have_text("Reflections")
    other.goto(f"{host.address}forecast.html")
    lock(page, host)
    is_locked(other)
    back(page)
    is_locked(page)
    back(other)
    is_locked(other)


def test_the_header_has_a_lock(own_page: Page, demonstration_host: Host) -> None:
    """From a page that was exchanged below another address, where a relative link would lead astray."""
    opened(own_page, demonstration_host)
    own_page.locator("nav >> text=Timeline").first.click()
    own_page.locator("a.aw-tile").first.click()
    expect(own_page.locator(".aw-card")).to_be_visible()
    own_page.get_by_role("link", name="Lock").click()
    is_locked(own_page)
    assert own_page.url == demonstration_host.address


def test_the_header_has_a_link_to_share_that_no_host_hears_of(
    own_page: Page, demonstration_host: Host
) -> None:
    own_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(own_page, demonstration_host)
    own_page.goto(f"{demonstration_host.address}{ENTRY}#went-well")
    own_page.get_by_role("link", name="Copy link").click()
    expect(own_page.get_by_role("link", name="Copied")).to_be_visible()
    copied = own_page.evaluate("() => navigator.clipboard.readText()")
    assert copied == f"{demonstration_host.address}#!/{ENTRY}#went-well"


@in_both_browsers
def test_unlocking_in_one_tab_opens_the_others(
    context: BrowserContext, page: Page, host: Host
) -> None:
    opened(page, host)
    lock(page, host)
    other = context.new_page()
    other.goto(f"{host.address}timeline.html")
    is_locked(other)
    unlock(page, host.address)
    expect(other.locator("h1")).to_have_text("Timeline")


def test_half_an_hour_without_anybody_locks(own_page: Page, host: Host) -> None:
    own_page.clock.install()
    opened(own_page, host)
    own_page.clock.fast_forward("29:00")
    own_page.mouse.move(10, 10)
    own_page.mouse.down()
    own_page.mouse.up()
    own_page.clock.fast_forward("29:00")
    expect(own_page.locator("article h1")).to_be_visible()
    own_page.clock.fast_forward("31:00")
    is_locked(own_page)


@in_both_browsers
def test_the_last_tab_takes_the_key_with_it(
    context: BrowserContext, page: Page, host: Host
) -> None:
    opened(page, host)
    page.close()
    later = context.new_page()
    later.goto(host.address)
    is_locked(later)


def end_worker(context: BrowserContext, page: Page) -> None:
    """As a browser does when it likes; Chromium can be told to, and the impatient Firefox does so by itself."""
    if context.browser and context.browser.browser_type.name == "firefox":
        page.wait_for_timeout(4000)
        return
    session = context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    session.detach()


@where_workers_end
def test_the_site_stays_open_when_the_browser_ends_the_worker(
    context: BrowserContext, page: Page, host: Host
) -> None:
    opened(page, host)
    end_worker(context, page)
    page.goto(f"{host.address}timeline.html")
    expect(page.locator("h1")).to_have_text("Timeline")


@where_workers_end
def test_who_comes_back_to_the_only_tab_finds_it_open(
    context: BrowserContext, page: Page, host: Host
) -> None:
    """By then the browser has ended the worker, and nobody but this page has the key."""
    opened(page, host)
    end_worker(context, page)
    page.evaluate("() => { document.dispatchEvent(new Event('visibilitychange')); }")
    page.wait_for_timeout(1500)
    expect(page.locator("article h1")).to_be_visible()
    page.reload()
    expect(page.locator("article h1")).to_be_visible()


@where_workers_end
def test_a_worker_that_was_ended_still_knows_who_may_hold_the_key(
    context: BrowserContext, page: Page, host: Host
) -> None:
    made = [path for path in SMALL if path.endswith((".html", ".js"))]
    host.files = sealed({**SMALL, "kept/note.txt": b"kept"}, runs=made)
    opened(page, host)
    kept = context.new_page()
    kept.goto(f"{host.address}kept/note.txt")
    end_worker(context, page)
    assert (page.evaluate(ASK), kept.evaluate(ASK)) == ("the key", "no key")


@in_both_browsers
def test_a_link_to_a_file_that_is_handed_over_says_so_after_unlocking(
    page: Page, host: Host
) -> None:
    made = [path for path in SMALL if path.endswith((".html", ".js"))]
    host.files = sealed({**SMALL, "kept/ad.html": b"<p>kept</p>"}, runs=made)
    page.goto(f"{host.address}kept/ad.html")
    page.get_by_label("Passphrase").fill(PHRASE)
    with page.expect_download() as handed:
        page.keyboard.press("Enter")
    assert handed.value.suggested_filename == "ad.html"
    expect(page.locator("#said")).to_contain_text("look among your downloads")


def test_a_passphrase_is_taken_in_any_case_with_hyphens(page: Page, host: Host) -> None:
    unlock(page, host.address, PHRASE.title().replace(" ", "-"))
    expect(page.locator("article h1")).to_be_visible()


def test_a_wrong_passphrase_from_a_tab_leaves_the_others_open(
    context: BrowserContext, page: Page, host: Host
) -> None:
    """A stranger's key takes the place of none."""
    opened(page, host)
    answer = page.evaluate(
        """async () => {
            const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["unwrapKey"]);
            const { port1, port2 } = new MessageChannel();
            navigator.serviceWorker.controller.postMessage({ unlock: key }, [port2]);
            return (await new Promise((answered) => (port1.onmessage = answered))).data;
        }"""
    )
    assert answer == {"refused": "wrong"}
    page.goto(f"{host.address}timeline.html")
    expect(page.locator("h1")).to_have_text("Timeline")


@alone_in_both_browsers
def test_nothing_is_remembered_unless_it_is_asked_for(
    own_page: Page, demonstration_host: Host
) -> None:
    opened(own_page, demonstration_host)
    own_page.locator("[data-md-component=search-query]").click()
    own_page.locator("[data-md-component=search-query]").type("lighting box")
    expect(own_page.locator(".md-search-result__link").first).to_be_visible()
    own_page.goto(f"{demonstration_host.address}{ENTRY}")
    assert kept(own_page) == {"caches": [], "local": 0, "session": 0, "databases": []}
    # What the theme keeps for itself, such as the colours: no word of a page, and no address.
    text = own_page.evaluate("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    words = ("Almonry", "Achterberg", "Timeline", "lighting", ENTRY, PHRASE)
    assert found_words({"kept": text.encode()}, words) == {}


def kept(page: Page) -> dict[str, Any]:
    return page.evaluate(  # type: ignore[no-any-return]
        """async () => ({
            caches: await caches.keys(),
            local: Object.keys(localStorage).filter((key) => !key.startsWith("/")).length,
            session: Object.keys(sessionStorage).filter((key) => !key.startsWith("/")).length,
            databases: (await indexedDB.databases()).map((one) => one.name),
        })"""
    )


@in_both_browsers
def test_what_is_remembered_is_a_key_that_cannot_be_read_and_goes_with_the_lock(
    context: BrowserContext, page: Page, host: Host
) -> None:
    unlock(page, host.address, remember=True)
    expect(page.locator("article h1")).to_be_visible()
    (name,) = kept(page)["databases"]
    found = page.evaluate(
        """(name) => new Promise((done) => {
            indexedDB.open(name).onsuccess = ({ target: { result } }) => {
                const asked = result.transaction("keys").objectStore("keys").getAll();
                asked.onsuccess = () => { result.close(); done(asked.result.map((key) => [key.extractable, key.usages])); };
            };
        })""",
        name,
    )
    assert found == [[False, ["unwrapKey"]]]
    page.close()
    later = context.new_page()
    later.goto(host.address)
    expect(later.locator("article h1")).to_be_visible()
    lock(later, host)
    assert kept(later)["databases"] == []


def test_a_new_publish_goes_over_without_a_question(page: Page, host: Host) -> None:
    opened(page, host)
    changed = SMALL["timeline.html"].replace(b"</h1>", b" anew</h1>", 1)
    host.files = sealed({**SMALL, "timeline.html": changed})
    page.goto(f"{host.address}timeline.html")
    expect(page.locator("h1")).to_contain_text("anew")


def test_a_reader_who_was_removed_is_asked_again_at_the_next_publish(
    page: Page, host: Host
) -> None:
    opened(page, host)
    host.files = sealed(SMALL, OTHER)
    page.goto(f"{host.address}timeline.html")
    is_locked(page)


@in_both_browsers
def test_a_host_that_is_away_leaves_what_is_there(page: Page, host: Host) -> None:
    """What was fetched once can be read again; what was not is told kindly, elsewhere."""
    opened(page, host)
    page.goto(f"{host.address}timeline.html")
    expect(page.locator("h1")).to_have_text("Timeline")
    host.is_away = True
    page.reload()
    expect(page.locator("h1")).to_have_text("Timeline")


def test_a_host_that_does_not_answer_soon_leaves_what_is_there(page: Page, host: Host) -> None:
    opened(page, host)
    host.answers.clear()
    host.asked.clear()
    page.goto(f"{host.address}timeline.html")
    expect(page.locator("h1")).to_have_text("Timeline")
    assert any(path.endswith("vault.json") for path in host.asked)
    host.answers.set()


def test_blobs_out_of_step_with_the_header_are_tried_again(page: Page, host: Host) -> None:
    opened(page, host)
    newer = sealed(SMALL)
    host.files, host.late = newer, {path for path in newer if path.startswith("b/")}
    page.goto(f"{host.address}timeline.html")
    expect(page.locator("h1")).to_have_text("Timeline")
    assert len(host.late) < len([path for path in newer if path.startswith("b/")])


def test_blobs_that_stay_away_are_a_sentence_with_a_way_on(page: Page, host: Host) -> None:
    opened(page, host)
    newer = sealed(SMALL)
    host.files, host.missing = newer, {path for path in newer if path.startswith("b/")}
    page.goto(f"{host.address}timeline.html")
    said(page, "Something new may just have been published")
    host.missing = set()
    page.get_by_role("link", name="Try again").click()
    expect(page.locator("h1")).to_have_text("Timeline")


@where_workers_end
def test_waiting_before_trying_again_asks_for_no_passphrase(
    context: BrowserContext, page: Page, host: Host
) -> None:
    opened(page, host)
    newer = sealed(SMALL)
    host.files = {path: content[::-1] for path, content in newer.items() if path.startswith("b/")}
    host.files = {**newer, **host.files}
    page.goto(f"{host.address}timeline.html")
    said(page, "not what was published")
    end_worker(context, page)
    host.files = sealed(SMALL)
    page.get_by_role("link", name="Try again").click()
    expect(page.locator("h1")).to_have_text("Timeline")


@in_both_browsers
def test_the_worker_says_what_a_page_may_do(page: Page, host: Host) -> None:
    opened(page, host)
    with page.expect_response(f"{host.address}timeline.html") as answer:
        page.goto(f"{host.address}timeline.html")
    headers = answer.value.headers
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert "connect-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


@in_both_browsers
def test_another_project_at_the_same_origin_gets_no_key_from_the_worker(
    context: BrowserContext, page: Page, host: Host
) -> None:
    opened(page, host)
    neighbour = context.new_page()
    neighbour.goto(host.address.replace(PROJECT, "/other/"))
    answers = neighbour.evaluate(
        """async (scope) => {
            const worker = (await navigator.serviceWorker.getRegistration(scope)).active;
            const ask = (message) => new Promise((done) => {
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = ({ data }) => done(data);
                worker.postMessage(message, [port2]);
            });
            return [await ask({ hold: true }), await ask({ status: true }), await ask({ lock: true })];
        }""",
        PROJECT,
    )
    assert answers == [{}, {}, {}]
    page.goto(f"{host.address}timeline.html")
    expect(page.locator("h1")).to_have_text("Timeline")


@in_both_browsers
def test_a_page_cannot_reach_another_origin(page: Page, host: Host) -> None:
    opened(page, host)
    with hosted({"a.js": b""}) as far:
        outcome = page.evaluate(
            "(address) => fetch(address, { mode: 'no-cors' }).then(() => 'reached', () => 'refused')",
            far.address,
        )
        assert (outcome, far.asked) == ("refused", [])


def test_the_keyboard_alone_unlocks(page: Page, host: Host) -> None:
    page.goto(host.address)
    expect(page.get_by_label("Passphrase")).to_be_focused()
    for name in ("Show what I type", "Remember on this device"):
        page.keyboard.press("Tab")
        expect(page.get_by_label(name)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Open")).to_be_focused()
    page.get_by_label("Show what I type").check()
    expect(page.get_by_label("Passphrase")).to_have_attribute("type", "text")


@in_both_browsers
def test_the_unlock_page_does_not_ask_in_somebody_elses_frame(page: Page, host: Host) -> None:
    page.goto(host.address.removesuffix(PROJECT) + "/other/")
    page.set_content(f'<iframe src="{host.address}"></iframe>')
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading")).to_be_visible()
    assert frame.get_by_label("Passphrase").count() == 0
