"""A file is changed at once or not at all, over nobody else's version, and gets its bytes back."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from afterword.errors import OutputError
from afterword.writing.changing import Change, apply, undo

BEFORE, AFTER = b"one\r\ntwo", b"one\r\ntwo\r\nthree"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_bytes(BEFORE)
    path.chmod(0o640)
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / ".cache" / "afterword" / "undo"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_stays_whose_it_is_through_a_change_and_its_undoing(file: Path, store: Path) -> None:
    os.chown(file, 12_345, 54_321)
    file.chmod(0o664)
    for change in (lambda: apply([Change(file, BEFORE, AFTER)], store), lambda: undo(store)):
        change()
        found = file.stat()
        assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (12_345, 54_321, 0o664)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Python cannot ask")
def test_what_the_system_keeps_beside_a_file_is_kept(file: Path, store: Path) -> None:
    try:
        os.setxattr(file, "user.note", b"mine")
    except OSError:
        pytest.skip("This disk keeps nothing beside a file")
    apply([Change(file, BEFORE, AFTER)], store)
    assert os.getxattr(file, "user.note") == b"mine"


def test_a_change_is_made_and_undone_to_the_byte(file: Path, store: Path) -> None:
    apply([Change(file, BEFORE, AFTER)], store)
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (AFTER, 0o640)
    assert undo(store) == [file]
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (BEFORE, 0o640)
    assert undo(store) == []


def test_every_byte_is_on_the_disk_before_a_file_takes_its_place(
    file: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[int, bytes]] = []
    monkeypatch.setattr(
        os, "fsync", lambda at: synced.append((os.fstat(at).st_size, file.read_bytes()))
    )
    apply([Change(file, BEFORE, AFTER)], store)
    assert synced == [(len(AFTER), BEFORE)]


def test_only_the_last_changes_are_kept_where_nobody_else_reads_them(
    file: Path, store: Path
) -> None:
    apply([Change(file, BEFORE, AFTER)], store)
    apply([Change(file, AFTER, b"more")], store)
    kept = [one for one in store.iterdir() if one.suffix == ".before"]
    assert [(one.read_bytes(), one.stat().st_mode & 0o777) for one in kept] == [(AFTER, 0o600)]
    undo(store)
    assert file.read_bytes() == AFTER


def test_nothing_that_somebody_wrote_since_is_lost_by_undoing(file: Path, store: Path) -> None:
    apply([Change(file, BEFORE, AFTER)], store)
    file.write_bytes(b"mine")
    with pytest.raises(OutputError, match="has been changed since"):
        undo(store)
    assert file.read_bytes() == b"mine"


def test_a_change_that_was_killed_before_it_was_made_leaves_nothing_to_undo(
    file: Path, store: Path
) -> None:
    apply([Change(file, BEFORE, AFTER)], store)
    file.write_bytes(BEFORE)
    assert undo(store) == []


def test_where_nothing_could_be_changed_the_earlier_change_can_still_be_undone(
    file: Path, store: Path
) -> None:
    apply([Change(file, BEFORE, AFTER)], store)
    with pytest.raises(OutputError, match="saved by another program"):
        apply([Change(file, b"not so", b"more")], store)
    assert len([*store.glob("*.before")]) == 1
    assert undo(store) == [file]
    assert file.read_bytes() == BEFORE
    with pytest.raises(OutputError, match="saved by another program"):
        apply([Change(file, b"not so", b"more")], store)
    assert undo(store) == []


def recorded(store: Path, path: object, before: bytes, after: bytes) -> None:
    """A record that somebody else put into a store."""
    store.mkdir(parents=True, exist_ok=True)
    (store / "aaaaaaaa-0.before").write_bytes(before)
    line = {"path": str(path), "kept": "aaaaaaaa-0.before", "after": sha256(after).hexdigest()}
    (store / "last.json").write_text(json.dumps([line]), encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    [".git/config", ".git/hooks/pre-commit", "sub/mkdocs.yml", "run.sh", ".vscode/tasks.json"],
)
def test_a_record_from_elsewhere_reaches_nothing_that_runs(
    tmp_path: Path, store: Path, name: str
) -> None:
    victim = tmp_path / name
    victim.parent.mkdir(parents=True, exist_ok=True)
    victim.write_bytes(b"mine")
    for path in (victim, name):
        recorded(store, path, b"theirs", b"mine")
        assert undo(store) == []
    assert victim.read_bytes() == b"mine"


def test_a_record_of_an_entry_by_a_path_that_is_not_whole_is_none(file: Path, store: Path) -> None:
    for path in ("a.md", file.parent / ".." / file.parent.name / "a.md", "a\0b.md"):
        recorded(store, path, b"theirs", BEFORE)
        assert undo(store) == []
    recorded(store, file, b"theirs", BEFORE)
    assert undo(store) == [file]


@pytest.mark.parametrize("name", ["a.md", "journal/a.markdown", "mkdocs.yml", "mkdocs.yaml"])
def test_entries_and_the_settings_at_the_top_are_given_their_bytes_back(
    tmp_path: Path, store: Path, name: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(AFTER)
    recorded(store, path, BEFORE, AFTER)
    assert (undo(store), path.read_bytes()) == ([path], BEFORE)


def test_git_takes_nothing_in_of_what_undoes_a_change(file: Path, store: Path) -> None:
    apply([Change(file, BEFORE, AFTER)], store)
    assert (store / ".gitignore").read_text(encoding="utf-8") == "*\n"
    (store / ".gitignore").write_text("*.before\n", encoding="utf-8")
    apply([Change(file, AFTER, BEFORE)], store)
    assert (store / ".gitignore").read_text(encoding="utf-8") == "*.before\n"


def test_a_copy_that_is_a_link_is_none(file: Path, store: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    recorded(store, file, b"", BEFORE)
    (store / "aaaaaaaa-0.before").unlink()
    (store / "aaaaaaaa-0.before").symlink_to(tmp_path / "secret")
    assert (undo(store), file.read_bytes()) == ([], BEFORE)


def test_nothing_is_written_through_a_link_in_the_store_or_to_it(
    file: Path, store: Path, tmp_path: Path
) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    store.mkdir(parents=True)
    for name in ("last.json", ".gitignore", "last.json.part"):
        (store / name).symlink_to(victim)
    apply([Change(file, BEFORE, AFTER)], store)
    assert victim.read_bytes() == b"mine"


def test_a_store_that_lies_elsewhere_is_refused(file: Path, tmp_path: Path) -> None:
    project, outside = tmp_path / "project", tmp_path / "outside"
    project.mkdir()
    outside.mkdir()
    (project / ".cache").symlink_to(outside)
    with pytest.raises(OutputError, match="leads out of the project"):
        apply([Change(file, BEFORE, AFTER)], project / ".cache" / "afterword" / "undo")
    assert file.read_bytes() == BEFORE


def test_a_file_that_is_gone_is_not_made_again(file: Path, store: Path) -> None:
    apply([Change(file, BEFORE, AFTER)], store)
    file.unlink()
    with pytest.raises(OutputError, match="has been changed since"):
        undo(store)


def test_a_file_that_was_saved_meanwhile_is_left_as_it_is(file: Path, store: Path) -> None:
    file.write_bytes(b"mine")
    with pytest.raises(OutputError, match="saved by another program just now"):
        apply([Change(file, BEFORE, AFTER)], store)
    assert file.read_bytes() == b"mine"


def test_what_an_editor_writes_into_the_old_file_at_the_last_moment_is_the_file(
    file: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The editor holds the file open, and writes right after it was looked at."""
    replace = Path.replace
    with file.open("r+b") as editor:

        def with_editor(self: Path, target: Path) -> Path:
            if self.suffix == ".part" and target == file:
                editor.write(b"mine")
                editor.flush()
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", with_editor)
        with pytest.raises(OutputError, match="saved by another program just now"):
            apply([Change(file, BEFORE, AFTER)], store)
    assert file.read_bytes() == b"mine" + BEFORE[4:]


