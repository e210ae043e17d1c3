"""Sealing, opening, verifying, passphrases and readers, as somebody at a terminal uses them."""

from __future__ import annotations

import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.publishing import journal_project
from tests.cli.terminals import at_a_terminal
from tests.end_to_end.projects import build, write_project
from tests.vault.sealed import OTHER, PHRASE, SITE, sealed

from afterword.cli import main
from afterword.cli.project.configuration import find_configuration_file
from afterword.cli.secrets.asking import chosen_passphrase
from afterword.errors import ConfigurationError, VaultError
from afterword.options import read_options
from afterword.vault.folders import read_folder, write_folder
from afterword.vault.hosts.fetching import Answer, fetched
from afterword.vault.hosts.hosting import require_private, with_program, with_token
from afterword.vault.hosts.verifying import differences
from afterword.vault.readers.readers import FILE
from afterword.vault.runnable import ASSET
from afterword.vault.sealed.passphrases import words


def run(*arguments: str | Path, phrase: str = PHRASE) -> Result:
    environment = {"AFTERWORD_PASSPHRASE": phrase, "GH_TOKEN": "t"}
    return CliRunner().invoke(main, [str(one) for one in arguments], env=environment)


def test_a_folder_is_sealed_and_opened_again_as_it_was(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", SITE)
    result = run("seal", tmp_path / "site", "--to", tmp_path / "sealed", phrase=OTHER)
    assert result.exit_code == 0, result.output
    assert "Sealed 7 files" in result.stderr
    assert "seal only what you made yourself" in result.stderr
    result = run("open", tmp_path / "sealed", "--to", tmp_path / "opened", phrase=OTHER)
    assert "They are readable there" in result.stderr
    assert read_folder(tmp_path / "opened") == SITE


def test_a_site_that_lists_what_may_run_is_no_foreign_one(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", {**SITE, ASSET: b'{"runs": ["index.html"]}'})
    result = run("seal", tmp_path / "site", "--to", tmp_path / "sealed", phrase=OTHER)
    assert (result.exit_code, "only what you made yourself" in result.stderr) == (0, False)


def test_what_a_system_takes_for_its_own_is_left_out_unless_it_is_asked_for(
    tmp_path: Path,
) -> None:
    special = {f".{one}": b"" for one in range(7)}
    files = {**SITE, **special, ".git/hooks/post-checkout": b"#!/bin/sh"}
    write_folder(tmp_path / "sealed", sealed(files))
    result = run("open", tmp_path / "sealed", "--to", tmp_path / "one")
    assert read_folder(tmp_path / "one") == SITE
    assert ": .0, .1, .2, .3, .4 and 3 more. With --all they are written too." in result.stderr
    result = run("open", tmp_path / "sealed", "--to", tmp_path / "two", "--all")
    assert "Opened 15 files" in result.stderr
    assert (tmp_path / "two/.git/hooks/post-checkout").read_bytes() == b"#!/bin/sh"


def test_a_vault_with_a_wicked_name_in_it_opens_to_nothing(tmp_path: Path) -> None:
    """Somebody who knows the passphrase wrote it. What came before that name is gone as well."""
    write_folder(tmp_path / "sealed", sealed({**SITE, "z/../../x": b""}))
    result = run("open", tmp_path / "sealed", "--to", tmp_path / "one", "--all")
    assert (result.exit_code, "it would leave the folder" in result.stderr) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["sealed"]


def test_an_own_phrase_is_sealed_with_when_it_is_asked_for(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", SITE)
    command = ("seal", tmp_path / "site", "--to", tmp_path / "sealed")
    assert run(*command).exit_code == 2
    assert run(*command, "--own-phrase").exit_code == 0


def test_a_site_that_loads_from_elsewhere_is_not_sealed(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", {"a.html": b"<img src=https://far.example/a.png>"})
    result = run("seal", tmp_path / "site", "--to", tmp_path / "sealed", phrase=OTHER)
    assert result.exit_code == 2
    assert "a.html loads https://far.example/a.png" in result.stderr
    assert not (tmp_path / "sealed").exists()


def test_a_published_folder_that_is_ours_is_verified(tmp_path: Path) -> None:
    write_folder(tmp_path / "sealed", sealed())
    result = run("verify", tmp_path / "sealed")
    assert (result.exit_code, result.stdout) == (
        0,
        "All is well: the page and the worker are ours, and 7 files open.\n",
    )


def test_what_is_wrong_with_a_published_folder_is_said(tmp_path: Path) -> None:
    published = {**sealed(), "sw.js": b"steal()", "search.json": b"{}"}
    del published["404.html"], published["vault.json"]
    write_folder(tmp_path / "sealed", published)
    result = run("verify", tmp_path / "sealed")
    said = (
        "404.html is missing",
        "sw.js is not what",
        "search.json has no business",
        "vault.json is missing",
    )
    assert (result.exit_code, [one for one in said if one not in result.stdout]) == (1, [])
    assert "Do not type your passphrase" in result.stderr


def test_a_folder_is_no_address_and_that_is_said(tmp_path: Path) -> None:
    write_folder(tmp_path / "sealed", sealed())
    assert "is a folder on this machine and no address" in run("verify", tmp_path / "sealed").stderr


def pushed(folder: Path, files: Mapping[str, bytes], branch: str) -> Path:
    """A bare repository with these files in a branch, which is its own where it is `main`."""
    write_folder(folder / "work", files)
    git = ["git", "-C", str(folder / "work"), "-c", "user.name=x", "-c", "user.email=x"]
    for arguments in (
        ("init", "--quiet", "--initial-branch", branch),
        ("add", "--all", "--force"),
        ("commit", "--quiet", "--message", "Publish"),
    ):
        subprocess.run([*git, *arguments], check=True)
    bare = folder / "bare.git"
    subprocess.run(["git", "init", "--quiet", "--bare", "-b", "main", str(bare)], check=True)
    subprocess.run([*git, "push", "--quiet", str(bare), branch], check=True)
    return bare


@pytest.mark.parametrize("branch", ["gh-pages", "main"])
def test_a_bare_repository_is_looked_into_and_is_no_address_either(
    tmp_path: Path, branch: str
) -> None:
    result = run("verify", pushed(tmp_path, sealed(), branch))
    assert (result.exit_code, "7 files open" in result.stdout) == (0, True)
    assert "is a repository on this machine and no address" in result.stderr
    assert "A host can still" not in result.stdout


def test_what_is_wrong_in_a_bare_repository_is_said(tmp_path: Path) -> None:
    result = run("verify", pushed(tmp_path, {**sealed(), "sw.js": b"steal()"}, "gh-pages"))
    assert (result.exit_code, "sw.js is not what" in result.stdout) == (1, True)


def test_a_bare_repository_with_nothing_in_it_is_said(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path)], check=True)
    result = run("verify", tmp_path)
    assert (result.exit_code, "There is nothing published in" in result.stderr) == (2, True)


def test_pieces_that_do_not_belong_to_the_header_are_said_without_a_passphrase() -> None:
    vault, other = sealed(), sealed()
    paths = [path for path in vault if path.startswith("b/")]
    cut = {path: one for path, one in vault.items() if path != paths[0]}
    cut[paths[1]] = b"short"
    left = next(path for path in other if path.startswith("b/"))
    assert sorted(differences({**cut, left: other[left]})) == sorted(
        (
            f"{paths[0]} is missing.",
            f"{paths[1]} is not as long as every piece is. It was cut short, or is another.",
            f"{left} belongs to another publish than vault.json. Publish again.",
        )
    )
    assert list(differences({**vault, "vault.json": b"{}"})) == [
        "vault.json is not what Afterword writes. It has been altered."
    ]


def test_what_was_altered_under_a_right_passphrase_is_something_wrong(tmp_path: Path) -> None:
    vault = sealed()
    path = next(path for path in vault if path.startswith("b/"))
    write_folder(tmp_path / "sealed", {**vault, path: bytes(len(vault[path]))})
    result = run("verify", tmp_path / "sealed")
    assert (result.exit_code, f"{path} has been altered" in result.stdout) == (1, True)


@contextmanager
def serving(files: Mapping[str, bytes]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0].removeprefix("/site/")
            content = files.get(path or "index.html")
            self.send_response(404 if content is None else 302 if content == b"away" else 200)
            if content == b"away":
                self.send_header("Location", "https://github.com/login")
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/site"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_published_address_is_verified() -> None:
    with serving(sealed()) as address:
        assert run("verify", address).exit_code == 0
        assert run("verify", f"{address}/").exit_code == 0
        assert run("verify", address, phrase=OTHER).exit_code == 2


def test_an_address_with_a_blob_missing_is_said() -> None:
    published = sealed()
    del published[next(path for path in published if path.startswith("b/"))]
    with serving(published) as address:
        assert run("verify", address).stdout.endswith("is not through.\n")


def test_an_address_without_a_vault_is_said() -> None:
    with serving({"index.html": b"hello"}) as address:
        result = run("verify", address)
    assert (result.exit_code, "There is no vault at" in result.stderr) == (2, True)


def test_a_passphrase_is_printed_and_nothing_else_on_standard_output() -> None:
    result = run("passphrase")
    assert len(result.stdout.split()) == 6
    assert set(result.stdout.split()) <= set(words())
    assert "password manager" in result.stderr


def test_beside_a_journal_that_has_one_it_is_said_that_a_new_one_is_not_in_use(
    tmp_path: Path,
) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Journal\n")
    assert (
        "Nobody can bring it back" in run("passphrase", "--config", tmp_path / "mkdocs.yml").stderr
    )
    (tmp_path / FILE).write_text("{}")
    result = run("passphrase", "--config", tmp_path / "mkdocs.yml")
    assert "Your journal still opens with the one you have" in result.stderr


def test_a_passphrase_is_made_where_there_is_no_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "Nobody can bring it back" in run("passphrase").stderr


def test_a_passphrase_as_an_argument_is_refused_with_the_reason(tmp_path: Path) -> None:
    result = run("verify", tmp_path, "--passphrase", "a b c d e f")
    assert (result.exit_code, "list of processes" in result.stderr) == (2, True)


def test_a_passphrase_in_mkdocs_yml_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"no place in mkdocs\.yml"):
        read_options({"passphrase": "a b c"})
    configuration = (
        "site_name: x\nplugins:\n  - afterword: {passphrase: a b c}\ndocs_dir: journal\n"
    )
    built = build(write_project(tmp_path, {}, configuration))
    assert built.status != 0
    assert "no place in mkdocs.yml" in built.said


def secret_file(folder: Path, text: str = PHRASE, mode: int = 0o600) -> Path:
    path = folder / "phrase"
    path.write_text(text)
    path.chmod(mode)
    return path


def test_a_passphrase_comes_from_a_file_then_the_environment_then_the_keyboard(
    tmp_path: Path,
) -> None:
    environment = {"AFTERWORD_PASSPHRASE": "from the environment"}
    file = secret_file(tmp_path)
    assert chosen_passphrase(file, environment, lambda: "typed") == PHRASE
    assert chosen_passphrase(None, environment, lambda: "typed") == "from the environment"
    assert chosen_passphrase(None, {}, lambda: "typed") == "typed"


def test_nobody_at_the_keyboard_is_said() -> None:
    with pytest.raises(VaultError, match="nobody at the keyboard"):
        chosen_passphrase(None, {}, None)


def test_a_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="chmod 600"):
        chosen_passphrase(secret_file(tmp_path, mode=0o640), {}, None)


