"""What `afterword import` says, as a document for another program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from afterword.cli.output import as_json
from afterword.writing.importing.attachments import Shown
from afterword.writing.importing.columns import Understood
from afterword.writing.importing.note import NewNote
from afterword.writing.importing.note_plan import NotesPlan
from afterword.writing.importing.plan import Plan
from afterword.writing.importing.rows import Made, Read

_Document = dict[str, object]


def table_document(table: Understood, plan: Plan, told: Iterable[str], *, write: bool) -> str:
    """What the rows of a table become, as JSON; `write` says that it is written.

    A row is `written` where all of it becomes new files, with --write, or is in the journal already.
    """
    return as_json(
        {
            "written": write,
            "told": list(told),
            "columns": [
                {
                    "header": one.header,
                    "meaning": one.meaning.value,
                    "order": one.order and one.order.value,
                }
                for one in table.columns
            ],
            "rows": [_row(one) for one in plan.read],
            "to_write": [{"line": one.line, **_entry(one.made)} for one in plan.new],
            "there_already": [
                {**_entry(one.made), "path": one.path, "lacks": [list(pair) for pair in one.lacks]}
                for one in plan.known
            ],
            "left_out": [{**_row(one), "why": one.dropped} for one in plan.read if one.dropped],
            "doubtful": [{**_row(one), "why": doubt} for one in plan.read for doubt in one.doubts],
        }
    )


def notes_document(
    plan: NotesPlan, shown: Sequence[tuple[Shown, ...]], told: Iterable[str], *, write: bool
) -> str:
    """What notes become, as JSON; `write` says that it is written."""
    new = zip(plan.new, shown, strict=True)
    return as_json(
        {
            "written": write,
            "told": list(told),
            "to_write": [
                {"path": path, **_entry(made), "copied": [one.file for one in files]}
                for (path, made), files in new
            ],
            "there_already": [{"path": path, **_entry(made)} for path, made in plan.known],
            "left_out": [
                {"path": one.path, "why": one.dropped} for one in plan.read if one.dropped
            ],
            "doubtful": [
                {"path": one.path, "why": doubt} for one in plan.read for doubt in one.doubts
            ],
        }
    )


def _row(one: Read) -> _Document:
    return {
        "line": one.line,
        "company": one.company,
        "role": one.role,
        "written": one.is_written,
    }


def _entry(made: Made | NewNote) -> _Document:
    """An entry that is made, or a note on an application; its day is then the one on which that went out."""
    return {
        "company": made.company,
        "role": made.role,
        "kind": "application" if made.is_note else "interview",
        "round": made.round,
        "day": made.day.isoformat(),
    }
