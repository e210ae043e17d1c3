"""What I meant to do differently, and whether it helped."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import interview, journal

from afterword.analysis.commitments import (
    Commitment,
    Effect,
    State,
    ThemeNote,
    Try,
    commitments,
    effects,
    notes_by_theme,
    since_made,
)
from afterword.kinds import Helped
from afterword.model import Attempt, Interview, Observation

DRAW = ("a.md", 20)


def resolving(day: str, path: str, *texts: str) -> Interview:
    items = tuple(Observation(text=text, line=line) for line, text in enumerate(texts, start=20))
    return interview(day, path=path, do_differently=items)


def trying(
    day: str, *helped: Helped | None, of: tuple[str, int] | None = DRAW, path: str = "t.md"
) -> Interview:
    tried = tuple(
        Attempt(text="Draw before coding", line=line, helped=one, commitment=of)
        for line, one in enumerate(helped, start=30)
    )
    return interview(day, "Acme", path=path, tried=tried)


def test_a_resolution_is_a_commitment_with_its_place_and_themes() -> None:
    item = Observation(text="Draw before coding", line=20, themes=("design",))
    found = commitments(journal(interview("2026-11-12", path="a.md", do_differently=(item,))))
    assert found == (
        Commitment(
            text="Draw before coding",
            themes=("design",),
            made_in="a.md",
            company="Northwind",
            made_on=date(2026, 11, 12),
            line=20,
            tries=(),
            state=State.OPEN,
        ),
    )


def test_a_try_is_told_with_its_place() -> None:
    (found,) = commitments(
        journal(
            resolving("2026-11-12", "a.md", "Draw before coding"),
            trying("2026-11-20", Helped.PARTLY),
        )
    )
    assert found.tries == (
        Try(path="t.md", company="Acme", day=date(2026, 11, 20), helped=Helped.PARTLY, line=30),
    )


@pytest.mark.parametrize(
    ("helped", "state"),
    [
        ((), State.OPEN),
        ((Helped.HELPED,), State.HELPED),
        ((Helped.PARTLY,), State.PARTLY),
        ((Helped.NO,), State.NO),
        ((None,), State.TRIED),
        ((Helped.NO, Helped.HELPED), State.HELPED),
        ((Helped.HELPED, None), State.TRIED),
    ],
)
def test_the_latest_try_says_how_it_stands(helped: tuple[Helped | None, ...], state: State) -> None:
    (found,) = commitments(
        journal(
            resolving("2026-11-12", "a.md", "Draw before coding"), trying("2026-11-20", *helped)
        )
    )
    assert found.state is state


def test_the_latest_day_decides_whatever_the_order_of_the_entries() -> None:
    (found,) = commitments(
        journal(
            trying("2026-11-22", Helped.HELPED, path="late.md"),
            trying("2026-11-20", Helped.NO, path="early.md"),
            resolving("2026-11-12", "a.md", "Draw before coding"),
        )
    )
    assert ([one.path for one in found.tries], found.state) == (
        ["early.md", "late.md"],
        State.HELPED,
    )


def test_an_attempt_that_answers_nothing_is_left_out() -> None:
    (found,) = commitments(
        journal(
            resolving("2026-11-12", "a.md", "Draw before coding"),
            trying("2026-11-20", Helped.HELPED, of=None),
        )
    )
    assert found.tries == ()


def test_a_try_belongs_to_the_commitment_it_names() -> None:
    found = commitments(
        journal(
            resolving("2026-11-12", "a.md", "Draw before coding", "Breathe"),
            trying("2026-11-20", Helped.HELPED, of=("a.md", 21)),
        )
    )
    assert [one.state for one in found] == [State.OPEN, State.HELPED]


@pytest.mark.parametrize(
    "text", ["draw before CODING!", "Draw — before coding", "Draw before-coding"]
)
def test_the_same_resolution_made_again_is_one_commitment(text: str) -> None:
    (found,) = commitments(
        journal(
            resolving("2026-11-12", "a.md", "Draw before coding"),
            resolving("2026-11-20", "b.md", text),
        )
    )
    assert (found.text, found.made_in, found.again) == (
        "Draw before coding",
        "a.md",
        (("b.md", 20),),
    )


def test_an_apostrophe_of_either_form_is_punctuation() -> None:
    (found,) = commitments(
        journal(
            resolving("2026-11-12", "a.md", "Don't rush"),
            resolving("2026-11-20", "b.md", "Don’t rush"),
        )
    )
    assert found.again == (("b.md", 20),)


def test_a_try_of_either_place_is_a_try_of_the_one_commitment() -> None:
    (found,) = commitments(
        journal(
            resolving("2026-11-12", "a.md", "Draw before coding"),
            trying("2026-11-15", Helped.NO, path="t1.md"),
            resolving("2026-11-20", "b.md", "Draw before coding"),
            trying("2026-11-22", Helped.HELPED, of=("b.md", 20), path="t2.md"),
        )
    )
    assert ([one.path for one in found.tries], found.state) == (["t1.md", "t2.md"], State.HELPED)


def test_the_themes_of_every_place_are_kept_once_each() -> None:
    one = Observation(text="Breathe", line=1, themes=("nerves",))
    other = Observation(text="breathe", line=2, inferred_themes=("nerves", "pace"))
    (found,) = commitments(journal(interview("2026-11-12", do_differently=(one, other))))
    assert found.themes == ("nerves", "pace")


def test_two_resolutions_of_signs_alone_are_two() -> None:
    found = commitments(journal(resolving("2026-11-12", "a.md", "…", "→")))
    assert [one.text for one in found] == ["…", "→"]


def test_commitments_come_in_the_order_in_which_they_were_made() -> None:
    found = commitments(
        journal(
            resolving("2026-11-20", "b.md", "Breathe"),
            resolving("2026-11-12", "a.md", "Draw before coding", "Ask early"),
        )
    )
    assert [one.text for one in found] == ["Draw before coding", "Ask early", "Breathe"]


def test_a_commitment_has_been_open_since_it_was_made() -> None:
    (found,) = commitments(journal(resolving("2026-11-12", "a.md", "Draw before coding")))
    assert found.open_for(date(2026, 11, 20)) == 8
    assert found.open_for(date(2026, 11, 1)) == 0


def about(day: str, *, well: int = 0, badly: int = 0) -> Interview:
    def notes(count: int) -> tuple[Observation, ...]:
        return tuple(Observation(text="x", line=at, themes=("design",)) for at in range(count))

    return interview(day, f"On {day}", went_well=notes(well), went_badly=notes(badly))


def told(*others: Interview, theme: str = "design") -> dict[tuple[str, int], Effect]:
    plan = (Observation(text="Draw before coding", line=20, themes=(theme,) if theme else ()),)
    made = journal(
        interview("2026-03-02", path="a.md", do_differently=plan),
        trying("2026-06-01", Helped.HELPED),
        *others,
    )
    return effects(notes_by_theme(made), commitments(made))


def test_the_theme_is_counted_before_the_first_try_and_from_its_day_on() -> None:
    found = told(about("2026-05-31", well=1, badly=3), about("2026-06-01", well=2, badly=1))
    effect = found[DRAW]
    assert [(one.interview.company, one.well) for one in effect.before] == [
        ("On 2026-05-31", True),
        *[("On 2026-05-31", False)] * 3,
    ]
    assert [one.well for one in effect.after] == [True, True, False]
    assert isinstance(effect.after[0], ThemeNote)
    assert effect.went_better


def test_a_theme_that_goes_as_before_goes_no_better() -> None:
    found = told(about("2026-05-31", well=1, badly=1), about("2026-06-01", well=2, badly=2))
    assert not found[DRAW].went_better


def test_without_notes_on_both_sides_or_without_a_theme_nothing_is_counted() -> None:
    assert told(about("2026-05-31", well=1)) == {}
    assert told(about("2026-06-02", well=1)) == {}
    assert told() == {}
    assert told(about("2026-05-31", well=1), about("2026-06-02", well=1), theme="") == {}


def test_what_was_never_tried_has_no_before_and_since() -> None:
    made = journal(resolving("2026-03-02", "a.md", "Breathe"))
    assert effects(notes_by_theme(made), commitments(made)) == {}


def test_what_no_effect_gives_leaves_the_day_of_the_resolve_where_it_was() -> None:
    """Of four notes, two well: the bad one of the resolve stays before, and of the three others any one may be the one before."""
    plan = (Observation(text="Draw before coding", line=20, themes=("design",)),)
    bad = (Observation(text="x", line=1, themes=("design",)),)
    made = journal(
        interview("2026-03-02", path="a.md", do_differently=plan, went_badly=bad),
        about("2026-05-31", well=1),
        trying("2026-06-01", Helped.HELPED),
        about("2026-06-02", well=1, badly=1),
    )
    effect = effects(notes_by_theme(made), commitments(made))[DRAW]
    # Before (badly, well) against (well, badly) is no better; before (badly, badly) against (well, well) is.
    assert effect.by_chance == pytest.approx(1 / 3)


def test_each_commitment_has_the_notes_on_its_theme_since_it_was_made() -> None:
    plan = (Observation(text="Draw before coding", line=20, themes=("design",)),)
    made = journal(
        about("2026-03-02", badly=1),
        interview("2026-03-02", path="a.md", do_differently=plan),
        about("2026-03-03", well=1, badly=1),
    )
    found = since_made(notes_by_theme(made), commitments(made))
    assert [one.well for one in found[DRAW]] == [True, False]


def test_without_a_theme_or_a_later_note_there_is_nothing_since() -> None:
    made = journal(resolving("2026-03-02", "a.md", "Breathe"), about("2026-03-03", well=1))
    assert since_made(notes_by_theme(made), commitments(made)) == {}
    plan = (Observation(text="Draw", line=20, themes=("design",)),)
    last = journal(interview("2026-03-02", path="a.md", do_differently=plan))
    assert since_made(notes_by_theme(last), commitments(last)) == {}


def test_a_note_without_a_theme_is_on_none() -> None:
    calm = Observation(text="Calm", line=3)
    assert notes_by_theme(journal(interview("2026-11-12", went_well=(calm,)))) == {}
