"""A publish that looks at one place and pushes to another would replace what nobody looked at."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.vault.remotes import (
    SEALED,
    bare,
    commits,
    git,
    looked,
    published,
    repository,
)

from afterword.errors import VaultError
from afterword.vault.pushing.git import Scratch
from afterword.vault.pushing.places import Place, find_place
from afterword.vault.pushing.push import Look


def mine(remote: Path, folder: Path) -> str:
    """Somebody's own work on the branch; its commit."""
    work = repository(folder)
    git(work, "commit", "--quiet", "--allow-empty", "--message", "Mine")
    git(work, "push", "--quiet", str(remote), "HEAD:refs/heads/gh-pages")
    return git(work, "rev-parse", "HEAD")


def test_a_remote_that_is_pushed_to_elsewhere_is_looked_at_where_it_is_pushed_to(
    tmp_path: Path,
) -> None:
    """The address that is read from is empty; the one that is pushed to holds somebody's work."""
    empty, other = bare(tmp_path / "empty.git"), bare(tmp_path / "other.git")
    work = mine(other, tmp_path / "work")
    project = repository(
        tmp_path / "project",
        ("remote.site.url", str(empty)),
        (f"url.{other}.pushInsteadOf", str(empty)),
    )
    for name in ("site", str(empty)):
        place = find_place(name, "gh-pages", project=project)
        assert place.url == str(other)
        with pytest.raises(VaultError, match="holds something that Afterword did not publish"):
            published(place, tmp_path / name.replace("/", "-"))
    assert commits(other) == [work]


def test_without_that_git_looks_at_one_and_pushes_to_the_other(tmp_path: Path) -> None:
    empty, other = bare(tmp_path / "empty.git"), bare(tmp_path / "other.git")
    mine(other, tmp_path / "work")
    project = repository(tmp_path / "project", (f"url.{other}.pushInsteadOf", str(empty)))
    git(project, "commit", "--quiet", "--allow-empty", "--message", "Publish")
    assert git(project, "ls-remote", str(empty)) == ""
    git(project, "push", "--quiet", "--force", str(empty), "HEAD:refs/heads/gh-pages")
    assert (commits(empty), commits(other)) == ([], [git(project, "rev-parse", "HEAD")])


def test_an_address_is_rewritten_once_and_not_a_second_time(tmp_path: Path) -> None:
    """One rule leads to where the next begins: git itself goes one step, and a second look would go two."""
    first, second = bare(tmp_path / "first.git"), bare(tmp_path / "second.git")
    project = repository(
        tmp_path / "project",
        (f"url.{first}.insteadOf", "short:site"),
        (f"url.{second}.insteadOf", str(first)),
    )
    place = find_place("short:site", "gh-pages", project=project)
    published(place, tmp_path / "scratch")
    assert (len(commits(first)), commits(second)) == (1, [])
    # What looking it up again in the same settings would have come to.
    assert git(project, "ls-remote", "--get-url", str(first)) == str(second)


def test_a_relative_address_begins_at_the_top_of_the_repository(tmp_path: Path) -> None:
    site = bare(tmp_path / "site.git")
    top = repository(tmp_path / "project", ("remote.site.url", "../site.git"))
    (top / "below").mkdir()
    place = find_place("site", "gh-pages", project=top / "below")
    published(place, tmp_path / "scratch")
    assert (place.url, len(commits(site))) == (str(site), 1)


def test_the_address_that_is_only_for_pushing_is_looked_at(tmp_path: Path) -> None:
    read, pushed = bare(tmp_path / "read.git"), bare(tmp_path / "pushed.git")
    project = repository(
        tmp_path / "project",
        ("remote.site.url", str(read)),
        ("remote.site.pushurl", str(pushed)),
    )
    published(find_place("site", "gh-pages", project=project), tmp_path / "scratch")
    assert (commits(read), len(commits(pushed))) == ([], 1)


