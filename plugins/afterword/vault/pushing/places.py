"""Where a publish goes: a branch of a remote, whose address is resolved once, so that the look and the push mean the same."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from afterword.errors import VaultError
from afterword.frozen import dataclass, field
from afterword.vault.pushing.git import Setting, asked, require_git, without_secret
from afterword.vault.readers.publishes import without_credentials

_BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")
# me@host:path, but neither a drive of Windows nor a URL.
_SHELL = re.compile(r"(?![A-Za-z]:[\\/])(?P<host>[^/\\:]+):(?!//)(?P<path>.*)", re.DOTALL)
# What says how to connect: through which program and proxy, by which certificates, and as whom. Neither hooks nor filters nor
# aliases are in it, and no rewriting of addresses: that is done already.
_CONNECTING = re.compile(
    r"core\.(?:sshcommand|gitproxy|askpass)|ssh\.variant|http\..+|credential\..+|protocol\..+|safe\.directory"
)
_OF_REMOTE = ("proxy", "proxyauthmethod", "receivepack", "uploadpack")
# That of https is usual for all: some hosts take ssh there.
_USUAL_PORTS = {"ssh": 22, "http": 80, "git": 9418}
# One host by several names.
_ALIASES = {"ssh.github.com": "github.com", "www.github.com": "github.com"}


class NowhereError(VaultError):
    """There is no remote of that name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A branch of a remote repository, which is named by its URL or its path, with what git needs to know to get there.

    A setting that is a relative path begins at `start`.
    """

    url: str
    branch: str
    settings: tuple[Setting, ...] = field(default=(), repr=False)
    start: Path | None = None

    def __str__(self) -> str:
        """The place for people, without a name or token that the URL may carry."""
        return f"branch {self.branch} of {without_secret(self.url)}"


def find_place(remote: str, branch: str, *, project: Path, start: Path | None = None) -> Place:
    """The place that a remote of the project's repository means, or else the URL or path itself, seen from `start`.

    Raises VaultError for a branch's name that is none, and for a remote that is not there.
    """
    branch = branch.removeprefix("refs/heads/")
    if not _BRANCH.fullmatch(branch) or ".." in branch:
        raise VaultError(f"{branch} is no name of a branch. The usual one is gh-pages.")
    require_git(project)
    top = _top(project)
    settings = _settings(project)
    url = _url_of(remote, project)
    if url is not None:
        address = _absolute(url, top)
    elif re.search(r"[:/\\]", remote):
        address = _absolute(_rewritten(remote, settings), start or project)
    else:
        raise NowhereError(
            f"There is no remote {remote} here. Name the place with --to: a remote's name, a URL or a path."
        )
    kept = tuple(_connecting(settings, remote))
    return Place(url=address, branch=branch, settings=kept, start=top)


def find_remembered(
    address: str, branch: str, *, project: Path, start: Path | None = None
) -> Place:
    """The place that was published to before: by the remote that leads there, because that may know a token, or by its address."""
    names = asked(project, "remote").stdout.split()
    leads = (
        name
        for name in names
        if same_address(_absolute(_url(name, project), _top(project)), address)
    )
    return find_place(next(leads, address), branch, project=project, start=start)


def same_place(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two pairs of an address and a branch mean one place. Where that depends on upper and lower case, they do."""
    return same_address(one[0], other[0]) and one[1].casefold() == other[1].casefold()


def same_address(one: str, other: str) -> bool:
    """Whether two addresses lead to one repository: with or without `.git`, over SSH or HTTPS, with another name before the host.

    >>> same_address("git@github.com:me/site.git", "https://GitHub.com/me/site/")
    True
    """
    return _identity(one) == _identity(other)


def _identity(address: str) -> str:
    plain = without_credentials(address)
    if "://" in plain and not plain.lower().startswith("file:"):
        parts = urlsplit(plain)
        host, path = (parts.hostname or "").rstrip("."), parts.path
        host = _ALIASES.get(host, host)
        usual = parts.port in (None, _USUAL_PORTS.get(parts.scheme.lower()), 443)
        where = f"{host}{'' if usual else f':{parts.port}'}/{unquote(path)}"
    elif shell := _SHELL.fullmatch(plain):
        host = shell["host"].rpartition("@")[2].lower()
        where = f"{_ALIASES.get(host, host)}/{shell['path']}"
    else:
        path = unquote(urlsplit(plain).path) if "://" in plain else plain
        where = f"this machine:/{os.path.realpath(path)}"
    folders = [part for part in re.split(r"[/\\]+", where) if part not in {"", ".", ".git"}]
    return "/".join(folders).removesuffix(".git").casefold()


def _top(project: Path) -> Path:
    """Where a relative address in the settings begins: at the top of the repository, as git has it."""
    said = asked(project, "rev-parse", "--show-toplevel")
    return Path(said.stdout.rstrip("\n")) if said.returncode == 0 else project


def _settings(project: Path) -> tuple[Setting, ...]:
    """Every setting that holds in the project, its conditional ones among them, from the widest to the narrowest."""
    said = asked(project, "config", "--list", "--null").stdout
    lines = (one.partition("\n") for one in said.split("\0") if one)
    return tuple((key, value if mark else "true") for key, mark, value in lines)


def _url_of(remote: str, project: Path) -> str | None:
    """The address that a remote of this name is pushed to; None where there is none. Raises VaultError for more than one."""
    said = asked(project, "remote", "get-url", "--push", "--all", "--", remote)
    urls = said.stdout.splitlines()
    if said.returncode != 0 or not urls:
        return None
    if len(urls) > 1:
        raise VaultError(
            f"The remote {remote} stands for {len(urls)} addresses, and a publish goes to one place. Name it with --to."
        )
    return urls[0]


def _url(remote: str, project: Path) -> str:
    return asked(project, "remote", "get-url", "--push", "--", remote).stdout.rstrip("\n")


def _rewritten(url: str, settings: Sequence[Setting]) -> str:
    """The address that git would push to for this one: by the longest `pushInsteadOf` that fits, else by `insteadOf`."""
    for kind in (".pushinsteadof", ".insteadof"):
        fitting = [
            (prefix, key.removeprefix("url.").removesuffix(kind))
            for key, prefix in settings
            if key.startswith("url.") and key.endswith(kind) and url.startswith(prefix)
        ]
        if fitting:
            prefix, base = max(fitting, key=lambda one: len(one[0]))
            return base + url.removeprefix(prefix)
    return url


def _connecting(settings: Sequence[Setting], remote: str) -> Iterator[Setting]:
    for key, value in settings:
        if _CONNECTING.fullmatch(key):
            yield key, value
        elif key in {f"remote.{remote}.{one}" for one in _OF_REMOTE}:
            yield f"remote.target.{key.rpartition('.')[2]}", value


def _absolute(url: str, start: Path) -> str:
    """A path from where it begins; what is no path as it is."""
    if "://" in url or _SHELL.fullmatch(url):
        return url
    return str((start / url).resolve())
