"""Reads one source as what it is: an interview, an entry that could not be read, a file that looks like one, or a page that is left alone."""

from __future__ import annotations

from collections.abc import Generator, Set
from dataclasses import replace
from datetime import date

from afterword.days import DayOrder
from afterword.kinds import Severity
from afterword.model import Problem, Source, Unread
from afterword.reading.body.body import BodyReader
from afterword.reading.body.comments import without_comments, without_ended_comments
from afterword.reading.bounds import beyond_bounds
from afterword.reading.entry import Entry
from afterword.reading.facts_in_body.reading import with_facts_of
from afterword.reading.folder import is_markdown
from afterword.reading.interview import Known, interview_of
from afterword.reading.matter.facts import Facts
from afterword.reading.matter.front_matter import FrontMatter, split_front_matter
from afterword.reading.matter.loading import is_loaded, loadable, note_unloadable, note_unloaded
from afterword.reading.matter.tags import tags_in
from afterword.reading.problems import FileProblems
from afterword.reading.recognising.application_notes import application_note
from afterword.reading.recognising.left_alone import (
    has_interviews,
    has_placeholder,
    is_about_application,
    is_about_other,
    is_declared_other,
    is_template,
)
from afterword.reading.recognising.misplaced import note_lost_headings
from afterword.reading.recognising.missing_date import note_missing_date, suggestions
from afterword.reading.recognising.page import Page
from afterword.reading.recognising.several import note_several
from afterword.reading.recognising.withheld import says_withheld
from afterword.reading.recognising.workplaces import facts_of
from afterword.vocabulary.fields import Keys
from afterword.vocabulary.tables import VOCABULARY, Vocabulary

# What a letter to a company has not, and an interview that was written up.
_OF_INTERVIEWS = frozenset({"role", "interviewers", "round", "outcome"})
# A reading that pauses, so that others can be brought as far; it returns what was read.
Steps = Generator[None, None, Entry]


def read_entry(
    source: Source,
    reader: BodyReader,
    *,
    vocabulary: Vocabulary = VOCABULARY,
    holidays: Set[date] = frozenset(),
    order: DayOrder | None = None,
) -> Steps:
    """The source read as far as it can be, with every problem in it; `order` is that of the numbers in dates that could be two.

    It pauses three times before the body is read, and twice after that.
    """
    if not is_markdown(source.path):
        from afterword.reading.recognising.misnamed import misnamed  # noqa: PLC0415  few files are

        found = misnamed(source, vocabulary.keys, reader.headings)
        is_kept = bool(found) and says_withheld(source.text or "", vocabulary.keys)
        entry = Entry(path=source.path, problems=found, looks_like_one=bool(found))
        return entry._replace(withheld=source.path) if is_kept else entry
    if source.text is None:
        return _not_opened(source)
    # What is shown of a line is what others may read of it.
    lines = without_ended_comments(source.text).split("\n")
    problems = FileProblems(source.path, lines, order=order)
    matter = split_front_matter(source.text, problems)
    if matter.raw is None and "\x00" in source.text:
        return _not_text(source, source.text, problems)
    lost = tuple(problems.noted)
    page = Page(source.path, matter, reader.headings)
    yield
    facts = facts_of(page, problems, vocabulary.keys)
    yield
    company = facts.text.get("company")
    if is_template(page, vocabulary.keys) or (
        "company" in facts.places and is_about_other(page, facts)
    ):
        entry = _filled_template(source, page, facts) or _left_alone(source, matter)
    elif company and (about := _of_application(source, page, facts, problems, vocabulary.keys)):
        entry = about
    elif company and (
        read := (yield from _interview(page, facts, reader, problems, vocabulary.keys, holidays))
    ):
        note_lost_headings(matter, problems, reader.headings)
        note_unloaded(facts.foreign, problems)
        noted = tuple(problems.noted)
        entry = read._replace(problems=noted) if noted else read
    elif "company" in facts.places:
        # Where a day was left empty, what stands below might have told it.
        about = _application_note(source, page, facts, problems)
        entry = about or _unread(source, page, facts, problems, vocabulary.keys)
    else:
        problems.noted[:] = [*lost, *_slips(problems, len(lost), vocabulary.keys)]
        entry = _without_company(source, page, problems, vocabulary.keys)
    if problems.orders and (entry.interview or entry.unread or entry.note):
        entry = entry._replace(orders=frozenset(problems.orders))
    is_kept = facts.withheld or _is_kept(entry, source.text, matter, vocabulary.keys)
    return entry._replace(withheld=entry.path) if is_kept else entry


