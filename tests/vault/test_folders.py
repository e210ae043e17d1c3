"""Folders are read and written whole, and never beyond themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from afterword.errors import NamingError, VaultError
from afterword.vault.elsewhere import loads_from_elsewhere
from afterword.vault.folders import found_files, read_folder, write_files, write_folder


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


FAR = "https://far.example/a"


@pytest.mark.parametrize(
    "tag",
    [
        *(
            f"<{name} src={FAR}>"
            for name in ("script", "img", "source", "iframe", "frame", "embed")
        ),
        *(f"<{name} src={FAR}>" for name in ("audio", "video", "track", "input")),
        *(f"<{name} srcset={FAR}>" for name in ("img", "source")),
        *(f"<svg><{name} href={FAR}>" for name in ("image", "use")),
        *(f"<svg><{name} xlink:href={FAR}>" for name in ("image", "use")),
        f"<object data={FAR}>",
        f"<video poster={FAR}>",
        f"<body background={FAR}>",
        f"<link rel=preload imagesrcset={FAR}>",
        f"<link href={FAR}>",
    ],
)
def test_each_element_that_loads_by_itself_is_known(tag: str) -> None:
    expected = [] if tag == f"<link href={FAR}>" else [("a.html", FAR)]
    assert list(loads_from_elsewhere({"a.html": tag.encode()})) == expected


QUIET = "canonical alternate next prev author license me edit help search"


@pytest.mark.parametrize("word", QUIET.split())
def test_a_link_that_only_says_something_loads_nothing(word: str) -> None:
    assert list(loads_from_elsewhere({"a.html": f"<link rel={word} href={FAR}>".encode()})) == []


def test_a_page_that_goes_somewhere_after_a_moment_is_no_other_meta() -> None:
    tag = f"<meta name=x http-equiv=x content='0; url={FAR}'><p style='color: red'>"
    assert list(loads_from_elsewhere({"a.html": tag.encode()})) == []


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.svg"])
def test_pages_and_pictures_that_are_pages_are_read(name: str) -> None:
    files = {name: f"<script src={FAR}>".encode(), "b.js": f"<script src={FAR}>".encode()}
    assert list(loads_from_elsewhere(files)) == [(name, FAR)]


@pytest.mark.parametrize(
    ("own", "expected"),
    [("", [FAR]), ("https://far.example/", []), ("https://near.example/", [FAR])],
)
def test_what_is_loaded_from_where_the_site_will_be_is_its_own(
    own: str, expected: list[str]
) -> None:
    found = loads_from_elsewhere({"a.html": f"<img src={FAR}>".encode()}, own=own)
    assert [address for _, address in found] == expected


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


def test_a_folder_that_is_not_private_is_as_open_as_any_other(tmp_path: Path) -> None:
    write_folder(tmp_path / "ours", {"a/b": b"x"})
    (tmp_path / "usual").mkdir()
    modes = [(tmp_path / one).stat().st_mode & 0o777 for one in ("ours", "usual")]
    assert modes[0] == modes[1]


def test_what_is_half_written_is_for_its_owner_alone(tmp_path: Path) -> None:
    modes: list[int] = []

    def files() -> Iterator[tuple[str, bytes]]:
        yield "a.html", b"Pellmoor"
        (part,) = (tmp_path / "to").glob(".unfinished-*")
        modes.append(part.stat().st_mode & 0o777)

    assert (write_files(tmp_path / "to", files()), modes) == (1, [0o700])


def test_folders_are_made_as_deep_as_they_have_to_be(tmp_path: Path) -> None:
    write_folder(tmp_path / "a" / "b" / "c", {"d/e/f": b"x", "d/e/g": b"y", "h": b"z"})
    assert read_folder(tmp_path / "a" / "b" / "c") == {"d/e/f": b"x", "d/e/g": b"y", "h": b"z"}


def test_an_empty_folder_that_is_there_is_filled_and_a_file_in_its_place_is_not(
    tmp_path: Path,
) -> None:
    (tmp_path / "empty").mkdir()
    write_folder(tmp_path / "empty", {"a": b"x"})
    assert [path.name for path in (tmp_path / "empty").iterdir()] == ["a"]
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(VaultError, match="is not empty"):
        write_folder(tmp_path / "file", {"a": b"x"})
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_files_are_a_mapping_of_what_is_there(tmp_path: Path) -> None:
    large = bytes(range(256)) * 5000
    write_folder(tmp_path / "one", {"b": b"", "a/c": large})
    found = found_files(tmp_path / "one")
    assert (list(found), len(found), dict(found.sizes)) == (
        ["a/c", "b"],
        2,
        {"a/c": len(large), "b": 0},
    )
    assert ("b" in found, "c" in found, found.get("c")) == (True, False, None)
    assert found["a/c"] == large
    assert max(map(len, found.pieces("a/c"))) == 1024 * 1024


def test_a_file_that_went_away_is_said_and_its_name_can_be_kept_back(tmp_path: Path) -> None:
    write_folder(tmp_path / "one", {"Pellmoor": b"x"})
    found = found_files(tmp_path / "one")
    (tmp_path / "one" / "Pellmoor").unlink()
    with pytest.raises(NamingError, match="Pellmoor could not be read: No such file") as caught:
        found["Pellmoor"]
    assert caught.value.nameless == "A file could not be read: No such file or directory."


@pytest.mark.parametrize(
    ("refusal", "reason"),
    [
        (OSError(28, "No space left on device"), "No space left on device"),
        (OSError(), "it is not known why"),
    ],
)
def test_why_a_folder_could_not_be_written_is_said_as_the_machine_says_it(
    tmp_path: Path, refusal: OSError, reason: str
) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"x"
        raise refusal

    with pytest.raises(VaultError) as raised:
        write_files(tmp_path / "site", files())
    said = f"{tmp_path / 'site'} could not be written: {reason}. Nothing was left in it."
    assert str(raised.value) == said
