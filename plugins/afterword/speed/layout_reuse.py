"""How pages that differ in their own words alone are laid out once and filled in.

A theme lays out a thousand entries a thousand times, though in most of them only the title and the content differ. Here
the theme lays out one stand-in for each group of like pages, with a token for everything that is a page's own, and the
others are filled into that. A theme, or a template of the user's, may look at anything: so the first pages of a group,
and one in so many later ones, are laid out as well and compared, and a group that differs once is never filled again.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Hashable, Mapping
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
_TOKENS = re.compile(
    "|".join(f"({re.escape(one)})" for one in (_TITLE, _PLACE, _CANONICAL, _EDIT, _CONTENT))
)
# What the guard may look at: where a content has any of it, its page is guarded as a whole.
GUARDED = re.compile(
    r"<(?=[bhilmns])(?:input|script|style|link|meta|nav|head|body)\b", re.IGNORECASE
)
# Themes whose templates we have read, and plugins that look at a page and change nothing there.
_KNOWN = frozenset({"material", "mkdocs"})
_QUIET = frozenset({"afterword.plugin", "mkdocs.contrib.search", "material.plugins.search.plugin"})
# Events in which somebody may look at a page that is laid out.
_AFTERWARDS = ("post_page", "post_build")
# Events in which somebody may look at all pages, by a template that is no page.
_TEMPLATES = ("pre_template", "template_context", "post_template")
# Filters treat these as markup, each in its own way.
_MARKUP = re.compile(r"[&<>\"']")


@dataclass(slots=True)
class _Group:
    """The stand-in of a group of like pages, cut at its tokens; how many pages were met, and whether it is trusted."""

    pieces: list[str] = field(default_factory=list)
    met: int = 0
    trusted: bool = True

    def is_due(self) -> bool:
        """Whether the page at hand is to be laid out as well and compared."""
        return self.met <= _FIRST + 1 or self.met % _EVERY == 0


class LayoutReuse:
    """The layouts of one build: `guard` is what each has been through, and `filled` the very text of the page filled in last."""

    def __init__(self, guard: Callable[[str, str], str]) -> None:
        self.guard = guard
        self.filled: str | None = None

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
        key = _key(page) if page else None
        if page is None or key is None:
            return super().render(*args, **kwargs)
        group = self.__dict__.setdefault("groups", {}).setdefault(key, _Group())
        group.met += 1
        base = str(context.get("base_url", "."))
        # A group of one needs no stand-in.
        if group.met == 1 or not group.trusted:
            return super().render(*args, **kwargs)
        if not group.pieces:
            laid_out = super().render({**context, "page": _stand_in(page)})
            group.pieces = _TOKENS.split(self.reuse.guard(laid_out, base))
        filled = _filled(group.pieces, page)
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


def _key(page: Any) -> Hashable | None:
    """What like pages share; None for a page that is laid out by itself: in the navigation, or with a title like markup."""
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
    below = repr([_headings(one) for one in first.children])
    depth = page.url.count("/")
    return depth, repr(meta), "title" in page.meta, below, page.edit_url is None


def _headings(link: Any) -> tuple[object, ...]:
    return link.title, link.id, link.level, [_headings(one) for one in link.children]


def _stand_in(page: Any) -> Any:
    """The page with a token for everything that is its own."""
    made = copy.copy(page)
    made.title, made.content = _TITLE, _CONTENT
    if "title" in page.meta:
        made.meta = {**page.meta, "title": _TITLE}
    (first,) = page.toc
    heading = copy.copy(first)
    heading.title, heading.id = _TITLE, _PLACE
    made.toc = copy.copy(page.toc)
    made.toc.items = [heading]
    if page.canonical_url:
        made.canonical_url = _CANONICAL
    if page.edit_url:
        made.edit_url = _EDIT
    return made


def _filled(pieces: list[str], page: Any) -> str:
    (first,) = page.toc
    own = (page.title, first.id, page.canonical_url, page.edit_url, page.content)
    # Split at five groups, every sixth piece lies between tokens, and one of the five after it says which one it was.
    filled = [pieces[0]]
    for at in range(1, len(pieces), len(own) + 1):
        tokens = pieces[at : at + len(own)]
        filled += (str(own[number]) for number, token in enumerate(tokens) if token)
        filled.append(pieces[at + len(own)])
    return "".join(filled)
