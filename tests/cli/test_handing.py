"""The project that a profile's site is built from has no setting of the user's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from afterword.audience.audience import Audience, Profile
from afterword.cli.project.configuration import Configuration, find_configuration
from afterword.cli.publishing.handing import project_for
from afterword.model import Journal

CONFIGURATION = """\
site_name: A
site_url: https://me.example/
repo_url: https://me.example/repository
repo_name: repository
edit_uri: edit/main/
copyright: Me
theme: {name: material, custom_dir: mine, logo: mine.png, language: de}
hooks: [mine.py]
extra: {social: []}
plugins: [search, tags, afterword: {today: 2026-11-20, holidays: [2026-12-25], plain: true}]
"""


@pytest.mark.parametrize("profile", [Profile.COACH, Profile.REPORT])
def test_it_says_what_our_pages_need_and_nothing_else(tmp_path: Path, profile: Profile) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(CONFIGURATION, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    configuration = find_configuration(config, None, start=tmp_path)
    path, _ = project_for(
        config, tmp_path / "made", configuration, Journal(), Audience(profile=profile)
    )
    settings = json.loads(path.read_text(encoding="utf-8"))
    theme = settings.pop("theme")
    assert theme.pop("palette")[0]["scheme"] == "default"
    assert theme == {
        "name": "material",
        "font": False,
        "features": ["search.highlight"],
        "language": "de",
    }
    assert settings.pop("site_name") in {"Reflections on a job search", "Proof of a job search"}
    assert settings == {
        "docs_dir": "pages",
        "use_directory_urls": True,
        "extra": {"generator": False},
        "plugins": [
            "search",
            {"afterword": {"today": "2026-11-20", "holidays": ["2026-12-25"], "feedback_delay": 2}},
        ],
    }


@pytest.mark.parametrize("name", ["mkdocs", "readthedocs"])
def test_a_theme_of_the_hosts_own_loads_nothing_from_elsewhere(tmp_path: Path, name: str) -> None:
    configuration = Configuration(folder=tmp_path, sources=tmp_path, theme=name)
    path, _ = project_for(
        tmp_path / "mkdocs.yml", tmp_path, configuration, Journal(), Audience(profile=Profile.COACH)
    )
    theme = json.loads(path.read_text(encoding="utf-8"))["theme"]
    assert theme == {"name": name, "highlightjs": False}
