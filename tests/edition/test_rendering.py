"""Nothing in a journal acts as markup on a page of ours."""

from datetime import date
from xml.etree import ElementTree

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup

from afterword.edition.edition import Edition
from afterword.edition.rendering import environment, render, with_memory
from afterword.escaping import block_safe, markdown_safe
from afterword.model import Journal

EDITION = Edition(Journal(theme_names={"kafka": "Kafka"}), date(2026, 11, 20))
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "abbr", "footnotes", "smarty"]


def text_of(html: str) -> str:
    return "".join(ElementTree.fromstring(f"<x>{html}</x>").itertext())


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1))
def test_any_text_stands_in_a_heading_as_written(text: str) -> None:
    html = markdown.markdown(f"# a{markdown_safe(text)}z", extensions=EXTENSIONS[:-1])
    assert text_of(html) == f"a{' '.join(text.split())}z" or not text.strip()


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_any_text_stands_in_a_block_as_written(text: str) -> None:
    html = markdown.markdown(f"<p>a{block_safe(text)}z</p>", extensions=EXTENSIONS)
    assert text_of(html) == f"a{' '.join(text.split())}z"


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nobody }}").render()


def test_a_number_is_printed_as_it_is() -> None:
    assert environment().from_string("{{ 3 }}").render() == "3"


def test_a_template_links_relative_to_its_page() -> None:
    page = environment().from_string(
        '{% import "parts.html" as parts with context %}{{ parts.theme("kafka") }}'
    )
    assert "themes/kafka/" in render_string(page)


def render_string(template: object) -> str:
    return render(EDITION, "timeline.md", template)  # type: ignore[arg-type]


def unused(*_: object) -> None:
    raise AssertionError("This was compiled already.")


def test_a_macro_remembers_what_it_made_and_forgets_it_before_it_is_much() -> None:
    made: list[str] = []

    def macro(text: str) -> Markup:
        made.append(text)
        return Markup("<b>") + text

    remembered = with_memory(macro, len, most=2)
    assert [remembered(text) for text in ("a", "b", "cc", "ddd", "a")][1] == "<b>a"
    assert made == ["a", "cc", "ddd", "a"]


def test_a_number_and_its_unit_stay_on_one_line() -> None:
    assert str(markdown_safe("  60\u202f%\n of  them")) == "60\u202f% of them"
    assert str(block_safe("60\u202f%  of\nthem & me")) == "60\u202f% of them &amp; me"
