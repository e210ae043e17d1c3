"""What the text below the front matter says."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any

import markdown
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.end_to_end.projects import ROOT

from afterword.kinds import Answered, FeedbackKind, Helped
from afterword.model import Feedback, Interview, Observation, When
from afterword.reading import ReadingOptions, read_journal
from afterword.reading.body.body import BodyReader
from afterword.reading.body.headings import HEADINGS
from afterword.reading.body.mend import mend
from afterword.reading.interview import Known, interview_of
from afterword.reading.marks import MARK
from afterword.reading.matter.facts import Facts
from afterword.reading.matter.front_matter import FrontMatter
from afterword.reading.problems import FileProblems
from afterword.reading.source import decode, read_source
from afterword.vocabulary.spelling import spoken

READER = BodyReader()
KNOWN = Known("a.md", "Acme", When(day=date(2026, 11, 12)))


def body(text: str) -> Interview:
    """An interview of which there is nothing but what stands below its front matter, from the file's first line on."""
    matter = FrontMatter(raw=None, pairs=(), body=text, body_line=1)
    problems = FileProblems("a.md", [])
    return interview_of(KNOWN, matter, Facts(), READER.read(text), problems)


def well(text: str) -> list[str]:
    return [item.text for item in body(f"## Went well\n\n{text}").went_well]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- a\n- b", ["a", "b"]),
        ("1. a\n2. b", ["a", "b"]),
        ("1) a\n2) b", ["a", "b"]),
        ("- [ ] a\n- [x] b", ["a", "b"]),
        ("- a\n\n- b\n\n    more of b", ["a", "b"]),
        ("a\n\nb\nstill b", ["a", "b still b"]),
        ("- a\n  - nested\n- b", ["a", "b"]),
        ("- a\n    - Why: x\n      still why", ["a"]),
        ("> quoted", ["quoted"]),
        ("- \n- a\n-", ["a"]),
        ("- n/a", []),
        ("none", []),
        ("- **bold** and `code` and [link](https://example.org)", ["bold and code and link"]),
        ("- a &amp; b <i>c</i>", ["a & b <i>c</i>"]),
        ("- a #one-two b", ["a one two b"]),
        ("- C#, `#define`, https://example.org/#x, no #5", ["C#, #define, https://example.org/#x, no #5"]),
        ("- ```\n  code\n  ```\n- a", ["code", "a"]),
        ("```\n- code\n```\n\n- a", ["a"]),
        ("- a\n\n```\n- code\n```\n\n- b", ["a", "b"]),
        ("- a\n---\n- b", ["a", "b"]),
        ("text before\n- a\n- b", ["a", "b"]),
        ("2024 was good\n2. not an item", ["2024 was good 2. not an item"]),
        ("| # | what | why |\n|---|---|---|\n| 1 | a | x |\n| 2 | | |", ["a"]),
        ("what | theme\n--- | ---\na | design, sql\n`b|c` | x", ["a", "b|c"]),
        ("| what |\n|---|\n| |", []),
        ("- #kafka", ["kafka"]),
        ("#kafka went well", ["kafka went well"]),
        ("- a <!-- not said -->", ["a"]),
        ("- `<!-- kept -->`", ["<!-- kept -->"]),
        ("  - a\n  - b", ["a", "b"]),
        ("- a\nlazy\n- b", ["a lazy", "b"]),
        ("- a\n\n  ## Coding\n- b", ["a", "b"]),
        ("-     far\n- b", ["far", "b"]),
        ("-\ta\n\t-\tWhy: x\n-\tb", ["a", "b"]),
        ("<!-- open to the end\n- a", []),
        ("• a\n•\tb\n·c", ["a", "b", "c"]),
        ("— a\n— b", ["a", "b"]),
        ("a quote\n— R. L.", ["a quote — R. L."]),
        ("•", []),
        ("• (a)\n•(b)", ["(a) •(b)"]),
        ("- {{what}}\n- <% tp.x %>\n- {{a}} b", ["{{a}} b"]),
        ("~~~ text of theirs\n- code\n~~~~\n\n- a", ["a"]),
        ("```\n- a", ["a"]),
        ("> [!note] Aside\n> - a\n\n- b", ["a", "b"]),
        ("> [!tip] Pros\n> - a\n\n> [!todo] Bring\n> - b\n>\n> - c", ["a"]),
        ("!!! tip \"Pros\"\n    - a\n\n!!! todo \"Bring\"\n    - b", ["a"]),
        ("> [!tip] Pros\n> - a\n> - b\nc\n\n  d", ["a", "b c"]),
        ("\n".join("  " * depth + f"- {depth}" for depth in range(400)), ["0"]),
    ],
)  # fmt: skip
def test_items_are_read_as_the_page_shows_them(text: str, items: list[str]) -> None:
    assert well(text) == items


