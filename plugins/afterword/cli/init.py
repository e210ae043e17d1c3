"""`afterword init`: a journal of one's own, ready to be written in."""

from __future__ import annotations

import os
import shlex
import sys
from datetime import datetime
from pathlib import Path

import click

from afterword.cli.changes import diff_of
from afterword.cli.publishing.workflow import WORKFLOW, write_workflow
from afterword.cli.starting.beginning import Plan, is_new_vault, own_plan, plan_into
from afterword.cli.starting.surroundings import (
    begin_repository,
    has_git,
    repository_of,
    warnings_about,
)
from afterword.cli.starting.vault_files import vault_of
from afterword.errors import ConfigurationError, OutputError
from afterword.options import Options, choose_today
from afterword.vocabulary.wording import counted, listed
from afterword.writing.changing import UNDO, apply
from afterword.writing.starting.new_journal import IGNORED, Laid, lay

_USUAL = "interviews"
_ABOUT_SITE = "whatever publishes this site publishes your journal with it. afterword publish seals both; mkdocs gh-deploy is refused while there are entries."
_FOR_OBSIDIAN = "For Obsidian: --editor obsidian adds a template, a table of interviews, and types of properties."
_ADD_FOR_OBSIDIAN = "Add a template, a table of interviews and types of properties for Obsidian?"
_EPILOG = """\b
Examples:
  afterword init                        a new folder, interviews
  afterword init --here                 in this folder
  afterword init --into ~/my-site       in a folder of a site that you have
  afterword init --into ~/vault Jobs    in the folder Jobs of an Obsidian vault
"""


@click.command(epilog=_EPILOG)
@click.argument("folder", required=False)
@click.option("--here", is_flag=True, help="Begin it in the folder that you are in.")
@click.option(
    "--into",
    type=click.Path(path_type=Path, exists=True),
    metavar="PLACE",
    help="Keep it in FOLDER of this MkDocs site (its folder or its mkdocs.yml) or Obsidian vault.",
)
@click.option(
    "--workflow", is_flag=True, help="Let a private repository on GitHub publish after each push."
)
@click.option(
    "--editor",
    type=click.Choice(["obsidian"]),
    help="Add a template, a table of interviews and types of properties for Obsidian.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be made, and make nothing.")
def init(
    folder: str | None,
    into: Path | None,
    *,
    here: bool,
    workflow: bool,
    editor: str | None,
    dry_run: bool,
) -> None:
    """Begin a journal of your own in FOLDER, which is new or empty, or add what one lacks.

    Nothing that is there is written over, nothing is committed, and nothing leaves this machine.
    """  # fmt: skip
    try:
        plan = _plan(folder, into, here=here)
        plan = _for_obsidian(plan, is_asked=editor is not None, dry_run=dry_run)
        _show(plan, dry_run=dry_run, workflow=workflow)
        if not dry_run:
            _make(plan, workflow=workflow)
    except OSError as error:
        named = error.filename or "The folder"
        raise OutputError(f"{named} could not be used: {error.strerror}.") from error


def _show(plan: Plan, *, dry_run: bool, workflow: bool) -> None:
    """The change of a file that is there, and in a dry run what else would be."""
    for change in plan.changes:
        click.echo(diff_of(change, plan.root))
    for sentence in plan.vault.told:
        click.echo(sentence, err=True)
    if dry_run:
        paths = [plan.root / name for name in plan.files]
        for path in [*paths, *([_workflow_of(plan)] if workflow else [])]:
            click.echo(f"{path}  {'is there, and stays' if path.exists() else 'new'}")
        click.echo("Nothing was made.", err=True)


def _make(plan: Plan, *, workflow: bool) -> None:
    """Make the files, then change the one that makes them a journal, and say what to do next."""
    laid = lay(plan.root, plan.files)
    if plan.changes:
        apply(plan.changes, plan.root / UNDO)
    _tell_made(plan, laid)
    _with_repository(plan)
    about_site = [_ABOUT_SITE] if plan.change else []
    for warning in (*about_site, *warnings_about(plan.root)):
        click.echo(f"Mind: {warning}", err=True)
    _tell_next(plan)
    if workflow:
        _with_workflow(plan)
    if not sys.stdout.isatty() and not plan.changes:
        click.echo(str(plan.root))


