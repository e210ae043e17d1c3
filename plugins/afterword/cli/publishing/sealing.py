"""What sealing and publishing share: a look at what pages load, and progress for whoever waits."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from afterword.errors import VaultError
from afterword.vault import seal
from afterword.vault.elsewhere import loads_from_elsewhere
from afterword.vault.folders import FolderFiles, write_files
from afterword.vault.runnable import may_run
from afterword.vault.sealing import sealed_files


def refuse_elsewhere(files: Mapping[str, bytes], *, own: str = "", named: bool = True) -> None:
    """Raise VaultError where a page loads something from another host: naming both, unless a log would keep them."""
    for path, address in loads_from_elsewhere(files, own=own):
        if not named:
            raise VaultError(
                "A page loads something from another host, which would learn who reads here, and when. "
                "A log is no place to name it: run this at a terminal, or with --show-names."
            )
        raise VaultError(
            f"{path} loads {address}, and that host would learn who reads here, and when. "
            "Keep a copy in the journal instead; for fonts, set 'font: false' in the theme."
        )


def sealed_with_progress(
    files: Mapping[str, bytes],
    wrapping_keys: Sequence[bytes],
    *,
    salt: bytes,
    iterations: int,
    is_foreign: bool = True,
) -> dict[str, bytes]:
    """The files, sealed; a bar on standard error says how far it is. Where the site is not foreign, it has to list what may run."""
    runs = may_run(files, is_foreign=is_foreign)
    length = sum(len(content) for content in files.values())
    with click.progressbar(length=length, label="Sealing", file=sys.stderr) as bar:
        sealed = seal(
            files,
            wrapping_keys,
            salt=salt,
            iterations=iterations,
            runs=runs,
            sealed_one=bar.update,
        )
        bar.update(length)
    return sealed


def sealed_into(
    target: Path,
    files: FolderFiles,
    wrapping_keys: Sequence[bytes],
    *,
    salt: bytes,
    iterations: int,
    is_foreign: bool = True,
) -> None:
    """What `sealed_with_progress` gives, in a new folder, without all of it ever being in memory."""
    runs = may_run(files, is_foreign=is_foreign)
    length = sum(files.sizes.values())
    with click.progressbar(length=length, label="Sealing", file=sys.stderr) as bar:

        def told() -> Iterator[tuple[str, bytes]]:
            for path, content in sealed_files(
                files, files.pieces, wrapping_keys, salt=salt, iterations=iterations, runs=runs
            ):
                yield path, content
                bar.update(len(content))

        write_files(target, told())
        bar.update(length)
