"""What a site asks of its host, which is MkDocs or a fork of it: the documented parts of its objects that are looked at here.

Nothing here imports the host: `plugin.py` hands its objects over, and its classes in a `Host`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from logging import LoggerAdapter
from typing import Any, Generic, Protocol, TypeVar

from afterword.errors import AfterwordError
from afterword.frozen import NamedTuple, dataclass
from afterword.site.made_when_asked import Unmade

FileT = TypeVar("FileT", bound="HostFile")


class HostPage(Protocol):
    """A page: its file, its address below the site, its Markdown, its HTML and its headings, and the day that it names as its last change."""

    update_date: str
    markdown: str | None
    content: str | None
    toc: Any

    @property
    def meta(self) -> MutableMapping[str, Any]:
        """Its front matter."""

    @property
    def file(self) -> HostFile:
        """The file that it is made from."""

    @property
    def url(self) -> str:
        """Its address below the site, "" for the home page."""


@contextmanager
def raised_as(error_class: type[Exception]) -> Iterator[None]:
    """Ends the host's build with a sentence where ours cannot go on: `error_class` is the host's own for that."""
    try:
        yield
    except AfterwordError as error:
        raise error_class(str(error)) from error


class HostLevel(Protocol):
    """Whether a file becomes a page, and whether that stands in the navigation."""

    def is_included(self) -> bool:
        """Whether it does in a build."""

    def is_in_serve(self) -> bool:
        """Whether it does under `serve`, which shows drafts too."""

    def is_in_nav(self) -> bool:
        """Whether it stands in the navigation."""


class HostFile(Protocol):
    """A file: its path below the journal, where its page lies below the site, and whether that stands in the navigation."""

    src_uri: str
    dest_uri: str
    inclusion: Any

    @property
    def url(self) -> str:
        """The address of its page below the site."""

    @property
    def src_dir(self) -> str | None:
        """The folder it was found in; None for one that a plugin made."""

    @property
    def abs_src_path(self) -> str | None:
        """Where it lies; None for one that is not on disk."""

    @property
    def generated_by(self) -> str | None:
        """The plugin that made it."""

    @property
    def page(self) -> HostPage | None:
        """Its page, once it has one."""

    @property
    def content_bytes(self) -> bytes:
        """What it holds, wherever it came from."""


class HostFiles(Protocol[FileT]):
    """Every file of a build."""

    @property
    def src_uris(self) -> Mapping[str, FileT]:
        """Each by its path below the journal."""

    def __iter__(self) -> Iterator[FileT]: ...

    def documentation_pages(self, *, inclusion: Callable[[HostLevel], bool]) -> Sequence[FileT]:
        """Those of Markdown whose inclusion is one of these."""

    def append(self, file: FileT) -> None:
        """Add one whose path is free."""

    def remove(self, file: FileT) -> None:
        """Take one out."""


class HostTheme(Protocol):
    """The theme: its name, the folders of its templates, and its settings."""

    @property
    def name(self) -> str | None:
        """The name in mkdocs.yml; None for one that is a folder of the user's."""

    @property
    def dirs(self) -> list[str]:
        """The folders of its templates, in the order in which they are looked through."""

    def get(self, key: str, /) -> Any:
        """A setting; None where there is none of that name."""

    def __setitem__(self, key: str, value: Any) -> None: ...


class HostPlugins(Protocol):
    """The plugins of a build, by name, and the methods that listen to each event."""

    @property
    def events(self) -> Mapping[str, Sequence[object]]:
        """The methods that listen to each event, by its name without `on_`."""

    def __iter__(self) -> Iterator[str]: ...

    def items(self) -> Iterable[tuple[str, Any]]:
        """Each plugin by its name."""


class HostPatterns(Protocol):
    """Patterns of paths, written as in .gitignore."""

    def match_file(self, path: str) -> bool:
        """Whether one of them is meant by them."""


class HostConfig(Protocol):
    """What mkdocs.yml says, checked."""

    @property
    def exclude_docs(self) -> HostPatterns | None:
        """What is left out of the site; None where nothing is but what the host leaves out by itself."""

    @property
    def use_directory_urls(self) -> bool:
        """Whether timeline.md becomes timeline/ or timeline.html."""

    @property
    def docs_dir(self) -> str:
        """The journal's folder."""

    @property
    def site_dir(self) -> str:
        """The folder of the built site."""

    @property
    def nav(self) -> object:
        """The navigation as the user wrote it; None where there is none."""

    @property
    def theme(self) -> HostTheme:
        """The theme."""

    @property
    def plugins(self) -> HostPlugins:
        """The plugins."""

    @property
    def markdown_extensions(self) -> list[Any]:
        """Python-Markdown's extensions: names, and one object, which is ours."""

    @property
    def mdx_configs(self) -> Mapping[str, Mapping[str, object]] | None:
        """The settings of those with a name."""

    @property
    def extra(self) -> MutableMapping[str, Any]:
        """What the user lets templates know."""

    @property
    def extra_templates(self) -> list[str]:
        """Files of the user's that are filled in as templates, and may print whatever is known of any page."""

    @property
    def extra_css(self) -> list[str]:
        """Stylesheets that every page asks for."""

    @property
    def extra_javascript(self) -> list[Any]:
        """Scripts that every page asks for: addresses, or the host's own objects that print as one."""


class HostNavigation(Protocol):
    """The navigation: its items at the top, pages and sections, and every page in it."""

    @property
    def items(self) -> list[Any]:
        """Pages, sections and links."""

    @property
    def pages(self) -> list[Any]:
        """Every page in the order of the navigation, each with the one before it and the one after it."""


class Heading(NamedTuple):
    """A heading: its level, its id, its words and the headings below it."""

    level: int
    identity: str
    name: str
    below: tuple[Heading, ...]

    @property
    def token(self) -> dict[str, Any]:
        """The heading as Python-Markdown's table of contents leaves it: `level`, `id`, `name` and `children`."""
        below = [one.token for one in self.below]
        return {"level": self.level, "id": self.identity, "name": self.name, "children": below}


class Converted(NamedTuple):
    """The HTML of a page, its headings, and the ids in it.

    All stand in rows: what the host makes of them takes six times as much, and every page keeps its own until the build ends.
    """

    html: str
    outline: Unmade
    identities: Unmade


Convert = Callable[[str | None], Converted | None]
"""Answers a page's HTML and headings when it is handed the page's Markdown; None where the host has to convert that."""


@dataclass(frozen=True, slots=True)
class Host(Generic[FileT]):
    """The host's own makers and names, as far as a build needs them.

    `make_file` is its class method for files that a plugin makes; `make_page` is handed a `Convert`, the title that a
    navigation gives to a file, None where none does, the file and the configuration, and gives that file a page which asks the
    first for its HTML. `listed` and `unlisted` are the levels of files inside and outside the navigation. `usual_order` nests the paths of files as a navigation that nobody wrote does; `theme_folders` are
    the folders of a theme by its name, without any of the user's.
    """

    make_file: Callable[..., FileT]
    make_page: Callable[[Convert, str | None, FileT, Any], object]
    listed: object
    unlisted: object
    usual_order: Callable[[Sequence[FileT]], list[Any]]
    theme_folders: Callable[[str], list[str]]
    log: LoggerAdapter[Any]
