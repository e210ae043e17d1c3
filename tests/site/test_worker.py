"""What a second process does is what would have been done here, and whatever happens to it, all is done."""

from __future__ import annotations

import os
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


def test_what_the_other_process_loses_is_done_here() -> None:
    with worker(wanted=True) as other:
        other.submit(
            partial(
                eval, f"__import__('os').getpid() == {os.getpid()} or __import__('os')._exit(3)"
            )
        )
        other.submit(os.getpid)
        assert [other.result(), other.result()] == [True, os.getpid()]


@pytest.mark.usefixtures("measured")
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
