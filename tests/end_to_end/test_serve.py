"""While it is served, a site follows every save, and no slip in an entry ends it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.end_to_end.projects import HOST, write_project
from tests.end_to_end.test_build import BROKEN, JOURNAL, MKDOCS_THEME, TWO_MINUTES, WHOLE


@contextmanager
def serving(project: Path) -> Iterator[str]:
    """The address of a real `mkdocs serve`."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]
    command = [sys.executable, "-m", HOST, "serve", "-a", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with Path(project, "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=project, stdout=log, stderr=log, env=environment)
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)


def until(true: Callable[[], bool], seconds: float = 90) -> bool:
    """Whether something becomes true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.2)
    return False


def text(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


@pytest.mark.usefixtures("measured")
def test_a_save_is_followed_and_a_slip_costs_only_its_own_entry(tmp_path: Path) -> None:
    project = write_project(tmp_path, JOURNAL)
    with serving(project) as address:
        assert until(lambda: "Larkspur" in text(address + "timeline/"))
        saved = TWO_MINUTES.replace("Said no to a rushed answer", "Counted to three")
        (project / "journal/2026/larkspur.md").write_text(saved, encoding="utf-8")
        assert until(lambda: "Counted to three" in text(address + "2026/larkspur/"))
        (project / "journal/quillmark.md").write_text(BROKEN, encoding="utf-8")
        assert until(lambda: "quillmark.md" in text(address + "problems/"))
        assert "Counted to three" in text(address + "2026/larkspur/")
        (project / "journal/quillmark.md").unlink()
        assert until(lambda: "quillmark.md" not in text(address + "problems/"))


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux's account of memory")
def test_forty_saves_need_no_more_memory_than_ten(tmp_path: Path) -> None:
    """Garbage that is frozen is never looked at again: each save would leave a whole journal behind."""
    entries = {f"{number}.md": WHOLE.replace("Northwind", f"Firm {number}") for number in range(12)}
    project = write_project(tmp_path, entries, MKDOCS_THEME)
    entry = project / "journal" / "1.md"
    program = "tests.end_to_end.saving"
    command = [sys.executable, "-m", program, str(project), str(entry), "40"]
    done = subprocess.run(
        command,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    sizes = [int(line) for line in done.stdout.split()]
    # An interpreter takes a while to have all that it keeps; a journal left behind by each save comes to twice as much.
    assert max(sizes[30:]) < 1.4 * max(sizes[:10])