@pytest.mark.parametrize(
    ("text", "why", "notes"),
    [
        ("- a\n    - Why: x", "x", ()),
        ("- a\n  - because I was tired", "I was tired", ()),
        ("- a\n  Why: x", "x", ()),
        ("- a\n    - Why? x", "x", ()),
        ("- a\n    - **Why?** x", "x", ()),
        ("- a\n    - Why?", None, ("Why?",)),
        ("- a\n\n    Why: x", "x", ()),
        ("- a\n    - **Why:** x\n    - more", "x", ("more",)),
        ("- a\n    - Why: x\n    - Why: y", "x y", ()),
        ("- a\n    - Why:", None, ()),
        ("- a\n    - one\n        - two", None, ("one", "two")),
        ("- a\n    - one\n    - ![](a.png)\n    - two", None, ("one", "two")),
        ("- a\n\n    | t |\n    |---|\n    | u |", None, ("u",)),
        ("a\n\nWhy: x", "x", ()),
        ("Why: x", None, ()),
        ("| what | why | else |\n|---|---|---|\n| a | x | z |", "x", ("z",)),
    ],
)
def test_a_why_belongs_to_its_item(text: str, why: str | None, notes: tuple[str, ...]) -> None:
    (item,) = body(f"## Went well\n\n{text}").went_well
    assert (item.why, item.notes) == (why, notes)


@pytest.mark.parametrize(
    ("text", "well", "badly", "rest"),
    [
        ("**Pros:** calm\n\n**Cons:** late\n\nThen lunch.", 1, 1, 0),
        ("Went well: calm\nWent badly: late", 1, 1, 0),
        ("**Pros:**\n- a\n**Logistics**\n- parking\n", 1, 0, 0),
        ("## Pros\n\n**Coding**\n\n- a\n\n## Other\n\n- b", 1, 0, 0),
        ("## Pros\n### Coding\n- a\n### Cons\n- b\n### Design\n- c\n# End\n- d", 1, 1, 0),
        ("## Feedback\n\n### Strengths\n- a\n\n### Gaps\n- b\n\n### More\n- c\n\n## Pros\n- d", 1, 0, 3),
        ("## Feedback\n\nPositive: a\n\n## Cons\n- b", 0, 1, 1),
        ("## Feedback\n\nPraise: a\nGap: b\n**Gap:** c", 0, 0, 3),
        ("## What went well / badly\n\n+ a\n- b", 1, 1, 0),
        ("## Pros and cons\n\n- **+** no mark\n", 0, 0, 0),
        ("## +/-\n\n+ a\n- b\n- n/a\n\n| Pros | Cons |\n|---|---|\n| c | d |", 2, 2, 0),
        ("| Pros | Cons |\n|---|---|\n| a |\n", 1, 0, 0),
        ("| Pros | Price |\n|---|---|\n| a | 5 |\n", 1, 0, 0),
        ("- Pros\n    - a\n- Cons: b\n- plain\n", 1, 1, 0),
        ("- Pros\n- Cons\n", 0, 0, 0),
        ("1. What went well\n\n- a", 0, 0, 0),
        ("## 1. What went well (mostly)\n\n- a\n\n## Acme – what went wrong\n\n- b", 1, 1, 0),
        ("## Round 1: Pros\n- a", 1, 0, 0),
        ("#Pros\n- a", 1, 0, 0),
        ("## Feedback\n\nStrength: a\nWeakness: b\nMissing: c", 0, 0, 3),
    ],
)  # fmt: skip
def test_sections_begin_and_end_where_a_reader_would_say(
    text: str, well: int, badly: int, rest: int
) -> None:
    found = body(text)
    assert (len(found.went_well), len(found.went_badly), len(found.feedback)) == (well, badly, rest)


