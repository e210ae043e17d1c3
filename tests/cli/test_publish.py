"""Publishing: sealed, proved, pushed as one commit; and on any doubt nothing pushed and nothing left."""

from __future__ import annotations

import os
import re
import shutil
import signal
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import NamedTuple

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from tests.builders import interview, journal
from tests.cli.publishing import (
    CONFIGURATION,
    ENTRY,
    OTHER_ENTRY,
    WORDS,
    Project,
    afterword,
    afterword_started,
    journal_project,
)
from tests.end_to_end.projects import HOST
from tests.vault.sealed import OTHER, PHRASE, sealed

from afterword.audience.audience import MYSELF
from afterword.cli.proving.proof import require_proof, words_of
from afterword.cli.publishing.building import build
from afterword.cli.publishing.steps import Order, publish_plain, publish_sealed
from afterword.errors import VaultError
from afterword.vault import open_vault
from afterword.vault.folders import read_folder
from afterword.vault.pushing.git import reason_in
from afterword.vault.pushing.places import Place
from afterword.vault.readers.readers import FILE
from afterword.vault.scanning import found_words
from afterword.vault.sealed.header import FLOOR, read_header
from afterword.vault.sealing import strangers

STEPS = ("Reading", "Looking", "Building", "Sealing", "Scanning", "Publishing")


PRINTED = re.compile("|".join(map(re.escape, (*WORDS, "knee surgery"))).encode(), re.IGNORECASE)


class Watch:
    """A look at every program that a publish starts, as often as possible: which were seen, and which said what they must not."""

    def __init__(self) -> None:
        self.started: set[bytes] = set()
        self.telling: set[bytes] = set()

    def look(self) -> None:
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                arguments = (process / "cmdline").read_bytes()
                program = arguments.partition(b"\0")[0]
                if program.endswith(b"git") or b"afterword.cli.publishing.between" in arguments:
                    self.started.add(program)
                    self.telling.update({arguments} if PRINTED.search(arguments) else ())
                    arguments += (process / "environ").read_bytes()
                if PHRASE.encode() in arguments:
                    self.telling.add(arguments)

    @contextmanager
    def looking(self) -> Iterator[None]:
        over = threading.Event()

        def look_on() -> None:
            while not over.wait(0.005):
                self.look()

        watcher = threading.Thread(target=look_on)
        watcher.start()
        yield
        over.set()
        watcher.join()


@dataclass(frozen=True)
class Watched:
    """A publish, what git was told for it, and the programs that were seen meanwhile."""

    project: Project
    said: subprocess.CompletedProcess[str]
    git_heard: bytes
    watch: Watch


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    """A program in git's place notes what it is told, and then is git."""
    folder, watch = tmp_path_factory.mktemp("done"), Watch()
    project, heard = journal_project(folder, configuration=CONFIGURATION), folder / "heard"
    (folder / "programs").mkdir()
    program = folder / "programs" / "git"
    program.write_text(
        f'#!/bin/sh\n{{ printf "%s\\n" "$@"; env; }} >> "{heard}"\nexec "{shutil.which("git")}" "$@"\n'
    )
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    with watch.looking():
        said = afterword_started(
            project, "publish", "--to", str(project.remote), environment={"PATH": path}
        )
    return Watched(project, said, heard.read_bytes(), watch)


@pytest.fixture(scope="module")
def done(watched: Watched) -> tuple[Project, subprocess.CompletedProcess[str]]:
    return watched.project, watched.said


def test_what_is_pushed_is_sealed_and_opens_to_the_site(
    done: tuple[Project, subprocess.CompletedProcess[str]],
) -> None:
    project, said = done
    assert (said.returncode, said.stdout) == (0, ""), said.stderr
    published = project.published()
    assert strangers(published) == ()
    site = open_vault(published, PHRASE)
    assert set(found_words(site, WORDS)) == set(WORDS) - {"ingeborg@kvistholm.example"}


def test_nothing_of_the_journal_is_in_git_in_a_log_or_in_a_temporary_file(
    done: tuple[Project, subprocess.CompletedProcess[str]],
) -> None:
    project, said = done
    assert project.leaks() == {}
    assert project.left() == []
    assert found_words({"said": said.stderr.encode()}, (*WORDS, PHRASE)) == {}
    assert found_words({"git": project.pushed_objects()}, (*WORDS, PHRASE)) == {}


