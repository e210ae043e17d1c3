"""The command beside a follow-up is one that `afterword log` understands."""

from __future__ import annotations

import shlex
from dataclasses import replace
from datetime import date

import pytest

from afterword.analysis.follow_ups.kinds import KINDS
from afterword.analysis.follow_ups.owed import follow_ups
from afterword.edition.commands import company_in_shell, log_command
from afterword.model import Source
from afterword.reading import ReadingOptions, read_journal
from afterword.writing.noting.change import entry_meant, noted
from afterword.writing.noting.statements import Note, statement_of

TODAY = date(2026, 11, 20)
TEXTS = {
    "thanks.md": "---\ncompany: Müller & Söhne\ndate: 2026-11-19\nround: final\npromised: [The sizing sheet and more of it, Call back on Monday]\nreferences: [Dana O'Neil]\n---\n## Went well\n- x\n",
    "end.md": "---\ncompany: Acme\ndate: 2026-11-02\ninterviewers: [Bo]\nthank_you: skip\noutcome: rejected\ndecided: 2026-11-12\nreconnect: 2026-11-19\n---\n",
    "offer.md": "---\ncompany: Offering\ndate: 2026-11-02\nthank_you: skip\noutcome: offer\ndecided: 2026-11-12\n---\n",
    "quiet.md": "---\ncompany: Quiet\ndate: 2026-10-02\nthank_you: skip\n---\n",
}


def test_each_command_ticks_its_follow_up_off() -> None:
    options = ReadingOptions(today=TODAY)
    journal = read_journal([Source(*one) for one in TEXTS.items()], options)
    ticked = set()
    for one in follow_ups(journal, TODAY):
        if not (command := log_command(one)):
            continue
        _, verb, company, *words = shlex.split(command)
        statement = statement_of(" ".join(words), TODAY)
        entry = entry_meant(journal, company, statement, TODAY)
        text = noted(entry.path, TEXTS[entry.path], statement, options).text
        after = read_journal([Source(entry.path, text)], options)
        left = [(id(two.kind), two.number) for two in follow_ups(after, TODAY) if two.is_open]
        assert (verb, entry.path, (id(one.kind), one.number) in left) == (
            "log",
            one.path,
            False,
        ), command
        ticked.add(one.kind.name)
    assert ticked >= {"thank-you", "promise", "reference", "feedback", "reconnect", "offer"}


def test_a_promise_is_told_without_the_day_that_it_ends_with() -> None:
    journal = read_journal([Source(*one) for one in TEXTS.items()], ReadingOptions(today=TODAY))
    promise = next(one for one in follow_ups(journal, TODAY) if one.kind.name == "promise")
    said = [
        log_command(replace(promise, what=what))
        for what in ("Call back on Monday", "Monday", "Send it")
    ]
    begins = "afterword log muller-sohne kept"
    assert said == [f"{begins} 'Call back'", f"{begins} Monday", f"{begins} 'Send it'"]
    dashed = log_command(replace(promise, what="--undo"))
    assert dashed == "afterword log -- muller-sohne kept --undo"


def test_every_command_of_the_table_is_understood() -> None:
    for kind in KINDS:
        if kind.command:
            said = statement_of(kind.command.format(to="Dana", what="Send it"), TODAY)
            assert not isinstance(said, Note), kind.name


@pytest.mark.parametrize(
    ("company", "typed"),
    [
        ("Northwind", "northwind"),
        ("Müller & Söhne", "muller-sohne"),
        ("A; rm -rf ~", "a-rm-rf"),
        ("日本電気", "'日本電気'"),
        ("!!", "'!!'"),
    ],
)
def test_a_company_is_typed_in_plain_letters_where_it_is_known_by_them(
    company: str, typed: str
) -> None:
    assert company_in_shell(company) == typed
