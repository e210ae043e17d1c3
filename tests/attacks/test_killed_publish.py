"""A publish is killed, at each of its steps, with no chance to tidy up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.publishing import ENTRY, WORDS, Project, afterword, journal_project
from tests.vault.sealed import PHRASE

from afterword.vault import open_vault
from afterword.vault.memory import memory_folders
from afterword.vault.scanning import found_words
from afterword.vault.sealing import strangers

STEPS = ("Reading", "Looking", "Building", "Sealing", "Scanning", "Publishing", "Done")

KILLED = """\
import os, signal, sys
from pathlib import Path
from afterword.cli.publishing.lock import only_publish
from afterword.cli.publishing.steps import Order, publish_sealed
from afterword.vault.pushing.places import Place
from afterword.vault.scratch import scratch_folder, usual_bases
project, remote, step = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
def told(name):
    if name == step:
        os.kill(os.getpid(), signal.SIGKILL)
with only_publish(project) as lock:
    bases = usual_bases(os.environ, size=0, left=lock.left)
    with scratch_folder(project, told=print, bases=bases, noted=lock.note) as scratch:
        order = Order(config=project / "mkdocs.yml", scratch=scratch, place=Place(url=remote, branch="gh-pages"))
        publish_sealed(order, lambda: os.environ["AFTERWORD_PASSPHRASE"], told=told)
"""


def killed(project: Project, step: str, **environment: str) -> str:
    """What a publish that is killed when this step begins has said until then."""
    done = subprocess.run(
        [sys.executable, "-u", "-c", KILLED, str(project.folder), str(project.remote), step],
        env={
            **os.environ,
            "TMPDIR": str(project.temporary),
            "AFTERWORD_PASSPHRASE": PHRASE,
            **environment,
        },
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, step
    return done.stdout


def test_what_a_killed_run_leaves_is_named_and_removed_by_the_next(tmp_path: Path) -> None:
    """One run after the other, killed at one step after the other, until the last succeeds."""
    project = journal_project(tmp_path)
    left = project.scratch
    for step in STEPS:
        found_before = left.exists()
        said = killed(project, step)
        assert (f"left {left} behind" in said) is found_before, step
        assert project.left() == [left], step
        assert project.leaks() == {}, step
        published = project.published()
        assert bool(published) is (step == "Done"), step
        assert strangers(published) == (), step
        (left / "page.html").write_text(ENTRY)
    # What lies there is readable, and a look for it sees that.
    assert set(project.leaks()) >= {"Kvistholm Rail", "Ingeborg Vantaala"}
    said_last = afterword(project, "publish", "--to", str(project.remote), "--replace")
    assert said_last.returncode == 0, said_last.stderr
    assert f"left {left} behind" in said_last.stderr
    assert (project.leaks(), project.left()) == ({}, [])
    assert "index.html" in open_vault(project.published(), PHRASE)


def test_what_a_killed_run_left_elsewhere_is_found_by_what_it_noted(tmp_path: Path) -> None:
    """Begun where temporary files lie in one folder, and the next time where they lie in another."""
    project = journal_project(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    script = KILLED.replace(
        "usual_bases(os.environ, size=0, left=lock.left)", 'Bases(disk=Path(os.environ["TMPDIR"]))'
    ).replace("import scratch_folder", "import Bases, scratch_folder")
    subprocess.run(
        [sys.executable, "-c", script, str(project.folder), str(project.remote), "Building"],
        env={**os.environ, "TMPDIR": str(elsewhere), "AFTERWORD_PASSPHRASE": PHRASE},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    (left,) = elsewhere.iterdir()
    said = killed(project, "Reading")
    assert f"left {left} behind" in said
    assert list(elsewhere.iterdir()) == []
    project.scratch.rmdir()


@pytest.mark.no_cover
def test_what_lies_readable_when_a_run_is_killed_while_it_builds_is_gone_after_the_next(
    tmp_path: Path,
) -> None:
    project = journal_project(tmp_path)
    site = project.scratch / "site"
    with subprocess.Popen(
        [sys.executable, "-m", "afterword.cli", "publish", "--to", str(project.remote)],
        cwd=project.folder,
        env={**os.environ, "TMPDIR": str(project.temporary), "AFTERWORD_PASSPHRASE": PHRASE},
        stderr=subprocess.DEVNULL,
    ) as running:
        while running.poll() is None and not any(site.glob("**/*.html")):
            time.sleep(0.002)
        assert project.scratch.stat().st_mode & 0o777 == 0o700
        running.kill()
    assert running.returncode == -signal.SIGKILL
    assert project.published() == {}
    assert afterword(project, "publish", "--to", str(project.remote)).returncode == 0
    assert (project.leaks(), project.left()) == ({}, [])


def test_what_a_killed_run_leaves_lies_in_memory_where_there_is_some(tmp_path: Path) -> None:
    folders = memory_folders(os.environ)
    if not folders:
        pytest.skip("This machine keeps no folder in memory")
    assert journal_project(tmp_path).scratch.parent == folders[0]


def test_a_look_for_what_is_left_finds_what_lies_readable(tmp_path: Path) -> None:
    assert set(found_words({"left": ENTRY.encode()}, WORDS)) == set(WORDS) - {"Brackenfold"}