def _is_kept(entry: Entry, text: str, matter: FrontMatter, keys: Keys) -> bool:
    """Whether a file says that it is not to be published where its front matter, or what was meant as one, was read otherwise."""
    if entry.unread or entry.looks_like_one or matter.misfenced:
        return says_withheld(text, keys)
    return matter.raw is not None and says_withheld(matter.raw, keys)


def _too_long(matter: FrontMatter, told: str, problems: FileProblems) -> Entry:
    """An entry with more in it than anybody writes, which would take minutes to lay out."""
    how = "Keep what was pasted into it in a file of its own, without company:."
    problems.at(matter.body_line, 1, "too-long", told, how)
    unread = Unread(path=problems.path, front_matter=matter.raw or "")
    return Entry(path=problems.path, problems=tuple(problems.noted), unread=unread)


def _interview(
    page: Page,
    facts: Facts,
    reader: BodyReader,
    problems: FileProblems,
    keys: Keys,
    holidays: Set[date],
) -> Generator[None, None, Entry | None]:
    """An interview, with its body as the reader holds it; None where neither front matter nor body tells its day."""
    company = facts.text.get("company") or ""
    matter = page.matter
    if told := beyond_bounds(matter.body):
        return _too_long(matter, told, problems)
    left_out = "date" not in facts.places or any(one.code == "no-date" for one in problems.noted)
    if facts.moment.get("date") is None and (not left_out or matter.broken):
        return None
    mended = reader.mended(matter.body)
    yield
    body = reader.read(matter.body, matter.body_line, mended)
    yield
    end = note_several(page, company, problems, keys)
    above = set(facts.places)
    body = with_facts_of(body, facts, problems, keys, holidays=holidays, end=end)
    yield
    when = facts.moment.get("date")
    if when is None:
        return None
    known = Known(page.path, company, when)
    return Entry(
        path=known.path,
        interview=interview_of(known, matter, facts, body, problems, holidays=holidays),
        places=facts.places,
        sections=body.sections,
        rounds=body.rounds,
        sideless=body.sideless,
        unread_lists=body.unread,
        slips=body.slips,
        # A fact that the body states is read, and no item.
        uncounted=body.uncounted if above == set(facts.places) else None,
        open_comment=body.open_comment,
        body=body,
        is_titled=facts.is_titled,
        tags=tags_in(facts.foreign),
    )


def _unread(source: Source, page: Page, facts: Facts, problems: FileProblems, keys: Keys) -> Entry:
    """An entry that lacks its company or its date, which is told."""
    has_company, has_date = facts.text.get("company") is not None, "date" in facts.places
    if has_company and not has_date and not page.matter.broken:
        note_missing_date(facts.places["company"], problems, keys, page)
    return _with_page_of_ours(source, page.matter, problems)


def _with_page_of_ours(source: Source, matter: FrontMatter, problems: FileProblems) -> Entry:
    """A file whose front matter could not be read, which MkDocs would print."""
    unread = Unread(
        path=source.path, front_matter=matter.raw or "", body=without_comments(matter.body)
    )
    return Entry(path=source.path, problems=tuple(problems.noted), unread=unread)


def _left_alone(source: Source, matter: FrontMatter) -> Entry:
    """A page that is no interview, with a text that has none of the front matter that MkDocs could not load."""
    if matter.raw is None or is_loaded(matter):
        return Entry(path=source.path)
    keys = loadable(matter.pairs)
    return Entry(
        path=source.path, page=f"---\n{keys}\n---\n\n{matter.body}" if keys else matter.body
    )


def _filled_template(source: Source, page: Page, facts: Facts) -> Entry | None:
    """A file among templates that names a company and a day, as an interview does that was filed there: that it is not read is told."""
    if facts.text.get("company") is None or facts.moment.get("date") is None:
        return None
    is_filled = page.is_told or not _OF_INTERVIEWS.isdisjoint(facts.places)
    if not is_filled or has_placeholder(page.matter.raw or "") or is_declared_other(page):
        return None
    told = "This file names a company and a day, and lies in a folder of templates, so it is not read as an interview."
    how = "Move it to another folder if it is one; if it is an example, add type: page to it."
    return _told_to_look_like_one(source, page, facts, ("among-templates", told, how))


def _told_to_look_like_one(
    source: Source, page: Page, facts: Facts, warning: tuple[str, str, str]
) -> Entry:
    """A page that is left alone, with a code, a message and a suggestion where it names its company."""
    problems = FileProblems(source.path, page.lines)
    problems.at(*facts.places["company"], *warning, severity=Severity.WARNING)
    noted = tuple(replace(one, excerpt="") for one in problems.noted)
    return _left_alone(source, page.matter)._replace(problems=noted, looks_like_one=True)


