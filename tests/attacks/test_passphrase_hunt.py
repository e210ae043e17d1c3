"""A build runs plugins and hooks that others wrote. One of them goes looking for the passphrase."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from tests.cli.publishing import SMALL_THEME, Project, afterword_started, journal_project
from tests.end_to_end.projects import HOST
from tests.vault.sealed import PHRASE

from afterword.cli.publishing.between import close_to_others
from afterword.cli.publishing.building import build, without_secrets
from afterword.cli.secrets.handing_on import handed_on
from afterword.errors import VaultError

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/environ").exists(), reason="This machine does not show its processes"
)
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="Elsewhere nobody can adopt")
HUNT = Path(__file__).with_name("hunt.py").read_text(encoding="utf-8")


def hunted_project(folder: Path) -> tuple[Project, Path]:
    """A journal whose mkdocs.yml names the hook, and where that notes what it found."""
    project, notes = journal_project(folder), folder / "found"
    hook = HUNT.replace("@phrase@", PHRASE).replace("@notes@", str(notes))
    (project.folder / "hunt.py").write_text(hook, encoding="utf-8")
    project.config.write_text(f"{SMALL_THEME}hooks: [hunt.py]\n", encoding="utf-8")
    return project, notes


def found(notes: Path) -> list[str]:
    looked, *places = notes.read_text().splitlines()
    assert looked == "looked"
    return places


def test_a_hook_does_not_find_the_passphrase_of_the_environment(tmp_path: Path) -> None:
    """Nowhere, but in the memory of the publishing process: there it has to be, and only root can look."""
    project, notes = hunted_project(tmp_path)
    said = afterword_started(project, "publish", "--to", str(project.remote))
    assert (said.returncode, bool(project.published())) == (0, True), said.stderr
    assert set(found(notes)) <= ({"publisher: memory"} if os.getuid() == 0 else set())


def test_a_hook_does_not_find_the_passphrase_of_a_file_not_even_in_memory(tmp_path: Path) -> None:
    project, notes = hunted_project(tmp_path)
    secret = tmp_path / "phrase"
    secret.write_text(PHRASE)
    secret.chmod(0o600)
    named = ("--passphrase-file", str(secret))
    nothing = {"AFTERWORD_PASSPHRASE": ""}
    said = afterword_started(
        project, "publish", "--to", str(project.remote), *named, environment=nothing
    )
    assert (said.returncode, bool(project.published())) == (0, True), said.stderr
    assert found(notes) == []


AS_IT_WAS = """\
import os, sys
from pathlib import Path
from afterword.cli.publishing.steps import Order, publish_sealed
from tests.cli.publishing import Project
project = Project(*map(Path, sys.argv[1:4]))
with project.working() as scratch:
    order = Order(config=project.config, scratch=scratch, is_trial=True)
    publish_sealed(order, lambda: os.environ["AFTERWORD_PASSPHRASE"])
"""


def test_with_the_environment_left_as_it_is_the_hook_finds_it(tmp_path: Path) -> None:
    """The same publish in a process that was begun with the passphrase, as the first version was."""
    project, notes = hunted_project(tmp_path)
    places = map(str, (project.folder, project.remote, project.temporary))
    subprocess.run(
        [sys.executable, "-c", AS_IT_WAS, *places],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "AFTERWORD_PASSPHRASE": PHRASE},
        capture_output=True,
        check=True,
    )
    assert "publisher: environ" in found(notes)


def test_a_build_that_is_told_the_passphrase_finds_it(tmp_path: Path) -> None:
    project, notes = hunted_project(tmp_path)
    subprocess.run(
        [sys.executable, "-m", HOST, "build", "--quiet", "--site-dir", str(tmp_path / "site")],
        cwd=project.folder,
        env={**os.environ, "AFTERWORD_PASSPHRASE": PHRASE},
        capture_output=True,
        check=True,
    )
    assert {"os.environ", "own environ"} <= set(found(notes))


# One stays in the group of the build, one takes a session of its own, and one does that and gives up its parent.
LEAVES = """\
import os, subprocess, time
def on_config(config):
    waiting = subprocess.Popen(["sleep", "60"])
    hidden = subprocess.Popen(["sleep", "60"], start_new_session=True)
    reading, writing = os.pipe()
    if not os.fork():
        os.setsid()
        if not os.fork():
            os.write(writing, str(os.getpid()).encode())
            time.sleep(60)
        os._exit(0)
    os.wait()
    open({notes!r}, "w").write(f"{{waiting.pid}} {{hidden.pid}} {{os.read(reading, 20).decode()}}")
    return config
