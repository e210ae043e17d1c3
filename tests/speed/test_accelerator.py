"""Nothing is done faster where another plugin could tell."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib.search import SearchPlugin

from afterword.edition.rendering import environment as own_environment
from afterword.plugin import AfterwordPlugin
from afterword.site.accelerator import Accelerator
from afterword.speed import FastAccelerator
from afterword.speed.compiled_templates import CompiledTemplates

FOLDERS = ["theme"]


class Configuration(SimpleNamespace):
    """What a host configures, of which the package of the host is known."""

    __module__ = MkDocsConfig.__module__


class Stranger:
    def look(self) -> None:
        """Look at whatever comes."""


def hook() -> None:
    """What a user's hooks.py has."""


LAST = ("page_context", "env", "post_page", "post_build")
OF_TEMPLATES = ("pre_template", "template_context", "post_template")


def config(
    event: str, *listeners: object, folders: list[str] = FOLDERS, templates: tuple[str, ...] = ()
) -> Any:
    """A configuration in which these listen to an event, and to every other what always does."""
    usual = [AfterwordPlugin().on_page_context, SearchPlugin().on_page_context]
    events: dict[str, list[object]] = {name: [*usual] for name in (*LAST, *OF_TEMPLATES)}
    events[event] += listeners
    theme = SimpleNamespace(name="mkdocs", dirs=folders)
    return Configuration(
        plugins=SimpleNamespace(events=events), theme=theme, extra_templates=[*templates]
    )


def page() -> Any:
    return SimpleNamespace(url="a/", meta={}, markdown="# A", content='<h1 id="a">A</h1>\n<p>B</p>')


def begun(
    settings: Any, accelerator: Accelerator | None = None
) -> tuple[Accelerator, Environment, bool]:
    """An accelerator at work with a configuration, and whether it left the environment of the theme as it was."""
    made = accelerator or FastAccelerator()
    environment = Environment(autoescape=True)
    themed = made.themed(environment, settings, lambda _: FOLDERS, lambda text, _: text.upper())
    return made, themed, themed is environment


LOOKING = pytest.mark.parametrize("looking", [Stranger().look, hook])


@LOOKING
@pytest.mark.parametrize("event", ["post_page", "post_build"])
def test_pages_keep_their_texts_where_somebody_looks_at_them_later(
    event: str, looking: object
) -> None:
    one = page()
    begun(config(event, looking))[0].let_go(one)
    assert one == page()


@LOOKING
@pytest.mark.parametrize("event", [*LAST, *OF_TEMPLATES])
def test_pages_keep_their_markdown_where_somebody_may_look_at_it(
    event: str, looking: object
) -> None:
    one = page()
    begun(config(event, looking))[0].let_go_of_sources([one])
    assert one == page()


@pytest.mark.parametrize(
    "settings", [config("env", folders=["over", *FOLDERS]), config("env", templates=("feed.xml",))]
)
def test_pages_keep_their_markdown_for_a_template_of_the_users(settings: Any) -> None:
    one = page()
    begun(settings)[0].let_go_of_sources([one])
    assert one == page()


def test_the_markdown_that_nobody_looks_at_is_let_go() -> None:
    one = page()
    begun(config("env"))[0].let_go_of_sources([one])
    assert (one.markdown, one.content) == ("", page().content)


def test_a_page_that_the_host_has_not_read_stays_unread() -> None:
    one = page()
    one.markdown = None
    begun(config("env"))[0].let_go_of_sources([one])
    assert one.markdown is None


def test_without_an_accelerator_pages_keep_their_markdown() -> None:
    one = page()
    Accelerator().let_go_of_sources([one])
    assert one == page()


def test_pages_that_nobody_looks_at_are_let_go() -> None:
    one = page()
    begun(config("env"))[0].let_go(one)
    assert (one.markdown, one.content) == ("", "")


@pytest.mark.parametrize(
    ("part", "guarded"),
    [("<p>Calm <em>down</em></p>", "PAGE"), ("<p>A</p><SCRIPT>b()</SCRIPT>", None)],
)
def test_a_page_is_guarded_before_its_parts_are_in_it_where_the_guard_finds_nothing_in_them(
    part: str, guarded: str | None
) -> None:
    made, _, _ = begun(config("env"))
    assert made.guarded_first("page", "..", ("<p>Well</p>", part)) == guarded


def test_a_page_that_was_filled_into_a_guarded_layout_is_not_guarded_again() -> None:
    made, themed, _ = begun(config("env"))
    filled = "a page"
    themed.template_class.reuse.filled = filled  # type: ignore[attr-defined]
    assert made.guarded_first(filled, "..", ()) == filled


@LOOKING
@pytest.mark.parametrize("event", ["post_page", "page_context"])
def test_a_page_is_guarded_as_a_whole_where_somebody_looks_at_it_in_between(
    event: str, looking: object
) -> None:
    assert begun(config(event, looking))[0].guarded_first("page", "..", ()) is None


@LOOKING
@pytest.mark.parametrize("event", ["page_context", "env"])
def test_each_page_is_laid_out_where_somebody_has_a_say_in_it(event: str, looking: object) -> None:
    assert begun(config(event, looking))[2]


def test_each_page_is_laid_out_by_a_theme_with_folders_of_the_users() -> None:
    assert begun(config("env", folders=["over", *FOLDERS]))[2]


def test_like_pages_are_laid_out_once_and_the_themes_own_environment_stays_as_it_is() -> None:
    _, themed, is_same = begun(config("env"))
    assert (is_same, themed.template_class.__name__) == (False, "ReusingTemplate")
    assert Environment.template_class.__name__ == "Template"


def test_a_themes_templates_are_kept_compiled_without_a_change_to_the_themes_own_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = own_environment().bytecode_cache
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    environment = Environment(autoescape=True)
    themed = FastAccelerator().themed(
        environment, config("env"), lambda _: FOLDERS, lambda text, _: text
    )
    own_environment().bytecode_cache = ours
    assert isinstance(themed.bytecode_cache, CompiledTemplates)
    assert environment.bytecode_cache is None


def test_where_nothing_can_be_kept_a_themes_templates_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert begun(config("env"))[1].bytecode_cache is None


def test_a_search_whose_records_are_not_known_is_left_alone() -> None:
    made, one = begun(config("env"))[0], page()
    made.before_search(one)
    made.after_search(one)
    assert one == page()
    assert made.completed([], {}) == []


def test_of_an_earlier_build_nothing_is_known() -> None:
    made, one = begun(config("env"))[0], page()
    made.begin()
    made.let_go(one)
    assert (one, made.guarded_first("page", "..", ())) == (page(), None)


def test_without_speed_nothing_is_done_but_what_has_to_be() -> None:
    made, _, is_same = begun(config("env"), Accelerator())
    one = page()
    made.begin()
    made.before_search(one)
    made.after_search(one)
    made.let_go(one)
    assert (one, is_same, made.guarded_first("page", "..", ())) == (page(), True, None)
    assert made.completed([], {}) == []
