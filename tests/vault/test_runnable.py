"""What may run in a sealed site is what its build made, by a list that the build writes."""

from __future__ import annotations

import hashlib
import json

import pytest
from tests.vault.sealed import PHRASE, SALT, SITE, key_of

from afterword.errors import VaultError
from afterword.vault import open_vault, seal
from afterword.vault.runnable import ASSET, may_run
from afterword.vault.sealed.header import FLOOR
from afterword.vault.sealed.packing import planned

PAGES = {"a.html": b"a", "b/c.HTM": b"b", "d.mjs": b"d", "e.js": b"e", "f.css": b"f", "g.svg": b"g"}


def listing(*paths: str) -> dict[str, bytes]:
    return {**PAGES, ASSET: json.dumps({"runs": paths}).encode()}


def test_what_the_list_names_may_run_and_nothing_else() -> None:
    assert may_run(listing("a.html", "e.js")) == {"a.html", "e.js"}
    assert may_run(listing("a.html"), is_foreign=True) == {"a.html"}


def test_in_a_foreign_site_each_page_and_script_may_run() -> None:
    assert may_run(PAGES, is_foreign=True) == {"a.html", "b/c.HTM", "d.mjs", "e.js"}


def test_a_site_of_ours_without_a_list_is_refused() -> None:
    """Else a page that somebody put beside an entry would run."""
    with pytest.raises(VaultError, match="no list of the pages that may run"):
        may_run(PAGES)


def test_a_listed_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(VaultError, match="a file that is not in the site"):
        may_run(listing("a.html", "z.html"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b"5",
        b"[" * 100_000,
        *(b'{"runs": %b}' % one for one in (b"5", b'"a.html"', b'[["a"]]', b"[1]", b"null")),
        b'{"runs": {"a.html": 1}}',
    ],
    ids=lambda content: repr(content[:20]),
)
def test_a_list_of_another_kind_is_refused(content: bytes) -> None:
    with pytest.raises(VaultError, match="is not the list that Afterword writes"):
        may_run({**PAGES, ASSET: content}, is_foreign=True)


def test_the_digest_of_what_may_run_is_in_the_list_and_of_nothing_else() -> None:
    places = planned(SITE, lambda path: (SITE[path],), runs={"index.html", "noise.png"}).places
    digests = {path: place.digest for path, place in places.items() if place.digest}
    assert digests == {
        path: hashlib.sha256(SITE[path]).hexdigest() for path in ("index.html", "noise.png")
    }
    assert {path: place.size for path, place in places.items()} == {
        path: len(content) for path, content in SITE.items()
    }


def test_the_list_opens_with_the_rest() -> None:
    """What was sealed and what opens are compared before a push, whole."""
    files = {**SITE, ASSET: b'{"runs": ["index.html"]}'}
    key = key_of(PHRASE)
    vault = seal(files, [key], salt=SALT, iterations=FLOOR, runs=may_run(files))
    assert open_vault(vault, PHRASE) == files


def test_the_list_may_lie_in_a_folder_of_the_journals() -> None:
    written = json.dumps({"runs": ["a.html"]}).encode()
    assert may_run({**PAGES, f"interviews/{ASSET}": written}) == {"a.html"}


def test_two_that_call_themselves_the_list_are_none() -> None:
    lists = {f"{name}/{ASSET}": b"{}" for name in ("interviews", "interviews/saved")}
    with pytest.raises(VaultError, match="Remove the others"):
        may_run({**PAGES, **lists})


def test_the_list_of_a_whole_site_is_no_others() -> None:
    beside = {f"saved/{ASSET}": b'{"runs": ["e.js"]}'}
    assert may_run({**listing("a.html"), **beside}) == {"a.html"}