def test_a_remote_that_stands_for_two_places_is_refused(tmp_path: Path) -> None:
    project = repository(
        tmp_path / "project",
        ("remote.site.url", "https://one.example/site"),
        ("remote.site.pushurl", "https://two.example/site"),
        ("remote.site.pushurl", "https://three.example/site"),
    )
    with pytest.raises(VaultError, match="stands for 2 addresses"):
        find_place("site", "gh-pages", project=project)


def test_what_somebody_pushed_after_the_look_is_not_replaced(tmp_path: Path) -> None:
    remote = bare(tmp_path / "site.git")
    place = Place(url=str(remote), branch="gh-pages")
    published(place, tmp_path / "first")
    seen = looked(place, tmp_path / "second")
    git(tmp_path, "--git-dir", str(remote), "update-ref", "-d", "refs/heads/gh-pages")
    work = mine(remote, tmp_path / "work")
    with pytest.raises(VaultError, match="somebody else published to the branch gh-pages"):
        published(place, tmp_path / "second", seen=seen)
    assert commits(remote) == [work]


def test_a_branch_that_began_after_the_look_is_not_replaced(tmp_path: Path) -> None:
    remote = bare(tmp_path / "site.git")
    place = Place(url=str(remote), branch="gh-pages")
    assert looked(place, tmp_path / "scratch") == Look()
    work = mine(remote, tmp_path / "work")
    with pytest.raises(VaultError, match="no longer what it was when we looked"):
        published(place, tmp_path / "scratch", seen=Look())
    assert commits(remote) == [work]


def test_a_branch_that_was_deleted_after_the_look_is_not_made_anew(tmp_path: Path) -> None:
    remote = bare(tmp_path / "site.git")
    place = Place(url=str(remote), branch="gh-pages")
    published(place, tmp_path / "first")
    seen = looked(place, tmp_path / "second")
    git(tmp_path, "--git-dir", str(remote), "update-ref", "-d", "refs/heads/gh-pages")
    with pytest.raises(VaultError, match="no longer what it was"):
        published(place, tmp_path / "second", seen=seen)
    assert commits(remote) == []


