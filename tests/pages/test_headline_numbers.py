"""No headline contradicts its numbers, whatever the journal; and none names what only chance has made."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import binom, hypergeom
from tests.builders import forecast_of, interview, journal, observed, said
from tests.shuffled import THEMES, shuffled_journals

from afterword.analysis.commitments import State, commitments
from afterword.analysis.forecast import Lean
from afterword.analysis.funnel import funnel
from afterword.analysis.questions import asked_questions
from afterword.analysis.rejections import rejections
from afterword.analysis.statistics.chance import at_least, at_most, fall_here
from afterword.analysis.themes import ThemeNotes, changes, shares_over_time, theme_notes
from afterword.analysis.timeline import lanes
from afterword.analysis.waits import waits
from afterword.days import months_spanned
from afterword.kinds import FeedbackKind, Helped, OutcomeKind, RoundKind
from afterword.model import Attempt, Interview, Journal, Observation, Question
from afterword.pages.commitments import commitments_headline
from afterword.pages.forecast import forecast_headline
from afterword.pages.funnel import funnel_headline, waits_headline
from afterword.pages.pictures.balance import HeatRow, heat_rows
from afterword.pages.questions import questions_headline
from afterword.pages.theme import theme_headline
from afterword.pages.timeline import lanes_headline
from afterword.pages.words.reflections import (
    NOTHING_YET,
    balance_headline,
    heat_headline,
    share_headline,
    smalls_headline,
)
from afterword.pages.words.rejections import (
    cells_headline,
    feedback_headline,
    kept_apart,
    rejections_headline,
    rounds_headline,
)
from afterword.vocabulary.wording import NUMBERS

FIRST, TODAY = date(2026, 1, 5), date(2026, 11, 20)
NAMES = {theme: theme.capitalize() for theme in THEMES}
KINDS = (RoundKind.SCREEN, RoundKind.TECHNICAL, RoundKind.FINAL)
OUTCOMES = (OutcomeKind.PENDING, OutcomeKind.ADVANCED, OutcomeKind.REJECTED, OutcomeKind.NO_ANSWER)
FEW_THEMES = st.lists(st.sampled_from(THEMES[:4]), max_size=3)


@st.composite
def journals(draw: st.DrawFn) -> Journal:
    """A journal in which anything may stand out: themes lean to a side and kinds to an outcome."""
    told = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "day": st.integers(0, 300).map(lambda days: FIRST + timedelta(days=days)),
                    "kind": st.sampled_from(KINDS),
                    "outcome": st.sampled_from(OUTCOMES),
                    "took": st.integers(1, 20),
                    "confidence": st.sampled_from((None, 0.1, 0.5, 0.9)),
                    "well": FEW_THEMES,
                    "badly": FEW_THEMES,
                    "gaps": FEW_THEMES,
                    "praise": st.sampled_from(((), ("kafka",))),
                }
            ),
            max_size=25,
        )
    )
    return journal(*(_interview(at % 9, one) for at, one in enumerate(told)))


def _interview(company: int, one: dict[str, Any]) -> Interview:
    day, took = one["day"], one["took"]
    heard = one["outcome"] is not OutcomeKind.PENDING
    refused = one["outcome"] is OutcomeKind.REJECTED
    asked = day + timedelta(days=took + 1) if refused and one["gaps"] else None
    feedback = (*said(*one["gaps"]), *said(*one["praise"], kind=FeedbackKind.PRAISE))
    return interview(
        day,
        f"C{company}",
        kind=one["kind"],
        outcome=one["outcome"],
        decided=str(day + timedelta(days=took)) if heard else None,
        decision_by=day + timedelta(days=7),
        confidence=one["confidence"],
        went_well=observed(*one["well"]),
        went_badly=observed(*one["badly"]),
        do_differently=tuple(Observation(text=theme, line=80) for theme in one["well"][:1]),
        questions=tuple(Question(text=theme, line=90) for theme in one["badly"]),
        feedback=feedback if refused else (),
        feedback_asked=asked,
        feedback_received=asked,
    )


def numbers(text: str) -> list[int]:
    """The whole numbers that a sentence says, in words or figures; shares apart."""
    words = re.findall(r"[a-z]+|\d+(?!\d*\u202f?%)", text.casefold().replace(" one thing", ""))
    return [
        NUMBERS.index(word) if word in NUMBERS else int(word)
        for word in words
        if word in NUMBERS or word.isdigit()
    ]


def key(name: str) -> str:
    return name.casefold().replace(" ", "-")


@settings(max_examples=30)
@given(journals())
def test_what_slips_goes_badly_more_than_the_rest_and_what_carries_less(told: Journal) -> None:
    notes = theme_notes(told)
    sentence = balance_headline(notes, NAMES)
    bad = {one.theme: len(one.badly) / max(1, len(one.badly) + len(one.well)) for one in notes}
    if found := re.match(r"(\S+) is where it slips most", sentence):
        named = bad.pop(key(found[1]))
        assert named > sum(bad.values()) / len(bad)
    if found := re.search(r"(\S+) carries me", sentence):
        assert bad[key(found[1])] < 0.5


@settings(max_examples=30)
@given(journals())
def test_more_goes_well_only_where_the_share_has_grown(told: Journal) -> None:
    sentence = share_headline(shares_over_time(told))
    percents = [int(one) for one in re.findall(r"(\d+)%", sentence)]
    if sentence.startswith("More"):
        assert percents[0] < percents[1]
    if sentence.startswith("Less"):
        assert percents[0] > percents[1]


@settings(max_examples=30)
@given(journals())
def test_a_theme_is_better_only_where_its_newer_half_is(told: Journal) -> None:
    found = changes(theme_notes(told))
    for one in found.better:
        days = [noted.day for noted in (*one.badly, *one.well)]
        middle = sorted(days)[len(days) // 2]
        late = sum(noted.day >= middle for noted in one.well) / max(1, len(one.well))
        assert late >= sum(noted.day >= middle for noted in one.badly) / max(1, len(one.badly))
    assert not {one.theme for one in found.better} & {one.theme for one in found.worse}


def heat(told: Journal, notes: tuple[ThemeNotes, ...] | None = None) -> tuple[HeatRow, ...]:
    months = months_spanned(one.when.day for one in told.interviews)
    return heat_rows(notes or theme_notes(told), months)


@settings(max_examples=30)
@given(journals())
def test_what_keeps_coming_back_does_so_in_more_months_than_any_other(told: Journal) -> None:
    rows = heat(told)
    sentence = heat_headline(rows, NAMES)
    months = {row.theme: row.months for row in rows}
    if found := re.match(r"(\S+) is the one", sentence):
        named = months.pop(key(found[1]))
        assert all(named > other for other in months.values())
        assert numbers(sentence)[1] == named
    elif "did so in" in sentence:
        assert numbers(sentence)[0] == max(months.values())


@settings(max_examples=30)
@given(journals())
def test_what_is_said_of_rejections_is_what_they_count(told: Journal) -> None:
    answer = rejections(told)
    given_reasons = len(answer.with_feedback)
    sentence = rejections_headline(answer, NAMES)
    if found := re.match(r"(\S+) is named by", sentence):
        counts = {one.theme: one.gap for one in answer.themes}
        named = counts.pop(key(found[1]))
        assert named * 2 >= given_reasons
        assert all(named > other for other in counts.values())
        assert set(numbers(sentence)) == {named, given_reasons}
    elif given_reasons:
        assert numbers(sentence)[0] == given_reasons
    assert numbers(kept_apart(answer))[0] == len(answer.applications)
    if answer.asked:
        asked = numbers(feedback_headline(answer))[:3]
        assert asked == [len(answer.asked), len(answer.applications), len(answer.answered)]


@settings(max_examples=30)
@given(journals())
def test_the_round_that_ends_most_does(told: Journal) -> None:
    answer = rejections(told)
    sentence = rounds_headline(answer)
    if "ended in" in sentence:
        most = max(len(interviews) for interviews in answer.by_round.values())
        assert numbers(sentence)[:2] == [most, len(answer.applications)]
        assert most * 2 >= len(answer.applications)


@settings(max_examples=30)
@given(journals())
def test_a_blind_spot_is_named_by_them_more_than_twice_as_often_as_by_me(told: Journal) -> None:
    cells = rejections(told).cells
    sentence = cells_headline(cells, NAMES)
    if "mention" in sentence:
        first = cells.only_they[0]
        assert numbers(sentence)[0] == first.theirs > 2 * first.mine


@settings(max_examples=30)
@given(journals())
def test_i_expect_too_much_only_where_less_happened(told: Journal) -> None:
    answer = forecast_of(told)
    sentence = forecast_headline(answer)
    if "too much" in sentence:
        assert (answer.said or 0) > (answer.base_rate or 0)
    if "too little" in sentence:
        assert (answer.said or 0) < (answer.base_rate or 0)
    for one in answer.by_kind:
        assert one.lean is not Lean.OVER or one.said > one.happened
        assert one.lean is not Lean.UNDER or one.said < one.happened


@settings(max_examples=30)
@given(journals())
def test_the_stage_where_it_narrows_passes_least(told: Journal) -> None:
    answer = funnel(told, TODAY)
    if answer.narrow:
        narrow = next(one for one in answer.stages if one.kind is answer.narrow)
        shares = [one.share for one in answer.stages if one.decided >= 5 and one.share is not None]
        assert narrow.share == min(shares)
        assert numbers(funnel_headline(answer)) == [narrow.passed, narrow.decided]


@settings(max_examples=30)
@given(journals())
def test_answers_that_are_late_are_counted(told: Journal) -> None:
    waited = waits(told, TODAY)
    known = [one.late for one in waited if one.late is not None]
    assume(len(known) >= 3)
    sentence = waits_headline(waited)
    late = "later" in sentence
    assert numbers(sentence)[:2] == [known.count(late), len(known)]
    assert known.count(late) * 2 >= len(known)


@settings(max_examples=30)
@given(journals())
def test_what_is_only_counted_is_counted_right(told: Journal) -> None:
    made, asked = commitments(told), asked_questions(told)
    if made:
        assert numbers(commitments_headline(made))[0] == len(made)
    if asked:
        again = sum(1 for one in asked if len(one.asked) > 1)
        assert numbers(questions_headline(asked))[:2] == [len(asked), again][: 2 if again else 1]
    shown = lanes(told, TODAY)
    live = sum(1 for lane in shown if lane.is_open)
    if live:
        assert numbers(lanes_headline(shown))[0] == live
    for one in theme_notes(told):
        sides = [len(one.badly), len(one.well)]
        told_times = theme_headline(one).replace("once", "1").replace("twice", "2")
        assert numbers(told_times.partition(":")[0].partition(";")[0])[:2] in (
            sides, sides[::-1], [max(sides)]
        )  # fmt: skip


@given(st.lists(st.sampled_from([None, *Helped]), max_size=6))
def test_commitments_that_helped_are_counted_by_their_latest_try(
    helped: list[Helped | None],
) -> None:
    plans = interview(
        FIRST,
        path="a.md",
        do_differently=tuple(Observation(text=f"Plan {chr(97 + at)}", line=at) for at in range(6)),
    )
    tries = tuple(
        Attempt(text="x", line=at, helped=one, commitment=("a.md", at))
        for at, one in enumerate(helped)
    )
    made = commitments(journal(plans, interview(TODAY, "Other", tried=tries)))
    told = numbers(commitments_headline(made))
    did = sum(1 for one in made if one.state is State.HELPED)
    assert told[1:] == ([len(helped), did] if helped else [])


@pytest.mark.no_cover
def test_in_shuffled_journals_hardly_anything_is_named() -> None:
    """Over a thousand journals of thirty interviews each headline names something in at most six of a hundred.

    What Today offers to practise is no finding but an offer, and always has something to offer.
    """
    named: Counter[str] = Counter()
    for told in shuffled_journals(1000):
        notes, answer, chances = theme_notes(told), rejections(told), forecast_of(told)
        named["balance"] += balance_headline(notes, NAMES) != NOTHING_YET
        named["share"] += share_headline(shares_over_time(told)).startswith(("More", "Less"))
        named["by theme"] += (
            smalls_headline(notes, NAMES) != "No theme has changed enough to name it."
        )
        named["coming back"] += "the one" in heat_headline(heat(told, notes), NAMES)
        named["rejections"] += "named by" in rejections_headline(answer, NAMES)
        named["rounds"] += "ended in" in rounds_headline(answer)
        named["blind spot"] += "mention" in cells_headline(answer.cells, NAMES)
        # In these, what I said has nothing to do with what came: they are off one by one, and on no side.
        named["forecast"] += chances.is_sure and not chances.rests_on_silence
        named["funnel"] += funnel(told, TODAY).narrow is not None
    assert {what: count for what, count in named.items() if count > 60} == {}


def test_what_is_there_is_named_all_the_same() -> None:
    """The silence above is no dumbness: a theme that goes badly ten times of ten is found among the shuffled."""
    found = 0
    for told in shuffled_journals(50):
        harder = (
            interview(
                FIRST + timedelta(days=25 * at), f"H{at}", went_badly=observed("harder", "harder")
            )
            for at in range(9)
        )
        notes = theme_notes(journal(*told.interviews, *harder))
        found += "Harder" in balance_headline(notes, NAMES | {"harder": "Harder"})
    assert found >= 45


@pytest.mark.parametrize(("k", "n", "share", "expected"), [(0, 9, 0.5, 1.0), (9, 9, 0.5, 1 / 512), (1, 2, 0.5, 0.75), (2, 2, 1.0, 1.0), (1, 2, 0.0, 0.0), (0, 2, 0.0, 1.0)])  # fmt: skip
def test_the_chance_of_so_many(k: int, n: int, share: float, expected: float) -> None:
    assert at_least(k, n, share) == pytest.approx(expected)
    assert at_most(n - k, n, 1 - share) == pytest.approx(expected)


@given(
    n=st.integers(1, 60), part=st.floats(0, 1), k=st.integers(0, 60), share=st.floats(0.001, 0.999)
)
@settings(max_examples=50)
def test_the_chances_are_those_of_scipy(n: int, part: float, k: int, share: float) -> None:
    k = min(k, n)
    assert at_least(k, n, share) == pytest.approx(binom.sf(k - 1, n, share), abs=1e-9)
    good, size = round(n * part), max(1, round(n * share))
    theirs = hypergeom.sf(min(k, size) - 1, n, good, size)
    assert fall_here(min(k, size), size, good, n) == pytest.approx(theirs, abs=1e-9)
