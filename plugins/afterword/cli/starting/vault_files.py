"""What `afterword init` adds to a vault of Obsidian's, where its writer wants that: new files, and the types of properties."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from afterword.errors import OutputError
from afterword.frozen import NamedTuple
from afterword.reading.folder import is_small
from afterword.reading.for_writer import is_for_writer
from afterword.writing.changing import Change
from afterword.writing.starting.obsidian import (
    SETTINGS_FOLDER,
    TEMPLATES,
    TYPES,
    TemplatesError,
    TypesError,
    base,
    new_types,
    template,
    template_folder,
    with_types,
)

# The folder of a journal's own templates.
_USUAL = "templates"
_BY_HAND = (
    "{}, so it was left as it is. Add by hand what afterword schema --format obsidian prints."
)


class VaultFiles(NamedTuple):
    """New files by their paths below the journal's project, the change of the one that is there, and what is said of it instead."""

    files: Mapping[str, str]
    change: Change | None = None
    told: tuple[str, ...] = ()


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
    # A table beside a journal in a folder of a site would be published with the site's other files.
    is_beside = journal.parent == root and journal != vault
    usual = journal / _USUAL
    table = journal.parent if is_beside else usual
    place, about_templates = _place_of_template(vault, journal)
    files = {
        place: template(),
        table / f"{journal.name}.base": _base(vault, journal, {usual: None, place.parent: None}),
    }
    change, about_types = None, ""
    if os.path.lexists(types):
        try:
            change = _with_types(types)
        except TypesError as error:
            about_types = _BY_HAND.format(error)
    else:
        files[types] = new_types()
    named = {path.relative_to(root).as_posix(): text for path, text in files.items()}
    return VaultFiles(named, change, tuple(filter(None, (about_templates, about_types))))


def _base(vault: Path, journal: Path, templates: Iterable[Path]) -> str:
    """The table of a journal, without the templates that lie in it."""
    inside = [one for one in templates if one.is_relative_to(journal)]
    return base(_in_vault(vault, journal), [_in_vault(vault, one) for one in inside])


def _in_vault(vault: Path, folder: Path) -> str:
    """The path of a folder in a vault; empty for the vault itself."""
    path = folder.relative_to(vault).as_posix()
    return "" if path == "." else path


def _place_of_template(vault: Path, journal: Path) -> tuple[Path, str]:
    """Where the template goes: into the folder that the core plugin looks in, else among the journal's own, and why that is said."""
    usual = journal / _USUAL / "interview.md"
    settings = vault / TEMPLATES
    if not settings.is_file():
        return usual, ""
    try:
        named = template_folder((_text(settings) if is_small(settings) else None) or "")
        return (_free(vault, journal, named) / "Interview.md" if named else usual), ""
    except TemplatesError as error:
        lies = f"so the template is in {usual.parent.relative_to(vault).as_posix()}"
        return usual, f"{TEMPLATES} {error}, {lies}."


def _free(vault: Path, journal: Path, named: str) -> Path:
    """The folder of templates of a vault. Raises TemplatesError for one that is no folder in it, or is a part of the journal's site."""
    folder = vault / named
    if not _is_folder_in(vault, folder):
        raise TemplatesError("names no folder that could be made in this vault")
    place, entries = folder.resolve() / "Interview.md", journal.resolve()
    is_inside = place.is_relative_to(entries)
    if is_inside and not is_for_writer(place.relative_to(entries).as_posix()):
        raise TemplatesError("names a folder of the journal whose pages are on its site")
    return folder


def _is_folder_in(vault: Path, folder: Path) -> bool:
    """Whether a folder lies in a vault, or could be made there."""
    there = next(one for one in (folder, *folder.parents) if os.path.lexists(one))
    return there.is_dir() and folder.resolve().is_relative_to(vault.resolve())


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
