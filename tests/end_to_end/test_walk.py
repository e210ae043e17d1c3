"""A walk over the built demonstration: every figure leads to its items and counts them, and the export says the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from click.testing import CliRunner
from tests.end_to_end.projects import ROOT, Build
from tests.end_to_end.walking import Element, Walk, looked_up

from afterword.cli import main
from afterword.vocabulary.wording import percent_words

# Where a page prints numbers; a whole number in one of these counts something.
COUNTING = (
    "aw-count",
    "aw-number",
    "aw-cell-count",
    "aw-small-words",
    "aw-heat-sum",
    "aw-balance-bar",
)


@pytest.fixture(scope="module")
def walk(demonstration: Build) -> Walk:
    return Walk(demonstration.site)


@pytest.fixture(scope="module")
def document() -> Any:
    result = CliRunner().invoke(main, ["export", "--config", str(ROOT / "mkdocs.yml")])
    return json.loads(result.stdout)


def figures(walk: Walk) -> Iterator[tuple[str, Element]]:
    return ((path, one) for path in walk.paths for one in walk.page(path).having("data-figure"))


def said(figure: Element) -> int:
    """The number that a figure prints; its items, which stand in it too, are no part of it."""
    shown = next((one for one in figure.every() if one.tag == "summary"), figure)
    found = re.search(r"\d+", shown.text)
    assert found, shown.text
    return int(found[0])


def items(walk: Walk, path: str, figure: Element) -> list[Element]:
    """The items that a figure leads to: those in it, those in the part of its page that it names, or those behind its link."""
    if figure.tag == "details":
        return figure.own("data-item", but="data-figure")
    if "data-in" in figure.attributes:
        part = walk.element(path, figure.attributes["data-in"])
    elif "href" in figure.attributes:
        part = walk.element(*walk.led(path, figure.attributes["href"]))
    else:
        return []
    if part is None:
        return []
    found = part.own("data-item", but="data-figure")
    if of := figure.attributes.get("data-of"):
        return list({one.attributes[f"data-{of}"]: one for one in found}.values())
    return found


def test_every_figure_counts_the_items_it_leads_to(walk: Walk) -> None:
    wrong = [
        (path, figure.attributes["data-figure"], said(figure), len(items(walk, path, figure)))
        for path, figure in figures(walk)
        if said(figure) != len(items(walk, path, figure))
    ]
    assert wrong == []
    assert len(list(figures(walk))) > 300


def test_every_item_leads_to_a_place_that_is_there(walk: Walk) -> None:
    lost = []
    for path in walk.paths:
        for item in walk.page(path).having("data-item"):
            links = [one for one in item.every() if one.tag == "a"]
            there, fragment = walk.led(path, links[0].attributes["href"])
            if not (walk.site / there).is_file() or (
                fragment and walk.element(there, fragment) is None
            ):
                lost.append((path, links[0].attributes["href"]))
    assert lost == []


def test_no_number_that_counts_is_without_its_items(walk: Walk) -> None:
    """A whole number in a bar, a cell or a column of numbers stands in a figure."""
    bare = [
        (path, one.text)
        for path in walk.paths
        for one in walk.page(path).every()
        if any(name in COUNTING for name in one.classes)
        and re.fullmatch(r"\d+", one.text)
        and not one.within("data-figure")
        and not one.having("data-figure")
    ]
    assert bare == []


def test_every_figure_is_the_exports(walk: Walk, document: Any) -> None:
    wrong = [
        (path, name, said(figure), there)
        for path, figure in figures(walk)
        if (name := figure.attributes["data-figure"])
        # The export has no part of a journal by itself.
        and not name.startswith("narrowed ")
        and said(figure) != (there := looked_up(document, name))
    ]
    assert wrong == []


def test_every_measure_is_the_exports_rounded(walk: Walk, document: Any) -> None:
    shown = [
        (one.text, looked_up(document, one.attributes["data-value"]))
        for path in walk.paths
        for one in walk.page(path).having("data-value")
    ]
    wrong = [
        (text, there)
        for text, there in shown
        if text
        != (
            percent_words(there).replace("\u202f", " ")
            if text.endswith("%")
            else f"{there:.2f}"
            if "." in text
            else f"{there} {'day' if there == 1 else 'days'}"
        )
    ]
    assert wrong == []
    assert len(shown) > 20


def some(name: str, counts: dict[str, Any], *keys: str) -> Iterator[str]:
    """The names of those counts that are not nought."""
    return (f"{name} {key}" for key in keys if counts[key])


_OF_RESPONSES = (
    "named", "reasons", "mine", "tried", "helped", "well_since", "badly_since", "reasons_since", "named_since"
)  # fmt: skip


def counts_of_what_was_said(document: Any) -> Iterator[str]:
    """The name of every count of notes, of feedback and of forecasts."""
    for one in document["themes"]:
        name = f"themes {one['theme']}"
        yield from some(name, one, "went_well", "went_badly", "gap", "praise")
        for month, sides in one["months"].items():
            yield from some(f"{name} months {month}", sides, *sides)
    told, forecast = document["rejections"], document["forecast"]
    yield from some(
        "rejections", told, "applications", "with_feedback", "asked", "answered", "no_answer"
    )
    yield from some("rejections by_round", told["by_round"], *told["by_round"])
    for one in told["themes"]:
        yield from some(f"rejections themes {one['theme']}", one, "gap")
    for one in document["responses"]:
        yield from some(f"responses {one['theme']}", one, *_OF_RESPONSES)
    yield "forecast n"
    yield from some("forecast", forecast, "open")
    for kind, one in forecast["by_kind"].items():
        yield from some(f"forecast by_kind {kind}", one, "n")
    for at, one in enumerate(forecast["bins"]):
        yield from some(f"forecast bins {at}", one, "n")


def counts_of_what_happened(document: Any) -> Iterator[str]:
    """The name of every count of applications and of days."""
    for one in document["funnel"]:
        yield from some(
            f"funnel {one['kind']}",
            one,
            "reached",
            "passed",
            "ended",
            "open",
            "withdrawn",
            "cancelled",
        )
    for one in document["waits"]:
        yield from some(
            f"waits {one['kind']}", one, "answered", "open", "unanswered", "ended_by_me"
        )
    told = document["resilience"]
    for before, week in pairwise(told["weeks"][-60:]):
        if week["live"] != before["live"]:
            yield from some(f"resilience weeks {week['week']}", week, "live")
    yield from (f"resilience silences {at}" for at, count in enumerate(told["silences"]) if count)


def counts_of_what_i_practise(document: Any) -> Iterator[str]:
    """The name of every count of commitments, stories and questions."""
    yield from ("commitments state=open", "commitments state!=open")
    for at, one in enumerate(document["commitments"]):
        yield from some(
            f"commitments {at} since_made", one["since_made"], "went_well", "went_badly"
        )
        for when in ("before", "after") if one["effect"] else ():
            yield from some(
                f"commitments {at} effect {when}", one["effect"][when], "went_well", "went_badly"
            )
    for at, one in enumerate(document["stories"]):
        yield from some(f"stories {at}", one, "told", "well", "ok", "badly")
    again = (at for at, one in enumerate(document["questions"]) if len(one["asked"]) > 1)
    yield from (f"questions {at} asked" for at in again)


@pytest.mark.parametrize(
    "counts", [counts_of_what_was_said, counts_of_what_happened, counts_of_what_i_practise]
)
def test_every_number_of_the_export_stands_on_a_page(
    walk: Walk, document: Any, counts: Callable[[Any], Iterator[str]]
) -> None:
    shown = {figure.attributes["data-figure"] for _, figure in figures(walk)}
    named = list(counts(document))
    assert [name for name in named if name not in shown] == []
    assert len(named) > 10
