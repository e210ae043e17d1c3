"""`afterword verify`: whether what is published is what this machine would publish, and opens."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from afterword.cli.asking import asked_passphrase, passphrase_options
from afterword.vault import open_vault
from afterword.vault.folders import read_folder
from afterword.vault.hosting import fetched
from afterword.vault.verifying import differences, fetched_vault


@click.command()
@click.argument("place", metavar="URL_OR_FOLDER")
@passphrase_options
def verify(place: str, passphrase_file: Path | None) -> None:
    """Compare what is published with what this machine would publish, and open it with your passphrase.

    Ends with status 0 when all is well, 1 when something is not, 2 when it could not look.
    """
    published = _published(place)
    wrong = list(differences(published))
    for sentence in wrong:
        click.echo(sentence)
    if wrong:
        click.echo("Do not type your passphrase into that page before you know why.", err=True)
        sys.exit(1)
    files = open_vault(published, asked_passphrase(passphrase_file))
    click.echo(f"All is well: the page and the worker are ours, and {len(files)} files open.")


def _published(place: str) -> dict[str, bytes]:
    if place.startswith(("https://", "http://")):
        return fetched_vault(place, fetch=_content)
    return read_folder(Path(place))


def _content(address: str) -> bytes | None:
    answer = fetched(address)
    return answer.content if answer.status == 200 else None
