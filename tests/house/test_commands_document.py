"""The pages of the commands say what the commands do, and every command has an example."""

from __future__ import annotations

import click
import pytest
from tests.end_to_end.projects import ROOT
from tests.house.commands_document import documents

from afterword.cli.main import VERBS, main


def test_the_pages_are_what_the_commands_say_and_no_others() -> None:
    folder = ROOT / "docs"
    paths = [folder / "commands.md", *folder.glob("commands/*")]
    written = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths
    }
    assert written == documents(), "make them anew: python -m tests.house.commands_document"


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_shows_an_example_of_itself(verb: str) -> None:
    command = main.get_command(click.Context(main), verb)
    assert command is not None
    assert f"afterword {verb}" in (command.epilog or "")
