"""A page as it is looked at before anybody knows what it is: its path, its front matter, and the titles below that."""

from __future__ import annotations

from functools import cached_property

from afterword.frozen import dataclass
from afterword.reading.body.headings import Headings
from afterword.reading.matter.front_matter import FrontMatter
from afterword.reading.recognising.section_titles import Title, titles_in


@dataclass(frozen=True)
class Page:
    """The page at a path of the journal; its titles are found when somebody asks for them."""

    path: str
    matter: FrontMatter
    headings: Headings

    @cached_property
    def lines(self) -> list[str]:
        """The lines below the front matter, the first of which is `matter.body_line` of the file."""
        return self.matter.body.split("\n")

    @cached_property
    def titles(self) -> list[Title]:
        """Every heading, and every other line that names a section."""
        return titles_in(self.lines, self.headings)

    @property
    def is_told(self) -> bool:
        """Whether it has a section that only a page about an interview has."""
        return any(one.is_telling for one in self.titles)

    def line(self, at: int) -> int:
        """The line in the file of a line of the body, which counts from 0."""
        return self.matter.body_line + at
