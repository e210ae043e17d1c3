"""Nothing of anybody's own journal is kept in the repository, and a commit of it is refused."""

from __future__ import annotations

import pytest
from tests.end_to_end.projects import ROOT
from tests.house.private import main, private_looking
from tests.house.test_house import kept_files

ENTRY = "---\ncompany: Northwind\ndate: 2026-11-12\n---\n\nCall {} back.\n"


def said(path: str, text: str) -> list[str]:
    return [sentence.removeprefix(path) for sentence in private_looking(path, text)]


def test_nothing_kept_looks_private() -> None:
    kept = [(path.relative_to(ROOT).as_posix(), path) for path in kept_files()]
    found = [
        sentence
        for name, path in kept
        for sentence in private_looking(name, path.read_bytes().decode(errors="replace"))
    ]
    assert found == []


@pytest.mark.parametrize("path", ["journal/2026/northwind.md", "tests/journals/natural/1.md"])
@pytest.mark.parametrize(
    "address",
    ["ada@northwind.example", "https://example.org/jobs", "a@b.test"],
)
def test_an_invented_entry_is_welcome(path: str, address: str) -> None:
    assert said(path, ENTRY.format(address)) == []


@pytest.mark.parametrize(
    "address",
    ["ada@northwind.com", "https://jobs.northwind.io", "a.b+c@x.notexample", "x@a.example.co"],
)
def test_an_address_that_somebody_may_have_is_named_with_its_line(address: str) -> None:
    found = said("journal/a.md", ENTRY.format(address))
    assert found == [f":6: {address} may be somebody's. Invent one that ends in .example."]


@pytest.mark.parametrize("path", ["interviews/a.md", "a.md", "docs/a.md", "journal-of-mine/a.md"])
@pytest.mark.parametrize("text", [ENTRY, ENTRY.replace("\n", "\r\n"), f"\ufeff{ENTRY}"])
def test_an_entry_elsewhere_is_somebodys_own(path: str, text: str) -> None:
    assert [one.partition(". ")[0] for one in said(path, text)] == [" is an entry of a journal"]


@pytest.mark.parametrize("line", ["text\r\n", "a" * 5000])
def test_a_page_of_any_shape_is_looked_through_at_once(line: str) -> None:
    assert said("tests/journals/a.md", f"---\r\n{line * 60}") == []


def test_a_page_that_shows_an_entry_is_none() -> None:
    assert said("docs/format.md", f"# The format\n\n{ENTRY}") == []


def test_what_opens_a_published_journal_is_refused_wherever_it_lies(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert len(said("journal/afterword-readers.json", "{}")) == 1
    assert (main([str(ROOT / "README.md")]), capsys.readouterr().out) == (0, "")
