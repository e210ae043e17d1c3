"""What `afterword init` is going to make: in a folder of its own, in a site that is there already, or in a vault of Obsidian's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from afterword.cli.project.configuration import NAMES, find_configuration
from afterword.cli.starting.vault_files import NOTHING, VaultFiles, vault_files
from afterword.errors import ConfigurationError, OutputError
from afterword.frozen import dataclass, field
from afterword.writing.changing import Change
from afterword.writing.starting.folder_names import has_unseen, leads_below
from afterword.writing.starting.into_site import has_journal, with_journal
from afterword.writing.starting.new_journal import (
    JOURNAL,
    SETTINGS,
    has_entries,
    own_journal,
    settings,
    site_journal,
    vault_journal,
)
from afterword.writing.starting.obsidian import SETTINGS_FOLDER

# What a new repository on a host brings along.
_HARMLESS = ("readme", "license", "licence", "copying")

# A folder at the top of a site that MkDocs passes over, as long as its settings do not take it in.
_LEFT_OUT = "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Files to be made below a folder, by their paths, and the one that is to be changed for it; `vault` is what Obsidian is given beside."""

    root: Path
    journal: Path
    files: Mapping[str, str] = field(default_factory=dict)
    change: Change | None = None
    is_own: bool = False
    vault: VaultFiles = NOTHING

    @property
    def changes(self) -> list[Change]:
        """Every file that is to be changed."""
        return [one for one in (self.change, self.vault.change) if one]

    def with_vault(self, vault: Path) -> Plan:
        """The same, with what a vault of Obsidian's is given."""
        found = vault_files(vault, self.journal, self.root)
        return replace(self, files={**self.files, **found.files}, vault=found)

    @property
    def lacks_for_vault(self) -> bool:
        """Whether any of what Obsidian is given is not there."""
        missing = (name for name in self.vault.files if not (self.root / name).exists())
        return bool(self.vault.change) or any(missing)

    @property
    def config(self) -> Path:
        """The configuration that the journal is read with."""
        return (
            self.change.path if self.change else _configuration(self.root) or self.root / SETTINGS
        )


def own_plan(root: Path, day: date, *, here: bool) -> Plan:
    """A journal in a folder of its own, or what such a one lacks.

    Raises ConfigurationError for a folder with other things in it, which its user may not have meant.
    """
    if not root.exists():
        _require_seen(str(root))
    elif not root.is_dir():
        raise ConfigurationError(f"{root} is a file. Name a folder that is new or empty.")
    config = _configuration(root)
    if config is None:
        if not here and (other := _other_things(root)):
            raise ConfigurationError(
                f"{root} has other things in it, such as {other}. Name a new folder, or run afterword init --here inside of it if you mean that one."
            )
        folder = JOURNAL
    elif has_journal(_text(config)):
        folder = _folder_below(root, config)
    else:
        raise ConfigurationError(
            f"{root} is a site already. To keep a journal in one of its folders: afterword init --into {root}"
        )
    journal = root / folder
    files = own_journal(day, folder, with_example=not has_entries(journal))
    if config is not None and config.name != SETTINGS:
        files.pop(SETTINGS)
    return Plan(root=root, journal=journal, files=files, is_own=True)


def plan_into(place: Path, day: date, name: str | None) -> Plan:
    """A journal in a folder of a site of MkDocs', named by its folder or its mkdocs.yml, or of a vault of Obsidian's.

    Raises ConfigurationError where the place is none of these, and UnsureError where its settings cannot be changed for sure.
    """
    config = place if place.is_file() else _configuration(place)
    if config is not None:
        return _plan_into_site(config, day, _one_name(name or "interviews"))
    if not (place / SETTINGS_FOLDER).is_dir():
        raise ConfigurationError(
            f"{place} has no mkdocs.yml, and is no vault of Obsidian's. Name the folder that has one, or begin a journal of its own: afterword init FOLDER"
        )
    folder = _one_name(name or "Interviews")
    journal = place / folder
    files = vault_journal(day, folder, with_example=not has_entries(journal))
    return Plan(root=place, journal=journal, files=files)


def _plan_into_site(config: Path, day: date, name: str) -> Plan:
    root, text = config.parent, _text(config)
    if config.is_symlink():
        raise OutputError(f"{config} is a link to another place. Name the file itself.")
    if has_journal(text):
        folder = _folder_below(root, config)
        change = None
    else:
        if Path(name).parts[0] == _LEFT_OUT:
            raise ConfigurationError(
                f"MkDocs leaves a folder that is called {_LEFT_OUT} out of a site. Name one such as interviews."
            )
        folder = _below(root, find_configuration(config, None, start=root).sources / name)
        change = Change(config, _bytes(config), with_journal(text, name).encode())
    journal = root / folder
    files = site_journal(day, folder, with_example=not has_entries(journal))
    return Plan(root=root, journal=journal, files=files, change=change)


def is_new_vault(folder: Path) -> bool:
    """Whether a folder is a vault of Obsidian's without the settings of a site."""
    return (folder / SETTINGS_FOLDER).is_dir() and _configuration(folder) is None


def _configuration(folder: Path) -> Path | None:
    return next((folder / name for name in NAMES if (folder / name).is_file()), None)


def _folder_below(root: Path, config: Path) -> str:
    """The folder of the entries of a journal that is set up already."""
    if _text(config) == settings():
        # Its folder may have gone, and comes again.
        return JOURNAL
    return _below(root, find_configuration(config, None, start=root).folder)


def _below(root: Path, folder: Path) -> str:
    if not folder.resolve().is_relative_to(root.resolve()):
        raise OutputError(f"{folder} lies outside of {root}, so nothing was written.")
    return folder.resolve().relative_to(root.resolve()).as_posix()


def _other_things(folder: Path) -> str | None:
    """A file or folder that nobody would have who is about to begin a journal here."""
    if not folder.is_dir():
        return None
    names = sorted(one.name for one in folder.iterdir())
    is_known = {JOURNAL, SETTINGS}
    others = [one for one in names if not one.startswith(".") and one not in is_known]
    return next((one for one in others if not one.lower().startswith(_HARMLESS)), None)


def _one_name(name: str) -> str:
    """The name of one folder, or the path to one below. Raises ConfigurationError for a path to another place."""
    _require_seen(name)
    is_elsewhere = name.startswith(("~", "/")) or ".." in name
    if is_elsewhere or not leads_below(name.strip("/ ")):
        raise ConfigurationError(
            f"'{name}' is no name for a folder in there. Name one such as interviews."
        )
    return name.strip("/ ")


def _require_seen(name: str) -> None:
    """Raises ConfigurationError for a name that would be seen as another one."""
    if has_unseen(name):
        raise ConfigurationError(
            "The name of that folder has a sign in it that nobody sees, such as a line break. Name one such as interviews."
        )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"{path} could not be opened: {error.strerror}.") from error


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode()
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path} is not text in UTF-8. Save it as UTF-8.") from error
