"""A request goes the way that a machine's other requests go."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from afterword.vault.hosts.fetching import Answer, fetched


def test_a_proxy_of_the_environment_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which proxy a machine has is nothing that anybody says to a command."""
    asked: list[str] = []

    class Proxy(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"through")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
            return

    with HTTPServer(("127.0.0.1", 0), Proxy) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.server_port}")
        monkeypatch.delenv("no_proxy", raising=False)
        assert fetched("http://host.example/a") == Answer(200, b"through")
        thread.join()
    assert asked == ["http://host.example/a"]


class Statuses(BaseHTTPRequestHandler):
    """Answers with the status that is asked for, the way to another place and ten bytes."""

    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/")))
        self.send_header("Location", "/there")
        self.end_headers()
        self.wfile.write(b"0123456789")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        return


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Statuses) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,)).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("status", "location"),
    [(200, ""), (299, ""), (300, "/there"), (302, "/there"), (399, "/there"), (400, "")],
)
def test_only_a_redirect_leads_to_another_place_and_none_is_followed(
    host: str, status: int, location: str
) -> None:
    assert fetched(f"{host}/{status}") == Answer(status, b"0123456789", location=location)


@pytest.mark.parametrize(("at_most", "is_whole"), [(9, False), (10, True), (11, True)])
def test_of_an_answer_no_more_is_taken_than_was_asked_for(
    host: str, at_most: int, *, is_whole: bool
) -> None:
    answer = fetched(f"{host}/200", at_most=at_most)
    assert answer == Answer(200, b"0123456789"[:at_most], is_whole=is_whole)
