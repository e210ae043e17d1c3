"""The stories: each with where it was told and how it landed, the one that carries and the one that is worn out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from afterword.analysis.stories import ENOUGH, Stories, Telling, ToldStory, stories
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.naming import round_name
from afterword.edition.rendering import render
from afterword.kinds import Answered
from afterword.pages.parts.figures import Figure, Item
from afterword.vocabulary.wording import counted, counted_words, listed, number_word, short_day

LANDED = {
    Answered.WELL: ("well", "on"),
    Answered.OK: ("ok", "mine"),
    Answered.BADLY: ("badly", "not"),
    None: ("", "open"),
}


class TellingView(NamedTuple):
    """One time it was told: how it landed, in a word and a tone, and where."""

    landed: str
    tone: str
    item: Item
    why: str | None


class StoryView(NamedTuple):
    """A story with its figures and its tellings, the newest first; `name_told` is where the export counts them."""

    name: str
    themes: tuple[str, ...]
    name_told: str
    times: str
    figures: tuple[tuple[str, Figure], ...]
    mark: str
    tellings: tuple[TellingView, ...]


def stories_page(edition: Edition) -> str:
    """The page of stories, as Markdown."""
    answer = stories(edition.journal)
    return render(
        edition,
        addresses.STORIES,
        "stories.md",
        headline=stories_headline(answer),
        stories=tuple(_view(at, one, answer) for at, one in enumerate(answer.stories)),
    )


def stories_headline(answer: Stories) -> str:
    """The story that carries and those that are worn out, where the rules name any; else that none stands out."""
    if not answer.stories:
        return "The stories you tell will stand here, with where you told each and how it landed."
    parts = []
    if one := answer.carries:
        parts.append(f"“{one.name}” carries: it landed well {one.well} of {len(one.judged)} times.")
    if worn := answer.worn_out:
        names = listed([f"“{one.name}”" for one in worn])
        verb = "lands" if len(worn) == 1 else "land"
        parts.append(f"{names} {verb} less well than before, and may want a rest.")
    if parts:
        return " ".join(parts)
    total = counted_words(len(answer.stories), "story", "stories", capital=True)
    if all(len(one.judged) < ENOUGH for one in answer.stories):
        return (
            f"{total}; from {number_word(ENOUGH)} tellings of one on there is something to compare."
        )
    return f"{total}; none stands out from the others yet."


def _view(number: int, one: ToldStory, answer: Stories) -> StoryView:
    name = f"stories {number}"
    sides = {
        word: [telling for telling in one.told if telling.story.landed is landed]
        for landed, (word, _) in LANDED.items()
    }
    mark = "carries" if one is answer.carries else "worn out" if one in answer.worn_out else ""
    return StoryView(
        name=one.name,
        themes=one.themes,
        name_told=f"{name} told",
        times=counted(len(one.told), "time"),
        figures=tuple(
            (word, _figure(f"{name} {word}", those))
            for word, those in sides.items()
            if word and those
        ),
        mark=mark,
        tellings=tuple(_telling(telling) for telling in reversed(one.told)),
    )


def _figure(name: str, tellings: Sequence[Telling]) -> Figure:
    return Figure(name, tuple(_item(one) for one in tellings))


def _item(one: Telling) -> Item:
    day = one.interview.when.day
    words = (
        f"{one.interview.company}, {round_name(one.interview).lower()}, {short_day(day)} {day.year}"
    )
    return Item(words, one.interview.path, one.story.line)


def _telling(one: Telling) -> TellingView:
    word, tone = LANDED[one.story.landed]
    return TellingView(landed=word, tone=tone, item=_item(one), why=one.story.why)
