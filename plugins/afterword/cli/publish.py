"""`afterword publish`: the journal's site, sealed, as the one commit of a branch that a host shows to everybody."""

from __future__ import annotations

import os
import signal
import sys
import webbrowser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from afterword.analysis.names import Names
from afterword.cli.asking import asked_passphrase, passphrase_options
from afterword.cli.configuration import find_configuration_file
from afterword.cli.overview import overview, overview_lines
from afterword.cli.preview import look
from afterword.cli.publishing import Look, Order, publish_plain, publish_sealed
from afterword.cli.workflow import write_workflow
from afterword.errors import VaultError
from afterword.model import Journal
from afterword.pages.audience import Audience, Profile
from afterword.vault.fetching import fetched
from afterword.vault.folders import require_room
from afterword.vault.hosting import Ask, require_private, with_program, with_token
from afterword.vault.pushing import NowhereError, Place, find_place, require_ours
from afterword.vault.readers import FILE
from afterword.vault.scratch import scratch_folder

_USUAL = "origin"


@click.command()
@click.option(
    "--to",
    "remote",
    default=_USUAL,
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
    help="For whom: everything; themes, reflections and follow-ups without names; or a dated proof of the search.",
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
    is_trial = choices["dry_run"] and not choices["plain"]
    place = None if folder else _place(remote, branch, found.parent, is_trial=is_trial)
    _require_sense(place, folder, found.parent, is_plain=choices["plain"])
    with _ending_in_order(), scratch_folder(found.parent, told=_say) as scratch:
        if place:
            require_ours(place, folder=scratch / "look", sealed=not choices["plain"])
        order = Order(
            config=found,
            scratch=scratch,
            place=None if choices["dry_run"] else place,
            folder=None if choices["dry_run"] else folder,
            own_phrase=choices["own_phrase"],
            names_shown=choices["show_names"] or sys.stderr.isatty(),
            audience=audience,
            look=_look(audience, named=choices["show_names"]) if choices["dry_run"] else None,
        )
        _say_where(place or folder, is_dry=choices["dry_run"])
        if choices["plain"]:
            _say(f"{publish_plain(order, told=_step)} files, not sealed.")
        else:
            _publish_sealed(order, passphrase_file)
    _say("Nothing was pushed: this was a dry run." if choices["dry_run"] else "Published.")


def _place(remote: str, branch: str, project: Path, *, is_trial: bool) -> Place | None:
    """Where to. Somebody who only tries it needs no place yet."""
    try:
        return find_place(remote, branch, project=project)
    except NowhereError:
        if is_trial and remote == _USUAL:
            return None
        raise


def _require_sense(
    place: Place | None, folder: Path | None, project: Path, *, is_plain: bool
) -> None:
    """Raise VaultError for what cannot be meant, before anything is asked or built."""
    if folder and is_plain:
        raise VaultError(
            "A plain site is only pushed, never put into a folder: there, mkdocs build does the same."
        )
    if folder:
        require_room(folder)
        if not (project / FILE).exists():
            raise VaultError(
                f"There is no {FILE} yet. Publish once from your own machine, and commit that file."
            )
    if place and is_plain:
        require_private(place.url, api=_api(), anonymous=fetched)


def _look(audience: Audience, *, named: bool) -> Look | None:
    """Before a profile goes out for the first time: what is taken out of it, and how its readers will see it."""
    if audience.profile is Profile.FULL:
        return None
    at_terminal = sys.stderr.isatty() and sys.stdin.isatty()

    def shown(whole: Journal, audience: Audience, files: Mapping[str, bytes]) -> None:
        for line in overview_lines(overview(whole, audience), named=named or at_terminal):
            _say(line)
        if at_terminal:
            look(files, opened=webbrowser.open, told=_say, finished=sys.stdin.readline)

    return shown


def _say_where(place: Place | Path | None, *, is_dry: bool) -> None:
    if place is None:
        _say("No place is named yet, and a dry run needs none. Later, name one with --to.")
    else:
        _say(f"This would go to {place}." if is_dry else f"This goes to {place}.")


def _audience(choices: Mapping[str, Any]) -> Audience:
    """For whom the site is built. Raises VaultError for days without a report, and for a profile without a seal."""
    profile = Profile(choices["profile"])
    days = [choices[name].date() if choices[name] else None for name in ("first", "last")]
    if any(days) and profile is not Profile.REPORT:
        raise VaultError("--from and --until belong to --profile report.")
    if choices["plain"] and profile is not Profile.FULL:
        raise VaultError("A profile is only published sealed: leave out --plain.")
    return Audience(profile=profile, first=days[0], last=days[1])


def _publish_sealed(order: Order, passphrase_file: Path | None) -> None:
    file = order.config.parent / FILE
    is_first = not file.exists()
    phrase = asked_passphrase(passphrase_file, confirm=is_first)
    try:
        done = publish_sealed(order, phrase, told=_step)
    finally:
        # It is there whether the push went through or not.
        if is_first and file.exists():
            _say(
                f"{FILE} is new. Commit it to your private repository: with it, open browsers follow the next publish."
            )
    _say(f"{done.files} files are sealed into {done.size / 2**20:.0f} MiB.")
    _say(
        f"Of {done.words} names and titles none can be found in them; in the plain site the same look finds {done.seen}."
    )
    _say_names(done.names, shown=order.names_shown)


def _say_names(found: Names, *, shown: bool) -> None:
    """Whom the readers will read about; a log of a workflow only hears how many."""
    if shown:
        named = ", ".join((*found.companies, *found.people)) or "nobody by name"
        _say(f"Whoever has a passphrase reads about: {named}.")
    else:
        companies = _counted(len(found.companies), "company", "companies")
        people = _counted(len(found.people), "person", "people")
        _say(f"Whoever has a passphrase reads about {companies} and {people}.")


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _api() -> Ask:
    token = os.environ.get("GH_TOKEN") or os.environ.get("GITHUB_TOKEN")
    return with_token(token) if token else with_program()


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """When it is told to end, or its terminal is closed, it removes what lies readable before it does."""
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {getattr(signal, name): signal.signal(getattr(signal, name), _end) for name in names}
    try:
        yield
    except (KeyboardInterrupt, click.Abort):
        raise VaultError(
            "Stopped, and nothing readable is left. If it was publishing already, publish again to be sure."
        ) from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _frame: object) -> None:
    sys.exit(128 + number)


def _step(name: str) -> None:
    """Say what begins. Sealing has a bar that says so itself, and what is done is said in figures."""
    if name not in {"Sealing", "Done"}:
        click.echo(f"{name} ...", err=True)


def _say(sentence: str) -> None:
    click.echo(sentence, err=True)
