"""Each profile has a place of its own, remembered from its last publish; what lies there is not replaced by mistake."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.publishing import OTHER_ENTRY, Project, afterword, journal_project
from tests.cli.terminals import at_a_terminal
from tests.vault.remotes import SEALED
from tests.vault.sealed import PHRASE

from afterword.audience.audience import Profile
from afterword.cli.publishing.doubts import (
    nobody_asked,
    profiles_at,
    require_enough,
    require_own_place,
)
from afterword.cli.publishing.own_place import own_place, remember
from afterword.cli.publishing.steps import Order, publish_sealed
from afterword.cli.publishing.subject import room_wanted
from afterword.errors import VaultError
from afterword.vault.pushing.places import Place
from afterword.vault.pushing.push import Look
from afterword.vault.readers.file import read_readers, write_readers
from afterword.vault.readers.publishes import Publish
from afterword.vault.readers.readers import (
    FILE,
    FIRST,
    Readers,
    new_readers,
    with_publish,
    wrapping_keys,
)
from afterword.vault.sealed.header import FLOOR, read_header

SITE = Place(url="https://git.example/me/site.git", branch="gh-pages")
READERS = new_readers(PHRASE, iterations=FLOOR)
KEY = wrapping_keys(READERS, PHRASE)[FIRST]
VAULT = Look(commit="0" * 40, header=SEALED["vault.json"].decode())


def published(profile: str, place: Place = SITE, *, entries: int = 2) -> Readers:
    one = Publish(remote=place.url, branch=place.branch, entries=entries, files=9)
    return with_publish(READERS, profile, one, key=KEY)


def refusal(
    readers: Readers | None, profile: str, *, seen: Look = VAULT, replaced: bool = False
) -> str:
    try:
        require_own_place(
            replace(SITE, url="git@GIT.example:me/site"),
            seen,
            readers,
            profile=profile,
            replace=replaced,
            ask=nobody_asked,
        )
    except VaultError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("there", "new"), [("full", "coach"), ("coach", "full"), ("coach", "report"), ("full", "plain")]
)
def test_a_profile_is_not_published_over_another_unless_that_is_said(there: str, new: str) -> None:
    assert f"holds your publish for the profile {there}" in refusal(published(there), new)
    assert refusal(published(there), new, replaced=True) == ""


def test_a_profile_is_published_over_itself() -> None:
    assert refusal(published("coach"), "coach") == ""


def test_where_nothing_lies_any_longer_nothing_is_replaced() -> None:
    assert refusal(published("full"), "coach", seen=Look()) == ""


def test_a_vault_that_nobody_knows_is_not_replaced_unless_that_is_said() -> None:
    assert f"{FILE} knows nothing of it: it may be another journal's" in refusal(None, "full")
    assert "knows nothing of it" in refusal(READERS, "full")
    assert "knows nothing of it" in refusal(READERS, "full", seen=replace(VAULT, header="{"))
    salt = read_header(SEALED["vault.json"]).header.salt
    own = replace(READERS, salt=salt)
    assert f"it is of this journal, but {FILE} does not say for which" in refusal(own, "full")
    assert refusal(READERS, "full", replaced=True) == ""


def test_at_a_terminal_somebody_may_say_that_an_unknown_vault_is_to_be_replaced() -> None:
    asked: list[str] = []

    def yes(question: str) -> bool:
        asked.append(question)
        return True

    require_own_place(SITE, VAULT, READERS, profile="full", replace=False, ask=yes)
    assert [one.endswith("Replace it?") for one in asked] == [True]


def test_a_plain_publish_over_a_plain_one_is_none_of_this() -> None:
    assert refusal(READERS, "plain", seen=Look(commit="0" * 40)) == ""


def test_a_plain_publish_over_another_programs_site_is_refused_unless_that_is_said() -> None:
    foreign = Look(commit="0" * 40, is_ours=False)
    assert "a site that another program put there" in refusal(READERS, "plain", seen=foreign)
    assert refusal(READERS, "plain", seen=foreign, replaced=True) == ""


def project_with(readers: Readers, folder: Path) -> Project:
    project = journal_project(folder)
    write_readers(project.folder / FILE, readers)
    return project


def test_what_was_published_over_is_forgotten(tmp_path: Path) -> None:
    project = project_with(published("full"), tmp_path)
    new = Publish(remote=SITE.url, branch=SITE.branch, entries=2, files=9)
    assert remember(project.folder, SITE, new, profile=Profile.COACH, key=KEY)
    assert profiles_at(SITE, read_readers(project.folder / FILE)) == ["coach"]


def test_the_same_publish_again_changes_nothing(tmp_path: Path) -> None:
    project = project_with(published("full"), tmp_path)
    before = (project.folder / FILE).read_bytes()
    same = Publish(remote=SITE.url, branch=SITE.branch, entries=2, files=9)
    assert not remember(project.folder, SITE, same, profile=Profile.FULL, key=KEY)
    assert (project.folder / FILE).read_bytes() == before


def test_what_could_not_be_noted_is_published_all_the_same_and_says_so(tmp_path: Path) -> None:
    new = Publish(remote=SITE.url, branch=SITE.branch, entries=2, files=9)
    with pytest.raises(VaultError, match=r"It is published; only where it went .* is gone\."):
        remember(tmp_path, SITE, new, profile=Profile.FULL, key=KEY)


def place_of(
    profile: Profile,
    readers: Readers,
    folder: Path,
    *,
    remote: str | None = None,
    branch: str | None = None,
    is_trial: bool = False,
) -> Place | None:
    last = readers.publishes.get(profile)
    return own_place(remote, branch, profile=profile, last=last, project=folder, is_trial=is_trial)


def test_a_profile_goes_where_it_went_last(tmp_path: Path) -> None:
    found = place_of(Profile.COACH, published("coach"), tmp_path)
    assert found
    assert (found.url, found.branch) == (SITE.url, SITE.branch)
    other = place_of(Profile.COACH, published("coach"), tmp_path, branch="new")
    assert other
    assert (other.url, other.branch) == (SITE.url, "new")


def test_what_is_named_counts_for_more_than_where_it_went_last(tmp_path: Path) -> None:
    url = "https://git.example/me/other"
    found = place_of(Profile.COACH, published("coach"), tmp_path, remote=url)
    assert found
    assert (found.url, found.branch) == (url, "gh-pages")


def test_a_profile_that_has_had_no_place_does_not_take_the_usual_one(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="The profile coach wants a place of its own"):
        place_of(Profile.COACH, READERS, tmp_path)
    assert place_of(Profile.COACH, READERS, tmp_path, is_trial=True) is None


def test_a_coachs_site_is_not_pushed_over_the_whole_one(tmp_path: Path) -> None:
    """The command, from beginning to end: nothing is built, and what lies there stays."""
    project = journal_project(tmp_path)
    assert afterword(project, "publish", "--to", str(project.remote)).returncode == 0
    before = project.published()
    said = afterword(
        project,
        "publish",
        "--profile",
        "coach",
        "--to",
        f"{project.remote}/",
        "--branch",
        "gh-pages",
    )
    assert (said.returncode, "Building" in said.stderr) == (2, False)
    assert "holds your publish for the profile full" in said.stderr
    assert project.published() == before
    known = read_readers(project.folder / FILE)
    assert known
    assert known.publishes["full"].entries == 2
    # Without --to it knows where the whole site went, and that nearly all of it is gone since.
    (project.folder / "journal" / "kvistholm.md").unlink()
    (project.folder / "journal" / "2026" / "brackenfold.md").unlink()
    said = afterword(project, "publish")
    assert said.returncode == 2
    assert f"This goes to branch gh-pages of {project.remote}." in said.stderr
    assert "none of the 2 entries that it had when it was last published" in said.stderr
    assert project.published() == before


@pytest.mark.usefixtures("measured")
def test_at_a_terminal_somebody_is_asked_whether_so_few_entries_are_meant(tmp_path: Path) -> None:
    project = project_with(published("full", entries=9), tmp_path)
    command = ("publish", "--dry-run", "--to", str(project.remote))
    with at_a_terminal(*command, cwd=project.folder, TMPDIR=str(project.temporary)) as terminal:
        terminal.wait_for(b"Publish it so? [y/N]")
        terminal.type("n")
        terminal.wait_for(b"add --fewer")
    assert b"2 of the 9 entries that it had" in terminal.said
    assert (terminal.running.returncode, project.left()) == (2, [])


def test_a_journal_that_changes_while_it_is_built_is_not_published(tmp_path: Path) -> None:
    """What was looked for would be another journal's names."""
    project = journal_project(tmp_path)

    def told(step: str) -> None:
        if step == "Building":
            new = OTHER_ENTRY.replace("Brackenfold", "Wrenfield")
            (project.folder / "journal" / "new.md").write_text(new)

    place = Place(url=str(project.remote), branch="gh-pages")
    with project.working() as scratch:
        order = Order(config=project.config, scratch=scratch, place=place)
        with pytest.raises(VaultError, match="was changed while the site was being built"):
            publish_sealed(order, lambda: PHRASE, told=told)
    assert project.published() == {}


