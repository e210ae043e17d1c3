"""How words are compared, and what a file of them says."""

from __future__ import annotations

import pytest

from afterword.kinds import Answered, FeedbackKind, Helped, OutcomeKind, Party, RoundKind
from afterword.vocabulary.channels import channel, interview_format
from afterword.vocabulary.fields import KEYS, Field
from afterword.vocabulary.languages import Language, joined, read_words
from afterword.vocabulary.nothing import NO_OUTCOME_YET, NOTHING
from afterword.vocabulary.outcomes import outcome_kind
from afterword.vocabulary.rounds import counts_rounds, round_kind, says_no_round
from afterword.vocabulary.sections import SECTION_WORDS, Section
from afterword.vocabulary.sides import answered, begins_side, helped, party, side_of, without_side
from afterword.vocabulary.spelling import normal_key, one_slip_apart, slug, spoken
from afterword.vocabulary.themes import THEME, theme_key


def test_words_stand_below_their_name_on_as_many_lines_as_they_need() -> None:
    words = read_words("# Made up\n\n[side gap]\ngap,  con\n# more\nlow point,\n[nothing]\n")
    assert words.parts == {"side gap": ("gap", "con", "low point"), "nothing": ()}


def test_a_word_above_every_name_is_refused() -> None:
    with pytest.raises(ValueError, match="went well"):
        read_words("went well\n[section went_well]\n")


def test_languages_are_read_side_by_side_the_first_one_first() -> None:
    both = joined([read_words("[why]\nwhy\n"), read_words("[why]\nwarum\n[because]\nweil\n")])
    assert (both.of("why"), both.of("because"), both.of("none")) == (
        ("why", "warum"),
        ("weil",),
        (),
    )


def test_a_spelling_without_accents_counts_where_it_is_of_one_word() -> None:
    language = Language("[outcome offer]\nréçu, dû\n[outcome rejected]\nreçû\n")
    known = language.meanings("outcome")
    assert (known["du"], known["reçû"], known.get("recu")) == ("offer", "rejected", None)


def test_meanings_are_by_the_word_as_it_is_compared() -> None:
    words = read_words("[outcome no answer]\nNever heard-back\n[outcomes]\nx\n")
    assert words.meanings("outcome") == {"never heard back": "no answer"}


@pytest.mark.parametrize(
    ("text", "words"),
    [("In-progress!", "in progress"), ("didn’t", "didnt"), ("  a_b ", "a b"), ("…", ""), ("Straße", "strasse")],
)  # fmt: skip
def test_words_are_compared_alone(text: str, words: str) -> None:
    assert spoken(text) == words


@pytest.mark.parametrize(
    ("key", "normal"),
    [("Date Applied", "dateapplied"), ("follow-ups", "followup"), ("class", "class"), ("gas", "gas"), ("", "")],
)  # fmt: skip
def test_keys_are_compared_without_what_does_not_matter(key: str, normal: str) -> None:
    assert normal_key(key) == normal


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("outcom", "outcome", True),
        ("outcome", "outcom", True),
        ("outcoma", "outcome", True),
        ("otucome", "outcome", True),
        ("outcome", "outcome", False),
        ("outco", "outcome", False),
        ("abcd", "badc", False),
    ],
)
def test_one_slip_is_one(left: str, right: str, apart: bool) -> None:
    assert one_slip_apart(left, right) is apart


@pytest.mark.parametrize(
    ("name", "address"),
    [("Müller & Söhne", "muller-sohne"), ("Ørsted", "orsted"), ("C++", "c"), ("!?", ""), ("No answer", "no-answer")],
)  # fmt: skip
def test_a_name_is_part_of_an_address(name: str, address: str) -> None:
    assert slug(name) == address


def test_themes_are_one_in_any_spelling() -> None:
    assert {theme_key(name) for name in ("System_Design", "system design", "system-design/")} == {
        "system-design"
    }


