"""MkDocs and its fork ProperDocs make the same site, and a project is built by the one that its configuration is named after."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from tests.cli.publishing import afterword, journal_project
from tests.end_to_end.projects import CONFIGURATION, HOST, Build, build, write_project
from tests.end_to_end.test_build import JOURNAL

from afterword.audience.audience import Audience, Profile
from afterword.cli.project.configuration import NAMES, Configuration, find_configuration, host
from afterword.cli.publishing.building import build as build_quietly
from afterword.cli.publishing.handing import project_for
from afterword.errors import VaultError
from afterword.model import Journal

OTHER = ({"mkdocs", "properdocs"} - {HOST}).pop()
GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
# Says which program builds: the fork stands in for MkDocs where a plugin asks for that.
TELLING = (
    "import mkdocs\ndef on_pre_build(config):\n    open('built-by', 'w').write(mkdocs.__name__)\n"
)


def without_generator(built: Build) -> dict[str, bytes]:
    return {path: GENERATOR.sub(b"", content) for path, content in built.files.items()}


def test_both_make_the_same_demonstration_but_for_their_own_names(
    demonstration: Build, tmp_path: Path
) -> None:
    project = demonstration.site.parent
    options = ("--strict", "--site-dir", str(tmp_path / "site"))
    built = build(project, *options, program=OTHER)
    assert built.status == 0, built.said
    other = without_generator(Build(built.status, built.said, tmp_path / "site"))
    one = without_generator(demonstration)
    assert [path for path in {*one, *other} if one.get(path) != other.get(path)] == []


@pytest.mark.parametrize(
    ("name", "beside", "expected"),
    [
        ("mkdocs.yml", ["properdocs.yml"], "mkdocs"),
        ("mkdocs.yaml", [], "mkdocs"),
        ("properdocs.yml", ["mkdocs.yml"], "properdocs"),
        ("properdocs.yaml", [], "properdocs"),
        ("coach.yml", [], "mkdocs"),
        ("coach.yml", ["mkdocs.yml"], "mkdocs"),
        ("coach.yml", ["properdocs.yaml"], "properdocs"),
        ("properdocs-coach.yml", ["mkdocs.yml"], "mkdocs"),
    ],
)
def test_the_name_of_a_configuration_says_which_builds_it(
    tmp_path: Path, name: str, beside: list[str], expected: str
) -> None:
    for one in (name, *beside):
        (tmp_path / one).write_text("site_name: Journal\n", encoding="utf-8")
    assert host(tmp_path / name) == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_usual_name_is_found_below_its_folder_and_inherits(tmp_path: Path, name: str) -> None:
    write_project(tmp_path, JOURNAL, f"INHERIT: base.yml\n{CONFIGURATION}", called=name)
    (tmp_path / "base.yml").write_text("site_url: https://journal.example/\n", encoding="utf-8")
    found = find_configuration(None, None, start=tmp_path / "journal" / "2026")
    assert (found.folder, found.site_url, found.host) == (
        tmp_path / "journal",
        "https://journal.example/",
        name.partition(".")[0],
    )


@pytest.mark.no_cover
def test_a_publish_builds_with_the_program_that_the_project_uses(tmp_path: Path) -> None:
    project = journal_project(tmp_path)
    project.config.unlink()
    configuration = f"INHERIT: base.yml\nhooks: [telling.py]\n{CONFIGURATION}"
    write_project(project.folder, {}, configuration, called=f"{OTHER}.yml")
    (project.folder / "telling.py").write_text(TELLING, encoding="utf-8")
    (project.folder / "base.yml").write_text("site_author: me\n", encoding="utf-8")
    said = afterword(project, "publish", "--to", str(project.remote))
    assert said.returncode == 0, said.stderr
    assert (project.folder / "built-by").read_text(encoding="utf-8") == OTHER


def test_a_site_for_a_profile_is_built_by_it_too(tmp_path: Path) -> None:
    used = Configuration(folder=tmp_path, sources=tmp_path, host="properdocs")
    coach = Audience(profile=Profile.COACH)
    path, _ = project_for(tmp_path / "properdocs.yml", tmp_path / "own", used, Journal(), coach)
    assert path == tmp_path / "own" / "properdocs.yml"


def test_what_goes_wrong_is_looked_at_with_the_same_program(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match=r"To see why: properdocs build --strict\."):
        build_quietly(tmp_path / "properdocs.yml", tmp_path / "site", settings={})


def test_the_workflow_installs_the_fork_where_it_builds(tmp_path: Path) -> None:
    project = journal_project(tmp_path)
    project.config.rename(project.folder / "properdocs.yml")
    for command in (["init", "--quiet"], ["symbolic-ref", "HEAD", "refs/heads/main"]):
        subprocess.run(["git", *command], cwd=project.folder, check=True)
    said = afterword(project, "publish", "--workflow")
    assert said.returncode == 0, said.stderr
    text = (project.folder / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    assert re.findall(r"pip install --quiet .* properdocs\n", text) != []
