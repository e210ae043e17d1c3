"""What is written for nobody but oneself is nowhere, and what only looks like it stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.model import Journal, Source
from afterword.reading import read_journal
from afterword.reading.body.comments import uncommented, without_ended_comments

SECRET = "SECRET"


@pytest.mark.parametrize(
    "text",
    [
        "%%SECRET%%",
        "a <!-- SECRET --> b",
        "%% a\n\nSECRET %%",
        "- Salary 82000%%SECRET is 75000%% ok",
        "80%%SECRET\nSECRET%% x",
        "- a \\`b %%SECRET%% c\\` ",
        "> ```\n> code\n\n%%SECRET%%\n\n```\n",
        "> ```\n> code\n%%SECRET%%\n",
        "> ```\n> code\n> ```\n> %%SECRET%%\n",
        "- a `b\n- %%SECRET%% c`\n",
        "1. a `b\n2. %%SECRET%% c`\n",
        "| a `b |\n| %%SECRET%% c` |\n",
        "text `\n# %%SECRET%%\n`\n",
        "# Heading `\n%%SECRET%%\ntext ` x\n",
        "https://acme.example%%SECRET%%",
        "https://acme.example/a%20b%%SECRET%%",
        "`code` %%SECRET%%",
        "``` \nan open fence %%SECRET%%",
        "```a\n```b\ntwo open fences %%SECRET%%",
        "never ended %% SECRET",
        "never ended <!-- SECRET",
    ],
)
def test_a_comment_is_taken_out(text: str) -> None:
    assert SECRET not in uncommented(text).text
    assert uncommented(text).text.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        "`a %%x%% b`",
        "``a ` %%x%% b``",
        "text `code\ngoes %%on%%` here",
        "```\n%%x%%\n```\n",
        "> ```\n> %%x%%\n> ```\n",
        "> ```\n> %%x%%",
        "- ~~~\n  <!-- x -->\n  ~~~\n",
        "I was 100%% sure, and 50%% glad",
        "100%% sure",
        "https://acme.example/a%%20b",
        "100 % sure, 50 % glad",
    ],
)
def test_code_figures_and_addresses_stay(text: str) -> None:
    assert uncommented(text).text == text


def test_of_a_text_above_another_only_what_ends_is_taken_out() -> None:
    assert without_ended_comments("a %%b%% c %% d\n<!-- e") == "a  c %% d\n<!-- e"


@given(st.text(alphabet="%-<>!`\\ \na1#|*:/", max_size=40))
def test_no_line_is_lost(text: str) -> None:
    assert uncommented(text).text.count("\n") == text.count("\n")
    assert without_ended_comments(text).count("\n") == text.count("\n")


def journal(*texts: str) -> Journal:
    return read_journal(Source(f"{at}.md", text) for at, text in enumerate(texts))


HEAD = "company: Acme\ndate: 2026-11-10"


@pytest.mark.parametrize(
    "line",
    [
        "role: Analyst %%SECRET%%",
        "source: ad <!-- SECRET -->",
        "interviewers: [Ada %%SECRET%%]",
        "promised: ['send <!-- SECRET --> it']",
        "went_well: [a %%SECRET%% b]",
        "takeaways: |\n  x %%SECRET%%\n  - y",
        "outcome: rejected %%SECRET%%",
        "outcome: what %%SECRET%%",
        "decided: someday %%SECRET%%",
        "outcom: rejected %%SECRET%%",
        "weather: fine %%SECRET%%",
        "%% SECRET\nSECRET %%",
        "role: [broken %%SECRET%%",
        "said: {salary: '80 000 %%SECRET%%'}",
    ],
)
def test_a_comment_in_front_matter_is_nowhere(line: str) -> None:
    made = journal(f"---\n{HEAD}\n{line}\n---\n\n## Went well\n\n- Calm\n")
    assert SECRET not in repr(made)
    assert len(made.interviews) == 1


def test_an_outcome_is_read_beside_a_comment() -> None:
    (one,) = journal(f"---\n{HEAD}\noutcome: rejected %%for now%%\n---\n").interviews
    assert (one.outcome.kind, one.outcome.words) == ("rejected", "")


@pytest.mark.parametrize(
    "text",
    [
        "company: Look\ndate: 2026-11-06\n\n%%SECRET%% <!-- SECRET -->\n\n## Went well\n- a %%SECRET%%",
        "---\nrole: x\ndate: 2026-11-06\nsource: %%SECRET%%\n---\n\n## Went well\n- a %%SECRET%%\n## Went badly\n- b",
        "---\ncompany:Acme\n---\n%%SECRET%%\n\n## Went well\n- a\n",
        "----\ncompany: Acme\n----\n%%SECRET%%\n\n## Went well\n- a\n",
    ],
)
def test_nor_is_one_in_what_only_looks_like_an_interview(text: str) -> None:
    made = journal(text)
    assert (made.lookalikes, SECRET in repr(made)) == (1, False)
    # What the host reads in place of the file.
    assert made.page_texts or made.unread
