"""What `log` and `import` write is never a problem of ours: whatever is noted, into an entry of whatever kind, on whatever later day."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.kinds import Severity
from afterword.model import Journal, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.writing.importing.columns import understood
from afterword.writing.importing.plan import plan_of
from afterword.writing.importing.tables import table_in
from afterword.writing.noting.change import noted
from afterword.writing.noting.statements import statement_of

TODAY = date(2026, 11, 20)
LATER = ReadingOptions(today=date(2027, 11, 20))
FRONT = "---\ncompany: Acme\nrole: Cook\ndate: 2026-11-12\n---\n"
# Entries of which nothing is a problem, above all those that hold nothing yet.
ENTRIES = {
    "of facts alone": FRONT,
    "as new leaves it": f"{FRONT}\n## Went well\n- \n\n## Went badly\n- \n    - Why:\n\n## Questions\n- \n",
    "of today": FRONT.replace("11-12", "11-20"),
    "with sections": f"{FRONT}\n## Went well\n- Calm\n\n## Went badly\n- Froze\n",
    "with labels": f"{FRONT}\nWent well:\n- Calm\n\nWent badly:\n- Froze\n",
    "with notes": f"{FRONT}\n## Notes\n\nNice ward.\n",
    "with a comment": f"{FRONT}\n<!-- mine -->\n",
    "with an outcome": FRONT.replace("---\n", "---\noutcome: rejected\ndecided: 2026-11-19\n", 1),
    "with Windows' line ends": FRONT.replace("\n", "\r\n"),
    "German": "---\nFirma: Acme\nDatum: 2026-11-12\nErgebnis: offen\n---\n",
    "without its last line end": FRONT.rstrip(),
}
STATEMENTS = (
    "Nice people, small ward.",
    "They were late, and it rained: all day (again).",
    "Es war nett und ich war nicht nervös.",
    "I like the ward - it is small",
    "+ drew before coding #design",
    "- lost the thread",
    "? what about nights",
    "! ask for the plan first",
    "feedback Gap: depth in streaming",
    "feedback too slow",
    "tried draw first (helped)",
    "takeaway they care about nights",
    "skill dosage",
    "story the night shift",
    "promised send the link by 27 nov",
    "said Salary: 42 000",
    "thanked",
    "thanked yesterday",
    "followed-up",
    "rejected",
    "offer",
    "no-answer",
    "advanced",
    "withdrawn",
    "told Dana",
    "confidence 60",
    "feeling 4",
    "decision-by fri",
)

# What is wrong by itself, and told by log as it writes it.
OF_THE_WRITER = {("of today", "thanked yesterday")}
# What contradicts the entry, and is not written.
REFUSED = {("with an outcome", "no-answer")}


def told(text: str) -> list[str]:
    """What is said of an entry a year later, but for hints."""
    read = read_journal([Source("a.md", text.replace("\r\n", "\n"))], LATER)
    return [one.code for one in read.problems if one.severity is not Severity.HINT]


@pytest.mark.parametrize("entry", ENTRIES)
def test_before_anything_is_noted_nothing_is_wrong(entry: str) -> None:
    assert told(ENTRIES[entry]) == []


@pytest.mark.no_cover
@pytest.mark.parametrize("typed", STATEMENTS)
@pytest.mark.parametrize("entry", ENTRIES)
def test_what_log_writes_is_no_problem(entry: str, typed: str) -> None:
    text = ENTRIES[entry]
    if (entry, typed) in OF_THE_WRITER | REFUSED:
        return
    done = noted("a.md", text, statement_of(typed, TODAY), ReadingOptions(today=TODAY))
    assert (told(done.text), done.warnings) == ([], ())


@pytest.mark.no_cover
@pytest.mark.parametrize("entry", ["of facts alone", "as new leaves it", "German"])
def test_neither_is_all_of_it_together(entry: str) -> None:
    text = ENTRIES[entry]
    for typed in (one for one in STATEMENTS[:16] if entry == "German" or "Es war" not in one):
        done = noted("a.md", text, statement_of(typed, TODAY), ReadingOptions(today=TODAY))
        text = done.text
    assert told(text) == []


def test_sentences_alone_stand_below_a_heading_that_says_what_they_are() -> None:
    text = FRONT
    for typed in ("Nice people, small ward.", "They were late."):
        text = noted("a.md", text, statement_of(typed, TODAY), ReadingOptions(today=TODAY)).text
    assert text == f"{FRONT}\n## Notes\n\nNice people, small ward.\n\nThey were late.\n"


def test_in_another_language_it_is_called_as_there() -> None:
    said = statement_of("Es war nett und ich war nicht nervös.", TODAY)
    done = noted("a.md", FRONT, said, ReadingOptions(today=TODAY), language="German")
    assert "\n## Notizen\n\nEs war nett" in done.text


NOTES = ("nice ward", "nice ward\n\nsmall team", "- calm\n- kind", "## Pros\n- near", "Salary: 42", "| a | b |", "# Head\ntext", "<!-- open", "**Bold**\ntext", "1. one", "> they said so", "Went well: calm")  # fmt: skip
ROWS = {
    "an interview": "2026-11-12,2026-10-01,",
    "an interview of today": "2026-11-20,2026-10-01,",
    "an interview to come": "2026-12-12,2026-10-01,",
    "a rejection": "2026-11-12,2026-10-01,rejected",
    "an application": ",2026-10-01,applied",
    "one that was rejected": ",2026-10-01,rejected",
    "an unknown status": "2026-11-12,2026-10-01,flurb",
}


@pytest.mark.no_cover
@pytest.mark.parametrize("notes", NOTES)
@pytest.mark.parametrize("row", ROWS)
def test_what_import_writes_is_no_problem(row: str, notes: str) -> None:
    cell = notes.replace('"', '""')
    text = f'Company,Interview Date,Applied,Status,Salary,Notes\nAcme,{ROWS[row]},38000,"{cell}"\n'
    options = ReadingOptions(today=TODAY)
    made = plan_of(understood(table_in(text.encode()), None, {}), Journal(), {}, options, TODAY)
    assert [told(new.text) for new in made.new] == [[]]
