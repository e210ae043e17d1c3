"""Front matter as people type it: quotes that a program has bent, a blank that is missing, and what YAML makes of the rest."""

from __future__ import annotations

import pytest

from afterword.kinds import Severity
from afterword.model import Interview, Journal, Problem, Source
from afterword.reading import read_journal
from afterword.reading.matter.front_matter import LONGEST


def journal(lines: str) -> Journal:
    return read_journal([Source("a.md", f"---\n{lines}\n---\n")])


def read(lines: str) -> tuple[Interview, list[Problem]]:
    """The interview of an entry with these lines beside its date, and what is said of it but for hints."""
    told = journal(f"{lines}\ndate: 2026-11-12")
    return told.interviews[0], [one for one in told.problems if one.severity is not Severity.HINT]


@pytest.mark.parametrize(
    "written",
    [
        "“Acme: B”",
        "„Acme: B“",
        "«Acme: B»",
        "‘Acme: B’",
        "「Acme: B」",
        '"Acme: B”',
        '“Acme: B"',
        "“Acme: B”  # now",
    ],
)
def test_typographic_quotes_around_a_value_are_quotes(written: str) -> None:
    one, told = read(f"company: {written}")
    assert (one.company, told) == ("Acme: B", [])


def test_they_are_around_a_key_and_in_a_list_too() -> None:
    one, told = read("“company”: A\n“interviewers”: [“Ada, Jr.”, «Bo»]\nwent_well:\n  - “so: calm”")
    assert [who.name for who in one.interviewers] == ["Ada, Jr.", "Bo"]
    assert ([item.text for item in one.went_well], told) == (["so: calm"], [])


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("“Lead” and “more”", "“Lead” and “more”"),
        ("the “lead”", "the “lead”"),
        ("“Lead", "“Lead"),
        ('“Say "it’s" \\ now”', 'Say "it’s" \\ now'),
        ("“both ' and \"”", "“both ' and \"”"),
        ('"plain” \'"', "plain” '"),
    ],
)
def test_quotes_within_a_value_are_its_own(written: str, role: str) -> None:
    assert read(f"company: A\nrole: {written}")[0].role == role


def test_a_block_of_text_is_left_as_it_was_written() -> None:
    one, told = read("company: A\nwent_well: |\n  - “so: calm”\n\n  - role:x\nrole: “R”")
    assert [item.text for item in one.went_well] == ["“so: calm”", "role:x"]
    assert (one.role, told) == ("R", [])


@pytest.mark.parametrize(
    "lines",
    ["company: Acme\nrole:Dev", "company: Acme\nRole :Dev", "company：Acme", "company： Acme"],
)
def test_a_key_of_ours_without_a_blank_behind_its_colon_is_read_and_told(lines: str) -> None:
    one, told = read(lines)
    assert one.company == "Acme"
    assert [(each.severity, each.code) for each in told] == [("warning", "no-blank")]


def test_the_mended_line_is_shown_at_its_line() -> None:
    _, (told,) = read("company: Acme\ninterviewers:[Ada, Bo]")
    assert (told.line, told.excerpt) == (3, "interviewers:[Ada, Bo]")
    assert told.message.endswith("It is read as 'interviewers: [Ada, Bo]'.")
    assert told.suggestion == "Write interviewers: [Ada, Bo]"


@pytest.mark.parametrize(
    ("lines", "how"),
    [
        ("company: Acme\ndate:2026-11-10", "Write date: 2026-11-10"),
        ("company:Acme\ndate: 2026-11-10", "Write company: Acme"),
        ("Company :Acme\ndate: 2026-11-10", "Write company: Acme"),
    ],
)
def test_what_an_entry_cannot_do_without_is_told_and_not_read(lines: str, how: str) -> None:
    told = journal(lines)
    assert (told.interviews, [one.suggestion for one in told.problems]) == ((), [how])


@pytest.mark.parametrize("line", ["weather:fine", "link:http://x.example", "role://x", "role:: x"])
def test_what_is_no_key_of_ours_gets_no_blank(line: str) -> None:
    _, told = read(f"company: Acme\n{line}\nround:x")
    assert [one.line for one in told if one.code == "no-blank"] == [4]


