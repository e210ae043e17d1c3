"""What goes well and badly, theme by theme and month by month, counted once more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from tests.recount.chances import fisher, leading, sidak, tier, wilson
from tests.recount.entries import Entry, Item

Note = tuple[Entry, Item, bool]


class Themes:
    """The themes of a journal's items: their own, or those whose words they say."""

    def __init__(self, entries: list[Entry], synonyms: Mapping[str, list[str]]) -> None:
        """Find every theme that is written, and those that the options name."""
        self._key = {
            other.replace(" ", "-"): one for one, others in synonyms.items() for other in others
        }
        written = {
            tag
            for one in entries
            for items in one.items.values()
            for item in items
            for tag in item.tags
        }
        keys = {self._key.get(one, one) for one in written} | set(synonyms)
        self._said = {_words(word): self._key.get(word, word) for word in {*keys, *self._key}}

    def of(self, item: Item) -> list[str]:
        """The themes of an item, each once."""
        if item.tags:
            return list(dict.fromkeys(self._key.get(tag, tag) for tag in item.tags))
        return self.inferred(item)

    def inferred(self, item: Item) -> list[str]:
        """Those that its words say, where it names none."""
        text = f" {_words(item.text)} "
        found = {
            key: text.find(f" {said} ") for said, key in self._said.items() if f" {said} " in text
        }
        return [] if item.tags else sorted(found, key=lambda key: found[key])


def _words(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", text.casefold().replace("'", ""))
    return " ".join(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words)


def notes_of(entries: list[Entry]) -> Iterator[Note]:
    """Every note of mine: the entry, the item, and whether it went well."""
    for one in entries:
        for section, well in (("went_well", True), ("went_badly", False)):
            yield from ((one, item, well) for item in one.of(section))


def by_theme(entries: list[Entry], themes: Themes) -> dict[str, list[Note]]:
    """The notes on each theme, in date order."""
    found: dict[str, list[Note]] = {}
    for entry, item, well in notes_of(entries):
        for theme in themes.of(item):
            found.setdefault(theme, []).append((entry, item, well))
    return found


def told(entries: list[Entry], themes: Themes) -> list[dict[str, object]]:
    """What is said of each theme that occurs anywhere."""
    notes = by_theme(entries, themes)
    looks = 2 * sum(len(those) >= 4 for those in notes.values())
    heard: dict[str, Counter[str]] = {}
    everywhere: dict[str, set[str]] = {}
    for one in entries:
        for section, items in one.items.items():
            for item in items:
                for theme in (
                    themes.of(item) if section not in {"questions_asked", "stories"} else ()
                ):
                    everywhere.setdefault(theme, set()).add(one.path)
                    if section == "feedback":
                        heard.setdefault(theme, Counter()).update([item.side or "gap"])
    return [
        {
            "theme": theme,
            "went_well": sum(well for *_, well in notes.get(theme, ())),
            "went_badly": sum(not well for *_, well in notes.get(theme, ())),
            "praise": heard.get(theme, Counter())["praise"],
            "gap": heard.get(theme, Counter())["gap"],
            "inferred": sum(theme in themes.inferred(item) for _, item, _ in notes.get(theme, ())),
            "trend": _trend(notes.get(theme, []), entries[-1].when, looks),
            "interviews": sorted(paths),
            "months": _months(notes.get(theme, [])),
            "months_badly": len({_month(entry) for entry, _, well in notes.get(theme, ()) if not well}),
        }
        for theme, paths in everywhere.items()
    ]  # fmt: skip


def _month(entry: Entry) -> str:
    return f"{entry.when:%Y-%m}"


def _months(notes: list[Note]) -> dict[str, dict[str, int]]:
    sides = Counter((_month(entry), well) for entry, _, well in notes)
    return {
        month: {"went_well": sides[month, True], "went_badly": sides[month, False]}
        for month, _ in sides
    }


def _went(notes: list[Note]) -> list[bool]:
    """Whether each went well, by day and file; what went badly in one interview stands before what went well in it."""
    return [well for *_, well in sorted((one.when, one.path, well) for one, _, well in notes)]


def _rise(older: list[bool], newer: list[bool], looks: int) -> float:
    return sidak(
        fisher(sum(newer), len(newer), sum(older) + sum(newer), len(older) + len(newer)), looks
    )


def _halves(went: list[bool], *, well: bool) -> tuple[list[bool], list[bool]]:
    half = len(went) // 2
    older, newer = went[:half], went[len(went) - half :]
    return [one is well for one in older], [one is well for one in newer]


def _trend(notes: list[Note], newest: date, looks: int) -> str | None:
    went = _went(notes)
    if len(went) < 4:
        return None
    if newest - min(entry.when for entry, *_ in notes) <= timedelta(weeks=8):
        return "new"
    if went.count(False) > 1 and all(went[-3:]):
        return "resolved"
    for well, name in ((True, "improving"), (False, "harder")):
        sure = tier(_rise(*_halves(went, well=well), looks))
        if sure != "open":
            return name if sure == "clear" else f"probably {name}"
    places = {entry.path for entry, _, well in notes if not well}
    return "recurring" if len(places) > 2 and not all(went[-2:]) else "steady"


def changes(entries: list[Entry], themes: Themes) -> dict[str, list[dict[str, object]]]:
    """How the newer half of each theme went beside its older half."""
    notes = {theme: those for theme, those in by_theme(entries, themes).items() if len(those) >= 4}
    found: dict[str, list[dict[str, object]]] = {"better": [], "worse": []}
    for theme, those in notes.items():
        older, newer = _halves(_went(those), well=True)
        grown = sum(newer) > sum(older)
        if grown or (
            sum(newer) < sum(older)
            and _trend(those, entries[-1].when, 2 * len(notes)) != "resolved"
        ):
            halves = _halves(_went(those), well=grown)
            found["better" if grown else "worse"].append(
                {
                    "theme": theme,
                    "older": sum(older),
                    "newer": sum(newer),
                    "half": len(newer),
                    "chance": _rise(*halves, 2 * len(notes)),
                }
            )
    return found


def sides(
    entries: list[Entry], themes: Themes, *, least: int = 3
) -> dict[str, dict[str, object] | None]:
    """The theme that slips, and the one that carries."""
    counts = {
        theme: Counter(well for *_, well in those)
        for theme, those in by_theme(entries, themes).items()
    }
    return {
        name: leading({theme: (one[well], one.total()) for theme, one in counts.items()}, least)
        for name, well in (("slips", False), ("carries", True))
    }


def shares(entries: list[Entry]) -> list[dict[str, object]]:
    """The share that went well, month by month, over three months."""
    first, last = entries[0].when, entries[-1].when
    span = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    counted = Counter(
        (one.when.year * 12 + one.when.month - 1, well) for one, _, well in notes_of(entries)
    )
    made: list[dict[str, object]] = []
    for month in span:
        well, badly = (
            sum(counted[one, side] for one in range(max(span[0], month - 2), month + 1))
            for side in (True, False)
        )
        low, high = wilson(well, well + badly)
        made.append(
            {
                "month": f"{month // 12}-{month % 12 + 1:02}",
                "went_well": counted[month, True],
                "went_badly": counted[month, False],
                "three_months": {"went_well": well, "went_badly": badly, "notes": well + badly},
                "share": well / (well + badly) if well + badly else None,
                "low": low,
                "high": high,
            }
        )
    return made
