"""What its writer does not want published is shown here, and is in nothing that others may read."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.publishing import ENTRY, OTHER_ENTRY, Project, afterword, journal_project
from tests.end_to_end.projects import CONFIGURATION, build, write_project
from tests.vault.sealed import PHRASE

from afterword.vault.opening import open_vault
from afterword.vault.scanning import found_words

ENTRIES = {
    "kvistholm.md": ENTRY.replace("outcome:", "publish: false\noutcome:"),
    "brackenfold.md": OTHER_ENTRY
    + "\nSee [[kvistholm|the other talk]] and [this *one*](kvistholm.md#went-badly).\n",
    "note.md": "---\ndraft: true\n---\n# Salary notes of Eskil\n",
}
HIDDEN = ("Kvistholm", "interlocking", "Eskil")


def words_in(files: dict[str, bytes]) -> set[str]:
    return set(found_words(files, HIDDEN))


def test_a_build_for_oneself_shows_it_and_says_that_it_is_not_published(tmp_path: Path) -> None:
    built = build(write_project(tmp_path, ENTRIES))
    assert "Not published: this entry says" in built.read("kvistholm/index.html")
    assert '<a href="../kvistholm/">the other talk</a>' in built.read("brackenfold/index.html")
    assert words_in(built.files) == set(HIDDEN)


def test_a_site_that_shows_it_is_not_sealed(tmp_path: Path) -> None:
    built = build(write_project(tmp_path, {"kvistholm.md": ENTRIES["kvistholm.md"]}))
    (tmp_path / "temporary").mkdir()
    project = Project(tmp_path, tmp_path, tmp_path / "temporary")
    said = afterword(project, "seal", str(built.site), "--to", str(tmp_path / "sealed"))
    assert (said.returncode, (tmp_path / "sealed").exists()) == (2, False)
    assert "1 entry that is not to be published" in said.stderr


@pytest.mark.usefixtures("measured")
def test_a_build_that_everybody_may_read_has_nothing_of_it(tmp_path: Path) -> None:
    plain = CONFIGURATION.replace("2026-11-20}", "2026-11-20, plain: true}")
    built = build(write_project(tmp_path, ENTRIES, plain), "--strict")
    assert (built.status, words_in(built.files)) == (0, set()), built.said
    page = built.read("brackenfold/index.html")
    assert "<span>the other talk</span>" in page
    assert "<span>this <em>one</em></span>" in page


def test_a_publish_leaves_it_out_and_says_so(tmp_path: Path) -> None:
    project = journal_project(tmp_path, ENTRIES)
    said = afterword(project, "publish", "--to", str(project.remote))
    assert said.returncode == 0, said.stderr
    assert "Leaving out 2 files that say draft: true or publish: false" in said.stderr
    site = open_vault(project.published(), PHRASE)
    own = {path: content for path, content in site.items() if not path.startswith("assets/")}
    assert words_in(own) == set()


KNOWN_TO_A_DRAFT = {
    "a.md": OTHER_ENTRY.replace("Calm", "Calm with Zorblatt of Kvistholm Rail after kneesurgery"),
    "d.md": """\
---
company: Kvistholm Rail
date: 2026-11-11
interviewers: [Zorblatt]
private: [kneesurgery]
draft: true
---
""",
}


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("profile", "hidden"),
    [("coach", ["Zorblatt", "Kvistholm", "kneesurgery"]), ("full", ["kneesurgery"])],
)
def test_names_that_only_a_draft_knows_are_nobodys_to_read(
    tmp_path: Path, profile: str, hidden: list[str]
) -> None:
    project = journal_project(tmp_path, KNOWN_TO_A_DRAFT)
    phrase = afterword(project, "readers", "add", "a", "--profile", profile).stdout.strip()
    said = afterword(project, "publish", "--to", str(project.remote), "--profile", profile)
    assert said.returncode == 0, said.stderr
    site = open_vault(project.published(), phrase)
    own = {path: content for path, content in site.items() if not path.startswith("assets/")}
    assert found_words(own, hidden) == {}
    assert found_words(own, ["Calm with"]) != {}


def test_nothing_is_published_for_others_beside_a_draft_that_could_not_be_read(
    tmp_path: Path,
) -> None:
    entries = {"a.md": OTHER_ENTRY, "d.md": "---\ncompany: [Kvistholm\ndraft: true\n---\n"}
    project = journal_project(tmp_path, entries)
    said = afterword(project, "publish", "--to", str(project.remote), "--profile", "coach")
    assert (said.returncode, project.published()) == (2, {})
    assert "could not be taken out" in said.stderr
