"""A built site shown in this machine's browser, for as long as somebody looks at it, out of memory: no file of it lies anywhere."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from afterword.vault.sealed.media import media_type

# No copy stays in the browser, and no other page or site learns of this one.
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@contextmanager
def shown_here(files: Mapping[str, bytes]) -> Iterator[str]:
    """Serve the files on 127.0.0.1, below a path that nobody can guess; the address that leads there, once.

    A browser is begun with an address in its arguments, which others on this machine can list: so what it leads to is another
    path, and the first who asks is the only one who learns it.
    """
    handler = _handler(files)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    handler.home = f"127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{handler.home}/{handler.once}"
    finally:
        server.shutdown()
        server.server_close()


def look(
    files: Mapping[str, bytes],
    *,
    opened: Callable[[str], object],
    told: Callable[[str], None],
    finished: Callable[[], object],
) -> None:
    """Show the files until `finished` returns; `opened` begins a browser, and `told` says where to look without one."""
    with shown_here(files) as address:
        told(
            f"This is what they will see: {address} (the address works once). Press Enter when you have looked."
        )
        opened(address)
        finished()


class _Handler(BaseHTTPRequestHandler):
    """Answers what is asked for below the one path, and nothing else."""

    files: Mapping[str, bytes]
    once: str
    below: str
    home: str

    def do_GET(self) -> None:
        """One file, or the way to them."""
        path = unquote(urlsplit(self.path).path)
        # Another site's name that was made to lead here would be told everything.
        at_home = self.headers.get("Host") == self.home
        if at_home and path == f"/{self.once}":
            type(self).once = secrets.token_urlsafe(24)
            self._answer(303, b"", Location=f"/{self.below}/")
            return
        name = path.removeprefix(f"/{self.below}/")
        name = f"{name}index.html" if not name or name.endswith("/") else name
        if at_home and path.startswith(f"/{self.below}/") and name in self.files:
            kind = media_type(name)
            self._answer(200, self.files[name], **{"Content-Type": kind})
        else:
            self._answer(404, b"")

    def _answer(self, status: int, content: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {**_HEADERS, **headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  its name in the base class
        """Say nothing: what is asked for names pages."""


def _handler(files: Mapping[str, bytes]) -> type[_Handler]:
    """The answers for one site, with paths of their own."""
    facts = {"files": files, "once": secrets.token_urlsafe(24), "below": secrets.token_urlsafe(24)}
    return type("_Answers", (_Handler,), facts)
