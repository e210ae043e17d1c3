"""Which pictures and files go along with the entries that notes become, proved to change nothing else in these, and to leave none unsaid."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from posixpath import basename, normpath, splitext
from urllib.parse import unquote

from afterword.errors import OutputError
from afterword.reading import ReadingOptions
from afterword.writing.files import copy_apart
from afterword.writing.importing.active_pictures import holds_a_program, leads_elsewhere
from afterword.writing.importing.attachments import (
    Shown,
    content_of,
    is_file_address,
    paths_of,
    shown_in,
    with_names,
)
from afterword.writing.importing.note import NewNote, Note, journal_in, the_one_in
from afterword.writing.importing.note_files import Notes
from afterword.writing.importing.note_plan import NotesPlan
from afterword.writing.importing.seen_addresses import Seen, SeenAddresses

# A name that no other file has, for the proof.
_COPY = "afterword-copy-of-a-file"
_RISK = "cannot be copied without a risk to what else stands there"
_UNREAD = "is written in a way that is not understood here"
_OVERLOOKED = (
    "it has so many brackets that pictures and links may be overlooked: look through the entry"
)


def attached(
    plan: NotesPlan, found: Notes, options: ReadingOptions, inside: Path
) -> list[tuple[Shown, ...]]:
    """What is copied `inside` a folder along with each entry that would be written, in their order; what is shown and is not copied is a doubt of its note.

    Whatever picture or file the page of such an entry shows is one of those that are copied, or is named in a doubt.
    """
    doubts = {one.path: one.doubts for one in plan.read}
    pages = SeenAddresses(options)
    every, stay = [], []
    for path, made in plan.new:
        note = Note(path, made.text)
        shown = shown_in(made.text, path.partition("#")[0], found.folder, found.files)
        body = _body(note, made, _stand_ins(shown), options)
        if body is None:
            shown = [replace(one, file="", fault=one.fault or _RISK) for one in shown]
            body = _body(note, made, {}, options)
        unread = _unread(pages.of(body or ""), shown)
        doubts[path] += [_OVERLOOKED] if unread is None else []
        every.append(tuple(one for one in shown if one.file))
        doubts[path] += [doubt for one in every[-1] for doubt in _active(one, found.folder)]
        stay.append((path, [*(one for one in shown if one.fault), *(unread or ())]))
    taken = _taken(inside, every)
    for path, left in stay:
        doubts[path] += [f"{one.why_it_stays}{_mistaken(one, taken)}" for one in left]
    return every


def with_copies(
    made: NewNote, wanted: tuple[Shown, ...], folder: Path, inside: Path
) -> tuple[NewNote, list[Path], list[str]]:
    """An entry whose pictures and files lie beside it, `inside` a folder, where each of these lies, and in sentences which of them could not be copied."""
    copies: dict[str, Path] = {}
    told = []
    for one in wanted:
        data = content_of(folder, one.file)
        if data is None:
            told.append(f"{one.file} was gone before it could be copied. The entry names it still.")
            continue
        try:
            copies[one.written] = copy_apart(inside / basename(one.file), data)
        except OutputError as error:
            told.append(f"{error} The entry names it still: copy {one.file} by hand.")
    names = {written: path.name for written, path in copies.items()}
    text = with_names(made.text, names)
    return replace(made, text=text), list(dict.fromkeys(copies.values())), told


def _stand_ins(shown: Iterable[Shown]) -> dict[str, str]:
    """For each path of a file that is to be copied, as it is written, a name that no other file has."""
    wanted = (one for one in shown if one.file)
    return {one.written: f"{_COPY}-{at}{splitext(one.file)[1]}" for at, one in enumerate(wanted)}


def _body(
    note: Note, made: NewNote, names: Mapping[str, str], options: ReadingOptions
) -> str | None:
    """What the page of the entry shows with these names in it; None where it would be read otherwise."""
    journal = journal_in(note, with_names(note.text, names), options)
    if the_one_in(journal) != replace(made, text="", mark=""):
        return None
    return (journal.interviews[0] if journal.interviews else journal.every_note[0]).body


def _unread(seen: list[Seen] | None, shown: list[Shown]) -> list[Shown] | None:
    """What is seen and is neither a copy nor known to stay; None where it is not known what is seen."""
    if seen is None:
        return None
    names = _stand_ins(shown)
    known = {path for one in shown if one.fault for path in (one.written, *paths_of(one.written))}
    known.update(names.values())
    return [
        Shown(_as_written(one.address, names), fault=_UNREAD, is_link=not one.is_shown)
        for one in dict.fromkeys(seen)
        if is_file_address(one.address, is_shown=one.is_shown)
        and known.isdisjoint(paths_of(one.address))
    ]


def _as_written(address: str, names: Mapping[str, str]) -> str:
    """An address of a page with the paths that the note has in place of the names in it."""
    for written, name in names.items():
        address = address.replace(name, written)
    return unquote(address)


def _active(one: Shown, folder: Path) -> Iterator[str]:
    """What is said of a picture that holds more than a drawing."""
    if splitext(one.file)[1].casefold() != ".svg":
        return
    picture = content_of(folder, one.file) or b""
    if holds_a_program(picture):
        yield f"it shows '{one.written}', which may hold a program: it is copied as it is, and does nothing as a picture, but do not open it by itself unless you trust it"
    elif leads_elsewhere(picture):
        yield f"it shows '{one.written}', which names something that lies elsewhere: it is copied as it is, and whoever opens it by itself may be seen there"


def _taken(inside: Path, every: list[tuple[Shown, ...]]) -> set[str]:
    """The names that files beside the entries have already, or are to have."""
    there = {path.name.casefold() for path in inside.glob("*")} if inside.is_dir() else set()
    return there | {basename(one.file).casefold() for those in every for one in those}


def _mistaken(one: Shown, taken: Collection[str]) -> str:
    """What is said where an entry would show another file under the name of one that is not copied."""
    names = {normpath(path).casefold() for path in paths_of(one.written)}
    if names.isdisjoint(taken):
        return ""
    return "; another file of that name lies with the imported entries, and this one would show it: take it out of the entry, or give it another name there"
