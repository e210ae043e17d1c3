"""What is written into a new entry is read from it again."""

from __future__ import annotations

from datetime import date
from string import ascii_letters

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from afterword.model import Source
from afterword.reading import read_journal
from afterword.writing.entries.entry_text import NewEntry, entry_text, line_of
from afterword.writing.entries.names import entry_name

DAY = date(2026, 11, 12)
WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn", "Zl", "Zp"]), min_size=1, max_size=30)  # fmt: skip


def test_an_entry_has_its_facts_in_their_usual_order_and_sections_to_write_in() -> None:
    entry = NewEntry(
        facts={
            "date": DAY,
            "company": "Acme",
            "role": None,
            "interviewers": ["A", "B"],
            "source": "",
        },
        sections=[("Went well", ["Calm #nerves"]), ("Went badly", [])],
        text="Friendly.\n",
        foreign={"tags": ["interview"]},
    )
    assert entry_text(entry) == (
        "---\ncompany: Acme\ndate: 2026-11-12\ninterviewers:\n- A\n- B\ntags:\n- interview\n---\n\n"
        "Friendly.\n\n## Went well\n- Calm #nerves\n\n## Went badly\n- \n"
    )


@given(WORDS)
def test_any_value_is_one_line_that_yaml_reads_as_it_was(value: str) -> None:
    line = line_of("company", value)
    assert "\n" not in line
    assert yaml.safe_load(line) == {"company": value}


@pytest.mark.parametrize("name", ["no", "A: B", "#1", "- x", "---", '"', "'", "[a]", "{a}", "!!python/x", "*a", "1.0", "2026-11-12", "a\nb"])  # fmt: skip
def test_a_company_is_read_as_it_was_named(name: str) -> None:
    text = entry_text(
        NewEntry(facts={"company": name, "date": DAY}, sections=[("Went well", ["x"])])
    )
    (one,) = read_journal([Source("a.md", text)]).interviews
    assert (one.company, one.when.day) == (" ".join(name.split()), DAY)


def test_a_files_name_is_its_day_its_company_and_its_round_in_plain_letters() -> None:
    assert entry_name(DAY, "Müller & Söhne", "Final / HR") == "2026-11-12-muller-sohne-final-hr.md"
    assert entry_name(None, "../../etc") == "etc.md"


def test_a_name_without_plain_letters_is_told_by_figures_of_its_own() -> None:
    names = {entry_name(DAY, name) for name in ("日本電気", "日本通運", "Яндекс")}
    assert len(names) == 3
    assert all(set(name) <= set(ascii_letters + "0123456789-.") for name in names)


def test_no_name_is_too_long_for_a_file() -> None:
    assert len(entry_name(DAY, "x" * 500)) < 120
