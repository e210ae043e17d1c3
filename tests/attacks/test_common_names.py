"""Companies and people called as everyday words, or as chance and themes write them, stop no publish; a leak of theirs does."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest
from tests.attacks.profile_sites import COACH, REPORT, SHARED, Shown, sought
from tests.end_to_end.projects import ROOT, write_project

from afterword.audience.audience import MYSELF, Profile
from afterword.cli.project.options import read
from afterword.cli.proving.proof import words_of
from afterword.cli.publishing.handing import project_for
from afterword.errors import VaultError
from afterword.vault import seal
from afterword.vault.scanning import found_words, said_by, varying

COMPANIES = (
    "Apple",
    "Google",
    "Notion",
    "Linear",
    "Block",
    "Orange",
    "Today",
    "Material",
    "Vault",
    "JSON",
)
PEOPLE = ("Martin", "Grace", "Ada", "Bea", "Mark", "Dee Abbe")
ENTRY = """\
---
company: {company}
date: 2026-10-{day:02}
role: {company} engineer
interviewers: [{person}]
private: [search]
---

## Went badly

- {person} of {company} asked about consensus #{theme}
"""
THEMES = ("block-storage", "apple-silicon", "json", "b", "worker")


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("common")
    entries = {}
    for at, company in enumerate(COMPANIES):
        facts = {"person": PEOPLE[at % len(PEOPLE)], "theme": THEMES[at % len(THEMES)]}
        entries[f"{at}.md"] = ENTRY.format(company=company, day=at + 1, **facts)
    return write_project(folder, entries) / "mkdocs.yml"


@pytest.fixture(scope="module")
def every(journal: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Profile, Shown]:
    """The site of each profile."""
    return {
        one.profile: Shown(journal, tmp_path_factory.mktemp(one.profile), one)
        for one in (COACH, REPORT, SHARED)
    }


@pytest.fixture
def shown(every: dict[Profile, Shown], request: pytest.FixtureRequest) -> Shown:
    return every[request.param]


@pytest.fixture
def coach(every: dict[Profile, Shown]) -> Shown:
    return every[Profile.COACH]


each_profile = pytest.mark.parametrize("shown", list(Profile), indirect=True)


@pytest.mark.no_cover
@each_profile
def test_everyday_names_stop_no_profile(shown: Shown) -> None:
    shown.prove()


@pytest.mark.no_cover
@each_profile
def test_every_company_and_title_is_found_in_the_plain_site(shown: Shown) -> None:
    """Each profile is scanned as a publish scans it: what it shows is found, so that silence over the sealed folder means something."""
    pages = {path: content for path, content in shown.files.items() if path.endswith(".html")}
    assert set(shown.words.shown) - set(found_words(pages, shown.words.shown)) == set()


@pytest.mark.no_cover
@each_profile
def test_everyday_names_stand_in_no_sealed_folder(shown: Shown) -> None:
    sealed = seal(shown.files, [secrets.token_bytes(32)], salt=bytes(16))
    assert found_words(varying(sealed), shown.words.every, said=said_by) == {}


def test_an_everyday_name_that_leaks_is_found_all_the_same(coach: Shown) -> None:
    """Apple and Google stand in the theme's own programs; in a page they are found."""
    changed = coach.files["index.html"].replace(b"<title>", b"<title>Apple, Google, Grace: ", 1)
    with pytest.raises(VaultError, match="3 names") as raised:
        coach.prove({"index.html": changed})
    assert "“apple” in index.html" in str(raised.value)


def test_a_coach_reads_none_of_them(coach: Shown) -> None:
    pages = {path: content for path, content in coach.files.items() if path.startswith("p/")}
    assert sought(pages, {"asked about consensus", "Company A", "google", "martin"}) == {
        "asked about consensus",
        "Company A",
    }


def test_names_that_chance_writes_are_found_without_a_look_at_what_a_path_says() -> None:
    """The control: of two hundred names of blobs one nearly always holds Ada or Bea, and each vault its vault.json."""
    blobs = {f"b/{secrets.token_hex(16)}": b"" for _ in range(4000)}
    words = ["ada", "bea", "dee", "json"]
    assert set(found_words({**blobs, "vault.json": b""}, words)) == set(words)
    assert found_words({**blobs, "vault.json": b""}, words, said=said_by) == {}
    assert found_words({"ada.txt": b""}, words, said=said_by) == {"ada": "ada.txt"}


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    return Shown(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("demonstration"), COACH)


@pytest.mark.no_cover
def test_the_demonstration_is_sealed_for_a_coach_four_times_of_four(
    demonstration: Shown,
) -> None:
    demonstration.prove()
    pages = {
        path: content for path, content in demonstration.files.items() if "assets/" not in path
    }
    for _ in range(4):
        sealed = seal(pages, [secrets.token_bytes(32)], salt=secrets.token_bytes(16))
        assert found_words(varying(sealed), demonstration.words.every, said=said_by) == {}


def test_who_sees_everything_has_the_whole_journal_built(journal: Path, tmp_path: Path) -> None:
    reading = read(journal, None, None)
    path, settings = project_for(journal, tmp_path, reading.configuration, reading.journal, MYSELF)
    assert (path, settings["AFTERWORD_HANDED"]) == (journal, "")
    assert not words_of(reading.journal, reading.journal, MYSELF, today=reading.today).hidden
