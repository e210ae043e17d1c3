"""What a publish stops at before it builds anything: too little to replace the last one with, or a place that is another's."""

from __future__ import annotations

from collections.abc import Callable

from afterword.errors import VaultError
from afterword.vault.pushing.places import Place, same_place
from afterword.vault.pushing.push import Look
from afterword.vault.readers.readers import FILE, Readers
from afterword.vault.sealed.header import read_header

Ask = Callable[[str], bool]
# What stands where a profile would, for a site that is not sealed.
PLAIN = "plain"


def nobody_asked(_question: str) -> bool:
    """The answer where there is nobody to ask."""
    return False


def require_enough(entries: int, last: int, *, fewer: bool, ask: Ask) -> None:
    """Raise VaultError for a journal without entries, or with fewer than half of the `last` publish's, unless somebody says so.

    A folder that was not fetched looks like an empty journal, and would replace a whole one.
    """
    if fewer or (entries and entries * 2 >= last):
        return
    found = "no entries" if not entries else f"{entries} of the {last} entries that it had"
    said = f"This journal has {found if not last or entries else f'none of the {last} entries that it had'}"
    if not ask(f"{said} when it was last published. Publish it so?"):
        raise VaultError(
            f"{said}{' when it was last published' if last else ''}. Nothing was published: is each folder there, and docs_dir the right one? "
            "If it is meant, add --fewer."
        )


def require_own_place(
    place: Place, seen: Look, readers: Readers | None, *, profile: str, replace: bool, ask: Ask
) -> None:
    """Raise VaultError where another profile's publish lies in the place, or one that nobody knows, unless `replace` is said.

    A plain site of any other program's is never replaced without that, whoever is asked. A vault does not tell whom it is for, so only the readers' file knows.
    """
    if replace or not seen.commit:
        return
    if profile == PLAIN and not seen.is_ours:
        raise VaultError(
            f"The {place} holds a site that another program put there, and a publish replaces all of it. "
            "Nothing was published. Name another branch with --branch; if this one is to be replaced, add --replace."
        )
    here = profiles_at(place, readers)
    others = [one for one in here if one != profile]
    if others:
        raise VaultError(
            f"The {place} holds your publish for the profile {others[0]}, and its readers would find another one there. "
            "Nothing was published. Name another place with --to or --branch; if this one is to be replaced, add --replace."
        )
    if not seen.header or here:
        return
    said = f"The {place} holds a sealed site, and {_unknown(seen, readers)}"
    if not ask(f"{said}. Replace it?"):
        raise VaultError(
            f"{said}. Nothing was published. Name another place with --to or --branch; if this one is to be replaced, add --replace."
        )


def profiles_at(place: Place, readers: Readers | None) -> list[str]:
    """The profiles whose last publish went to this place."""
    publishes = readers.publishes if readers else {}
    here = (place.url, place.branch)
    return [name for name, one in publishes.items() if same_place((one.remote, one.branch), here)]


def _unknown(seen: Look, readers: Readers | None) -> str:
    try:
        salt = read_header(seen.header.encode()).header.salt
    except VaultError:
        salt = b""
    if readers and salt == readers.salt:
        return f"it is of this journal, but {FILE} does not say for which profile"
    return f"{FILE} knows nothing of it: it may be another journal's"
