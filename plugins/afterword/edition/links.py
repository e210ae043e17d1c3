"""How the pages of one depth link to the others: seen from all of them, a page lies in the same place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from afterword.days import quarter_of
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.frozen import dataclass, field


def depth_of(edition: Edition, here: str) -> int:
    """How many folders below the site's root the page at `here` lies."""
    place = edition.place(here)
    return addresses.address(place, directory_urls=edition.directory_urls).count("/")


@dataclass(frozen=True, slots=True)
class Links:
    """The links of every page that lies `depth` folders below the root of an edition's site."""

    edition: Edition
    depth: int
    _known: dict[str, str] = field(default_factory=dict, compare=False)

    def by_name(self) -> dict[str, Callable[..., str]]:
        """Each kind of link by the name that templates know it by."""
        return {
            "href": self.page,
            "theme_href": self.theme,
            "application_href": self.application,
            "review_href": self.review,
        }

    def page(self, there: str, *, line: int | None = None, fragment: str | None = None) -> str:
        """The address of the page at `there`, or of a line or a part of it."""
        found = self._known.get(there)
        if found is None:
            found = self._known[there] = addresses.href_from(
                self.depth, self.edition.place(there), directory_urls=self.edition.directory_urls
            )
        if line is not None:
            return f"{found}#{addresses.line_id(line)}"
        return addresses.with_fragment(found, fragment) if fragment else found

    def theme(self, key: str, fragment: str | None = None) -> str:
        """The address of a theme's page, or of a part of it."""
        return self.page(addresses.theme_path(key), fragment=fragment)

    def application(self, identity: str) -> str:
        """The address of an application's page."""
        return self.page(addresses.application_path(identity))

    def review(self, day: date, fragment: str | None = None) -> str:
        """The address of the review of the quarter that a day lies in, or of a part of it."""
        return self.page(addresses.review_path(quarter_of(day)), fragment=fragment)
