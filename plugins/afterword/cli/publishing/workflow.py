"""The workflow that lets a private repository publish after each push."""

from __future__ import annotations

import json
import re
import shlex
import textwrap
from importlib.metadata import distribution, version
from importlib.resources import files
from pathlib import Path
from typing import Any

from afterword.cli.project.configuration import NAMES, host
from afterword.errors import VaultError
from afterword.vault.pushing.git import asked
from afterword.writing.files import create

WORKFLOW = Path(".github/workflows/publish.yml")
_PACKAGE = "mkdocs-afterword"


def write_workflow(config: Path) -> str:
    """Put the workflow at the top of the repository that a mkdocs.yml lies in, and say where it is.

    Raises VaultError where a file of that name is there already, where there is no repository, and where no branch is checked
    out, because a workflow elsewhere or for another branch would never run; OutputError where it cannot be written.
    """
    top = Path(_said(config.parent, "rev-parse", "--show-toplevel") or config.parent)
    branch = _said(config.parent, "symbolic-ref", "--quiet", "--short", "HEAD")
    if branch is None:
        raise VaultError(
            "A workflow runs after a push to a branch of a repository, and here is none. Check one out (git init, git switch) and ask again."
        )
    path = top / WORKFLOW
    if path.exists():
        raise VaultError(f"There is a {path} already. Move it away first; it stays as it is.")
    folder = config.parent.relative_to(top).as_posix()
    unsure = unreleased()
    text = workflow(
        branch=branch,
        folder=folder,
        config=config.name,
        package=package(),
        unsure=unsure,
        program=host(config),
    )
    create(path, text.encode())
    below = (
        "" if folder == "." else f" It lies at the top of the repository, and works in {folder}."
    )
    return " ".join(
        filter(
            None,
            (
                f"{path} is new, for the branch {branch}.{below}",
                unsure,
                "Its first lines say what it wants; read them, then commit it.",
            ),
        )
    )


def workflow(
    *,
    branch: str,
    folder: str,
    config: str,
    package: str,
    unsure: str = "",
    program: str = "mkdocs",
) -> str:
    """The workflow's text, for a branch, a folder of the repository, the package as pip takes it, and the program that builds.

    `unsure` is what its owner has to know of that package first, where there is something.
    """
    text = (files("afterword.cli.publishing") / "workflow.yml").read_text(encoding="utf-8")
    named = "" if config in NAMES else f" --config {shlex.quote(config)}"
    lines = textwrap.wrap(unsure, 120, break_on_hyphens=False, break_long_words=False)
    values = {
        "@unsure@\n": "".join(
            f"# {line}".rstrip() + "\n" for line in [*lines, *([""] if lines else [])]
        ),
        "@branch@": json.dumps(re.sub(r"([+!*?\[\]\\])", r"\\\1", branch)),
        "@folder@": json.dumps(folder),
        # MkDocs comes with the package, and its fork does not.
        "@package@": shlex.join([package] if program == "mkdocs" else [package, program]),
        "@config@": named,
    }
    return re.sub("|".join(values), lambda found: values[found[0]], text)


def package(origin: str | None = None) -> str:
    """What pip installs to get the version that runs here: from the commit of a repository where it came from one.

    `origin` is what pip noted of that, in the file direct_url.json.
    """
    noted = _noted(origin)
    repository = noted.get("vcs_info")
    if repository:
        return f"{_PACKAGE} @ {repository['vcs']}+{noted['url']}@{repository['commit_id']}"
    return f"{_PACKAGE}=={version(_PACKAGE)}"


def unreleased(origin: str | None = None) -> str:
    """What to know where this version came from a folder or a file, and may be on no index; nothing where it came from elsewhere."""
    if not str(_noted(origin).get("url", "")).startswith("file:") or "vcs_info" in _noted(origin):
        return ""
    this = version(_PACKAGE)
    return (
        f"Afterword {this} was installed here from a folder. Until {this} is released, put the address and the commit of the "
        "repository that you have it from into the line with pip; a name that nobody has taken on an index could be taken by "
        "somebody else."
    )


def _noted(origin: str | None) -> dict[str, Any]:
    noted: dict[str, Any] = json.loads(
        origin or distribution(_PACKAGE).read_text("direct_url.json") or "{}"
    )
    return noted


def _said(folder: Path, *arguments: str) -> str | None:
    answer = asked(folder, *arguments)
    return answer.stdout.rstrip("\n") if answer.returncode == 0 else None
