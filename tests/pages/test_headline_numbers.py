"""No headline contradicts its numbers, whatever the journal, nor another headline of the site; and few name what only chance has made."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.builders import forecast_of, interview, journal, observed, said
from tests.shuffled import THEMES, shuffled_journals

from afterword.analysis.commitments import State, commitments
from afterword.analysis.forecast import Lean
from afterword.analysis.funnel import funnel
from afterword.analysis.questions import asked_questions
from afterword.analysis.rejections import rejections
from afterword.analysis.statistics.standing_out import Tier
from afterword.analysis.themes import (
    ThemeNotes,
    Trend,
    carrying,
    changes,
    keep_doing,
    practise_next,
    shares_over_time,
    slipping,
    theme_notes,
)
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
    TRENDS,
    among_all,
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
from planted import Plan, planted_journal

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


PLANS = (
    Plan(),
    Plan(slips=True),
    Plan(narrows=True),
    Plan(feedback=True),
    Plan(slips=True, narrows=True, blind=True),
)
ANY_JOURNAL = st.one_of(
    journals(),
    st.builds(
        planted_journal,
        st.sampled_from(PLANS),
        st.sampled_from((3, 12, 40, 80)),
        st.integers(0, 999),
    ),
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


def sides(told: Journal) -> dict[str, tuple[int, int]]:
    """How many notes on each theme went badly, and how many there are, counted apart from the code."""
    badly: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for one in told.interviews:
        for item in one.went_badly:
            badly.update(item.themes)
        for item in (*one.went_badly, *one.went_well):
            every.update(item.themes)
    return {theme: (badly[theme], every[theme]) for theme in every}


LEADS = re.compile(
    r"^(?:Probably |Most often so far: |None is ahead of the others so far: |Only )?(?P<names>.*?)"
    r"(?: is where| are where| so far|[:,] badly in)"
)


def leaders(sentence: str) -> set[str]:
    """The keys of the themes that a sentence names in front of its numbers."""
    found = LEADS.match(sentence)
    return {key(name) for name in re.split(r", | and ", found["names"])} if found else set()


@settings(max_examples=60)
@given(ANY_JOURNAL)
def test_what_slips_goes_badly_more_than_the_rest_and_what_carries_less(told: Journal) -> None:
    sentence = balance_headline(theme_notes(told), NAMES)
    counts = sides(told)
    slips, _, carries = sentence.partition(". ")
    for theme in leaders(slips) if "badly in" in slips else ():
        assert numbers(slips)[:2] == [*counts[theme]]
        rest = [
            sum(side) for side in zip(*(counts[one] for one in counts if one != theme), strict=True)
        ]
        if "None is ahead" not in slips and "Only " not in slips:
            assert counts[theme][0] * rest[1] > rest[0] * counts[theme][1]
            higher = [
                one
                for one, (bad, every) in counts.items()
                if every >= 3
                and bad > counts[theme][0]
                and bad * counts[theme][1] > counts[theme][0] * every
            ]
            assert higher == []
    if found := re.search(r"(\S+) carries me: well in (\d+) of (\d+) notes", carries or slips):
        bad, every = counts[key(found[1])]
        assert (every - bad, every) == (int(found[2]), int(found[3]))
        assert key(found[1]) not in leaders(slips) or "None is ahead" in slips


@settings(max_examples=60)
@given(ANY_JOURNAL)
def test_the_page_of_a_theme_and_today_say_what_the_reflections_say(told: Journal) -> None:
    notes = theme_notes(told)
    slips, carries = slipping(notes), carrying(notes)
    headline = balance_headline(notes, NAMES)
    practice, keep = practise_next(notes, TODAY), keep_doing(notes)
    for one in notes:
        stands = among_all(one.theme, slips, carries)
        assert ("slips most" in stands) is (
            one.theme in leaders(headline) and not headline.startswith(("Most", "None", "Only"))
            and "badly in" in headline.partition(". ")[0]
        )  # fmt: skip
        if "carries me" in stands:
            assert practice is None or practice.notes.theme != one.theme
            assert keep is not None
            assert carries is not None
            assert keep.theme in carries.leaders


@st.composite
def changing(draw: st.DrawFn) -> Journal:
    """A journal in which each theme went one way for a while, and then the same way or the other."""
    halves = st.tuples(st.booleans(), st.booleans(), st.integers(1, 8))
    courses = draw(st.lists(halves, min_size=1, max_size=4))
    return journal(
        *(
            interview(
                FIRST + timedelta(days=12 * week),
                f"{theme} {week}",
                went_well=observed(*[theme] * well),
                went_badly=observed(*[theme] * (not well)),
            )
            for theme, (older, newer, half) in zip(THEMES, courses, strict=False)
            for week, well in enumerate([older] * half + [newer] * half)
        )
    )


@settings(max_examples=60)
@given(st.one_of(changing(), ANY_JOURNAL))
def test_what_is_said_of_a_change_is_no_other_than_its_label(told: Journal) -> None:
    notes = theme_notes(told)
    sentence = smalls_headline(notes, NAMES)
    parts = [
        part for part in sentence.casefold().split("; ") if "better" in part or "harder" in part
    ]
    for one in notes:
        label = TRENDS[one.trend]
        for part in parts:
            if re.search(rf"\b{NAMES.get(one.theme, one.theme).casefold()}\b", part):
                assert label != TRENDS[Trend.STEADY]
                assert ("less" if "better" in part else "more") not in label
        if "more of it" in label or "less of it" in label:
            assert not sentence.startswith(("Changed most", "No theme"))


@settings(max_examples=30)
@given(ANY_JOURNAL)
def test_more_goes_well_only_where_the_share_has_grown(told: Journal) -> None:
    sentence = share_headline(shares_over_time(told))
    percents = [int(one) for one in re.findall(r"(\d+)%", sentence)]
    if sentence.startswith("More"):
        assert percents[0] < percents[1]
    if sentence.startswith("Less"):
        assert percents[0] > percents[1]


@settings(max_examples=30)
@given(ANY_JOURNAL)
def test_a_theme_is_better_only_where_its_newer_half_is(told: Journal) -> None:
    found = changes(theme_notes(told))
    assert all(one.newer > one.older for one in found.better)
    assert all(one.newer < one.older for one in found.worse)
    for one in (*found.better, *found.worse):
        went = sorted(
            [(noted.day, noted.interview.path, True) for noted in one.notes.well]
            + [(noted.day, noted.interview.path, False) for noted in one.notes.badly]
        )
        newer = [well for *_, well in went][len(went) - one.half :]
        assert (one.half, one.newer) == (len(went) // 2, sum(newer))


def heat(told: Journal, notes: tuple[ThemeNotes, ...] | None = None) -> tuple[HeatRow, ...]:
    months = months_spanned(one.when.day for one in told.interviews)
    return heat_rows(notes or theme_notes(told), months)


@settings(max_examples=30)
@given(ANY_JOURNAL)
def test_what_keeps_coming_back_does_so_in_more_months_than_any_other(told: Journal) -> None:
    rows = heat(told)
    sentence = heat_headline(rows, NAMES)
    months = {row.theme: row.months for row in rows}
    if "badly in" in sentence:
        assert sentence.startswith("Only") is (len(rows) == 1)
        assert numbers(sentence.partition(";")[0])[-2:] == [
            max(months.values()),
            len(rows[0].cells),
        ]
        assert {one for one, number in months.items() if number == max(months.values())} >= {
            one for one in months if one in sentence.casefold().replace(" ", "-")
        }
    else:
        assert max(months.values(), default=0) < 3


@settings(max_examples=30)
@given(ANY_JOURNAL)
def test_what_is_said_of_rejections_is_what_they_count(told: Journal) -> None:
    answer = rejections(told)
    given_reasons = len(answer.with_feedback)
    sentence = rejections_headline(answer, NAMES)
    counts = {one.theme: one.gap for one in answer.themes}
    if "gave a reason" in sentence:
        assert numbers(sentence.partition(";")[0])[-1] == given_reasons
        most = max(counts.values())
        named = {one for one in counts if one.replace("-", " ") in sentence.casefold()}
        assert {counts[one] for one in named} == {most}
        if not sentence.startswith("All "):
            assert numbers(sentence.partition(";")[0])[-2:] == [most, given_reasons]
            assert most < given_reasons or answer.named is None or answer.named.is_alone
    elif given_reasons:
        assert numbers(sentence)[0] == given_reasons
    assert numbers(kept_apart(answer))[0] == len(answer.applications)
    if answer.asked:
        asked = numbers(feedback_headline(answer))[:3]
        every = [len(answer.asked), len(answer.applications), len(answer.answered)]
        assert asked == (every if len(answer.applications) > 1 else [1])


@settings(max_examples=30)
@given(ANY_JOURNAL)
def test_the_kind_of_round_that_is_named_ends_so_often(told: Journal) -> None:
    answer = rejections(told)
    sentence = rounds_headline(answer)
    if "ended in a rejection" in sentence:
        hits, cases = numbers(sentence.partition(";")[0])[-2:]
        ends = {kind: len(answer.by_round.get(kind, ())) for kind in answer.rounds}
        named = [kind for kind in ends if f"{kind} rounds" in sentence.casefold()]
        assert named
        assert {(ends[kind], answer.rounds[kind]) for kind in named} == {(hits, cases)}
        if sentence.startswith(("Most", "Probably")) or "stand out" in sentence:
            assert hits * sum(answer.rounds.values()) > sum(ends.values()) * cases


@settings(max_examples=30)
@given(ANY_JOURNAL)
def test_a_blind_spot_is_named_by_them_and_not_by_me_in_the_same_application(
    told: Journal,
) -> None:
    answer = rejections(told)
    sentence = cells_headline(answer.cells, NAMES)
    if "rejections where" in sentence:
        hits, cases = numbers(sentence.partition(";")[0])[-2:]
        named = {one.theme for one in answer.cells.only_they if one.unseen == hits}
        assert any(one.replace("-", " ") in sentence.casefold() for one in named)
        assert cases == len(answer.with_feedback)
    if sentence.startswith("No blind spot"):
        assert answer.cells.only_they == ()


@settings(max_examples=30)
@given(ANY_JOURNAL)
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
@given(ANY_JOURNAL)
def test_the_stage_where_it_narrows_passes_less_than_the_others(told: Journal) -> None:
    answer = funnel(told, TODAY)
    sentence = funnel_headline(answer)
    if "ended there" in sentence:
        hits, cases = numbers(sentence.partition(";")[0])[-2:]
        named = [one for one in answer.stages if f"{one.kind} rounds" in sentence.casefold()]
        assert {(one.ended, one.decided) for one in named} == {(hits, cases)}
        if not sentence.startswith(("None", "Only")):
            ended = answer.decided - answer.passed
            assert hits * answer.decided > ended * cases
    if "without an answer" in sentence:
        assert answer.passed == 0


@settings(max_examples=30)
@given(ANY_JOURNAL)
def test_answers_that_are_late_are_counted(told: Journal) -> None:
    waited = waits(told, TODAY)
    known = [one.late for one in waited if one.late is not None]
    assume(len(known) >= 3)
    sentence = waits_headline(waited)
    late = "later" in sentence
    assert numbers(sentence)[:2] == [known.count(late), len(known)]
    assert known.count(late) * 2 >= len(known)


@settings(max_examples=30)
@given(ANY_JOURNAL)
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
        if not any(sides):
            continue
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
    """Over a thousand journals of thirty interviews each headline names something in at most six of a hundred, and probably in fifteen.

    What Today offers to practise is no finding but an offer, and always has something to offer.
    """
    named: Counter[str] = Counter()
    probable: Counter[str] = Counter()
    for told in shuffled_journals(1000):
        notes, answer, chances = theme_notes(told), rejections(told), forecast_of(told)
        found = {
            "balance": balance_headline(notes, NAMES),
            "by theme": smalls_headline(notes, NAMES),
            "coming back": heat_headline(heat(told, notes), NAMES),
            "rejections": rejections_headline(answer, NAMES),
            "rounds": rounds_headline(answer),
            "blind spot": cells_headline(answer.cells, NAMES),
            "funnel": funnel_headline(funnel(told, TODAY)),
        }
        for what, sentence in found.items():
            named[what] += bool(NAMED.search(sentence))
            probable[what] += bool(NAMED.search(sentence)) or sentence.startswith("Probably")
        named["share"] += share_headline(shares_over_time(told)).startswith(("More", "Less"))
        # In these, what I said has nothing to do with what came: they are off one by one, and on no side.
        named["forecast"] += chances.tier is Tier.CLEAR and not chances.rests_on_silence
    assert {what: count for what, count in named.items() if count > 60} == {}
    assert {what: count for what, count in probable.items() if count > 150} == {}


NAMED = re.compile(
    r"slips? most|carr(y|ies) me|(?<!probably )(getting better|harder of late)(?!:)|keeps? coming back|named most|stand out|blind spots?:|narrows:"
)


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
