"""Nothing vanishes: what looks like an interview and is none is told once, with its line, and what has nothing to do with one is left alone in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from mkdocs.utils.meta import get_data
from tests.end_to_end.projects import ROOT

from afterword.cli.project.listing import listed
from afterword.kinds import Severity
from afterword.model import Journal, Problem, Source
from afterword.reading import read_journal, read_source
from afterword.reading.for_writer import is_for_writer

FOLDERS = ROOT / "tests" / "journals"
EXPECTED: dict[str, list[list[object]]] = yaml.safe_load(
    (FOLDERS / "lookalikes" / "expected.yml").read_text(encoding="utf-8")
)
PAGES = [
    path.relative_to(FOLDERS / "left-alone").as_posix()
    for path in sorted((FOLDERS / "left-alone").rglob("*.*"))
    if path.is_file()
]


def read(folder: Path) -> Journal:
    listing = listed(folder, left_out=())
    return read_journal(read_source(*one) for one in (*listing.entries, *listing.texts))


def read_text(text: str, path: str = "a.md") -> Journal:
    return read_journal([Source(path, text)])


@pytest.fixture(scope="module")
def lookalikes() -> Journal:
    return read(FOLDERS / "lookalikes")


@pytest.fixture(scope="module")
def left_alone() -> Journal:
    return read(FOLDERS / "left-alone")


def told(journal: Journal) -> list[Problem]:
    return [one for one in journal.problems if one.severity is not Severity.HINT]


@pytest.mark.parametrize("path", EXPECTED)
def test_each_is_told_at_its_line(lookalikes: Journal, path: str) -> None:
    found = [[one.line, one.code] for one in lookalikes.problems if one.path == path]
    assert found == EXPECTED[path]


def test_each_is_counted_and_none_is_read(lookalikes: Journal) -> None:
    assert (lookalikes.lookalikes, lookalikes.left_alone) == (len(EXPECTED), 0)
    assert [one.path for one in lookalikes.interviews] == []


def test_the_first_thing_said_of_each_is_a_warning_with_a_way_to_mend_it(
    lookalikes: Journal,
) -> None:
    first = {one.path: one for one in reversed(lookalikes.problems)}
    assert {one.severity for one in first.values()} == {Severity.WARNING}
    assert [one.path for one in first.values() if not one.suggestion] == []


def test_the_front_matter_of_none_is_shown_as_text(lookalikes: Journal) -> None:
    """One that looks like an interview by its text alone stays the page that it is."""
    unread = {one.path: one.body for one in lookalikes.unread}
    by_text = {"company-in-text", "inline-field", "no-company", "not-markdown", "unknown-key"}
    by_text |= {"whole-application", "no-fence"}
    fenced = [path for path, found in EXPECTED.items() if found[0][1] not in by_text]
    assert [path for path in fenced if "Acme" in unread[path].replace("# Acme", "")] == [
        "setext-above.md"
    ]
    assert [one.front_matter for one in lookalikes.unread if one.front_matter] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_ones_own_and_a_template_are_left_in_silence(
    left_alone: Journal, path: str
) -> None:
    assert [str(one) for one in left_alone.problems if one.path == path] == []


def test_they_are_counted_but_for_what_is_no_page(left_alone: Journal) -> None:
    pages = [path for path in PAGES if path.endswith(".md") and not is_for_writer(path)]
    assert (left_alone.left_alone, left_alone.lookalikes) == (len(pages), 0)
    assert left_alone.unread == ()


def test_no_placeholder_of_a_template_is_shown_as_text(left_alone: Journal) -> None:
    text, _ = get_data(left_alone.page_texts["elsewhere.md"])
    assert ("company" in text, "date:" in text) == (False, False)


def test_what_others_may_read_of_a_template_is_kept() -> None:
    text = "---\ncompany: '{{title}}'\ndate: {{date}}\ntags: [jobs]\n---\n# New\n"
    found = read_text(text).page_texts["a.md"]
    assert get_data(found) == ("# New\n", {"company": "{{title}}", "tags": ["jobs"]})


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("Templates/a.md", 0),
        ("10 Templates/a.md", 0),
        ("_template/a.md", 0),
        ("Plantillas/a.md", 0),
        ("面试模板/a.md", 0),
        ("contemplates/a.md", 1),
        ("2026/a.md", 1),
        ("template.md", 1),
    ],
)
def test_a_filled_entry_is_a_template_by_its_folder_alone(path: str, count: int) -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-10\n---\n"
    assert len(read_text(text, path).interviews) == count


@pytest.mark.parametrize(
    "lines", ["company: Acme\ndate: {{date}}\n", "company: '{{title}}'\ndate: 2026-11-10\n"]
)
def test_an_entry_that_is_filled_in_by_half_is_no_template(lines: str) -> None:
    journal = read_text(f"---\n{lines}---\n")
    assert (journal.left_alone, len(journal.unread) + len(journal.interviews)) == (0, 1)


def test_a_company_is_no_interview_unless_it_tells_of_one() -> None:
    page = "---\ntype: company\ncompany: Acme\ndate: 2026-11-10\n---\n"
    counts = [
        (journal.left_alone, len(journal.interviews))
        for journal in (read_text(page), read_text(f"{page}\n## Went well\n\n- Calm\n"))
    ]
    assert counts == [(1, 0), (0, 1)]


def test_an_interview_in_a_folder_of_companies_is_one() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-10\ntags: [company, interview]\n---\n"
    assert len(read_text(text, "Companies/Acme.md").interviews) == 1


@pytest.mark.parametrize(
    "tags", ["[interview, company]", "interview, company", "[interview/first, company]"]
)
def test_an_interview_that_forgot_its_day_is_told_whatever_else_it_is_tagged(tags: str) -> None:
    journal = read_text(f"---\ncompany: Acme\ntags: {tags}\n---\n")
    assert [one.code for one in told(journal)] == ["no-date"]


def test_a_page_that_calls_itself_an_interview_is_asked_for_its_day() -> None:
    journal = read_text("---\ntype: interview\ncompany: Acme\n---\n", "Companies/a.md")
    assert [one.code for one in told(journal)] == ["no-date"]


APPLICATION = (
    "---\ncompany: Acme\njob_url: https://jobs.example/1\ncv_version: 2\nstatus: rejected\n---\n"
)


def test_a_page_about_an_application_is_left_alone_once_an_interview_has_a_file() -> None:
    entry = Source("b.md", "---\ncompany: ACME\ndate: 2026-11-10\n---\n")
    journal = read_journal([Source("a.md", APPLICATION), entry])
    assert (told(journal), journal.lookalikes, journal.left_alone) == ([], 0, 1)


def test_one_that_has_sections_of_an_interview_is_an_entry_without_a_day() -> None:
    journal = read_text(f"{APPLICATION}\n## Went well\n\n- Calm\n")
    assert [one.code for one in told(journal)] == ["no-date"]


def test_comments_are_on_no_page_of_a_file_that_is_not_read() -> None:
    journal = read_text("---\ncompany:Acme\n---\n\nText.\n\n<!-- they pay badly -->\n")
    assert [one.body.strip() for one in journal.unread] == ["Text."]


def test_a_front_matter_that_ends_with_other_marks_is_read_and_told() -> None:
    for mark in ("----", "—", "***", "===", "___", "+++", "~~~~"):
        text = f"---\ncompany: Acme\ndate: 2026-11-10\n{mark}\n\n## Went well\n\n- Calm\n\n---\n\nEnd.\n"
        journal = read_text(text)
        assert [(one.line, one.code) for one in told(journal)] == [(4, "other-closing")]
        assert [len(one.went_well) for one in journal.interviews] == [1]


def test_on_a_page_of_ones_own_it_is_shown_by_us_since_mkdocs_would_print_it() -> None:
    journal = read_text("---\ntitle: Page\n----\n\nText.\n")
    assert [(one.body, one.looks_like_one) for one in journal.unread] == [("Text.\n", False)]


def test_a_rule_below_a_blank_line_ends_no_front_matter() -> None:
    journal = read_text("---\ncompany: Acme\ndate: 2026-11-10\n\nText.\n\n***\n")
    assert [one.code for one in told(journal)] == ["unclosed-front-matter"]


def test_a_field_of_dataviews_is_told_wherever_it_stands() -> None:
    journal = read_text("# Notes\n\n" + "Text.\n" * 90 + "company:: Acme\n")
    assert [(one.line, one.code) for one in told(journal)] == [(93, "inline-field")]


def test_a_template_that_was_filled_in_by_half_and_lost_a_blank_is_no_lookalike() -> None:
    journal = read_text("---\ncompany = {{title}}\ndate: 2026-11-10\n---\n")
    assert (journal.lookalikes, len(journal.unread)) == (0, 1)


def test_tags_that_are_no_texts_tag_nothing() -> None:
    journal = read_text("---\ncompany: Acme\ntags: [{a: b}]\n---\n")
    assert [one.code for one in told(journal)] == ["no-date"]


@pytest.mark.parametrize(
    "text", ["---\ncompany: {{title}}\ndate: {{date}}\n---\n", "", "\x00", "Only text.\n"]
)
def test_a_text_that_is_no_interview_is_left_where_it_is(text: str) -> None:
    assert read_text(text, "a.txt").problems == ()


def test_a_copy_beside_the_page_it_was_made_of_is_not_looked_at(tmp_path: Path) -> None:
    for name in ("a.md", "a.md.bak", "a.md.txt", "a.txt", "b.txt"):
        (tmp_path / name).write_text("---\ncompany: Acme\ndate: 2026-11-10\n---\n")
    (tmp_path / "long.txt").write_text("---\ncompany: Acme\n---\n" + "x" * 600_000)
    assert [name for _, name in listed(tmp_path, left_out=()).texts] == ["b.txt"]


@pytest.mark.parametrize(
    "text",
    [
        f"---\ncompany{' ' * 100_000}x\n---\n",
        f"---\n{'{{' * 50_000}\n---\n",
        f"---\ntitle: {'{{' * 50_000}\n---\n",
        f"---\n{'a' * 100_000}: b\nc\n---\n",
        f"company{' ' * 100_000}x\n",
        f"{'-' * 100_000}\ncompany: Acme\n",
        f"## {'1-' * 50_000}\n## {'1-' * 50_000}\n",
        "company:: x(\n" * 20_000,
        "|" * 100_000,
        "# Went well\n" * 20_000,
    ],
)
def test_no_text_takes_long_to_look_at(text: str) -> None:
    """Each is looked at once, whatever it repeats: a look that went back and forth would take hours here."""
    journal = read_text(text)
    assert len(journal.problems) < 3


def test_a_company_that_is_commented_out_beside_other_keys_is_no_lookalike() -> None:
    assert read_text("---\ntitle: Page\n# company: Acme\n---\n").lookalikes == 0


@pytest.mark.parametrize(
    "text",
    [
        "Acme - 19 nov - chat w/ Dave the foreman\n\nwent ok. nice people\n",
        "Acme - 19 nov - chat w/ Dave the foreman\n\nnice people. dave will ring me monday\n",
        "Acme / Research scientist / onsite / Nov 3 2026\n\n+ a\n- b\n",
        "# Acme | phone screen | 3/11\n\nI pulled out on 9 Nov.\n",
        "\nAcme, 2026-11-03, second interview\nhe asked me about Kafka\n",
    ],
)
def test_a_note_that_was_jotted_down_is_told(text: str) -> None:
    assert [one.code for one in told(read_text(text))] == ["no-company"]


@pytest.mark.parametrize(
    "text",
    [
        "Team sync - 19 Nov - call with Bob\n\n- agreed on the plan\n- Bob writes the paper\n",
        "19 Nov - Acme - call with Bob\n\nwent ok\n",
        "Acme - 19 Nov\n\nwent ok\n",
        "Acme - call with Bob - later\n\nwent ok\n",
        "Acme - 19 Nov - shopping\n\nwent ok\n",
        f"Acme - 19 Nov - {'long ' * 20} call\n\nwent ok\n",
        "\n",
    ],
)
def test_another_note_is_left_in_silence(text: str) -> None:
    assert told(read_text(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Acme - 19 nov - chat w/ Dave\n\nwent ok\n",
        "company:: Acme\ndate:: 2026-11-24\n",
        "# Interview\n\nCompany: Acme\nDate: 2026-11-24\n",
        "## What I would do differently\n- x\n\n**Interviewer:** Joan\n",
    ],
)
def test_a_file_that_has_front_matter_is_to_add_the_company_there(text: str) -> None:
    (first, *_) = told(read_text(f"---\ntags: [jobs]\n---\n\n{text}"))
    expected = "Add company: and date: between the two lines of --- that the file begins with."
    assert (first.suggestion or "").startswith(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Interviewed at Acme on Thursday 12 November 2026 for the post of cook, second round with Ana.\n\nIt went well.\n",
        "Yesterday I had an interview with Acme (12 Nov).\n\nThey'll decide by Friday.\n",
        "Vorstellungsgespräch bei Acme am 12. November 2026.\n\nHe asked me about Kafka.\n",
    ],
)
def test_a_first_sentence_that_names_the_place_and_the_day_is_told(text: str) -> None:
    assert [one.code for one in told(read_text(text))] == ["no-company"]


@pytest.mark.parametrize(
    "text",
    [
        "The paper has an interview at length, and on 12 November 2026 another.\n\nIt went well.\n",
        "There is a new book, of which the author told in an interview with Ana on 12 November 2026.\n\nIt went well.\n",
        "An interview with Ana on 12 November 2026 is in the paper, and it is long.\n\nIt is on page two.\n",
    ],
)
def test_a_first_sentence_about_another_thing_is_left_in_silence(text: str) -> None:
    assert told(read_text(text)) == []


_FILLED = "---\noutfit: Acme\nwhen: 2026-11-12\nround: panel\n---\n"


def test_facts_below_keys_of_others_are_told_beside_a_round_and_two_sections() -> None:
    text = f"{_FILLED}### What worked\n- calm\n\n### They asked\n- why?\n"
    assert [one.code for one in told(read_text(text))] == ["no-company"]


@pytest.mark.parametrize(
    "text",
    [
        f"{_FILLED}### What worked\n- calm\n",
        f"{_FILLED.replace('2026-11-12', 'soon')}### What worked\n- calm\n\n### They asked\n- why?\n",
        f"{_FILLED.replace('round: panel', 'place: hall')}### What worked\n- calm\n\n### They asked\n- why?\n",
    ],
)
def test_without_one_of_these_a_page_is_left_in_silence(text: str) -> None:
    assert told(read_text(text)) == []


def test_facts_in_wide_brackets_are_told() -> None:
    text = "【公司】青山\n【岗位】销售\n【面试官】李经理\n\n【优点】\n- calm\n"
    codes = [one.code for one in told(read_text(text))]
    assert codes == ["no-fence"]
