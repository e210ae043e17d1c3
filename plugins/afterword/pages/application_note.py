"""The page of an application without an interview: when it went out, and what came of it, above what its writer noted."""

from __future__ import annotations

from afterword.edition.edition import Edition
from afterword.edition.rendering import render
from afterword.escaping import markdown_safe
from afterword.model import Application, ApplicationNote


def note_title(note: ApplicationNote) -> str:
    """The title of the page: the company, and the role where one is written."""
    return f"{note.company}, {note.role}" if note.role else note.company


def note_markdown(note: ApplicationNote) -> str:
    """The text of the note, below a heading of ours."""
    return f"# {markdown_safe(note_title(note))}\n\n{note.body}"


def note_card(edition: Edition, note: ApplicationNote) -> str:
    """The facts of the note, and the application that it led to, as HTML below its heading."""
    return render(edition, note.path, "application_note.html", note=note, led=_led(edition, note))


def _led(edition: Edition, note: ApplicationNote) -> Application | None:
    """The application with the interviews that came of it."""
    return next((one for one in edition.journal.applications if one.note == note), None)
