"""Whatever somebody once typed elsewhere is read from a new entry as it was, and takes nothing else along."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.model import Interview, Source
from afterword.reading import read_journal
from afterword.writing.entries.entry_text import NewEntry, entry_text

DAY = date(2026, 11, 12)
# What means something to YAML, to Markdown, to other programs for notes, or to us.
HOSTILE = (
    "no", ": ", ":", " #", "# ", "## Went badly", "#", '"', "'", "\\", "\n", "\n\n", "\r\n", "\t", "- ", "-", "---", "\n---\n", "***", "* ", "1. ",
    "> ", "|", "```", "~~~", "    ", "<!--", "-->", "%%", "{{", "}}", "{", "[", "]", "[a]: ", "&", "&amp;", "!", "@", "`", "Outcome: rejected",
    "\nWent badly:\n", "**Went badly**", "Why: ", "\U0001f389", "\N{ZERO WIDTH SPACE}", "\N{LINE SEPARATOR}", "<div>", "<script>", "é", "日本",
)  # fmt: skip
TYPED = st.lists(st.sampled_from(HOSTILE), max_size=6).map("".join)


def read(entry: NewEntry) -> Interview:
    (one,) = read_journal([Source("a.md", entry_text(entry))]).interviews
    return one


def with_item(item: str) -> Interview:
    sections = [("Went well", ["before", item, "after"]), ("Went badly", ["bad"])]
    return read(NewEntry(facts={"company": "Acme", "date": DAY}, sections=sections))


@given(TYPED, TYPED)
def test_facts_are_read_as_they_were(before: str, behind: str) -> None:
    """Blanks and line breaks aside, which no name has."""
    typed = f"Lead{before}of{behind}all"
    one = read(NewEntry(facts={"company": "Acme", "date": DAY, "role": typed, "source": typed}))
    assert (one.company, one.when.day) == ("Acme", DAY)
    wanted = "".join(typed.split()).replace("\N{ZERO WIDTH SPACE}", "")
    for told in (one.role, one.source):
        assert "".join((told or "").split()).replace("\N{ZERO WIDTH SPACE}", "") == wanted


@given(TYPED, TYPED)
def test_an_item_keeps_its_words_and_its_neighbours(before: str, behind: str) -> None:
    one = with_item(f"{before}alpha{behind}omega")
    texts = [told.text for told in one.went_well]
    assert (texts[0], texts[-1], [told.text for told in one.went_badly]) == ("before", "after", ["bad"])  # fmt: skip


@given(TYPED)
def test_prose_takes_no_section_along(typed: str) -> None:
    sections = [("Went well", ["good"]), ("Went badly", ["bad"])]
    text = f"Friendly. {typed}"
    one = read(NewEntry(facts={"company": "Acme", "date": DAY}, text=text, sections=sections))
    assert one.went_well[-1].text == "good"
    assert one.went_badly[-1].text == "bad"


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("# head", "# head"),
        ("## Went badly", "## Went badly"),
        ("- dash", "- dash"),
        ("* star", "* star"),
        ("1. one", "1. one"),
        ("2) two", "2) two"),
        ("> they said", "> they said"),
        ("<!-- open", "<!-- open"),
        ("100 %% sure", "100 %% sure"),
        ("[a]: http://x.example", "[a]: http://x.example"),
        ("  four blanks", "four blanks"),
        ("a\nb", "a b"),
        ("a\n\n# Went badly\nb", "a # Went badly b"),
        ("| a | b |", "| a | b |"),
        ("~~~\nb", "~~~ b"),
        ("%% x %%# y", "%% x %%# y"),
        ("a %%\n%% b", "a %% %% b"),
        ("- - - - x", "- - - - x"),
        ("a --- b", "a --- b"),
    ],
)
def test_what_would_begin_something_else_is_words(item: str, text: str) -> None:
    assert [told.text for told in with_item(item).went_well] == ["before", text, "after"]


def test_what_is_nested_below_an_item_stays_there() -> None:
    told = with_item("Drew first\n    - Why: practised\n    - on paper").went_well[1]
    assert (told.text, told.why, told.notes) == ("Drew first", "practised", ("on paper",))


def test_a_box_stays_a_box_and_a_comment_stays_private() -> None:
    one = with_item("[x] Read it <!-- not for them -->")
    assert (one.went_well[1].text, one.went_well[1].done) == ("Read it", True)


def test_an_item_without_words_is_none() -> None:
    entry = NewEntry(facts={"company": "Acme", "date": DAY}, sections=[("Went well", [" ", "\n"])])
    assert entry_text(entry).endswith("## Went well\n- \n")
