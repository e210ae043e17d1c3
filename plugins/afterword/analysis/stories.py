"""Which of my stories I told where, how each landed, which one carries and which is worn out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from afterword.analysis.statistics.standing_out import (
    MINIMUM,
    Count,
    Finding,
    Tier,
    leading,
    rise,
    tier,
)
from afterword.frozen import dataclass
from afterword.kinds import Answered
from afterword.model import Interview, Journal, Story
from afterword.vocabulary.spelling import spoken

# From so many tellings that I judged a story is compared with the others, and with itself.
ENOUGH = MINIMUM
ENOUGH_TWICE = 6


@dataclass(frozen=True, slots=True)
class Telling:
    """One time that a story was told."""

    interview: Interview
    story: Story

    @property
    def well(self) -> bool:
        """Whether it landed well."""
        return self.story.landed is Answered.WELL


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStory:
    """A story by its name as last written, with each time it was told, the oldest first."""

    name: str
    themes: tuple[str, ...]
    told: tuple[Telling, ...]

    @property
    def judged(self) -> tuple[Telling, ...]:
        """The tellings of which I said how they landed."""
        return tuple(one for one in self.told if one.story.landed)

    @property
    def well(self) -> int:
        """How many of these landed well."""
        return sum(one.well for one in self.judged)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """Every story, the one told most often first; the one that leads among those that landed well.

    `worn_out` are those that land less well than they did, and `probably_worn_out` those of which that is less sure.
    """

    stories: tuple[ToldStory, ...] = ()
    best: Finding[ToldStory] | None = None
    worn_out: tuple[ToldStory, ...] = ()
    probably_worn_out: tuple[ToldStory, ...] = ()

    @property
    def carries(self) -> tuple[ToldStory, ...]:
        """The one that clearly lands better than the others; several where they are counted alike."""
        return self.best.leaders if self.best and self.best.tier is Tier.CLEAR else ()


def stories(journal: Journal) -> Stories:
    """My stories over all interviews."""
    by_name: dict[str, list[Telling]] = {}
    for interview in journal.interviews:
        for story in interview.stories:
            by_name.setdefault(_words(_name(story.text)), []).append(Telling(interview, story))
    every = sorted((_told(those) for those in by_name.values()), key=_most_told)
    worn = _worn_out(every)
    return Stories(
        stories=tuple(every),
        best=leading([Count(one, one.well, len(one.judged)) for one in every], minimum=ENOUGH),
        worn_out=worn[Tier.CLEAR],
        probably_worn_out=worn[Tier.PROBABLE],
    )


def _most_told(one: ToldStory) -> tuple[int, str]:
    return -len(one.told), one.name


def _name(text: str) -> str:
    """What stands before a colon: "The queue: in ninety seconds" is the queue."""
    return re.split(r":\s", text, maxsplit=1)[0].strip() or text


def _words(name: str) -> str:
    return spoken(name) or name


def _told(tellings: Sequence[Telling]) -> ToldStory:
    themes = (theme for one in tellings for theme in one.story.all_themes)
    return ToldStory(
        name=_name(tellings[-1].story.text),
        themes=tuple(dict.fromkeys(themes)),
        told=tuple(tellings),
    )


def _worn_out(every: Iterable[ToldStory]) -> dict[Tier, tuple[ToldStory, ...]]:
    """Those whose newer half landed well less often than their older half, by how sure that is."""
    looked = [one for one in every if len(one.judged) >= ENOUGH_TWICE]
    tiers = [(one, _wear(one.judged, looks=len(looked))) for one in looked]
    return {sure: tuple(one for one, its in tiers if its is sure) for sure in Tier}


def _wear(judged: Sequence[Telling], *, looks: int) -> Tier:
    missed = [not one.well for one in judged]
    half = len(missed) // 2
    return tier(rise(missed[:half], missed[-half:], looks=looks))
