"""What somebody says is put into an entry of any style, on the fewest lines, and nothing else is read otherwise."""

from __future__ import annotations

from datetime import date
from difflib import SequenceMatcher
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.errors import AfterwordError
from afterword.kinds import OutcomeKind, Party
from afterword.model import Interview, Journal, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.reading.outline import Outline
from afterword.writing.entries.companies import WhichError, company_and_rest
from afterword.writing.noting.change import WhereError, entry_meant, noted, unknown_company
from afterword.writing.noting.fact_lines import ByHandError
from afterword.writing.noting.lines import Lines
from afterword.writing.noting.nodes import pairs_of
from afterword.writing.noting.proof import proves
from afterword.writing.noting.statements import statement_of

DAY = date(2026, 11, 20)
OPTIONS = ReadingOptions(today=DAY)
SECTIONS = {
    "headings": "## Went well\n- Calm\n    - Why: slept\n\n## Went badly\n- Froze #kafka\n",
    "stars": "# Went well\n\n* Calm\n\n  more\n\n# Went badly\n\n* Froze\n",
    "numbers": "### What went well\n1. Calm\n2. Kind\n\n### Cons\n1) Froze\n",
    "labels": "Went well:\n- Calm\n\nWent badly:\n- Froze\n",
    "bold": "**Went well**\n\n- Calm\n\n**Went badly**\n\n- Froze\n",
    "prose": "## Went well\n\nI was calm.\n\n## Went badly\n\nI froze.\n",
    "boxes": "## Pros\n- [x] Calm\n- [ ] Kind\n\n## Cons\n- [ ] Froze\n",
    "german": "Es war ein gutes Gespräch und ich war nicht nervös.\n\n## Lief gut\n- Ruhig\n\n## Lief schlecht\n- Gestockt\n",
    "setext": "Went well\n---------\n\n- Calm\n\nWent badly\n----------\n\n- Froze\n",
    "empty": "## Went well\n- \n\n## Went badly\n- \n",
    "none": "It was friendly.\n",
    "nothing": "",
    "code": "## Went well\n- Calm\n\n```\n## Went badly\n- in code\n```\n",
}
FACTS = {
    "plain": "company: Acme\ndate: 2026-11-12\n",
    "comments": "# mine\ncompany: Acme  # them\ndate: 2026-11-12\noutcome:   # not yet\nthank_you:\n\n# end\n",
    "quoted": "company: \"Acme\"\ndate: '2026-11-12'\noutcome: 'pending'   # so far\nthank_you: 2026-11-13\n",
    "flow": "Company: Acme\nDate: 2026-11-12\nThank you: [2026-11-13, 2026-11-14]  # both\nreferences: [Dana, Bo]\n",
    "block": "company: Acme\ndate: 2026-11-12\nthank-you:\n  - 2026-11-13\n  - 2026-11-14 # late\nreferences:\n  - name: Dana\n    # hers\n  - Bo\ntags: [x]\n",
    "german": "Firma: Acme\nDatum: 2026-11-12\nErgebnis: offen\n",
}
SAID = ("thanked", "rejected thu", "told Dana", "+ drew first #design", "- \"lost it\": again", "feedback Gap: depth", "They were late.")  # fmt: skip


def texts() -> list[tuple[str, str]]:
    """Entries of every style, each with its line ends, with and without a byte more at its end."""
    made = []
    for (facts, matter), (sections, body) in product(FACTS.items(), SECTIONS.items()):
        for end, last in (("\n", True), ("\r\n", True), ("\n", False)):
            text = f"---\n{matter}---\n\n{body}".replace("\n", end)
            made.append((f"{facts}-{sections}-{end!r}-{last}", text if last else text.rstrip()))
    return made


def read(text: str) -> Interview:
    (one,) = read_journal([Source("a.md", text.replace("\r\n", "\n"))], OPTIONS).interviews
    return one


def note(text: str, typed: str) -> str:
    return noted("a.md", text, statement_of(typed, DAY), OPTIONS).text


