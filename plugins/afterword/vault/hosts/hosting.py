"""Whether a host really keeps a site from strangers. Whatever cannot be made sure of counts as public."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from afterword.errors import VaultError
from afterword.vault.hosts.fetching import Answer, fetched

_REPOSITORY = re.compile(
    r"(?:https://(?:[^/@\s]+@)?|ssh://git@|git@)github\.com[:/](?P<name>[\w.-]+/[\w.-]+?)(?:\.git)?/?"
)
_DENIED = frozenset({401, 403, 404})
_SECONDS = 10


Ask = Callable[[str], Answer]


def require_private(url: str, *, api: Ask, anonymous: Ask) -> None:
    """Raise VaultError unless GitHub says that the site is not public, and a stranger's request is denied.

    `api` asks GitHub's API for a path as the user, `anonymous` asks any address as nobody.
    """
    found = _REPOSITORY.fullmatch(url)
    if found is None:
        raise _refused("the remote is not on GitHub, so nobody can say who may read it")
    answer = api(f"/repos/{found['name']}/pages")
    if answer.status != 200:
        raise _refused(f"GitHub did not say who may read the site (status {answer.status})")
    said = _read(answer.content)
    if said.get("public") is not False:
        raise _refused("GitHub does not say that the site is private")
    page = str(said.get("html_url", ""))
    if not page.startswith("https://"):
        raise _refused("GitHub does not say where the site is")
    if not _denies(anonymous(page)):
        raise _refused("a request without any name was not turned away")


def _read(content: bytes) -> Mapping[str, object]:
    try:
        said = json.loads(content)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _denies(answer: Answer) -> bool:
    """Turned away, or sent to GitHub to say who they are."""
    to = urlsplit(answer.location)
    is_sent_away = 300 <= answer.status < 400 and (to.scheme, to.netloc) == ("https", "github.com")
    return answer.status in _DENIED or is_sent_away


def _refused(reason: str) -> VaultError:
    return VaultError(
        f"Nothing was published: {reason}. A plain site would be open to everybody. Publish without --plain."
    )


def with_token(token: str, *, api: str = "https://api.github.com") -> Ask:
    """Asks GitHub with a token."""
    headers = {"Authorization": f"Bearer {token}", "Accept": "application/vnd.github+json"}
    return lambda path: fetched(f"{api}{path}", headers)


def with_program(program: str = "gh") -> Ask:
    """Asks GitHub through its own program, which knows who the user is."""

    def ask(path: str) -> Answer:
        try:
            said = subprocess.run(  # noqa: S603  gh, with a path of ours
                [program, "api", path],
                capture_output=True,
                check=False,
                timeout=_SECONDS,
            )
        except (OSError, subprocess.TimeoutExpired):
            return Answer(0)
        return Answer(200 if said.returncode == 0 else 0, said.stdout)

    return ask
