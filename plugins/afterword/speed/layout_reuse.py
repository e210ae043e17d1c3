"""How pages that differ in their own words alone are laid out once and filled in.

A theme lays out a thousand entries a thousand times, though in most of them only the title, the headings and the content differ. Here
the theme lays out one stand-in for each group of like pages, with a token for everything that is a page's own, and the
others are filled into that. A theme, or a template of the user's, may look at anything: so the first pages of a group,
and one in so many later ones, are laid out as well and compared, and a group that differs once is never filled again.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from posixpath import dirname, join, normpath, relpath
from typing import Any

from jinja2 import Template

from afterword.frozen import dataclass, field
from afterword.site.host import HostConfig

# How many pages of a group are laid out and compared before it is trusted, and one in how many afterwards.
_FIRST = 2
_EVERY = 50

# Each stands for what is a page's own. Letters alone, so that no filter changes them.
_TITLE = "AfterwordStandInTitle"
_PLACE = "AfterwordStandInPlace"
_CANONICAL = "https://stand-in.invalid/afterword/"
_EDIT = "https://stand-in.invalid/edit/"
_CONTENT = "<h1>AfterwordStandInContent</h1>"
_OWN = (_TITLE, _PLACE, _CANONICAL, _EDIT, _CONTENT)
# And for the words and the place of each heading below the title, by their number.
_BELOW = "AfterwordStandInHeading{}End"
_TOKENS = re.compile(rf"({'|'.join(map(re.escape, _OWN))}|{_BELOW.format(r'[0-9]+')})")
# What the guard may look at: where a content has any of it, its page is guarded as a whole.
# The letters of HTML's names are ASCII's; a set of letters in any other case, too, takes longer to compile.
GUARDED = re.compile(
    r"<(?=[bhilmns])(?:input|script|style|link|meta|nav|head|body)\b", re.IGNORECASE | re.ASCII
)
# Themes whose templates we have read, the folders of their own files, and plugins that look at a page and change nothing there.
_KNOWN = frozenset({"material", "mkdocs"})
_OF_THEMES = frozenset({"assets", "css", "img", "js", "search", "webfonts"})
_QUIET = frozenset({"afterword.plugin", "mkdocs.contrib.search", "material.plugins.search.plugin"})
# Events in which somebody may look at a page that is laid out.
_AFTERWARDS = ("post_page", "post_build")
# Events in which somebody may look at all pages, by a template that is no page.
_TEMPLATES = ("pre_template", "template_context", "post_template")
# Filters treat these as markup, or as blanks to be made one, each in its own way.
_MARKUP = re.compile(r"[&<>\"']|[^\S ]| (?: |\Z)|\A ")
# An address that a theme counts from the page at hand.
_COUNTED = re.compile(r'(?:href|src)="(?![/#]|[a-z][a-z0-9+.-]*:)([^"#?]+)', re.ASCII)


@dataclass(slots=True)
class _Group:
    """The stand-in of a group of like pages, cut at its tokens, and which of a page's own texts each of them stands for; how many pages were met, and whether it is trusted.

    `home` is the folder of the stand-in's address, and `led_to` where it leads, by the part of the site.
    """

    pieces: list[str] = field(default_factory=list)
    tokens: list[int] = field(default_factory=list)
    home: str = ""
    led_to: dict[str, set[str]] = field(default_factory=dict)
    met: int = 0
    trusted: bool = True

    def is_due(self) -> bool:
        """Whether the page at hand is to be laid out as well and compared."""
        return self.met <= _FIRST + 1 or self.met % _EVERY == 0

    def cut(self, laid_out: str, own: int, url: str) -> None:
        """Keep the stand-in, laid out for the page at `url`, of pages with so many texts of their own."""
        numbers = {token: at for at, token in enumerate(_tokens(own))}
        pieces = _TOKENS.split(laid_out)
        # What somebody wrote like a token of ours becomes a title, which the comparison finds.
        self.pieces, self.tokens = pieces[::2], [numbers.get(one, 0) for one in pieces[1::2]]
        self.home = url.rpartition("/")[0]
        for address in _COUNTED.findall(laid_out):
            place = normpath(join(self.home, address))
            self.led_to.setdefault(_part(place), set()).add(place)

    def leads_alike(self, url: str) -> bool:
        """Whether all ways from a page at this address are those from the stand-in: into the part of a site that either lies in, they may not be."""
        here = url.rpartition("/")[0]
        near = {place for one in (here, self.home) for place in self.led_to.get(_part(one), ())}
        return all(relpath(one, here or ".") == relpath(one, self.home or ".") for one in near)

    def filled(self, own: list[str]) -> str:
        """The page with these texts of its own."""
        whole = [""] * (len(self.pieces) + len(self.tokens))
        whole[::2], whole[1::2] = self.pieces, [own[at] for at in self.tokens]
        return "".join(whole)


class LayoutReuse:
    """The layouts of one build: `guard` is what each has been through, and `filled` the very text of the page filled in last."""

    def __init__(self, guard: Callable[[str, str], str]) -> None:
        self.guard = guard
        self.filled: str | None = None
        self._nav: object = None
        self._led_to: frozenset[str] = frozenset()

    def shared_folder(self, url: str, context: Mapping[str, Any]) -> str | None:
        """The folder of a page's address, where the navigation leads into the same part of the site: from there the way is another; None elsewhere."""
        nav = context.get("nav")
        if nav is not self._nav:
            self._nav, pages = nav, getattr(nav, "pages", ())
            self._led_to = _OF_THEMES.union(_part(one.url) for one in pages)
        return dirname(url.rstrip("/")) if _part(url) in self._led_to else None

    def template_class(self) -> type[Template]:
        """The class of templates that fill in what they have laid out."""
        return type("ReusingTemplate", (_ReusingTemplate,), {"reuse": self})


