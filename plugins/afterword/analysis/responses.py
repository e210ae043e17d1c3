"""What came of what they said: for each theme that a rejection names, what I say of it, what I tried, and how it has gone since then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from afterword.analysis.standing import counted_end
from afterword.frozen import dataclass
from afterword.kinds import FeedbackKind, Helped, OutcomeKind
from afterword.model import Application, Attempt, Feedback, Journal, Noted

# From this many notes since on, what went well more often than badly is told on the first page.
ENOUGH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What has happened on a theme since a day: what I noted of it, oldest first, and which rejections gave a reason and named it.

    Only what lies behind an interview on that day or later counts: a rejection after an earlier one says nothing of what is new.
    """

    day: date
    well: tuple[Noted, ...] = ()
    badly: tuple[Noted, ...] = ()
    reasons: tuple[Application, ...] = ()
    named: tuple[Application, ...] = ()

    @property
    def is_news(self) -> bool:
        """Whether anything at all was noted or said since."""
        return bool(self.well or self.badly or self.reasons)

    @property
    def is_good(self) -> bool:
        """Whether more of it went well than badly since, over enough notes, and no rejection has named it."""
        enough = len(self.well) + len(self.badly) >= ENOUGH
        return enough and len(self.well) > len(self.badly) and not self.named


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A theme that rejections name as a gap: these rejections of all that gave `reasons`, my notes that it went badly, and each try.

    `days` are those of the interviews for which it is named. A try is one of a commitment on the theme, oldest first. `since` begins
    with the first try; where there is none, after the last of `days`.
    """

    theme: str
    named: tuple[Application, ...]
    days: tuple[date, ...]
    reasons: tuple[Application, ...]
    mine: tuple[Noted, ...]
    tried: tuple[Noted, ...]
    since: Since

    @property
    def helped(self) -> tuple[Noted, ...]:
        """The tries that helped."""
        return tuple(one for one in self.tried if _has_helped(one))

    def lies_in(self, first: date, last: date) -> bool:
        """Whether it was named or tried on one of these days."""
        return any(first <= day <= last for day in (*self.days, *(one.day for one in self.tried)))


def responses(journal: Journal) -> tuple[Response, ...]:
    """The answer for each theme, that which most rejections name first."""
    reasons = tuple(_reasons(journal))
    themes = dict.fromkeys(theme for one in reasons for theme in one.days)
    notes, tries = _notes(journal, themes), _tries(journal)
    made = (_response(theme, reasons, notes[theme], tries.get(theme, ())) for theme in themes)
    return tuple(sorted(made, key=lambda one: (-len(one.named), one.theme)))


@dataclass(frozen=True, slots=True)
class _Reason:
    """A rejection that gave a reason, the `last` day of an interview whose feedback it is, and the days of those for which it names each theme as a gap."""

    application: Application
    last: date
    days: Mapping[str, Sequence[date]]


def _reasons(journal: Journal) -> Iterator[_Reason]:
    """The rejections with any feedback; what was said after an application was taken up again belongs to no rejection of before."""
    for application in journal.applications:
        end = counted_end(application)
        if end is None or end.outcome.kind is not OutcomeKind.REJECTED:
            continue
        days = [
            (one.when.day, {theme for item in one.feedback if _is_gap(item) for theme in item.all_themes})
            for one in application.interviews
            if one.when.day <= end.day and one.feedback
        ]  # fmt: skip
        if days:
            named: dict[str, list[date]] = {}
            for day, themes in days:
                for theme in themes:
                    named.setdefault(theme, []).append(day)
            yield _Reason(application, max(day for day, _ in days), named)


def _is_gap(item: Feedback) -> bool:
    return item.kind is not FeedbackKind.PRAISE


def _notes(journal: Journal, themes: Iterable[str]) -> dict[str, list[tuple[Noted, bool]]]:
    """Every note of mine on each of these themes and whether it went well, oldest first."""
    by_theme: dict[str, list[tuple[Noted, bool]]] = {theme: [] for theme in themes}
    for one in journal.interviews:
        for well, items in ((True, one.went_well), (False, one.went_badly)):
            for item in items:
                if on := [by_theme[theme] for theme in item.all_themes if theme in by_theme]:
                    note = Noted(one, item), well
                    for notes in on:
                        notes.append(note)
    return by_theme


def _tries(journal: Journal) -> dict[str, list[Noted]]:
    """The tries on each theme: that of the try itself, or of the commitment it is one of."""
    made = {
        (one.path, item.line): item.all_themes
        for one in journal.interviews
        for item in one.do_differently
    }
    tries: dict[str, list[Noted]] = {}
    for one in journal.interviews:
        for item in one.tried:
            of_commitment = made.get(item.commitment, ()) if item.commitment else ()
            for theme in dict.fromkeys((*item.all_themes, *of_commitment)):
                tries.setdefault(theme, []).append(Noted(one, item))
    return tries


def _response(
    theme: str,
    reasons: Sequence[_Reason],
    on_theme: Sequence[tuple[Noted, bool]],
    tries: Sequence[Noted],
) -> Response:
    return Response(
        theme=theme,
        named=tuple(one.application for one in reasons if theme in one.days),
        days=tuple(sorted(day for one in reasons for day in one.days.get(theme, ()))),
        reasons=tuple(one.application for one in reasons),
        mine=tuple(noted for noted, well in on_theme if not well),
        tried=tuple(tries),
        since=_since(theme, reasons, on_theme, tries),
    )


def _since(
    theme: str,
    reasons: Sequence[_Reason],
    on_theme: Sequence[tuple[Noted, bool]],
    tries: Sequence[Noted],
) -> Since:
    last = max(day for one in reasons for day in one.days.get(theme, ()))
    day = min((one.day for one in tries), default=last)

    def is_since(when: date) -> bool:
        return when >= day if tries else when > day

    return Since(
        day=day,
        well=tuple(noted for noted, well in on_theme if well and is_since(noted.day)),
        badly=tuple(noted for noted, well in on_theme if not well and is_since(noted.day)),
        reasons=tuple(one.application for one in reasons if is_since(one.last)),
        named=tuple(
            one.application for one in reasons if any(map(is_since, one.days.get(theme, ())))
        ),
    )


def _has_helped(one: Noted) -> bool:
    return isinstance(one.item, Attempt) and one.item.helped is Helped.HELPED
