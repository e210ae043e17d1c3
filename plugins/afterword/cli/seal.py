"""`afterword seal`: any built site, whatever built it, becomes a folder that may be published."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from afterword.cli.asking import asked_passphrase, passphrase_options
from afterword.cli.sealing import refuse_elsewhere, sealed_with_progress
from afterword.vault.folders import read_folder, require_room, write_folder
from afterword.vault.header import ITERATIONS, SALT_SIZE
from afterword.vault.keys import wrapping_key
from afterword.vault.passphrases import require_strong


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
@click.option("--own-phrase", is_flag=True, help="Take a passphrase that was not made by chance.")
@passphrase_options
def seal(folder: Path, target: Path, passphrase_file: Path | None, *, own_phrase: bool) -> None:
    """Seal the built site in FOLDER, so that only a passphrase opens it."""
    require_room(target)
    files = read_folder(folder)
    refuse_elsewhere(files)
    phrase = asked_passphrase(passphrase_file, confirm=True)
    require_strong(phrase, own=own_phrase)
    salt = secrets.token_bytes(SALT_SIZE)
    key = wrapping_key(phrase, salt=salt, iterations=ITERATIONS)
    sealed = sealed_with_progress(files, [key], salt=salt, iterations=ITERATIONS)
    write_folder(target, sealed)
    click.echo(
        f"Sealed {len(files)} files into {target}. Publish all of it, and nothing else.", err=True
    )
