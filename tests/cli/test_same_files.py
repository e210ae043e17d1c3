"""A command reads the files that the build reads, whatever mkdocs.yml leaves out and wherever a link leads."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.structure.files import InclusionLevel, get_files

from afterword.cli.project.configuration import find_configuration
from afterword.reading.for_writer import is_for_writer

FILES = (
    "own.md",
    "README.md",
    "index.md",
    "otter-draft.md",
    "drafts/heron.md",
    "drafts/README.md",
    "old/README.md",
    "old/readme.md",
    "old/index.markdown",
    "old/a/templates/b.md",
    "templates/c.md",
    "Templates/c.md",
    "inbox.md",
    "Inbox.txt",
    "old/inbox.md",
    ".trash/d.md",
    "old/.e.md",
    "note.txt",
    "f.MD",
    "g.mkd",
    "h.md",
    "h.mkd",
    "h.markdown",
)
PATTERNS = st.lists(
    st.sampled_from(
        [
            "drafts/",
            "*-draft.md",
            "old",
            "!drafts/heron.md",
            "/own.md",
            "**/a/",
            "!templates/",
            "# x",
        ]
    ),
    max_size=4,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with a link to a folder of notes elsewhere, one to a file, and one to nothing."""
    made = tmp_path_factory.mktemp("project")
    elsewhere = made / "vault"
    for path in [*(made / "journal" / name for name in FILES), elsewhere / "Jobs" / "heron.md"]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# x\n")
    (made / "journal" / "more").symlink_to(elsewhere)
    (made / "journal" / "linked.md").symlink_to(elsewhere / "Jobs" / "heron.md")
    (made / "journal" / "gone.md").symlink_to(made / "nowhere.md")
    return made


def read_by_mkdocs(config: Path) -> list[str]:
    found = get_files(load_config(str(config))).documentation_pages(
        inclusion=InclusionLevel.is_included
    )
    return sorted(file.src_uri for file in found if not is_for_writer(file.src_uri))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(excluded=PATTERNS, drafts=PATTERNS)
def test_they_are_the_same(folder: Path, excluded: list[str], drafts: list[str]) -> None:
    lines = ["site_name: Journal", "docs_dir: journal", "plugins: []"]
    for name, patterns in (("exclude_docs", excluded), ("draft_docs", drafts)):
        lines += [f"{name}: |", *(f"  {pattern}" for pattern in patterns)] if patterns else []
    config = folder / "mkdocs.yml"
    config.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = find_configuration(config, None, start=folder)
    assert sorted(name for _, name in found.listing().entries) == read_by_mkdocs(config)


def test_a_folder_that_is_linked_is_read(folder: Path) -> None:
    (folder / "plain.yml").write_text("site_name: Journal\ndocs_dir: journal\n")
    found = find_configuration(folder / "plain.yml", None, start=folder)
    assert "more/Jobs/heron.md" in [name for _, name in found.listing().entries]


def test_a_variable_is_what_yaml_would_make_of_it(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    text = (
        "plugins:\n  - afterword: {feedback_delay: !ENV [AFTERWORD_NOT_SET, AFTERWORD_DAYS, 2]}\n"
    )
    (tmp_path / "mkdocs.yml").write_text(text)
    read = find_configuration(tmp_path / "mkdocs.yml", None, start=tmp_path)
    assert read.options.feedback_delay == 2
