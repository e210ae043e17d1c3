"""The commitments: each *do differently*, where it was made, where it was tried, and whether it helped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from afterword.analysis.commitments import (
    Commitment,
    Effect,
    ThemeNote,
    commitments,
    effects,
    notes_by_theme,
    since_made,
    tally,
)
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.page import Page, outlined
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple
from afterword.pages.parts.figures import Figure, Item
from afterword.pages.words.commitments import HELPED
from afterword.vocabulary.wording import counted, short_day, span

# So many of each group are shown with all they have, the newest; the older ones as one line each.
SHOWN = 100
# So many notes on their themes stand below those of a group, the newest first: at ten thousand entries all of them were 50 MB.
MOST_NOTES = 10_000
# From this many on, what came of the themes is counted.
ENOUGH = 3


# A commitment with its number among all, from 0, by which its figures are named.
_Numbered = tuple[int, Commitment]


class EffectView(NamedTuple):
    """How a theme went since the commitment was made, and before and since the first try: well and badly of each.

    Without rows where they would make the page too long: the theme's own page has its notes.
    """

    theme: str
    rows: tuple[tuple[str, Figure, Figure], ...]


class CommitmentView(NamedTuple):
    """A commitment with how long it has been open, its tries in words, and what came of its theme."""

    commitment: Commitment
    age: str
    tries: tuple[tuple[str, int, str, str], ...]
    effect: EffectView | None


class CommitmentGroup(NamedTuple):
    """Commitments that stand alike."""

    title: str
    identity: str
    figure: str
    number: int
    items: tuple[CommitmentView, ...]
    older: tuple[Commitment, ...]


def commitments_pages(edition: Edition) -> Iterator[Page]:
    """The page of commitments, which has no heading but its title."""
    title = "Commitments"
    make = partial(commitments_page, edition)
    yield Page(addresses.COMMITMENTS, title, make, outlined(title))


def commitments_page(edition: Edition) -> str:
    """The page of commitments, as Markdown."""
    made = commitments(edition.journal)
    notes = notes_by_theme(edition.journal)
    told = effects(notes, made)
    tried, untried = _newest(made, tried=True), _newest(made, tried=False)
    shown = [one for _, one in (*tried[:SHOWN], *untried[:SHOWN])]
    views = _Views(told, since_made(notes, shown), edition.today, {})
    view = (
        _group(views, "Tried", "tried", "state!=open", tried),
        _group(views, "Not tried yet", "open", "state=open", untried),
    )
    return render(
        edition,
        addresses.COMMITMENTS,
        "commitments.md",
        headline=commitments_headline(made),
        effect=effect_words(tuple(told.values())),
        groups=tuple(group for group in view if group.items),
    )


def commitments_headline(made: Sequence[Commitment]) -> str:
    """How many were tried and how many of those helped: counts, and no proof."""
    if not made:
        return "What you mean to do differently will stand here, with where you tried it."
    all_of = tally(made)
    total = counted(all_of.made, "commitment")
    if not all_of.tried:
        return f"{total}, {'not' if all_of.made == 1 else 'none'} tried yet."
    return f"{total}: {all_of.tried} tried, and {all_of.helped} of these helped the last time."


def effect_words(told: Sequence[Effect]) -> str:
    """For how many of those tried the theme went well more often afterwards, and for how many without any effect, from three on."""
    if len(told) < ENOUGH:
        return "From three tried commitments on, what came of their themes is counted here."
    all_of = tally((), told)
    better = (
        f"After the first try, the theme went well more often for {all_of.better} of {all_of.told}."
    )
    by_chance = f"Without any effect about {all_of.by_chance:.0f} of {all_of.told} would, since a resolve follows a bad day."
    return f"{better} {by_chance} That is a count, and no proof."


def _newest(made: Sequence[Commitment], *, tried: bool) -> list[_Numbered]:
    """Those that were tried, or those that were not, the newest first."""
    those = [one for one in enumerate(made) if bool(one[1].tries) is tried]
    return sorted(those, key=lambda one: one[1].made_on, reverse=True)


def _group(
    views: _Views, title: str, identity: str, which: str, items: Sequence[_Numbered]
) -> CommitmentGroup:
    shown, older = items[:SHOWN], items[SHOWN:]
    return CommitmentGroup(
        title=title,
        identity=identity,
        figure=f"commitments {which}",
        number=len(items),
        items=tuple(within(views.view(number, one) for number, one in shown)),
        older=tuple(one for _, one in older),
    )


def within(views: Iterable[CommitmentView], most: int = MOST_NOTES) -> Iterator[CommitmentView]:
    """Commitments as they are, and from the one on with which their notes would be more than so many, without the rows of these."""
    for one in views:
        effect = one.effect
        rows = effect.rows if effect else ()
        most -= sum(well.number + badly.number for _, well, badly in rows)
        short = (
            one if most >= 0 or effect is None else one._replace(effect=effect._replace(rows=()))
        )
        yield short


class _Views(NamedTuple):
    """What came of the themes of commitments once tried and since they were made; today; and the notes that were put in words."""

    told: Mapping[tuple[str, int], Effect]
    since_made: Mapping[tuple[str, int], Sequence[ThemeNote]]
    today: date
    known: dict[int, Item]

    def view(self, number: int, one: Commitment) -> CommitmentView:
        """One of them as laid out; `number` is its place among all."""
        place = one.made_in, one.line
        return CommitmentView(
            commitment=one,
            age="" if one.tries else f"open for {span(one.open_for(self.today))}",
            tries=tuple(
                (attempt.path, attempt.line, attempt.company, HELPED[attempt.helped])
                for attempt in one.tries
            ),
            effect=self._effect(
                f"commitments {number}", one, self.since_made.get(place, ()), self.told.get(place)
            ),
        )

    def _effect(
        self, name: str, one: Commitment, since: Sequence[ThemeNote], effect: Effect | None
    ) -> EffectView | None:
        rows = [("Since it was made", f"{name} since_made", since)] if since else []
        if effect:
            rows += [
                ("Before the first try", f"{name} effect before", effect.before),
                ("Since the first try", f"{name} effect after", effect.after),
            ]
        if not rows:
            return None
        return EffectView(
            theme=one.themes[0],
            rows=tuple((title, *self._sides(place, notes)) for title, place, notes in rows),
        )

    def _sides(self, name: str, notes: Iterable[ThemeNote]) -> tuple[Figure, Figure]:
        """What went well and what went badly of these notes, which many commitments on a theme have in common."""
        well: list[Item] = []
        badly: list[Item] = []
        known = self.known
        for note in notes:
            item = known.get(id(note.item)) or self._item(note)
            (well if note.well else badly).append(item)
        return (
            Figure(f"{name} went_well", tuple(well)),
            Figure(f"{name} went_badly", tuple(badly)),
        )

    def _item(self, note: ThemeNote) -> Item:
        interview, day = note.interview, note.interview.when.day
        words = f"{note.item.text} ({interview.company}, {short_day(day)} {day.year})"
        return self.known.setdefault(id(note.item), Item(words, interview.path, note.item.line))
