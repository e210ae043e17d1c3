"""One request to a host: followed nowhere, and no longer or slower than whoever asks has time and room for."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any

from afterword.frozen import dataclass

_SECONDS = 10
_LARGEST = 1024 * 1024
_PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; a status of 0 stands for no answer at all, or none in time.

    `location` is where a redirect leads, and `is_whole` says that the content was not longer than it might be. A page that
    `sends_on` tells the browser to leave it for another after a moment.
    """

    status: int
    content: bytes = b""
    location: str = ""
    is_whole: bool = True
    sends_on: bool = False


class _AsItIs(urllib.request.HTTPErrorProcessor):
    """A refusal or a redirect is an answer too, and no errand."""

    def http_response(self, request: urllib.request.Request, response: Any) -> Any:
        """What came."""
        return response

    https_response = http_response


def fetched(
    address: str,
    headers: Mapping[str, str] | None = None,
    *,
    at_most: int = _LARGEST,
    seconds: float = _SECONDS,
) -> Answer:
    """What a server answers to one request: at most so many bytes, in so many seconds."""
    try:
        request = urllib.request.Request(address, headers=dict(headers or {}))  # noqa: S310  http alone is opened
        with _answering(request, seconds) as answer:
            content = _read(answer, at_most + 1, time.monotonic() + seconds)
            return Answer(
                answer.status,
                content[:at_most],
                location=(answer.headers.get("Location") or "")
                if 300 <= answer.status < 400
                else "",
                is_whole=len(content) <= at_most,
                sends_on="Refresh" in answer.headers,
            )
    except (OSError, ValueError, HTTPException):
        return Answer(0)


@contextlib.contextmanager
def _answering(request: urllib.request.Request, seconds: float) -> Iterator[HTTPResponse]:
    """The answer as soon as its head is there. Who sends the head byte by byte is cut off."""
    begun: list[HTTPConnection] = []
    is_late = threading.Event()

    def connection(*arguments: Any, **options: Any) -> HTTPConnection:
        kind = HTTPSConnection if request.type == "https" else HTTPConnection
        begun.append(kind(*arguments, **options))
        return begun[-1]

    def cut() -> None:
        is_late.set()
        for one in begun:
            with contextlib.suppress(OSError, AttributeError):  # not connected, or no longer
                one.sock.shutdown(socket.SHUT_RDWR)

    class Opening(urllib.request.HTTPHandler, urllib.request.HTTPSHandler):
        def http_open(self, req: urllib.request.Request) -> HTTPResponse:
            return self.do_open(connection, req)

        def https_open(self, req: urllib.request.Request) -> HTTPResponse:
            return self.do_open(connection, req)

    timer = threading.Timer(seconds, cut)
    timer.start()
    try:
        opener = urllib.request.OpenerDirector()
        for handler in (urllib.request.ProxyHandler(), Opening(), _AsItIs()):
            opener.add_handler(handler)
        answer = opener.open(request, timeout=seconds)
        if answer is None:
            raise ValueError("no address of the web")
        # What was cut off may look like a head that ended there.
        if is_late.is_set():
            raise TimeoutError
    finally:
        timer.cancel()
    with answer:
        yield answer


def _read(answer: HTTPResponse, at_most: int, until: float) -> bytes:
    found = bytearray()
    while len(found) < at_most and (piece := answer.read1(min(_PIECE, at_most - len(found)))):
        found += piece
        if time.monotonic() > until:
            raise TimeoutError
    return bytes(found)