def test_the_passphrase_is_in_no_file_of_the_project(
    done: tuple[Project, subprocess.CompletedProcess[str]],
) -> None:
    project, _ = done
    kept = {str(path): path.read_bytes() for path in project.folder.rglob("*") if path.is_file()}
    assert str(project.folder / FILE) in kept
    assert found_words(kept, [PHRASE]) == {}


def test_the_branch_has_one_commit_that_names_nobody(
    done: tuple[Project, subprocess.CompletedProcess[str]],
) -> None:
    project, _ = done
    log = project.git("log", "--format=%an|%ae|%cn|%ce|%s|%P", "gh-pages").decode()
    assert log == "Afterword|afterword@localhost|Afterword|afterword@localhost|Publish|\n"


def test_it_says_how_much_went_where_and_counts_the_names_in_a_log(
    done: tuple[Project, subprocess.CompletedProcess[str]],
) -> None:
    project, said = done
    assert f"This goes to branch gh-pages of {project.remote}." in said.stderr
    assert "in the plain site the same look finds 10" in said.stderr
    assert "reads about 2 companies and 2 people" in said.stderr
    assert said.stderr.splitlines()[-1] == "Published."


def test_a_sealed_site_has_addresses_that_tell_nothing_and_a_lock_and_shares_no_search(
    done: tuple[Project, subprocess.CompletedProcess[str]],
) -> None:
    site = open_vault(done[0].published(), PHRASE)
    pages = [path for path in site if path.endswith(".html")]
    assert (
        found_words(
            dict.fromkeys(site, b""), ["kvistholm", "brackenfold", "interlocking", "2026-0"]
        )
        == {}
    )
    assert len([path for path in pages if path.startswith("p/")]) == 6
    assert all(b'href="__lock"' in site[path] for path in pages)
    assert b"search.share" not in site["index.html"]


