"""The command `afterword`, and the one place where an error becomes an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from afterword import __version__
from afterword.cli.terminal import COMMAND, visible
from afterword.errors import AfterwordError, ConfigurationError

COULD_NOT_RUN = 2
# Where each verb is. None is imported before it is asked for: a command that says what is due has no use for a sealing machine.
VERBS = {
    "init": "afterword.cli.init:init",
    "new": "afterword.cli.new:new",
    "log": "afterword.cli.log:log",
    "import": "afterword.cli.import_:import_",
    "check": "afterword.cli.check:check",
    "commitments": "afterword.cli.commitments:open_commitments",
    "due": "afterword.cli.due:due",
    "review": "afterword.cli.review:review",
    "export": "afterword.cli.export:export",
    "schema": "afterword.cli.schema:schema",
    "publish": "afterword.cli.publish:publish",
    "readers": "afterword.cli.readers:readers",
    "passphrase": "afterword.cli.passphrase:passphrase",
    "verify": "afterword.cli.verify:verify",
    "seal": "afterword.cli.seal:seal",
    "open": "afterword.cli.open:open_",
}


class Commands(click.Group):
    """Every verb of a table; what stops one is a sentence on standard error and the status 2."""

    def __init__(self, *args: Any, verbs: Mapping[str, str] = VERBS, **named: Any) -> None:
        super().__init__(*args, **named)
        self._verbs = verbs

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, as somebody comes to need them."""
        return list(self._verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of this name."""
        if cmd_name not in self._verbs:
            return None
        module, _, name = self._verbs[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def main(self, args: Sequence[str] | None = None, *others: Any, **named: Any) -> Any:
        """Run what the command line says, or the arguments that another program gives; a verb can ask its context which it was."""
        return super().main(args, *others, **{"obj": COMMAND if args is None else None, **named})

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb, and turn what stops it into a sentence and a status."""
        try:
            _require_folder()
            return super().invoke(ctx)
        except AfterwordError as error:
            click.echo(visible(f"afterword: {error}"), err=True)
            sys.exit(COULD_NOT_RUN)


def _require_folder() -> None:
    """Raises ConfigurationError where the folder that the command is run in has gone, of which the system knows no name."""
    try:
        os.getcwd()  # noqa: PTH109  at once, without pathlib
    except FileNotFoundError as error:
        raise ConfigurationError(
            "The folder that you are in is gone, or has another name now. Go to your journal again: cd and its folder."
        ) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="afterword")
def main() -> None:
    """A journal of job interviews. Run in the folder of your mkdocs.yml, or below it."""