def test_a_file_in_a_repository_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "below").mkdir()
    with pytest.raises(VaultError, match="lies in a repository"):
        chosen_passphrase(secret_file(tmp_path / "below"), {}, None)


def test_a_file_that_is_empty_or_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="is empty"):
        chosen_passphrase(secret_file(tmp_path, " \n"), {}, None)
    with pytest.raises(VaultError, match="could not be read"):
        chosen_passphrase(tmp_path / "nothing", {}, None)


@pytest.mark.usefixtures("measured")
def test_the_passphrase_is_asked_for_at_a_terminal_and_not_shown(tmp_path: Path) -> None:
    write_folder(tmp_path / "sealed", sealed())
    with at_a_terminal("verify", "sealed", cwd=tmp_path) as terminal:
        terminal.wait_for(b"Passphrase")
        terminal.type(PHRASE)
        terminal.wait_for(b"All is well")
    assert PHRASE.encode() not in terminal.said
    assert terminal.running.returncode == 0


@pytest.mark.usefixtures("measured")
def test_a_first_publish_says_which_passphrase_it_wants_and_can_be_stopped_there(
    tmp_path: Path,
) -> None:
    project = journal_project(tmp_path, known=False)
    command = ("publish", "--to", str(project.remote))
    with at_a_terminal(*command, cwd=project.folder, TMPDIR=str(project.temporary)) as terminal:
        terminal.wait_for(b"Passphrase: ")
        terminal.running.send_signal(signal.SIGINT)
        terminal.wait_for(b"Stopped, and nothing readable is left")
    assert b"the six words that 'afterword passphrase' printed" in terminal.said
    assert (terminal.running.returncode, list(project.temporary.iterdir())) == (2, [])


