"""Where a passphrase may come from: the keyboard, the environment, or a file that nobody else can read."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from afterword.errors import VaultError
from afterword.vault.sealed.passphrases import could_be_generated, require_strong

VARIABLE = "AFTERWORD_PASSPHRASE"
_VISIBLE = (
    "A passphrase given as an argument stands in the list of processes and in the shell's history. "
    f"Type it when you are asked, set {VARIABLE}, or name a file with --passphrase-file. "
    "Take a new one now: this one has been seen."
)

_COST = (
    "This passphrase is your own, and that has a price: what people think of, programs guess first; whoever keeps a copy of what you "
    "publish may go on guessing for ever; and nothing here can tell whether yours would hold. Capitals, hyphens and blanks add nothing "
    "to it. Six words by chance would hold: afterword passphrase"
)

_NOBODY = f"There is nobody at the keyboard to ask for the passphrase. Set {VARIABLE}, or name a file with --passphrase-file."
_FIRST = "Nothing is sealed with it yet: take the six words that 'afterword passphrase' printed. You do not see them as you type."


def passphrase_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option that names a file with the passphrase, and one that says why it is no argument."""
    command = click.option(
        "--passphrase", hidden=True, expose_value=False, callback=_refuse_argument
    )(command)
    return click.option(
        "--passphrase-file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Read the passphrase from this file, which only you may read (mode 600) and which lies in no repository.",
    )(command)


def own_phrase_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option that takes a passphrase of one's own, for `require_good_passphrase`."""
    return click.option(
        "--own-phrase",
        is_flag=True,
        help="Take a passphrase that was not made by chance: what people think of is guessed first, and a copy can be guessed at for ever.",
    )(command)


def require_good_passphrase(passphrase: str, *, own: bool) -> None:
    """Raise VaultError unless the passphrase may seal something new, and say what one's own costs, if it is one."""
    require_strong(passphrase, own=own)
    told_cost_of_own_phrase(passphrase)


def told_cost_of_own_phrase(passphrase: str) -> None:
    """Say on standard error what a passphrase of one's own costs; nothing where chance could have made it."""
    if not could_be_generated(passphrase):
        click.echo(_COST, err=True)


def require_askable(file: Path | None, environment: Mapping[str, str]) -> None:
    """Raise VaultError where there will be no passphrase to be had, without reading one: before a long build, not after it."""
    if file is not None:
        _require_closed(file)
    elif not environment.get(VARIABLE) and not sys.stdin.isatty():
        raise VaultError(_NOBODY)


def asked_passphrase(
    file: Path | None, *, confirm: bool = False, environment: Mapping[str, str] = os.environ
) -> str:
    """The passphrase of whoever runs the command. Raises VaultError where there is none to be had."""

    def ask() -> str:
        if confirm:
            click.echo(_FIRST, err=True)
        return str(
            click.prompt("Passphrase", hide_input=True, confirmation_prompt=confirm, err=True)
        )

    return chosen_passphrase(file, environment, ask if sys.stdin.isatty() else None)


def chosen_passphrase(
    file: Path | None, environment: Mapping[str, str], ask: Callable[[], str] | None
) -> str:
    """The passphrase in the file, else in the environment, else as somebody types it; `ask` is None where nobody can."""
    if file is not None:
        return _in_file(file)
    if environment.get(VARIABLE):
        return environment[VARIABLE]
    if ask is None:
        raise VaultError(_NOBODY)
    return ask()


def _in_file(file: Path) -> str:
    _require_closed(file)
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise VaultError(f"The passphrase could not be read from {file}.") from error
    if not text.strip():
        raise VaultError(f"{file} is empty. It wants the passphrase, and nothing else.")
    return text


def _require_closed(file: Path) -> None:
    try:
        mode = file.stat().st_mode
    except OSError as error:
        raise VaultError(f"The passphrase could not be read from {file}.") from error
    if stat.S_IMODE(mode) & 0o077:
        raise VaultError(
            f"Others on this machine can read {file}. Close it to them first: chmod 600 {file}"
        )
    if any((folder / ".git").exists() for folder in file.resolve().parents):
        raise VaultError(
            f"{file} lies in a repository, and would be published with it one day. Keep it elsewhere."
        )


def _refuse_argument(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> None:
    if value is not None:
        raise VaultError(_VISIBLE)
