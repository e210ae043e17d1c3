"""Whether what lies somewhere is what would be published, and who may read it there."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from tests.vault.remotes import bare, git, repository
from tests.vault.sealed import sealed

from afterword.errors import VaultError
from afterword.vault.hosts.fetching import Answer
from afterword.vault.hosts.hosting import require_private, with_token
from afterword.vault.hosts.verifying import differences
from afterword.vault.pushing.repositories import branch_files, is_bare

VAULT = sealed({"index.html": b"<!doctype html>"})
PIECE = next(path for path in VAULT if path.startswith("b/"))
OURS = "is not what this version of Afterword publishes. Publish again; if it comes back, somebody else can write there."


def wrong(changed: Mapping[str, bytes], *, without: str = "") -> list[str]:
    """What is wrong with the vault when a file is gone, and others hold something else."""
    files = {path: content for path, content in VAULT.items() if path != without}
    return list(differences({**files, **changed}))


def test_nothing_is_wrong_with_what_was_published() -> None:
    assert wrong({}) == []


@pytest.mark.parametrize("path", ["index.html", "404.html", "sw.js", "robots.txt", ".nojekyll"])
def test_each_constant_file_has_to_be_there_and_as_it_is(path: str) -> None:
    assert wrong({}, without=path) == [f"{path} is missing."]
    assert wrong({path: b"steal()"}) == [f"{path} {OURS}"]


def test_a_piece_has_to_be_there_and_of_one_length() -> None:
    short = "is not as long as every piece is. It was cut short, or is another."
    assert wrong({}, without=PIECE) == [f"{PIECE} is missing."]
    assert wrong({PIECE: VAULT[PIECE] + b"x"}) == [f"{PIECE} {short}"]
    assert wrong({PIECE: VAULT[PIECE][1:]}) == [f"{PIECE} {short}"]


def test_without_its_header_there_is_nothing_to_open() -> None:
    assert wrong({}, without="vault.json") == [
        "vault.json is missing, so there is nothing to open."
    ]
    assert wrong({"vault.json": b"{}"}) == [
        "vault.json is not what Afterword writes. It has been altered."
    ]


def test_what_lies_beside_a_vault_is_named() -> None:
    beside = "has no business beside a vault, and anybody can read it."
    assert wrong({"notes.md": b""}) == [f"notes.md {beside}"]
    assert wrong({"b/notes": b""}) == [f"b/notes {beside}"]
    other = f"b/{'0' * 32}"
    assert wrong({other: VAULT[PIECE]}) == [
        f"{other} belongs to another publish than vault.json. Publish again."
    ]
    assert wrong({"CNAME": b"journal.example"}) == []


def test_a_repository_without_files_is_one(tmp_path: Path) -> None:
    assert is_bare(bare(tmp_path / "site.git"))
    assert not is_bare(repository(tmp_path / "work"))
    (tmp_path / "work" / "HEAD").write_text("")
    assert not is_bare(tmp_path / "work")


@pytest.mark.parametrize("branch", ["gh-pages", "main"])
def test_what_is_published_in_a_repository_is_its_branch(tmp_path: Path, branch: str) -> None:
    site, work = tmp_path / "site.git", repository(tmp_path / "work")
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch", "main", str(site))
    files = {"a/ü.html": b"\xff\n", "b.html": b""}
    for path, content in files.items():
        (work / path).parent.mkdir(exist_ok=True)
        (work / path).write_bytes(content)
    git(work, "add", ".")
    git(work, "commit", "--quiet", "--message", "A")
    git(work, "push", "--quiet", str(site), f"HEAD:refs/heads/{branch}")
    if branch == "gh-pages":
        (work / "c.html").write_bytes(b"newer")
        git(work, "add", ".")
        git(work, "commit", "--quiet", "--message", "B")
        git(work, "push", "--quiet", str(site), "HEAD:refs/heads/main")
    assert branch_files(site) == files


def test_an_empty_repository_has_nothing_published(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="nothing published"):
        branch_files(bare(tmp_path / "site.git"))


PAGES = Answer(200, json.dumps({"public": False, "html_url": "https://a.example/"}).encode())


def refused(url: str = "https://github.com/me/site", *, said: Answer = PAGES, seen: Answer) -> str:
    """Why a plain site may not go there; nothing where it may."""
    asked: list[str] = []

    def api(path: str) -> Answer:
        asked.append(path)
        return said

    def anonymous(address: str) -> Answer:
        asked.append(address)
        return seen

    try:
        require_private(url, api=api, anonymous=anonymous)
    except VaultError as error:
        return str(error).partition(": ")[2].partition(". A plain")[0]
    assert asked == ["/repos/me/site/pages", "https://a.example/"]
    return ""


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_private_site_turns_a_stranger_away(status: int) -> None:
    assert refused(seen=Answer(status)) == ""


@pytest.mark.parametrize("status", [300, 302, 399])
def test_or_sends_them_to_say_who_they_are(status: int) -> None:
    assert refused(seen=Answer(status, location="https://github.com/login?x")) == ""


@pytest.mark.parametrize(
    "seen",
    [
        Answer(200),
        Answer(0),
        Answer(500),
        Answer(302),
        Answer(400, location="https://github.com/"),
        Answer(299, location="https://github.com/"),
        Answer(302, location="http://github.com/"),
        Answer(302, location="https://github.com.example/"),
    ],
)
def test_whatever_else_a_stranger_gets_counts_as_public(seen: Answer) -> None:
    assert refused(seen=seen) == "a request without any name was not turned away"


@pytest.mark.parametrize(
    "url",
    [
        "https://me:token@github.com/me/site.git",
        "git@github.com:me/site",
        "ssh://git@github.com/me/site.git/",
    ],
)
def test_a_repository_at_github_is_known_however_it_is_written(url: str) -> None:
    assert refused(url, seen=Answer(404)) == ""


@pytest.mark.parametrize("url", ["https://gitlab.com/me/site", "/srv/github.com/me/site"])
def test_of_another_host_nobody_can_say_who_may_read_it(url: str) -> None:
    assert refused(url, seen=Answer(404)).startswith("the remote is not on GitHub")


SAID = {
    "GitHub did not say who may read the site (status 404)": Answer(404, PAGES.content),
    "GitHub does not say that the site is private": Answer(200, b'{"public": true}'),
    "GitHub does not say where the site is": Answer(200, b'{"public": false}'),
}


@pytest.mark.parametrize(("reason", "said"), SAID.items(), ids=SAID)
def test_what_github_does_not_say_is_not_assumed(reason: str, said: Answer) -> None:
    assert refused(said=said, seen=Answer(404)) == reason


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"\xff", b"{}", b'{"public": null}', b'{"public": 0}']
)
def test_an_answer_that_says_nothing_is_no_promise(content: bytes) -> None:
    reason = "GitHub does not say that the site is private"
    assert refused(said=Answer(200, content), seen=Answer(404)) == reason


def test_github_is_asked_as_the_user_and_for_what_it_writes_for_programs() -> None:
    seen: list[tuple[str | None, str | None]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append((self.headers["Authorization"], self.headers["Accept"]))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
            return

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        with_token("t", api=f"http://127.0.0.1:{server.server_port}")("/x")
        thread.join()
    assert seen == [("Bearer t", "application/vnd.github+json")]
