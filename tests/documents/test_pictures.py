"""The pictures in the documents are those that the script takes, are light, and are told to whoever does not see them."""

from __future__ import annotations

import re

import pytest
from tests.documents.pictures import FOLDER, PICTURES
from tests.end_to_end.projects import ROOT

DOCUMENTS = [path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md")]
SHOWN = [shown for text in DOCUMENTS for shown in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", text)]
MOST = 100_000
MOST_TOGETHER = 600_000


def test_each_picture_is_taken_by_the_script_and_shown() -> None:
    taken = {f"{picture.name}.webp" for picture in PICTURES}
    assert {path.name for path in FOLDER.iterdir()} == taken
    assert {path.rpartition("/")[2] for _, path in SHOWN} == taken


def test_they_are_light() -> None:
    sizes = [path.stat().st_size for path in FOLDER.iterdir()]
    assert (max(sizes) <= MOST, sum(sizes) <= MOST_TOGETHER) == (True, True)


@pytest.mark.parametrize("told", [told for told, _ in SHOWN])
def test_each_says_in_a_sentence_what_is_to_be_seen(told: str) -> None:
    assert len(told.split()) >= 10
