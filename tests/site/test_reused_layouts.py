"""Like pages are laid out once where nobody but a theme that we know has a say in them; else Jinja's own templates stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Template
from mkdocs.config import load_config
from mkdocs.structure.files import Files

HOOK = "def on_page_context(context, **_):\n    return context\n"


def template_class(folder: Path, settings: str) -> type[Template]:
    """The class of templates in a theme's environment, once the plugin has prepared it."""
    for name, text in {
        "mkdocs.yml": f"site_name: A\nplugins: [search, afterword]\n{settings}",
        "docs/index.md": "# A\n",
        "hook.py": HOOK,
        "mine/own.html": "",
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    config = load_config(str(folder / "mkdocs.yml"))
    environment = config.theme.get_env()
    config.plugins["afterword"].on_env(environment, config=config, files=Files([]))
    return environment.template_class


@pytest.mark.parametrize("name", ["material", "mkdocs"])
def test_pages_of_a_theme_that_we_know_share_a_layout(tmp_path: Path, name: str) -> None:
    assert template_class(tmp_path, f"theme: {name}\n") is not Template


@pytest.mark.parametrize(
    "settings",
    [
        "theme: readthedocs\n",
        "theme: material\nhooks: [hook.py]\n",
        "theme: {name: material, custom_dir: mine}\n",
    ],
    ids=["another theme", "a hook that sees each page", "templates of one's own"],
)
def test_where_somebody_else_has_a_say_each_page_is_laid_out(
    tmp_path: Path, settings: str
) -> None:
    assert template_class(tmp_path, settings) is Template
