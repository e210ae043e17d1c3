"""What each note of a folder, or of a diary, becomes: nothing, itself, or entries with the facts that it says in another form."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from posixpath import basename, splitext

from afterword.days import DayOrder
from afterword.kinds import OutcomeKind
from afterword.model import Journal
from afterword.reading import ReadingOptions
from afterword.reading.body.headings import HEADINGS
from afterword.reading.matter.dates import order_in
from afterword.reading.matter.front_matter import split_front_matter
from afterword.reading.problems import FileProblems
from afterword.reading.recognising.left_alone import is_declared_other, is_template
from afterword.reading.recognising.lookalikes import (
    INSIDE,
    NO_COMPANY,
    is_called_interview,
    lookalike,
)
from afterword.reading.recognising.page import Page
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.speaking import Tongue, speaking
from afterword.vocabulary.wording import counted
from afterword.writing.importing.note import Note, NoteRead, Understood, journal_in
from afterword.writing.importing.note_ends import ends_told
from afterword.writing.importing.note_entries import as_it_is, divided, with_its_facts
from afterword.writing.importing.note_facts import Head, days_of_interviews, head_of
from afterword.writing.importing.note_matter import Meant, as_meant
from afterword.writing.importing.note_naming import FILES_NAME, FIRST_LINE, first_day
from afterword.writing.importing.note_rounds import parts_of
from afterword.writing.importing.note_shapes import shaped
from afterword.writing.importing.note_titles import (
    Told,
    day_in,
    is_played,
    names_interview_at,
    parts_named,
    told_by,
)

_SLASHED = re.compile(r"(?<!\d)\d{1,2}[/-]\d{1,2}[/-]\d{4}(?!\d)")
# Near its top a note says its day.
_NEAR_TOP = 2000
# Beside a section that only an interview has, one of these makes a note one.
_FACTS = ("role", "date", "round", "outcome", "interviewers")
# No longer line is a title.
_LONGEST = 90
_LETTER = re.compile(r"[^\W\d_]")


def read_notes(notes: Sequence[Note], options: ReadingOptions) -> list[NoteRead]:
    """What each note becomes. A day that could be two is read as the notes' other days all have to be, where the options do not say."""
    notes = [replace(one, text=one.text.replace("\x00", "\N{REPLACEMENT CHARACTER}")) for one in notes]  # fmt: skip
    options = replace(options, dates=options.dates or _order(notes))
    meant = [_meant(one) for one in notes]
    heads = [_head(one.note) for one in meant]
    companies = {name for head in heads if (name := head.fact("company"))}
    reads = [_read(one.note, head, options, companies) for one, head in zip(meant, heads, strict=True)]  # fmt: skip
    for read, one in zip(reads, meant, strict=True):
        if read.made:
            read.told[:0] = one.told
            read.doubts += [*one.doubts, *_unread_ends(read, options)]
    return reads


def _unread_ends(read: NoteRead, options: ReadingOptions) -> Iterator[str]:
    """What is said of sentences that tell how an interview ended, of whose entry that is not read."""
    for made in read.made:
        with speaking(Tongue(made.text, str)):
            ends = list(ends_told(made.text))
        if not ends or any(ends[-1].strip(" .!") in doubt for doubt in read.doubts):
            continue
        found = journal_in(Note(read.path, ""), made.text, options).interviews
        if found and found[0].outcome.kind is OutcomeKind.PENDING:
            yield f"'{ends[-1]}' may say how it ended, and is not read as that: write it as a line of its own, such as Outcome: rejected"


def _meant(note: Note) -> Meant:
    """A note in its language, as it is meant."""
    with speaking(Tongue(note.text, str)):
        return as_meant(note)


def _order(notes: Iterable[Note]) -> DayOrder | None:
    days = (found for note in notes for found in _SLASHED.findall(note.text[:_NEAR_TOP]))
    orders = {order_in(day) for day in days} - {None}
    return orders.pop() if len(orders) == 1 else None


