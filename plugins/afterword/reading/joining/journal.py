"""What all sources of a journal say together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache, partial

from afterword.days import DayOrder
from afterword.frozen import dataclass, field
from afterword.model import Journal, Problem, Source, Withheld
from afterword.reading.body.body import BodyReader
from afterword.reading.body.headings import HEADINGS, Headings
from afterword.reading.entry import Entry
from afterword.reading.joining.applications import applications_of, in_date_order
from afterword.reading.joining.attempts import link_attempts
from afterword.reading.joining.checks import checked
from afterword.reading.joining.day_order import in_one_order, read_in_order
from afterword.reading.joining.themes import Themes
from afterword.reading.joining.titles import with_roles
from afterword.reading.recognising.application_notes import joined
from afterword.reading.tongue import read_in_their_languages
from afterword.vocabulary.extensions import BUILT_IN
from afterword.vocabulary.speaking import language_of_most
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.tables import VOCABULARY, Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """What reading depends on beside the texts.

    `synonyms` maps a theme to its other names; `extensions` and `extension_configs` are Python-Markdown's, as the site has
    them; `holidays` are no business days. `for_publishing` leaves out what its writer does not want published,
    `dates` is the order of the numbers in dates that could be two days, None where the journal decides,
    `themes_from_tags` gives an entry's items that name no theme the tags of its front matter.
    Of an interview from `today` on nothing is written up yet.
    """

    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extensions: tuple[str, ...] = BUILT_IN
    extension_configs: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    holidays: frozenset[date] = frozenset()
    for_publishing: bool = False
    themes_from_tags: bool = False
    dates: DayOrder | None = None
    today: date | None = None


def read_journal(
    sources: Iterable[Source],
    options: ReadingOptions | None = None,
    *,
    vocabulary: Vocabulary = VOCABULARY,
) -> Journal:
    """The journal that the sources make, whatever state each of them is in: nothing here raises for a writer's slip."""
    options = options or ReadingOptions()
    return journal_of(read_entries(sources, options, vocabulary=vocabulary), options)


def body_reader(options: ReadingOptions, vocabulary: Vocabulary = VOCABULARY) -> BodyReader:
    """What reads the bodies of entries one after another, with one parser."""
    headings = HEADINGS if vocabulary is VOCABULARY else Headings(vocabulary.sections)
    return BodyReader(options.extensions, options.extension_configs, headings)


def _known_reader(options: ReadingOptions, vocabulary: Vocabulary) -> BodyReader:
    is_usual = vocabulary is VOCABULARY and not options.extension_configs
    return _usual_reader(options.extensions) if is_usual else body_reader(options, vocabulary)


@lru_cache(maxsize=2)
def _usual_reader(extensions: tuple[str, ...]) -> BodyReader:
    """The one that was made last: where a change is proved, one text is read again and again, and a parser takes as long as a text."""
    return BodyReader(extensions)


def read_entries(
    sources: Iterable[Source],
    options: ReadingOptions,
    *,
    vocabulary: Vocabulary = VOCABULARY,
) -> list[Entry]:
    """Each source by itself, without its body."""
    together = tuple(sources)
    journal = cache(lambda: language_of_most(source.text or "" for source in together))
    read = partial(
        read_in_order,
        reader=_known_reader(options, vocabulary),
        order=options.dates,
        vocabulary=vocabulary,
        holidays=options.holidays,
    )
    entries = read_in_their_languages(together, read, journal=journal)
    return [entry._replace(body=None) for entry in entries]


def journal_of(entries: Sequence[Entry], options: ReadingOptions) -> Journal:
    """What the entries make together."""
    entries = in_one_order(entries)
    withheld = Withheld()
    if options.for_publishing:
        withheld = _withheld([one for one in entries if one.withheld])
        entries = [one for one in entries if not one.withheld]
    entries = _divided(entries)
    read = sorted(with_roles(entries), key=in_date_order)
    tags = {one.path: entry.tags for entry in entries if (one := entry.interview)}
    themes = Themes(read, options.synonyms, tags if options.themes_from_tags else {})
    interviews = link_attempts(themes.settle(interview) for interview in read)
    written = (entry.note for entry in entries if entry.note)
    applications, notes = joined(applications_of(interviews), written)
    problems = [problem for entry in entries for problem in entry.problems]
    problems += checked(entries, applications, today=options.today)
    return Journal(
        interviews=interviews,
        applications=applications,
        notes=notes,
        problems=tuple(sorted(problems, key=_in_file_order)),
        unread=tuple(
            sorted((one.unread for one in entries if one.unread), key=lambda one: one.path)
        ),
        theme_names=themes.names,
        theme_aliases=themes.aliases,
        lookalikes=sum(1 for one in entries if one.looks_like_one),
        left_alone=sum(1 for one in entries if one.is_left_alone),
        page_texts={one.path: one.page for one in entries if one.page is not None},
        withheld=withheld,
    )


def _withheld(entries: Sequence[Entry]) -> Withheld:
    """What is left out with these entries."""
    return Withheld(
        paths=tuple(one.withheld for one in entries),
        interviews=tuple(one.interview for one in entries if one.interview),
        notes=tuple(one.note for one in entries if one.note),
        unknown=sum(1 for one in entries if one.unread or one.looks_like_one),
    )


def _divided(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, with a page about a whole application as a page that is left alone once an interview at its company has a file."""
    known = {spoken(one.interview.company) for one in entries if one.interview}
    return [
        one._replace(problems=(), looks_like_one=False)
        if one.application and spoken(one.application) in known
        else one
        for one in entries
    ]


def _in_file_order(problem: Problem) -> tuple[str, int, int, str]:
    return problem.path, problem.line, problem.column, problem.code
