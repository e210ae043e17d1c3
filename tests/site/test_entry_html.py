"""The HTML of an entry from the tree it was read from is what the ordinary conversion makes of it."""

from __future__ import annotations

import re
from datetime import date

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor

from afterword.edition.edition import Edition
from afterword.edition.places import place
from afterword.model import Interview, Source
from afterword.pages.entry import entry_markdown
from afterword.reading import FileReader, ReadingOptions
from afterword.site.entries.html import EntryHtml, EntryHtmlMaker, OutlineConverter, is_promised
from afterword.site.entries.markdown import EntryMarkdown, ThemeAddresses
from afterword.site.host import Heading
from afterword.site.site import Site

EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list")
FRONT = "---\ncompany: Northwind\ndate: 2026-11-12\nwent_well: ['#kafka']\n---\n"
PIECES = (
    "Froze", "on", "#kafka", "#sql/joins", "\\#kafka", "`#kafka`", "**#kafka**", "_it_", "*", "__", "&amp;", "&", "<b>", "<",
    "<https://a.example/#kafka>", "<me@example.org>", "[a](https://a.example)", "[#kafka](https://a.example)", "a\\*b", "C#", "  \n",
    "\n", "\n\n", "\n- ", "\n    - Why: ", "\n1. ", "\n> ", "\n| a | b |\n| --- | --- |\n| #kafka | c |\n", "\n## Went well\n", "\n## Went badly #kafka\n",
    "\n```\n#kafka\n```\n", "\n    indented #kafka", "\n\nTyped:\n\n    plain #kafka\n\n", '"said"', "- [ ] ", "!", "\\", "\u00e9",
)  # fmt: skip
BODIES = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)


def made(
    body: str, extensions: tuple[str, ...] = EXTENSIONS, front: str = FRONT
) -> tuple[Site, Interview, EntryHtml | None]:
    """The site of one entry, the interview, and its HTML as its reading makes it."""
    options = ReadingOptions(extensions=extensions)
    reader = FileReader(options)
    maker = EntryHtmlMaker(reader.markdown)
    found = reader.read(Source("2026/one.md", front + body))
    assert found
    html = maker.html_of(*found)
    edition = Edition(reader.readings.journal(options), date(2026, 11, 20))
    site = Site(edition, {"2026/one.md": html} if html else {})
    return site, edition.journal.interviews[0], html


def shown(site: Site, interview: Interview) -> tuple[str, object] | None:
    """What the host is answered when it would convert the entry: HTML and headings, or nothing."""
    known = site.convert_entry(interview.path, site.text(interview.path))
    return known and (known.html, [one.token for one in known.outline])


def converted(
    site: Site, interview: Interview, extensions: tuple[str, ...] = EXTENSIONS
) -> tuple[str, object]:
    """What Python-Markdown makes of the text that MkDocs is handed, with our extension."""
    extension = EntryMarkdown()
    extension.themes = ThemeAddresses(site.edition.theme_key, lambda key: f"../../themes/{key}/")
    parser = markdown.Markdown(extensions=[*extensions, extension])
    html = parser.convert(entry_markdown(interview))
    return html.replace("sql/joins/", "sql-joins/"), bare(parser.toc_tokens)  # type: ignore[attr-defined]


def bare(tokens: list[dict[str, object]]) -> list[dict[str, object]]:
    """The part of the headings that MkDocs reads."""
    return [
        {
            "level": one["level"],
            "id": one["id"],
            "name": one["name"],
            "children": bare(one["children"]),  # type: ignore[arg-type]
        }
        for one in tokens
    ]


@pytest.mark.reaches
@settings(max_examples=300)
@given(BODIES)
def test_the_html_of_any_entry_is_what_it_would_be_converted_to(body: str) -> None:
    site, interview, _ = made(body)
    known, expected = shown(site, interview), converted(site, interview)
    if known is not None:
        assert (closed(known[0]), known[1]) == (closed(expected[0]), expected[1])


