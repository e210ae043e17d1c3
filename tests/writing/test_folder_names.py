"""Which names a new folder may have."""

from __future__ import annotations

import pytest

from afterword.writing.starting.folder_names import has_unseen, leads_below


@pytest.mark.parametrize(
    "name",
    ["a\nb", "a\tb", "a\x1b[31mb", "a\x85b", "a\x00b", "a\u202eb", "\u2066ab", "a\u200fb", "a\u061cb", "\u200b", "a\u00adb", "\ufeffa", "a\u2028b", "a\udcffb"],
)  # fmt: skip
def test_what_nobody_sees_is_found(name: str) -> None:
    assert has_unseen(name)
    assert not leads_below(f"Jobs/{name}")


@pytest.mark.parametrize("name", ["面接 2026", "Gespräche", "مقابلات", "راه\u200cها", "👩\u200d💻 jobs", "Meta/Templates"])  # fmt: skip
def test_a_name_in_any_letters_is_one(name: str) -> None:
    assert not has_unseen(name)
    assert leads_below(name)


@pytest.mark.parametrize("path", ["", " ", "/a", "a/", "a//b", "a/ /b", ".a", "a/.git", "../a", "a\\b", "a:b", "C:", "a?", "a|b", "x" * 256, "漢" * 86])  # fmt: skip
def test_a_path_with_a_part_that_is_no_name_leads_nowhere(path: str) -> None:
    assert not leads_below(path)
