"""`afterword check --watch` looks again whenever a file changes, so that an editor shows what is wrong as one writes."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.end_to_end.projects import write_project

from afterword.cli.project.configuration import Configuration, find_configuration
from afterword.cli.project.watching import changes
from afterword.writing.starting.editor_files import EDITOR_FILES

ENTRY = "---\ncompany: Acme\ndate: 2026-11-12\n---\n"
BROKEN = "---\ncompany: Acme\ndate: 2026-02-30\n---\n"


@pytest.mark.usefixtures("measured")
def test_it_looks_at_first_and_again_after_a_change_and_ends_with_a_key(tmp_path: Path) -> None:
    write_project(tmp_path, {"a.md": ENTRY})
    command = [sys.executable, "-m", "afterword.cli", "check", "--watch"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:  # fmt: skip
        assert running.stdout is not None
        first = [running.stdout.readline() for _ in range(3)]
        (tmp_path / "journal" / "a.md").write_text(BROKEN, encoding="utf-8")
        then = [running.stdout.readline() for _ in range(4)]
        running.send_signal(signal.SIGINT)
        running.wait(20)
    assert first == [
        "afterword: looking\n",
        "1 interview read, nothing wrong.\n",
        "afterword: looked\n",
    ]
    assert (then[0], then[-1], running.returncode) == (
        "afterword: looking\n",
        "afterword: looked\n",
        0,
    )
    assert any("journal/a.md:3:7: error:" in line for line in then)


def test_each_change_is_one_more_look_and_a_file_that_is_gone_is_none(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"a.md": ENTRY})
    (project / "journal" / "gone.md").symlink_to(project / "nowhere.md")
    calls: list[int] = []

    def configuration() -> Configuration:
        calls.append(len(calls))
        if len(calls) == 3:
            (project / "journal" / "b.md").write_text(ENTRY, encoding="utf-8")
        return find_configuration(project / "mkdocs.yml", None, start=project)

    looks = changes(configuration)
    assert [next(looks), next(looks)] == [None, None]
    assert len(calls) == 3


def test_an_editor_finds_place_and_words_in_each_line() -> None:
    tasks = json.loads(
        re.sub(r"^\s*//.*$", "", EDITOR_FILES[".vscode/tasks.json"], flags=re.MULTILINE)
    )
    pattern = tasks["tasks"][0]["problemMatcher"]["pattern"]["regexp"]
    found = re.fullmatch(
        pattern,
        "journal/a.md:3:7: error: There is no day 2026-02-30. Write it again. [impossible-date]",
    )
    assert found is not None
    assert found.groups()[:4] == ("journal/a.md", "3", "7", "error")


def test_snippets_are_json_of_entries_that_are_read() -> None:
    snippets = json.loads(EDITOR_FILES[".vscode/afterword.code-snippets"])
    assert snippets["An interview"]["body"][1] == "company: ${1:Company}"
