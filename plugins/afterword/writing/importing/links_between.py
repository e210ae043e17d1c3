"""Links from one imported note to another, made to lead to its entry where it becomes one, and said where they lead nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from posixpath import basename, dirname, join, normpath, splitext
from urllib.parse import quote

from afterword.frozen import dataclass, field
from afterword.reading import ReadingOptions
from afterword.reading.folder import is_markdown
from afterword.vocabulary.wording import counted, listed
from afterword.writing.entries.names import entry_name
from afterword.writing.importing.attachments import paths_of
from afterword.writing.importing.note import NewNote, Note, journal_in, the_one_in
from afterword.writing.importing.note_files import Notes
from afterword.writing.importing.note_plan import NotesPlan
from afterword.writing.importing.targets import Target, with_targets

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
# What stands around a name that was put in place of another, until it is known whether words follow it. Nobody types these.
_BEGIN, _MIDDLE, _END = "\ue000", "\ue001", "\ue002"
_RENAMED = re.compile(
    rf"{_BEGIN}(?P<new>[^{_MIDDLE}]*){_MIDDLE}(?P<old>[^{_END}]*){_END}(?P<heading>(?:#[^\[\]|\n]*)?)(?P<words>(?:\\?\|[^\[\]\n]*)?)"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """The links of one note that lead nowhere: to a file, and by a name whose words stay."""

    nowhere: list[str] = field(default_factory=list)
    words_only: list[str] = field(default_factory=list)


def file_name(made: NewNote) -> str:
    """What the file of an entry is called, where no other is called so."""
    return entry_name(made.day, made.company, made.round or ("application" if made.is_note else ""))


def with_links(
    plan: NotesPlan, found: Notes, options: ReadingOptions, inside: Path
) -> tuple[NotesPlan, list[str]]:
    """The plan with the links between its notes as they lead to the entries `inside` a folder, and in sentences which links stay as their words.

    A link to a file that becomes none, or several, is a doubt of its note.
    """
    names = _names(plan, inside)
    paths = {note.path for note in found.notes}
    doubts = {one.path: one.doubts for one in plan.read}
    new, words_only = [], 0
    for path, made in plan.new:
        lost = _Found()
        new.append((path, _linked(path, made, names, paths, options, lost)))
        words_only += len(lost.words_only)
        if lost.nowhere:
            quoted = listed([f"'{one}'" for one in dict.fromkeys(lost.nowhere)])
            doubts[path].append(f"it links to {quoted}, and no one entry is made of that, so the link leads nowhere there")  # fmt: skip
    told = f"{counted(words_only, 'link')} to notes of which no entry is made, or several: the words stay, and lead nowhere"
    return replace(plan, new=tuple(new)), [told] if words_only else []


def _names(plan: NotesPlan, inside: Path) -> dict[str, str]:
    """The file of the entry that each note becomes, of those that become a single one whose name is free."""
    entries = Counter(path for path, _ in (*plan.new, *plan.known))
    called = Counter(file_name(made) for _, made in plan.new)
    return {
        path: name
        for path, made in plan.new
        if entries[path] == 1
        and called[name := file_name(made)] == 1
        and not (inside / name).exists()
    }


def _linked(
    path: str,
    made: NewNote,
    names: Mapping[str, str],
    paths: Collection[str],
    options: ReadingOptions,
    lost: _Found,
) -> NewNote:
    """An entry with the links below its front matter as they lead to other entries, where it is read as before."""
    end = made.text.index("\n---\n", 3)
    place = path.partition("#")[0]

    def changed(target: Target) -> str:
        if target.is_shown or _BEGIN in target.written:
            return target.written
        note = _note(target, place, paths)
        if note is not None and note in names and note != place:
            return _new_name(target, names[note])
        if note is None and not target.is_named and _is_note_address(target.written):
            lost.nowhere.append(target.written)
        elif note is not None and note != place:
            (lost.words_only if target.is_named else lost.nowhere).append(target.written)
        return target.written

    body = _RENAMED.sub(_with_words, with_targets(made.text[end:], changed))
    text = f"{made.text[:end]}{body}"
    is_same = the_one_in(journal_in(Note(path, ""), text, options)) == replace(made, text="", mark="")  # fmt: skip
    return replace(made, text=text) if is_same else made


def _new_name(target: Target, name: str) -> str:
    if target.is_named:
        return f"{_BEGIN}{splitext(name)[0]}{_MIDDLE}{basename(target.written)}{_END}"
    _, mark, place = target.written.partition("#")
    return f"{quote(name)}{mark}{place}"


def _with_words(found: re.Match[str]) -> str:
    """A link by a name with its words: those that it has, or what the note was called before."""
    begin = found.string.rfind("\n", 0, found.start()) + 1
    bar = "\\|" if found.string[begin:].lstrip().startswith("|") else "|"
    return f"{found['new']}{found['heading']}{found['words'] or bar + found['old']}"


def _is_note_address(written: str) -> bool:
    return _SCHEME.match(written) is None and is_markdown(paths_of(written)[-1].casefold())


def _note(target: Target, path: str, paths: Collection[str]) -> str | None:
    """The path of the note that a link in the note at `path` leads to; None where it leads to none of them."""
    if not target.is_named:
        if _SCHEME.match(target.written):
            return None
        ways = [way for one in paths_of(target.written) for way in (normpath(join(dirname(path), one)), normpath(one.lstrip("/")))]  # fmt: skip
        return next((way for way in ways if way in paths), None)
    wanted = f"/{target.written.strip().lstrip('/')}".casefold().removesuffix(".md")
    called = (one for one in sorted(paths) if f"/{one}".casefold().removesuffix(".md").endswith(wanted))  # fmt: skip
    return next(called, None)
