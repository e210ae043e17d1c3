"""Where the journal is and what its mkdocs.yml says, read without MkDocs so that a command starts at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from afterword.cli.project.languages import Languages, languages_in
from afterword.cli.project.leaving_out import BY_ITSELF
from afterword.cli.project.listing import Listing, listed
from afterword.errors import ConfigurationError
from afterword.frozen import dataclass, field
from afterword.options import Options, read_options
from afterword.reading.folder import journal_folder
from afterword.vocabulary.extensions import BUILT_IN

# The fork that runs MkDocs' plugins unchanged has names of its own, and looks for them first.
NAMES = ("properdocs.yml", "properdocs.yaml", "mkdocs.yml", "mkdocs.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """The journal's folder, the one of the site's sources that it is or lies in, the plugin's options, and the Markdown extensions and the theme that its pages are made with."""

    folder: Path
    sources: Path
    options: Options = field(default_factory=Options)
    extensions: tuple[str, ...] = BUILT_IN
    extension_configs: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    excluded: tuple[str, ...] = BY_ITSELF
    drafts: tuple[str, ...] = ()
    site_url: str = ""
    theme: str = ""
    language: str = ""
    directory_urls: bool = True
    host: str = "mkdocs"
    languages: Languages = field(default_factory=Languages)

    def listing(self) -> Listing:
        """What MkDocs would read in the journal's folder, and what there is no file to read."""
        left_out = (self.excluded, self.drafts)
        return listed(
            self.folder, left_out=left_out, below=self.options.folder, languages=self.languages
        )


def host(config: Path) -> str:
    """The program that builds a project, `mkdocs` or `properdocs`: whose name the configuration has, or else the one beside it."""
    beside = (name for name in NAMES if (config.parent / name).is_file())
    name = config.name if config.name in NAMES else next(beside, "mkdocs.yml")
    return Path(name).stem


def find_configuration(config: Path | None, journal: Path | None, *, start: Path) -> Configuration:
    """The configuration in a named file, of a bare folder, or in the nearest mkdocs.yml at or above `start`.

    Raises ConfigurationError when there is none or it cannot be read.
    """
    if journal is not None:
        return Configuration(folder=_existing(journal), sources=journal)
    return _read(
        find_configuration_file(
            config,
            start=start,
            or_else=", or a folder with --journal; or begin a journal: afterword init",
        )
    )


def find_configuration_file(config: Path | None, *, start: Path, or_else: str = "") -> Path:
    """The named file, or the nearest mkdocs.yml at or above `start`. Raises ConfigurationError when there is none.

    `or_else` is what a command takes instead.
    """
    path = config or _nearest(start)
    if path is None:
        raise ConfigurationError(
            f"There is no mkdocs.yml or properdocs.yml in {start} or above it. Name one with --config{or_else}."
        )
    return path


def _nearest(start: Path) -> Path | None:
    """The first of the names in a folder or above it. Raises ConfigurationError where one of these folders may not be looked into."""
    for folder in (start, *start.parents):
        try:
            found = [path for name in NAMES if (path := folder / name).is_file()]
        except OSError as error:
            raise ConfigurationError(
                f"{folder} could not be looked into for a mkdocs.yml: {error.strerror}. Name the file with --config, or a folder with --journal."
            ) from error
        if found:
            return found[0]
    return None


def _existing(folder: Path) -> Path:
    try:
        is_there = folder.is_dir()
    except OSError as error:
        raise ConfigurationError(f"{folder} could not be opened: {error.strerror}.") from error
    if not is_there:
        raise ConfigurationError(f"There is no folder {folder}.")
    return folder


def _read(path: Path) -> Configuration:
    settings = _settings(path, depth=0)
    docs = settings.get("docs_dir", "docs")
    if not isinstance(docs, str):
        raise ConfigurationError(f"docs_dir in {path} wants the name of a folder, such as journal.")
    extensions = _extensions(settings.get("markdown_extensions") or [])
    excluded, drafts = (str(settings.get(name) or "") for name in ("exclude_docs", "draft_docs"))
    theme = settings.get("theme")
    theme = theme if isinstance(theme, Mapping) else {"name": theme}
    sources = _existing(path.parent / docs)
    plugins = dict(_named(settings.get("plugins")))
    options = read_options(_plugin_section(plugins))
    return Configuration(
        folder=journal_folder(sources, options.folder),
        sources=sources,
        options=options,
        extensions=tuple(dict.fromkeys((*BUILT_IN, *extensions))),
        extension_configs=extensions,
        excluded=(*BY_ITSELF, *excluded.splitlines()),
        drafts=tuple(drafts.splitlines()),
        site_url=str(settings.get("site_url") or ""),
        theme=str(theme.get("name") or ""),
        language=str(theme.get("language") or ""),
        directory_urls=settings.get("use_directory_urls") is not False,
        host=host(path),
        languages=languages_in(plugins.get("i18n")),
    )


def _settings(path: Path, *, depth: int) -> dict[str, Any]:
    """The settings in a file, laid over those it inherits."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        settings = yaml.load(text, Loader=_Lenient)  # noqa: S506  a SafeLoader that passes over tags it does not know
    except OSError as error:
        raise ConfigurationError(f"{path} could not be opened: {error.strerror}.") from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        place = getattr(error, "problem_mark", None)
        where = f", line {place.line + 1}" if place else ""
        raise ConfigurationError(f"{path}{where} is not YAML that can be read.") from error
    if not isinstance(settings, dict):
        raise ConfigurationError(f"{path} holds no settings.")
    parent = settings.pop("INHERIT", None)
    if isinstance(parent, str) and depth < 10:
        return _laid_over(_settings(path.parent / parent, depth=depth + 1), settings)
    return settings


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        before = merged.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            value = _laid_over(before, value)  # noqa: PLW2901  the value that counts
        merged[key] = value
    return merged


def _plugin_section(plugins: Mapping[str, object]) -> Mapping[str, object]:
    section = plugins.get("afterword")
    if section is None:
        return {}
    if not isinstance(section, Mapping):
        raise ConfigurationError("The afterword plugin's options are lines of a name and a value.")
    return {str(name): value for name, value in section.items() if value is not None}


def _named(entries: object) -> Iterator[tuple[str, object]]:
    """Names with their settings, however MkDocs lets them be written: a list, a mapping, or a list of both."""
    if isinstance(entries, Mapping):
        yield from ((str(name), value) for name, value in entries.items())
    elif isinstance(entries, list):
        for entry in entries:
            if isinstance(entry, Mapping):
                yield from ((str(name), value) for name, value in entry.items())
            else:
                yield str(entry), None


def _extensions(entries: object) -> dict[str, Mapping[str, object]]:
    """Each Markdown extension with its settings; those that name Python objects are left at their defaults."""
    return {
        name: value if isinstance(value, Mapping) and _UNKNOWN not in _leaves(value) else {}
        for name, value in _named(entries)
    }


def _leaves(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield value


_UNKNOWN = object()


class _Lenient(yaml.SafeLoader):
    """Reads `!ENV` as MkDocs does, and passes over every other tag."""


def _pass_over(_loader: _Lenient, _tag: str, _node: yaml.Node) -> object:
    return _UNKNOWN


_Lenient.add_constructor("!ENV", construct_env_tag)
_Lenient.add_multi_constructor("!", _pass_over)
_Lenient.add_multi_constructor("tag:yaml.org,2002:python/", _pass_over)