@pytest.mark.no_cover
def test_the_next_publish_keeps_every_address_and_the_salt(
    done: tuple[Project, subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    first = done[0]
    shutil.copytree(first.folder, tmp_path / "project")
    shutil.copytree(first.remote, tmp_path / "remote.git")
    (tmp_path / "temporary").mkdir()
    project = Project(tmp_path / "project", tmp_path / "remote.git", tmp_path / "temporary")
    said = afterword(project, "publish", "--to", str(project.remote), "--replace")
    assert said.returncode == 0, said.stderr
    published = [one.published() for one in (first, project)]
    sites = [set(open_vault(files, PHRASE)) for files in published]
    salts = [files["vault.json"].partition(b"salt")[2][:40] for files in published]
    assert published[0] != published[1]
    assert sites[0] == sites[1]
    assert salts[0] == salts[1]
    assert project.git("rev-list", "--count", "gh-pages") == b"1\n"


def test_a_dry_run_pushes_nothing_and_writes_nothing(tmp_path: Path) -> None:
    project = journal_project(tmp_path, known=False)
    said = afterword(project, "publish", "--to", str(project.remote), "--dry-run", "--own-phrase")
    assert "this was a dry run" in said.stderr
    assert (said.returncode, project.published(), project.left()) == (0, {}, [])
    assert not (project.folder / FILE).exists()


def test_a_workflow_gets_the_sealed_folder_instead_of_a_push(tmp_path: Path) -> None:
    project = journal_project(tmp_path)
    said = afterword(project, "publish", "--folder", str(tmp_path / "out"))
    assert said.returncode == 0, said.stderr
    assert "index.html" in open_vault(read_folder(tmp_path / "out"), PHRASE)
    assert project.published() == {}


def test_a_workflow_does_not_begin_a_journals_vault(tmp_path: Path) -> None:
    project = journal_project(tmp_path, known=False)
    said = afterword(project, "publish", "--folder", str(tmp_path / "out"))
    assert said.returncode == 2
    assert "Publish once from your own machine" in said.stderr


def order(project: Project, scratch: Path, **changed: object) -> Order:
    place = Place(url=str(project.remote), branch="gh-pages")
    given = {
        "config": project.config,
        "scratch": scratch,
        "place": place,
        "own_phrase": True,
        "iterations": FLOOR,
    }
    return Order(**{**given, **changed})  # type: ignore[arg-type]


def test_a_first_passphrase_that_was_not_made_by_chance_is_refused(tmp_path: Path) -> None:
    project = journal_project(tmp_path, known=False)
    environment = {"AFTERWORD_PASSPHRASE": "my dog is called Rex"}
    said = afterword(project, "publish", "--to", str(project.remote), environment=environment)
    assert (said.returncode, project.published()) == (2, {})
    assert "was not made by 'afterword passphrase'" in said.stderr


def with_reader(project: Project, profile: str) -> str:
    added = afterword(project, "readers", "add", f"a {profile}", "--profile", profile)
    assert added.returncode == 0, added.stderr
    return added.stdout.strip()


def own_files(site: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in site.items() if not path.startswith("assets/")}


@pytest.mark.no_cover
def test_a_coach_opens_what_is_published_for_a_coach_and_finds_nobody_in_it(tmp_path: Path) -> None:
    entries = {
        "kvistholm.md": ENTRY,
        "notes.md": "# Notes\n\nDagny Whitfield knows\n",
        "a.txt": "Brackenfold",
    }
    project = journal_project(tmp_path, entries, configuration=CONFIGURATION)
    phrase = with_reader(project, "coach")
    said = afterword(project, "publish", "--to", str(project.remote), "--profile", "coach")
    assert said.returncode == 0, said.stderr
    site = own_files(open_vault(project.published(), phrase))
    assert found_words(site, (*WORDS[:-1], "knee surgery", "Vantaala")) == {}
    shown = ["interlocking", "Company A, technical"]
    assert set(found_words(site, shown)) == set(shown)
    assert "index.html" in open_vault(project.published(), PHRASE)


class Shared(NamedTuple):
    """A journal that somebody else reads all of, and a coach another publish; the coach's passphrase; and what was said of it."""

    project: Project
    phrase: str
    said: str


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    project = journal_project(tmp_path_factory.mktemp("shared"))
    with_reader(project, "full")
    phrase = with_reader(project, "coach")
    said = afterword(project, "publish", "--to", str(project.remote), "--show-names")
    assert said.returncode == 0, said.stderr
    return Shared(project, phrase, said.stderr)


def test_a_coach_does_not_open_the_whole_site(shared: Shared) -> None:
    with pytest.raises(VaultError, match="does not open this"):
        open_vault(shared.project.published(), shared.phrase)


def test_the_names_are_shown_to_whoever_asks(shared: Shared) -> None:
    names = "Brackenfold, Kvistholm Rail, Dagny Whitfield, Ingeborg Vantaala."
    assert f"reads about: {names}" in shared.said


def test_private_words_are_masked_as_soon_as_somebody_else_reads(
    done: tuple[Project, subprocess.CompletedProcess[str]], shared: Shared
) -> None:
    for project, others in ((done[0], False), (shared.project, True)):
        site = open_vault(project.published(), PHRASE)
        assert bool(found_words(site, ["knee surgery"])) is not others
        assert found_words(site, ["Kvistholm Rail"]) != {}


def test_a_report_is_one_page_of_its_days(tmp_path: Path) -> None:
    project = journal_project(tmp_path, configuration=CONFIGURATION)
    said = afterword(
        project,
        "publish",
        "--to",
        str(project.remote),
        "--profile",
        "report",
        "--from",
        "2026-11-01",
        "--until",
        "2026-11-30",
    )
    assert said.returncode == 0, said.stderr
    site = own_files(open_vault(project.published(), PHRASE))
    assert {path for path in site if path.endswith(".html")} == {"index.html", "404.html"}
    shown = {"Kvistholm Rail", "Position 2"}
    assert set(found_words(site, (*WORDS, "knee surgery", "Position 2"))) == shown


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--from", "2026-01-01"), "belong to --profile report"),
        (("--plain", "--profile", "coach"), "only published sealed"),
        (
            ("--profile", "report", "--from", "2026-12-01", "--until", "2026-11-01"),
            "would end before it begins",
        ),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    tmp_path: Path, options: tuple[str, ...], sentence: str
) -> None:
    said = afterword(journal_project(tmp_path), "publish", *options)
    assert (said.returncode, sentence in said.stderr) == (2, True)


class FaultError(Exception):
    """Something that nobody foresaw."""


@pytest.mark.parametrize("step", STEPS)
def test_a_fault_at_any_step_pushes_nothing_and_leaves_nothing(tmp_path: Path, step: str) -> None:
    project = journal_project(tmp_path)

    def told(name: str) -> None:
        if name == step:
            raise FaultError

    with (
        pytest.raises(FaultError),
        project.working() as scratch,
    ):
        publish_sealed(order(project, scratch), lambda: PHRASE, told=told)
    assert (project.published(), project.leaks(), project.left()) == ({}, {}, [])


def test_a_build_ends_with_the_one_that_waits_for_it(tmp_path: Path) -> None:
    project = journal_project(tmp_path)
    child = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "afterword.cli.publishing.between",
            HOST,
            "--config-file",
            str(project.config),
            "--site-dir",
            str(tmp_path / "site"),
        ],
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert child.stdin is not None
    child.stdin.close()
    assert child.wait(timeout=20) == 1
    assert not (tmp_path / "site" / "index.html").exists()


