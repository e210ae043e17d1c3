"""A command imports what it needs and no more, so that it answers at once."""

from __future__ import annotations

import runpy
import subprocess
import sys

import pytest
from tests.end_to_end.projects import ROOT

from afterword import __version__
from afterword.cli.main import VERBS, main


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a command has imported by its end."""
    program = (
        "import sys\nfrom afterword.cli.main import main\n"
        "try:\n    main(standalone_mode=False)\nfinally:\n    print(*sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "module",
    ["afterword.pages", "markdown", "icalendar", "importlib.metadata", "cryptography", "yaml"],
)
def test_the_version_needs_next_to_nothing(module: str) -> None:
    assert module not in loaded_by("--version")


@pytest.mark.parametrize(
    "module",
    [
        "afterword.pages",
        "afterword.site",
        "afterword.audience.masking",
        "afterword.analysis.themes",
        "icalendar",
        "jinja2",
        "cryptography",
    ],
)
def test_what_is_due_needs_no_page_and_no_vault(module: str) -> None:
    assert module not in loaded_by("due")


@pytest.mark.parametrize("module", ["afterword.vault", "afterword.audience.masking", "icalendar"])
def test_a_build_for_oneself_hides_and_seals_nothing(module: str) -> None:
    program = "import sys, afterword.plugin; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert module not in done.stdout.split()


def test_no_import_lies_deep_within_others() -> None:
    """Deeper, the interpreter's stack reaches into another page: whatever is called there takes and gives back that page each time."""
    program = """
import sys
from traceback import walk_stack

class Depth:
    deepest = 0

    def find_spec(self, *_):
        within = sum(frame.f_code.co_name == "<module>" for frame, _ in walk_stack(None))
        self.deepest = max(self.deepest, within)

sys.meta_path.insert(0, depth := Depth())
import afterword.plugin
print(depth.deepest)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) <= 14


def test_every_verb_is_where_the_table_says() -> None:
    with main.make_context("afterword", ["check"]) as context:
        found = {name: main.get_command(context, name) for name in main.list_commands(context)}
    assert {name: command.name for name, command in found.items() if command} == {
        name: name for name in VERBS
    }
    assert main.get_command(context, "nothing") is None


def test_the_version_is_the_packages() -> None:
    assert __version__.count(".") == 2


def test_the_package_is_run_as_the_command_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the folder of commands is on nobody's path: `python -m afterword`."""
    monkeypatch.setattr(sys, "argv", ["afterword", "--version"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("afterword", run_name="__main__")
    assert (ended.value.code, capsys.readouterr().out) == (0, f"afterword, version {__version__}\n")
