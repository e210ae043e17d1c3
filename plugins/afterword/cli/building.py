"""A strict build in a process of its own, which ends when the one that waits for it does: nothing readable is left behind."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

from afterword.errors import VaultError

# What a build has no use for, and a plugin of somebody else's no business with.
_SECRETS = frozenset({"AFTERWORD_PASSPHRASE", "GH_TOKEN", "GITHUB_TOKEN"})


def build(config: Path, site: Path, *, settings: Mapping[str, str]) -> None:
    """Build the site of a mkdocs.yml into a folder; `settings` are variables for the plugin.

    Raises VaultError for any warning. What was said is not repeated: it names entries, and a log may have other readers.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _SECRETS}
    command = [sys.executable, "-m", "afterword.cli.building"]
    options = ["--config-file", str(config.resolve()), "--site-dir", str(site)]
    with subprocess.Popen(  # noqa: S603  ourselves
        [*command, *options],
        cwd=config.resolve().parent,
        env={**environment, "NO_MKDOCS_2_WARNING": "1", **settings},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as child:
        status = child.wait()
    if status != 0:
        raise VaultError(
            "The site could not be built without a warning, so nothing was published. To see why: mkdocs build --strict"
        )


def _end_with_parent() -> None:
    """Nothing is ever written to our input: its end is the end of whoever waits."""
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)


def main() -> None:
    """Be that process."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    sys.argv = ["mkdocs", "build", "--strict", "--quiet", *sys.argv[1:]]
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
