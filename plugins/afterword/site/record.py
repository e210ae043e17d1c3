"""What the builds of one site note for its end: a plugin for languages has each language built within the first one's build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from afterword.model import Journal
from afterword.site import about
from afterword.site.host import HostConfig
from afterword.site.leftovers import guard_leftovers
from afterword.site.made_list import write_made_list
from afterword.site.own_part import OwnPart
from afterword.site.search import write_search_script
from afterword.vault.runnable import ASSET


@dataclass(slots=True)
class SiteRecord:
    """A site on its way: the pages that are `done` and the files copied `beside` entries, by where they lie in it; the addresses of
    entries; the journal of each build; how many scripts and styles are left `idle`;
    and the `order` in which pages were laid out, a number for each address.

    `depth` counts the builds that are under way, all of them of one configuration.
    """

    config: HostConfig | None = None
    depth: int = 0
    done: set[str] = field(default_factory=set)
    beside: dict[str, Path] = field(default_factory=dict)
    entry_urls: set[str] = field(default_factory=set)
    journals: list[Journal] = field(default_factory=list)
    idle: int = 0
    order: dict[str, int] = field(default_factory=dict)

    @property
    def is_nested(self) -> bool:
        """Whether the build at hand stands within another one."""
        return self.depth > 1

    def begin(self, config: HostConfig) -> None:
        """Note that a build of a configuration begins, of a new site where none of that one is under way."""
        if config is not self.config or not self.depth:
            self.done, self.beside, self.entry_urls, self.journals = set(), {}, set(), []
            self.config, self.depth, self.idle, self.order = config, 0, 0, {}
        self.depth += 1

    def end(self, journal: Journal) -> bool:
        """Note that a build of this journal ends; whether that is the end of the site."""
        self.depth -= 1
        self.journals.append(journal)
        return not self.depth


def finish_site(
    record: SiteRecord,
    config: HostConfig,
    part: OwnPart,
    guard: Callable[[str, str], str],
    *,
    is_live: bool,
    about_file: str | None,
) -> Iterator[str]:
    """Finish a built site, and name each page in it that lacks what belongs into pages of ours.

    Its search works for pages opened from disk too; it gets a guard for pages that no theme has laid out, and unless it is served
    while it is written the list of what the build made, for whoever seals it. `about_file` is where to say whom it is about.
    """
    site = Path(config.site_dir)
    if part.is_whole:
        write_search_script(site)
    # A page that was laid out took the place of what was copied there.
    kept = {name: path for name, path in record.beside.items() if name not in record.done}
    if not is_live:
        write_made_list(site, kept, map(str, config.extra_javascript), part.uri(ASSET))
    if about_file:
        Path(about_file).write_text(about.written_about(record.journals), encoding="utf-8")
    ours = site if part.guards_all else site / part.folder
    yield from guard_leftovers(site, ours, done=record.done, beside=kept, guard=guard)
