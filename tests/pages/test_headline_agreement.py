"""No headline says another number than a second page that speaks of the same thing, whatever the journal."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pages.test_headline_numbers import ANY_JOURNAL, FIRST, NAMES, TODAY, numbers

from afterword.analysis.commitments import commitments, effects, notes_by_theme
from afterword.analysis.funnel import funnel
from afterword.analysis.resilience import felt, live_weeks
from afterword.analysis.responses import responses
from afterword.analysis.review import quarter_reviews
from afterword.analysis.stories import stories
from afterword.analysis.timeline import lanes, months
from afterword.analysis.waits import stage_waits, waits
from afterword.kinds import Answered, Helped
from afterword.model import Attempt, Interview, Journal, Story
from afterword.pages.commitments import effect_words
from afterword.pages.funnel import funnel_headline
from afterword.pages.resilience import felt_headline, live_headline, silence_headline
from afterword.pages.stories import stories_headline
from afterword.pages.timeline import lanes_headline, months_headline
from afterword.pages.words.responses import response_told, responses_headline
from afterword.pages.words.reviews import better_told, review_headline
from afterword.pages.words.today import live_headline as today_headline

from tests.builders import journal  # isort: skip

STORIES = ("The goat", "The queue", "The ferry")


@st.composite
def fuller(draw: st.DrawFn) -> Journal:
    """A journal with stories, feelings and tries as well."""
    told = draw(ANY_JOURNAL)
    marks = draw(st.lists(st.sampled_from([*Answered, None]), min_size=1, max_size=5))
    helped = draw(st.lists(st.sampled_from([*Helped, None]), min_size=1, max_size=5))
    plans: dict[str, tuple[str, int]] = {}

    def filled(at: int, one: Interview) -> Interview:
        named = [(item, plans[item.text]) for item in one.do_differently if item.text in plans]
        plans.update({item.text: (one.path, item.line) for item in one.do_differently})
        return replace(
            one,
            feeling=at % 5 + 1 if at % 2 else None,
            stories=(Story(text=STORIES[at % 3], line=95, landed=marks[at % len(marks)]),),
            tried=tuple(
                Attempt(text=item.text, line=97, themes=item.themes, helped=helped[at % len(helped)], commitment=place)
                for item, place in named
            ),
        )  # fmt: skip

    return journal(*(filled(at, one) for at, one in enumerate(told.interviews)))


@settings(max_examples=20)
@given(fuller())
def test_what_is_in_progress_is_the_same_on_today_the_timeline_and_resilience(
    told: Journal,
) -> None:
    shown, weeks = lanes(told, TODAY), live_weeks(told, TODAY)
    live = [lane for lane in shown if lane.is_open]
    assert numbers(today_headline(live))[0] == len(live)
    if weeks:
        assert numbers(live_headline(weeks))[0] == len(live)
    if shown:
        assert (f"{lanes_headline(shown)}".endswith("none is in progress.")) is not bool(live)


@settings(max_examples=20)
@given(fuller(), st.integers(0, 300))
def test_the_timeline_counts_every_interview_once_as_been_or_to_come(
    told: Journal, days: int
) -> None:
    today = FIRST.fromordinal(FIRST.toordinal() + days)
    sentence = months_headline(months(told), today)
    been, _, coming = sentence.partition("; ")
    happened = sum(1 for one in told.interviews if one.happened(today))
    assert ("No interview" in been) is not bool(happened)
    if happened:
        assert numbers(been)[0] == happened
    assert ([len(told.interviews) - happened] if coming else []) == numbers(coming)[:1]


@settings(max_examples=20)
@given(fuller())
def test_a_story_that_is_named_landed_well_more_often_than_the_rest(told: Journal) -> None:
    answer = stories(told)
    sentence = stories_headline(answer)
    if found := re.search(r"“([^”]+)”.*?landed well (\d+) of (\d+) times", sentence):
        named = next(one for one in answer.stories if one.name == found[1])
        assert (named.well, len(named.judged)) == (int(found[2]), int(found[3]))
    for one in answer.worn_out:
        assert one not in answer.carries or "less well than before" in sentence


@settings(max_examples=20)
@given(fuller())
def test_silence_is_no_other_on_resilience_than_in_the_funnel(told: Journal) -> None:
    waited = waits(told, TODAY)
    sentence = silence_headline(waited)
    spans = {one.duration.days for one in waited if one.duration}
    if sentence.startswith("Half"):
        assert numbers(sentence)[0] in spans
        (alone,) = (stage_waits(replace(one, kind=waited[0].kind) for one in waited),)
        assert alone[0].median == numbers(sentence)[0]
    if "without an answer" in funnel_headline(funnel(told, TODAY)):
        assert not sentence.startswith("Half")


@settings(max_examples=20)
@given(fuller())
def test_what_came_of_what_they_said_adds_up(told: Journal) -> None:
    answers = responses(told)
    good = sum(1 for one in answers if one.since.is_good)
    sentence = responses_headline(answers)
    if len(answers) > 1:
        assert ("gone well" in sentence) is bool(good)
        assert len(answers) in numbers(sentence)
    for one in answers:
        line = response_told(one, TODAY)
        assert f"They: {len(one.named)} of {len(one.reasons)} rejection" in line
        assert len(one.helped) <= len(one.tried)
        assert len(one.since.named) <= len(one.since.reasons) <= len(one.reasons)
        assert ("no news" in line) is not one.since.is_news


@settings(max_examples=20)
@given(fuller())
def test_a_review_counts_its_interviews_and_tells_of_better_only_what_rose(told: Journal) -> None:
    every = quarter_reviews(told, TODAY)
    behind = [one for one in told.interviews if one.happened(TODAY)]
    assert sum(len(one.interviews) for _, one in every) == len(behind)
    for _, one in every:
        if one.interviews:
            companies = {each.company for each in one.interviews}
            assert numbers(review_headline(one)) == [len(one.interviews), len(companies)]
        for better in one.better:
            well, all_of, since, all_since = numbers(better_told(better))[:4]
            assert since * all_of > well * all_since
            assert NAMES.get(better.theme, better.theme)


@settings(max_examples=20)
@given(fuller())
def test_what_is_said_of_feelings_and_of_commitments_is_what_they_count(told: Journal) -> None:
    written = felt(told)
    if written:
        assert numbers(felt_headline(written))[0] == len(written)
    known = tuple(effects(notes_by_theme(told), commitments(told)).values())
    if len(known) > 2:
        better = sum(one.went_better for one in known)
        assert numbers(effect_words(known))[:2] == [better, len(known)]
        by_chance = numbers(effect_words(known))[2]
        assert 0 <= by_chance <= len(known)
