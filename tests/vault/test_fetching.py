"""A request goes the way that a machine's other requests go."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from afterword.vault.fetching import Answer, fetched


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
