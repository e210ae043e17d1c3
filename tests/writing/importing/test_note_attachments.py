"""Whatever picture or file the page of an imported entry shows is one that was copied for it, or is named in a doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from afterword.model import Source
from afterword.pages.entry import entry_markdown
from afterword.reading import ReadingOptions, read_journal
from afterword.site.entries.markdown import EntryMarkdown, theme_addresses
from afterword.site.entries.note_links import NoteFiles
from afterword.writing.importing.attachments import paths_of
from afterword.writing.importing.note import NewNote, NoteRead
from afterword.writing.importing.note_attachments import attached, with_copies
from afterword.writing.importing.note_files import notes_in
from afterword.writing.importing.note_plan import NotesPlan

OWN = ("Acme/face.png", "Acme/s t.png", "Acme/q).png", "Acme/(1).png", "img/face.png", "l.pdf")
# Those of another company, which lie where the entry is to be.
FOREIGN = ("face.png", "s t.png", "s", "t.png", "q).png", r"q\).png", "(1).png", "l.pdf", "gone.png", "gone.pdf", "[.png")  # fmt: skip
HEAD = "---\ncompany: Acme\ndate: 2026-11-12\n---\n\n"
OPTIONS = ReadingOptions(today=date(2026, 11, 26))
PAGE = "imported/x.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("both")
    for name in (*(f"vault/{one}" for one in OWN), *(f"imported/{one}" for one in FOREIGN)):
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return made


def imported(folder: Path, text: str) -> tuple[str, list[Path], list[str]]:
    """The entry that a note becomes, the files that are copied for it, and what is doubtful."""
    made = NewNote("Acme", "", date(2026, 11, 12), "", is_note=False, text=f"{HEAD}{text}\n")
    read = NoteRead("Acme/x.md")
    plan = NotesPlan((("Acme/x.md", made),), (), (read,))
    inside = folder / "imported"
    (wanted,) = attached(plan, notes_in(folder / "vault"), OPTIONS, inside)
    entry, copies, told = with_copies(made, wanted, folder / "vault", inside)
    assert told == []
    return entry.text, copies, read.doubts


def addresses(folder: Path, text: str) -> Iterator[str]:
    """What the page of an entry shows and leads to as the site lays it out: no pages on the internet, no other notes, nothing without an ending."""
    (interview,) = read_journal([Source(PAGE, text)], OPTIONS).interviews
    site = EntryMarkdown()
    site.turn_to(PAGE, theme_addresses(PAGE, lambda _: None))
    site.notes = NoteFiles(f"imported/{one.name}" for one in (folder / "imported").iterdir())
    html = markdown.markdown(entry_markdown(interview), extensions=["toc", "tables", "fenced_code", site])  # fmt: skip
    for name, written in re.findall(r' (src|href)="([^"]*)"', html):
        address = unescape(written)
        path = unquote(address.partition("#")[0]).strip()
        is_file = name == "src" or re.search(r"\.\w{1,8}$", path)
        if (
            path
            and is_file
            and not re.match(r"//|https?:|\\?#", address)
            and not path.endswith(".md")
        ):
            yield address


def untold(folder: Path, text: str) -> list[str]:
    """What the page shows that was neither copied for its entry nor named as staying."""
    entry, copies, doubts = imported(folder, text)
    known = {path for doubt in doubts for one in re.findall(r"'(.*)', which", doubt) for path in (one, *paths_of(one))}  # fmt: skip
    if any("not understood" in doubt for doubt in doubts):
        # One name within another, which is told as the note has it.
        known |= {unquote(one) for one in addresses(folder, entry) for copy in copies if copy.name in unquote(one)}  # fmt: skip
    return [
        one
        for one in addresses(folder, entry)
        if folder / "imported" / unquote(one.partition("#")[0]) not in copies
        # What is told is named as the note has it, without the number that a copy of that name got.
        and known.isdisjoint([*paths_of(one), *paths_of(re.sub(r"-\d+(?=\.)", "", one))])
    ]


FORMS = [
    "![shot [1] of](face.png)",
    "[![thumb](face.png)](../l.pdf)",
    r"![a\]b](face.png)",
    "![over\ntwo](face.png 'a\ntitle')",
    "![a][k]\n\n[k]: <s t.png>",
    "![a][k]\n\n[k]:\nface.png",
    "![a](s t.png)",
    "![a](<s t.png>)",
    "![a](s%20t.png)",
    r"![a](q\).png)",
    "![a]((1).png)",
    "![[face.png|300]]",
    "| a |\n|---|\n| ![[face.png\\|300]] |",
    "| a |\n|---|\n| ![a](face.png) |",
    "> ![a](face.png)",
    "- a\n\n    ![a](face.png)",
    "[![a](face.png) and [b](../l.pdf)",
    "![a](../img/face.png) ![a](face.png)",
]


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_of_every_form_is_the_notes_own_and_no_others(folder: Path, form: str) -> None:
    entry, copies, doubts = imported(folder, form)
    seen = [folder / "imported" / unquote(one) for one in addresses(folder, entry)]
    assert (doubts, set(seen)) == ([], set(copies))
    assert {one.read_bytes().decode().partition("/")[0] for one in seen} == {"vault"}


@pytest.mark.parametrize(
    "form",
    ["![a](gone.png)", "[a](gone.pdf)", "![a][gone.png]\n\n[gone.png]: gone.png", "![[gone.png]]"],
)
def test_another_companys_file_is_named_where_an_entry_would_show_it(
    folder: Path, form: str
) -> None:
    _, _, (doubt,) = imported(folder, form)
    assert doubt.endswith(
        "so that stays where it is; another file of that name lies with the imported entries, and this one would show it: "
        "take it out of the entry, or give it another name there"
    )


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("![`]`](face.png)", "it shows 'face.png', "),
        ("[`]`](s%20t.png)", "it links to 's t.png', "),
        ("![\\]](\n![](face.png 'b')", "it shows '![](face.png', "),
    ],
)
def test_what_only_markdown_finds_is_named_as_the_note_has_it(
    folder: Path, form: str, said: str
) -> None:
    _, _, (doubt,) = imported(folder, form)
    assert doubt.startswith(f"{said}which is written in a way that is not understood here")


@pytest.mark.parametrize(
    "form", ["![[Another note]]", "[[Version 1.2]]", "[[s]]", "[a](b.md)", "`![](gone.png)`", "[a](#b)"]
)  # fmt: skip
def test_other_notes_and_code_are_nothing_to_copy(folder: Path, form: str) -> None:
    assert imported(folder, form)[1:] == ([], [])


def test_so_many_brackets_that_it_takes_long_are_said(folder: Path) -> None:
    _, _, doubts = imported(folder, "[\n" * 2_000)
    assert doubts == ["it has so many brackets that pictures and links may be overlooked: look through the entry"]  # fmt: skip


_LABELS = st.sampled_from(["", "a", "[1]", r"\]", "two\nlines", "`]`", "*b*", "![](face.png)", "<b>", "`"])  # fmt: skip
_PATHS = st.sampled_from(
    ["face.png", "../img/face.png", "s t.png", "s%20t.png", "<s t.png>", "q).png", r"q\).png", "(1).png", "gone.png", "&#102;ace.png",
     "../l.pdf", "l.pdf#page=2", "gone.pdf", "b.md", "https://a.example/face.png", "#x", "[.png", " face.png ", "face.png\n"]
)  # fmt: skip
_TITLES = st.sampled_from(["", " 'b'", ' "a (b)"', "\n'b'", " (b)", " 'it's'"])
_SHAPES = st.sampled_from(
    ["![{label}]({path}{title})", "[{label}]({path}{title})", "[![{label}]({path})]({path}{title})", "![{label}][k]\n\n[k]: {path}{title}\n",
     "![k]\n\n[k]:\n  {path}{title}\n", "![[{path}]]", "![[{path}|{label}]]", "| {label} |\n|---|\n| ![[{path}\\|3]] |\n", "[[{path}]]",
     "<img src='{path}'>", "`{label}", "```\n{path}", "~~~\n", "<!-- {label}", "![{label}] ({path})", "![{label}](", "%%{path}", "\\![a]({path})"]
)  # fmt: skip
_BETWEEN = st.sampled_from(
    [" ", "\n", "\n\n", "\n- ", "\n> ", "\n    ", "\n1. ", "", "\\", "\n## "]
)
_FORM = st.builds(
    lambda shape, label, path, title: shape.format(label=label, path=path, title=title),
    _SHAPES, _LABELS, _PATHS, _TITLES,
)  # fmt: skip
_TEXT = st.lists(st.builds("{}{}".format, _BETWEEN, _FORM), min_size=1, max_size=5).map("".join)


@example(" ![](face.png) ![](face.png) ![]( ![](l.pdf#page=2 'b')")
@given(_TEXT)
def test_no_page_shows_a_file_untold_however_its_pictures_are_written(
    folder: Path, text: str
) -> None:
    assert untold(folder, text) == []


@given(st.text(alphabet="![]()<>`|\\ \n'\":-fa.png", max_size=80))
def test_nor_does_one_of_any_text(folder: Path, text: str) -> None:
    assert untold(folder, text.replace("a.p", "](face.p")) == []
