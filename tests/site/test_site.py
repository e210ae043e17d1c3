"""Each page of a site is made when it is wanted, and let go."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data
from tests.builders import interview, journal
from tests.end_to_end.projects import ROOT

from afterword.audience.audience import Audience, Profile
from afterword.edition.edition import Edition
from afterword.edition.page import Page, divided, harmless_title, with_title
from afterword.edition.places import filled_in, place
from afterword.model import Source
from afterword.reading import read_journal, read_source
from afterword.site.entries.html import EntryHtml, OutlineConverter
from afterword.site.registry import REGISTRY, Row, page
from afterword.site.site import Site

TODAY = date(2026, 11, 20)
EDITION = Edition(journal(interview("2026-11-02"), interview("2026-02-02")), TODAY)


def counted(*, outline: str | None = None) -> tuple[Site, list[str]]:
    """A site of one page, and a note each time that page was made."""
    made: list[str] = []

    def make() -> str:
        made.append("made")
        return "# One\n\n<p>More</p>"

    row = Row(pages=lambda _: [Page("one.md", "One", make, outline)])
    return Site(EDITION, registry=[row]), made


def filled(site: Site, path: str, page: str) -> str:
    """A laid out page with what the site has for its places."""
    return filled_in(page, site.parts(path), path=path)


def test_no_page_is_made_before_it_is_wanted() -> None:
    assert counted()[1] == []


def test_a_page_is_made_once_for_its_headings_and_its_parts() -> None:
    site, made = counted()
    assert site.text("one.md") == site.text("one.md") == f"# One\n\n{place(0)}"
    assert filled(site, "one.md", place(0)) == "<p>More</p>"
    assert made == ["made"]


def test_a_page_that_was_filled_in_is_kept_nowhere() -> None:
    site, made = counted()
    assert site.text("one.md")
    for _ in range(2):
        assert filled(site, "one.md", place(0)) == "<p>More</p>"
    assert made == ["made", "made"]


def test_headings_that_are_known_need_no_page() -> None:
    site, made = counted(outline=f"# One\n\n{place(0)}")
    assert site.source("one.md", is_own=True) == (
        f'---\ntitle: "One"\nhide: [toc]\n---\n\n# One\n\n{place(0)}'
    )
    assert made == []


def test_other_headings_than_were_planned_end_the_build() -> None:
    site, _ = counted(outline="# Two")
    with pytest.raises(RuntimeError, match=r"one\.md was planned with other headings"):
        filled(site, "one.md", place(0))


def long_edition() -> Edition:
    """So many interviews that the timeline is divided by year."""
    return Edition(journal(*(interview(f"20{20 + at % 3}-11-02") for at in range(160))), TODAY)


def demonstration() -> Edition:
    sources = (
        read_source(path, path.relative_to(ROOT).as_posix())
        for path in sorted((ROOT / "journal").rglob("*.md"))
    )
    return Edition(read_journal(sources), TODAY)


@pytest.mark.parametrize(
    "edition", [EDITION, Edition(journal(), TODAY), long_edition(), demonstration()]
)
def test_every_page_has_the_headings_that_it_was_planned_with(edition: Edition) -> None:
    planned = {path: one for path, one in Site(edition).pages.items() if one.outline}
    assert [
        path for path, one in planned.items() if divided(one.markdown).outline != one.outline
    ] == []


def test_a_page_that_an_edition_is_not_wanted_for_is_not_there() -> None:
    row = page("one.md", "One", lambda _: "# One", wanted=lambda edition: edition.today.year > 2026)
    assert Site(EDITION, registry=[row]).pages == {}


def test_what_stands_in_the_navigation_is_what_its_row_says() -> None:
    listed = {path for path, one in Site(EDITION).pages.items() if one.listed}
    assert listed == {row.listed for row in REGISTRY} - {"", "problems.md", "told.md"}


def test_the_users_page_is_no_page_of_ours_though_it_lies_where_ours_would() -> None:
    site, _ = counted()
    assert site.source("one.md", is_own=False) is None
    below = site.markdown("one.md", "# Mine", is_own=False, is_made=False)
    assert below == f"# Mine\n\n\n{place(0)}"


ENTRY, UNREAD = "2026/northwind.md", "2026/broken.md"
TEXTS = {
    ENTRY: "---\ncompany: Northwind\ndate: 2026-11-12\nauthor: Ada\n---\n\n## Went well\n\n- Calm #kafka\n",
    UNREAD: "---\ncompany: [\n---\n\nWords\n",
}


def of_two(*, profile: Profile = Profile.FULL, directory_urls: bool = True) -> Site:
    """A site of an entry, one that could not be read, and three pages of ours."""
    told = read_journal(Source(path, text) for path, text in TEXTS.items())
    audience = Audience(profile=profile)
    edition = Edition(told, TODAY, audience=audience, directory_urls=directory_urls)
    paths = ("index.md", "timeline.md", "reviews/2026.md")
    rows = [
        page(path, "Ours", lambda _: "# Ours\n\n<p>Part</p>", profiles=frozenset(Profile))
        for path in paths
    ]
    return Site(edition, registry=rows)


def test_every_entry_has_a_page_read_or_not() -> None:
    assert of_two().entry_paths == (ENTRY, UNREAD)


def test_a_report_has_no_page_of_any_entry() -> None:
    assert of_two(profile=Profile.REPORT).entry_paths == ()


@pytest.mark.parametrize(
    ("path", "directory_urls", "found"),
    [
        ("timeline.md", True, "timeline.md"),
        ("timeline/index.md", True, "timeline.md"),
        ("timeline/README.md", True, "timeline.md"),
        ("timeline/README.md", False, None),
        ("timeline/other.md", True, None),
        ("README.md", True, "index.md"),
        ("README.md", False, "index.md"),
        ("reviews/2026/index.md", True, "reviews/2026.md"),
        ("about/index.md", True, None),
        (ENTRY, True, None),
    ],
)
def test_an_index_of_a_folder_has_the_address_of_a_page(
    path: str, found: str | None, *, directory_urls: bool
) -> None:
    ours = of_two(directory_urls=directory_urls).page_at(path)
    assert (ours and ours.path) == found


def test_the_source_of_an_entry_has_its_title_and_the_keys_of_others() -> None:
    source = of_two().source(ENTRY, is_own=True) or ""
    assert source.startswith('---\ntitle: "Northwind, 12 November 2026"\nauthor: Ada\n---\n')
    assert source.endswith(of_two().text(ENTRY) or "none")


def test_the_source_of_an_entry_that_could_not_be_read_says_so_in_its_title() -> None:
    source = of_two().source(UNREAD, is_own=False) or ""
    assert source.startswith("title: Not read: broken.md\n\n# ")


TITLES = st.lists(
    st.sampled_from(("A", " ", "---", ":", "#", '"', "\\", "é", "\u2028", "\t", "\n", "\xa0", "<", "[", "title: x", "1", "null", "😀")),
    max_size=5,
).map("".join)  # fmt: skip


@given(TITLES, st.sampled_from(("# A\n\nb", "", "    code", "key: value", "---\na: b\n---\n")))
@example("Northwind: a", "# A")
@example("Northwind\u2028a", "# A")
def test_the_host_reads_any_title_as_it_reads_one_between_quotes(title: str, text: str) -> None:
    quoted = f"---\ntitle: {json.dumps(harmless_title(title), ensure_ascii=False)}\n---\n\n{text}"
    assert get_data(with_title(title, text)) == get_data(quoted)


def test_the_source_of_a_template_has_none_of_what_nobody_can_load() -> None:
    template = Source("new.md", "---\ncompany: {{title}}\ndate: {{date}}\n---\n# New\n")
    told = read_journal([template])
    assert Site(Edition(told, TODAY)).source("new.md", is_own=False) == "# New\n"


def test_of_a_page_that_is_neither_nothing_is_known() -> None:
    site = of_two()
    found = (site.source("about.md", is_own=True), site.text("about.md"), site.page_at("about.md"))
    assert found == (None, None, None)


@pytest.mark.parametrize("is_made", [True, False])
def test_another_plugin_that_lays_an_entry_out_has_its_items(*, is_made: bool) -> None:
    site = of_two()
    assert site.markdown(ENTRY, "theirs", is_own=False, is_made=is_made) == site.text(ENTRY)
    assert site.markdown(UNREAD, "theirs", is_own=False, is_made=is_made) == "theirs"
    assert site.markdown(ENTRY, "ours", is_own=True, is_made=is_made) == "ours"


@pytest.mark.parametrize("is_own", [True, False])
def test_a_page_that_some_plugin_made_stays_as_it_is(*, is_own: bool) -> None:
    site = of_two()
    assert site.markdown("timeline.md", "made", is_own=is_own, is_made=True) == "made"
    assert site.markdown("about.md", "made", is_own=is_own, is_made=False) == "made"


def test_below_the_users_page_stands_ours_without_its_first_heading() -> None:
    below = of_two().markdown("timeline/index.md", "# Mine", is_own=False, is_made=False)
    assert below == f"# Mine\n\n\n{place(0)}"


@pytest.mark.parametrize("path", [ENTRY, UNREAD])
def test_an_entry_keeps_a_place_for_its_card_below_its_first_heading(path: str) -> None:
    assert of_two().with_place(path, "<h1>A</h1><h1>B</h1>") == (
        f"<h1>A</h1>\n{place(0)}\n<h1>B</h1>"
    )


def test_no_other_page_keeps_a_place_for_a_card() -> None:
    assert of_two().with_place("timeline.md", "<h1>A</h1>") == "<h1>A</h1>"


def test_into_the_page_of_an_entry_goes_its_card() -> None:
    site = of_two()
    cards = [filled(site, path, place(0)) for path in (ENTRY, UNREAD)]
    assert ["Northwind" in one for one in cards] == [True, False]
    assert [place(0) in one for one in cards] == [False, False]


def test_into_a_page_of_the_users_goes_what_ours_holds() -> None:
    site = of_two()
    assert filled(site, "timeline/index.md", f"Mine {place(0)}") == "Mine <p>Part</p>"
    assert filled(site, "about.md", place(0)) == place(0)


def test_a_page_keeps_what_it_holds_until_it_is_filled_in_whichever_path_asks() -> None:
    site = of_two()
    assert site.text("timeline/README.md") == site.text("timeline.md")
    assert filled(site, "timeline/README.md", place(0)) == "<p>Part</p>"


def test_the_themes_of_an_entry_lead_from_its_folder() -> None:
    site = of_two()
    themes = site.themes_at(ENTRY)
    assert themes
    assert (themes.key_of("Kafka"), themes.key_of("chess")) == ("kafka", None)
    assert themes.address_of("kafka") == "../themes/kafka.md"
    assert (site.themes_at(UNREAD) is None, site.themes_at("timeline.md")) == (False, None)


def test_of_converted_html_the_ids_are_known() -> None:
    html = '<h1 id="a">A</h1><p>id="b"</p><p id="line-4">C</p>'
    site = Site(EDITION, {"2026-11-02-northwind.md": EntryHtml(html.encode(), (), ())})
    path = site.entry_paths[1]
    converted = site.convert_entry(path, site.text(path))
    assert converted
    assert (converted.html, converted.identities) == (html, ("a", "line-4"))


def test_our_page_is_converted_by_its_headings_alone_and_only_as_it_was_handed_over() -> None:
    row = page("one.md", "One", lambda _: "# One\n\n<p>More</p>")
    site = Site(EDITION, None, OutlineConverter(["toc"], {}), [row])
    assert site.convert_page("one.md", "# Another") is None
    converted = site.convert_page("one.md", site.text("one.md"))
    assert converted
    assert (converted.html, converted.identities) == (
        f'<h1 id="one">One</h1>\n{place(0)}',
        ("one",),
    )
