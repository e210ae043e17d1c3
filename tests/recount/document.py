"""The export's answers about a journal, recounted by the second reader."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml
from tests.recount.chances import leading
from tests.recount.courses import Courses
from tests.recount.entries import Entry, Item, entries_of
from tests.recount.feedback import Feedback
from tests.recount.practice import (
    answers,
    best_story,
    commitments,
    effects,
    practise,
    questions,
    stories,
    told,
)
from tests.recount.standing import Application, applications_of
from tests.recount.stretches import comes_back, narrowed, reviews, totals
from tests.recount.themes import Themes, changes, notes_of, shares, sides
from tests.recount.themes import told as themes_told

Told = dict[str, object]
_MARKED = {"questions": "answered", "tried": "helped", "stories": "landed"}
_STANDING = {
    "rejected": "Rejected",
    "accepted": "Accepted",
    "declined": "I declined",
    "withdrawn": "I withdrew",
    "no answer": "No answer",
}


def applied(folder: Path) -> Told:
    """What came of applications; the demonstration notes none that led to no interview."""
    matter = [path.read_text("utf-8").split("\n---", 1)[0] for path in folder.rglob("*.md")]
    assert not [text for text in matter if "\napplied:" in text and "\ndate:" not in text]
    return {"since": None, "led": 0, "alone": 0, "unanswered": 0, "low": 0.0, "high": 1.0}


def recounted(root: Path) -> Told:
    """Everything that is counted, for the project in a folder."""
    text = (root / "mkdocs.yml").read_text("utf-8")
    (options,) = (
        one["afterword"]
        for one in yaml.load(text, Loader=yaml.BaseLoader)["plugins"]
        if isinstance(one, dict)
    )
    today = date.fromisoformat(options["today"])
    folder = root / "journal"
    entries = entries_of(folder)
    themes = Themes(entries, options["themes"])
    applications = applications_of(entries, today)
    courses = Courses(entries, applications, today)
    feedback = Feedback(entries, applications, themes, today)
    slips = sides(entries, themes)
    asked = questions(entries)
    resolves = commitments(entries, themes, today)
    counted = totals(entries, themes, today)
    # So many themes are drawn on the page of reflections.
    months = comes_back(entries, themes, shown=12, span=int(str(counted["months"])))
    return {
        "totals": counted,
        "applied": applied(folder),
        "findings": {
            **slips,
            **feedback.findings,
            "comes_back": leading(months),
            "narrows": courses.narrow,
            "best_story": best_story(entries),
        },
        "changes": changes(entries, themes),
        # So many stand on the practice sheet.
        "answers": answers(asked, sheet=36),
        "effects": effects(resolves),
        "practise": practise(entries, themes, today, slips["carries"]),
        "reviews": reviews(entries, applications, themes, today),
        "narrowed": narrowed(entries, applications, themes, today),
        "interviews": [_interview(one, home) for home in applications for one in home.entries],
        "applications": [_application(one) for one in applications],
        "themes": themes_told(entries, themes),
        "shares": shares(entries),
        "rejections": feedback.rejections,
        "responses": feedback.responses,
        "forecast": courses.forecast,
        "funnel": courses.funnel,
        "waits": courses.waits,
        "resilience": courses.resilience,
        "commitments": resolves,
        "questions": asked,
        "stories": stories(entries),
        "told": told(entries, {one.path: _line_of(folder / one.path, "said:") for one in entries}),
        "problems": [_problem(path, line) for path, line in _hints(entries, folder, today)],
    }


def _line_of(path: Path, beginning: str) -> int:
    lines = path.read_text("utf-8").splitlines()
    return next((at for at, line in enumerate(lines, 1) if line.startswith(beginning)), 0)


def _interview(one: Entry, home: Application) -> Told:
    standing, outcome = home.stands(one)
    return {
        "path": one.path,
        "kind": one.kind,
        "standing": standing,
        "outcome": outcome,
        "days_until": (one.when - home.today).days if standing in {"coming", "today"} else None,
        "written_outcome": one.outcome,
        "confidence": one.confidence,
        "interviewers": [{} for _ in _several(one.facts.get("interviewers"))],
        "references": [{} for _ in _several(one.facts.get("references"))],
        "promised": [
            {"kept": isinstance(each, dict) and "done" in each}
            for each in _several(one.facts.get("promised"))
        ],
        "feeling": int(one.text("feeling")) if one.text("feeling") else None,
        **{section: [_item(section, item) for item in one.of(section)] for section in one.items},
    }


def _several(written: object) -> list[object]:
    return written if isinstance(written, list) else [written] if written else []


def _item(section: str, item: Item) -> Told:
    """An item with its line, and what its mark says in its section."""
    marked = _MARKED.get(section)
    return {
        "line": item.line,
        **({marked: item.mark} if marked else {}),
        **({"done": item.done} if section == "skills" else {}),
    }


def _application(one: Application) -> Told:
    applied = next((day for each in one.entries if (day := each.day("applied"))), None)
    return {
        "id": one.id,
        "outcome": one.outcome,
        "standing": _STANDING.get(one.outcome, "In progress"),
        "live": one.is_open,
        "rounds": len(one.entries),
        "notes": sum(1 for _ in notes_of(list(one.entries))),
        "days_to_first": applied and (one.entries[0].when - applied).days,
        "turn": _their_turn(one),
        "usual_days": {side: _usual(one, side) for side in ("mine", "theirs")},
        "days_until_next": min(
            (days for each in one.entries if (days := (each.when - one.today).days) > 0),
            default=None,
        ),
        "exchanges": [told for each in one.entries if (told := _exchange(one, each))],
    }


def _their_turn(one: Application) -> Told | None:
    """How long they have not spoken where the last round is over; nothing of the demonstration's is mine to answer."""
    last = one.entries[-1]
    if not one.is_open or last.when > one.today:
        return None
    spoken = max([last.heard, *last.days("follow_ups")])
    return {"days": (one.today - spoken).days}


def _usual(one: Application, side: str) -> object:
    """The days of one side that are in the middle, or next below it."""
    told = (_exchange(one, each) or {} for each in one.entries)
    days = sorted(int(str(day)) for each in told if (day := each.get(side)) is not None)
    return days[(len(days) - 1) // 2] if days else None


def _exchange(home: Application, one: Entry) -> Told | None:
    """How many days each side took after a round, and had said."""
    sent = [*one.days("thank_you"), *one.days("follow_ups")]
    days = {
        "mine": min(sent, default=None),
        "theirs": home.answered(one),
        "said": one.day("decision_by"),
    }
    if not any(days.values()):
        return None
    return {"path": one.path, **{side: day and (day - one.when).days for side, day in days.items()}}


def _problem(path: str, line: int) -> Told:
    return {"path": path, "line": line, "column": 1}


def _hints(entries: list[Entry], folder: Path, today: date) -> list[tuple[str, int]]:
    """Where something could be said more fully: no chance though it is over, no why, a list in no section."""
    found = [(one.path, 1) for one in entries if one.confidence is None and one.when <= today]
    found += [
        (one.path, item.line) for one in entries for item in one.of("went_badly") if not item.why
    ]
    for one in entries:
        counted = {item.line for items in one.items.values() for item in items}
        lines = (folder / one.path).read_text("utf-8").splitlines()
        found += [
            (one.path, at)
            for at, line in enumerate(lines, 1)
            if line.startswith("- [") and at not in counted
        ]
    return found