# Measured for one style of facts, as the others run the same lines.
@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(
            *one, id=one[0], marks=[pytest.mark.no_cover] * (not one[0].startswith("plain"))
        )
        for one in texts()
    ],
)
def test_in_an_entry_of_any_style_only_the_lines_change_that_must(name: str, text: str) -> None:
    for typed in SAID:
        changed = note(text, typed)
        before, after = (list(Lines.of(one).lines) for one in (text, changed))
        lost = [
            line
            for code, start, end, _, _ in SequenceMatcher(None, before, after).get_opcodes()
            if code in {"replace", "delete"}
            for line in before[start:end]
        ]
        assert changed != text, (name, typed)
        assert len([line for line in lost if line.strip() and line != before[-1]]) <= 1, (name, typed, changed)  # fmt: skip
        assert ("\r\n" in text) == ("\r\n" in changed)
        assert "\n" not in changed.replace("\r\n", "") or "\r\n" not in text
        assert note(changed, typed) == changed


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("thanked", "thank_you: [2026-11-13, 2026-11-20]  # sent"),
        ("rejected thu", "outcome: rejected  # so far"),
        ("told Dana", "references: [{name: Dana, told: 2026-11-20}, {name: Bo}]"),
        ("told bo", "references: [Dana, {name: Bo, told: 2026-11-20}]"),
        ("kept the link", "- {what: The link to the write-up, done: 2026-11-20}"),
        ("kept sample", "  done: 2026-11-20"),
        ("kept slides", "- [x] Slides by 24 Nov ✅ 2026-11-20"),
        ("confidence 70", "confidence: 70 # hope"),
        ("decision-by tue", "decision_by: 2026-11-24"),
    ],
)
def test_a_fact_changes_the_line_that_it_stands_on(typed: str, line: str) -> None:
    text = (
        "---\ncompany: Acme\ndate: 2026-11-12\nthank_you: 2026-11-13  # sent\noutcome: pending  # so far\n"
        "references: [Dana, {name: Bo}]\npromised:\n- The link to the write-up\n- what: Sample\n  by: 2026-11-15\n"
        "confidence: 60 # hope\n---\n\n## Promised\n- [ ] Slides by 24 Nov\n"
    )
    assert line in note(text, typed).split("\n")


@pytest.mark.parametrize(
    ("matter", "typed", "changed"),
    [
        ("references: [Dana]", "told Cy", "references: [Dana, {name: Cy, told: 2026-11-20}]"),
        ("references: []", "told Cy", "references: [{name: Cy, told: 2026-11-20}]"),
        ("references: Dana", "told Dana", "references: {name: Dana, told: 2026-11-20}"),
        ("references:", "told Cy", "references: [{name: Cy, told: 2026-11-20}]"),
        ("references:\n- name: Dana\n  told:", "told Dana", "references:\n- name: Dana\n  told: 2026-11-20"),
        ("references:\n- {name: Dana, told: 2026-11-02}", "told Dana", "references:\n- {name: Dana, told: 2026-11-20}"),
        ("references:\n  - name: Dana\n    told: 2026-11-02\nx: 1", "told Cy", "references:\n  - name: Dana\n    told: 2026-11-02\n  - {name: Cy, told: 2026-11-20}\nx: 1"),
        ("feeling: 4\n\n  ", "feeling 5", "feeling: 5\n\n  "),
        ("x: 1\n", "feeling 5", "x: 1\nfeeling: 5\n"),
        ("thank_you: skip", "thanked", "thank_you: 2026-11-20"),
        ("follow_ups: []", "followed-up", "follow_ups: [2026-11-20]"),
        ("promised:\n- what: Send it\n  done: no\nx: 1", "kept", "promised:\n- what: Send it\n  done: 2026-11-20\nx: 1"),
        ("promised: {what: Send it}", "kept", "promised: {what: Send it, done: 2026-11-20}"),
        ("promised: Send it", "kept", "promised: {what: Send it, done: 2026-11-20}"),
    ],
)  # fmt: skip
def test_what_joins_a_list_looks_as_the_list_does(matter: str, typed: str, changed: str) -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\n{}\n---\n"
    assert note(text.format(matter), typed) == text.format(changed)


@pytest.mark.parametrize(
    ("body", "ticked"),
    [
        ("## Promised\n- Send it\n", "## Promised\n- Send it ✅ 2026-11-20\n"),
        (
            "## Promised\n1. [ ] Send it by Friday\n",
            "## Promised\n1. [x] Send it by Friday ✅ 2026-11-20\n",
        ),
    ],
)
def test_a_promise_in_the_text_is_ticked_where_it_stands(body: str, ticked: str) -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\n---\n"
    assert note(f"{text}{body}", "kept send") == f"{text}{ticked}"