WAITING = """import threading
from afterword.cli.publishing.between import _end_with_parent
_end_with_parent(threading.Event())
"""


# What it does in a second thread of the build, where coverage could not keep what it measured before the first one ends.
@pytest.mark.usefixtures("measured")
def test_who_waits_for_a_parent_that_is_gone_ends_as_a_build_that_went_wrong() -> None:
    command = [sys.executable, "-c", WAITING]
    assert subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode == 1


@pytest.mark.usefixtures("measured")
@pytest.mark.parametrize(
    ("told", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 2)]
)
def test_when_it_is_told_to_end_it_removes_what_lies_readable(
    tmp_path: Path, told: signal.Signals, status: int
) -> None:
    """As a terminal tells it, which tells every program in it."""
    project = journal_project(tmp_path)
    running = subprocess.Popen(
        [sys.executable, "-m", "afterword.cli", "publish", "--to", str(project.remote)],
        cwd=project.folder,
        env={**os.environ, "TMPDIR": str(project.temporary), "AFTERWORD_PASSPHRASE": PHRASE},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert running.stderr is not None
    next(line for line in running.stderr if line.startswith("Building"))
    os.killpg(running.pid, told)
    _, said = running.communicate(timeout=30)
    assert running.returncode == status
    assert (project.published(), project.left()) == ({}, [])
    assert ("Stopped, and nothing readable is left" in said) is (told == signal.SIGINT)
    assert "Traceback" not in said


def test_no_word_of_the_journal_is_in_an_argument_and_the_passphrase_nowhere_in_a_program_that_is_started(
    watched: Watched,
) -> None:
    if not Path("/proc/self/environ").exists():
        pytest.skip("This machine does not show its processes in /proc")
    assert (watched.said.returncode, watched.watch.telling) == (0, set())
    assert len(watched.watch.started) > 1


def test_git_is_told_no_word_of_the_journal_and_no_passphrase(watched: Watched) -> None:
    assert watched.said.returncode == 0, watched.said.stderr
    assert b"push\n" in watched.git_heard
    assert found_words({"heard": watched.git_heard}, (*WORDS, PHRASE)) == {}


def test_a_build_with_a_warning_is_not_published_and_its_words_are_not_said(tmp_path: Path) -> None:
    project = journal_project(tmp_path, {"kvistholm.md": ENTRY.replace("2026-11-18", "2026-02-30")})
    said = afterword(project, "publish", "--to", str(project.remote))
    assert (said.returncode, project.published()) == (2, {})
    assert f"{HOST} build --strict" in said.stderr
    assert found_words({"said": said.stderr.encode()}, WORDS) == {}


@pytest.mark.no_cover
@pytest.mark.parametrize("text", ["[gone](nowhere.md)", "template: letter"])
def test_what_mkdocs_only_warns_of_is_not_published_either(tmp_path: Path, text: str) -> None:
    changed = ENTRY.replace("round: technical", text) if ":" in text else f"{ENTRY}\n{text}\n"
    project = journal_project(tmp_path, {"kvistholm.md": changed})
    said = afterword(project, "publish", "--to", str(project.remote))
    assert (said.returncode, project.published()) == (2, {})
    assert f"{HOST} build --strict" in said.stderr


@pytest.mark.no_cover
def test_whom_another_plugin_takes_out_or_writes_is_looked_for_as_the_site_has_it(
    tmp_path: Path,
) -> None:
    project = journal_project(tmp_path)
    project.config.write_text(f"{CONFIGURATION}hooks: [hooks.py]\n")
    (project.folder / "hooks.py").write_text(
        "from mkdocs.structure.files import File\n"
        f"TEXT = {OTHER_ENTRY.replace('Brackenfold', 'Gencoria')!r}\n"
        "def on_files(files, config):\n"
        "    files.remove(files.get_file_from_path('2026/brackenfold.md'))\n"
        "    files.append(File.generated(config, 'made.md', content=TEXT))\n"
    )
    said = afterword(project, "publish", "--to", str(project.remote), "--show-names")
    assert said.returncode == 0, said.stderr
    assert "reads about: Gencoria, Kvistholm Rail, Dagny Whitfield" in said.stderr


def test_a_page_that_loads_from_elsewhere_is_named_and_not_published(tmp_path: Path) -> None:
    entries = {
        "kvistholm.md": ENTRY,
        "notes.md": '# Notes\n\n<img src="https://far.example/a.png" alt="">\n',
    }
    project = journal_project(tmp_path, entries)
    said = afterword(project, "publish", "--to", str(project.remote), "--show-names")
    assert (said.returncode, project.published()) == (2, {})
    assert "notes.html loads https://far.example/a.png" in said.stderr


def test_what_a_page_loads_from_elsewhere_is_not_said_in_a_log(tmp_path: Path) -> None:
    entries = {
        "kvistholm.md": ENTRY,
        "notes.md": '# Notes\n\n<img src="https://far.example/interlocking.png" alt="">\n',
    }
    project = journal_project(tmp_path, entries)
    said = afterword(project, "publish", "--to", str(project.remote))
    assert (said.returncode, project.published()) == (2, {})
    assert "A page loads something from another host" in said.stderr
    assert "far.example" not in said.stderr


def test_a_wrong_passphrase_publishes_nothing(tmp_path: Path) -> None:
    project = journal_project(tmp_path)
    said = afterword(
        project, "publish", "--to", str(project.remote), environment={"AFTERWORD_PASSPHRASE": OTHER}
    )
    assert (said.returncode, project.published()) == (2, {})
    assert "not the passphrase" in said.stderr


def test_a_branch_that_holds_something_else_is_never_replaced(tmp_path: Path) -> None:
    project = journal_project(tmp_path)
    work = tmp_path / "work"
    commands = (
        ("init", "--quiet", "--initial-branch", "gh-pages", str(work)),
        (
            "-C",
            str(work),
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@b",
            "commit",
            "--quiet",
            "--allow-empty",
            "-m",
            "mine",
        ),
        ("-C", str(work), "push", "--quiet", str(project.remote), "gh-pages"),
    )
    for command in commands:
        subprocess.run(["git", *command], check=True)
    before = project.git("rev-parse", "gh-pages")
    said = afterword(project, "publish", "--to", str(project.remote))
    assert said.returncode == 2
    assert "holds something that Afterword did not publish" in said.stderr
    assert "Building" not in said.stderr
    assert project.git("rev-parse", "gh-pages") == before


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_a_remote_that_git_cannot_reach_is_said_before_anything_is_built(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    project = journal_project(tmp_path, known=False)
    said = afterword(project, "publish", "--to", str(tmp_path / "nowhere.git"), *options)
    assert said.returncode == 2
    assert "nowhere.git' does not appear to be a git repository" in said.stderr
    assert "Building" not in said.stderr
    assert (project.left(), (project.folder / FILE).exists()) == ([], False)


def test_a_first_push_that_is_refused_says_so_and_that_the_file_of_readers_is_new(
    tmp_path: Path,
) -> None:
    project = journal_project(tmp_path, known=False)
    project.git("config", "receive.maxInputSize", "10")
    said = afterword(project, "publish", "--to", str(project.remote), "--own-phrase")
    assert (said.returncode, project.published()) == (2, {})
    assert f"{FILE} is new" in said.stderr
    assert "git could not do it, and nothing was published" in said.stderr


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("", "nothing"),
        ("hint: a\nwarning: b\n", "hint: a"),
        (
            "Cloning\nfatal: no https://me:hunter2@git.example/x\nadvice.",
            "fatal: no https://git.example/x",
        ),
    ],
)
def test_of_what_git_says_the_line_with_the_reason_is_repeated_without_a_secret(
    said: str, reason: str
) -> None:
    assert reason_in(said) == reason


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """A try of a journal with one company, and no place named."""
    project = journal_project(tmp_path_factory.mktemp("tried"), {"a.md": OTHER_ENTRY})
    return afterword(project, "publish", "--dry-run")


