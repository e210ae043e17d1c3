"""Files that MkDocs reads no page from, by their endings, and that hold an interview all the same."""

from __future__ import annotations

from posixpath import basename, splitext

from afterword.model import Problem, Source
from afterword.reading.body.headings import Headings
from afterword.reading.folder import page_name
from afterword.reading.matter.front_matter import split_front_matter
from afterword.reading.matter.texts import is_absent
from afterword.reading.problems import FileProblems, warning
from afterword.reading.recognising.left_alone import has_placeholder, is_template
from afterword.reading.recognising.lookalikes import NO_COMPANY, is_called_interview, lookalike
from afterword.reading.recognising.page import Page
from afterword.vocabulary.fields import Keys


def misnamed(source: Source, keys: Keys, headings: Headings) -> tuple[Problem, ...]:
    """The warning about a text that is an interview but for its name; nothing for any other text."""
    if not source.text or "\x00" in source.text or not _is_interview(source, keys, headings):
        return ()
    name = basename(source.path)
    ending = splitext(name)[1]
    shown = f"ends in {ending}" if ending else "has no ending"
    told = f"{name} {shown}, so it is not read, and it looks like an interview."
    how = f"Rename it to {basename(page_name(source.path))}"
    return (warning(source.path, (1, 1), "not-markdown", told, how),)


def _is_interview(source: Source, keys: Keys, headings: Headings) -> bool:
    text = source.text or ""
    matter = split_front_matter(text, FileProblems(source.path, []))
    page = Page(source.path, matter, headings)
    if is_template(page, keys):
        return False
    named = (
        pair
        for pair in matter.pairs
        if (field := keys.field_of(pair.key.text))
        if field.name == "company"
    )
    if any(not is_absent(pair.value) and not has_placeholder(pair.source) for pair in named):
        return True
    found = lookalike(page, keys)
    return found is not None and (found.code != NO_COMPANY or is_called_interview(page))
