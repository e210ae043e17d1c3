"""How a template becomes Markdown without a character of the journal's acting as markup."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

from jinja2 import (
    Environment,
    PackageLoader,
    StrictUndefined,
    Template,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from afterword.edition import addresses, links, naming
from afterword.edition.edition import Edition
from afterword.edition.template_code import TemplateCode
from afterword.escaping import as_attribute, as_written, block_safe, markdown_safe
from afterword.model import Noted
from afterword.vocabulary import wording

# So many pieces of a kind are remembered for the pages to come, which show the same ones again and again.
_REMEMBERED = 6000
# What is counted stands in many rows of one page, and there is far more of it than is worth its room.
_COUNTED = 500


def render(edition: Edition, here: str, template: str | Template, **values: object) -> str:
    """The template, or the one of this name, filled in for the page at `here`, with links relative to that page.

    Beside `values` a template has `today`, `href(path, line=, fragment=)`, `theme_href(key)`, `application_href(id)`,
    `review_href(day, fragment=)`, `theme_name(key)`, `stands(interview)`, the macros of marks.html, the modules `parts` and `pictures`, and
    the macros of items.html with a memory: many pages show the same item.
    """
    depth = links.depth_of(edition, here)
    shared = edition.shared.get(depth)
    if shared is None:
        shared = edition.shared[depth] = _shared(edition, depth)
    return environment().get_template(template).render(shared, **values)


def _shared(edition: Edition, depth: int) -> dict[str, object]:
    """What every template has on the pages of one depth: seen from all of them, a page lies in the same place."""
    names: dict[str, object] = {
        "today": edition.today,
        "theme_name": edition.theme_name,
        "stands": edition.stands,
        # Only their writer can write into the entries.
        "is_mine": edition.audience.sees_all,
    }
    names |= {**links.Links(edition, depth).by_name(), **_marks()}
    items: Any = environment().get_template("items.html").make_module(names)
    names |= {
        "noted": with_memory(items.noted, _noted_key),
        "entry_row": with_memory(items.entry_row, attrgetter("path")),
        "counted_item": with_memory(items.counted_item, tuple, _COUNTED),
    }
    # Jinja would run the whole file again for each page that imports it with its context.
    for name in ("parts", "pictures"):
        names[name] = environment().get_template(f"{name}.html").make_module(names)
    return names


@cache
def _marks() -> dict[str, Callable[..., Markup]]:
    """The macros of marks.html with a memory, each by its name."""
    module = environment().get_template("marks.html").make_module()
    macros = {name: macro for name, macro in vars(module).items() if callable(macro)}
    return {name: cache(macro) for name, macro in macros.items()}


def with_memory(
    macro: Callable[[Any], Markup], key_of: Callable[[Any], Hashable], most: int = _REMEMBERED
) -> Callable[[Any], Markup]:
    """A macro that remembers what it made of things by their keys, of so many at most."""
    known: dict[Hashable, Markup] = {}

    def remembered(one: Any) -> Markup:
        key = key_of(one)
        made = known.get(key)
        if made is None:
            if len(known) >= most:
                known.clear()
            made = known[key] = macro(one)
        return made

    return remembered


def _noted_key(one: Noted) -> Hashable:
    """Everything of an item that is printed: two that share a line, as in a table's row, may differ."""
    item = one.item
    return one.interview.path, item.line, item.text, item.why, item.inferred_themes


@cache
def environment() -> Environment:
    """The one Jinja environment: everything is escaped, and a name that is not there is an error."""
    made = Environment(
        loader=PackageLoader("afterword.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=block_safe,
        # A file of the package does not change under a build.
        auto_reload=False,
    )
    made.code_generator_class = TemplateCode
    made.filters.update(
        md=markdown_safe,
        day=_day,
        short_day=_short_day,
        dated=_dated,
        month=wording.month_words,
        round_word=wording.round_word,
        short_month=wording.short_month,
        clock=wording.clock_words,
        promised=naming.promise_words,
        line_id=addresses.line_id,
        as_written=as_written,
        as_attribute=as_attribute,
        days=lambda days: "not written" if days is None else wording.counted(days, "day"),
        iso_month=lambda day: day.isoformat()[:7],
        entry_title=naming.entry_title,
        application_title=naming.application_title,
        note_words=naming.note_words,
        round_name=naming.round_name,
        initials=naming.initials,
    )
    return made


@pass_context
def _day(context: Context, day: date) -> Markup:
    return _day_seen_on(context["today"], day)


@lru_cache(maxsize=4096)
def _day_seen_on(today: date, day: date) -> Markup:
    return _time(day, wording.day_words(day, today))


@pass_context
def _dated(context: Context, day: date) -> Markup:
    return _dated_on(context["today"], day)


@lru_cache(maxsize=4096)
def _dated_on(today: date, day: date) -> Markup:
    return _time(day, wording.dated(day, today))


@lru_cache(maxsize=4096)
def _short_day(day: date) -> Markup:
    return _time(day, wording.short_day(day))


def _time(day: date, words: str) -> Markup:
    return Markup(f'<time datetime="{day.isoformat()}">{words}</time>')  # noqa: S704  names of months


def missing_page() -> str:
    """The page for an address that is not there, whole and by itself."""
    return environment().get_template("missing.html").render()
