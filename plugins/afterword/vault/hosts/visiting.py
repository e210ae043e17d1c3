"""What a host answers to a browser and to us: all that a sealed site holds, and nothing that it should not.

Everything but the blobs is asked for twice, once as a common browser asks and once as ourselves, because a host that was
tampered with may tell the two apart.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence

from afterword.errors import VaultError
from afterword.frozen import dataclass, field
from afterword.vault.hosts.browsing import (
    PAGE,
    PART,
    WORKER,
    Ask,
    Pair,
    asked_as_browser,
    asked_twice,
    base_of,
)
from afterword.vault.hosts.fetching import Answer
from afterword.vault.hosts.verifying import BLOB_SIZE, MISSING, NOT_OURS, WRONG_LENGTH
from afterword.vault.paths import shown
from afterword.vault.sealed.header import AlteredError, read_header
from afterword.vault.sealed.ordered import in_order
from afterword.vault.sealing import HEADER, blob_path
from afterword.vault.unlocking import unlock_files

# What a built site, its repository or a careless host would have; here it is nothing, or the unlock page.
_NOTHING = (
    "sitemap.xml",
    "sitemap.xml.gz",
    "search/search_index.json",
    "search/search_index.js",
    "search.json",
    "feed_rss_created.xml",
    "feed.xml",
    "objects.inv",
    "404",
    "index",
    "index.htm",
    "index.php",
    "INDEX.HTML",
    "timeline/",
    "timeline.html",
    "tags/",
    "mkdocs.yml",
    "README.md",
    "afterword-readers.json",
    "assets/afterword-made.json",
    ".git/HEAD",
    ".git/config",
    "b/",
)
_READER = "To a browser alone: "
_OURSELVES = "To this command alone: "
_SHOWN = 4
_LARGEST_HEADER = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Visit:
    """What was found at an address: what is wrong, a sentence each, and the published files as a browser gets them."""

    wrong: tuple[str, ...]
    published: Mapping[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """A path, and what has to come: the `expected` content, or where that is `optional`, it or nothing."""

    path: str
    expected: bytes
    as_browser: Mapping[str, str] = field(default_factory=lambda: PAGE)
    optional: bool = False


def visited(address: str, *, ask: Ask) -> Visit:
    """Ask for everything. Raises VaultError where nobody answers at all, or where nothing of a vault is."""
    base = base_of(address)
    headers = asked_twice(base, HEADER, PART, _LARGEST_HEADER, ask)
    questions = _questions()
    pairs = list(
        in_order(
            # A byte more than expected is as good as a thousand.
            lambda one: asked_twice(base, one.path, one.as_browser, len(one.expected), ask),
            questions,
        )
    )
    _require_vault(base, headers, pairs)
    wrong = (*_of_header(*headers), *_of_answers(questions, pairs))
    return Visit(wrong, {}) if wrong else _with_blobs(base, headers[0].content, ask)


def _require_vault(base: str, headers: Pair, pairs: Sequence[Pair]) -> None:
    answers = [answer for pair in (headers, *pairs) for answer in pair]
    if not any(answer.status for answer in answers):
        raise VaultError(f"Nobody answers at {base}. Check the address and your connection.")
    page = unlock_files()["index.html"]
    if 200 not in (one.status for one in headers) and page not in (one.content for one in answers):
        raise VaultError(
            f"There is no vault at {base}. Check the address, and that the last publish is through. Type no passphrase there."
        )


def _questions() -> list[_Question]:
    """What the branch holds, what it does not, and what nobody can know beforehand, in an order of chance."""
    constant = unlock_files()
    page = constant["index.html"]
    deep = f"{secrets.token_hex(4)}/{secrets.token_hex(6)}/{secrets.token_hex(8)}.html"
    pages = ("", f"?{secrets.token_hex(4)}", "index.html", "404.html")
    absent = (*_NOTHING, secrets.token_hex(6), f"{secrets.token_hex(6)}/", deep)
    found = [
        *(_Question(path=path, expected=page) for path in pages),
        _Question(path="sw.js", expected=constant["sw.js"], as_browser=WORKER),
        _Question(path="robots.txt", expected=constant["robots.txt"]),
        *(_Question(path=path, expected=page, optional=True) for path in absent),
    ]
    secrets.SystemRandom().shuffle(found)
    return found


def _of_answers(questions: Sequence[_Question], pairs: Sequence[Pair]) -> Iterator[str]:
    """What is wrong with the answers: each fault once, with the paths that have it, and whether a browser alone hears it."""
    found: dict[tuple[str, str], list[str]] = {}
    for question, pair in zip(questions, pairs, strict=True):
        browser, own = (_fault(question, one) for one in pair)
        both = [("", browser)] if browser == own else [(_READER, browser), (_OURSELVES, own)]
        for to, fault in both:
            if fault:
                found.setdefault((to, fault), []).append(question.path or "the address itself")
    for (to, fault), paths in found.items():
        yield f"{to}{_named(sorted(paths))} {fault}"


def _named(paths: Sequence[str]) -> str:
    more = f" and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else ""
    return f"{', '.join(paths[:_SHOWN])}{more} {'is' if len(paths) == 1 else 'are'}"


def _fault(question: _Question, answer: Answer) -> str:
    """What is wrong with one answer, as a sentence goes on after `is`; nothing where nothing is."""
    if answer.status == 0:
        return "not answered, or too slowly."
    if 300 <= answer.status < 400:
        return f"sent elsewhere, to {shown(answer.location)}. Nothing was asked there; if it is yours, verify that address."
    if answer.sends_on:
        return "answered with an order to go on to another page."
    is_nothing = answer.status in (404, 410)
    if answer.content == question.expected and answer.is_whole:
        return "" if answer.status == 200 or question.optional else MISSING
    if question.optional:
        is_fine = is_nothing and not answer.content
        return "" if is_fine else "answered with something that is not the unlock page."
    return MISSING if is_nothing else NOT_OURS


def _of_header(browser: Answer, own: Answer) -> Iterator[str]:
    faults = [_fault_of_header(one) for one in (browser, own)]
    if faults[0] == faults[1]:
        yield from filter(None, faults[:1])
    else:
        yield from (
            to + fault for to, fault in zip((_READER, _OURSELVES), faults, strict=True) if fault
        )
    if not any(faults) and browser.content != own.content:
        yield "vault.json is another for a browser than for this command. Ask again in ten minutes: if it stays so, somebody tells readers apart."


def _fault_of_header(answer: Answer) -> str:
    if answer.status != 200:
        return "vault.json is missing, so there is nothing to open."
    if not answer.is_whole:
        return "vault.json is far too long."
    try:
        read_header(answer.content)
    except AlteredError as error:
        return str(error)
    return ""


def _with_blobs(base: str, header: bytes, ask: Ask) -> Visit:
    """The blobs that the header names, as a browser asks for them. The first that is not as it should be ends it."""
    published = {HEADER: header}
    paths = [blob_path(name) for name in read_header(header).header.blobs]
    answers = in_order(lambda path: asked_as_browser(base, path, PART, BLOB_SIZE, ask), paths)
    for path, answer in zip(paths, answers, strict=True):
        if fault := _fault_of_blob(path, answer):
            return Visit((fault,), {})
        published[path] = answer.content
    return Visit((), published)


def _fault_of_blob(path: str, answer: Answer) -> str:
    if answer.status == 0:
        return f"{path} is not answered, or too slowly."
    if answer.status != 200:
        return f"{path} is missing. A publish was cut short, or is not through."
    if len(answer.content) != BLOB_SIZE or not answer.is_whole:
        return f"{path} is {WRONG_LENGTH}"
    return ""