def test_headings_inside_their_feedback_say_its_side() -> None:
    found = body(
        "## Feedback\n\n### Strengths\n\n- a\n\n### Gaps\n\n- b\n\n### Praise\n\nc\n\nWhy: d"
    ).feedback
    assert [(item.text, item.kind) for item in found] == [
        ("a", "praise"),
        ("b", "gap"),
        ("c", "praise"),
    ]


@pytest.mark.parametrize(
    ("written", "text", "kind"),
    [
        ('Praise: "Calm" #pace', "Calm", FeedbackKind.PRAISE),
        ("**Gap:** “too fast”.", "too fast", FeedbackKind.GAP),
        ("Weakness – slow", "slow", FeedbackKind.GAP),
        ("gap - slow", "slow", FeedbackKind.GAP),
        ("Pro-active", "Pro-active", FeedbackKind.UNMARKED),
        ('"Two" and "three"', '"Two" and "three"', FeedbackKind.UNMARKED),
        ("'One of us said 'no''", "'One of us said 'no''", FeedbackKind.UNMARKED),
    ],
)
def test_feedback_says_its_side_and_loses_its_quotes(
    written: str, text: str, kind: FeedbackKind
) -> None:
    assert body(f"## Feedback\n\n- {written}").feedback[0] == Feedback(
        text=text, line=3, kind=kind, themes=("pace",) if "#pace" in written else ()
    )


@pytest.mark.parametrize(
    ("written", "answered"),
    [
        ("Why? (well)", Answered.WELL),
        ("Why? #sql (badly)", Answered.BADLY),
        ("Why? (ok) #sql", Answered.OK),
        ("Why? (Well!)", Answered.WELL),
        ("Why (really)?", None),
        ("Why? (maybe)", None),
    ],
)
def test_a_question_says_how_it_was_answered(written: str, answered: Answered | None) -> None:
    (item,) = body(f"## Questions\n\n- {written}").questions
    assert item.answered is answered


def test_a_long_stretch_of_blanks_is_read_in_one_go() -> None:
    """Looking anew from each blank would take the better part of an hour."""
    (item,) = body(f"## Went well\n\n- a{' ' * 400_000}b #kafka\n").went_well
    assert (item.text, item.themes) == ("a b", ("kafka",))


def test_questions_may_be_headings_with_their_answers_below() -> None:
    text = "## Questions\n\nFrom the second round.\n\n### Why us?\n\nI said so.\n\n- and so\n\n### Why now?\n\n```\ncode\n```\n"
    assert [(item.text, item.notes) for item in body(text).questions] == [
        ("Why us?", ("I said so.", "and so")),
        ("Why now?", ()),
    ]


def test_a_table_of_questions_may_have_a_column_for_the_answer() -> None:
    found = body("## Questions\n\n| Question | Answered |\n|---|---|\n| Why? | badly |\n").questions
    assert [(item.text, item.answered) for item in found] == [("Why?", Answered.BADLY)]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            "## Thank-you note\n\nDear R.,\n\nthank you.\n\n- one\n\n## Next time\n\n- x",
            "Dear R.,\n\nthank you.\n\n- one",
        ),
        ("## Thank you\n\n```\nDear R.\n```\n", "Dear R."),
        (
            "Thank-you note\n---\n\nDear R.\n\n**What went well:** all of it.\n",
            "Dear R.\n\n**What went well:** all of it.",
        ),
        ("**Thank-you note:** Dear R.", "Dear R."),
        ("## Thank-you note\n\n- a list\n", "- a list"),
        ("## Thank-you note\n\nn/a\n", None),
        ("## Thank-you note\n", None),
        ("## Thank-you note\n\nDear R.\n\n### Cons\n\n- x", "Dear R."),
        (
            "## Thank-you note\n\nDear R.\n\n### About you\n\nText.",
            "Dear R.\n\n### About you\n\nText.",
        ),
    ],
)
def test_the_note_is_kept_as_written(text: str, note: str | None) -> None:
    assert body(text).thank_you_note == note


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("[TOC]\n\nFriendly.\n\n## Went well", "Friendly."),
        ("Friendly, fast.\n\nMore.\n\n## Pros\n", "Friendly, fast."),
        ("## Pros\n\n- a\n", ""),
        ("- a list\n", ""),
        ("One. Two. " + "Three " * 40 + ".", "One. Two."),
        ("word " * 60, ("word " * 32).strip() + " …"),
        ("## Pros\n\n- a\n\n## Other\n\nText.", ""),
        ("", ""),
    ],
)
def test_the_summary_is_the_first_prose_above_the_sections(text: str, summary: str) -> None:
    assert body(text).summary == summary


