"""What `afterword import` says of the files that it writes, one after another."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from afterword.cli.output import tell
from afterword.errors import OutputError
from afterword.vocabulary.wording import counted


def tell_of_each(written: Iterable[Path | str]) -> bool:
    """Name each new file once it is there, and say in a sentence which could not be; whether there is any of these.

    Raises OutputError where the rest cannot be written, which says how many are there by then.
    """
    number = 0
    is_lacking = False
    try:
        for one in written:
            if isinstance(one, str):
                tell(one)
                is_lacking = True
            else:
                tell(f"{one} is new.")
                number += 1
    except OutputError as error:
        if not number:
            raise
        raise OutputError(
            f"{error} {counted(number, 'new file')}, named above, had been written before and stayed. "
            "Import once more when this is mended: nothing is written twice."
        ) from error
    return is_lacking
