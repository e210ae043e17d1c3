"""What a new journal begins with: its settings, one example, an entry to copy, and what git leaves out."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from afterword.errors import OutputError
from afterword.frozen import dataclass
from afterword.writing.entries.entry_text import line_of
from afterword.writing.files import create
from afterword.writing.starting.editor_files import EDITOR_FILES
from afterword.writing.starting.example import EXAMPLE_NAME, example_text
from afterword.writing.starting.obsidian import template

# The folder of the entries in a journal of its own.
JOURNAL = "journal"
SETTINGS, IGNORED = "mkdocs.yml", ".gitignore"
# Beside the one that `afterword new` takes, entry.md, which only its writer makes.
_TO_COPY = "templates/interview.md"
_SITE, _VAULT_SITE = "site", ".site"

_SETTINGS = """\
# Your journal. This is all it needs; the journal itself is in the folder {folder}.
site_name: My interviews
{docs_dir}
{site_dir}use_directory_urls: false  # so that the built files open straight from disk
theme:
  name: material
  font: false  # your pages ask nobody on the internet for anything
plugins:
  - search
  - afterword
"""
_SITE_DIR = f"site_dir: {_VAULT_SITE}  # a folder that Obsidian passes over\n"
_IGNORED = """\
# The built site can be read by everybody who has it: keep it out of the repository.
/{site}/
/.cache/
.afterword-*.part
.venv/
.DS_Store
"""
_ENTRY_TO_COPY = """\
---
# To copy where the command afterword new is not at hand. Only company and date are needed.
# What you save as entry.md beside this file is what afterword new begins with.
company:
role:
date:
round:
interviewers:
confidence:
---

## Went well
-\N{SPACE}

## Went badly
-\N{SPACE}

## Do differently
-\N{SPACE}
"""


@dataclass(frozen=True, slots=True)
class Laid:
    """Which files are new, and which were there and stayed as they are, by their paths below one folder."""

    new: tuple[str, ...]
    left: tuple[str, ...]


def own_journal(day: date, folder: str = JOURNAL, *, with_example: bool) -> dict[str, str]:
    """The files of a journal in a folder of its own, by their paths."""
    return {
        SETTINGS: settings(),
        IGNORED: _IGNORED.format(site=_SITE),
        **EDITOR_FILES,
        **site_journal(day, folder, with_example=with_example),
        f"{folder}/{_TO_COPY}": _ENTRY_TO_COPY,
    }


def vault_journal(day: date, folder: str, *, with_example: bool) -> dict[str, str]:
    """The files that make one folder of a vault of Obsidian's a journal: the settings beside it, and nothing in another's place."""
    return {
        SETTINGS: settings(folder, in_vault=True),
        IGNORED: _IGNORED.format(site=_VAULT_SITE),
        **site_journal(day, folder, with_example=with_example),
        f"{folder}/{_TO_COPY}": template(),
    }


def site_journal(day: date, folder: str, *, with_example: bool) -> dict[str, str]:
    """The files of a journal in a folder of a site: the example, but only where nobody has written there yet."""
    return {f"{folder}/{EXAMPLE_NAME}": example_text(day)} if with_example else {}


def settings(folder: str = JOURNAL, *, in_vault: bool = False) -> str:
    """The text of mkdocs.yml for a journal in a folder."""
    site_dir = _SITE_DIR if in_vault else ""
    return _SETTINGS.format(folder=folder, docs_dir=line_of("docs_dir", folder), site_dir=site_dir)


def has_entries(folder: Path) -> bool:
    """Whether somebody has written into a journal's folder: there is a page that is no template, and not the example."""
    pages = (path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))
    templates = f"{posixpath.dirname(_TO_COPY)}/"
    return any(page != EXAMPLE_NAME and not page.startswith(templates) for page in pages)


def lay(root: Path, files: Mapping[str, str]) -> Laid:
    """Put each file in its place below a folder, unless something has that place.

    Raises OutputError where one cannot be written or its folder is a link that leads elsewhere; those before it are there by
    then, and another run adds the others.
    """
    new, left = [], []
    for name, text in files.items():
        path = root / name
        if not path.parent.resolve().is_relative_to(root.resolve()):
            raise OutputError(f"{path.parent} leads out of {root}, so nothing was written there.")
        try:
            create(path, text.encode())
        except FileExistsError:
            left.append(name)
        else:
            new.append(name)
    return Laid(tuple(new), tuple(left))
