"""What is said of releases, versions and workflows in one place is what the other places do."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import requires
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tests.end_to_end.projects import ROOT
from tests.lowest import lowest_versions, tools

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yml"))}
OURS = (ROOT / "plugins/afterword/cli/publishing/workflow.yml").read_text(encoding="utf-8")
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def jobs(name: str) -> dict[str, Any]:
    return dict(yaml.load(WORKFLOWS[name], Loader=yaml.BaseLoader)["jobs"])


def constrained() -> set[str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return {canonicalize_name(line.partition("==")[0]) for line in lines}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_each_action_is_pinned_by_its_commit_with_its_version_beside_it(name: str) -> None:
    used = re.findall(r"uses: (.*)", WORKFLOWS[name])
    loose = [one for one in used if not (PINNED.fullmatch(one) or one.startswith("./"))]
    assert (bool(used), loose) == (True, [])


def test_an_action_has_one_version_everywhere() -> None:
    text = "\n".join([*WORKFLOWS.values(), OURS])
    used = set(re.findall(r"uses: ([\w-]+/[\w-]+)(@.*)", text))
    assert len({action for action, _ in used}) == len(used)


def test_each_python_that_is_promised_is_tried() -> None:
    promised = re.findall(r"Python :: (\d\.\d+)", "\n".join(PROJECT["classifiers"]))
    assert jobs("test.yml")["test"]["strategy"]["matrix"]["python"] == promised
    assert PROJECT["requires-python"] == f">={promised[0]}"


def test_what_a_workflow_makes_can_be_made() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    asked = jobs("test.yml")["more"]["strategy"]["matrix"]["target"]
    assert [one for one in asked if f"\n{one}: " not in makefile] == []


def test_only_the_last_job_of_a_release_can_show_who_it_is_and_it_runs_nothing_of_ours() -> None:
    release = jobs("release.yml")
    able = [name for name, job in release.items() if "id-token" in job["permissions"]]
    assert able == ["publish"]
    publish = release["publish"]
    assert [step for step in publish["steps"] if "uses" not in step] == []
    assert (publish["environment"], publish["needs"]) == ("pypi", ["test", "build"])


def test_no_workflow_of_this_repository_knows_a_secret() -> None:
    assert [name for name, text in WORKFLOWS.items() if "secrets." in text] == []


def test_hooks_before_a_commit_have_no_versions_of_their_own() -> None:
    text = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    hooks = yaml.safe_load(text)["repos"]
    assert [one["repo"] for one in hooks] == ["local"]
    assert {hook["language"] for hook in hooks[0]["hooks"]} == {"system"}


def brought(requirement: Requirement, *, among: set[str]) -> None:
    """Add what a requirement brings, and what that brings, where this Python and system want it."""
    extras = ["", *requirement.extras]
    for text in requires(requirement.name) or []:
        below = Requirement(text)
        name = canonicalize_name(below.name)
        wanted = below.marker is None or any(
            below.marker.evaluate({"extra": one}) for one in extras
        )
        if wanted and name not in among:
            among.add(name)
            brought(below, among=among)


def test_constraints_name_whatever_is_installed() -> None:
    found: set[str] = set()
    brought(Requirement("mkdocs-afterword[dev]"), among=found)
    assert found - constrained() == set()


def test_whatever_we_need_ourselves_has_a_lowest_version_that_is_tried() -> None:
    lowest = [one.partition("==")[0] for one in lowest_versions(PROJECT["dependencies"])]
    assert lowest == [Requirement(one).name for one in PROJECT["dependencies"]]


def test_lowest_versions_are_tried_with_our_own_tools() -> None:
    pinned = ["Jinja2==3.1.6", "pytest==9.2.0", "pytest_cov==7.1.0", "six==1.17.0"]
    wanted = ["pytest", "pytest-cov>=7"]
    assert list(tools(pinned, wanted)) == ["pytest==9.2.0", "pytest_cov==7.1.0"]
    assert list(lowest_versions(["mkdocs>=1.6,<2", "tzdata"])) == ["mkdocs==1.6"]
