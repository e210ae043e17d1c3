"""Every number that a page of the demonstration prints is in the export, and every number of the export stands on a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property, reduce
from itertools import chain
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner
from tests.end_to_end.printed import (
    MONTHS,
    NUMBER,
    Text,
    numbers_in,
    numbers_of,
    own_texts,
    said_as,
    single_spaced,
)
from tests.end_to_end.projects import ROOT, Build
from tests.end_to_end.sentences import NUMBERS, phrases_on
from tests.end_to_end.walking import Walk, looked_up

from afterword.cli import main

# Which parts of the export a page tells; one that is not named here tells of nothing but one entry.
PARTS = {
    "index": "practise responses follow_ups problems applications totals findings",
    "timeline": "totals applications",
    "reflections": "totals findings changes themes shares",
    "rejections": "rejections responses findings themes",
    "forecast": "forecast",
    "funnel": "funnel waits findings applications",
    "resilience": "resilience rejections",
    "commitments": "commitments effects",
    "questions": "answers questions",
    "practice": "answers",
    "stories": "stories findings",
    "told": "told",
    "reviews": "reviews",
}
# What no journal changes: how sure an interval is, from how many on a thing is said, over how long a share is taken.
FIXED = re.compile(
    "95\u202f% interval|last three times|within eight weeks|fewer than four notes|three months to$"
)
# What somebody wrote in fewer letters may stand in a sentence of ours by chance.
SHORT = 15
TEMPLATES = ROOT / "plugins" / "afterword" / "pages" / "templates"


# A theme whose name is not its key with a capital letter.
NAMES = {"sql": "SQL", "questions-i-asked": "Questions I asked"}


def month_key(name: str) -> str:
    """A month as the export writes it: "November 2026" is 2026-11."""
    month, year = name.split(" ")
    return f"{year}-{MONTHS.split('|').index(month) + 1:02}"


def strings_of(told: Any) -> Iterator[str]:
    """Every text in the export."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, (dict, list)):
        yield from chain.from_iterable(
            map(strings_of, told.values() if isinstance(told, dict) else told)
        )


class Told:
    """The export of the demonstration, and what of it a page tells."""

    def __init__(self, document: Any) -> None:
        self.document = document

    @cached_property
    def written(self) -> list[str]:
        """What entries, and the sentences about them, say with a number in it: the longest first."""
        found = {
            one
            for one in strings_of(self.document)
            if NUMBER.search(one) and (len(one) > SHORT or re.fullmatch(r"[\d ]+", one))
        }
        return sorted(found, key=len, reverse=True)

    @cached_property
    def themes(self) -> dict[str, str]:
        """The key of each theme by its name on the pages."""
        keys = [one["theme"] for one in self.document["themes"]]
        return {NAMES.get(key, key.replace("-", " ").capitalize()): key for key in keys}

    def said_at(self, path: str, key: str, names: Mapping[str, str], theme: str) -> set[str]:
        """How a page may say what the export holds at a key."""
        named = names.get("theme", theme) or path.removesuffix(".html").partition("themes/")[2]
        month = month_key(names["month"]) if "month" in names else ""
        place = key.format(theme=self.themes.get(named, named), month=month)
        at = self.about(path)[0] if place.startswith(".") else self.document
        try:
            value = looked_up(at, place.removeprefix("."))
        except (KeyError, ValueError, TypeError):
            # A month without a note has no key; of any other nothing is known.
            return {"0"} if month else set()
        return said_as(0 if value is None else value)

    def without_quotes(self, text: str) -> str:
        """A text of a page without what somebody wrote; where it has no number, it is left as it is."""
        if not NUMBER.search(text):
            return text
        return reduce(lambda left, one: left.replace(one, ""), self.written, text)

    def about(self, path: str) -> list[Any]:
        """The parts of the export that the page at a path tells."""
        name = path.removesuffix(".html")
        folder, _, stem = name.rpartition("/")
        if name in PARTS:
            return [self.document[key] for key in PARTS[name].split()]
        if folder == "reflections":
            return self._named("narrowed", "page", name)
        if folder == "themes":
            changed = [one for one in self.document["changes"]["better"] if one["theme"] == stem]
            return [
                *self._named("themes", "theme", stem),
                *self._named("responses", "theme", stem),
                *changed,
            ]
        if folder == "reviews":
            return [*self._named("reviews", "quarter", stem), self.document["responses"]]
        if folder == "applications":
            (one,) = self._named("applications", "id", stem)
            rounds = (self._named("interviews", "path", path) for path in one["interviews"])
            return [one, *([each["days_until"], each["feeling"]] for (each,) in rounds)]
        found = self._named("interviews", "path", f"{name}.md")
        # A chance is written as in an entry, and said as a share.
        return [*found, *((one["confidence"] or 0) / 100 for one in found)]

    def parts(self, path: str) -> Iterator[tuple[str, Any]]:
        """The same, each with its key; of one among many, the key of the many and its name. Applications have pages of their own."""
        name = path.removesuffix(".html")
        if name in PARTS:
            every = zip(PARTS[name].split(), self.about(path), strict=True)
            yield from (
                (key, part)
                for key, part in every
                if key not in {"applications", "follow_ups", "problems"}
            )
        elif "/" in name and not name[0].isdigit():
            part = self.about(path)[0]
            drawn = {"themes": part["themes"][:DRAWN]} if name.startswith("reflections/") else {}
            yield name.replace("/", " "), {**part, **drawn}

    def _named(self, key: str, name: str, value: str) -> list[Any]:
        return [one for one in self.document[key] if one[name] == value]


