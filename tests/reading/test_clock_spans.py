"""Times of an interview as people write them, from when to when, and what looks like one and is none."""

from __future__ import annotations

from datetime import time, timedelta, timezone

import pytest

from afterword.model import Source
from afterword.reading import read_journal
from afterword.reading.matter.dates import UnreadableDate, when

BERLIN = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("2026-11-12 14:30 à 15:15", time(14, 30)),
        ("12 novembre 2026 de 14h à 15h", time(14)),
        ("12 novembre 2026 entre 14h30 et 15h15", time(14, 30)),
        ("12 noviembre 2026 de 10:00 a 11:00", time(10)),
        ("12 de novembro de 2026 das 14h às 15h", time(14)),
        ("12 novembre 2026 dalle 14 alle 15", time(14)),
        ("12 november 2026 van 14:00 tot 15:00", time(14)),
        ("12 listopada 2026 od 14:00 do 15:00", time(14)),
        ("12 ноября 2026 с 14:00 до 15:00", time(14)),
        ("12.11.2026 с 14 до 15", time(14)),
        ("12.11.2026 von 14 bis 15 Uhr", time(14)),
        ("12 novembre 2026 à 14:30", time(14, 30)),
        ("2026-11-12 from 14:00 to 15:00", time(14)),
        ("2026-11-12 between 2 and 3pm", time(14)),
        ("2026-11-12 14:30:00-15:15:00", time(14, 30)),
        ("2026-11-12T14:30:00+01:00[Europe/Berlin]", time(14, 30, tzinfo=BERLIN)),
        ("2026-11-12T14:30+01:00[Europe/Berlin]", time(14, 30, tzinfo=BERLIN)),
        ("2026-11-12 14:30-15:15 +01:00", time(14, 30, tzinfo=BERLIN)),
        ("2026-11-12 14:30 (UTC+1)", time(14, 30, tzinfo=BERLIN)),
        # Over midnight, and not behind UTC.
        ("2026-11-12 22:00-01:00", time(22)),
        ("2026-11-12 23:30-00:30", time(23, 30)),
        ("2026-11-12T22:00-01:00", time(22, tzinfo=timezone(-timedelta(hours=1)))),
        ("2026-11-12 11-1pm", time(11)),
        ("2026-11-12 10-11am", time(10)),
        ("2026-11-12 at 9", time(9)),
        ("12 novembre 2026 ore 11", time(11)),
        ("2026年9月18日 上午9:30", time(9, 30)),
        ("2026年9月18日 下午2:30", time(14, 30)),
        ("10月7日 10時半 2026年", time(10, 30)),
    ],
)
def test_a_time_is_read_however_its_end_is_written(written: str, clock: time) -> None:
    assert when(written).clock == clock


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-12 12:00-13:00-14:00",
        "2026-11-12 14:30 (+1)",
        "2026-11-12 14:30 (-1)",
        "2026-11-12 11-1am",
        "2026-11-12 14:30 +15:00",
        "2026-11-12 14:30 UTC-14",
        "2026-11-12 (Thu) 25:00",
        "2026-11-12 at 2",
    ],
)
def test_what_may_be_another_thing_is_refused_in_its_own_words(written: str) -> None:
    with pytest.raises(UnreadableDate) as refused:
        when(written)
    assert (refused.value.code, f"'{written}'" in refused.value.message) == ("not-a-time", True)


@pytest.mark.parametrize(
    "written", ["12/11 à 14:30", "jeudi 12 à 14:30", "12 novembre 2026 de 14:00 à 40:00"]
)
def test_no_part_of_a_day_is_a_time(written: str) -> None:
    with pytest.raises(UnreadableDate):
        when(written)


def test_a_span_that_is_none_leaves_the_text_as_it_is() -> None:
    text = "---\nentreprise: Acme\ndate: 12 novembre 2026\nréponse avant: 2 à 3 semaines\n---\n\n## Points positifs\n- calme\n"
    (told,) = [
        one for one in read_journal([Source("a.md", text)]).problems if one.code == "not-a-date"
    ]
    assert told.message.startswith("'2 à 3 semaines'")
