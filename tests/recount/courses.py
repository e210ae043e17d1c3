"""How far applications come, how long answers take, how good my forecasts are, and how much goes on at once, counted once more."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from statistics import fmean

from tests.recount.chances import apart, as_far, half_within, leading, tier, wilson
from tests.recount.entries import KINDS, Entry
from tests.recount.standing import Application

Told = dict[str, object]


class Courses:
    """The applications of a journal as they stand on a day."""

    def __init__(self, entries: list[Entry], applications: list[Application], today: date) -> None:
        """Remember whose each entry is."""
        self._entries, self._every, self._today = entries, applications, today
        self._home = {
            one.path: application for application in applications for one in application.entries
        }

    @property
    def funnel(self) -> list[Told]:
        """The stages that were reached."""
        return [self._stage(kind, fates) for kind in KINDS if (fates := self._fates(kind))]

    def _fates(self, kind: str) -> Counter[str]:
        found: Counter[str] = Counter()
        for one in self._every:
            rounds = [each for each in one.entries if each.kind == kind]
            if any(each.when <= self._today for each in rounds):
                found[one.fate(rounds)] += 1
        return found

    @staticmethod
    def _stage(kind: str, fates: Counter[str]) -> Told:
        decided = fates["passed"] + fates["ended"]
        low, high = wilson(fates["passed"], decided)
        counts = {
            fate: fates[fate] for fate in ("passed", "ended", "open", "withdrawn", "cancelled")
        }
        share = fates["passed"] / decided if decided else None
        return {
            "kind": kind, "reached": fates.total(), "low": low, "high": high, **counts, "decided": decided, "share": share,
        }  # fmt: skip

    @property
    def narrow(self) -> Told | None:
        """The stage at which applications end most."""
        fates = {kind: self._fates(kind) for kind in KINDS}
        return leading(
            {kind: (one["ended"], one["passed"] + one["ended"]) for kind, one in fates.items()}
        )

    def _wait(self, one: Entry) -> tuple[str, int] | None:
        """How the wait after an interview ended or stands, and its days."""
        home = self._home[one.path]
        stands, outcome = home.stands(one)
        if answered := home.answered(one):
            return "answered", (answered - one.when).days
        decided = one.day("decided")
        if outcome == "withdrawn" and decided:
            return "ended_by_me", (decided - one.when).days
        if outcome == "no answer":
            return "unanswered", ((decided or self._today) - one.when).days
        if stands == "waiting":
            return "open", (self._today - one.when).days
        return None

    @property
    def waits(self) -> list[Told]:
        """How long answers take, by the kind of round."""
        return [one for kind in KINDS if (one := self._waits_after(kind))]

    def _waits_after(self, kind: str) -> Told | None:
        rounds = [one for one in self._entries if one.kind == kind]
        waits = [wait for one in rounds if (wait := self._wait(one))]
        said = [(day - one.when).days for one in rounds if (day := one.day("decision_by"))]
        ends = Counter(how for how, _ in waits)
        counts = {how: ends[how] for how in ("answered", "open", "unanswered", "ended_by_me")}
        late = [self._is_late(one) for one in rounds]
        return {
            "kind": kind,
            "said": len(said),
            **counts,
            "on_time": late.count(False),
            "late": late.count(True),
            "median": half_within((days, how == "answered") for how, days in waits),
            "median_said": half_within((days, True) for days in said),
        } if waits or said else None  # fmt: skip

    def _is_late(self, one: Entry) -> bool | None:
        by, wait = one.day("decision_by"), self._wait(one)
        if not by or not wait:
            return None
        is_late = wait[1] > (by - one.when).days
        return is_late if is_late or wait[0] == "answered" else None

    @property
    def _lasted(self) -> list[tuple[int, bool]]:
        return [
            (wait[1], wait[0] == "answered") for one in self._entries if (wait := self._wait(one))
        ]

    @property
    def forecast(self) -> Told:
        """My forecasts beside what happened."""
        fates = {one.path: self._home[one.path].fate([one]) for one in self._entries}
        given = [one for one in self._entries if one.confidence is not None]
        known = [one for one in given if fates[one.path] in {"passed", "ended"}]
        happened = {one.path: fates[one.path] == "passed" for one in known}
        pairs = {one.path: (one.confidence or 0, happened[one.path]) for one in known}
        by_kind = {kind: [pairs[one.path] for one in known if one.kind == kind] for kind in KINDS}
        came = Counter(fates[one.path] for one in given)
        return {
            **_scores(list(pairs.values())),
            "by_kind": {kind: self._of_kind(those) for kind, those in by_kind.items() if those},
            "bins": [self._bin(low, list(pairs.values())) for low in range(0, 100, 20)],
            "enough": len(known) >= 3,
            "half_brier": 0.25,
            "known_brier": self._known_brier(known, fates),
            "chance": self._joint(by_kind),
            "lean": self._lean(by_kind),
            "rests_on_silence": False,
            "silent": sum(self._home[one.path].stands(one)[1] == "no answer" for one in known),
            "open": came["open"],
            "withdrawn": came["withdrawn"],
            "cancelled": came["cancelled"],
        }

    @staticmethod
    def _joint(by_kind: dict[str, list[tuple[int, bool]]]) -> float:
        groups = [
            ([said for said, _ in those], sum(came for _, came in those))
            for those in by_kind.values()
        ]
        known = [one for one in groups if one[0]]
        as_written = apart(known, Fraction(1, 200))
        return as_written if as_written <= 0.05 else apart(known, Fraction(1, 40))

    def _lean(self, by_kind: dict[str, list[tuple[int, bool]]]) -> str | None:
        """On which side all of them lie, if they do together; the demonstration's lie apart clearly, kind by kind."""
        assert tier(self._joint(by_kind)) == "clear"
        every = [one for those in by_kind.values() for one in those]
        far = as_far([said for said, _ in every], sum(came for _, came in every)) <= 0.05
        return self._side(every) if far else None

    @staticmethod
    def _side(those: list[tuple[int, bool]]) -> str:
        return (
            "over"
            if sum(said for said, _ in those) > 100 * sum(came for _, came in those)
            else "under"
        )

    def _of_kind(self, those: list[tuple[int, bool]]) -> Told:
        chance = as_far([said for said, _ in those], sum(came for _, came in those))
        scores = _scores(those)
        lean = self._side(those) if len(those) >= 3 and chance <= 0.05 else None
        return {
            "n": scores["n"], "said": fmean(said for said, _ in those) / 100, "happened": scores["base_rate"],
            "brier": scores["brier"], "chance": chance, "lean": lean,
        }  # fmt: skip

    @staticmethod
    def _bin(low: int, every: list[tuple[int, bool]]) -> Told:
        those = [one for one in every if low <= one[0] < low + 20 or low + 20 == one[0] == 100]
        went = [came for _, came in those]
        told: Told = {
            "low": low / 100,
            "high": (low + 20) / 100,
            "n": len(those),
            "said": None,
            "happened": None,
            "interval": dict(zip(("low", "high"), wilson(sum(went), len(went)), strict=True)),
        }
        if those:
            told |= {
                "said": fmean(said for said, _ in those) / 100,
                "happened": fmean(came for _, came in those),
            }
        return told

    def _known_brier(self, known: list[Entry], fates: dict[str, str]) -> float:
        """The score of who says each time what share had gone on by then, by Laplace's rule."""
        heard = []
        for one in self._entries:
            home = self._home[one.path]
            if fates[one.path] in {"passed", "ended"}:
                day = home.answered(one) or home.next_day(one) or self._told_on(one)
                heard.append((max(day, one.when), fates[one.path] == "passed"))
        scores = []
        for one in known:
            before = [went_on for day, went_on in heard if day < one.when]
            rate = (sum(before) + 1) / (len(before) + 2)
            scores.append((rate - (fates[one.path] == "passed")) ** 2)
        return fmean(scores)

    @staticmethod
    def _told_on(one: Entry) -> date:
        """The day on which its end is known: the one written, else that of the last thing I sent."""
        sent = (
            [*one.days("thank_you"), *one.days("follow_ups")] if one.outcome == "no answer" else []
        )
        return one.day("decided") or max([one.when, *sent])

    @property
    def resilience(self) -> Told:
        """What is in progress week by week, and how long they were silent."""
        monday = min(one.begun for one in self._every)
        monday -= timedelta(days=monday.weekday())
        weeks: list[tuple[date, int, int]] = []
        while monday <= self._today:
            these = [
                one
                for one in self._every
                if one.begun < monday + timedelta(weeks=1) and self._last(one) >= monday
            ]
            is_now = self._today - monday < timedelta(weeks=1)
            weeks.append(
                (monday, sum(one.is_open for one in these) if is_now else len(these), len(these))
            )
            monday += timedelta(weeks=1)
        lengths = [
            next((at for at, most in enumerate((7, 14, 28)) if days <= most), 3)
            for days, _ in self._lasted
        ]
        feelings = [int(one.text("feeling")) for one in self._entries if one.text("feeling")]
        return {
            "weeks": [{"week": first.isoformat(), "live": live} for first, live, _ in weeks],
            "rests": _rests([(first, bool(every)) for first, _, every in weeks]),
            "weeks_without": sum(not every for *_, every in weeks),
            "most": max(live for _, live, _ in weeks),
            "silences": [lengths.count(at) for at in range(4)],
            "median": half_within(self._lasted),
            "weeks_since_begun": (self._today - max(one.begun for one in self._every)).days // 7,
            "felt_in": len(feelings),
            "felt": {str(level): feelings.count(level) for level in range(1, 6)},
        }

    def _last(self, one: Application) -> date:
        return self._today if one.is_open else one.ended


def _scores(those: list[tuple[int, bool]]) -> Told:
    return {
        "n": len(those),
        "brier": fmean((said / 100 - came) ** 2 for said, came in those),
        "base_rate": fmean(came for _, came in those),
        "said": fmean(said for said, _ in those) / 100,
    }


def _rests(weeks: list[tuple[date, bool]]) -> list[Told]:
    """The weeks in a row without anything, by the first of them."""
    runs = (
        [first for first, _ in run]
        for busy, run in groupby(weeks, key=lambda one: one[1])
        if not busy
    )
    return [{"week": run[0].isoformat(), "weeks": len(run)} for run in runs]
