"""What of a table becomes new files: proved by reading each, and without what the journal has already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from afterword.frozen import dataclass
from afterword.kinds import Severity
from afterword.model import Journal, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.vocabulary.sections import TITLES
from afterword.vocabulary.spelling import bare
from afterword.writing.entries.entry_text import NewEntry, entry_text
from afterword.writing.entries.headings import notes_title
from afterword.writing.importing.columns import Understood
from afterword.writing.importing.known import Known, entry_of, known_as
from afterword.writing.importing.meanings import SECTION_OF, meaning_of_header
from afterword.writing.importing.rows import MARK, Made, Read, read_row

_FENCE = re.compile(r"`{3,}")
_MARKED = re.compile(rf"^{MARK}: ['\"]?([0-9a-f]{{12}})['\"]?\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NewFile:
    """An entry that is to be written, with its text and the line of the table that it is from."""

    line: int
    made: Made
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be written, what is there already, and the rows as they were read."""

    new: tuple[NewFile, ...]
    known: tuple[Known, ...]
    read: tuple[Read, ...]


def plan_of(
    table: Understood,
    journal: Journal,
    texts: Mapping[str, str],
    options: ReadingOptions,
    today: date,
) -> Plan:
    """What the rows of a table become beside the entries of a journal; their texts by path tell which rows have been imported before."""
    marks = {found: path for path, text in texts.items() for found in _MARKED.findall(text)}
    new: dict[str, NewFile] = {}
    known: list[Known] = []
    reads = [read_row(row, table, today) for row in table.rows]
    for read in reads:
        for made in read.made:
            if (path := marks.get(made.mark) or entry_of(made, journal)) is not None:
                known.append(known_as(made, path, texts.get(path, ""), journal))
            elif (before := new.get(made.mark)) is not None:
                known.append(known_as(made, f"line {before.line}", before.text, Journal()))
            elif (text := _proved(made, options)) is None:
                read.doubts.append("what was made of it is not read as meant, so it is left")
                read.is_left = True
            else:
                new[made.mark] = NewFile(read.line, made, text)
    return Plan(tuple(new.values()), tuple(known), tuple(reads))


def _proved(made: Made, options: ReadingOptions) -> str | None:
    """The text of an entry that is read as what was meant, in the shape nearest to what was written; None where none is."""
    # Whatever is said of it must not begin once its day is over.
    ever = replace(options, today=None)
    for entry in _shapes(made.entry):
        text = entry_text(entry)
        if _is_as_meant(made, read_journal([Source("a.md", text)], ever)):
            return text
    return None


def _shapes(entry: NewEntry) -> Iterator[NewEntry]:
    """An entry with its own headings, then with those that are read in every language; its notes as they are, below a heading for notes, as a quote, or as a text that nobody reads."""
    fence = "`" * (1 + max((len(one) for one in _FENCE.findall(entry.text)), default=2))
    below = f"## {notes_title('')}\n\n"
    fenced = f"{below}{fence}text\n{entry.text}\n{fence}"
    # At the start of a line a word with a colon may be a heading of another language.
    quoted = below + "\n".join(f"> {line}".rstrip() for line in entry.text.split("\n"))
    ways = (entry.text, f"{below}{entry.text}", quoted, fenced)
    texts = ways if entry.text.strip() else ("",)
    common = tuple((_common_title(title), items) for title, items in entry.sections)
    for sections in (entry.sections, common):
        for notes in texts:
            yield replace(entry, sections=sections, text=notes)


def _common_title(title: str) -> str:
    """The title of a section in the words that are read in every language."""
    section = SECTION_OF.get(meaning_of_header(title, {}))
    return TITLES[section] if section else title


def _is_as_meant(made: Made, journal: Journal) -> bool:
    """Whether a text is read as the one interview, or the one application, that was meant, with every section counted and nothing wrong."""
    wanted = made.entry.facts.get("outcome") or "pending"
    if any(one.severity is not Severity.HINT for one in journal.problems):
        return False
    if made.is_note:
        return not journal.interviews and [
            (bare(one.company), bare(one.role or ""), one.applied, one.outcome.kind.value)
            for one in journal.notes
        ] == [(bare(made.company), bare(made.role), made.day, wanted)]
    items = sum(len(items) for _, items in made.entry.sections)
    return [
        (bare(one.company), bare(one.role or ""), one.when.day, one.outcome.kind.value)
        for one in journal.interviews
    ] == [(bare(made.company), bare(made.role), made.day, wanted)] and all(
        len(one.observations) + len(one.promised) >= items for one in journal.interviews
    )
