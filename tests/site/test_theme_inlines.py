"""What a theme's templates write is known; what a page holds beside it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from afterword.site.finished.theme_inlines import Inlines, ThemeInlines, templates_below, written_in


def test_a_script_is_known_as_its_template_writes_it() -> None:
    assert written_in(["<script>go()</script>"]).filled(str.upper).scripts == {"go()"}


def test_a_hole_is_filled_with_the_configuration() -> None:
    written = written_in(['<script>base = "{{ base_url }}"</script>'])
    filled = written.filled(lambda piece: piece.replace("{{ base_url }}", ".."))
    assert filled.scripts == {'base=".."'}


def test_a_style_is_known_apart_from_scripts() -> None:
    known = written_in(["<STYLE media=print>p { }</STYLE>"]).filled(str)
    assert known == Inlines(styles=frozenset({"p{}"}))


@pytest.mark.parametrize(
    "template",
    [
        "<script>go('{{ page.meta.location }}')</script>",
        "<script>{% if page %}go(){% endif %}</script>",
        "<script>{% for one in nav %}{{ one }}{% endfor %}</script>",
        '<script src="a.js"></script>',
        "<script> </script>",
        "<p>go()</p>",
    ],
)
def test_what_a_page_would_have_a_say_in_is_not_known(template: str) -> None:
    assert written_in([template]).filled(str) == Inlines()


def test_what_cannot_stand_alone_is_not_known() -> None:
    assert written_in(["<script>{{ of.another }}</script>"]).filled(lambda _: None) == Inlines()


def test_every_template_below_a_folder_is_read_but_for_those_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "partials").mkdir()
    (tmp_path / "main.html").write_text("main")
    (tmp_path / "partials" / "odd.html").write_bytes(b"\xff")
    (tmp_path / "partials" / "style.css").write_text("p {}")
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere.html")
    assert list(templates_below([str(tmp_path)])) == ["main"]


@pytest.mark.parametrize("kind", ["application/json", "application/ld+json"])
def test_settings_are_nothing_that_runs(kind: str) -> None:
    settings = f'<script id="a" type="{kind}">{{}}</script>'
    other = '<script type="application/javascript">go()</script>'
    assert written_in([settings, other]).filled(str) == Inlines(frozenset({"go()"}))


def test_no_template_is_looked_for_among_the_icons(tmp_path: Path) -> None:
    (tmp_path / ".icons" / "fontawesome").mkdir(parents=True)
    (tmp_path / ".icons" / "fontawesome" / "all.html").write_text("<script>go()</script>")
    (tmp_path / "main.html").write_text("main")
    assert list(templates_below([str(tmp_path)])) == ["main"]


@pytest.mark.parametrize("base", [".", "../.."])
def test_a_piece_is_filled_in_for_each_way_to_the_top(base: str) -> None:
    templates = [
        "<script>{{ base_url }} {{ config.name }}</script><style>{{ config.name }}</style>"
    ]
    inlines = ThemeInlines(written_in(templates), Environment(autoescape=True), {"name": "A"})
    for _ in range(2):
        assert inlines.at(base) == Inlines(frozenset({f"{base}A"}), frozenset({"A"}))


@pytest.mark.parametrize(
    "hole",
    [
        "{{ of.another }}",
        "{{ config.name + 1 }}",
        "{{ config.name.index('z') }}",
        "{{ [].pop(0) }}",
        "{{ config.name | dictsort }}",
        "{% include 'gone.html' %}",
        "{{ unfinished",
    ],
)
def test_a_piece_that_cannot_stand_alone_takes_nothing_from_the_others(hole: str) -> None:
    templates = [f"<script>{hole}</script><script>go()</script>"]
    inlines = ThemeInlines(written_in(templates), Environment(autoescape=True), {"name": "A"})
    assert inlines.at(".") == Inlines(frozenset({"go()"}))


def test_whatever_a_template_writes_first_comes_before_the_rest() -> None:
    written = written_in(
        ["<script>a</script><style>c</style>", "<script>b</script><script>a</script>"]
    )
    assert (written.scripts, written.styles) == (("a", "b"), ("c",))
