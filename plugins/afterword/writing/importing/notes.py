"""What each note of a folder, or of a diary, becomes: nothing, itself, or entries with the facts that it says in another form."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from posixpath import basename, splitext

from afterword.days import DayOrder
from afterword.kinds import Severity
from afterword.model import Journal, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.reading.body.headings import HEADINGS
from afterword.reading.left_alone import is_declared_other, is_template
from afterword.reading.lookalikes import NO_COMPANY, lookalike
from afterword.reading.matter.dates import UnreadableDate, order_in, when
from afterword.reading.matter.front_matter import split_front_matter
from afterword.reading.page import Page
from afterword.reading.problems import FileProblems
from afterword.reading.typed_days import DayError, day_from
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.speaking import Tongue, speaking
from afterword.vocabulary.spelling import bare
from afterword.writing.entry_text import line_of
from afterword.writing.importing.note_facts import Head, head_of, pieces
from afterword.writing.importing.note_rounds import Part, parts_of
from afterword.writing.importing.note_shapes import with_questions, without_outline
from afterword.writing.importing.note_titles import Told, day_in, parts_named, told_by

# The key by which a note is known again.
MARK = "imported"
# What each round of an application has; all else is said of the last one.
_OF_ALL = frozenset({"company", "role", "applied", "source", "application", "private", "draft", "publish"})  # fmt: skip
_SLASHED = re.compile(r"(?<!\d)\d{1,2}[/-]\d{1,2}[/-]\d{4}(?!\d)")
_NO_COMPANY = "it names no company: add a line such as company: Northwind at its top"
# No longer line is a title.
_LONGEST = 90
# What `check` says of a text of which nothing is lost.
_SAID_ANYHOW = frozenset({"nothing-counted"})


@dataclass(frozen=True, slots=True)
class Note:
    """A text from elsewhere under its name, with the day that its program keeps for it, and whether its place says what it is."""

    path: str
    text: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class NewNote:
    """An entry that is to be written: what it is about, its text, and the mark by which it is known again."""

    company: str
    role: str
    day: date
    round: str
    text: str
    is_note: bool
    mark: str


@dataclass(slots=True)
class NoteRead:
    """What a note becomes: entries to write; `dropped` says why there are none, `doubts` what is not sure, `told` where a fact is from."""

    path: str
    made: list[NewNote] = field(default_factory=list)
    dropped: str = ""
    doubts: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    is_as_it_is: bool = False


def read_notes(notes: Sequence[Note], options: ReadingOptions) -> list[NoteRead]:
    """What each note becomes. A day that could be two is read as the notes' other days all have to be, if the options do not say."""
    order = options.dates or _order(notes)
    options = replace(options, dates=order)
    companies = {name for note in notes if (name := head_of(note.path, note.text).fact("company"))}
    return [_read(note, options, companies) for note in notes]


def _order(notes: Iterable[Note]) -> DayOrder | None:
    days = (found for note in notes for found in _SLASHED.findall(note.text[:2000]))
    orders = {order_in(day) for day in days} - {None}
    return orders.pop() if len(orders) == 1 else None


def _read(note: Note, options: ReadingOptions, companies: Collection[str]) -> NoteRead:
    read = NoteRead(note.path)
    text = note.text.replace("\x00", "\N{REPLACEMENT CHARACTER}")
    note = replace(note, text=text)
    with speaking(Tongue(text, str)):
        page = _page(note)
        if not text.strip() or is_template(page, KEYS):
            read.dropped = "a template, or empty"
            return read
        head = replace_body(head_of(note.path, text))
        journal = read_journal([Source(page.path, text)], options)
        titles = list(_titles(note, page))
        if not _is_about_interview(page, journal, titles):
            read.dropped = "not about an interview"
            return read
        above, parts, undated = parts_of(head.body)
        if len(parts) > 1:
            _divided(note, head, (above, parts, titles), companies, read, options)
            read.doubts += [f"'{one}' names no day, so it stays with what stands above it" for one in undated]  # fmt: skip
        elif not _as_it_is(note, journal, read, options):
            _one(note, page, head, titles, companies, read, options)
    return read


