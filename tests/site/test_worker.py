"""What a second process does is what would have been done here, and whatever happens to it, all is done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from afterword.site.worker import Worker, worker


class Odd:
    def __reduce__(self) -> str:
        raise TypeError("Nobody can hand this over.")


def test_work_is_done_in_a_process_of_its_own() -> None:
    with worker(wanted=True) as other:
        other.submit(os.getpid)
        assert other.result() != os.getpid()


def test_without_need_it_is_done_here() -> None:
    with worker(wanted=False) as other:
        other.submit(os.getpid)
        assert other.result() == os.getpid()


def test_answers_come_in_the_order_of_the_requests() -> None:
    with worker(wanted=True) as other:
        other.submit(partial(str.upper, "first"))
        other.submit(partial(str.upper, "second"))
        assert [other.result(), other.result()] == ["FIRST", "SECOND"]


def test_what_is_printed_there_is_no_answer() -> None:
    with worker(wanted=True) as other:
        other.submit(partial(print, "A word that is no answer", end=""))
        other.submit(partial(str.upper, "answer"))
        assert [other.result(), other.result()] == [None, "ANSWER"]


STARTED = """\
import os
from functools import partial
from afterword.site.worker import worker
with worker(wanted=True) as other:
    other.submit(os.getpid)
    other.submit(partial(str.upper, "answer"))
    print([other.result() != os.getpid(), other.result()])
"""


@pytest.mark.parametrize("printed", ["a line", "two\\nlines\\n", "\\0\\x80.", "x" * 100_000])
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
    assert found.stdout.endswith("[True, 'ANSWER']\n"), found.stderr


def test_what_the_other_process_loses_is_done_here() -> None:
    with worker(wanted=True) as other:
        other.submit(
            partial(
                eval, f"__import__('os').getpid() == {os.getpid()} or __import__('os')._exit(3)"
            )
        )
        other.submit(os.getpid)
        assert [other.result(), other.result()] == [True, os.getpid()]


def test_what_fails_there_fails_here_where_it_can_be_told(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with worker(wanted=True) as other:
        other.submit(partial(int, "no number"))
        with pytest.raises(ValueError, match="no number"):
            other.result()
    assert capfd.readouterr().err == ""


def test_what_cannot_be_handed_over_is_done_here() -> None:
    with worker(wanted=True) as other:
        other.submit(partial(lambda _: os.getpid(), Odd()))
        assert other.result() == os.getpid()


def test_a_process_that_is_gone_before_it_is_asked_is_not_missed() -> None:
    gone = subprocess.Popen(
        [sys.executable, "-c", ""], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    gone.wait()
    other = Worker(gone)
    other.submit(partial(len, "x" * 10_000_000))
    assert other.result() == 10_000_000


def test_where_no_process_can_be_begun_all_is_done_here(tmp_path: Path) -> None:
    with worker(wanted=True, program=str(tmp_path / "no-python")) as other:
        other.submit(os.getpid)
        assert other.result() == os.getpid()


def test_an_interruption_is_left_to_the_process_that_began_it() -> None:
    with worker(wanted=True) as other:
        other.submit(os.getpid)
        process = other.result()
        os.kill(process, signal.SIGINT)
        other.submit(os.getpid)
        assert other.result() == process


SHARED = f"""\
import os
from {worker.__module__} import worker
with worker(wanted=True) as other:
    other.submit(os.getpid)
    print(other.result() != os.getpid())
"""


def test_a_file_in_the_folder_that_is_named_as_a_module_is_not_taken_for_it(tmp_path: Path) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit(1)")
    said = subprocess.run(
        [sys.executable, "-P", "-c", SHARED],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "True\n"
