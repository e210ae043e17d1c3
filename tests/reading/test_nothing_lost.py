"""Whatever shape an entry has, each of its words is on its page, each item of a list is counted or told, and no comment is anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import markdown

from afterword.model import Interview, When
from afterword.reading.body.body import Body, BodyReader
from afterword.reading.interview import Known, interview_of
from afterword.reading.matter.facts import Facts
from afterword.reading.matter.front_matter import FrontMatter
from afterword.reading.problems import FileProblems
from afterword.site.entries.markdown import EntryMarkdown, ThemeAddresses

PLAIN: tuple[str, ...] = ("toc", "tables", "fenced_code")
BOXED: tuple[str, ...] = (*PLAIN, "admonition", "def_list", "pymdownx.details", "pymdownx.tabbed")
READERS = {names: BodyReader(names) for names in (PLAIN, BOXED)}
KNOWN = Known("a.md", "Acme", When(day=date(2026, 11, 12)))
WORD = re.compile(r"\bw\d+x\b")
SECRET = re.compile(r"secret\d+")


def read(text: str, extensions: tuple[str, ...] = PLAIN) -> tuple[Interview, Body]:
    """The interview with this body, which begins on the file's first line, and the body itself."""
    body = READERS[extensions].read(text)
    matter = FrontMatter(raw=None, pairs=(), body=text, body_line=1)
    return interview_of(KNOWN, matter, Facts(), body, FileProblems("a.md", [])), body


def page(interview: Interview, extensions: tuple[str, ...] = PLAIN) -> str:
    """The HTML of an entry's text as its page has it."""
    entries = EntryMarkdown()
    entries.themes = ThemeAddresses(lambda name: name, lambda key: key)
    return markdown(interview.body, extensions=[*extensions, entries])


