"""The commitments: each *do differently*, where it was made, where it was tried, and whether it helped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from afterword.analysis.commitments import Commitment, State, commitments
from afterword.model import Helped
from afterword.pages import addresses
from afterword.pages.edition import Edition
from afterword.pages.page import Page
from afterword.pages.rendering import render
from afterword.pages.wording import counted_words, number_word

# So many of each group are shown with all they have, the newest; the older ones as one line each.
SHOWN = 100

HELPED = {
    Helped.HELPED: "helped",
    Helped.PARTLY: "helped partly",
    Helped.NO: "did not help",
    None: "tried",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentView:
    """A commitment with its tries in words."""

    commitment: Commitment
    state: str
    tries: tuple[tuple[str, int, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentGroup:
    """Commitments that stand alike."""

    title: str
    identity: str
    figure: str
    number: int
    items: tuple[CommitmentView, ...]
    older: tuple[Commitment, ...]


def commitments_page(edition: Edition) -> Page:
    """The page of commitments."""
    made = commitments(edition.journal)
    view = (
        _group("Tried", "tried", "state!=open", [one for one in made if one.tries]),
        _group("Not tried yet", "open", "state=open", [one for one in made if not one.tries]),
    )
    text = render(
        edition,
        addresses.COMMITMENTS,
        "commitments.md",
        headline=commitments_headline(made),
        groups=tuple(group for group in view if group.items),
    )
    return Page(addresses.COMMITMENTS, "Commitments", text)


def commitments_headline(made: Sequence[Commitment]) -> str:
    """How many were tried and how many of those helped: counts, and no proof."""
    if not made:
        return "What you mean to do differently will stand here, with where you tried it."
    tried = [one for one in made if one.tries]
    helped = sum(1 for one in tried if one.state is State.HELPED)
    total = counted_words(len(made), "commitment", capital=True)
    if not tried:
        return f"{total}, none tried yet."
    return f"{total}: {number_word(len(tried))} tried, and {number_word(helped)} of these helped the last time."


def _group(title: str, identity: str, which: str, items: list[Commitment]) -> CommitmentGroup:
    newest = sorted(items, key=lambda one: one.made_on, reverse=True)
    return CommitmentGroup(
        title=title,
        identity=identity,
        figure=f"commitments {which}",
        number=len(items),
        items=tuple(_view(one) for one in newest[:SHOWN]),
        older=tuple(newest[SHOWN:]),
    )


def _view(one: Commitment) -> CommitmentView:
    states = {
        State.HELPED: "helped",
        State.PARTLY: "helped partly",
        State.NO: "did not help",
        State.TRIED: "tried",
        State.OPEN: "open",
    }
    tries = tuple(
        (attempt.path, attempt.line, attempt.company, HELPED[attempt.helped])
        for attempt in one.tries
    )
    return CommitmentView(commitment=one, state=states[one.state], tries=tries)
