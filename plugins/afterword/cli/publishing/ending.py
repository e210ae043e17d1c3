"""However a publish ends, it removes what lies readable, and says in a sentence what stopped it."""

from __future__ import annotations

import errno
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from afterword.errors import ConfigurationError, NamingError, VaultError

_WHICH = "Nothing was published. To see which, on your own machine: afterword publish --dry-run --show-names"
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


@contextmanager
def ending_in_order() -> Iterator[None]:
    """When it is told to end, or its terminal is closed, what is around it is still tidied up."""
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {getattr(signal, name): signal.signal(getattr(signal, name), _end) for name in names}
    try:
        yield
    except (KeyboardInterrupt, click.Abort):
        raise VaultError(
            "Stopped, and nothing readable is left. If it was publishing already, publish again to be sure."
        ) from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def told_in_a_sentence(*, names_shown: bool) -> Iterator[None]:
    """Raise VaultError for what a disk refuses, before anything was pushed; a file is named where a name may be shown, and only there.

    What a mkdocs.yml says is not repeated elsewhere either.
    """
    try:
        yield
    except NamingError as error:
        if names_shown:
            raise
        raise VaultError(f"{error.nameless} {_WHICH}") from error
    except ConfigurationError as error:
        if names_shown:
            raise
        raise VaultError(
            "mkdocs.yml, or what it names, is not as Afterword wants it. Nothing was published. "
            "To see why, on your own machine: afterword check"
        ) from error
    except OSError as error:
        raise VaultError(_sentence(error, names_shown=names_shown)) from error
    except UnicodeError as error:
        raise VaultError(
            "The name of a file has letters that cannot be written in UTF-8, so no browser could ask for it. Nothing was published. "
            "Rename it: file names that a terminal shows with a question mark are the ones."
        ) from error


def _sentence(error: OSError, *, names_shown: bool) -> str:
    if error.errno in _FULL:
        return "There is no room left on the disk, or in the memory, that this needs. Nothing was published. Make some room, and publish again."
    where = f" {error.filename}" if names_shown and error.filename else " a file"
    return f"This machine would not let Afterword use{where}: {error.strerror or 'it did not say why'}. Nothing was published."


def _end(number: int, _frame: object) -> None:
    sys.exit(128 + number)
