"""Tables that must agree with each other, with the model, and with what is read, agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from typing import get_type_hints

import pytest
from tests.end_to_end.projects import ROOT

from afterword.analysis.standing import Standing, StandingKind
from afterword.audience.audience import Audience, Profile
from afterword.audience.profiles import seen_by
from afterword.cli.exporting.document import exported_interview
from afterword.kinds import Answered, FeedbackKind, Helped, OutcomeKind, Party, RoundKind
from afterword.model import Interview, Source
from afterword.reading import read_journal
from afterword.reading.matter.facts import Facts
from afterword.vocabulary.fields import FIELDS, Field, Kind
from afterword.vocabulary.languages import (
    ENGLISH,
    WORDS,
    Words,
    common_words,
    languages,
    read_words,
)
from afterword.vocabulary.methods import METHODS
from afterword.vocabulary.sections import (
    AS_KEYS,
    COACHED,
    FACTUAL,
    LISTED,
    SECTIONS,
    TITLES,
    Section,
    items_of,
    with_items,
)
from afterword.vocabulary.spelling import bare
from afterword.vocabulary.wording import MONTHS, OUTCOMES, ROUNDS, WEEKDAYS

VOCABULARY = ROOT / "plugins" / "afterword" / "vocabulary"
FILES = {path.stem: read_words(path.read_text("utf-8")) for path in VOCABULARY.glob("??.txt")}
EXAMPLES = {
    Kind.TEXT: "Northwind",
    Kind.MOMENT: "2026-10-01",
    Kind.DAY: "2026-10-02",
    Kind.DAYS: "2026-10-03",
    Kind.DAY_OR_SPAN: "2026-12-04",
    Kind.DAY_OR_NONE: "2026-12-05",
    Kind.DAY_OR_NEVER: "2026-12-06",
    Kind.DAY_OR_INVITED: "2026-12-07",
    Kind.SENT: "2026-11-13",
    Kind.ROUND: "technical",
    Kind.FORMAT: "video",
    Kind.CHANNEL: "email",
    Kind.OUTCOME: "rejected",
    Kind.PERCENT: "60",
    Kind.FEELING: "4",
    Kind.PEOPLE: "Ada",
    Kind.PROMISES: "Link",
    Kind.REFERENCES: "Dana",
    Kind.ADVOCATES: "Kim",
    Kind.SAID: "{salary: 82 000}",
    Kind.ITEMS: "[calm]",
    Kind.WORDS: "[secret]",
    Kind.YES_NO: "true",
}
# Where the example is what goes without saying.
OTHERWISE = {"publish": "false"}
# Every name in brackets that is not of a kind with others.
ALONE = (
    "shared keys", "foreign keys", "no round", "counted round", "called round", "behind a round", "they said", "title of a person", "of mine", "says how it stands", "comments", "from whom", "whose", "small words", "small words of theirs", "small words of mine", "article", "theirs to give", "is to come", "why", "because", "nothing", "not yet", "no feedback", "never", "no note", "invited",
    "undated", "before a time", "behind a time", "until a day", "beside a day", "last of a month", "no one day", "within", "dated promises",
    "surely promised", "i promise", "they will", "they", "they want", "in touch", "when we meet", "for me", "denial", "note sent", "told things", "mail header", "said as written", "before an outcome", "no outcome", "beside no outcome", "between two days", "more or less", "denied day", "behind an outcome", "to another outcome",
    "taken back", "start of work", "from a day", "somebody else", "towards a round", "doubted status", "rejected status", "on a day", "negation", "asks", "answers", "and", "name particle", "application keys", "application page", "before interview",
    "broad company", "workplace", "whereabouts", "no weekday behind", "talked", "meeting", "told in passing", "same day", "next day", "common headings", "interview", "interview at", "interview told", "other page", "other title", "page type", "template folder", "yes", "no",
    "keys of programs", "how we met", "decided or expected", "post", "department", "before a department", "somebody", "within a post", "time of day", "measure", "decision", "ordinal", "at a company", "no company",
)  # fmt: skip
# What only a language beside English has.
ABROAD = ("day yesterday", "day day before yesterday", "language", "day first", "year first", "written without blanks", "wide colon", "false key", "about", "morning", "afternoon", "within a date", "ends of an infinitive", "themselves", "before a first time", "until a time", "capital nouns", "from the")  # fmt: skip
PARTS = ("what", "by", "done", "who", "name", "role", "email", "told")
NAMED: dict[str, Sequence[str]] = {
    "tracker": ["company", "role", "applied", "outcome", "source", "notes", "decided", "date"],
    "stage": ["going on", "not sent"],
    "thing": ["salary", "notice", "reason for leaving"],
    "key": [field.name for field in FIELDS if field.aliases],
    "section": list(Section),
    "side": [FeedbackKind.PRAISE, FeedbackKind.GAP],
    "outcome": list(OutcomeKind),
    "unclear": ["over", "meeting"],
    "round": [kind for kind in RoundKind if kind is not RoundKind.OTHER],
    "channel": ["email", "phone", "portal", "recruiter"],
    "format": ["phone", "video", "onsite", "take-home"],
    "method": METHODS,
    "answered": list(Answered),
    "helped": list(Helped),
    "party": list(Party),
    "column": ["why", "themes", "answered", "verdict", "by", "done", "who"],
    "day": [
        "today",
        "tomorrow",
        "day after tomorrow",
        "end of week",
        "end of next week",
        "end of month",
    ],
    "count": [*map(str, (1, 2, 3, 4, 5, 6, 7, 10)), "several"],
    "unit": ["days", "weeks", "months", "business days"],
    "month": [name.lower() for name in MONTHS],
    "weekday": [name.lower() for name in WEEKDAYS],
}


def read(front: str = "", body: str = "") -> Interview:
    text = f"---\ncompany: Acme\ndate: 2026-11-12\n{front}\n---\n{body}"
    return read_journal([Source("a.md", text)]).interviews[0]


@pytest.mark.no_cover
@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_every_key_of_the_table_reaches_the_interview(field: Field) -> None:
    """Its line alone makes an interview another one, beside the line itself."""
    value = OTHERWISE.get(field.name, EXAMPLES[field.kind])
    with_it = read(f"{field.name}: {value}")
    names = [one.name for one in fields(Interview) if one.name not in {"front_matter", "body_line"}]
    changed = [name for name in names if getattr(with_it, name) != getattr(read(), name)]
    assert len(changed) == 1


def test_every_kind_of_value_has_its_reader() -> None:
    assert set(Facts().by_kind) == set(Kind) == {field.kind for field in FIELDS}


@pytest.mark.parametrize("section", LISTED)
def test_every_section_of_the_table_reaches_the_interview_by_its_title(section: Section) -> None:
    one = read(body=f"## {TITLES[section]}\n\n- calm\n")
    assert [each for each in LISTED if items_of(one, each)] == [section]


def test_an_interview_has_its_items_in_the_order_of_the_table() -> None:
    one = read(
        body="".join(f"## {TITLES[section]}\n\n- {section}\n\n" for section in reversed(LISTED))
    )
    assert [item.text.replace(" ", "_") for item in one.observations] == list(LISTED)


def test_the_fields_of_the_model_that_hold_items_are_the_sections_of_the_table() -> None:
    kinds = {name: str(kind) for name, kind in get_type_hints(Interview).items()}
    items = ("Observation", "Attempt", "Question", "Story", "Feedback")
    held = [name for name, kind in kinds.items() if any(f".{item}, ..." in kind for item in items)]
    assert held == list(LISTED)


def test_a_section_without_items_has_none() -> None:
    assert items_of(read(body="## Thank-you note\n\nDear R.\n"), Section.THANK_YOU_NOTE) == ()


def test_an_interview_with_no_other_items_is_itself() -> None:
    one = read()
    assert with_items(one, {}) is one


def test_the_sections_that_are_keys_are_the_keys_that_are_lists() -> None:
    keys = [field.name for field in FIELDS if field.kind is Kind.ITEMS]
    assert sorted(keys) == sorted(AS_KEYS)


def test_the_export_has_every_section() -> None:
    assert [
        key
        for key in exported_interview(read(), Standing(kind=StandingKind.WAITING))
        if key in {*Section} - FACTUAL
    ] == [
        *LISTED,
        Section.THANK_YOU_NOTE,
    ]
    assert exported_interview(read(), Standing(kind=StandingKind.WAITING)).keys() >= FACTUAL


def test_a_coach_reads_the_sections_that_the_table_allows_and_no_other() -> None:
    body = "".join(f"## {TITLES[section]}\n\n- calm\n\n" for section in LISTED)
    journal = read_journal([Source("a.md", f"---\ncompany: Acme\ndate: 2026-11-12\n---\n{body}")])
    (seen,) = seen_by(journal, Audience(profile=Profile.COACH), key=b"k").interviews
    assert [section for section in LISTED if items_of(seen, section)] == list(COACHED)


def test_every_section_has_one_row() -> None:
    assert sorted(row.section for row in SECTIONS) == sorted(Section)


def test_every_outcome_and_every_round_can_be_said() -> None:
    assert (set(OUTCOMES), set(ROUNDS)) == (set(OutcomeKind), set(RoundKind))


@pytest.mark.parametrize("kind", NAMED)
def test_english_has_words_for_everything_that_is_read(kind: str) -> None:
    written = [
        name.removeprefix(f"{kind} ") for name in ENGLISH.parts if name.startswith(f"{kind} ")
    ]
    assert sorted(written) == sorted(NAMED[kind])


@pytest.mark.parametrize("language", FILES)
def test_a_language_has_no_part_that_nobody_looks_into(language: str) -> None:
    known = {f"{kind} {name}" for kind, names in NAMED.items() for name in names} | {*ALONE}
    known |= {f"key {field.name}" for field in FIELDS} | {f"part {name}" for name in PARTS}
    if language != "en":
        known |= {*ABROAD, "unclear whose"}
        known |= {f"count {number}" for number in range(1, 11)}
    assert set(FILES[language].parts) - known == set()


@pytest.mark.parametrize("name", [*ALONE, *ABROAD])
def test_every_part_is_looked_into(name: str) -> None:
    modules = (ROOT / "plugins" / "afterword").rglob("*.py")
    assert any(
        f'"{name}"' in path.read_text("utf-8") or f"'{name}'" in path.read_text("utf-8")
        for path in modules
    )


@pytest.mark.parametrize("kind", [*NAMED])
def test_no_word_means_two_things(kind: str) -> None:
    assert meaning_two_things(WORDS, kind) == []


# A phrase about a day may be a month in one place and a weekday in another, and a channel's word be in another's phrase.
@pytest.mark.parametrize("kind", [kind for kind in NAMED if kind not in {"round", "column"}])
@pytest.mark.parametrize("language", FILES)
def test_no_word_means_two_things_in_one_language(language: str, kind: str) -> None:
    assert meaning_two_things(FILES[language], kind) == []


@pytest.mark.parametrize("kind", ["key", "section"])
def test_no_key_and_no_heading_means_two_things_in_two_languages(kind: str) -> None:
    meant: dict[str, set[str]] = {}
    for language in languages().values():
        for word, meaning in language.meanings(kind).items():
            meant.setdefault(word, set()).add(meaning)
    for word, meaning in ENGLISH.meanings(kind).items():
        meant.setdefault(bare(word), set()).add(meaning)
    assert {word: meanings for word, meanings in meant.items() if len(meanings) > 1} == {}


@pytest.mark.parametrize("language", [one for one in FILES if one != "en"])
def test_every_language_says_what_it_is_and_has_words_for_what_entries_cannot_do_without(
    language: str,
) -> None:
    needed = {"language", "key company", "key date", "section went_well", "section went_badly"}
    needed |= {f"month {name.lower()}" for name in MONTHS} | {"outcome rejected", "why"}
    assert needed - set(FILES[language].parts) == set()


def test_every_language_has_words_that_tell_it() -> None:
    names = {one.name for one in languages().values()}
    assert names - set(common_words()) == {"Chinese", "Japanese", "Korean"}


def meaning_two_things(words: Words, kind: str) -> list[str]:
    """The words that stand below two names of a kind."""
    parts = {name: those for name, those in words.parts.items() if name.startswith(f"{kind} ")}
    meant = Counter(word for name in parts for word in Words({name: parts[name]}).spoken(name))
    return [word for word, times in meant.items() if times > 1]


def test_keys_that_other_tools_have_are_keys_of_ours() -> None:
    aliases = {alias for field in FIELDS for alias in field.aliases}
    assert set(WORDS.of("shared keys")) - aliases == set()


def test_every_file_of_words_is_in_the_wheel() -> None:
    """What lies in the package goes into the wheel: nothing keeps it out."""
    kept = {path.stem for path in VOCABULARY.glob("*.txt")}
    assert kept == {"en", *languages(), "everyday"}


@pytest.mark.parametrize("language", FILES)
def test_no_word_is_what_a_merge_left_behind(language: str) -> None:
    words = [word for words in FILES[language].parts.values() for word in words]
    assert [word for word in words if set(word) & set("<>=")] == []
