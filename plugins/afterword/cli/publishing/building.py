"""A strict build in a process of its own, which never had the passphrase; when it is over, all that it started is ended.

On Linux that holds for whatever hides from the build too, in a group, a session or below a parent of its own: a process between
it and the publish adopts what loses its parent, and says that the build is over when nothing of it is left. Elsewhere nobody can
adopt, and only what stays in the build's own group is ended. Nowhere does it hold for what a build asks another program to start:
a timer, a service, a terminal that is open already.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from afterword.cli.project.configuration import host
from afterword.cli.publishing.between import WRONG
from afterword.errors import VaultError

# What lets somebody sign in or push: a build has no use for it, and a plugin of somebody else's no business with it.
_SECRET = re.compile(
    r"AFTERWORD_PASSPHRASE\w*|(?:GH|GITHUB)_\w*TOKEN|ACTIONS_\w+|CI_\w*(?:TOKEN|PASSWORD|JWT\w*)"
    r"|SSH_AUTH_SOCK|SSH_AGENT_PID|(?:GIT|SSH)_ASKPASS|GIT_CONFIG_(?:PARAMETERS|COUNT|KEY_\d+|VALUE_\d+)"
)
_FULL = 1 << 20


def build(config: Path, site: Path, *, settings: Mapping[str, str]) -> None:
    """Build the site of a mkdocs.yml or properdocs.yml into a folder, with the program it is named after; `settings` are variables for the plugin.

    Raises VaultError for any warning. What was said is not repeated: it names entries, and a log may have other readers.
    """
    # Not from the folder of the journal, where a file may be named as a module of ours is.
    program = host(config.resolve())
    command = [sys.executable, "-P", "-m", "afterword.cli.publishing.between", program]
    options = ["--config-file", str(config.resolve()), "--site-dir", str(site)]
    with subprocess.Popen(  # noqa: S603  ourselves
        [*command, *options],
        cwd=config.resolve().parent,
        env={**without_secrets(os.environ), "NO_MKDOCS_2_WARNING": "1", **settings},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # Without a terminal it cannot listen to what is typed there, and whatever it starts can be ended with it.
        start_new_session=True,
    ) as child:
        try:
            status = child.wait()
        finally:
            _end_all(child)
    if status not in (0, WRONG):
        raise VaultError(_NOT_ENDED)
    if status != 0:
        raise VaultError(_reason(site, program))


def without_secrets(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without what would let a build publish, or open what is published."""
    return {
        name: value for name, value in environment.items() if not _SECRET.fullmatch(name.upper())
    }


def _end_all(child: subprocess.Popen[bytes]) -> None:
    """End what a build has started and left running: it would be there when the passphrase is asked for."""
    child.communicate()  # closes its input, by which it knows, and waits until it has ended
    if sys.platform != "win32":  # pragma: no branch  there, no process leads a group
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)


_NOT_ENDED = (
    "Something that the build started does not end, and could see a passphrase being typed. Nothing was published. "
    "Log out and in again to end it, look which plugin or hook does that, and take it out of mkdocs.yml."
)


def _reason(site: Path, program: str) -> str:
    base = site.parent
    if base.exists() and shutil.disk_usage(base).free < _FULL:
        return (
            f"There is no room left where the site is built, in {base}. Nothing was published. Make some room; "
            "TMPDIR names another folder for it, where none in memory has room."
        )
    return (
        f"The site could not be built without a warning, so nothing was published. To see why: {program} build --strict. "
        "If that goes well, a plugin wants a token or a key of yours, and a publish gives it none."
    )
