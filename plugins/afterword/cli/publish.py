"""`afterword publish`: the journal's site, sealed, as the one commit of a branch that a host shows to everybody."""

from __future__ import annotations

import os
import sys
import webbrowser
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import click

from afterword.audience.audience import Audience, Profile
from afterword.cli.project.configuration import find_configuration, find_configuration_file
from afterword.cli.project.typed import days_between, today_for
from afterword.cli.proving.overview import overview, overview_lines
from afterword.cli.publishing.between import close_to_others
from afterword.cli.publishing.doubts import nobody_asked
from afterword.cli.publishing.ending import ending_in_order, told_in_a_sentence
from afterword.cli.publishing.lock import Lock, only_publish
from afterword.cli.publishing.own_place import own_place
from afterword.cli.publishing.preview import look
from afterword.cli.publishing.steps import Order, Preview, publish_plain, publish_sealed
from afterword.cli.publishing.subject import room_wanted
from afterword.cli.publishing.words import say, say_done, say_moved, say_step, say_where
from afterword.cli.publishing.workflow import write_workflow
from afterword.cli.secrets.asking import (
    asked_passphrase,
    own_phrase_option,
    passphrase_options,
    require_askable,
)
from afterword.cli.secrets.handing_on import handed_on
from afterword.cli.terminal import COMMAND
from afterword.errors import VaultError
from afterword.model import Journal
from afterword.vault.folders import require_room
from afterword.vault.hosts.fetching import fetched
from afterword.vault.hosts.hosting import Ask, require_private, with_program, with_token
from afterword.vault.pushing.places import Place
from afterword.vault.readers.file import read_readers
from afterword.vault.readers.readers import FILE
from afterword.vault.scratch import scratch_folder, usual_bases

_EPILOG = """\b
Examples:
  afterword publish --dry-run
  afterword publish --to git@github.com:me/interviews-site.git
  afterword publish --profile coach --dry-run
"""


@click.command(epilog=_EPILOG)
@click.option(
    "--to",
    "remote",
    metavar="REMOTE",
    help="A remote of this repository, or a URL: without it, where this profile went last, or origin.",
)
@click.option(
    "--branch",
    help="The branch that the host shows, gh-pages unless this profile went to another last. All of it is replaced.",
)
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    help="Put the sealed folder here instead of pushing it.",
)
@click.option("--dry-run", is_flag=True, help="Do everything but the last step.")
@click.option(
    "--plain",
    is_flag=True,
    help="Without sealing: only where GitHub keeps the site from strangers.",
)
@click.option(
    "--workflow", is_flag=True, help="Write the workflow for a private repository, and stop."
)
@click.option(
    "--profile",
    type=click.Choice([one.value for one in Profile]),
    default=Profile.FULL.value,
    show_default=True,
    help="For whom: everything; themes, reflections and follow-ups without names; or a dated proof of the search.",
)
@click.option("--from", "first", metavar="DAY", help="A report's first day, such as 2026-11-01.")
@click.option("--until", "last", metavar="DAY", help="A report's last day, such as today.")
@click.option(
    "--fewer", is_flag=True, help="Publish though most entries of the last time are gone."
)
@click.option(
    "--replace",
    is_flag=True,
    help="Publish over another profile's publish, or over one nobody knows.",
)
@own_phrase_option
@click.option("--show-names", is_flag=True, help="Name the companies and people that are in it.")
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this mkdocs.yml."
)
@passphrase_options
def publish(
    remote: str | None,
    branch: str | None,
    folder: Path | None,
    config: Path | None,
    passphrase_file: Path | None,
    **choices: Any,
) -> None:
    """Build the site, seal it, make sure that nothing of it can be read, and push it to a branch.

    Nothing is pushed on any doubt, and nothing readable is left on this machine.
    """
    is_command = click.get_current_context().obj == COMMAND
    handed = handed_on(is_command=is_command)
    if is_command:
        close_to_others()
    found = find_configuration_file(config, start=Path.cwd()).resolve()
    audience = _audience(choices, found)
    if choices["workflow"]:
        say(write_workflow(found))
        return
    names_shown = choices["show_names"] or sys.stderr.isatty()
    with ending_in_order(), told_in_a_sentence(names_shown=names_shown):
        place = None if folder else _place(remote, branch, found.parent, audience, choices)
        _require_sense(place, folder, found.parent, is_plain=choices["plain"])
        if not choices["plain"]:
            require_askable(passphrase_file, handed)
        say_where(place or folder, is_trial=choices["dry_run"])
        with only_publish(found.parent) as lock, _scratch(found, lock) as scratch:
            order = Order(
                config=found,
                scratch=scratch,
                place=place,
                folder=folder,
                is_trial=choices["dry_run"],
                own_phrase=choices["own_phrase"],
                names_shown=names_shown,
                audience=audience,
                fewer=choices["fewer"],
                replace=choices["replace"],
                preview=_preview(audience, named=choices["show_names"]),
                ask=_ask if sys.stdin.isatty() else nobody_asked,
            )
            if choices["plain"]:
                say(f"{publish_plain(order, told=say_step)} files, not sealed.")
            else:
                _publish_sealed(order, passphrase_file, handed)
    say("Nothing was pushed: this was a dry run." if choices["dry_run"] else "Published.")


