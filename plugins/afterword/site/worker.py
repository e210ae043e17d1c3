"""A second process that takes over a part of the work, for a journal large enough to be worth the time it takes to start.

It is handed functions of ours with their arguments, and hands their results back, through pipes that nobody else can read: a
journal's text never touches the disk on the way. Where it cannot be started, or is lost, the work is done here after all.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any

# No folder of the user's may stand in for a package of ours, as it could with -m.
_COMMAND = ("-P", "-c", "from afterword.site.worker import work; work()")
# The line before the first result: whatever stands above it was printed while Python started.
_BEGIN = b"afterword: results\n"


class Worker:
    """A process of its own that answers one request after another, in the order in which they were made."""

    def __init__(self, process: subprocess.Popen[bytes] | None) -> None:
        self._process = process
        self._submitted: list[Callable[[], Any]] = []
        self._begun = False

    def submit(self, *work: Callable[[], Any]) -> None:
        """Hand over pieces of work, each a function of a module with what it needs, and each with an answer of its own.

        What pieces share when they are handed over together they share there too.
        """
        self._submitted += work
        if self._process is None or self._process.stdin is None:
            return
        try:
            pickle.dump(work, self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
        except (OSError, pickle.PicklingError, AttributeError, TypeError):
            # It is gone, or somebody's extension of Markdown is set up with a function that has no name.
            self.close()

    def result(self) -> Any:
        """The result of the oldest request, done here where the other process did not."""
        do_here = self._submitted.pop(0)
        if self._process and self._process.stdout:
            try:
                self._skip_what_was_printed(self._process.stdout)
                return pickle.load(self._process.stdout)  # noqa: S301  from a process that we began ourselves
            except (OSError, EOFError, pickle.UnpicklingError):
                self.close()
        return do_here()

    def _skip_what_was_printed(self, results: IO[bytes]) -> None:
        """Read as far as the first result."""
        while not self._begun:
            line = results.readline()
            if not line:
                raise EOFError
            self._begun = line.endswith(_BEGIN)

    def close(self) -> None:
        """Let it go; whatever it has not answered is done here."""
        if self._process is None:
            return
        if self._submitted:
            self._process.kill()
        # Without anything left to do it ends as soon as nobody can ask for more.
        with suppress(OSError):
            self._process.communicate()
        self._process = None


@contextmanager
def worker(*, wanted: bool, program: str = sys.executable) -> Iterator[Worker]:
    """Somebody to share the work with, where that is wanted and there is a second processor; else one who leaves all to us.

    `program` is the Python to run.
    """
    shared = wanted and (os.cpu_count() or 1) > 1
    made = Worker(_begun(program) if shared else None)
    try:
        yield made
    finally:
        made.close()


def _begun(program: str) -> subprocess.Popen[bytes] | None:
    try:
        return subprocess.Popen([program, *_COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603  our words
    except OSError:
        return None


def work() -> None:
    """Answer every request on standard input, until there are no more."""
    # It ends too soon for garbage to matter.
    gc.disable()
    # Whoever interrupts the build means the process that began this one, which takes it along.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # Whatever prints goes where it can be read, and never between the answers.
    os.dup2(2, 1)
    answers.write(_BEGIN)
    with suppress(EOFError, OSError):
        while True:
            for asked in pickle.load(requests):  # noqa: S301  from the process that began this one
                pickle.dump(_result(asked), answers, pickle.HIGHEST_PROTOCOL)
                answers.flush()
    # Somebody waits for the end, and nothing here is worth tidying up.
    os._exit(0)


def _result(asked: Callable[[], Any]) -> Any:
    try:
        return asked()
    except Exception as error:
        # Done once more in the first process, it fails there, where it can be reported.
        raise EOFError from error
