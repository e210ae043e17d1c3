"""The project that a profile's site is built from: what its readers see as data, and a configuration with nothing of the user's.

The journal's folder, its mkdocs.yml, its templates, hooks and plugins have no part in that build, so that nothing in them can
stand in the site.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from afterword.audience.audience import VARIABLE, Audience, Profile, written_audience
from afterword.audience.handed import HANDED, written_journal
from afterword.cli.project.configuration import Configuration
from afterword.cli.publishing.building import build
from afterword.errors import VaultError
from afterword.model import Journal
from afterword.options import SEALED
from afterword.vault.folders import read_folder

_TITLES = {
    Profile.COACH: "Reflections on a job search",
    Profile.REPORT: "Proof of a job search",
}
# Themes whose templates come with MkDocs or with us; anybody else's may say what its owner likes.
_THEMES = frozenset({"material", "mkdocs", "readthedocs"})
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2,4})?")
_PALETTE = [
    {
        "media": f"(prefers-color-scheme: {light})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": f"material/weather-{icon}", "name": f"Change to {other}"},
    }
    for light, scheme, icon, other in (
        ("light", "default", "sunny", "dark"),
        ("dark", "slate", "night", "light"),
    )
]


def project_for(
    config: Path, folder: Path, configuration: Configuration, seen: Journal, audience: Audience
) -> tuple[Path, dict[str, str]]:
    """The mkdocs.yml to build for an audience, and the variables that its build wants: the user's own where they see all of it,
    else one in `folder` that hands over what they see and nothing else.
    """
    settings = {VARIABLE: written_audience(audience), HANDED: ""}
    if audience.profile is Profile.FULL:
        return config, settings
    handed = folder / "journal.json"
    path = _neutral_project(folder, configuration, audience.profile)
    handed.write_text(written_journal(seen), encoding="utf-8")
    return path, {**settings, HANDED: str(handed)}


def constant_site(
    folder: Path, configuration: Configuration, audience: Audience
) -> dict[str, bytes]:
    """What a site has whoever's journal it is: that of an empty one, with the same theme. Nothing where that does not build."""
    profile = audience.profile if audience.profile is not Profile.FULL else Profile.COACH
    bare = Configuration(
        folder=folder,
        sources=folder,
        theme=configuration.theme,
        directory_urls=configuration.directory_urls,
        host=configuration.host,
    )
    path, settings = project_for(
        path_of(folder, bare), folder, bare, Journal(), Audience(profile=profile)
    )
    try:
        build(path, folder / "site", settings={**settings, SEALED: "00"})
    except VaultError:
        return {}
    return read_folder(folder / "site")


def path_of(folder: Path, configuration: Configuration) -> Path:
    """Where the configuration of a project in this folder lies, named after the program that builds it."""
    return folder / f"{configuration.host}.yml"


def _neutral_project(folder: Path, configuration: Configuration, profile: Profile) -> Path:
    """A configuration of our own, with an empty folder of pages; days and holidays are data as well."""
    (folder / "pages").mkdir(parents=True)
    options = configuration.options
    settings = {
        "site_name": _TITLES[profile],
        "docs_dir": "pages",
        "use_directory_urls": configuration.directory_urls,
        "theme": _theme(configuration),
        "extra": {"generator": False},
        "plugins": [
            "search",
            {
                "afterword": {
                    "today": options.today.isoformat() if options.today else None,
                    "holidays": [day.isoformat() for day in sorted(options.holidays)],
                    "feedback_delay": options.feedback_delay,
                }
            },
        ],
    }
    path = path_of(folder, configuration)
    path.write_text(json.dumps(settings), encoding="utf-8")
    return path


def _theme(configuration: Configuration) -> dict[str, object]:
    name = configuration.theme if configuration.theme in _THEMES else "material"
    if name != "material":
        # Colours for code, of which our pages have none, come from another host.
        return {"name": name, "highlightjs": False}
    language = configuration.language
    spoken = {"language": language} if _LANGUAGE.fullmatch(language) else {}
    return {
        "name": name,
        "font": False,
        "palette": _PALETTE,
        "features": ["search.highlight"],
        **spoken,
    }
