"""The command `afterword`, and the one place where an error becomes an exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from afterword import __version__
from afterword.cli.terminal import COMMAND
from afterword.errors import AfterwordError

COULD_NOT_RUN = 2
# Where each verb is. None is imported before it is asked for: a command that says what is due has no use for a sealing machine.
VERBS = {
    "check": "check:check",
    "commitments": "commitments:open_commitments",
    "due": "due:due",
    "review": "review:review",
    "export": "export:export",
    "publish": "publish:publish",
    "readers": "readers:readers",
    "passphrase": "passphrase:passphrase",
    "verify": "verify:verify",
    "seal": "seal:seal",
    "open": "open:open_",
}


class _Commands(click.Group):
    """Every verb; what stops one is a sentence on standard error and the status 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, as somebody comes to need them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of this name."""
        if cmd_name not in VERBS:
            return None
        module, _, name = VERBS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"afterword.cli.{module}"), name)
        return command

    def main(self, args: Sequence[str] | None = None, *others: Any, **named: Any) -> Any:
        """Run what the command line says, or the arguments that another program gives; a verb can ask its context which it was."""
        return super().main(args, *others, **{"obj": COMMAND if args is None else None, **named})

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb, and turn what stops it into a sentence and a status."""
        try:
            return super().invoke(ctx)
        except AfterwordError as error:
            click.echo(f"afterword: {error}", err=True)
            sys.exit(COULD_NOT_RUN)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="afterword")
def main() -> None:
    """A journal of job interviews. Run in the folder of your mkdocs.yml, or below it."""