def interview(*texts: str, synonyms: dict[str, tuple[str, ...]] | None = None) -> Interview:
    """The last of these interviews."""
    sources = (
        decode(f"---\ncompany: Acme\ndate: 2026-11-{at:02}\n---\n{text}".encode(), f"{at}.md")
        for at, text in enumerate(texts, 1)
    )
    return read_journal(sources, ReadingOptions(synonyms=synonyms or {})).interviews[-1]


def test_themes_are_one_in_any_spelling_and_by_their_synonyms() -> None:
    text = "## Went well\n\n- a #System_Design #system-design\n- b #Streaming\n- groups of consumers\n- consumer group\n"
    one = interview(text, synonyms={"Apache Kafka": ("streaming", "consumer groups"), "...": ()})
    assert [item.all_themes for item in one.went_well] == [
        ("system-design",),
        ("apache-kafka",),
        (),
        ("apache-kafka",),
    ]
    assert [item.inferred_themes for item in one.went_well][-1] == ("apache-kafka",)


def test_a_theme_has_a_name_for_people() -> None:
    text = "---\ncompany: A\ndate: 2026-11-12\n---\n## Pros\n\n- a #sql #ci-cd #what-i-said\n"
    names = read_journal(
        [decode(text.encode(), "a.md")], ReadingOptions(synonyms={"OpenAPI": ()})
    ).theme_names
    assert names == {
        "sql": "SQL",
        "ci-cd": "CI CD",
        "what-i-said": "What I said",
        "openapi": "OpenAPI",
    }


@pytest.mark.parametrize(
    ("resolved", "tried", "found"),
    [
        ("Draw before coding", "draw before coding!", True),
        ("Draw before coding, always", "Draw before coding", True),
        ("Draw before coding", "Draw before coding and say so", True),
        ("Draw before coding", "Draw", False),
        ("Draw before coding", "Sing before coding", False),
    ],
)
def test_what_was_tried_names_what_was_resolved(resolved: str, tried: str, found: bool) -> None:
    one = interview(f"## Next time\n\n- {resolved}\n", f"## Tried\n\n- {tried} (helped)\n")
    assert (one.tried[0].helped, one.tried[0].commitment) == (
        Helped.HELPED,
        ("1.md", 7) if found else None,
    )


def test_a_beginning_that_two_share_names_neither() -> None:
    one = interview("## Next time\n\n- Draw it first\n- Draw it last\n", "## Tried\n\n- Draw it\n")
    assert one.tried[0].commitment is None


def test_what_was_resolved_twice_is_the_later_one() -> None:
    one = interview(
        "## Next time\n\n- Draw it\n", "## Next time\n\n- Draw it\n", "## Tried\n\n- Draw it\n"
    )
    assert one.tried[0].commitment == ("2.md", 7)


@pytest.mark.parametrize(
    "words", ["", "**", "Logistics", "What went", "🎉", "Why we went well with cheese"]
)
def test_other_headings_open_nothing(words: str) -> None:
    assert HEADINGS.section_of(words) is None


@pytest.mark.parametrize("name", ["no such file", "long" * 1000, "tests"])
def test_a_file_that_cannot_be_opened_is_a_problem(name: str) -> None:
    journal = read_journal([read_source(ROOT / name, "gone.md")])
    assert [(one.path, one.code) for one in journal.problems] == [("gone.md", "not-opened")]


