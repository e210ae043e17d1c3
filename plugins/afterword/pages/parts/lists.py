"""The lists of the home page on one day: what is due, what to wait for, what is coming, and what lies further ahead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from afterword.analysis.follow_ups.follow_up import CALLING, FollowUp, FollowUpState
from afterword.frozen import dataclass
from afterword.pages.parts.tasks import Task, task

# What comes within this many days stands open; the rest is folded away.
SOON = 21
# So many tasks of one list are shown; a page that lists a hundred things helps nobody.
TASKS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The tasks of one day; `every_due` is what is due without the bound on how much is shown."""

    every_due: tuple[Task, ...]
    waiting: tuple[Task, ...]
    every_coming: tuple[Task, ...]
    today: date

    @property
    def due(self) -> tuple[Task, ...]:
        """What is due, as far as it is shown."""
        return self.every_due[:TASKS]

    @property
    def more_due(self) -> int:
        """How much more is due than is shown."""
        return max(0, len(self.every_due) - TASKS)

    @property
    def coming(self) -> tuple[Task, ...]:
        """What comes soon."""
        return tuple(one for one in self.every_coming if self._is_soon(one))[:TASKS]

    @property
    def later(self) -> tuple[Task, ...]:
        """What comes after that."""
        return tuple(one for one in self.every_coming if not self._is_soon(one))[:TASKS]

    def _is_soon(self, one: Task) -> bool:
        return (one.day - self.today).days <= SOON

    @property
    def shown(self) -> dict[str, tuple[Task, ...]]:
        """Every list by its name on the page."""
        return {
            "due": self.due,
            "wait": self.waiting,
            "coming": self.coming,
            "later": self.later,
        }


def lists_on(owed: Sequence[FollowUp], today: date) -> Lists:
    """The lists that these follow-ups make, which stand as they do on `today`."""
    due = _tasks(owed, CALLING, today)
    return Lists(
        every_due=tuple(sorted(due, key=urgency)),
        waiting=_tasks(owed, {FollowUpState.WAIT}, today)[:TASKS],
        every_coming=_tasks(owed, {FollowUpState.UPCOMING}, today),
        today=today,
    )


def _tasks(
    owed: Iterable[FollowUp], states: Iterable[FollowUpState], today: date
) -> tuple[Task, ...]:
    return tuple(task(one, today) for one in owed if one.state in states)


def urgency(one: Task) -> tuple[bool, int, date]:
    """The order of what is due: people who wait for you first, and after all that has a day what may be done at leisure."""
    return one.follow_up.at_leisure, one.follow_up.kind.order, one.day
