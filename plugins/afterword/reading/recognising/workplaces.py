"""A page of an interview that calls its company a school, a hospital, or where it was.

Such a key stands on pages about anything else as well. It is the company only where nothing else is, on a page that tells of an
interview by its title or its sections, and that has another key which only an interview has; or beside a role, a day, who
was met, what came of it, and two sections.
"""

from __future__ import annotations

from collections.abc import Sequence

from afterword.reading.matter.facts import Facts, read_facts
from afterword.reading.matter.front_matter import Pair
from afterword.reading.matter.nodes import Mapping
from afterword.reading.matter.texts import is_absent, one_line
from afterword.reading.problems import FileProblems
from afterword.reading.recognising.left_alone import has_placeholder, is_declared_other
from afterword.reading.recognising.page import Page
from afterword.vocabulary.channels import FORMATS, interview_format
from afterword.vocabulary.fields import Keys
from afterword.vocabulary.languages import in_every_language
from afterword.vocabulary.sections import Section
from afterword.vocabulary.spelling import spoken

_COMPANY = "company"


def facts_of(page: Page, problems: FileProblems, keys: Keys) -> Facts:
    """What front matter says, where nothing is called a company with the name of a place of work for one."""
    before, pairs = len(problems.noted), page.matter.pairs
    facts = read_facts(pairs, problems, keys)
    if "company" in facts.places or (meant := _with_workplace(page, keys)) is None:
        return facts
    del problems.noted[before:]
    _note_workplace(pairs, meant, problems)
    return read_facts(meant, problems, keys)


def _with_workplace(page: Page, keys: Keys) -> tuple[Pair, ...] | None:
    """The pairs of front matter with that of a place of work as the company's; None where no such key is meant for one."""
    pairs = page.matter.pairs
    if (found := _workplace(pairs, keys)) is None or not _tells_of_interview(page, keys):
        return None
    meant = found._replace(key=found.key._replace(text=_COMPANY))
    return tuple(meant if pair is found else pair for pair in pairs)


def _note_workplace(pairs: Sequence[Pair], meant: Sequence[Pair], problems: FileProblems) -> None:
    """Say which key was taken for the company."""
    before = next(pair.key for pair, other in zip(pairs, meant, strict=True) if pair is not other)
    told = f"'{before.text}' is read as the company, because nothing else names one."
    problems.hint(before.line, "workplace", f"{told} Call it company: to be sure.")


def _workplace(pairs: Sequence[Pair], keys: Keys) -> Pair | None:
    """The first key of a place of work, or of where it was, that no field of ours has."""
    for part in ("workplace", "whereabouts"):
        words = in_every_language(part)
        for pair in pairs:
            if (
                spoken(pair.key.text) in words
                and keys.field_of(pair.key.text) is None
                and _is_name(pair)
            ):
                return pair
    return None


def _is_name(pair: Pair) -> bool:
    """Whether a value may be a name: a text that is no way to talk, such as a telephone."""
    if is_absent(pair.value) or isinstance(pair.value, Mapping) or has_placeholder(pair.source):
        return False
    return interview_format(one_line(pair.value)) not in FORMATS


def _tells_of_interview(page: Page, keys: Keys) -> bool:
    """Whether a page has a key that only an interview has, or a role, and below it a section of one."""
    from afterword.reading.recognising import lookalikes  # noqa: PLC0415  nearly every entry names a company

    if is_declared_other(page) or lookalikes.is_called_otherwise(page):
        return False
    names = [pair.key.text for pair in page.matter.pairs]
    own = any(lookalikes.own_field(name, keys) for name in names)
    has_role = any(
        (field := keys.field_of(name)) and field.name == "role"
        for name in names
        if spoken(name) != "title"
    )
    if not own and not has_role:
        return False
    sections = {one.section for one in page.titles} - {None}
    has_both_sides = {Section.WENT_WELL, Section.WENT_BADLY} <= sections
    is_told = (
        page.is_told or has_both_sides or (lookalikes.is_called_interview(page) and bool(sections))
    )
    return is_told or (has_role and len(sections) > 1 and _says_enough(names, keys))


def _says_enough(names: Sequence[str], keys: Keys) -> bool:
    """Whether there is a day, who was met, and what came of it."""
    fields = {field.name for name in names if (field := keys.field_of(name))}
    return fields >= {"date", "interviewers", "outcome"}
