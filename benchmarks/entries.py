"""Makes a journal of any size, the same for the same seed: what the benchmarks read.

Run `python benchmarks/entries.py FOLDER --entries 1000` to look at one.
"""

from __future__ import annotations

import argparse
import random
from datetime import date, timedelta
from pathlib import Path

COMPANY_STARTS = [
    "Alder",
    "Brook",
    "Cinder",
    "Dapple",
    "Ember",
    "Fennel",
    "Gable",
    "Harrow",
    "Ivory",
    "Juniper",
    "Kestrel",
    "Larch",
    "Marl",
    "Nettle",
    "Osprey",
    "Pewter",
    "Quill",
    "Rowan",
    "Sable",
    "Thistle",
    "Umber",
    "Vesper",
    "Willow",
    "Yarrow",
    "Zephyr",
]
COMPANY_ENDS = [
    "Works",
    "Labs",
    "Freight",
    "Health",
    "Maps",
    "Energy",
    "Pay",
    "Cloud",
    "Robotics",
    "Media",
]
ROLES = (
    "Backend Engineer",
    "Senior Backend Engineer",
    "Platform Engineer",
    "Data Engineer",
    "Site Reliability Engineer",
)
ROUNDS = (
    "Phone screen",
    "Technical",
    "Take-home review",
    "System design",
    "Behavioural",
    "Hiring manager",
    "Final",
)
OUTCOMES = (
    "advanced",
    "advanced",
    "advanced",
    "rejected",
    "rejected",
    "no answer",
    "withdrawn",
    "offer",
)
THEMES = [
    "system-design",
    "estimation",
    "live-coding",
    "kafka",
    "pace",
    "communication",
    "behavioural-stories",
    "salary-talk",
    "testing",
    "databases",
    "incident-response",
    "domain-knowledge",
    "questions-i-asked",
    "energy",
]
PEOPLE = (
    "R. Lindgrove",
    "Sam Odunayo",
    "Ines Calderwood",
    "T. Mbekwa",
    "Yuki Harada-Smythe",
    "Pavel Dvoracek-Hill",
)
VERBS = [
    "drew",
    "explained",
    "skipped",
    "rushed",
    "named",
    "traced",
    "measured",
    "guessed",
    "repeated",
    "opened",
    "closed",
    "compared",
]
NOUNS = [
    "the data flow",
    "the queue",
    "the retry budget",
    "the schema",
    "an index",
    "the failure mode",
    "the rollout",
    "my own example",
    "the trade-off",
    "the first test",
    "the whiteboard",
    "a number",
]
TAILS = [
    "before writing any code",
    "after they asked twice",
    "without saying why",
    "in plain words",
    "as if I had done it daily",
    "while the clock ran",
    "and they nodded",
    "though nobody had asked",
    "and lost the thread",
    "with a sketch beside it",
]
FIRST_DAY = date(2020, 1, 6)


def write_journal(folder: Path, *, entries: int, seed: int = 1) -> None:
    """Write this many entries of 2 to 4 KB below `folder`, one folder a year."""
    chance = random.Random(seed)
    for number in range(entries):
        day = FIRST_DAY + timedelta(days=(number * 2200) // max(entries, 1))
        path = folder / str(day.year) / f"{day.isoformat()}-{number:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(entry(chance, number, day), encoding="utf-8")


def entry(chance: random.Random, number: int, day: date) -> str:
    """One entry: front matter, prose, every section, a link to the web and one to a page beside it."""
    application = number // 3
    company = f"{COMPANY_STARTS[application % 25]} {COMPANY_ENDS[application // 25 % 10]} {application // 250 + 1}"
    parts = [
        _front_matter(chance, number, company, day),
        _prose(chance, 3),
        _section(chance, "Went well", 4),
        _section(chance, "Went badly", 3),
        "## Do differently\n",
        *(f"- {_remark(chance)} #{chance.choice(THEMES)}" for _ in range(2)),
        "\n## Take-aways\n",
        f"- {_remark(chance)}; see [their writing](https://example.org/{number})",
        "\n## Questions\n",
        *(
            f"- How would you have {_remark(chance)}? #{chance.choice(THEMES)} (ok)"
            for _ in range(3)
        ),
        "\n## Thank-you note\n",
        f"Dear {chance.choice(PEOPLE)}, {_prose(chance, 4)}",
        "## Feedback\n",
        f'- Gap: "You {_remark(chance)}" #{chance.choice(THEMES)}',
        f'- Praise: "You {_remark(chance)}" #{chance.choice(THEMES)}',
    ]
    return "\n".join(parts) + "\n"


def _front_matter(chance: random.Random, number: int, company: str, day: date) -> str:
    decided = day + timedelta(days=chance.randint(2, 20))
    return "\n".join(
        (
            "---",
            f"company: {company}",
            f"role: {ROLES[number // 3 % len(ROLES)]}",
            f"date: {day.isoformat()}",
            f"round: {chance.choice(ROUNDS)}",
            f"interviewers: [{', '.join(chance.sample(PEOPLE, 2))}]",
            f"confidence: {chance.randint(2, 9) * 10}",
            f"thank_you: {(day + timedelta(days=1)).isoformat()}",
            f"outcome: {chance.choice(OUTCOMES)}",
            f"decided: {decided.isoformat()}",
            "---\n",
        )
    )


def _prose(chance: random.Random, sentences: int) -> str:
    return " ".join(f"{_remark(chance).capitalize()}." for _ in range(sentences)) + "\n"


def _section(chance: random.Random, heading: str, items: int) -> str:
    lines = [f"## {heading}\n"]
    for _ in range(items):
        lines.append(f"- {_remark(chance).capitalize()} #{chance.choice(THEMES)}")
        lines.append(f"    - Why: I {_remark(chance)}")
    return "\n".join(lines) + "\n"


def _remark(chance: random.Random) -> str:
    return f"{chance.choice(VERBS)} {chance.choice(NOUNS)} {chance.choice(TAILS)}"


def main() -> None:
    """Write a journal into the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    wish = parser.parse_args()
    write_journal(wish.folder, entries=wish.entries, seed=wish.seed)


if __name__ == "__main__":
    main()