PAGES = '{"public": false, "html_url": "https://me.github.io/journal/"}'
REMOTE = "git@github.com:me/journal.git"


def refusal(api: Answer, anonymous: Answer, url: str = REMOTE) -> str:
    asked: list[str] = []

    def ask(path: str) -> Answer:
        asked.append(path)
        return api

    try:
        require_private(url, api=ask, anonymous=lambda _address: anonymous)
    except VaultError as error:
        return str(error)
    assert asked == ["/repos/me/journal/pages"]
    return ""


@pytest.mark.parametrize(
    "anonymous",
    [Answer(401), Answer(403), Answer(404), Answer(302, location="https://github.com/login?x")],
)
def test_a_site_that_turns_strangers_away_may_be_plain(anonymous: Answer) -> None:
    assert refusal(Answer(200, PAGES.encode()), anonymous) == ""
    assert (
        refusal(Answer(200, PAGES.encode()), anonymous, "https://x:y@github.com/me/journal") == ""
    )


@pytest.mark.parametrize(
    ("api", "anonymous", "reason"),
    [
        (Answer(404), Answer(404), "status 404"),
        (Answer(403), Answer(404), "status 403"),
        (Answer(0), Answer(404), "status 0"),
        (
            Answer(200, b'{"public": true, "html_url": "https://me.github.io/"}'),
            Answer(404),
            "does not say that the site is private",
        ),
        (
            Answer(200, b'{"html_url": "https://me.github.io/"}'),
            Answer(404),
            "does not say that the site is private",
        ),
        (Answer(200, b'{"public": null}'), Answer(404), "does not say that the site is private"),
        (Answer(200, b"[]"), Answer(404), "does not say that the site is private"),
        (Answer(200, b"<html>"), Answer(404), "does not say that the site is private"),
        (Answer(200, b'{"public": false}'), Answer(404), "does not say where"),
        (Answer(200, PAGES.encode()), Answer(200), "was not turned away"),
        (Answer(200, PAGES.encode()), Answer(0), "was not turned away"),
        (
            Answer(200, PAGES.encode()),
            Answer(301, location="https://www.example/"),
            "was not turned away",
        ),
        (
            Answer(200, PAGES.encode()),
            Answer(302, location="https://github.com.evil.example/"),
            "was not turned away",
        ),
        (Answer(200, PAGES.encode()), Answer(500), "was not turned away"),
    ],
)
def test_whatever_is_not_sure_counts_as_public(api: Answer, anonymous: Answer, reason: str) -> None:
    assert reason in refusal(api, anonymous)


