"""Which names an audience does not read, and what it reads in their place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from string import ascii_uppercase

from afterword.audience.addressed import addressed_in
from afterword.audience.audience import Audience, Profile
from afterword.audience.masking import MASK, Masks
from afterword.audience.naming_patterns import Bearer, Name
from afterword.audience.spelling import words_in
from afterword.model import ApplicationNote, Interview, Journal

INTERVIEWER = "an interviewer"
REFEREE = "a referee"
SOMEBODY = "somebody"
THEME = "a theme"


# Whose mail address ends so has it from no company.
_PROVIDERS = frozenset(
    {
        "gmail",
        "googlemail",
        "outlook",
        "hotmail",
        "live",
        "yahoo",
        "icloud",
        "me",
        "gmx",
        "web",
        "posteo",
        "proton",
        "protonmail",
    }
)


def masks_for(journal: Journal, audience: Audience) -> Masks:
    """What is taken out of every text that an audience reads: nothing where it sees everything.

    A report says companies by their names, and has no other text.
    """
    if audience.sees_all:
        return Masks(())
    if audience.profile is Profile.COACH:
        return Masks([*_private(journal), *_companies(journal), *_people(journal)], contacts=True)
    return Masks(_private(journal))


def hidden_from(journal: Journal, audience: Audience) -> Masks:
    """What an audience may read nowhere in its site."""
    if audience.profile is Profile.REPORT:
        return Masks([*_private(journal), *_people(journal)])
    if audience.profile is Profile.COACH:
        return Masks([*_private(journal), *_companies(journal), *_people(journal)])
    return masks_for(journal, audience)


def _known(journal: Journal) -> tuple[Interview, ...]:
    """Every interview whose names are known: those that are not published are nobody's to read either."""
    return (*journal.interviews, *journal.withheld.interviews)


def _named(journal: Journal) -> Iterator[Interview | ApplicationNote]:
    """Every interview, and every note on an application, whose names are known, also of those that are not published."""
    yield from _known(journal)
    yield from (*journal.every_note, *journal.withheld.notes)


def _private(journal: Journal) -> Iterator[Name]:
    for one in _named(journal):
        yield from (Name(word, Bearer.PRIVATE, MASK) for word in one.private)


def _companies(journal: Journal) -> Iterator[Name]:
    """Each company, also as its people's mail addresses name it."""
    shown = company_names(journal)
    yield from (Name(name, Bearer.COMPANY, letter) for name, letter in shown.items())
    for one in _known(journal):
        for who in one.interviewers:
            label = (who.email or "").rpartition("@")[2].lower().split(".")[-2:-1]
            if label and label[0] not in _PROVIDERS:
                yield Name(label[0], Bearer.COMPANY, shown[one.company])


def company_names(journal: Journal) -> dict[str, str]:
    """What each company is called instead: "Company A" for the first that stands in the journal, "Company B" for the next.

    A letter tells nothing, and stays the same as the journal grows.
    """
    letters = _letters()
    known: dict[tuple[str, ...], str] = {}
    found = {}
    for company in (one.company for one in _named(journal)):
        key = tuple(words_in(company))
        if key not in known:
            known[key] = f"Company {next(letters)}"
        found[company] = known[key]
    return found


def _letters() -> Iterator[str]:
    """A to Z, then A2 to Z2, and so on."""
    return (
        letter if turn == 1 else f"{letter}{turn}"
        for turn in count(1)
        for letter in ascii_uppercase
    )


def _people(journal: Journal) -> Iterator[Name]:
    """Everybody by their part in it: somebody who asked the questions, who vouched, or who is addressed in so many words."""
    for one in _known(journal):
        yield from (Name(who.name, Bearer.PERSON, INTERVIEWER) for who in one.interviewers)
    for one in _known(journal):
        yield from (Name(who.name, Bearer.PERSON, REFEREE) for who in one.references)
        yield from (Name(who.name, Bearer.PERSON, REFEREE) for who in one.advocates)
    for entry in _named(journal):
        yield from (Name(name, Bearer.PERSON, SOMEBODY) for name in addressed_in(entry))