def _scratch(config: Path, lock: Lock) -> AbstractContextManager[Path]:
    bases = usual_bases(os.environ, size=room_wanted(config), left=lock.left)
    return scratch_folder(config.parent, told=say, bases=bases, noted=lock.note)


def _place(
    remote: str | None,
    branch: str | None,
    project: Path,
    audience: Audience,
    choices: Mapping[str, Any],
) -> Place | None:
    known = None if choices["plain"] else read_readers(project / FILE)
    return own_place(
        remote,
        branch,
        profile=audience.profile,
        last=known.publishes.get(audience.profile) if known else None,
        project=project,
        is_trial=choices["dry_run"] and not choices["plain"],
    )


def _require_sense(
    place: Place | None, folder: Path | None, project: Path, *, is_plain: bool
) -> None:
    """Raise VaultError for what cannot be meant, before anything is asked or built."""
    if folder and is_plain:
        raise VaultError(
            "A plain site is only pushed, never put into a folder: there, mkdocs build does the same, or properdocs build. "
            "With plain: true among the options of afterword, that leaves out drafts as well."
        )
    if folder:
        require_room(folder)
        if not (project / FILE).exists():
            raise VaultError(
                f"There is no {FILE} yet. Publish once from your own machine, and commit that file."
            )
    if place and is_plain:
        require_private(place.url, api=_api(), anonymous=fetched)


def _audience(choices: Mapping[str, Any], config: Path) -> Audience:
    """For whom the site is built. Raises VaultError for days without a report, and for a profile without a seal."""
    profile = Profile(choices["profile"])
    typed = choices["first"], choices["last"]
    if any(typed) and profile is not Profile.REPORT:
        raise VaultError("--from and --until belong to --profile report.")
    if choices["plain"] and profile is not Profile.FULL:
        raise VaultError("A profile is only published sealed: leave out --plain.")
    if not any(typed):
        return Audience(profile=profile)
    known = find_configuration(config, None, start=config.parent)
    first, last = days_between(*typed, today_for(known, None), known.options.dates)
    return Audience(profile=profile, first=first, last=last)


def _publish_sealed(order: Order, passphrase_file: Path | None, handed: Mapping[str, str]) -> None:
    file = order.config.parent / FILE
    is_first = not file.exists()
    is_noted = False
    known = read_readers(file)
    before = known.publishes.get(order.audience.profile) if known else None

    def passphrase() -> str:
        return asked_passphrase(passphrase_file, confirm=is_first, environment=handed)

    try:
        done = publish_sealed(order, passphrase, told=say_step)
        is_noted = done.is_noted
    finally:
        # It is there whether the push went through or not.
        if is_first and file.exists():
            say(
                f"{FILE} is new. Commit it to your private repository: with it, open browsers follow the next publish."
            )
        elif is_noted:
            say(f"{FILE} knows now where this went, and how much it was. Commit it.")
    say_done(done, names_shown=order.names_shown, profile=order.audience.profile)
    if order.place and not order.is_trial:
        say_moved(before, order.place, profile=order.audience.profile)


def _preview(audience: Audience, *, named: bool) -> Preview | None:
    """Before a profile goes out for the first time: what is taken out of it, and how its readers will see it."""
    if audience.profile is Profile.FULL:
        return None
    at_terminal = sys.stderr.isatty() and sys.stdin.isatty()

    def shown(whole: Journal, audience: Audience, files: Mapping[str, bytes]) -> None:
        for line in overview_lines(overview(whole, audience), named=named or at_terminal):
            say(line)
        if at_terminal:
            look(files, opened=webbrowser.open, told=say, finished=sys.stdin.readline)

    return shown


def _ask(question: str) -> bool:
    return click.confirm(question, err=True)


def _api() -> Ask:
    token = os.environ.get("GH_TOKEN") or os.environ.get("GITHUB_TOKEN")
    return with_token(token) if token else with_program()
