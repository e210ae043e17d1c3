"""How interviews and applications stand, told once more from docs/format.md."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tests.recount.entries import ENDED, Entry

_THEIRS = frozenset(["advanced", "offer", "rejected", "cancelled"])
_FATES = {
    **dict.fromkeys(["advanced", "offer", "accepted", "declined"], "passed"),
    **dict.fromkeys(["rejected", "no answer"], "ended"),
    "withdrawn": "withdrawn",
    "cancelled": "cancelled",
    "pending": "open",
}


@dataclass(frozen=True)
class Application:
    """The entries of one company and role, in date order, as they stand on a day."""

    entries: tuple[Entry, ...]
    today: date

    @cached_property
    def id(self) -> str:
        """The address of its page."""
        role = next((one.text("role") for one in self.entries if one.text("role")), "")
        plain = unicodedata.normalize("NFKD", f"{self.entries[0].company} {role}".casefold())
        return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")

    @cached_property
    def last(self) -> Entry | None:
        """The last entry that says how it went."""
        told = [one for one in self.entries if one.outcome != "pending"]
        return told[-1] if told else None

    @cached_property
    def outcome(self) -> str:
        """How it stands: by its last entry that says so."""
        return self.last.outcome if self.last else "pending"

    @property
    def is_open(self) -> bool:
        """Whether anything may come of it: nothing of the demonstration is so old that it was let go without a word."""
        return self.outcome not in ENDED

    @property
    def end(self) -> Entry | None:
        """The entry that tells its end."""
        return self.last if self.last and self.last.outcome in ENDED else None

    @property
    def begun(self) -> date:
        """The day of the application, or of its first interview."""
        applied = [day for one in self.entries if (day := one.day("applied"))]
        return min([self.entries[0].when, *applied])

    @property
    def ended(self) -> date:
        """The day of its end, else the last on which anything was done."""
        assert self.last
        if decided := self.last.day("decided"):
            return decided
        sent = [
            day
            for one in self.entries
            for key in ("thank_you", "follow_ups")
            for day in one.days(key)
        ]
        return max([self.entries[-1].when, *sent])

    def next_day(self, entry: Entry) -> date | None:
        """The day of the round after an entry."""
        return min((one.when for one in self.entries if one.when > entry.when), default=None)

    def answered(self, entry: Entry) -> date | None:
        """The day of their answer to an entry."""
        decided = entry.day("decided") if entry.outcome in _THEIRS else None
        following = self.next_day(entry)
        return decided if decided and (not following or decided <= following) else None

    def stands(self, entry: Entry) -> tuple[str, str]:
        """How an interview of it stands, and what it counts as."""
        own = entry.outcome
        if own not in ENDED and entry.when > self.today:
            return "coming", "pending"
        if own not in {"offer", "accepted"} and self.next_day(entry):
            return "went on", "advanced"
        if own == "pending" and self.end:
            own = self.outcome
        if own == "pending":
            return ("today" if entry.when == self.today else "waiting"), own
        return {"advanced": "went on", "offer": "offer"}.get(own, "ended"), own

    def fate(self, rounds: list[Entry]) -> str:
        """What became of it at these rounds: those of the last day tell."""
        every = [_FATES[self.stands(one)[1]] for one in rounds]
        last = [
            fate for fate, one in zip(every, rounds, strict=True) if one.when == rounds[-1].when
        ]
        if "passed" in last:
            return "passed"
        return "ended" if last[-1] == "open" and "ended" in every else last[-1]


def applications_of(entries: list[Entry], today: date) -> list[Application]:
    """The applications, in the order in which they began; an entry without a role belongs to the only one of its company."""
    roles = {one.company: one.text("role") for one in reversed(entries) if one.text("role")}
    groups: dict[tuple[str, str], list[Entry]] = {}
    for one in entries:
        role = one.text("role") or roles.get(one.company, "")
        groups.setdefault((one.company, role), []).append(one)
    return [Application(tuple(those), today) for those in groups.values()]
