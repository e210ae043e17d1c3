"""What I practise and what I told: commitments, questions, stories and facts, counted once more."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tests.recount.chances import better_after, fisher, leading, sidak
from tests.recount.entries import Entry, Item
from tests.recount.themes import Themes, by_theme, notes_of
from tests.recount.themes import told as told_of_themes

Told = dict[str, object]
# One of a story's tellings, or of a question's, and where.
_Placed = tuple[Entry, Item]


def commitments(entries: list[Entry], themes: Themes, today: date) -> list[Told]:
    """Each thing to do differently, with its tries and the notes on its theme."""
    made: dict[str, list[_Placed]] = {}
    for one in entries:
        for item in one.of("do_differently"):
            made.setdefault(item.text.casefold(), []).append((one, item))
    return [_commitment(places, entries, themes, today) for places in made.values()]


def _commitment(places: list[_Placed], entries: list[Entry], themes: Themes, today: date) -> Told:
    first, item = places[0]
    of = [theme for _, each in places for theme in themes.of(each)]
    on_theme = [
        (one, well) for one, note, well in notes_of(entries) if of and of[0] in themes.of(note)
    ]
    tries = [
        (one, each)
        for one in entries
        for each in one.of("tried")
        if each.text.casefold() == item.text.casefold()
    ]
    return {
        "made_in": first.path,
        "line": item.line,
        "tried_in": [{"path": one.path, "helped": each.mark} for one, each in tries],
        "state": (tries[-1][1].mark or "tried") if tries else "open",
        "open_for": None if tries else max(0, (today - first.when).days),
        "since_made": _sides([well for one, well in on_theme if one.when > first.when]),
        "effect": _effect(on_theme, tries[0][0].when, {one.path for one, _ in places})
        if tries
        else None,
    }


def _effect(on_theme: list[tuple[Entry, bool]], first: date, resolved_in: set[str]) -> Told | None:
    before = [(one.path in resolved_in, well) for one, well in on_theme if one.when < first]
    after = [well for one, well in on_theme if one.when >= first]
    if not before or not after:
        return None
    fixed, free = (
        [well for is_fixed, well in before if is_fixed is side] for side in (True, False)
    )
    return {
        "before": _sides([well for _, well in before]),
        "after": _sides(after),
        "by_chance": better_after(fixed, free, after),
    }


def _sides(went: list[bool]) -> Told:
    return {"went_well": sum(went), "went_badly": len(went) - sum(went)}


def effects(told: list[Told]) -> Told:
    """For how many tried commitments the theme went better, and for how many it would by chance."""
    tried = [one["state"] for one in told if one["state"] != "open"]
    better, chances = 0, []
    for one in told:
        if isinstance(effect := one["effect"], dict):
            shares = [
                effect[when]["went_well"] / sum(effect[when].values())
                for when in ("before", "after")
            ]
            better += shares[1] > shares[0]
            chances.append(effect["by_chance"])
    counts = {"made": len(told), "tried": len(tried), "helped": tried.count("helped")}
    return {**counts, "told": len(chances), "better": better, "by_chance": sum(chances)}


def practise(entries: list[Entry], themes: Themes, today: date, carries: Told | None) -> Told:
    """What to practise, and what to keep doing."""
    notes = by_theme(entries, themes)
    lately = today - timedelta(days=183)
    sure = carries["leaders"] if carries and carries["tier"] == "clear" else []
    best = sure if isinstance(sure, list) else []
    resolved = {
        one["theme"] for one in told_of_themes(entries, themes) if one["trend"] == "resolved"
    }
    slipped = {
        theme: {one.path: one.when for one, _, well in those if not well}
        for theme, those in notes.items()
    }
    kept = [
        (-sum(day >= lately for day in days.values()), -len(days), theme)
        for theme, days in slipped.items()
        if len(days) > 2
        and any(day >= lately for day in days.values())
        and theme not in {*resolved, *best}
    ]
    chosen = min(kept)[2]
    went = [well for *_, well in notes[best[0]]]
    return {
        "next": {"theme": chosen, "interviews": len(slipped[chosen])},
        "keep": {"theme": best[0], "well": sum(went), "notes": len(went)},
    }


def questions(entries: list[Entry]) -> list[Told]:
    """Each question by its latest wording, with how often it was asked."""
    asked: list[tuple[set[str], list[_Placed]]] = []
    for one in entries:
        for item in one.of("questions"):
            words = set(re.findall(r"\w+", item.text.casefold()))
            alike = (those for first, those in asked if _is_one_question(first, words))
            if (known := next(alike, None)) is not None:
                known.append((one, item))
            else:
                asked.append((words, [(one, item)]))
    return [
        {
            "text": those[-1][1].text,
            "asked": [{"path": one.path, "answered": item.mark} for one, item in those],
        }
        for _, those in asked
    ]


def answers(asked: list[Told], sheet: int) -> Told:
    """How I answered them."""
    times = [one["asked"] for one in asked if isinstance(one["asked"], list)]
    marks = [each["answered"] for those in times for each in those]
    return {
        "questions": len(asked),
        "again": sum(len(those) > 1 for those in times),
        "judged": len(marks) - marks.count(None),
        **{mark: marks.count(mark) for mark in ("well", "ok", "badly")},
        "on_sheet": min(sheet, len(asked)),
    }


def _is_one_question(first: set[str], words: set[str]) -> bool:
    """Whether three fifths of the words of both are shared, which is enough where no two questions are nearly alike."""
    return first == words or 5 * len(first & words) >= 3 * len(first | words)


def _tellings(entries: list[Entry]) -> dict[str, list[_Placed]]:
    told: dict[str, list[_Placed]] = {}
    for one in entries:
        for item in one.of("stories"):
            told.setdefault(item.text.partition(": ")[0], []).append((one, item))
    return told


def best_story(entries: list[Entry]) -> Told | None:
    """The story that leads among those that landed well."""
    return leading({name: _landed(those) for name, those in _tellings(entries).items()})


def _landed(those: list[_Placed]) -> tuple[int, int]:
    marks = [item.mark for _, item in those]
    return marks.count("well"), len(marks) - marks.count(None)


def stories(entries: list[Entry]) -> list[Told]:
    """Each story, with how often it was told and how it landed."""
    told, best = _tellings(entries), best_story(entries)
    leaders = best["leaders"] if best and best["tier"] == "clear" else []
    often = sum(len(those) >= 6 for those in told.values())
    return [
        {
            "story": name,
            "told": [{"path": one.path, "landed": item.mark} for one, item in those],
            **{
                mark: sum(item.mark == mark for _, item in those)
                for mark in ("well", "ok", "badly")
            },
            "carries": isinstance(leaders, list) and name in leaders,
            "worn_out": len(those) >= 6 and _wear(those, often) <= 0.05,
        }
        for name, those in told.items()
    ]


def _wear(those: list[_Placed], looks: int) -> float:
    missed = [item.mark != "well" for _, item in those]
    half = len(missed) // 2
    older, newer = missed[:half], missed[-half:]
    return sidak(fisher(sum(newer), half, sum(older) + sum(newer), 2 * half), looks)


def told(entries: list[Entry], folder_lines: dict[str, int]) -> list[Told]:
    """What I told them of each thing, by the line of the front matter that tells it."""
    things: dict[str, list[Told]] = {}
    for one in entries:
        said = one.facts.get("said")
        for thing in said if isinstance(said, dict) else ():
            things.setdefault(thing, []).append({"path": one.path, "line": folder_lines[one.path]})
    return [
        {"thing": thing[0].upper() + thing[1:], "told": those} for thing, those in things.items()
    ]
