"""The command that ticks off a follow-up, as it is typed."""

from __future__ import annotations

import shlex
from contextlib import suppress
from datetime import date

from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.vocabulary.spelling import bare, slug, without_accents

# So many words of a promise tell it from the others.
_WORDS = 4


def log_command(one: FollowUp) -> str:
    """The command, for a shell: `afterword log northwind thanked`; empty for a kind that none ticks off, or where nothing is to be done."""
    if not (one.kind.command and one.tick):
        return ""
    begins = " ".join(_without_day(one.what.split()[:_WORDS]))
    said = one.kind.command.format(to=shlex.quote(one.to or ""), what=shlex.quote(begins))
    return typed_log(one.company, said)


def typed_log(company: str, said: str) -> str:
    """The command with a company and what is said of it, none of which is taken for an option."""
    words = f"{company_in_shell(company)} {said}"
    is_option = any(word.lstrip("'\"").startswith("-") for word in words.split())
    return f"afterword log {'-- ' if is_option else ''}{words}"


def _without_day(words: list[str]) -> list[str]:
    """The words without a day at their end, which would be taken for the one on which the promise was kept."""
    from afterword.reading.typed_days import DayError, day_from  # noqa: PLC0415  for promises alone

    for count in range(min(len(words) - 1, 3), 0, -1):
        with suppress(DayError):
            day_from(" ".join(words[-count:]), date.max)
            return words[:-count]
    return words


def company_in_shell(company: str) -> str:
    """A company's name as an argument: in plain small letters where it is known by them, else as it is, between quotes where it has to be."""
    plain = slug(company)
    is_known = plain.isascii() and bare(plain) == without_accents(bare(company))
    return plain if plain and is_known else shlex.quote(company)
