"""Git works in a repository of ours alone, wherever it is started from and whatever lies there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.vault.remotes import git, repository

from afterword.errors import VaultError
from afterword.vault.pushing.git import Scratch, reason_in, without_secret


def begun(folder: Path, *, start: Path | None = None) -> Scratch:
    made = Scratch(folder=folder, start=start)
    made.begin()
    return made


def test_it_works_in_its_own_repository_though_it_starts_in_the_users(tmp_path: Path) -> None:
    project = repository(tmp_path / "project")
    made = begun(tmp_path / "scratch", start=project)
    where = made.required("rev-parse", "--absolute-git-dir", "--show-toplevel").split()
    assert where == [str(made.folder / ".git"), str(made.folder)]


def test_a_hook_in_its_own_repository_does_not_run(tmp_path: Path) -> None:
    made = begun(tmp_path / "scratch")
    hook = made.folder / ".git" / "hooks" / "post-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch '{tmp_path / 'trace'}'\n")
    hook.chmod(0o755)
    made.required("-c", "user.name=A", "-c", "user.email=a@a", "commit", "--allow-empty", "-m", "A")
    assert not (tmp_path / "trace").exists()
    # Asked as usual, git runs it.
    git(made.folder, "commit", "--quiet", "--allow-empty", "--message", "B")
    assert (tmp_path / "trace").exists()


TELLING = """\
import json, os, sys
print(json.dumps(dict(os.environ)))
"""
ASK = """\
import json, sys
from pathlib import Path
from afterword.vault.pushing.git import Scratch, asked
project, folder = map(Path, sys.argv[1:])
scratch = Scratch(folder=folder, settings=[("alias.told", asked(project, "config", "alias.told").stdout.strip())])
scratch.begin()
print(json.dumps([json.loads(asked(project, "told").stdout), json.loads(scratch.required("told", GIT_NAMED="n"))]))
"""
SURROUNDING = {
    "AFTERWORD_PASSPHRASE": "secret",
    "AFTERWORD_PASSPHRASE_PIPE": "3",
    "GIT_SSH_COMMAND": "connect",
    "GIT_ASKPASS": "ask",
    "GIT_HTTP_USER_AGENT": "agent",
    "GIT_NAMESPACE": "elsewhere",
    "GIT_INDEX_FILE": "elsewhere",
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "user.name",
    "GIT_CONFIG_VALUE_0": "Somebody",
    "LC_ALL": "de_DE.UTF-8",
    "PLAIN": "kept",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], dict[str, str], Path]:
    """What git is told by its environment in the user's repository and in ours, and the folder of ours."""
    folder = tmp_path_factory.mktemp("told")
    (folder / "telling.py").write_text(TELLING, encoding="utf-8")
    command = f"!'{sys.executable}' '{folder / 'telling.py'}'"
    project = repository(folder / "project", ("alias.told", command))
    said = subprocess.run(
        [sys.executable, "-c", ASK, str(project), str(folder / "scratch")],
        env={**os.environ, **SURROUNDING},
        capture_output=True,
        text=True,
        check=True,
    )
    users, ours = json.loads(said.stdout)
    return users, ours, folder / "scratch"


def test_git_is_told_how_to_connect_and_nothing_of_another_repository(
    told: tuple[dict[str, str], dict[str, str], Path],
) -> None:
    for environment in told[:2]:
        assert {name for name in SURROUNDING if environment.get(name) == SURROUNDING[name]} >= {
            *("GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_HTTP_USER_AGENT", "PLAIN"),
        }
        assert {"GIT_NAMESPACE", "GIT_INDEX_FILE"} & {*environment} == set()


def test_git_is_never_told_the_passphrase(
    told: tuple[dict[str, str], dict[str, str], Path],
) -> None:
    assert [name for one in told[:2] for name in one if name.startswith("AFTERWORD_PASS")] == []


def test_git_asks_nobody_and_says_what_it_says_in_english(
    told: tuple[dict[str, str], dict[str, str], Path],
) -> None:
    for environment in told[:2]:
        assert (environment["GIT_TERMINAL_PROMPT"], environment["LC_ALL"]) == ("0", "C")


def test_whoever_set_it_the_users_settings_hold_in_their_own_repository_alone(
    told: tuple[dict[str, str], dict[str, str], Path],
) -> None:
    users, ours, folder = told
    assert (users["GIT_CONFIG_COUNT"], users["GIT_CONFIG_VALUE_0"]) == ("1", "Somebody")
    assert "Somebody" not in ours.values()
    assert (ours["GIT_CONFIG_NOSYSTEM"], ours["GIT_NAMED"]) == ("1", "n")
    assert ours["GIT_CONFIG_GLOBAL"] == str(folder / ".git" / "trusted")


def test_no_setting_of_the_machine_signs_or_tidies_or_changes_a_line(tmp_path: Path) -> None:
    made = begun(tmp_path / "scratch")
    said = made.required("config", "--list").splitlines()
    assert {one.lower() for one in said} >= {
        "commit.gpgsign=false",
        "push.gpgsign=false",
        "core.autocrlf=false",
        "core.fsmonitor=false",
        f"core.attributesfile={os.devnull}",
        f"core.hookspath={os.devnull}",
        "gc.auto=0",
        "maintenance.auto=false",
    }


def test_a_folder_that_is_trusted_may_have_any_name(tmp_path: Path) -> None:
    name = 'C:\\me "and" you\nhere'
    made = Scratch(folder=tmp_path / "scratch", settings=[("safe.directory", name)])
    made.begin()
    assert (
        made.required("config", "--global", "--null", "--get-all", "safe.directory") == name + "\0"
    )


def test_a_repository_may_be_begun_where_there_is_one(tmp_path: Path) -> None:
    begun(tmp_path / "scratch")
    assert begun(tmp_path / "scratch").required("symbolic-ref", "HEAD") == "refs/heads/publish\n"


def test_why_git_could_not_is_its_own_reason_and_no_secret(tmp_path: Path) -> None:
    made = begun(tmp_path / "scratch")
    with pytest.raises(VaultError, match=r"nothing was published\. It said: fatal: "):
        made.required("rev-parse", "--verify", "nothing")


SAID = {
    "hint: try\nfatal: no way\nerror: later": "fatal: no way",
    "hint: try\n\n  error: no  \n": "error: no",
    "Welcome\nremote: you are not let in": "remote: you are not let in",
    "Welcome\nssh: no such host": "ssh: no such host",
    "Welcome\nand good night": "Welcome",
    "\n": "nothing",
    "fatal: https://me:token@git.example/a": "fatal: https://git.example/a",
}


@pytest.mark.parametrize(("said", "reason"), SAID.items(), ids=SAID)
def test_the_line_that_says_why_is_found(said: str, reason: str) -> None:
    assert reason_in(said) == reason


def test_a_name_without_a_url_is_no_secret() -> None:
    assert without_secret("git@git.example:a https://b@git.example/") == (
        "git@git.example:a https://git.example/"
    )
