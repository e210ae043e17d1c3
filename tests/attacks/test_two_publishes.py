"""Two publishes at once: one goes through, the other ends with a sentence, and what is published is never a mixture."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from tests.cli.publishing import afterword, journal_project
from tests.vault.remotes import bare, commits, looked, published

from afterword.cli.publishing.lock import only_publish
from afterword.errors import VaultError
from afterword.vault.pushing.places import Place

ROUNDS = 15

# One publisher, who does a step of a publish whenever a line tells it to, and answers in a line. A build of two seconds in
# between would only make the races fewer.
PUBLISHER = """\
import json, sys
from contextlib import ExitStack, nullcontext
from pathlib import Path
from tests.vault.remotes import looked, published
from afterword.cli.publishing.lock import only_publish
from afterword.errors import VaultError
from afterword.vault.pushing.places import Place
name, project, remote, scratch, locking = sys.argv[1:]
place = Place(url=remote, branch="gh-pages")
for number, line in enumerate(iter(sys.stdin.readline, "")):
    folder = Path(scratch) / f"{name}{number}"
    try:
        if line == "begin\\n":
            held = ExitStack()
            held.enter_context(only_publish(Path(project)) if locking == "yes" else nullcontext())
            seen = looked(place, folder)
            said = "begun"
        else:
            with held:
                published(place, folder, seen=seen)
            said = "published"
    except VaultError as error:
        said = str(error)
    print(json.dumps(said), flush=True)
"""


class Publisher:
    def __init__(self, name: str, project: Path, remote: Path, scratch: Path, locking: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PUBLISHER, name, project, remote, scratch, locking],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def told(self, step: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{step}\n")
        self.process.stdin.flush()

    def said(self) -> str:
        assert self.process.stdout
        return str(json.loads(self.process.stdout.readline()))


@contextmanager
def two_publishers(folder: Path, *, locking: str) -> Iterator[tuple[Publisher, Publisher]]:
    (folder / "scratch").mkdir()
    remote = bare(folder / "site.git")
    both = [Publisher(name, folder, remote, folder / "scratch", locking) for name in ("one", "two")]
    yield both[0], both[1]
    for one in both:
        one.process.kill()
        one.process.communicate()


def test_of_two_that_begin_at_once_one_publishes_and_the_other_says_which_is_running(
    tmp_path: Path,
) -> None:
    with two_publishers(tmp_path, locking="yes") as both:
        for round_ in range(ROUNDS):
            for one in both:
                one.told("begin")
            said = {one.process.pid: one.said() for one in both}
            winners = [one for one in both if said[one.process.pid] == "begun"]
            assert len(winners) == 1, round_
            running = f"being published already, by process {winners[0].process.pid}, since "
            assert sum(running in one for one in said.values()) == 1, round_
            winners[0].told("end")
            assert winners[0].said() == "published", round_
    assert len(commits(tmp_path / "site.git")) == 1


def test_without_the_lock_both_begin_and_the_push_itself_lets_only_one_through(
    tmp_path: Path,
) -> None:
    """As on two machines, which no lock can keep apart: what counts there is what each of them saw."""
    with two_publishers(tmp_path, locking="no") as both:
        for round_ in range(ROUNDS // 3):
            for step, expected in (("begin", {"begun"}), ("end", {"published", "refused"})):
                for one in both:
                    one.told(step)
                said = [one.said() for one in both]
                told = {one if one in expected else "refused" for one in said}
                assert told == expected, (round_, said)
                refusals = [one for one in said if one not in expected]
                assert all("nothing was published" in one.lower() for one in refusals)
    assert len(commits(tmp_path / "site.git")) == 1


def test_the_second_command_ends_with_a_sentence_and_builds_nothing(tmp_path: Path) -> None:
    project = journal_project(tmp_path)
    with only_publish(project.folder):
        said = afterword(project, "publish", "--to", str(project.remote))
    assert (said.returncode, project.published(), project.left()) == (2, {}, [])
    assert f"being published already, by process {os.getpid()}, since" in said.stderr
    assert "Building" not in said.stderr


def test_a_lock_ends_with_its_holder_however_that_ends(tmp_path: Path) -> None:
    """The file stays, with the number of a process that is dead, or by now somebody else's."""
    with two_publishers(tmp_path, locking="yes") as both:
        both[0].told("begin")
        assert both[0].said() == "begun"
        both[1].told("begin")
        assert f"by process {both[0].process.pid}" in both[1].said()
        both[0].process.send_signal(signal.SIGKILL)
        both[0].process.wait()
        both[1].told("begin")
        assert both[1].said() == "begun"


def test_what_the_holder_starts_does_not_hold_the_lock_on(tmp_path: Path) -> None:
    with only_publish(tmp_path):
        child = subprocess.Popen(["sleep", "60"], close_fds=False)
    with only_publish(tmp_path) as lock:
        assert lock.left is None
    child.kill()
    child.wait()


def test_git_ignores_the_lock(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    with only_publish(tmp_path):
        said = subprocess.run(
            ["git", "status", "--porcelain", "--untracked-files=all"],
            cwd=tmp_path,
            capture_output=True,
            check=True,
        )
    assert said.stdout == b""


def test_a_lock_whose_content_was_cut_short_is_a_lock(tmp_path: Path) -> None:
    file = tmp_path / ".cache" / "afterword" / "publish.lock"
    for content in ("", "{", "[]", '{"folder": 3}', '{"folder": "below"}'):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
        with only_publish(tmp_path) as lock:
            assert lock.left is None
            file.write_text(content)
            with pytest.raises(VaultError, match="already, by process"), only_publish(tmp_path):
                pass


def test_a_place_where_no_lock_can_be_is_said(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("")
    with pytest.raises(VaultError, match="no lock could be had"), only_publish(tmp_path):
        pass


def test_a_publish_that_was_overtaken_says_so_and_the_other_stays(tmp_path: Path) -> None:
    place = Place(url=str(bare(tmp_path / "site.git")), branch="gh-pages")
    seen = looked(place, tmp_path / "slow")
    published(place, tmp_path / "quick")
    before = commits(tmp_path / "site.git")
    with pytest.raises(VaultError, match="If that was you, on another machine, publish again"):
        published(place, tmp_path / "slow", seen=seen)
    assert commits(tmp_path / "site.git") == before


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("2026-01-02T17:02:00", "since 17:02 on 2026-01-02. "),
        ("{today}T00:00:01", "since 00:00. "),
        ("some day", "by process 1. "),
    ],
)
def test_since_when_the_other_runs_is_said_as_a_clock_here_says_it(
    tmp_path: Path, since: str, said: str
) -> None:
    with only_publish(tmp_path) as lock:
        now = datetime.now().astimezone()
        note = {"process": 1, "since": since.format(today=f"{now:%Y-%m-%d}")}
        (tmp_path / ".cache/afterword/publish.lock").write_text(json.dumps(note))
        with pytest.raises(VaultError, match=said), only_publish(tmp_path):
            pass
        lock.note(tmp_path)