def _page(note: Note) -> Page:
    problems = FileProblems(note.path, note.text.split("\n"))
    return Page(_as_markdown(note.path), split_front_matter(note.text, problems), HEADINGS)


def replace_body(head: Head) -> Head:
    """The head with its text put so that it is read."""
    return replace(head, body=with_questions(without_outline(head.body)))


def _as_markdown(path: str) -> str:
    return path if splitext(path)[1] == ".md" else f"{path}.md"


def _as_it_is(note: Note, journal: Journal, read: NoteRead, options: ReadingOptions) -> bool:
    """Whether a note is read where it lies as one interview or one application, and needs no more than its mark."""
    found = _one_in(journal)
    if found is None or not note.text.startswith("---"):
        return False
    company, role, day, name, is_note = found
    mark = _mark(note.path, company, day, name)
    above, fence, below = note.text[3:].partition("\n---")
    text = f"---{above}\n{MARK}: '{mark}'{fence}{below}"
    if _one_in(read_journal([Source(_as_markdown(note.path), text)], options)) != found:
        return False
    read.doubts += _problems(journal)
    read.is_as_it_is = True
    read.made.append(NewNote(company, role, day, name, text, is_note, mark))
    return True


def _one_in(journal: Journal) -> tuple[str, str, date, str, bool] | None:
    """Company, role, day and round of the one interview, or the one application, that a text is."""
    if len(journal.interviews) == 1 and not journal.notes:
        one = journal.interviews[0]
        return one.company, one.role or "", one.when.day, one.round.name if one.round else "", False
    notes = journal.every_note
    if len(notes) == 1 and not journal.interviews:
        return notes[0].company, notes[0].role or "", notes[0].applied, "", True
    return None


def _problems(journal: Journal) -> list[str]:
    return [
        one.message
        for one in journal.problems
        if one.severity is not Severity.HINT and one.code not in _SAID_ANYHOW
    ]


def _mark(*said: object) -> str:
    return sha256("|".join(bare(str(one)) for one in said).encode()).hexdigest()[:12]


def _one(  # noqa: PLR0913, PLR0917  all that a note is made of
    note: Note,
    page: Page,
    head: Head,
    titles: Sequence[tuple[str, Told]],
    companies: Collection[str],
    read: NoteRead,
    options: ReadingOptions,
) -> None:
    """A note that is one interview, or an application, once its facts are in front matter."""
    facts = dict(head.facts)
    near = lookalike(page, KEYS)
    if near and near.code != NO_COMPANY and not head.fact("company"):
        read.doubts.append(f"{near.message} {near.suggestion}")
        return
    _company(note, head, titles, companies, facts, read)
    _day(note, head, titles, facts, read, options)
    _round(head, titles, facts)
    if not (facts.get("company") or head.fact("company")):
        read.doubts.append(_NO_COMPANY)
    elif not any(facts.get(one) or head.fact(one) for one in ("date", "applied")):
        read.doubts.append("it names no day: add a line such as date: 2026-11-12 at its top")
    else:
        _write(note, "", facts, (head.raw, head.body), read, options)


def _is_about_interview(
    page: Page, journal: Journal, titles: Iterable[tuple[str, Told]]
) -> bool:
    """Whether a note is one that is read, or looks like one; else its title has to say that it tells of an interview at a company."""
    if is_declared_other(page):
        return False
    if journal.left_alone == 0:
        return True
    return not page.matter.pairs and any(
        one.is_meeting and one.is_sure and one.company and (one.day or one.round)
        for _, one in titles
    )


def _titles(note: Note, page: Page) -> Iterator[tuple[str, Told]]:
    """What the titles of a note tell, the surest first, with what each is called to people."""
    heads = [one.words for one in page.titles if one.level == 1 and one.section is None][:1]
    first = next((line.strip() for line in page.lines if line.strip()), "")
    is_title = len(first) < _LONGEST and HEADINGS.section_of(first.strip("#*_: ")) is None
    name = splitext(basename(note.path.partition("#")[0]))[0]
    for where, words in (("title", heads[0] if heads else ""), ("first line", first if is_title else ""), ("file's name", name)):  # fmt: skip
        if re.search(r"[^\W\d_]", words) or day_in(words):
            told = told_by(words)
            is_slug = where == "file's name" and " " not in words and words == words.lower()
            yield where, replace(told, company=told.company.title()) if is_slug else told


