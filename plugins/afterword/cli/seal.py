"""`afterword seal`: any built site, whatever built it, becomes a folder that may be published."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path

import click

from afterword.cli.publishing.sealing import refuse_elsewhere, sealed_into
from afterword.cli.secrets.asking import (
    asked_passphrase,
    own_phrase_option,
    passphrase_options,
    require_good_passphrase,
)
from afterword.errors import VaultError
from afterword.vault.folders import found_files, require_room
from afterword.vault.runnable import list_in
from afterword.vault.sealed.header import ITERATIONS, SALT_SIZE
from afterword.vault.sealed.keys import wrapping_key

# What the page of such an entry has.
_NOT_PUBLISHED = b"aw-withheld"

_EPILOG = """\b
Examples:
  afterword seal site --to sealed
"""


@click.command(epilog=_EPILOG)
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
    _require_publishable(files)
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


def _require_publishable(files: Mapping[str, bytes]) -> None:
    """Raise VaultError where a page of the site says of itself that it is not published."""
    pages = (name for name in files if name.endswith(".html"))
    if number := sum(1 for name in pages if _NOT_PUBLISHED in files[name]):
        told = "1 entry that is" if number == 1 else f"{number} entries that are"
        raise VaultError(
            f"This site shows {told} not to be published (draft: true or publish: false), so nothing was sealed. "
            "afterword publish leaves them out, and so does mkdocs build with plain: true among the options of afterword."
        )
