"""Does a thank-you note say what such a note should, is it one of its own, and does every name in it belong there?

Everything here is looked up word by word. It can be wrong either way, and the page says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from afterword.analysis.thank_you.check import Check, CheckKind, Likeness, ThankYouNote, found
from afterword.analysis.thank_you.language import NoteLanguages, named_language
from afterword.analysis.thank_you.likeness import ALIKE, likenesses, runs_of
from afterword.analysis.thank_you.meaning import NoteMeaning
from afterword.analysis.thank_you.names import EveryName, greeted, name_words, own_names
from afterword.analysis.thank_you.text import NoteLanguage, Stems, unstemmed, words_of
from afterword.model import Interview, Journal


def thank_you_notes(
    journal: Journal, *, stems: Stems = unstemmed, everyday: Set[str] = frozenset()
) -> dict[str, ThankYouNote]:
    """Every thank-you note that is written, by the path of its entry.

    `stems` gives the stem of a word in a language; `everyday` are words that are names of companies as well.
    """
    written = [(one, one.thank_you_note) for one in journal.interviews if one.thank_you_note]
    if not written:
        return {}
    languages = NoteLanguages(stems)
    spoken = {one.path: languages.of(note) for one, note in written}
    alike = _alike(written, spoken)
    names = EveryName(journal, everyday)
    return {
        one.path: ThankYouNote(
            text=note,
            checks=tuple(_checks(one, note, spoken[one.path], alike.get(one.path))),
            alike=alike.get(one.path),
            foreign=names.foreign(one, note),
            is_judged=spoken[one.path] is not None,
            language="" if spoken[one.path] else named_language(note),
        )
        for one, note in written
    }


def _alike(
    written: Sequence[tuple[Interview, str]], spoken: Mapping[str, NoteLanguage | None]
) -> dict[str, Likeness]:
    """What each note shares most with; all that they are compared by, several times as much as the notes, is let go."""
    runs, rare = {}, {}
    for one, note in written:
        own = own_names(one, note)
        # A set of so few takes five times as much as they in a row.
        runs[one.path] = tuple(runs_of(note, own))
        rare[one.path] = tuple(_rare(note, own, spoken[one.path]))
    return likenesses([one for one, _ in written], runs, rare)


def _rare(note: str, names: Set[str], language: NoteLanguage | None) -> frozenset[str]:
    """The words of a note that not every note has, by their stems."""
    if language is None:
        return frozenset()
    text = " ".join(word for word in words_of(note) if word not in names)
    return language.telling(text)


def _checks(
    interview: Interview, note: str, language: NoteLanguage | None, alike: Likeness | None
) -> Iterator[Check]:
    """What the note has and has not; in a language without words, the names that it has and whether it is another."""
    named = (
        found(CheckKind.PERSON, _person(interview, note)),
        found(CheckKind.PLACE, _place(interview, note)),
    )
    if language is None:
        yield from (one for one in named if one.met)
    else:
        yield from named
        yield from _meant(interview, NoteMeaning(interview, note, language))
    copied = alike is not None and alike.share >= ALIKE and not alike.is_later
    yield Check(kind=CheckKind.OWN, met=not copied)


def _meant(interview: Interview, meaning: NoteMeaning) -> Iterator[Check]:
    yield found(CheckKind.REINFORCES, meaning.interest())
    yield found(CheckKind.REFERENCES, meaning.work())
    yield found(CheckKind.REMINDS, meaning.reminder())
    if interview.went_badly:
        yield found(CheckKind.REPAIRS, meaning.repair())


def _person(interview: Interview, note: str) -> str:
    """The interviewer whose first or last name stands in the note; whoever is greeted, where none is known."""
    there = set(words_of(note))
    for one in interview.interviewers:
        # An initial such as the R of "R. Lindqvist" names nobody.
        if any(len(part) > 1 and part in there for part in name_words(one.name)):
            return one.name
    return "" if interview.interviewers else " ".join(greeted(note))


def _place(interview: Interview, note: str) -> str:
    spoken = f" {' '.join(words_of(note))} "
    names: Iterable[str] = filter(None, (interview.company, interview.role))
    return next((name for name in names if f" {' '.join(words_of(name))} " in spoken), "")
