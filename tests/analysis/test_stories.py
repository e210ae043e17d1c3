"""Which story carries, and which is worn out."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from tests.builders import interview, journal

from afterword.analysis.stories import Stories, ToldStory, stories
from afterword.kinds import Answered
from afterword.model import Journal, Observation, Story
from afterword.pages.stories import stories_headline

FIRST = date(2026, 1, 5)
SIGNS = {"+": Answered.WELL, "~": Answered.OK, "-": Answered.BADLY, "?": None}


def telling(**courses: str) -> Journal:
    """A journal in which each story was told as often as its course has signs, the oldest first."""
    return journal(
        *(
            interview(
                FIRST + timedelta(days=7 * at),
                f"{name} {at}",
                stories=(Story(text=name, line=30, landed=SIGNS[sign]),),
            )
            for name, course in courses.items()
            for at, sign in enumerate(course)
        )
    )


def names(found: Stories) -> tuple[str | None, list[str]]:
    return (
        " ".join(one.name for one in found.carries) or None,
        [one.name for one in found.worn_out],
    )


@pytest.mark.parametrize(
    ("courses", "carries", "worn"),
    [
        ({}, None, []),
        ({"queue": "+++++++"}, None, []),
        ({"queue": "++", "goat": "--"}, None, []),
        ({"queue": "+++++++", "goat": "-+-----"}, "queue", []),
        ({"queue": "++", "goat": "-------"}, None, []),
        ({"queue": "+++++++", "goat": "+++++-"}, None, []),
        ({"goat": "++++----"}, None, ["goat"]),
        ({"goat": "++++~~~~"}, None, ["goat"]),
        ({"goat": "----++++"}, None, []),
        ({"goat": "++--"}, None, []),
        ({"goat": "????----"}, None, []),
        ({"queue": "++++++++++++", "goat": "++++----"}, "queue", ["goat"]),
        ({"queue": "++++++++++++", "letter": "++++++++", "goat": "-------"}, "queue", []),
    ],
)
def test_what_stands_out_does_so_beyond_chance(
    courses: dict[str, str], carries: str | None, worn: list[str]
) -> None:
    assert names(stories(telling(**courses))) == (carries, worn)


def told(*texts: str) -> list[ToldStory]:
    items = tuple(Story(text=text, line=at) for at, text in enumerate(texts, 30))
    return list(stories(journal(interview(FIRST, stories=items))).stories)


def test_what_follows_a_colon_is_about_this_one_telling() -> None:
    (one,) = told("The queue: in ninety seconds", "the QUEUE!", "The queue")
    assert (one.name, len(one.told), len(one.judged)) == ("The queue", 3, 0)


def test_a_story_is_called_what_it_was_called_last() -> None:
    (one,) = told("the QUEUE!", "The queue: in ninety seconds")
    assert one.name == "The queue"
    (one,) = told("The queue", "the QUEUE!")
    assert one.name == "the QUEUE!"


def test_a_clock_time_is_no_colon_and_a_story_may_have_no_words() -> None:
    assert [one.name for one in told("The 9:15 ferry", "…", ": x")] == [
        ": x",
        "The 9:15 ferry",
        "…",
    ]


def test_the_story_that_was_told_most_comes_first_then_the_alphabet() -> None:
    assert [one.name for one in told("Bread", "Queue", "Apple", "Queue")] == [
        "Queue",
        "Apple",
        "Bread",
    ]


def test_a_story_keeps_the_themes_of_every_telling() -> None:
    one = Story(text="The queue", line=3, themes=("kafka",))
    other = Story(text="The queue", line=4, inferred_themes=("kafka", "pace"))
    (found,) = stories(journal(interview(FIRST, stories=(one, other)))).stories
    assert found.themes == ("kafka", "pace")


@pytest.mark.parametrize(
    ("courses", "expected"),
    [
        ({}, "The stories you tell will stand here, with where you told each and how it landed."),
        ({"goat": "+"}, "One story. Two more tellings of one of them with how it landed, and this page says something."),
        ({"goat": "+-+-+", "queue": "?"}, "Only “goat” so far: landed well 3 of 5 times."),
        ({"goat": "++---"}, "Only “goat” so far: landed well 2 of 5 times."),
        ({"goat": "+++---"}, "Only “goat” so far: landed well 3 of 6 times. “goat” lands less well than before, and may want a rest."),
        ({"goat": "----", "queue": "++"}, "Two stories; none of those told 3 times has landed well yet."),
        ({"goat": "+++", "queue": "+--"}, "Most often so far: “goat”, landed well 3 of 3 times; chance alone does as much in one journal of three."),
        ({"goat": "+++", "queue": "---+--"}, "Probably “goat”: landed well 3 of 3 times."),
        ({"goat": "++++-++----", "queue": "+"}, "None is ahead of the others so far: “goat”, landed well 6 of 11 times. “goat” probably lands less well than before, and may want a rest."),
        ({"queue": "+++++++", "goat": "-+-----"}, "“queue” carries: landed well 7 of 7 times."),
        ({"goat": "++++----"}, "Only “goat” so far: landed well 4 of 8 times. “goat” lands less well than before, and may want a rest."),
        ({"goat": "+++++-----", "pig": "+++++-----"}, "None is ahead of the others so far: “goat” and “pig”, landed well 5 of 10 times each. “goat” and “pig” land less well than before, and may want a rest."),
        ({"queue": "++++++++++++", "goat": "++++----"}, "“queue” carries: landed well 12 of 12 times. “goat” lands less well than before, and may want a rest."),
    ],
)  # fmt: skip
def test_the_headline_names_what_stands_out(courses: dict[str, str], expected: str) -> None:
    assert stories_headline(stories(telling(**courses))) == expected


@pytest.mark.no_cover
def test_a_story_that_is_only_shuffled_hardly_ever_stands_out() -> None:
    chance = Random(7)
    named = 0
    for _ in range(1000):
        courses = {name: "".join(chance.choice("++~-") for _ in range(10)) for name in "abc"}
        found = stories(telling(**courses))
        named += bool(found.carries or found.worn_out)
    assert named <= 50


def test_a_story_is_an_item_of_its_entry() -> None:
    one = interview(FIRST, stories=(Story(text="The queue", line=3, themes=("kafka",)),))
    assert (one.observations, one.themes) == (one.stories, ("kafka",))
    assert isinstance(one.stories[0], Observation)
