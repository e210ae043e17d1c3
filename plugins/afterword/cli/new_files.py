"""What `afterword import` says of the files that it writes, one after another."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from afterword.cli.output import tell
from afterword.errors import OutputError
from afterword.vocabulary.wording import counted


def tell_of_each(written: Iterable[Path]) -> None:
    """Name each new file once it is there. Raises OutputError where one cannot be written, which says how many are there by then."""
    number = 0
    try:
        for path in written:
            tell(f"{path} is new.")
            number += 1
    except OutputError as error:
        if not number:
            raise
        raise OutputError(
            f"{error} {counted(number, 'new file')}, named above, had been written before and stayed. "
            "Import once more when this is mended: nothing is written twice."
        ) from error
