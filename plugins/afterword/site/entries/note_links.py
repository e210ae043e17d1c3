"""`[[Note]]` and `![[picture.png]]` as note-taking programs write them: a link or a picture where the file is on the site, else its words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from posixpath import basename, dirname, join, normpath, relpath, splitext
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import slugify
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from afterword.reading.body.note_link_pattern import PRIORITY, NoteLinkPattern
from afterword.site.host import HostFile, HostLevel
from afterword.vocabulary.note_links import NoteLink

_PICTURES = frozenset({".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
# What another extension calls its own reading of the same brackets.
_OTHERS = "wikilink"


class NoteFiles:
    """The files of a site by the names that a note may call them: by their path, or by their name alone, without regard to case.

    `withheld` are the paths of those that are left out, since they are not to be published.
    """

    def __init__(self, paths: Iterable[str] = (), withheld: Collection[str] = ()) -> None:
        self._paths = tuple(paths)
        self._withheld = withheld

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        """The paths, that nearest to the top first, by each name: few journals call any file by one."""
        by_name: dict[str, list[str]] = {}
        for path in sorted(self._paths, key=lambda one: (one.count("/"), one)):
            name = basename(path).casefold()
            for known in {name, name.removesuffix(".md")}:
                by_name.setdefault(known, []).append(path)
        return by_name

    @property
    def has_withheld(self) -> bool:
        """Whether any file is left out."""
        return bool(self._withheld)

    def is_withheld(self, address: str, page: str) -> bool:
        """Whether an address in the note at `page` leads to a file that is left out."""
        path = unquote(address.partition("#")[0])
        return bool(path) and normpath(join(dirname(page), path)) in self._withheld

    def found(self, target: str, page: str) -> str | None:
        """The path of the file that a note at `page` calls `target`: the one beside it, else the one nearest to the top; None where there is none."""
        wanted = target.strip().casefold().lstrip("/")
        called = {wanted, f"{wanted}.md"}
        ways = [
            path
            for path in self._by_name.get(basename(wanted), ())
            if any(f"/{path}".casefold().endswith(f"/{name}") for name in called)
        ]
        beside = (one for one in ways if dirname(one) == dirname(page))
        return next(beside, None) or next(iter(ways), None)


def note_files(
    files: Iterable[HostFile], is_wanted: Callable[[HostLevel], bool], withheld: Collection[str]
) -> NoteFiles:
    """Those of the files of a build that become a part of the site, as `is_wanted` says of each level, and those that are left out."""
    return NoteFiles((one.src_uri for one in files if is_wanted(one.inclusion)), withheld)


class Unlinked(Treeprocessor):
    """A link to a file that is left out becomes its words: the host takes one that leads nowhere for a slip."""

    def __init__(self, md: Markdown, files: NoteFiles, page: str) -> None:
        super().__init__(md)
        self._files = files
        self._page = page

    def run(self, root: Element) -> None:
        """Leave the words of such links, and of pictures."""
        for element in root.iter():
            address = element.get("href") or element.get("src") or ""
            if self._files.is_withheld(address, self._page):
                element.text = element.get("alt") or element.text
                element.tag = "span"
                element.attrib.clear()


class NoteLinks:
    """What becomes of every such link on the page at hand; `find` gives the path of a file by its name and the page, and `page` the page's path."""

    def __init__(self, find: Callable[[str, str], str | None], page: str) -> None:
        self._find = find
        self._page = page

    def made(self, written: NoteLink) -> Element:
        """The link or the picture; its words where it leads nowhere."""
        path = self._find(written.target, self._page) if written.target else self._page
        if path is None:
            return _words(written)
        address = quote(relpath(path, dirname(self._page) or "."))
        if written.is_embed and splitext(path)[1].lower() in _PICTURES:
            return _picture(written, address)
        if written.heading and not written.is_block:
            address = f"{address if written.target else ''}#{slugify(written.heading, '-')}"
        link = Element("a", {"href": address})
        link.text = AtomicString(written.text)
        return link


def _words(written: NoteLink) -> Element:
    words = Element("span")
    words.text = AtomicString(written.text)
    return words


def _picture(written: NoteLink, address: str) -> Element:
    named = splitext(basename(written.target))[0]
    words = named if written.width or not written.words else written.words
    picture = Element("img", {"src": address, "alt": words})
    if written.width:
        picture.set("width", written.width)
    return picture


def read_note_links(md: Markdown, files: NoteFiles, page: str) -> None:
    """Have a parser read such links on the page at this path, unless another extension reads them in its own way; any link to a file that is left out becomes its words."""
    if _OTHERS not in md.inlinePatterns:
        md.inlinePatterns.register(
            NoteLinkPattern(md, NoteLinks(files.found, page).made), "afterword-notes", PRIORITY
        )
    if files.has_withheld:
        # Before the host looks where links lead (0).
        md.treeprocessors.register(Unlinked(md, files, page), "afterword-unlinked", 5.5)
