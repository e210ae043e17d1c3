"""A vault of Obsidian's gets our properties from the table of keys, and keeps all that it had."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from afterword.model import Source
from afterword.reading import read_journal
from afterword.vocabulary.fields import FIELDS, KEYS
from afterword.writing.starting.obsidian import (
    ASKED,
    COLUMNS,
    TemplatesError,
    TypesError,
    base,
    new_types,
    property_types,
    template,
    template_folder,
    with_types,
)

# The types that Obsidian has, by its own names for them.
KNOWN = {"text", "multitext", "number", "checkbox", "date", "datetime", "tags", "aliases"}
NAMES = st.text(max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


def test_every_property_is_a_key_of_ours_that_no_other_note_has_and_its_type_is_one_of_obsidians() -> None:  # fmt: skip
    types = property_types()
    assert set(types.values()) <= KNOWN
    assert {KEYS[name].common for name in types} == {False}
    assert (types["applied"], types["thank_you"], types["confidence"]) == ("date", "multitext", "number")  # fmt: skip
    assert "promised" not in types


def test_what_the_template_asks_and_the_table_shows_are_keys() -> None:
    assert {*ASKED, *COLUMNS} <= {field.name for field in FIELDS}


def test_a_vault_without_types_gets_ours() -> None:
    assert json.loads(new_types()) == {"types": property_types()}
    assert with_types("{}") == new_types()


def test_a_property_that_has_a_type_keeps_it_in_whatever_case() -> None:
    told = json.loads(with_types('{"types": {"Outcome": "multitext", "tags": "tags"}}'))["types"]
    assert (told["Outcome"], told["tags"], "outcome" in told) == ("multitext", "tags", False)
    assert set(property_types()) - {"outcome"} <= set(told)


def test_types_that_lack_nothing_stay_to_the_byte() -> None:
    text = with_types('{"types": {}}') + "\n\n"
    assert with_types(text) == text


@given(st.dictionaries(NAMES, VALUES, max_size=4), st.dictionaries(NAMES, VALUES, max_size=4))
def test_nothing_that_is_there_gets_lost(others: dict[str, object], types: dict[str, object]) -> None:  # fmt: skip
    before = {**others, "types": types}
    after = json.loads(with_types(json.dumps(before)))
    assert {name: after[name] for name in before if name != "types"} == {
        name: one for name, one in before.items() if name != "types"
    }
    assert {name: after["types"][name] for name in types} == types


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"types": []}',
        '{"types": null}',
        "{types: {}}",
        '{"a": 1, "a": 2}',
        '{"types": {"a": "text", "a": "date"}}',
        "[" * 100_000,
        '\ufeff{"types": {}}',
        '{"types": {"\\ud800": "text"}}',
    ],
)
def test_types_that_cannot_be_read_whole_are_left_alone(text: str) -> None:
    with pytest.raises(TypesError):
        with_types(text)


@pytest.mark.parametrize(
    "number", ["1e999", "-1e999", "NaN", "Infinity", "-0", "1.0000000000000000001", "1e3", "0.10", "9" * 5000],
)  # fmt: skip
def test_types_with_a_number_that_would_be_written_otherwise_are_left_alone(number: str) -> None:
    with pytest.raises(TypesError, match="number"):
        with_types(f'{{"types": {{}}, "a": [{number}]}}')


@pytest.mark.parametrize("number", ["0", "-1", "1.5", "-0.0", "1e+22", "12345678901234567890123"])
def test_any_other_number_stays_as_it_is_written(number: str) -> None:
    assert f'"a": {number}' in with_types(f'{{"types": {{}}, "a": {number}}}')


@pytest.mark.parametrize(
    ("text", "folder"),
    [
        ('{"folder": "Templates"}', "Templates"),
        ('{"folder": "/Meta/Templates/", "dateFormat": "x"}', "Meta/Templates"),
        ('{"folder": "Vorlagen für mich"}', "Vorlagen für mich"),
        ('{"folder": ""}', None),
        ('{"folder": "/"}', None),
        ('{"folder": null}', None),
        ("{}", None),
    ],
)
def test_the_folder_of_templates_is_taken_where_it_lies_in_the_vault(text: str, folder: str | None) -> None:  # fmt: skip
    assert template_folder(text) == folder


@pytest.mark.parametrize(
    "text",
    [
        '{"folder": "../elsewhere"}', '{"folder": "a//b"}', '{"folder": ".obsidian/plugins"}', '{"folder": "a\\\\..\\\\b"}',
        '{"folder": "a\\u0000b"}', '{"folder": "\\ud800"}', '{"folder": "a\\nb"}', '{"folder": "a\\u202eb"}', '{"folder": "a\\u2028b"}',
        json.dumps({"folder": "x" * 300}), json.dumps({"folder": "漢" * 90}), '{"folder": 3}', "[]", "{", "[" * 100_000,
        "9" * 5000,
    ],
)  # fmt: skip
def test_a_folder_that_no_template_could_go_to_is_told(text: str) -> None:
    with pytest.raises(TemplatesError):
        template_folder(text)


def test_the_template_is_an_entry_once_it_is_inserted_and_none_before() -> None:
    inserted = template().replace("{{date:YYYY-MM-DD}}", "2026-11-12").replace("company:", "company: Acme")  # fmt: skip
    (one,) = read_journal([Source("a.md", inserted)]).interviews
    assert (one.company, one.when.day.isoformat()) == ("Acme", "2026-11-12")
    told = read_journal([Source("Templates/Interview.md", template())])
    assert (told.interviews, told.problems) == ((), ())
    # Obsidian reads the front matter of a template, too.
    assert yaml.safe_load(template().split("---")[1])["date"] == "{{date:YYYY-MM-DD}}"


def test_the_table_is_of_one_folder_newest_first_and_by_outcome_and_company() -> None:
    told = yaml.safe_load(base('Job "hunt"/Ünterviews', ['Job "hunt"/Ünterviews/templates', "x"]))
    assert told["filters"]["and"] == [
        'file.inFolder("Job \\"hunt\\"/Ünterviews")',
        '!file.inFolder("Job \\"hunt\\"/Ünterviews/templates")',
        '!file.inFolder("x")',
        'file.hasProperty("company")',
    ]
    assert [one["name"] for one in told["views"]] == ["Interviews", "By outcome", "By company"]
    assert {one["type"] for one in told["views"]} == {"table"}
    assert told["views"][0]["sort"] == [{"property": "note.date", "direction": "DESC"}]
    assert [one.get("groupBy", {}).get("property") for one in told["views"]] == [None, "note.outcome", "note.company"]  # fmt: skip
    assert set(told["properties"]) | {"file.name"} == set(told["views"][0]["order"])
    assert "&" not in base("x", ["x/templates"])


def test_a_vault_that_is_the_journal_is_shown_whole() -> None:
    assert yaml.safe_load(base("", ["templates"]))["filters"]["and"] == [
        '!file.inFolder("templates")',
        'file.hasProperty("company")',
    ]
