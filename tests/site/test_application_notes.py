"""The pages of applications without an interview, and what the funnel says of them."""

from __future__ import annotations

from datetime import date

from afterword.edition.edition import Edition
from afterword.edition.places import filled_in
from afterword.model import Source
from afterword.pages.funnel import funnel_page
from afterword.reading import read_journal
from afterword.site.site import Site

NOTE = "---\ncompany: {}\n{}applied: 2026-11-0{}\n---\nNice ad.\n"
TEXTS = {
    "acme.md": NOTE.format("Acme", "role: Cook\nsource: LinkedIn\n", 1),
    "quill.md": NOTE.format("Quill", "", 2),
    "larch.md": NOTE.format("Larch", "", 3),
    "screen.md": "---\ncompany: Larch\ndate: 2026-11-12\n---\n",
}
EDITION = Edition(read_journal(Source(*one) for one in TEXTS.items()), date(2026, 11, 20))


def test_the_host_reads_a_note_below_a_title_of_ours() -> None:
    site = Site(EDITION)
    assert "acme.md" in site.entry_paths
    source = site.source("acme.md", is_own=False) or ""
    assert source.endswith("# Acme, Cook\n\nNice ad.\n")


def test_its_card_says_how_it_stands_and_which_application_came_of_it() -> None:
    site = Site(EDITION)
    alone = filled_in(
        site.with_place("acme.md", "<h1>Acme</h1>\n<p>x</p>"), site.parts("acme.md"), path="acme.md"
    )
    led = filled_in(
        site.with_place("larch.md", "<h1>Larch</h1>\n<p>x</p>"),
        site.parts("larch.md"),
        path="larch.md",
    )
    assert ("No answer yet" in alone, "LinkedIn" in alone, "None so far" in alone) == (
        True,
        True,
        True,
    )
    assert "applications/larch" in led


def test_the_funnel_counts_what_led_to_an_interview_with_each_note_behind_it() -> None:
    page = funnel_page(EDITION)
    assert "1 of 3 applications led to an interview." in page
    assert "Acme, Cook, 1 Nov 2026" in page
    assert "Quill, 2 Nov 2026" in page


def test_one_application_is_said_as_one() -> None:
    told = read_journal([Source("quill.md", TEXTS["quill.md"])])
    assert "0 of 1 application led" in funnel_page(Edition(told, date(2026, 11, 20)))
