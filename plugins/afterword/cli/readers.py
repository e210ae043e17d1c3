"""`afterword readers`: who may open what is published, one name a line; add one, remove one, confirm them all."""

from __future__ import annotations

from pathlib import Path

import click

from afterword.audience.audience import Profile
from afterword.cli.project.readers_here import required_readers
from afterword.cli.secrets.asking import asked_passphrase, passphrase_options
from afterword.cli.secrets.new_passphrases import (
    handed_on,
    profiles_to_publish,
    say_whose,
    show_and_put_in_place,
)
from afterword.vault.readers.file import read_unconfirmed, write_readers
from afterword.vault.readers.readers import (
    FILE,
    FIRST,
    Readers,
    confirmed,
    renewed,
    require_new_name,
    staying_without,
    with_reader,
)
from afterword.vault.sealed.passphrases import generated

_CONFIG = click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this mkdocs.yml."
)


_EPILOG = """\b
Examples:
  afterword readers list
  afterword readers add mentor
  afterword readers remove mentor
"""


@click.group(epilog=_EPILOG)
def readers() -> None:
    """Say who may open what is published, add somebody, or remove them."""


@readers.command("list")
@_CONFIG
def list_readers(config: Path | None) -> None:
    """Print each reader's name, yours first, and which profile the others open, as the file says."""
    _list(required_readers(config)[1])


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
    require_new_name(found, name)
    new = generated()
    first = asked_passphrase(passphrase_file)
    added = with_reader(found, name, new, first=first, profile=profile)
    show_and_put_in_place(path, added, [new])
    click.echo(
        f"That is {name}'s passphrase, shown this once. Hand it on in private, and not by the way you share the address. "
        f"Commit {FILE}, then publish: afterword publish{'' if profile == Profile.FULL else f' --profile {profile}'}",
        err=True,
    )


@readers.command()
@click.argument("name")
@_CONFIG
@passphrase_options
def remove(name: str, config: Path | None, passphrase_file: Path | None) -> None:
    """Remove a reader. What you publish next is closed to them; what they have read or kept is theirs.

    Every other reader gets a new passphrase, a line NAME: PASSPHRASE each; yours stays, and the addresses of all pages change. Somebody who
    can write to your private repository could put the earlier file back: then change your own as well, afterword passphrase --change.
    """
    path, found = required_readers(config)
    new = {one: generated() for one in staying_without(found, name)}
    first = asked_passphrase(passphrase_file)
    left = renewed(found, {FIRST: first, **new}, first=first)
    show_and_put_in_place(path, left, handed_on(new))
    say_whose(left, new)
    click.echo(
        f"{name} cannot open what you publish from now on. Your own passphrase stays; your browsers ask for it once more. "
        f"Commit {FILE}, then publish anew: {profiles_to_publish(found)}.",
        err=True,
    )


@readers.command()
@_CONFIG
@passphrase_options
def confirm(config: Path | None, passphrase_file: Path | None) -> None:
    """Print who is in the file, and sign it with your passphrase as it stands.

    For a file that you edited by hand, or that an earlier version wrote. If somebody stands in it who should not, or with more than they
    should see, stop, and take the file from an earlier commit.
    """
    path, found = required_readers(config, read=read_unconfirmed)
    _list(found)
    for profile, last in found.publishes.items():
        click.echo(
            f"Last published as {profile}: {last.entries} entries, to {last.remote}, branch {last.branch}.",
            err=True,
        )
    click.echo(
        "These may read what you publish next. Your passphrase signs that; without it, nothing is changed.",
        err=True,
    )
    write_readers(path, confirmed(found, asked_passphrase(passphrase_file)))
    click.echo(f"{FILE} is signed. Commit it.", err=True)


def _list(found: Readers) -> None:
    for name in found.boxes:
        profile = found.profiles.get(name)
        click.echo(f"{name}: {profile}" if profile else name)
