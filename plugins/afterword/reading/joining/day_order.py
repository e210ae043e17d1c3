"""Dates that could be two days, such as 03/04/2026: each entry is kept as it reads in either order, and its journal decides.

Which order a journal has is known once all of it is read: where its other dates of that form can only be the one.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date

from afterword.days import DayOrder
from afterword.kinds import Severity
from afterword.model import Problem, Source
from afterword.reading.body.body import BodyReader
from afterword.reading.entry import Entry
from afterword.reading.one_source import Steps, read_entry
from afterword.vocabulary.speaking import is_day_first
from afterword.vocabulary.tables import VOCABULARY, Vocabulary

AMBIGUOUS = "ambiguous-date"


def read_in_order(
    source: Source,
    reader: BodyReader,
    order: DayOrder | None,
    *,
    vocabulary: Vocabulary = VOCABULARY,
    holidays: Set[date] = frozenset(),
) -> Steps:
    """The source read in an order of the numbers in dates; where none is known and it matters, in either one."""
    once = reader.of_one_file()

    def read(chosen: DayOrder | None) -> Steps:
        return read_entry(source, once, vocabulary=vocabulary, holidays=holidays, order=chosen)

    entry = yield from read(order)
    if not any(one.code == AMBIGUOUS for one in entry.problems):
        return entry
    by_order = {}
    for one in DayOrder:
        by_order[one] = (yield from read(one))._replace(body=None)
    named = [one for one, made in by_order.items() if _is_named_by_day(made)]
    if len(named) == 1:
        return by_order[named[0]]._replace(orders=frozenset(named))
    if is_day_first():
        # Unless the journal's other dates say otherwise.
        meant = by_order[DayOrder.DAY_FIRST]
        doubts = (_as_hint(one) for one in entry.problems if one.code == AMBIGUOUS)
        entry = meant._replace(problems=(*meant.problems, *doubts))
    return entry._replace(by_order=by_order)


def _is_named_by_day(entry: Entry) -> bool:
    """Whether the day of an interview stands in its file's name, as nobody can take for another: 2026-11-03."""
    return entry.interview is not None and entry.interview.when.day.isoformat() in entry.path


def _as_hint(doubt: Problem) -> Problem:
    """What is said of a date that is read with its day first because of its language."""
    told = (
        f"{doubt.message} It is read with the day first, as everybody does who writes its language."
    )
    return replace(doubt, severity=Severity.HINT, message=told)


def in_one_order(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, those that read in either order as the others say, where these agree; that is told with the first of them."""
    orders = {order for entry in entries for order in entry.orders}
    if len(orders) != 1 or not any(entry.by_order for entry in entries):
        return list(entries)
    (order,) = orders
    settled = [entry.by_order.get(order, entry) for entry in entries]
    first = min(
        (at for at, entry in enumerate(entries) if entry.by_order),
        key=lambda at: entries[at].problems[0].path,
    )
    told = _told(entries[first], order)
    settled[first] = settled[first]._replace(problems=(*settled[first].problems, told))
    return settled


def _told(entry: Entry, order: DayOrder) -> Problem:
    """That this date and others like it were read in an order that no option names."""
    doubted = next(one for one in entry.problems if one.code == AMBIGUOUS)
    # Of a promise it is said before that no day is read for it.
    written = doubted.message.partition(" could be ")[0].rpartition(": ")[2]
    return replace(
        doubted,
        severity=Severity.WARNING,
        code="dates-read-so",
        message=f"{written} and dates like it are read {order}, as your other dates with slashes can only be.",
        suggestion=f"Write dates: {order} into the plugin's options, and this is not said again.",
    )
