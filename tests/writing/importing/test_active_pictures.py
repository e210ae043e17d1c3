"""A drawing is told from a picture that holds a program, and from one that asks for what lies elsewhere."""

from __future__ import annotations

import pytest

from afterword.writing.importing.active_pictures import holds_a_program, leads_elsewhere

PLAIN = (
    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><defs><linearGradient id='a'/></defs>"
    "<rect fill='url(#a)' style='stroke:url(\"#a\");fill:url(&quot;#a&quot;)'/><use xlink:href='#a'/><text>on = off</text>"
    "<image href='data:image/png;base64,AA=='/><foreignObject><p>words</p></foreignObject></svg>"
)


def in_svg(inside: str) -> bytes:
    return PLAIN.replace("</svg>", f"{inside}</svg>").encode()


def test_a_drawing_is_neither() -> None:
    assert (holds_a_program(in_svg("")), leads_elsewhere(in_svg(""))) == (False, False)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        "<SCRIPT href='#a'/>",
        "<svg:script/>",
        "<g onload='1'/>",
        "<g\nONCLICK = '1'/>",
        "<g id='a'onload='1'/>",
        "<a href='javascript:1'/>",
        "<iframe srcdoc='&lt;p>'/>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>",
    ],
)
def test_a_program_is_found_in_whatever_encoding(inside: str) -> None:
    picture = in_svg(inside)
    assert [holds_a_program(picture.decode().encode(one)) for one in ("utf-8", "utf-16", "utf-16-be")] == [True] * 3  # fmt: skip


@pytest.mark.parametrize(
    "inside",
    [
        "<image href='https://a.example/a.png'/>",
        "<image xlink:href = 'a.png'/>",
        "<style>@import 'a.css'</style>",
        "<style>g { fill: URL( a.svg#b ) }</style>",
        "<?xml-stylesheet href='#a'?>",
        "<image href='data:image/svg+xml,a'/>",
        "<img src=a.png>",
    ],
)
def test_what_lies_elsewhere_is_found(inside: str) -> None:
    assert (holds_a_program(in_svg(inside)), leads_elsewhere(in_svg(inside))) == (False, True)
