"""The stories: each with where it was told and how it landed, the one that carries and the one that is worn out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from afterword.analysis.stories import ENOUGH, Stories, Telling, ToldStory, stories
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.naming import round_name
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple
from afterword.kinds import Answered
from afterword.pages.parts.figures import Figure, Item
from afterword.pages.words.tiers import more_wanted, names_told, tier_told
from afterword.vocabulary.wording import counted, counted_words, short_day

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
    """The story that lands best and those that are worn out, and how sure that is."""
    if not answer.stories:
        return "The stories you tell will stand here, with where you told each and how it landed."
    return " ".join(part for part in (_best_told(answer), *_worn_told(answer)) if part)


def _best_told(answer: Stories) -> str:
    total = counted_words(len(answer.stories), "story", "stories", capital=True)
    most = max(len(one.judged) for one in answer.stories)
    if most < ENOUGH:
        told = "of one of them with how it landed"
        wanted = more_wanted(ENOUGH - most, f"telling {told}", f"tellings {told}")
        return f"{total}. {wanted}"
    if answer.best is None:
        return f"{total}; none of those told {ENOUGH} times has landed well yet."
    return tier_told(
        answer.best,
        [f"“{one.name}”" for one in answer.best.leaders],
        clear="carries",
        several="carry",
        counted=f"landed well {answer.best.hits} of {answer.best.cases} times",
    )


def _worn_told(answer: Stories) -> Iterator[str]:
    for likely, worn in (("", answer.worn_out), ("probably ", answer.probably_worn_out)):
        if worn:
            names = names_told([f"“{one.name}”" for one in worn])
            verb = "lands" if len(worn) == 1 else "land"
            yield f"{names} {likely}{verb} less well than before, and may want a rest."


def _view(number: int, one: ToldStory, answer: Stories) -> StoryView:
    name = f"stories {number}"
    sides = {
        word: [telling for telling in one.told if telling.story.landed is landed]
        for landed, (word, _) in LANDED.items()
    }
    mark = "carries" if one in answer.carries else "worn out" if one in answer.worn_out else ""
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