def _company(  # noqa: PLR0913, PLR0917
    note: Note,
    head: Head,
    titles: Sequence[tuple[str, Told]],
    companies: Collection[str],
    facts: dict[str, str],
    read: NoteRead,
) -> None:
    """The company where the note does not name it as such, and the role."""
    role = next((told.role for _, told in titles if told.role), "")
    if role and not head.fact("role"):
        facts["role"] = role
    if head.fact("company"):
        return
    known = {bare(one): one for one in companies}
    named = [(where, told) for where, told in titles if told.company]
    folder = next(parts_named(note.path), "")
    same = [(where, known[bare(told.company)]) for where, told in named if bare(told.company) in known]  # fmt: skip
    sure = [(where, told.company) for where, told in named if told.is_meeting and told.is_sure]
    by_folder = [("folder", folder)] if folder else []
    is_round = any(told.is_meeting and not told.company for _, told in titles)
    for choices, is_sure in ((same, True), (by_folder if is_round else [], True), (sure, True), ([(where, told.company) for where, told in named], False), (by_folder, False)):  # fmt: skip
        for where, name in choices[:1]:
            facts["company"] = name
            (read.told if is_sure else read.doubts).append(f"'{name}' is taken for the company, from its {where}")  # fmt: skip
            return


def _day(  # noqa: PLR0913, PLR0917
    note: Note,
    head: Head,
    titles: Iterable[tuple[str, Told]],
    facts: dict[str, str],
    read: NoteRead,
    options: ReadingOptions,
) -> None:
    """The day of the interview: as a fact, in a title, on a line of its own, or as the program keeps it."""
    if written := head.facts.get("date"):
        facts["date"] = _certain(written, read, options)
        return
    if head.fact("date"):
        return
    told = next((one.day for _, one in titles if one.day), "") or _first_day(head.body)
    if told:
        facts["date"] = _certain(told, read, options)
    elif note.day:
        facts["date"] = note.day.isoformat()
        read.told.append(f"date {note.day}, on which it was written")


def _first_day(body: str) -> str:
    """The day that one of the first lines is, or begins with."""
    for line in [one.strip("*_ #>-") for one in body.split("\n") if one.strip()][:4]:
        day = day_in(line)
        if day and (len(line) < 40 or line.startswith(day)):
            return day
    return ""


def _certain(written: str, read: NoteRead, options: ReadingOptions) -> str:
    """A day as it is written in front matter: in figures where it is sure, else as it is."""
    try:
        meant = when(written, order=options.dates)
    except UnreadableDate:
        pass
    else:
        return written if meant.whole_month or meant.clock else meant.day.isoformat()
    try:
        day = day_from(written, options.today or date.today(), order=options.dates)  # noqa: DTZ011  where nobody says which day it is
    except (DayError, OverflowError):
        return written
    read.doubts.append(f"'{written}' names no year and is taken for {day}")
    return day.isoformat()


def _round(head: Head, titles: Iterable[tuple[str, Told]], facts: dict[str, str]) -> None:
    name = next((one.round for _, one in titles if one.round), "")
    if name and not head.fact("round") and ("date" in facts or head.fact("date")):
        facts["round"] = name


