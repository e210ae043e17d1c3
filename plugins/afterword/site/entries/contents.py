"""The headings of an entry, with their ids and as a table of contents has them."""

from __future__ import annotations

from functools import lru_cache
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import (
    TocExtension,
    TocTreeprocessor,
    escape_cdata,
    nest_toc_tokens,
    run_postprocessors,
    unique,
)
from markdown.util import STX

from afterword.site.entries.markdown import HEADINGS


class Contents(TocTreeprocessor):
    """The library's headings with their ids, without the list of them that it would lay out for a marker."""

    def __init__(self, md: Markdown, config: dict[str, Any]) -> None:
        super().__init__(md, config)
        bounds = (self.base_level, self.toc_top, self.toc_bottom) == (0, 1, 6)
        self._is_usual = bounds and not (self.use_anchors or self.use_permalinks)
        # A thousand entries have the same headings, each below a title of its own.
        self._named = lru_cache(maxsize=512)(self._name_and_slug)

    def run(self, doc: Element) -> None:
        """Give each heading its id, and note its name: as the library does, but for looking at every other element, and twice at a heading that was met before."""
        headings = [one for one in doc.iter() if one.tag in HEADINGS]
        if not self._is_usual or any(map(_has_own, headings)):
            super().run(doc)
            return
        taken = {one.attrib["id"] for one in doc.iter() if "id" in one.attrib}
        tokens: list[Any] = []
        for heading in headings:
            name, slug = self._named(heading.text or "")
            heading.attrib["id"] = identity = unique(slug, taken)
            tokens.append({"level": int(heading.tag[1]), "id": identity, "name": name})
        self.md.toc_tokens = nest_toc_tokens(tokens)  # type: ignore[attr-defined]

    def _name_and_slug(self, text: str) -> tuple[str, str]:
        """What a heading of this text alone is called in a table of contents, and its id where that is free: in a seventh of the time, for a text has no tags."""
        name = " ".join(run_postprocessors(escape_cdata(text), self.md).split())
        return name, self.slugify(unescape(name), self.sep)

    def build_toc_div(self, toc_list: list[Any]) -> Element:
        """No list: an entry that asks for one is left to the ordinary conversion."""
        return Element("div")

    def replace_marker(self, root: Element, elem: Element) -> None:
        """Nothing: there is no marker."""


def contents_of(markdown: Markdown) -> Contents:
    """What does in our place what the extension for a table of contents does in a parser that has it."""
    extensions = markdown.registeredExtensions
    (contents,) = (one for one in extensions if isinstance(one, TocExtension))
    return Contents(markdown, contents.getConfigs())


def _has_own(heading: Element) -> bool:
    """Whether a heading has more than words: something that the library has put aside is another in each text."""
    return bool(len(heading) or heading.attrib or STX in (heading.text or ""))
