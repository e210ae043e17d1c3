"""A command at a terminal of its own, where somebody types."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass
class Terminal:
    """A command at a terminal of its own, and all that it has said there."""

    running: subprocess.Popen[bytes]
    file: int
    said: bytes = b""

    def wait_for(self, words: bytes) -> None:
        while words not in self.said:
            self.said += os.read(self.file, 1000)

    def type(self, line: str) -> None:
        os.write(self.file, line.encode() + b"\n")


@contextmanager
def at_a_terminal(*command: str, cwd: Path, **environment: str) -> Iterator[Terminal]:
    """A command begun where somebody could type a passphrase, which stands nowhere else."""
    pty = pytest.importorskip("pty", reason="This machine has no terminals of its own")
    ours, theirs = pty.openpty()
    known = {name: value for name, value in os.environ.items() if name != "AFTERWORD_PASSPHRASE"}
    with subprocess.Popen(
        [sys.executable, "-m", "afterword.cli", *command],
        cwd=cwd,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**known, **environment},
        start_new_session=True,
    ) as running:
        os.close(theirs)
        yield Terminal(running, ours)
    os.close(ours)
