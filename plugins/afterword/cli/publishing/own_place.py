"""Which place a profile is published to: the one that is named, else the one where it went last."""

from __future__ import annotations

from pathlib import Path

from afterword.audience.audience import Profile
from afterword.cli.publishing.doubts import profiles_at
from afterword.errors import VaultError
from afterword.vault.pushing.places import NowhereError, Place, find_place, find_remembered
from afterword.vault.readers.file import read_readers, write_readers
from afterword.vault.readers.publishes import Publish, kept
from afterword.vault.readers.readers import FILE, Readers, with_publish, without_publish

USUAL_REMOTE = "origin"
USUAL_BRANCH = "gh-pages"


def own_place(
    remote: str | None,
    branch: str | None,
    *,
    profile: Profile,
    last: Publish | None,
    project: Path,
    is_trial: bool,
) -> Place | None:
    """Where to; None where somebody only tries it, who needs no place yet.

    Raises VaultError where a profile has had no place and none is named: the usual one is the whole site's.
    """
    if remote is None and last is not None:
        return find_remembered(last.remote, branch or last.branch, project=project)
    if remote is None and branch is None and profile is not Profile.FULL:
        if is_trial:
            return None
        raise VaultError(
            f"The profile {profile} wants a place of its own, and has not been published yet. Name one with --to or --branch."
        )
    try:
        return find_place(
            remote or USUAL_REMOTE,
            branch or USUAL_BRANCH,
            project=project,
            start=Path.cwd(),
        )
    except NowhereError:
        if is_trial and remote is None:
            return None
        raise


def require_memorable(place: Place, entries: int, files: int) -> Publish:
    """What will be remembered of a publish. Raises VaultError for a place that could not be."""
    return kept(Publish(remote=place.url, branch=place.branch, entries=entries, files=files))


def remember(
    project: Path, place: Place, publish: Publish, *, profile: Profile, key: bytes
) -> bool:
    """Note in the readers' file where a profile lies now, and that no other one does; whether that changed the file.

    Raises VaultError where that does not work, when everything is published already.
    """
    path = project / FILE
    try:
        found = read_readers(path)
        if found is None:
            raise VaultError(f"{FILE} is gone.")
        noted = _noted(found, place, publish, profile, key)
        if noted == found:
            return False
        write_readers(path, noted)
    except VaultError as error:
        raise VaultError(
            f"It is published; only where it went could not be noted in {FILE}, and the next publish will ask. {error}"
        ) from error
    return True


def _noted(
    readers: Readers, place: Place, publish: Publish, profile: Profile, key: bytes
) -> Readers:
    for other in profiles_at(place, readers):
        if other != profile:
            readers = without_publish(readers, other, key=key)
    return with_publish(readers, profile, publish, key=key)
