"""Links as note-taking programs write them lead somewhere, or are words."""

from __future__ import annotations

import markdown
import pytest

from afterword.site.entries.markdown import EntryMarkdown, theme_addresses
from afterword.site.entries.note_links import NoteFiles

FILES = NoteFiles(
    [
        "notes/orbit.md",
        "orbit.md",
        "2026/near.md",
        "near.md",
        "Companies/Café Größe.md",
        "pictures/Board.PNG",
        "pictures/plan.pdf",
    ]
)


def converted(text: str, *extensions: str, notes: NoteFiles = FILES) -> str:
    extension = EntryMarkdown()
    extension.themes = theme_addresses("2026/northwind.md", {"kafka": "kafka"}.get)
    extension.page, extension.notes = "2026/northwind.md", notes
    html = markdown.markdown(text, extensions=["toc", "tables", *extensions, extension])
    return html.removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("[[orbit]]", '<a href="../orbit.md">orbit</a>'),
        ("[[Orbit|them]]", '<a href="../orbit.md">them</a>'),
        ("[[notes/orbit]]", '<a href="../notes/orbit.md">orbit</a>'),
        ("[[/orbit.md]]", '<a href="../orbit.md">orbit.md</a>'),
        ("[[near]]", '<a href="near.md">near</a>'),
        ("[[orbit#The team]]", '<a href="../orbit.md#the-team">orbit &gt; The team</a>'),
        ("[[orbit#^a1]]", '<a href="../orbit.md">orbit</a>'),
        ("[[#The team]]", '<a href="#the-team">The team</a>'),
        (
            "[[café größe]]",
            '<a href="../Companies/Caf%C3%A9%20Gr%C3%B6%C3%9Fe.md">café größe</a>',
        ),
        ("![[board.png]]", '<img alt="board" src="../pictures/Board.PNG" />'),
        ("![[board.png|300]]", '<img alt="board" src="../pictures/Board.PNG" width="300" />'),
        ("![[board.png|300x200]]", '<img alt="board" src="../pictures/Board.PNG" width="300" />'),
        ("![[board.png|The board]]", '<img alt="The board" src="../pictures/Board.PNG" />'),
        ("![[plan.pdf]]", '<a href="../pictures/plan.pdf">plan.pdf</a>'),
        ("![[orbit]]", '<a href="../orbit.md">orbit</a>'),
        (r"![[board.png\|300]]", '<img alt="board" src="../pictures/Board.PNG" width="300" />'),
        (r"[[orbit\|a\|b]]", '<a href="../orbit.md">a|b</a>'),
        (r"[[orbit|a\_b \* c]]", '<a href="../orbit.md">a_b * c</a>'),
    ],
)
def test_what_is_on_the_site_is_led_to_or_shown(written: str, html: str) -> None:
    assert converted(written) == html


@pytest.mark.parametrize("kind", ["avif", "bmp", "gif", "jpeg", "jpg", "png", "svg", "webp"])
def test_a_picture_of_any_kind_is_shown(kind: str) -> None:
    notes = NoteFiles([f"2026/map.{kind}"])
    assert converted(f"![[map.{kind}]]", notes=notes) == f'<img alt="map" src="map.{kind}" />'


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("[[Nowhere]]", "Nowhere"),
        ("[[people/Nobody|them]]", "them"),
        ("![[missing.png]]", "missing.png"),
        ("![[missing.png|300]]", "missing.png"),
        ("[[bit]]", "bit"),
        ("[[x|<b>bold</b>]]", "&lt;b&gt;bold&lt;/b&gt;"),
        ("[[javascript:alert(1)|go]]", "go"),
    ],
)
def test_what_is_not_is_its_words(written: str, words: str) -> None:
    assert converted(written) == f"<span>{words}</span>"


def test_in_a_table_its_bar_parts_no_cells() -> None:
    html = converted("| a | b |\n|---|---|\n| ![[board.png\\|300]] | c |")
    assert (
        '<td><img alt="board" src="../pictures/Board.PNG" width="300" /></td>\n<td>c</td>' in html
    )


def test_a_bracket_behind_a_backslash_in_it_is_a_letter_of_its_name() -> None:
    assert converted(r"[[a\]b]]") == "<span>a]b</span>"


@pytest.mark.parametrize("text", ["`[[orbit]]`", r"\[[orbit]]"])
def test_in_code_and_behind_a_backslash_it_stays_as_written(text: str) -> None:
    assert "<a" not in converted(text)


def test_a_theme_in_a_link_is_none() -> None:
    assert converted("[[orbit#kafka]]") == '<a href="../orbit.md#kafka">orbit &gt; kafka</a>'


def test_another_extension_for_the_same_brackets_goes_first() -> None:
    assert 'class="wikilink"' in converted("[[orbit]]", "wikilinks")


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("[them](kept.md)", "<span>them</span>"),
        ('[them](kept.md#part "all")', "<span>them</span>"),
        ("[them](../kept%20back.md)", "<span>them</span>"),
        ("![the board](kept.png)", "<span>the board</span>"),
        ("[them](near.md)", '<a href="near.md">them</a>'),
        ("[here](#kept.md)", '<a href="#kept.md">here</a>'),
        ("[them](../kept.md)", '<a href="../kept.md">them</a>'),
    ],
)
def test_a_link_to_a_file_that_is_left_out_is_its_words(written: str, html: str) -> None:
    notes = NoteFiles(["2026/near.md"], ["2026/kept.md", "kept back.md", "2026/kept.png"])
    assert converted(written, notes=notes) == html
