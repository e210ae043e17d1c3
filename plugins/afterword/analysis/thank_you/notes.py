"""Does a thank-you note say what such a note should, is it one of its own, and does every name in it belong there?

Everything here is looked up word by word. It can be wrong either way, and the page says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from afterword.analysis.thank_you.check import Check, CheckKind, Likeness, ThankYouNote, found
from afterword.analysis.thank_you.language import NoteLanguages, named_language
from afterword.analysis.thank_you.likeness import likenesses, runs_of
from afterword.analysis.thank_you.meaning import NoteMeaning
from afterword.analysis.thank_you.names import EveryName, greeted, name_words, own_names
from afterword.analysis.thank_you.text import NoteLanguage, Stems, unstemmed, words_of
from afterword.frozen import NamedTuple
from afterword.model import Interview, Journal


def thank_you_notes(
    journal: Journal, *, stems: Stems = unstemmed, everyday: Set[str] = frozenset()
) -> Mapping[str, ThankYouNote]:
    """Every thank-you note that is written, by the path of its entry, each looked through when it is asked for.

    `stems` gives the stem of a word in a language; `everyday` are words that are names of companies as well.
    """
    texts = [(one, one.thank_you_note) for one in journal.interviews if one.thank_you_note]
    if not texts:
        return {}
    languages = NoteLanguages(stems)
    written = [_Written(one, note, greeted(note), languages.of(note)) for one, note in texts]
    return _Notes(written, EveryName(journal, everyday))


class _Notes(Mapping[str, ThankYouNote]):
    """The notes of a journal, compared with each other; what is found in one, ten times as many objects, is kept by none but who asks."""

    def __init__(self, written: Sequence[_Written], names: EveryName) -> None:
        self._alike = _alike(written)
        self._names = names
        self._written = {one.interview.path: one for one in written}

    def __getitem__(self, path: str) -> ThankYouNote:
        note, alike = self._written[path], self._alike.get(path)
        return ThankYouNote(
            text=note.text,
            checks=tuple(_checks(note, alike)),
            alike=alike,
            foreign=self._names.foreign(note.interview, note.text, note.greeted),
            is_judged=note.language is not None,
            language="" if note.language else named_language(note.text),
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)


class _Written(NamedTuple):
    """A note with the entry it stands in, the names that it greets, and its language where that is one it can be judged in."""

    interview: Interview
    text: str
    greeted: Sequence[str]
    language: NoteLanguage | None


def _alike(written: Sequence[_Written]) -> dict[str, Likeness]:
    """What each note is hardly another than; all that they are compared by, several times as much as the notes, is let go."""
    runs, rare = {}, {}
    for one in written:
        path, words = one.interview.path, words_of(one.text)
        own = own_names(one.interview, one.greeted)
        # A set of so few takes five times as much as they in a row.
        runs[path] = tuple(runs_of(words, own))
        rare[path] = tuple(_rare(words, own, one.language))
    return likenesses([one.interview for one in written], runs, rare)


def _rare(words: Iterable[str], names: Set[str], language: NoteLanguage | None) -> frozenset[str]:
    """Those of the words of a note that not every note has, by their stems."""
    if language is None:
        return frozenset()
    return language.tying(word for word in words if word not in names)


def _checks(note: _Written, alike: Likeness | None) -> Iterator[Check]:
    """What the note has and has not; in a language without words, the names that it has and whether it is another."""
    words = words_of(note.text)
    named = (
        found(CheckKind.PERSON, _person(note, words)),
        found(CheckKind.PLACE, _place(note.interview, words)),
    )
    if note.language is None:
        yield from (one for one in named if one.met)
    else:
        yield from named
        yield from _meant(note.interview, NoteMeaning(note.interview, note.text, note.language))
    copied = alike is not None and not alike.is_later
    yield Check(kind=CheckKind.OWN, met=not copied)


def _meant(interview: Interview, meaning: NoteMeaning) -> Iterator[Check]:
    yield found(CheckKind.REINFORCES, meaning.interest())
    yield found(CheckKind.REFERENCES, meaning.work())
    yield found(CheckKind.REMINDS, meaning.reminder())
    if interview.went_badly:
        yield found(CheckKind.REPAIRS, meaning.repair())


def _person(note: _Written, words: Sequence[str]) -> str:
    """The interviewer whose first or last name stands in the note; whoever is greeted, where none is known."""
    people = note.interview.interviewers
    for one in people:
        # An initial such as the R of "R. Lindqvist" names nobody.
        if any(len(part) > 1 and part in words for part in name_words(one.name)):
            return one.name
    return "" if people else " ".join(note.greeted)


def _place(interview: Interview, words: Sequence[str]) -> str:
    spoken = f" {' '.join(words)} "
    names: Iterable[str] = filter(None, (interview.company, interview.role))
    return next((name for name in names if f" {' '.join(words_of(name))} " in spoken), "")
