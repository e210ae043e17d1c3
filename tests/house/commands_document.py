"""docs/commands.md from the commands themselves: `python -m tests.house.commands_document > docs/commands.md`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from afterword.cli.main import main

_BEGINS = """# The commands

What `afterword COMMAND --help` says, made from the commands; a test holds it to them. Results go to standard output, everything else to standard
error. The status is 0 when all is well, 1 when there is something to look at, 2 when the command could not run.
"""


def document() -> str:
    """The whole document."""
    context = click.Context(main, info_name="afterword", **main.context_settings)
    return "\n".join([_BEGINS, *_commands(main, context)])


def _commands(group: click.Group, context: click.Context) -> Iterator[str]:
    """A section for each command of a group, and for those of a group in it."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inside = click.Context(command, info_name=name, parent=context, terminal_width=100, max_content_width=100)  # fmt: skip
        yield f"## {inside.command_path}\n\n```text\n{command.get_help(inside)}\n```\n"
        if isinstance(command, click.Group):
            yield from _commands(command, inside)


if __name__ == "__main__":
    click.echo(document(), nl=False)
