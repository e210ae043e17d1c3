"""The last steps from a tree to its HTML are those of Python-Markdown, to the byte."""

from __future__ import annotations

from copy import deepcopy
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.serializers import to_xhtml_string
from markdown.treeprocessors import PrettifyTreeprocessor

from afterword.site.entries.writing import LineBreaks, written_html

TAGS = ("p", "ul", "li", "pre", "code", "a", "em", "br", "img", "h2", "table", "td", "div")
TEXTS = st.none() | st.sampled_from(("", " ", "\n", "Calm", "a < b > c", "&amp; & co", "so \n", "“x”"))  # fmt: skip
NAMED = st.dictionaries(
    st.sampled_from(("id", "class", "href")), st.sampled_from(("line-3", 'a "b"', "?a=1&b=2", "<"))
)
TREES: st.SearchStrategy[Any] = st.recursive(
    st.tuples(st.sampled_from(TAGS), TEXTS, TEXTS, NAMED, st.just([])),
    lambda below: st.tuples(
        st.sampled_from(TAGS), TEXTS, TEXTS, NAMED, st.lists(below, max_size=4)
    ),
    max_leaves=12,
)


def tree(planned: Any) -> Element:
    """A tree of elements as it was planned: tag, text, what follows, attributes, and the elements in it."""
    tag, text, tail, named, below = planned
    element = Element(tag, named)
    element.text, element.tail = text, tail
    element.extend(map(tree, below))
    return element


def both(root: Element) -> tuple[str, str]:
    """A tree as we write it, and as the library does."""
    theirs = deepcopy(root)
    LineBreaks(Markdown()).run(root)
    PrettifyTreeprocessor(Markdown()).run(theirs)
    return written_html(root), to_xhtml_string(theirs)


@given(TREES)
def test_any_tree_is_written_as_the_library_writes_it(planned: Any) -> None:
    ours, theirs = both(tree(planned))
    assert ours == theirs


@pytest.mark.parametrize(
    ("planned", "expected"),
    [
        (("p", "a & b", " c", {}, []), "<p>a &amp; b</p> c"),
        (("li", None, None, {"id": "line-3", "class": "x"}, []), '<li class="x" id="line-3"></li>\n'),
        (("p", None, None, {}, [("br", None, "on", {}, [])]), "<p><br />\non</p>\n"),
        (("p", None, None, {}, [("br", None, None, {}, [])]), "<p><br />\n</p>\n"),
        (("pre", None, None, {}, [("code", "x\n\n", None, {}, [])]), "<pre><code>x\n</code></pre>\n"),
        (("pre", "x", None, {}, []), "<pre>x</pre>\n"),
        (("pre", None, None, {}, [("code", None, None, {}, [])]), "<pre><code></code></pre>\n"),
        (("ul", None, None, {}, [("li", "a", None, {}, [])]), "<ul>\n<li>a</li>\n</ul>\n"),
        (("p", "a", "\n", {}, [("em", "b", "c", {}, [])]), "<p>a<em>b</em>c</p>\n"),
        (("p", None, None, {}, [("a", None, None, {"href": '?a&b="c"'}, [])]), '<p><a href="?a&amp;b=&quot;c&quot;"></a></p>\n'),
    ],
)  # fmt: skip
def test_a_tree_is_written_with_its_lines_broken(planned: Any, expected: str) -> None:
    assert both(tree(planned)) == (expected, expected)


def test_an_attribute_without_a_value_is_its_name() -> None:
    root = Element("p")
    SubElement(root, "input").attrib["checked"] = None  # type: ignore[assignment]
    assert written_html(root) == "<p><input checked /></p>"
