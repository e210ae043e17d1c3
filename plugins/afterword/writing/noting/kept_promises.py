"""A promise that was kept: where its tick goes, and what is said where it can go nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.model import Interview, Promise, Source
from afterword.reading.outline import Outline, outline_of
from afterword.vocabulary.spelling import spoken
from afterword.writing.entries.entry_text import line_of
from afterword.writing.noting.fact_lines import ByHandError
from afterword.writing.noting.item_lines import with_tick
from afterword.writing.noting.lines import Lines
from afterword.writing.noting.statements import Kept
from afterword.writing.noting.table_lines import with_day_in_table
from afterword.writing.noting.table_rows import head_of_row, with_day_in_row


def promise_meant(statement: Kept, before: Interview) -> Promise | None:
    """The open promise that is said to be kept."""
    begins = spoken(statement.begins)
    every = (one for one in before.promised if not (one.done or one.kept))
    return next((one for one in every if spoken(one.what).startswith(begins)), None)


def kept_by_hand(path: str, statement: Kept, promise: Promise, text: str) -> ByHandError:
    """Where a promise stands that cannot be ticked off there, and the line that says it."""
    where = f"{path}, line {promise.line}: '{promise.what}'"
    day = f" by {promise.by}" if promise.by else ""
    if promise.line <= outline_of(Source(path, text.replace("\r\n", "\n"))).body:
        line = line_of("promised", [{"what": f"{promise.what}{day}", "done": statement.day}])
        return ByHandError(
            f"{where} is written in a way that cannot be changed safely. Nothing was changed: write it by hand, as in {line}"
        )
    if head_of_row(Lines.of(text), promise.line - 1) is not None:
        return ByHandError(
            f"{where} stands in a row of a table that cannot be changed safely. "
            f"Nothing was changed: write the tick into that row by hand, as in | {promise.what} ✅ {statement.day} |"
        )
    return ByHandError(
        f"{where} stands among other words, and ticking it off there would change how those are read. "
        f"Nothing was changed: write it on a line of its own by hand, as in - {promise.what}{day} ✅ {statement.day}"
    )


def with_kept(
    lines: Lines, outline: Outline, statement: Kept, before: Interview
) -> Iterator[Lines]:
    """The lines with a promise ticked off, or with its day in its table, the likeliest way first."""
    if (one := promise_meant(statement, before)) is None:
        return
    at = one.line - 1
    yield from with_day_in_table(lines, outline, at, ("what", one.what), ("done", statement.day))
    if at < outline.body:
        return
    yield from with_day_in_row(lines, at, one.what, statement.day)
    if head_of_row(lines, at) is None:
        yield from with_tick(lines, at, statement.day.isoformat())