def test_an_outcome_brings_its_day_and_takes_another_outcome_with_it() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\n---\n"
    first = note(text, "offer thu")
    assert (
        first == "---\ncompany: Acme\ndate: 2026-11-12\noutcome: offer\ndecided: 2026-11-19\n---\n"
    )
    then = read(note(first, "declined"))
    assert (then.outcome.kind, then.outcome.decided) == (OutcomeKind.DECLINED, DAY)


def test_an_outcome_goes_before_one_that_the_body_says() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\n---\n\nOutcome: pending\n\n## Went well\n- Calm\n"
    assert read(note(text, "rejected")).outcome.kind is OutcomeKind.REJECTED


def test_an_item_goes_behind_the_last_of_its_section_with_all_below_that() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\n---\n## Went well\n- Calm\n    - Why: slept\n\n      and ate\n\n\n## Other\nx\n"
    assert note(text, "+ kind").split("\n")[8:11] == ["      and ate", "- kind", ""]


@pytest.mark.parametrize(
    "items", ["- Calm", "- Calm\n- Open", "- Calm\nand open", "- Calm\n\n  and open"]
)
def test_an_item_goes_behind_the_last_of_its_section_however_that_is_written(items: str) -> None:
    text = f"---\ncompany: Acme\ndate: 2026-11-12\n---\n## Went well\n{items}\n\n## Other\nx\n"
    assert f"{items}\n- kind\n\n## Other" in note(text, "+ kind")


def test_an_item_goes_behind_the_last_one_and_not_behind_what_follows_the_list() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\n---\n## Went well\n- Calm\n\nWe spoke.\n\n    of bread\n"
    assert "- Calm\n- kind\n\nWe spoke." in note(text, "+ kind")


def test_an_item_joins_one_that_stands_behind_its_label() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\n---\n\nPros: friendly\nCons: slow\n"
    assert note(text, "+ kind").split("\n")[5:8] == ["Pros: friendly", "Pros: kind", "Cons: slow"]
    assert [one.text for one in read(note(text, "- late")).went_badly] == ["slow", "late"]


def test_what_is_there_already_is_not_written_twice() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\nthank_you: 2026-11-20\nreferences: [{name: Dana, told: 2026-11-20}]\n---\nThey were late.\n\n## Went well\n- Calm #nerves\n"  # fmt: skip
    for typed in ("thanked", "told dana", "+ calm", "They were late."):
        done = noted("a.md", text, statement_of(typed, DAY), OPTIONS)
        assert (done.was_there, done.text) == (True, text)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("+++\ncompany = 'Acme'\n+++\n", "thanked"),
        ("---\ncompany: Acme\ndate: 2026-11-12\noutcome: |\n  pending\n---\n", "rejected"),
        ("---\ncompany: Acme\ndate: 2026-11-12\noutcome: &o pending\nx: *o\n---\n", "rejected"),
        ("---\ncompany: Acme\ndate: 2026-11-12\nthank_you: {x: 1}\n---\n", "thanked"),
        ("---\rcompany: Acme\rdate: 2026-11-12\r---\r", "thanked"),
        ("---\ncompany: Acme\ndate: 2026-11-12\n---\n\n## Went well\n\n| a | b |\n|---|---|\n| c | d |\n", "+ <!-- gone"),
        ("---\ncompany: Acme\ndate: 2026-11-12\npromised:\n- &p Send it\nx: *p\n---\n", "+ %% gone %%"),
        ("---\ncompany: Acme\ndate: 2026-11-12\n---\nold\rends\n", "thanked"),
        ("---\ncompany: Acme\ndate: 2026-11-12\nreferences:\n- Dana\n  Whit\n---\n", "told dana"),
        ("not an entry", "thanked"),
    ],
)  # fmt: skip
def test_where_nothing_is_sure_nothing_is_changed_and_that_is_said(text: str, typed: str) -> None:
    with pytest.raises(ByHandError, match=r"by hand|afterword check says why|line ends"):
        note(text, typed)


KEPT = "---\ncompany: Acme\ndate: 2026-11-12\n---\n\n"