@pytest.mark.parametrize(
    ("text", "themes"),
    [("#kafka, #sql/joins. C#x a#b #5 &#8217; \\#depth", ["kafka", "sql/joins", "depth"]), ("##x #-", [])],
)  # fmt: skip
def test_a_theme_is_a_word_behind_a_hash(text: str, themes: list[str]) -> None:
    assert [found["theme"] for found in THEME.finditer(text)] == themes


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ghosted", OutcomeKind.NO_ANSWER),
        ("no", OutcomeKind.REJECTED),
        ("I declined before offer", OutcomeKind.WITHDRAWN),
        ("soon", None),
    ],
)
def test_an_outcome_is_known_by_its_spellings(words: str, kind: OutcomeKind | None) -> None:
    assert outcome_kind(words) is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Final system design round", RoundKind.FINAL),
        ("Last interview, with the CEO", RoundKind.FINAL),
        ("Closing call", RoundKind.FINAL),
        ("On-site loop", RoundKind.FINAL),
        ("Letzte Runde", RoundKind.FINAL),
        ("Loop", RoundKind.PANEL),
        ("Chat with the founder", RoundKind.MANAGER),
        ("CEO interview", RoundKind.MANAGER),
        ("Owner", RoundKind.MANAGER),
        ("Gespräch mit der Geschäftsführung", RoundKind.MANAGER),
        ("代表面接", RoundKind.MANAGER),
        ("Offer call", RoundKind.OTHER),
        ("Negociación", RoundKind.OTHER),
        ("Recruiter screen with manager", RoundKind.SCREEN),
        ("Telefoninterview", RoundKind.SCREEN),
        ("Technisches Gespräch", RoundKind.TECHNICAL),
        ("Take-home", RoundKind.TAKE_HOME),
        ("Technicolor", RoundKind.OTHER),
    ],
)
def test_a_round_is_known_by_words_in_its_name(name: str, kind: RoundKind) -> None:
    assert round_kind(name) is kind


def test_a_sort_of_note_is_no_round_and_a_counted_heading_is_one() -> None:
    assert [says_no_round(text) for text in ("Job interview", "screen")] == [True, False]
    assert [counts_rounds(text) for text in ("Runde 2", "(Round 3): design", "Rounds")] == [
        True,
        True,
        False,
    ]


def test_channels_and_formats_have_usual_names() -> None:
    assert [channel("e-mail"), channel("pigeon")] == ["email", "pigeon"]
    assert [interview_format("vor Ort"), interview_format("Zoom"), interview_format("tea")] == [
        "onsite",
        "video",
        "tea",
    ]


@pytest.mark.parametrize(
    ("text", "side", "rest"),
    [
        ("Praise: calm", FeedbackKind.PRAISE, "calm"),
        ("**Gaps:** slow", FeedbackKind.GAP, "slow"),
        ("missing - depth", FeedbackKind.GAP, "depth"),
        ("Pro-active", None, "Pro-active"),
    ],
)
def test_a_side_stands_in_front(text: str, side: FeedbackKind | None, rest: str) -> None:
    assert without_side(text) == (side, rest)


def test_a_line_begins_a_side_with_a_colon_alone() -> None:
    lines = ("Weakness: slow", "**Praise:** calm", "gap - slow", "Mind the gap: slow")
    assert [begins_side(line) for line in lines] == [True, True, False, False]


def test_a_heading_may_be_a_side() -> None:
    assert [side_of(words) for words in ("Gaps", "Strength", "More")] == [
        FeedbackKind.GAP,
        FeedbackKind.PRAISE,
        None,
    ]


def test_words_in_brackets_have_their_meanings() -> None:
    assert [answered("okay"), answered("maybe")] == [Answered.OK, None]
    assert [helped("partially"), helped("maybe")] == [Helped.PARTLY, None]
    assert [party("Ich"), party("they"), party("she")] == [Party.ME, Party.THEM, None]


def test_what_says_nothing_is_no_outcome_either_unless_it_is_one() -> None:
    words = ("", "na", "n a", "none", "not yet", "none yet", "unknown")
    assert all(word in NO_OUTCOME_YET for word in words)
    assert not any(word in NO_OUTCOME_YET for word in ("no", "tbd", "pending", "false"))
    assert all(word in NOTHING for word in ("", "n a", "keine"))


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("what went well", Section.WENT_WELL),
        ("What wnet well", Section.WENT_WELL),
        ("Wnet well", Section.WENT_WELL),
        ("👎", Section.WENT_BADLY),
        ("➕", None),
        ("Porse", None),
        ("what went well with the cheese we had at noon", None),
    ],
)
def test_a_section_is_known_by_its_words(words: str, section: Section | None) -> None:
    assert SECTION_WORDS.named(words) is section


def test_a_key_is_known_by_its_names_and_near_them() -> None:
    field: Field | None = KEYS.field_of("Date-Applied")
    assert (field and field.name, KEYS["applied"] is field) == ("applied", True)
    assert [KEYS.slip_for(key) for key in ("outcom", "dated", "rol", "tags")] == [
        "outcome",
        None,
        None,
        None,
    ]
    assert [KEYS.is_shared(key) for key in ("Title", "position")] == [True, False]
