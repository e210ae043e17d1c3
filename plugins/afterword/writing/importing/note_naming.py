"""Which company a note is about, and which day and round, where it does not say so as a fact."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from afterword.reading.matter.dates import UnreadableDate, when
from afterword.reading.recognising.property_lines import property_on
from afterword.reading.typed_days import DayError, day_from
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.speaking import languages_spoken
from afterword.vocabulary.spelling import bare
from afterword.writing.importing.note import NoteRead, Understood
from afterword.writing.importing.note_titles import day_in, parts_named
from afterword.writing.importing.title_parts import begins_as_name

# Where a title stands that may as well be a sentence.
FIRST_LINE, FILES_NAME = "first line", "file's name"
# In so many of its first lines a note says its day by itself; a longer line has to begin with it.
_FIRST, _SHORT = 8, 40
# So many letters are the sign of a language as well: "ja-2.md".
_SIGN = 2


def name_company(one: Understood, facts: dict[str, str], read: NoteRead) -> None:
    """Add the company that the titles or the folder of a note name, and the role, to the facts that lack them, and say where it is from."""
    where, role = next(((where, told.role) for where, told in one.titles if told.role), ("", ""))
    if role and not one.head.fact("role"):
        facts["role"] = role
        if where == FILES_NAME and role[:1].islower():
            read.doubts.append(f"'{role}' is taken for the role, from its {where}")
    if one.head.fact("company"):
        return
    for where, name, is_sure in _choices(one):
        facts["company"] = name
        said = read.told if is_sure else read.doubts
        said.append(f"'{name}' is taken for the company, from its {where}")
        return


def _choices(one: Understood) -> Iterator[tuple[str, str, bool]]:
    """Where a company may be named, its name, and whether it can only be that: the surest first."""
    known = {bare(name): name for name in one.companies}
    # A first line may be a sentence: "On the day, at nine o'clock".
    named = [
        (where, told)
        for where, told in one.titles
        if told.company
        and (where != FIRST_LINE or begins_as_name(told.company) or bare(told.company) in known)
    ]
    for where, told in named:
        if bare(told.company) in known:
            yield where, known[bare(told.company)], True
    folder = next(parts_named(one.note.path), "")
    if folder and any(told.is_meeting and not told.company for _, told in one.titles):
        yield "folder", folder, True
    for where, told in named:
        if told.is_meeting and told.is_sure and _may_be_name(where, told.company):
            yield where, told.company, True
    for where, told in named:
        yield where, told.company, False
    if folder:
        yield "folder", folder, False


def _may_be_name(where: str, company: str) -> bool:
    """Whether words are surely a name.

    Of a file they are what the note was about as well, in small letters or in a script without, or a language's sign. In a title in
    another language than English a last word in small letters may be what round it was: "Jantar druga rozmowa".
    """
    if languages_spoken() and (not begins_as_name(company) or company.rpartition(" ")[2].islower()):
        return False
    is_sign = len(bare(company)) <= _SIGN and not company.isupper()
    return where != FILES_NAME or (not is_sign and (company.istitle() or company[:1].isupper()))


def name_day(one: Understood, facts: dict[str, str], read: NoteRead) -> None:
    """Add the day of the interview: as a fact, in a title, on a line of its own, or as the program of the note keeps it."""
    if one.head.fact("date") and "date" not in facts:
        return
    told = facts.get("date") or next((told.day for _, told in one.titles if told.day), "")
    if told := told or first_day(one.head.body, is_dated=one.note.day is not None):
        facts["date"] = certain_day(told, one, read)
    elif one.note.day and not one.head.fact("applied"):
        facts["date"] = one.note.day.isoformat()
        read.told.append(f"the day, {one.note.day}, is that on which it was written")


def name_round(one: Understood, facts: dict[str, str]) -> None:
    """Add the round that a title names to an interview that names none."""
    name = next((told.round for _, told in one.titles if told.round), "")
    if name and not one.head.fact("round") and (facts.get("date") or one.head.fact("date")):
        facts["round"] = name


def first_day(body: str, *, is_dated: bool) -> str:
    """The day that one of the first lines is, or begins with; none where several do, as in a list of what happened when.

    What a line says of another fact is none. Where the program of the note has kept its day, only a line that begins with one is another.
    """
    written = enumerate(body.split("\n"))
    lines = [line.strip("*_ #>-") for at, line in written if not _is_other_fact(line, at)]
    days = {
        day
        for _, line in zip(range(_FIRST), filter(None, lines), strict=False)
        if (day := day_in(line)) and (line.startswith(day) or (len(line) < _SHORT and not is_dated))
    }
    return days.pop() if len(days) == 1 else ""


def _is_other_fact(line: str, at: int) -> bool:
    """Whether a line says a fact that is not the day: "Status: got the job, start 2 Feb"."""
    one = property_on(line, at, KEYS)
    return one is not None and one.field.name != "date"


def certain_day(written: str, one: Understood, read: NoteRead) -> str:
    """A day as it stands in front matter: in figures where it is sure, with the nearest year where it names none, which is doubted, else as it is written."""
    try:
        meant = when(written, order=one.options.dates)
    except UnreadableDate:
        return _with_year(written, one, read)
    return written if meant.whole_month or meant.clock else meant.day.isoformat()


def _with_year(written: str, one: Understood, read: NoteRead) -> str:
    try:
        day = day_from(written, one.options.today or date.max, order=one.options.dates)
    except DayError:
        return written
    read.doubts.append(f"'{written}' names no year and is taken for {day}")
    return day.isoformat()