def test_on_a_page_that_names_no_company_no_blank_is_put_in() -> None:
    told = journal("title:Hello\ndate:2026-11-12")
    assert told.interviews == ()
    assert "no-blank" not in {one.code for one in told.problems}


@pytest.mark.parametrize(
    "value",
    [
        "!!python/object/apply:os.system [echo]",
        "!!python/object/new:os.system {args: [echo]}",
        "!!python/name:os.system echo",
        "!!python/tuple [echo]",
        "!!set {echo}",
        "!!binary ZWNobw==",
        "!mine echo",
    ],
)
def test_what_stands_behind_a_tag_is_no_value(value: str) -> None:
    one, told = read(f"company: A\nrole: {value}\nsource: |\n  x\ninterviewers:\n  - {value}")
    assert (one.role, one.interviewers, one.source) == (None, (), "x")
    assert [(each.code, each.line) for each in told] == [("not-yaml", 3), ("not-yaml", 7)]


def test_a_tag_that_only_says_what_a_value_is_does_no_harm() -> None:
    one, told = read("company: !!str A\ninterviewers: !!seq [Ada]")
    assert (one.company, [who.name for who in one.interviewers], told) == ("A", ["Ada"], [])


@pytest.mark.parametrize(
    ("lines", "company", "role"),
    [
        ("x: &a {company: B, role: R}\n<<: *a", "B", "R"),
        ("x: &a {company: B, role: R}\ncompany: C\n<<: *a", "C", "R"),
        ("<<: [{company: B}, {company: C, role: R}]", "B", "R"),
        ("company: A\n<<: {<<: {role: R}}", "A", "R"),
        ("company: A\n<<: {[a]: b, role: R}", "A", "R"),
        ("company: A\n'<<': {role: R}", "A", None),
        ("company: &c A\nrole: *c", "A", "A"),
    ],
)
def test_keys_of_another_value_are_taken_over_where_they_are_not_written(
    lines: str, company: str, role: str | None
) -> None:
    one, told = read(lines)
    assert (one.company, one.role, told) == (company, role, [])


def test_where_there_are_no_keys_to_take_over_it_is_told() -> None:
    _, told = read("company: A\n<<: Acme")
    assert [(one.code, one.line) for one in told] == [("not-a-key", 3), ("not-loaded", 3)]


def test_front_matter_that_nobody_wrote_is_refused_in_a_sentence() -> None:
    told = journal("company: A\ndate: 2026-11-12\nrole: " + "x" * LONGEST)
    assert [one.code for one in told.problems] == ["too-long"]
    assert ([one.front_matter for one in told.unread], told.interviews) == ([""], ())


@pytest.mark.parametrize(
    ("lines", "line", "slip"),
    [
        ("company: A\nrole:B", 3, "no blank behind the colon"),
        ("company: A\nweather:fine", 3, "no blank after its colon"),
        ("company： A", 2, "colon here is a wide one"),
        ("\tcompany: A", 2, "tab stands in front"),
        ("company: A\n\trole: B", 3, "tab stands in front"),
        ("company: A\n\tweather: fine", 3, "tab stands in front"),
        ("company: A\ninterviewers:\n\t- Ada", 4, "tab stands where YAML wants spaces"),
        ("company: A\nrole: “B", 3, "quotation mark opens here and is never closed"),
        ("company: A\nwent_well:\n  - „calm", 4, "quotation mark opens here and is never closed"),
        ("company: A\noutcome: rejected the dog", 3, "what follows may make it another outcome"),
        ("company: A\napplied: 2026-11-01 (by mail)", 3, "is a day with words behind it"),
    ],
)
def test_the_slip_itself_is_named_at_its_line(lines: str, line: int, slip: str) -> None:
    (told,) = read(lines)[1]
    assert (told.line, slip in told.message) == (line, True)


def test_the_keys_of_a_small_table_get_their_blank_too() -> None:
    one, told = read("company: A\npromised:\n  - what:Link\n    by:2026-11-20\n  - role:x now")
    assert [(each.what, str(each.by)) for each in one.promised] == [
        ("Link", "2026-11-20"),
        ("role: x now", "None"),
    ]
    assert [each.line for each in told if each.code == "no-blank"] == [4, 5, 6]


def test_a_quote_that_is_closed_in_the_next_line_is_none_that_stays_open() -> None:
    assert read("company: A\nrole: “Lead\n  of all”")[1] == []