def test_a_first_try_needs_no_place(tried: subprocess.CompletedProcess[str]) -> None:
    assert tried.returncode == 0, tried.stderr
    assert "No place is named yet" in tried.stderr
    assert "Publishing" not in tried.stderr


def test_one_company_is_counted_as_one(tried: subprocess.CompletedProcess[str]) -> None:
    assert "reads about 1 company and 0 people." in tried.stderr


def test_a_publish_and_a_plain_try_want_a_place(tmp_path: Path) -> None:
    project = journal_project(tmp_path)
    for options in ((), ("--dry-run", "--plain"), ("--dry-run", "--to", "nowhere")):
        said = afterword(project, "publish", *options)
        assert (said.returncode, "There is no remote" in said.stderr) == (2, True)


def test_a_folder_that_is_not_empty_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    project = journal_project(tmp_path)
    said = afterword(
        project,
        "publish",
        "--folder",
        str(project.folder),
        environment={"AFTERWORD_PASSPHRASE": ""},
    )
    assert (said.returncode, "is not empty" in said.stderr) == (2, True)


def test_what_the_scan_cannot_see_in_the_plain_site_stops_the_publish(tmp_path: Path) -> None:
    """A hook that leaves a company out of every page: the scan's silence over what is sealed would prove nothing."""
    project = journal_project(tmp_path)
    (project.folder / "hooks.py").write_text(
        "def on_post_page(output, page, config):\n    return output.replace('Brackenfold', 'B.')\n"
    )
    configuration = CONFIGURATION.replace("  - search\n", "") + "hooks: [hooks.py]\n"
    project.config.write_text(configuration)
    said = afterword(project, "publish", "--to", str(project.remote))
    assert (said.returncode, project.published()) == (2, {})
    assert "would prove nothing" in said.stderr