class Items(HTMLParser):
    """The words of each list item of a page that stands in no other one, blocks of code apart."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.items: list[list[str]] = []
        self._depth, self._code = 0, 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "li":
            self._depth += 1
            if self._depth == 1:
                self.items.append([])
        self._code += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "li"
        self._code -= tag == "pre"

    def handle_data(self, data: str) -> None:
        if self._depth and not self._code:
            self.items[-1] += WORD.findall(data)


def counted(interview: Interview) -> set[str]:
    """Every word of what is counted, with its why and its notes."""
    said: list[str] = []
    for one in interview.observations:
        said += (one.text, one.why or "", *one.notes, *one.themes)
    return set(WORD.findall(" ".join(said)))


SECTIONS = [
    "Went well",
    "What went badly",
    "Next time",
    "Questions",
    "Feedback",
    "Pros and cons",
    "Tried",
    "Stories used",
    "Good",
    "Skills",
]
OTHERS = ["Logistics", "Round", "Who was there", "Praise", "Gaps", "Why"]
BULLETS = [
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2) ",
    "• ",
    "– ",
    "- [ ] ",
    "-   ",
    "-\t",
    "- **",
    "- Q: ",
    "- A: ",
    "- Praise: ",
    "- Cons: ",
    "- Why: ",
    "- + ",
    "- #",
]
DEEPER = ["", "", "", "  ", "   ", "    ", "\t", "      ", "> ", "> > ", ">", "        "]
SHAPES = [
    "## {section}", "# {other}", "### {other} {w}", "#### {section}: {w}", "**{section}**", "**{section}:** {w}", "{section}:", "{section}: {w}", "{section}",
    "{other}:", "{other}", "{section}\n---", "## {section} – {w}", "{section}. {w} {w}", "{section}: {w}. {section}: {w}", "**{section}:** {w} **{section}:** {w}",
    "{deeper}{bullet}{w} {w}", "{deeper}{bullet}{w} {w}", "{deeper}{bullet}{w}\n{deeper}  {w}", "{deeper}{bullet}{w}\n{w}", "{deeper}{bullet}{section}\n{deeper}    - {w}", "{deeper}{bullet}",
    "{deeper}{w} {w}", "{w}\n{w}", "{w} #{w} {w}", "Q: {w}?\nA: {w}", "{w}?\n{w}.", "Praise: {w}. Gap: {w}", "Gap: {w}", "Why: {w}", "{w} [{w}](https://a.org/{w} \"{w}\")",
    "{deeper}> [!tip] {section}\n{deeper}> - {w}", "> [!note]\n> - {w}\n>\n> {w}", "> [!todo]- {w}\n> {w}", "!!! note\n    - {w}\n    - {w}", '!!! tip "{section}"\n\n    - {w}', '??? note "{w}"\n    {w}\n    - {w}',
    '=== "{section}"\n\n    - {w}\n\n=== "{w}"\n\n    - {w}', "> {w}\n> - {w}\n{w}", "| {section} | Why |\n|---|---|\n| {w} | {w} |", "| a | {section} | {w} |\n|---|---|---|\n| {w} | {w} | {w} | {w} |", "|{section}|{w}|\n|---|---|\n|{section}|{w}|",
    "{w}\n| {w} | {w} |\n|---|---|\n| {w} | {w} |", "| {w} |\n|---|\n| {w} |", "| Praise | Gap |\n|---|---|\n| {w} | {w} |", "```\n- {w}\n```", "``` py\n{w}\n", "~~~~\n{w}\n~~~\n~~~~", "    {w}\n    - {w}", "`- {w}`",
    "[{w}]: {w}", "[{w}]: https://a.org/{w}", "[^1]: {w}", "[{w}]:\n{w}", "*[{w}]: {w}", "<div>{w}</div>", "<!{w}>", "{w} <b>{w}</b>", "---", "***", "{w}\n===", "{w}\n: {w}", "{section}\n: {w}", "100%% {w}", "\\{w}", "{w} &amp; {w}",
    "%%{s}%%", "{w} %%{s}%% {w}", "%%\n- {s}\n\n## {section}\n%%", "<!-- {s}\n{s} -->", "- {w} <!--{s}-->", "> %%{s}%% {w}", "- %%{s}\n- {s}%%{w}", "## {section} %%{s}%%", "| %%{s}%% {section} |\n|---|\n| {w} |",
    "", "", "", " ", "n/a",
]  # fmt: skip


def filled(shape: str, draw: Callable[[list[str]], str], fresh: Iterator[int]) -> str:
    """A shape with words of its own in it, each of which stands nowhere else."""

    def word(found: re.Match[str]) -> str:
        kinds = {"section": SECTIONS, "other": OTHERS, "deeper": DEEPER, "bullet": BULLETS}
        if found[1] in kinds:
            return draw(kinds[found[1]])
        return f"w{next(fresh)}x" if found[1] == "w" else f"secret{next(fresh)}"

    return re.sub(r"\{(\w+)\}", word, shape)


@st.composite
def bodies(draw: st.DrawFn) -> str:
    fresh = iter(range(100, 100_000))
    shapes = draw(st.lists(st.sampled_from(SHAPES), max_size=12))
    return "\n".join(
        filled(shape, lambda ways: draw(st.sampled_from(ways)), fresh) for shape in shapes
    )


EXTENSIONS = st.sampled_from([*READERS])


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("img/(1).png", '<p>The <a href="img/(1).png">pay</a></p>'),
        ("<a b.png>", "<p>The [pay]</p>\n<p>[pay]:\n&lt;a b.png&gt;</p>"),
        ("https://a.example", '<p>The <a href="https://a.example">pay</a></p>'),
        ("80.000", "<p>The [pay]</p>\n<p>[pay]:\n80.000</p>"),
        ("as.they said", "<p>The [pay]</p>\n<p>[pay]:\nas.they said</p>"),
        ("", "<p>The [pay]</p>\n<p>[pay]:</p>"),
    ],
)
def test_on_the_line_below_its_name_an_address_is_told_from_a_note(place: str, shown: str) -> None:
    interview, _ = read(f"The [pay]\n\n[pay]:\n{place}\n")
    assert page(interview) == shown


@pytest.mark.reaches
@given(bodies(), EXTENSIONS)
@settings(max_examples=300, deadline=None)
def test_every_word_of_a_body_is_on_its_page(text: str, extensions: tuple[str, ...]) -> None:
    interview, _ = read(text, extensions)
    shown = WORD.findall(unescape(page(interview, extensions)))
    assert [word for word in WORD.findall(text) if word not in shown] == []


@pytest.mark.reaches
@given(bodies().filter(lambda text: "``` py" not in text), EXTENSIONS)
@settings(max_examples=300, deadline=None)
def test_no_comment_is_anywhere(text: str, extensions: tuple[str, ...]) -> None:
    interview, body = read(text, extensions)
    assert SECRET.findall(repr((interview, body.unread)) + page(interview, extensions)) == []


@pytest.mark.reaches
@given(bodies(), EXTENSIONS)
@example("# Logistics\n> w100x\n> - w101x\nw102x\n        - Went well\n    - w103x", PLAIN)
@settings(max_examples=300, deadline=None)
def test_every_item_of_a_list_is_counted_or_told(text: str, extensions: tuple[str, ...]) -> None:
    interview, body = read(text, extensions)
    lines = text.split("\n")
    on_no_side = {
        word
        for line in body.sideless
        for word in WORD.findall(lines[line - 1]) or WORD.findall("".join(lines[line : line + 1]))
    }
    known = counted(interview) | on_no_side
    items = [words for words in Items(page(interview, extensions)).items if words]
    loose = [words for words in items if words[0] not in known]
    assert sum(one.number for one in body.unread) >= len(loose)
    told = {words[0] for one in body.unread if (words := WORD.findall(one.words))}
    in_tables = {word for line in text.split("\n") if "|" in line for word in WORD.findall(line)}
    assert told <= {words[0] for words in loose} | in_tables
    whole = [words for words in items if words not in loose and words[0] not in on_no_side]
    assert [word for words in whole for word in words if word not in known] == []
