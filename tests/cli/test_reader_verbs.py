"""Readers and passphrases that change, as somebody at a terminal, or a script, has them changed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from time import sleep

import pytest
from tests.cli.publishing import Project, journal_project
from tests.cli.terminals import at_a_terminal
from tests.cli.test_vault_verbs import run, secret_file
from tests.vault.sealed import OTHER, PHRASE, SITE

from afterword.audience.audience import Profile
from afterword.cli.secrets.asking import chosen_passphrase, require_good_passphrase
from afterword.cli.secrets.new_passphrases import show_and_put_in_place
from afterword.errors import VaultError
from afterword.vault import seal
from afterword.vault.folders import write_folder
from afterword.vault.readers.file import read_readers, write_readers
from afterword.vault.readers.publishes import Publish
from afterword.vault.readers.readers import (
    FILE,
    FIRST,
    PROFILES,
    Readers,
    keys_for,
    new_readers,
    with_publish,
    with_reader,
    wrapping_keys,
)
from afterword.vault.sealed.header import FLOOR, read_header
from afterword.vault.sealed.keys import unwrapped, wrapping_key
from afterword.vault.sealed.passphrases import words

THIRD = "acorn acre acrobat acronym acting action"
LAST = Publish(remote="https://git.example/coach.git", branch="pages", entries=12, files=90)


@pytest.fixture
def shared(tmp_path: Path) -> Project:
    """A journal that a mentor reads as a coach and a friend as a whole, with a publish behind it."""
    project = journal_project(tmp_path, known=False)
    write_readers(project.folder / FILE, mentor_and_friend())
    return project


@cache
def mentor() -> Readers:
    found = new_readers(PHRASE, iterations=FLOOR)
    return with_reader(found, "mentor", OTHER, first=PHRASE, profile="coach")


@cache
def mentor_and_friend() -> Readers:
    found = with_reader(mentor(), "friend", THIRD, first=PHRASE)
    return with_publish(found, "coach", LAST, key=wrapping_keys(found, PHRASE)[FIRST])


def opening(
    project: Project, *phrases: str, first: str = PHRASE, profile: str = "coach"
) -> list[bool]:
    """Which of the passphrases open what would be published next with this profile."""
    found = read_readers(project.folder / FILE)
    assert found
    keys = keys_for(found, first, profile=profile)
    header = read_header(
        seal(SITE, keys, salt=found.salt, iterations=found.iterations)["vault.json"]
    ).header
    tried = (wrapping_key(one, salt=header.salt, iterations=header.iterations) for one in phrases)
    return [unwrapped(header.slots, key, publish=header.publish) is not None for key in tried]


def test_the_profiles_that_a_reader_can_have_are_those_that_can_be_published() -> None:
    assert [one.value for one in Profile] == list(PROFILES)


def test_readers_are_listed_and_added(tmp_path: Path) -> None:
    config = ("--config", journal_project(tmp_path).config)
    assert run("readers", "list", *config).stdout == "me\n"
    added = run("readers", "add", "mentor", *config)
    assert (added.exit_code, len(added.stdout.split())) == (0, 6)
    assert run("readers", "list", *config).stdout == "me\nmentor: full\n"


def test_a_reader_with_an_odd_name_is_refused_before_a_passphrase_is_asked_for(
    tmp_path: Path,
) -> None:
    config = ("--config", journal_project(tmp_path).config)
    assert "wants letters" in run("readers", "add", "a/b", *config, phrase="").stderr
    assert "no reader x" in run("readers", "remove", "x", *config, phrase="").stderr


@pytest.mark.parametrize(
    ("profile", "command"),
    [("full", "afterword publish\n"), ("coach", "afterword publish --profile coach\n")],
)
def test_who_adds_a_reader_is_told_what_to_do_next(
    tmp_path: Path, profile: str, command: str
) -> None:
    config = ("--config", journal_project(tmp_path).config)
    done = run("readers", "add", "mentor", "--profile", profile, *config)
    assert "Hand it on in private, and not by the way you share the address" in done.stderr
    assert done.stderr.endswith(f"then publish: {command}")


def test_a_passphrase_may_be_typed_with_capitals_and_hyphens(tmp_path: Path) -> None:
    config = ("--config", journal_project(tmp_path).config)
    typed = PHRASE.title().replace(" ", " - ")
    assert run("readers", "add", "mentor", *config, phrase=typed).exit_code == 0


def test_a_reader_is_removed_and_the_others_get_new_passphrases(shared: Project) -> None:
    done = run("readers", "remove", "mentor", "--config", shared.config)
    (line,) = done.stdout.splitlines()
    name, new = line.split(": ")
    assert (done.exit_code, name, set(new.split()) <= set(words())) == (0, "friend", True)
    assert run("readers", "list", "--config", shared.config).stdout == "me\nfriend: full\n"
    opened = opening(shared, PHRASE, new, THIRD, OTHER, profile="full")
    assert opened == [True, True, False, False]
    for sentence in (
        "Hand on each new passphrase, in private",
        "friend (full)",
        "Your own passphrase stays",
        "publish anew: full, coach.",
    ):
        assert sentence in done.stderr


def test_the_last_of_the_others_is_removed_without_a_new_passphrase(tmp_path: Path) -> None:
    config = ("--config", journal_project(tmp_path).config)
    run("readers", "add", "mentor", *config)
    done = run("readers", "remove", "mentor", *config)
    assert (done.exit_code, done.stdout, "Hand on" in done.stderr) == (0, "", False)


def test_nobody_is_removed_without_the_first_passphrase(shared: Project) -> None:
    before = (shared.folder / FILE).read_bytes()
    done = run("readers", "remove", "mentor", "--config", shared.config, phrase=OTHER)
    assert (done.exit_code, (shared.folder / FILE).read_bytes()) == (2, before)


def test_readers_begin_with_the_first_publish(tmp_path: Path) -> None:
    config = journal_project(tmp_path, known=False).config
    assert "made by the first publish" in run("readers", "list", "--config", config).stderr
    assert "made by the first publish" in run("readers", "confirm", "--config", config).stderr


def test_everybody_gets_a_new_passphrase_when_one_is_changed(shared: Project) -> None:
    done = run("passphrase", "--change", "--config", shared.config)
    first, *others = done.stdout.splitlines()
    new = dict(line.split(": ") for line in others)
    assert (len(first.split()), list(new)) == (6, ["mentor", "friend"])
    assert opening(shared, new["mentor"], PHRASE, OTHER, first=first) == [True, False, False]
    assert "mentor (coach), friend (full)" in done.stderr
    assert "publish anew, so that the old passphrase opens nothing new: full, coach." in done.stderr
    assert run("readers", "add", "anna", "--config", shared.config).exit_code == 2


def test_a_change_of_mind_leaves_the_others_theirs_and_says_what_that_means(
    shared: Project,
) -> None:
    done = run("passphrase", "--change", "--keep-readers", "--config", shared.config)
    (first,) = done.stdout.splitlines()
    assert opening(shared, OTHER, PHRASE, first=first) == [True, False]
    assert "has their keys, and goes on reading with them" in done.stderr
    assert "no help when somebody may have seen yours" in " ".join(
        run("passphrase", "--help").stdout.split()
    )


def test_readers_are_only_kept_in_a_change() -> None:
    done = run("passphrase", "--keep-readers")
    assert (done.exit_code, done.stdout, "give both, or none" in done.stderr) == (2, "", True)


def begin(project: Project, *arguments: str, stdout: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "afterword.cli", *arguments],
        cwd=project.folder,
        env={**os.environ, "AFTERWORD_PASSPHRASE": PHRASE},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def pair(tmp_path: Path) -> Project:
    """A journal with one other reader."""
    project = journal_project(tmp_path, known=False)
    write_readers(project.folder / FILE, mentor())
    return project


def left_beside(project: Project) -> list[str]:
    return [one.name for one in project.folder.glob(f".{FILE}*")]


def gone() -> int:
    """The end of a pipe that nobody reads any more."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    return write_end


