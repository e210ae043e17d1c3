"""Links as note-taking programs write them, as Python-Markdown comes upon them on a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX

from afterword.patterns import seldom
from afterword.vocabulary.note_links import NOTE_LINK, NoteLink, note_link

# After code (190) and escapes (180), before references and links (170).
PRIORITY = 175
_WHOLE = seldom(NOTE_LINK)
_ESCAPED = seldom(f"{STX}(\\d+){ETX}")


class NoteLinkPattern(InlineProcessor):
    """`[[Note]]` and `![[picture.png|300]]`, each of which becomes what is `made` of it."""

    def __init__(self, md: Markdown, made: Callable[[NoteLink], Element]) -> None:
        super().__init__(NOTE_LINK, md)
        self._made = made

    def handleMatch(  # type: ignore[override]  # noqa: N802  the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """The element in its place. The bar in a table has a backslash before it, and both have been put away by now."""
        written = _ESCAPED.sub(lambda one: chr(int(one[1])), self.unescape(m[0]))
        return self._made(note_link(_WHOLE.fullmatch(written) or m)), m.start(), m.end()