def test_where_a_file_has_but_one_name_a_copy_is_kept(
    file: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    apply([Change(file, BEFORE, AFTER)], store)
    assert undo(store) == [file]
    assert file.read_bytes() == BEFORE


def test_of_several_files_those_before_a_failure_are_changed_and_can_be_undone(
    file: Path, store: Path
) -> None:
    missing = Change(file.parent / "missing.md", b"", b"x")
    with pytest.raises(OutputError, match="Nothing more was changed"):
        apply([Change(file, BEFORE, AFTER), missing], store)
    assert file.read_bytes() == AFTER
    assert undo(store) == [file]
    assert file.read_bytes() == BEFORE


def test_a_record_that_is_broken_is_none(file: Path, store: Path) -> None:
    apply([Change(file, BEFORE, AFTER)], store)
    outside = file.parent.parent / "outside.md"
    record = json.loads((store / "last.json").read_text(encoding="utf-8"))
    others = [
        [{**record[0], "path": str(outside)}],
        [{**record[0], "kept": "../../../x.before"}],
        [{**record[0], "kept": 1}],
        [{}],
        [1],
    ]
    for broken in ("{", "{}", *map(json.dumps, others), "[" * 100_000):
        (store / "last.json").write_text(broken, encoding="utf-8")
        assert undo(store) == []


def test_an_undoing_that_cannot_be_written_is_a_sentence(
    file: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply([Change(file, BEFORE, AFTER)], store)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        undo(store)
    assert file.read_bytes() == AFTER


def test_a_link_stays_a_link(file: Path, store: Path) -> None:
    link = file.with_name("link.md")
    link.symlink_to(file)
    apply([Change(link, BEFORE, AFTER)], store)
    assert (link.is_symlink(), file.read_bytes()) == (True, AFTER)


def test_a_process_that_is_killed_leaves_one_version_whole_and_undo_knows_it(
    tmp_path: Path,
) -> None:
    code = (
        "import sys; from pathlib import Path; from afterword.writing.changing import Change, apply\n"
        "path, store = Path(sys.argv[1]), Path(sys.argv[2]); now = path.read_bytes()\n"
        "print('begun', flush=True)\n"
        "while True:\n"
        "    new = b'b' * 100_000 if now[:1] == b'a' else b'a' * 100_000\n"
        "    apply([Change(path, now, new)], store); now = new"
    )
    file, store = tmp_path / "a.md", tmp_path / ".cache" / "afterword" / "undo"
    for at in range(10):
        file.write_bytes(b"a" * 100_000)
        with subprocess.Popen([sys.executable, "-c", code, str(file), str(store)], stdout=subprocess.PIPE) as running:  # fmt: skip
            assert running.stdout is not None
            running.stdout.readline()
            end = at * 2000
            while end:
                end -= 1
            running.send_signal(signal.SIGKILL)
        assert (len(file.read_bytes()), len(set(file.read_bytes()))) == (100_000, 1)
        undo(store)
        assert (len(file.read_bytes()), len(set(file.read_bytes()))) == (100_000, 1)
