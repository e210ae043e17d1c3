"""A passphrase that came in the environment is out of it before anything is built: a build runs plugins, and they can look.

What a process was started with can be read by every other process of the same user, for as long as it runs, whatever it
deletes later. So it starts anew as what it is, and finds the passphrase in a pipe that it empties at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, MutableMapping

from afterword.cli.secrets.asking import VARIABLE
from afterword.errors import VaultError

# Names the pipe; nothing secret.
_PIPE = f"{VARIABLE}_PIPE"
# What goes into a pipe without somebody reading at its other end, on every system.
_LONGEST = 4096

Begin = Callable[[str, list[str], dict[str, str]], object]


def handed_on(
    environment: MutableMapping[str, str] = os.environ,
    *,
    begin: Begin = os.execve,
    is_command: bool = True,
    is_windows: bool = sys.platform == "win32",
) -> dict[str, str]:
    """The passphrase that came in the environment, as the only thing in an environment of its own; empty where none came.

    The first call does not come back: it has this process begin anew without it. On Windows it only takes it out: there,
    what others can look at is the environment as it is now; and so it does where this process is not the command itself, but a
    program that calls it. Raises VaultError where neither can be done.
    """
    if pipe := environment.pop(_PIPE, ""):
        environment.pop(VARIABLE, None)
        return {VARIABLE: _emptied(pipe)}
    phrase = environment.get(VARIABLE, "")
    if phrase and is_command and not is_windows:
        _begin_anew(phrase, environment, begin)
    environment.pop(VARIABLE, None)
    return {VARIABLE: phrase} if phrase else {}


def _begin_anew(phrase: str, environment: Mapping[str, str], begin: Begin) -> None:
    content = os.fsencode(phrase)
    if len(content) > _LONGEST:
        raise VaultError(
            f"The passphrase in {VARIABLE} is longer than {_LONGEST} bytes. That is no passphrase: look what is in it."
        )
    reading, writing = os.pipe()
    os.write(writing, content)
    os.close(writing)
    os.set_inheritable(reading, True)
    without = {name: value for name, value in environment.items() if name != VARIABLE}
    try:
        begin(
            sys.executable, [sys.executable, *sys.orig_argv[1:]], {**without, _PIPE: str(reading)}
        )
    except OSError as error:
        raise VaultError(
            f"The passphrase in {VARIABLE} could be seen by whatever the build runs, and this system does not let it be taken out "
            f"({error.strerror}). Nothing was published. Type it when you are asked, or name a file with --passphrase-file."
        ) from error
    finally:
        os.close(reading)


def _emptied(pipe: str) -> str:
    try:
        with open(int(pipe), "rb") as file:  # noqa: PTH123  a number, which has no path
            return os.fsdecode(file.read(_LONGEST))
    except (ValueError, OSError) as error:
        raise VaultError(
            f"{_PIPE} is set by Afterword alone. Unset it, and publish again."
        ) from error
