"""Where a publish goes, and whether two addresses lead to one place."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.vault.remotes import bare, repository

from afterword.errors import VaultError
from afterword.vault.pushing.git import require_git
from afterword.vault.pushing.places import (
    NowhereError,
    find_place,
    find_remembered,
    same_address,
    same_place,
)

SITE = "https://github.com/me/site"


@pytest.mark.parametrize(
    "other",
    [
        "https://github.com/me/site.git",
        "https://github.com/me/site/",
        "https://GitHub.com/Me/Site.git/",
        "https://me:hunter2@github.com/me/site.git",
        "https://github.com:443/me/site",
        "https://www.github.com//me/./site",
        "git@github.com:me/site.git",
        "GITHUB.com:me/site",
        "ssh://git@github.com/me/site",
        "ssh://git@github.com:22/me/site.git",
        "ssh://git@ssh.github.com:443/me/site.git",
        "git://github.com/me/site",
        "https://github.com/me/s%69te",
        "https://github.com./me/site",
        "http://github.com:80/me/site",
        "git://github.com:9418/me/site",
        "ssh.github.com:me\\site",
    ],
)
def test_two_spellings_of_one_address_are_one(other: str) -> None:
    assert same_address(SITE, other)


@pytest.mark.parametrize(
    "other",
    [
        "https://github.com/me/sites",
        "https://github.com/you/site",
        "https://gitlab.com/me/site",
        "https://github.com:8443/me/site",
        "git@github.com.example:me/site",
        "/github.com/me/site",
        "http://github.com:22/me/site",
        "ssh://github.com:80/me/site",
        "git://github.com:22/me/site",
    ],
)
def test_two_addresses_are_two(other: str) -> None:
    assert not same_address(SITE, other)


def test_two_ways_to_a_folder_are_one(tmp_path: Path) -> None:
    site = repository(tmp_path / "site")
    (tmp_path / "link").symlink_to(site)
    for other in (site, site / ".git", tmp_path / "link", tmp_path / "x" / ".." / "site"):
        assert same_address(str(site), str(other))
    assert same_address(str(site), site.as_uri())


def test_a_place_is_an_address_and_a_branch() -> None:
    assert same_place((SITE, "gh-pages"), (f"{SITE}.git", "GH-Pages"))
    assert not same_place((SITE, "gh-pages"), (SITE, "coach"))


def test_a_remote_is_found_by_its_name_and_its_secret_is_not_shown(tmp_path: Path) -> None:
    url = "https://me:hunter2@git.example/me/site.git"
    repository(tmp_path, ("remote.site.url", url))
    found = find_place("site", "refs/heads/gh-pages", project=tmp_path)
    assert (found.url, str(found)) == (url, "branch gh-pages of https://git.example/me/site.git")


def test_the_place_of_before_is_found_by_the_remote_that_knows_its_token(tmp_path: Path) -> None:
    url = "https://me:hunter2@git.example/me/site.git"
    repository(
        tmp_path, ("remote.origin.url", "https://git.example/me/journal"), ("remote.site.url", url)
    )
    address = "https://git.example/me/site.git"
    assert find_remembered(address, "gh-pages", project=tmp_path).url == url
    other = "https://git.example/me/other.git"
    assert find_remembered(other, "gh-pages", project=tmp_path).url == other


@pytest.mark.parametrize(
    ("remote", "branch", "sentence"),
    [
        ("nowhere", "gh-pages", "no remote nowhere"),
        ("a/b", "-f", "no name of a branch"),
        ("a/b", "a..b", "no name of a branch"),
    ],
)
def test_a_place_that_is_none_is_refused(
    tmp_path: Path, remote: str, branch: str, sentence: str
) -> None:
    with pytest.raises(VaultError, match=sentence):
        find_place(remote, branch, project=tmp_path)
    assert issubclass(NowhereError, VaultError)


@pytest.mark.parametrize("url", ["git@git.example:me/site.git", "https://git.example/me/site"])
def test_a_url_is_taken_as_it_is(tmp_path: Path, url: str) -> None:
    assert find_place(url, "b", project=tmp_path).url == url


def test_a_path_begins_where_the_command_runs(tmp_path: Path) -> None:
    site = bare(tmp_path / "below" / "site.git")
    found = find_place("./site.git", "b", project=tmp_path, start=tmp_path / "below")
    assert found.url == str(site)


SETTINGS = {
    "http.proxy": "http://proxy.example",
    "http.https://git.example.sslCert": "mine.pem",
    "credential.helper": "store",
    "core.sshCommand": "connect",
    "core.gitProxy": "through",
    "core.askPass": "ask",
    "ssh.variant": "ssh",
    "protocol.file.allow": "always",
    "safe.directory": "*",
    "remote.site.proxy": "http://other.example",
    "remote.site.proxyAuthMethod": "basic",
    "remote.site.receivepack": "receive",
    "remote.site.uploadpack": "upload",
}
OTHERS = {
    "core.hooksPath": "hooks",
    "remote.other.proxy": "http://evil.example",
    "remote.site.fetch": "+refs/heads/*:refs/heads/*",
    "url.https://evil.example/.insteadOf": "https://git.example/never",
    "user.name": "Somebody",
}


def test_a_place_brings_what_connects_to_it_and_nothing_else(tmp_path: Path) -> None:
    url = ("remote.site.url", "https://git.example/a")
    repository(tmp_path, url, *SETTINGS.items(), *OTHERS.items())
    found = find_place("site", "b", project=tmp_path)
    ours = {key.replace("remote.target.", "remote.site."): value for key, value in found.settings}
    expected = {key.lower(): value for key, value in SETTINGS.items()}
    assert {key.lower(): ours.get(key.lower(), ours.get(key)) for key in expected} == expected
    assert {*ours.values()} & {*OTHERS.values()} == set()


def test_the_longest_beginning_of_an_address_is_rewritten(tmp_path: Path) -> None:
    repository(
        tmp_path,
        ("url.https://short.example/.insteadOf", "https://git.example/"),
        ("url.https://long.example/.insteadOf", "https://git.example/me/"),
        ("url.https://other.example/.insteadOf", "https://git.example/you/and/me/"),
    )
    found = find_place("https://git.example/me/site", "b", project=tmp_path)
    assert found.url == "https://long.example/site"


def test_what_is_for_pushing_alone_comes_first(tmp_path: Path) -> None:
    repository(
        tmp_path,
        ("url.https://long.example/.insteadOf", "https://git.example/me/"),
        ("url.https://push.example/.pushInsteadOf", "https://git.example/"),
    )
    found = find_place("https://git.example/me/site", "b", project=tmp_path)
    assert found.url == "https://push.example/me/site"


def test_a_setting_without_a_value_is_on(tmp_path: Path) -> None:
    project = repository(tmp_path)
    with (project / ".git" / "config").open("a") as file:
        file.write("[http]\n\tsslVerify\n")
    found = find_place("a/b", "b", project=project)
    assert ("http.sslverify", "true") in found.settings


@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        ("echo git version 2.30.2", "wants git 2.32 or newer, and this is git version 2.30.2"),
        ("exit 1", "and this is none"),
        ("", "git is not there"),
    ],
)
def test_a_git_that_is_too_old_or_not_there_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, sentence: str
) -> None:
    if program:
        (tmp_path / "git").write_text(f"#!/bin/sh\n{program}\n")
        (tmp_path / "git").chmod(0o755)
    # Which git a machine has is nothing that anybody says to a command.
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(VaultError, match=sentence):
        require_git(tmp_path)
