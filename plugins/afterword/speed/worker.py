"""One piece of work done in a second process, while this one does another.

The process is handed a function of ours with its arguments, and hands its result back, through pipes that nobody else can
read: a journal's text never touches the disk on the way. A thread of its own writes to it and reads from it, so that neither
waits for the other however much there is to hand over. Where the process cannot be started, or is lost, the work is done here
after all.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from typing import Generic, TypeVar

# No folder of the user's may stand in for a package of ours, as it could with -m.
_COMMAND = ("-P", "-c", "from afterword.speed.worker import work; work()")

# What stands before the result: a Python may be set up to print something while it starts.
_BEGIN = b"\nafterword: the result\n"

Result = TypeVar("Result")


class Job(Generic[Result]):
    """Work that another process may have been given."""

    def __init__(self, do: Callable[[], Result], answer: Callable[[], bytes]) -> None:
        self._do = do
        self._answer = answer

    def result(self) -> Result:
        """The result, done here where the other process did not; what fails there fails here, where it can be told."""
        try:
            _, _, answer = self._answer().partition(_BEGIN)
            made: Result = pickle.loads(answer)  # noqa: S301  from a process that we began ourselves
        except (OSError, EOFError, ValueError, ImportError, AttributeError, pickle.UnpicklingError):
            return self._do()
        return made


@contextmanager
def elsewhere(do: Callable[[], Result], *, program: str = sys.executable) -> Iterator[Job[Result]]:
    """Work under way in a second process, which is ended with the context; `program` is the Python to run."""
    try:
        request = pickle.dumps(do, pickle.HIGHEST_PROTOCOL)
        process = subprocess.Popen(  # noqa: S603  our words
            [program, *_COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
    except (OSError, pickle.PicklingError, AttributeError, TypeError):
        # There is none, or somebody's extension of Markdown is set up with a function that has no name.
        yield Job(do, lambda: b"")
        return
    with ThreadPoolExecutor(1) as thread, process:
        exchanged = thread.submit(process.communicate, request)
        try:
            yield Job(do, lambda: exchanged.result()[0])
        finally:
            process.kill()
            wait([exchanged])


def work() -> None:
    """Do the work that stands on standard input, and write what comes of it to standard output; nothing where it fails."""
    # Whoever interrupts the build means the process that began this one, which takes it along.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    # Whatever prints goes where it can be read, and never between the answers.
    os.dup2(2, 1)
    with suppress(Exception):
        do = pickle.load(sys.stdin.buffer)  # noqa: S301  from the process that began this one
        answers.write(_BEGIN)
        pickle.dump(do(), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()
    # Somebody waits for the end, and nothing here is worth tidying up.
    os._exit(0)
