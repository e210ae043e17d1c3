"""`afterword verify`: whether what is published is what this machine would publish, and opens."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NoReturn

import click

from afterword.cli.secrets.asking import asked_passphrase, passphrase_options
from afterword.vault.folders import found_files
from afterword.vault.hosts.fetching import Answer, fetched
from afterword.vault.hosts.verifying import differences
from afterword.vault.hosts.visiting import visited
from afterword.vault.opening import content_key, files_under
from afterword.vault.pushing.repositories import branch_files, is_bare
from afterword.vault.sealed.header import AlteredError, read_header
from afterword.vault.sealing import HEADER

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_HIDDEN = (
    "A host can still show this machine one thing and a reader another, or hold back your newest publish. "
    "Look from another network now and then, without a name."
)

_EPILOG = """\b
Examples:
  afterword verify sealed
  afterword verify https://me.github.io/interviews-site/
"""


@click.command(epilog=_EPILOG)
@click.argument("place", metavar="ADDRESS")
@passphrase_options
def verify(place: str, passphrase_file: Path | None) -> None:
    """Ask ADDRESS as a browser does, compare what is published with what this machine would publish, and open it with your passphrase.

    ADDRESS may also be a folder, or a bare repository on this machine. Ends with status 0 when all is well, 1 when something
    is not, 2 when it could not look.
    """
    is_address = bool(_ADDRESS.match(place))
    if is_address:
        click.echo("Asking as a browser does, and as this command ...", err=True)
        visit = visited(place, ask=_asked)
        wrong, published = list(visit.wrong), visit.published
    else:
        published = _lying(Path(place))
        wrong = list(differences(published))
    if wrong:
        _end(wrong)
    phrase = asked_passphrase(passphrase_file)
    try:
        count = _opened(published, phrase)
    except AlteredError as error:
        _end([str(error)])
    click.echo(f"All is well: the page and the worker are ours, and {count} files open.")
    if is_address:
        click.echo(_HIDDEN)


def _lying(place: Path) -> Mapping[str, bytes]:
    """What lies on this machine, after a line that says what this cannot tell."""
    found = branch_files(place) if is_bare(place) else found_files(place)
    kind = "a repository" if is_bare(place) else "a folder"
    click.echo(
        f"{place} is {kind} on this machine and no address: what a host hands out is seen only at its https:// address.",
        err=True,
    )
    return found


def _opened(published: Mapping[str, bytes], phrase: str) -> int:
    """How many files open. What was altered under a right passphrase is something wrong, and no failure to look."""
    found = read_header(published[HEADER])
    return sum(1 for _ in files_under(published, found, content_key(found, phrase)))


def _end(wrong: Iterable[str]) -> NoReturn:
    """End with what is wrong."""
    for sentence in wrong:
        click.echo(sentence)
    click.echo("Do not type your passphrase into that page before you know why.", err=True)
    sys.exit(1)


def _asked(address: str, headers: Mapping[str, str], at_most: int) -> Answer:
    return fetched(address, headers, at_most=at_most)