def trap(path: Path, trace: Path) -> str:
    """A program that leaves a trace when it runs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho {path.name} >> '{trace}'\n")
    path.chmod(0o755)
    return str(path)


def test_nothing_that_the_settings_name_runs_but_what_connects(tmp_path: Path) -> None:
    """Hooks, a template with hooks, an alias, a monitor and a filter, in the settings of the project and of the user."""
    trace, site = tmp_path / "trace", bare(tmp_path / "site.git")
    for name in ("pre-push", "post-commit", "pre-commit", "reference-transaction", "post-checkout"):
        trap(tmp_path / "hooks" / name, trace)
        trap(tmp_path / "template" / "hooks" / name, trace)
    monitor = trap(tmp_path / "monitor", trace)
    settings = (
        ("core.hooksPath", str(tmp_path / "hooks")),
        ("init.templateDir", str(tmp_path / "template")),
        ("core.fsmonitor", monitor),
        ("alias.publish", f"!{monitor}"),
        ("filter.x.clean", monitor),
        ("core.attributesFile", str(tmp_path / "attributes")),
    )
    (tmp_path / "attributes").write_text("* filter=x\n")
    project = repository(tmp_path / "project", ("remote.site.url", str(site)), *settings)
    home = tmp_path / "gitconfig"
    for key, value in settings:
        subprocess.run(["git", "config", "--file", home, "--add", key, value], check=True)
    _run(PUBLISH, project, "site", tmp_path / "scratch", GIT_CONFIG_GLOBAL=str(home))
    assert (len(commits(site)), trace.exists()) == (1, False)
    # The same settings run them all when git is asked to push as usual.
    git(project, "commit", "--quiet", "--allow-empty", "--message", "Usual")
    git(project, "push", "--quiet", "site", "HEAD:refs/heads/usual")
    assert {"pre-push", "pre-commit"} <= set(trace.read_text().split())


PUBLISH = """\
import sys
from pathlib import Path
from tests.vault.remotes import published
from afterword.vault.pushing.places import find_place
project, remote, scratch = sys.argv[1:]
published(find_place(remote, "gh-pages", project=Path(project)), Path(scratch))
"""


def _run(script: str, *arguments: object, **environment: str) -> None:
    subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, **environment},
        check=True,
    )


def test_whatever_git_says_of_another_repository_is_not_heeded(tmp_path: Path) -> None:
    """As in a hook of another repository, whose variables git hands to all that it starts, and some that it does not list."""
    names = git(tmp_path, "rev-parse", "--local-env-vars").split()
    assert "GIT_DIR" in names
    decoy = repository(tmp_path / "decoy", ("remote.site.url", str(bare(tmp_path / "wrong.git"))))
    site = bare(tmp_path / "site.git")
    project = repository(tmp_path / "project", ("remote.site.url", str(site)))
    wrong = dict.fromkeys(
        [name for name in names if name not in {"GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS"}],
        str(decoy / ".git"),
    )
    others = {
        "GIT_NAMESPACE": "elsewhere",
        "GIT_QUARANTINE_PATH": str(decoy),
        "GIT_TEMPLATE_DIR": str(decoy),
        "GIT_AUTHOR_NAME": "Ingeborg Vantaala",
        "GIT_COMMITTER_EMAIL": "ingeborg@kvistholm.example",
        "GIT_AUTHOR_DATE": "2001-01-01T01:01:01+0500",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_CEILING_DIRECTORIES": str(project.parent),
    }
    _run(PUBLISH, project, "site", tmp_path / "scratch", **wrong, **others, TZ="Asia/Tokyo")
    said = git(site, "log", "--format=%an|%ae|%cn|%ce|%ad|%cd", "--date=iso", "gh-pages")
    day = "2026-11-20 00:00:00 +0000"
    who = "Afterword|afterword@localhost"
    assert (said, commits(tmp_path / "wrong.git")) == (f"{who}|{who}|{day}|{day}", [])
    assert list((decoy / ".git" / "objects").rglob("??*/*")) == []


SSH = """\
#!/bin/sh
echo "$1" >> "{trace}"
cd "{remotes}" && eval "$2"
"""


def test_the_program_that_the_repository_connects_by_is_used(tmp_path: Path) -> None:
    """A key of its own for one host, as it is usual: with core.sshCommand, here by a path from the top of the repository."""
    trace, site = tmp_path / "trace", bare(tmp_path / "me" / "site.git")
    project = repository(
        tmp_path / "project",
        ("core.sshCommand", "./bin/connect"),
        ("ssh.variant", "simple"),
        ("remote.site.url", "git@host.example:me/site.git"),
    )
    (project / "bin").mkdir()
    (project / "bin" / "connect").write_text(SSH.format(trace=trace, remotes=tmp_path))
    (project / "bin" / "connect").chmod(0o755)
    place = find_place("site", "gh-pages", project=project)
    published(place, tmp_path / "scratch")
    assert (len(commits(site)), set(trace.read_text().split())) == (1, {"git@host.example"})
    with pytest.raises(VaultError, match="git could not do it"):
        looked(replace(place, settings=()), tmp_path / "without")


class Closed(BaseHTTPRequestHandler):
    """A host that asks who one is, and has an empty repository for one."""

    seen: set[str]

    def do_GET(self) -> None:
        said = self.headers.get("Authorization", "")
        type(self).seen.add(said)
        self.send_response(200 if said else 401)
        self.send_header("WWW-Authenticate", 'Basic realm="x"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        return


@contextmanager
def closed_host() -> Iterator[tuple[str, set[str]]]:
    seen: set[str] = set()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Host", (Closed,), {"seen": seen}))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", seen
    server.shutdown()
    server.server_close()
    thread.join()


def files_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def basic(secret: str) -> str:
    return "Basic " + base64.b64encode(f"me:{secret}".encode()).decode()


def test_who_one_is_to_a_host_is_carried_over_and_written_nowhere(tmp_path: Path) -> None:
    """A header for one host, in a file that the project's settings include where the repository lies in one folder."""
    with closed_host() as (address, seen):
        included = tmp_path / "included"
        header = f"Authorization: {basic('hunter2')}"
        subprocess.run(
            ["git", "config", "--file", included, f"http.{address}/.extraHeader", header],
            check=True,
        )
        home = ("includeIf.gitdir:**/project/**.path", str(included))
        project = repository(tmp_path / "project", home, ("remote.site.url", f"{address}/site.git"))
        place = find_place("site", "gh-pages", project=project)
        assert looked(place, tmp_path / "scratch") == Look()
        assert seen == {basic("hunter2")}
        with pytest.raises(VaultError, match="git could not do it"):
            looked(replace(place, settings=()), tmp_path / "without")
    kept = files_below(tmp_path / "scratch")
    assert (b"hunter2" in kept, basic("hunter2").encode() in kept) == (False, False)
    assert "hunter2" not in repr(place)
    assert basic("hunter2") not in repr(place)


