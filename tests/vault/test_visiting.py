"""What a host answers is compared with what was published, path by path, as a browser and as ourselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from tests.vault.sealed import sealed

from afterword.errors import VaultError
from afterword.vault.hosts.browsing import base_of
from afterword.vault.hosts.fetching import Answer
from afterword.vault.hosts.visiting import Visit, visited

BASE = "https://host.example/journal/"
VAULT = sealed({"index.html": b"<!doctype html>"})
# The path below the base, the headers and the answer of an honest host, and what is answered instead.
Tampering = Callable[[str, Mapping[str, str], Answer], Answer]


def is_browser(headers: Mapping[str, str]) -> bool:
    return headers["User-Agent"].startswith("Mozilla/")


def visit(tampering: Tampering = lambda _path, _headers, answer: answer) -> Visit:
    """A visit to a host of plain files that shows its own page for an address that is not there."""

    def ask(address: str, headers: Mapping[str, str], at_most: int) -> Answer:
        path = address.removeprefix(BASE)
        name = urlsplit(path).path or "index.html"
        found = Answer(200, VAULT[name]) if name in VAULT else Answer(404, VAULT["404.html"])
        answer = tampering(path, headers, found)
        is_whole = len(answer.content) <= at_most
        return replace(answer, content=answer.content[:at_most], is_whole=is_whole)

    return visited(BASE, ask=ask)


def instead(path: str, answer: Answer) -> Tampering:
    return lambda asked, _headers, found: answer if asked == path else found


def test_an_honest_host_has_nothing_wrong_and_all_its_pieces_are_fetched() -> None:
    found = visit()
    pieces = {path: content for path, content in VAULT.items() if path.startswith("b/")}
    assert found.wrong == ()
    assert found.published == {"vault.json": VAULT["vault.json"], **pieces}


LEFT = [
    *(
        "sitemap.xml",
        "sitemap.xml.gz",
        "search/search_index.json",
        "search/search_index.js",
        "search.json",
    ),
    *(
        "feed_rss_created.xml",
        "feed.xml",
        "objects.inv",
        "404",
        "index",
        "index.htm",
        "index.php",
        "INDEX.HTML",
    ),
    *("timeline/", "timeline.html", "tags/", "mkdocs.yml", "README.md", "afterword-readers.json"),
    *("assets/afterword-made.json", ".git/HEAD", ".git/config", "b/"),
]


@pytest.mark.parametrize("path", LEFT)
def test_what_a_careless_publish_leaves_beside_a_vault_is_noticed(path: str) -> None:
    said = f"{path} is answered with something that is not the unlock page."
    assert visit(instead(path, Answer(200, b"Pellmoor"))).wrong == (said,)


@pytest.mark.parametrize("path", ["", "index.html", "404.html", "sw.js", "robots.txt"])
def test_each_constant_file_is_compared(path: str) -> None:
    (said,) = visit(instead(path, Answer(200, b"steal()"))).wrong
    assert said.startswith(f"{path or 'the address itself'} is not what this version of Afterword")


def test_two_that_are_gone_are_one_sentence() -> None:
    gone = {"sw.js", "robots.txt"}
    found = visit(lambda path, _, answer: Answer(404) if path in gone else answer)
    assert found.wrong == ("robots.txt, sw.js are missing.",)


def test_of_many_paths_with_one_fault_four_are_named() -> None:
    found = visit(lambda path, _, answer: Answer(0) if path in LEFT[:6] else answer)
    first = ", ".join(sorted(LEFT[:6])[:4])
    assert found.wrong == (f"{first} and 2 more are not answered, or too slowly.",)


def test_of_four_all_are_named() -> None:
    found = visit(lambda path, _, answer: Answer(0) if path in LEFT[:4] else answer)
    assert found.wrong == (f"{', '.join(sorted(LEFT[:4]))} are not answered, or too slowly.",)


@pytest.mark.parametrize("status", [404, 410])
@pytest.mark.parametrize("path", ["sw.js", "robots.txt"])
def test_a_file_that_is_gone_is_missing(path: str, status: int) -> None:
    assert visit(instead(path, Answer(status))).wrong == (f"{path} is missing.",)


@pytest.mark.parametrize("status", [404, 410])
def test_nothing_at_all_where_nothing_should_be_is_fine(status: int) -> None:
    assert visit(instead("mkdocs.yml", Answer(status))).wrong == ()


@pytest.mark.parametrize("status", [404, 500, 203])
def test_our_page_under_another_status_is_no_page_of_ours(status: int) -> None:
    assert visit(instead("", Answer(status, VAULT["index.html"]))).wrong == (
        "the address itself is missing.",
    )


def test_a_page_with_something_behind_its_end_is_another() -> None:
    longer = Answer(200, VAULT["index.html"] + b"<script>steal()</script>")
    (said,) = visit(instead("", longer)).wrong
    assert said.startswith("the address itself is not what this version of Afterword publishes.")


@pytest.mark.parametrize("status", [300, 302, 399])
def test_a_page_that_sends_elsewhere_is_said_with_the_address(status: int) -> None:
    away = Answer(status, location="https://evil.example/")
    (said,) = visit(instead("", away)).wrong
    assert said.startswith("the address itself is sent elsewhere, to https://evil.example/. ")


def test_a_page_that_sends_on_after_a_moment_is_said() -> None:
    page = Answer(200, VAULT["index.html"], sends_on=True)
    assert visit(instead("", page)).wrong == (
        "the address itself is answered with an order to go on to another page.",
    )


def test_what_a_browser_alone_is_told_is_said_as_that() -> None:
    def tampering(path: str, headers: Mapping[str, str], answer: Answer) -> Answer:
        return Answer(0) if path == "sw.js" and is_browser(headers) else answer

    assert visit(tampering).wrong == ("To a browser alone: sw.js is not answered, or too slowly.",)


def test_what_we_alone_are_told_is_said_as_that() -> None:
    def tampering(path: str, headers: Mapping[str, str], answer: Answer) -> Answer:
        return Answer(0) if path == "sw.js" and not is_browser(headers) else answer

    assert visit(tampering).wrong == (
        "To this command alone: sw.js is not answered, or too slowly.",
    )


HEADERS = {
    "vault.json is missing, so there is nothing to open.": Answer(404, b"x"),
    "vault.json is far too long.": Answer(200, bytes(1024 * 1024 + 1)),
    "vault.json is not what Afterword writes. It has been altered.": Answer(200, b"{}"),
}


@pytest.mark.parametrize(("said", "answer"), HEADERS.items(), ids=HEADERS)
def test_a_header_that_is_none_is_said_once(said: str, answer: Answer) -> None:
    assert visit(instead("vault.json", answer)).wrong == (said,)


def test_a_header_that_is_none_for_a_browser_alone_is_said_as_that() -> None:
    def tampering(path: str, headers: Mapping[str, str], answer: Answer) -> Answer:
        return Answer(404) if path == "vault.json" and is_browser(headers) else answer

    assert visit(tampering).wrong == (
        "To a browser alone: vault.json is missing, so there is nothing to open.",
    )


def test_two_headers_that_are_both_one_are_told_apart() -> None:
    other = sealed({"index.html": b"<!doctype html>"})["vault.json"]

    def tampering(path: str, headers: Mapping[str, str], answer: Answer) -> Answer:
        return Answer(200, other) if path == "vault.json" and is_browser(headers) else answer

    (said,) = visit(tampering).wrong
    assert said.startswith("vault.json is another for a browser than for this command.")


PIECES = {
    "is not answered, or too slowly.": Answer(0),
    "is missing. A publish was cut short, or is not through.": Answer(404),
    "is not as long as every piece is. It was cut short, or is another.": Answer(200, b"short"),
}


@pytest.mark.parametrize(("said", "answer"), PIECES.items(), ids=PIECES)
def test_a_piece_that_is_none_ends_the_visit(said: str, answer: Answer) -> None:
    piece = next(path for path in VAULT if path.startswith("b/"))
    found = visit(instead(piece, answer))
    assert (found.wrong, found.published) == ((f"{piece} {said}",), {})


def test_a_piece_that_goes_on_is_none() -> None:
    piece = next(path for path in VAULT if path.startswith("b/"))
    (said,) = visit(instead(piece, Answer(200, VAULT[piece] + b"x"))).wrong
    assert said == f"{piece} is not as long as every piece is. It was cut short, or is another."


def test_a_place_where_nobody_answers_is_said() -> None:
    with pytest.raises(VaultError, match=r"Nobody answers at https://host\.example/journal/"):
        visit(lambda _path, _headers, _answer: Answer(0))


def test_a_place_with_something_else_is_no_vault() -> None:
    with pytest.raises(VaultError, match="Type no passphrase there"):
        visit(lambda _path, _headers, _answer: Answer(404, b"Hello"))


def test_a_place_that_lost_its_header_alone_is_a_vault_all_the_same() -> None:
    assert visit(instead("vault.json", Answer(404))).wrong != ()


def test_a_place_that_kept_its_header_alone_is_a_vault_with_something_wrong() -> None:
    found = visit(lambda path, _, answer: answer if path == "vault.json" else Answer(200, b"other"))
    assert found.wrong != ()


def test_it_asks_as_a_browser_and_as_ourselves_at_an_address_that_nobody_can_know() -> None:
    asked: dict[str, list[Mapping[str, str]]] = {}

    def noted(path: str, headers: Mapping[str, str], answer: Answer) -> Answer:
        asked.setdefault(path, []).append(headers)
        return answer

    visit(noted)
    pieces = {path for path in VAULT if path.startswith("b/")}
    assert {path for path, those in asked.items() if len(those) != 2} == pieces
    unheard = {*asked} - {*LEFT, *VAULT, ""}
    assert sorted(path.count("/") for path in unheard) == [0, 0, 1, 2]
    visit(noted)
    assert len({*asked} - {*LEFT, *VAULT, ""}) == 2 * len(unheard)


def asked_for(path: str) -> Mapping[str, str]:
    """The headers with which a browser asks for it."""
    found: list[Mapping[str, str]] = []

    def noted(asked: str, headers: Mapping[str, str], answer: Answer) -> Answer:
        if asked == path and is_browser(headers):
            found.append(headers)
        return answer

    visit(noted)
    return found[0]


def fetched_as(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name.startswith("Sec-Fetch-")}


def test_a_page_is_asked_for_as_somebody_does_who_types_its_address() -> None:
    headers = asked_for("")
    assert fetched_as(headers) == {
        "Sec-Fetch-Site": "none",
        "Sec-Fetch-Mode": "navigate",
        "Sec-Fetch-User": "?1",
        "Sec-Fetch-Dest": "document",
    }
    assert headers["Accept"].startswith("text/html,")
    assert headers["Upgrade-Insecure-Requests"] == "1"
    assert headers["Accept-Language"].startswith("en-US")


def test_the_header_is_asked_for_as_the_page_does() -> None:
    headers = asked_for("vault.json")
    assert fetched_as(headers) == {
        "Sec-Fetch-Site": "same-origin",
        "Sec-Fetch-Mode": "cors",
        "Sec-Fetch-Dest": "empty",
    }
    assert headers["Accept"] == "*/*"


def test_the_worker_is_asked_for_as_a_browser_registers_one() -> None:
    headers = asked_for("sw.js")
    assert fetched_as(headers) == {
        "Sec-Fetch-Site": "same-origin",
        "Sec-Fetch-Mode": "same-origin",
        "Sec-Fetch-Dest": "serviceworker",
    }
    assert (headers["Service-Worker"], headers["Accept"]) == ("script", "*/*")


@pytest.mark.parametrize(
    "address",
    [
        "https://host.example/journal",
        "https://host.example/journal/",
        "HTTPS://Host.Example/journal/index.html#!/timeline.html",
        "https://host.example/journal/404.html?x",
        "https://host.example/journal//",
    ],
)
def test_an_address_means_the_folder_of_the_vault(address: str) -> None:
    assert base_of(address) == BASE


def test_a_folder_with_letters_beyond_ascii_is_written_as_a_browser_writes_it() -> None:
    assert base_of("https://host.example/tagebuch ü/(a)%20b/") == (
        "https://host.example/tagebuch%20%C3%BC/(a)%20b/"
    )


def test_what_is_no_address_is_said() -> None:
    with pytest.raises(VaultError, match="is no address"):
        base_of("https://[host/")


def sent(*locations: str) -> Tampering:
    """A host that sends who asks for the top from one place to the next, and shows the page at the last."""
    steps = dict(zip(("", *locations), locations, strict=False))

    def tampering(path: str, _headers: Mapping[str, str], answer: Answer) -> Answer:
        if path in steps:
            return Answer(301, location=BASE + steps[path])
        return Answer(200, VAULT["index.html"]) if path in locations else answer

    return tampering


def test_three_redirects_within_the_folder_are_followed() -> None:
    assert visit(sent("one", "two", "three")).wrong == ()


def test_a_fourth_is_not() -> None:
    (said,) = visit(sent("one", "two", "three", "four")).wrong
    assert "sent elsewhere" in said


@pytest.mark.parametrize(
    "location",
    [
        "../other/",
        "%2e%2E/other/",
        "a/..",
        "a\\..\\..",
        "%5cother",
        "https://host.example/journal",
        "//evil.example/journal/",
        "http://host.example/journal/",
        "https://[evil",
    ],
)
def test_a_way_out_of_the_folder_is_not_followed(location: str) -> None:
    asked: list[str] = []

    def tampering(path: str, _headers: Mapping[str, str], answer: Answer) -> Answer:
        asked.append(path)
        return Answer(302, location=location) if path == "" else answer

    (said,) = visit(tampering).wrong
    assert said.startswith("the address itself is sent elsewhere, to ")
    assert {one for one in asked if "other" in one or "evil" in one} == set()