JOURNAL = journal(interview("2026-11-12", "Pellmoor"))
LOOKED_FOR = words_of(JOURNAL, JOURNAL, MYSELF, today=date(2026, 11, 20))
TITLED = {"index.html": b"Pellmoor, 12 November 2026"}


def test_the_proof_counts_what_was_looked_for_and_what_the_plain_site_shows() -> None:
    assert require_proof(TITLED, sealed(TITLED), LOOKED_FOR, PHRASE) == 2


@pytest.mark.parametrize(
    "beside", [{"notes.txt": b""}, {"robots.txt": b"Pellmoor"}, {"b/" + "0" * 32: PHRASE.encode()}]
)
def test_a_word_or_a_file_beside_the_vault_stops_the_publish(beside: dict[str, bytes]) -> None:
    with pytest.raises(VaultError, match="can be read in the sealed folder"):
        require_proof(TITLED, {**sealed(TITLED), **beside}, LOOKED_FOR, PHRASE)


def test_a_vault_that_opens_to_something_else_stops_the_publish() -> None:
    with pytest.raises(VaultError, match="does not open to what was built"):
        require_proof(TITLED, sealed({"index.html": b"another"}), LOOKED_FOR, PHRASE)


def test_a_first_publish_makes_the_readers_file_and_says_that_it_is_new(tmp_path: Path) -> None:
    project = journal_project(tmp_path, known=False)
    said = afterword(
        project, "publish", "--to", str(project.remote), environment={"AFTERWORD_PASSPHRASE": OTHER}
    )
    assert said.returncode == 0, said.stderr
    assert "afterword-readers.json is new. Commit it to your private repository" in said.stderr
    assert (project.folder / FILE).is_file()
    assert "index.html" in open_vault(project.published(), OTHER)
    header = read_header(project.published()["vault.json"]).header
    assert header.iterations == 2_000_000


