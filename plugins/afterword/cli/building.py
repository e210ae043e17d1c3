"""A strict build in a process of its own, which never had the passphrase, and ends when the one that waits for it does."""

from __future__ import annotations

import os
import re
import runpy
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from afterword.errors import VaultError

# What lets somebody sign in or push: a build has no use for it, and a plugin of somebody else's no business with it.
_SECRET = re.compile(
    r"AFTERWORD_PASSPHRASE\w*|(?:GH|GITHUB)_\w*TOKEN|ACTIONS_\w+|CI_\w*(?:TOKEN|PASSWORD|JWT\w*)"
    r"|SSH_AUTH_SOCK|SSH_AGENT_PID|(?:GIT|SSH)_ASKPASS|GIT_CONFIG_(?:PARAMETERS|COUNT|KEY_\d+|VALUE_\d+)"
)
_FULL = 1 << 20


def build(config: Path, site: Path, *, settings: Mapping[str, str]) -> None:
    """Build the site of a mkdocs.yml into a folder; `settings` are variables for the plugin.

    Raises VaultError for any warning. What was said is not repeated: it names entries, and a log may have other readers.
    """
    command = [sys.executable, "-m", "afterword.cli.building"]
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
    if status != 0:
        raise VaultError(_reason(site))


def without_secrets(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without what would let a build publish, or open what is published."""
    return {
        name: value for name, value in environment.items() if not _SECRET.fullmatch(name.upper())
    }


def _end_all(child: subprocess.Popen[bytes]) -> None:
    """End what a build has started and left running: it would be there when the passphrase is asked for."""
    if sys.platform != "win32":  # pragma: no branch  there, no process leads a group
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)


def _reason(site: Path) -> str:
    base = site.parent
    if base.exists() and shutil.disk_usage(base).free < _FULL:
        return (
            f"There is no room left where the site is built, in {base}. Nothing was published. Make some room; "
            "TMPDIR names another folder for it, where none in memory has room."
        )
    return (
        "The site could not be built without a warning, so nothing was published. To see why: mkdocs build --strict. "
        "If that goes well, a plugin wants a token or a key of yours, and a publish gives it none."
    )


def _end_with_parent() -> None:
    """Nothing is ever written to our input: its end is the end of whoever waits."""
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)


def main() -> None:
    """Be that process."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # Not --quiet: MkDocs then takes no notice of warnings, and strict counts none. What is said goes nowhere.
    sys.argv = ["mkdocs", "build", "--strict", *sys.argv[1:]]
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
