"""In the plain site too, at home, no page runs what somebody saved, and none asks another host: whoever wrote it there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from tests.end_to_end.projects import CONFIGURATION, Build, build, write_project
from tests.end_to_end.test_build import JOURNAL

AD = "<html><head><title>Job</title></head><body><script>hit()</script><img src=https://far.example/x.gif></body></html>"
BARE = "<script>hit()</script>"
# A plugin that writes a page of its own when everything else is done, of what it finds in the others.
HOOK = """\
from pathlib import Path
def on_post_build(config):
    site = Path(config.site_dir)
    (site / "print").mkdir()
    (site / "print" / "all.html").write_text(
        "<!doctype html><html><head></head><body><script>hit()</script>"
        "<img src=https://far.example/x.gif>{}</body></html>".format(config.extra.get("places", ""))
    )
"""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')


def journal(folder: Path, more: str = "") -> Path:
    files = {**JOURNAL, "2026/ad.html": AD, "bare.HTM": BARE, "timeline.html": AD}
    configuration = CONFIGURATION.replace("theme:", "use_directory_urls: false\ntheme:")
    made = write_project(folder, files, f"{configuration}hooks: [hooks.py]\n{more}")
    (made / "hooks.py").write_text(HOOK, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(journal(tmp_path_factory.mktemp("project")), "--strict")


@pytest.mark.parametrize("path", ["2026/ad.html", "bare.HTM"])
def test_a_page_that_was_saved_runs_nothing_and_loads_from_nowhere(built: Build, path: str) -> None:
    page = built.read(path)
    (policy,) = POLICY.findall(page)
    assert policy.startswith("default-src 'none'; img-src 'self' data:;")
    assert ("script-src" in policy, page.index("Content-Security") < page.index("hit()")) == (
        False,
        True,
    )


def test_the_file_in_the_journal_is_as_it_was(built: Build) -> None:
    assert (built.site.parent / "journal" / "2026" / "ad.html").read_text() == AD


def test_a_page_that_a_plugin_writes_at_the_end_runs_the_themes_scripts_alone(built: Build) -> None:
    (policy,) = POLICY.findall(built.read("print/all.html"))
    assert re.search(r"script-src 'self';", policy)


def test_a_page_of_ours_keeps_its_place_and_may_run(built: Build) -> None:
    """A saved page of the same name is not seen; the list of what may run has ours."""
    assert "hit()" not in built.read("timeline.html")
    assert '"timeline.html"' in built.read("assets/afterword-made.json")
    assert "ad.html" not in built.read("assets/afterword-made.json")


def test_every_page_of_the_site_has_a_policy(built: Build) -> None:
    pages = [path for path in built.files if path.lower().endswith((".html", ".htm"))]
    assert [path for path in pages if len(POLICY.findall(built.read(path))) != 1] == []


@pytest.mark.usefixtures("measured")
def test_a_page_that_gathers_others_before_they_are_whole_is_told(tmp_path: Path) -> None:
    project = journal(tmp_path, "extra: {places: '<div class=\"aw-part-0\"></div>'}\n")
    told = build(project)
    assert "print/all.html, which another plugin wrote, lacks what belongs into pages" in told.said


def test_without_the_defence_it_would_be_copied_as_it_is(built: Build, tmp_path: Path) -> None:
    shutil.copy(built.site.parent / "journal" / "2026" / "ad.html", tmp_path)
    assert POLICY.findall((tmp_path / "ad.html").read_text()) == []
