"""What do the other applications say of one: was an offer accepted, and is the same company spoken with elsewhere?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from afterword.analysis.standing import has_lapsed
from afterword.days import months_later
from afterword.frozen import dataclass, field
from afterword.kinds import OutcomeKind
from afterword.model import Application
from afterword.vocabulary.spelling import bare


@dataclass(frozen=True, slots=True)
class Search:
    """All applications by their companies, and the one whose offer was accepted last; None where none was."""

    by_company: Mapping[str, tuple[Application, ...]] = field(default_factory=dict)
    accepted: Application | None = None

    @property
    def accepted_on(self) -> date | None:
        """The day on which the last offer was accepted, where there is one and it is written."""
        return self.accepted.outcome.decided if self.accepted else None

    def ended_by_acceptance(self, application: Application) -> bool:
        """Whether an application belongs to the search that an offer accepted elsewhere has ended, and not to one begun later.

        Where nobody wrote when it was applied for, a first interview within a month of accepting had been arranged before.
        """
        if self.accepted is None or self.accepted.id == application.id:
            return False
        day = self.accepted_on
        if day is None:
            return True
        if application.applied:
            return application.applied <= day
        return application.interviews[0].when.day <= months_later(day, 1)

    def is_live_at(self, company: str, today: date) -> bool:
        """Whether an application at a company is in progress."""
        those = self._at(company)
        return any(one.live and not has_lapsed(one, today) for one in those)

    def met_again(self, application: Application, since: date, today: date) -> date | None:
        """The day of the first interview of another application at the same company after a day; None where there was none."""
        those = (one for one in self._at(application.company) if one.id != application.id)
        days = (each.when.day for one in those for each in one.interviews)
        return min((day for day in days if since < day <= today), default=None)

    def _at(self, company: str) -> tuple[Application, ...]:
        return self.by_company.get(company_key(company), ())


NO_OTHERS = Search()


def company_key(company: str) -> str:
    """A company's name without case, spaces and punctuation."""
    return bare(company) or company


def search_of(applications: Iterable[Application], today: date) -> Search:
    """What the applications of a journal say of each other on a day."""
    by_company: dict[str, tuple[Application, ...]] = {}
    for one in applications:
        key = company_key(one.company)
        by_company[key] = (*by_company.get(key, ()), one)
    every = [one for those in by_company.values() for one in those]
    return Search(by_company, accepted_offer(every, today))


def accepted_offer(applications: Iterable[Application], today: date) -> Application | None:
    """The application whose offer was accepted last, by this day; one accepted on an unknown day counts as the last."""
    offers = [
        one
        for one in applications
        if one.outcome.kind is OutcomeKind.ACCEPTED and _accepted_on(one) <= today
    ]
    return max(offers, key=lambda one: one.outcome.decided or date.max, default=None)


def finished_search(applications: Sequence[Application], today: date) -> Application | None:
    """The application whose accepted offer has ended the search; None where none was accepted, or another search has begun since."""
    accepted = accepted_offer(applications, today)
    if accepted is None:
        return None
    search = Search(accepted=accepted)
    others = (one for one in applications if one.id != accepted.id)
    return accepted if all(map(search.ended_by_acceptance, others)) else None


def accepted_elsewhere(accepted: Application) -> str:
    """What is said of everything that lay open when an offer was accepted elsewhere."""
    return f"You accepted the offer of {accepted.company}."


def _accepted_on(application: Application) -> date:
    return application.outcome.decided or application.interviews[-1].when.day