"""


def is_running(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    with suppress(OSError):
        return status.read_bytes().rpartition(b")")[2].split()[0] != b"Z"
    return False


def running_after(processes: list[int], *, left: int) -> list[bool]:
    """Which of them run when no more than so many are left; what was told to end takes a moment."""
    latest = time.monotonic() + 20
    while sum(map(is_running, processes)) > left and time.monotonic() < latest:
        time.sleep(0.01)
    return [is_running(one) for one in processes]


def leaving_project(folder: Path) -> tuple[Project, Path]:
    project, notes = hunted_project(folder)
    (project.folder / "hunt.py").write_text(LEAVES.format(notes=str(notes)), encoding="utf-8")
    return project, notes


@LINUX
def test_what_a_build_leaves_running_is_ended_before_the_passphrase_is_there(
    tmp_path: Path,
) -> None:
    other = subprocess.Popen(["sleep", "60"])
    project, notes = leaving_project(tmp_path)
    build(project.config, tmp_path / "site", settings={})
    left = running_after([int(one) for one in notes.read_text().split()], left=0)
    is_other_left = is_running(other.pid)
    other.kill()
    other.wait()
    assert (left, is_other_left) == ([False, False, False], True)


def test_when_only_its_group_is_ended_what_hides_from_it_runs_on(tmp_path: Path) -> None:
    """As the first version did, and as it is where Linux does not run."""
    project, notes = leaving_project(tmp_path)
    command = [sys.executable, "-m", HOST, "build", "--site-dir", str(tmp_path / "site")]
    with subprocess.Popen(
        command, cwd=project.folder, stderr=subprocess.DEVNULL, start_new_session=True
    ) as child:
        child.wait()
        os.killpg(child.pid, signal.SIGKILL)
    processes = [int(one) for one in notes.read_text().split()]
    left = running_after(processes, left=2)
    for one in processes[1:]:
        os.kill(one, signal.SIGKILL)
    assert left == [False, True, True]


KILLS = """import os, signal, time
def on_config(config):
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(60)
"""


def test_a_build_that_ends_what_watches_it_publishes_nothing(tmp_path: Path) -> None:
    project, _ = hunted_project(tmp_path)
    (project.folder / "hunt.py").write_text(KILLS, encoding="utf-8")
    with pytest.raises(VaultError, match="does not end, and could see a passphrase being typed"):
        build(project.config, tmp_path / "site", settings={})


UNENDING = """import subprocess
from afterword.cli.publishing.between import _all_ended
child = subprocess.Popen(["sleep", "60"])
def refuse(process, number):
    raise PermissionError
