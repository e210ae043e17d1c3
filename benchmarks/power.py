"""How often do the pages find what is planted in a journal, and how often do they name something where nothing is?

    python benchmarks/power.py [JOURNALS]    400 journals a cell unless told; some minutes

For each page and each number of interviews: in how many of a hundred journals it names what is planted, in how many it calls it at
least probable, in how many that leads, and in how many journals without any pattern it names, or at least calls probable, anything.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from math import sqrt

from afterword.analysis.forecast import forecast
from afterword.analysis.funnel import funnel
from afterword.analysis.rejections import rejections
from afterword.analysis.statistics.standing_out import (
    Count,
    Finding,
    Tier,
    leading,
    tier,
)
from afterword.analysis.themes import carrying, changes, slipping, theme_notes
from afterword.days import months_spanned
from afterword.kinds import RoundKind
from afterword.model import Journal
from afterword.pages.narrowed import COMPARED
from afterword.pages.pictures.balance import heat_rows
from planted import PLANTED, ROUNDS, Plan, planted_journal

SIZES = (10, 20, 40, 80)
TODAY = date(2030, 1, 1)
# No more of a hundred journals without a pattern may have something named, or called at least probable.
FALSE, FALSE_PROBABLE = 6.0, 15.0


@dataclass(frozen=True, slots=True)
class Found:
    """What leads on a page, and how likely chance alone lets it lead by as much."""

    leaders: tuple[str, ...]
    chance: float

    @property
    def tier(self) -> Tier:
        """How sure it is."""
        return tier(self.chance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that names one of many: what it finds, what is planted for it, and the least power that is wanted at each size."""

    name: str
    found: Callable[[Journal], Found | None]
    plan: Plan | None = None
    planted: str = PLANTED
    floor: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Shares in percent, one for each size: of planted journals the first three, of those without a pattern the others."""

    clear: tuple[float, ...]
    probable: tuple[float, ...]
    leads: tuple[float, ...]
    false_clear: tuple[float, ...]
    false_probable: tuple[float, ...]


def _of(finding: Finding[RoundKind] | Finding[str] | None) -> Found | None:
    if finding is None or not finding.is_ahead:
        return None
    return Found(tuple(map(str, finding.leaders)), finding.chance)


def _reflections(journal: Journal) -> Found | None:
    return _of(slipping(theme_notes(journal)))


def _round_page(journal: Journal) -> Found | None:
    kept = tuple(one for one in journal.interviews if one.kind is RoundKind.TECHNICAL)
    return _of(slipping(theme_notes(replace(journal, interviews=kept)), minimum=COMPARED))


def _carries(journal: Journal) -> Found | None:
    """What carries is said where it is clear, and not otherwise."""
    found = _of(carrying(theme_notes(journal)))
    return found if found and found.tier is Tier.CLEAR else None


def _changed(journal: Journal) -> Found | None:
    found = changes(theme_notes(journal))
    either = sorted((*found.better, *found.worse), key=lambda one: one.chance)
    return Found((either[0].notes.theme,), either[0].chance) if either else None


def _coming_back(journal: Journal) -> Found | None:
    months = tuple(months_spanned(one.when.day for one in journal.interviews))
    rows = heat_rows(theme_notes(journal), months)
    found = leading([Count(row.theme, row.months, len(row.cells)) for row in rows])
    return _of(found)


def _forecast(journal: Journal) -> Found | None:
    """What is said of all forecasts together, of the whole or of the kinds of round."""
    answer = forecast(journal, TODAY)
    return Found((PLANTED,), answer.chance) if answer.tier is not Tier.OPEN else None


PAGES = (
    Page(
        name="Reflections",
        found=_reflections,
        plan=Plan(slips=True),
        floor=(0, 3, 34, 80),
    ),
    Page(name="a round's page", found=_round_page, plan=Plan(slips=True), floor=(0, 5, 20, 65)),
    Page(
        name="Funnel",
        found=lambda journal: _of(funnel(journal, TODAY).narrow),
        plan=Plan(narrows=True),
        planted=RoundKind.TECHNICAL.value,
        floor=(20, 50, 80, 97),
    ),
    Page(
        name="Rejections, by round",
        found=lambda journal: _of(rejections(journal).ends),
        plan=Plan(narrows=True),
        planted=RoundKind.TECHNICAL.value,
    ),
    Page(
        name="Rejections, feedback",
        found=lambda journal: _of(rejections(journal).named),
        plan=Plan(feedback=True),
        floor=(2, 18, 55, 94),
    ),
    Page(
        name="Rejections, blind spot",
        found=lambda journal: _of(rejections(journal).cells.blind_spot),
        plan=Plan(blind=True),
        floor=(2, 14, 43, 77),
    ),
    Page(
        name="Forecast, by 20 points",
        found=_forecast,
        plan=Plan(expects=dict.fromkeys(ROUNDS, 20)),
    ),
    Page(
        name="Forecast, by kind",
        found=_forecast,
        plan=Plan(
            expects={
                RoundKind.SCREEN: -25,
                RoundKind.TECHNICAL: 25,
                RoundKind.BEHAVIOURAL: -25,
            }
        ),
        floor=(25, 50, 74, 93),
    ),
    Page(name="what carries", found=_carries),
    Page(name="what changed", found=_changed),
    Page(name="what came back", found=_coming_back),
)


def measured(page: Page, journals: int, sizes: Sequence[int] = SIZES) -> Measured:
    """The shares of so many journals a size."""
    planted = [_found(page, page.plan, journals, size) for size in sizes] if page.plan else []
    none = [[page.found(_unplanted(size, seed)) for seed in range(journals)] for size in sizes]

    def right(one: Found | None) -> bool:
        return one is not None and one.leaders == (page.planted,)

    return Measured(
        clear=_shares(planted, lambda one: right(one) and _is(one, Tier.CLEAR)),
        probable=_shares(planted, lambda one: right(one) and _is(one, Tier.CLEAR, Tier.PROBABLE)),
        leads=_shares(planted, right),
        false_clear=_shares(none, lambda one: _is(one, Tier.CLEAR)),
        false_probable=_shares(none, lambda one: _is(one, Tier.CLEAR, Tier.PROBABLE)),
    )


@cache
def _unplanted(size: int, seed: int) -> Journal:
    """The same for every page, which asks each of them something else."""
    return planted_journal(Plan(), size, seed)


def _found(page: Page, plan: Plan, journals: int, size: int) -> list[Found | None]:
    return [page.found(planted_journal(plan, size, seed)) for seed in range(journals)]


def _is(one: Found | None, *tiers: Tier) -> bool:
    return one is not None and one.tier in tiers


def _shares(
    cells: Sequence[Sequence[Found | None]], counts: Callable[[Found | None], bool]
) -> tuple[float, ...]:
    return tuple(100 * sum(map(counts, cell)) / len(cell) for cell in cells)


def main() -> int:
    journals = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    print(f"{journals} journals a cell; {', '.join(map(str, SIZES))} interviews; of a hundred:\n")
    print(f"{'':24}{'named':>15}{'floor':>15}{'or probable':>15}{'leads':>15}{'false':>12}{'or probable':>15}")  # fmt: skip
    missed = False
    for page in PAGES:
        one = measured(page, journals)
        columns = (one.clear, page.floor, one.probable, one.leads)
        told = "".join(f"{_slashed(each):>15}" for each in columns)
        print(f"{page.name:24}{told}{_slashed(one.false_clear):>12}{_slashed(one.false_probable):>15}", flush=True)  # fmt: skip
        missed |= any(
            share + _strays(floor, journals) < floor
            for share, floor in zip(one.clear, page.floor, strict=False)
        )
        missed |= max(one.false_clear) > FALSE + _strays(FALSE, journals)
        missed |= max(one.false_probable) > FALSE_PROBABLE + _strays(FALSE_PROBABLE, journals)
    print(
        "\nSomething is further below its floor, or above its bound, than so many journals stray."
        if missed
        else "\nAll as wanted."
    )
    return int(missed)


def _strays(share: float, journals: int) -> float:
    """How far a share in percent may lie from its true one among so many journals: two standard deviations."""
    return 2 * sqrt(share * (100 - share) / journals)


def _slashed(shares: Sequence[float]) -> str:
    return "/".join(f"{share:.0f}" for share in shares)


if __name__ == "__main__":
    sys.exit(main())
