"""New passphrases are shown once, and hold only when all of them have been shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from afterword.errors import VaultError
from afterword.vault.readers.file import replacing_readers
from afterword.vault.readers.readers import FIRST, PROFILES, Readers

_UNCHANGED = "Nothing is changed: the passphrases that you had hold, and new ones that you may see above do not."


def show_and_put_in_place(path: Path, readers: Readers, lines: Iterable[str]) -> None:
    """Print the lines, and only then let the readers hold. Raises VaultError where they could not be printed.

    Whatever stops it in between leaves the earlier passphrases as they were: none is ever lost.
    """
    with replacing_readers(path, readers):
        try:
            for line in lines:
                click.echo(line)
        except OSError as error:
            raise VaultError(
                f"The new passphrases could not be written out: {error.strerror}. {_UNCHANGED}"
            ) from error
        except (KeyboardInterrupt, click.Abort):
            raise VaultError(f"Stopped. {_UNCHANGED}") from None


def handed_on(passphrases: Mapping[str, str]) -> list[str]:
    """A line for each of the others: their name, a colon, and the passphrase that they are to get."""
    return [f"{name}: {one}" for name, one in passphrases.items() if name != FIRST]


def say_whose(readers: Readers, passphrases: Mapping[str, str]) -> None:
    """Say who gets another passphrase, and what each of them opens with it."""
    named = [
        f"{name} ({profile})" for name, profile in readers.profiles.items() if name in passphrases
    ]
    if named:
        click.echo(
            f"Hand on each new passphrase, in private, and not by the way you share the address: {', '.join(named)}.",
            err=True,
        )


def profiles_to_publish(readers: Readers) -> str:
    """Which profiles are published or have readers, yours among them: each has to be published anew after a change."""
    known = {PROFILES[0], *readers.profiles.values(), *readers.publishes}
    return ", ".join(profile for profile in PROFILES if profile in known)
