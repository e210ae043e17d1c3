"""What the last publish of a profile was: where it went, and how much was in it."""

from __future__ import annotations

import re
from dataclasses import replace

from afterword.errors import VaultError
from afterword.frozen import dataclass

_LONGEST = 2_000
_MOST = 10**9
# A name before a host is a token as often as not; for SSH it is an account, and only what follows its colon is secret.
_NAMED = re.compile(r"(?<=://)[^/?#]*@")
_SECRET = re.compile(r"(?<=://)([^/?#:]*):[^/?#]*@")
_ASKED = re.compile(r"[?#].*", re.DOTALL)
_SHELL = {"ssh", "git+ssh", "ssh+git"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish:
    """Where it went, a remote's address without credentials and a branch, and how many entries and files were in it."""

    remote: str
    branch: str
    entries: int
    files: int


def without_credentials(remote: str) -> str:
    """A remote's address with nothing in it that would let anybody in: no password, no token, no query.

    https://me:token@host/site.git becomes https://host/site.git; an SSH account stays, its password does not.
    """
    kind, mark, _rest = remote.partition("://")
    if not mark or kind.lower() == "file":
        return remote
    if kind.lower() in _SHELL:
        return _SECRET.sub(r"\1@", remote)
    return _ASKED.sub("", _NAMED.sub("", remote))


def is_possible(publish: Publish) -> bool:
    """Whether it can have been: an address without credentials and a branch, both of letters that are seen, and two numbers."""
    named = all(
        isinstance(one, str) and one.isprintable() and 0 < len(one) <= _LONGEST
        for one in (publish.remote, publish.branch)
    )
    counted = all(
        type(one) is int and 0 <= one <= _MOST for one in (publish.entries, publish.files)
    )
    return named and counted and without_credentials(publish.remote) == publish.remote


def kept(publish: Publish) -> Publish:
    """The publish as it is remembered, without credentials. Raises VaultError for one that could not be read again."""
    found = replace(publish, remote=without_credentials(publish.remote))
    if not is_possible(found):
        raise VaultError(
            "The address or the branch that you publish to is empty, too long, or holds letters that cannot be seen. Give it another name."
        )
    return found
