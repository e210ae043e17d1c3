"""A site may be built by several builds, one within another, and ends with the last of them."""

from __future__ import annotations

from typing import Any

from afterword.model import Journal
from afterword.site.own_part import OwnPart
from afterword.site.record import SiteRecord

CONFIG: Any = object()
OTHER: Any = object()


def test_a_build_within_another_is_of_the_same_site() -> None:
    record = SiteRecord()
    record.begin(CONFIG, OwnPart())
    record.done.add("index.html")
    record.begin(CONFIG, OwnPart())
    assert (record.is_nested, record.done) == (True, {"index.html"})
    assert [record.end(Journal()), record.end(Journal())] == [False, True]
    assert len(record.journals) == 2


def test_the_next_build_is_of_a_new_site() -> None:
    record = SiteRecord()
    record.begin(CONFIG, OwnPart())
    record.done.add("index.html")
    record.end(Journal())
    record.begin(CONFIG, OwnPart())
    assert (record.is_nested, record.done) == (False, set())


def test_a_build_that_failed_is_forgotten_by_the_next() -> None:
    record = SiteRecord()
    record.begin(CONFIG, OwnPart())
    record.begin(OTHER, OwnPart())
    assert (record.is_nested, record.end(Journal())) == (False, True)
