"""What all sources of a journal say together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from afterword.model import Journal, Problem, Source
from afterword.reading.applications import applications_of, in_date_order
from afterword.reading.blocks import DEFAULT_EXTENSIONS
from afterword.reading.body import BodyReader
from afterword.reading.checks import checked
from afterword.reading.entry import Entry, read_entry
from afterword.reading.themes import Themes
from afterword.reading.tried import link_attempts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """What reading depends on beside the texts.

    `synonyms` maps a theme to its other names; `extensions` and `extension_configs` are Python-Markdown's, as the site has
    them.
    """

    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extensions: tuple[str, ...] = DEFAULT_EXTENSIONS
    extension_configs: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


def read_journal(sources: Iterable[Source], options: ReadingOptions | None = None) -> Journal:
    """The journal that the sources make, whatever state each of them is in: nothing here raises for a writer's slip."""
    options = options or ReadingOptions()
    return journal_of(read_entries(sources, body_reader(options)), options)


def body_reader(options: ReadingOptions) -> BodyReader:
    """What reads the bodies of entries one after another, with one parser."""
    return BodyReader(options.extensions, options.extension_configs)


def read_entries(sources: Iterable[Source], reader: BodyReader) -> list[Entry]:
    """Each source by itself, without its body."""
    return [replace(entry, body=None) for entry in read_bodies(sources, reader)]


def read_bodies(sources: Iterable[Source], reader: BodyReader) -> Iterator[Entry]:
    """Each source by itself; an interview has its body, which the reader holds until the next one is asked for."""
    return (read_entry(source, reader) for source in sources)


def journal_of(entries: Sequence[Entry], options: ReadingOptions) -> Journal:
    """What the entries make together."""
    read = sorted((entry.interview for entry in entries if entry.interview), key=in_date_order)
    themes = Themes(read, options.synonyms)
    interviews = link_attempts(themes.settle(interview) for interview in read)
    applications = applications_of(interviews)
    problems = [problem for entry in entries for problem in entry.problems]
    problems += checked(entries, applications)
    return Journal(
        interviews=interviews,
        applications=applications,
        problems=tuple(sorted(problems, key=_in_file_order)),
        unread=tuple(
            sorted((one.unread for one in entries if one.unread), key=lambda one: one.path)
        ),
        theme_names=themes.names,
        theme_aliases=themes.aliases,
    )


def _in_file_order(problem: Problem) -> tuple[str, int, int, str]:
    return problem.path, problem.line, problem.column, problem.code