def test_a_helper_that_knows_a_password_is_asked_as_the_repository_asks_it(tmp_path: Path) -> None:
    helper = '!f() { test "$1" = get && echo username=me && echo password=hunter3; }; f'
    with closed_host() as (address, seen):
        project = repository(
            tmp_path / "project",
            (f"credential.{address}.helper", helper),
            ("remote.site.url", f"{address}/site.git"),
        )
        place = find_place("site", "gh-pages", project=project)
        assert looked(place, tmp_path / "scratch") == Look()
    assert seen == {"", basic("hunter3")}
    assert b"hunter3" not in files_below(tmp_path / "scratch" / "look" / ".git" / "objects")


def test_a_proxy_is_carried_over_and_so_is_what_only_a_remote_is_told(tmp_path: Path) -> None:
    with closed_host() as (address, seen):
        project = repository(
            tmp_path / "project",
            ("remote.site.proxy", address),
            ("http.http://nowhere.example/.extraHeader", f"Authorization: {basic('hunter4')}"),
            ("remote.site.url", "http://nowhere.example/site.git"),
        )
        assert looked(find_place("site", "gh-pages", project=project), tmp_path / "s") == Look()
    assert seen == {basic("hunter4")}


def test_a_token_in_an_address_is_in_no_file_and_no_argument(tmp_path: Path) -> None:
    """The program in git's place notes its arguments, and then is git."""
    with closed_host() as (address, seen):
        url = address.replace("//", "//me:hunter5@") + "/site.git"
        place = Place(url=url, branch="gh-pages")
        assert looked(place, tmp_path / "scratch") == Look()
        assert basic("hunter5") in seen
    assert b"hunter5" not in files_below(tmp_path / "scratch")
    assert "hunter5" not in str(place)


def test_a_folder_that_belongs_to_somebody_else_is_trusted_where_the_user_trusts_it(
    tmp_path: Path,
) -> None:
    git_of = Scratch(
        folder=tmp_path / "one", settings=(("safe.directory", 'C:\\a "b"'), ("safe.directory", "*"))
    )
    git_of.begin()
    said = git_of.required("config", "--global", "--get-all", "safe.directory")
    assert said.splitlines() == ['C:\\a "b"', "*"]


def test_an_older_publish_is_replaced_and_the_commit_has_no_past(tmp_path: Path) -> None:
    remote = bare(tmp_path / "site.git")
    place = Place(url=str(remote), branch="gh-pages")
    for name in ("first", "second"):
        published(place, tmp_path / name)
    assert len(commits(remote)) == 1
    listed = git(remote, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    assert set(SEALED) < set(listed)
    assert len(listed) == len(SEALED) + 1
