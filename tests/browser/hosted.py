"""A host of plain files as GitHub Pages is one: a project below a path, its own 404 page, and a log of what was asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

PROJECT = "/journal/"
TYPES = {"html": "text/html; charset=utf-8", "js": "text/javascript", "json": "application/json"}


@dataclass
class Host:
    """What is published now, what was asked for, what is missing for good or at first, and whether the host answers at all.

    While `answers` is cleared, whoever asks for the header waits.
    """

    files: Mapping[str, bytes]
    asked: list[str] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)
    late: set[str] = field(default_factory=set)
    is_away: bool = False
    answers: threading.Event = field(default_factory=threading.Event)
    address: str = ""

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """The status, the path that was meant and the content, as a host of plain files gives them."""
        if not path.startswith(PROJECT):
            return 404, "none.html", b"No such site"
        name = path.removeprefix(PROJECT)
        if name in self.late:
            self.late.remove(name)
            return 404, "none.html", b"Not yet"
        for meant in (
            name,
            f"{name}index.html" if not name or name.endswith("/") else f"{name}.html",
        ):
            if meant in self.files and meant not in self.missing:
                return 200, meant, self.files[meant]
        return 404, "404.html", self.files.get("404.html", b"Not found")


@contextmanager
def hosted(files: Mapping[str, bytes], port: int = 0) -> Iterator[Host]:
    """A host for these files, on this machine."""
    host = Host(files)
    host.answers.set()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            if host.is_away:
                self.connection.close()
                return
            host.asked.append(path)
            if path.endswith("vault.json"):
                host.answers.wait()
            status, meant, content = host.answer(path)
            self.send_response(status)
            self.send_header("Content-Type", TYPES.get(meant.rpartition(".")[2], "text/plain"))
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            with suppress(ConnectionError):  # a page that was left waits for nothing
                self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
            return

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    host.address = f"http://127.0.0.1:{server.server_port}{PROJECT}"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
