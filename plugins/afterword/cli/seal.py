"""`afterword seal`: any built site, whatever built it, becomes a folder that may be published."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from afterword.cli.asking import (
    asked_passphrase,
    own_phrase_option,
    passphrase_options,
    require_good_passphrase,
)
from afterword.cli.sealing import refuse_elsewhere, sealed_into
from afterword.vault.folders import found_files, require_room
from afterword.vault.header import ITERATIONS, SALT_SIZE
from afterword.vault.keys import wrapping_key
from afterword.vault.runnable import list_in


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FOLDER",
    help="A folder that does not exist yet.",
)
@own_phrase_option
@passphrase_options
def seal(folder: Path, target: Path, passphrase_file: Path | None, *, own_phrase: bool) -> None:
    """Seal the built site in FOLDER, so that only a passphrase opens it."""
    require_room(target)
    files = found_files(folder)
    refuse_elsewhere(files)
    phrase = asked_passphrase(passphrase_file, confirm=True)
    require_good_passphrase(phrase, own=own_phrase)
    salt = secrets.token_bytes(SALT_SIZE)
    key = wrapping_key(phrase, salt=salt, iterations=ITERATIONS)
    if not list_in(files):
        click.echo(
            "Afterword did not build this site, so each page and script in it runs for whoever opens it: seal only what you made yourself.",
            err=True,
        )
    sealed_into(target, files, [key], salt=salt, iterations=ITERATIONS)
    click.echo(
        f"Sealed {len(files)} files into {target}. Publish all of it, and nothing else.", err=True
    )
