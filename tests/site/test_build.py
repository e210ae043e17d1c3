"""One build asked hook by hook, without a page being laid out: what each hook does to what MkDocs hands it."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from tests.site.hosted import HOST, configuration

from afterword.audience.audience import VARIABLE, Audience, Profile, written_audience
from afterword.audience.handed import HANDED, written_journal
from afterword.errors import ConfigurationError
from afterword.model import Journal
from afterword.options import SEALED
from afterword.site.accelerator import Accelerator
from afterword.site.build import Build
from afterword.site.entries.markdown import EntryMarkdown

NOW = datetime(2026, 11, 19, 9, tzinfo=UTC)
ENTRY = "---\ncompany: Northwind\ndate: 2026-11-12\n---\n\n## Went well\n\n- Calm #kafka\n"
FILES = {"a.md": ENTRY, "about.md": "# About\n"}
COACH = Audience(profile=Profile.COACH, shared=True)
LOG = logging.getLogger("tests.build")


class Noting(Accelerator):
    """The plain way, which notes what it is asked for."""

    def __init__(self, guarded: str | None = None) -> None:
        self.asked: list[str] = []
        self.begun = 0
        self._guarded = guarded

    def begin(self) -> None:
        """Count it."""
        self.begun += 1

    def themed(self, environment: Environment, *_: Any) -> Environment:
        """Another environment."""
        self.asked.append("themed")
        return environment.overlay()

    def before_search(self, page: Any) -> None:
        """Note it."""
        self.asked.append("before_search")

    def after_search(self, page: Any) -> None:
        """Note it."""
        self.asked.append("after_search")

    def let_go(self, page: Any) -> None:
        """Note it."""
        self.asked.append("let_go")

    def guarded_first(self, page: str, base: str, parts: object) -> str | None:
        """What was said beforehand."""
        return self._guarded


def written(folder: Path, files: Mapping[str, str], **settings: object) -> MkDocsConfig:
    """The configuration of a project whose sources are these files."""
    for name, text in files.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return configuration(folder, **settings)


def begun(command: str = "build", accelerator: Accelerator | None = None) -> Build[Any]:
    build = Build(replace(HOST, log=logging.LoggerAdapter(LOG, {})), accelerator or Noting())
    build.command = command
    return build


def placed(
    build: Build[Any],
    config: MkDocsConfig,
    *,
    environment: Mapping[str, str] | None = None,
    options: Mapping[str, object] | None = None,
) -> Files:
    """The files of a build that has come to where every page has its place."""
    variables = environment or {}
    build.prepare(options or {"today": "2026-11-20"}, config, variables)
    files = get_files(config)
    build.read(files, config, variables, NOW)
    build.keep_out(files)
    build.place(files, config)
    return files


def page_of(path: str, *, url: str = "", generated_by: str | None = None) -> Any:
    file = SimpleNamespace(
        src_uri=path, dest_uri=f"{url}index.html", abs_src_path=None, generated_by=generated_by
    )
    return SimpleNamespace(file=file, url=url)


def test_the_day_of_a_build_is_midnight_of_the_day_that_it_is_built_for(tmp_path: Path) -> None:
    build = begun()
    placed(build, written(tmp_path, FILES))
    assert build.day == datetime(2026, 11, 20, tzinfo=UTC)


def test_without_a_day_among_the_options_it_is_the_clocks(tmp_path: Path) -> None:
    build = begun()
    placed(build, written(tmp_path, FILES), options={"plain": True})
    assert build.day == datetime(2026, 11, 19, tzinfo=UTC)


@pytest.mark.parametrize(
    ("command", "is_live"), [("build", False), ("serve", True), ("gh-deploy", False)]
)
def test_only_what_is_served_is_live(command: str, *, is_live: bool) -> None:
    assert begun(command).is_live is is_live


@pytest.mark.parametrize(("command", "entries"), [("build", {"a.md"}), ("serve", {"a.md", "b.md"})])
def test_a_draft_is_an_entry_where_it_is_served(
    tmp_path: Path, command: str, entries: set[str]
) -> None:
    build = begun(command)
    config = written(tmp_path, {**FILES, "b.md": ENTRY}, draft_docs="b.md")
    placed(build, config)
    assert {*build.site.edition.interviews} == entries


def test_a_journal_is_not_deployed_for_everybody_before_anything_is_built(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="gh-deploy"):
        placed(begun("gh-deploy"), written(tmp_path, FILES))


@pytest.mark.parametrize(
    ("files", "options"),
    [({"about.md": "# About\n"}, {"today": "2026-11-20"}), (FILES, {"plain": True})],
)
def test_what_everybody_may_read_is_deployed(
    tmp_path: Path, files: Mapping[str, str], options: Mapping[str, object]
) -> None:
    assert placed(begun("gh-deploy"), written(tmp_path, files), options=options)


def test_what_does_not_go_together_with_a_journal_is_refused_at_once(tmp_path: Path) -> None:
    config = written(tmp_path, {**FILES, "ours.md": "# Ours\n", "ours/a.md": ENTRY})
    with pytest.raises(ConfigurationError, match=r"Move ours\.md"):
        begun().prepare({"folder": "ours"}, config, {})


def test_a_profile_is_built_of_what_is_handed_over_alone(tmp_path: Path) -> None:
    config, build = written(tmp_path, FILES), begun()
    variables = {VARIABLE: written_audience(COACH)}
    with pytest.raises(ConfigurationError, match="publish --profile"):
        build.prepare({}, config, variables)
    handed = tmp_path / "handed.json"
    handed.write_text(written_journal(Journal()), encoding="utf-8")
    placed(build, config, environment={**variables, HANDED: str(handed)})
    assert build.site.edition.journal == Journal()


def test_the_options_and_addresses_of_a_build_hold_for_its_pages(tmp_path: Path) -> None:
    build = begun()
    config = written(tmp_path, {"ours/a.md": ENTRY}, use_directory_urls=False)
    placed(build, config, options={"folder": "ours", "feedback_delay": 7})
    edition = build.site.edition
    assert (edition.folder, edition.feedback_delay, edition.directory_urls) == ("ours", 7, False)


def test_what_is_odd_about_a_file_is_told_once_and_it_is_taken_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = written(tmp_path, {**FILES, "b.md": "---\ncompany: [\n---\n"})
    (tmp_path / "docs" / "gone.png").symlink_to(tmp_path / "nowhere")
    (tmp_path / "docs" / "round").symlink_to(".")
    files = placed(begun(), config)
    told = [one.getMessage().partition(":")[0] for one in caplog.records if one.levelno >= 30]
    assert sorted(told) == ["b.md", "gone.png", "round"]
    assert files.get_file_from_path("gone.png") is None


def test_an_entry_where_a_page_of_ours_lies_goes_by_another_path(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    build = begun()
    files = placed(build, written(tmp_path, {"funnel.md": ENTRY, "about.md": "# About\n"}))
    assert {*build.site.edition.interviews} == {"funnel-entry.md"}
    assert files.src_uris["funnel.md"].abs_src_path is None
    assert [one.getMessage().partition(":")[0] for one in caplog.records] == [
        "funnel.md is an entry, and a page of Afterword lies there too"
    ]


def test_a_page_that_the_users_navigation_names_is_there(tmp_path: Path) -> None:
    build = begun()
    files = placed(build, written(tmp_path, FILES, nav=[{"Wrong": "problems.md"}, "about.md"]))
    page = files.src_uris["problems.md"].page
    assert page is not None
    assert page.title == "Wrong"


def test_an_entry_that_a_blog_lays_out_is_one_though_it_is_left_out_of_the_site(
    tmp_path: Path,
) -> None:
    build = begun()
    config = written(tmp_path, {**FILES, "post.md": ENTRY, "out.md": ENTRY})
    build.prepare({}, config, {})
    files = get_files(config)
    build.read(files, config, {}, NOW)
    for name in ("post.md", "out.md"):
        files.src_uris[name].inclusion = InclusionLevel.EXCLUDED
    files.src_uris["post.md"].page = page_of("post.md")
    build.place(files, config)
    assert {*build.site.edition.interviews} == {"a.md", "post.md"}


def test_a_page_of_the_users_has_a_name_that_a_file_may_have(tmp_path: Path) -> None:
    name = "x" * 252
    config = written(tmp_path, {**FILES, f"{name}.md": "# Long\n"}, use_directory_urls=False)
    files = placed(begun(), config)
    assert len(files.src_uris[f"{name}.md"].dest_uri) < 255


LANGUAGE = {"de/a.md": ENTRY, "de/about.md": "# About\n"}


def test_a_folder_that_all_pages_of_a_build_within_another_lie_in_is_its_languages(
    tmp_path: Path,
) -> None:
    build, config = begun(), written(tmp_path, LANGUAGE)
    placed(build, config)
    alone = build.site.edition.folder
    placed(build, config)
    assert (alone, build.site.edition.folder) == ("", "de")
    assert build.site.edition.place("de/a.md") == "de/a.md"


def test_an_entry_that_another_plugin_moved_lies_where_that_put_it(tmp_path: Path) -> None:
    build = begun()
    config = written(tmp_path, {"ours/a.md": ENTRY})
    build.prepare({"folder": "ours"}, config, {})
    files = get_files(config)
    build.read(files, config, {}, NOW)
    files.src_uris["ours/a.md"].dest_uri = "blog/a/index.html"
    build.place(files, config)
    assert build.site.edition.place("a.md") == "blog/a.md"


def test_an_entry_that_another_plugin_wrote_is_in_the_journal(tmp_path: Path) -> None:
    build = begun()
    config = written(tmp_path, FILES)
    build.prepare({}, config, {})
    files = get_files(config)
    build.read(files, config, {}, NOW)
    made = File("made.md", None, config.site_dir, True)
    made.content_string = ENTRY
    files.append(made)
    files.remove(files.src_uris["a.md"])
    build.place(files, config)
    assert {*build.site.edition.interviews} == {"made.md"}


@pytest.mark.parametrize(("folder", "first"), [("", "index.md"), ("ours", "ours/about.md")])
def test_our_pages_come_first_unless_they_have_a_folder_of_their_own(
    tmp_path: Path, folder: str, first: str
) -> None:
    names = {f"{folder}/{name}".lstrip("/"): text for name, text in FILES.items()}
    build, config = begun(), written(tmp_path, names)
    files = placed(build, config, options={"folder": folder, "today": "2026-11-20"})
    files.src_uris[f"{folder}/about.md".lstrip("/")].inclusion = InclusionLevel.INCLUDED
    navigation = get_navigation(files, config)
    build.order(navigation, files, config)
    paths = [one.file.src_uri for one in navigation.pages]
    own = sorted(paths) if folder else paths
    assert own[0] == first
    assert (paths[1] == "timeline.md") is not bool(folder)


def test_which_pages_a_navigation_leaves_out_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    build, config = begun("serve"), written(tmp_path, FILES, nav=["about.md", "funnel.md"])
    for _ in range(2):
        files = placed(build, config)
        build.order(get_navigation(files, config), files, config)
        files = placed(build, config)
    (said,) = [one.getMessage() for one in caplog.records if "leaves out" in one.getMessage()]
    assert ("Timeline: timeline.md" in said, "funnel.md" in said) == (True, False)


def test_without_a_navigation_of_the_users_nothing_is_left_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    build, config = begun(), written(tmp_path, FILES)
    files = placed(build, config)
    build.order(get_navigation(files, config), files, config)
    assert [one.getMessage() for one in caplog.records] == []


@pytest.mark.parametrize(
    ("path", "is_there", "expected"),
    [
        ("about.md", False, "This file went away while the site was built."),
        ("about.md", True, None),
        ("other.md", False, None),
    ],
)
def test_the_source_of_a_file_that_went_away_says_so(
    tmp_path: Path,
    path: str,
    expected: str | None,
    caplog: pytest.LogCaptureFixture,
    *,
    is_there: bool,
) -> None:
    build = begun()
    placed(build, written(tmp_path, FILES))
    page = page_of(path)
    page.file.abs_src_path = str(tmp_path / "docs" / path) if is_there else None
    assert build.source(page, is_own=False) == expected
    assert [one.getMessage() for one in caplog.records] == (
        ["about.md went away while the site was built: its page says so."] if expected else []
    )


def test_the_source_of_an_entry_and_of_our_page_is_what_the_site_says(tmp_path: Path) -> None:
    build = begun()
    placed(build, written(tmp_path, FILES))
    sources = [build.source(page_of(path), is_own=True) for path in ("a.md", "funnel.md")]
    assert sources == [build.site.source(path, is_own=True) for path in ("a.md", "funnel.md")]
    assert build.source(page_of("funnel.md"), is_own=False) is None


def test_the_conversion_is_told_of_each_entry_and_of_nothing_else(tmp_path: Path) -> None:
    build, config = begun(), written(tmp_path, FILES)
    placed(build, config)
    (extension,) = [x for x in config.markdown_extensions if isinstance(x, EntryMarkdown)]
    told = []
    for path in ("a.md", "about.md"):
        assert build.markdown(page_of(path), "# A", is_own=True) == "# A"
        told.append(extension.themes is not None)
    assert told == [True, False]


@pytest.mark.parametrize(("generated_by", "is_below"), [(None, True), ("gen-files", False)])
def test_ours_stands_below_a_page_that_the_user_wrote(
    tmp_path: Path, generated_by: str | None, *, is_below: bool
) -> None:
    build = begun()
    placed(build, written(tmp_path, {**FILES, "funnel.md": "# Mine\n"}))
    page = page_of("funnel.md", generated_by=generated_by)
    shown = build.markdown(page, "# Mine", is_own=False)
    assert (shown != "# Mine") is is_below


@pytest.mark.parametrize(("folder", "is_faster"), [("", True), ("ours", False)])
def test_a_theme_is_prepared_for_speed_where_every_page_is_ours(
    tmp_path: Path, folder: str, *, is_faster: bool
) -> None:
    names = {f"{folder}/a.md".lstrip("/"): ENTRY, "about.md": "# About\n"}
    build, config = begun(), written(tmp_path, names)
    files = placed(build, config, options={"folder": folder, "today": "2026-11-20"})
    for name in ("about.md", f"{folder}/a.md".lstrip("/")):
        Page(None, files.src_uris[name], config).update_date = "2020-01-01"
    environment = Environment(autoescape=True)
    assert (build.themed(environment, config, files) is not environment) is is_faster
    dates = {one.src_uri: one.page.update_date for one in files.documentation_pages() if one.page}
    assert dates.pop("about.md") == ("2026-11-20" if is_faster else "2020-01-01")
    assert {*dates.values()} == {"2026-11-20"}


def test_in_a_build_within_another_nothing_is_done_faster(tmp_path: Path) -> None:
    build, config = begun(), written(tmp_path, FILES)
    placed(build, config)
    files = placed(build, config)
    environment = Environment(autoescape=True)
    assert build.themed(environment, config, files) is environment


def test_what_hurries_knows_nothing_of_another_site_and_forgets_nothing_within_one(
    tmp_path: Path,
) -> None:
    noting = Noting()
    build, config = begun(accelerator=noting), written(tmp_path, FILES)
    placed(build, config)
    placed(build, config)
    assert noting.begun == 1
    placed(build, written(tmp_path, FILES))
    assert noting.begun == 2


HTML = "<html><head></head><body></body></html>"


@pytest.mark.parametrize(
    ("options", "variables", "name", "is_guarded"),
    [
        ({}, {}, "404.html", True),
        ({}, {}, "sitemap.xml", False),
        ({"folder": "ours"}, {}, "404.html", False),
        ({"folder": "ours"}, {SEALED: "00"}, "404.html", True),
        ({"folder": "ours"}, {SEALED: "00"}, "sitemap.xml", False),
    ],
)
def test_the_themes_own_pages_are_guarded_where_all_are(
    tmp_path: Path,
    options: Mapping[str, object],
    variables: Mapping[str, str],
    name: str,
    *,
    is_guarded: bool,
) -> None:
    build, config = begun(), written(tmp_path, {"ours/a.md": ENTRY})
    placed(build, config, options={"today": "2026-11-20", **options}, environment=variables)
    page = build.template_guarded(name, HTML)
    assert ("Content-Security-Policy" in page) is is_guarded
    assert (page != HTML) is is_guarded


def test_the_page_for_a_lost_address_of_a_profile_is_ours(tmp_path: Path) -> None:
    build, config = begun(), written(tmp_path, FILES)
    handed = tmp_path / "handed.json"
    handed.write_text(written_journal(Journal()), encoding="utf-8")
    variables = {VARIABLE: written_audience(COACH), HANDED: str(handed)}
    placed(build, config, environment=variables)
    pages = [build.template_guarded(name, f"{HTML}theirs") for name in ("404.html", "other.html")]
    assert ["theirs" in one for one in pages] == [False, True]


@pytest.mark.parametrize("is_own", [True, False])
def test_a_page_leaves_guarded_and_its_texts_go_where_it_is_ours(
    tmp_path: Path, *, is_own: bool
) -> None:
    accelerator = Noting()
    build = begun(accelerator=accelerator)
    placed(build, written(tmp_path, FILES))
    page = build.as_it_leaves(page_of("a.md", url="a/"), HTML, is_own=is_own)
    assert "Content-Security-Policy" in page
    assert accelerator.asked == (["let_go"] if is_own else [])


@pytest.mark.parametrize("guarded", [f"{HTML}guarded", None])
def test_a_page_that_was_guarded_and_that_nobody_changed_since_leaves_as_it_is(
    tmp_path: Path, guarded: str | None
) -> None:
    accelerator = Noting(guarded)
    build = begun(accelerator=accelerator)
    placed(build, written(tmp_path, FILES))
    page = page_of("about.md", url="about/")
    whole = build.with_parts(page, HTML)
    assert accelerator.asked == ["after_search"]
    assert whole == (guarded or HTML)
    assert ("Policy" in build.as_it_leaves(page, whole, is_own=False)) is not bool(guarded)
    assert "Policy" in build.as_it_leaves(page, f"{whole} ", is_own=False)


@pytest.mark.parametrize(
    ("path", "variables", "is_guarded", "has_assets"),
    [
        ("about.md", {}, False, False),
        ("about.md", {SEALED: "00"}, True, False),
        ("ours/a.md", {}, True, True),
    ],
)
def test_of_a_site_with_other_pages_ours_leave_with_their_policy_and_their_assets(
    tmp_path: Path, path: str, variables: Mapping[str, str], *, is_guarded: bool, has_assets: bool
) -> None:
    build = begun()
    config = written(tmp_path, {"ours/a.md": ENTRY, "about.md": "# About\n"})
    placed(build, config, options={"folder": "ours"}, environment=variables)
    page = build.as_it_leaves(page_of(path, url="x/y/"), HTML, is_own=False)
    assert ("Policy" in page, "../../ours/assets" in page) == (is_guarded, has_assets)


def test_the_search_is_spared_the_pages_of_entries(tmp_path: Path) -> None:
    accelerator = Noting()
    build = begun(accelerator=accelerator)
    config = written(tmp_path, FILES)
    placed(build, config)
    for page in (page_of("about.md"), None, page_of("a.md")):
        context: dict[str, Any] = {"base_url": ".."}
        build.date(context, config, page, "main.html")
        assert context["build_date_utc"] == build.day
    assert accelerator.asked == ["before_search"]


def test_nothing_is_spared_where_the_search_keeps_what_it_knows(tmp_path: Path) -> None:
    accelerator = Noting()
    build = begun(accelerator=accelerator)
    build.is_dirty = True
    config = written(tmp_path, FILES)
    placed(build, config)
    build.date({"base_url": ".."}, config, page_of("a.md"), "main.html")
    assert accelerator.asked == []


@pytest.mark.parametrize(
    ("path", "is_dated"), [("ours/a.md", True), ("about.md", False), (None, False)]
)
def test_of_a_site_with_other_pages_ours_are_dated(
    tmp_path: Path, path: str | None, *, is_dated: bool
) -> None:
    accelerator = Noting()
    build = begun(accelerator=accelerator)
    config = written(tmp_path, {"ours/a.md": ENTRY, "about.md": "# About\n"})
    placed(build, config, options={"folder": "ours"})
    context = {"base_url": "..", "pages": [page_of("ours/a.md").file]}
    build.date(context, config, page_of(path) if path else None, "404.html")
    assert ("build_date_utc" in context) is is_dated
    assert (accelerator.asked, len(context["pages"])) == ([], 1)


def test_the_sitemap_of_such_a_site_lists_what_a_script_may_put_in_anothers_place(
    tmp_path: Path,
) -> None:
    build = begun()
    config = written(
        tmp_path,
        {"ours/a.md": ENTRY},
        theme={"name": "mkdocs", "features": ["navigation.instant"]},
    )
    placed(build, config, options={"folder": "ours"})
    context = {"base_url": ".", "pages": [page_of(path).file for path in ("ours/a.md", "b.md")]}
    build.date(context, config, None, "sitemap.xml")
    assert [one.src_uri for one in context["pages"]] == ["b.md"]


def test_a_site_that_will_be_sealed_has_a_lock_on_every_page(tmp_path: Path) -> None:
    pages = []
    for number, variables in enumerate(({}, {SEALED: "00"})):
        build = begun()
        config = written(tmp_path / str(number), FILES)
        placed(build, config, environment=variables)
        pages.append(build.guarded(HTML, "."))
    assert ["lock" in one for one in pages] == [False, True]


@pytest.mark.parametrize(
    ("command", "told"), [("build", ["2 scripts and styles in pages are left idle"]), ("serve", [])]
)
def test_what_is_left_idle_is_counted_and_told_at_the_end(
    tmp_path: Path, command: str, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    build = begun(command)
    config = written(tmp_path, FILES)
    placed(build, config)
    page = build.guarded("<head></head><script>a</script><style>b</style>", ".")
    assert ("'unsafe-inline'" in page) is (command == "serve")
    Path(config.site_dir).mkdir()
    build.finish(config)
    assert [one.getMessage().partition(":")[0] for one in caplog.records] == told


def test_a_site_ends_with_the_outermost_of_its_builds(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    build, config = begun(), written(tmp_path, FILES)
    asked = tmp_path / "about.json"
    for _ in range(2):
        placed(build, config, environment={"AFTERWORD_ABOUT": str(asked)})
    site = Path(config.site_dir)
    site.mkdir()
    (site / "late.html").write_text('<div class="aw-part-0"></div>', encoding="utf-8")
    build.finish(config)
    assert not asked.exists()
    assert [*build.site.edition.interviews] == ["a.md"]
    build.finish(config)
    assert build.site.edition.journal == Journal()
    assert json.loads(asked.read_text(encoding="utf-8"))["companies"] == ["Northwind"]
    assert [one.getMessage().partition(",")[0] for one in caplog.records] == ["late.html"]


def test_what_is_copied_beside_entries_and_who_was_laid_out_is_known_at_the_end(
    tmp_path: Path,
) -> None:
    build = begun()
    config = written(tmp_path, {**FILES, "ad.html": "<p>ad</p>", "b.html": "<p>b</p>"})
    files = placed(build, config)
    build.themed(Environment(autoescape=True), config, files)
    site = Path(config.site_dir)
    for name in ("ad.html", "b.html", "404.html", "a/index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("<head></head>", encoding="utf-8")
    build.template_guarded("404.html", HTML)
    build.as_it_leaves(page_of("a.md", url="a/"), HTML, is_own=True)
    build.finish(config)
    texts = {
        name: (site / name).read_text(encoding="utf-8")
        for name in ("ad.html", "404.html", "a/index.html")
    }
    assert {name for name, text in texts.items() if text != "<head></head>"} == {"ad.html"}


INBOX = {"inbox.md": "Northwind + calm\n", "templates/a.md": "# x\n"}


def test_what_is_for_the_writer_alone_is_out_before_any_other_plugin_looks(tmp_path: Path) -> None:
    build = begun()
    config = written(tmp_path, {**FILES, **INBOX})
    build.prepare({}, config, {})
    files = get_files(config)
    build.read(files, config, {}, NOW)
    build.keep_out(files)
    assert [*files.src_uris] == ["a.md", "about.md"]


def test_a_file_of_another_plugins_is_not_the_writers(tmp_path: Path) -> None:
    build = begun()
    config = written(tmp_path, FILES)
    build.prepare({}, config, {})
    files = get_files(config)
    files.append(File("inbox.md", None, config.site_dir, use_directory_urls=True))
    build.keep_out(files)
    assert "inbox.md" in files.src_uris


@pytest.mark.parametrize(("command", "expected"), [("build", 1), ("serve", 1), ("gh-deploy", 0)])
def test_the_writer_alone_is_told_what_waits(tmp_path: Path, command: str, expected: int) -> None:
    build = begun(command)
    options = {"plain": command == "gh-deploy"}
    placed(build, written(tmp_path, {**FILES, **INBOX}), options=options)
    assert build.site.edition.waiting == expected


@pytest.mark.parametrize(
    ("command", "expected"), [("build", {"a.md", "kept.md"}), ("gh-deploy", {"a.md"})]
)
def test_what_is_not_to_be_published_is_shown_to_its_writer_alone(
    tmp_path: Path, command: str, expected: set[str]
) -> None:
    build = begun(command)
    kept = ENTRY.replace("company:", "publish: false\ncompany:")
    config = written(tmp_path, {**FILES, "kept.md": kept})
    files = placed(build, config, options={"plain": command == "gh-deploy"})
    assert {*build.site.entry_paths} == {*files.src_uris} & {"a.md", "kept.md"} == expected
