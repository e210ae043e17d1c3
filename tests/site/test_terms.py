"""What a build takes from a journal: all of it for oneself, and for others what is theirs to see."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import interview, journal

from afterword.audience.audience import MYSELF, Audience
from afterword.site.terms import seen

JOURNAL = journal(
    replace(
        interview("2026-11-12", "Kvistholm Rail"), private=("knee surgery",), summary="Knee surgery"
    )
)


def test_oneself_sees_the_journal_as_it_is() -> None:
    assert seen(JOURNAL, MYSELF) is JOURNAL


def test_others_do_not_see_what_is_private() -> None:
    shown = repr(seen(JOURNAL, Audience(shared=True))).lower()
    assert ("kvistholm" in shown, "knee" in shown) == (True, False)
