"""The workflow that `afterword publish --workflow` writes: for the branch and folder that are there, and with nothing that changes by itself."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.cli.publishing import afterword, journal_project
from tests.vault.remotes import repository

from afterword.cli.publishing.workflow import package, unreleased, workflow, write_workflow
from afterword.errors import OutputError, VaultError

WORKFLOW = Path(".github/workflows/publish.yml")


def written(**changed: str) -> str:
    given = {"branch": "main", "folder": ".", "config": "mkdocs.yml", "package": "x==1"}
    return workflow(**{**given, **changed})


def loaded(text: str) -> dict[str, Any]:
    value = yaml.load(text, Loader=yaml.BaseLoader)
    assert isinstance(value, dict)
    return value


def test_a_workflow_is_written_once(tmp_path: Path) -> None:
    project = journal_project(tmp_path)
    repository(project.folder)
    said = afterword(project, "publish", "--workflow")
    assert (said.returncode, "is new, for the branch main." in said.stderr) == (0, True)
    again = afterword(project, "publish", "--workflow")
    assert (again.returncode, "already" in again.stderr) == (2, True)
    assert project.published() == {}


def test_it_lies_at_the_top_of_the_repository_and_works_where_the_journal_lies(
    tmp_path: Path,
) -> None:
    top = repository(tmp_path / "all")
    (top / "my journal").mkdir()
    said = write_workflow(top / "my journal" / "mkdocs.yml")
    assert "It lies at the top of the repository, and works in my journal." in said
    seal = loaded((top / WORKFLOW).read_text(encoding="utf-8"))["jobs"]["seal"]
    assert seal["defaults"] == {"run": {"working-directory": "my journal"}}


def test_without_a_repository_or_a_branch_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="and here is none"):
        write_workflow(tmp_path / "mkdocs.yml")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    repository(tmp_path)
    (tmp_path / ".github").write_text("")
    with pytest.raises(OutputError, match="could not be written"):
        write_workflow(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize("branch", ["main", "trunk/2026", "it's: a #branch", "on", "1.10"])
def test_it_runs_after_a_push_to_the_branch_that_is_checked_out(branch: str) -> None:
    assert loaded(written(branch=branch))["on"]["push"] == {"branches": [branch]}


def test_a_branch_with_a_letter_that_means_more_is_still_that_branch() -> None:
    assert loaded(written(branch="!c++"))["on"]["push"] == {"branches": [r"\!c\+\+"]}


def test_it_may_do_little_and_runs_for_nobody_elses_changes() -> None:
    text = written()
    value = loaded(text)
    assert value["permissions"] == {}
    assert set(value["on"]) == {"push", "workflow_dispatch"}
    assert value["jobs"]["seal"]["permissions"] == {"contents": "read"}
    assert value["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert "pull_request" not in text


def test_the_passphrase_meets_one_step_and_no_shell_that_stays() -> None:
    text = written()
    steps = loaded(text)["jobs"]["seal"]["steps"]
    assert [one for one in steps if "env" in one] == [
        {
            "run": 'exec afterword publish --folder "$RUNNER_TEMP/sealed"\n',
            "env": {"AFTERWORD_PASSPHRASE": "${{ secrets.AFTERWORD_PASSPHRASE }}"},
        }
    ]
    assert text.count("secrets.") == 1


def test_the_sealed_folder_is_all_that_is_handed_on_and_no_credentials_are_kept() -> None:
    steps = loaded(written())["jobs"]["seal"]["steps"]
    given = [one["with"] for one in steps if "with" in one]
    assert given[0] == {"persist-credentials": "false"}
    assert given[-1] == {"path": "${{ runner.temp }}/sealed"}


def test_each_action_is_pinned_by_its_commit_with_its_version_beside_it() -> None:
    text = written()
    used = re.findall(r"uses: (.*)", text)
    assert len(used) == 5
    pinned = re.compile(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [one for one in used if not pinned.fullmatch(one)] == []


def test_the_package_is_pinned_and_so_is_a_commit_that_it_came_from() -> None:
    assert re.fullmatch(r"mkdocs-afterword==\d+\.\d+\.\d+", package("{}"))
    origin = {
        "url": "https://git.example/afterword.git",
        "vcs_info": {"vcs": "git", "commit_id": "0" * 40},
    }
    commit = package(json.dumps(origin))
    assert commit == f"mkdocs-afterword @ git+https://git.example/afterword.git@{'0' * 40}"
    steps = loaded(written(package=commit))["jobs"]["seal"]["steps"]
    assert [one["run"] for one in steps if "pip" in one.get("run", "")] == [
        f"pip install --quiet '{commit}'\n"
    ]


def test_another_mkdocs_yml_is_named() -> None:
    text = written(config="the coach's.yml")
    assert """publish --config 'the coach'"'"'s.yml' --folder""" in text


def test_where_it_came_from_a_folder_the_first_lines_say_so() -> None:
    said = unreleased(json.dumps({"url": "file:///a/folder", "dir_info": {}}))
    assert "was installed here from a folder. Until" in said
    head, _, rest = written(unsure=said).partition("#\n")
    assert " ".join(head.replace("# ", "").split()) == said
    assert rest == written()


@pytest.mark.parametrize(
    "origin", [{}, {"url": "file:///a.git", "vcs_info": {}}, {"url": "https://x.example/a.whl"}]
)
def test_where_it_came_from_elsewhere_they_do_not(origin: dict[str, Any]) -> None:
    assert unreleased(json.dumps(origin)) == ""
    assert written().startswith("# Seals the journal")
