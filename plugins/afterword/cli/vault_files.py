"""What `afterword init` adds to a vault of Obsidian's, where its writer wants that: new files, and the types of properties."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from afterword.errors import OutputError
from afterword.reading.folder import is_small
from afterword.writing.changing import Change
from afterword.writing.obsidian import (
    SETTINGS_FOLDER,
    TEMPLATES,
    TYPES,
    TypesError,
    base,
    new_types,
    template,
    template_folder,
    with_types,
)

_BY_HAND = (
    "{}, so it was left as it is. Add by hand what afterword schema --format obsidian prints."
)


class VaultFiles(NamedTuple):
    """New files by their paths below the journal's project, the change of the one that is there, and what is said of it instead."""

    files: Mapping[str, str]
    change: Change | None = None
    told: str = ""


NOTHING = VaultFiles({})


def vault_of(journal: Path, root: Path) -> Path | None:
    """The vault that a journal lies in: the nearest folder with Obsidian's settings, up to the project's; None where there is none."""
    ways = [root / path for path in _up(journal.relative_to(root))]
    return next((one for one in ways if (one / SETTINGS_FOLDER).is_dir()), None)


def _up(path: Path) -> list[Path]:
    """A path and all above it."""
    return [path, *path.parents]


def vault_files(vault: Path, journal: Path, root: Path) -> VaultFiles:
    """What the vault that the journal of a project lies in lacks. Raises OutputError where its settings lead out of it."""
    types = vault / TYPES
    if not types.resolve().is_relative_to(vault.resolve()):
        raise OutputError(f"{types} leads out of {vault}, so nothing was written there.")
    folder = journal.relative_to(vault).as_posix()
    # A table beside a journal in a folder of a site would be published with the site's other files.
    is_beside = journal.parent == root and journal != vault
    table = journal.parent if is_beside else journal / "templates"
    files = {
        _template_in(vault, journal): template(),
        table / f"{journal.name}.base": base("" if folder == "." else folder),
    }
    change, told = None, ""
    if os.path.lexists(types):
        try:
            change = _with_types(types)
        except TypesError as error:
            told = _BY_HAND.format(error)
    else:
        files[types] = new_types()
    named = {path.relative_to(root).as_posix(): text for path, text in files.items()}
    return VaultFiles(named, change, told)


def _template_in(vault: Path, journal: Path) -> Path:
    """Where the template goes: into the folder that the core plugin looks in, else among the journal's own."""
    settings = vault / TEMPLATES
    text = _text(settings) if settings.is_file() and is_small(settings) else None
    folder = template_folder(text or "")
    if folder is None or not (vault / folder).resolve().is_relative_to(vault.resolve()):
        return journal / "templates" / "interview.md"
    return vault / folder / "Interview.md"


def _with_types(path: Path) -> Change | None:
    """The change that adds our types to those of a vault. Raises TypesError."""
    text = _text(path) if path.is_file() and is_small(path) else None
    if text is None:
        raise TypesError(f"{path.name} could not be read as a file of text")
    after = with_types(text)
    return Change(path, text.encode(), after.encode()) if after != text else None


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None