def _divided(  # noqa: PLR0913, PLR0917
    note: Note,
    head: Head,
    divided: tuple[str, Sequence[Part], Sequence[tuple[str, Told]]],
    companies: Collection[str],
    read: NoteRead,
    options: ReadingOptions,
) -> None:
    """A note with several rounds as an entry for each: what is said of the application in all, what stands above in the first."""
    above, parts, titles = divided
    shared = dict(head.facts)
    _company(note, head, titles, companies, shared, read)
    if not (shared.get("company") or head.fact("company")):
        read.doubts.append(_NO_COMPANY)
        return
    raws = _raws(head.raw, len(parts))
    last = len(parts) - 1
    for at, part in enumerate(parts):
        own = {key: value for key, value in shared.items() if key in _OF_ALL or at == last}
        own.pop("date", None)
        own["date"] = _certain(part.day, read, options)
        if name := told_by(part.words, [shared.get("company") or head.fact("company")]).round:
            own["round"] = name
        else:
            own.pop("round", None)
        text = part.text if at or not above.strip() else f"{above}\n\n{part.text}"
        _write(note, part.words, own, (raws[at], text), read, options)


def _raws(raw: str, number: int) -> list[str]:
    """The front matter of each of so many rounds: what is of the application in all, all else in the last; a day of the whole as a comment."""
    every, last = [], []
    for name, piece in pieces(raw) if raw.strip() else ():
        if name in _OF_ALL:
            every.append(piece)
        elif name in {"date", "round"}:
            last.append("\n".join(f"# {line}" for line in piece.split("\n")))
        else:
            last.append(piece)
    return ["\n".join(every)] * (number - 1) + ["\n".join([*every, *last])]


def _write(  # noqa: PLR0913, PLR0917
    note: Note,
    part: str,
    facts: dict[str, str],
    written: tuple[str, str],
    read: NoteRead,
    options: ReadingOptions,
) -> None:
    """The entry of these facts above a text, once it is read as meant; first with all of the facts, then with those alone that say which it is."""
    raw, body = written
    needed = {key: facts[key] for key in ("company", "date", "applied", "role", "round") if key in facts}  # fmt: skip
    fence = "`" * (1 + max((len(one) for one in re.findall(r"`{3,}", body)), default=2))
    quoted = f"{fence}text\n{body}\n{fence}"
    for own, text in ((facts, body), (needed, body), (needed, quoted)):
        mark = _mark(note.path, part, "")
        made = _entry(raw, own, text, mark)
        journal = read_journal([Source(_as_markdown(note.path), made)], options)
        found = _one_in(journal)
        if found and _is_meant(found, own) and not (found[-1] and text is quoted):
            company, role, day, name, is_note = found
            read.doubts += [one for one in _problems(journal) if one not in read.doubts]
            if text is quoted:
                read.doubts.append("its text is kept as it is, and nothing in it is counted")
            read.made.append(NewNote(company, role, day, name, made, is_note, mark))
            return
    read.doubts += _problems(journal) or ["what was made of it is not read as meant"]


def _is_meant(found: tuple[str, str, date, str, bool], facts: dict[str, str]) -> bool:
    company, _, day, _, is_note = found
    if "company" in facts and bare(company) != bare(facts["company"]):
        return False
    wanted = facts.get("applied" if is_note else "date", "")
    is_plain = re.fullmatch(r"\d{4}-\d{2}-\d{2}", wanted)
    return not (is_note and "date" in facts) and (not is_plain or wanted == day.isoformat())


def _entry(raw: str, facts: dict[str, str], body: str, mark: str) -> str:
    """The text of an entry: the facts as far as the front matter does not have them, that as it is, the mark, and the text."""
    filled = raw
    lines = []
    for key, value in facts.items():
        said = line_of(key, _typed(value))
        empty = _empty_line(filled, key)
        if empty is None:
            lines.append(said)
        else:
            filled = filled.replace(empty, said, 1)
    front = [*lines, *filter(None, [filled]), f"{MARK}: '{mark}'"]
    return "\n".join(["---", *front, "---", "", body.strip("\n")]) + "\n"


def _typed(value: str) -> str | date:
    return date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) else value


def _empty_line(raw: str, name: str) -> str | None:
    """The line of front matter that has a key without a value."""
    for line in raw.split("\n"):
        key, colon, value = line.partition(":")
        known = KEYS.field_of(key.strip()) if colon and not value.strip(" '\"") else None
        if known and known.name == name:
            return line
    return None
