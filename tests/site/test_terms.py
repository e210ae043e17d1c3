"""Which edition a site is built from, by the options, the environment and the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from tests.builders import interview, journal, said

from afterword.audience.audience import MYSELF, Audience, Profile
from afterword.edition.edition import Edition
from afterword.model import Journal
from afterword.options import SEALED, Options
from afterword.site import about
from afterword.site.terms import edition_of, is_published, reading_options, seen, terms_of

CLOCK = datetime(2026, 11, 20, 9, 30)
HOLIDAYS = frozenset({date(2026, 12, 25)})
TOLD = journal(interview("2026-11-12", feedback=said("kafka"), private=("feedback",)))


def test_without_options_a_site_follows_the_clock_and_is_for_its_writer() -> None:
    assert terms_of(Options(), {}, CLOCK, directory_urls=True) == Edition(
        Journal(), date(2026, 11, 20), follows_clock=True
    )


def test_what_the_options_say_holds_for_every_page() -> None:
    options = Options(
        today=date(2026, 11, 1), holidays=HOLIDAYS, feedback_delay=7, folder="interviews"
    )
    assert terms_of(options, {}, CLOCK, directory_urls=False) == Edition(
        Journal(),
        date(2026, 11, 1),
        directory_urls=False,
        holidays=HOLIDAYS,
        feedback_delay=7,
        folder="interviews",
    )


def test_a_site_that_will_be_sealed_has_a_key_for_its_addresses() -> None:
    terms = terms_of(Options(), {SEALED: "0aff"}, CLOCK, directory_urls=True)
    assert terms.address_key == b"\x0a\xff"


def test_a_writer_sees_the_whole_journal() -> None:
    assert seen(TOLD, MYSELF) is TOLD


def test_others_see_what_is_for_them() -> None:
    shown = seen(TOLD, Audience(profile=Profile.COACH))
    assert [one.feedback for one in shown.interviews] == [()]


def test_others_do_not_see_what_is_private() -> None:
    hidden = replace(interview("2026-11-12", "Kvistholm"), private=("knee",), summary="My knee")
    shown = repr(seen(journal(hidden), Audience(shared=True))).lower()
    assert ("kvistholm" in shown, "knee" in shown) == (True, False)


def test_an_entry_is_read_by_the_options_and_by_the_extensions_that_have_a_name() -> None:
    config: Any = SimpleNamespace(
        markdown_extensions=["toc", object(), "tables"], mdx_configs={"toc": {"permalink": True}}
    )
    told = Options(themes={"kafka": ("k",)}, holidays=HOLIDAYS)
    options = reading_options(told, config, for_publishing=False, today=CLOCK.date())
    assert (options.extensions, options.extension_configs) == (
        ("toc", "tables"),
        {"toc": {"permalink": True}},
    )
    assert (options.synonyms, options.holidays) == ({"kafka": ("k",)}, HOLIDAYS)
    assert options.today == CLOCK.date()


def test_extensions_may_have_no_settings() -> None:
    config: Any = SimpleNamespace(markdown_extensions=[], mdx_configs=None)
    options = reading_options(Options(), config, for_publishing=True, today=CLOCK.date())
    assert (options.extension_configs, options.for_publishing) == ({}, True)


def test_the_folder_of_a_language_stands_before_the_journals() -> None:
    terms = Edition(Journal(), date(2026, 11, 20), folder="interviews")
    folders = [edition_of(TOLD, terms, {}, below).folder for below in ("de", "")]
    assert folders == ["de/interviews", "interviews"]
    assert edition_of(TOLD, terms, {"a.md": "b.md"}, "").place("a.md") == "b.md"
    assert edition_of(TOLD, terms, {}, "").journal is TOLD


@pytest.mark.parametrize(
    ("command", "variables", "plain", "expected"),
    [
        ("build", {}, False, False),
        ("build", {}, True, True),
        ("build", {about.VARIABLE: "about.json"}, False, True),
        ("build", {about.VARIABLE: ""}, False, False),
        ("gh-deploy", {}, False, True),
        ("serve", {}, True, False),
    ],
)
def test_others_read_what_is_pushed_published_or_allowed(
    command: str, variables: dict[str, str], plain: bool, expected: bool
) -> None:
    assert is_published(command, variables, plain=plain) is expected
