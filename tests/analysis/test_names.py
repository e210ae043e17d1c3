"""Every name in a journal, whatever kind of name it is."""

from __future__ import annotations

from afterword.analysis.names import Names


def test_every_name_is_a_company_a_person_an_address_a_role_or_a_theme() -> None:
    found = Names(
        companies=("Heron",),
        people=("Ada",),
        addresses=("a@b.example",),
        roles=("Engineer",),
        themes=("kafka",),
    )
    assert found.every == ("Heron", "Ada", "a@b.example", "Engineer", "kafka")
