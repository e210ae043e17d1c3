"""Notes that other tools keep are read in place: their titles, tags, links, and what they keep to themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.kinds import OutcomeKind, Severity
from afterword.model import Interview, Journal, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.vocabulary.note_links import without_note_links


def entry(*lines: str, company: str = "Heron Dairy", body: str = "") -> str:
    return "\n".join(("---", f"company: {company}", "date: 2026-11-12", *lines, "---", body))


def journal(*texts: str, options: ReadingOptions | None = None) -> Journal:
    return read_journal((Source(f"{at}.md", text) for at, text in enumerate(texts)), options)


def roles(*titles: str, company: str = "Heron Dairy") -> list[str | None]:
    made = journal(*(entry(f"title: {title}", company=company) for title in titles))
    return [one.role for one in made.interviews]


@pytest.mark.parametrize("title", ["Herd Analyst", "Heronry Analyst", "Analyst for dairies"])
def test_a_title_is_the_role(title: str) -> None:
    assert roles(title) == [title]


@pytest.mark.parametrize(
    "title",
    ["Heron Dairy, second round", "Interview at HERON DAIRY", "heron dairy", "Notes (Heron-Dairy)"],
)
def test_a_title_with_the_company_in_it_is_the_notes(title: str) -> None:
    assert roles(title) == [None]


def test_titles_that_differ_from_note_to_note_are_the_notes() -> None:
    assert roles("First talk", "Second talk") == [None, None]


def test_a_title_that_comes_again_is_the_role() -> None:
    assert roles("Herd Analyst", "Herd Analyst", "Cheese Maker") == [
        "Herd Analyst",
        "Herd Analyst",
        "Cheese Maker",
    ]


def test_one_company_with_its_own_titles_is_one_application() -> None:
    assert len(journal(entry("title: First talk"), entry("title: Second talk")).applications) == 1


def test_a_role_beside_a_title_is_the_role() -> None:
    (read,) = journal(entry("title: Heron Dairy", "role: Heron Dairy Analyst")).interviews
    assert read.role == "Heron Dairy Analyst"


def test_a_verdict_beside_an_outcome_is_the_writers_own() -> None:
    made = journal(entry("outcome: rejected", "verdict: good company, bad commute"))
    kinds = [one.outcome.kind for one in made.interviews]
    assert (kinds, [one.code for one in made.problems if one.severity is not Severity.HINT]) == (
        [OutcomeKind.REJECTED],
        [],
    )


def withheld(*lines: str) -> bool:
    (read,) = journal(entry(*lines)).interviews
    return read.withheld


@pytest.mark.parametrize(
    "line",
    [
        "draft: true",
        "Draft: yes",
        'draft: "true"',
        "draft: [true]",
        "draft: on",
        "publish: false",
        "Publish: no",
        "publish: 'off'",
        "publish: never",
    ],
)
def test_an_entry_may_be_kept_out_of_what_is_published(line: str) -> None:
    assert withheld(line)


@pytest.mark.parametrize(
    "line", ["draft: false", "publish: true", "draft:", "publish:", "drafted: true", "draft: no"]
)
def test_every_other_entry_is_published(line: str) -> None:
    assert not withheld(line)


def test_a_word_that_is_neither_is_told_and_keeps_the_entry_out() -> None:
    made = journal(entry("publish: maybe"))
    (problem,) = (one for one in made.problems if one.severity is not Severity.HINT)
    assert (problem.line, problem.code) == (4, "not-yes-or-no")
    assert made.interviews[0].withheld


def test_what_is_not_to_be_published_is_in_no_number_of_what_is() -> None:
    texts = (
        entry(),
        entry("publish: false", company="Otter Rail", body="## Went well\n- Calm #nerves\n"),
        "---\ndraft: true\n---\n# A page of its own\n",
        "---\ncompany: Quill\ndraft: true\n---\n",
    )
    made = journal(*texts, options=ReadingOptions(for_publishing=True))
    assert [one.company for one in made.interviews] == ["Heron Dairy"]
    assert (len(made.applications), made.theme_names, made.unread) == (1, {}, ())
    assert made.withheld.paths == ("1.md", "2.md", "3.md")
    assert [one.company for one in made.withheld.interviews] == ["Otter Rail"]
    assert made.withheld.unknown == 1
    assert len(journal(*texts).interviews) == 2


def tagged(lines: str, body: str = "- Calm", *, wanted: bool = True) -> Interview:
    options = ReadingOptions(themes_from_tags=wanted, synonyms={"sql": ("databases",)})
    text = entry(lines, body=f"## Went well\n{body}\n")
    (read,) = journal(text, options=options).interviews
    return read


@pytest.mark.parametrize(
    "lines",
    [
        "tags: [databases, nerves]",
        "tags:\n  - databases\n  - nerves",
        "tags: databases, nerves",
        "tags: databases nerves",
        'Tags: "#databases #nerves"',
    ],
)
def test_tags_are_themes_of_what_names_none_where_that_is_wanted(lines: str) -> None:
    assert tagged(lines).went_well[0].inferred_themes == ("sql", "nerves")
    assert tagged(lines, wanted=False).went_well[0].inferred_themes == ()


def test_an_item_with_a_theme_of_its_own_has_no_other() -> None:
    (item,) = tagged("tags: [nerves]", "- Calm #clarity").went_well
    assert (item.themes, item.inferred_themes) == (("clarity",), ())


def test_tags_that_are_no_words_are_none() -> None:
    assert tagged("tags: {a: b}").went_well[0].inferred_themes == ()
    assert tagged("tags: [[a], ' ', '#']").went_well[0].inferred_themes == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Met [[Petra Vole]]", "Met Petra Vole"),
        ("Met [[People/Petra Vole|Petra]]", "Met Petra"),
        ("See [[Orbit#Team]]", "See Orbit > Team"),
        ("See [[Orbit#^a1b2]]", "See Orbit"),
        ("See [[#Team]]", "See Team"),
        ("![[board.png|300]] here", "board.png here"),
        ("![[board.png|The board]]", "The board"),
        ("In a table [[Orbit\\|them]]", "In a table them"),
        ("In a table ![[board.png\\|300]]", "In a table board.png"),
        ("`[[code]]` [[Orbit]]", "`[[code]]` Orbit"),
        ("[[ not closed", "[[ not closed"),
    ],
)
def test_a_link_to_a_note_reads_as_its_words(written: str, read: str) -> None:
    assert without_note_links(written) == read


@given(st.text(alphabet="[]|#!`a\\ \n", max_size=60))
def test_no_link_to_a_note_is_left(text: str) -> None:
    assert without_note_links(f"[[a]]{text}".replace("`", "")).startswith("a")


def test_an_items_words_have_no_brackets() -> None:
    (read,) = journal(entry(body="## Went well\n- Met [[Petra Vole|Petra]] #calm\n")).interviews
    assert read.went_well[0].text == "Met Petra"


def test_a_comment_in_an_item_of_front_matter_is_nobodys() -> None:
    lines = "went_well: [calm %%not for others%%, '<!-- nothing -->']"
    (read,) = journal(entry(lines)).interviews
    assert [item.text for item in read.went_well] == ["calm"]


@pytest.mark.parametrize(
    "text",
    [
        "----\ncompany: Acme\ndraft: true\n----\n## Went well\n- a\n",
        "# Talk\n\n---\ncompany: Acme\ndraft: true\n---\n## Went well\n- a\n",
        "+++\ncompany = 'Acme'\ndraft = true\n+++\n## Went well\n- a\n",
        "company: Acme\ndraft: true\n\n## Went well\n- a\n",
        "Company:: Acme\npublish:: false\n\n## Went well\n- a\n",
        "- **Company:** Acme\n- **Publish:** no\n- **Date:** 2026-11-10\n\n## Went well\n- a\n",
        "---\ncompany: Acme\ndate: 2026-11-10\n  draft: true\n---\n",
        "---\ncompany: Acme\ndate: 2026-11-10\ndraft: true\ndraft: false\n---\n",
        "---\ncompany: Acme\ndate: 2026-11-10\npublished: false\n---\n",
        "---\ncompany: Acme\ndate: 2026-11-10\ndarft: true\n---\n",
        "---\ncompany:Acme\ndraft:true\n---\n",
        "---\nfirma: Acme\ndatum: 2026-11-10\nentwurf: ja\n---\n\n## Lief gut\n- ruhig\n",
        "---\nempresa: Acme\nfecha: 2026-11-10\nborrador: sí\n---\n\n## Lo que fue bien\n- calma\n",
        "---\ncompany: Acme\ndate: 2026-11-10\n---\n\npublish:: false\n\n## Went well\n- a\n",
    ],
)
def test_a_slip_beside_it_does_not_publish_it(text: str) -> None:
    made = journal(text, options=ReadingOptions(for_publishing=True))
    assert (made.withheld.paths, made.interviews) == (("0.md",), ())


def test_nor_does_another_ending() -> None:
    source = Source("a.md.txt", "---\ncompany: Acme\ndate: 2026-11-10\npublish: false\n---\n")
    assert read_journal([source], ReadingOptions(for_publishing=True)).withheld.paths == (
        "a.md.txt",
    )


@pytest.mark.parametrize(
    "text",
    [
        entry(body="We talked about how they publish: weekly, never late.\n"),
        entry("went_well:\n  - Read their draft contract"),
        "# About\n\nPublish: never on a Friday.\n",
        "---\ntitle: Notes\n---\nDraft: what I will say\n",
    ],
)
def test_words_of_a_text_publish_and_withhold_nothing(text: str) -> None:
    made = journal(text, options=ReadingOptions(for_publishing=True))
    assert made.withheld.paths == ()
