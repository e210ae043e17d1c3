"""Whoever writes what a line says into the entry has ticked it off, and made nothing else late."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
import yaml
from tests.clock.table import CASES, Case

from afterword.analysis.follow_ups.follow_up import FollowUp, FollowUpState

EACH = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
_ITEMS = {"told": "references", "thanked": "references", "asked": "advocates"}


def ticked(case: Case, one: FollowUp) -> Case:
    """The case with the lines written into the entry of a follow-up."""
    entries = [dict(entry) for entry in case.entries]
    paths = [entry.get("path", f"{number}.md") for number, entry in enumerate(entries, 1)]
    entry = entries[paths.index(one.path)]
    for line in one.tick:
        _write(entry, one, line)
    return replace(case, entries=entries)


def _write(entry: dict[str, Any], one: FollowUp, line: str) -> None:
    key = _ITEMS.get(one.tick[0].rpartition(", ")[2].partition(":")[0])
    if one.kind.name == "notes":
        entry["body"] = f"{entry.get('body', '')}\n{line.replace('- ', '- a word')}\n"
    elif key:
        named = entry[key] if isinstance(entry[key], list) else [entry[key]]
        made = yaml.safe_load(line)
        entry[key] = [made if _is_named(item, one.to) else item for item in named]
    elif line.startswith("done: "):
        entry["promised"] = [
            {**item, **yaml.safe_load(line)} if _is_named(item, one.what) else item
            for item in entry["promised"]
        ]
    elif line.startswith("✅"):
        _mark(entry, one, line)
    else:
        entry.update(yaml.safe_load(line))


def _is_named(item: Any, name: str | None) -> bool:
    return name in (item.values() if isinstance(item, dict) else (item,))


def _mark(entry: dict[str, Any], one: FollowUp, mark: str) -> None:
    """The mark behind the words of a promise, in the body or in front matter."""
    entry["body"] = re.sub(rf"({re.escape(one.what)}.*)", rf"\1 {mark}", entry.get("body", ""))
    entry["promised"] = [
        f"{item} {mark}" if isinstance(item, str) and item.startswith(one.what) else item
        for item in entry.get("promised", ())
    ]


def _late(case: Case) -> set[str]:
    return {one.id for one in case.edition.owed if one.state is FollowUpState.OVERDUE}


@pytest.mark.no_cover
@EACH
def test_what_is_written_ticks_it_off_and_makes_nothing_late(case: Case) -> None:
    for one in case.edition.owed:
        if not (one.calls and one.tick):
            continue
        after = ticked(case, one)
        still = {each.id for each in after.edition.owed if each.calls}
        assert one.id not in still, (one.what, one.tick)
        assert _late(after) <= _late(case)


def test_nothing_but_an_interview_is_without_a_way_to_tick_it_off() -> None:
    calling = [one for case in CASES for one in case.edition.owed if one.calls]
    assert {one.kind.name for one in calling if not one.tick} == {"interview"}
