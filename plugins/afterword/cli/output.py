"""Where words and documents go: to standard output or into a file, as UTF-8 on every system."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

import click

from afterword.cli.terminal import visible
from afterword.errors import OutputError

# How what Afterword wrote before begins, by its form.
_BEGINS = {
    "json": (b"{", b"["),
    "csv": (b"path,company,", b"\xef\xbb\xbfpath,company,"),
    "report": (b"date,company,position,", b"\xef\xbb\xbfdate,company,position,"),
    "ics": (b"BEGIN:VCALENDAR\r\n",),
}


def as_json(value: object) -> str:
    """A value as a JSON document that people can read, too."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def say(text: str) -> None:
    """Print text for people; another program gets it without colours and as UTF-8, whatever code page the terminal has."""
    text = visible(text)
    if sys.stdout.isatty():
        click.echo(text)
    else:
        click.echo(f"{click.unstyle(text)}\n".encode(errors="replace"), nl=False)


def tell(text: str) -> None:
    """Say something on standard error, where another program does not take it for a result."""
    click.echo(visible(text), err=True)


def form_of(path: Path | None) -> str:
    """The form that the name of a file asks for: plan.ics is a calendar; JSON where it asks for none."""
    named = path.suffix.casefold().removeprefix(".") if path else ""
    return named if named in _BEGINS else "json"


def outside(path: Path, published: Path) -> None:
    """Raises OutputError for a file in the folder whose files are published, where it would come along with everything in it."""
    if path.resolve().is_relative_to(published.resolve()):
        raise OutputError(
            f"{path} lies in {published.name}, and whatever lies there goes into the site. Name a file outside of it."
        )


def hand_out(
    document: str | bytes, form: str, path: Path | None = None, *, force: bool = False
) -> None:
    """Print a document, or write it into a file of the form `json`, `csv`, `report` or `ics`; with `force` over any other file. Raises OutputError."""
    data = document.encode() if isinstance(document, str) else document
    if path is not None:
        _write(data, form, path, force=force)
    elif isinstance(document, str) and sys.stdout.isatty():
        click.echo(document, nl=False)
    else:
        # Another program gets UTF-8, whatever code page the terminal has.
        click.echo(data, nl=False)


def _write(data: bytes, form: str, path: Path, *, force: bool) -> None:
    """Put a file in place at once or not at all, readable by its owner alone, over nothing but an earlier one of its form."""
    try:
        if path.exists() and not (force or _is_ours(path, form)):
            raise OutputError(
                f"{path} is there already, and is no {form.upper()} that Afterword wrote; it stays as it is. Name another file, or add --force."
            )
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(beside).replace(path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(f"{path} could not be written: {error.strerror}.") from error


def _is_ours(path: Path, form: str) -> bool:
    """Whether a file is one that another run may replace."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        begins = file.read(32)
    return not begins or begins.startswith(_BEGINS[form])
