"""A word for a section and a key are rows of a table each: added to a copy of the tables, they are read."""

from __future__ import annotations

from afterword.model import Interview, Problem, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.reading.matter.facts import Facts, read_facts
from afterword.reading.matter.front_matter import split_front_matter
from afterword.reading.problems import FileProblems
from afterword.vocabulary.fields import FIELDS, KEYS, Field, Keys, Kind
from afterword.vocabulary.languages import ENGLISH, joined, read_words
from afterword.vocabulary.sections import SECTION_SPELLINGS, Section, SectionWords
from afterword.vocabulary.tables import VOCABULARY, Vocabulary

ADDED = read_words("[section tried]\nexperiments of the day\n[key salary]\npay, wage\n")
WITH_A_WORD = Vocabulary(
    sections=SectionWords(
        {section: joined([ENGLISH, ADDED]).of(f"section {section}") for section in Section}
    )
)
SALARY = Field("salary", Kind.TEXT, "what they pay", ADDED.of("key salary"))
WITH_A_KEY = Vocabulary(keys=Keys((*FIELDS, SALARY)))


def interview(text: str, vocabulary: Vocabulary) -> Interview:
    """The interview of an entry with this text below its front matter."""
    source = Source("a.md", f"---\ncompany: Acme\ndate: 2026-11-12\n---\n{text}")
    return read_journal([source], ReadingOptions(), vocabulary=vocabulary).interviews[0]


def tried(text: str, vocabulary: Vocabulary) -> list[str]:
    return [item.text for item in interview(text, vocabulary).tried]


def facts(line: str, keys: Keys) -> tuple[Facts, list[Problem]]:
    """What front matter of this one line says, and what is said of it."""
    problems = FileProblems("a.md", [])
    matter = split_front_matter(f"---\n{line}\n---\n", problems)
    return read_facts(matter.pairs, problems, keys), problems.noted


def test_a_word_that_was_added_opens_its_section_as_a_heading() -> None:
    text = "## Experiments of the day\n\n- Draw it first (helped)\n"
    assert (tried(text, WITH_A_WORD), tried(text, VOCABULARY)) == (["Draw it first"], [])


def test_it_opens_it_as_a_label_and_with_a_slip_too() -> None:
    texts = ["Experiments of the day: draw it", "**Experimets of the day**\n- draw it\n"]
    assert [tried(text, WITH_A_WORD) for text in texts] == [["draw it"], ["draw it"]]


def test_the_words_that_were_there_open_their_sections_still() -> None:
    assert tried("## What I tried\n\n- Draw it\n", WITH_A_WORD) == ["Draw it"]


def test_a_key_that_was_added_is_read_under_each_of_its_names() -> None:
    read = [facts(line, WITH_A_KEY.keys)[0] for line in ("salary: 82 000", "Wages: 82 000")]
    assert [one.text.get("salary") for one in read] == ["82 000", "82 000"]
    assert [one.places["salary"] for one in read] == [(2, 9), (2, 8)]


def test_without_the_row_it_is_kept_for_other_tools() -> None:
    read, noted = facts("salary: 82 000", KEYS)
    assert [pair.key.text for pair in read.foreign] == ["salary"]
    assert [one.code for one in noted] == ["key-not-read"]


def test_a_slip_in_a_key_that_was_added_is_told() -> None:
    _, noted = facts("salry: 82 000", WITH_A_KEY.keys)
    assert [one.suggestion for one in noted] == ["Did you mean salary?"]


def test_the_tables_themselves_are_as_they_were() -> None:
    assert (KEYS.field_of("salary"), SectionWords().named("experiments of the day")) == (None, None)
    assert "experiments of the day" not in SECTION_SPELLINGS[Section.TRIED]
