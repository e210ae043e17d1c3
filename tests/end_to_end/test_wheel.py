"""What is published is whole: the wheel, in an empty environment, builds the demonstration."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from tests.end_to_end.projects import ROOT

# What a source distribution carries beside the code: enough to build, to read, and to see the demonstration.
CARRIED = (".gitignore", "CHANGELOG.md", "LICENSE", "README.md", "mkdocs.yml", "pyproject.toml")


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("distributions")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(distributions: Path) -> Path:
    return next(distributions.glob("*.whl"))


def kept(*folders: str) -> set[str]:
    """The files that git keeps, or would, below these folders."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", *folders]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return {name for name in listed.split("\0") if name and (ROOT / name).is_file()}


def test_the_wheel_has_all_of_the_package_and_nothing_else(wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == {name.removeprefix("plugins/") for name in kept("plugins/afterword")}


def test_the_source_distribution_has_what_it_says_and_nothing_else(distributions: Path) -> None:
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert names == kept("plugins", "journal", "docs") | {*CARRIED, "PKG-INFO"}


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
