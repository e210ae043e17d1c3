"""Folders are read and written whole, and never beyond themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterword.errors import VaultError
from afterword.vault.elsewhere import loads_from_elsewhere
from afterword.vault.folders import read_folder, write_folder


def test_a_folder_is_written_as_it_was_read(tmp_path: Path) -> None:
    files = {"a.txt": b"a", "b/c.txt": b"", "b/d/e.bin": bytes(5)}
    write_folder(tmp_path / "one", files)
    assert read_folder(tmp_path / "one") == files


def test_gits_own_folder_is_left_out(tmp_path: Path) -> None:
    write_folder(tmp_path / "one", {".git/config": b"", "a": b""})
    assert read_folder(tmp_path / "one") == {"a": b""}


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="There is no folder"):
        read_folder(tmp_path / "one")


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/hosts")
    with pytest.raises(VaultError, match="a link to elsewhere"):
        read_folder(tmp_path)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a": b""})
    with pytest.raises(VaultError, match="is not empty"):
        write_folder(tmp_path, {"b": b""})
    with pytest.raises(VaultError, match="is not empty"):
        write_folder(tmp_path / "a", {"b": b""})


def test_no_path_leaves_the_folder(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="would leave the folder"):
        write_folder(tmp_path / "one", {"../two": b""})
    assert not (tmp_path / "two").exists()


LOADING = {
    '<script src="https://far.example/a.js"></script>': "https://far.example/a.js",
    "<img src=//far.example/a.png>": "//far.example/a.png",
    '<img srcset="a.png 1x, HTTPS://far.example/b.png 2x">': "HTTPS://far.example/b.png",
    '<link rel="stylesheet" href="https://far.example/a.css">': "https://far.example/a.css",
    '<link rel=preconnect href="https://far.example">': "https://far.example",
    "<img src='https:\\\\far.example\\a.png'>": "https:\\\\far.example\\a.png",
    "<img src='/\\far.example/a.png'>": "/\\far.example/a.png",
    "<iframe src='http://far.example/'></iframe>": "http://far.example/",
    "<style>p { background: url('https://far.example/a.png') }</style>": "https://far.example/a.png",
    '<p style="background: url(//far.example/a.png)">': "//far.example/a.png",
    '<style>@import "https://far.example/a.css";</style>': "https://far.example/a.css",
    "<svg><image href='https://far.example/a.svg'></svg>": "https://far.example/a.svg",
    '<meta http-equiv="&#82;efresh" content="0; url=https://far.example/">': "https://far.example/",
    '<link rel="alternate preconnect" href="//far.example">': "//far.example",
    '<video poster="https://far.example/a.png">': "https://far.example/a.png",
}


@pytest.mark.parametrize(("markup", "address"), LOADING.items(), ids=LOADING.values())
def test_what_a_page_loads_from_elsewhere_is_named(markup: str, address: str) -> None:
    assert list(loads_from_elsewhere({"a.html": markup.encode()})) == [("a.html", address)]


def test_what_a_stylesheet_loads_is_named() -> None:
    files = {
        "a.css": b"@font-face { src: url(https://far.example/a.woff) }",
        "a.txt": b"url(https://far.example/)",
    }
    assert list(loads_from_elsewhere(files)) == [("a.css", "https://far.example/a.woff")]


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="https://far.example/">a link that is followed when somebody wants to</a>',
        '<link rel="canonical" href="https://far.example/">',
        '<img src="a.png" alt><img src="data:image/png;base64,AA=="><script></script>',
        "<p>url(https://far.example/)</p><style>p { color: red }</style><p>url(//far.example/)</p>",
        '<img src="https://own.example/journal/a.png">',
    ],
)
def test_what_loads_nothing_from_elsewhere_is_not(markup: str) -> None:
    files = {"a.html": markup.encode()}
    assert list(loads_from_elsewhere(files, own="https://own.example/journal/")) == []
