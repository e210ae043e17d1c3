"""What did I tell them, of which thing, and did I say the same in each round of one application?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from afterword.frozen import dataclass
from afterword.model import Application, Interview, Journal, Said
from afterword.vocabulary.statements.told_things import KNOWN, says_the_same, thing_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What I told them of a thing in one interview."""

    interview: Interview
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldTo:
    """What one application was told of a thing, round by round, oldest first; `differs` where two rounds heard different things."""

    application: Application
    tellings: tuple[Telling, ...]
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing that I told of, such as my salary, and whom, in date order; `name` is empty for what was written without a thing."""

    name: str
    told: tuple[ToldTo, ...]

    @property
    def differing(self) -> tuple[ToldTo, ...]:
        """The applications that were told different things."""
        return tuple(one for one in self.told if one.differs)


def told_things(journal: Journal) -> tuple[Thing, ...]:
    """Every thing that I told of: those that everybody asks for first, then that which most were told, what has no name last."""
    found: dict[str, list[ToldTo]] = {}
    for application in journal.applications:
        for name, tellings in _by_thing(application).items():
            differs = bool(name) and _differ(tellings)
            one = ToldTo(application=application, tellings=tuple(tellings), differs=differs)
            found.setdefault(name, []).append(one)
    things = (Thing(name=name, told=tuple(told)) for name, told in found.items())
    return tuple(sorted(things, key=_rank))


def _rank(thing: Thing) -> tuple[bool, int, int, str]:
    place = KNOWN.index(thing.name) if thing.name in KNOWN else len(KNOWN)
    return not thing.name, place, -len(thing.told), thing.name


def _by_thing(application: Application) -> dict[str, list[Telling]]:
    tellings: dict[str, list[Telling]] = {}
    for interview in application.interviews:
        for said in interview.said:
            telling = Telling(interview=interview, said=said)
            tellings.setdefault(thing_name(said.what), []).append(telling)
    return tellings


def _differ(tellings: Sequence[Telling]) -> bool:
    """Whether a round heard something else than the one before it."""
    texts = [one.said.text for one in tellings]
    return any(not says_the_same(one, other) for one, other in pairwise(texts))
