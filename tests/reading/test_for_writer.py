"""The inbox and the templates of a journal are for its writer alone, however a phone or an editor called them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from afterword.reading.for_writer import INBOX, inbox_in, is_for_writer, lines_waiting

OURS = [
    "inbox.md",
    "Inbox.md",
    "INBOX.MD",
    "inbox",
    "inbox.txt",
    "inbox.md.txt",
    "inbox.md~",
    "inbox.md.bak",
    "inbox.markdown",
    "inbox (1).md",
    "inbox 2.md",
    "inbox (conflicted copy 2026-11-12).md",
    "inbox-conflict-dana.md",
    "inbox.sync-conflict-20261112-090000-ABCDEFG.md",
    "templates/entry.md",
    "templates/deep/picture.png",
    "Templates/Interview.md",
    "inbox copy.md",
    "Inbox copy 2.md",
    "inbox - Copy.md",
    "inbox - Copy (2).md",
    "inbox - Kopie.md",
    "inbox_backup.md",
    "inbox-backup.md",
    "inbox-LAPTOP.md",
    "inbox-DESKTOP-7A2B.md",
    "inbox.org",
    "inbox.json",
    "inbox.md.1",
    "inbox.html",
    "Vorlagen/t.md",
    "_templates/t.md",
    "99 Vorlagen/t.md",
    "notes/templates/t.md",
    "2026/templates/a.md",
    "テンプレート/a.md",
]
THEIRS = [
    "inbox-zero.md",
    "my-inbox.md",
    "inboxes.md",
    "inbox.png",
    "2026/inbox.md",
    "inbox/letter.md",
    "templates.md",
    "templates",
    "old templates/a.md",
    "Template Systems/2026-11-12.md",
    "inbox-systems-2026-11-12.md",
    "Inbox-Corp.md",
    "inbox copying machines.md",
    "",
]


@pytest.mark.parametrize("path", OURS)
def test_what_is_jotted_down_or_there_to_be_copied_is_for_the_writer(path: str) -> None:
    assert is_for_writer(path)


@pytest.mark.parametrize("path", THEIRS)
def test_any_other_page_is_not(path: str) -> None:
    assert not is_for_writer(path)


def test_a_name_made_to_take_long_is_answered() -> None:
    """A pattern that goes back and forth would never answer for a name as long as a system allows."""
    pieces = ("(1)", " 1", "1", " conflict", ".md", "(", ".sync-conflict-")
    names = [f"inbox{piece * (200 // len(piece))}!" for piece in pieces]
    assert [*map(is_for_writer, names)] == [piece[-1:] in "t-" for piece in pieces]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere these two names are one")
def test_an_inbox_is_found_as_a_phone_wrote_its_name(tmp_path: Path) -> None:
    assert inbox_in(tmp_path) == tmp_path / INBOX
    (tmp_path / "Inbox.md").write_text("Acme + calm\n")
    assert inbox_in(tmp_path) == tmp_path / "Inbox.md"
    (tmp_path / "inbox.md").write_text("Acme + calm\n")
    assert inbox_in(tmp_path) == tmp_path / "inbox.md"


def test_where_there_is_no_folder_nothing_waits(tmp_path: Path) -> None:
    assert lines_waiting(tmp_path / "gone") == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("# Inbox\n\n> as they said\n---\n<!-- nothing -->\n", 0),
        ("Acme + calm\n", 1),
        ("# Inbox\n\n- Acme + calm\n- [ ] Acme - slow\n08:10 Acme thanked\n", 3),
    ],
)
def test_the_lines_that_may_say_something_wait(tmp_path: Path, text: str, expected: int) -> None:
    (tmp_path / INBOX).write_text(text)
    assert lines_waiting(tmp_path) == expected


def test_nothing_waits_in_a_pipe_a_giant_or_a_link_to_elsewhere(tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    journal.mkdir()
    os.mkfifo(journal / INBOX)
    assert lines_waiting(journal) == 0
    (journal / INBOX).unlink()
    (journal / INBOX).write_text("Acme + calm\n" * 50_000)
    assert lines_waiting(journal) == 0
    (journal / INBOX).unlink()
    (tmp_path / "secret.md").write_text("Acme + calm\n")
    (journal / INBOX).symlink_to(tmp_path / "secret.md")
    assert lines_waiting(journal) == 0
