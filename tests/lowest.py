"""Prints the lowest version of each requirement that pyproject.toml allows, beside our tools as constraints.txt pins them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]


def lowest_versions(requirements: Iterable[str]) -> Iterator[str]:
    """Each requirement at its lower bound, as constraints for pip; what names none is left out."""
    for requirement in map(Requirement, requirements):
        for bound in requirement.specifier:
            if bound.operator == ">=":
                yield f"{requirement.name}=={bound.version}"


def tools(pinned: Iterable[str], wanted: Iterable[str]) -> Iterator[str]:
    """Those of the pinned versions that belong to a tool we ask for ourselves; what the tools bring is left to them."""
    names = {canonicalize_name(Requirement(one).name) for one in wanted}
    return (line for line in pinned if canonicalize_name(line.partition("==")[0]) in names)


def main() -> None:
    """Print one constraint a line."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    wanted = project["optional-dependencies"]["tests"]
    print(*lowest_versions(project["dependencies"]), *tools(pinned, wanted), sep="\n")


if __name__ == "__main__":
    main()