@pytest.mark.parametrize(("entries", "last"), [(0, 0), (0, 9), (4, 9), (1, 3)])
def test_an_empty_journal_or_one_of_less_than_half_is_not_published_unless_that_is_said(
    entries: int, last: int
) -> None:
    with pytest.raises(VaultError, match="If it is meant, add --fewer"):
        require_enough(entries, last, fewer=False, ask=nobody_asked)
    require_enough(entries, last, fewer=True, ask=nobody_asked)
    require_enough(entries, last, fewer=False, ask=lambda _question: True)


@pytest.mark.parametrize(("entries", "last"), [(1, 0), (1, 2), (5, 9), (9, 9), (20, 9)])
def test_a_journal_with_half_of_its_entries_or_more_is_published(entries: int, last: int) -> None:
    require_enough(entries, last, fewer=False, ask=nobody_asked)


def test_a_trial_of_the_first_publish_needs_no_repository_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert place_of(Profile.FULL, READERS, tmp_path, is_trial=True) is None
    with pytest.raises(VaultError):
        place_of(Profile.FULL, READERS, tmp_path)


def test_what_is_no_file_needs_no_room(tmp_path: Path) -> None:
    """A link may name what no file can be called."""
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: [afterword]\n")
    (tmp_path / "docs").mkdir()
    empty = room_wanted(tmp_path / "mkdocs.yml")
    (tmp_path / "docs" / "a.md").symlink_to("x" * 300)
    (tmp_path / "docs" / "b.md").write_text("1234567")
    assert room_wanted(tmp_path / "mkdocs.yml") - empty == 28
