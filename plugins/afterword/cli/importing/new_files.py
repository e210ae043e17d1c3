"""What `afterword import` says of the files that it writes, one after another."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from afterword.cli.output import tell
from afterword.errors import OutputError
from afterword.vocabulary.wording import counted


def tell_of_each(written: Iterable[Path | str]) -> bool:
    """Name each new file, and each but once, when it is there, and say in a sentence which could not be; whether there is any of these.

    Raises OutputError where the rest cannot be written, which says how many are there by then.
    """
    named: set[Path] = set()
    is_lacking = False
    try:
        for one in written:
            if isinstance(one, str):
                tell(one)
                is_lacking = True
            elif one not in named:
                tell(f"{one} is new.")
                named.add(one)
    except OutputError as error:
        if not named:
            raise
        raise OutputError(
            f"{error} {counted(len(named), 'new file')}, named above, had been written before and stayed. "
            "Import once more when this is mended: nothing is written twice."
        ) from error
    return is_lacking
