"""The command `afterword`, and the one place where an error becomes an exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

import click

from afterword.cli.check import check
from afterword.cli.commitments import open_commitments
from afterword.cli.due import due
from afterword.cli.export import export
from afterword.cli.handing_on import COMMAND
from afterword.cli.open import open_
from afterword.cli.passphrase import passphrase
from afterword.cli.publish import publish
from afterword.cli.readers import readers
from afterword.cli.review import review
from afterword.cli.seal import seal
from afterword.cli.verify import verify
from afterword.errors import AfterwordError

COULD_NOT_RUN = 2


class _Commands(click.Group):
    """Every verb; what stops one is a sentence on standard error and the status 2."""

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
@click.version_option(version("mkdocs-afterword"), prog_name="afterword")
def main() -> None:
    """A journal of job interviews. Run in the folder of your mkdocs.yml, or below it."""


for _command in (
    check,
    open_commitments,
    due,
    review,
    export,
    publish,
    readers,
    passphrase,
    verify,
    seal,
    open_,
):
    main.add_command(_command)