@pytest.mark.parametrize(
    ("body", "typed", "ticked"),
    [
        ("I promised to send the link by 2026-11-20.", "kept", "I promised to send the link by 2026-11-20 ✅ 2026-11-20."),
        ("Nice. They'll call by 27 Nov.", "kept They'll call", "Nice. They'll call by 27 Nov ✅ 2026-11-20."),
        ("They'll call by 27 Nov. Nice.", "kept they", "They'll call by 27 Nov ✅ 2026-11-20. Nice."),
        ("We met, and\nthey will call by\n24 Nov. Nice.", "kept they", "We met, and\nthey will call by\n24 Nov ✅ 2026-11-20. Nice."),
        ("They'll call by 27 Nov", "kept", "They'll call by 27 Nov ✅ 2026-11-20"),
        ("They ring by 24.11. and I wait.\nWe left", "kept", "They ring by 24.11. and I wait ✅ 2026-11-20.\nWe left"),
        ("Promised: send the link by 18 Nov", "kept", "Promised: send the link by 18 Nov ✅ 2026-11-20"),
        ("Er will bis 19.11. anrufen. Die Station war nett und ich habe gefragt.", "kept er", "Er will bis 19.11. anrufen ✅ 2026-11-20. Die Station war nett und ich habe gefragt."),
        ("- They'll call by 27 Nov", "kept they", "- They'll call by 27 Nov ✅ 2026-11-20"),
        ("I promised to send it by 18 Nov\n## Went well\n- calm", "kept", "I promised to send it by 18 Nov ✅ 2026-11-20\n## Went well\n- calm"),
    ],
)  # fmt: skip
def test_a_promise_is_ticked_where_it_stands(body: str, typed: str, ticked: str) -> None:
    assert note(f"{KEPT}{body}\n", typed) == f"{KEPT}{ticked}\n"


def test_where_a_tick_would_take_another_promise_along_the_line_to_write_is_said() -> None:
    body = "## Next steps\n\nI'll send the link by 18 Nov. They call back by 24 Nov.\n"
    with pytest.raises(ByHandError) as refusal:
        note(f"{KEPT}{body}", "kept I'll send")
    assert str(refusal.value).endswith(
        "line 8: 'I'll send the link' stands among other words, and ticking it off there would change how those are read. "
        "Nothing was changed: write it on a line of its own by hand, as in - I'll send the link by 2026-11-18 ✅ 2026-11-20"
    )
    line = str(refusal.value).partition("as in ")[2]
    text = f"{KEPT}## Next steps\n\n{line}\n- They call back by 24 Nov.\n"
    assert [one.kept for one in read(text).promised] == [True, False]


def test_a_promise_on_several_lines_of_front_matter_is_ticked_by_its_writer() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\npromised:\n- Send\n  the link\n---\n"
    with pytest.raises(ByHandError, match=r"by hand, as in promised: \[\{what: Send the link, done: 2026-11-20\}\]"):  # fmt: skip
        note(text, "kept")


def test_a_section_whose_other_items_are_read_otherwise_proves_nothing() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\n---\n## Went well\n- {}\n"
    before, after = read(text.format("Calm")), read(text.format("Kind\n- Drew"))
    assert not proves(statement_of("+ Drew", DAY), before, after)
    assert proves(statement_of("+ Drew", DAY), before, read(text.format("Calm\n- Drew")))


def test_front_matter_that_is_no_yaml_has_no_values_to_change() -> None:
    lines = Lines.of('---\na: "b\n---\n')
    assert [*pairs_of(lines, Outline((1, 2), {}, 3, (), ""))] == []
    assert [*pairs_of(Lines.of("---\n- a\n---\n"), Outline((1, 2), {}, 3, (), ""))] == []


def test_a_promise_in_a_section_of_its_own_is_one_more() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\n---\n"
    (promise,) = read(note(text, "promised send the link by 2026-11-25")).promised
    assert (promise.by, promise.done) == (date(2026, 11, 25), None)


def test_what_is_said_of_the_entry_since_is_told() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\n---\n"
    done = noted("a.md", text, statement_of("rejected 2026-11-02", DAY), OPTIONS)
    assert [one.code for one in done.warnings] != []


PIECES = [
    *"ab #-*:>`<!\\[](){}|%=~_'\"&\t",
    "---",
    "<!--",
    "-->",
    "```",
    "## ",
    "(helped)",
    "Why:",
    "é",
    "日",
]
HOSTILE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=20).map("".join)


