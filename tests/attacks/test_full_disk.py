"""A disk is full, a place cannot be written, a file has an odd name: a sentence each, and nothing is pushed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.publishing import Project, afterword, journal_project
from tests.vault.sealed import PHRASE

from afterword.cli.publishing.ending import told_in_a_sentence
from afterword.cli.publishing.steps import Order, publish_sealed
from afterword.errors import AfterwordError, VaultError
from afterword.options import read_options
from afterword.vault.folders import found_files
from afterword.vault.paths import require_plain
from afterword.vault.pushing.places import Place


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A folder in which there is room for less than a site."""
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        pytest.skip(f"No small disk can be had here: {error}")
    if mounted.returncode:
        pytest.skip(f"No small disk can be had here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_disk_that_is_full_while_the_site_is_built_stops_it_with_a_sentence(
    tmp_path: Path, small: Path
) -> None:
    (tmp_path / "journal").mkdir()
    project = journal_project(tmp_path / "journal")
    place = Place(url=str(project.remote), branch="gh-pages")
    order = Order(config=project.config, scratch=small, place=place)
    with pytest.raises(VaultError, match="There is no room left where the site is built"):
        publish_sealed(order, lambda: PHRASE)
    assert project.published() == {}


def test_a_disk_that_is_full_while_what_is_sealed_is_written_stops_it_with_a_sentence(
    tmp_path: Path, small: Path
) -> None:
    (tmp_path / "journal").mkdir()
    project = journal_project(tmp_path / "journal")
    said = afterword(project, "publish", "--folder", str(small / "out"))
    assert_a_sentence(project, said)
    assert "room left" in said.stderr or "No space left" in said.stderr


def assert_a_sentence(project: Project, said: subprocess.CompletedProcess[str]) -> None:
    assert (said.returncode, project.published(), project.left()) == (2, {}, [])
    assert "Traceback" not in said.stderr
    assert said.stderr.splitlines()[-1].startswith("afterword: ")


@pytest.mark.no_cover
@pytest.mark.usefixtures("measured")
def test_a_file_name_that_is_no_text_stops_it_with_a_sentence(tmp_path: Path) -> None:
    """A scan of a signed offer, with a name from another decade's machine."""
    project = journal_project(tmp_path)
    try:
        (Path(os.fsdecode(os.fsencode(project.folder / "journal") + b"/f\xfcr mich.txt"))).touch()
    except OSError:
        pytest.skip("This disk takes no such name")
    said = afterword(project, "publish", "--to", str(project.remote))
    assert_a_sentence(project, said)


def test_a_project_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    project = journal_project(tmp_path)
    (project.folder / ".cache").write_text("")
    said = afterword(project, "publish", "--to", str(project.remote))
    assert_a_sentence(project, said)
    assert "no lock could be had" in said.stderr


@pytest.mark.parametrize(
    ("error", "names_shown", "sentence"),
    [
        (OSError(28, "No space left on device", "kvistholm.html"), True, "no room left"),
        (OSError(122, "Disk quota exceeded"), False, "no room left"),
        (PermissionError(13, "Permission denied", "/a/kvistholm.html"), True, "use /a/kvistholm"),
        (PermissionError(13, "Permission denied", "/a/kvistholm.html"), False, "use a file: Perm"),
        (OSError("odd"), False, "it did not say why"),
        (UnicodeEncodeError("utf-8", "\udcfc", 0, 1, "no"), False, "cannot be written in UTF-8"),
    ],
)
def test_what_a_machine_refuses_is_a_sentence_that_names_a_file_only_at_a_terminal(
    error: Exception, names_shown: bool, sentence: str
) -> None:
    with (
        pytest.raises(VaultError, match=sentence) as said,
        told_in_a_sentence(names_shown=names_shown),
    ):
        raise error
    assert "othing was p" in str(said.value)
    assert ("kvistholm" in str(said.value)) is (sentence.startswith("use /a"))


@pytest.mark.parametrize(
    "name",
    ["kvistholm\\offer.txt", "kvistholm\noffer.txt", "kvistholm" + "x" * 300, "../kvistholm"],
)
@pytest.mark.parametrize("names_shown", [True, False])
def test_a_name_that_none_may_be_is_repeated_only_at_a_terminal(
    name: str, names_shown: bool
) -> None:
    with pytest.raises(VaultError) as said, told_in_a_sentence(names_shown=names_shown):
        require_plain(name)
    assert ("kvistholm" in str(said.value)) is names_shown


@pytest.mark.parametrize("names_shown", [True, False])
def test_a_link_and_a_file_that_is_gone_are_named_only_at_a_terminal(
    tmp_path: Path, names_shown: bool
) -> None:
    (tmp_path / "kvistholm.txt").write_text("")
    files = found_files(tmp_path)
    (tmp_path / "kvistholm.txt").unlink()
    with pytest.raises(VaultError) as gone, told_in_a_sentence(names_shown=names_shown):
        dict(files)
    (tmp_path / "kvistholm.txt").symlink_to("elsewhere")
    with pytest.raises(VaultError) as linked, told_in_a_sentence(names_shown=names_shown):
        found_files(tmp_path)
    told = [str(one.value) for one in (gone, linked)]
    assert ["kvistholm" in one for one in told] == [names_shown, names_shown]


@pytest.mark.parametrize("names_shown", [True, False])
def test_what_an_option_says_is_repeated_only_at_a_terminal(names_shown: bool) -> None:
    with pytest.raises(AfterwordError) as said, told_in_a_sentence(names_shown=names_shown):
        read_options({"kvistholm": 1})
    assert ("kvistholm" in str(said.value)) is names_shown