LINES = st.sampled_from(
    [
        "## Went well",
        "## Cons",
        "## Other",
        "**Pros:**",
        "Went badly:",
        "Pros: calm",
        "- a",
        "- b #x",
        "  - nested",
        "    - Why: x",
        "1. one",
        "2) two",
        "text",
        "  more",
        "> quote",
        "",
        " a ",
        " b ",
        "",
        "",
        "",
        "---",
        "---",
        "",
        "+ plus",
        "---",
        "===",
        "```",
        "<!-- hm",
        "-->",
        "- [ ] box",
        "\t- tab",
        "#kafka",
        "- #kafka",
        "n/a",
        "~~~",
        "``` a b",
        "````",
        "• dot",
        "– dash",
        "> [!tip] Cons",
        "> [!tip]",
        "> - boxed",
        '!!! note "Pros"',
        "    indented",
        "  ## Cons",
        "Gap: slow",
        "| a | b |",
        "|---|---|",
        "",
    ]
)
BODIES = st.lists(LINES, max_size=14).map("\n".join)


def spoken_beside(html: str, line: int, count: int, *, before: bool) -> list[str]:
    """So many words of the page before or after the mark of a line."""
    found = next(found for found in MARK.finditer(html) if found[1] == str(line))
    shown = html[: found.start()] if before else html[found.end() :]
    words = spoken(unescape(re.sub(r"<[^>]+>", " ", shown))).split()
    return words[-count:] if before else words[:count]


@given(st.one_of(BODIES, st.text(max_size=120)))
@settings(max_examples=300, deadline=None)
def test_every_item_counted_stands_once_on_the_page_where_it_is_told_to(text: str) -> None:
    found = body(text)
    items = [item for items in (found.went_well, found.went_badly) for item in items]
    html = markdown.markdown(found.body, extensions=["toc", "tables", "fenced_code"])
    marks = [int(number) for number in MARK.findall(html)]
    assert {item.line for item in items} <= set(marks)
    assert len(marks) == len(set(marks))
    lines = text.split("\n")
    for item in items:
        line, words = lines[item.line - 1], spoken(item.text).split()
        if not words or not spoken(line):
            continue
        assert words[0] in spoken(line).split()
        # In a row the mark stands behind the first bar, else at the line's end.
        before = not line.lstrip().startswith("|")
        assert words[0] in spoken_beside(html, item.line, len(spoken(line).split()), before=before)


@given(BODIES)
@settings(max_examples=300, deadline=None)
def test_mending_what_is_mended_changes_nothing_that_is_read(text: str) -> None:
    mended = mend(text)
    # Where such a box ends, its lines no longer say.
    assume(not mended.sections)
    once = body(text)
    twice = body("\n".join(mended.lines))
    assert said(twice.went_well) == said(once.went_well)
    assert said(twice.went_badly) == said(once.went_badly)


def said(items: tuple[Observation, ...]) -> list[tuple[object, ...]]:
    return [(item.text, item.why, item.notes, item.themes) for item in items]


WORDS = st.lists(
    st.sampled_from(["calm", "naïve", "drew", "über", "slow", "x1", "said", "it"]),
    min_size=1,
    max_size=5,
).map(" ".join)
NOTED = st.tuples(WORDS, st.none() | WORDS, st.none() | st.sampled_from(["kafka", "pace"]))
WRITTEN = st.fixed_dictionaries(
    {
        "well": st.lists(NOTED, min_size=1, max_size=4),
        "badly": st.lists(NOTED, min_size=1, max_size=4),
        "heading": st.sampled_from(
            ["## {}", "###### {} ##", " # {}", "**{}**", "__{}:__", "{}:", "{}\n---", "{}\n=====", "## 🎉 {}", "## *{}*", "> [!note] {}"]
        ),
        "bullet": st.sampled_from(["- ", "* ", "+ ", "1. ", "1) ", "-   ", "-\t", "• ", "◦\t", "- [ ] ", "1. [x] "]),
        "deeper": st.sampled_from(["  ", "   ", "    ", "\t", "      "]),
        "why": st.sampled_from(["- Why: {}", "* **Why:** {}", "+ because {}", "Why: {}", "- why – {}"]),
        "blank": st.booleans(),
        "gap": st.booleans(),
        "end": st.sampled_from(["\n", "\r\n", "\r"]),
    }
)  # fmt: skip