@given(
    st.sampled_from([*SECTIONS.values()]),
    st.sampled_from([*FACTS.values()]),
    st.sampled_from("+-?!"),
    HOSTILE,
)
def test_whatever_is_typed_all_else_is_read_as_before(
    body: str, matter: str, sign: str, words: str
) -> None:
    text = f"---\n{matter}---\n\n{body}"
    before = read(text)
    try:
        after = read(note(text, f"{sign} {words}"))
    except AfterwordError:
        return
    counts = [len(one.observations) for one in (before, after)]
    assert counts[1] - counts[0] in {0, 1}
    assert (after.company, after.when, after.outcome, after.thank_you) == (before.company, before.when, before.outcome, before.thank_you)  # fmt: skip


def journal(*texts: str) -> Journal:
    return read_journal((Source(f"{at}.md", text) for at, text in enumerate(texts)), OPTIONS)


def entry(day: str, more: str = "", company: str = "Acme", role: str = "Cook") -> str:
    return f"---\ncompany: {company}\nrole: {role}\ndate: {day}\n{more}---\n"


def meant(told: Journal, typed: str, company: str = "acme", role: str = "") -> str:
    return entry_meant(told, company, statement_of(typed, DAY), DAY, role=role).path


def test_the_last_interview_that_has_happened_is_meant() -> None:
    told = journal(entry("2026-11-02"), entry("2026-11-12"), entry("2026-11-28"))
    assert meant(told, "rejected") == "1.md"
    assert meant(journal(entry("2026-11-28")), "+ got ready") == "0.md"


def test_thanks_go_to_the_interview_that_still_owes_them() -> None:
    told = journal(entry("2026-11-02"), entry("2026-11-12", "thank_you: 2026-11-13\n"))
    assert meant(told, "thanked") == "0.md"
    every = journal(
        entry("2026-11-02", "thank_you: skip\n"), entry("2026-11-12", "thank_you: 2026-11-13\n")
    )
    assert meant(every, "thanked") == "1.md"


def test_a_reference_and_a_promise_are_looked_for() -> None:
    told = journal(
        entry("2026-11-02", "references: [Dana]\npromised: [Send it, Call]\n"), entry("2026-11-12")
    )
    assert [meant(told, typed) for typed in ("told dana", "told Bo", "kept send")] == [
        "0.md",
        "1.md",
        "0.md",
    ]
    with pytest.raises(WhereError, match="kept 'Send it' or kept Call"):
        meant(told, "kept")
    with pytest.raises(WhereError, match="No promise at Acme is open"):
        meant(journal(entry("2026-11-02")), "kept it")


def test_an_application_under_way_is_meant_before_one_that_has_ended() -> None:
    ended = entry("2026-11-14", "outcome: rejected\n", role="Chef")
    assert meant(journal(entry("2026-11-02"), ended), "+ calm") == "0.md"
    assert meant(journal(ended), "asked") == "0.md"


def test_of_several_under_way_one_has_to_be_named() -> None:
    two = journal(entry("2026-11-02"), entry("2026-11-12", role="Chef"))
    with pytest.raises(WhereError, match="--role Cook or --role Chef, or --entry"):
        meant(two, "thanked")
    assert meant(two, "thanked", role="cook") == "0.md"
    with pytest.raises(WhereError, match="No application at Acme is for 'Pilot'"):
        meant(two, "thanked", role="Pilot")


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("## Feedback\n- Gap: depth\n", "feedback Praise: depth"),
        ("## Tried\n- Breathe (helped)\n", "tried Breathe (no)"),
        ("## Went well\n- Calm #nerves\n", "+ calm #sleep"),
        ("he was late, he said.\n", "was late"),
    ],
)
def test_what_only_looks_alike_is_written(text: str, typed: str) -> None:
    text = f"---\ncompany: Acme\ndate: 2026-11-12\n---\n{text}"
    assert note(text, typed) != text


