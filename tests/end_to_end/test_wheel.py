"""What is published is whole: the wheel, in an empty environment, builds the demonstration."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from tests.end_to_end.projects import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_has_the_templates_the_assets_and_the_types_and_nothing_of_a_journal(
    wheel: Path,
) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    kinds = {
        "py.typed",
        "templates/today.md",
        "css/00-tokens.css",
        "js/00-start.js",
        "assets/disk.js",
        "vault/unlock/page.html",
        "vault/unlock/worker.js",
        "cli/workflow.yml",
    }
    assert {kind for kind in kinds if any(name.endswith(kind) for name in names)} == kinds
    assert [
        name for name in names if not name.startswith(("afterword/", "mkdocs_afterword-"))
    ] == []


def test_the_wheel_builds_the_demonstration_in_an_empty_environment(
    wheel: Path, tmp_path: Path
) -> None:
    """Its requirements are lent by this environment, so that the test needs no network; the package itself is the wheel's."""
    home = tmp_path / "environment"
    venv.create(home, with_pip=False)
    python = str(home / "bin" / "python")
    found = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    packages = Path(found.stdout.strip())
    lend(packages)
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    shutil.copytree(ROOT / "journal", tmp_path / "journal")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    built = subprocess.run(
        [python, "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    assert "Friday 20 November" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    where = [python, "-c", "import afterword; print(afterword.__file__)"]
    used = subprocess.run(where, check=True, capture_output=True, text=True).stdout
    assert used.startswith(str(packages))


def lend(packages: Path) -> None:
    """Every installed distribution but our own and the tools of development, by a link."""
    theirs = Path(next(path for path in sys.path if path.endswith("site-packages")))
    for one in theirs.iterdir():
        if "afterword" not in one.name and one.suffix != ".pth":
            (packages / one.name).symlink_to(one)
