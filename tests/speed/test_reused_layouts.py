"""Like pages are laid out once where nobody but a theme that we know has a say in them, and never in the user's own environment."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, Template
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from afterword.plugin import AfterwordPlugin

HOOK = "def on_page_context(context, **_):\n    return context\n"


def themed(folder: Path, settings: str) -> tuple[Environment, Environment]:
    """A theme's environment, and the one that pages are laid out with."""
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
    # MkDocs keeps the plugin of an earlier configuration in this process.
    made = AfterwordPlugin().on_env(environment, config=config, files=Files([]))
    return environment, made


@pytest.mark.parametrize("name", ["material", "mkdocs"])
def test_pages_of_a_theme_that_we_know_share_a_layout(tmp_path: Path, name: str) -> None:
    environment, made = themed(tmp_path, f"theme: {name}\n")
    assert (environment.template_class is Template, made.template_class is Template) == (
        True,
        False,
    )


@pytest.mark.parametrize(
    "settings",
    [
        "theme: readthedocs\n",
        "theme: material\nhooks: [hook.py]\n",
        "theme: {name: material, custom_dir: mine}\n",
    ],
    ids=["another theme", "a hook that sees each page", "templates of one's own"],
)
def test_where_somebody_else_has_a_say_each_page_is_laid_out(tmp_path: Path, settings: str) -> None:
    environment, made = themed(tmp_path, settings)
    assert made is environment
    assert made.template_class is Template
