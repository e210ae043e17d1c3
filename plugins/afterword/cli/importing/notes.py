"""What `afterword import` says of a folder of notes or of a diary, and what it writes of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from afterword.cli.importing.document import notes_document
from afterword.cli.importing.new_files import tell_of_each
from afterword.cli.output import hand_out, say, tell
from afterword.cli.project.options import Reading, reading_options
from afterword.days import DayOrder
from afterword.errors import OutputError
from afterword.reading import read_source
from afterword.vocabulary.wording import counted, listed
from afterword.writing.entries.places import IMPORTED
from afterword.writing.files import copy_apart
from afterword.writing.importing.attachments import Shown
from afterword.writing.importing.links_between import file_name, with_links
from afterword.writing.importing.note import NewNote
from afterword.writing.importing.note_attachments import attached, with_copies
from afterword.writing.importing.note_files import Notes, beside
from afterword.writing.importing.note_plan import NotesPlan, plan_of_notes
from afterword.writing.importing.notes import read_notes
from afterword.writing.starting.example import take_example_away

# So many of those that are left alone are named.
_MOST = 40


def import_notes(
    found: Notes, reading: Reading, *, dates: str | None, form: str = "text", write: bool
) -> bool:
    """Say what notes become, and write it where that is asked for; whether anything is doubtful, lost, or left out that looks like an interview.

    Raises OutputError where the folder for what is new leads out of the journal, or an entry cannot be written.
    """
    configuration = reading.configuration
    options = reading_options(configuration, reading.today)
    if dates:
        options = replace(options, dates=DayOrder(dates))
    reads = read_notes(found.notes, options)
    texts = (read_source(*one).text or "" for one in configuration.listing().entries)
    inside = configuration.folder / IMPORTED
    plan, told = with_links(plan_of_notes(reads, reading.journal, texts), found, options, inside)
    shown = attached(plan, found, options, inside)
    copied = {one.file for those in shown for one in those}
    told = [*found.told, *beside(found, copied), *told]
    if form == "json":
        hand_out(notes_document(plan, shown, told, write=write), form)
    else:
        say("\n".join([*told, *_told(plan, shown)]))
    is_lacking = False
    if write:
        is_lacking = tell_of_each(_written(plan, shown, found.folder, configuration.folder))
        if plan.new:
            take_example_away(configuration.folder)
    tell(_summary(plan, write=write))
    return is_lacking or any(one.doubts for one in plan.read)


def _told(plan: NotesPlan, shown: Sequence[tuple[Shown, ...]]) -> Iterator[str]:
    """What becomes of each note, and of which nothing does."""
    from_where = {one.path: f" ({listed(one.told)})" for one in plan.read if one.told}
    left = [one for one in plan.read if one.dropped]
    lists = (
        ("To write", [f"{path}: {_what(made)}{from_where.get(path, '')}" for path, made in plan.new]),
        ("To copy along", list(dict.fromkeys(one.file for those in shown for one in those))),
        ("There already", [f"{path}: {_what(made)}" for path, made in plan.known]),
        ("Left alone", [f"{one.path}: {one.dropped}" for one in left[:_MOST]]),
        ("Doubtful", [f"{one.path}: {doubt}" for one in plan.read for doubt in one.doubts]),
    )  # fmt: skip
    for title, lines in lists:
        if lines:
            yield from ("", title)
            yield from (f"  {' '.join(line.split())}" for line in lines)
            if title == "Left alone" and len(left) > _MOST:
                yield f"  and {len(left) - _MOST} more"


def _what(made: NewNote) -> str:
    name = ", ".join(filter(None, (made.company, made.role)))
    kind = "application note, applied" if made.is_note else "interview"
    in_brackets = f" ({made.round})" if made.round else ""
    return f"{name}: {kind}{in_brackets}, {made.day}"


def _written(
    plan: NotesPlan, shown: Sequence[tuple[Shown, ...]], notes: Path, folder: Path
) -> Iterator[Path | str]:
    """The new files, in a folder of their own in the journal; what an entry shows is there before it is, and what could not be copied is a sentence."""
    inside = folder / IMPORTED
    if not inside.resolve().is_relative_to(folder.resolve()):
        raise OutputError(f"{inside} leads out of the journal, so nothing was written.")
    for (_, one), wanted in zip(plan.new, shown, strict=True):
        made, copies, lacking = with_copies(one, wanted, notes, inside)
        yield from copies
        yield from lacking
        yield copy_apart(inside / file_name(made), made.text.encode())


def _summary(plan: NotesPlan, *, write: bool) -> str:
    notes = sum(1 for _, made in plan.new if made.is_note)
    parts = [counted(len(plan.new) - notes, "interview")]
    parts += [counted(notes, "application note")] if notes else []
    doubtful = sum(1 for one in plan.read if one.doubts)
    left = sum(1 for one in plan.read if one.dropped)
    rest = f"{len(plan.known)} there already, {doubtful} doubtful, {left} left alone"
    how = "" if write or not plan.new else " Nothing is written yet: add --write."
    return f"{listed(parts)} {'written' if write else 'to write'}; {rest}.{how}"
