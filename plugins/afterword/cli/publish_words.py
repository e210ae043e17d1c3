"""What a publish says while it runs and when it is done: a log that others may read hears no name."""

from __future__ import annotations

from pathlib import Path

import click

from afterword.analysis.names import Names
from afterword.cli.publishing import Published
from afterword.vault.places import Place


def say(sentence: str) -> None:
    """Say a sentence where it does not mix with results."""
    click.echo(sentence, err=True)


def say_step(name: str) -> None:
    """Say what begins. Sealing has a bar that says so itself, and what is done is said in figures."""
    if name not in {"Sealing", "Done"}:
        say(f"{name} ...")


def say_where(place: Place | Path | None, *, is_trial: bool) -> None:
    """Say where all of it goes."""
    if place is None:
        say("No place is named yet, and a dry run needs none. Later, name one with --to.")
    else:
        say(f"This would go to {place}." if is_trial else f"This goes to {place}.")


def say_done(done: Published, *, names_shown: bool) -> None:
    """Say in figures what was sealed, that nothing of it can be read, and whom its readers will read about."""
    say(f"{done.files} files are sealed into {done.size / 2**20:.0f} MiB.")
    say(
        f"Of {done.words} names and titles none can be found in them; in the plain site the same look finds {done.seen}."
    )
    _say_names(done.names, names_shown=names_shown)


def _say_names(found: Names, *, names_shown: bool) -> None:
    if names_shown:
        named = ", ".join((*found.companies, *found.people)) or "nobody by name"
        say(f"Whoever has a passphrase reads about: {named}.")
    else:
        companies = _counted(len(found.companies), "company", "companies")
        people = _counted(len(found.people), "person", "people")
        say(f"Whoever has a passphrase reads about {companies} and {people}.")


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