def _of_application(
    source: Source, page: Page, facts: Facts, problems: FileProblems, keys: Keys
) -> Entry | None:
    """A note on an application, or a page about a whole one; None for all else."""
    is_undated = "date" not in facts.places
    if is_undated and (entry := _application_note(source, page, facts, problems)):
        return entry
    return (
        _about_application(source, page, facts, keys) if is_about_application(page, facts) else None
    )


def _application_note(
    source: Source, page: Page, facts: Facts, problems: FileProblems
) -> Entry | None:
    """A note on an application without an interview, as a page that is left alone otherwise."""
    note = application_note(page, facts, problems)
    alone = _left_alone(source, page.matter)
    return alone._replace(note=note, problems=tuple(problems.noted)) if note else None


def _about_application(source: Source, page: Page, facts: Facts, keys: Keys) -> Entry:
    """A page about a whole application: that its interviews are not read is told, as long as there may be any."""
    if not has_interviews(page, keys):
        return _left_alone(source, page.matter)
    told = "This is about an application as a whole and names no day of an interview, so no interview is read here."
    how = "Give each interview a file of its own with company:, role: and date:; this one can stay, and is left alone then."
    entry = _told_to_look_like_one(source, page, facts, ("whole-application", told, how))
    return entry._replace(application=facts.text.get("company") or "")


def _without_company(source: Source, page: Page, problems: FileProblems, keys: Keys) -> Entry:
    """A page that names no company: what looks like an interview, front matter that cannot be read, or a page of one's own."""
    # A page without a company is the exception, and five modules look at nothing else.
    from afterword.reading.recognising.lookalikes import lookalike  # noqa: PLC0415

    is_slip = bool(problems.noted) and not problems.failed and not page.matter.misfenced
    found = lookalike(page, keys)
    if found and not (is_slip and found.body is None):
        # What is wrong with that line is told once.
        problems.noted[:] = [one for one in problems.noted if one.line != found.line]
        place = found.line, 1, found.code, found.message, found.suggestion
        problems.at(*place, severity=Severity.WARNING)
    is_published = is_loaded(page.matter) and not problems.failed
    if not is_published or (found and found.body is not None):
        note_unloadable(page.matter, problems)
        body = page.matter.body if found is None or found.body is None else found.body
        unread = Unread(
            path=source.path,
            front_matter="" if found else page.matter.raw or "",
            body=without_comments(body),
            looks_like_one=found is not None,
        )
        told = tuple(problems.noted)
        return Entry(path=source.path, problems=told, unread=unread, looks_like_one=bool(found))
    looks_like_one = found is not None or is_slip
    told = tuple(problems.noted)
    text = _without_comments(source, page.matter) if looks_like_one else None
    return Entry(path=source.path, problems=told, looks_like_one=looks_like_one, page=text)


def _without_comments(source: Source, matter: FrontMatter) -> str | None:
    """The whole text of a file without its comments; None where it has none."""
    text = source.text or ""
    above = text[: len(text) - len(matter.body)]
    clean = without_ended_comments(above) + without_comments(matter.body)
    return clean if clean != text else None


def _slips(problems: FileProblems, first: int, keys: Keys) -> list[Problem]:
    """Of what was noted from the first on, the slips for a company: the names of our other keys are, on an ordinary page, that page's own."""
    meant = suggestions("company", keys)
    return [one for one in problems.noted[first:] if one.suggestion in meant]


def _not_text(source: Source, text: str, problems: FileProblems) -> Entry:
    before = text.partition("\x00")[0]
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    problems.at(line, column, "not-text", "This is not a text file.")
    unread = Unread(path=source.path)
    return Entry(path=source.path, problems=tuple(problems.noted), unread=unread)


def _not_opened(source: Source) -> Entry:
    problems = FileProblems(source.path, [])
    if source.fault:
        code, message = "not-utf-8", "From here on this file is not UTF-8."
        problems.at(*source.fault, code, message, "Save it as UTF-8 in your editor.")
    else:
        code, message = "not-opened", "This file could not be opened."
        problems.at(
            1,
            1,
            code,
            message,
            "See that it is a file, no pipe and no link to nowhere, and that you may read it.",
        )
    unread = Unread(path=source.path)
    return Entry(path=source.path, problems=tuple(problems.noted), unread=unread)
