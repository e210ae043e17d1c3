"""docs/commands.md says what the commands do, and every command has an example."""

from __future__ import annotations

import re

import click
import pytest
from tests.end_to_end.projects import ROOT
from tests.house.commands_document import document

from afterword.cli.main import VERBS, main


def test_the_document_is_what_the_commands_say() -> None:
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert written == document(), (
        "make it anew: python -m tests.house.commands_document > docs/commands.md"
    )


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_shows_an_example_of_itself(verb: str) -> None:
    command = main.get_command(click.Context(main), verb)
    assert command is not None
    assert f"afterword {verb}" in (command.epilog or "")


def test_every_command_that_a_document_shows_is_one_with_these_options() -> None:
    """The lines of the documents that begin with a command, but for what stands in capitals or quotes."""
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for line in path.read_text(encoding="utf-8").splitlines():
            if path.name == "commands.md" or not (
                found := re.match(r"(?:\$ )?afterword ([a-z]+)(.*)", line)
            ):
                continue
            command = main.get_command(click.Context(main), found[1])
            assert command is not None, (path.name, line)
            told = found[2].partition("  #")[0]
            known = {name for one in command.params for name in one.opts}
            if isinstance(command, click.Group):
                continue
            assert set(re.findall(r"(?<=\s)--[a-z-]+", told)) <= known, (path.name, line)
