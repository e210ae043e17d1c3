"""How a build reads its entries and prepares its theme: here in the plain way.

`afterword.speed` has an accelerator that does both faster. The site is the same to the byte with either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from jinja2 import Environment

from afterword.reading import ReadingOptions
from afterword.site.finished.search import Record
from afterword.site.host import HostConfig, HostPage
from afterword.site.sources import File, ReadEntries, read_files

Guard = Callable[[str, str], str]
"""Guards a page, which is handed to it with the way that leads from the page to the top of the site, such as "../.."."""


class Accelerator:
    """The plain way; one that knows a faster way overrides these."""

    def begin(self) -> None:
        """Forget an earlier build, which may have been another site: `serve` keeps the plugin when mkdocs.yml changes."""

    def read(
        self, files: Sequence[File], options: ReadingOptions, *, with_html: bool
    ) -> ReadEntries:
        """The entries in these files, with the HTML of those whose reading makes it, where that is wanted."""
        return read_files(files, options, with_html=with_html)

    def themed(
        self,
        environment: Environment,
        config: HostConfig,
        theme_folders: Callable[[str], list[str]],
        guard: Guard,
    ) -> Environment:
        """The environment that pages are laid out with; `theme_folders` are those of a theme by its name, without any of the user's."""
        return environment

    def before_search(self, page: HostPage) -> None:
        """Note what the search would find in the page of an entry, where that is known without it."""

    def after_search(self, page: HostPage) -> None:
        """Leave the page as it was before."""

    def completed(self, records: list[Record], order: Mapping[str, int]) -> list[Record]:
        """The records of a site's search with those that were noted, where `order` numbers its pages by their addresses."""
        return records

    def let_go_of_sources(self, pages: Iterable[HostPage]) -> None:
        """Do without the Markdown of pages that are converted, where nobody else can want it."""

    def let_go(self, page: HostPage) -> None:
        """Do without the texts of a page of ours that is about to be written, where nobody else can want them."""

    def guarded_first(self, page: str, base: str, parts: Sequence[str]) -> str | None:
        """A laid out page guarded before these parts are put into its places; None where it has to be guarded as a whole.

        `base` leads from it to the top of the site.
        """
        return None
