"""MkDocs' own objects for tests that build no whole site: its configuration, its files, and a host that may make some at any time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from afterword.plugin import HOST as OF_MKDOCS
from afterword.site.host import Host


def _generated(
    config: MkDocsConfig, path: str, *, content: str | None = None, **named: Any
) -> File:
    """What MkDocs' own maker of files makes, which only an event of a build may ask."""
    source = named.pop("abs_src_path", None)
    made = File(path, None, config.site_dir, config.use_directory_urls, **named)
    made.content_string, made.abs_src_path, made.generated_by = content or "", source, "afterword"
    return made


HOST: Host[Any] = replace(OF_MKDOCS, make_file=_generated)


def configuration(folder: Path, **settings: object) -> MkDocsConfig:
    """A configuration as MkDocs reads it from a file with these settings, for the sources in the folder `docs` there."""
    made = MkDocsConfig(config_file_path=str(folder / "mkdocs.yml"))
    docs = folder / "docs"
    docs.mkdir(exist_ok=True, parents=True)
    made.load_dict(
        {
            "site_name": "A",
            "docs_dir": str(docs),
            "site_dir": str(folder / "site"),
            "theme": {"name": "mkdocs"},
            "plugins": [],
            **settings,
        }
    )
    failed, _ = made.validate()
    assert failed == []
    return made