@pytest.mark.parametrize(
    "url",
    [
        "https://git.example/me/journal.git",
        "../elsewhere",
        "https://github.com/",
        "https://evil.example/github.com/me/journal",
        "git@evilgithub.com:me/journal",
    ],
)
def test_another_host_counts_as_public(url: str) -> None:
    assert "not on GitHub" in refusal(Answer(200, PAGES.encode()), Answer(404), url)


def test_github_is_asked_with_a_token_and_a_redirect_is_not_followed() -> None:
    with serving({"x": b'{"a": 1}', "y": b"away"}) as address:
        assert with_token("t", api=address)("/x") == Answer(200, b'{"a": 1}')
        assert fetched(f"{address}/y") == Answer(302, b"away", location="https://github.com/login")
        assert fetched(f"{address}/z").status == 404
    assert fetched(f"{address}/x") == fetched("file:///etc/hosts") == Answer(0)


def test_github_is_asked_through_its_program(tmp_path: Path) -> None:
    program = tmp_path / "gh"
    program.write_text('#!/bin/sh\n[ "$2" = /good ] && echo "{}"\n')
    program.chmod(0o755)
    ask = with_program(str(program))
    assert (ask("/good"), ask("/bad").status) == (Answer(200, b"{}\n"), 0)
    assert with_program(str(tmp_path / "none"))("/x") == Answer(0)


@pytest.mark.parametrize("verb", ["seal", "open"])
def test_a_target_that_is_not_empty_is_refused_before_anything_is_asked(
    tmp_path: Path, verb: str
) -> None:
    write_folder(tmp_path / "one", sealed())
    done = run(verb, tmp_path / "one", "--to", tmp_path, phrase="")
    assert (done.exit_code, "is not empty" in done.stderr) == (2, True)


def test_what_was_opened_lies_where_nobody_else_on_the_machine_gets(tmp_path: Path) -> None:
    write_folder(tmp_path / "one", sealed())
    assert run("open", tmp_path / "one", "--to", tmp_path / "two").exit_code == 0
    assert (tmp_path / "two").stat().st_mode & 0o777 == 0o700


def test_a_command_that_takes_no_folder_does_not_offer_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"Name one with --config\.$"):
        find_configuration_file(None, start=tmp_path)
