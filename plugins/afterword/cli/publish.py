"""`afterword publish`: the journal's site, sealed, as the one commit of a branch that a host shows to everybody."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from afterword.analysis.names import Names
from afterword.cli.asking import asked_passphrase, passphrase_options
from afterword.cli.configuration import find_configuration_file
from afterword.cli.publishing import Order, publish_plain, publish_sealed
from afterword.cli.workflow import write_workflow
from afterword.errors import VaultError
from afterword.pages.audience import Audience, Profile
from afterword.vault.hosting import Ask, fetched, require_private, with_program, with_token
from afterword.vault.pushing import find_place
from afterword.vault.readers import FILE
from afterword.vault.scratch import scratch_folder

_TERMINATED = 143


@click.command()
@click.option(
    "--to",
    "remote",
    default="origin",
    show_default=True,
    metavar="REMOTE",
    help="A remote of this repository, or a URL.",
)
@click.option(
    "--branch",
    default="gh-pages",
    show_default=True,
    help="The branch that the host shows. All of it is replaced.",
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
    help="For whom: everything; themes, reflections and follow-ups with initials; or a dated proof of the search.",
)
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), help="A report's first day.")
@click.option("--until", "last", type=click.DateTime(["%Y-%m-%d"]), help="A report's last day.")
@click.option("--own-phrase", is_flag=True, help="Take a passphrase that was not made by chance.")
@click.option("--show-names", is_flag=True, help="Name the companies and people that are in it.")
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this mkdocs.yml."
)
@passphrase_options
def publish(
    remote: str,
    branch: str,
    folder: Path | None,
    config: Path | None,
    passphrase_file: Path | None,
    **choices: Any,
) -> None:
    """Build the site, seal it, make sure that nothing of it can be read, and push it to a branch.

    Nothing is pushed on any doubt, and nothing readable is left on this machine.
    """
    found = find_configuration_file(config, start=Path.cwd()).resolve()
    audience = _audience(choices)
    if choices["workflow"]:
        path = write_workflow(found.parent)
        _say(f"{path} is new. Its first lines say what it wants; read them, then commit it.")
        return
    place = None if folder else find_place(remote, branch, project=found.parent)
    if choices["plain"] and not place:
        raise VaultError(
            "A plain site is only pushed, never put into a folder: there, mkdocs build does the same."
        )
    if folder and not (found.parent / FILE).exists():
        raise VaultError(
            f"There is no {FILE} yet. Publish once from your own machine, and commit that file."
        )
    if choices["plain"] and place:
        require_private(place.url, api=_api(), anonymous=fetched)
    with _ending_in_order(), scratch_folder(found.parent, told=_say) as scratch:
        order = Order(
            config=found,
            scratch=scratch,
            place=None if choices["dry_run"] else place,
            folder=None if choices["dry_run"] else folder,
            own_phrase=choices["own_phrase"],
            audience=audience,
        )
        _say(f"This goes to {place or folder}.")
        if choices["plain"]:
            _say(f"{publish_plain(order, told=_step)} files, not sealed.")
        else:
            _publish_sealed(order, passphrase_file, show_names=choices["show_names"])
    _say("Nothing was pushed: this was a dry run." if choices["dry_run"] else "Published.")


def _audience(choices: Mapping[str, Any]) -> Audience:
    """For whom the site is built. Raises VaultError for days without a report, and for a profile without a seal."""
    profile = Profile(choices["profile"])
    days = [choices[name].date() if choices[name] else None for name in ("first", "last")]
    if any(days) and profile is not Profile.REPORT:
        raise VaultError("--from and --until belong to --profile report.")
    if choices["plain"] and profile is not Profile.FULL:
        raise VaultError("A profile is only published sealed: leave out --plain.")
    return Audience(profile=profile, first=days[0], last=days[1])


def _publish_sealed(order: Order, passphrase_file: Path | None, *, show_names: bool) -> None:
    is_first = not (order.config.parent / FILE).exists()
    phrase = asked_passphrase(passphrase_file, confirm=is_first)
    done = publish_sealed(order, phrase, told=_step)
    _say(f"{done.files} files are sealed into {done.size / 2**20:.0f} MiB.")
    _say(
        f"Of {done.words} names and titles none can be found in them; in the plain site the same look finds {done.seen}."
    )
    _say_names(done.names, shown=show_names or sys.stderr.isatty())
    if is_first and (order.place or order.folder):
        _say(
            f"{FILE} is new. Commit it to your private repository: with it, open browsers follow the next publish."
        )


def _say_names(found: Names, *, shown: bool) -> None:
    """Whom the readers will read about; a log of a workflow only hears how many."""
    if shown:
        _say(
            f"Whoever has a passphrase reads about: {', '.join((*found.companies, *found.people))}."
        )
    else:
        _say(
            f"Whoever has a passphrase reads about {len(found.companies)} companies and {len(found.people)} people."
        )


def _api() -> Ask:
    token = os.environ.get("GH_TOKEN") or os.environ.get("GITHUB_TOKEN")
    return with_token(token) if token else with_program()


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """When it is told to end, it removes what lies readable before it does."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _step(name: str) -> None:
    click.echo(f"{name} ...", err=True)


def _say(sentence: str) -> None:
    click.echo(sentence, err=True)
