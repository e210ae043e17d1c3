"""The schema that editors complete by is the table of keys."""

from __future__ import annotations

import json

from click.testing import CliRunner

from afterword.cli import main
from afterword.cli.schema import entry_schema
from afterword.vocabulary.fields import FIELDS, Kind


def test_the_schema_has_every_key_with_what_it_wants() -> None:
    told = json.loads(CliRunner().invoke(main, ["schema"]).stdout)
    assert told == entry_schema()
    assert list(told["properties"]) == [field.name for field in FIELDS]
    assert all(
        one["description"].endswith(".") and one["type"] for one in told["properties"].values()
    )


def test_every_shape_of_a_value_has_its_own_and_a_key_may_be_left_empty() -> None:
    properties = entry_schema()["properties"]
    assert isinstance(properties, dict)
    assert {field.kind for field in FIELDS} == set(Kind)
    assert properties["date"]["type"] == ["string", "null"]


def test_an_entry_needs_its_company_and_may_have_keys_of_other_tools() -> None:
    told = entry_schema()
    assert (told["required"], told["additionalProperties"]) == (["company"], True)
