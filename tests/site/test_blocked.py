"""What a page's policy stops is named with its line; what it lets through, and what is only shown as code, is not."""

from __future__ import annotations

import pytest

from afterword.kinds import Severity
from afterword.model import Source
from afterword.site.finished.blocked import blocked


def told(text: str, own: str = "") -> list[str]:
    return [
        f"{one.line} {one.message.partition(':')[0]}"
        for one in blocked(Source("about.md", text), own)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![x](https://img.example/a.png)", "A picture from img.example is not loaded"),
        ("![x](//img.example/a.png)", "A picture from img.example is not loaded"),
        ("![x](http://[half)", "A picture from another place is not loaded"),
        ('<img src="https://img.example/a.png">', "A picture from img.example is not loaded"),
        ('<img src="a.png" srcset="https://img.example/a.png 2x, b.png 3x">', "A picture from img.example is not loaded"),
        ('<video poster="http://img.example/a.png"></video>', "A film from img.example is not loaded"),
        ('<audio src="ht\ntp://far.example/a.mp3"></audio>', "A sound from far.example is not loaded"),
        ('<iframe src="https://www.youtube.com/embed/x"></iframe>', "A page of www.youtube.com is not shown in this one"),
        ('<script src="https://cdn.example/x.js"></script>', "A script from cdn.example does not run"),
        ("<script>alert(1)</script>", "A script in a page does not run"),
        ("<style>p {color: red}</style>", "A style in a page does not count"),
        ('<link rel="stylesheet" href="https://cdn.example/x.css">', "What is kept at cdn.example is not loaded"),
        ('<p style="color:red">red</p>', "style= does not count"),
        ('<button onclick="alert(1)">x</button>', "onclick= does not run"),
        ('<a href="java&#10;script:alert(1)">x</a>', "A link to a script does nothing"),
        ('<object data="x.pdf"></object>', "<object> is not shown"),
        ('<embed src="x.pdf">', "<embed> is not shown"),
        ('<applet code="x"></applet>', "<applet> is not shown"),
        ('<frame src="https://far.example/">', "A page of far.example is not shown in this one"),
        ('<video src="//far.example/a.mp4"></video>', "A film from far.example is not loaded"),
        ('<source src="//far.example/a.mp4">', "A picture or film from far.example is not loaded"),
        ('<track src="//far.example/a.vtt">', "A track from far.example is not loaded"),
        ('<input type=image src="//far.example/a.png">', "A picture from far.example is not loaded"),
        ('<form action="/x"></form>', "A form cannot be sent"),
        ("- item\n\n    <form></form>", "A form cannot be sent"),
        ("!!! note\n\n    <form></form>", "A form cannot be sent"),
    ],
)  # fmt: skip
def test_what_is_stopped_is_told(text: str, expected: str) -> None:
    (found,) = told(f"# About\n\n{text}\n")
    assert found.partition(" ")[2] == expected


@pytest.mark.parametrize(
    "text",
    [
        "![x](a.png) <img src='img/a.png'> <img src='data:image/png;base64,aa'>",
        '<iframe src="other.html"></iframe> <script src="mine.js"></script>',
        '<script type="application/json">{}</script>',
        "[a link](https://example.org) <a href='https://example.org'>one</a>",
        "`<script>alert(1)</script>` and ``a ` <form>``",
        "```html\n<script>alert(1)</script>\n```",
        "~~~\n<form>\n\n~~~",
        "```\n<form> without an end",
        "text\n\n    <form>\n\n    <form>\n",
        "<!-- <form> -->",
    ],
)
def test_what_is_let_through_or_only_shown_is_not(text: str) -> None:
    assert told(f"---\ntitle: <form>\n---\n\n{text}\n") == []


def test_a_line_counts_in_the_file() -> None:
    text = "---\ntitle: About\n---\n\n```\n<form>\n```\n\n<form></form>\n![x](https://a.example/b.png)\n"
    assert [line.split()[0] for line in told(text)] == ["9", "10"]


def test_an_address_of_the_site_itself_is_near() -> None:
    text = "![x](https://ada.example/journal/a.png)"
    assert told(text, "https://ada.example/journal/") == []


def test_it_is_a_hint_with_the_way_to_mend_it() -> None:
    (one,) = blocked(Source("about.md", "<form></form>"))
    assert (one.severity, one.path, one.line, one.column) == (Severity.HINT, "about.md", 1, 1)
    assert one.code == "blocked"
    assert one.suggestion == "Link to the page that has it instead."


def test_what_could_not_be_read_says_nothing() -> None:
    assert blocked(Source("about.md", None)) == ()


@pytest.mark.parametrize(
    ("above", "is_code"),
    [
        ("- item\n\n  more of it", False),
        ("- item\n\nand no more", True),
        ("text\n- item", False),
        ("1. item", False),
        (" - item", True),
        ("[^1]: a note", False),
        (":   meaning", False),
    ],
)
def test_what_is_indented_is_code_unless_it_belongs_to_what_stands_above(
    above: str, *, is_code: bool
) -> None:
    assert told(f"{above}\n\n    <form>\n") == (
        [] if is_code else [f"{above.count(chr(10)) + 3} A form cannot be sent"]
    )


def test_of_one_tag_everything_is_told() -> None:
    tag = '<video src="//a.example/a" poster="//b.example/b" onclick=x style=y></video>'
    assert told(f"{tag} {tag}") == [
        *["1 A film from a.example is not loaded"] * 2,
        *["1 A film from b.example is not loaded"] * 2,
        *["1 onclick= does not run"] * 2,
        *["1 style= does not count"] * 2,
    ]


def test_two_pictures_are_told_each_on_its_line() -> None:
    text = "![a](//a.example/a)\n\n![b](<//b.example/b c>)\n![c](//c.example/c)\n"
    assert told(text) == [
        "1 A picture from a.example is not loaded",
        "3 A picture from b.example is not loaded",
        "4 A picture from c.example is not loaded",
    ]


@pytest.mark.parametrize(
    "text", ["<form", "<p title='<form>'>", "<!-- <form>", "&lt;form>", "[a](javascript:x)"]
)
def test_what_a_browser_takes_for_no_tag_is_none(text: str) -> None:
    assert told(text) == []