def closed(html: str) -> str:
    """The page without the blanks behind bars, which a browser does not show in a table's row that is none."""
    return re.sub(r"\|\s+", "|", html)


@pytest.mark.parametrize(
    "body",
    [
        "## Went well\n\n- Drew it #kafka, then spoke\n    - Why: #kafka calm\n",
        "Calm #kafka.\n\n## Questions\n\n| Asked | Answered |\n| --- | --- |\n| Why? #kafka | well |\n",
        "## Went well #kafka\n\nText with `code`, *weight* and [a link #kafka](https://a.example).\n",
        "## Went well\n\n- Calm #kafka\n\n## Notes\n\nTyped:\n\n    plain #kafka\n\n```\nfenced #kafka\n```\n\nand on #kafka\n",
    ],
)
def test_the_html_of_a_plain_entry_is_known_from_its_reading(body: str) -> None:
    site, interview, _ = made(body)
    assert shown(site, interview) == converted(site, interview)


@pytest.mark.parametrize("company", ["&copy; Co", "&amp; Co", "Crumb & Ledger", "A&B;", "&"])
def test_a_company_whose_name_looks_like_a_reference_is_called_so(company: str) -> None:
    site, interview, _ = made(
        "## Went well\n\n- Calm\n", front=FRONT.replace("Northwind", f'"{company}"')
    )
    assert shown(site, interview) == converted(site, interview)


class Noting(InlineProcessor):
    """An inline pattern that finds nothing, and notes every text that it is shown."""

    def __init__(self) -> None:
        super().__init__(r"\A")
        self.shown: set[str] = set()

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[None, None, None]:  # type: ignore[override]  # noqa: N802  the library's name
        """Note the text."""
        self.shown.add(data)
        return None, None, None


@pytest.mark.parametrize(("name", "expected"), [("escape", {"*b*"}), ("own", {"Calm", "*b*"})])
def test_plain_words_are_looked_through_where_somebody_else_may_find_something_in_them(
    name: str, expected: set[str]
) -> None:
    reader = FileReader(ReadingOptions(extensions=EXTENSIONS))
    noting = Noting()
    reader.markdown.inlinePatterns.register(noting, name, 180)
    maker = EntryHtmlMaker(reader.markdown)
    found = reader.read(Source("2026/one.md", f"{FRONT}## Went well\n\n- Calm\n- *b*\n"))
    assert found
    maker.html_of(*found)
    assert {"Calm", "*b*"} & noting.shown == expected


def test_words_that_follow_a_heading_within_the_meaning_of_a_word_keep_their_themes() -> None:
    extensions = (*EXTENSIONS, "def_list")
    site, interview, html = made("Word\n:   # Meaning\nand #kafka, then on\n", extensions)
    assert html
    assert html.encoded.decode().endswith(">#kafka</a>, then on</dd>\n</dl>")
    assert shown(site, interview) == converted(site, interview, extensions)


def test_marks_in_words_that_follow_a_heading_are_found_there() -> None:
    extensions = (*EXTENSIONS, "def_list")
    site, interview, html = made("Word\n:   # Meaning\nand *then* on\n", extensions)
    assert html
    assert html.encoded.decode().endswith("and <em>then</em> on</dd>\n</dl>")
    assert shown(site, interview) == converted(site, interview, extensions)


def each_made(bodies: list[str], options: ReadingOptions) -> list[tuple[str, object]]:
    """The HTML and the headings of several entries that one parser reads, as their reading makes them."""
    reader = FileReader(options)
    maker = EntryHtmlMaker(reader.markdown)
    found: list[tuple[str, object]] = []
    for body in bodies:
        read = reader.read(Source("2026/one.md", FRONT + body))
        assert read
        html = maker.html_of(*read)
        assert html
        found.append((html.encoded.decode(), [one.token for one in html.outline]))
    return found


