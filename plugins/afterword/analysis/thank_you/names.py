"""Who and what is named in a note: whom it greets, whose names are its own, and which belong to another entry?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache, cached_property, lru_cache, partial
from itertools import chain

from afterword.analysis.thank_you.check import ForeignName
from afterword.analysis.thank_you.text import words_of
from afterword.frozen import dataclass
from afterword.model import Interview, Journal
from afterword.patterns import seldom
from afterword.vocabulary.note_words import note_words

_TOKEN = re.compile(r"[^\W_]+")
# A family name of fewer letters is as soon another word.
_LONG = 5
# Lines of so few words at the end of a note are its signature.
_SIGNED = 4


def _every(part: str) -> frozenset[str]:
    """The words below a name in the files of all languages."""
    return frozenset(chain.from_iterable(words.of(part) for words in note_words().values()))


_TITLES = _every("titles")
_AT, _TOOL = _every("at"), _every("tool")
_FIRST_NAMES, _USUAL = _every("first names"), _every("usual words")
_EARLIER = seldom(rf"\b(?:{'|'.join(sorted(_every('earlier')))})\b", re.IGNORECASE)
_GREETINGS = sorted(_every("greeting"), key=len, reverse=True)
_SENTENCE_END = seldom(r"[.!?] |\n\n")
_NAMED = re.compile(r"\b[A-ZÀ-ÞŁŚŻĆ][^\W\d_]+")


@cache
def _greeting(words: tuple[str, ...]) -> re.Pattern[str]:
    """A greeting by one of these words, and whom it greets."""
    return re.compile(rf"\b(?:{'|'.join(words)})\s+(?P<names>[^\n,:!;.]{{2,60}})", re.IGNORECASE)


def greeted(note: str) -> list[str]:
    """The names in the first line of a note behind its greetings, as they are written."""
    first = next((line for line in note.splitlines() if line.strip()), "")
    spoken = first.casefold()
    # One in forty greets a line, and a pattern of all would be tried at each of its words.
    if not (there := tuple(one for one in _GREETINGS if one in spoken)):
        return []
    found = _greeting(there).finditer(first)
    names = (name for one in found for name in _NAMED.findall(one["names"]))
    return [name for name in names if name.casefold() not in _TITLES]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as words without case, with the first entry that it stands in; `is_everyday` for one that is a usual word."""

    words: tuple[str, ...]
    written: str
    interview: Interview
    is_person: bool
    is_everyday: bool


class EveryName:
    """Every company and everybody met in a journal, to tell which of them a note names that is about others.

    `everyday` are words that are names of companies as well.
    """

    def __init__(self, journal: Journal, everyday: Set[str]) -> None:
        """Each name once, by each word that it may be known by."""
        self._everyday = _FIRST_NAMES.union(everyday)
        self._usual = _USUAL.union(everyday)
        self._applications = journal.applications_by_path
        self._by_company: dict[tuple[str, ...], list[Interview]] = {}
        for one in journal.interviews:
            self._by_company.setdefault(name_words(one.company), []).append(one)
        self._companies: dict[str, list[_Name]] = {}
        for words, those in self._by_company.items():
            if words:
                name = _Name(
                    words, those[0].company, those[0], False, self._everyday.issuperset(words)
                )
                self._companies.setdefault(words[0], []).append(name)
        self._people: dict[str, list[_Name]] = {}
        mine = {name_words(ref.name) for one in journal.interviews for ref in one.references}
        for one in journal.interviews:
            for person in one.interviewers:
                words = name_words(person.name)
                if words not in mine:
                    name = _Name(words, person.name, one, True, False)
                    for word in words:
                        self._people.setdefault(word, []).append(name)
        self._names = frozenset((*self._companies, *self._people))

    def foreign(
        self, interview: Interview, note: str, greets: Iterable[str]
    ) -> tuple[ForeignName, ...]:
        """The names in the note of an interview, which greets these, that belong to other entries alone, in the order of the note."""
        own = _OwnWords(interview, note, partial(self._near, interview))
        found = [*self._greeted(greets, own), *self._named(interview, note, own)]
        once = {(one.name, one.interview.company): one for one in reversed(found)}
        return tuple(reversed(once.values()))

    def _near(self, interview: Interview) -> tuple[Interview, ...]:
        """The interviews of the same application, and of the same company."""
        application = self._applications.get(interview.path)
        company = self._by_company.get(name_words(interview.company), ())
        return (*company, *(application.interviews if application else ()))

    def _greeted(self, greets: Iterable[str], own: _OwnWords) -> Iterator[ForeignName]:
        for written in greets:
            word = written.casefold()
            if (others := self._people.get(word)) and word not in own:
                yield _foreign(written, others[0])

    def _named(self, interview: Interview, note: str, own: _OwnWords) -> Iterator[ForeignName]:
        text = _unsigned(note)
        words = words_of(text)
        # Most words are nobody's name, most names its own, and what else is anybody's own takes long to gather.
        others = self._names.intersection(words) - own.facts
        if not others:
            return
        tokens = [*_TOKEN.finditer(text)]
        for at, word in enumerate(words):
            if word not in others or not tokens[at][0][0].isupper() or word in own:
                continue
            for name in self._companies.get(word, ()):
                if self._is_company(name, text, tokens, at):
                    yield _foreign(_written(text, tokens, at, len(name.words)), name)
            yield from self._met(interview, text, tokens, at)

    def _is_company(self, name: _Name, text: str, tokens: list[re.Match[str]], at: int) -> bool:
        """Whether the words from here on are that company, and not a thing, a tool or where the writer was before."""
        behind = at + len(name.words)
        if tuple(one[0].casefold() for one in tokens[at:behind]) != name.words:
            return False
        before = tokens[at - 1][0].casefold() if at else ""
        if name.is_everyday and before not in _AT:
            return False
        if before in _TOOL or _continues(text, tokens, behind):
            return False
        return not _EARLIER.search(_sentence_around(text, tokens[at].start()))

    def _met(
        self, interview: Interview, text: str, tokens: list[re.Match[str]], at: int
    ) -> Iterator[ForeignName]:
        """Somebody met elsewhere who is named here: in full, by a family name, or by a first name where it is known who was there."""
        word = tokens[at][0].casefold()
        behind = tokens[at + 1][0].casefold() if at + 1 < len(tokens) else ""
        for name in self._people.get(word, ())[:1]:
            is_first = name.words[0] == word and len(name.words) > 1
            if is_first and behind in name.words:
                yield _foreign(_written(text, tokens, at, 2), name)
            elif self._tells_who(word, is_first=is_first, is_known=bool(interview.interviewers)):
                yield _foreign(tokens[at][0], name)

    def _tells_who(self, word: str, *, is_first: bool, is_known: bool) -> bool:
        """Whether a part of a name alone says whose it is: a first name only where those who were there are known."""
        if word in self._usual:
            return False
        return is_known if is_first else len(word) >= _LONG


