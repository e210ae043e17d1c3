"""Which pictures and files go along with the entries that notes become, proved to change nothing else in these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from posixpath import basename

from afterword.reading import ReadingOptions
from afterword.writing.files import copy_apart
from afterword.writing.importing.attachments import Shown, content_of, shown_in, with_names
from afterword.writing.importing.note import NewNote, Note, journal_in, the_one_in
from afterword.writing.importing.note_files import Notes
from afterword.writing.importing.note_plan import NotesPlan


def attached(plan: NotesPlan, found: Notes, options: ReadingOptions) -> list[tuple[Shown, ...]]:
    """What is copied along with each entry that would be written, in their order; what is shown and is not copied is a doubt of its note."""
    reads = {one.path: one for one in plan.read}
    every = []
    for path, made in plan.new:
        shown = shown_in(made.text, path.partition("#")[0], found.folder, found.files)
        doubts = reads[path].doubts
        doubts += [f"it shows '{one.written}', which {one.fault}, so that stays where it is" for one in shown if one.fault]  # fmt: skip
        wanted = tuple(one for one in shown if one.file)
        text = with_names(made.text, {one.written: basename(one.file) for one in wanted})
        if the_one_in(journal_in(Note(path, text), text, options)) != replace(made, text="", mark=""):  # fmt: skip
            doubts.append("its pictures and files cannot be copied without a risk to what stands in it, so they stay where they are")  # fmt: skip
            wanted = ()
        every.append(wanted)
    return every


def with_copies(
    made: NewNote, wanted: tuple[Shown, ...], folder: Path, inside: Path
) -> tuple[NewNote, list[Path]]:
    """An entry whose pictures and files lie beside it, `inside` a folder, and where each of these lies; one that has gone meanwhile is left out.

    Raises OutputError where one cannot be written.
    """
    copies = {one.written: path for one in wanted for path in _copied(one, folder, inside)}
    names = {written: path.name for written, path in copies.items()}
    return replace(made, text=with_names(made.text, names)), list(dict.fromkeys(copies.values()))


def _copied(one: Shown, folder: Path, inside: Path) -> Iterator[Path]:
    data = content_of(folder, one.file)
    if data is not None:
        yield copy_apart(inside / basename(one.file), data)
