"""What does a note say: what draws its writer, what it mends, what it reminds of?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, pairwise

from afterword.analysis.thank_you.text import (
    NoteLanguage,
    Sentence,
    addresses_in,
    sentence_of,
    sentences,
)
from afterword.model import Interview, Observation

# A sentence that tells something has so many words of its own.
_SOME = 3
_NOTHING = sentence_of("", ())


class NoteMeaning:
    """A note of an interview, read in its language."""

    def __init__(self, interview: Interview, note: str, language: NoteLanguage) -> None:
        """The note as sentences, without what is mere politeness."""
        self._interview = interview
        self._note = note
        self._language = language
        self._all = sentences(note, language.stem)
        self._said = tuple(map(language.manners.without, self._all))

    def interest(self) -> str:
        """The words that say what draws the writer, with what of this conversation or work they are about."""
        for at, sentence in enumerate(self._said):
            if not (drawn := self._language.interest.first(sentence)):
                continue
            before = self._said[max(0, at - 1) : at]
            ties = (
                _first_of(sentence, self._conversation),
                self._first_telling(sentence, drawn),
                *(
                    _first_of(one, self._conversation)
                    for one in (*before, *self._said[at + 1 : at + 2])
                ),
                # What is curious about a day at work may be told in the sentence before.
                *map(self._own_word, before),
            )
            if tie := next(filter(None, ties), ""):
                return f"{drawn}, {tie}"
        return self._gone_on_with()

    def _gone_on_with(self) -> str:
        """The word of something that went well, or that I learned or asked, and that the note goes on with."""
        one = self._interview
        items: tuple[Observation, ...] = (*one.went_well, *one.questions_asked, *one.takeaways)
        liked = self._stems_of(items)
        for sentence, behind in pairwise((*self._said, _NOTHING)):
            if (word := _first_of(sentence, liked)) and self._goes_on(sentence):
                telling = behind if self._language.thanks.first(sentence) else sentence
                if self._goes_on(telling) and self._tells(telling):
                    return word
        return ""

    def _tells(self, sentence: Sentence) -> bool:
        return len(self._language.telling(sentence.text)) >= _SOME

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether a sentence tells something, and does not ask, mend or propose a day."""
        language = self._language
        aside = language.repair.first(sentence) or language.reminder.first(sentence)
        return not (sentence.is_question or aside)

    def _first_telling(self, sentence: Sentence, drawn: str) -> str:
        taken = self._language.telling(drawn) | self._names
        return _first_of(sentence, self._language.telling(sentence.text) - taken - {"¤"})

    def _own_word(self, sentence: Sentence) -> str:
        """A word of a sentence that is about something, if it does more than thank and propose a day."""
        if self._language.thanks.first(sentence) or self._language.reminder.first(sentence):
            return ""
        return _first_of(sentence, self._language.telling(sentence.text) - self._names)

    @cached_property
    def _conversation(self) -> frozenset[str]:
        """The stems of the words that were written down of this conversation."""
        one = self._interview
        items: tuple[Observation, ...] = (
            *one.went_well, *one.went_badly, *one.questions, *one.questions_asked, *one.takeaways,
        )  # fmt: skip
        return self._stems_of(items, one.summary)

    def _stems_of(self, items: Iterable[Observation], *texts: str) -> frozenset[str]:
        """The telling stems of items and their themes, and of other texts, but for those of names."""
        every = tuple(items)
        spoken = " ".join((*texts, *(item.text for item in every), *_themes(every)))
        return self._language.telling(spoken) - self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        one = self._interview
        people = " ".join(person.name for person in one.interviewers)
        return self._language.telling(f"{one.company} {one.role or ''} {people}")

    def repair(self) -> str:
        """The thing that went badly that the note comes back to; else the words that come back to something."""
        items = self._interview.went_badly
        for item in items:
            if self._mends(item):
                return item.text
        return next(filter(None, map(self._language.repair.first, self._said)), "")

    def _mends(self, item: Observation) -> bool:
        """Whether the note speaks of a thing, and does more than ask about it or praise it."""
        stems = self._language.telling(" ".join((item.text, item.why or "", *item.notes)))
        themes = [self._language.telling(theme) for theme in _themes((item,))]
        stems = stems.union(*themes) - self._names
        if stems.isdisjoint(self._every_stem):
            return False
        for at, sentence in enumerate(self._said):
            shared = stems.intersection(sentence.stems)
            if not shared or sentence.is_question:
                continue
            near = self._said[max(0, at - 1) : at + 2]
            if any(map(self._language.repair.first, near)):
                return True
            if self._praises(sentence) or self._is_about_them(sentence):
                continue
            named = len(shared) > 1 or any(theme and theme <= shared for theme in themes)
            if named or any(map(self._language.mend.first, near)):
                return True
        return False

    def _is_about_them(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of those who are addressed, and not of the writer."""
        language = self._language
        mine = language.mine.intersection(sentence.stems)
        return bool(language.mine and not mine and language.yours.intersection(sentence.stems))

    def _praises(self, sentence: Sentence) -> bool:
        language = self._language
        return bool(language.interest.first(sentence) or language.thanks.first(sentence))

    def reminder(self) -> str:
        """What was promised and is named in the note; else when or how the writer can be reached."""
        for promise in self._interview.promised:
            telling = self._language.telling(promise.what)
            if telling and telling <= self._every_stem:
                return promise.what
        return next(filter(None, map(self._language.reminder.first, self._said)), "")

    @cached_property
    def _every_stem(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(one.stems for one in self._all))

    def work(self) -> str:
        """The address of a piece of work, or what it is called."""
        named = map(self._language.work.first, self._all)
        return next(filter(None, (*addresses_in(self._note), *named)), "")


def _themes(items: Iterable[Observation]) -> Iterator[str]:
    return (theme.replace("-", " ") for item in items for theme in item.all_themes)


def _first_of(sentence: Sentence, stems: frozenset[str]) -> str:
    """The first word of a sentence that is among these, as it is written."""
    at = next((at for at, stem in enumerate(sentence.stems) if stem in stems), None)
    return "" if at is None else sentence.written(at, at)
