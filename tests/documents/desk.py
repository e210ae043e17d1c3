"""A desk where the commands of a document are typed: a home folder of its own, and a shell that can little but run `afterword`."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import click
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs_commands

from afterword.cli import main

TODAY = "2026-11-20"
COMMANDS: dict[str, click.Group] = {"afterword": main, "mkdocs": mkdocs_commands}


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a command: its status, and what it said at the terminal."""

    status: int
    said: str


class Desk:
    """Where somebody sits, and in which folder; the day is that of the demonstration."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.folder = home
        self._environment = {
            "AFTERWORD_TODAY": TODAY,
            "HOME": str(home),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }

    def type(self, line: str) -> Came:
        """Run one line: programs joined by `|`, the last one's output into a file behind `>`."""
        words, into = _redirected(_words(line))
        came = Came(0, "")
        for program in _split(words, "|"):
            came = self._run(program, came.said)
        if into:
            (self.folder / into).write_text(came.said, encoding="utf-8")
            return Came(came.status, "")
        return came

    def _run(self, words: list[str], given: str) -> Came:
        words = [re.sub("^~", str(self.home), word) for word in words]
        if words[0] == "cd":
            self.folder = (self.folder / words[1]).resolve(strict=True)
            return Came(0, "")
        if words[0] == "afterword":
            return self._afterword(words[1:], given)
        done = subprocess.run(words, cwd=self.folder, env={**os.environ, **self._environment}, input=given, capture_output=True, text=True, check=False)  # fmt: skip
        return Came(done.returncode, done.stdout + done.stderr)

    def _afterword(self, arguments: list[str], given: str) -> Came:
        with chdir(self.folder):
            done = CliRunner(env=self._environment).invoke(main, arguments, input=given)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Came(done.exit_code, self._at_a_terminal(done.output))

    def _at_a_terminal(self, said: str) -> str:
        """What somebody sees: the path of what is new is printed last for other programs, and never at a terminal."""
        before, _, last = said.rstrip("\n").rpartition("\n")
        return f"{before}\n" if before and (self.folder / last).exists() else said


def understood(line: str) -> None:
    """Refuse a line whose commands are none of ours or MkDocs', or have no such options; raises click.UsageError."""
    for words in _split(_redirected(_words(line))[0], "|"):
        if words[0] in COMMANDS:
            _parsed(COMMANDS[words[0]], words[0], words[1:], None)


def _parsed(
    command: click.Command, name: str, arguments: list[str], above: click.Context | None
) -> None:
    """Parse as click does, but look at no value: files that are named need not be there."""
    context = click.Context(command, info_name=name, parent=above, **command.context_settings)
    if not isinstance(command, click.Group):
        command.make_parser(context).parse_args(arguments)
        return
    inner = command.get_command(context, arguments[0]) if arguments else None
    if inner is None:
        known = {option for one in command.get_params(context) for option in one.opts}
        if arguments and arguments[0] not in known:
            raise click.UsageError(f"There is no {name} {arguments[0]}", context)
        return
    _parsed(inner, arguments[0], arguments[1:], context)


def _words(line: str) -> list[str]:
    """The words of a line without its comment; Windows' backslashes part folders."""
    line = re.sub(r"(^|\s)# .*$", "", line).replace("\\", "/")
    found = shlex.shlex(line, posix=True, punctuation_chars="|>")
    found.whitespace_split = True
    found.commenters = ""
    return list(found)


def _redirected(words: list[str]) -> tuple[list[str], str | None]:
    """The words before `>`, and the file behind it."""
    if ">" not in words:
        return words, None
    at = words.index(">")
    return words[:at], words[at + 1]


def _split(words: list[str], mark: str) -> list[list[str]]:
    """The words between marks."""
    found: list[list[str]] = [[]]
    for word in words:
        if word == mark:
            found.append([])
        else:
            found[-1].append(word)
    return found