HEADED = (
    "## Went well\n\n- Calm\n\n## Went well\n\n- Again\n\n## Line 9\n",
    "## Went well\n\n- Calm\n\n## A &lt; B\n",
    "## Went well\n\n- Calm\n\n## A &gt; B\n\n## Went well\n",
    "## *Went* well\n\n- Calm\n\n## Went well {: .own }\n\n## 你\n\n## 好\n",
)


@pytest.mark.parametrize(
    "contents", [{}, {"permalink": True}, {"anchorlink": True}, {"toc_depth": "2-3"}, {"baselevel": 2}]
)  # fmt: skip
def test_a_heading_that_was_met_before_is_named_as_the_library_names_it(
    contents: dict[str, object],
) -> None:
    """What comes of an entry is what comes of it by itself, whichever were read before it."""
    options = ReadingOptions(extensions=EXTENSIONS, extension_configs={"toc": contents})
    extension = EntryMarkdown()
    extension.themes = ThemeAddresses(lambda _: None, str)
    parser = markdown.Markdown(
        extensions=[*EXTENSIONS, extension], extension_configs={"toc": contents}
    )
    expected = []
    for body in HEADED:
        reader = FileReader(options)
        read = reader.read(Source("2026/one.md", FRONT + body))
        assert read
        html = parser.reset().convert(entry_markdown(read[0]))
        expected.append((html, bare(parser.toc_tokens)))  # type: ignore[attr-defined]
    assert each_made([*HEADED], options) == expected


def test_html_that_was_asked_for_is_let_go() -> None:
    site, interview, _ = made("## Went well\n\n- Calm\n")
    assert shown(site, interview) is not None
    assert shown(site, interview) is None


def test_an_entry_that_another_plugin_has_changed_is_converted_anew() -> None:
    site, interview, _ = made("## Went well\n\n- Calm\n")
    assert site.convert_entry(interview.path, "# Another\n") is None


def test_where_an_extension_looks_for_more_the_library_reads_every_text() -> None:
    extensions = (*EXTENSIONS, "footnotes")
    site, interview, _ = made("## Went well\n\n- Calm #kafka\n", extensions)
    assert shown(site, interview) == converted(site, interview, extensions)


@pytest.mark.parametrize(
    "body",
    [
        "See [the other](other.md).",
        "![map](map.png)",
        "[TOC]\n\n## Went well\n\n- Calm",
    ],
)
def test_what_depends_on_more_than_the_entry_is_left_to_the_ordinary_conversion(body: str) -> None:
    site, interview, html = made(body)
    assert (shown(site, interview), html) == (None, None)


def test_an_entry_that_names_a_theme_without_a_page_is_left_to_the_ordinary_conversion() -> None:
    """Nothing counts the #word of a paragraph in no section, so that it has no page to lead to."""
    site, interview, html = made("We spoke of #chess.\n")
    assert shown(site, interview) is None
    assert html is not None


def test_headings_are_converted_one_page_after_another() -> None:
    converter = OutlineConverter(["toc"], {"toc": {"permalink": "#"}})
    for _ in range(2):
        html, outline = converter.convert("# Today\n\n## Due") or ("", ())
        assert (html.count('id="today"'), html.count("headerlink")) == (1, 2)
        assert [one.name for one in outline[0].below] == ["Due"]


TITLES = st.lists(
    st.sampled_from(("Acme", " ", "-", "Data", "\u00e9", ".", "1", "#", "&amp;", "&#58;", "&", "*b*", "> ", "{", "}", "'", "http://a.b", ":", "|", "~", "\t", "\x03", "\u2028")),
    max_size=7,
).map("".join)  # fmt: skip
HEADINGS = st.lists(st.tuples(st.sampled_from(("#", "##", "###", "######")), TITLES, st.booleans()), min_size=1, max_size=5)  # fmt: skip


def told(made: tuple[str, tuple[Heading, ...]] | None) -> tuple[str, object] | None:
    """The HTML and the headings as the library leaves them."""
    return made and (made[0], [one.token for one in made[1]])