class _OwnWords:
    """The words of every name that an application and company have, and of what was written of one interview itself."""

    def __init__(
        self, interview: Interview, note: str, near: Callable[[], Iterable[Interview]]
    ) -> None:
        """The words of each are gathered once they are asked for."""
        self._interview = interview
        self._note = note
        self._near = near

    def __contains__(self, word: str) -> bool:
        """Whether a word is one of them."""
        if word in self.facts:
            return True
        if _has_word(self._near_texts, word):
            return True
        # The note stands in the body too.
        in_note = self._words.count(word)
        body = self._interview.body
        return self._body.count(word) > in_note and words_of(body).count(word) > in_note

    @cached_property
    def facts(self) -> frozenset[str]:
        """Those of the company and of the people who were there."""
        people = (person.name for person in self._interview.interviewers)
        return frozenset(words_of(" ".join((self._interview.company, *people))))

    @cached_property
    def _words(self) -> list[str]:
        return words_of(self._note)

    @cached_property
    def _body(self) -> str:
        return self._interview.body.casefold()

    @cached_property
    def _near_texts(self) -> str:
        interview, every = self._interview, (self._interview, *self._near())
        # A recruiter stands below a key of the writer's own.
        texts = [f"{one.company} {one.role or ''} {one.front_matter}" for one in every]
        texts += [person.name for one in every for person in one.interviewers]
        texts += [interview.summary, *(item.text for item in interview.observations)]
        texts += [promise.what for promise in interview.promised]
        return " ".join(texts).casefold()


def _has_word(text: str, word: str) -> bool:
    """Whether a text without case has a word: to look for its letters takes a tenth of parting the text into words."""
    at = text.find(word)
    while at >= 0:
        behind = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[behind : behind + 1].isalnum()):
            return True
        at = text.find(word, behind)
    return False


def _foreign(written: str, name: _Name) -> ForeignName:
    return ForeignName(
        written=written, name=name.written, interview=name.interview, is_person=name.is_person
    )


@lru_cache(maxsize=512)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name but for titles and initials."""
    words = words_of(name)
    return tuple(word for word in words if word not in _TITLES and len(word) > 1) or tuple(words)


def _unsigned(note: str) -> str:
    """The note without the short lines at its end, which are the writer's own name."""
    lines = note.rstrip().splitlines()
    while len(lines) > 1 and len(words_of(lines[-1])) <= _SIGNED and lines[-1][-1:] not in ".!?":
        lines.pop()
    return "\n".join(lines)


def _written(text: str, tokens: list[re.Match[str]], at: int, count: int) -> str:
    return text[tokens[at].start() : tokens[at + count - 1].end()]


def _continues(text: str, tokens: list[re.Match[str]], behind: int) -> bool:
    """Whether a name goes on with another word, as Google does in Google Docs."""
    if behind >= len(tokens):
        return False
    token = tokens[behind]
    gap = text[tokens[behind - 1].end() : token.start()]
    return gap == " " and len(token[0]) > 1 and token[0][0].isupper()


def _sentence_around(text: str, place: int) -> str:
    begin = max((one.end() for one in _SENTENCE_END.finditer(text, 0, place)), default=0)
    end = _SENTENCE_END.search(text, place)
    return text[begin : end.start()] if end else text[begin:]


def own_names(interview: Interview, greets: Iterable[str]) -> frozenset[str]:
    """The words of a note that are names by the entry's facts or among those it greets."""
    people: Iterable[str] = (one.name for one in interview.interviewers)
    named = f"{interview.company} {interview.role or ''} {' '.join(people)}"
    return frozenset(words_of(f"{named} {' '.join(greets)}"))
