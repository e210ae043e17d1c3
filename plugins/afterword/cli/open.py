"""`afterword open`: what was sealed, as the files that it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from afterword.cli.secrets.asking import asked_passphrase, passphrase_options
from afterword.vault.folders import found_files, require_room, write_files
from afterword.vault.opening import opened_files
from afterword.vault.paths import is_special, shown

_NAMED = 5

_EPILOG = """\b
Examples:
  afterword open sealed --to opened
"""


@click.command("open", epilog=_EPILOG)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FOLDER",
    help="A folder that does not exist yet.",
)
@click.option(
    "--all",
    "with_special",
    is_flag=True,
    help="Write hidden files too, and names that mean something to a system, such as .git.",
)
@passphrase_options
def open_(folder: Path, target: Path, passphrase_file: Path | None, *, with_special: bool) -> None:
    """Open the sealed site in FOLDER: each file as it was, readable by anybody who gets at it."""
    require_room(target)
    opened = opened_files(found_files(folder), asked_passphrase(passphrase_file))
    left_out: list[str] = []
    wanted = opened if with_special else _without_special(opened, left_out)
    # Others on this machine have no business in it.
    count = write_files(target, wanted, is_private=True)
    if left_out:
        named = ", ".join(map(shown, left_out[:_NAMED]))
        more = f" and {len(left_out) - _NAMED} more" if len(left_out) > _NAMED else ""
        click.echo(
            f"Left out, because a system may take such names for its own: {named}{more}. With --all they are written too.",
            err=True,
        )
    click.echo(
        f"Opened {count} files into {target}. They are readable there: remove them when you are done.",
        err=True,
    )


def _without_special(
    files: Iterable[tuple[str, bytes]], left_out: list[str]
) -> Iterator[tuple[str, bytes]]:
    """The files that any system takes for files; what is left out is noted."""
    for path, content in files:
        if is_special(path):
            left_out.append(path)
        else:
            yield path, content
