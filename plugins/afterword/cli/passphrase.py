"""`afterword passphrase`: a new passphrase, or another one for the journal that is published."""

from __future__ import annotations

from pathlib import Path

import click

from afterword.cli.asking import asked_passphrase, passphrase_options
from afterword.cli.readers import required_readers
from afterword.vault.passphrases import generated
from afterword.vault.readers import FILE, with_passphrase, write_readers

_KEEP = "Keep it in a password manager. Nobody can bring it back."


@click.command()
@passphrase_options
@click.option("--change", is_flag=True, help="Make it your own from the next publish on.")
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this mkdocs.yml."
)
def passphrase(passphrase_file: Path | None, config: Path | None, *, change: bool) -> None:
    """Make a passphrase of six words by chance, and print it.

    With --change, the passphrase that you have now is asked for first; other readers keep theirs.
    """
    new = generated()
    if change:
        path, readers = required_readers(config)
        write_readers(
            path, with_passphrase(readers, first=asked_passphrase(passphrase_file), new=new)
        )
        click.echo(
            f"{FILE} is changed. Commit it, and publish, so that the old passphrase opens nothing new.",
            err=True,
        )
    click.echo(new)
    click.echo(_KEEP, err=True)