@pytest.mark.parametrize(
    ("words", "company", "rest"),
    [
        ("blue harbor rejected", "Blue Harbor", "rejected"),
        ("blue har rejected", "Blue Harbor", "rejected"),
        ("blue rejected", "Blue Harbor", "rejected"),
        ("acme no reply yet", "Acme", "no reply yet"),
        ("acme norway no reply", "Acme Norway", "no reply"),
        ("acme nor no reply", "Acme", "nor no reply"),
    ],
)
def test_the_longest_whole_name_is_meant_or_else_the_shortest_beginning(
    words: str, company: str, rest: str
) -> None:
    told = journal(
        *(entry("2026-11-02", company=name) for name in ("Acme", "Acme Norway", "Blue Harbor"))
    )
    assert company_and_rest(words.split(), told) == (company, rest.split())


def test_words_that_begin_with_no_company_or_with_several_are_told() -> None:
    told = journal(*(entry("2026-11-02", company=name) for name in ("Northwind", "Northmarch")))
    assert company_and_rest(["quill"], told) is None
    with pytest.raises(WhichError):
        company_and_rest(["north", "thanked"], told)
    assert company_and_rest(["northm", "thanked"], told) == ("Northmarch", ["thanked"])


def test_a_company_without_an_entry_is_told_how_to_begin_one() -> None:
    with pytest.raises(WhereError, match="Begin one: afterword new Quill"):
        meant(journal(entry("2026-11-02")), "thanked", company="Quill")


def test_of_an_entry_without_that_promise_nothing_is_ticked() -> None:
    with pytest.raises(ByHandError, match="There is no place in a"):
        note(f"{KEPT}I promised to send the link by 18 Nov.\n", "kept the test")


@pytest.mark.parametrize("typed", ["rejected", "Absage", "asked"])
def test_what_is_said_again_without_a_day_leaves_the_earlier_day(typed: str) -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\noutcome: rejected\ndecided: 2026-11-16\nfeedback_asked: 2026-11-18\n---\n"  # fmt: skip
    done = noted("a.md", text, statement_of(typed, DAY), OPTIONS)
    assert (done.was_there, done.text) == (True, text)


@pytest.mark.parametrize(
    ("matter", "typed", "line"),
    [
        ("outcome: rejected\ndecided: 2026-11-16\n", "rejected thu", "decided: 2026-11-19"),
        ("outcome: rejected\ndecided: 2026-11-16\n", "offer", "decided: 2026-11-20"),
        ("outcome: rejected\n", "rejected", "decided: 2026-11-20"),
        ("feedback_asked: 2026-11-24\n", "asked", "feedback_asked: 2026-11-20"),
    ],
)
def test_a_day_that_is_typed_or_was_not_known_or_was_a_plan_is_written(
    matter: str, typed: str, line: str
) -> None:
    text = f"---\ncompany: Acme\ndate: 2026-11-12\n{matter}---\n"
    assert line in note(text, typed).splitlines()


@pytest.mark.parametrize(
    ("typed", "fact", "value"),
    [
        ("They will ring by 4 Dec", "decision_by", date(2026, 12, 4)),
        ("Outcome: rejected", "outcome", OutcomeKind.REJECTED),
        ("I'll send the CV by 24 Nov", "promised", [date(2026, 11, 24)]),
        ("They were late.", "promised", []),
    ],
)
def test_a_sentence_states_what_it_states_when_it_is_written_by_hand(
    typed: str, fact: str, value: object
) -> None:
    told = read(note(f"{KEPT}It was friendly.\n", typed))
    facts = {
        "decision_by": told.decision_by,
        "outcome": told.outcome.kind,
        "promised": [one.by for one in told.promised],
    }
    assert facts[fact] == value


def test_a_sentence_takes_nothing_away_that_was_known() -> None:
    with pytest.raises(ByHandError, match="There is no place"):
        note(f"{KEPT}Outcome: offer\n", "Outcome: rejected")
    told = read(note(f"{KEPT}I'll send the CV by 24 Nov\n", "They will ring by 4 Dec"))
    assert [one.who for one in told.promised] == [Party.ME, Party.THEM]


def test_a_day_that_is_another_from_the_interview_than_from_today_is_asked_for() -> None:
    with pytest.raises(ByHandError, match="Write the day itself, such as 4 Dec"):
        note(KEPT, "They will ring by Monday")


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("klinikm rejected", "Klinikum Nord"),
        ("Klinikum-Nrod thanked", "Klinikum Nord"),
        ("Caritass + kind", "Caritas"),
        ("Johaniter absage", "Johanniter"),
    ],
)
def test_a_name_that_is_nearly_one_of_mine_is_asked_about(typed: str, near: str) -> None:
    names = ("Klinikum Nord", "Caritas", "Johanniter")
    told = journal(*(entry("2026-11-02", company=name) for name in names))
    assert str(unknown_company(typed, told)).endswith(f"Is {near} meant?")