def full() -> int:
    """A file on a disk that is full."""
    return os.open("/dev/full", os.O_WRONLY)


@pytest.mark.usefixtures("measured")
@pytest.mark.parametrize(
    ("command", "opened"),
    [
        (("passphrase", "--change"), full),
        (("passphrase", "--change", "--keep-readers"), gone),
        (("readers", "add", "anna"), full),
    ],
)
def test_what_cannot_be_written_out_does_not_hold(
    pair: Project, command: tuple[str, ...], opened: Callable[[], int]
) -> None:
    before = (pair.folder / FILE).read_bytes()
    stdout = opened()
    with begin(pair, *command, stdout=stdout) as running:
        said = running.communicate()[1]
    os.close(stdout)
    assert (running.returncode, "Nothing is changed" in said, "Traceback" in said) == (
        2,
        True,
        False,
    )
    assert ((pair.folder / FILE).read_bytes(), left_beside(pair)) == (before, [])


def filled(write_end: int) -> None:
    """Nothing more goes into the pipe until somebody takes something out of it."""
    os.set_blocking(write_end, False)
    with suppress(BlockingIOError):
        while True:
            os.write(write_end, b"\n")
    os.set_blocking(write_end, True)


@contextmanager
def held_before_it_shows(project: Project) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A change that has everything ready and cannot show its passphrases, because nobody takes them; and where to take them."""
    before = (project.folder / FILE).read_bytes()
    read_end, write_end = os.pipe()
    filled(write_end)
    with begin(project, "passphrase", "--change", stdout=write_end) as running:
        os.close(write_end)
        try:
            while not left_beside(project):
                assert (running.poll(), (project.folder / FILE).read_bytes()) == (None, before)
                sleep(0.01)
            # However long nobody takes them, nothing is changed.
            sleep(0.3)
            assert (project.folder / FILE).read_bytes() == before
            yield running, read_end
        finally:
            # Whatever a signal has not reached ends here, as nobody takes its passphrases any more.
            os.close(read_end)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_stopped_before_the_new_passphrases_are_seen_the_old_ones_hold(
    pair: Project, number: signal.Signals
) -> None:
    before = (pair.folder / FILE).read_bytes()
    with held_before_it_shows(pair) as (running, _end):
        running.send_signal(number)
    assert running.returncode != 0
    assert (pair.folder / FILE).read_bytes() == before


def test_once_they_are_seen_the_new_passphrases_hold(pair: Project) -> None:
    with held_before_it_shows(pair) as (running, end):
        said = b""
        while piece := os.read(end, 100_000):
            said += piece
    *_filling, first, mentors, _end_of_line = said.decode().split("\n")
    new = mentors.removeprefix("mentor: ")
    assert (running.returncode, opening(pair, new, first=first)) == (0, [True])
    assert left_beside(pair) == []


def test_somebody_who_stops_it_hears_that_nothing_is_changed(
    pair: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    def lines() -> Iterator[str]:
        yield THIRD
        raise KeyboardInterrupt

    path = pair.folder / FILE
    before = path.read_bytes()
    with pytest.raises(VaultError, match=r"Stopped\. Nothing is changed"):
        show_and_put_in_place(path, new_readers(THIRD, iterations=FLOOR), lines())
    assert (path.read_bytes(), capsys.readouterr().out) == (before, f"{THIRD}\n")


def earlier_format(project: Project) -> Path:
    """The file as the first version wrote it: without a code."""
    path = project.folder / FILE
    value = json.loads(path.read_text(encoding="utf-8"))
    del value["code"], value["publishes"]
    path.write_text(json.dumps({**value, "format": "afterword-readers/1"}), encoding="utf-8")
    return path


def test_a_file_of_an_earlier_version_is_looked_at_and_signed_once(shared: Project) -> None:
    path = earlier_format(shared)
    for verb in (("readers", "list"), ("passphrase", "--change"), ("publish", "--dry-run")):
        done = run(*verb, "--config", shared.config)
        assert (done.exit_code, "afterword readers confirm" in done.stderr) == (2, True)
    before = path.read_bytes()
    assert run("readers", "confirm", "--config", shared.config, phrase=OTHER).exit_code == 2
    assert path.read_bytes() == before
    done = run("readers", "confirm", "--config", shared.config)
    assert (done.exit_code, done.stdout) == (0, "me\nmentor: coach\nfriend: full\n")
    assert opening(shared, OTHER) == [True]


def test_what_was_edited_by_hand_is_looked_at_and_signed(shared: Project) -> None:
    path = shared.folder / FILE
    path.write_text(path.read_text(encoding="utf-8").replace('"coach",', '"report",'))
    done = run("readers", "add", "anna", "--config", shared.config)
    assert "afterword readers confirm" in done.stderr
    done = run("readers", "confirm", "--config", shared.config)
    assert "mentor: report" in done.stdout
    assert (
        "Last published as coach: 12 entries, to https://git.example/coach.git, branch pages."
        in done.stderr
    )
    assert opening(shared, OTHER, profile="report") == [True]


def test_at_a_terminal_one_sees_who_is_in_it_before_one_signs(shared: Project) -> None:
    earlier_format(shared)
    with at_a_terminal("readers", "confirm", cwd=shared.folder) as terminal:
        terminal.wait_for(b"Passphrase")
        assert b"mentor: coach" in terminal.said
        terminal.type(PHRASE)
        terminal.wait_for(b"is signed")
    assert PHRASE.encode() not in terminal.said


def test_a_passphrase_may_come_through_a_pipe(shared: Project) -> None:
    known = {name: value for name, value in os.environ.items() if name != "AFTERWORD_PASSPHRASE"}
    done = subprocess.run(
        [
            *(sys.executable, "-m", "afterword.cli", "readers", "add", "anna"),
            *("--passphrase-file", "/dev/stdin"),
        ],
        cwd=shared.folder,
        env=known,
        input=f"{PHRASE}\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, len(done.stdout.split())) == (0, 6), done.stderr


OWN = "nobody knows what the heron said on Tuesday"


def test_what_an_own_phrase_costs_is_said_where_it_is_asked_for_and_when_it_is_taken(
    tmp_path: Path,
) -> None:
    helped = " ".join(run("seal", "--help").stdout.split())
    assert "what people think of is guessed first" in helped
    write_folder(tmp_path / "site", SITE)
    command = ("seal", tmp_path / "site", "--to", tmp_path / "sealed", "--own-phrase")
    said = run(*command, phrase=OWN)
    assert (said.exit_code, "programs guess first" in said.stderr) == (0, True)


def test_what_an_own_phrase_costs_is_said_although_it_is_taken(
    capsys: pytest.CaptureFixture[str],
) -> None:
    require_good_passphrase(OWN, own=True)
    said = capsys.readouterr()
    assert (said.out, "nothing here can tell whether yours would hold" in said.err) == ("", True)


def test_a_generated_one_costs_nothing_whatever_it_is_called(
    capsys: pytest.CaptureFixture[str],
) -> None:
    require_good_passphrase(OTHER.title(), own=True)
    assert capsys.readouterr().err == ""


def test_an_own_phrase_is_refused_where_it_was_not_asked_for() -> None:
    with pytest.raises(VaultError, match="says what that costs"):
        require_good_passphrase(OWN, own=False)


def test_a_file_with_a_passphrase_and_its_line_end_is_that_passphrase(tmp_path: Path) -> None:
    file = secret_file(tmp_path, f"{PHRASE.upper()}\r\n")
    found = new_readers(PHRASE, iterations=FLOOR)
    assert FIRST in wrapping_keys(found, chosen_passphrase(file, {}, None))
