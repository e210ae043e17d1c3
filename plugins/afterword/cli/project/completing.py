"""What a shell offers behind the commands that take a company: the companies of the journal, and what may have happened."""

from __future__ import annotations

from collections.abc import Sequence

import click

from afterword.cli.project.options import read
from afterword.edition.commands import company_in_shell
from afterword.errors import AfterwordError

_WHAT = ("thanked", "followed-up", "rejected", "offer", "no-answer", "advanced", "asked", "received", "told", "kept", "promised", "feedback", "withdrawn", "cancelled", "decision-by", "confidence")  # fmt: skip


def companies(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """The companies that begin so, as they are typed; none where there is no journal here."""
    return _beginning(_companies(ctx), incomplete)


def company_and_what(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """The companies first, and what may have happened behind one."""
    return _beginning(_WHAT if ctx.params.get("words") else _companies(ctx), incomplete)


def _companies(ctx: click.Context) -> Sequence[str]:
    try:
        reading = read(ctx.params.get("config"), ctx.params.get("journal"), None)
    except AfterwordError:
        return ()
    journal = reading.journal
    named = dict.fromkeys(
        (
            *(one.company for one in reversed(journal.applications)),
            *(one.company for one in reversed(journal.notes)),
        )
    )
    return [company_in_shell(name) for name in named]


def _beginning(words: Sequence[str], incomplete: str) -> list[str]:
    return [word for word in words if word.startswith(incomplete.casefold())]
