"""How the Markdown of an entry becomes HTML that can be looked at without harm."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.reading.marks import marked_line
from afterword.site.entries.markdown import EntryMarkdown, Places, theme_addresses

EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "md_in_html", "def_list")


def converted(text: str, *, entry: bool = True) -> str:
    extension = EntryMarkdown()
    extension.themes = (
        theme_addresses("2026/northwind.md", {"kafka": "kafka"}.get) if entry else None
    )
    return markdown.markdown(text, extensions=[*EXTENSIONS, extension])


def test_another_page_keeps_its_html() -> None:
    assert converted("<b>hello</b>", entry=False) == "<p><b>hello</b></p>"


@pytest.mark.parametrize(
    "mail",
    [
        "<script>alert(1)</script>",
        "Dear you,\n\n<script>\nalert(1)\n</script>",
        "a <script>alert(1)</script> b",
        '<img src="https://far.example/pixel.gif">',
        "<iframe src=//far.example></iframe>",
        '<div markdown="1">\n<script>x</script>\n</div>',
        "- <script>alert(1)</script>",
        "<svg onload=alert(1)>",
        "<link rel=preconnect href=//far.example>",
    ],
)
def test_raw_html_in_a_pasted_mail_is_shown_as_text(mail: str) -> None:
    html = converted(mail)
    assert not any(f"<{tag}" in html for tag in ("script", "img", "iframe", "svg", "link", "div"))


def test_html_in_code_stays_as_written() -> None:
    assert converted("`<b>`") == "<p><code>&lt;b&gt;</code></p>"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "java&#x0A;script:x",
    ],
)
def test_a_link_that_would_run_leads_nowhere(address: str) -> None:
    assert "href" not in converted(f"[look]({address})")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a",
        "http://example.org/a",
        "mailto:a@example.org",
        "tel:+1",
        "../a.md",
        "#here",
    ],
)
def test_a_plain_link_stays(address: str) -> None:
    html = converted(f"[look]({address})")
    assert f'href="{address}"' in html


def test_an_address_that_cannot_be_read_leads_nowhere() -> None:
    assert converted("[look](http://[half)") == "<p><span>look</span></p>"


def test_a_picture_from_elsewhere_is_named_instead_of_loaded() -> None:
    assert converted("![map](https://far.example/m.png) and on") == (
        '<p><a href="https://far.example/m.png">map (kept at far.example, not loaded)</a> and on</p>'
    )


def test_a_picture_whose_address_cannot_be_read_is_named_too() -> None:
    assert (
        converted("![](http://[half)")
        == "<p><span>picture (kept at another place, not loaded)</span></p>"
    )


def test_a_picture_beside_the_entry_is_shown() -> None:
    assert converted("![map](map.png)") == '<p><img alt="map" src="map.png" /></p>'


def test_a_picture_within_the_text_is_shown() -> None:
    assert 'src="data:image/png;base64,aa"' in converted("![map](data:image/png;base64,aa)")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("//far.example/m.png", '<a href="//far.example/m.png">map (kept at far.example, not'),
        ("ftp://far.example/m.png", "<span>map (kept at far.example, not loaded)</span>"),
        ("javascript:x", "<span>map (kept at , not loaded)</span>"),
    ],
)
def test_a_picture_that_is_not_loaded_is_a_link_where_one_may_lead_there(
    address: str, shown: str
) -> None:
    assert shown in converted(f"![map]({address})")


def test_a_theme_within_a_links_words_is_no_link_of_its_own() -> None:
    assert converted("[see #kafka or #kafka](a.md) #kafka") == (
        '<p><a href="a.md">see <span class="aw-tag">#kafka</span> or '
        '<span class="aw-tag">#kafka</span></a> '
        '<a class="aw-tag" href="../themes/kafka.md">#kafka</a></p>'
    )


def test_an_item_with_a_box_keeps_the_class_that_it_has() -> None:
    html = converted("* [x] Groups\n{: .mine }\n* [X] More")
    assert html.count("aw-boxed") == 2
    assert 'class="mine' in html


def test_attributes_that_act_are_taken_off() -> None:
    html = converted('text\n{: onclick="x()" style="color:red" #here .kind }')
    assert html == '<p class="kind" id="here">text</p>'


def test_an_attribute_without_a_value_ends_nothing() -> None:
    html = converted("text\n{: hidden checked title #here }")
    # Markdown before its release 3.11 gives it a value of its own: its name.
    assert html.replace('title="title"', 'title=""') == (
        '<p checked="checked" id="here" title="">text</p>'
    )


KEPT = [
    *("abbr", "align", "alt", "aria-hidden", "aria-label", "checked", "class", "cite", "colspan"),
    *("datetime", "dir", "disabled", "for", "headers", "height", "href", "hreflang", "id", "lang"),
    *("name", "open", "reversed", "role", "rowspan", "scope", "span", "src", "start", "title"),
    *("translate", "type", "value", "width"),
]


@pytest.mark.parametrize("name", KEPT)
def test_a_plain_attribute_stays(name: str) -> None:
    assert f' {name}="x"' in converted(f"text\n{{: {name}=x }}")


@pytest.mark.parametrize("name", ["style", "srcset", "onclick", "formaction", "ping", "background"])
def test_an_attribute_that_acts_or_loads_goes(name: str) -> None:
    assert converted(f"text\n{{: {name}=x }}") == "<p>text</p>"


def marked(text: str) -> str:
    """The HTML of a text each of whose lines has the mark of its number, as the reading leaves it."""
    lines = text.split("\n")
    return converted(
        "\n".join(marked_line(one, number) if one else "" for number, one in enumerate(lines, 1))
    )


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_of_any_level_has_its_line(level: int) -> None:
    first, own = marked(f"{'#' * level} Words"), marked(f"# Page\n\n{'#' * level} Words")
    assert f'<h{level} id="line-1">Words' in first
    assert re.search(r'<h2 id="line-3">Words', own)


@pytest.mark.parametrize(
    ("text", "elements"),
    [
        ("- one\n- two", ['<li id="line-1">one</li>', '<li id="line-2">two</li>']),
        ("- a\n\n- one", ['<li id="line-1">\n<p>a</p>', '<li id="line-3">\n<p>one</p>']),
        ("one *two*", ['<p id="line-1">one <em>two</em></p>']),
        ("*one*\ntwo", ['<p id="line-1"><em>one</em>\ntwo</p>']),
        ("one [two](a.md)", ['<p id="line-1">one <a href="a.md">two</a></p>']),
        ("one\ntwo", ['<p id="line-1">one\ntwo</p>']),
        ("- one\n    - two", ['<li id="line-1">one<ul>', '<li id="line-2">two</li>']),
        ("> one", ['<p id="line-1">one</p>']),
    ],
)
def test_an_item_has_its_line(text: str, elements: list[str]) -> None:
    found = re.sub(r"\n(?=<ul>)", "", marked(text))
    assert [one for one in elements if one not in found] == []


def test_a_word_and_its_meaning_have_their_lines() -> None:
    found = marked("Word\n:   Meaning")
    assert '<dt id="line-1">Word</dt>\n<dd id="line-2">Meaning</dd>' in found


def test_a_row_has_its_line() -> None:
    row = marked_line("| c | d |", 3)
    found = converted(f"| a | b |\n| --- | --- |\n{row}")
    assert re.search(r'<tr id="line-3">\s*<td>c</td>', found)


def test_a_theme_leads_to_its_page() -> None:
    assert converted("froze on #kafka") == (
        '<p>froze on <a class="aw-tag" href="../themes/kafka.md">#kafka</a></p>'
    )


@pytest.mark.parametrize(
    "text",
    [
        "`#kafka`",
        "C#kafka",
        "[x](#kafka)",
        "[#kafka](a.md)",
        "<https://a.example/#kafka>",
        "#unknown",
    ],
)
def test_what_is_no_theme_gets_no_link(text: str) -> None:
    assert '<a class="aw-tag"' not in converted(f"see {text}")


def test_a_theme_at_the_start_of_an_item_is_a_theme() -> None:
    assert 'class="aw-tag"' in converted("- \\#kafka froze")


def test_written_headings_stand_below_the_pages_own() -> None:
    html = converted("# Northwind\n\n# Notes\n\n### Deep\n\n## Next")
    assert [html[at + 1 : at + 3] for at in range(len(html)) if html[at : at + 2] == "<h"] == [
        "h1",
        "h2",
        "h3",
        "h3",
    ]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2 3 4 5 6", "1 2 3 4 5 6"),
        ("1 2 3 4 5 6", "1 2 3 4 5 6 6"),
        ("6 5 4 3 2", "1 2 3 4 3 2"),
        ("4 2 1 3", "1 2 3 2 3"),
        ("2 4 2 4", "1 2 3 2 3"),
        ("3 3", "1 2 3"),
    ],
)
def test_no_level_of_heading_is_left_out(written: str, shown: str) -> None:
    html = converted("\n\n".join(["# Page", *("#" * int(one) + " A" for one in written.split())]))
    assert " ".join(re.findall(r"<h(\d)", html)) == shown


def test_a_page_without_headings_is_left_alone() -> None:
    assert converted("hello") == "<p>hello</p>"


@given(st.text(max_size=80))
def test_no_text_ever_becomes_something_that_runs_or_loads(text: str) -> None:
    html = converted(text).lower()
    assert not any(
        f"<{tag}" in html
        for tag in ("script", "iframe", "object", "embed", "style", "link", "meta")
    )


@pytest.mark.parametrize(
    ("mark", "said", "seen"),
    [(" ", "open: ", ""), ("x", "done: ", '<span aria-hidden="true">✓</span>')],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n    More of it.\n\n", "\n    - Below it\n"])
def test_an_item_with_a_box_shows_it_and_says_its_state(
    mark: str, said: str, seen: str, gap: str
) -> None:
    html = converted(f"- [{mark}] Groups, *hands on*{gap}- Another")
    box = f'<span class="aw-box">{seen}<span class="aw-visually-hidden">{said}</span></span>'
    assert f"{box}Groups, <em>hands on</em>" in html
    assert html.count('<li class="aw-boxed">') == 1


def test_brackets_in_the_midst_of_an_item_are_no_box() -> None:
    assert "aw-box" not in converted("- Groups [x] here\n\n[x] and here")


def test_a_line_that_stands_in_no_element_of_its_own_has_no_place() -> None:
    root = Element("div")
    root.text = marked_line("loose", 7)
    Places(markdown.Markdown()).run(root)
    assert (root.attrib, root.text) == ({}, "loose")
