"""New files come whole or not at all, and never in another's place."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from afterword.errors import OutputError
from afterword.writing.files import copy_apart, create, create_apart


def names_in(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]


TEXT = b"---\ncompany: Acme\n---\n"


def test_a_new_file_has_all_of_its_bytes_and_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "2026" / "11" / "a.md"
    create(path, TEXT)
    assert (path.read_bytes(), sorted(tmp_path.rglob("*.part"))) == (TEXT, [])


def test_every_byte_is_on_the_disk_before_a_new_file_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    synced: list[tuple[int, bool]] = []
    monkeypatch.setattr(
        os, "fsync", lambda at: synced.append((os.fstat(at).st_size, path.exists()))
    )
    create(path, TEXT)
    assert synced == [(len(TEXT), False)]


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        create(path, TEXT)
    assert (path.read_bytes(), names_in(tmp_path)) == (b"mine", ["a.md"])


def test_a_dangling_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(FileExistsError):
        create(tmp_path / "a.md", TEXT)
    assert not (tmp_path / "elsewhere.md").exists()


def test_the_next_free_name_is_taken_where_one_is_not_free(tmp_path: Path) -> None:
    made = [create_apart(tmp_path / "a.md", TEXT).name for _ in range(3)]
    assert made == ["a.md", "a-2.md", "a-3.md"]


def test_of_many_at_once_each_gets_a_file_of_its_own(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as many:
        made = list(many.map(lambda n: create_apart(tmp_path / "a.md", b"%d" % n), range(24)))
    assert len(set(made)) == 24
    assert {path.read_bytes() for path in made} == {b"%d" % n for n in range(24)}


def test_others_may_read_it_as_far_as_the_process_says(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        create(tmp_path / "a.md", TEXT)
    finally:
        os.umask(before)
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o640


def test_where_a_file_has_but_one_name_the_name_is_taken_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    create(tmp_path / "a.md", TEXT)
    with pytest.raises(FileExistsError):
        create(tmp_path / "a.md", b"other")
    assert ((tmp_path / "a.md").read_bytes(), names_in(tmp_path)) == (TEXT, ["a.md"])


def test_another_failure_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "link", broken)
    with pytest.raises(
        OutputError, match=r"Input/output error\. No file that was there is changed\.$"
    ):
        create(tmp_path / "a.md", TEXT)
    assert names_in(tmp_path) == []


def test_a_folder_that_is_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="could not be written"):
        create(tmp_path / "file" / "a.md", TEXT)


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk."""
    code = (
        "import resource, signal, sys; from pathlib import Path; from afterword.writing.files import create\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "create(Path(sys.argv[1]), b'x' * 5000)"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.md")], capture_output=True, text=True, check=False)  # fmt: skip
    assert "OutputError" in ended.stderr
    assert names_in(tmp_path) == []


def test_a_process_that_is_killed_leaves_the_whole_file_or_none(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from afterword.writing.files import create_apart\n"
        "print('begun', flush=True)\n"
        "while True: create_apart(Path(sys.argv[1]), b'x' * 200_000)"
    )
    for at in range(10):
        folder = tmp_path / str(at)
        with subprocess.Popen([sys.executable, "-c", code, str(folder / "a.md")], stdout=subprocess.PIPE) as running:  # fmt: skip
            assert running.stdout is not None
            running.stdout.readline()
            while not folder.is_dir() or len(names_in(folder)) < at:
                pass
            running.send_signal(signal.SIGKILL)
        assert {path.stat().st_size for path in folder.glob("*.md")} <= {200_000}


def test_a_copy_is_made_once_and_beside_another_file_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    assert [copy_apart(path, b"x").name for _ in range(2)] == ["a.png", "a.png"]
    assert [copy_apart(path, b"y").name for _ in range(2)] == ["a-2.png", "a-2.png"]
    assert path.read_bytes() == b"x"


@pytest.mark.parametrize(
    ("stem", "suffix", "second"),
    [
        ("a" * 251, ".png", "a" * 249 + "-2.png"),
        ("é" * 125, ".png", "é" * 124 + "-2.png"),
        ("e\u0301" * 83, ".png", "e\u0301" * 83 + "-2.png"),
        ("x" * 2 + "e\u0301" * 83, ".md", "x" * 2 + "e\u0301" * 82 + "-2.md"),
        ("🎉" * 62, ".png", "🎉" * 62 + "-2.png"),
        ("🎉" * 62 + "abc", ".png", "🎉" * 62 + "a-2.png"),
        ("a", "." + "b" * 253, "a." + "b" * 251 + "-2"),
    ],
)
def test_a_name_as_long_as_any_is_shortened_for_its_number_and_loses_whole_letters(
    tmp_path: Path, stem: str, suffix: str, second: str
) -> None:
    path = tmp_path / f"{stem}{suffix}"
    assert [create_apart(path, TEXT).name, copy_apart(path, b"other").name] == [path.name, second]


def test_a_link_of_that_name_is_no_copy(tmp_path: Path) -> None:
    (tmp_path / "mine.png").write_bytes(b"x")
    (tmp_path / "a.png").symlink_to("mine.png")
    assert copy_apart(tmp_path / "a.png", b"x").name == "a-2.png"
