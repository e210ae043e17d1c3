"""Files that MkDocs reads no page from, by their endings, and that hold an interview all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import basename, splitext

from afterword.model import Problem, Severity, Source
from afterword.reading.body.headings import Headings
from afterword.reading.left_alone import PLACEHOLDER, is_template
from afterword.reading.lookalikes import lookalike
from afterword.reading.matter.front_matter import split_front_matter
from afterword.reading.matter.texts import is_absent
from afterword.reading.page import Page
from afterword.reading.problems import FileProblems
from afterword.vocabulary.fields import Keys

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
# What editors, other programs and a slip of the hand leave at the end of a text's name.
_TEXT = frozenset(
    {"", ".txt", ".text", ".mdx", ".rmd", ".qmd", ".mdtxt", ".mdtext", ".mdwn", ".mmd", ".rst"}
    | {".org", ".adoc", ".wiki", ".textile", ".note", ".bak", ".orig", ".old", ".md~", ".txt~"}
)
# An interview is no longer than a book, in bytes.
_LARGEST = 500_000


def is_markdown(path: str) -> bool:
    """Whether MkDocs makes a page of a file of this name."""
    return path.endswith(MARKDOWN)


def is_small(path: Path) -> bool:
    """Whether a file is no longer than an interview may be."""
    try:
        return path.stat().st_size <= _LARGEST
    except OSError:
        return False


def text_files(paths: Iterable[str]) -> Iterator[str]:
    """Those of the paths whose files may be texts that nobody reads; none that lies beside the page it is a copy of."""
    paths = list(paths)
    known = set(filter(is_markdown, paths))
    for path in paths:
        ending = splitext(basename(path))[1].casefold()
        is_text = ending in _TEXT or ending in MARKDOWN
        if is_text and path not in known and _renamed(path) not in known:
            yield path


def misnamed(source: Source, keys: Keys, headings: Headings) -> tuple[Problem, ...]:
    """The warning about a text that is an interview but for its name; nothing for any other text."""
    if not source.text or "\x00" in source.text or not _is_interview(source, keys, headings):
        return ()
    name = basename(source.path)
    ending = splitext(name)[1]
    shown = f"ends in {ending}" if ending else "has no ending"
    problem = Problem(
        path=source.path,
        line=1,
        column=1,
        severity=Severity.WARNING,
        code="not-markdown",
        message=f"{name} {shown}, so it is not read, and it looks like an interview.",
        suggestion=f"Rename it to {basename(_renamed(source.path))}",
    )
    return (problem,)


def _is_interview(source: Source, keys: Keys, headings: Headings) -> bool:
    text = source.text or ""
    matter = split_front_matter(text, FileProblems(source.path, []))
    if is_template(source.path, matter, keys):
        return False
    named = (
        pair
        for pair in matter.pairs
        if (field := keys.field_of(pair.key.text))
        if field.name == "company"
    )
    if any(not is_absent(pair.value) and not PLACEHOLDER.search(pair.source) for pair in named):
        return True
    return lookalike(Page(source.path, matter, headings), keys) is not None


def _renamed(path: str) -> str:
    """The path with the ending of a page."""
    stem, ending = splitext(path)
    bare = stem if ending.casefold().rstrip("~") in _TEXT | set(MARKDOWN) else path
    return bare if is_markdown(bare) else f"{bare}.md"
