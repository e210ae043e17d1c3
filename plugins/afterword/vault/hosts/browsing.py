"""How a browser asks a host for a page, for a part of it and for what will run there; and how we ask for the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import quote, urljoin, urlsplit

from afterword.errors import VaultError
from afterword.vault.hosts.fetching import Answer
from afterword.vault.paths import shown

# Asks for an address with these headers; more bytes than that many are not taken.
Ask = Callable[[str, Mapping[str, str], int], Answer]
# To a browser, and to ourselves.
Pair = tuple[Answer, Answer]

_BROWSER = {
    "User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
    "Accept-Language": "en-US,en;q=0.9",
}
PAGE = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
    "Upgrade-Insecure-Requests": "1",
    "Sec-Fetch-Site": "none",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-User": "?1",
    "Sec-Fetch-Dest": "document",
}
PART = {
    "Accept": "*/*",
    "Sec-Fetch-Site": "same-origin",
    "Sec-Fetch-Mode": "cors",
    "Sec-Fetch-Dest": "empty",
}
# A browser says so when it fetches what will run for a whole site.
WORKER = {
    **PART,
    "Service-Worker": "script",
    "Sec-Fetch-Mode": "same-origin",
    "Sec-Fetch-Dest": "serviceworker",
}
_OWN = {"User-Agent": "afterword-verify", "Accept": "*/*"}

_REDIRECTS = 3
# However a browser would read it: a way out of the folder.
_UPWARD = re.compile(r"(?:/|^)(?:\.|%2e){2}(?:[/?#]|$)|\\|%5c", re.IGNORECASE)


def base_of(address: str) -> str:
    """The folder that an address means: `https://host/journal/` for `https://host/journal/index.html#!/timeline.html`."""
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise VaultError(
            f"{shown(address)} is no address. One looks like https://host/journal/"
        ) from error
    path = quote(
        re.sub(r"(?:index|404)\.html$", "", parts.path).rstrip("/"), safe="/%~@:!$&'()*+,;="
    )
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}{path}/"


def asked_twice(
    base: str, path: str, as_browser: Mapping[str, str], at_most: int, ask: Ask
) -> Pair:
    """The answer to a browser that sends these headers as well, and the one to us."""
    browser = asked_as_browser(base, path, as_browser, at_most, ask)
    return browser, _followed(base, path, _OWN, at_most, ask)


def asked_as_browser(
    base: str, path: str, as_browser: Mapping[str, str], at_most: int, ask: Ask
) -> Answer:
    """The answer to a browser alone."""
    return _followed(base, path, {**_BROWSER, **as_browser}, at_most, ask)


def _followed(base: str, path: str, headers: Mapping[str, str], at_most: int, ask: Ask) -> Answer:
    """The answer, after a few redirects that stay in the folder; one that leads out of it is the answer."""
    address = base + path
    answer = ask(address, headers, at_most)
    for _ in range(_REDIRECTS):
        if not (300 <= answer.status < 400 and answer.location):
            return answer
        address = _joined(address, answer.location)
        if not address.startswith(base) or _UPWARD.search(address):
            return replace(answer, location=address)
        answer = ask(address, headers, at_most)
    return answer


def _joined(address: str, location: str) -> str:
    try:
        return urljoin(address, location)
    except ValueError:
        return location
