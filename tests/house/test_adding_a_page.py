"""A page is added in one place: its module with its template, and a row. Here that is done to a copy of the table."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from tests.end_to_end.projects import ROOT, write_project
from tests.end_to_end.test_build import JOURNAL

from afterword.edition.edition import Edition
from afterword.edition.rendering import environment, render
from afterword.plugin import HOST, AfterwordPlugin
from afterword.site.build import Build
from afterword.site.registry import REGISTRY, page

PAGES = ROOT / "plugins" / "afterword" / "pages"
# What would stand in pages/templates/companies.md.
TEMPLATE = """\
# Companies

<ul>
{% for name in names %}<li>{{ name }}</li>
{% endfor %}
</ul>
"""


def companies_page(edition: Edition) -> str:
    """What would stand in pages/companies.py."""
    names = sorted({one.company for one in edition.journal.interviews})
    return render(edition, "companies.md", environment().from_string(TEMPLATE), names=names)


def test_a_page_is_a_module_a_template_and_a_row(tmp_path: Path) -> None:
    row = page("companies.md", "Companies", companies_page)
    other = page("other.md", "Others", companies_page, is_listed=False)
    config = load_config(str(write_project(tmp_path, JOURNAL) / "mkdocs.yml"))
    plugin = config.plugins["afterword"]
    assert isinstance(plugin, AfterwordPlugin)
    plugin.build = Build(HOST, registry=(*REGISTRY[:2], row, other, *REGISTRY[2:]))
    build(config)
    made = (tmp_path / "site" / "companies" / "index.html").read_text(encoding="utf-8")
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "<li>Larkspur</li>\n<li>Northwind</li>" in made
    assert 'href="other/"' not in home
    assert home.index('href="companies/"') < home.index('href="timeline/"')


def test_each_page_has_a_module_and_a_template_of_its_name() -> None:
    """But for the pieces that several share, and the one page that is whole by itself."""
    modules = {path.stem for path in PAGES.glob("*.py")} - {"__init__"}
    templates = {path.stem for path in (PAGES / "templates").iterdir()}
    assert templates - modules == {"items", "marks", "missing", "parts", "pictures"}
    assert modules - templates == set()
