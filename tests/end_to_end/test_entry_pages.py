"""An entry's page is made from the tree it was read from: the same page as MkDocs' own conversion makes, to the byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.end_to_end.projects import CONFIGURATION, ROOT, Build, build, write_project
from tests.measuring import Measuring

# An extension that changes nothing here, but is not among those that one tree can be finished for.
CONVERTED = f"{CONFIGURATION}markdown_extensions: [abbr]\n"
ENTRY = "---\ncompany: Northwind\ndate: 2026-11-{:02}\n{}---\n{}"
ODD = (
    ("", "# A heading of mine\n\nText with `code <b>` and <b>HTML</b>, *some* **weight** & more.\n"),
    ("", "## Went well\n\n- **Drew it #kafka first**, _then_ spoke\n    - Why: `#no-theme`\n\n    More.\n"),
    ("", "## Went badly\n\n> - quoted\n\n1. one\n2. two\n\n```\n- no item #kafka\n```\n"),
    ("", "## Questions\n\n| Question | Answered |\n| --- | --- |\n| Why <i>us</i>? | well |\n| *And* then? | ok |\n"),
    ("", "## Feedback\n\n- Gap: see <https://example.org> and [this](https://example.org/a)\n- Praise: [other](other.md)\n"),
    ("", "## Went well\n\n<details><summary>More</summary>\n\n- inside\n\n</details>\n\n<!-- nothing -->\n"),
    ("", "Went well:\n- [x] done #sql\n- [ ] open\n\nTerm\n: not a list\n\n![picture](a.png)\n"),
    ("went_well:\n  - Above the line #kafka\n  - And again\nfeedback: Too slow\noutcome: rejected\n", "Text.\n"),
    ("", "## Went well\n\n***- not an item***\n\n*One #kafka*\n\n**Two\nlines**\n"),
    ("", "## Went well\n\n- ***\ntext\n    more\n***\n- # H\nafter\n"),
    ("", "## Went well\n\n- [x](obsidian://open?vault=a) b\n- [y](javascript:alert(1)) ![c](http://[half) ![d](ftp://far.example/a.png)\n"),
    ("", "## Thank-you note\n\nDear Ada,\n\n<script>alert(1)</script>\n\nThanks. {: .x onclick=y }\n"),
)  # fmt: skip


@pytest.fixture(scope="module")
def entries() -> dict[str, str | bytes]:
    natural = (ROOT / "tests/journals/natural").glob("*.md")
    demonstration = (ROOT / "journal").rglob("20*.md")
    found: dict[str, str | bytes] = {
        path.name: path.read_bytes() for path in (*natural, *demonstration)
    }
    odd = (ENTRY.format(day, above, below) for day, (above, below) in enumerate(ODD, 1))
    return found | {f"odd-{number}.md": text for number, text in enumerate(odd, 1)}


@pytest.fixture(scope="module")
def built(
    entries: dict[str, str | bytes], tmp_path_factory: pytest.TempPathFactory, measuring: Measuring
) -> Build:
    with measuring():
        return build(write_project(tmp_path_factory.mktemp("finished"), entries))


def plain(page: bytes) -> bytes:
    """The page with each character that is written as its number as itself: in a title that keeps Markdown away from it."""
    return re.sub(rb"&#(\d+);", lambda found: chr(int(found[1])).encode(), page)


@pytest.mark.no_cover
def test_every_page_is_as_mkdocs_would_convert_it(
    entries: dict[str, str | bytes], built: Build, tmp_path: Path
) -> None:
    converted = build(write_project(tmp_path, entries, CONVERTED))
    assert (built.status, converted.status) == (0, 0)
    assert len(entries) > 90
    expected = converted.files
    different = [name for name, text in built.files.items() if plain(text) != plain(expected[name])]
    assert different == []
    assert built.files.keys() == expected.keys()


def test_items_of_the_front_matter_stand_on_the_entrys_card(built: Build) -> None:
    page = built.read("odd-8/index.html")
    assert page.index("Above the line") < page.index("And again") < page.index("Text.")


@pytest.mark.no_cover
def test_an_item_within_emphasis_can_be_pointed_at(built: Build) -> None:
    page = built.read("odd-9/index.html")
    assert '<p id="line-9"><em>One' in page
