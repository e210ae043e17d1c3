"""What is counted over the whole journal, over each quarter, and over each part of it, counted once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from tests.recount.chances import fisher, sidak, tier
from tests.recount.entries import Entry
from tests.recount.standing import Application
from tests.recount.themes import Note, Themes, by_theme, notes_of, sides

Told = dict[str, object]


def totals(entries: list[Entry], themes: Themes, today: date) -> Told:
    """The interviews behind and before me, the months they lie in, and their notes."""
    first, last = entries[0].when, entries[-1].when
    behind = sum(one.when <= today for one in entries)
    return {
        "interviews": behind,
        "to_come": len(entries) - behind,
        "months": (last.year - first.year) * 12 + last.month - first.month + 1,
        **_notes(entries, themes, today, noted_in="noted_in"),
    }


def _notes(entries: list[Entry], themes: Themes, today: date, *, noted_in: str) -> Told:
    items = [item for _, item, _ in notes_of(entries)]
    return {
        "notes": len(items),
        noted_in: sum(one.when <= today or any(notes_of([one])) for one in entries),
        "inferred": sum(bool(themes.inferred(item)) for item in items),
        "unthemed": sum(not themes.of(item) for item in items),
    }


def narrowed(
    entries: list[Entry], applications: list[Application], themes: Themes, today: date
) -> list[Told]:
    """The parts that have a page of their own."""
    home = {one.path: application for application in applications for one in application.entries}
    parts: dict[str, list[Entry]] = {}
    for one in entries:
        for name in (f"round-{one.kind}", f"outcome-{_stands(home[one.path])}", _quarter(one.when)):
            parts.setdefault(name, []).append(one)
    return [
        {
            "page": f"reflections/{name}",
            **_notes(those, themes, today, noted_in="interviews"),
            "themes": [
                {"theme": theme, "went_well": went.count(True), "went_badly": went.count(False)}
                for theme, notes in by_theme(those, themes).items()
                if (went := [well for *_, well in notes])
            ],
            **sides(those, themes, least=2),
        }
        for name, those in parts.items()
        if any(notes_of(those))
    ]


def _stands(application: Application) -> str:
    told = {"withdrawn": "i-withdrew", "declined": "i-declined", "no answer": "no-answer"}
    return (
        "in-progress" if application.is_open else told.get(application.outcome, application.outcome)
    )


def _quarter(day: date) -> str:
    return f"{day.year}-q{(day.month + 2) // 3}"


def reviews(
    entries: list[Entry], applications: list[Application], themes: Themes, today: date
) -> list[Told]:
    """Each quarter in which anything had happened."""
    happened = [day for one in applications for day, *_ in _events(one) if day <= today]
    return [
        _review(quarter, [one for one in entries if one.when <= today], applications, themes)
        for quarter in sorted({_quarter(day) for day in happened})
    ]


def _events(application: Application) -> Iterator[tuple[date, str]]:
    """What a review tells of an application, with the day: its beginning, its rounds, its offers and its end."""
    yield application.begun, "begun"
    yield from ((one.when, "round") for one in application.entries)
    yield from ((one.heard, "offer") for one in application.entries if one.outcome == "offer")
    if application.end:
        yield application.ended, application.outcome


def _review(
    quarter: str, entries: list[Entry], applications: list[Application], themes: Themes
) -> Told:
    here = [one for one in entries if _quarter(one.when) == quarter]
    before = [one for one in entries if _quarter(one.when) < quarter]
    events = Counter(
        what for one in applications for day, what in _events(one) if _quarter(day) == quarter
    )
    slipped = _slipped(here, themes)
    earlier = _slipped(before, themes)
    most = sorted(
        slipped, key=lambda theme: (-len(set(slipped[theme])), -len(slipped[theme]), theme)
    )
    return {
        "quarter": quarter,
        "interviews": len(here),
        "companies": len({one.company for one in here}),
        "begun": events["begun"],
        "decided": {
            what: number for what, number in events.items() if what not in {"begun", "round"}
        },
        "decisions": sum(
            number for what, number in events.items() if what not in {"begun", "round"}
        ),
        "better": _better(by_theme(before, themes), by_theme(here, themes)),
        "back": [
            {"theme": theme, "interviews": len(set(paths))}
            for theme, paths in slipped.items()
            if theme in earlier
        ],
        "practise": [
            {"theme": theme, "interviews": len(set(slipped[theme]))} for theme in most[:3]
        ],
        "tried": sum(len(one.of("tried")) for one in here),
        "feedback": sum(len(one.of("feedback")) for one in here),
    }


def _slipped(entries: list[Entry], themes: Themes) -> dict[str, list[str]]:
    """The files in which each theme went badly, once for each note."""
    every = by_theme(entries, themes)
    found = {
        theme: [one.path for one, _, well in notes if not well] for theme, notes in every.items()
    }
    return {theme: paths for theme, paths in found.items() if paths}


def _better(
    before: dict[str, list[Note]],
    since: dict[str, list[Note]],
) -> list[Told]:
    compared = [theme for theme in since if min(len(since[theme]), len(before.get(theme, []))) >= 3]
    rose: list[tuple[float, Told]] = []
    for theme in compared:
        old, new = ([well for *_, well in notes[theme]] for notes in (before, since))
        chance = sidak(
            fisher(sum(new), len(new), sum(old) + sum(new), len(old) + len(new)), len(compared)
        )
        if sum(new) * len(old) > sum(old) * len(new):
            told: Told = {
                "theme": theme,
                "well_before": sum(old),
                "before": len(old),
                "well_since": sum(new),
                "since": len(new),
            }
            rose.append((chance, {**told, "chance": chance, "tier": tier(chance)}))
    rose.sort(key=lambda one: (one[0], str(one[1]["theme"])))
    sure = [told for chance, told in rose if tier(chance) != "open"]
    return sure or [told for _, told in rose[:1]]


def comes_back(
    entries: list[Entry], themes: Themes, shown: int, span: int
) -> dict[str, tuple[int, int]]:
    """In how many months each theme that is drawn went badly, of how many."""
    every = by_theme(entries, themes)
    most = sorted(
        every,
        key=lambda theme: (
            -sum(not well for *_, well in every[theme]),
            -sum(well for *_, well in every[theme]),
            theme,
        ),
    )
    months = {
        theme: {(one.when.year, one.when.month) for one, _, well in every[theme] if not well}
        for theme in most[:shown]
    }
    return {theme: (len(those), span) for theme, those in months.items() if those}
