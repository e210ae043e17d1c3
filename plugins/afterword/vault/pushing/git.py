"""Git as a program: it connects as the user's own repository would, and is told nothing else of what is set around it."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from afterword.errors import VaultError
from afterword.frozen import dataclass

Setting = tuple[str, str]

# How to reach a host and who one is there. Everything else that git takes from the environment says which repository it works
# in, and on what: in a hook that is another one.
_CONNECTING = re.compile(
    r"GIT_(?:SSH(?:_COMMAND|_VARIANT)?|ASKPASS|PROXY_COMMAND|SSL_\w+|HTTP_\w+|CURL_\w+|TRACE\w*|EXEC_PATH|ALLOW_PROTOCOL|PROTOCOL\w*)"
)
_SETTING = re.compile(r"GIT_CONFIG_\w+")
_PASSPHRASE = "AFTERWORD_PASSPHRASE"  # noqa: S105  the name of a variable
# No hooks, helpers or questions of this machine, and no signature by its owner.
_QUIET: tuple[Setting, ...] = (
    ("core.hooksPath", os.devnull),
    ("core.attributesFile", os.devnull),
    ("core.fsmonitor", "false"),
    ("commit.gpgSign", "false"),
    ("push.gpgSign", "false"),
    ("core.autocrlf", "false"),
    ("gc.auto", "0"),
    ("maintenance.auto", "false"),
)
_OLDEST = (2, 32)
_SECRET = re.compile(r"(?<=://)[^/@\s]+@")


def asked(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What git answers in the user's own repository, if the folder lies in one: with the user's settings, whoever set them."""
    environment = _without(os.environ, but=(_CONNECTING, _SETTING))
    return _run(folder, environment, arguments)


def require_git(folder: Path) -> None:
    """Raise VaultError where there is no git, or one that cannot be told which settings hold."""
    said = asked(folder, "version").stdout
    found = re.search(r"(\d+)\.(\d+)", said)
    if found is None or tuple(map(int, found.groups())) < _OLDEST:
        raise VaultError(
            f"Publishing wants git {'.'.join(map(str, _OLDEST))} or newer, and this is {said.strip() or 'none'}. Nothing was published."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scratch:
    """A repository of ours in a new folder, which no setting of the machine reaches but those it is given.

    They are handed on in the environment of git: a token stands neither in an argument nor in a file. `start` is where a setting
    begins that is a relative path.
    """

    folder: Path
    settings: Sequence[Setting] = ()
    start: Path | None = None

    def begin(self) -> None:
        """Make it, where it is not there yet."""
        self.folder.mkdir(exist_ok=True)
        # The one setting that git only heeds in a file of the user's: whose folders they trust.
        trusted = [f'\tdirectory = "{_quoted(value)}"' for value in self._values("safe.directory")]
        # Beside the objects, because the folder itself is what is published.
        git = self.folder / ".git"
        git.mkdir(exist_ok=True)
        (git / "trusted").write_text("\n".join(("[safe]", *trusted, "")), encoding="utf-8")
        self.required("init", "--quiet", "--initial-branch", "publish", "--template=")

    def answer(self, *arguments: str, **named: str) -> subprocess.CompletedProcess[str]:
        """What git answers; `named` are variables for it."""
        environment = {
            **_without(os.environ, but=(_CONNECTING,)),
            **_as_variables((*self.settings, *_QUIET)),
            "GIT_CONFIG_GLOBAL": str(self.folder / ".git" / "trusted"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_DIR": str(self.folder / ".git"),
            "GIT_WORK_TREE": str(self.folder),
            **named,
        }
        return _run(self.start or self.folder, environment, arguments)

    def required(self, *arguments: str, **named: str) -> str:
        """What git answers. Raises VaultError where it could not do it."""
        return required(self.answer(*arguments, **named))

    def _values(self, name: str) -> list[str]:
        return [value for key, value in self.settings if key == name]


def required(answer: subprocess.CompletedProcess[str]) -> str:
    """What git said. Raises VaultError, with its reason, where it could not do what was asked."""
    if answer.returncode != 0:
        raise VaultError(
            f"git could not do it, and nothing was published. It said: {reason_in(answer.stderr)}"
        )
    return answer.stdout


def without_secret(text: str) -> str:
    """A text without the name or token that a URL in it may carry."""
    return _SECRET.sub("", text)


def reason_in(said: str) -> str:
    """The one line of git's that says why, without a name or token that a URL may carry; its last lines are advice for anybody."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:", "remote:", "ssh:"))]
    return without_secret(next(iter([*telling, *lines]), "nothing"))


def _run(
    folder: Path, environment: Mapping[str, str], arguments: Sequence[str]
) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603  git, with arguments of ours
            ["git", *arguments],  # noqa: S607  whichever git the user has
            cwd=folder,
            env={**environment, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )
    except FileNotFoundError as error:
        raise VaultError(
            "git is not there, and a publish is pushed with it. Install it, or put the sealed folder somewhere with --folder."
        ) from error


def _without(environment: Mapping[str, str], *, but: tuple[re.Pattern[str], ...]) -> dict[str, str]:
    """The environment without what it tells git, but for some kinds of it, and without a passphrase."""
    return {
        name: value
        for name, value in environment.items()
        if not name.startswith(_PASSPHRASE)
        and (not name.startswith("GIT_") or any(one.fullmatch(name) for one in but))
    }


def _as_variables(settings: Sequence[Setting]) -> dict[str, str]:
    """Settings as git reads them from its environment."""
    found = {"GIT_CONFIG_COUNT": str(len(settings))}
    for at, (key, value) in enumerate(settings):
        found |= {f"GIT_CONFIG_KEY_{at}": key, f"GIT_CONFIG_VALUE_{at}": value}
    return found


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
