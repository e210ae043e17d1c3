"""The process between a build and the publish that waits for it; a program of its own, begun anew for each build.

On Linux it adopts what loses its parent, ends whatever the build leaves running, and says when nothing of it is left. It needs
nothing but the standard library, and is there at once.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

# What it ends with: the build went wrong, or something of it could not be ended.
WRONG, _LEFT = 1, 2
_CHILD_SUBREAPER = 36
_NOT_DUMPABLE = 4
_TRIES, _SECONDS = 1000, 0.01


def main() -> None:
    """Be the process between: adopt, build in another one, and end what is left of it."""
    _adopt()
    close_to_others()
    # Not --quiet: MkDocs then takes no notice of warnings, and strict counts none. What is said goes nowhere.
    program, *options = sys.argv[1:]
    command = [sys.executable, "-P", "-m", program, "build", "--strict", *options]
    is_over = threading.Event()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL) as child:  # noqa: S603  ourselves
        threading.Thread(target=_end_with_parent, args=[is_over], daemon=True).start()
        is_wrong = bool(child.wait()) or is_over.is_set()
    is_ended = sys.platform == "win32" or _all_ended()
    sys.exit(int(is_wrong and WRONG) if is_ended else _LEFT)


def close_to_others() -> None:
    """Where Linux runs: no other program of the same user can read this process's memory from now on, unless it is root's.

    There is no other way to ask for it than this one call, prctl(PR_SET_DUMPABLE, 0). What this process starts is not meant.
    """
    if sys.platform == "linux":  # pragma: no branch  elsewhere there is nothing to ask
        ctypes.CDLL(None).prctl(_NOT_DUMPABLE, 0, 0, 0, 0)


def _end_with_parent(is_over: threading.Event) -> None:
    """Nothing is ever written to our input: its end is the end of whoever waits."""
    os.read(sys.stdin.fileno(), 1)
    is_over.set()
    _all_ended()
    # The thread that waits for the build may be faster, and ends with the same status.
    os._exit(WRONG)  # pragma: no cover


def _adopt() -> None:
    """Become the parent of each process below this one that loses its own, where Linux runs: prctl(PR_SET_CHILD_SUBREAPER, 1)."""
    if sys.platform == "linux":  # pragma: no branch  elsewhere there is nothing to ask
        ctypes.CDLL(None).prctl(_CHILD_SUBREAPER, 1, 0, 0, 0)


def _all_ended(*, end: Callable[[int, int], None] = os.kill, tries: int = _TRIES) -> bool:
    """End every process below this one, and see each of them gone; false where one could not be ended, as root's cannot."""
    for _ in range(tries):
        for process in _below(os.getpid()):
            with suppress(ProcessLookupError, PermissionError):
                end(process, signal.SIGKILL)
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:
            return True
        time.sleep(_SECONDS)
    return False


def _below(process: int) -> list[int]:
    """The processes that a process started, and those that they started, where the system shows them as files."""
    parents = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended
            parents[int(status.parent.name)] = int(
                status.read_bytes().rpartition(b")")[2].split()[1]
            )
    found = [process]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found[1:]


if __name__ == "__main__":
    main()
