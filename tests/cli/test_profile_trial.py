"""What somebody sees of a profile before it goes out: what is taken out, what may be missed, and the pages themselves."""

from __future__ import annotations

import http.client
import re
import urllib.error
import urllib.request
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.builders import interview, journal
from tests.cli.publishing import CONFIGURATION, afterword, journal_project
from tests.cli.terminals import at_a_terminal
from tests.vault.sealed import PHRASE

from afterword.audience.audience import Audience, Profile
from afterword.cli.proving.overview import overview, overview_lines
from afterword.cli.publishing.preview import look, shown_here
from afterword.model import Journal, Observation, Person

COACH = Audience(profile=Profile.COACH, shared=True)
FILES = {"index.html": b"<p>here</p>", "p/a/index.html": b"below", "a b.css": b"p {}"}


def noted(*texts: str) -> Journal:
    notes = tuple(Observation(text=text, line=line) for line, text in enumerate(texts, 9))
    one = interview("2026-11-12", "Kvistholm Rail", went_badly=notes)
    return journal(replace(one, interviewers=(Person(name="Ingeborg Vantaala"),)))


def test_each_word_that_is_taken_out_is_counted() -> None:
    found = overview(noted("Ingeborg froze", "ingeborg, then Ingeborg of Kvistholm"), COACH)
    assert found.taken == {"Ingeborg": 2, "ingeborg": 1, "Kvistholm": 1}


def test_a_word_with_a_capital_near_one_that_is_taken_out_is_told() -> None:
    found = overview(
        noted(
            "Ingeborg brought Wenche along, and I met her",
            "Questions for Ingeborg",
            "Rolf sat far from them",
        ),
        COACH,
    )
    assert found.near == {"Wenche": 1}


def test_a_log_hears_only_how_many() -> None:
    lines = list(overview_lines(overview(noted("Ingeborg brought Wenche"), COACH), named=False))
    assert lines[0].startswith("1 words are taken out, 1 different ones; 1 with a capital")
    assert "Wenche" not in " ".join(lines)


def test_somebody_at_a_terminal_reads_which() -> None:
    lines = list(overview_lines(overview(noted("Ingeborg brought Wenche"), COACH), named=True))
    assert [line.split() for line in lines if " x " in line] == [
        ["1", "x", "Ingeborg"],
        ["1", "x", "Wenche"],
    ]
    quiet = list(overview_lines(overview(noted("Ingeborg of Kvistholm"), COACH), named=True))
    assert len(quiet) == 3


def test_a_company_that_no_text_names_is_told() -> None:
    found = overview(noted("Ingeborg froze"), COACH)
    assert found.unnamed == ("Kvistholm Rail",)
    assert "  0 hits: Kvistholm Rail" in overview_lines(found, named=True)
    assert overview(noted("Kvistholm froze"), COACH).unnamed == ()


def test_only_a_coach_has_companies_taken_out() -> None:
    report = Audience(profile=Profile.REPORT, shared=True)
    assert overview(noted("Ingeborg froze"), report).unnamed == ()


def test_many_words_are_cut_short() -> None:
    texts = [f"Ingeborg met Name{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(50)]
    assert list(overview_lines(overview(noted(*texts), COACH), named=True))[-1] == "  and 10 more"


def asked(address: str, **headers: str) -> tuple[int, bytes]:
    """The status and the content that somebody gets who follows where the address leads."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, b""


def home_of(address: str) -> str:
    """Where the address leads, which works once."""
    with urllib.request.urlopen(address) as answer:
        return str(answer.geturl())


def test_the_pages_are_shown_below_a_path_that_nobody_can_guess() -> None:
    with shown_here(FILES) as address:
        home = home_of(address)
        assert len(urlsplit(home).path) > 30
        assert asked(home) == (200, b"<p>here</p>")
        assert asked(f"{home}p/a/") == (200, b"below")
        assert asked(f"{home}a%20b.css?v=1") == (200, b"p {}")
        assert asked(f"{home}../index.html")[0] == 404
        base = f"http://{urlsplit(home).netloc}"
        assert [asked(f"{base}/{path}")[0] for path in ("", "index.html", "x/index.html")] == [
            404
        ] * 3


def test_the_address_in_a_programs_arguments_leads_there_once() -> None:
    with shown_here(FILES) as address:
        home = home_of(address)
        assert home != address
        assert asked(address)[0] == 404


def test_another_name_for_this_machine_is_told_nothing() -> None:
    with shown_here(FILES) as address:
        home = home_of(address)
        assert asked(home, Host="rebound.example")[0] == 404


def test_nothing_answers_once_somebody_has_looked() -> None:
    seen: list[tuple[int, bytes]] = []
    addresses: list[str] = []

    def opened(address: str) -> None:
        addresses.append(home_of(address))
        seen.append(asked(addresses[0]))

    told: list[str] = []
    look(FILES, opened=opened, told=told.append, finished=lambda: None)
    assert seen == [(200, b"<p>here</p>")]
    assert "Press Enter" in told[0]
    with pytest.raises((urllib.error.URLError, http.client.HTTPException, ConnectionError)):
        urllib.request.urlopen(addresses[0])


def test_a_trial_in_a_pipe_counts_and_leaves_nothing(tmp_path: Path) -> None:
    project = journal_project(tmp_path, configuration=CONFIGURATION)
    said = afterword(project, "publish", "--profile", "coach", "--dry-run")
    assert said.returncode == 0, said.stderr
    assert "words are taken out" in said.stderr
    assert (project.published(), list(project.temporary.iterdir())) == ({}, [])


@pytest.mark.usefixtures("measured")
def test_a_trial_at_a_terminal_shows_the_pages_until_enter_is_pressed(tmp_path: Path) -> None:
    project = journal_project(tmp_path, configuration=CONFIGURATION)
    command = ("publish", "--profile", "coach", "--dry-run")
    settings = {"BROWSER": "true", "TMPDIR": str(project.temporary), "AFTERWORD_PASSPHRASE": PHRASE}
    with at_a_terminal(*command, cwd=project.folder, **settings) as terminal:
        terminal.wait_for(b"Press Enter")
        assert b"0 words are taken out" in terminal.said
        (address,) = re.findall(rb"http://\S+", terminal.said)
        home = home_of(address.decode())
        assert b"interlocking" in asked(f"{home}reflections.html")[1]
        terminal.type("")
        terminal.wait_for(b"this was a dry run")
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(home)
