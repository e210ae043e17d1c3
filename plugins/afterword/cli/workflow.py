"""The workflow that lets a private repository publish after each push."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from afterword.errors import VaultError

WORKFLOW = Path(".github/workflows/publish.yml")


def write_workflow(project: Path) -> Path:
    """Put the workflow into the project, and say where it is. Raises VaultError where a file of that name is there already."""
    path = project / WORKFLOW
    text = (files("afterword.cli") / "workflow.yml").read_text(encoding="utf-8")
    if path.exists():
        raise VaultError(f"There is a {WORKFLOW} already. Move it away first; it stays as it is.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
