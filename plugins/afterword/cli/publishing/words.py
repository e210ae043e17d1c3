"""What a publish says while it runs and when it is done: a log that others may read hears no name."""

from __future__ import annotations

from pathlib import Path

import click

from afterword.audience.audience import Profile
from afterword.cli.publishing.steps import Published
from afterword.vault.pushing.places import Place
from afterword.vault.readers.publishes import Publish, without_credentials


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


def say_done(done: Published, *, names_shown: bool, profile: Profile) -> None:
    """Say in figures what was sealed, that nothing of it can be read, and whom its readers will read about."""
    say(f"{done.files} files are sealed into {done.size / 2**20:.0f} MiB.")
    if profile is Profile.FULL:
        say(
            f"Of {done.words} names and titles none can be found in them; in the plain site the same look finds {done.seen}."
        )
        _say_names(done, names_shown=names_shown)
        return
    say(f"From outside nothing can be read: of {done.words} names and titles none is found.")
    if profile is Profile.COACH:
        say(
            "Whoever has its passphrase reads about no company, and about nobody whom your entries list or greet by name. "
            "A name that only stands in a sentence of yours is read as any other word: list it under private."
        )
    else:
        say("Whoever has its passphrase reads the names of companies, and nobody's.")


def say_moved(before: Publish | None, now: Place, *, profile: Profile) -> None:
    """Say that a profile goes somewhere else from now on, and that what it left behind is still there."""
    there = without_credentials(now.url), now.branch
    if before is None or (before.remote, before.branch) == there:
        return
    old = Place(url=before.remote, branch=before.branch)
    say(
        f"From now on the profile {profile} goes to {now}. What was published to {old} is still there, and opens as it did: "
        "delete that branch if you do not want it."
    )


def _say_names(done: Published, *, names_shown: bool) -> None:
    if names_shown:
        named = ", ".join((*done.companies, *done.people)) or "nobody by name"
        say(f"Whoever has a passphrase reads about: {named}.")
    else:
        companies = _counted(len(done.companies), "company", "companies")
        people = _counted(len(done.people), "person", "people")
        say(f"Whoever has a passphrase reads about {companies} and {people}.")


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
