"""What a path, a reader and a place may be called, up to the last letter that goes."""

from __future__ import annotations

import pytest

from afterword.errors import NamingError, VaultError
from afterword.vault.paths import require_plain, shown
from afterword.vault.readers.names import is_name
from afterword.vault.readers.publishes import Publish, is_possible, kept

LAST = Publish(remote="https://git.example/a", branch="gh-pages", entries=0, files=10**9)


# As long as a path may be, and one byte more.
DEEP = "/".join("a" * 100)


@pytest.mark.parametrize(
    ("path", "longer"),
    [
        ("a" * 255, "a" * 256),
        ("a/" + "ü" * 127, "a/" + "ü" * 128),
        (DEEP, f"{DEEP}/a"),
    ],
    ids=["a part", "a part in bytes", "parts"],
)
def test_a_path_may_be_so_long_and_no_longer(path: str, longer: str) -> None:
    require_plain(path)
    with pytest.raises(NamingError, match="it is too long"):
        require_plain(longer)


def test_a_whole_path_has_1024_bytes_at_most() -> None:
    require_plain("/".join(["a" * 204] * 5))
    with pytest.raises(NamingError, match="it is too long"):
        require_plain("/".join(["a" * 204] * 5) + "a")


@pytest.mark.parametrize("path", ["a\x00", "a\x85b", "a\ud800"])
def test_a_path_holds_no_control_character_and_no_half_of_one(path: str) -> None:
    with pytest.raises(NamingError, match="a control character or no Unicode") as caught:
        require_plain(path)
    assert caught.value.nameless == (
        "A file has a name as none may be: it holds a backslash, a control character or no Unicode."
    )


def test_a_path_is_shown_without_what_a_terminal_obeys_and_not_too_long() -> None:
    assert shown("a\x1b[2Jb") == "a?[2Jb"
    assert (shown("a" * 60), shown("a" * 61)) == ("a" * 60, "a" * 60 + "...")


@pytest.mark.parametrize("name", ["a", "7", "Ånna-Li", "A. B_c", "李雷", "a" * 40, "q\u0331a"])
def test_a_reader_may_be_called_so(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "name",
    ["", "-a", " a", "a ", "a  b", "a\tb", "a@b", "a" * 41, "a\u0301", "\u0301a", "a\u200bb", "a!"],
)
def test_a_reader_may_not_be_called_so(name: str) -> None:
    assert not is_name(name)


POSSIBLE = {
    "nothing in it": {"entries": 0, "files": 0},
    "very much in it": {"entries": 10**9},
    "a long address": {"remote": "x" * 2000},
    "a long branch": {"branch": "x" * 2000},
}
IMPOSSIBLE: dict[str, dict[str, object]] = {
    "less than nothing": {"entries": -1},
    "too much": {"files": 10**9 + 1},
    "no whole number": {"files": 1.0},
    "a truth": {"entries": True},
    "no address": {"remote": ""},
    "no branch": {"branch": ""},
    "an endless address": {"remote": "x" * 2001},
    "a branch that is no text": {"branch": 7},
    "a letter that is not seen": {"remote": "a\u200b"},
    "an address with a token": {"remote": "https://token@git.example/a"},
}


@pytest.mark.parametrize("given", POSSIBLE.values(), ids=POSSIBLE)
def test_a_publish_can_have_been(given: dict[str, object]) -> None:
    fields = {"remote": LAST.remote, "branch": LAST.branch, "entries": 0, "files": 1, **given}
    assert is_possible(Publish(**fields))  # type: ignore[arg-type]


@pytest.mark.parametrize("given", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_a_publish_cannot_have_been(given: dict[str, object]) -> None:
    fields = {"remote": LAST.remote, "branch": LAST.branch, "entries": 0, "files": 1, **given}
    assert not is_possible(Publish(**fields))  # type: ignore[arg-type]


def test_what_is_kept_of_a_publish_can_be_read_again_or_is_refused() -> None:
    named = Publish(remote="https://me:t@git.example/a", branch="b", entries=1, files=2)
    assert kept(named) == Publish(remote="https://git.example/a", branch="b", entries=1, files=2)
    with pytest.raises(VaultError, match="Give it another name"):
        kept(Publish(remote="https://me@", branch="", entries=1, files=2))
