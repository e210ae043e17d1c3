"""What they said when they turned me down, and what has come of it since, counted once more."""

from __future__ import annotations

from datetime import date
from statistics import median

from tests.recount.chances import leading, most_named
from tests.recount.entries import KINDS, Entry, Item
from tests.recount.standing import Application
from tests.recount.themes import Themes, by_theme, notes_of


class Feedback:
    """The rejections of a journal, and the words that came with them."""

    def __init__(
        self, entries: list[Entry], applications: list[Application], themes: Themes, today: date
    ) -> None:
        """Gather the rejections."""
        self._today = today
        self._entries, self._themes, self._every = entries, themes, applications
        self._rejected = [one for one in applications if one.outcome == "rejected"]
        self._reasons = [
            one for one in self._rejected if any(each.of("feedback") for each in one.entries)
        ]

    def _said(self, application: Application, *, praise: bool) -> list[tuple[Entry, str, Item]]:
        return [
            (one, theme, item)
            for one in application.entries
            for item in one.of("feedback")
            if (item.side == "praise") is praise
            for theme in self._themes.of(item)
        ]

    def _gaps(self, application: Application) -> set[str]:
        return {theme for _, theme, _ in self._said(application, praise=False)}

    @property
    def rejections(self) -> dict[str, object]:
        """The numbers of the page on rejections."""
        asked = [
            one
            for one in self._rejected
            if any(each.text("feedback_asked") for each in one.entries)
        ]
        answered = [one for one in asked if one in self._reasons or self._days([one])]
        last = [one.entries[-1].kind for one in self._rejected]
        return {
            "applications": len(self._rejected),
            "with_feedback": len(self._reasons),
            "asked": len(asked),
            "answered": len(answered),
            "no_answer": len(asked) - len(answered),
            "cancelled": sum(one.outcome == "cancelled" for one in self._every),
            "withdrawn": sum(one.outcome == "withdrawn" for one in self._every),
            "never_answered": sum(one.outcome == "no answer" for one in self._every),
            "median_days": median(self._days(asked)),
            "by_round": {kind: last.count(kind) for kind in KINDS if kind in last},
            "themes": self._told,
            "cells": self._cells,
        }

    @staticmethod
    def _days(asked: list[Application]) -> list[int]:
        spans = [
            (each.day("feedback_received"), each.day("feedback_asked"))
            for one in asked
            for each in one.entries
        ]
        return [(got - since).days for got, since in spans if got and since and got >= since]

    @property
    def _told(self) -> list[dict[str, object]]:
        found: dict[str, dict[bool, list[tuple[Application, Entry, Item]]]] = {}
        for one in self._rejected:
            for praise in (False, True):
                for entry, theme, item in self._said(one, praise=praise):
                    found.setdefault(theme, {False: [], True: []})[praise].append(
                        (one, entry, item)
                    )
        return [
            {
                "theme": theme,
                "gap": len({one.id for one, *_ in both[False]}),
                "praise": len({one.id for one, *_ in both[True]}),
                "contradicted": any(
                    missed.company != praised.company
                    for _, missed, _ in both[False]
                    for _, praised, _ in both[True]
                ),
                "quotes": [
                    {"path": entry.path, "line": item.line}
                    for side in both.values()
                    for _, entry, item in side
                ],
            }
            for theme, both in found.items()
        ]

    def _mine(self, application: Application) -> set[str]:
        return {
            theme
            for one in application.entries
            for item in one.of("went_badly")
            for theme in self._themes.of(item)
        }

    @property
    def _cells(self) -> dict[str, list[str]]:
        notes = by_theme(self._entries, self._themes)
        badly = {theme for theme, those in notes.items() if not all(well for *_, well in those)}
        well = {theme for theme, those in notes.items() if any(well for *_, well in those)}
        naming = {
            theme: [one for one in self._rejected if theme in self._gaps(one)]
            for theme in {theme for one in self._rejected for theme in self._gaps(one)}
        }
        alone = {
            theme
            for theme, those in naming.items()
            if 2 * sum(theme not in self._mine(one) for one in those) > len(those)
        }
        praised = {theme for one in self._rejected for _, theme, _ in self._said(one, praise=True)}
        return {
            "both": sorted(set(naming) - alone),
            "only_they": sorted(alone),
            "only_i": sorted(badly - set(naming)),
            "both_praised": sorted(praised & well),
        }

    @property
    def findings(self) -> dict[str, dict[str, object] | None]:
        """What stands out among what they said, and among the rounds that ended it."""
        everything = {
            theme
            for one in self._entries
            for section in ("went_well", "went_badly", "feedback")
            for item in one.of(section)
            for theme in self._themes.of(item)
        }
        draws = [(self._gaps(one), self._mine(one)) for one in self._reasons]
        blind = most_named(draws, everything)
        alone = set(self._cells["only_they"])
        ends = [one.entries[-1].kind for one in self._rejected]
        last = [one.entries[-1] for one in self._rejected]
        rounds = [one.kind for one in self._entries if one.when <= self._today or one in last]
        return {
            "named": most_named([(named, set()) for named, _ in draws], everything),
            "blind_spot": blind if blind and alone.issuperset(blind["leaders"]) else None,  # type: ignore[arg-type]
            "ends": leading({kind: (ends.count(kind), rounds.count(kind)) for kind in set(rounds)}),
        }

    @property
    def responses(self) -> list[dict[str, object]]:
        """For each theme that a rejection names: what they say, what I say, what was tried, and what came since."""
        return [
            self._response(theme)
            for theme in sorted({theme for one in self._reasons for theme in self._gaps(one)})
        ]

    def _response(self, theme: str) -> dict[str, object]:
        naming = [one for one in self._reasons if theme in self._gaps(one)]
        tries = [
            (one, item)
            for one in self._entries
            for item in one.of("tried")
            if theme in self._tried(item)
        ]
        named_on = {
            id(one): [
                entry.when for entry, what, _ in self._said(one, praise=False) if what == theme
            ]
            for one in naming
        }
        last = max(day for days in named_on.values() for day in days)
        since = min((one.when for one, _ in tries), default=last)

        def later(day: date) -> bool:
            return day >= since if tries else day > since

        on_theme = [
            (one.when, well)
            for one, item, well in notes_of(self._entries)
            if theme in self._themes.of(item)
        ]
        return {
            "theme": theme,
            "named": len(naming),
            "reasons": len(self._reasons),
            "mine": sum(not well for _, well in on_theme),
            "tried": len(tries),
            "helped": sum(item.mark == "helped" for _, item in tries),
            "well_since": sum(later(day) and well for day, well in on_theme),
            "badly_since": sum(later(day) and not well for day, well in on_theme),
            "notes_since": sum(later(day) for day, _ in on_theme),
            "reasons_since": sum(
                any(later(each.when) for each in one.entries if each.of("feedback"))
                for one in self._reasons
            ),
            "named_since": sum(any(map(later, days)) for days in named_on.values()),
        }

    def _tried(self, item: Item) -> set[str]:
        """The themes of a try: its own, and those of the resolve it names by its words."""
        resolves = [
            each
            for one in self._entries
            for each in one.of("do_differently")
            if each.text == item.text
        ]
        return {theme for each in (item, *resolves) for theme in self._themes.of(each)}