def _head(note: Note) -> Head:
    """The head of a note in its language, with its text put so that it is read."""
    with speaking(Tongue(note.text, str)):
        head = head_of(note.path, note.text)
        return replace(head, body=shaped(head.body))


def _read(note: Note, head: Head, options: ReadingOptions, companies: Collection[str]) -> NoteRead:
    read = NoteRead(note.path)
    with speaking(Tongue(note.text, str)):
        problems = FileProblems(note.path, note.text.split("\n"))
        page = Page(note.name, split_front_matter(note.text, problems), HEADINGS)
        if not note.text.strip() or is_template(page, KEYS):
            read.dropped = "a template, or empty"
            return read
        journal = journal_in(note, note.text, options)
        one = Understood(note, head, tuple(_titles(note, page, head)), companies, options)
        near = lookalike(page, KEYS)
        if near and near.code == INSIDE and not head.fact("company"):
            read.doubts.append(f"line {near.line}: {near.message} {near.suggestion}")
            return read
        if not _is_about_interview(one, page, journal):
            inside = [title.words for title in page.titles if names_interview_at(title.words)]
            read.dropped = "" if inside else "not about an interview"
            read.doubts += [f"'{words}' stands in a note about other things: give it a note of its own" for words in inside]  # fmt: skip
            return read
        above, parts, undated = parts_of(head.body)
        if parts:
            divided(one, above, parts, read)
            read.doubts += [f"'{words}' names no day, so it stays with what stands above it" for words in undated]  # fmt: skip
        elif near and near.code != NO_COMPANY and not head.fact("company"):
            read.doubts.append(f"{near.message} {near.suggestion}")
        elif not as_it_is(one, journal, read):
            with_its_facts(one, read)
        if not parts and (number := days_of_interviews(head)) > (not any(made.is_note for made in read.made)):  # fmt: skip
            read.doubts.append(f"{counted(number, 'day')} of interviews stand in its facts, and one entry is made: write one for each")  # fmt: skip
    return read


def _is_about_interview(one: Understood, page: Page, journal: Journal) -> bool:
    """Whether a note is one that is read, or looks like one; else its title has to say that it tells of an interview at a company."""
    if is_declared_other(page):
        return False
    called = (one.note.path, *(title.words for title in page.titles))
    if not one.head.fact("company") and any(map(is_played, called)):
        return False
    if one.head.is_marked or journal.left_alone == 0:
        return True
    if page.is_told and any(one.head.fact(key) for key in _FACTS):
        return True
    is_in_folder = is_called_interview(page) and next(parts_named(one.note.path), "")
    has_sections = len({title.section for title in page.titles} - {None}) > 1
    meetings = [told for _, told in one.titles if told.is_meeting]
    if page.matter.pairs:
        return has_sections and any(told.is_sure and told.company for told in meetings)
    day = one.note.day or first_day(one.head.body, is_dated=False)
    return any(
        (told.is_sure and told.company and (told.day or told.round or has_sections))
        or (told.company and told.round and (told.day or day))
        or (is_in_folder and told.day)
        for told in meetings
    )


def _titles(note: Note, page: Page, head: Head) -> Iterator[tuple[str, Told]]:
    """What the titles of a note tell, the surest first, with what each is called to people."""
    heads = [one.words for one in page.titles if one.level == 1 and one.section is None][:1]
    first = next((line.strip() for line in page.lines if line.strip()), "")
    is_title = (
        len(first) < _LONGEST
        and not first.startswith("##")
        and HEADINGS.section_of(first.strip("#*_: ")) is None
    )
    name = splitext(basename(note.path.partition("#")[0]))[0].removesuffix(".txt")
    told = [("title", one) for one in (head.title(), *heads)]
    # A diary is called after none of its entries.
    told += [(FIRST_LINE, first if is_title else ""), (FILES_NAME, "" if note.day else name)]
    for where, words in told:
        if _LETTER.search(words) or day_in(words):
            found = told_by(words)
            is_slug = where == FILES_NAME and " " not in words and words == words.lower()
            yield where, replace(found, company=found.company.title()) if is_slug else found