@pytest.fixture(scope="module")
def told() -> Told:
    result = CliRunner().invoke(main, ["export", "--config", str(ROOT / "mkdocs.yml")])
    return Told(json.loads(result.stdout))


def own(walk: Walk, path: str, told: Told) -> Iterator[Text]:
    """The texts of a page that are ours: of an entry's, what stands in its card; none of a page that somebody wrote."""
    entry = f"{path.removesuffix('.html')}.md"
    is_entry = bool(told.about(path)) and path[0].isdigit()
    if is_entry or not (ROOT / "journal" / entry).is_file():
        for one in walk.page(path).every():
            if ("aw-card" in one.classes) if is_entry else one.tag == "article":
                yield from own_texts(one, told.themes)


class Checked(NamedTuple):
    """A number of a page: what it says, in which text, and what the export holds there; `key` is empty where none is known."""

    path: str
    said: str
    text: str
    key: str
    known: set[str]


def checked(path: str, one: Text, told: Told, anywhere: set[str]) -> Iterator[Checked]:
    """Each number of a text beside the export; `anywhere` is how the numbers that the page may tell are said."""
    text = FIXED.sub("", told.without_quotes(one.text))
    for phrase in phrases_on(path.removesuffix(".html")):
        while found := phrase.pattern.search(text):
            names = {key: value for key, value in found.groupdict().items() if value}
            said = [group for group in found.groups() if group not in names.values()]
            for key, number in zip(phrase.keys, said, strict=False):
                if number and key != "-":
                    yield Checked(
                        path, number, one.text, key, told.said_at(path, key, names, one.theme)
                    )
            text = f"{text[: found.start()]} {text[found.end() :]}"
    yield from (
        Checked(path, number, one.text, "", set() if one.must else anywhere)
        for number in numbers_in(text)
    )


@pytest.fixture(scope="module")
def printed(demonstration: Build, told: Told) -> list[Checked]:
    """Every number of every page; sentences of a template, and what somebody wrote, have none."""
    fixed = " ".join(single_spaced(one.read_text("utf-8")) for one in TEMPLATES.rglob("*.*"))
    walk = Walk(demonstration.site)
    found: list[Checked] = []
    for path in walk.paths:
        numbers = (said_as(value) for _, value in numbers_of(told.about(path)))
        anywhere = set(chain.from_iterable(numbers))
        for one in own(walk, path, told):
            if one.text not in fixed or not re.search("[a-z]", one.text):
                found += checked(path, one, told, anywhere)
    return found


@pytest.mark.no_cover
def test_every_number_that_a_page_says_is_the_exports(printed: list[Checked]) -> None:
    wrong = [one for one in printed if not said_numbers(one.said) & one.known]
    assert wrong == []
    assert sum(bool(one.key) for one in printed) > 400


def said_numbers(said: str) -> set[str]:
    """A number as the export's are said."""
    return {NUMBERS.get(said.casefold(), said)} | set(numbers_in(said))


# How sure a thing is, which is said in words, and what that is worked out from; days that are said in months; the other half of what
# is said; and what is listed, or told only where there is nothing else.
UNSAID = re.compile(
    r"chance|all_hits|all_cases|open_for|silent|three_months went_badly|^changes|felt \d"
    r"|(?:themes|leaders|bins|rests|differs|tried_in|told|asked|stories|practise|back|better)$"
    r"|^reviews.* (?:tried|decided .*)$|^reflections.* (?:unthemed|inferred|carries cases)$"
)
# So many themes of a part are drawn.
DRAWN = 12


def test_every_number_of_the_export_stands_on_a_page(
    printed: list[Checked], told: Told, demonstration: Build
) -> None:
    """In a figure that names its key, or as a number of a page that tells that part of the export."""
    walk = Walk(demonstration.site)
    named = {
        one.attributes[name]
        for path in walk.paths
        for name in ("data-figure", "data-value")
        for one in walk.page(path).having(name)
    }
    said: dict[str, set[str]] = {}
    for number in printed:
        said.setdefault(number.path, set()).update(said_numbers(number.said))
    unsaid: dict[str, bool] = {}
    for path, numbers in said.items():
        for name, part in told.parts(path):
            for key, value in numbers_of(part, name):
                if value and not UNSAID.search(key):
                    unsaid[key] = (
                        unsaid.get(key, True) and key not in named and not said_as(value) & numbers
                    )
    assert [key for key, is_unsaid in unsaid.items() if is_unsaid] == []
    assert len(unsaid) > 900