def _plan(folder: str | None, into: Path | None, *, here: bool) -> Plan:
    clock = datetime.now().astimezone().date()
    day = choose_today(None, Options(), os.environ, clock)
    if here and (folder or into):
        raise ConfigurationError("--here is the folder that you are in. Leave the other one out.")
    if here and is_new_vault(Path()):
        return plan_into(Path(), day, folder)
    if into:
        return plan_into(into, day, folder)
    return own_plan(Path() if here else Path(folder or _USUAL).expanduser(), day, here=here)


def _for_obsidian(plan: Plan, *, is_asked: bool, dry_run: bool) -> Plan:
    """The plan with what Obsidian is given, where that was asked for, or the journal lies in a vault and its writer says yes."""
    vault = vault_of(plan.journal, plan.root)
    if is_asked:
        return plan.with_vault(vault or plan.root)
    if vault is None or dry_run or not (more := plan.with_vault(vault)).lacks_for_vault:
        return plan
    if not sys.stdin.isatty():
        click.echo(_FOR_OBSIDIAN, err=True)
        return plan
    return more if click.confirm(_ADD_FOR_OBSIDIAN, default=True, err=True) else plan


def _tell_made(plan: Plan, laid: Laid) -> None:
    """What is new, and what was there."""
    place = plan.root if plan.is_own else plan.journal
    where = "This folder" if place == Path() else str(place)
    if not laid.new and not plan.changes:
        click.echo(f"{where} has all that a journal needs; nothing was changed.", err=True)
        return
    click.echo(f"{where} is your journal: {counted(len(laid.new), 'new file')}.", err=True)
    if laid.left:
        click.echo(f"Left as it was: {listed(laid.left)}.", err=True)
    if missing := _not_ignored(plan, laid):
        click.echo(
            f"Add to {plan.root / IGNORED}, so that the built site is never committed: {' and '.join(missing)}",
            err=True,
        )
    for change in plan.changes:
        click.echo(
            f"{change.path} has the lines above; everything else in it is as it was.", err=True
        )


def _not_ignored(plan: Plan, laid: Laid) -> list[str]:
    """The lines that a .gitignore which was there lacks."""
    if IGNORED not in laid.left:
        return []
    theirs = (plan.root / IGNORED).read_text(encoding="utf-8", errors="replace").splitlines()
    known = {line.strip().strip("/") for line in theirs}
    wanted = [line for line in plan.files[IGNORED].splitlines() if line.startswith("/")]
    return [line for line in wanted if line.strip("/") not in known]


def _with_repository(plan: Plan) -> None:
    """A repository for a journal of its own, where git is there and none is around it."""
    if plan.is_own and repository_of(plan.root) is None:
        if begin_repository(plan.root):
            click.echo("It is a git repository of its own; nothing is committed yet.", err=True)
        elif not has_git():
            click.echo(
                "git is not installed. The journal needs none; only publishing does.", err=True
            )


def _with_workflow(plan: Plan) -> None:
    if (path := _workflow_of(plan)).exists():
        click.echo(f"Left as it was: {path}.", err=True)
    else:
        click.echo(write_workflow(plan.config.resolve()), err=True)


def _workflow_of(plan: Plan) -> Path:
    """Where the workflow goes: to the top of the repository."""
    return (repository_of(plan.root) or plan.root) / WORKFLOW


def _tell_next(plan: Plan) -> None:
    """What to type next."""
    folder = str(plan.root)
    quoted = f'"{folder}"' if os.name == "nt" else shlex.quote(folder)
    lines = [] if plan.root.resolve() == Path.cwd() else [f"  cd {quoted}"]
    lines += [
        "  afterword new COMPANY    begin an entry; a line that went well and one that went badly are enough",
        "  mkdocs serve             look at it, at http://127.0.0.1:8000/",
        "  afterword due            what you owe, and when",
        "  afterword publish        so that only you can read it; --help first",
    ]
    click.echo("\n".join(["Next:", *lines]), err=True)
