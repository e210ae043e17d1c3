"""`afterword readers`: who may open what is published, one name a line; add one, remove one."""

from __future__ import annotations

from pathlib import Path

import click

from afterword.cli.asking import asked_passphrase, passphrase_options
from afterword.cli.configuration import find_configuration_file
from afterword.errors import VaultError
from afterword.pages.audience import Profile
from afterword.vault.passphrases import generated
from afterword.vault.readers import (
    FILE,
    Readers,
    read_readers,
    with_reader,
    without_reader,
    write_readers,
)

_CONFIG = click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this mkdocs.yml."
)


def required_readers(config: Path | None) -> tuple[Path, Readers]:
    """The file of the readers beside the mkdocs.yml, and who is in it. Raises VaultError before the first publish."""
    path = find_configuration_file(config, start=Path.cwd()).parent / FILE
    found = read_readers(path)
    if found is None:
        raise VaultError(
            f"There is no {FILE} yet. It is made by the first publish: afterword publish"
        )
    return path, found


@click.group()
def readers() -> None:
    """Say who may open what is published, add somebody, or remove them."""


@readers.command("list")
@_CONFIG
def list_readers(config: Path | None) -> None:
    """Print each reader's name, yours first, and which profile the others open."""
    found = required_readers(config)[1]
    for name in found.boxes:
        profile = found.profiles.get(name)
        click.echo(f"{name}: {profile}" if profile else name)


@readers.command()
@click.argument("name")
@click.option(
    "--profile",
    type=click.Choice([one.value for one in Profile]),
    default=Profile.FULL.value,
    show_default=True,
    help="Which publish they open: the whole site, or one with this profile.",
)
@_CONFIG
@passphrase_options
def add(name: str, profile: str, config: Path | None, passphrase_file: Path | None) -> None:
    """Add a reader and print their passphrase. It opens the next publish of that profile."""
    path, found = required_readers(config)
    new = generated()
    first = asked_passphrase(passphrase_file)
    write_readers(path, with_reader(found, name, new, first=first, profile=profile))
    click.echo(new)
    click.echo(
        f"That is {name}'s passphrase, shown this once. Commit {FILE}, then publish.", err=True
    )


@readers.command()
@click.argument("name")
@_CONFIG
def remove(name: str, config: Path | None) -> None:
    """Remove a reader. The next publish is closed to them; what they have read or kept is theirs."""
    path, found = required_readers(config)
    write_readers(path, without_reader(found, name))
    click.echo(f"{name} cannot open the next publish. Commit {FILE}, then publish now.", err=True)
