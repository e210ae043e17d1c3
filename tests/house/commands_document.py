"""The pages of the commands from the commands themselves: `python -m tests.house.commands_document` writes them into docs/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
from tests.end_to_end.projects import ROOT

from afterword.cli.main import VERBS, main

_BEGINS = """# The commands

Made from what `afterword COMMAND --help` says, as each page behind a command is; a test holds them to it. `-h` is short for `--help`.

Results go to standard output, everything else to standard error. The status is 0 when all is well, 1 when there is something to look at, 2 when the
command could not run."""
# The headings of the overview, each before the verb with which it begins.
_HEADINGS = {"init": "Begin and write", "check": "Look at it", "publish": "Publish privately"}
# Where the documents say more.
_MORE = {
    "init": ("start/index.md", "how to begin, on each system"),
    "new": ("format.md", "what an entry may say"),
    "log": ("clock.md", "what there is to tick off, and when"),
    "import": ("moving.md", "what comes along, and what does not"),
    "check": ("format.md#problems", "what is an error, a warning and a hint"),
    "due": ("clock.md", "every rule, with its reason"),
    "commitments": ("recipes.md#a-weekly-look-back", "a weekly look back"),
    "review": ("recipes.md#a-weekly-look-back", "a weekly look back"),
    "export": ("format.md#export", "what the document holds"),
    "schema": ("editors.md", "your editor"),
    "publish": ("privacy.md", "what is protected, and what is not"),
    "readers": ("recipes.md#work-with-a-coach", "working with a coach"),
    "passphrase": ("privacy.md#change-a-passphrase", "what a change does"),
    "verify": ("privacy.md#what-it-does-not-protect-against", "what it can and cannot see"),
    "seal": ("privacy.md#what-it-is-made-of", "what it is made of"),
    "open": ("faq.md#privacy", "questions and answers"),
}


def documents() -> dict[str, str]:
    """The overview and a page for each verb, by their paths in docs/."""
    context = click.Context(main, info_name="afterword", **main.context_settings)
    commands = {name: _command(main, name, context) for name in VERBS}
    pages = {
        f"commands/{name}.md": "\n".join(_page(name, command, context))
        for name, command in commands.items()
    }
    return {"commands.md": "\n".join(_overview(commands)), **pages}


def _overview(commands: dict[str, click.Command]) -> Iterator[str]:
    """What each command is for, in one line."""
    yield _BEGINS
    for name, command in commands.items():
        if name in _HEADINGS:
            yield f"\n## {_HEADINGS[name]}\n"
        yield f"- [`afterword {name}`](commands/{name}.md): {_paragraphs(command)[0]}"
    yield ""


def _page(name: str, command: click.Command, above: click.Context) -> Iterator[str]:
    """A verb, and those in it where it is a group."""
    yield f"# afterword {name}\n"
    yield from _section(name, command, above)
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name, parent=above)
        for inner in command.list_commands(context):
            yield f"## afterword {name} {inner}\n"
            yield from _section(inner, _command(command, inner, context), context)
    path, words = _MORE.get(name, ("index.md", "all documents"))
    yield f"More: [{words}](../{path}). All [commands](../commands.md).\n"


def _section(name: str, command: click.Command, above: click.Context) -> Iterator[str]:
    """What a command does, how it is typed, its options and examples."""
    context = click.Context(command, info_name=name, parent=above)
    yield from (f"{paragraph}\n" for paragraph in _paragraphs(command))
    pieces = " ".join(command.collect_usage_pieces(context))
    yield f"```text\n{context.command_path} {pieces}\n```\n"
    records = [one.get_help_record(context) for one in command.params]
    if told := [record for record in records if record and record[1]]:
        yield "\n".join(f"- `{names}`: {_in_markdown(words)}" for names, words in told) + "\n"
    yield from _examples(command.epilog or "")


def _examples(epilog: str) -> Iterator[str]:
    """What stands below the options in a terminal: commands are a block, with what is said of one behind it as a comment."""
    lines = [line.strip("\b") for line in epilog.splitlines()]
    typed = [line.strip() for line in lines if line.startswith(" ")]
    said = [line for line in lines if line and not line.startswith(" ") and line != "Examples:"]
    if said:
        yield " ".join(said) + "\n"
    if typed:
        shown = "\n".join(re.sub(r"(?<=\S)( {2,})(?=\w)", r"\1# ", line) for line in typed)
        yield f"```sh\n{shown}\n```\n"


def _paragraphs(command: click.Command) -> list[str]:
    """What a command says of itself."""
    text = (command.help or "").partition("\f")[0]
    return [_in_markdown(" ".join(one.split())) for one in text.strip().split("\n\n")]


def _in_markdown(words: str) -> str:
    """Words of a terminal with their options and files as code, so that no mark of them is taken for Markdown's."""
    words = words.replace("<", "&lt;").replace("*", "\\*")
    return re.sub(r"(?<![\w`/-])(--[a-z][a-z-]*|[\w-]+\.(?:yml|json|md))(?![\w`])", r"`\1`", words)


def _command(group: click.Group, name: str, context: click.Context) -> click.Command:
    """A command of a group that has it."""
    command = group.get_command(context, name)
    assert command is not None
    return command


def write(folder: Path) -> None:
    """Write every page."""
    for path, text in documents().items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(ROOT / "docs")
