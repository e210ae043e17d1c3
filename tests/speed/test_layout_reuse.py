"""A page that is filled in is the page that the theme would have laid out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, Template
from mkdocs.utils import get_relative_url

from afterword.speed.layout_reuse import LayoutReuse

THEME = """\
<title>{{ page.meta.title or page.title }} - {{ name }}</title>
{% if page.canonical_url %}<link rel="canonical" href="{{ page.canonical_url }}">{% endif %}
{% if page.edit_url %}<a href="{{ page.edit_url }}">Edit</a>{% endif %}
{% for first in page.toc %}<a href="#{{ first.id }}">{{ first.title }}</a>{% for one in first.children recursive %}[{{ one.title }}#{{ one.id }} {{ loop(one.children) }}]{% endfor %}{% endfor %}
{% if "toc" not in (page.meta.hide or []) %}contents{% endif %}
{% if "<h1" not in page.content %}<h1>{{ page.title }}</h1>{% endif %}
{{ page.content }}
"""


def unguarded() -> type[Template]:
    return LayoutReuse(lambda text, _base: text).template_class()


@dataclass
class Link:
    title: str
    id: str
    level: int = 1
    children: list[Link] = field(default_factory=list)


class Contents:
    def __init__(self, *items: Link) -> None:
        self.items = [*items]

    def __iter__(self) -> Iterator[Link]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass
class File:
    src_uri: str
    in_nav: bool = False

    @property
    def inclusion(self) -> File:
        return self

    def is_not_in_nav(self) -> bool:
        return not self.in_nav


@dataclass
class Page:
    title: str
    url: str = "2026/northwind/"
    content: str = "<h1>One</h1><p>More</p>"
    headings: tuple[str, ...] = ()
    meta: dict[str, object] = field(default_factory=dict)
    in_nav: bool = False
    parent: object = None
    previous_page: object = None
    next_page: object = None
    canonical_url: str | None = None
    abs_url: str | None = None
    edit_url: str | None = None

    def __post_init__(self) -> None:
        self.file = File(f"{self.title}.md", self.in_nav)
        children = [
            Link(one, one.lower(), 2, [Link(f"{one} {self.title}", "below", 3)])
            for one in self.headings
        ]
        self.toc: Contents | list[Link] = Contents(
            Link(self.title, f"id-{self.title}", 1, children)
        )


def environment(template: type[Template], theme: str = THEME) -> Template:
    made = Environment(autoescape=False)
    made.template_class = template
    return made.from_string(theme)


def both(pages: list[Page], theme: str = THEME) -> tuple[list[str], list[str]]:
    """The pages as they are filled in, and as the theme lays them out."""
    filling, plain = environment(unguarded(), theme), environment(Template, theme)
    contexts: list[dict[str, Any]] = [{"page": page, "name": "Journal"} for page in pages]
    return [filling.render(one) for one in contexts], [plain.render(one) for one in contexts]


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=8)
PAGES = st.builds(
    Page,
    title=TEXTS,
    url=st.sampled_from(["a/", "b/", "x/a/", "x/b/", ""]),
    content=st.builds("<h1>{}</h1>{}".format, TEXTS, TEXTS) | TEXTS,
    headings=st.sampled_from([(), ("Went well",), ("Went well", "Went badly")])
    | st.tuples(TEXTS, TEXTS),
    meta=st.sampled_from([{}, {"hide": ["toc"]}, {"tags": ["a"]}, {"title": "Other"}]),
    in_nav=st.sampled_from([False, False, False, True]),
    previous_page=st.sampled_from([None, None, None, "page"]),
    canonical_url=st.sampled_from([None, "https://example.org/a/"]),
    edit_url=st.sampled_from([None, "https://example.org/edit/a.md"]),
)


@given(st.lists(PAGES, min_size=3, max_size=12))
def test_what_is_filled_in_is_what_is_laid_out(pages: list[Page]) -> None:
    filled, laid_out = both(pages)
    assert filled == laid_out


def test_like_pages_are_laid_out_a_few_times_alone() -> None:
    laid_out = []

    def count(text: str) -> str:
        laid_out.append(text)
        return text

    made = Environment(autoescape=False)
    made.template_class = unguarded()
    made.filters["count"] = count
    template = made.from_string("{{ page.title|count }} {{ page.content }}")
    for number in range(40):
        text = template.render(page=Page(f"P{number}", content=f"<h1>{number}</h1>"))
        assert text == f"P{number} <h1>{number}</h1>"
    assert len(laid_out) == 4


HEADINGS = """{% for first in page.toc %}{% for one in first.children %}
{{ one.title|e }} {{ one.id }} {{ one.level }} {{ one.children|length }}
{% endfor %}{% endfor %}"""


def test_headings_are_a_pages_own_words_like_its_title() -> None:
    laid_out = []

    class Counted(Template):
        def render(self, *args: Any, **kwargs: Any) -> str:
            laid_out.append(kwargs)
            return super().render(*args, **kwargs)

    template = environment(type("Both", (unguarded(), Counted), {}), HEADINGS)
    plain = environment(Template, HEADINGS)
    pages = [Page("Review", headings=(f"May {year}", "To practise")) for year in range(40)]
    assert [template.render(page=one) for one in pages] == [plain.render(page=one) for one in pages]
    assert len(laid_out) == 4


def test_a_heading_like_markup_is_left_to_the_theme() -> None:
    pages = [Page("Review", headings=("Ups & downs", name)) for name in ("a", "b", "c & d") * 4]
    filled, laid_out = both(pages, HEADINGS)
    assert filled == laid_out


@pytest.mark.parametrize(
    "theme",
    [
        "{{ page.file.src_uri }} {{ page.content }}",
        "{{ page.content|length }}",
        "{{ page.title|upper }}",
        "{% if 'P7' in page.title %}seven{% endif %}{{ page.url }}",
    ],
)
def test_a_theme_that_looks_at_more_is_not_filled_in(theme: str) -> None:
    pages = [
        Page(f"P{number}", url=f"x/{number}/", content=f"<h1>{'x' * number}</h1>")
        for number in range(10)
    ]
    filled, laid_out = both(pages, theme)
    assert filled == laid_out


def test_a_theme_that_turns_late_is_noticed_late_and_left_alone_from_then_on() -> None:
    theme = "{% if page.title == 'P49' %}odd {% endif %}{{ page.title }}"
    filled, laid_out = both([Page(f"P{number}") for number in range(60)], theme)
    assert filled == laid_out


def test_a_template_without_a_page_is_laid_out() -> None:
    assert environment(unguarded(), "{{ name }}").render(name="Journal") == "Journal"


def test_a_title_of_another_kind_than_the_pages_own_is_left_to_the_theme() -> None:
    pages = [Page(f"P{number}", meta={"title": f"P{number}"}) for number in range(6)]
    filled, laid_out = both(pages)
    assert filled == laid_out


def guarded(pages: list[Page]) -> tuple[list[str], int]:
    """The pages as a build has them that guards what was not filled in, with a word in each one's title, and how many were filled in."""
    guard = partial(re.compile("</title>").sub, " (guarded)</title>")
    reuse = LayoutReuse(lambda text, _base: guard(text))
    template = environment(reuse.template_class(), THEME)
    made, filled = [], 0
    for page in pages:
        text = template.render(page=page, name="Journal")
        is_filled = text is reuse.filled
        filled += is_filled
        made.append(text if is_filled else guard(text))
    return made, filled


def test_what_is_filled_in_has_been_guarded_once() -> None:
    made, filled = guarded([Page(f"P{number}") for number in range(8)])
    assert [text.count("(guarded)") for text in made] == [1] * 8
    assert filled > 4


def test_pages_that_are_filled_in_keep_their_own_addresses() -> None:
    addresses = [f"https://example.org/{at}" for at in range(8)]
    made, filled = guarded(
        [Page("P", canonical_url=f"{one}/", edit_url=f"{one}.md") for one in addresses]
    )
    assert [
        (f'href="{one}/"' in text, f'href="{one}.md"' in text)
        for one, text in zip(addresses, made, strict=True)
    ] == [(True, True)] * 8
    assert filled > 4


@pytest.mark.parametrize("tag", ['<input type="checkbox">', "<script>x</script>", "<LINK>"])
def test_a_page_whose_content_may_need_a_guard_is_guarded_by_itself(tag: str) -> None:
    pages = [Page(f"P{number}", content=f"<h1>{number}</h1>{tag}") for number in range(8)]
    assert guarded(pages)[1] == 0


@pytest.mark.parametrize("blanks", ["Foo\u00a0Bar", "Foo  Bar", " Foo", "Foo\u3000"])
def test_a_title_with_blanks_that_a_filter_makes_one_is_left_to_the_theme(blanks: str) -> None:
    pages = [Page(f"P{number}") for number in range(6)] + [Page(blanks)]
    filled, laid_out = both(pages, "<title>{{ page.title|striptags }}</title>")
    assert filled == laid_out


@pytest.mark.parametrize("written", ["AfterwordStandInHeading7End", "AfterwordStandInTitle"])
def test_words_of_the_sites_own_like_a_token_are_not_filled_in(written: str) -> None:
    pages = [Page(f"P{number}") for number in range(6)]
    filled, laid_out = both(pages, f"{written} {{{{ page.title }}}}")
    assert filled == laid_out


def test_headings_may_be_any_row_that_a_hook_has_put_there() -> None:
    pages = [Page(f"P{number}", headings=("Went well",)) for number in range(6)]
    for page in pages:
        page.toc = [*page.toc]
    filled, laid_out = both(pages, HEADINGS)
    assert filled == laid_out


FROM = """{{ page.title }} <a href="{{ to('2026/more/', page.url) }}">More</a> <a href="{{ to('about/', page.url) }}">About</a>"""


@pytest.mark.parametrize(
    "urls",
    [
        [f"2026/{number}/" for number in range(6)] + ["x/6/", "y/7/"],
        [f"x/{number}/" for number in range(6)] + ["2026/6/"],
        [f"x/{number}.html" for number in range(6)] + ["2026/6.html"],
        [f"{number}/" for number in range(6)] + ["2026/"],
    ],
)
def test_a_page_from_which_the_theme_leads_another_way_is_laid_out(urls: list[str]) -> None:
    """A link in a navigation that leads to no page: the host counts it from the page at hand."""
    pages = [Page(f"P{number}", url=url) for number, url in enumerate(urls)]
    texts = []
    for template in (unguarded(), Template):
        made = Environment(autoescape=False)
        made.template_class = template
        made.globals["to"] = get_relative_url
        theme = made.from_string(FROM)
        texts.append([theme.render(page=page) for page in pages])
    assert texts[0] == texts[1]


def test_nothing_is_left_behind_on_a_page() -> None:
    pages = [Page(f"P{number}") for number in range(8)]
    before = [vars(page).copy() for page in pages]
    guarded(pages)
    assert [vars(page) for page in pages] == before