class _ReusingTemplate(Template):
    """A template that fills in what it has laid out for another page like this one."""

    reuse: LayoutReuse

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The page: filled in where its group is known, else laid out."""
        context: Mapping[str, Any] = args[0] if args else kwargs
        page = context.get("page")
        key = _key(page, self.reuse.shared_folder(page.url, context)) if page else None
        if page is None or key is None:
            return super().render(*args, **kwargs)
        groups: dict[Hashable, _Group] = self.__dict__.setdefault("groups", {})
        group = groups.setdefault(key, _Group())
        group.met += 1
        base = str(context.get("base_url", "."))
        # A group of one needs no stand-in.
        if group.met == 1 or not group.trusted:
            return super().render(*args, **kwargs)
        own = _own(page)
        if not group.pieces:
            laid_out = super().render({**context, "page": _stand_in(page, len(own))})
            group.cut(self.reuse.guard(laid_out, base), len(own), page.url)
        if not group.leads_alike(page.url):
            return super().render(*args, **kwargs)
        filled = group.filled(own)
        if group.is_due():
            group.trusted = self.reuse.guard(super().render(*args, **kwargs), base) == filled
            if not group.trusted:
                return super().render(*args, **kwargs)
        self.reuse.filled = filled
        return filled


def may_reuse(config: HostConfig, theme_folders: Callable[[str], list[str]]) -> bool:
    """Whether like pages differ in their words alone: the theme is one that we know, and nobody else has a say in its pages.

    `theme_folders` are those of a theme by its name, without any of the user's.
    """
    name = config.theme.name or ""
    known = name in _KNOWN and owners_of(config, "page_context", "env", "post_page") <= _QUIET
    return known and config.theme.dirs == theme_folders(name)


def may_let_go(config: HostConfig) -> bool:
    """Whether nobody looks at a page once it is laid out: what listens then is known to look at the built site alone."""
    return owners_of(config, *_AFTERWARDS) <= _QUIET


def has_own_templates_alone(config: HostConfig) -> bool:
    """Whether no template of the user's, which could print any page, is filled in before the first page is, and nobody looks on."""
    return not config.extra_templates and owners_of(config, *_TEMPLATES) <= _QUIET


def owners_of(config: HostConfig, *events: str) -> set[str]:
    """The modules of the plugins that listen to these events; a hook of the user's counts as one of Python's own."""
    listeners = (one for event in events for one in config.plugins.events[event])
    return {type(getattr(one, "__self__", None)).__module__ for one in listeners}


def _part(url: str) -> str:
    """The folder at the top of a site that an address lies in."""
    return url.partition("/")[0]


def _key(page: Any, folder: str | None) -> Hashable | None:
    """What like pages of a folder share, where that matters; None for a page that is laid out by itself: in the navigation, or with a title like markup."""
    in_nav = page.parent or page.previous_page or page.next_page
    if in_nav or not page.file.inclusion.is_not_in_nav() or len(page.toc) != 1:
        return None
    # A theme may put a heading over a content that has none.
    if "<h1" not in page.content or GUARDED.search(page.content):
        return None
    if _MARKUP.search(str(page.title)) or page.meta.get("title", page.title) != page.title:
        return None
    (first,) = page.toc
    meta = {name: value for name, value in page.meta.items() if name != "title"}
    below = repr(_shape(first))
    depth = page.url.count("/")
    return depth, folder, repr(meta), "title" in page.meta, below, page.edit_url is None


def _shape(link: Any) -> list[object]:
    """The headings below one, without their words; one like markup with them, since a filter may treat it in its own way."""
    return [
        (one.level, None if _is_plain(one) else (one.title, one.id), _shape(one))
        for one in link.children
    ]


def _is_plain(link: Any) -> bool:
    return not (_MARKUP.search(link.title) or _MARKUP.search(link.id))


def _below(link: Any) -> Iterator[Any]:
    """The headings below one, in their order."""
    for one in link.children:
        yield one
        yield from _below(one)


def _tokens(own: int) -> list[str]:
    """What stands for each of so many texts of a page's own."""
    return [*_OWN, *(_BELOW.format(number) for number in range(own - len(_OWN)))]


def _own(page: Any) -> list[str]:
    """The texts that are a page's own."""
    (first,) = page.toc
    texts = [page.title, first.id, page.canonical_url, page.edit_url, page.content]
    for one in _below(first):
        texts += one.title, one.id
    return [*map(str, texts)]


def _stand_in(page: Any, own: int) -> Any:
    """The page with a token for each of so many texts of its own."""
    made = copy.copy(page)
    made.title, made.content = _TITLE, _CONTENT
    if "title" in page.meta:
        made.meta = {**page.meta, "title": _TITLE}
    (first,) = page.toc
    heading = copy.deepcopy(first)
    tokens = iter(_tokens(own)[len(_OWN) :])
    for one, title, place in zip(_below(heading), tokens, tokens, strict=False):
        if _is_plain(one):
            one.title, one.id = title, place
    heading.title, heading.id = _TITLE, _PLACE
    # A hook may have put any row of headings there, which has no `items`.
    made.toc = [heading]
    if page.canonical_url:
        made.canonical_url = _CANONICAL
    if page.edit_url:
        made.edit_url = _EDIT
    return made
