"""Who may open what this project publishes: the file of its readers, beside its mkdocs.yml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from afterword.cli.project.configuration import find_configuration_file
from afterword.errors import VaultError
from afterword.vault.readers.file import read_readers
from afterword.vault.readers.readers import FILE, Readers


def required_readers(
    config: Path | None, *, read: Callable[[Path], Readers | None] = read_readers
) -> tuple[Path, Readers]:
    """The file of the readers beside the mkdocs.yml, and who is in it. Raises VaultError before the first publish."""
    path = find_configuration_file(config, start=Path.cwd()).parent / FILE
    found = read(path)
    if found is None:
        raise VaultError(
            f"There is no {FILE} yet. It is made by the first publish: afterword publish"
        )
    return path, found
