"""`afterword passphrase`: a new passphrase, or other ones for the journal that is published."""

from __future__ import annotations

from pathlib import Path

import click

from afterword.cli.project.configuration import find_configuration_file
from afterword.cli.project.readers_here import required_readers
from afterword.cli.secrets.asking import asked_passphrase, passphrase_options
from afterword.cli.secrets.new_passphrases import (
    handed_on,
    profiles_to_publish,
    say_whose,
    show_and_put_in_place,
)
from afterword.errors import ConfigurationError, VaultError
from afterword.vault.readers.readers import FILE, FIRST, renewed, with_passphrase
from afterword.vault.sealed.passphrases import generated

_KEEP = "Keep it in a password manager. Nobody can bring it back."

_NEW = (
    "This is a new one, not in use anywhere yet. Your journal still opens with the one you have: keep that. "
    "To change it: afterword passphrase --change"
)

_EPILOG = """\b
Examples:
  afterword passphrase
  afterword passphrase --change
"""


@click.command(epilog=_EPILOG)
@passphrase_options
@click.option(
    "--change",
    is_flag=True,
    help="Make it your own from the next publish on, and every other reader's anew as well.",
)
@click.option(
    "--keep-readers",
    is_flag=True,
    help="With --change: the others keep their passphrases. For a mere change of mind; no help when somebody may have seen yours.",
)
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this mkdocs.yml."
)
def passphrase(
    passphrase_file: Path | None, config: Path | None, *, change: bool, keep_readers: bool
) -> None:
    """Make a passphrase of six words by chance, and print it.

    With --change, the passphrase that you have now is asked for first. Every other reader gets a new one too: a line NAME: PASSPHRASE
    for each follows yours. What was known before opens nothing that is published afterwards.
    """
    if change:
        _change(config, passphrase_file, keep_readers=keep_readers)
        return
    if keep_readers:
        raise VaultError("--keep-readers says what --change leaves as it is: give both, or none.")
    click.echo(generated())
    click.echo(_NEW if _is_published(config) else _KEEP, err=True)


def _is_published(config: Path | None) -> bool:
    """Whether the journal here has a passphrase already; there need be none to make one."""
    try:
        return (find_configuration_file(config, start=Path.cwd()).parent / FILE).exists()
    except ConfigurationError:
        return False


def _change(config: Path | None, passphrase_file: Path | None, *, keep_readers: bool) -> None:
    path, readers = required_readers(config)
    first = asked_passphrase(passphrase_file)
    if keep_readers:
        new = {FIRST: generated()}
        changed = with_passphrase(readers, first=first, new=new[FIRST])
    else:
        new = {name: generated() for name in readers.boxes}
        changed = renewed(readers, new, first=first)
    show_and_put_in_place(path, changed, [new[FIRST], *handed_on(new)])
    click.echo(f"The first line is yours. {_KEEP}", err=True)
    say_whose(changed, new)
    if keep_readers:
        click.echo(
            "The others keep theirs. Whoever has your old passphrase and a copy of the file has their keys, and goes on reading with them; "
            "so does whoever has one of theirs. If that may be, leave out --keep-readers.",
            err=True,
        )
    click.echo(
        f"{FILE} is changed. Commit it, and publish anew, so that the old passphrase opens nothing new: {profiles_to_publish(changed)}. "
        "Where a program has the old one (a file, a variable, a workflow's secret), give it the new one.",
        err=True,
    )