def test_a_plain_publish_pushes_what_was_built(tmp_path: Path) -> None:
    project = journal_project(tmp_path)
    for _ in range(2):
        with project.working() as scratch:
            assert publish_plain(order(project, scratch)) > 10
    published = project.published()
    assert ("index.html" in published, ".nojekyll" in published) == (True, True)
    assert project.left() == []
    # The look into git's objects that finds nothing in a sealed publish finds everything here.
    assert set(found_words({"git": project.pushed_objects()}, WORDS)) == set(WORDS[:-2]) | {
        WORDS[-1]
    }


@contextmanager
def turning_away(folder: Path) -> Iterator[tuple[str, Path]]:
    """A server that speaks TLS and turns everybody away, with the certificate to trust it by."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=1))
    address = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    signed = builder.add_extension(address, critical=False).sign(key, hashes.SHA256())
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    both = folder / "server.pem"
    both.write_bytes(secret + signed.public_bytes(pem))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Refusing)
    settings = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    settings.load_cert_chain(both)
    server.socket = settings.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}/", both
    server.shutdown()
    server.server_close()
    thread.join()


class Refusing(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(404)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        return


CONNECT = """\
#!/bin/sh
cd "{remotes}" && eval "$2"
"""


def test_a_plain_site_is_pushed_where_github_keeps_it_from_strangers(tmp_path: Path) -> None:
    """GitHub's own program is a script with its answer, and what connects to GitHub stays on this machine."""
    project = journal_project(tmp_path)
    (tmp_path / "me").mkdir()
    (tmp_path / "me" / "journal.git").symlink_to(project.remote)
    with turning_away(tmp_path) as (address, certificate):
        for name, text in (
            ("gh", f'#!/bin/sh\necho \'{{"public": false, "html_url": "{address}"}}\'\n'),
            ("connect", CONNECT.format(remotes=tmp_path)),
        ):
            (tmp_path / name).write_text(text)
            (tmp_path / name).chmod(0o755)
        environment = {
            "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
            "GIT_SSH": str(tmp_path / "connect"),
            "GIT_SSH_VARIANT": "simple",
            "SSL_CERT_FILE": str(certificate),
            "GH_TOKEN": "",
            "GITHUB_TOKEN": "",
        }
        place = ("--to", "git@github.com:me/journal.git")
        said = afterword(project, "publish", "--plain", *place, environment=environment)
    assert said.returncode == 0, said.stderr
    assert "files, not sealed." in said.stderr
    assert b"Kvistholm" in project.published()["index.html"]


def test_a_plain_site_does_not_go_elsewhere_than_where_github_was_asked(tmp_path: Path) -> None:
    """Git's settings send what is meant for GitHub to another place, which nobody guards."""
    project = journal_project(tmp_path)
    settings = tmp_path / "gitconfig"
    settings.write_text(f'[url "{project.remote}"]\n\tpushInsteadOf = https://github.com/me/site\n')
    said = afterword(
        project,
        "publish",
        "--plain",
        "--to",
        "https://github.com/me/site",
        environment={"GIT_CONFIG_GLOBAL": str(settings)},
    )
    assert (said.returncode, project.published()) == (2, {})
    assert "not on GitHub" in said.stderr


def test_a_plain_dry_run_pushes_nothing(tmp_path: Path) -> None:
    project = journal_project(tmp_path)
    with project.working() as scratch:
        publish_plain(order(project, scratch, is_trial=True))
    assert project.published() == {}


def test_a_plain_publish_to_a_place_that_nobody_guards_is_refused(tmp_path: Path) -> None:
    project = journal_project(tmp_path)
    said = afterword(project, "publish", "--plain", "--to", str(project.remote))
    assert (said.returncode, project.published()) == (2, {})
    assert "not on GitHub" in said.stderr


def test_a_plain_site_is_not_put_into_a_folder(tmp_path: Path) -> None:
    said = afterword(
        journal_project(tmp_path), "publish", "--plain", "--folder", str(tmp_path / "out")
    )
    assert said.returncode == 2
    assert "mkdocs build does the same" in said.stderr


def test_the_builds_of_a_project_that_is_not_there_fail_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="could not be built"):
        build(tmp_path / "mkdocs.yml", tmp_path / "site", settings={})