def test_a_name_that_is_none_or_near_to_several_is_a_new_one() -> None:
    told = journal(*(entry("2026-11-02", company=name) for name in ("Northwind", "Northwint", "∅")))
    for typed in ("quill thanked", "northwinn thanked"):
        assert "Begin one: afterword new" in str(unknown_company(typed, told))


@pytest.mark.parametrize("typed", ["Acme rejected", "acm thanked"])
def test_of_a_company_whose_entry_could_not_be_read_no_other_entry_is_begun(typed: str) -> None:
    told = read_journal([Source("acme.md", "---\nEmployer: 'Acme Ltd'\ndate: soon\n---\n")])
    assert str(unknown_company(typed, told)) == (
        "acme.md may be about that company, and could not be read. afterword check says why."
    )
    assert "Begin one" in str(unknown_company("Birch rejected", told))


@pytest.mark.parametrize(
    ("table", "after"),
    [
        ("| what | by |\n|---|---|\n| Send it | 2026-11-18 |", "| Send it ✅ 2026-11-20 | 2026-11-18 |"),
        ("| what | by | Done |\n|---|---|---|\n| Send it | 2026-11-18 | |", "| Send it | 2026-11-18 | 2026-11-20 |"),
        ("| done | what |\n|---|---|\n|   | Send it |", "| 2026-11-20 | Send it |"),
        ("what | done\n---|---\nSend it | no", "Send it | 2026-11-20"),
        ("what | by\n---|---\nSend it | 18 Nov", "Send it ✅ 2026-11-20 | 18 Nov"),
        ("| no. | what | by |\n|---|---|---|\n| 1 | **Send** it | 18 Nov |", "| 1 | **Send** it ✅ 2026-11-20 | 18 Nov |"),
        ("| what |\n|---|\n| Bring the sheet |\n| Send it |\n| Call Dana |", "| Send it ✅ 2026-11-20 |"),
    ],
)  # fmt: skip
def test_a_promise_in_a_table_has_its_day_in_its_row(table: str, after: str) -> None:
    text = f"---\ncompany: Acme\ndate: 2026-11-12\n---\n## Promised\n\n{table}\n"
    pairs = zip(text.splitlines(), note(text, "kept send").splitlines(), strict=True)
    assert [now for before, now in pairs if now != before] == [after]


def test_a_bar_in_an_item_makes_no_row_of_it() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\n---\n## Promised\n\n- [ ] Send a|b\n"
    assert note(text, "kept send").endswith("- [x] Send a|b ✅ 2026-11-20\n")


def test_where_the_row_of_a_promise_cannot_be_changed_the_row_to_write_is_said() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\n---\n## Promised\n\n| what |\n|---|\n| Send it |\n| Send the CV |\n"
    with pytest.raises(ByHandError) as refused:
        noted("a.md", text, statement_of("kept send", DAY), OPTIONS)
    assert str(refused.value) == (
        "a.md, line 9: 'Send it' stands in a row of a table that cannot be changed safely. "
        "Nothing was changed: write the tick into that row by hand, as in | Send it ✅ 2026-11-20 |"
    )


def test_no_promise_was_kept_before_the_interview_in_which_it_was_made() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\npromised: [{what: send the sheet}]\n---\n"
    with pytest.raises(ByHandError, match="2026-11-11 lies before the interview"):
        noted("a.md", text, statement_of("kept send 2026-11-11", DAY), OPTIONS)
    assert "done: 2026-11-12" in noted("a.md", text, statement_of("kept send 2026-11-12", DAY), OPTIONS).text  # fmt: skip


def test_whoever_answered_is_not_silent() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\noutcome: rejected\ndecided: 2026-11-18\n---\n"
    with pytest.raises(ByHandError, match="they answered on 2026-11-18"):
        noted("a.md", text, statement_of("no-answer", DAY), OPTIONS)
    silent = noted("a.md", text.replace("decided: 2026-11-18\n", ""), statement_of("no-answer", DAY), OPTIONS)  # fmt: skip
    assert "outcome: no answer\n" in silent.text
