"""Commands that write, in children that are killed, starved of room, or run many at once; `python -m tests.attacks.killed 500` kills at random."""

from __future__ import annotations

import codecs
import os
import posix
import random
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from afterword.cli.main import VERBS, main

ENTRY = (
    "---\ncompany: Northwind\nrole: Engineer\ndate: 2026-11-12\nround: screen\n---\n\n## Went well\n"
    + "- Drew first #design\n" * 9
)
SETTINGS = "site_name: Jobs\ndocs_dir: journal\nplugins:\n  - search\n  - afterword\n"
TRACKER = (
    "Company,Role,Applied,Interview Date,Status,Notes\n"
    f"Acme,Cook,2026-10-01,2026-10-12,Rejected,{'They were kind and busy. ' * 5}\n"
    f"Quill,Chef,2026-10-03,,Applied,{'By their own form. ' * 6}\n"
)
SITE = "site_name: Ben\nplugins:\n  - search\n"
# So many bytes are all that a file may have where there is no room.
ROOM = 100
Files = Mapping[str, bytes]
Before = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """A command, and the files that are there before it; once it has ended well it can be given again, if `again` says so."""

    command: tuple[str, ...]
    files: Mapping[str, str]
    again: bool = False

    def lay_in(self, folder: Path) -> Files:
        """The files of the scene in a new folder."""
        for name, text in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        return files_in(folder)


JOURNAL = {"mkdocs.yml": SETTINGS, "journal/northwind.md": ENTRY}
SCENES = {
    "init": Scene(("init", "--here"), {}, again=True),
    "init into a site": Scene(("init", "--into", "."), {"mkdocs.yml": SITE, "docs/index.md": "# Ben\n"}, again=True),
    "new": Scene(("new", "northwind"), JOURNAL),
    "log": Scene(("log", "northwind", "thanked"), JOURNAL),
    "import": Scene(("import", "jobs.csv", "--write"), {**JOURNAL, "jobs.csv": TRACKER}, again=True),
}  # fmt: skip


def files_in(folder: Path) -> Files:
    """What a reader of the journal sees: neither what is kept for undoing nor the traces of somebody killed."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in found}
    return {
        name: path.read_bytes()
        for name, path in named.items()
        if not name.startswith(".cache/") and not _is_trace(path.name)
    }


def _is_trace(name: str) -> bool:
    return name.startswith(".afterword-") and name.endswith(".part")


def begin(scene: Scene, folder: Path, before: Before = lambda: None) -> int:
    """A child that gives the command in a folder, once it has done what comes before."""
    child = os.fork()
    if child == 0:
        _run(scene, folder, before)
    return child


def _run(scene: Scene, folder: Path, before: Before) -> None:
    # Neither git nor the clock of this machine has a part in it.
    os.environ.update(PATH="", AFTERWORD_TODAY="2026-11-20")
    os.chdir(folder)
    status = 1
    with suppress(BaseException):
        # Its words go nowhere, and nobody types: the test's own files are not meant by a lack of room.
        nowhere = Path(os.devnull)
        sys.stdin = nowhere.open(encoding="utf-8")
        sys.stdout = sys.stderr = nowhere.open("w", encoding="utf-8")
        before()
        try:
            main(list(scene.command), standalone_mode=False)
            status = 0
        except SystemExit as ended:
            status = int(ended.code or 0)
    # Not os._exit, with which coverage would have each child write down all that its parent has run until then.
    posix._exit(status)


def ended(child: int) -> int:
    """The status that a child ended with; the number of a signal, made negative, where one ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(number: int, folder: Path) -> Before:
    """Has a child kill itself as it is about to do something with a file of a folder for the nth time."""
    count = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        is_ours = event.startswith(("open", "os.", "shutil.", "tempfile.")) and any(
            str(folder) in str(one) or str(one).startswith(".afterword-") for one in arguments
        )
        count += is_ours
        if count == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return lambda: sys.addaudithook(watch)


def no_room() -> None:
    """Lets no file of this process grow beyond a few bytes, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))


def whole(scene: Scene, folder: Path) -> tuple[Files, Files]:
    """The files before the command and after it, where nothing stops it."""
    before = scene.lay_in(folder)
    status = ended(begin(scene, folder))
    assert status == 0, (scene, status)
    return before, files_in(folder)


def halved(folder: Path, before: Files, after: Files) -> list[str]:
    """The files that are neither as before nor as after, and those that are gone."""
    now = files_in(folder)
    changed = [name for name, data in now.items() if data not in {before.get(name), after.get(name)}]  # fmt: skip
    return changed + [name for name in before if name in after and name not in now]


def preload() -> None:
    """Import what the commands import, so that a child has nothing to do but its work."""
    for verb in ("init", "new", "log", "import"):
        import_module(VERBS[verb].partition(":")[0])
    # Python's own, of which whoever is somebody else may read nothing.
    codecs.lookup("utf-8-sig")


def _killed_at_random(rounds: int, chance: random.Random) -> Counter[str]:
    """How often a command was killed before its end and how often it had ended, with every file whole."""
    told: Counter[str] = Counter()
    for scene in SCENES.values():
        with tempfile.TemporaryDirectory() as place:
            started = time.monotonic()
            before, after = whole(scene, Path(place))
            length = time.monotonic() - started
        for _ in range(rounds):
            with tempfile.TemporaryDirectory() as place:
                folder = Path(place)
                scene.lay_in(folder)
                child = begin(scene, folder)
                time.sleep(chance.uniform(0, length))
                os.kill(child, signal.SIGKILL)
                name = f"{scene.command[0]}: {'killed' if ended(child) else 'ended'}"
                lost = halved(folder, before, after)
                assert lost == [], (scene, lost)
                if scene.again:
                    assert ended(begin(scene, folder)) == 0
                    assert files_in(folder) == after
                told[name] += 1
    return told


if __name__ == "__main__":
    preload()
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    for told, times in sorted(_killed_at_random(int(sys.argv[1]), random.Random(seed)).items()):
        print(f"{told:20} {times}")
    print("No file was lost or halved.")