print(_all_ended(end=refuse, tries=2), child.poll(), _all_ended())
"""


@pytest.mark.usefixtures("measured")
@LINUX
def test_what_may_not_be_ended_is_noticed() -> None:
    said = subprocess.run(
        [sys.executable, "-c", UNENDING], capture_output=True, text=True, check=True
    )
    assert said.stdout == "False None True\n"


def test_what_lets_somebody_push_or_sign_in_is_not_in_a_build() -> None:
    secrets = (
        "AFTERWORD_PASSPHRASE",
        "AFTERWORD_PASSPHRASE_PIPE",
        "GH_TOKEN",
        "GITHUB_TOKEN",
        "GH_ENTERPRISE_TOKEN",
        "ACTIONS_RUNTIME_TOKEN",
        "ACTIONS_ID_TOKEN_REQUEST_URL",
        "CI_JOB_TOKEN",
        "CI_REGISTRY_PASSWORD",
        "SSH_AUTH_SOCK",
        "SSH_AGENT_PID",
        "GIT_ASKPASS",
        "SSH_ASKPASS",
        "GIT_CONFIG_PARAMETERS",
        "GIT_CONFIG_VALUE_0",
    )
    kept = {"PATH": "x", "AFTERWORD_TODAY": "x", "GITHUB_REF": "x", "CI_COMMIT_SHA": "x"}
    assert without_secrets({**dict.fromkeys(secrets, "x"), **kept}) == kept


def begun_anew(environment: dict[str, str]) -> tuple[str, list[str], dict[str, str], str]:
    """The program, arguments and environment with which a process begins anew, and what that one then takes as the passphrase."""
    seen: list[tuple[str, list[str], dict[str, str], str]] = []

    def begin(program: str, arguments: list[str], given: dict[str, str]) -> None:
        phrase = handed_on(dict(given))["AFTERWORD_PASSPHRASE"]
        # The pipe is closed by whoever read it; whoever begins anew closes a number of their own.
        os.dup2(os.open(os.devnull, os.O_RDONLY), int(given["AFTERWORD_PASSPHRASE_PIPE"]))
        seen.append((program, arguments, given, phrase))

    handed_on(environment, begin=begin, is_windows=False)
    return seen[0]


def test_a_process_begins_anew_as_what_it_is_without_the_passphrase() -> None:
    environment = {"AFTERWORD_PASSPHRASE": "grüne \udcff Wörter", "PATH": "x"}
    program, arguments, given, phrase = begun_anew(environment)
    assert (program, arguments) == (sys.executable, [sys.executable, *sys.orig_argv[1:]])
    assert (set(given), phrase) == (
        {"PATH", "AFTERWORD_PASSPHRASE_PIPE"},
        "grüne \udcff Wörter",
    )
    assert all("rter" not in value for value in given.values())


def unexpected(*_arguments: object) -> None:
    pytest.fail("It began anew")


def test_where_no_passphrase_came_nothing_begins_anew() -> None:
    for environment in ({}, {"AFTERWORD_PASSPHRASE": ""}):
        assert handed_on(dict(environment), begin=unexpected) == {}


def test_on_windows_it_is_taken_out_of_the_environment_that_others_see() -> None:
    environment = {"AFTERWORD_PASSPHRASE": PHRASE, "PATH": "x"}
    assert handed_on(environment, begin=unexpected, is_windows=True) == {
        "AFTERWORD_PASSPHRASE": PHRASE
    }
    assert environment == {"PATH": "x"}


def test_a_program_that_calls_the_command_is_not_begun_anew() -> None:
    environment = {"AFTERWORD_PASSPHRASE": PHRASE}
    assert handed_on(environment, begin=unexpected, is_command=False, is_windows=False)
    assert environment == {}


def test_a_system_that_does_not_begin_anew_publishes_nothing() -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(1, "Operation not permitted")

    with pytest.raises(VaultError, match="could be seen by whatever the build runs"):
        handed_on({"AFTERWORD_PASSPHRASE": PHRASE}, begin=refuse, is_windows=False)


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"AFTERWORD_PASSPHRASE_PIPE": "nine"}, "set by Afterword alone"),
        ({"AFTERWORD_PASSPHRASE_PIPE": "987654"}, "set by Afterword alone"),
        ({"AFTERWORD_PASSPHRASE": "a" * 5000}, "longer than 4096 bytes"),
    ],
)
def test_what_cannot_be_handed_on_is_said(environment: dict[str, str], sentence: str) -> None:
    with pytest.raises(VaultError, match=sentence):
        handed_on(environment, is_windows=False)


CLOSED = """\
import ctypes, os, sys
from afterword.cli.publishing.between import close_to_others
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # as a process that began as this user
if sys.argv[1] == "closed":
    close_to_others()
reading, writing = os.pipe()
if not os.fork():
    for name in ("environ", "mem"):
        try:
            open(f"/proc/{os.getppid()}/{name}", "rb").close()
            os.write(writing, b"read ")
        except PermissionError:
            os.write(writing, b"refused ")
    os._exit(0)
os.wait()
print(os.read(reading, 100).decode().strip())
"""


def test_another_program_of_the_same_user_cannot_read_the_process_while_it_publishes() -> None:
    """As an ordinary user: root may read everything."""
    if sys.platform != "linux":
        pytest.skip("Only Linux can be asked for it")
    said = {
        kind: subprocess.run(
            [sys.executable, "-c", CLOSED, kind], capture_output=True, text=True, check=True
        )
        for kind in ("open", "closed")
    }
    assert said["open"].stdout.split()[0] == "read"
    assert said["closed"].stdout.split() == ["refused", "refused"]


def test_to_be_closed_to_others_hinders_nothing() -> None:
    close_to_others()
    assert subprocess.run(["true"], check=True).returncode == 0