def page_of(headings: list[tuple[str, str, bool]]) -> str:
    """A page of headings, each of which has a place below it or none."""
    lines: list[str] = []
    for at, (level, words, has_part) in enumerate(headings):
        lines += [f"{level} {words}", *([place(at)] if has_part else [])]
    return "\n\n".join(lines)


@pytest.mark.reaches
@pytest.mark.parametrize(
    "contents", [{}, {"permalink": True}, {"anchorlink": True}, {"toc_depth": 2}]
)
@given(st.lists(HEADINGS, min_size=1, max_size=3))
def test_any_page_of_headings_and_places_is_what_it_would_be_converted_to(
    contents: dict[str, object], pages: list[list[tuple[str, str, bool]]]
) -> None:
    extensions, configs = ["toc", "tables", "attr_list", "sane_lists"], {"toc": contents}
    ours = OutlineConverter(extensions, configs)
    parser = markdown.Markdown(extensions=extensions, extension_configs=configs)
    for headings in pages:
        text = page_of(headings)
        html = parser.reset().convert(text)
        expected = html, bare(parser.toc_tokens)  # type: ignore[attr-defined]
        assert told(ours.convert(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"# Acme - Data > Engineer 2\n\n{place(0)}",
        f"# Acme *Data*\n\n{place(0)}",
        f"# Acme\n\n{place(0)}\n\n## Data&#58; 2 &amp; 3\n\n### Data\n\n{place(1)}\n\n## Acme",
        f"# Acme\n\n{place(0)}\n\n{place(1)}",
        f"# Acme\n\n{place(0)}\n\n## Data *2*",
    ],
)
def test_a_page_of_headings_and_places_is_known(text: str) -> None:
    found = OutlineConverter(["toc"], {}).convert(text)
    assert found
    assert found[0] == markdown.markdown(text, extensions=["toc"])


def test_where_an_extension_may_keep_a_state_headings_are_left_to_the_ordinary_conversion() -> None:
    assert OutlineConverter(["toc", "footnotes"], {}).convert("# Today") is None


KEEPING_NO_STATE = ["tables", "fenced_code", "attr_list", "def_list", "admonition", "sane_lists"]


@pytest.mark.parametrize("name", KEEPING_NO_STATE)
@pytest.mark.parametrize("before", ["", "markdown.extensions."])
def test_html_is_promised_beside_an_extension_that_keeps_no_state(name: str, before: str) -> None:
    assert is_promised([f"{before}toc", EntryMarkdown(), f"{before}{name}"])


@pytest.mark.parametrize(
    "extensions", [[], KEEPING_NO_STATE, ["toc", "footnotes"], ["toc", TocExtension()]]
)
def test_it_is_not_beside_any_other_nor_without_ids(extensions: list[object]) -> None:
    assert not is_promised(extensions)


def test_without_a_text_there_is_no_html() -> None:
    assert OutlineConverter(["toc"], {}).convert(None) is None


def test_the_addresses_of_themes_are_filled_in_where_each_has_a_page() -> None:
    _, _, html = made("## Went well\n\n- Calm #kafka, #sql/joins\n")
    assert html
    keys = {"kafka": "k", "sql/joins": "s"}
    linked = html.linked(keys.get, lambda key: f"themes/{key}/") or ""
    assert re.findall('href="([^"]*)"', linked) == ["themes/k/", "themes/s/"]
    assert html.linked({"kafka": "k"}.get, str) is None


@pytest.mark.parametrize(
    ("link", "is_known"),
    [
        ("[a](https://a.example)", True),
        ("[a](mailto:a@b.example)", True),
        ("[a](<tel:1>)", True),
        ("[a](a.md)", False),
        ("[a] (a.md)", False),
        ("[a][b]", False),
        ("[a]: b", False),
        ("![a](https://a.example/a.png)", False),
        ("[a] alone", True),
    ],
)
def test_a_link_to_another_file_is_left_to_the_ordinary_conversion(
    link: str, *, is_known: bool
) -> None:
    assert (made(f"## Went well\n\n- {link}\n")[2] is not None) is is_known
