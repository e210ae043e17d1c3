"""`afterword open`: what was sealed, as the files that it was."""

from __future__ import annotations

from pathlib import Path

import click

from afterword.cli.asking import asked_passphrase, passphrase_options
from afterword.vault import open_vault
from afterword.vault.folders import read_folder, require_room, write_folder


@click.command("open")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FOLDER",
    help="A folder that does not exist yet.",
)
@passphrase_options
def open_(folder: Path, target: Path, passphrase_file: Path | None) -> None:
    """Open the sealed site in FOLDER: each file as it was, readable by anybody who gets at it."""
    require_room(target)
    files = open_vault(read_folder(folder), asked_passphrase(passphrase_file))
    # Others on this machine have no business in it.
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_folder(target, files)
    click.echo(
        f"Opened {len(files)} files into {target}. They are readable there: remove them when you are done.",
        err=True,
    )
