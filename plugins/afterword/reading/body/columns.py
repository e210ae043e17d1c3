"""Which columns or rows of a table belong to a section of their own: "Pros | Cons", "What went well | Why"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from afterword.kinds import Answered, FeedbackKind
from afterword.patterns import seldom
from afterword.reading.body.blocks import Item, Paragraph, Table
from afterword.reading.body.headings import Headings
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.sections import LISTED, SIDES, Section
from afterword.vocabulary.sides import answered, side_of
from afterword.vocabulary.speaking import Said
from afterword.vocabulary.spelling import spoken

# Within these only a table of nothing but sections is another one's; theirs are words, a letter's or a plan's.
_OWN = frozenset(LISTED)
_VERDICT = Said("column verdict", *WORDS.spoken("column answered"))
_SIDES = {Answered.WELL: Section.WENT_WELL, Answered.BADLY: Section.WENT_BADLY}
# What ends a verdict: "good, they laughed".
_BEHIND = seldom(r"\s*[,;:.!(–—]\s*|\s+-\s+")
# In a table "who" is whose promise it is.
_PEOPLE = WORDS.spoken("key interviewers") - {"who"} | {"interviewers"}


def sections_of_columns(
    table: Table, headings: Headings, within: Section | None
) -> Mapping[int, Section]:
    """The section that each column's head names; within a section only where every head that says anything names one."""
    if within is not None and within not in _OWN and within is not Section.MIXED:
        return {}
    written = {at: cell for at, cell in enumerate(table.head) if cell.strip()}
    named = {at: headings.section_of(cell) for at, cell in written.items()}
    sections = {at: section for at, section in named.items() if section in _OWN and section}
    if within is None or within is Section.MIXED:
        return sections
    return sections if len(sections) > 1 and len(sections) == len(named) else {}


def sides_of_columns(table: Table, headings: Headings) -> Mapping[int, FeedbackKind]:
    """The side of their feedback that each column's head names."""
    sides: dict[int, FeedbackKind] = {}
    for at, cell in enumerate(table.head):
        section = headings.section_of(cell)
        side = side_of(cell) or (SIDES.get(section) if section else None)
        if side:
            sides[at] = side
    return sides


def column_of(table: Table, column: int, named: Collection[int]) -> Table:
    """A table with one column in front, without the other named ones; what is in none of them goes with the first of them."""
    first = column == min(named)
    others = [at for at in range(len(table.head)) if at not in named] if first else []
    order = (column, *others)
    rows = tuple(
        (line, tuple(cells[at] for at in order if at < len(cells)))
        for line, cells in table.rows
        if column < len(cells) and cells[column]
    )
    return Table(line=table.line, head=tuple(table.head[at] for at in order), rows=rows)


def sections_of_rows(table: Table, headings: Headings) -> Iterator[tuple[Section, Item]]:
    """The section that each row's first cell names, with what stands in the other cells: "Went well | calm"."""
    rows = [(table.line, table.head), *table.rows]
    named = [(line, cells, _named(cells, headings)) for line, cells in rows if cells]
    if not any(section for _, cells, section in named if cells is not table.head):
        return
    for line, cells, section in named:
        said = [cell for cell in cells[1:] if cell.strip()]
        if section and said:
            notes = tuple(Paragraph(line=line, text=cell) for cell in said[1:])
            yield section, Item(line=line, text=said[0], inside=notes)


def _named(cells: tuple[str, ...], headings: Headings) -> Section | None:
    """The section that the first cell names; a dash alone says that there is nothing."""
    section = headings.bare_section(cells[0].strip("*_: "))
    return section if section in _OWN else None


def sections_of_verdicts(
    table: Table, headings: Headings
) -> Iterator[tuple[Section | None, Table]]:
    """Each row as a table without its verdict, and the section that this names: "SQL | good" below "Topic | How did it go?".

    None is the section of a row on no side. Nothing where no column is one of verdicts.
    """
    column = next(
        (at for at, head in enumerate(table.head) if _is_of_verdicts(head, headings)), None
    )
    if column is None:
        return
    rows = [(line, cells) for line, cells in table.rows if column < len(cells) and any(cells)]
    sections = [_verdict(cells[column], headings) for _, cells in rows]
    if not any(sections):
        return
    head = (*_without(table.head, column), "")
    for (line, cells), section in zip(rows, sections, strict=True):
        short = ("",) * (len(table.head) - len(cells))
        others = _without((*cells, *short), column)
        # What nothing else is said of is told by its verdict.
        behind = " ".join(_behind_verdict(cells[column])) if any(others) else cells[column]
        yield section, Table(line=line, head=head, rows=((line, (*others, behind)),))


def _without(cells: tuple[str, ...], column: int) -> tuple[str, ...]:
    return (*cells[:column], *cells[column + 1 :])


def _is_of_verdicts(head: str, headings: Headings) -> bool:
    return spoken(head) in _VERDICT or headings.section_of(head) is Section.MIXED


def _verdict(cell: str, headings: Headings) -> Section | None:
    """The section that a verdict names: "good", "well", "👍"."""
    words = cell.strip(" *_")
    first = _BEHIND.split(words, maxsplit=1)[0] or words
    for said in (words, first):
        if (went := answered(said)) is not None:
            return _SIDES.get(went)
        if (section := headings.section_of(said)) in SIDES:
            return section
    return None


def _behind_verdict(cell: str) -> list[str]:
    """What is said behind a verdict."""
    words = cell.strip(" *_")
    return [rest for rest in _BEHIND.split(words, maxsplit=1)[1:] if spoken(rest)]


def unread_rows(table: Table) -> tuple[Item, ...]:
    """The rows of a table that stands in no section, each as an item; none of one that gives facts."""
    heads = [spoken(cell) for cell in table.head]
    firsts = [table.head[:1], *(cells[:1] for _, cells in table.rows)]
    is_of_facts = len(table.head) == 2 and any(
        KEYS.field_of(cell.strip("*_: ")) for cells in firsts for cell in cells
    )
    if is_of_facts or not _PEOPLE.isdisjoint(heads):
        return ()
    return whole_rows(table)


def whole_rows(table: Table) -> tuple[Item, ...]:
    """Each row of a table as one item, with all that its cells say."""
    rows = ((line, [cell for cell in cells if cell.strip()]) for line, cells in table.rows)
    return tuple(Item(line=line, text=", ".join(cells), inside=()) for line, cells in rows if cells)