def written(how: dict[str, Any]) -> str:
    """These notes in one of the ways in which people write them."""
    lines: list[str] = []
    for name, side in (("What went well", "well"), ("Cons", "badly")):
        block = [*([""] if how["gap"] else [])]
        for words, why, theme in how[side]:
            block.append(f"{how['bullet']}{words}{f' #{theme}' if theme else ''}")
            deeper = "   " if how["bullet"][0] == "1" and how["deeper"] == "  " else how["deeper"]
            block += [deeper + how["why"].format(why)] if why else []
            block += [""] if how["blank"] else []
        box = "> " if how["heading"][0] == ">" else ""
        lines += [*how["heading"].format(name).split("\n"), *(box + line for line in block), ""]
    return str(how["end"].join(lines))


@pytest.mark.no_cover
@given(WRITTEN)
@settings(max_examples=300, deadline=None)
def test_notes_are_read_the_same_however_they_are_written(how: dict[str, Any]) -> None:
    source = decode(f"---\ncompany: A\ndate: 2026-11-12\n---\n{written(how)}".encode(), "a.md")
    (one,) = read_journal([source]).interviews
    for items, side in ((one.went_well, "well"), (one.went_badly, "badly")):
        found = [(item.text, item.why, item.themes) for item in items]
        assert found == [(text, why, (theme,) if theme else ()) for text, why, theme in how[side]]
        assert [
            item.text.split()[0] in (source.text or "").split("\n")[item.line - 1] for item in items
        ] == [True] * len(items)


@pytest.mark.parametrize(
    ("name", "processor"),
    [
        ("def_list", "deflist"),
        ("markdown.extensions.def_list", "deflist"),
        ("pymdownx.details", "details"),
    ],
)
def test_an_extension_reads_a_journal_by_whatever_name_it_goes(name: str, processor: str) -> None:
    assert processor in BodyReader(("toc", name)).markdown.parser.blockprocessors


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("- a\n- b\n- c", False),
        ("- a\n  goes on\n- b", False),
        ("- a\n    - deeper\n- b", False),
        ("1. a\n2. b", False),
        ("- a\n\n- b", True),
        ("- a\n\n  more of it\n- b", True),
        # Without a blank line in between, an empty item makes a heading of the one above.
        ("- a\n- ", True),
        # Another kind of mark begins another list.
        ("- a\n1. b", True),
        ("A line.\n- a\n- b", False),
    ],
)
def test_items_right_below_each_other_stay_close(text: str, parted: bool) -> None:
    html = markdown.markdown("\n".join(mend(text).lines))
    assert ("<li>\n<p>" in html) is parted
    assert html.count("<li>") == text.count("- ") + len(re.findall(r"\d\.", text))


def test_an_item_that_was_begun_and_left_empty_takes_nothing_from_the_one_above() -> None:
    assert [one.text for one in body("## Went well\n- calm\n-\n- clear\n- ").went_well] == [
        "calm",
        "clear",
    ]


def test_a_heading_right_below_what_is_indented_is_no_part_of_the_item() -> None:
    one = body("## Went well\n- calm\n\n    More of it.\n## Went badly\n- late\n- vague\n")
    assert [item.text for item in one.went_well] == ["calm"]
    assert [item.text for item in one.went_badly] == ["late", "vague"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        # A heading within the outer item stays in it.
        ("- a\n\n  - x\n  ## Note\n  - Why: n\n- c", ["a", "c"]),
        ("- a\nx | y\n--- | ---\n1 | 2\n- c\n- d", ["a", "c", "d"]),
        ("- Java | Kotlin\n- --|--\n- c", ["Java | Kotlin", "c"]),
    ],
)
def test_items_stay_items_beside_headings_and_bars(text: str, items: list[str]) -> None:
    found = [one.text for one in body(f"## Went well\n\n{text}\n").went_well]
    assert [one for one in found if one in items] == items
