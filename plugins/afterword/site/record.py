"""What the builds of one site note for its end: a plugin for languages has each language built within the first one's build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from afterword.frozen import dataclass, field
from afterword.model import Journal
from afterword.site import about
from afterword.site.accelerator import Accelerator
from afterword.site.files import copied_from, names_below
from afterword.site.finished.leftovers import guard_leftovers
from afterword.site.finished.made_list import ASSET, RUNNING, write_made_list
from afterword.site.finished.search import join_records, write_search_script
from afterword.site.host import FileT, HostConfig, HostFiles
from afterword.site.own_part import OwnPart


@dataclass(slots=True)
class SiteRecord:
    """A site on its way: the pages that are `done` and the files copied `beside` entries, by where they lie in it; the addresses of
    entries; the journal of each build; the number of each page by its address, in the order in which they were made; and how many scripts and styles are left `idle`.

    `about_file` is where to say whom it is about, None where nobody asks. `depth` counts the builds that are under way, all of them of one configuration.
    """

    config: HostConfig | None = None
    part: OwnPart = field(default_factory=OwnPart)
    depth: int = 0
    done: set[str] = field(default_factory=set)
    beside: dict[str, Path] = field(default_factory=dict)
    entry_urls: set[str] = field(default_factory=set)
    journals: list[Journal] = field(default_factory=list)
    order: dict[str, int] = field(default_factory=dict)
    idle: int = 0
    about_file: str | None = None

    @property
    def is_nested(self) -> bool:
        """Whether the build at hand stands within another one."""
        return self.depth > 1

    def begin(self, config: HostConfig, part: OwnPart) -> bool:
        """Note that a build of a configuration begins, of a new site where none of that one is under way; `part` of it is ours. Whether it is a new one."""
        if config is not self.config or not self.depth:
            self.done, self.beside, self.entry_urls, self.journals = set(), {}, set(), []
            self.order = {}
            self.config, self.depth, self.idle = config, 0, 0
        self.part = part
        self.depth += 1
        return not self.is_nested

    def note(self, files: HostFiles[FileT], config: HostConfig, entries: Iterable[str]) -> None:
        """Note what is copied beside entries, and where those at these paths of the journal lie."""
        copied = copied_from(files, config.docs_dir)
        self.beside |= {name: path for name, path in copied if self.part.path(name)}
        self.entry_urls |= {files.src_uris[uri].url for uri in map(self.part.uri, entries)}

    def end(self, journal: Journal) -> bool:
        """Note that a build of this journal ends; whether that is the end of the site."""
        self.depth -= 1
        self.journals.append(journal)
        return not self.depth


def finish_site(
    record: SiteRecord,
    config: HostConfig,
    guard: Callable[[str, str], str],
    accelerator: Accelerator,
    *,
    is_live: bool,
) -> Iterator[str]:
    """Finish a built site, and name each page in it that lacks what belongs into pages of ours.

    It gets its search, for pages opened from disk too, a guard for pages that no theme has laid out, and unless it is served
    while it is written the list of what the build made, for whoever seals it.
    """
    site, part = Path(config.site_dir), record.part
    completed = partial(accelerator.completed, order=record.order)
    join_records(site, record.entry_urls, completed, is_whole=record.part.is_whole)
    if part.is_whole:
        write_search_script(site)
    # A page that was laid out took the place of what was copied there.
    kept = {name: path for name, path in record.beside.items() if name not in record.done}
    # Looked for once: a site has a folder for every page.
    names = names_below(site, RUNNING)
    if not is_live:
        write_made_list(site, names, kept, map(str, config.extra_javascript), part.uri(ASSET))
    if record.about_file:
        Path(record.about_file).write_text(about.written_about(record.journals), encoding="utf-8")
    record.journals = []
    ours = names if part.guards_all else [one for one in names if part.path(one)]
    yield from guard_leftovers(site, ours, done=record.done, beside=kept, guard=guard)
