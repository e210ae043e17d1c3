"""Python's programs, each a process of its own, without the time that every one of them needs to read the same code.

The standard library's fork server reads once what a build and a command import; a program begins there as a copy of it, with its
own folder, environment and output. Windows has none. Where it matters what Python does before a program begins, it begins anew: where coverage
measures it, where its environment has something to say to Python itself, and under the fork of MkDocs, which takes its name.
"""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import ForkServerContext
from pathlib import Path
from tempfile import TemporaryDirectory

# By what a program that Python starts knows that coverage measures it too.
MEASURED = "COVERAGE_PROCESS_CONFIG"
ROOT = Path(__file__).parents[1]
# What pytest lets tests import, and no program of a user's.
OURS = (ROOT, ROOT / "benchmarks")
READ = ("mkdocs.commands.build", "afterword.plugin", "material.plugins.search.plugin")


def run_program(
    module: str,
    *arguments: str,
    folder: Path,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """What `python -m module arguments` says in a folder, with these variables beside our own."""
    environment = {**os.environ, **(environment or {})}
    if (
        "forkserver" not in get_all_start_methods()
        or module == "properdocs"
        or MEASURED in environment
        or "PYTHONHASHSEED" in environment
    ):
        return subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    with TemporaryDirectory() as said:
        out, errors = Path(said, "out"), Path(said, "errors")
        command = (module, *arguments)
        process = _prepared().Process(target=_be, args=(command, folder, environment, out, errors))
        process.start()
        process.join()
        status = process.exitcode
        process.close()
        assert status is not None
        return subprocess.CompletedProcess(command, status, out.read_text(), errors.read_text())


@cache
def _prepared() -> ForkServerContext:
    context = get_context("forkserver")
    context.set_forkserver_preload([*READ])
    return context


def _be(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], out: Path, errors: Path
) -> None:
    """Be this program from now on."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, said in ((1, out), (2, errors)):
        os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT), number)
    sys.argv = [*command]
    sys.path = [str(folder), *(path for path in sys.path if path and Path(path) not in OURS)]
    runpy.run_module(command[0], run_name="__main__", alter_sys=True)
