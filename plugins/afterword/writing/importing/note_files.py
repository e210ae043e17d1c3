"""The notes in a folder of whatever program, and what there is beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from itertools import pairwise
from pathlib import Path
from posixpath import splitext

from afterword.errors import OutputError
from afterword.frozen import dataclass
from afterword.reading.folder import is_markdown, walk
from afterword.vocabulary.wording import counted, listed
from afterword.writing.importing.diaries import diary_in, diary_in_text
from afterword.writing.importing.note import Note

_TEXTS = frozenset({".txt", ".text", ".mdx", ".markdn", ".mdtext", ""})
_DOCUMENTS = frozenset({".docx", ".doc", ".odt", ".rtf", ".pdf", ".html", ".htm", ".org", ".pages", ".enex"})  # fmt: skip
_BY_ITSELF = frozenset({".csv", ".tsv", ".json"})
# What programs keep for themselves: copies, bins and settings.
_OWN_FOLDERS = frozenset({"node_modules", "__macosx"})
# Below Logseq's folder, which a graph may be called as well.
_OF_LOGSEQ = frozenset({"bak", "version-files"})
# No note is longer than a book, in bytes.
_LARGEST = 1_500_000
# Each note is read several times before anything is said of it.
_MOST = 5000
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes that were found, and in sentences what is said of them; `files` are all files of the `folder` that they lie in, by their paths.

    `others` are those of them that are no notes.
    """

    notes: tuple[Note, ...]
    told: tuple[str, ...] = ()
    folder: Path = Path()
    files: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def notes_in(folder: Path) -> Notes:
    """The notes in a folder and those below it; folders that begin with a dot, and those that programs keep for themselves, are passed over."""
    found = walk(folder, within=True)
    if len(found.files) > _MOST:
        raise OutputError(
            f"There are more than {_MOST} files in {folder}. Import its folders one by one: nothing is written twice."
        )
    told = [f"{one.path}: {one.message}" for one in found.problems]
    notes: list[Note] = []
    others: list[str] = []
    for name in sorted(found.files):
        ending = splitext(name)[1].casefold()
        if _is_programs_own(name):
            continue
        if not (is_markdown(name.casefold()) or ending in _TEXTS):
            others.append(name)
            continue
        text, said = text_of(folder / name)
        told += [f"{name}: {one}" for one in said]
        if text is not None:
            notes += diary_in_text(text, name) or [Note(name, text)]
    files = tuple(name for name in found.files if not _is_programs_own(name))
    return Notes(tuple(notes), tuple(told), folder, files, tuple(others))


def notes_in_file(path: Path) -> Notes | None:
    """The note that a file is, or the entries of a diary in JSON; None for a file of another kind, such as a table."""
    ending = path.suffix.casefold()
    if ending != ".json" and not is_markdown(path.name.casefold()) and ending not in _TEXTS:
        return None
    text, said = text_of(path)
    if text is None:
        raise OutputError(f"{path}: {listed(said)}.")
    if ending == ".json":
        notes = diary_in(text, path.name)
        return None if notes is None else Notes(tuple(notes), said, path.parent)
    notes = diary_in_text(text, path.name) or [Note(path.name, text)]
    return Notes(tuple(notes), said, path.parent)


def text_of(path: Path) -> tuple[str | None, tuple[str, ...]]:
    """The text of a file with plain line ends, and what is said of its encoding; None for a text that cannot be read, with the reason."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return None, ("larger than any note, so it is left out",)
        data = path.read_bytes()
    except OSError as error:
        return None, (f"could not be opened ({error.strerror}), so it is left out",)
    said: tuple[str, ...] = ()
    name = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8-sig")
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        said = ("no UTF-8, so it is read as Windows wrote it (1252): look whether letters such as é and ü are right",)  # fmt: skip
    return text.replace("\r\n", "\n").replace("\r", "\n"), said


def _is_programs_own(name: str) -> bool:
    *folders, last = name.split("/")
    is_hidden = any(one.startswith(".") for one in (*folders, last))
    plain = [one.casefold() for one in folders]
    is_kept = any(one == "logseq" and below in _OF_LOGSEQ for one, below in pairwise(plain))
    return is_hidden or is_kept or not _OWN_FOLDERS.isdisjoint(plain)


def beside(found: Notes, copied: Collection[str]) -> list[str]:
    """What is said of files that are no notes, but for those that are copied along with one."""
    left = (splitext(name)[1].casefold() for name in found.others if name not in copied)
    others = Counter(left)
    told = []
    documents = sum(number for ending, number in others.items() if ending in _DOCUMENTS)
    tables = sum(number for ending, number in others.items() if ending in _BY_ITSELF)
    if documents:
        told.append(f"{counted(documents, 'document')} left out ({listed(sorted(set(others) & _DOCUMENTS))}): save as Markdown or plain text to import them")  # fmt: skip
    if tables:
        told.append(f"{counted(tables, 'table or diary', 'tables or diaries')} left out ({listed(sorted(set(others) & _BY_ITSELF))}): import each by its name")  # fmt: skip
    return told
