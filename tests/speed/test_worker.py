"""What a second process does is what would have been done here, and whatever happens to it, all is done."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from operator import add
from pathlib import Path

import pytest

from afterword.speed.reading import processors
from afterword.speed.worker import elsewhere

LARGE = "x" * 1_000_000


class Odd:
    def __reduce__(self) -> str:
        raise TypeError("Nobody can hand this over.")


def test_work_is_done_in_a_process_of_its_own() -> None:
    with elsewhere(os.getpid) as job:
        assert job.result() != os.getpid()


STARTED = """\
import os
from afterword.speed.worker import elsewhere
with elsewhere(os.getpid) as job:
    print(job.result() != os.getpid())
"""


@pytest.mark.parametrize("printed", ["a line", "two\\nlines\\n", "N.", "\\0\\x80.", LARGE])
def test_what_is_printed_while_python_starts_is_no_answer(tmp_path: Path, printed: str) -> None:
    begin = f"import os\nos.write(1, '{printed}'.encode())\n"
    (tmp_path / "sitecustomize.py").write_text(begin)
    paths = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    found = subprocess.run(
        [sys.executable, "-c", STARTED],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    assert found.stdout.endswith("True\n"), found.stderr


def test_two_large_requests_with_large_answers_wait_for_nobody() -> None:
    """Each is larger than any pipe, and neither is read before both are handed over."""
    with (
        elsewhere(partial(add, LARGE, "1")) as first,
        elsewhere(partial(add, LARGE, "2")) as second,
    ):
        assert (second.result(), first.result()) == (f"{LARGE}2", f"{LARGE}1")


def test_what_is_printed_there_is_no_answer() -> None:
    with elsewhere(partial(print, "A word that is no answer", end="")) as job:
        assert job.result() is None


def test_an_interruption_is_left_to_the_process_that_began_it() -> None:
    interrupt = "__import__('os').kill(__import__('os').getpid(), 2) or __import__('os').getpid()"
    with elsewhere(partial(eval, interrupt)) as job:
        assert job.result() != os.getpid()


def test_what_the_other_process_loses_is_done_here() -> None:
    lost = f"__import__('os').getpid() == {os.getpid()} or __import__('os')._exit(3)"
    with elsewhere(partial(eval, lost)) as job:
        assert job.result() is True


@pytest.mark.usefixtures("measured")
def test_what_fails_there_fails_here_where_it_can_be_told(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with elsewhere(partial(int, "no number")) as job, pytest.raises(ValueError, match="no number"):
        job.result()
    assert capfd.readouterr().err == ""


def test_what_cannot_be_handed_over_is_done_here() -> None:
    with elsewhere(partial(lambda _: os.getpid(), Odd())) as job:
        assert job.result() == os.getpid()


def test_where_no_process_can_be_begun_all_is_done_here(tmp_path: Path) -> None:
    with elsewhere(os.getpid, program=str(tmp_path / "no-python")) as job:
        assert job.result() == os.getpid()


def test_a_process_whose_answer_nobody_wants_is_ended(tmp_path: Path) -> None:
    late = f"__import__('time').sleep(4) or __import__('pathlib').Path({str(tmp_path / 'late')!r}).touch()"
    with elsewhere(partial(eval, late)):
        pass
    assert list(tmp_path.iterdir()) == []


def test_whoever_interrupts_the_build_means_the_process_that_waits() -> None:
    me = os.getpid()
    asked = f"(os := __import__('os')).getpid() == {me} or os.kill(os.getpid(), 2) or 'went on'"
    with elsewhere(partial(eval, asked)) as job:
        assert job.result() == "went on"


def test_no_folder_of_the_users_stands_in_for_a_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "afterword").mkdir()
    (tmp_path / "afterword" / "__init__.py").write_text("print(1 / 0)")
    (tmp_path / "pickle.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    with elsewhere(os.getpid) as job:
        assert job.result() != os.getpid()


def test_there_is_a_processor() -> None:
    assert processors() >= 1
