"""The record of a plain entry is the one that Material's search and the build make of its page."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from material.plugins.search.plugin import SearchIndex
from tests.site.test_entry_html import BODIES, converted, made

from afterword.edition.places import place
from afterword.site.finished.search import Record, joined
from afterword.speed.search_records import SearchRecords, record_of, records_in_order


@dataclass
class Page:
    url: str = "2026/one/"
    content: str = '<h1 id="one">One</h1>\n<p>Calm &amp; <em>quick</em></p>'
    title: str = "Northwind"
    meta: dict[str, object] = field(default_factory=dict)
    toc: tuple[object, ...] = ()


def searched(html: str) -> list[Record]:
    """What the search makes of a page, joined as the build joins it."""
    index = SearchIndex()
    index.add_entry_from_context(Page(content=html))
    return joined(index.entries, {Page.url})


@settings(max_examples=300, deadline=None)
@given(BODIES)
def test_any_record_that_is_known_is_the_one_that_the_search_makes(body: str) -> None:
    site, interview, _ = made(body)
    html = site.with_place(interview.path, converted(site, interview)[0])
    record = record_of(Page.url, html)
    if record is not None:
        assert [record] == searched(html)


PLAIN = '<h1 id="a">A, b</h1>\n<p>Calm &amp; <em>qu</em>ick &lt;b&gt;.</p>\n<h2 id="c">C <code>d</code></h2>\n<ul>\n<li id="line-1">One<br />two</li>\n</ul>'


def test_a_plain_page_is_known() -> None:
    html = PLAIN.replace("</h1>", f"</h1>\n{place(0)}\n")
    assert [record_of(Page.url, html)] == searched(html)


def test_words_beside_a_heading_are_words_of_their_own() -> None:
    html = f'{PLAIN}one<h2 id="e">Two</h2>three'
    assert [record_of(Page.url, html)] == searched(html)


@pytest.mark.parametrize(
    "piece",
    [
        "<table><tr><td>x</td></tr></table>",
        '<blockquote>\n<h2 id="x">x</h2>\n</blockquote>',
        "<p></p>",
        '<ul>\n<li><h2 id="x">x</h2></li>\n</ul>',
        "<h2>x</h2>",
        '<h2 id="x">x<a class="headerlink" href="#x">#</a></h2>',
        '<p data-search-exclude="">x</p>',
        "<p>漢字</p>",
        "<!-- x -->",
        '<h1 id="x">x</h1>',
    ],
)
def test_a_page_that_is_not_plain_is_left_to_the_search(piece: str) -> None:
    assert record_of(Page.url, f"{PLAIN}\n{piece}") is None


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>x</p>",
        "<h1>x</h1>",
        '<h1 id="x"><em>x</em></h1>',
        "<h1 id=x</h1>",
        '<h1 id="x" title="a<b">x</h1>',
    ],
)
def test_a_page_without_a_plain_heading_is_left_to_the_search(html: str) -> None:
    assert record_of(Page.url, html) is None


def test_the_search_passes_over_what_is_known_and_the_page_is_as_it_was_afterwards() -> None:
    page, records = Page(), SearchRecords()
    records.take(page)  # type: ignore[arg-type]
    index = SearchIndex()
    index.add_entry_from_context(page)
    records.give_back(page)  # type: ignore[arg-type]
    assert (index.entries, page.meta) == ([], {})
    assert records.made == {page.url: searched(page.content)[0]}


@pytest.mark.parametrize(
    "page",
    [Page(meta={"search": {"boost": 2}}), Page(meta={"tags": ["a"]}), Page(content="<p>x</p>")],
)
def test_a_page_that_tells_the_search_something_is_left_to_it(page: Page) -> None:
    before, records = dict(page.meta), SearchRecords()
    records.take(page)  # type: ignore[arg-type]
    records.give_back(page)  # type: ignore[arg-type]
    assert (records.made, page.meta) == ({}, before)


def test_records_stand_in_the_order_of_their_pages() -> None:
    records: list[Record] = [{"location": at} for at in ("a/", "a/#x", "c/", "elsewhere/", "d/")]
    own: dict[str, Record] = {"b/": {"location": "b/"}, "e/": {"location": "e/"}}
    order = {url: at for at, url in enumerate(("a/", "b/", "c/", "d/", "e/"))}
    found = [one["location"] for one in records_in_order(records, own, order)]
    assert found == ["a/", "a/#x", "b/", "c/", "elsewhere/", "d/", "e/"]
